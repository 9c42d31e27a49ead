//! The page of looks, and the file of proofs.

use polku_casework::clients::tabs;
use polku_desk::{
    Client, EntryId, Read, SubjectId,
    access::Resource,
    audit::{Look, ProvenLooks},
};
use polku_pages::{Texts, frame::Heading, html};
use polku_web::{Answer, AtDesk, Failure, IntoResponse, Path, Query, Reader, Response, header};
use serde::Deserialize;
use serde_json::json;

use super::view::{LooksPage, list};

/// As many are on a page.
pub const ON_A_PAGE: usize = 50;

/// Where a page begins.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Position {
    /// Older than this entry.
    pub(super) before: Option<EntryId>,
    /// How many, for programs.
    pub(super) limit: Option<usize>,
}

/// The entry from which an older page goes on; none when there is none.
pub(super) fn next(looks: &[Look], limit: usize) -> Option<EntryId> {
    let last = looks.last().map(|last| last.entry);
    last.filter(|_| looks.len() == limit)
}

/// The page.
pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(position): Query<Position>,
) -> Answer {
    let texts = reader.texts;
    let grant = visit.open::<Client, Read>(client).await?;
    let looks = grant.looks(position.before, ON_A_PAGE).await?;
    let address = format!("/clients/{client}/looks");
    let profile = visit.profile()?;
    let page = LooksPage {
        profile: &profile,
        looks: &looks,
        address: &address,
        before: position.before,
        older: next(&looks, ON_A_PAGE),
        today: visit.today(),
    };
    let name = visit.name_of(grant.subject()).unwrap_or_default();
    let heading = Heading::new(&name).subtitle(texts.t("oversight-looks-what"));
    let (heading, parts) = if grant.may(Resource::Oversight) {
        (heading.back("/oversight", texts.t("oversight-heading")), None)
    } else {
        let parts = tabs::of(&grant, texts, "/looks");
        (heading.back(format!("/clients/{client}"), name), Some(parts))
    };
    let body = html! {
        @if let Some(parts) = parts { (parts) }
        (list(texts, &page))
    };
    Ok(reader.page("oversight-looks-title", &heading, body))
}

/// The proofs of a page's looks as a file.
pub(super) async fn proofs(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(position): Query<Position>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let proven = grant.proven_looks(position.before, ON_A_PAGE).await?;
    grant.shown(&json!({ "proofs": proven.looks.len() }));
    as_file(reader.texts, &proven)
}

/// The proof of one look as a file.
pub(super) async fn proof(
    visit: AtDesk,
    reader: Reader,
    Path((client, entry)): Path<(SubjectId, EntryId)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let proven = grant.proven_look(entry).await?;
    grant.shown(&json!({ "proofs": 1 }));
    as_file(reader.texts, &proven)
}

/// Proofs as a file that a browser keeps. Its name says nothing of anybody.
///
/// # Errors
/// [`Failure::Internal`] when they cannot be written.
pub fn as_file(texts: Texts, proven: &ProvenLooks) -> Answer<Response> {
    let bytes = serde_json::to_vec_pretty(proven).map_err(|error| Failure::Internal(error.to_string()))?;
    let name = texts.t("looks-proofs-file");
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.json\""),
        ),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
