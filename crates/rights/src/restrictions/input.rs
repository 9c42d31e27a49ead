//! What is typed about restrictions, by people and programs alike.

use jiff::civil::Date;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::restriction::{Ground, RestrictionWords};
use crate::input::{LONGEST_NAME, LONGEST_TEXT, explains};

/// A restriction as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct RestrictionInput {
    /// `accuracy`, `unlawful`, `claims` or `objection`: GDPR 18.1 a–d.
    pub(super) ground: String,
    /// What data it is about.
    pub(super) scope: String,
    /// Why.
    pub(super) reasons: String,
}

/// Lifting a restriction, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct LiftingInput {
    /// When the person was told that it will be lifted.
    pub(super) told_on: String,
    /// How they were told.
    pub(super) told_how: String,
    /// Why it is lifted.
    pub(super) lifted_why: String,
}

impl RestrictionInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self) -> Result<(Ground, RestrictionWords), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let ground = wrong.keep(
            "ground",
            self.ground.parse().map_err(|_| "restrictions-ground-missing"),
        );
        let scope = wrong.text("scope", &self.scope, LONGEST_NAME, "requests-text-long");
        let reasons = wrong.text("reasons", &self.reasons, LONGEST_TEXT, "requests-text-long");
        if !explains(&reasons) {
            wrong.note("reasons", Err("requests-reasons-missing"));
        }
        wrong.finish(|| {
            let words = RestrictionWords {
                scope,
                reasons,
                ..RestrictionWords::default()
            };
            Some((ground?, words))
        })
    }
}

impl LiftingInput {
    /// What was typed, when all of it can be used: nobody's restriction is lifted before they were told (GDPR 18.3).
    pub(super) fn check(
        &self,
        mut words: RestrictionWords,
        today: Date,
    ) -> Result<(Date, RestrictionWords), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let told_on = wrong.optional_day("told_on", &self.told_on, today);
        if self.told_on.trim().is_empty() {
            wrong.note("told_on", Err("restrictions-told-first"));
        }
        if told_on.is_some_and(|day| day > today) {
            wrong.note("told_on", Err("requests-received-ahead"));
        }
        words.told_how = wrong.text("told_how", &self.told_how, LONGEST_NAME, "requests-text-long");
        if words.told_how.is_empty() {
            wrong.note("told_how", Err("requests-told-how-missing"));
        }
        words.lifted_why = wrong.text("lifted_why", &self.lifted_why, LONGEST_TEXT, "requests-text-long");
        if !explains(&words.lifted_why) {
            wrong.note("lifted_why", Err("requests-reasons-missing"));
        }
        wrong.finish(|| Some((told_on?, words)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_restriction_is_lifted_only_after_the_person_was_told_d4() {
        let today = date(2026, 11, 23);
        let mut lifting = LiftingInput {
            told_how: "kirjeellä".to_owned(),
            lifted_why: "Tietojen oikeellisuus on selvitetty.".to_owned(),
            ..LiftingInput::default()
        };
        let untold = lifting.check(RestrictionWords::default(), today);
        assert_eq!(untold.expect_err("not told")[0].key, "restrictions-told-first");
        lifting.told_on = "24.11.2026".to_owned();
        assert!(
            lifting.check(RestrictionWords::default(), today).is_err(),
            "not told yet"
        );
        lifting.told_on = "20.11.2026".to_owned();
        let (told_on, words) = lifting.check(RestrictionWords::default(), today).expect("told");
        assert_eq!(
            (told_on, words.told_how.as_str()),
            (date(2026, 11, 20), "kirjeellä")
        );
    }
}
