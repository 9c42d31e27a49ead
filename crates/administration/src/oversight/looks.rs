//! Who has looked at a person (E4).

use polku_desk::{Client, EntryId, Read, SubjectId};
use polku_pages::frame::Heading;
use polku_web::{Answer, AtDesk, Path, Query, Reader};
use serde::Deserialize;

use super::looks_view::looks;

/// As many are on a page.
pub(super) const ON_A_PAGE: usize = 50;

/// Where a page begins.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Position {
    /// Older than this entry.
    pub(super) before: Option<EntryId>,
    /// How many, for programs.
    pub(super) limit: Option<usize>,
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
    let traces = grant.traces(position.before, ON_A_PAGE).await?;
    let name = visit.name_of(grant.subject()).unwrap_or_default();
    let older = (traces.len() == ON_A_PAGE)
        .then(|| {
            traces
                .last()
                .map(|last| format!("/clients/{client}/looks?before={}", last.id))
        })
        .flatten();
    let heading = Heading::new(name)
        .subtitle(texts.t("oversight-looks-what"))
        .back("/oversight", texts.t("oversight-heading"));
    let body = looks(texts, &*visit.profile()?, &traces, older, visit.today());
    Ok(reader.page("oversight-looks-title", &heading, body))
}
