//! A worker takes an account into use.

use jiff::SignedDuration;
use polku_desk::{
    DeskError,
    access::Role,
    account::{EnrolmentProof, SignInAnswer, Standing, Strength},
};
use totp_rs::Secret;

use crate::{
    people::{PASSWORD, account, attempt, code_of, main_user, opened, person, signed_in},
    support::for_each_backend,
};

#[tokio::test]
async fn e1_a_link_gives_the_worker_a_password_that_nobody_else_knows() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (_, main) = main_user(&office, register).await;
        let link = main
            .add_account(&account(&office, "kaisa", Role::Coach))
            .await
            .unwrap()
            .enrolment;
        assert_eq!(
            office.desk.enrolment(&link).await.unwrap().unwrap().user_name,
            "kaisa"
        );

        let offer = office.desk.start_enrolment_totp(&link).await.unwrap();
        assert!(
            offer.uri.starts_with("otpauth://totp/Polku:kaisa?secret="),
            "the telephone reads it"
        );
        let secret = Secret::try_from_base32(&offer.secret).unwrap();
        let code = code_of(&office, secret.as_bytes());
        let proof = EnrolmentProof {
            challenge: &offer.challenge,
            code: &code,
        };
        // Eight characters are enough beside a second factor.
        let answer = office
            .desk
            .complete_enrolment(&link, "kx7vqpzt", Some(proof), "Firefox")
            .await
            .unwrap();
        let session = office
            .desk
            .resume_session(&opened(answer).token)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (session.strength, session.standing),
            (Strength::SecondFactor, Standing::Complete)
        );
        assert_eq!(session.visitor.unwrap().role, Role::Coach);

        assert!(
            office.desk.enrolment(&link).await.unwrap().is_none(),
            "a link works once"
        );
        let again = office
            .desk
            .complete_enrolment(&link, PASSWORD, None, "Firefox")
            .await;
        assert!(matches!(again, Err(DeskError::Hidden)));
        opened(office.desk.sign_in(&attempt("kaisa", "kx7vqpzt")).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn a_mistake_while_enrolling_leaves_the_link_working() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (_, main) = main_user(&office, register).await;
        let link = main
            .add_account(&account(&office, "kaisa", Role::Coach))
            .await
            .unwrap()
            .enrolment;
        let said = async |password: &str, proof| {
            office
                .desk
                .complete_enrolment(&link, password, proof, "Firefox")
                .await
                .unwrap_err()
                .to_string()
        };
        assert_eq!(said("kx7vqpzt", None).await, "refused: password-short-alone");
        assert_eq!(
            said("kaisa testinen kaisa", None).await,
            "refused: password-common"
        );
        let offer = office.desk.start_enrolment_totp(&link).await.unwrap();
        let wrong = EnrolmentProof {
            challenge: &offer.challenge,
            code: "000000",
        };
        assert_eq!(said(PASSWORD, Some(wrong)).await, "refused: code-wrong");
        assert!(matches!(
            office.desk.sign_in(&attempt("kaisa", PASSWORD)).await.unwrap(),
            SignInAnswer::Wrong
        ));

        let answer = office
            .desk
            .complete_enrolment(&link, PASSWORD, None, "Firefox")
            .await
            .unwrap();
        assert_eq!(
            opened(answer).standing,
            Standing::MustEnrol,
            "the register asks for a second factor"
        );
    })
    .await;
}

#[tokio::test]
async fn a_link_that_waited_for_a_week_is_dead() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let added = office
            .desk
            .add_first_main_user(office.organisation, register, "paula", "Paula Testinen")
            .await
            .unwrap();
        office.after(SignedDuration::from_hours(24 * 7));
        assert!(office.desk.enrolment(&added.enrolment).await.unwrap().is_none());
        assert!(matches!(
            office.desk.start_enrolment_totp(&added.enrolment).await,
            Err(DeskError::Hidden)
        ));
    })
    .await;
}

#[tokio::test]
async fn somebody_who_lost_everything_starts_anew_and_all_registers_are_told() {
    for_each_backend(async |office| {
        let (here, there) = (office.register("pajat").await, office.register("etsiva").await);
        let (_, main) = main_user(&office, here).await;
        let coach = person(&office, here, "kaisa", Role::Coach).await;
        office.after(SignedDuration::from_secs(1));
        office
            .desk
            .add_demo_right(coach.account, there, &crate::people::right(&office, Role::Coach))
            .await
            .unwrap();
        let (token, _) = signed_in(&office, &coach).await;
        let entries = async |register| {
            office
                .number(&format!(
                    "SELECT COUNT(*) FROM audit_entry WHERE register = {register}"
                ))
                .await
        };
        let before = (entries(here.0).await, entries(there.0).await);

        let link = main.renew_enrolment(coach.account).await.unwrap();
        assert!(office.desk.resume_session(&token).await.unwrap().is_none());
        assert_eq!(
            office.desk.sign_in(&attempt("kaisa", PASSWORD)).await.unwrap(),
            SignInAnswer::Wrong
        );
        assert!(office.desk.enrolment(&link).await.unwrap().is_some());
        // The failed sign-in is told in the first register too.
        assert_eq!(
            (entries(here.0).await, entries(there.0).await),
            (before.0 + 2, before.1 + 1)
        );
    })
    .await;
}
