//! The limits of rehabilitative work (kuntouttava työtoiminta, arbetsverksamhet i rehabiliteringssyfte).

use super::{Finding, InForce, Source, Weight, in_force_on};
use crate::dates::Minutes;
use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

/// What a period of rehabilitative work may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The fewest months of one period.
    pub fewest_months: u8,
    /// The most months of one period.
    pub most_months: u8,
    /// The fewest days a week.
    pub fewest_days_a_week: u8,
    /// The most days a week.
    pub most_days_a_week: u8,
    /// The shortest day, travel not counted.
    pub shortest_day: Minutes,
    /// The longest day, travel not counted; `None` where no limit is known.
    pub longest_day: Option<Minutes>,
    /// The longest week, travel not counted; `None` where no limit is known.
    pub longest_week: Option<Minutes>,
}

/// Where the limits are set.
const SECTION: Source = Source {
    act: "189/2001",
    section: "13 §",
};

/// What every version of the act has said; the versions differ in the rest.
const COMMON: Limits = Limits {
    fewest_months: 3,
    most_months: 24,
    fewest_days_a_week: 1,
    most_days_a_week: 4,
    shortest_day: Minutes::hours(4),
    longest_day: None,
    longest_week: None,
};

/// The limits of each time. The days a week came down from five to four with Act 142/2015. The longest day and week
/// are kept from 2021 on, when Act 702/2020 rewrote the section; earlier wording named only the shortest day.
pub static LIMITS: &[InForce<Limits>] = &[
    InForce {
        value: Limits {
            most_days_a_week: 5,
            ..COMMON
        },
        from: date(2001, 9, 1),
        until: Some(date(2015, 6, 30)),
        source: SECTION,
    },
    InForce {
        value: COMMON,
        from: date(2015, 7, 1),
        until: Some(date(2020, 12, 31)),
        source: SECTION,
    },
    InForce {
        value: Limits {
            longest_day: Some(Minutes::hours(8)),
            longest_week: Some(Minutes::hours(32)),
            ..COMMON
        },
        from: date(2021, 1, 1),
        until: None,
        source: SECTION,
    },
];

/// The limits in force on a day.
#[must_use]
pub fn limits_on(day: Date) -> Option<&'static InForce<Limits>> {
    in_force_on(LIMITS, day)
}

/// What the law says of a planned period: nothing when all is in order.
///
/// `end` is the last planned day. A period without one is warned of, since the law wants a length; one that ends
/// early in fact (interrupted) is not a plan and isn't checked. Days and hours are those of an ordinary week and
/// day; [`check_week`] checks a week whose days differ.
#[must_use]
pub fn check_period(
    limits: &InForce<Limits>,
    start: Date,
    end: Option<Date>,
    days_per_week: u8,
    minutes_per_day: Minutes,
) -> Vec<Finding> {
    let mut findings = check_length(limits, start, end);
    let week = vec![minutes_per_day; usize::from(days_per_week)];
    findings.extend(check_week(limits, &week));
    findings
}

/// What the law says of a week, given the length of each of its days.
#[must_use]
pub fn check_week(limits: &InForce<Limits>, days: &[Minutes]) -> Vec<Finding> {
    let law = &limits.value;
    let total: u32 = days.iter().map(|day| u32::from(day.0)).sum();
    let mut findings = Vec::new();
    let mut refuse_if = |is_broken: bool, key, limit: u16| {
        if is_broken {
            findings.push(finding(limits, Weight::Refuse, key, limit));
        }
    };
    let (fewest, most) = (law.fewest_days_a_week, law.most_days_a_week);
    refuse_if(
        days.len() < usize::from(fewest),
        "law-week-too-few-days",
        fewest.into(),
    );
    refuse_if(
        days.len() > usize::from(most),
        "law-week-too-many-days",
        most.into(),
    );
    let shortest = law.shortest_day;
    refuse_if(
        days.iter().any(|day| *day < shortest),
        "law-day-too-short",
        whole_hours(shortest),
    );
    if let Some(longest) = law.longest_day {
        refuse_if(
            days.iter().any(|day| *day > longest),
            "law-day-too-long",
            whole_hours(longest),
        );
    }
    if let Some(longest) = law.longest_week {
        refuse_if(
            total > u32::from(longest.0),
            "law-week-too-long",
            whole_hours(longest),
        );
    }
    findings
}

const fn whole_hours(length: Minutes) -> u16 {
    length.whole_hours_and_rest().0
}

fn check_length(limits: &InForce<Limits>, start: Date, end: Option<Date>) -> Vec<Finding> {
    let law = &limits.value;
    let Some(end) = end else {
        return vec![finding(
            limits,
            Weight::Warn,
            "law-period-without-end",
            law.most_months.into(),
        )];
    };
    let mut findings = Vec::new();
    if end < last_day(start, law.fewest_months) {
        findings.push(finding(
            limits,
            Weight::Refuse,
            "law-period-too-short",
            law.fewest_months.into(),
        ));
    }
    if end > last_day(start, law.most_months) {
        findings.push(finding(
            limits,
            Weight::Refuse,
            "law-period-too-long",
            law.most_months.into(),
        ));
    }
    findings
}

/// The last day of a period of so many whole months: three months from 1.2. end on 30.4.
fn last_day(start: Date, months: u8) -> Date {
    start
        .saturating_add(Span::new().months(months))
        .saturating_sub(1.day())
}

const fn finding(limits: &InForce<Limits>, weight: Weight, key: &'static str, limit: u16) -> Finding {
    Finding {
        weight,
        key,
        limit,
        source: limits.source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(start: Date, end: Option<Date>, days: u8, hours: u16) -> Vec<&'static str> {
        let limits = limits_on(start).expect("in force");
        check_period(limits, start, end, days, Minutes::hours(hours))
            .iter()
            .map(|finding| finding.key)
            .collect()
    }

    const START: Date = date(2026, 2, 1);
    const SIX_MONTHS: Option<Date> = Some(date(2026, 7, 31));

    #[test]
    fn a_period_within_the_law_passes_b2() {
        assert!(keys(START, SIX_MONTHS, 4, 6).is_empty());
        assert!(keys(START, SIX_MONTHS, 1, 4).is_empty());
        assert!(keys(START, SIX_MONTHS, 4, 8).is_empty());
    }

    #[test]
    fn a_period_is_three_to_twenty_four_whole_months_b2() {
        assert!(keys(START, Some(date(2026, 4, 30)), 3, 6).is_empty());
        assert_eq!(
            keys(START, Some(date(2026, 4, 29)), 3, 6),
            ["law-period-too-short"]
        );
        assert!(keys(START, Some(date(2028, 1, 31)), 3, 6).is_empty());
        assert_eq!(keys(START, Some(date(2028, 2, 1)), 3, 6), ["law-period-too-long"]);
    }

    #[test]
    fn a_period_without_an_end_is_warned_of_not_refused_b2() {
        let findings = check_period(
            limits_on(START).expect("in force"),
            START,
            None,
            3,
            Minutes::hours(6),
        );
        assert_eq!(findings.len(), 1);
        assert!(!findings[0].is_refusal());
        assert_eq!(findings[0].key, "law-period-without-end");
    }

    #[test]
    fn a_week_has_one_to_four_days_of_four_to_eight_hours_b2() {
        assert_eq!(keys(START, SIX_MONTHS, 0, 6), ["law-week-too-few-days"]);
        assert_eq!(keys(START, SIX_MONTHS, 5, 6), ["law-week-too-many-days"]);
        assert_eq!(keys(START, SIX_MONTHS, 3, 3), ["law-day-too-short"]);
        assert_eq!(keys(START, SIX_MONTHS, 3, 9), ["law-day-too-long"]);
        assert_eq!(
            keys(START, SIX_MONTHS, 5, 8),
            ["law-week-too-many-days", "law-week-too-long"]
        );
    }

    #[test]
    fn a_finding_names_its_limit_and_its_provision_b2() {
        let findings = check_week(limits_on(START).expect("in force"), &[Minutes::hours(9)]);
        assert_eq!(findings[0].limit, 8);
        assert_eq!(
            findings[0].source,
            Source {
                act: "189/2001",
                section: "13 §"
            }
        );
        assert!(findings[0].is_refusal());
    }

    #[test]
    fn a_record_is_judged_by_the_law_of_its_day_c2() {
        assert!(keys(date(2015, 1, 1), Some(date(2015, 6, 30)), 5, 6).is_empty());
        assert_eq!(
            keys(date(2015, 7, 1), Some(date(2015, 12, 31)), 5, 6),
            ["law-week-too-many-days"]
        );
        assert!(keys(date(2020, 1, 1), Some(date(2020, 6, 30)), 2, 9).is_empty());
        assert_eq!(
            keys(date(2021, 1, 1), Some(date(2021, 6, 30)), 2, 9),
            ["law-day-too-long"]
        );
        assert!(limits_on(date(2001, 8, 31)).is_none());
    }

    proptest! {
        #[test]
        fn a_schedule_is_refused_exactly_when_it_leaves_the_limits(days in 0u8..=7, minutes in 0u16..=720) {
            let findings = check_period(
                limits_on(START).expect("in force"), START, SIX_MONTHS, days, Minutes(minutes),
            );
            let is_allowed = (1..=4).contains(&days) && (240..=480).contains(&minutes);
            prop_assert_eq!(findings.is_empty(), is_allowed);
            prop_assert!(findings.iter().all(Finding::is_refusal));
        }
    }
}
