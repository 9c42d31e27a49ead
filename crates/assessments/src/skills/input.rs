//! What is typed about skills, by people and programs alike.

use jiff::civil::Date;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::{Level, MarkWords, SkillState};
use crate::instruments::Words;

/// The most characters of a skill's name or its workshop's.
const LONGEST_NAME: usize = 160;
/// The most characters of a note.
const LONGEST_TEXT: usize = 5_000;

/// A skill as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct SkillInput {
    /// The workshop or the field.
    pub(crate) area: String,
    /// Its name in Finnish.
    pub(crate) title_fi: String,
    /// In Swedish; the Finnish name when empty.
    pub(crate) title_sv: String,
    /// In English; the Finnish name when empty.
    pub(crate) title_en: String,
    /// `in-use` or `withdrawn`; in use when empty.
    pub(crate) state: String,
}

/// A skill that can be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CheckedSkill {
    pub(super) area: String,
    pub(super) title: Words,
    pub(super) state: SkillState,
}

impl SkillInput {
    pub(super) fn check(&self) -> Result<CheckedSkill, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let mut name = |field, typed: &str| wrong.text(field, typed, LONGEST_NAME, "skills-name-long");
        let area = name("area", &self.area);
        let fi = name("title_fi", &self.title_fi);
        let sv = name("title_sv", &self.title_sv);
        let en = name("title_en", &self.title_en);
        for (field, text) in [("area", &area), ("title_fi", &fi)] {
            wrong.note(
                field,
                if text.is_empty() {
                    Err("skills-name-missing")
                } else {
                    Ok(())
                },
            );
        }
        let state = match self.state.as_str() {
            "" => Some(SkillState::InUse),
            typed => wrong.keep("state", typed.parse().map_err(|_| "skills-state-unknown")),
        };
        let or_finnish = |text: String| if text.is_empty() { fi.clone() } else { text };
        let title = Words {
            sv: or_finnish(sv),
            en: or_finnish(en),
            fi,
        };
        wrong.finish(|| {
            Some(CheckedSkill {
                area,
                title,
                state: state?,
            })
        })
    }
}

/// A mark as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct MarkInput {
    /// The id of the skill.
    pub(crate) skill: String,
    /// `practised`, `guided`, `alone` or `teaches`.
    pub(crate) level: String,
    /// On which day, as people write it; today when empty.
    pub(crate) dated: String,
    /// What was noted; may be empty.
    pub(crate) note: String,
    /// The ids of the diary entries that show it.
    pub(crate) evidence: Vec<String>,
}

/// A mark that can be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CheckedMark {
    pub(super) skill: Uuid,
    pub(super) level: Level,
    pub(super) dated: Date,
    pub(super) words: MarkWords,
}

impl MarkInput {
    pub(super) fn check(&self, today: Date) -> Result<CheckedMark, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let skill = wrong.keep("skill", self.skill.parse().map_err(|_| "skills-skill-missing"));
        let level = wrong.keep("level", self.level.parse().map_err(|_| "skills-level-missing"));
        let dated = wrong.optional_day("dated", &self.dated, today).unwrap_or(today);
        wrong.note(
            "dated",
            if dated > today {
                Err("skills-date-ahead")
            } else {
                Ok(())
            },
        );
        let note = wrong.text("note", &self.note, LONGEST_TEXT, "skills-text-long");
        let ids: Result<Vec<Uuid>, _> = self.evidence.iter().map(|id| id.parse::<Uuid>()).collect();
        let evidence = wrong.keep("evidence", ids.map_err(|_| "skills-evidence-unknown"));
        wrong.finish(|| {
            let mut evidence = evidence?;
            evidence.sort_unstable();
            evidence.dedup();
            Some(CheckedMark {
                skill: skill?,
                level: level?,
                dated,
                words: MarkWords { note, evidence },
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_skill_needs_a_workshop_and_a_finnish_name() {
        let input = SkillInput {
            area: "Puupaja".to_owned(),
            title_fi: "Hionta".to_owned(),
            ..SkillInput::default()
        };
        let checked = input.check().expect("enough");
        assert_eq!(
            (checked.title.sv.as_str(), checked.state),
            ("Hionta", SkillState::InUse)
        );
        let told = SkillInput::default().check().expect_err("nothing was typed");
        assert_eq!(
            told.iter().map(|one| one.field).collect::<Vec<_>>(),
            ["area", "title_fi"]
        );
    }

    #[test]
    fn a_mark_is_of_a_day_that_has_been() {
        let input = MarkInput {
            skill: "0198c0de-0000-7000-8000-000000000001".to_owned(),
            level: "alone".to_owned(),
            dated: "24.11.2026".to_owned(),
            ..MarkInput::default()
        };
        let told = input.check(date(2026, 11, 23)).expect_err("tomorrow");
        assert_eq!(told[0].key, "skills-date-ahead");
    }
}
