//! An agreement as a file, and the seal over it.

use polku_desk::{Client, DeskError, Read, SubjectId};
use polku_web::{Answer, AtDesk, IntoResponse, Path, Query, Response, header};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{change, kept, store};
use crate::signing::{
    model::Stage,
    print::{self, Signs, print},
    store as signing,
};

/// What the address of a file asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// `shown` for the file as it was shown before it was signed.
    stage: String,
}

/// The file: of a draft as it would be, of others as it was shown or signed.
pub(super) async fn pdf(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let agreement = store::one(&grant, id).await?;
    grant.shown(&json!({ "printed": "agreement" }));
    let signed = match asked.stage.as_str() {
        "shown" => None,
        _ => signing::paper(&grant, id, Stage::Signed).await?,
    };
    let paper = match signed {
        Some(signed) => Some(signed),
        None => signing::paper(&grant, id, Stage::Shown).await?,
    };
    let file = if let Some(paper) = paper {
        paper.words.file()?
    } else {
        let wording = change::wording(&grant, &agreement).await?;
        print(&*visit.profile()?, id, &wording, &Signs::Draft, visit.now()).await?
    };
    Ok(print::answer(file, false))
}

/// The register's seal over the signed file, to be kept beside it.
pub(super) async fn seal(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer<Response> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    store::one(&grant, id).await?;
    grant.shown(&json!({ "printed": "agreement-seal" }));
    let paper = signing::paper(&grant, id, Stage::Signed)
        .await?
        .ok_or(DeskError::Hidden)?;
    Ok(seal_answer(paper.words.seal))
}

/// A seal as an answer.
pub(crate) fn seal_answer(seal: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"sopimus.note\"",
        ),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    (headers, seal).into_response()
}
