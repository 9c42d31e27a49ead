//! A program that did not hear the answer sends its write again, told as what becomes of it.

#[path = "account/people.rs"]
#[expect(dead_code, reason = "the stories about accounts need more of the people")]
mod people;
#[path = "support/mod.rs"]
#[expect(dead_code, reason = "the stories about accounts need more of the office")]
mod support;

use jiff::SignedDuration;
use polku_desk::{
    Client, DeskError, Identity, RegisterId, SubjectId, Visit, Visitor,
    access::{AccessSpec, Action, Privileges, Resource, Role},
};
use serde_json::json;
use support::{Office, for_each_backend};

const INTAKE: AccessSpec = AccessSpec::people(Action::Admit, &[Resource::Identity]);
const FIRST: &[&[u8]] = &[b"POST", b"/api/v1/clients", b"Malli Ilona"];
const ANOTHER: &[&[u8]] = &[b"POST", b"/api/v1/clients", b"Malli Mikko"];

async fn visit(office: &Office, visitor: &Visitor) -> Visit {
    office
        .desk
        .visit(visitor.clone(), INTAKE, "/api/v1/clients")
        .await
        .unwrap()
}

async fn coach(office: &Office, register: RegisterId, user_name: &'static str) -> Visitor {
    let person = people::person(office, register, user_name, Role::Coach).await;
    Visitor {
        account: person.account,
        right: person.right,
        register,
        organisation: office.organisation,
        role: Role::Coach,
        privileges: Privileges::default(),
        display_name: user_name.to_owned(),
    }
}

/// Takes somebody in, as a handler does.
async fn take_in(visit: &Visit) -> Result<SubjectId, DeskError> {
    let identity = Identity {
        last_name: "Malli".to_owned(),
        first_names: "Ilona".to_owned(),
        ..Identity::default()
    };
    let grant = visit.admit::<Client>(&identity).await?;
    let client = grant.subject();
    visit.will_create(format!("/api/v1/clients/{client}"), 1);
    grant.commit("client-taken-in", json!({})).await?;
    Ok(client)
}

const CLIENTS: &str = "SELECT COUNT(*) FROM subject";
const KEPT: &str = "SELECT COUNT(*) FROM idempotency";

#[tokio::test]
async fn a_repeat_is_told_what_the_first_was_and_nothing_is_done_twice() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = coach(&office, register, "kaisa").await;
        let first = visit(&office, &coach).await;
        assert_eq!(first.once("k-1", FIRST, 201).await.unwrap(), None);
        let client = take_in(&first).await.unwrap();

        let repeat = visit(&office, &coach).await;
        let told = repeat
            .once("k-1", FIRST, 201)
            .await
            .unwrap()
            .expect("done already");
        assert_eq!(told.status, 201);
        assert_eq!(told.location, Some(format!("/api/v1/clients/{client}")));
        assert_eq!(told.version, Some(1));
        assert_eq!(office.number(CLIENTS).await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_same_key_on_another_request_is_refused_and_another_workers_key_is_another() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let kaisa = coach(&office, register, "kaisa").await;
        let first = visit(&office, &kaisa).await;
        first.once("k-1", FIRST, 201).await.unwrap();
        take_in(&first).await.unwrap();

        let refused = visit(&office, &kaisa).await.once("k-1", ANOTHER, 201).await;
        assert!(matches!(refused, Err(DeskError::Refused("idempotency-key-used"))));
        let olli = coach(&office, register, "olli").await;
        assert_eq!(
            visit(&office, &olli)
                .await
                .once("k-1", ANOTHER, 201)
                .await
                .unwrap(),
            None
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_not_done_may_be_tried_again() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = coach(&office, register, "kaisa").await;
        let given_up = visit(&office, &coach).await;
        given_up.once("k-1", FIRST, 201).await.unwrap();
        drop(given_up);
        assert_eq!(office.number(KEPT).await, 0);

        let again = visit(&office, &coach).await;
        assert_eq!(again.once("k-1", FIRST, 201).await.unwrap(), None);
        take_in(&again).await.unwrap();
        assert_eq!(office.number(KEPT).await, 1);
    })
    .await;
}

#[tokio::test]
async fn two_at_once_are_done_once() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = coach(&office, register, "kaisa").await;
        let (one, other) = (visit(&office, &coach).await, visit(&office, &coach).await);
        assert_eq!(one.once("k-1", FIRST, 201).await.unwrap(), None);
        assert_eq!(other.once("k-1", FIRST, 201).await.unwrap(), None);
        take_in(&one).await.unwrap();
        assert!(matches!(take_in(&other).await, Err(DeskError::Conflict)));
        assert_eq!(office.number(CLIENTS).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_key_is_forgotten_after_a_week() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = coach(&office, register, "kaisa").await;
        let first = visit(&office, &coach).await;
        first.once("k-1", FIRST, 201).await.unwrap();
        take_in(&first).await.unwrap();

        office.after(SignedDuration::from_hours(8 * 24));
        let later = visit(&office, &coach).await;
        assert_eq!(later.once("k-1", FIRST, 201).await.unwrap(), None);
        take_in(&later).await.unwrap();
        assert_eq!(
            office.number(KEPT).await,
            1,
            "the old one went when the new one came"
        );
    })
    .await;
}
