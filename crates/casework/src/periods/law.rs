//! What the law says of a period: what it refuses, and what it only warns of (B2).
//!
//! The limits are dated data in [`polku_values::law`]; a period is judged by those in force on its first day.

use polku_values::{
    law::{Finding, rehabilitative_work},
    service::Measure,
};

use super::period::Plan;

/// What the law says of a plan. Only rehabilitative work has limits (Act 189/2001, 13 §).
pub(crate) fn findings(plan: &Plan) -> Vec<Finding> {
    if plan.measure != Measure::RehabilitativeWork {
        return Vec::new();
    }
    let Some(limits) = rehabilitative_work::limits_on(plan.starts_on) else {
        return Vec::new();
    };
    let week = plan.week;
    rehabilitative_work::check_period(
        limits,
        plan.starts_on,
        plan.ends_on,
        week.weekdays.count(),
        week.minutes,
    )
}

/// What stands in the way of a plan: every refusal, and each warning that the worker has not accepted.
pub(crate) fn objections(plan: &Plan, accepted_warnings: &[String]) -> Vec<Finding> {
    findings(plan)
        .into_iter()
        .filter(|finding| finding.is_refusal() || !is_accepted(finding, accepted_warnings))
        .collect()
}

/// The keys of the warnings that hold for a plan and were accepted: kept with the period.
pub(crate) fn accepted(plan: &Plan, accepted_warnings: &[String]) -> Vec<String> {
    findings(plan)
        .iter()
        .filter(|finding| !finding.is_refusal() && is_accepted(finding, accepted_warnings))
        .map(|finding| finding.key.to_owned())
        .collect()
}

/// The field in which a finding is mended.
pub(crate) fn field_of(finding: &Finding) -> &'static str {
    match finding.key {
        "law-week-too-few-days" | "law-week-too-many-days" => "weekdays",
        "law-day-too-short" | "law-day-too-long" | "law-week-too-long" => "hours",
        _ => "ends_on",
    }
}

fn is_accepted(finding: &Finding, accepted_warnings: &[String]) -> bool {
    accepted_warnings.iter().any(|key| key == finding.key)
}

#[cfg(test)]
#[path = "law_tests.rs"]
mod tests;
