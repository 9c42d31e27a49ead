use jiff::{SignedDuration, Span, civil::date};
use proptest::prelude::*;

use super::*;

const TODAY: Date = date(2026, 11, 23);

fn now() -> Timestamp {
    "2026-11-23T07:00:00Z".parse().expect("a moment")
}

fn days(from: Option<Date>, until: Option<Date>, signed_on: Option<Date>) -> Days {
    Days {
        from,
        until,
        signed_on,
    }
}

#[test]
fn a_back_dated_consent_is_refused_and_a_paper_counts_from_its_recording_c1() {
    let yesterday = date(2026, 11, 22);
    let back = may_give(days(Some(yesterday), None, None), Manner::Screen, TODAY);
    assert_eq!(back, Err(vec![("from", "consents-back-dated")]));
    let paper = may_give(days(None, None, Some(date(2026, 11, 1))), Manner::Paper, TODAY);
    assert_eq!(paper, Ok(TODAY), "whatever the paper says");
    let ahead = may_give(days(None, None, Some(date(2026, 11, 24))), Manner::Paper, TODAY);
    assert_eq!(ahead, Err(vec![("signed_on", "consents-signed-ahead")]));
    let undated = may_give(days(None, None, None), Manner::Paper, TODAY);
    assert_eq!(undated, Err(vec![("signed_on", "consents-signed-missing")]));
}

#[test]
fn special_category_data_asks_for_an_explicit_consent_c2() {
    let kuopio = Profile::shipped("kuopio").expect("a shipped profile");
    let special = |part: &Part| part.is_special(&kuopio);
    let visibility = may_cover(&kuopio, "visibility", TODAY).expect("takes consents");
    assert!(!visibility.iter().any(special));
    let health = may_cover(&kuopio, "work-ability", TODAY).expect("takes consents");
    assert!(health.iter().any(special));
    assert_eq!(
        may_cover(&kuopio, "kela-feeds", TODAY),
        None,
        "rests on law alone"
    );
}

#[test]
fn every_register_takes_consents_to_disclosure_and_one_to_visibility_c1() {
    for key in ["walmu", "ii", "kokkotyo", "typpi", "kuopio"] {
        let profile = Profile::shipped(key).expect("a shipped profile");
        assert!(takes(&profile, Kind::Disclosure), "{key}");
        assert_eq!(takes(&profile, Kind::Visibility), key == "kuopio", "{key}");
        assert!(purposes(&profile, TODAY).next().is_some(), "{key}");
    }
}

#[test]
fn it_is_reminded_of_before_it_ends_not_after() {
    assert!(ends_soon(date(2026, 12, 23), TODAY, 30));
    assert!(!ends_soon(date(2026, 12, 24), TODAY, 30));
    assert!(!ends_soon(date(2026, 11, 22), TODAY, 30));
}

fn term() -> impl Strategy<Value = Term> {
    (
        -50_i64..50,
        -3_i64..3,
        prop::option::of(-5_i64..5),
        prop::option::of(-50_i64..50),
    )
        .prop_map(|(recorded, from, until, withdrawn)| Term {
            recorded_at: now() + SignedDuration::from_hours(recorded),
            valid_from: TODAY.saturating_add(Span::new().days(from)),
            valid_until: until.map(|until| TODAY.saturating_add(Span::new().days(until))),
            withdrawn_at: withdrawn.map(|hours| now() + SignedDuration::from_hours(hours)),
        })
}

proptest! {
    /// C1: nothing rests on a consent before it was recorded, outside its days, or from its withdrawal on.
    #[test]
    fn a_consent_holds_only_between_recording_and_withdrawal(term in term()) {
        if term.holds(now(), TODAY) {
            prop_assert!(term.recorded_at <= now() && term.valid_from <= TODAY);
            prop_assert!(term.valid_until.is_none_or(|until| TODAY <= until));
            prop_assert!(term.withdrawn_at.is_none_or(|at| now() < at));
            prop_assert!(may_withdraw(&term, now(), TODAY).is_ok());
        }
    }

    /// C1: what was withdrawn never holds again.
    #[test]
    fn what_was_withdrawn_stays_so(term in term(), later in 0_i64..200) {
        let withdrawn = Term { withdrawn_at: Some(now()), ..term };
        let then = now() + SignedDuration::from_hours(later * 24);
        prop_assert!(!withdrawn.holds(then, TODAY.saturating_add(Span::new().days(later))));
    }
}
