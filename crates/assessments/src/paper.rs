//! What this room prints: PDF/A-2a and PDF/UA-1 in the language that was asked for.

use polku_desk::{Visit, clock::date_in_finland};
use polku_pages::{Locale, Texts, format};
use polku_typeset::{Job, Template, pdf};
use polku_web::{Answer, Failure, IntoResponse, header, law};
use serde::Deserialize;
use serde_json::{Value, json};

/// The language of a document, in the query.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct InLanguage {
    /// `fi`, `sv` or `en`; the reader's own when left out.
    language: Option<String>,
}

impl InLanguage {
    /// The texts of the document's language.
    pub(crate) fn texts(&self, reader: Texts) -> Texts {
        let asked = self.language.as_deref().and_then(Locale::parse);
        asked.map_or(reader, Texts::new)
    }
}

/// A document to print.
pub(crate) struct Paper {
    /// The kind of document.
    pub(crate) template: Template,
    /// The key of its name, which holds no personal data: it is in the file's metadata and its name.
    pub(crate) name: &'static str,
    /// The file's name.
    pub(crate) file: &'static str,
    /// What the template shows, beside what [`Paper::answer`] adds of the register.
    pub(crate) data: Value,
    /// Images by the names that the data gives them.
    pub(crate) images: Vec<(String, Vec<u8>)>,
}

impl Paper {
    /// Prints it for whoever asked. The organisation, the register, the secrecy marking and the date are added here.
    ///
    /// # Errors
    /// When the document cannot be printed, which is our mistake.
    pub(crate) async fn answer(self, visit: &Visit, texts: Texts) -> Answer {
        let profile = visit.profile()?;
        let language = texts.locale().into();
        let organisation = profile.controller.name.get(language).to_owned();
        let (title, created) = (texts.t(self.name), visit.now());
        let mut data = self.data;
        data["organisation"] = json!(organisation);
        data["register"] = json!(profile.register.name.get(language));
        data["date"] = json!(format::date(date_in_finland(created)));
        let (template, images) = (self.template, self.images);
        // Typesetting takes tens of milliseconds of a processor.
        let printed = tokio::task::spawn_blocking(move || {
            pdf(&Job {
                template,
                language,
                title: &title,
                author: &organisation,
                created,
                data: &data,
                images: &images,
            })
        })
        .await
        .map_err(|error| Failure::Internal(error.to_string()))?
        .map_err(|error| Failure::Internal(error.to_string()))?;
        let headers = [
            (header::CONTENT_TYPE, "application/pdf".to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("inline; filename=\"{}\"", self.file),
            ),
        ];
        Ok((headers, printed).into_response())
    }
}

/// The register's secrecy marking.
pub(crate) fn marking(visit: &Visit, texts: Texts) -> Answer<Value> {
    Ok(law::marking(texts, &*visit.profile()?))
}
