//! Second factors, and proving identity again.

use jiff::SignedDuration;
use polku_desk::{
    DeskError,
    access::Role,
    account::{Proof, Proven},
};
use totp_rs::Secret;

use crate::{
    people::{OFFICE, PASSWORD, attempt, code, code_of, half_signed_in, opened, person, signed_in},
    support::for_each_backend,
};

#[tokio::test]
async fn a_code_works_once() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let seen_over_the_shoulder = code(&office);
        let (_, half) = half_signed_in(&office, &coach).await;
        let first = office
            .desk
            .prove(&half, Proof::Code(&seen_over_the_shoulder), OFFICE, None)
            .await
            .unwrap();
        assert!(matches!(first, Proven::Yes(Some(_))));
        let (_, thief) = half_signed_in(&office, &coach).await;
        let second = office
            .desk
            .prove(&thief, Proof::Code(&seen_over_the_shoulder), OFFICE, None)
            .await
            .unwrap();
        assert_eq!(second, Proven::Wrong);
    })
    .await;
}

#[tokio::test]
async fn a_telephone_whose_clock_is_half_a_minute_off_is_accepted_and_one_two_minutes_off_is_not() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let shown = code(&office);
        let (_, half) = half_signed_in(&office, &coach).await;
        office.after(SignedDuration::from_secs(120));
        assert_eq!(
            office
                .desk
                .prove(&half, Proof::Code(&shown), OFFICE, None)
                .await
                .unwrap(),
            Proven::Wrong
        );
        let shown = code(&office);
        office.after(SignedDuration::from_secs(30));
        let spaced = format!("{} {}", &shown[..3], &shown[3..]);
        assert!(matches!(
            office
                .desk
                .prove(&half, Proof::Code(&spaced), OFFICE, None)
                .await
                .unwrap(),
            Proven::Yes(_)
        ));
    })
    .await;
}

#[tokio::test]
async fn codes_cannot_be_guessed_from_many_places() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (_, half) = half_signed_in(&office, &coach).await;
        let mut tried = 0;
        for host in 0..60 {
            let answer = office
                .desk
                .prove(&half, Proof::Code("123456"), [203, 0, 113, host].into(), None)
                .await
                .unwrap();
            tried += u32::from(answer == Proven::Wrong);
        }
        assert!(tried <= 20, "{tried} guesses were let through");
    })
    .await;
}

#[tokio::test]
async fn administration_asks_for_a_fresh_proof() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (token, fresh) = signed_in(&office, &coach).await;
        assert!(fresh.is_fresh(office.desk.clock().now()));
        office.after(SignedDuration::from_mins(16));
        let stale = office.desk.resume_session(&token).await.unwrap().unwrap();
        assert!(!stale.is_fresh(office.desk.clock().now()));
        assert!(matches!(
            office.desk.start_totp(&stale).await,
            Err(DeskError::StepUp)
        ));
        assert!(matches!(
            office.desk.issue_calendar(&stale).await,
            Err(DeskError::StepUp)
        ));

        assert_eq!(
            office
                .desk
                .prove(&stale, Proof::Password("väärä"), OFFICE, None)
                .await
                .unwrap(),
            Proven::Wrong
        );
        let proven = office
            .desk
            .prove(&stale, Proof::Password(PASSWORD), OFFICE, None)
            .await
            .unwrap();
        assert_eq!(
            proven,
            Proven::Yes(None),
            "the session is no stronger than before, so its token stays"
        );
        let again = office.desk.resume_session(&token).await.unwrap().unwrap();
        assert!(again.is_fresh(office.desk.clock().now()));
    })
    .await;
}

#[tokio::test]
async fn the_password_again_does_not_replace_the_second_factor() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (token, half) = half_signed_in(&office, &coach).await;
        office
            .desk
            .prove(&half, Proof::Password(PASSWORD), OFFICE, None)
            .await
            .unwrap();
        assert!(
            office
                .desk
                .resume_session(&token)
                .await
                .unwrap()
                .unwrap()
                .visitor
                .is_none()
        );
    })
    .await;
}

#[tokio::test]
async fn a_new_password_ends_the_sessions_that_the_old_one_opened() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (elsewhere, _) = signed_in(&office, &coach).await;
        let (here, session) = signed_in(&office, &coach).await;
        let weak = office.desk.change_password(&session, "salasana1").await;
        assert!(matches!(weak, Err(DeskError::Refused("password-common"))));
        let organisation = office.desk.change_password(&session, "työpajat2").await;
        assert!(
            matches!(organisation, Err(DeskError::Refused("password-common"))),
            "the organisation's name"
        );

        office
            .desk
            .change_password(&session, "tuulinen aamu mäellä")
            .await
            .unwrap();
        assert!(office.desk.resume_session(&elsewhere).await.unwrap().is_none());
        assert!(office.desk.resume_session(&here).await.unwrap().is_some());
        opened(
            office
                .desk
                .sign_in(&attempt("kaisa", "tuulinen aamu mäellä"))
                .await
                .unwrap(),
        );
    })
    .await;
}

#[tokio::test]
async fn a_new_telephone_replaces_the_old_one_with_its_first_code() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (_, session) = signed_in(&office, &coach).await;
        let offer = office.desk.start_totp(&session).await.unwrap();
        let wrong = office
            .desk
            .confirm_totp(&session, &offer.challenge, "000000")
            .await;
        assert!(matches!(wrong, Err(DeskError::Refused("code-wrong"))));
        let secret = Secret::try_from_base32(&offer.secret).unwrap();
        office
            .desk
            .confirm_totp(&session, &offer.challenge, &code_of(&office, secret.as_bytes()))
            .await
            .unwrap();

        office.after(SignedDuration::from_secs(30));
        let (_, half) = half_signed_in(&office, &coach).await;
        assert_eq!(
            office
                .desk
                .prove(&half, Proof::Code(&code(&office)), OFFICE, None)
                .await
                .unwrap(),
            Proven::Wrong
        );
        let shown = code_of(&office, secret.as_bytes());
        assert!(matches!(
            office
                .desk
                .prove(&half, Proof::Code(&shown), OFFICE, None)
                .await
                .unwrap(),
            Proven::Yes(_)
        ));
    })
    .await;
}

#[tokio::test]
async fn an_offer_is_for_the_one_who_asked() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let other = person(&office, register, "eero", Role::Coach).await;
        let (_, kaisa) = signed_in(&office, &coach).await;
        let (_, eero) = signed_in(&office, &other).await;
        let offer = office.desk.start_totp(&kaisa).await.unwrap();
        let secret = Secret::try_from_base32(&offer.secret).unwrap();
        let shown = code_of(&office, secret.as_bytes());
        assert!(matches!(
            office.desk.confirm_totp(&eero, &offer.challenge, &shown).await,
            Err(DeskError::Hidden)
        ));
    })
    .await;
}

#[tokio::test]
async fn the_last_second_factor_is_exchanged_and_never_dropped() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (_, session) = signed_in(&office, &coach).await;
        assert!(matches!(
            office.desk.remove_totp(&session).await,
            Err(DeskError::Refused("second-factor-last"))
        ));
    })
    .await;
}
