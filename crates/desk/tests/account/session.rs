//! Sessions live as long as they are used, and not a moment after they are ended.

use jiff::SignedDuration;
use polku_desk::{
    DeskError,
    access::Role,
    account::{Proof, Proven, Standing, Strength},
};

use crate::{
    people::{OFFICE, PASSWORD, account, attempt, code, half_signed_in, opened, person, right, signed_in},
    support::for_each_backend,
};

#[tokio::test]
async fn whoever_owes_the_second_factor_stands_at_no_desk() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (_, half) = half_signed_in(&office, &coach).await;
        assert_eq!(
            (half.strength, half.standing),
            (Strength::Password, Standing::AwaitsSecondFactor)
        );
        assert!(half.visitor.is_none());
        let refused = office.desk.choose_right(&half, coach.right).await;
        assert!(matches!(refused, Err(DeskError::Refused("second-factor-needed"))));
        assert!(matches!(
            office.desk.change_password(&half, "aivan uusi salalause 9").await,
            Err(DeskError::StepUp)
        ));
    })
    .await;
}

#[tokio::test]
async fn a_session_that_waits_for_its_second_factor_does_not_wait_long() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (token, _) = half_signed_in(&office, &coach).await;
        office.after(SignedDuration::from_mins(11));
        assert!(office.desk.resume_session(&token).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn the_second_factor_gives_the_session_a_new_token_and_the_old_one_dies() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (old, half) = half_signed_in(&office, &coach).await;
        let proof = code(&office);
        let Proven::Yes(Some(new)) = office
            .desk
            .prove(&half, Proof::Code(&proof), OFFICE, None)
            .await
            .unwrap()
        else {
            panic!("the code was right")
        };
        assert!(
            office.desk.resume_session(&old).await.unwrap().is_none(),
            "whoever knew the old token knows nothing"
        );
        let whole = office.desk.resume_session(&new).await.unwrap().unwrap();
        assert_eq!(
            whole.session, half.session,
            "drafts in the browser are still readable"
        );
        assert_eq!(
            (whole.strength, whole.standing),
            (Strength::SecondFactor, Standing::Complete)
        );
        assert_eq!(
            whole.visitor.unwrap().right,
            coach.right,
            "the only right is chosen at once"
        );
    })
    .await;
}

#[tokio::test]
async fn a_register_that_only_offers_a_second_factor_is_open_by_password() {
    for_each_backend(async |office| {
        let line = "second_factor = \"required\"";
        let register = office
            .register_with("pajat", line, "second_factor = \"offered\"")
            .await;
        let new = account(&office, "kaisa", Role::Coach);
        office
            .desk
            .add_account_with_password(office.organisation, register, &new, PASSWORD, None)
            .await
            .unwrap();
        let token = opened(office.desk.sign_in(&attempt("kaisa", PASSWORD)).await.unwrap()).token;
        let signed_in = office.desk.resume_session(&token).await.unwrap().unwrap();
        assert_eq!(signed_in.standing, Standing::Complete);
        assert!(signed_in.visitor.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_register_that_asks_for_a_passkey_is_not_open_by_code() {
    for_each_backend(async |office| {
        let line = "second_factor = \"required\"";
        let register = office
            .register_with("pajat", line, "second_factor = \"strong\"")
            .await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (_, by_code) = signed_in(&office, &coach).await;
        assert_eq!(by_code.standing, Standing::MustEnrol);
        assert!(by_code.visitor.is_none());
    })
    .await;
}

#[tokio::test]
async fn an_unused_session_ends_and_a_used_one_goes_on_until_the_day_is_over() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (token, _) = signed_in(&office, &coach).await;
        // The profile: 30 minutes without use, 10 hours in any case.
        for _ in 0..23 {
            office.after(SignedDuration::from_mins(25));
            assert!(office.desk.resume_session(&token).await.unwrap().is_some());
        }
        office.after(SignedDuration::from_mins(25));
        assert!(
            office.desk.resume_session(&token).await.unwrap().is_none(),
            "ten hours are over"
        );

        let (token, _) = signed_in(&office, &coach).await;
        office.after(SignedDuration::from_mins(31));
        assert!(
            office.desk.resume_session(&token).await.unwrap().is_none(),
            "half an hour without use"
        );
    })
    .await;
}

#[tokio::test]
async fn last_use_is_written_at_most_once_a_minute() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (token, _) = signed_in(&office, &coach).await;
        let seen = "SELECT last_seen_at FROM session";
        let began = office.number(seen).await;
        office.after(SignedDuration::from_secs(20));
        office.desk.resume_session(&token).await.unwrap();
        assert_eq!(office.number(seen).await, began);
        office.after(SignedDuration::from_secs(50));
        office.desk.resume_session(&token).await.unwrap();
        assert_eq!(office.number(seen).await, began + 70_000);
    })
    .await;
}

#[tokio::test]
async fn a_worker_with_two_rights_chooses_one() {
    for_each_backend(async |office| {
        let (here, there) = (office.register("pajat").await, office.register("etsiva").await);
        let coach = person(&office, here, "kaisa", Role::Coach).await;
        let second = office
            .desk
            .add_demo_right(coach.account, there, &right(&office, Role::ServiceManager))
            .await
            .unwrap();
        let (token, both) = signed_in(&office, &coach).await;
        assert!(both.visitor.is_none());
        assert_eq!(both.rights.len(), 2);

        office.desk.choose_right(&both, second).await.unwrap();
        let chosen = office.desk.resume_session(&token).await.unwrap().unwrap();
        let visitor = chosen.visitor.unwrap();
        assert_eq!((visitor.register, visitor.role), (there, Role::ServiceManager));
        let stranger = person(&office, there, "eero", Role::Coach).await;
        assert!(matches!(
            office.desk.choose_right(&both, stranger.right).await,
            Err(DeskError::Hidden)
        ));
    })
    .await;
}

#[tokio::test]
async fn a_worker_ends_the_own_sessions_and_nobody_elses() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (at_home, _) = signed_in(&office, &coach).await;
        let (at_work, work) = signed_in(&office, &coach).await;
        let other = person(&office, register, "eero", Role::Coach).await;
        let (stranger, strange) = signed_in(&office, &other).await;

        let listed = office.desk.list_sessions(&work).await.unwrap();
        assert_eq!(listed.len(), 2);
        assert_eq!(listed[0].session, work.session, "the latest used comes first");
        assert!(matches!(
            office.desk.end_session(&work, strange.session).await,
            Err(DeskError::Hidden)
        ));
        assert_eq!(office.desk.end_other_sessions(&work).await.unwrap(), 1);
        assert!(office.desk.resume_session(&at_home).await.unwrap().is_none());
        assert!(office.desk.resume_session(&stranger).await.unwrap().is_some());

        office.desk.end_session(&work, work.session).await.unwrap();
        assert!(office.desk.resume_session(&at_work).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn a_stolen_database_holds_no_token() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (token, _) = signed_in(&office, &coach).await;
        assert_eq!(office.number("SELECT COUNT(*) FROM session").await, 1);
        // 32 random bytes as text, of which 32 bytes of hash are kept.
        assert_eq!(token.len(), 43);
        let hashes = "SELECT COUNT(*) FROM session WHERE LENGTH(token_hash) = 32";
        assert_eq!(office.number(hashes).await, 1);
        assert!(office.desk.resume_session("").await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn each_session_has_a_key_of_its_own_for_the_browser() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (_, one) = signed_in(&office, &coach).await;
        let (_, two) = signed_in(&office, &coach).await;
        let key = office.desk.session_key(one.session).await.unwrap();
        assert_eq!(key, office.desk.session_key(one.session).await.unwrap());
        assert_ne!(key, office.desk.session_key(two.session).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn the_language_of_pages_is_remembered() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (token, signed) = signed_in(&office, &coach).await;
        assert_eq!(signed.locale, "fi");
        office.desk.choose_locale(&signed, "sv").await.unwrap();
        assert_eq!(
            office.desk.resume_session(&token).await.unwrap().unwrap().locale,
            "sv"
        );
        assert!(matches!(
            office.desk.choose_locale(&signed, "xx").await,
            Err(DeskError::Refused("locale"))
        ));
    })
    .await;
}
