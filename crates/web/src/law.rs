//! The law in words: how pages and papers name an act, a section and a legal basis.

use polku_pages::Texts;
use polku_profile::{Basis, Citation, Profile, section_in};
use serde_json::{Value, json};

/// An act by its name and number, with the section when it is known: `Laki kuntouttavasta työtoiminnasta (189/2001) 9 §`.
#[must_use]
pub fn act(texts: Texts, profile: &Profile, number: &str, section: Option<&str>) -> String {
    let known = profile.act(number);
    let name = known.map_or_else(
        || number.to_owned(),
        |act| format!("{} ({number})", act.name.get(texts.locale().into())),
    );
    match section {
        Some(section) => format!("{name} {}", section_in(section, texts.locale().into())),
        None => name,
    }
}

/// A provision that is cited.
#[must_use]
pub fn citation(texts: Texts, profile: &Profile, cited: &Citation) -> String {
    act(texts, profile, &cited.act, cited.section.as_deref())
}

/// A register's secrecy marking, with the act that it rests on, as papers print it (Act 621/1999, 25 §).
#[must_use]
pub fn marking(texts: Texts, profile: &Profile) -> Value {
    let secrecy = &profile.controller.secrecy;
    let ground = match &secrecy.section {
        Some(section) => format!("{} {}", secrecy.act, section_in(section, texts.locale().into())),
        None => secrecy.act.clone(),
    };
    json!({ "text": profile.disclosure.marking.get(texts.locale().into()), "ground": ground })
}

/// The articles of the GDPR on which a basis rests: `tietosuoja-asetus 6.1 c, 9.2 h`.
#[must_use]
pub fn articles(texts: Texts, basis: &Basis) -> String {
    let articles = match basis.special {
        Some(special) => format!("{}, {special}", basis.article),
        None => basis.article.to_string(),
    };
    texts.with("law-gdpr", &[("articles", articles.into())])
}

/// A legal basis: its articles, and the act and section from which the task comes.
#[must_use]
pub fn basis(texts: Texts, profile: &Profile, basis: &Basis) -> String {
    let articles = articles(texts, basis);
    match &basis.act {
        Some(number) => {
            let act = act(texts, profile, number, basis.section.as_deref());
            format!("{act}; {articles}")
        }
        None => articles,
    }
}
