//! Several people in one transaction: each is written about by itself, all are committed together.

#[path = "account/people.rs"]
#[expect(dead_code, reason = "the stories about accounts need more of the people")]
mod people;
#[path = "support/mod.rs"]
#[expect(dead_code, reason = "the stories about accounts need more of the office")]
mod support;

use jiff::civil::Date;
use polku_desk::{
    Client, DeskError, GrantedSet, Identity, Read, SubjectId, Visit, Visitor, Write,
    access::{AccessSpec, Action, Privileges, Resource, Role},
    params,
};
use serde_json::json;
use support::{Office, for_each_backend};

polku_desk::statements! {
    owned(Care) ANSWERS = "INSERT INTO care (register, id, subject, account, part, valid_from) \
        VALUES (:register, :id, :subject, :account, 'responsible', :from)";
}

const INTAKE: AccessSpec = AccessSpec::people(Action::Admit, &[Resource::Identity, Resource::Care]);
const LOOK: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Identity]);
const CLIENTS: &str = "SELECT COUNT(*) FROM subject";

async fn coach(office: &Office) -> Visitor {
    let register = office.register("pajat").await;
    let person = people::person(office, register, "kaisa", Role::Coach).await;
    Visitor {
        account: person.account,
        right: person.right,
        register,
        organisation: office.organisation,
        role: Role::Coach,
        privileges: Privileges::default(),
        display_name: "kaisa".to_owned(),
    }
}

async fn visit(office: &Office, visitor: &Visitor, spec: AccessSpec) -> Visit {
    office.desk.visit(visitor.clone(), spec, "story").await.unwrap()
}

fn named(first: &str) -> Identity {
    Identity {
        last_name: "Malli".to_owned(),
        first_names: first.to_owned(),
        ..Identity::default()
    }
}

/// Two people with somebody who answers for them.
async fn take_in(visit: &Visit) -> (GrantedSet<'_, Client, Write>, [SubjectId; 2]) {
    let (ilona, mikko) = (named("Ilona"), named("Mikko"));
    let people = [SubjectId(visit.new_id()), SubjectId(visit.new_id())];
    let set = visit
        .admit_many::<Client>(&[(people[0], &ilona), (people[1], &mikko)])
        .await
        .unwrap();
    for person in people {
        let one = set.one(person).unwrap();
        assert_eq!(one.subject(), person);
        let from: Date = visit.today();
        let row = params! { "id" => visit.new_id(), "account" => visit.account(), "from" => from };
        assert_eq!(one.execute(ANSWERS, row).await.unwrap(), 1);
    }
    (set, people)
}

#[tokio::test]
async fn people_taken_in_together_are_there_together_and_found_by_name() {
    for_each_backend(async |office| {
        let kaisa = coach(&office).await;
        let intake = visit(&office, &kaisa, INTAKE).await;
        let (set, people) = take_in(&intake).await;
        set.commit("clients-admitted", json!({})).await.unwrap();

        let look = visit(&office, &kaisa, LOOK).await;
        for (person, first) in people.into_iter().zip(["Ilona", "Mikko"]) {
            let grant = look.open::<Client, Read>(person).await.unwrap();
            assert!(grant.identity().await.unwrap().0 == named(first));
            assert_eq!(look.name_of(person), Some(format!("Malli {first}")));
        }
        look.settle().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn one_of_a_set_is_not_committed_by_itself() {
    for_each_backend(async |office| {
        let kaisa = coach(&office).await;
        let intake = visit(&office, &kaisa, INTAKE).await;
        let (set, people) = take_in(&intake).await;
        let alone = set
            .one(people[0])
            .unwrap()
            .commit("client-admitted", json!({}))
            .await;
        assert!(matches!(alone, Err(DeskError::Forbidden)));
        drop(set);
        assert_eq!(office.number(CLIENTS).await, 0);
    })
    .await;
}

#[tokio::test]
async fn who_is_not_of_the_set_is_not_there() {
    for_each_backend(async |office| {
        let kaisa = coach(&office).await;
        let intake = visit(&office, &kaisa, INTAKE).await;
        let (set, _) = take_in(&intake).await;
        let stranger = SubjectId(intake.new_id());
        assert!(matches!(set.one(stranger), Err(DeskError::Hidden)));
    })
    .await;
}
