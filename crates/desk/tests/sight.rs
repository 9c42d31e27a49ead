//! Whom a worker finds: as long as a ground holds, and not a moment longer (A8, A9, E5).

#[path = "account/people.rs"]
#[expect(dead_code, reason = "the stories about accounts need more of the people")]
mod people;
#[path = "support/mod.rs"]
#[expect(dead_code, reason = "the stories about accounts need more of the office")]
mod support;

use jiff::SignedDuration;
use polku_desk::{
    AccountId, Client, Desk, EMERGENCY_HOURS, Identity, Read, RegisterId, SubjectId, Visit, Visitor,
    access::{AccessSpec, Action, Privileges, Resource, Role},
    params,
};
use serde_json::json;
use support::{Office, for_each_backend};

polku_desk::statements! {
    owned(Care) ANSWERS = "INSERT INTO care (register, id, subject, account, part, valid_from) \
        VALUES (:register, :id, :subject, :account, 'responsible', :from)";
    owned(Care) ANSWERS_NO_MORE = "DELETE FROM care WHERE register = :register AND subject = :subject";
    shared FREEZE = "UPDATE subject SET restricted_at = 1 WHERE register = :register AND id = :client";
}

const INTAKE: AccessSpec = AccessSpec::people(Action::Admit, &[Resource::Identity, Resource::Care]);
const LOOK: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Identity]);
const CHANGE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Care]);
const MERGE: AccessSpec = AccessSpec::people(Action::Merge, &[Resource::Duplicates]);
const CODE: &str = "010594Y9032";

async fn worker(office: &Office, register: RegisterId, name: &'static str, role: Role) -> Visitor {
    let person = people::person(office, register, name, role).await;
    Visitor {
        account: person.account,
        right: person.right,
        register,
        organisation: office.organisation,
        role,
        privileges: Privileges::default(),
        display_name: name.to_owned(),
    }
}

async fn visit(desk: &Desk, visitor: &Visitor, spec: AccessSpec) -> Visit {
    desk.visit(visitor.clone(), spec, "story").await.unwrap()
}

/// How many people a worker finds by a name.
async fn found(desk: &Desk, visitor: &Visitor, text: &str) -> usize {
    let visit = visit(desk, visitor, LOOK).await;
    let found = visit.find(text, 20).await.unwrap().len();
    visit.settle().await.unwrap();
    found
}

fn ilona() -> Identity {
    Identity {
        last_name: "Malli".to_owned(),
        first_names: "Ilona".to_owned(),
        codes: vec![CODE.to_owned()],
        ..Identity::default()
    }
}

async fn taken_in(office: &Office, by: &Visitor, identity: &Identity, worker: AccountId) -> SubjectId {
    let intake = visit(&office.desk, by, INTAKE).await;
    let grant = intake.admit::<Client>(identity).await.unwrap();
    let subject = grant.subject();
    let row = params! { "id" => intake.new_id(), "account" => worker, "from" => intake.today() };
    grant.execute(ANSWERS, row).await.unwrap();
    grant.commit("client-admitted", json!({})).await.unwrap();
    subject
}

#[tokio::test]
async fn a_coach_finds_a_client_from_the_moment_they_answer_for_them_until_they_do_not() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let kaisa = worker(&office, register, "kaisa", Role::Coach).await;
        let manager = worker(&office, register, "pertti", Role::ServiceManager).await;
        assert_eq!(found(&office.desk, &kaisa, "malli").await, 0);
        let subject = taken_in(&office, &manager, &ilona(), kaisa.account).await;
        assert_eq!(found(&office.desk, &kaisa, "malli").await, 1);
        assert_eq!(found(&office.desk, &kaisa, "malli").await, 1, "asked again");

        let change = visit(&office.desk, &manager, CHANGE).await;
        let grant = change.open_for_change::<Client>(subject).await.unwrap();
        grant.execute(ANSWERS_NO_MORE, params! {}).await.unwrap();
        grant.access_changed().await.unwrap();
        grant.commit("care-ended", json!({})).await.unwrap();
        assert_eq!(found(&office.desk, &kaisa, "malli").await, 0);
    })
    .await;
}

/// E5: an emergency ends by the clock alone.
#[tokio::test]
async fn who_was_opened_in_an_emergency_is_found_for_its_hours_only() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let kaisa = worker(&office, register, "kaisa", Role::Coach).await;
        let manager = worker(&office, register, "pertti", Role::ServiceManager).await;
        taken_in(&office, &manager, &ilona(), manager.account).await;
        assert_eq!(found(&office.desk, &kaisa, "malli").await, 0);
        let emergency = visit(&office.desk, &kaisa, LOOK).await;
        emergency
            .open_emergency(CODE, "Sairaskohtaus pajalla, omainen tavoitettava")
            .await
            .unwrap();
        assert_eq!(found(&office.desk, &kaisa, "malli").await, 1);
        office.after(SignedDuration::from_hours(EMERGENCY_HOURS));
        assert_eq!(found(&office.desk, &kaisa, "malli").await, 0);
    })
    .await;
}

/// A9: whoever asked for restriction is not taken in a second time unnoticed, and shown to nobody by it.
#[tokio::test]
async fn a_restricted_client_is_hidden_from_searches_and_still_noticed_at_intake() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let manager = worker(&office, register, "pertti", Role::ServiceManager).await;
        let officer = worker(&office, register, "tiina", Role::DataProtectionOfficer).await;
        let subject = taken_in(&office, &manager, &ilona(), manager.account).await;
        let freeze = visit(&office.desk, &officer, LOOK).await;
        freeze
            .execute("restricted", vec![(FREEZE, params! { "client" => subject })])
            .await
            .unwrap();

        let desk = office.opened_anew().await;
        assert_eq!(found(&desk, &manager, "malli").await, 0, "by name");
        assert_eq!(found(&desk, &manager, CODE).await, 0, "by code");
        assert_eq!(found(&desk, &officer, "malli").await, 1, "the officer sees it");

        let intake = visit(&desk, &manager, INTAKE).await;
        assert!(intake.alike(&ilona()).await.unwrap().is_empty(), "nobody is told");
        let again = intake.admit::<Client>(&ilona()).await.unwrap();
        again.commit("client-admitted", json!({})).await.unwrap();
        assert_eq!(office.number("SELECT COUNT(*) FROM duplicate_suspicion").await, 1);
    })
    .await;
}

/// However many are opened at once, each is decided about, and each merged record with the person it turned out to be.
#[tokio::test]
async fn a_crowd_is_opened_at_once_with_all_who_turned_out_to_be_one_of_them() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let manager = worker(&office, register, "pertti", Role::ServiceManager).await;
        let intake = visit(&office.desk, &manager, INTAKE).await;
        let names: Vec<Identity> = (0..60)
            .map(|number| Identity {
                last_name: format!("Malli{number}"),
                ..Identity::default()
            })
            .collect();
        let crowd: Vec<(SubjectId, &Identity)> = names
            .iter()
            .map(|name| (SubjectId(intake.new_id()), name))
            .collect();
        let set = intake.admit_many::<Client>(&crowd).await.unwrap();
        set.commit("clients-admitted", json!({})).await.unwrap();
        let main_user = worker(&office, register, "paula", Role::MainUser).await;
        // The second became the first, and the first turned out to be the last.
        for (kept, absorbed) in [(0, 1), (59, 0)] {
            let pair = polku_desk::Merged {
                kept: crowd[kept].0,
                absorbed: crowd[absorbed].0,
            };
            visit(&office.desk, &main_user, MERGE)
                .await
                .merge(pair)
                .await
                .unwrap();
        }

        let look = visit(&office.desk, &manager, LOOK).await;
        let asked: Vec<SubjectId> = crowd.iter().skip(1).map(|(subject, _)| *subject).collect();
        let set = look.open_set::<Client, Read>(&asked).await.unwrap();
        assert_eq!(set.subjects().len(), 59);
        assert_eq!(set.subjects()[0], crowd[59].0, "the second is the last");
        assert_eq!(set.person_of(crowd[1].0), crowd[59].0);
        assert_eq!(set.person_of(crowd[0].0), crowd[59].0);
        assert_eq!(set.person_of(crowd[30].0), crowd[30].0);
    })
    .await;
}
