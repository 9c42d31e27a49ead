//! The list filter agrees with the decision about each person.

use jiff::{SignedDuration, Timestamp, civil::Date};
use polku_desk::{
    Client as ClientKind, Read, SubjectId,
    access::{AccessSpec, Action, Resource, Role},
    database::ListStatement,
    params,
};
use polku_testkit::{Browser, Client, TestApp, for_each_backend};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};

polku_desk::statements! {
    listed(Identity) BY_IDENTITY = "SELECT s.id AS subject FROM subject s WHERE s.register = :register AND {visible}";
    listed(Diary) BY_DIARY = "SELECT s.id AS subject FROM subject s WHERE s.register = :register AND {visible}";
    listed(Attendance) BY_ATTENDANCE = "SELECT s.id AS subject FROM subject s WHERE s.register = :register AND {visible}";
    owned(Care) CARED_FOR = "INSERT INTO care (register, id, subject, account, part, valid_from, valid_until) \
        VALUES (:register, :id, :subject, :worker, 'substitute', :from, :until)";
    owned(Service) IN_GROUP = "INSERT INTO workgroup_member (register, id, workgroup, subject, valid_from, valid_until) \
        VALUES (:register, :id, :workgroup, :subject, :from, :until)";
    owned(Identity) EMERGENCY = "INSERT INTO emergency_access \
        (register, id, subject, account, granted_at, expires_at, version, sealed) \
        VALUES (:register, :id, :subject, :worker, :granted_at, :expires, 1, :sealed)";
    owned(Service) RESTRICT = "UPDATE subject SET restricted_at = 1 WHERE register = :register AND id = :subject";
    owned(Consents) CONSENTED = "INSERT INTO consent (register, subject, id, version, kind, purpose, party, account, \
        manner, recorded_at, valid_from, valid_until, withdrawn_at, sealed) VALUES (:register, :subject, :id, 1, :kind, \
        'visibility', :party, :worker, 'screen', :recorded, :from, :until, :withdrawn, :sealed)";
    shared PARTY = "INSERT INTO consent_party (register, id, kind, name, created_at) \
        VALUES (:register, :id, 'provider', 'Palveluntuottaja', 0)";
    shared PARTY_MEMBER = "INSERT INTO consent_party_member (register, id, party, account, valid_from, valid_until) \
        VALUES (:register, :id, :party, :worker, :from, :until)";
    shared GROUP = "INSERT INTO workgroup (register, id, name, created_at) VALUES (:register, :id, 'Puupaja', 0)";
    shared COACHES = "INSERT INTO workgroup_coach (register, id, workgroup, account, valid_from, valid_until) \
        VALUES (:register, :id, :workgroup, :worker, :from, :until)";
}

/// Every kind of list that a rule tells apart, with the look that it stands for.
const LISTS: &[(Resource, ListStatement)] = &[
    (Resource::Identity, BY_IDENTITY),
    (Resource::Diary, BY_DIARY),
    (Resource::Attendance, BY_ATTENDANCE),
];

const ARRANGE: AccessSpec = AccessSpec::people(
    Action::Write,
    &[
        Resource::Identity,
        Resource::Care,
        Resource::Service,
        Resource::Consents,
    ],
);

/// When something between a coach and a client holds.
#[derive(Debug, Clone, Copy)]
enum When {
    Never,
    Once,
    Now,
    Later,
}

/// What there is between the coach Maija and one client.
#[derive(Debug, Clone, Copy)]
struct Ties {
    care: When,
    membership: When,
    coached: When,
    emergency: When,
    /// Consent to visibility, for Maija herself and for the provider that Ville works for.
    consented: When,
    consent: Given,
    /// When Ville works for that provider.
    works_there: When,
    is_restricted: bool,
}

/// What became of a consent.
#[derive(Debug, Clone, Copy)]
enum Given {
    ToVisibility,
    ToDisclosureOnly,
    Withdrawn,
}

fn whens() -> impl Strategy<Value = When> {
    prop::sample::select(vec![When::Never, When::Never, When::Once, When::Now, When::Later])
}

/// For what must come together: most of the time it holds.
fn mostly() -> impl Strategy<Value = When> {
    prop::sample::select(vec![
        When::Now,
        When::Now,
        When::Now,
        When::Never,
        When::Once,
        When::Later,
    ])
}

fn ties() -> impl Strategy<Value = Ties> {
    let given = prop::sample::select(vec![
        Given::ToVisibility,
        Given::ToVisibility,
        Given::ToDisclosureOnly,
        Given::Withdrawn,
    ]);
    let restricted = prop::bool::weighted(0.15);
    let of_work = (whens(), whens(), whens(), whens());
    (of_work, mostly(), given, mostly(), restricted).prop_map(
        |((care, membership, coached, emergency), consented, consent, works_there, is_restricted)| Ties {
            care,
            membership,
            coached,
            emergency,
            consented,
            consent,
            works_there,
            is_restricted,
        },
    )
}

#[tokio::test]
async fn whoever_a_list_shows_can_be_opened_and_nobody_else() {
    for_each_backend(|app| async move {
        let mut runner = TestRunner::deterministic();
        let everyone = prop::collection::vec(ties(), 40)
            .new_tree(&mut runner)
            .expect("a case");
        let story = Story::begin(&app).await;
        let mut people = Vec::new();
        for (number, ties) in everyone.current().into_iter().enumerate() {
            people.push((story.somebody(number, ties).await, ties));
        }
        let manager = story.manager.clone();
        let others = [
            app.main_user("paula").await,
            app.worker(Role::DataProtectionOfficer, "tiina").await,
            app.worker(Role::RecordsOfficer, "risto").await,
        ];
        let mut shown_in_all = 0;
        for worker in [&story.maija, &manager].into_iter().chain(&others) {
            for (resource, list) in LISTS {
                shown_in_all += agrees(&app, worker, *resource, *list, &people).await;
            }
        }
        assert!(shown_in_all > 20, "the cases hardly let anyone see anybody");
        let mut shown_to_partner = 0;
        for (resource, list) in LISTS {
            shown_to_partner += agrees(&app, &story.ville, *resource, *list, &people).await;
        }
        assert!(shown_to_partner > 0, "the cases let the partner see nobody");
        let diary = AccessSpec::people(Action::Read, &[Resource::Diary]);
        assert!(
            app.desk
                .visit(story.ville.as_visitor(), diary, "story")
                .await
                .is_err(),
            "no consent to visibility opens the diary"
        );
    })
    .await;
}

/// Compares for one worker and one kind of data; answers how many the list shows.
async fn agrees(
    app: &TestApp,
    worker: &Browser,
    resource: Resource,
    list: ListStatement,
    people: &[(SubjectId, Ties)],
) -> usize {
    let asked: &'static [Resource] = Box::leak(Box::new([resource]));
    let spec = AccessSpec::people(Action::Read, asked);
    let Ok(visit) = app.desk.visit(worker.as_visitor(), spec, "story").await else {
        return 0;
    };
    let listed = visit.list(list, params! {}).await.expect("a list");
    let shown: Vec<_> = listed.rows.iter().map(|row| row.subject).collect();
    for (person, ties) in people {
        let opened = visit.open::<ClientKind, Read>(*person).await.is_ok();
        assert_eq!(opened, shown.contains(person), "{resource:?} {ties:?}");
    }
    shown.len()
}

/// A register with a coach who has ties to some, and a manager who arranges them.
struct Story<'a> {
    app: &'a TestApp,
    maija: Browser,
    pekka: Browser,
    ville: Browser,
    manager: Browser,
}

impl<'a> Story<'a> {
    async fn begin(app: &'a TestApp) -> Self {
        Self {
            app,
            maija: app.coach("maija").await,
            pekka: app.coach("pekka").await,
            ville: app.worker(Role::Partner, "ville").await,
            manager: app.manager("anna").await,
        }
    }

    /// Somebody of Pekka's, with whom Maija has these ties.
    async fn somebody(&self, number: usize, ties: Ties) -> SubjectId {
        let client = Client::named("Malli", &format!("Numero {number}"));
        let subject = client.of(&self.pekka, self.app).await;
        let visit = self.app.visit(&self.manager, ARRANGE).await;
        let group = visit.new_id();
        let mut written = vec![(GROUP, params! { "register" => visit.register(), "id" => group })];
        if let Some((from, until)) = self.span(ties.coached) {
            let coach = params! {
                "register" => visit.register(), "id" => visit.new_id(), "workgroup" => group,
                "worker" => self.maija.account, "from" => from, "until" => until
            };
            written.push((COACHES, coach));
        }
        let party = visit.new_id();
        written.push((PARTY, params! { "register" => visit.register(), "id" => party }));
        if let Some((from, until)) = self.span(ties.works_there) {
            let member = params! {
                "register" => visit.register(), "id" => visit.new_id(), "party" => party,
                "worker" => self.ville.account, "from" => from, "until" => until
            };
            written.push((PARTY_MEMBER, member));
        }
        visit.execute("story", written).await.expect("a group");
        let granted = visit
            .open_for_change::<ClientKind>(subject)
            .await
            .expect("the manager may");
        if let Some((from, until)) = self.span(ties.care) {
            let care = params! {
                "id" => visit.new_id(), "worker" => self.maija.account, "from" => from, "until" => until
            };
            granted.execute(CARED_FOR, care).await.expect("a substitute");
        }
        if let Some((from, until)) = self.span(ties.membership) {
            let member =
                params! { "id" => visit.new_id(), "workgroup" => group, "from" => from, "until" => until };
            granted.execute(IN_GROUP, member).await.expect("a member");
        }
        if let Some((granted_at, expires)) = self.hours(ties.emergency) {
            let emergency = params! {
                "id" => visit.new_id(), "worker" => self.maija.account, "granted_at" => granted_at,
                "expires" => expires, "sealed" => vec![0_u8]
            };
            granted.execute(EMERGENCY, emergency).await.expect("an emergency");
        }
        if let Some((from, until)) = self.span(ties.consented) {
            let kind = match ties.consent {
                Given::ToDisclosureOnly => "disclosure",
                Given::ToVisibility | Given::Withdrawn => "visibility",
            };
            let withdrawn = matches!(ties.consent, Given::Withdrawn).then(|| self.app.now());
            for (party, worker) in [(Some(party), None), (None, Some(self.maija.account))] {
                let consent = params! {
                    "id" => visit.new_id(), "kind" => kind, "party" => party, "worker" => worker,
                    "recorded" => self.app.now(), "from" => from, "until" => until, "withdrawn" => withdrawn,
                    "sealed" => vec![0_u8]
                };
                granted.execute(CONSENTED, consent).await.expect("a consent");
            }
        }
        if ties.is_restricted {
            granted
                .execute(RESTRICT, params! {})
                .await
                .expect("a restriction");
        }
        granted
            .commit("story", serde_json::json!({}))
            .await
            .expect("a commit");
        subject
    }

    /// The days of a tie; the last day still counts.
    fn span(&self, when: When) -> Option<(Date, Option<Date>)> {
        let today = self.app.desk.clock().today();
        let (tomorrow, yesterday) = (
            today.tomorrow().expect("a day"),
            today.yesterday().expect("a day"),
        );
        match when {
            When::Never => None,
            When::Once => Some((yesterday, Some(yesterday))),
            When::Now => Some((today, Some(today))),
            When::Later => Some((tomorrow, None)),
        }
    }

    /// The moments of an emergency; at its end it is over.
    fn hours(&self, when: When) -> Option<(Timestamp, Timestamp)> {
        let (now, hour) = (self.app.now(), SignedDuration::from_hours(1));
        match when {
            When::Never => None,
            When::Once => Some((now - hour, now)),
            When::Now => Some((now, now + hour)),
            When::Later => Some((now + hour, now + hour + hour)),
        }
    }
}
