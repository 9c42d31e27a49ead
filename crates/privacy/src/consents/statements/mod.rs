//! The texts that people read before they consent (C1): one for each kind, in three languages, edition after edition. The
//! main user writes a draft and publishes it; what is published never changes, and each consent keeps the text as it was
//! read. Edition 0 comes with the product, so that nobody has to write one before the first consent.

mod api;
mod change;
mod input;
mod page;
mod store;
mod view;

use polku_desk::{
    Visit,
    access::{AccessSpec, Role},
};
use polku_pages::{Locale, Texts};
use polku_values::InterfaceLanguage;
use polku_web::{Answer, ApiDoc, Method, Routes};

use super::consent::Kind;

const SEE: AccessSpec = AccessSpec::roles(&[Role::MainUser, Role::DataProtectionOfficer]);
const KEEP: AccessSpec = AccessSpec::roles(&[Role::MainUser]);

/// What somebody reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementText {
    /// Its edition; 0 is the text that comes with the product.
    pub edition: i64,
    texts: [String; 3],
}

impl StatementText {
    /// The text in a language.
    #[must_use]
    pub fn text(&self, language: InterfaceLanguage) -> &str {
        match language {
            InterfaceLanguage::Finnish => &self.texts[0],
            InterfaceLanguage::Swedish => &self.texts[1],
            InterfaceLanguage::English => &self.texts[2],
        }
    }
}

/// The text that is read now for a kind of consent.
///
/// # Errors
/// When the database fails.
pub async fn offered(visit: &Visit, kind: Kind) -> Answer<StatementText> {
    let published = store::all(visit)
        .await?
        .into_iter()
        .find(|statement| statement.kind == kind && statement.state == store::State::Published);
    Ok(match published {
        Some(statement) => StatementText {
            edition: statement.edition,
            texts: statement.texts,
        },
        None => shipped(kind),
    })
}

/// The text that comes with the product.
#[must_use]
pub fn shipped(kind: Kind) -> StatementText {
    let text = |locale| Texts::new(locale).t(&format!("consents-statement-{kind}"));
    StatementText {
        edition: 0,
        texts: [text(Locale::Fi), text(Locale::Sv), text(Locale::En)],
    }
}

/// The pages and API of statement texts.
pub(super) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/consent-statements", SEE, page::list)
        .page(Method::GET, "/consent-statements/new", KEEP, page::new)
        .page(Method::POST, "/consent-statements", KEEP, page::write)
        .page(Method::GET, "/consent-statements/{statement}", SEE, page::show)
        .page(
            Method::POST,
            "/consent-statements/{statement}",
            KEEP,
            page::rewrite,
        )
        .page(
            Method::POST,
            "/consent-statements/{statement}/publish",
            KEEP,
            page::publish,
        )
        .with(programs())
}

fn programs() -> Routes {
    Routes::new()
        .api(
            Method::GET,
            "/consent-statements",
            SEE,
            ApiDoc::new("The statement texts of consents, all editions").answers::<Vec<api::StatementBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/consent-statements",
            KEEP,
            ApiDoc::new("Write a draft of the next edition")
                .takes::<input::StatementInput>()
                .answers::<api::StatementBody>()
                .creates(),
            api::write,
        )
        .api(
            Method::PUT,
            "/consent-statements/{statement}",
            KEEP,
            ApiDoc::new("Change a draft")
                .takes::<input::StatementInput>()
                .answers::<api::StatementBody>(),
            api::rewrite,
        )
        .api(
            Method::POST,
            "/consent-statements/{statement}/publish",
            KEEP,
            ApiDoc::new("Publish a draft: it never changes any more").answers::<api::StatementBody>(),
            api::publish,
        )
}
