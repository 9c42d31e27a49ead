use jiff::civil::date;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

const TODAY: Date = date(2026, 11, 23);
const SIX: Minutes = Minutes::hours(6);

fn client(number: u128) -> SubjectId {
    SubjectId(Uuid::from_u128(number))
}

/// A form of rows: what each was, which button is chosen, which hours are typed.
fn form(rows: &[(Shown, &str, &str)]) -> FormState {
    let mut state = FormState::new();
    for (number, (shown, chosen, hours)) in (1..).zip(rows) {
        let client = client(number);
        state.set(field("was", client), shown.to_string());
        state.set(field("hours", client), *hours);
        if !chosen.is_empty() {
            state.set(field("mark", client), *chosen);
        }
    }
    state
}

const EXPECTED: Shown = Shown {
    mark: Mark::Expected,
    unmarked: Kind::Expected,
    seen: 0,
    hours: SIX,
};

fn here(minutes: u16) -> Mark {
    Mark::Present {
        minutes: Minutes(minutes),
    }
}

fn marks(form: &FormState, extent: Extent) -> Vec<(SubjectId, Mark)> {
    let markings = of_form(form, TODAY, extent, TODAY).expect("fit to save");
    markings
        .iter()
        .map(|marking| (marking.client, marking.mark))
        .collect()
}

#[test]
fn only_exceptions_are_marked_b6() {
    let form = form(&[
        (EXPECTED, "", ""),
        (EXPECTED, "sick", ""),
        (EXPECTED, "present", ""),
        (EXPECTED, "present", "4,5"),
    ]);
    assert_eq!(
        marks(&form, Extent::Marked),
        [
            (client(2), Mark::Sick),
            (client(3), here(360)),
            (client(4), here(270))
        ]
    );
}

#[test]
fn all_others_are_present_for_their_scheduled_hours_b6() {
    let shorter = Shown {
        hours: Minutes::hours(4),
        ..EXPECTED
    };
    let sick = Shown {
        mark: Mark::Sick,
        seen: 1,
        ..EXPECTED
    };
    let not_coming = Shown {
        mark: Mark::NotADay,
        unmarked: Kind::NotADay,
        ..EXPECTED
    };
    let form = form(&[
        (EXPECTED, "", ""),
        (shorter, "", ""),
        (sick, "sick", ""),
        (not_coming, "", ""),
        (EXPECTED, "absent", ""),
    ]);
    assert_eq!(
        marks(&form, Extent::EveryoneElsePresent),
        [
            (client(1), here(360)),
            (client(2), here(240)),
            (client(5), Mark::Absent)
        ]
    );
}

#[test]
fn hours_alone_say_that_the_client_was_there_b6() {
    let form = form(&[(EXPECTED, "", "5")]);
    assert_eq!(marks(&form, Extent::Marked), [(client(1), here(300))]);
}

#[test]
fn an_absence_counts_before_the_hours_that_stood_there_b6() {
    let present = Shown {
        mark: here(360),
        seen: 2,
        ..EXPECTED
    };
    let form = form(&[(present, "sick", "6")]);
    assert_eq!(marks(&form, Extent::Marked), [(client(1), Mark::Sick)]);
}

#[test]
fn a_mark_can_be_taken_back_and_no_mark_is_not_one_b6() {
    let present = Shown {
        mark: here(360),
        seen: 2,
        ..EXPECTED
    };
    let not_coming = Shown {
        mark: Mark::NotADay,
        unmarked: Kind::NotADay,
        ..EXPECTED
    };
    let form = form(&[(present, "expected", ""), (not_coming, "expected", "")]);
    assert_eq!(marks(&form, Extent::Marked), [(client(1), Mark::Expected)]);
}

#[test]
fn hours_that_cannot_be_read_are_told_at_their_row() {
    let form = form(&[(EXPECTED, "present", "6"), (EXPECTED, "present", "kuusi")]);
    let unfit = of_form(&form, TODAY, Extent::Marked, TODAY).expect_err("not hours");
    assert_eq!(
        unfit,
        [Unfit {
            client: client(2),
            key: "hours-shape"
        }]
    );
}

#[test]
fn nobody_is_marked_present_ahead_of_time_b6() {
    let form = form(&[(EXPECTED, "present", "")]);
    let tomorrow = date(2026, 11, 24);
    let unfit = of_form(&form, tomorrow, Extent::Marked, TODAY).expect_err("not yet");
    assert_eq!(unfit[0].key, "attendance-not-yet");
}

#[test]
fn of_two_marks_for_one_day_the_last_counts() {
    let json = format!(
        r#"{{"marks":[
            {{"client":"{0}","date":"2026-11-23","mark":"sick","seen":0}},
            {{"client":"{0}","date":"2026-11-23","mark":"present","minutes":360,"seen":0}}]}}"#,
        client(1)
    );
    let input: MarksInput = serde_json::from_str(&json).expect("the documented form");
    let markings = input.check(TODAY).expect("fit to save");
    assert_eq!(markings.len(), 1);
    assert_eq!(markings[0].mark, here(360));
}

proptest! {
    #[test]
    fn what_was_shown_travels_unchanged(kind in 0usize..6, minutes in 1u16..=1440, seen in 0i64..1000, hours in 0u16..=1440) {
        let mark = Kind::ALL[kind].mark(Minutes(minutes));
        let shown = Shown { mark, unmarked: Kind::NotADay, seen, hours: Minutes(hours) };
        prop_assert_eq!(shown.to_string().parse::<Shown>(), Ok(shown));
    }

    #[test]
    fn a_form_sent_untouched_marks_nothing(
        kinds in proptest::collection::vec(0usize..6, 0..20), minutes in 1u16..=600, scheduled: bool,
    ) {
        let rows: Vec<(Shown, &str, String)> = kinds.iter().map(|kind| {
            let kind = Kind::ALL[*kind];
            let mark = kind.mark(Minutes(minutes));
            let shown = Shown { mark, unmarked: if scheduled { Kind::Expected } else { Kind::NotADay }, seen: 1, hours: SIX };
            let hours = if kind == Kind::Present { format!("{minutes} min") } else { String::new() };
            (shown, shown.choice().name(), hours)
        }).collect();
        let rows: Vec<(Shown, &str, &str)> = rows.iter().map(|(shown, kind, hours)| (*shown, *kind, hours.as_str())).collect();
        prop_assert_eq!(marks(&form(&rows), Extent::Marked), []);
    }

    #[test]
    fn everyone_still_expected_is_marked_and_nobody_else(kinds in proptest::collection::vec(0usize..6, 0..20)) {
        let rows: Vec<(Shown, &str, &str)> = kinds.iter().map(|kind| {
            let kind = Kind::ALL[*kind];
            (Shown { mark: kind.mark(SIX), unmarked: Kind::NotADay, seen: 1, hours: SIX }, "", "")
        }).collect();
        let expected = kinds.iter().filter(|kind| Kind::ALL[**kind] == Kind::Expected).count();
        let marked = marks(&form(&rows), Extent::EveryoneElsePresent);
        prop_assert_eq!(marked.len(), expected);
        prop_assert!(marked.iter().all(|(_, mark)| *mark == here(360)));
    }
}
