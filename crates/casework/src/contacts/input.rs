//! What is typed about a contact, by people and programs alike.

use jiff::civil::DateTime;
use polku_desk::AccountId;
use polku_values::dates::parse_clock_time;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    contact::{Agreement, Held, NewContact, Party, Wording},
    rules,
};
use crate::tasks::{self, Worker};

/// The most characters of what was discussed.
pub(super) const LONGEST_TEXT: usize = 20_000;
/// The most characters of a line.
pub(super) const LONGEST_LINE: usize = 300;
/// What is said of a longer one.
const TOO_LONG: &str = "contacts-too-long";

/// A contact as it is typed. Days are read as people write them (`1.2.`, `eilen`) and as `2026-02-01`, times as `9.05`
/// and `9:05`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ContactInput {
    /// The day.
    pub(crate) held_on: String,
    /// The time of day; may be empty.
    pub(crate) held_at: String,
    /// `phone`, `message`, `meeting`, `video`, `home-visit` or `network-meeting`.
    pub(crate) kind: String,
    /// With whom: any of `client`, `family`, `authority`, `provider`, `employer`, `school`, `other`.
    pub(crate) parties: Vec<String>,
    /// The same in words; may be empty.
    pub(crate) who: String,
    /// What was discussed; may be empty of one that is still to come.
    pub(crate) discussed: String,
    /// What was agreed next; may be empty.
    pub(crate) agreed: String,
    /// By which day; needed when something was agreed.
    pub(crate) agreed_by: String,
    /// Who does it: the account of one of the client's workers; one's own when empty.
    pub(crate) responsible: String,
}

/// What was typed, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Checked {
    pub(super) contact: NewContact,
    /// Who does what was agreed.
    pub(super) responsible: AccountId,
}

impl ContactInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(
        &self,
        workers: &[Worker],
        own: AccountId,
        now: DateTime,
    ) -> Result<Checked, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let held = self.held(&mut wrong, now);
        let kind = wrong.keep(
            "kind",
            self.kind.trim().parse().map_err(|_| "contacts-kind-missing"),
        );
        let wording = Wording {
            parties: self.parties(&mut wrong),
            who: wrong.text("who", &self.who, LONGEST_LINE, TOO_LONG),
            discussed: wrong.text("discussed", &self.discussed, LONGEST_TEXT, TOO_LONG),
            agreed: self.agreement(&mut wrong, now),
        };
        if wording.discussed.is_empty() && held.is_some_and(|held| !held.is_ahead(now)) {
            wrong.note("discussed", Err("contacts-discussed-missing"));
        }
        let responsible = wrong.keep("responsible", tasks::responsible(&self.responsible, workers, own));
        wrong.finish(|| {
            let contact = NewContact {
                kind: kind?,
                held: held?,
                wording,
            };
            Some(Checked {
                contact,
                responsible: responsible?,
            })
        })
    }

    fn held(&self, wrong: &mut ToMend, now: DateTime) -> Option<Held> {
        let on = wrong.day("held_on", &self.held_on, now.date())?;
        wrong.note("held_on", rules::may_be_on(on, now.date()));
        if self.held_at.trim().is_empty() {
            return Some(Held { on, at: None });
        }
        let at = wrong.keep(
            "held_at",
            parse_clock_time(&self.held_at).map_err(|error| error.key()),
        )?;
        Some(Held { on, at: Some(at) })
    }

    fn parties(&self, wrong: &mut ToMend) -> Vec<Party> {
        let mut parties: Vec<Party> = Vec::new();
        for typed in &self.parties {
            let read = typed.trim().parse::<Party>();
            parties.extend(wrong.keep("parties", read.map_err(|_| "contacts-party-unknown")));
        }
        parties.sort_unstable();
        parties.dedup();
        if parties.is_empty() && self.parties.is_empty() {
            wrong.note("parties", Err("contacts-party-missing"));
        }
        parties
    }

    fn agreement(&self, wrong: &mut ToMend, now: DateTime) -> Option<Agreement> {
        let text = wrong.text("agreed", &self.agreed, tasks::LONGEST_TITLE, TOO_LONG);
        let by = self.agreed_by.trim();
        match (text.is_empty(), by.is_empty()) {
            (true, true) => None,
            (true, false) => {
                wrong.note("agreed", Err("contacts-agreed-missing"));
                None
            }
            (false, true) => {
                wrong.note("agreed_by", Err("contacts-agreed-by-missing"));
                None
            }
            (false, false) => {
                let due_on = wrong.day("agreed_by", by, now.date())?;
                wrong.note("agreed_by", tasks::may_be_due(due_on, now.date()));
                Some(Agreement { text, due_on })
            }
        }
    }
}
