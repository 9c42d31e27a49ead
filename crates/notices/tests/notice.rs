//! Each of the five notices, in three languages (D6).

#[path = "../../typeset/tests/poppler/mod.rs"]
#[expect(dead_code, reason = "only the room of Typst asks where words stand on a page")]
mod poppler;

use std::collections::BTreeMap;

use jiff::civil::date;
use polku_notices::{
    Block, Circumstances, Notice, compose, processing_record,
    render::{self, SignedAt},
};
use polku_pages::{Texts, texts::Locale};
use polku_profile::{NoticeTopic, Profile};
use poppler::File;

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
fn no_notice_falls_back_to_another_language_h1() {
    for key in PROFILES {
        for locale in Locale::ALL {
            let page = render::page(&notice(key, locale), Texts::new(locale)).into_string();
            let only = format!("lang=\"{}\"", locale.code());
            assert_eq!(
                (page.matches(" lang=").count(), page.matches(&only).count()),
                (1, 1),
                "{key} {}: only the page itself names a language",
                locale.code()
            );
        }
    }
}

#[test]
fn what_has_no_translation_is_marked_as_finnish_h1() {
    let text = Profile::shipped_text("walmu").expect("a shipped profile");
    let finnish = "Tietosuojaseloste on nähtävillä nettisivuilla.";
    let line = text
        .lines()
        .find(|line| line.contains(finnish))
        .expect("the passage");
    let own = text.replace(line, &format!("  {{ fi = \"{finnish}\" }},"));
    let profile = Profile::parse(&own).expect("a profile of one's own may lack translations");
    let texts = Texts::new(Locale::En);
    let made = compose(&profile, &circumstances(), texts);
    let page = render::page(&made, texts).into_string();
    assert!(
        page.contains(&format!("<li lang=\"fi\">{finnish}</li>")),
        "{page}"
    );
    assert_eq!(page.matches("lang=\"fi\"").count(), 1);
    let tags = File::of(&render::pdf(&made, texts, None).expect("printed")).tags();
    assert!(flat(&tags).contains(&flat(finnish)), "{tags}");
}

/// D6: for the board and the archive: tags, language, metadata and faces as poppler reads them, and every word of the page.
#[test]
fn each_notice_is_printed_d6() {
    for key in PROFILES {
        printed(key, Locale::Fi);
    }
}

#[test]
fn notices_are_printed_in_the_other_languages_d6_h1() {
    for locale in [Locale::Sv, Locale::En] {
        printed("kuopio", locale);
    }
}

fn printed(key: &str, locale: Locale) {
    let (made, texts) = (notice(key, locale), Texts::new(locale));
    let told = format!("{key} {}", locale.code());
    let file = File::of(&render::pdf(&made, texts, None).expect("printed"));
    let info = file.info();
    for fact in ["Tagged:          yes", "JavaScript:      no", "(A4)"] {
        assert!(info.contains(fact), "{told}: {fact}\n{info}");
    }
    let metadata: String = file.metadata().split_whitespace().collect();
    for fact in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        &format!("<rdf:li>{}", locale.code()),
    ] {
        assert!(metadata.contains(fact), "{told}: {fact}\n{metadata}");
    }
    for face in file.faces() {
        assert!(face.contains("yes yes yes"), "{told}: {face}");
    }
    let tags = file.tags();
    for tag in ["H1", "H2", "TOC", "Table", "TH", "TD", "LI"] {
        assert!(tags.contains(tag), "{told}: {tag}\n{tags}");
    }
    let text = flat(&file.text());
    for section in &made.sections {
        let heading = flat(&format!("{}. {}", section.number, section.title));
        assert!(
            text.matches(&heading).count() >= 2,
            "{told}: in the contents and on its page: {heading}"
        );
    }
    let tags = flat(&tags);
    let lacking: Vec<&str> = made
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .flat_map(words)
        .filter(|said| !tags.contains(&flat(said)))
        .collect();
    assert!(lacking.is_empty(), "{told}: {lacking:#?}");
}

#[test]
fn a_published_notice_tells_how_it_is_checked_d6() {
    let texts = Texts::new(Locale::Fi);
    let mut made = notice("walmu", Locale::Fi);
    made.version = Some(3);
    let signed = SignedAt {
        note: "https://polku.example/notice/walmu/note?version=3".to_owned(),
        content: "https://polku.example/notice/walmu/signed?version=3".to_owned(),
        key: "polku/walmu/notices+1a2b3c4d+AbCd".to_owned(),
    };
    let once = render::pdf(&made, texts, Some(&signed)).expect("printed");
    assert_eq!(
        once,
        render::pdf(&made, texts, Some(&signed)).expect("printed"),
        "the same file each time"
    );
    let printed = flat(&File::of(&once).text());
    for fact in [&signed.note, &signed.content, &signed.key] {
        assert!(printed.contains(&flat(fact)), "{fact}\n{printed}");
    }
    assert!(printed.contains("Versio3"));
    let draft = render::pdf(&notice("walmu", Locale::Fi), texts, None).expect("printed");
    let draft = flat(&File::of(&draft).text());
    assert!(
        draft.contains("eiolevieläjulkaistu") && !draft.contains("signed-note"),
        "{draft}"
    );
}

/// Each text of a block.
fn words(block: &Block) -> Vec<&str> {
    match block {
        Block::Heading(text) => vec![text],
        Block::Paragraph(words) => vec![&words.text],
        Block::List(list) => list.iter().map(|words| words.text.as_str()).collect(),
        Block::Facts(facts) => facts
            .iter()
            .flat_map(|(name, words)| [name.as_str(), words.text.as_str()])
            .collect(),
        Block::Table(head, rows) => head
            .iter()
            .chain(rows.iter().flatten())
            .map(String::as_str)
            .collect(),
    }
}

/// Without spaces, line breaks, and the hyphens at the ends of lines: a page breaks its lines where it wants.
fn flat(text: &str) -> String {
    text.replace("-\n", "")
        .chars()
        .filter(|sign| !sign.is_whitespace() && !matches!(sign, '\u{200B}' | '\u{AD}' | '-' | '"'))
        .collect()
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
