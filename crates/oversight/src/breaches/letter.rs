//! What one person is told of a breach (GDPR 34.2): a letter as PDF/A-2a and PDF/UA-1, in the language in which the person
//! is served or in another one, with the postal address. A protected address (A7) is on no letter: it says how it is
//! delivered instead.

use polku_casework::clients::{self, PostAddress};
use polku_desk::{Client, Read, SubjectId, clock::date_in_finland};
use polku_pages::{Locale, Texts, format};
use polku_profile::OfficeDuty;
use polku_typeset::{Job, Template, pdf};
use polku_values::InterfaceLanguage;
use polku_web::{Answer, AtDesk, Failure, IntoResponse, Path, Query, flash_warning, header};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{breach::Breach, change::address, store};

/// In which language; that in which the person is served when it is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    language: String,
}

/// The letter to one of those whose data it was.
pub(super) async fn show(
    visit: AtDesk,
    Path((id, client)): Path<(Uuid, SubjectId)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let breach = store::one(&visit, id).await?;
    let grant = visit.open::<Client, Read>(client).await?;
    let language = match InterfaceLanguage::from_code(&asked.language) {
        Some(chosen) => chosen,
        None => clients::contact_language(&grant).await?,
    };
    let affected = store::affected(&visit, id).await?;
    if !affected.iter().any(|one| one.client == grant.subject()) {
        return Err(polku_desk::DeskError::Hidden.into());
    }
    if breach.words.letter(language).is_empty() {
        let key = match language {
            InterfaceLanguage::Finnish => "breaches-letter-lacks-fi",
            InterfaceLanguage::Swedish => "breaches-letter-lacks-sv",
            InterfaceLanguage::English => "breaches-letter-lacks-en",
        };
        return Ok(flash_warning(&format!("{}#letter", address(id)), key));
    }
    grant.shown(&json!({ "printed": "breach-letter", "breach": id }));
    let texts = Texts::new(Locale::parse(language.code()).unwrap_or_default());
    let profile = visit.profile()?;
    let contacts = visit.desk().notice_contacts(visit.register()).await?;
    let officer = officer(&contacts).unwrap_or_else(|| profile.controller.name.get(language).to_owned());
    let name = visit.name_of(grant.subject()).unwrap_or_default();
    let to = addressed(texts, name, clients::post_address(&grant).await?);
    let data = json!({
        "heading": texts.t("breaches-letter-heading"),
        "organisation": profile.controller.name.get(language),
        "register": profile.register.name.get(language),
        "date": format::date(visit.today()),
        "meta": to,
        "sections": sections(texts, &breach, language, &officer),
    });
    let title = texts.t("breaches-letter-title");
    let author = profile.controller.name.get(language).to_owned();
    let created = visit.now();
    // Typesetting takes tens of milliseconds of a processor.
    let printed = tokio::task::spawn_blocking(move || {
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
    .map_err(|error| Failure::Internal(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"ilmoitus.pdf\""),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    Ok((headers, printed).into_response())
}

/// To whom and where it goes, a line under the other.
fn addressed(texts: Texts, name: String, address: PostAddress) -> Vec<(String, String)> {
    let mut lines = vec![name];
    let mut how = None;
    match address {
        PostAddress::Lines(rest) => lines.extend(rest),
        PostAddress::Protected => {
            how = Some((
                texts.t("breaches-letter-delivery"),
                texts.t("breaches-letter-by-hand"),
            ));
        }
        PostAddress::Unknown => {}
    }
    let to = (texts.t("breaches-letter-to"), lines.join("\n"));
    std::iter::once(to).chain(how).collect()
}

/// How the data protection officer is reached, as the register's notice tells it.
pub(super) fn officer(contacts: &[(String, String)]) -> Option<String> {
    let words = contacts
        .iter()
        .find(|(duty, _)| OfficeDuty::from_key(duty) == Some(OfficeDuty::DataProtectionOfficer));
    words
        .map(|(_, words)| words.clone())
        .filter(|words| !words.is_empty())
}

/// What happened, what may follow and what the person can do, in the words that were written; whom to ask (GDPR 34.2).
fn sections(texts: Texts, breach: &Breach, language: InterfaceLanguage, officer: &str) -> Vec<Value> {
    let day = format::date(date_in_finland(breach.found_at));
    let paragraphs: Vec<&str> = breach
        .words
        .letter(language)
        .split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    vec![
        json!({
            "paragraphs": [texts.with("breaches-letter-why", &[("day", day.into())])],
        }),
        json!({ "paragraphs": paragraphs }),
        json!({
            "title": texts.t("breaches-letter-ask"),
            "paragraphs": [officer, &texts.t("breaches-letter-rights")],
        }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_protected_address_is_on_no_letter_and_the_letter_says_how_it_is_delivered_a7() {
        let texts = Texts::new(Locale::Fi);
        let lines = vec!["Kotikatu 3".to_owned(), "80100 Joensuu".to_owned()];
        let open = addressed(texts, "Malli Ilona".to_owned(), PostAddress::Lines(lines));
        assert_eq!(open.len(), 1);
        assert_eq!(open[0].1, "Malli Ilona\nKotikatu 3\n80100 Joensuu");
        let hidden = addressed(texts, "Malli Ilona".to_owned(), PostAddress::Protected);
        assert_eq!(hidden[0].1, "Malli Ilona");
        assert!(hidden.len() == 2 && !hidden[1].1.is_empty());
    }
}
