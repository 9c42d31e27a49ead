//! What is typed about an entry, by people and programs alike.

use jiff::civil::Date;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    entry::{EntryKind, Telling, Wording},
    rules,
};

/// An entry as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct EntryInput {
    /// The day that it tells of, as people write it (`20.11.`, `eilen`) or as `2026-11-20`; today when empty.
    pub(crate) dated: String,
    /// What it tells of; a note when empty.
    pub(crate) kind: String,
    /// The text.
    pub(crate) text: String,
    /// The ids of the goals that it tells of.
    pub(crate) goals: Vec<String>,
    /// The id of the contact that it tells of; may be empty.
    pub(crate) contact: String,
    /// Why the entry is corrected; not asked of a new one.
    pub(crate) reason: String,
    /// The id of the draft that becomes this entry; may be empty.
    pub(crate) draft: String,
}

impl EntryInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, today: Date) -> Result<Telling, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let text = self.text.trim().to_owned();
        wrong.note("text", rules::text(&text));
        let dated = wrong.optional_day("dated", &self.dated, today).unwrap_or(today);
        wrong.note("dated", rules::dated(dated, today));
        let kind = wrong.keep("kind", self.kind());
        let goals = wrong.keep("goals", ids(&self.goals));
        let contact = wrong.keep("contact", id(&self.contact));
        wrong.finish(|| {
            Some(Telling {
                dated,
                kind: kind?,
                contact: contact?,
                wording: Wording {
                    text,
                    goals: goals?,
                    reason: self.reason.trim().to_owned(),
                },
            })
        })
    }

    /// The draft that becomes this entry.
    pub(super) fn draft(&self) -> Option<Uuid> {
        self.draft.parse().ok()
    }

    fn kind(&self) -> Result<EntryKind, &'static str> {
        if self.kind.is_empty() {
            return Ok(EntryKind::Note);
        }
        self.kind.parse().map_err(|_| "diary-kind-unknown")
    }
}

fn id(typed: &str) -> Result<Option<Uuid>, &'static str> {
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| "diary-link-unknown")
}

/// Each once, in one order: the same goals ticked otherwise are no correction.
fn ids(typed: &[String]) -> Result<Vec<Uuid>, &'static str> {
    let mut ids = typed
        .iter()
        .filter(|text| !text.is_empty())
        .map(|text| text.parse().map_err(|_| "diary-link-unknown"))
        .collect::<Result<Vec<Uuid>, _>>()?;
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    fn typed(text: &str, dated: &str) -> EntryInput {
        EntryInput {
            text: text.to_owned(),
            dated: dated.to_owned(),
            ..EntryInput::default()
        }
    }

    #[test]
    fn a_note_needs_no_more_than_its_text() {
        let telling = typed("  Tuli ajoissa. ", "").check(TODAY).expect("enough");
        assert_eq!(telling.dated, TODAY);
        assert_eq!(telling.kind, EntryKind::Note);
        assert_eq!(telling.wording.text, "Tuli ajoissa.");
    }

    #[test]
    fn the_day_is_read_as_people_write_it() {
        assert_eq!(
            typed("a", "eilen").check(TODAY).expect("a day").dated,
            date(2026, 11, 21)
        );
        assert_eq!(
            typed("a", "3.11.").check(TODAY).expect("a day").dated,
            date(2026, 11, 3)
        );
    }

    #[test]
    fn everything_to_mend_is_told_at_once() {
        let mut input = typed(" ", "1.12.");
        input.kind = "gossip".to_owned();
        input.goals = vec!["not an id".to_owned()];
        let fields: Vec<&str> = input
            .check(TODAY)
            .expect_err("much to mend")
            .iter()
            .map(|invalid| invalid.field)
            .collect();
        assert_eq!(fields, ["text", "dated", "kind", "goals"]);
    }

    #[test]
    fn goals_are_linked_once_each() {
        let goal = Uuid::from_u128(7).to_string();
        let mut input = typed("a", "");
        input.goals = vec![goal.clone(), String::new(), goal];
        assert_eq!(
            input.check(TODAY).expect("one goal").wording.goals,
            [Uuid::from_u128(7)]
        );
    }
}
