//! Consents to visibility: providers and other units see whoever consents, as long as it holds.

use jiff::SignedDuration;
use polku_desk::{
    Client as ClientKind, Read, RegisterId, SubjectId,
    access::{AccessSpec, Action, Resource, Role},
};
use polku_testkit::{Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::json;

/// A register whose clients can give visibility: a coach, her client, a partner official, and the main user.
struct Visibility {
    register: RegisterId,
    maija: Browser,
    program: Program,
    ville: Browser,
    paula: Program,
    client: SubjectId,
}

impl Visibility {
    async fn of(app: &TestApp) -> Self {
        let register = app.register("kuopio", "kuopio").await;
        let maija = app.worker_in(register, Role::Coach, "maija").await;
        let ville = app.worker_in(register, Role::Partner, "ville").await;
        let paula = app.worker_in(register, Role::MainUser, "paula").await;
        let client = Client::named("Malli", "Ilona").of(&maija, app).await;
        Client::named("Muu", "Mikko").of(&maija, app).await;
        Self {
            register,
            program: app.program(&maija).await,
            paula: app.program(&paula).await,
            maija,
            ville,
            client,
        }
    }

    /// Adds a provider for which Ville works; answers its id and that of his membership.
    async fn provider(&self) -> (String, String) {
        let body = json!({ "kind": "provider", "name": "Taitava Oy" });
        let parties = self.paula.post("/api/v1/consent-parties", &body).await;
        assert_eq!(parties.status, 200, "{}", parties.body);
        let party = parties.json()[0]["id"].as_str().expect("an id").to_owned();
        let body = json!({ "account": self.ville.account });
        let members = self
            .paula
            .post(&format!("/api/v1/consent-parties/{party}/members"), &body)
            .await;
        assert_eq!(members.status, 200, "{}", members.body);
        let member = members.json()[0]["members"][0]["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        (party, member)
    }

    async fn consent(&self, to: String, until: &str) -> String {
        let body = json!({
            "kind": "visibility", "recipient": to, "purpose": "visibility", "until": until, "manner": "screen",
            "identified": "known", "language": "sv",
        });
        let answer = self
            .program
            .post(&format!("/api/v1/clients/{}/consents", self.client), &body)
            .await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        let answer = answer.json();
        assert!(
            answer["text"]
                .as_str()
                .expect("a text")
                .starts_with("Jag samtycker")
        );
        answer["id"].as_str().expect("an id").to_owned()
    }

    async fn withdraw(&self, consent: &str) {
        let address = format!("/api/v1/clients/{}/consents/{consent}/withdraw", self.client);
        assert_eq!(self.program.post(&address, &json!({})).await.status, 200);
    }

    /// Whether somebody sees the client, by the list and by the page alike.
    async fn is_seen_by(&self, who: &Browser) -> bool {
        let listed = who.get("/clients").await;
        assert!(!listed.says("Mikko"), "nobody sees whoever did not consent");
        let opened = who.get(&format!("/clients/{}", self.client)).await.status == 200;
        assert_eq!(listed.says("Malli"), opened, "{}", listed.body);
        opened
    }
}

#[tokio::test]
async fn c1_a_provider_sees_whoever_consents_until_the_consent_is_withdrawn() {
    for_each_backend(|app| async move {
        let story = Visibility::of(&app).await;
        assert!(!story.is_seen_by(&story.ville).await);
        let (party, member) = story.provider().await;
        assert!(
            !story.is_seen_by(&story.ville).await,
            "working there is not enough"
        );
        let consent = story.consent(format!("party:{party}"), "").await;
        assert!(story.is_seen_by(&story.ville).await);
        let page = story.ville.get(&format!("/clients/{}", story.client)).await;
        assert!(
            !page.says("/diary") && !page.says("/consents"),
            "no more than the consent opens"
        );
        for closed in ["diary", "contacts", "consents", "basics/edit"] {
            let status = story
                .ville
                .get(&format!("/clients/{}/{closed}", story.client))
                .await
                .status;
            assert_eq!(status, 404, "{closed}");
        }
        story.withdraw(&consent).await;
        assert!(!story.is_seen_by(&story.ville).await);

        let again = story.consent(format!("party:{party}"), "").await;
        assert!(story.is_seen_by(&story.ville).await);
        let end = format!("/api/v1/consent-parties/{party}/members/{member}/end");
        assert_eq!(story.paula.post(&end, &json!({})).await.status, 200);
        assert!(
            !story.is_seen_by(&story.ville).await,
            "whoever works there no more sees nobody"
        );
        story.withdraw(&again).await;
    })
    .await;
}

#[tokio::test]
async fn c1_a_coach_of_another_unit_sees_until_the_consent_ends() {
    for_each_backend(|app| async move {
        let story = Visibility::of(&app).await;
        let pekka = app.worker_in(story.register, Role::Coach, "pekka").await;
        let consent = story
            .consent(format!("worker:{}", pekka.account), "24.11.2026")
            .await;
        assert!(story.is_seen_by(&pekka).await);
        assert!(!story.is_seen_by(&story.ville).await);
        let tiina = app
            .worker_in(story.register, Role::DataProtectionOfficer, "tiina")
            .await;
        let looks = app
            .program(&tiina)
            .await
            .get(&format!("/api/v1/clients/{}/looks", story.client))
            .await
            .json();
        let by_consent = looks["looks"]
            .as_array()
            .expect("looks")
            .iter()
            .find(|look| look["basis"] == json!("consent"));
        assert_eq!(
            by_consent.expect("his look")["legal_basis"],
            json!("visibility-consent"),
            "C2"
        );
        app.after(SignedDuration::from_hours(24));
        let pekka = pekka.again(&app).await;
        assert!(story.is_seen_by(&pekka).await, "the last day still counts");
        app.after(SignedDuration::from_hours(24));
        let pekka = pekka.again(&app).await;
        assert!(!story.is_seen_by(&pekka).await);
        let maija = story.maija.again(&app).await;
        let program = app.program(&maija).await;
        let one = program
            .get(&format!("/api/v1/clients/{}/consents/{consent}", story.client))
            .await
            .json();
        assert_eq!(one["standing"], json!("ended"));
    })
    .await;
}

/// A look that is under way when the consent is withdrawn ends in nothing: no answer leaves.
#[tokio::test]
async fn c1_a_withdrawal_stops_what_is_under_way_at_that_commit() {
    for_each_backend(|app| async move {
        let story = Visibility::of(&app).await;
        let (party, _) = story.provider().await;
        let consent = story.consent(format!("party:{party}"), "").await;
        let look = AccessSpec::people(Action::Read, &[Resource::Identity]);
        let visit = app.visit(&story.ville, look).await;
        assert!(visit.open::<ClientKind, Read>(story.client).await.is_ok());
        story.withdraw(&consent).await;
        assert!(visit.settle().await.is_err(), "the answer is withheld");
        let list = app.visit(&story.ville, look).await;
        assert_eq!(list.find("Malli", 5).await.expect("a search").len(), 0);
    })
    .await;
}

#[tokio::test]
async fn c1_providers_and_units_are_kept_by_the_main_user_where_the_register_takes_visibility() {
    on_sqlite(|app| async move {
        let nobody = app.main_user("paula").await;
        assert_eq!(
            nobody.get("/consent-parties").await.status,
            404,
            "walmu takes no consents to visibility"
        );
        let register = app.register("kuopio", "kuopio").await;
        let paula = app.worker_in(register, Role::MainUser, "pauliina").await;
        let ville = app.worker_in(register, Role::Partner, "ville").await;
        assert!(paula.get("/consent-parties").await.says("ei ole vielä lisätty"));
        let fields = [("name", "Taitava Oy"), ("kind", "provider")];
        assert_eq!(paula.post("/consent-parties", &fields).await.status, 303);
        let twice = paula
            .post("/consent-parties", &[("name", "taitava oy"), ("kind", "unit")])
            .await;
        assert!(twice.status == 422 && twice.says("taitava oy"));
        let program = app.program(&paula).await;
        let parties = program.get("/api/v1/consent-parties").await.json();
        let party = parties[0]["id"].as_str().expect("an id").to_owned();
        let account = ville.account.to_string();
        let unknown = [
            ("party", party.as_str()),
            ("account", "0198c0de-0000-7000-8000-000000000001"),
        ];
        assert_eq!(paula.post("/consent-parties/members", &unknown).await.status, 422);
        let nowhere = [("party", ""), ("account", account.as_str())];
        assert!(
            paula
                .post("/consent-parties/members", &nowhere)
                .await
                .says("Valitse, missä henkilö työskentelee.")
        );
        let member = [("party", party.as_str()), ("account", account.as_str())];
        assert_eq!(paula.post("/consent-parties/members", &member).await.status, 303);
        assert!(
            paula
                .post("/consent-parties/members", &member)
                .await
                .says("Henkilö on jo mukana.")
        );
        let page = paula.get("/consent-parties").await;
        assert!(page.says("Ville") && page.says("Lopeta näkyvyys"));
        let end = page
            .body
            .split("/end\"")
            .next()
            .and_then(|before| before.rsplit('"').next())
            .expect("a form");
        assert_eq!(paula.post(&format!("{end}/end"), &[]).await.status, 303);
        assert!(paula.get("/consent-parties").await.says("Kukaan ei vielä näe"));
    })
    .await;
}
