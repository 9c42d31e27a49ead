//! A certificate on paper.

use polku_pages::format;
use polku_typeset::{Job, Template, pdf};
use polku_web::{Answer, AtDesk, Failure, IntoResponse, Path, Reader, header};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{store, view};

pub(super) async fn print(visit: AtDesk, reader: Reader, Path(certificate): Path<Uuid>) -> Answer {
    let certificate = store::one(&visit, certificate).await?;
    let (texts, profile) = (reader.texts, visit.profile()?);
    let language = texts.locale().into();
    let tables = view::tables(texts, &profile, &certificate);
    let section = |lines: &view::Lines| json!({ "title": lines.title, "table": { "head": lines.head, "rows": lines.rows, "row_heads": true } });
    let sections: Vec<Value> = tables.iter().map(section).collect();
    let organisation = profile.controller.name.get(language).to_owned();
    let data = json!({
        "heading": texts.t("certificates-title"),
        "organisation": organisation,
        "register": profile.register.name.get(language),
        "date": format::date(format::finnish_time(certificate.done_at).date()),
        "lead": [texts.t(&format!("certificates-lead-{}", certificate.kind))],
        "meta": view::facts(texts, &certificate),
        "sections": sections,
        "closing": [texts.t("certificates-backups")],
    });
    let title = texts.t("certificates-title");
    // The same certificate is the same file, whenever it is printed.
    let created = certificate.done_at;
    let printed = tokio::task::spawn_blocking(move || {
        pdf(&Job {
            template: Template::Document,
            language,
            title: &title,
            author: &organisation,
            created,
            data: &data,
            images: &[],
        })
    })
    .await
    .map_err(|error| Failure::Internal(error.to_string()))?
    .map_err(|error| Failure::Internal(error.to_string()))?;
    let name = texts.t("certificates-file");
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.pdf\""),
        ),
    ];
    Ok((headers, printed).into_response())
}
