//! What a notice is: sections of blocks, the same for a page, a PDF and a program.

use jiff::civil::Date;
use polku_pages::{Texts, texts::Locale};
use polku_profile::{NoticeTopic, Passage, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A privacy notice in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Notice {
    /// The register's name.
    pub register: String,
    /// The code of its language.
    pub language: String,
    /// The day on which what it says holds.
    #[schemars(with = "String")]
    pub dated: Date,
    /// Its number among those that were published; none for one that is only composed.
    pub version: Option<i64>,
    /// Its sections in the profile's order.
    pub sections: Vec<Section>,
}

/// A section, as its profile's notice has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// What it is about.
    pub topic: String,
    /// Its number, from 1.
    pub number: usize,
    /// Its heading.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading inside the section.
    Heading(String),
    /// A paragraph.
    Paragraph(Words),
    /// A list.
    List(Vec<Words>),
    /// Names with what they mean.
    Facts(Vec<(String, Words)>),
    /// A table: its heads, then its rows.
    Table(Vec<String>, Vec<Vec<String>>),
}

/// Words, with the language that they are in when it is not the notice's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Words {
    /// The words.
    pub text: String,
    /// The code of their language, when the notice has no translation of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

impl<T: Into<String>> From<T> for Words {
    fn from(text: T) -> Self {
        Self {
            text: text.into(),
            language: None,
        }
    }
}

/// Words of the language that a notice is written in, from texts and profiles.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tongue {
    /// The product's texts.
    pub(crate) texts: Texts,
}

impl Tongue {
    /// A text of the product.
    pub(crate) fn t(self, key: &str) -> String {
        self.texts.t(key)
    }

    /// A profile's short text.
    pub(crate) fn text(self, text: &Text) -> String {
        text.get(self.texts.locale().into()).to_owned()
    }

    /// A profile's passage: in Finnish, and said so, where it has no translation.
    pub(crate) fn passage(self, passage: &Passage) -> Words {
        let said = passage.get(self.texts.locale().into());
        Words {
            text: said.words().to_owned(),
            language: matches!(said, polku_profile::Said::OnlyInFinnish(_))
                .then(|| Locale::Fi.code().to_owned()),
        }
    }

    /// Passages as a list; nothing where there are none.
    pub(crate) fn passages(self, passages: &[Passage]) -> Option<Block> {
        let words: Vec<Words> = passages.iter().map(|passage| self.passage(passage)).collect();
        (!words.is_empty()).then_some(Block::List(words))
    }
}

impl Notice {
    /// The section on a topic, where the notice has one.
    #[must_use]
    pub fn section(&self, topic: NoticeTopic) -> Option<&Section> {
        self.sections.iter().find(|section| section.topic == topic.key())
    }

    /// Its bytes for signing and comparing: canonical, since its fields are written in one order.
    ///
    /// # Errors
    /// Never for what this crate composes; `serde_json` has the last word.
    pub fn bytes(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(self)
    }
}

impl Section {
    /// All that it says, line by line: for comparing versions, and for tests.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.blocks.iter().flat_map(Block::lines).collect()
    }
}

impl Block {
    fn lines(&self) -> Vec<String> {
        match self {
            Self::Heading(text) => vec![text.clone()],
            Self::Paragraph(words) => vec![words.text.clone()],
            Self::List(list) => list.iter().map(|words| words.text.clone()).collect(),
            Self::Facts(facts) => facts
                .iter()
                .map(|(name, words)| format!("{name}: {}", words.text))
                .collect(),
            Self::Table(_, rows) => rows.iter().map(|cells| cells.join(" · ")).collect(),
        }
    }
}
