//! The pages of breaches.

use jiff::Timestamp;
use polku_desk::{DeskError, Visit};
use polku_pages::{
    components::{Button, Notice},
    form::FormState,
    format,
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, Response, flash};
use uuid::Uuid;

use super::{
    breach::{Breach, State},
    change::{self, address},
    notice_view, store,
    view::{self, BreachPage, Mending},
};

pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let all = store::all(&visit).await?;
    let heading = Heading::new(texts.t("breaches-title"))
        .subtitle(texts.t("breaches-what"))
        .action(Button::link("/breaches/report", texts.t("breaches-report")).main());
    let body = view::list(texts, &all, visit.now(), visit.today());
    Ok(reader.page("breaches-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader) -> Answer {
    let mut state = FormState::new();
    let now = format::finnish_time(visit.now());
    state
        .set("found_on", format::date(now.date()))
        .set("found_time", format::clock(reader.texts.locale(), now.time()));
    Ok(reader.page(
        "breaches-report",
        &Heading::new(reader.texts.t("breaches-report")),
        view::report_form(reader.texts, &state),
    ))
}

pub(super) async fn report(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    let keeps = super::READ.admits(visit.role());
    match change::report(&visit, &fields.read()?).await {
        Ok(id) if keeps => Ok(flash(&address(id), "breaches-reported")),
        // Whoever does not keep breaches has told what there was to tell.
        Ok(_) => Ok(flash("/account", "breaches-reported-thanks")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            let form = view::report_form(reader.texts, &state);
            let heading = Heading::new(reader.texts.t("breaches-report"));
            Ok(reader.page_to_mend("breaches-report", &[], &heading, form))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>) -> Answer {
    let breach = store::one(&visit, id).await?;
    let page = page(&visit, &breach, None).await?;
    Ok(reader.page(
        "breaches-one",
        &heading(&reader, &breach),
        page.render(reader.texts),
    ))
}

async fn page<'a>(
    visit: &Visit,
    breach: &'a Breach,
    mending: Option<(Mending, &'a FormState)>,
) -> Answer<BreachPage<'a>> {
    Ok(BreachPage {
        breach,
        events: store::events(visit, breach.id).await?,
        affected: store::affected(visit, breach.id).await?,
        to_close: change::may_close(visit, breach).await?,
        profile: visit.profile()?,
        mending,
        now: visit.now(),
        today: visit.today(),
    })
}

pub(super) async fn assess(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>, fields: Fields) -> Answer {
    let done = match seen(&fields) {
        Ok(seen) => change::assess(&visit, id, seen, &fields.read()?).await,
        Err(failure) => Err(failure),
    };
    answer(
        &visit,
        &reader,
        id,
        fields,
        done,
        (Mending::Assessment, "breaches-assessed"),
    )
    .await
}

pub(super) async fn notify(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>, fields: Fields) -> Answer {
    let done = match seen(&fields) {
        Ok(seen) => change::notify(&visit, id, seen, &fields.read()?).await,
        Err(failure) => Err(failure),
    };
    answer(
        &visit,
        &reader,
        id,
        fields,
        done,
        (Mending::Notice, "breaches-notified"),
    )
    .await
}

pub(super) async fn write_letter(
    visit: AtDesk,
    reader: Reader,
    Path(id): Path<Uuid>,
    fields: Fields,
) -> Answer {
    let done = match seen(&fields) {
        Ok(seen) => change::write_letter(&visit, id, seen, &fields.read()?).await,
        Err(failure) => Err(failure),
    };
    answer(
        &visit,
        &reader,
        id,
        fields,
        done,
        (Mending::Letter, "breaches-letter-saved"),
    )
    .await
}

pub(super) async fn close(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>, fields: Fields) -> Answer {
    let done = match seen(&fields) {
        Ok(seen) => change::close(&visit, id, seen).await,
        Err(failure) => Err(failure),
    };
    answer(
        &visit,
        &reader,
        id,
        fields,
        done,
        (Mending::Closing, "breaches-closed"),
    )
    .await
}

pub(super) async fn reopen(visit: AtDesk, Path(id): Path<Uuid>, fields: Fields) -> Answer {
    change::reopen(&visit, id, seen(&fields)?).await?;
    Ok(flash(&address(id), "breaches-reopened"))
}

/// What the authority asks (GDPR 33.3), to print or to copy into its form.
pub(super) async fn form_of_notice(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>) -> Answer {
    let breach = store::one(&visit, id).await?;
    let texts = reader.texts;
    let contacts = visit.desk().notice_contacts(visit.register()).await?;
    let (affected, _) = store::numbers(&visit, id).await?;
    let body = notice_view::form_of_notice(texts, &*visit.profile()?, &breach, &contacts, affected);
    let heading = Heading::new(texts.t("breaches-form")).back(address(id), texts.t("breaches-one"));
    Ok(reader.page("breaches-form", &heading, body))
}

/// Done; or the page again with what was typed and what is to be mended, or with what somebody else wrote meanwhile.
async fn answer(
    visit: &AtDesk,
    reader: &Reader,
    id: Uuid,
    fields: Fields,
    done: Answer<()>,
    (mending, said): (Mending, &'static str),
) -> Answer<Response> {
    let (mut state, is_changed) = match done {
        Ok(()) => return Ok(flash(&address(id), said)),
        Err(Failure::Invalid(invalid)) => (fields.with_errors(reader, &invalid), false),
        Err(Failure::Desk(DeskError::Conflict)) => (fields.0, true),
        Err(failure) => return Err(failure),
    };
    let breach = store::one(visit, id).await?;
    if is_changed && breach.state == State::Closed {
        return Err(DeskError::Conflict.into());
    }
    state.set("version", breach.version.to_string());
    let page = page(visit, &breach, Some((mending, &state))).await?;
    let body = html! {
        @if is_changed { (Notice::warning(reader.texts.t("breaches-changed-meanwhile"))) }
        (page.render(reader.texts))
    };
    Ok(reader.page_to_mend("breaches-one", &[], &heading(reader, &breach), body))
}

fn seen(fields: &Fields) -> Answer<i64> {
    let version = fields.0.value("version").parse();
    version.map_err(|_| Failure::Unreadable("the form lacks the version"))
}

pub(super) fn heading(reader: &Reader, breach: &Breach) -> Heading {
    let texts = reader.texts;
    let found = when(reader, breach.found_at);
    Heading::new(texts.t("breaches-one"))
        .subtitle(texts.with("breaches-found", &[("when", found.into())]))
        .back("/breaches", texts.t("breaches-title"))
}

fn when(reader: &Reader, at: Timestamp) -> String {
    format::date_and_time(reader.texts.locale(), format::finnish_time(at))
}
