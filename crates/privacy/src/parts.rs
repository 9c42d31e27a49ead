//! What can be given of a person's data: sections of fields and kinds of records, by keys that consents and disclosures
//! store.

use std::{fmt, str::FromStr};

use polku_pages::Texts;
use polku_profile::{Profile, Publicity, RecordKind, Section, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A section of fields, or a kind of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Part {
    /// The fields of a section.
    Fields(Section),
    /// The records of a kind.
    Records(RecordKind),
}

impl Part {
    /// Everything that a register can give of a client, in the order of the page. What is about the register's own
    /// keeping (consents, disclosures, requests, the access log) goes to the person by other ways, to nobody else.
    #[must_use]
    pub fn all_of(profile: &Profile) -> Vec<Self> {
        let fields = profile
            .fields
            .sections()
            .map(|(section, _)| section)
            .filter(|section| section.subject() == SubjectKind::Client)
            .map(Self::Fields);
        let records = profile
            .records
            .iter()
            .map(|record| record.kind)
            .filter(|kind| is_of_a_client(*kind))
            .map(Self::Records);
        fields.chain(records).collect()
    }

    /// Whether it may hold special-category data (GDPR article 9), by the fields that the register has.
    #[must_use]
    pub fn is_special(self, profile: &Profile) -> bool {
        match self {
            Self::Fields(section) => profile.fields(section).any(|entry| entry.field.is_special()),
            Self::Records(_) => false,
        }
    }

    /// Whether it is secret. The basic data of clients is, by the act that the profile names; records say it themselves.
    #[must_use]
    pub fn is_secret(self, profile: &Profile) -> bool {
        match self {
            Self::Fields(_) => true,
            Self::Records(kind) => profile
                .record(kind)
                .is_none_or(|record| record.publicity != Publicity::Public),
        }
    }

    /// Its name.
    #[must_use]
    pub fn word(self, texts: Texts) -> String {
        texts.t(&match self {
            Self::Fields(section) => section.label_key(),
            Self::Records(kind) => kind.label_key(),
        })
    }
}

const fn is_of_a_client(kind: RecordKind) -> bool {
    !matches!(
        kind,
        RecordKind::Consent
            | RecordKind::Disclosure
            | RecordKind::Request
            | RecordKind::AccessLog
            | RecordKind::PreEntryForm
            | RecordKind::Employer
            | RecordKind::SurveyAnswer
            | RecordKind::FeedRow
            | RecordKind::WorkspaceUser
            | RecordKind::ProblemReport
    )
}

impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fields(section) => write!(formatter, "fields:{section}"),
            Self::Records(kind) => write!(formatter, "records:{kind}"),
        }
    }
}

impl FromStr for Part {
    type Err = &'static str;
    fn from_str(key: &str) -> Result<Self, Self::Err> {
        let unknown = "parts-unknown";
        match key.split_once(':') {
            Some(("fields", section)) => Section::from_key(section).map(Self::Fields).ok_or(unknown),
            Some(("records", kind)) => RecordKind::from_key(kind).map(Self::Records).ok_or(unknown),
            _ => Err(unknown),
        }
    }
}

impl TryFrom<String> for Part {
    type Error = &'static str;
    fn try_from(key: String) -> Result<Self, Self::Error> {
        key.parse()
    }
}

impl From<Part> for String {
    fn from(part: Part) -> Self {
        part.to_string()
    }
}

impl JsonSchema for Part {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Part".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

/// The parts of some keys, each once and in order; else the key of what to mend.
pub(crate) fn read(keys: &[String], known: &[Part]) -> Result<Vec<Part>, &'static str> {
    let mut parts = Vec::with_capacity(keys.len());
    for key in keys {
        let part: Part = key.parse()?;
        if !known.contains(&part) {
            return Err("parts-unknown");
        }
        parts.push(part);
    }
    parts.sort_unstable();
    parts.dedup();
    Ok(parts)
}

/// Their names in a line.
pub(crate) fn words(texts: Texts, parts: &[Part]) -> String {
    let words: Vec<String> = parts.iter().map(|part| part.word(texts)).collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_every_register_comes_back_by_its_key() {
        for key in ["walmu", "ii", "kokkotyo", "typpi", "kuopio"] {
            let profile = Profile::shipped(key).expect("a shipped profile");
            let parts = Part::all_of(&profile);
            assert!(parts.len() > 5, "{key}");
            for part in parts {
                assert_eq!(part.to_string().parse(), Ok(part));
            }
        }
    }

    #[test]
    fn what_is_about_the_keeping_of_the_register_is_given_to_nobody() {
        let profile = Profile::shipped("walmu").expect("a shipped profile");
        assert!(!Part::all_of(&profile).contains(&Part::Records(RecordKind::AccessLog)));
        assert_eq!("records:payroll".parse::<Part>(), Err("parts-unknown"));
    }
}
