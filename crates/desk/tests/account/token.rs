//! Tokens for programs.

use jiff::SignedDuration;
use polku_desk::{
    DeskError,
    access::{Action, Resource, Role},
    account::{NewToken, RightEnd, TokenReach, TokenScope},
};

use crate::{
    people::{Person, main_user, person, right, signed_in},
    support::{Office, for_each_backend},
};

fn token(office: &Office, person: &Person) -> NewToken {
    NewToken {
        name: "Tilastointi".to_owned(),
        right: person.right,
        scope: TokenScope {
            reach: TokenReach::ReadOnly,
            resources: Some(vec![Resource::Attendance]),
        },
        expires_at: office.desk.clock().now() + SignedDuration::from_hours(24 * 90),
    }
}

#[tokio::test]
async fn a_program_acts_by_its_workers_right_within_its_scope() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (_, session) = signed_in(&office, &coach).await;
        let issued = office
            .desk
            .issue_token(&session, &token(&office, &coach))
            .await
            .unwrap();
        assert!(issued.token.starts_with("polku_"));

        let holder = office.desk.resume_token(&issued.token).await.unwrap().unwrap();
        assert_eq!(
            (holder.visitor.account, holder.visitor.right),
            (coach.account, coach.right)
        );
        assert_eq!((holder.token, holder.name.as_str()), (issued.id, "Tilastointi"));
        assert!(holder.scope.allows(Action::Read, &[Resource::Attendance]));
        assert!(!holder.scope.allows(Action::Write, &[Resource::Attendance]));
        assert!(
            !holder
                .scope
                .allows(Action::Read, &[Resource::Attendance, Resource::Diary])
        );
        assert!(office.desk.resume_token("polku_guess").await.unwrap().is_none());
        assert_eq!(
            office.desk.list_tokens(&session).await.unwrap()[0].last_used_at,
            Some(office.desk.clock().now())
        );
    })
    .await;
}

#[test]
fn no_token_takes_data_out_or_shows_a_protected_address() {
    let widest = TokenScope {
        reach: TokenReach::ReadWrite,
        resources: None,
    };
    assert!(widest.allows(Action::Write, &[Resource::Diary]));
    assert!(!widest.allows(Action::Export, &[Resource::Identity]));
    assert!(!widest.allows(Action::Reveal, &[Resource::ProtectedAddress]));
}

#[tokio::test]
async fn a_token_ends_with_its_right_its_time_and_its_workers_word() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (_, main) = main_user(&office, register).await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        main.give_right("kaisa", &right(&office, Role::ServiceManager))
            .await
            .unwrap();
        let (session_token, session) = signed_in(&office, &coach).await;

        let revoked = office
            .desk
            .issue_token(&session, &token(&office, &coach))
            .await
            .unwrap();
        office.desk.revoke_token(&session, revoked.id).await.unwrap();
        assert!(office.desk.resume_token(&revoked.token).await.unwrap().is_none());
        assert!(matches!(
            office.desk.revoke_token(&session, revoked.id).await,
            Err(DeskError::Hidden)
        ));

        let ended = office
            .desk
            .issue_token(&session, &token(&office, &coach))
            .await
            .unwrap();
        main.end_right(coach.right, RightEnd::Now).await.unwrap();
        assert!(office.desk.resume_token(&ended.token).await.unwrap().is_none());
        assert!(
            office
                .desk
                .resume_session(&session_token)
                .await
                .unwrap()
                .is_some(),
            "the other right still holds"
        );
    })
    .await;
}

#[tokio::test]
async fn a_token_dies_of_age_within_a_year() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (_, session) = signed_in(&office, &coach).await;
        let eternal = NewToken {
            expires_at: office.desk.clock().now() + SignedDuration::from_hours(24 * 400),
            ..token(&office, &coach)
        };
        assert!(matches!(
            office.desk.issue_token(&session, &eternal).await,
            Err(DeskError::Refused("token-end"))
        ));
        let issued = office
            .desk
            .issue_token(&session, &token(&office, &coach))
            .await
            .unwrap();
        office.after(SignedDuration::from_hours(24 * 90));
        assert!(office.desk.resume_token(&issued.token).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn nobody_issues_a_token_for_a_colleagues_right_or_without_a_fresh_proof() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let manager = person(&office, register, "eero", Role::ServiceManager).await;
        let (cookie, session) = signed_in(&office, &coach).await;
        assert!(matches!(
            office.desk.issue_token(&session, &token(&office, &manager)).await,
            Err(DeskError::Hidden)
        ));
        office.after(SignedDuration::from_mins(20));
        let stale = office.desk.resume_session(&cookie).await.unwrap().unwrap();
        assert!(matches!(
            office.desk.issue_token(&stale, &token(&office, &coach)).await,
            Err(DeskError::StepUp)
        ));
    })
    .await;
}
