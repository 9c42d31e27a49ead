//! Each of the five notices, in three languages (D6).

use std::collections::BTreeMap;

use jiff::civil::date;
use polku_notices::{Circumstances, Notice, compose, processing_record, render};
use polku_pages::{Texts, texts::Locale};
use polku_profile::{NoticeTopic, Profile};

const PROFILES: [&str; 5] = ["walmu", "ii", "kokkotyo", "typpi", "kuopio"];

fn notice(profile: &str, locale: Locale) -> Notice {
    let profile = Profile::shipped(profile).expect("a shipped profile");
    compose(&profile, &circumstances(), Texts::new(locale))
}

fn circumstances() -> Circumstances {
    Circumstances {
        dated: date(2026, 11, 29),
        ..Circumstances::default()
    }
}

#[test]
fn no_notice_lacks_a_text_or_a_section_in_any_language_d6_h1() {
    for key in PROFILES {
        let profile = Profile::shipped(key).expect("a shipped profile");
        for locale in Locale::ALL {
            let texts = Texts::new(locale);
            for made in [
                compose(&profile, &circumstances(), texts),
                processing_record(&profile, &circumstances(), texts),
            ] {
                for section in &made.sections {
                    let lines = section.lines();
                    assert!(
                        !lines.is_empty(),
                        "{key} {}: {} says nothing",
                        locale.code(),
                        section.topic
                    );
                    for line in lines.iter().chain([&section.title]) {
                        assert!(!line.contains('⟦'), "{key} {}: {line}", locale.code());
                        assert!(
                            !line.trim().is_empty(),
                            "{key} {}: {} has an empty line",
                            locale.code(),
                            section.topic
                        );
                    }
                }
            }
        }
    }
}

/// What each seed states, by the section in which its notice must say it: `profile.topic = ["…"]`. The words are those
/// of the notice; `docs/notices.md` shows beside each the section of the seed.
#[test]
fn each_notice_says_what_its_seed_says_d6() {
    let stated: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        toml::from_str(include_str!("seeds/stated.toml")).expect("the list of what the seeds state");
    assert_eq!(stated.len(), PROFILES.len(), "every seed is listed");
    let mut missing = Vec::new();
    for (profile, topics) in &stated {
        let made = notice(profile, Locale::Fi);
        for (topic, facts) in topics {
            let topic_of =
                NoticeTopic::from_key(topic).unwrap_or_else(|| panic!("there is no topic {topic}"));
            let Some(section) = made.section(topic_of) else {
                missing.push(format!("{profile} has no section {topic}"));
                continue;
            };
            let said = section.lines().join("\n").to_lowercase();
            for fact in facts {
                if !said.contains(&fact.to_lowercase()) {
                    missing.push(format!("{profile}.{topic} does not say: {fact}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn a_page_by_itself_names_its_language_and_holds_no_script_d6() {
    for locale in Locale::ALL {
        let page = render::page(&notice("kuopio", locale), Texts::new(locale)).into_string();
        assert!(page.contains(&format!("lang=\"{}\"", locale.code())));
        assert!(
            !page.contains("<script") && !page.contains("style="),
            "a strict policy holds anywhere"
        );
    }
}

#[test]
fn what_has_no_translation_is_marked_as_finnish_h1() {
    let page = render::page(&notice("walmu", Locale::En), Texts::new(Locale::En)).into_string();
    let untranslated = page.matches("lang=\"fi\"").count();
    let finnish = render::page(&notice("walmu", Locale::Fi), Texts::new(Locale::Fi)).into_string();
    assert_eq!(finnish.matches("lang=\"fi\"").count(), 1, "only the page itself");
    assert!(untranslated < 40, "{untranslated} passages are not translated");
}

#[test]
fn json_says_the_same_d6() {
    let made = notice("typpi", Locale::Sv);
    let read: serde_json::Value = serde_json::from_str(&render::json(&made).expect("JSON")).expect("JSON");
    assert_eq!(read["language"], "sv");
    let sections = read["sections"].as_array().expect("sections");
    assert_eq!(sections.len(), made.sections.len());
}

#[test]
fn a_field_that_a_register_lacks_is_not_in_its_notice_a2() {
    let says = |profile| {
        let made = notice(profile, Locale::Fi);
        let content = made.section(NoticeTopic::Content).expect("content");
        content.lines().join("\n").contains("Tilinumero")
    };
    assert!(says("walmu"));
    assert!(!says("ii"));
}
