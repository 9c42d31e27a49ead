//! The pages of a client's disclosures.

use polku_casework::clients::tabs;
use polku_desk::{
    Client, DeskError, Granted, Read, SubjectId,
    access::{Action, Resource},
};
use polku_pages::{
    components::{Button, Notice},
    form::FormState,
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Failure, Fields, IntoResponse, Path, Query, Reader, flash, header};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    change,
    disclosure::Ground,
    input::{DecisionInput, DeliveryInput, RequestInput},
    kept,
    package::Package,
    request_view::request_form,
    store,
    view::{self, DisclosurePage},
};
use crate::consents;

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let texts = reader.texts;
    let all = store::all(&grant).await?;
    let may_write = may_write(&grant);
    let mut heading = heading(&grant, &reader);
    if may_write {
        let new = format!("/clients/{client}/disclosures/new");
        heading = heading.action(Button::link(new, texts.t("disclosures-new")).key('n').main());
    }
    let body = html! {
        (tabs::of(&grant, texts, "/disclosures"))
        (view::list(texts, &*visit.profile()?, client, &all, may_write, visit.today()))
    };
    Ok(reader.page("disclosures-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let form = request_form(reader.texts, &*visit.profile()?, client, &FormState::new());
    Ok(reader.page(
        "disclosures-new",
        &sub_heading(&grant, &reader, "disclosures-new"),
        form,
    ))
}

pub(super) async fn ask(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: RequestInput = fields.read()?;
    match change::ask(&visit, client, &input).await {
        Ok(id) => Ok(flash(&change::address(client, id), "disclosures-asked-saved")),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let state = fields.with_errors(&reader, &invalid);
            let form = request_form(reader.texts, &*visit.profile()?, client, &state);
            let heading = sub_heading(&grant, &reader, "disclosures-new");
            Ok(reader.page_to_mend("disclosures-new", &[], &heading, form))
        }
        Err(failure) => Err(failure),
    }
}

/// Which ground is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    ground: String,
}

pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    Query(asked): Query<Asked>,
) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let page = page(&grant, id, Ground::parse(&asked.ground)).await?;
    let heading = sub_heading(&grant, &reader, "disclosures-one");
    let body = page.render(reader.texts, &*visit.profile()?, &FormState::new());
    Ok(reader.page("disclosures-one", &heading, body))
}

async fn page(grant: &Granted<'_, Client, Read>, id: Uuid, chosen: Option<Ground>) -> Answer<DisclosurePage> {
    let visit = grant.visit();
    Ok(DisclosurePage {
        client: grant.subject(),
        disclosure: store::one(grant, id).await?,
        events: store::events(grant, id).await?,
        consents: consents::store::all(grant).await?,
        chosen,
        may_write: may_write(grant),
        now: visit.now(),
        today: visit.today(),
    })
}

pub(super) async fn decide(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: DecisionInput = fields.read()?;
    let seen = fields.0.value("version").parse();
    let seen = seen.map_err(|_| Failure::Unreadable("the form lacks the version"))?;
    let (state, is_changed) = match change::decide(&visit, client, id, seen, &input).await {
        Ok(()) => return Ok(flash(&change::address(client, id), "disclosures-decided-saved")),
        Err(Failure::Invalid(invalid)) => (fields.with_errors(&reader, &invalid), false),
        Err(Failure::Desk(DeskError::Conflict)) => (fields.0, true),
        Err(failure) => return Err(failure),
    };
    let grant = visit.open::<Client, Read>(client).await?;
    let page = page(&grant, id, Ground::parse(&input.ground)).await?;
    let texts = reader.texts;
    let body = html! {
        @if is_changed { (Notice::warning(texts.t("disclosures-changed-meanwhile"))) }
        (page.render(texts, &*visit.profile()?, &state))
    };
    let heading = sub_heading(&grant, &reader, "disclosures-one");
    Ok(reader.page_to_mend("disclosures-one", &[], &heading, body))
}

pub(super) async fn deliver(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: DeliveryInput = fields.read()?;
    match change::deliver(&visit, reader.texts, client, id, &input).await {
        Ok(package) => Ok(file(&reader, package)),
        Err(Failure::Invalid(invalid)) => {
            // What was entered is not in the snapshot that the checks read.
            visit.settle().await?;
            let grant = visit.open::<Client, Read>(client).await?;
            let page = page(&grant, id, None).await?;
            // A passphrase is not shown again.
            let mut kept = fields;
            kept.0.values.remove("passphrase");
            let state = kept.with_errors(&reader, &invalid);
            let body = page.render(reader.texts, &*visit.profile()?, &state);
            let heading = sub_heading(&grant, &reader, "disclosures-one");
            Ok(reader.page_to_mend("disclosures-one", &[], &heading, body))
        }
        Err(failure) => Err(failure),
    }
}

/// The file as a browser keeps it. Its name says nothing of anybody.
pub(super) fn file(reader: &Reader, package: Package) -> polku_web::Response {
    let name = reader.texts.t("disclosures-file");
    let headers = [
        (header::CONTENT_TYPE, package.mime.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.{}\"", package.extension),
        ),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, package.bytes).into_response()
}

/// Whether the ground of this look lets the visitor decide as well.
pub(super) fn may_write(grant: &Granted<'_, Client, Read>) -> bool {
    grant.may_also(Action::Write, Resource::Disclosures)
}

fn heading(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(
        reader
            .texts
            .with("disclosures-heading", &[("name", name.as_str().into())]),
    )
    .back(format!("/clients/{}", grant.subject()), name)
}

fn sub_heading(grant: &Granted<'_, Client, Read>, reader: &Reader, key: &str) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(reader.texts.t(key)).subtitle(name).back(
        format!("/clients/{}/disclosures", grant.subject()),
        reader.texts.t("disclosures-title"),
    )
}
