//! The page of a client's induction.

use polku_casework::clients::{contact_language, tabs};
use polku_desk::{
    Client, Granted, Read, SubjectId, Visit,
    access::{Action, Resource},
};
use polku_pages::{Markup, components::Button, form::FormState, format, frame::Heading, html};
use polku_web::{API, Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use serde_json::json;
use uuid::Uuid;

use super::{input::InductionInput, rules, store, told::Way, view};

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let mut state = FormState::new();
    state.set("told_on", format::date(visit.today()));
    state.set("language", contact_language(&grant).await?.code());
    state.set("way", Way::OralWithLeaflet.name());
    let points = untold(&grant).await?;
    state.set_all(
        "points",
        points.iter().map(|point| point.name().to_owned()).collect(),
    );
    let (heading, body) = page(&grant, &reader, &state).await?;
    Ok(reader.page("induction-title", &heading, body))
}

/// What the client has not been told yet.
pub(super) async fn untold(grant: &Granted<'_, Client, Read>) -> Answer<Vec<rules::Point>> {
    let told: Vec<_> = store::all(grant)
        .await?
        .into_iter()
        .map(|one| one.told.words.points)
        .collect();
    let profile = grant.visit().profile()?;
    Ok(rules::untold(&profile, &told))
}

async fn page(
    grant: &Granted<'_, Client, Read>,
    reader: &Reader,
    state: &FormState,
) -> Answer<(Heading, Markup)> {
    let (visit, texts, client) = (grant.visit(), reader.texts, grant.subject());
    let profile = visit.profile()?;
    let all = store::all(grant).await?;
    let untold = untold(grant).await?;
    let may_write = grant.may_also(Action::Write, Resource::Induction);
    let name = visit.name_of(client).unwrap_or_default();
    let register = visit.desk().registers().get(visit.register())?.key;
    let heading = Heading::new(texts.with("induction-heading", &[("name", name.as_str().into())]))
        .back(format!("/clients/{client}"), name)
        .action(Button::link(
            format!("/leaflet/{register}"),
            texts.t("induction-leaflet"),
        ));
    let body = html! {
        (tabs::of(grant, texts, "/induction"))
        div.stack {
            (view::standing(texts, &all, &untold))
            @if may_write { (view::form(texts, client, &profile, state)) }
            (view::told(texts, &all, visit.today()))
        }
    };
    Ok((heading, body))
}

pub(super) async fn add(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: InductionInput = fields.read()?;
    match noted(&visit, client, &input).await {
        Ok(_) => Ok(flash(&address(client), "induction-noted")),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let state = fields.with_errors(&reader, &invalid);
            let (heading, body) = page(&grant, &reader, &state).await?;
            Ok(reader.page_to_mend("induction-title", &[], &heading, body))
        }
        Err(failure) => Err(failure),
    }
}

/// Notes what a client was told; answers its id.
pub(super) async fn noted(visit: &Visit, client: SubjectId, input: &InductionInput) -> Answer<Uuid> {
    let profile = visit.profile()?;
    let new = input.check(&profile, visit.today()).map_err(Failure::Invalid)?;
    let notice = store::notice_on(visit, new.told_on).await?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let id = store::insert(&grant, &new, notice).await?;
    visit.will_create(format!("{API}{}", address(client)), 1);
    let told = json!({ "induction": id, "points": new.words.points, "way": new.way });
    grant.commit("induction-noted", told).await?;
    Ok(id)
}

/// Where it is found.
pub(super) fn address(client: SubjectId) -> String {
    format!("/clients/{client}/induction")
}
