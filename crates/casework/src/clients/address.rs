//! A protected address, shown once, to those who may, with an entry in the log (A7).

use axum::Json;
use polku_desk::{
    Client, Reveal, SubjectId, Visit,
    access::{AccessSpec, Action, Resource},
};
use polku_pages::{
    components::{Fact, Facts, Notice, Paper},
    frame::Heading,
    html,
};
use polku_profile::{Field, SubjectKind};
use polku_web::{Answer, ApiDoc, AtDesk, IntoResponse, Method, Path, Reader, Response, Routes};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    record::{FieldValues, Place},
    store, value,
};

/// What a showing touches, and nothing else. It takes a person at a screen: no token shows an address.
const SHOWING: AccessSpec =
    AccessSpec::people(Action::Reveal, &[Resource::ProtectedAddress]).without_tokens();

/// The routes of showing an address. They are asked for by POST: a showing is an act, and no address of ours leads to it.
pub(super) fn routes() -> Routes {
    let doc =
        ApiDoc::new("Show a protected address once; the showing is recorded").answers::<AddressDocument>();
    Routes::new()
        .page(Method::POST, "/clients/{client}/address/reveal", SHOWING, page)
        .api(
            Method::POST,
            "/clients/{client}/address/reveal",
            SHOWING,
            doc,
            api,
        )
}

/// An address.
#[derive(Serialize, JsonSchema)]
struct AddressDocument {
    /// Fields by their keys.
    fields: Vec<AddressField>,
}

/// A part of an address.
#[derive(Serialize, JsonSchema)]
struct AddressField {
    /// The field's key.
    field: &'static str,
    /// Its value; a code for the municipality.
    value: String,
}

async fn shown(visit: &Visit, client: SubjectId) -> Answer<(SubjectId, Vec<(Field, String)>)> {
    let grant = visit.open::<Client, Reveal>(client).await?;
    let address = store::revealed(&grant).await?;
    let fields = visit
        .profile()?
        .fields
        .of(SubjectKind::Client)
        .map(|entry| entry.field)
        .collect::<Vec<_>>();
    Ok((grant.subject(), parts(&fields, &address)))
}

fn parts(fields: &[Field], address: &FieldValues) -> Vec<(Field, String)> {
    let of_address = fields.iter().filter(|field| Place::of(**field) == Place::Address);
    of_address
        .filter_map(|field| Some((*field, address.value(*field)?.to_owned())))
        .collect()
}

async fn page(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let texts = reader.texts;
    let (client, address) = shown(&visit, client).await?;
    let heading = Heading::new(texts.t("client-address-title")).back(
        format!("/clients/{client}"),
        visit.name_of(client).unwrap_or_default(),
    );
    let facts = address.iter().map(|(field, kept)| {
        Fact::new(
            texts.t(&field.label_key()),
            html! { (value::shown(*field, kept, texts)) },
        )
    });
    let body = html! {
        (Notice::warning(texts.t("client-address-shown-once")))
        (Paper::bare().with_inside(html! {
            @if address.is_empty() { p { (texts.t("client-address-none")) } }
            (Facts::list(facts))
        }))
    };
    Ok(reader.page("client-address-title", &heading, body))
}

async fn api(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Response> {
    let (_, address) = shown(&visit, client).await?;
    let fields = address
        .into_iter()
        .map(|(field, value)| AddressField {
            field: field.key(),
            value,
        })
        .collect();
    Ok(Json(AddressDocument { fields }).into_response())
}
