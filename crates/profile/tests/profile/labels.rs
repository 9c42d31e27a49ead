//! Every field, section, record, source and class has a label in each language (H1).

use std::collections::BTreeMap;

use polku_profile::{Channel, Field, RecordKind, Section, SourceKind, StatutoryClass};

const FILES: [(&str, &str); 3] = [
    ("fi", include_str!("../../../../locales/fi/fields.ftl")),
    ("sv", include_str!("../../../../locales/sv/fields.ftl")),
    ("en", include_str!("../../../../locales/en/fields.ftl")),
];

/// The messages of a file by name.
fn messages(file: &'static str) -> BTreeMap<&'static str, &'static str> {
    file.lines().filter_map(|line| line.split_once(" = ")).collect()
}

#[test]
fn each_language_labels_everything() {
    let fields = Field::ALL.iter().map(|field| field.label_key());
    let sections = Section::ALL.iter().map(|section| section.label_key());
    let records = RecordKind::ALL.iter().map(|kind| kind.label_key());
    let sources = SourceKind::ALL.iter().map(|kind| kind.label_key());
    let channels = Channel::ALL.iter().map(|channel| channel.label_key());
    let classes = StatutoryClass::ALL.iter().map(|class| class.label_key());
    let needed: Vec<String> = fields
        .chain(sections)
        .chain(records)
        .chain(sources)
        .chain(channels)
        .chain(classes)
        .collect();
    for (language, file) in FILES {
        let labels = messages(file);
        for key in &needed {
            assert!(
                labels
                    .get(key.as_str())
                    .is_some_and(|label| !label.trim().is_empty()),
                "{language}: {key}"
            );
        }
    }
}

#[test]
fn the_three_languages_have_the_same_messages_each_once() {
    let names = |file: &'static str| messages(file).into_keys().collect::<Vec<_>>();
    for (language, file) in FILES {
        assert_eq!(names(file), names(FILES[0].1), "{language}");
        assert_eq!(
            names(file).len(),
            file.lines().filter(|line| line.contains(" = ")).count(),
            "{language}: twice"
        );
    }
}
