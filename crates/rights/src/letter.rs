//! Letters: what is written to whoever asked, from templates in three languages, with the remedies. A letter is kept as it
//! was written, whatever the templates say later.

use jiff::{Timestamp, civil::Date};
use polku_pages::{
    Locale, Markup, Texts,
    components::{Fact, Facts, Paper},
    format, html,
};
use polku_profile::Profile;
use polku_typeset::{Job, Template, pdf};
use polku_values::InterfaceLanguage;
use polku_web::{Answer, Failure, IntoResponse, Response, header};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// A letter as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Letter {
    /// Its language: `fi`, `sv` or `en`.
    pub language: String,
    /// Its day.
    pub on: Option<Date>,
    /// What it is.
    pub heading: String,
    /// To whom.
    pub to: String,
    /// What it says.
    pub paragraphs: Vec<String>,
    /// How the answer can be taken further.
    pub remedies: Vec<String>,
    /// Who answers for it.
    pub signer: String,
}

/// The texts of a language.
pub(crate) fn texts_of(language: InterfaceLanguage) -> Texts {
    Texts::new(Locale::parse(language.code()).unwrap_or_default())
}

/// The right to complain to the supervisory authority (GDPR 77) and to a court (GDPR 79), with its public contact.
pub(crate) fn to_supervisor(texts: Texts, profile: &Profile) -> Vec<String> {
    let supervisor = &profile.requests.supervisor;
    let name = supervisor.name.get(texts.locale().into());
    vec![
        texts.with("letters-complaint", &[("supervisor", name.into())]),
        texts.with(
            "letters-supervisor",
            &[
                ("supervisor", name.into()),
                ("address", supervisor.address.as_str().into()),
                ("web", supervisor.web.as_str().into()),
            ],
        ),
        texts.t("letters-court"),
    ]
}

/// The right to have the authority decide in writing (Act 621/1999, 14 § 3), and whose business that is.
pub(crate) fn to_decision(texts: Texts, profile: &Profile) -> Vec<String> {
    let addressee = profile.requests.addressee.get(texts.locale().into());
    vec![
        texts.t("letters-decision"),
        texts.with("letters-decision-from", &[("addressee", addressee.into())]),
    ]
}

/// How to appeal against a decision (Act 621/1999, 33 §; Act 808/2019, 13 and 15–16 §).
pub(crate) fn to_administrative_court(texts: Texts) -> Vec<String> {
    vec![texts.t("letters-appeal"), texts.t("letters-appeal-how")]
}

impl Letter {
    /// The language as the product speaks it.
    pub(crate) fn interface_language(&self) -> InterfaceLanguage {
        InterfaceLanguage::from_code(&self.language).unwrap_or(InterfaceLanguage::Finnish)
    }

    /// The letter as a page that any browser prints.
    pub(crate) fn paper(&self, profile: &Profile) -> Markup {
        let texts = texts_of(self.interface_language());
        let language = self.interface_language();
        let facts = [
            ("letters-from", profile.controller.name.get(language).to_owned()),
            ("letters-register", profile.register.name.get(language).to_owned()),
            ("letters-to", self.to.clone()),
            ("letters-on", self.on.map(format::date).unwrap_or_default()),
        ];
        let facts = facts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| Fact::new(texts.t(key), value));
        html! {
            div lang=(language.code()) {
                (Paper::new(&self.heading).with_inside(html! {
                    (Facts::list(facts))
                    @for text in &self.paragraphs { p { (text) } }
                    @if !self.remedies.is_empty() {
                        h3 { (texts.t("letters-remedies")) }
                        @for text in &self.remedies { p { (text) } }
                    }
                    p { (self.signer) br; (profile.controller.name.get(language)) }
                }))
            }
        }
    }

    /// The letter as PDF/A and PDF/UA. Its name and title say nothing of anybody.
    pub(crate) async fn file(&self, profile: &Profile, made_at: Timestamp) -> Answer<Response> {
        let language = self.interface_language();
        let texts = texts_of(language);
        let mut sections = vec![json!({ "paragraphs": self.paragraphs })];
        if !self.remedies.is_empty() {
            sections.push(json!({ "title": texts.t("letters-remedies"), "paragraphs": self.remedies }));
        }
        let data = json!({
            "heading": self.heading,
            "organisation": profile.controller.name.get(language),
            "register": profile.register.name.get(language),
            "date": self.on.map(format::date),
            "meta": [[texts.t("letters-to"), self.to]],
            "sections": sections,
            "signatures": [{
                "name": self.signer,
                "signed": [texts.with("letters-signed", &[("on", self.on.map(format::date).unwrap_or_default().into())])],
            }],
        });
        let title = texts.t("letters-title");
        let author = profile.controller.name.get(language).to_owned();
        let printed = print(data, title, author, language, made_at).await?;
        let headers = [
            (header::CONTENT_TYPE, "application/pdf"),
            (header::CONTENT_DISPOSITION, "inline; filename=\"kirje.pdf\""),
            (header::CACHE_CONTROL, "private, no-store"),
        ];
        Ok((headers, printed).into_response())
    }
}

/// Prints a document off the async threads.
pub(crate) async fn print(
    data: serde_json::Value,
    title: String,
    author: String,
    language: InterfaceLanguage,
    created: Timestamp,
) -> Answer<Vec<u8>> {
    tokio::task::spawn_blocking(move || {
        pdf(&Job {
            template: Template::Document,
            language,
            title: &title,
            author: &author,
            created,
            data: &data,
            images: &[],
        })
    })
    .await
    .map_err(|error| Failure::Internal(error.to_string()))?
    .map_err(|error| Failure::Internal(error.to_string()))
}
