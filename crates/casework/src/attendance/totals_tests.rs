use jiff::{ToSpan, civil::date};
use polku_values::Minutes;
use proptest::prelude::*;

use super::*;

const HERE: Mark = Mark::Present {
    minutes: Minutes::hours(6),
};

#[test]
fn a_groups_day_is_counted_with_those_still_to_be_marked_b6() {
    let counts: DayCounts = [HERE, HERE, Mark::Sick, Mark::Expected, Mark::NotADay]
        .into_iter()
        .collect();
    assert_eq!(
        counts,
        DayCounts {
            expected: 4,
            present: 2,
            absent: 1,
            unmarked: 1
        }
    );
}

#[test]
fn the_percentage_is_of_marked_days_and_rounded_b6() {
    let totals: Totals = [HERE, HERE, Mark::Absent, Mark::Expected, Mark::NotADay]
        .into_iter()
        .collect();
    assert_eq!((totals.attended, totals.minutes, totals.unmarked), (2, 720, 1));
    assert_eq!(totals.percent(), Some(67));
    assert_eq!(Totals::default().percent(), None);
}

#[test]
fn a_week_with_four_days_of_five_is_regular_and_one_with_three_is_not_b6() {
    let monday = date(2026, 11, 9);
    let weeks = [
        [HERE, HERE, HERE, HERE, Mark::Sick],
        [HERE, HERE, HERE, Mark::Absent, Mark::Sick],
    ];
    let days = weeks.into_iter().flatten().enumerate().map(|(index, mark)| {
        let index = i64::try_from(index).expect("few");
        (monday + (index / 5 * 7 + index % 5).days(), mark)
    });
    assert_eq!(regularity(days), Regularity { regular: 1, weeks: 2 });
}

#[test]
fn a_week_in_which_nothing_is_marked_says_nothing_of_regularity_b6() {
    let days = [
        (date(2026, 11, 9), Mark::Expected),
        (date(2026, 11, 10), Mark::NotADay),
    ];
    assert_eq!(regularity(days), Regularity::default());
}

fn marks() -> impl Strategy<Value = Vec<Mark>> {
    proptest::collection::vec(
        prop_oneof![
            (1u16..=600).prop_map(|minutes| Mark::Present {
                minutes: Minutes(minutes)
            }),
            Just(Mark::Sick),
            Just(Mark::Absent),
            Just(Mark::Permitted),
            Just(Mark::Expected),
            Just(Mark::NotADay),
        ],
        0..60,
    )
}

proptest! {
    #[test]
    fn every_day_of_the_schedule_is_counted_once(marks in marks()) {
        let counts: DayCounts = marks.iter().copied().collect();
        let totals: Totals = marks.iter().copied().collect();
        let days = u32::try_from(marks.iter().filter(|mark| **mark != Mark::NotADay).count()).expect("few");
        prop_assert_eq!(counts.expected, days);
        prop_assert_eq!(counts.present + counts.absent + counts.unmarked, days);
        prop_assert_eq!(totals.marked() + totals.unmarked, days);
        prop_assert!(totals.percent().is_none_or(|percent| percent <= 100));
    }

    #[test]
    fn there_are_no_more_regular_weeks_than_weeks(marks in marks()) {
        let days = marks.into_iter().zip(0i64..).map(|(mark, index)| (date(2026, 1, 1) + index.days(), mark));
        let found = regularity(days);
        prop_assert!(found.regular <= found.weeks && found.weeks <= 10);
    }
}
