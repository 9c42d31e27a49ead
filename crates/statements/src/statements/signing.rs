//! Sending, signing, correcting and taking away.

use polku_casework::keeping;
use polku_desk::{Client, DeskError, Read, SubjectId};
use polku_pages::{
    components::{Confirmation, Notice},
    html,
};
use polku_profile::Activity;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::{
    change::{self, address},
    kept,
    page::Opened,
    paper_view,
    rules::{self, Turn},
    statement::State,
};

/// Sends or returns; signing has a page of its own.
pub(super) async fn turn(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let (asked, done) = match fields.0.value("state") {
        "waiting" => (Turn::Send, "statements-sent"),
        "draft" => (Turn::Return, "statements-returned"),
        _ => return Err(Failure::Unreadable("the form names no state")),
    };
    let outcome = change::turn(&visit, client, id, seen(&fields)?, asked).await;
    settled(
        &visit,
        &reader,
        (client, id),
        outcome.map(|()| (address(client, id), done)),
    )
    .await
}

/// What would be signed, as it would be read, with what is left out.
pub(super) async fn ask(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    ask_to_sign(&visit, &reader, (client, id), None).await
}

async fn ask_to_sign(
    visit: &AtDesk,
    reader: &Reader,
    (client, id): (SubjectId, Uuid),
    changed: Option<&'static str>,
) -> Answer {
    let texts = reader.texts;
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    keeping::allowed(visit, Activity::SignStatements)?;
    let opened = Opened::by(&grant, id).await?;
    if let Err(key) = rules::turn(opened.statement.state, Turn::Sign, opened.signs) {
        let (heading, body) = opened.page(&grant, texts, Some(key))?;
        return Ok(reader.page_to_mend("statements-one-title", &[], &heading, body));
    }
    let here = address(client, id);
    let confirmation = Confirmation::new(
        texts.t("statements-sign-question"),
        format!("{here}/sign"),
        texts.t("statements-sign"),
        here,
    )
    .consequence(html! { p { (texts.t("statements-sign-consequence")) } })
    .field("version", opened.statement.version.to_string());
    let content = opened.content();
    let body = html! {
        div.stack {
            @if let Some(key) = changed { (Notice::warning(texts.t(key))) }
            (paper_view::left_out(texts, client, &opened.left_out(), opened.recipient(texts).as_deref()))
            (opened.paper(&content))
            (confirmation.render(texts))
        }
    };
    let heading = opened.heading(&grant, texts);
    Ok(match changed {
        Some(_) => reader.page_to_mend("statements-sign-title", &[], &heading, body),
        None => reader.page("statements-sign-title", &heading, body),
    })
}

/// Signs it as it was seen.
pub(super) async fn sign(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let outcome = change::turn(&visit, client, id, seen(&fields)?, Turn::Sign).await;
    if let Err(Failure::Desk(DeskError::Conflict)) = outcome {
        return ask_to_sign(
            &visit,
            &reader,
            (client, id),
            Some("statements-changed-before-signing"),
        )
        .await;
    }
    settled(
        &visit,
        &reader,
        (client, id),
        outcome.map(|()| (address(client, id), "statements-signed-done")),
    )
    .await
}

/// Begins the version that takes the place of a signed one.
pub(super) async fn correct(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let outcome = change::correct(&visit, client, id).await;
    let outcome = outcome.map(|next| (format!("{}/edit", address(client, next)), "statements-correcting"));
    settled(&visit, &reader, (client, id), outcome).await
}

/// Asks before one is taken away.
pub(super) async fn ask_discard(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let texts = reader.texts;
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    keeping::allowed(&visit, Activity::WriteStatements)?;
    let opened = Opened::by(&grant, id).await?;
    if opened.statement.state == State::Signed {
        let (heading, body) = opened.page(&grant, texts, Some("statements-signed-already"))?;
        return Ok(reader.page_to_mend("statements-one-title", &[], &heading, body));
    }
    let here = address(client, id);
    let confirmation = Confirmation::new(
        texts.t("statements-discard-question"),
        format!("{here}/discard"),
        texts.t("statements-discard"),
        here,
    )
    .consequence(html! { p { (texts.t("statements-discard-consequence")) } })
    .danger()
    .field("version", opened.statement.version.to_string());
    Ok(reader.page(
        "statements-discard-title",
        &opened.heading(&grant, texts),
        confirmation.render(texts),
    ))
}

/// Takes one away that is not signed.
pub(super) async fn discard(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let outcome = change::discard(&visit, client, id, seen(&fields)?).await;
    let outcome = outcome.map(|()| (format!("/clients/{client}/statements"), "statements-discarded"));
    settled(&visit, &reader, (client, id), outcome).await
}

/// Goes on, or shows the statement as it is now with what could not be done.
async fn settled(
    visit: &AtDesk,
    reader: &Reader,
    (client, id): (SubjectId, Uuid),
    outcome: Answer<(String, &'static str)>,
) -> Answer {
    let key = match outcome {
        Ok((path, told)) => return Ok(flash(&path, told)),
        Err(Failure::Invalid(invalid)) => invalid.first().map(|invalid| invalid.key),
        Err(Failure::Desk(DeskError::Conflict)) => Some("statements-changed-look"),
        Err(failure) => return Err(failure),
    };
    let grant = visit.open::<Client, Read>(client).await?;
    let opened = Opened::by(&grant, id).await?;
    let (heading, body) = opened.page(&grant, reader.texts, key)?;
    Ok(reader.page_to_mend("statements-one-title", &[], &heading, body))
}

fn seen(fields: &Fields) -> Answer<i64> {
    let version = fields.0.value("version").parse();
    version.map_err(|_| Failure::Unreadable("the form lacks the version"))
}
