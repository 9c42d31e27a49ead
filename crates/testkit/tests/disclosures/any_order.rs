//! Whatever people do, in any order: nothing goes without a valid basis.

use jiff::SignedDuration;
use polku_desk::{
    Merged, SubjectId,
    access::{AccessSpec, Action, Resource, Role},
    params,
};
use polku_testkit::{Browser, Client, Program, TestApp, for_each_backend};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};
use serde_json::json;

use super::{asked, consent, decide, deliver, ilona, withdraw};

/// Everything that people can do to a disclosure and its ground, in any order.
#[derive(Clone, Copy, Debug)]
enum Act {
    Give,
    GiveUntilTomorrow,
    Withdraw,
    NextDay,
    Ask,
    Decide,
    Deliver,
    Merge,
    Restrict,
    Lift,
}

polku_desk::statements! {
    owned(Oversight) FREEZE = "UPDATE subject SET restricted_at = :at WHERE register = :register AND id = :subject";
}

/// C3: no sequence of actions hands over data without a valid basis at that moment. The story keeps its own book of what
/// holds, and every handing over that succeeds must be in it.
#[tokio::test]
async fn c3_no_sequence_of_actions_hands_over_data_without_a_valid_basis() {
    for_each_backend(|app| async move {
        let mut runner = TestRunner::deterministic();
        let acts = prop::sample::select(vec![
            Act::Give,
            Act::GiveUntilTomorrow,
            Act::Withdraw,
            Act::NextDay,
            Act::Ask,
            Act::Decide,
            Act::Deliver,
            Act::Deliver,
            Act::Merge,
            Act::Restrict,
            Act::Lift,
            Act::Lift,
        ]);
        let tree = prop::collection::vec(acts, 90)
            .new_tree(&mut runner)
            .expect("a case");
        let mut book = Book::begin(&app).await;
        for act in tree.current() {
            book.act(&app, act).await;
        }
        // The end of every story: everything in order, so that at least one is handed over, and one is not.
        for act in [
            Act::Lift,
            Act::Withdraw,
            Act::Give,
            Act::Ask,
            Act::Decide,
            Act::Deliver,
            Act::Withdraw,
            Act::Deliver,
        ] {
            book.act(&app, act).await;
        }
        assert!(
            book.delivered > 0 && book.stopped > 0,
            "{} {}",
            book.delivered,
            book.stopped
        );
    })
    .await;
}

/// What the story knows to hold.
struct Book {
    maija: Browser,
    program: Program,
    tiina: Browser,
    paula: Browser,
    client: SubjectId,
    other: SubjectId,
    is_merged: bool,
    is_restricted: bool,
    /// The consent in force and its last day.
    consent: Option<(String, Option<jiff::civil::Date>)>,
    /// A disclosure that was asked for, and the consent that it was decided on.
    disclosure: Option<(String, Option<String>)>,
    delivered: u32,
    stopped: u32,
}

impl Book {
    async fn begin(app: &TestApp) -> Self {
        let (maija, program, client) = ilona(app).await;
        Self {
            other: Client::named("Malli", "Ilona Maria").of(&maija, app).await,
            tiina: app.worker(Role::DataProtectionOfficer, "tiina").await,
            paula: app.main_user("paula").await,
            maija,
            program,
            client,
            is_merged: false,
            is_restricted: false,
            consent: None,
            disclosure: None,
            delivered: 0,
            stopped: 0,
        }
    }

    /// The consent that holds today.
    fn holding(&self, app: &TestApp) -> Option<String> {
        let today = app.desk.clock().today();
        let (id, until) = self.consent.as_ref()?;
        until.is_none_or(|until| today <= until).then(|| id.clone())
    }

    async fn act(&mut self, app: &TestApp, act: Act) {
        if self.is_restricted && !matches!(act, Act::Lift | Act::NextDay | Act::Deliver) {
            return;
        }
        match act {
            Act::Give if self.holding(app).is_none() => {
                self.consent = Some((consent(&self.program, self.client, "").await, None));
            }
            Act::GiveUntilTomorrow if self.holding(app).is_none() => {
                let tomorrow = app.desk.clock().today().tomorrow().expect("a day");
                let id = consent(&self.program, self.client, "huomenna").await;
                self.consent = Some((id, Some(tomorrow)));
            }
            Act::Withdraw => {
                if let Some(id) = self.holding(app) {
                    withdraw(&self.program, self.client, &id).await;
                    self.consent = None;
                }
            }
            Act::NextDay => {
                app.after(SignedDuration::from_hours(24));
                self.maija = self.maija.again(app).await;
                self.tiina = self.tiina.again(app).await;
                self.paula = self.paula.again(app).await;
                self.program = app.program(&self.maija).await;
            }
            Act::Ask => self.disclosure = Some((asked(&self.program, self.client, json!({})).await, None)),
            Act::Decide => {
                let (Some((disclosure, _)), Some(consent)) = (self.disclosure.clone(), self.consent.clone())
                else {
                    return;
                };
                let answer = decide(
                    &self.program,
                    self.client,
                    &disclosure,
                    &format!("consent:{}", consent.0),
                    &["records:goal"],
                )
                .await;
                if answer.status == 200 {
                    assert_eq!(
                        self.holding(app),
                        Some(consent.0.clone()),
                        "decided on a consent that does not hold"
                    );
                    self.disclosure = Some((disclosure, Some(consent.0)));
                }
            }
            Act::Deliver => self.deliver(app).await,
            Act::Merge => self.merge(app).await,
            Act::Restrict => self.restrict(app, Some(1)).await,
            Act::Lift => self.restrict(app, None).await,
            Act::Give | Act::GiveUntilTomorrow => {}
        }
    }

    async fn deliver(&mut self, app: &TestApp) {
        let Some((disclosure, decided)) = self.disclosure.clone() else {
            return;
        };
        let answer = deliver(&self.maija, self.client, &disclosure, &[]).await;
        if answer.status == 200 {
            assert!(
                !self.is_restricted,
                "handed over about somebody under restriction"
            );
            assert!(decided.is_some(), "handed over without a decision");
            assert_eq!(
                self.holding(app),
                decided,
                "handed over without a valid basis at that moment"
            );
            self.delivered += 1;
        } else {
            let frozen = answer.status == 423;
            assert!(
                matches!(answer.status, 404 | 422) || (frozen && self.is_restricted),
                "{}",
                answer.status
            );
            self.stopped += 1;
        }
    }

    /// The other record turns out to be the same person, or is parted again.
    async fn merge(&mut self, app: &TestApp) {
        let spec = AccessSpec::people(Action::Merge, &[Resource::Duplicates]);
        let visit = app.visit(&self.paula, spec).await;
        if self.is_merged {
            visit.unmerge(self.other).await.expect("parted");
        } else {
            let pair = Merged {
                kept: self.client,
                absorbed: self.other,
            };
            visit.merge(pair).await.expect("merged");
        }
        self.is_merged = !self.is_merged;
    }

    /// Whoever freezes and lifts is another slice; here the row is what counts.
    async fn restrict(&mut self, app: &TestApp, at: Option<i64>) {
        if at.is_some() == self.is_restricted {
            return;
        }
        let spec = AccessSpec::people(Action::Write, &[Resource::Oversight]);
        let visit = app.visit(&self.tiina, spec).await;
        let grant = visit
            .open_for_change::<polku_desk::Client>(self.client)
            .await
            .expect("the officer may");
        grant
            .execute(FREEZE, params! { "at" => at })
            .await
            .expect("frozen or lifted");
        grant.access_changed().await.expect("told");
        grant.commit("story", json!({})).await.expect("a commit");
        self.is_restricted = at.is_some();
    }
}
