//! The rule of waiting, at any number of failures and any moment.

use jiff::{SignedDuration, Timestamp};
use polku_desk::account::{Failures, Origin, wait_after};
use proptest::prelude::*;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn failures() -> impl Strategy<Value = Failures> {
    let kind = (0_i64..200, proptest::option::of((0_i64..100_000).prop_map(at)));
    (kind.clone(), kind.clone(), kind).prop_map(|(pair, source, account)| Failures {
        pair,
        source,
        account,
    })
}

proptest! {
    #[test]
    fn nobody_waits_longer_than_a_quarter_of_an_hour(failures in failures(), now in 0_i64..200_000) {
        for origin in [Origin::Address, Origin::KnownDevice] {
            let wait = wait_after(&failures, origin, at(now));
            prop_assert!(wait >= SignedDuration::ZERO);
            prop_assert!(wait <= SignedDuration::from_mins(15));
        }
    }

    #[test]
    fn whoever_waits_as_told_may_try(failures in failures(), now in 100_000_i64..200_000) {
        for origin in [Origin::Address, Origin::KnownDevice] {
            let told = wait_after(&failures, origin, at(now));
            prop_assert_eq!(wait_after(&failures, origin, at(now) + told), SignedDuration::ZERO);
        }
    }

    #[test]
    fn a_few_slips_cost_nothing(slips in 0_i64..5, now in 0_i64..100) {
        let own = (slips, Some(at(now)));
        let failures = Failures { pair: own, source: own, account: own };
        prop_assert_eq!(wait_after(&failures, Origin::Address, at(now)), SignedDuration::ZERO);
    }

    #[test]
    fn what_others_do_does_not_slow_a_known_browser(mut failures in failures(), now in 0_i64..100_000) {
        failures.pair = (0, None);
        prop_assert_eq!(wait_after(&failures, Origin::KnownDevice, at(now)), SignedDuration::ZERO);
    }

    #[test]
    fn more_failures_never_shorten_the_wait(failures in failures(), now in 100_000_i64..200_000) {
        let mut more = failures;
        more.pair.0 += 1;
        prop_assert!(wait_after(&more, Origin::Address, at(now)) >= wait_after(&failures, Origin::Address, at(now)));
    }
}

#[test]
fn a_guesser_with_one_address_gets_a_hundred_guesses_a_day() {
    let (mut now, mut pair) = (0, (0, None));
    let mut guesses = 0;
    while now < 24 * 3600 {
        let failures = Failures {
            pair,
            source: pair,
            account: (0, None),
        };
        let wait = wait_after(&failures, Origin::Address, at(now));
        if wait.is_zero() {
            guesses += 1;
            pair = (guesses, Some(at(now)));
        } else {
            now += wait.as_secs().max(1);
        }
    }
    assert!((80..=120).contains(&guesses), "{guesses}");
}
