//! Signing in by user name and password.

use jiff::SignedDuration;
use polku_desk::{
    access::Role,
    account::{Attempt, SignInAnswer, Standing},
};

use crate::{
    people::{ELSEWHERE, PASSWORD, attempt, opened, person},
    support::for_each_backend,
};

#[tokio::test]
async fn the_password_opens_a_session_however_the_name_and_letters_are_typed() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        person(&office, register, "kaisa", Role::Coach).await;
        let answer = office.desk.sign_in(&attempt(" KAISA ", PASSWORD)).await.unwrap();
        assert_eq!(opened(answer).standing, Standing::AwaitsSecondFactor);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_user_get_the_same_answer() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        person(&office, register, "kaisa", Role::Coach).await;
        assert_eq!(
            office.desk.sign_in(&attempt("kaisa", "väärä")).await.unwrap(),
            SignInAnswer::Wrong
        );
        assert_eq!(
            office.desk.sign_in(&attempt("eikukaan", "väärä")).await.unwrap(),
            SignInAnswer::Wrong
        );
        let denied = "SELECT COUNT(*) FROM audit_entry WHERE outcome LIKE 'denied%'";
        assert_eq!(
            office.number(denied).await,
            1,
            "only a failure on a known account is told in a register's log"
        );
    })
    .await;
}

#[tokio::test]
async fn guessing_gets_slow_and_waiting_as_told_is_enough() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        person(&office, register, "kaisa", Role::Coach).await;
        for name in ["kaisa", "eikukaan"] {
            for _ in 0..5 {
                assert_eq!(
                    office.desk.sign_in(&attempt(name, "arvaus")).await.unwrap(),
                    SignInAnswer::Wrong
                );
            }
            let waits = office.desk.sign_in(&attempt(name, "arvaus")).await.unwrap();
            assert_eq!(
                waits,
                SignInAnswer::Wait(1),
                "the same for an account and for none"
            );
        }
        assert_eq!(
            office.desk.sign_in(&attempt("kaisa", PASSWORD)).await.unwrap(),
            SignInAnswer::Wait(1)
        );
        office.after(SignedDuration::from_secs(1));
        assert_eq!(
            office.desk.sign_in(&attempt("kaisa", "arvaus")).await.unwrap(),
            SignInAnswer::Wrong
        );
        assert_eq!(
            office.desk.sign_in(&attempt("kaisa", "arvaus")).await.unwrap(),
            SignInAnswer::Wait(2)
        );
        office.after(SignedDuration::from_secs(2));
        opened(office.desk.sign_in(&attempt("kaisa", PASSWORD)).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn a_guesser_does_not_lock_out_the_worker_whose_browser_is_known() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        person(&office, register, "kaisa", Role::Coach).await;
        let cookie = opened(office.desk.sign_in(&attempt("kaisa", PASSWORD)).await.unwrap()).device_cookie;
        // From the same network as the worker, and from many others.
        let mut waits = 0;
        for host in 0..40 {
            let source = [203, 0, 113, host].into();
            for source in [attempt("", "").source, source] {
                let guess = Attempt {
                    source,
                    ..attempt("kaisa", "arvaus")
                };
                waits += u32::from(matches!(
                    office.desk.sign_in(&guess).await.unwrap(),
                    SignInAnswer::Wait(_)
                ));
            }
        }
        assert!(
            waits > 40,
            "the guesser is slowed down from everywhere, and was {waits} times"
        );
        let new_browser = Attempt {
            source: ELSEWHERE,
            ..attempt("kaisa", PASSWORD)
        };
        assert!(matches!(
            office.desk.sign_in(&new_browser).await.unwrap(),
            SignInAnswer::Wait(_)
        ));
        let known = Attempt {
            device_cookie: Some(&cookie),
            ..attempt("kaisa", PASSWORD)
        };
        opened(office.desk.sign_in(&known).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_device_cookie_is_worth_nothing() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        person(&office, register, "kaisa", Role::Coach).await;
        person(&office, register, "eero", Role::Coach).await;
        let eeros = opened(office.desk.sign_in(&attempt("eero", PASSWORD)).await.unwrap()).device_cookie;
        for _ in 0..5 {
            office.desk.sign_in(&attempt("kaisa", "arvaus")).await.unwrap();
        }
        for cookie in [eeros.as_str(), "", "AAAA", "not base64 at all!"] {
            let guess = Attempt {
                device_cookie: Some(cookie),
                ..attempt("kaisa", "arvaus")
            };
            assert!(matches!(
                office.desk.sign_in(&guess).await.unwrap(),
                SignInAnswer::Wait(_)
            ));
        }
    })
    .await;
}

#[tokio::test]
async fn failures_are_kept_as_marks_and_forgotten_in_a_day() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        person(&office, register, "kaisa", Role::Coach).await;
        for _ in 0..3 {
            office.desk.sign_in(&attempt("kaisa", "arvaus")).await.unwrap();
        }
        assert_eq!(office.number("SELECT COUNT(*) FROM sign_in_failure").await, 3);
        office.after(SignedDuration::from_hours(25));
        office.desk.sign_in(&attempt("eikukaan", "arvaus")).await.unwrap();
        assert_eq!(office.number("SELECT COUNT(*) FROM sign_in_failure").await, 1);
    })
    .await;
}
