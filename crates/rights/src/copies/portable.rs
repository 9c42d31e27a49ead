//! What a person may take elsewhere (GDPR 20): what they have given themselves, where processing rests on consent or a
//! contract. Where it rests on law or a public task there is no such right (GDPR 20.3), and the answer says so.

use jiff::civil::Date;
use polku_privacy::parts::Part;
use polku_profile::{Ground, Profile, SubjectKind};

/// The parts that may be taken elsewhere; else why there are none.
///
/// # Errors
/// `requests-not-portable` where no purpose for which the fields are held rests on consent or a contract, and not on law, today.
pub fn parts(profile: &Profile, today: Date) -> Result<Vec<Part>, &'static str> {
    let sections = profile.fields.sections();
    let portable = sections
        .filter(|(section, _)| section.subject() == SubjectKind::Client)
        .filter(|(_, fields)| {
            fields
                .purposes
                .iter()
                .any(|purpose| rests_on_the_person(profile, purpose, today))
        });
    let parts: Vec<Part> = portable.map(|(section, _)| Part::Fields(section)).collect();
    if parts.is_empty() {
        Err("requests-not-portable")
    } else {
        Ok(parts)
    }
}

/// Whether a purpose rests on consent or a contract that day, and neither on a legal duty nor on a public task: what law
/// carries is not portable (GDPR 20.3).
fn rests_on_the_person(profile: &Profile, purpose: &str, today: Date) -> bool {
    let Some(purpose) = profile.purpose(purpose) else {
        return false;
    };
    let articles: Vec<Ground> = profile
        .bases_of(purpose, today)
        .map(|basis| basis.article)
        .collect();
    let by_person = |ground: &Ground| matches!(ground, Ground::Consent | Ground::Contract);
    let by_law = |ground: &Ground| matches!(ground, Ground::LegalDuty | Ground::PublicTask);
    articles.iter().any(by_person) && !articles.iter().any(by_law)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_what_rests_on_consent_or_a_contract_is_portable() {
        for key in ["walmu", "ii", "kokkotyo", "typpi", "kuopio"] {
            let profile = Profile::shipped(key).expect("a shipped profile");
            let today = date(2026, 11, 23);
            let Ok(parts) = parts(&profile, today) else {
                continue;
            };
            for part in parts {
                let Part::Fields(section) = part else {
                    panic!("{key}: only what the person gave")
                };
                let (_, fields) = profile
                    .fields
                    .sections()
                    .find(|(known, _)| *known == section)
                    .expect("a section of the register");
                assert!(
                    fields
                        .purposes
                        .iter()
                        .any(|purpose| rests_on_the_person(&profile, purpose, today)),
                    "{key}: {section}"
                );
            }
        }
        let today = date(2026, 11, 23);
        for key in ["typpi", "walmu"] {
            let profile = Profile::shipped(key).expect("a shipped profile");
            assert_eq!(
                parts(&profile, today),
                Err("requests-not-portable"),
                "{key} rests on law"
            );
        }
        let foundation = Profile::shipped("kokkotyo").expect("a shipped profile");
        assert!(
            parts(&foundation, today).is_ok(),
            "a foundation rests on consent as well"
        );
    }
}
