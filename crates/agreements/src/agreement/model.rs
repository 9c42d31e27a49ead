//! What an agreement is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{Identity, SealedRecord, SubjectId, named_states};
use polku_pages::format;
use polku_profile::Profile;
use polku_values::InterfaceLanguage;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::templates::{
    TemplateId,
    placeholder::{Placeholder, Values},
};

named_states! {
    /// How far it is.
    pub enum State {
        /// It is being written.
        Draft = "draft",
        /// It is shown to those who sign it, and does not change.
        Proposed = "proposed",
        /// Both have signed it.
        Signed = "signed",
        /// One of them ended it before its last day.
        Ended = "ended",
        /// A newer one took its place.
        Replaced = "replaced",
        /// It was proposed and never came into force.
        Lapsed = "lapsed",
    }
}

/// What is secret in an agreement. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Terms {
    /// What it is called.
    pub(crate) title: String,
    /// Its text, with fields.
    pub(crate) text: String,
    /// What fills the fields that somebody may write.
    pub(crate) values: Values,
    /// Why it ended.
    pub(crate) ended_because: String,
}

impl SealedRecord for Terms {
    const TABLE: &'static str = "agreement";
}

impl std::fmt::Debug for Terms {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Terms")
    }
}

/// What is agreed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Agreed {
    /// The first day.
    pub(crate) starts_on: Date,
    /// The last day.
    pub(crate) ends_on: Option<Date>,
    /// What it says.
    pub(crate) terms: Terms,
}

/// An agreement as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Agreement {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    /// How many times it was stored.
    pub(crate) version: i64,
    /// How far it is.
    pub(crate) state: State,
    /// From which template it was begun.
    pub(crate) template: TemplateId,
    /// In which language it is.
    pub(crate) language: InterfaceLanguage,
    /// What is agreed on.
    pub(crate) agreed: Agreed,
    /// The day on which it ended early.
    pub(crate) ended_on: Option<Date>,
    /// The signed one that it takes the place of.
    pub(crate) amends: Option<Uuid>,
    /// The one that takes its place.
    pub(crate) amended_by: Option<(Uuid, State)>,
    /// Who wrote it last, as colleagues know them.
    pub(crate) author_name: String,
    /// When.
    pub(crate) written_at: Timestamp,
}

impl Agreed {
    /// What fills the fields of the text.
    pub(crate) fn values(
        &self,
        identity: &Identity,
        profile: &Profile,
        language: InterfaceLanguage,
    ) -> Values {
        let mut values = self.terms.values.clone();
        let mut put = |field, value: String| _ = values.insert(field, value);
        put(Placeholder::ClientName, full_name(identity));
        put(
            Placeholder::Organisation,
            profile.controller.name.get(language).to_owned(),
        );
        put(
            Placeholder::Register,
            profile.register.name.get(language).to_owned(),
        );
        put(Placeholder::PeriodStart, format::date(self.starts_on));
        put(
            Placeholder::PeriodEnd,
            self.ends_on.map(format::date).unwrap_or_default(),
        );
        values
    }
}

/// "Ilona Malli": as papers name people.
pub(crate) fn full_name(identity: &Identity) -> String {
    format!("{} {}", identity.first_names, identity.last_name)
        .trim()
        .to_owned()
}
