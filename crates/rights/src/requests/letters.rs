//! What is written in answer to a request: what was asked, what was decided and why, and how to take it further.

use jiff::civil::Date;
use polku_pages::{Texts, format};
use polku_profile::Profile;

use super::request::{Act, Request};
use crate::letter::{self, Letter};

/// What a letter is written of.
pub(super) struct Answering<'a> {
    pub(super) profile: &'a Profile,
    pub(super) request: &'a Request,
    pub(super) act: Act,
    /// The person's name.
    pub(super) to: String,
    /// Who answers.
    pub(super) signer: String,
    pub(super) today: Date,
    /// The last day after an extension.
    pub(super) due_on: Date,
    pub(super) reasons: &'a str,
    pub(super) routed_to: &'a str,
    pub(super) fee: Option<i64>,
}

impl Answering<'_> {
    /// The letter in a language.
    pub(super) fn write(&self, language: polku_values::InterfaceLanguage) -> Letter {
        let texts = letter::texts_of(language);
        Letter {
            language: language.code().to_owned(),
            on: Some(self.today),
            heading: texts.t(&format!("requests-letter-heading-{}", self.act)),
            to: self.to.clone(),
            paragraphs: self.paragraphs(texts),
            remedies: self.remedies(texts),
            signer: self.signer.clone(),
        }
    }

    fn paragraphs(&self, texts: Texts) -> Vec<String> {
        let request = self.request;
        let received = format::date(request.received_on);
        let mut said = vec![texts.with(
            &format!("requests-letter-asked-{}", request.kind),
            &[("day", received.as_str().into())],
        )];
        match self.act {
            Act::Extend => said.push(texts.with(
                "requests-letter-extended",
                &[("day", format::date(self.due_on).as_str().into())],
            )),
            Act::Grant => said.push(texts.t(&format!("requests-letter-granted-{}", request.kind))),
            Act::Partly => said.push(texts.t("requests-letter-partly")),
            Act::Refuse => said.push(texts.t("requests-letter-refused")),
            Act::Route => {
                said.push(texts.with("requests-letter-routed", &[("authority", self.routed_to.into())]));
            }
            Act::Identify | Act::Take | Act::Withdraw => {}
        }
        if !self.reasons.is_empty() {
            said.push(self.reasons.to_owned());
        }
        match self.fee {
            Some(cents) => {
                let euros = format::euros(texts.locale(), cents);
                said.push(texts.with("requests-letter-fee", &[("euros", euros.as_str().into())]));
            }
            None if self.act.closes() => said.push(texts.t("requests-letter-free")),
            None => {}
        }
        said
    }

    /// An answer that gives what was asked says it as well: the person may see it otherwise (GDPR 12.4).
    fn remedies(&self, texts: Texts) -> Vec<String> {
        match self.act {
            Act::Identify | Act::Take | Act::Withdraw => Vec::new(),
            _ => letter::to_supervisor(texts, self.profile),
        }
    }
}
