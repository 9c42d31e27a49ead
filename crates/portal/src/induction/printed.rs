//! The leaflet as PDF/A-2a and PDF/UA-1, for anyone who asks: printed once, since printing takes a processor's time.

use std::collections::VecDeque;

use axum::body::Bytes;
use jiff::Timestamp;
use polku_pages::Texts;
use polku_typeset::{Job, Template, pdf as typeset};
use polku_web::{Answer, Failure};
use serde_json::{Value, json};
use tokio::sync::Mutex;

use super::leaflet::{Section, Told};

/// How many files are remembered: some registers in three languages. Each is some ten kilobytes.
const REMEMBERED: usize = 24;

/// What was printed lately, by what is in it. Nothing here is about a person.
static LATELY: Mutex<VecDeque<(String, Bytes)>> = Mutex::const_new(VecDeque::new());

/// The PDF of a leaflet. Whoever asks meanwhile waits, so that strangers keep one processor busy at most.
pub(super) async fn pdf(texts: Texts, told: Told, created: Timestamp) -> Answer<Bytes> {
    let data = data(texts, &told);
    let key = format!("{} {data}", texts.locale().code());
    let mut lately = LATELY.lock().await;
    if let Some((_, bytes)) = lately.iter().find(|(known, _)| *known == key) {
        return Ok(bytes.clone());
    }
    let title = texts.t("leaflet-title");
    let printing = move || {
        typeset(&Job {
            template: Template::Document,
            language: texts.locale().into(),
            title: &title,
            author: &told.controller,
            created,
            data: &data,
            images: &[],
        })
    };
    let printed = tokio::task::spawn_blocking(printing).await.map_err(internal)?;
    let bytes = Bytes::from(printed.map_err(internal)?);
    lately.truncate(REMEMBERED - 1);
    lately.push_front((key, bytes.clone()));
    Ok(bytes)
}

fn data(texts: Texts, told: &Told) -> Value {
    let section = |section: &Section| json!({ "title": section.title, "list": section.list, "after": section.paragraphs });
    let sections: Vec<Value> = told.sections.iter().map(section).collect();
    json!({
        "heading": told.heading,
        "organisation": told.controller,
        "register": told.register,
        "sections": sections,
        "closing": [format!("{}: {}", texts.t("leaflet-notice"), told.notice), told.version],
    })
}

fn internal(error: impl std::fmt::Display) -> Failure {
    Failure::Internal(error.to_string())
}
