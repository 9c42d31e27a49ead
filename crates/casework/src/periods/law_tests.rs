use jiff::{
    ToSpan,
    civil::{Date, date},
};
use polku_values::{Minutes, dates::Weekdays};
use proptest::prelude::*;

use super::*;
use crate::periods::schedule::Week;

const START: Date = date(2026, 2, 2);

fn plan(measure: Measure, ends_on: Option<Date>, weekdays: u8, minutes: u16) -> Plan {
    Plan {
        measure,
        workgroup: None,
        place: String::new(),
        starts_on: START,
        ends_on,
        week: Week {
            weekdays: Weekdays::from_bits(weekdays).expect("seven bits"),
            minutes: Minutes(minutes),
        },
    }
}

fn keys(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.key).collect()
}

#[test]
fn rehabilitative_work_beyond_the_law_is_refused_and_cannot_be_accepted_b2() {
    let five_days = plan(
        Measure::RehabilitativeWork,
        Some(date(2026, 7, 31)),
        0b1_1111,
        360,
    );
    let found = objections(&five_days, &["law-week-too-many-days".to_owned()]);
    assert_eq!(keys(&found), ["law-week-too-many-days"]);
    assert_eq!(field_of(&found[0]), "weekdays");
    assert_eq!(found[0].source.act, "189/2001");
}

#[test]
fn a_warning_stands_in_the_way_until_it_is_accepted_by_its_key_b2() {
    let open = plan(Measure::RehabilitativeWork, None, 0b111, 360);
    assert_eq!(keys(&objections(&open, &[])), ["law-period-without-end"]);
    assert_eq!(
        keys(&objections(&open, &["on".to_owned()])),
        ["law-period-without-end"]
    );
    let accepted_warnings = ["law-period-without-end".to_owned()];
    assert!(objections(&open, &accepted_warnings).is_empty());
    assert_eq!(accepted(&open, &accepted_warnings), accepted_warnings);
}

#[test]
fn what_was_accepted_and_does_not_hold_is_not_kept_b2() {
    let closed = plan(Measure::RehabilitativeWork, Some(date(2026, 7, 31)), 0b111, 360);
    assert!(accepted(&closed, &["law-period-without-end".to_owned()]).is_empty());
}

#[test]
fn other_measures_have_no_limits_of_this_law_b2() {
    assert!(findings(&plan(Measure::Coaching, None, 0b111_1111, 600)).is_empty());
}

proptest! {
    #[test]
    fn a_plan_passes_exactly_when_it_keeps_to_the_limits(
        bits in 0u8..128, minutes in 1u16..=720, days in 0i64..900,
    ) {
        let ends_on = START + days.days();
        let plan = plan(Measure::RehabilitativeWork, Some(ends_on), bits, minutes);
        let count = bits.count_ones();
        let is_allowed = (1..=4).contains(&count)
            && (240..=480).contains(&minutes)
            && u32::from(minutes) * count <= 32 * 60
            && ends_on >= date(2026, 5, 1)
            && ends_on <= date(2028, 2, 1);
        prop_assert_eq!(objections(&plan, &[]).is_empty(), is_allowed);
    }
}
