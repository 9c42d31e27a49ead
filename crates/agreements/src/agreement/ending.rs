//! How an agreement ends, and how a draft is thrown away.

use polku_casework::keeping;
use polku_desk::{Client, Read, SubjectId};
use polku_pages::{components::Confirmation, form::FormState, format};
use polku_profile::Activity;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::{
    TAB, address, change,
    input::EndInput,
    kept,
    model::State,
    page::{heading, seen, settled, shown},
    store, view,
};

/// The form by which a signed one ends.
pub(super) async fn ask_end(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let mut state = FormState::new();
    state.set("on", format::date(visit.today()));
    ending(&visit, &reader, client, id, state).await
}

async fn ending(
    visit: &AtDesk,
    reader: &Reader,
    client: SubjectId,
    id: Uuid,
    mut state: FormState,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let agreement = store::one(&grant, id).await?;
    if agreement.state != State::Signed {
        let (heading, body) = shown(&grant, reader, id, Some("agreements-not-signed")).await?;
        return Ok(reader.page_to_mend("agreements-one-title", &[], &heading, body));
    }
    state.set("version", agreement.version.to_string());
    let body = view::end(reader.texts, grant.subject(), &agreement, &state);
    let heading = heading(&grant, reader.texts, &agreement, visit.today());
    Ok(if state.has_errors() {
        reader.page_to_mend("agreements-end-title", &[], &heading, body)
    } else {
        reader.page("agreements-end-title", &heading, body)
    })
}

pub(super) async fn end(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: EndInput = fields.read()?;
    match change::end(&visit, client, id, seen(&fields)?, &input).await {
        Ok(()) => Ok(flash(&address(client, id), "agreements-ended-done")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            ending(&visit, &reader, client, id, state).await
        }
        Err(failure) => settled(&visit, &reader, (client, id), Err(failure)).await,
    }
}

/// Asks before a draft is thrown away.
pub(super) async fn ask_discard(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let texts = reader.texts;
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    keeping::allowed(&visit, Activity::MakeAgreements)?;
    let agreement = store::one(&grant, id).await?;
    if agreement.state != State::Draft {
        let (heading, body) = shown(&grant, &reader, id, Some("agreements-no-draft")).await?;
        return Ok(reader.page_to_mend("agreements-one-title", &[], &heading, body));
    }
    let here = address(client, id);
    let confirmation = Confirmation::new(
        texts.t("agreements-discard-question"),
        format!("{here}/discard"),
        texts.t("agreements-discard"),
        here,
    )
    .danger()
    .field("version", agreement.version.to_string());
    let heading = heading(&grant, texts, &agreement, visit.today());
    Ok(reader.page("agreements-discard-title", &heading, confirmation.render(texts)))
}

pub(super) async fn discard(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let outcome = change::discard(&visit, client, id, seen(&fields)?).await;
    let outcome = outcome.map(|()| (format!("/clients/{client}{TAB}"), "agreements-discarded"));
    settled(&visit, &reader, (client, id), outcome).await
}
