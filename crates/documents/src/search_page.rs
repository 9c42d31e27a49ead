//! Searching in documents, as pages and programs ask. What is typed is sent, never put in an address.

use axum::Json;
use polku_desk::{Client, Read, SubjectId};
use polku_pages::{form::FormState, frame::Heading};
use polku_profile::RecordKind;
use polku_web::{Answer, AtDesk, Failure, Fields, IntoResponse, InvalidField, JsonBody, Path, Reader};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    class::Class,
    page::kept,
    search::{self, Query, Results},
    view::{self, search_view},
};

/// What is searched for.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct SearchInput {
    /// Words that must all be there, whatever their case and accents.
    text: String,
}

impl SearchInput {
    fn check(&self) -> Result<Query, Failure> {
        Query::parse(&self.text).map_err(|key| Failure::Invalid(vec![InvalidField { field: "text", key }]))
    }
}

/// What was found.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ResultsBody {
    /// The documents.
    found: Vec<FoundBody>,
    /// Whether there is more than was looked through or is told.
    is_cut: bool,
}

/// A document that was found.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundBody {
    /// Whose.
    client: SubjectId,
    /// Its id.
    document: Uuid,
    /// What it is called.
    title: String,
    /// What it is about.
    class: Class,
    /// The page on which the words stand; nothing when only the title matched.
    page: Option<usize>,
    /// The line.
    line: Option<String>,
}

impl ResultsBody {
    fn of(results: Results) -> Self {
        let found = results.found.into_iter().map(|found| {
            let (page, line) = found.place.map(|place| (place.page, place.line)).unzip();
            FoundBody {
                client: found.client,
                document: found.document,
                title: found.title,
                class: found.class,
                page,
                line,
            }
        });
        Self {
            found: found.collect(),
            is_cut: results.is_cut,
        }
    }
}

/// Searches in a client's documents.
pub(crate) async fn in_client(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&visit)?;
    let address = view::address(grant.subject());
    let texts = reader.texts;
    let heading = Heading::new(texts.t("documents-search")).back(address.clone(), texts.t("documents-title"));
    let action = address + "/search";
    match fields.read::<SearchInput>()?.check() {
        Ok(query) => {
            let results = search::in_client(&grant, &query).await?;
            let body = search_view::results(texts, &action, &fields.0, &results);
            Ok(reader.page("documents-search", &heading, body))
        }
        Err(failure) => again(&reader, &heading, &action, fields, failure),
    }
}

/// Asks what is searched for in the documents of one's own clients.
pub(crate) async fn ask(visit: AtDesk, reader: Reader) -> Answer {
    kept(&visit)?;
    // Whose documents there are is shown to nobody yet; that somebody came here to look is still entered.
    visit.list(search::NOBODY, polku_desk::params! {}).await?;
    let texts = reader.texts;
    let heading = Heading::new(texts.t("documents-search-all"));
    let body = search_view::asking(texts, "/documents/search", &FormState::new());
    Ok(reader.page("documents-search", &heading, body))
}

/// Searches in the documents of one's own clients.
pub(crate) async fn everywhere(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    kept(&visit)?;
    let texts = reader.texts;
    let heading = Heading::new(texts.t("documents-search-all"));
    match fields.read::<SearchInput>()?.check() {
        Ok(query) => {
            let results = search::everywhere(&visit, &query).await?;
            let body = search_view::results(texts, "/documents/search", &fields.0, &results);
            Ok(reader.page("documents-search", &heading, body))
        }
        Err(failure) => again(&reader, &heading, "/documents/search", fields, failure),
    }
}

fn again(reader: &Reader, heading: &Heading, action: &str, fields: Fields, failure: Failure) -> Answer {
    let Failure::Invalid(wrong) = failure else {
        return Err(failure);
    };
    let state = fields.with_errors(reader, &wrong);
    let body = search_view::asking(reader.texts, action, &state);
    Ok(reader.page_to_mend("documents-search", &[], heading, body))
}

/// The same for a program, in one client's documents.
pub(crate) async fn programs_in_client(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<SearchInput>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&visit)?;
    let results = search::in_client(&grant, &input.check()?).await?;
    Ok(Json(ResultsBody::of(results)).into_response())
}

/// The same for a program, in the documents of all whom its worker sees.
pub(crate) async fn programs_everywhere(visit: AtDesk, JsonBody(input): JsonBody<SearchInput>) -> Answer {
    polku_casework::keeping::kept(&visit, RecordKind::Document)?;
    let results = search::everywhere(&visit, &input.check()?).await?;
    Ok(Json(ResultsBody::of(results)).into_response())
}
