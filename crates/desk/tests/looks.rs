//! When a look is in the log: with a write of the same visit if there is one, once, and never without its ground (E4).

#[path = "account/people.rs"]
#[expect(dead_code, reason = "the stories about accounts need more of the people")]
mod people;
#[path = "support/mod.rs"]
#[expect(dead_code, reason = "the stories about accounts need more of the office")]
mod support;

use jiff::civil::Date;
use polku_desk::{
    AccountId, Client, DeskError, Identity, Read, SubjectId, Visit, Visitor,
    access::{AccessSpec, Action, Privileges, Resource, Role},
    params,
};
use serde_json::json;
use support::{Office, for_each_backend};

polku_desk::statements! {
    owned(Care) ANSWERS = "INSERT INTO care (register, id, subject, account, part, valid_from) \
        VALUES (:register, :id, :subject, :account, 'substitute', :from)";
    owned(Care) ALL = "SELECT id, account FROM care WHERE register = :register AND subject = :subject ORDER BY id";
    owned(Care) OF = "SELECT id FROM care WHERE register = :register AND subject = :subject AND account = :account";
    owned(Care) ENDS = "DELETE FROM care WHERE register = :register AND subject = :subject";
}

const INTAKE: AccessSpec = AccessSpec::people(Action::Admit, &[Resource::Identity, Resource::Care]);
const CHANGE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Identity, Resource::Care]);
const READS: &str = "SELECT COUNT(*) FROM audit_entry WHERE action = 'read' AND outcome = 'allowed'";
const WRITES: &str = "SELECT COUNT(*) FROM audit_entry WHERE action = 'write'";
const DENIED: &str = "SELECT COUNT(*) FROM audit_entry WHERE outcome LIKE 'denied:%'";
const CARE: &str = "SELECT COUNT(*) FROM care";

struct Told {
    office: Office,
    kaisa: Visitor,
    manager: Visitor,
    ilona: SubjectId,
}

async fn visitor(
    office: &Office,
    register: polku_desk::RegisterId,
    name: &'static str,
    role: Role,
) -> Visitor {
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

async fn visit(office: &Office, visitor: &Visitor, spec: AccessSpec) -> Visit {
    office.desk.visit(visitor.clone(), spec, "story").await.unwrap()
}

fn answers(visit: &Visit, account: AccountId) -> polku_desk::database::Params {
    let from: Date = visit.today();
    params! { "id" => visit.new_id(), "account" => account, "from" => from }
}

/// A coach who answers for a client, and a manager.
async fn told(office: Office) -> Told {
    let register = office.register("pajat").await;
    let kaisa = visitor(&office, register, "kaisa", Role::Coach).await;
    let manager = visitor(&office, register, "pertti", Role::ServiceManager).await;
    let intake = visit(&office, &kaisa, INTAKE).await;
    let ilona = Identity {
        last_name: "Malli".to_owned(),
        first_names: "Ilona".to_owned(),
        ..Identity::default()
    };
    let grant = intake.admit::<Client>(&ilona).await.unwrap();
    let ilona = grant.subject();
    grant.put(ANSWERS, answers(&intake, kaisa.account)).await.unwrap();
    grant.commit("client-admitted", json!({})).await.unwrap();
    intake.settle().await.unwrap();
    Told {
        office,
        kaisa,
        manager,
        ilona,
    }
}

#[tokio::test]
async fn what_was_looked_at_before_a_write_is_in_the_log_when_the_write_is() {
    for_each_backend(async |office| {
        let Told {
            office, kaisa, ilona, ..
        } = told(office).await;
        let (reads, writes) = (office.number(READS).await, office.number(WRITES).await);
        let change = visit(&office, &kaisa, CHANGE).await;
        change
            .open::<Client, Read>(ilona)
            .await
            .unwrap()
            .identity()
            .await
            .unwrap();
        assert_eq!(office.number(READS).await, reads, "nothing is settled yet");
        let grant = change.open_for_change::<Client>(ilona).await.unwrap();
        grant.put(ANSWERS, answers(&change, kaisa.account)).await.unwrap();
        grant.commit("care-begun", json!({})).await.unwrap();
        assert_eq!(office.number(READS).await, reads + 1);
        assert_eq!(office.number(WRITES).await, writes + 1);
        change.settle().await.unwrap();
        assert_eq!(office.number(READS).await, reads + 1, "and is not entered twice");
    })
    .await;
}

#[tokio::test]
async fn what_was_just_written_is_read_again_without_another_entry() {
    for_each_backend(async |office| {
        let Told {
            office, kaisa, ilona, ..
        } = told(office).await;
        let (reads, writes) = (office.number(READS).await, office.number(WRITES).await);
        let change = visit(&office, &kaisa, CHANGE).await;
        let grant = change.open_for_change::<Client>(ilona).await.unwrap();
        grant.put(ANSWERS, answers(&change, kaisa.account)).await.unwrap();
        grant.commit("care-begun", json!({})).await.unwrap();
        let again = change.open::<Client, Read>(ilona).await.unwrap();
        assert_eq!(again.fetch(ALL, params! {}).await.unwrap().len(), 2);
        assert_eq!(change.name_of(ilona).as_deref(), Some("Malli Ilona"));
        change.settle().await.unwrap();
        assert_eq!(office.number(READS).await, reads);
        assert_eq!(office.number(WRITES).await, writes + 1);

        // What is shown beyond that is told.
        again.shown(&json!({ "printed": 2 }));
        change.settle().await.unwrap();
        assert_eq!(office.number(READS).await, reads + 1);
    })
    .await;
}

/// The write of one person says nothing of another, and a write that was not committed says nothing at all.
#[tokio::test]
async fn a_look_at_somebody_else_or_without_a_commit_has_its_own_entry() {
    for_each_backend(async |office| {
        let Told {
            office, kaisa, ilona, ..
        } = told(office).await;
        let intake = visit(&office, &kaisa, INTAKE).await;
        let mikko = Identity {
            last_name: "Malli".to_owned(),
            first_names: "Mikko".to_owned(),
            ..Identity::default()
        };
        let grant = intake.admit::<Client>(&mikko).await.unwrap();
        let mikko = grant.subject();
        grant.put(ANSWERS, answers(&intake, kaisa.account)).await.unwrap();
        grant.commit("client-admitted", json!({})).await.unwrap();

        let reads = office.number(READS).await;
        let change = visit(&office, &kaisa, CHANGE).await;
        let grant = change.open_for_change::<Client>(mikko).await.unwrap();
        grant.put(ANSWERS, answers(&change, kaisa.account)).await.unwrap();
        grant.commit("care-begun", json!({})).await.unwrap();
        drop(change.open_for_change::<Client>(ilona).await.unwrap());
        change
            .open::<Client, Read>(ilona)
            .await
            .unwrap()
            .identity()
            .await
            .unwrap();
        change.settle().await.unwrap();
        assert_eq!(office.number(READS).await, reads + 1);
    })
    .await;
}

/// E4: a ground that goes between the look and the write turns the look into a denial, and the answer into nothing.
#[tokio::test]
async fn a_look_whose_ground_is_gone_by_the_time_of_the_write_is_denied() {
    for_each_backend(async |office| {
        let Told {
            office,
            kaisa,
            manager,
            ilona,
        } = told(office).await;
        let other = visit(&office, &manager, INTAKE).await;
        let mikko = Identity {
            last_name: "Malli".to_owned(),
            first_names: "Mikko".to_owned(),
            ..Identity::default()
        };
        let grant = other.admit::<Client>(&mikko).await.unwrap();
        let mikko = grant.subject();
        grant.put(ANSWERS, answers(&other, kaisa.account)).await.unwrap();
        grant.commit("client-admitted", json!({})).await.unwrap();

        let change = visit(&office, &kaisa, CHANGE).await;
        change
            .open::<Client, Read>(ilona)
            .await
            .unwrap()
            .identity()
            .await
            .unwrap();
        let end = visit(&office, &manager, CHANGE).await;
        let grant = end.open_for_change::<Client>(ilona).await.unwrap();
        grant.execute(ENDS, params! {}).await.unwrap();
        grant.access_changed().await.unwrap();
        grant.commit("care-ended", json!({})).await.unwrap();

        let (reads, denied) = (office.number(READS).await, office.number(DENIED).await);
        let grant = change.open_for_change::<Client>(mikko).await.unwrap();
        grant.put(ANSWERS, answers(&change, kaisa.account)).await.unwrap();
        grant.commit("care-begun", json!({})).await.unwrap();
        assert_eq!(
            office.number(READS).await,
            reads,
            "the look waits to be decided anew"
        );
        assert!(matches!(change.settle().await, Err(DeskError::Hidden)));
        assert_eq!(office.number(READS).await, reads);
        assert_eq!(office.number(DENIED).await, denied + 1);
    })
    .await;
}

#[tokio::test]
async fn rows_that_were_read_ahead_are_those_that_are_asked_for() {
    for_each_backend(async |office| {
        let Told {
            office,
            kaisa,
            manager,
            ilona,
        } = told(office).await;
        let look = visit(&office, &kaisa, CHANGE).await;
        let grant = look.open::<Client, Read>(ilona).await.unwrap();
        let of = |account| (OF, params! { "account" => account });
        grant
            .read_ahead(vec![(ALL, params! {}), of(kaisa.account), of(manager.account)])
            .await
            .unwrap();
        let rows = async |(statement, asked)| grant.fetch(statement, asked).await.unwrap().len();
        assert_eq!(rows((ALL, params! {})).await, 1);
        assert_eq!(rows(of(kaisa.account)).await, 1);
        assert_eq!(rows(of(manager.account)).await, 0, "as it was asked ahead");
        assert_eq!(rows(of(AccountId(look.new_id()))).await, 0, "not asked ahead");
        assert_eq!(grant.identity().await.unwrap().0.first_names, "Ilona");
        look.settle().await.unwrap();
    })
    .await;
}

/// However many rows wait, and in whatever order they refer to each other, all are there at the commit; and all or none.
#[tokio::test]
async fn rows_that_wait_are_written_all_or_none() {
    for_each_backend(async |office| {
        let Told {
            office, kaisa, ilona, ..
        } = told(office).await;
        let before = office.number(CARE).await;
        let intake = visit(&office, &kaisa, INTAKE).await;
        let names: Vec<Identity> = (0..30)
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
        for (person, _) in &crowd {
            let one = set.one(*person).unwrap();
            one.put(ANSWERS, answers(&intake, kaisa.account)).await.unwrap();
        }
        let one = set.one(crowd[29].0).unwrap();
        assert_eq!(
            one.fetch(ALL, params! {}).await.unwrap().len(),
            1,
            "a read sees what waits"
        );
        set.commit("clients-admitted", json!({})).await.unwrap();
        assert_eq!(office.number(CARE).await, before + 30);

        let change = visit(&office, &kaisa, CHANGE).await;
        let grant = change.open_for_change::<Client>(ilona).await.unwrap();
        let twice = answers(&change, kaisa.account);
        grant.put(ANSWERS, twice.clone()).await.unwrap();
        grant.put(ANSWERS, twice).await.unwrap();
        assert!(matches!(
            grant.commit("care-begun", json!({})).await,
            Err(DeskError::Conflict)
        ));
        assert_eq!(office.number(CARE).await, before + 30, "neither is there");
    })
    .await;
}
