//! What is typed about a period, by people and programs alike.

use jiff::civil::Date;
use polku_desk::ids::WorkgroupId;
use polku_values::{
    Minutes,
    dates::{Weekdays, parse_hours},
    service::{Measure, Placement},
};
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    period::{Period, Plan, State},
    rules::{self, Step},
    schedule::Week,
};

/// The most characters of a place.
pub(super) const LONGEST_PLACE: usize = 200;
/// The most characters of a reason.
pub(super) const LONGEST_REASON: usize = 4_000;

/// A period as it is typed. Dates are read as people write them (`1.2.`, `1.2.26`) and as `2026-02-01`, hours as `6`,
/// `6,5` or `6:30`; lists take their codes.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct PeriodInput {
    /// What it is: a code of measures.
    pub(crate) measure: String,
    /// The group that the client works in: its id; empty when none.
    pub(crate) workgroup: String,
    /// Where, in words.
    pub(crate) place: String,
    /// The first day.
    pub(crate) starts_on: String,
    /// The last day; empty while it is not agreed on.
    pub(crate) ends_on: String,
    /// The days of a week: `monday` to `sunday`.
    pub(crate) weekdays: Vec<String>,
    /// How long each of these days is, travel not counted.
    pub(crate) hours: String,
    /// From when on other days or hours hold in a period that is under way; empty means from today.
    pub(crate) changes_from: String,
    /// Keys of the law's warnings that are accepted. What the law refuses cannot be accepted.
    pub(crate) accepted_warnings: Vec<String>,
    /// `ongoing` starts the period at once; anything else keeps it planned.
    pub(crate) state: String,
}

impl PeriodInput {
    /// What was typed, when all of it can be used. What the law says of it is judged apart.
    pub(crate) fn check(&self, today: Date) -> Result<Plan, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let measure = wrong.keep(
            "measure",
            Measure::recognise(&self.measure).map_err(|error| error.key()),
        );
        let workgroup = wrong.keep("workgroup", workgroup(&self.workgroup));
        let place = wrong.text("place", &self.place, LONGEST_PLACE, "periods-too-long");
        let starts_on = wrong.day("starts_on", &self.starts_on, today);
        if self.starts_at_once()
            && let Some(starts_on) = starts_on
        {
            wrong.note("starts_on", rules::may_start(starts_on, today));
        }
        let ends_on = end(&mut wrong, &self.ends_on, starts_on, today);
        let week = week(&mut wrong, &self.weekdays, &self.hours);
        wrong.finish(|| {
            Some(Plan {
                measure: measure?,
                workgroup: workgroup?,
                place,
                starts_on: starts_on?,
                ends_on,
                week: week?,
            })
        })
    }

    /// Whether the period is to start at once.
    pub(crate) fn starts_at_once(&self) -> bool {
        self.state == State::Ongoing.name()
    }

    /// From when on a change of days holds.
    pub(crate) fn changes_from(&self, today: Date) -> Result<Date, Vec<InvalidField>> {
        if self.changes_from.trim().is_empty() {
            return Ok(today);
        }
        let mut wrong = ToMend::default();
        let day = wrong.day("changes_from", &self.changes_from, today);
        wrong.finish(|| day)
    }
}

/// The start of a planned period as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct StartInput {
    /// The first day in fact.
    pub(crate) starts_on: String,
    /// The last day, when the period begins on another day than was planned.
    pub(crate) ends_on: String,
    /// Keys of the law's warnings that are accepted.
    pub(crate) accepted_warnings: Vec<String>,
}

impl StartInput {
    /// The plan with the days on which it begins and ends in fact.
    pub(crate) fn check(&self, plan: Plan, today: Date) -> Result<Plan, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let starts_on = wrong.day("starts_on", &self.starts_on, today);
        if let Some(starts_on) = starts_on {
            wrong.note("starts_on", rules::may_start(starts_on, today));
        }
        let ends_on = end(&mut wrong, &self.ends_on, starts_on, today);
        wrong.finish(|| {
            Some(Plan {
                starts_on: starts_on?,
                ends_on,
                ..plan
            })
        })
    }
}

/// The end of a period as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct EndInput {
    /// `completed` or `interrupted`.
    pub(crate) outcome: String,
    /// The last day in fact.
    pub(crate) ended_on: String,
    /// Why it was interrupted; needed then.
    pub(crate) reason: String,
    /// Where the client went on to: a code of placements. `still-at-workshop` and `no-information` are answers.
    pub(crate) placement: String,
    /// The client relationship that ends with it: its id; empty when it goes on.
    pub(crate) relationship: String,
}

/// How a period is to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CheckedEnd {
    /// As agreed, or broken off.
    pub(crate) step: Step,
    /// The last day in fact.
    pub(crate) on: Date,
    /// Where the client went on to.
    pub(crate) placement: Placement,
    /// Why it was interrupted.
    pub(crate) reason: String,
    /// The relationship that ends with it.
    pub(crate) relationship: Option<Uuid>,
}

impl EndInput {
    /// What was typed, when all of it can be used.
    pub(crate) fn check(&self, period: &Period, today: Date) -> Result<CheckedEnd, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let step = wrong.keep("outcome", outcome(&self.outcome));
        let on = wrong.day("ended_on", &self.ended_on, today);
        if let Some(on) = on {
            let allowed = rules::may_end(period.state, period.starts_on, on, today);
            wrong.note("ended_on", allowed);
        }
        let reason = wrong.text("reason", &self.reason, LONGEST_REASON, "periods-too-long");
        if step == Some(Step::Interrupt) && reason.is_empty() {
            wrong.note("reason", Err("periods-reason-missing"));
        }
        let placement = wrong.keep("placement", placement(&self.placement));
        let relationship = wrong.keep("relationship", id(&self.relationship));
        wrong.finish(|| {
            Some(CheckedEnd {
                step: step?,
                on: on?,
                placement: placement?,
                reason: if step? == Step::Interrupt {
                    reason
                } else {
                    String::new()
                },
                relationship: relationship?,
            })
        })
    }
}

/// How a period goes on after a break, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ResumeInput {
    /// The first day after the break.
    pub(crate) resumed_on: String,
    /// The last day as it is planned now.
    pub(crate) ends_on: String,
    /// The days of a week: `monday` to `sunday`.
    pub(crate) weekdays: Vec<String>,
    /// How long each of these days is, travel not counted.
    pub(crate) hours: String,
    /// Keys of the law's warnings that are accepted.
    pub(crate) accepted_warnings: Vec<String>,
}

impl ResumeInput {
    /// The first day after the break and the plan from then on. A period that never began begins on that day.
    pub(crate) fn check(
        &self,
        period: &Period,
        plan: Plan,
        today: Date,
    ) -> Result<(Date, Plan), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let on = wrong.day("resumed_on", &self.resumed_on, today);
        let has_begun = !period.schedule.is_empty();
        if let Some(on) = on {
            let allowed = match period.ending {
                Some(ending) if has_begun => rules::may_resume(ending.on, on, today),
                _ => rules::may_start(on, today),
            };
            wrong.note("resumed_on", allowed);
        }
        let ends_on = end(&mut wrong, &self.ends_on, on, today);
        let week = week(&mut wrong, &self.weekdays, &self.hours);
        wrong.finish(|| {
            let on = on?;
            let plan = Plan {
                starts_on: if has_begun { plan.starts_on } else { on },
                ends_on,
                week: week?,
                ..plan
            };
            Some((on, plan))
        })
    }
}

fn end(wrong: &mut ToMend, typed: &str, starts_on: Option<Date>, today: Date) -> Option<Date> {
    let ends_on = wrong.optional_day("ends_on", typed, today)?;
    if starts_on.is_some_and(|starts_on| ends_on < starts_on) {
        wrong.note("ends_on", Err("date-range-end-before-start"));
    }
    Some(ends_on)
}

fn week(wrong: &mut ToMend, weekdays: &[String], hours: &str) -> Option<Week> {
    let names = weekdays.iter().map(String::as_str);
    let weekdays = wrong.keep("weekdays", Weekdays::parse(names).map_err(|error| error.key()));
    if weekdays == Some(Weekdays::NONE) {
        wrong.note("weekdays", Err("periods-weekdays-missing"));
    }
    let minutes = wrong.keep("hours", parse_hours(hours).map_err(|error| error.key()));
    if minutes == Some(Minutes::ZERO) {
        wrong.note("hours", Err("periods-hours-missing"));
    }
    Some(Week {
        weekdays: weekdays?,
        minutes: minutes?,
    })
}

fn workgroup(typed: &str) -> Result<Option<WorkgroupId>, &'static str> {
    id(typed).map(|id| id.map(WorkgroupId))
}

fn id(typed: &str) -> Result<Option<Uuid>, &'static str> {
    match typed.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| "code-list-unknown"),
    }
}

fn outcome(typed: &str) -> Result<Step, &'static str> {
    match typed {
        "completed" => Ok(Step::Complete),
        "interrupted" => Ok(Step::Interrupt),
        _ => Err("periods-outcome-missing"),
    }
}

fn placement(typed: &str) -> Result<Placement, &'static str> {
    if typed.trim().is_empty() {
        return Err("periods-placement-missing");
    }
    Placement::recognise(typed).map_err(|error| error.key())
}
