//! The texts that the record gives a statement: pure, in the statement's language.

use polku_casework::told::{Contact, Figures, Goal, Period, Standing};
use polku_pages::{Texts, format};
use uuid::Uuid;

use super::{
    record::{AssessmentLine, Record},
    rules,
    statement::{Content, GoalLine, Kind, Month, Part, Section, parts},
};
use crate::permit::Permit;

/// The most characters of a section that the record fills: the coach shortens what matters less.
const LONGEST_DRAFT: usize = rules::LONGEST_TEXT - 200;

/// What drafting needs.
pub(crate) struct Drafting<'a> {
    /// The texts of the statement's language.
    pub(crate) texts: Texts,
    /// What the record tells.
    pub(crate) record: &'a Record,
    /// The entries of the diary that are to be quoted.
    pub(crate) entries: &'a [Uuid],
}

impl Drafting<'_> {
    /// A whole statement, without what the recipient may not have: that is not even drafted.
    pub(crate) fn whole(&self, kind: Kind, profile: &polku_profile::Profile, permit: &Permit) -> Content {
        let sections = parts(kind, profile).into_iter().map(|part| self.section(part));
        let content = Content {
            sections: sections.collect(),
            entries: self.entries.to_vec(),
            months: self.months(),
            goals: self.goals(),
            pictures: self.record.pictures.clone(),
            left_out: Vec::new(),
        };
        rules::permitted(kind, &content, permit)
    }

    /// A section as the record gives it.
    pub(crate) fn section(&self, part: Part) -> Section {
        let text = self.text(part);
        Section {
            part,
            drafted: text.clone(),
            text,
        }
    }

    /// The text of a section; empty when the record tells nothing.
    pub(crate) fn text(&self, part: Part) -> String {
        let told = &self.record.told;
        let text = match part {
            Part::Service => lines(told.periods.iter().map(|period| self.period(period))),
            Part::Attendance => self.attendance(),
            Part::Goals => lines(told.goals.iter().map(|goal| self.goal(goal))),
            Part::Diary => self.quotes(),
            Part::Contacts => lines(told.contacts.iter().filter_map(|contact| self.contact(contact))),
            Part::Assessments => lines(self.record.assessments.iter().map(assessment)),
            Part::Appraisal | Part::Recommendation => String::new(),
        };
        shortened(text)
    }

    /// Attendance by months, as the statement draws it.
    pub(crate) fn months(&self) -> Vec<Month> {
        let Some(attendance) = &self.record.told.attendance else {
            return Vec::new();
        };
        let month = |(first, figures): &(jiff::civil::Date, Figures)| Month {
            first: *first,
            attended: figures.attended,
            absent: figures.sick + figures.absent + figures.permitted,
        };
        attendance.months.iter().map(month).collect()
    }

    /// Goals, as the statement draws them.
    pub(crate) fn goals(&self) -> Vec<GoalLine> {
        let goals = self.record.told.goals.iter();
        let drawn = goals
            .filter(|goal| goal.standing != Standing::Dropped)
            .map(|goal| GoalLine {
                title: goal.title.clone(),
                level: goal.level,
                target: goal.target,
            });
        drawn.collect()
    }

    fn period(&self, period: &Period) -> String {
        let texts = self.texts;
        let mut line = format!(
            "{} {}",
            texts.label(period.measure.labels()),
            format::period(texts, period.from, period.until)
        );
        if !period.place.is_empty() {
            line = format!("{line}, {}", period.place);
        }
        line.push('.');
        if period.days_a_week > 0 {
            let hours = format::hours_and_minutes(texts.locale(), period.minutes_a_day.into());
            let week = [
                ("days", i64::from(period.days_a_week).into()),
                ("hours", hours.into()),
            ];
            line = format!("{line} {}", texts.with("statements-draft-week", &week));
        }
        if let Some(placement) = period.placement {
            let placement = texts.label(placement.labels());
            let said = texts.with("statements-draft-placement", &[("placement", placement.into())]);
            line = format!("{line} {said}");
        }
        line
    }

    fn attendance(&self) -> String {
        let texts = self.texts;
        let Some(attendance) = &self.record.told.attendance else {
            return String::new();
        };
        let whole = attendance.whole;
        let hours = format::hours_and_minutes(texts.locale(), whole.minutes);
        let attended = [
            ("days", i64::from(whole.attended).into()),
            ("hours", hours.into()),
        ];
        let mut said = vec![texts.with("statements-draft-attended", &attended)];
        let away = whole.sick + whole.absent + whole.permitted;
        if away == 0 {
            said.push(texts.t("statements-draft-no-absence"));
        } else {
            let count = |days: u32| i64::from(days).into();
            let absences = [
                ("days", count(away)),
                ("sick", count(whole.sick)),
                ("permitted", count(whole.permitted)),
                ("absent", count(whole.absent)),
            ];
            said.push(texts.with("statements-draft-absence", &absences));
        }
        if let Some(percent) = whole.percent {
            let percent = format::percent(texts.locale(), percent.into());
            said.push(texts.with("statements-draft-percent", &[("percent", percent.into())]));
        }
        let weeks = [
            ("regular", i64::from(attendance.regular_weeks).into()),
            ("weeks", i64::from(attendance.weeks).into()),
        ];
        said.push(texts.with("statements-draft-regular", &weeks));
        said.join(" ")
    }

    fn goal(&self, goal: &Goal) -> String {
        let texts = self.texts;
        let state = match goal.standing {
            Standing::Open => "goals-state-open",
            Standing::Reached => "goals-state-reached",
            Standing::Dropped => "goals-state-dropped",
        };
        let told = [
            ("title", goal.title.as_str().into()),
            ("level", i64::from(goal.level).into()),
            ("target", i64::from(goal.target).into()),
            ("state", texts.t(state).into()),
        ];
        let mut said = texts.with("statements-draft-goal", &told);
        for (day, note) in &goal.notes {
            said = format!("{said} {}: {note}", format::date(*day));
        }
        said
    }

    fn quotes(&self) -> String {
        let notes = self.record.told.notes.iter();
        let chosen = notes.filter(|note| self.entries.contains(&note.id));
        lines(chosen.map(|note| format!("{}: {}", format::date(note.dated), one_line(&note.text))))
    }

    fn contact(&self, contact: &Contact) -> Option<String> {
        let (what, by) = contact.agreed.as_ref()?;
        let said = [
            ("day", format::date(contact.on).into()),
            ("kind", self.texts.t(contact.kind_key).into()),
            ("what", what.as_str().into()),
            ("by", format::date(*by).into()),
        ];
        Some(self.texts.with("statements-draft-agreed", &said))
    }
}

/// The entries that a statement quotes unless the coach picks others: those that show how goals went.
pub(crate) fn evidence(record: &Record) -> Vec<Uuid> {
    let shown = record.told.goals.iter().flat_map(|goal| &goal.evidence);
    let mut entries: Vec<Uuid> = shown
        .copied()
        .filter(|entry| record.told.notes.iter().any(|note| note.id == *entry))
        .collect();
    entries.sort_unstable();
    entries.dedup();
    entries
}

fn assessment(line: &AssessmentLine) -> String {
    let results: Vec<String> = line
        .results
        .iter()
        .map(|(scale, value)| format!("{scale} {value}"))
        .collect();
    let on = line
        .on
        .map(|day| format!(" {}", format::date(day)))
        .unwrap_or_default();
    format!("{}{on}: {}.", line.name, results.join(", "))
}

/// A line each, marked as a list when there are several.
fn lines(said: impl Iterator<Item = String>) -> String {
    let said: Vec<String> = said.collect();
    match said.as_slice() {
        [one] => one.clone(),
        several => several
            .iter()
            .map(|line| format!("- {line}"))
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shortened(text: String) -> String {
    if text.chars().count() <= LONGEST_DRAFT {
        return text;
    }
    let kept: String = text.chars().take(LONGEST_DRAFT).collect();
    format!("{kept} …")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use polku_casework::told::{Attendance, Goal, Note, Told};
    use polku_pages::Locale;
    use polku_profile::{Permission, Profile, RecordKind};

    use super::*;
    use crate::permit::Matter;

    fn record() -> Record {
        let note = Note {
            id: Uuid::from_u128(9),
            dated: date(2026, 11, 3),
            text: "Tuli ajoissa\nkoko viikon.".to_owned(),
            author: "Maija".to_owned(),
            created_at: jiff::Timestamp::UNIX_EPOCH,
        };
        let goal = Goal {
            id: Uuid::from_u128(1),
            title: "Päivärytmi".to_owned(),
            level: 3,
            target: 4,
            standing: Standing::Open,
            notes: vec![(date(2026, 11, 4), "Kolmas täysi viikko.".to_owned())],
            evidence: vec![Uuid::from_u128(9), Uuid::from_u128(77)],
        };
        let attendance = Attendance {
            whole: Figures {
                attended: 12,
                minutes: 3_600,
                sick: 2,
                percent: Some(86),
                ..Figures::default()
            },
            regular_weeks: 3,
            weeks: 4,
            ..Attendance::default()
        };
        Record {
            told: Told {
                attendance: Some(attendance),
                goals: vec![goal],
                notes: vec![note],
                ..Told::default()
            },
            ..Record::default()
        }
    }

    fn drafted(part: Part) -> String {
        let record = record();
        let entries = evidence(&record);
        Drafting {
            texts: Texts::new(Locale::Fi),
            record: &record,
            entries: &entries,
        }
        .text(part)
    }

    #[test]
    fn attendance_is_told_in_figures_b8() {
        let said = drafted(Part::Attendance);
        assert!(said.contains("12 päivää") && said.contains("60\u{a0}t"), "{said}");
        assert!(said.contains("86\u{a0}%") && said.contains("3/4"), "{said}");
    }

    #[test]
    fn a_goal_is_told_with_what_shows_it_b8() {
        let said = drafted(Part::Goals);
        assert!(
            said.contains("Päivärytmi") && said.contains("4.11.2026: Kolmas täysi viikko."),
            "{said}"
        );
    }

    #[test]
    fn the_entries_that_show_a_goal_are_quoted_and_no_others_b8() {
        assert_eq!(
            evidence(&record()),
            [Uuid::from_u128(9)],
            "an entry of other days is not quoted"
        );
        assert_eq!(drafted(Part::Diary), "3.11.2026: Tuli ajoissa koko viikon.");
    }

    #[test]
    fn what_a_recipient_may_not_have_is_not_even_drafted_b9() {
        let profile = Profile::shipped("kokkotyo").expect("a shipped profile");
        let record = record();
        let entries = evidence(&record);
        let drafting = Drafting {
            texts: Texts::new(Locale::Fi),
            record: &record,
            entries: &entries,
        };
        let permit = Permit::recipient(Permission::Consent, [Matter::Record(RecordKind::Goal)]);
        let content = drafting.whole(Kind::ProgressSummary, &profile, &permit);
        let there: Vec<Part> = content.sections.iter().map(|section| section.part).collect();
        assert_eq!(there, [Part::Goals]);
        assert!(content.entries.is_empty() && content.months.is_empty());
    }

    #[test]
    fn a_long_record_is_shortened_and_says_so() {
        assert!(shortened("a".repeat(20_000)).ends_with('…'));
    }
}
