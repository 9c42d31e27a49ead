//! What is typed about histories, by people and programs alike.

use jiff::civil::Date;
use polku_profile::Profile;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    item::{History, Words},
    rules,
};

/// An item as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ItemInput {
    /// `education`, `work`, `health` or `substance-use`.
    pub(crate) history: String,
    /// Since when: a year, `8/2019` or a day; may be empty.
    pub(crate) from: String,
    /// Until when; may be empty.
    pub(crate) until: String,
    /// What, where.
    pub(crate) what: String,
    /// The key of one of the register's sources.
    pub(crate) source: String,
    /// Why it is necessary: asked of health and substance use.
    pub(crate) necessity: String,
}

impl ItemInput {
    /// What was typed, when all of it can be used in a register of this profile.
    pub(super) fn check(&self, profile: &Profile, today: Date) -> Result<Words, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let history = wrong.keep("history", self.history(profile));
        let from = wrong.keep("from", rules::moment(&self.from, today)).flatten();
        let until = wrong.keep("until", rules::moment(&self.until, today)).flatten();
        wrong.note("until", rules::in_order(from, until));
        let what = wrong.text("what", &self.what, rules::LONGEST_TEXT, "histories-text-long");
        if what.is_empty() {
            wrong.note("what", Err("histories-what-missing"));
        }
        let source = self.source.trim().to_owned();
        if source.is_empty() {
            wrong.note("source", Err("client-source-missing"));
        } else if profile.source(&source).is_none() {
            wrong.note("source", Err("client-source-unknown"));
        }
        let asks = history.is_some_and(History::is_special);
        let necessity = wrong.text(
            "necessity",
            &self.necessity,
            rules::LONGEST_TEXT,
            "histories-text-long",
        );
        if asks && necessity.is_empty() {
            wrong.note("necessity", Err("client-necessity-missing"));
        }
        wrong.finish(|| {
            Some(Words {
                history: history?,
                from,
                until,
                what,
                source,
                necessity: if asks { necessity } else { String::new() },
            })
        })
    }

    /// A history that the register has; one that it lacks is unknown there (A2).
    pub(super) fn history(&self, profile: &Profile) -> Result<History, &'static str> {
        let history: History = self.history.parse().map_err(|_| "histories-which")?;
        if profile.has(history.field()) {
            Ok(history)
        } else {
            Err("histories-which")
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn typed(history: &str) -> ItemInput {
        ItemInput {
            history: history.to_owned(),
            what: "Puualan perustutkinto, kesken".to_owned(),
            source: "client".to_owned(),
            ..ItemInput::default()
        }
    }

    #[test]
    fn health_says_why_it_is_necessary_and_education_does_not_a4() {
        let profile = Profile::shipped("walmu").expect("a shipped profile");
        assert!(typed("education").check(&profile, TODAY).is_ok());
        let wrong = typed("health").check(&profile, TODAY).expect_err("no reason");
        assert_eq!(
            (wrong[0].field, wrong[0].key),
            ("necessity", "client-necessity-missing")
        );
    }

    #[test]
    fn a_register_has_only_the_histories_of_its_profile_a2() {
        let profile = Profile::shipped("typpi").expect("a shipped profile");
        let wrong = typed("health").check(&profile, TODAY).expect_err("not kept");
        assert_eq!(wrong[0].field, "history");
    }
}
