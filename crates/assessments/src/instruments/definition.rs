//! What an instrument is: data, whoever made it.

use polku_pages::Locale;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The same words in three languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In Finnish.
    pub fi: String,
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

impl Words {
    /// The words in a language.
    #[must_use]
    pub fn of(&self, locale: Locale) -> &str {
        match locale {
            Locale::Fi => &self.fi,
            Locale::Sv => &self.sv,
            Locale::En => &self.en,
        }
    }

    /// All three, each with its language's code.
    pub(super) fn each(&self) -> [(&'static str, &str); 3] {
        [("fi", &self.fi), ("sv", &self.sv), ("en", &self.en)]
    }
}

polku_desk::named_states! {
    /// Who answers.
    pub enum Asks {
        /// The worker, and the client if asked.
        Both = "both",
        /// The worker alone.
        Worker = "worker",
        /// The client alone.
        Client = "client",
    }
}

polku_desk::named_states! {
    /// How the answers to the items of a subscale become its score.
    pub enum Scoring {
        /// The mean of those answered.
        Mean = "mean",
        /// The sum; where answers are missing, the mean of the others stands for them.
        Sum = "sum",
    }
}

polku_desk::named_states! {
    /// Which way a subscale gets better.
    pub enum Better {
        /// Upwards.
        Higher = "higher",
        /// Downwards.
        Lower = "lower",
    }
}

polku_desk::named_states! {
    /// Which way an item runs within its subscale.
    #[derive(Default)]
    pub enum Sense {
        /// As the subscale does.
        #[default]
        Along = "along",
        /// Against it: a high answer counts as a low one.
        Against = "against",
    }
}

/// An instrument as one edition has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Who answers.
    pub asks: Asks,
    /// Its name.
    pub title: Words,
    /// What the worker reads first.
    pub intro: Words,
    /// What the client reads first; needed when the client answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_intro: Option<Words>,
    /// The scales of its items.
    #[serde(default)]
    pub scales: Vec<Scale>,
    /// What is measured.
    #[serde(default)]
    pub subscales: Vec<Subscale>,
    /// What is asked, in order.
    #[serde(default)]
    pub items: Vec<Item>,
}

/// Whole numbers with words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// By which items name it.
    pub key: String,
    /// The lowest number.
    pub lowest: i64,
    /// The highest number.
    pub highest: i64,
    /// The words of its numbers; the two ends have some.
    pub anchors: Vec<Anchor>,
}

impl Scale {
    /// The words of a number; none where it has none of its own.
    #[must_use]
    pub fn word(&self, value: i64) -> Option<&Words> {
        let anchor = self.anchors.iter().find(|anchor| anchor.value == value);
        anchor.map(|anchor| &anchor.label)
    }
}

/// The words of a number on a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// The number.
    pub value: i64,
    /// Its words.
    pub label: Words,
}

/// Something that several items measure together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subscale {
    /// By which items name it, and by which later editions continue it.
    pub key: String,
    /// Its name.
    pub title: Words,
    /// How its score is made.
    pub scoring: Scoring,
    /// Which way it gets better.
    pub better: Better,
    /// How many items must be answered before there is a score; all when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<u32>,
    /// What is known of how exactly it measures; left out where nobody has studied it, and then no change is called
    /// reliable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reliable: Option<Reliability>,
}

/// What a study found, for the reliable change index (Jacobson & Truax 1991).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reliability {
    /// The standard deviation of the score among people like the clients.
    pub deviation: f64,
    /// The reliability of the score, between 0 and 1.
    pub reliability: f64,
    /// The study that it is from.
    pub source: String,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// By which answers name it.
    pub key: String,
    /// As the worker reads it.
    pub text: Words,
    /// As the client reads it; needed when the client answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Words>,
    /// On which scale it is answered; an open question has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// What it measures; nothing when it is only read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscale: Option<String>,
    /// Which way it runs.
    #[serde(default)]
    pub sense: Sense,
}

impl Definition {
    /// A scale by its key.
    #[must_use]
    pub fn scale(&self, key: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.key == key)
    }

    /// The scale on which an item is answered; none for an open question.
    #[must_use]
    pub fn scale_of(&self, item: &Item) -> Option<&Scale> {
        item.scale.as_deref().and_then(|key| self.scale(key))
    }

    /// An item by its key.
    #[must_use]
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }

    /// The items of a subscale, each with its scale.
    pub fn items_of<'a>(&'a self, subscale: &'a str) -> impl Iterator<Item = (&'a Item, &'a Scale)> {
        self.items
            .iter()
            .filter(move |item| item.subscale.as_deref() == Some(subscale))
            .filter_map(|item| Some((item, self.scale_of(item)?)))
    }

    /// Whether the client can be asked.
    #[must_use]
    pub fn asks_client(&self) -> bool {
        self.asks != Asks::Worker
    }

    /// Whether the worker answers.
    #[must_use]
    pub fn asks_worker(&self) -> bool {
        self.asks != Asks::Client
    }
}
