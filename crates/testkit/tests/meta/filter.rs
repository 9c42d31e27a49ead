//! The list filter agrees with the decision about each person.

use polku_desk::{
    Client as ClientKind, Read,
    access::{AccessSpec, Action, Resource, Role},
    params,
};
use polku_testkit::{Client, TestApp, on_sqlite};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};

polku_desk::statements! {
    listed(Identity) EVERYONE = "SELECT s.id AS subject FROM subject s WHERE s.register = :register AND {visible}";
}

const LOOK: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Identity]);

/// What happened between a coach and a client.
#[derive(Debug, Clone, Copy)]
enum Tie {
    Nothing,
    ResponsibleNow,
    ResponsibleOnce,
}

fn ties() -> impl Strategy<Value = Vec<Tie>> {
    prop::collection::vec(
        prop_oneof![
            Just(Tie::Nothing),
            Just(Tie::ResponsibleNow),
            Just(Tie::ResponsibleOnce)
        ],
        1..6,
    )
}

#[tokio::test]
async fn whoever_a_list_shows_can_be_opened_and_nobody_else() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..6 {
        let ties = ties().new_tree(&mut runner).expect("a case").current();
        on_sqlite(|app| {
            let ties = ties.clone();
            async move { compare(&app, &ties).await }
        })
        .await;
    }
}

async fn compare(app: &TestApp, ties: &[Tie]) {
    let maija = app.coach("maija").await;
    let pekka = app.coach("pekka").await;
    let mut people = Vec::new();
    for (number, tie) in ties.iter().enumerate() {
        let client = Client::named("Malli", &format!("Numero {number}"));
        let client = match tie {
            Tie::Nothing => client.of(&pekka, app).await,
            Tie::ResponsibleNow => client.of(&maija, app).await,
            Tie::ResponsibleOnce => client.of_until_yesterday(&maija, app).await,
        };
        people.push(client);
    }
    let manager = app.manager("pertti").await;
    let main_user = app.main_user("paula").await;
    let partner = app.worker(Role::Partner, "ville").await;
    for worker in [&maija, &pekka, &manager, &main_user] {
        let visit = app.visit(worker, LOOK).await;
        let listed = visit.list(EVERYONE, params! {}).await.expect("a list");
        let shown: Vec<_> = listed.rows.iter().map(|row| row.subject).collect();
        for person in &people {
            let opened = visit.open::<ClientKind, Read>(*person).await.is_ok();
            assert_eq!(opened, shown.contains(person), "{ties:?}");
        }
    }
    assert!(
        app.desk.visit(partner.as_visitor(), LOOK, "story").await.is_err(),
        "a partner sees nobody without consent"
    );
}
