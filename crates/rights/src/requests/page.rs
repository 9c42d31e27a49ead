//! The pages of a client's requests.

use polku_casework::clients::{self, tabs};
use polku_desk::{
    Client, DeskError, Granted, Read, SubjectId,
    access::{Action, Resource, Role},
};
use polku_pages::{
    components::{Button, Notice},
    form::FormState,
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::{
    change,
    input::{ActInput, RequestInput},
    intake_view, kept, rectification,
    request::Kind,
    store, told,
    view::{self, Answerer, RequestPage},
};
use crate::{copies, restrictions};

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let texts = reader.texts;
    let all = store::all(&grant).await?;
    let restriction = restrictions::store::in_force(&grant).await?;
    let may_write = may_write(&grant);
    let mut heading = heading(&grant, &reader);
    if may_write {
        let new = format!("/clients/{client}/requests/new");
        heading = heading.action(Button::link(new, texts.t("requests-new")).key('n').main());
    }
    let is_officer = visit.role() == Role::DataProtectionOfficer;
    let body = html! {
        (tabs::of(&grant, texts, "/requests"))
        @if let Some(restriction) = &restriction { (restrictions::view::standing(texts, client, restriction, visit.today())) }
        (view::list(texts, &*visit.profile()?, client, &all, may_write, visit.today()))
        @if is_officer {
            p { a href={ "/clients/" (client) "/restriction" } { (texts.t("restrictions-title")) } }
        }
    };
    Ok(reader.page("requests-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let form = intake_view::intake(reader.texts, &*visit.profile()?, client, &FormState::new());
    Ok(reader.page(
        "requests-new",
        &sub_heading(&grant, &reader, "requests-new"),
        form,
    ))
}

pub(super) async fn receive(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: RequestInput = fields.read()?;
    match change::receive(&visit, client, &input).await {
        Ok(id) => Ok(flash(&change::address(client, id), "requests-received-saved")),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let state = fields.with_errors(&reader, &invalid);
            let form = intake_view::intake(reader.texts, &*visit.profile()?, client, &state);
            let heading = sub_heading(&grant, &reader, "requests-new");
            Ok(reader.page_to_mend("requests-new", &[], &heading, form))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let page = page(&grant, &reader, id).await?;
    let heading = sub_heading(&grant, &reader, "requests-one");
    let body = page.render(reader.texts, &*visit.profile()?, &FormState::new());
    Ok(reader.page("requests-one", &heading, body))
}

async fn page(grant: &Granted<'_, Client, Read>, reader: &Reader, id: Uuid) -> Answer<RequestPage> {
    let visit = grant.visit();
    let request = store::one(grant, id).await?;
    let is_rectification = request.kind == Kind::Rectification;
    let items = if is_rectification {
        rectification::items(grant, id).await?
    } else {
        Vec::new()
    };
    let fields = if is_rectification && !request.state.is_closed() {
        rectification::fields_now(grant, reader.texts).await?
    } else {
        Vec::new()
    };
    let recipients = if request.kind.concerns_recipients() {
        told::recipients(grant, id, reader.texts.locale().into()).await?
    } else {
        Vec::new()
    };
    Ok(RequestPage {
        client: grant.subject(),
        events: store::events(grant, id).await?,
        copies: copies::of_request(grant, id).await?,
        portable: copies::portable::parts(&*visit.profile()?, visit.today()),
        restrictions: restrictions::store::all(grant)
            .await?
            .into_iter()
            .filter(|one| one.request == Some(id))
            .collect(),
        language: clients::contact_language(grant).await?,
        sees_disclosures: grant.may(Resource::Disclosures),
        may_erase: grant.may_also(Action::Write, Resource::Retention),
        items,
        fields,
        recipients,
        may_write: may_write(grant),
        answerer: match (change::answers(visit)?, visit.role()) {
            (false, _) => Answerer::Nobody,
            (true, Role::DataProtectionOfficer) => Answerer::Officer,
            (true, _) => Answerer::Worker,
        },
        now: visit.now(),
        today: visit.today(),
        request,
    })
}

pub(super) async fn act(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: ActInput = fields.read()?;
    let seen = seen(&fields)?;
    match change::act(&visit, client, id, Some(seen), &input).await {
        Ok(()) => Ok(flash(&change::address(client, id), saved(&input.act))),
        failed => again(&visit, &reader, client, id, fields, failed.err()).await,
    }
}

fn saved(act: &str) -> &'static str {
    match act {
        "identify" => "requests-identified-saved",
        "take" => "requests-taken-saved",
        "extend" => "requests-extended-saved",
        "withdraw" => "requests-withdrawn-saved",
        _ => "requests-answered-saved",
    }
}

pub(super) fn seen(fields: &Fields) -> Answer<i64> {
    let seen = fields.0.value("version").parse();
    seen.map_err(|_| Failure::Unreadable("the form lacks the version"))
}

/// The request's page again, with what is to be mended beside its fields.
pub(super) async fn again(
    visit: &AtDesk,
    reader: &Reader,
    client: SubjectId,
    id: Uuid,
    fields: Fields,
    failed: Option<Failure>,
) -> Answer {
    let (state, is_changed) = match failed {
        Some(Failure::Invalid(invalid)) => (fields.with_errors(reader, &invalid), false),
        Some(Failure::Desk(DeskError::Conflict)) => (fields.0, true),
        Some(failure) => return Err(failure),
        None => (fields.0, false),
    };
    let grant = visit.open::<Client, Read>(client).await?;
    let page = page(&grant, reader, id).await?;
    let body = html! {
        @if is_changed { (Notice::warning(reader.texts.t("requests-changed-meanwhile"))) }
        (page.render(reader.texts, &*visit.profile()?, &state))
    };
    let heading = sub_heading(&grant, reader, "requests-one");
    Ok(reader.page_to_mend("requests-one", &[], &heading, body))
}

/// Whether the ground of this look lets the visitor write requests as well.
pub(super) fn may_write(grant: &Granted<'_, Client, Read>) -> bool {
    grant.may_also(Action::Write, Resource::Requests)
}

fn heading(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    let title = reader
        .texts
        .with("requests-heading", &[("name", name.as_str().into())]);
    // Not everyone who answers requests has the client's own page.
    Heading::new(title).back("/requests", reader.texts.t("requests-list-title"))
}

pub(super) fn sub_heading(grant: &Granted<'_, Client, Read>, reader: &Reader, key: &str) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(reader.texts.t(key)).subtitle(name).back(
        format!("/clients/{}/requests", grant.subject()),
        reader.texts.t("requests-title"),
    )
}
