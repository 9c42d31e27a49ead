//! What is typed about breaches, by people and programs alike.

use jiff::{Timestamp, civil::Date};
use polku_privacy::parts::Part;
use polku_profile::Profile;
use polku_values::dates::parse_clock_time;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    breach::{Risk, Told, Untold},
    rules,
};

/// The most characters of a text.
const LONGEST: usize = 10_000;
/// The most characters of a line.
const LONGEST_LINE: usize = 200;

/// When somebody types something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Now {
    pub(super) now: Timestamp,
    pub(super) today: Date,
}

/// A breach as it is reported.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct ReportInput {
    /// The day on which it was found, as people write it.
    pub(super) found_on: String,
    /// The time of day, such as `9.05`.
    pub(super) found_time: String,
    /// The day on which the controller became aware of it; when both are empty, when it was found.
    pub(super) aware_on: String,
    /// The time of day.
    pub(super) aware_time: String,
    /// What happened.
    pub(super) what: String,
}

/// What was checked of a report.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub(super) found_at: Timestamp,
    pub(super) aware_at: Timestamp,
    pub(super) what: String,
}

impl ReportInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, at: Now) -> Result<Report, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let found_at = moment(
            &mut wrong,
            ("found_on", self.found_on.as_str()),
            ("found_time", self.found_time.as_str()),
            at,
        );
        let aware_at = if self.aware_on.trim().is_empty() && self.aware_time.trim().is_empty() {
            found_at
        } else {
            moment(
                &mut wrong,
                ("aware_on", self.aware_on.as_str()),
                ("aware_time", self.aware_time.as_str()),
                at,
            )
        };
        if let (Some(found_at), Some(aware_at)) = (found_at, aware_at) {
            let field = if found_at > at.now { "found_on" } else { "aware_on" };
            wrong.note(field, rules::times(found_at, aware_at, at.now));
        }
        let what = text(&mut wrong, "what", &self.what, "breaches-what-missing");
        wrong.finish(|| {
            Some(Report {
                found_at: found_at?,
                aware_at: aware_at?,
                what,
            })
        })
    }
}

/// An assessment as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct AssessmentInput {
    /// What happened.
    pub(super) what: String,
    /// The kinds of data, by their keys.
    pub(super) kinds: Vec<String>,
    /// How many people; empty while nobody knows.
    pub(super) people: String,
    /// What may follow for them.
    pub(super) consequences: String,
    /// What was and will be done.
    pub(super) measures: String,
    /// `unlikely`, `risk` or `high`.
    pub(super) risk: String,
    /// Why.
    pub(super) why: String,
    /// Why people are not told although the risk is high: `protected`, `removed`, `public`, or empty.
    pub(super) untold: String,
}

/// What was checked of an assessment.
#[derive(Clone, Debug)]
pub(super) struct Assessment {
    pub(super) what: String,
    pub(super) kinds: Vec<Part>,
    pub(super) people: Option<i64>,
    pub(super) consequences: String,
    pub(super) measures: String,
    pub(super) risk: Risk,
    pub(super) why: String,
    pub(super) untold: Option<Untold>,
}

impl AssessmentInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, profile: &Profile) -> Result<Assessment, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let what = text(&mut wrong, "what", &self.what, "breaches-what-missing");
        let known = Part::all_of(profile);
        let kinds: Option<Vec<Part>> = self
            .kinds
            .iter()
            .map(|key| key.parse().ok().filter(|part| known.contains(part)))
            .collect();
        let kinds = wrong.keep("kinds", kinds.ok_or("breaches-kinds-unknown"));
        if self.kinds.is_empty() {
            wrong.note("kinds", Err("breaches-kinds-missing"));
        }
        let people = wrong.keep("people", number(&self.people));
        let consequences = text(
            &mut wrong,
            "consequences",
            &self.consequences,
            "breaches-consequences-missing",
        );
        let measures = wrong.text("measures", &self.measures, LONGEST, "breaches-text-long");
        let risk = wrong.keep(
            "risk",
            self.risk.parse::<Risk>().map_err(|_| "breaches-risk-missing"),
        );
        let why = text(&mut wrong, "why", &self.why, "breaches-why-missing");
        let untold = match self.untold.as_str() {
            "" => Some(None),
            typed => wrong.keep(
                "untold",
                typed.parse().map(Some).map_err(|_| "breaches-untold-unknown"),
            ),
        };
        if risk.is_some_and(|risk| risk != Risk::High) && untold.flatten().is_some() {
            wrong.note("untold", Err("breaches-untold-only-high"));
        }
        wrong.finish(|| {
            Some(Assessment {
                what,
                kinds: kinds?,
                people: people?,
                consequences,
                measures,
                risk: risk?,
                why,
                untold: untold?,
            })
        })
    }
}

/// The notice to the authority as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct NoticeInput {
    /// The day on which it was sent.
    pub(super) notified_on: String,
    /// The time of day.
    pub(super) notified_time: String,
    /// The authority's number; may be empty.
    pub(super) reference: String,
    /// Why it was sent late; needed when it was.
    pub(super) late_reason: String,
}

/// What was checked of a notice.
#[derive(Clone, Debug)]
pub(super) struct Notice {
    pub(super) at: Timestamp,
    pub(super) reference: String,
    pub(super) late_reason: String,
}

impl NoticeInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, aware_at: Timestamp, at: Now) -> Result<Notice, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let sent = moment(
            &mut wrong,
            ("notified_on", self.notified_on.as_str()),
            ("notified_time", self.notified_time.as_str()),
            at,
        );
        let reference = wrong.text("reference", &self.reference, LONGEST_LINE, "breaches-line-long");
        let late_reason = wrong.text("late_reason", &self.late_reason, LONGEST, "breaches-text-long");
        if let Some(sent) = sent
            && let Err((field, key)) = rules::notified(aware_at, sent, &late_reason, at.now)
        {
            wrong.note(field, Err(key));
        }
        wrong.finish(|| {
            Some(Notice {
                at: sent?,
                reference,
                late_reason,
            })
        })
    }
}

/// What people are told, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct LetterInput {
    /// In Finnish.
    pub(super) letter_fi: String,
    /// In Swedish; may be empty until somebody is told in it.
    pub(super) letter_sv: String,
    /// In English; may be empty until somebody is told in it.
    pub(super) letter_en: String,
}

impl LetterInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self) -> Result<[String; 3], Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let letters = [
            text(
                &mut wrong,
                "letter_fi",
                &self.letter_fi,
                "breaches-letter-missing",
            ),
            wrong.text("letter_sv", &self.letter_sv, LONGEST, "breaches-text-long"),
            wrong.text("letter_en", &self.letter_en, LONGEST, "breaches-text-long"),
        ];
        wrong.finish(|| Some(letters))
    }
}

/// Somebody who was told, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct ToldInput {
    /// `letter`, `secure-message` or `in-person`.
    pub(super) how: String,
    /// The day; today when empty.
    pub(super) on: String,
}

impl ToldInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, today: Date) -> Result<(Told, Date), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let how = wrong.keep(
            "how",
            self.how.parse::<Told>().map_err(|_| "breaches-told-unknown"),
        );
        let on = wrong.optional_day("on", &self.on, today).unwrap_or(today);
        if on > today {
            wrong.note("on", Err("breaches-time-ahead"));
        }
        wrong.finish(|| Some((how?, on)))
    }
}

fn moment(
    wrong: &mut ToMend,
    (on, typed_day): (&'static str, &str),
    (time, typed_time): (&'static str, &str),
    at: Now,
) -> Option<Timestamp> {
    let day = wrong.day(on, typed_day, at.today);
    let clock = wrong.keep(time, parse_clock_time(typed_time).map_err(|error| error.key()));
    wrong.keep(time, rules::moment(day?, clock?))
}

fn text(wrong: &mut ToMend, field: &'static str, typed: &str, missing: &'static str) -> String {
    let text = wrong.text(field, typed, LONGEST, "breaches-text-long");
    if text.is_empty() {
        wrong.note(field, Err(missing));
    }
    text
}

fn number(typed: &str) -> Result<Option<i64>, &'static str> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.is_empty() {
        return Ok(None);
    }
    let number = digits.parse::<i64>().map_err(|_| "breaches-people-number")?;
    (0..=100_000_000)
        .contains(&number)
        .then_some(Some(number))
        .ok_or("breaches-people-number")
}
