//! Stories over HTTP on both databases, a module for each noun, and the tests of the promises (`meta`).

#![expect(clippy::too_many_lines, reason = "a story is told in one piece")]

mod account;
mod accounts;
mod agreements;
mod archive;
mod assessments;
mod attendance;
mod backups;
mod breaches;
mod clients;
mod consents;
mod contacts;
mod diary;
mod disclosures;
mod documents;
mod drafts;
mod duplicates;
mod duties;
mod enrolment;
mod erasures;
mod exports;
mod goals;
mod groups;
mod import;
mod induction;
mod legal_bases;
mod looks;
mod meta;
mod notices;
mod oversight;
mod paper;
mod patterns;
mod payments;
mod periods;
mod photos;
#[expect(dead_code, reason = "only the room of Typst asks for all that poppler tells")]
#[path = "../../typeset/tests/poppler/mod.rs"]
mod poppler;
mod portal;
mod relationships;
mod reminders;
mod reports;
mod requests;
mod retention;
mod secondary_use;
mod service;
mod signing_in;
mod statements;
mod today;
mod writings;

/// A story that is not named above would never be told.
#[test]
fn every_file_of_stories_is_named_here() {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let named = std::fs::read_to_string(here.join("main.rs")).expect("this file");
    for entry in std::fs::read_dir(here).expect("the folder of stories") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_stem()
            .and_then(|name| name.to_str())
            .expect("a name")
            .to_owned();
        let is_story = path.is_dir() || path.extension().is_some_and(|kind| kind == "rs");
        if is_story && !["main", "snapshots", "samples"].contains(&name.as_str()) {
            assert!(
                named.contains(&format!("mod {name};")),
                "tests/main.rs lacks `mod {name};`"
            );
        }
    }
}
