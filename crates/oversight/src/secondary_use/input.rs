//! What is typed about secondary use, by people and programs alike.

use jiff::civil::Date;
use polku_profile::{Field, Profile};
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    decision::{Coarseness, Kind, NewDecision},
    rules::{self, LONGEST_LINE, LONGEST_TEXT},
};

/// A decision as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct SecondaryUseInput {
    /// `research` or `archiving`.
    pub(super) kind: String,
    /// Its name.
    pub(super) title: String,
    /// For what the recipient uses the data.
    pub(super) task: String,
    /// Who gets it.
    pub(super) recipient: String,
    /// The ground in law: act and section, a permit.
    pub(super) ground: String,
    /// Who decided: office or name.
    pub(super) decided_by: String,
    /// On what power.
    pub(super) power: String,
    /// When it was decided; today when empty.
    pub(super) decided_on: String,
    /// The first day on which extracts are made; that of the decision when empty.
    pub(super) valid_from: String,
    /// The last one.
    pub(super) valid_until: String,
    /// The first day of the time in which the people concerned were in service…
    pub(super) served_from: String,
    /// …and the last.
    pub(super) served_until: String,
    /// Keys of the fields.
    pub(super) fields: Vec<String>,
    /// `year` or `month`: how exactly days are told.
    pub(super) coarseness: String,
    /// The recipient's public key, which begins with `age1`.
    pub(super) recipient_key: String,
}

impl SecondaryUseInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, profile: &Profile, today: Date) -> Result<NewDecision, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let kind = self
            .kind
            .parse::<Kind>()
            .map_err(|_| "secondary-use-kind-missing");
        let kind = wrong.keep("kind", kind);
        let mut needed = |field: &'static str, typed: &str, longest: usize, missing: &'static str| {
            wrong.needed(field, typed, longest, "secondary-use-long", missing)
        };
        let title = needed("title", &self.title, LONGEST_LINE, "secondary-use-title-missing");
        let task = needed("task", &self.task, LONGEST_TEXT, "secondary-use-task-missing");
        let recipient = needed(
            "recipient",
            &self.recipient,
            LONGEST_LINE,
            "secondary-use-recipient-missing",
        );
        let ground = needed(
            "ground",
            &self.ground,
            LONGEST_LINE,
            "secondary-use-ground-missing",
        );
        let decided_by = needed(
            "decided_by",
            &self.decided_by,
            LONGEST_LINE,
            "register-decisions-by-missing",
        );
        let power = needed(
            "power",
            &self.power,
            LONGEST_LINE,
            "register-decisions-power-missing",
        );
        let decided_on = wrong
            .optional_day("decided_on", &self.decided_on, today)
            .unwrap_or(today);
        let valid_from = wrong
            .optional_day("valid_from", &self.valid_from, today)
            .unwrap_or(decided_on);
        let valid_until = wrong.day("valid_until", &self.valid_until, today);
        let served_from = wrong.day("served_from", &self.served_from, today);
        let served_until = wrong.day("served_until", &self.served_until, today);
        if let (Some(valid_until), Some(from), Some(until)) = (valid_until, served_from, served_until)
            && let Err((field, key)) =
                rules::days((decided_on, valid_from, valid_until), (from, until), today)
        {
            wrong.note(field, Err(key));
        }
        let fields = wrong.keep("fields", self.fields(profile));
        let coarseness = self.coarseness.parse::<Coarseness>();
        let coarseness = wrong.keep(
            "coarseness",
            coarseness.map_err(|_| "secondary-use-coarseness-missing"),
        );
        let key = self.recipient_key.trim().parse::<age::x25519::Recipient>();
        let key = wrong.keep("recipient_key", key.map_err(|_| "disclosures-key-wrong"));
        wrong.finish(|| {
            Some(NewDecision {
                kind: kind?,
                title,
                task,
                recipient,
                ground,
                decided_by,
                power,
                decided_on,
                valid_from,
                valid_until: valid_until?,
                served_from: served_from?,
                served_until: served_until?,
                fields: fields?,
                coarseness: coarseness?,
                recipient_key: key?.to_string(),
            })
        })
    }

    /// The fields in the order of the page, each once.
    fn fields(&self, profile: &Profile) -> Result<Vec<Field>, &'static str> {
        let offered = rules::offered(profile);
        let is_offered = |key: &String| offered.iter().any(|field| field.key() == key);
        if !self.fields.iter().all(is_offered) {
            return Err("secondary-use-field-unknown");
        }
        let chosen: Vec<Field> = offered
            .into_iter()
            .filter(|field| self.fields.iter().any(|key| key == field.key()))
            .collect();
        if chosen.is_empty() {
            return Err("secondary-use-fields-missing");
        }
        Ok(chosen)
    }
}
