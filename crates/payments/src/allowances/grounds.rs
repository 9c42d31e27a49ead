//! A client's grounds, and what was paid to them.

use polku_casework::{clients::tabs, keeping::kept};
use polku_desk::{Client, Granted, Read, SubjectId, Visit, access::Resource};
use polku_pages::{form::FormState, format, frame::Heading, html};
use polku_profile::RecordKind;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use serde_json::json;

use super::{ground::GroundInput, store, view_grounds};

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let mut state = FormState::new();
    state.set("from", format::date(visit.today().first_of_month()));
    let (heading, body) = shown(&visit, &reader, client, &state).await?;
    Ok(reader.page("allowances-client-title", &heading, body))
}

async fn shown(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    state: &FormState,
) -> Answer<(Heading, polku_pages::Markup)> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(visit, RecordKind::Allowance)?;
    let texts = reader.texts;
    let grounds = store::grounds_of(&grant).await?;
    let history = if grant.may(Resource::Allowance) {
        Some(store::history(&grant).await?)
    } else {
        None
    };
    let body = html! {
        (tabs::of(&grant, texts, "/allowance"))
        (view_grounds::render(texts, grant.subject(), &grounds, history.as_deref(), state, visit.today()))
    };
    Ok((heading(&grant, reader), body))
}

fn heading(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    let title = reader
        .texts
        .with("allowances-client-heading", &[("name", name.as_str().into())]);
    Heading::new(title).back(format!("/clients/{}", grant.subject()), name)
}

pub(super) async fn set(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    match tell(&visit, client, &fields.read()?).await {
        Ok(()) => Ok(flash(
            &format!("/clients/{client}/allowance"),
            "allowances-ground-told",
        )),
        Err(Failure::Invalid(wrong)) => {
            let state = fields.with_errors(&reader, &wrong);
            let (heading, body) = shown(&visit, &reader, client, &state).await?;
            Ok(reader.page_to_mend("allowances-client-title", &[], &heading, body))
        }
        Err(other) => Err(other),
    }
}

/// Tells by which rate a client's days count from a day on. What was told before stays, and holds until that day.
pub(super) async fn tell(visit: &Visit, client: SubjectId, input: &GroundInput) -> Answer<()> {
    kept(visit, RecordKind::Allowance)?;
    let (from, words) = input.check(visit.today()).map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    store::insert_ground(&grant, from, &words).await?;
    grant
        .commit("allowance-ground-told", json!({ "from": from }))
        .await?;
    Ok(())
}
