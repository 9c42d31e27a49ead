//! Rights are given, end, and take the account with them.

use jiff::SignedDuration;
use polku_desk::{
    DeskError,
    access::{AddressPrivilege, Role},
    account::{AccountState, NewRight, RightEnd, SignInAnswer},
};

use crate::{
    people::{PASSWORD, account, attempt, day, main_user, person, right, signed_in, visit},
    support::for_each_backend,
};

#[tokio::test]
async fn e1_the_account_closes_with_its_last_right_and_its_sessions_end_at_once() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (_, main) = main_user(&office, register).await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (token, _) = signed_in(&office, &coach).await;
        let epoch = office.number("SELECT epoch FROM register").await;

        main.end_right(coach.right, RightEnd::Now).await.unwrap();

        assert!(office.desk.resume_session(&token).await.unwrap().is_none());
        let answer = office.desk.sign_in(&attempt("kaisa", PASSWORD)).await.unwrap();
        assert_eq!(answer, SignInAnswer::Wrong, "the account is told apart from none");
        assert_eq!(
            office
                .number("SELECT COUNT(*) FROM account WHERE state = 'closed' AND password_hash IS NULL")
                .await,
            1
        );
        assert!(
            office.number("SELECT epoch FROM register").await > epoch,
            "reads under way must decide again"
        );
    })
    .await;
}

#[tokio::test]
async fn e1_a_right_that_ends_by_its_date_opens_nothing_on_the_next_morning() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (_, main) = main_user(&office, register).await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        main.end_right(coach.right, RightEnd::After(day("2026-03-02")))
            .await
            .unwrap();
        let (token, _) = signed_in(&office, &coach).await;

        // 22.30 UTC is past midnight in Finland.
        office.at("2026-03-02T22:30:00Z");
        assert!(office.desk.resume_session(&token).await.unwrap().is_none());
        assert_eq!(
            office.desk.sign_in(&attempt("kaisa", PASSWORD)).await.unwrap(),
            SignInAnswer::NoRight
        );
        assert_eq!(office.desk.close_ended_accounts().await.unwrap(), 1);
        assert_eq!(
            office.desk.sign_in(&attempt("kaisa", PASSWORD)).await.unwrap(),
            SignInAnswer::Wrong
        );
        assert_eq!(office.desk.close_ended_accounts().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn e1_who_has_another_right_keeps_the_account() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (_, main) = main_user(&office, register).await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        main.give_right("Kaisa ", &right(&office, Role::ServiceManager))
            .await
            .unwrap();
        main.end_right(coach.right, RightEnd::Now).await.unwrap();
        let (_, signed_in) = signed_in(&office, &coach).await;
        assert_eq!(signed_in.visitor.unwrap().role, Role::ServiceManager);
    })
    .await;
}

#[tokio::test]
async fn a_right_that_begins_next_week_opens_nothing_today() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (_, main) = main_user(&office, register).await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let later = NewRight {
            valid_from: day("2026-03-09"),
            ..right(&office, Role::ServiceManager)
        };
        main.give_right("kaisa", &later).await.unwrap();
        main.end_right(coach.right, RightEnd::Now).await.unwrap();

        assert_eq!(
            office.desk.sign_in(&attempt("kaisa", PASSWORD)).await.unwrap(),
            SignInAnswer::NoRight
        );
        office.after(SignedDuration::from_hours(24 * 7));
        assert_eq!(signed_in(&office, &coach).await.1.rights.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn somebody_who_comes_back_starts_with_a_new_link_and_without_the_old_password() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (_, main) = main_user(&office, register).await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        main.end_right(coach.right, RightEnd::Now).await.unwrap();

        let given = main
            .give_right("kaisa", &right(&office, Role::Coach))
            .await
            .unwrap();
        assert_eq!(
            office.desk.sign_in(&attempt("kaisa", PASSWORD)).await.unwrap(),
            SignInAnswer::Wrong
        );
        let enrolment = office
            .desk
            .enrolment(&given.enrolment.expect("a link"))
            .await
            .unwrap();
        assert_eq!(enrolment.unwrap().user_name, "kaisa");
    })
    .await;
}

#[tokio::test]
async fn a_register_keeps_a_main_user() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (paula, main) = main_user(&office, register).await;
        let refused = main.end_right(paula.right, RightEnd::Now).await;
        assert!(matches!(refused, Err(DeskError::Refused("last-main-user"))));

        person(&office, register, "toinen", Role::MainUser).await;
        main.end_right(paula.right, RightEnd::Now).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn e2_only_main_users_give_rights() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        for (name, role) in [
            ("kaisa", Role::Coach),
            ("eero", Role::ServiceManager),
            ("tiina", Role::DataProtectionOfficer),
        ] {
            let worker = person(&office, register, name, role).await;
            let visit = visit(&office, &signed_in(&office, &worker).await.1).await;
            let new = account(&office, "uusi", Role::MainUser);
            assert!(
                matches!(visit.add_account(&new).await, Err(DeskError::Forbidden)),
                "{role}"
            );
            assert!(
                matches!(
                    visit.give_right(name, &new.right).await,
                    Err(DeskError::Forbidden)
                ),
                "{role}"
            );
            assert!(
                matches!(
                    visit.end_right(worker.right, RightEnd::Now).await,
                    Err(DeskError::Forbidden)
                ),
                "{role}"
            );
            assert!(
                matches!(visit.accounts().await, Err(DeskError::Forbidden)),
                "{role}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_main_user_sees_and_ends_the_own_registers_rights_only() {
    for_each_backend(async |office| {
        let (here, there) = (office.register("pajat").await, office.register("etsiva").await);
        let (_, main) = main_user(&office, here).await;
        let stranger = person(&office, there, "eero", Role::Coach).await;

        assert!(
            main.accounts()
                .await
                .unwrap()
                .iter()
                .all(|account| account.user_name != "eero")
        );
        assert!(matches!(
            main.end_right(stranger.right, RightEnd::Now).await,
            Err(DeskError::Hidden)
        ));
        assert!(matches!(
            main.renew_enrolment(stranger.account).await,
            Err(DeskError::Hidden)
        ));

        main.give_right("eero", &right(&office, Role::Coach))
            .await
            .unwrap();
        let accounts = main.accounts().await.unwrap();
        let eero = accounts
            .iter()
            .find(|account| account.user_name == "eero")
            .unwrap();
        assert_eq!(eero.state, AccountState::Open);
        assert_eq!(eero.rights.len(), 1, "what he may do elsewhere is not shown");
    })
    .await;
}

#[tokio::test]
async fn another_organisations_people_are_nobody_here() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (_, main) = main_user(&office, register).await;
        let other = office.desk.add_organisation("Toinen").await.unwrap();
        let elsewhere = office
            .desk
            .add_register(other, "muut", "Muut", "kuopio")
            .await
            .unwrap();
        office
            .desk
            .add_first_main_user(other, elsewhere, "vieras", "Vieras Testinen")
            .await
            .unwrap();
        assert!(matches!(
            main.give_right("vieras", &right(&office, Role::Coach)).await,
            Err(DeskError::Hidden)
        ));
    })
    .await;
}

#[tokio::test]
async fn names_and_dates_that_cannot_be_are_refused() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (_, main) = main_user(&office, register).await;
        let refused = |new| {
            let main = &main;
            async move { main.add_account(&new).await.unwrap_err().to_string() }
        };
        assert_eq!(
            refused(account(&office, "kaksi sanaa", Role::Coach)).await,
            "refused: user-name"
        );
        let mut nameless = account(&office, "kaisa", Role::Coach);
        nameless.display_name = "  ".to_owned();
        assert_eq!(refused(nameless).await, "refused: display-name");
        let mut backwards = account(&office, "kaisa", Role::Coach);
        backwards.right.valid_until = Some(day("2026-03-01"));
        assert_eq!(refused(backwards).await, "refused: right-dates");
        assert!(matches!(
            main.add_account(&account(&office, "PAULA.paakayttaja", Role::Coach))
                .await,
            Err(DeskError::Conflict)
        ));
        assert_eq!(main.accounts().await.unwrap().len(), 1, "nothing was left behind");
    })
    .await;
}

#[tokio::test]
async fn a7_a_right_says_whether_protected_addresses_may_be_shown() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (_, main) = main_user(&office, register).await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        assert_eq!(
            signed_in(&office, &coach)
                .await
                .1
                .visitor
                .unwrap()
                .privileges
                .address,
            AddressPrivilege::Hidden
        );
        let reveals = NewRight {
            addresses: AddressPrivilege::Reveals,
            ..right(&office, Role::Coach)
        };
        main.give_right("kaisa", &reveals).await.unwrap();
        main.end_right(coach.right, RightEnd::Now).await.unwrap();
        assert_eq!(
            signed_in(&office, &coach)
                .await
                .1
                .visitor
                .unwrap()
                .privileges
                .address,
            AddressPrivilege::Reveals
        );
    })
    .await;
}

#[tokio::test]
async fn e4_changes_of_rights_are_in_the_log_by_the_main_user() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (paula, main) = main_user(&office, register).await;
        let entries = format!(
            "SELECT COUNT(*) FROM audit_entry WHERE actor = 'account:{}'",
            paula.account
        );
        let before = office.number(&entries).await;
        let added = main
            .add_account(&account(&office, "kaisa", Role::Coach))
            .await
            .unwrap();
        main.end_right(added.right, RightEnd::Now).await.unwrap();
        assert_eq!(office.number(&entries).await, before + 2);
        let closing = "SELECT COUNT(*) FROM audit_entry WHERE actor = 'system:accounts'";
        assert_eq!(
            office.number(closing).await,
            1,
            "that the account closed is told too"
        );
    })
    .await;
}
