//! Consents (C1): `/clients/{client}/consents` with `/consents/new` and what else is below it, the statement texts
//! (`/api/v1/consent-statements/{statement}/publish`), and the parties of visibility.

use jiff::SignedDuration;
use polku_desk::{
    Client as ClientKind, Read, RegisterId, SubjectId,
    access::{AccessSpec, Action, Resource, Role},
};
use polku_testkit::{Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

/// A consent to disclosure as a program sends it.
fn disclosure() -> Value {
    json!({
        "kind": "disclosure", "recipient": "referring-body", "purpose": "guidance", "what": ["records:goal", "records:period"],
        "manner": "screen", "identified": "known", "language": "fi",
    })
}

async fn ilona(app: &TestApp) -> (Browser, Program, SubjectId) {
    let maija = app.coach("maija").await;
    let program = app.program(&maija).await;
    let client = Client::named("Malli", "Ilona").of(&maija, app).await;
    (maija, program, client)
}

/// The first purpose to which people can consent in the stories' register.
async fn purpose(program: &Program) -> String {
    let register = program.get("/api/v1/legal-bases").await.json();
    let purposes = register["purposes"].as_array().expect("purposes").clone();
    let consents = |purpose: &&Value| {
        let bases = purpose["bases"].as_array().expect("bases");
        bases.iter().any(|basis| basis["article"] == json!("6.1 a"))
    };
    let found = purposes
        .iter()
        .find(consents)
        .expect("a purpose that rests on consent");
    found["key"].as_str().expect("a key").to_owned()
}

async fn give(program: &Program, client: SubjectId, changes: Value) -> polku_testkit::Answer {
    let mut body = disclosure();
    body["purpose"] = json!(purpose(program).await);
    for (key, value) in changes.as_object().expect("fields") {
        body[key] = value.clone();
    }
    program
        .post(&format!("/api/v1/clients/{client}/consents"), &body)
        .await
}

async fn given(program: &Program, client: SubjectId, changes: Value) -> String {
    let answer = give(program, client, changes).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.json()["id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn c1_a_consent_is_given_on_the_screen_and_withdrawn_by_one_press_in_the_same_place() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = format!("/clients/{client}/consents");
        let page = maija.get(&address).await;
        assert!(page.says("Voimassa olevia suostumuksia ei ole.") && page.says("Lähettävä taho"));
        let form = maija.get(&format!("{address}/new?to=referring-body")).await;
        assert!(form.says("Suostun siihen, että rekisterinpitäjä antaa") && form.says("Jag samtycker"));
        let purpose = purpose(&program).await;
        let fields = [
            ("kind", "disclosure"),
            ("recipient", "referring-body"),
            ("purpose", purpose.as_str()),
            ("what", "records:goal"),
            ("what", "fields:contact"),
            ("until", "31.12.2026"),
            ("manner", "screen"),
            ("identified", "document"),
            ("language", "fi"),
        ];
        let done = maija.post(&address, &fields).await;
        assert_eq!((done.status, done.location()), (303, address.as_str()));
        let page = maija.get(&address).await;
        assert!(page.says("voimassa") && page.says("31.12.2026") && page.says("Yhteystiedot"));
        assert!(page.says("Peruuta suostumus") && page.says("Aikajana"));
        let press = page
            .body
            .split("/withdraw\"")
            .next()
            .and_then(|before| before.rsplit('"').next());
        let press = format!("{}/withdraw", press.expect("a form"));
        assert!(
            maija
                .get(press.trim_end_matches("/withdraw"))
                .await
                .says("Suostun siihen")
        );
        assert!(
            maija
                .get(&format!("/clients/{client}"))
                .await
                .says("31.12.2026 asti")
        );

        let done = maija.post(&press, &[]).await;
        assert_eq!((done.status, done.location()), (303, address.as_str()));
        let page = maija.get(&address).await;
        assert!(
            page.says("peruutettu") && !page.says("Peruuta suostumus"),
            "its history stays"
        );
        let again = maija.post(&press, &[]).await;
        assert_eq!(
            again.status, 303,
            "somebody pressed first: the page shows how it stands"
        );
        let listed = program.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(
            (&listed[0]["standing"], &listed[0]["withdrawn_through"]),
            (&json!("withdrawn"), &json!("worker"))
        );
        assert_eq!(listed.as_array().map(Vec::len), Some(1));
    })
    .await;
}

#[tokio::test]
async fn c1_a_back_dated_consent_is_refused_and_a_paper_counts_from_its_recording() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let wrong = give(&program, client, json!({ "from": "22.11.2026" })).await;
        assert_eq!(
            (wrong.status, &wrong.json()["errors"][0]["key"]),
            (422, &json!("consents-back-dated"))
        );
        let undated = give(&program, client, json!({ "manner": "paper" })).await;
        assert_eq!(
            (undated.status, &undated.json()["errors"][0]["field"]),
            (422, &json!("signed_on"))
        );
        let ahead = give(
            &program,
            client,
            json!({ "manner": "paper", "signed_on": "24.11.2026" }),
        )
        .await;
        assert_eq!(ahead.status, 422);
        let paper = give(
            &program,
            client,
            json!({ "manner": "paper", "signed_on": "2.11.2026" }),
        )
        .await;
        assert_eq!(paper.status, 201, "{}", paper.body);
        let paper = paper.json();
        assert_eq!(
            (&paper["signed_on"], &paper["valid_from"]),
            (&json!("2026-11-02"), &json!("2026-11-23"))
        );
        let page = maija.get(&format!("/clients/{client}/consents")).await;
        assert!(page.says("Paperilla 2.11.2026") && page.says("voimassa vasta kirjaamisesta"));
        let twice = give(&program, client, json!({})).await;
        assert_eq!(
            (twice.status, &twice.json()["errors"][0]["key"]),
            (422, &json!("consents-given-already"))
        );
    })
    .await;
}

#[tokio::test]
async fn a_consent_that_cannot_be_is_told_what_to_mend_and_keeps_what_was_typed() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let wrongs = [
            (json!({ "recipient": "neighbour" }), "recipient"),
            (json!({ "recipient": "other" }), "body"),
            (json!({ "purpose": "marketing" }), "purpose"),
            (json!({ "what": [] }), "what"),
            (json!({ "what": ["records:access_log"] }), "what"),
            (json!({ "manner": "portal" }), "manner"),
            (json!({ "identified": "" }), "identified"),
            (json!({ "language": "et" }), "language"),
            (json!({ "until": "1.1.2026" }), "until"),
            (json!({ "until": "joskus" }), "until"),
            (json!({ "kind": "visibility" }), "kind"),
            (
                json!({ "document": "0198c0de-0000-7000-8000-000000000001" }),
                "document",
            ),
            (json!({ "signed_on": "1.11.2026" }), "signed_on"),
        ];
        for (changes, field) in wrongs {
            let answer = give(&program, client, changes.clone()).await;
            assert_eq!(answer.status, 422, "{changes}");
            let errors = answer.json()["errors"].clone();
            let fields: Vec<&Value> = errors
                .as_array()
                .expect("errors")
                .iter()
                .map(|error| &error["field"])
                .collect();
            assert!(fields.contains(&&json!(field)), "{changes}: {errors}");
        }
        let page = maija
            .post(
                &format!("/clients/{client}/consents"),
                &[
                    ("kind", "disclosure"),
                    ("recipient", "other"),
                    ("body", ""),
                    ("given_by", "Edunvalvoja Testi"),
                ],
            )
            .await;
        assert_eq!(page.status, 422);
        assert!(page.says("Kirjoita muun tahon nimi.") && page.says("Edunvalvoja Testi"));
        let none = program
            .get(&format!("/api/v1/clients/{client}/consents"))
            .await
            .json();
        assert_eq!(none, json!([]), "nothing half-done");
    })
    .await;
}

#[tokio::test]
async fn c1_a_consent_that_ends_is_reminded_of_on_the_day() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        given(&program, client, json!({ "until": "10.12.2026" })).await;
        let day = maija.get("/").await;
        assert!(day.says("Suostumus päättyy"), "{}", day.body);
        assert!(day.says(&format!("/clients/{client}/consents")));
        app.after(SignedDuration::from_hours(24 * 20));
        let maija = maija.again(&app).await;
        let page = maija.get(&format!("/clients/{client}/consents")).await;
        assert!(page.says("päättynyt"));
        assert!(!maija.get("/").await.says("Suostumus päättyy"));
    })
    .await;
}

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
async fn c1_statement_texts_are_written_and_published_and_then_never_change() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let paula = app.main_user("paula").await;
        let keeper = app.program(&paula).await;
        assert!(paula.get("/consent-statements").await.says("Suostun siihen"));
        assert!(
            paula
                .get("/consent-statements/new?kind=disclosure")
                .await
                .says("Suostun siihen")
        );
        assert_eq!(maija.get("/consent-statements").await.status, 403);
        let first = given(&program, client, json!({})).await;

        let long = "Saatte antaa tietoni sille, joka on mainittu tässä lomakkeessa.";
        let short = [
            ("kind", "disclosure"),
            ("text_fi", "Joo"),
            ("text_sv", long),
            ("text_en", long),
        ];
        let page = paula.post("/consent-statements", &short).await;
        assert!(page.status == 422 && page.says("Kirjoita teksti kokonaan") && page.says("Joo"));
        let body = json!({ "kind": "disclosure", "text_fi": long, "text_sv": long, "text_en": long });
        let draft = keeper.post("/api/v1/consent-statements", &body).await;
        assert_eq!(draft.status, 201, "{}", draft.body);
        let id = draft.json()["id"].as_str().expect("an id").to_owned();
        assert_eq!(
            keeper.post("/api/v1/consent-statements", &body).await.status,
            422,
            "one draft at a time"
        );
        let address = format!("/consent-statements/{id}");
        let other = format!("{long} Kiitos.");
        let changed = json!({ "text_fi": other, "text_sv": long, "text_en": long });
        assert_eq!(
            keeper
                .put(&format!("/api/v1{address}"), "\"1\"", &changed)
                .await
                .status,
            200
        );
        assert_eq!(
            keeper
                .put(&format!("/api/v1{address}"), "\"1\"", &changed)
                .await
                .status,
            412
        );
        let stale = [
            ("version", "1"),
            ("text_fi", long),
            ("text_sv", long),
            ("text_en", long),
        ];
        let page = paula.post(&address, &stale).await;
        assert!(page.status == 422 && page.says("Kiitos."), "both are shown");
        assert_eq!(paula.post(&format!("{address}/publish"), &[]).await.status, 303);
        let late = keeper.put(&format!("/api/v1{address}"), "\"3\"", &changed).await;
        assert_eq!(
            (late.status, &late.json()["errors"][0]["key"]),
            (422, &json!("consent-texts-published-stays"))
        );
        assert!(paula.get(&address).await.says("Kiitos."));

        let withdrawn = format!("/api/v1/clients/{client}/consents/{first}/withdraw");
        assert_eq!(program.post(&withdrawn, &json!({})).await.status, 200);
        let second = given(&program, client, json!({})).await;
        let read = |id: String| {
            let address = format!("/api/v1/clients/{client}/consents/{id}");
            let program = program.clone();
            async move { program.get(&address).await.json() }
        };
        let (first, second) = (read(first).await, read(second).await);
        assert_eq!((&first["edition"], &second["edition"]), (&json!(0), &json!(1)));
        assert_eq!(second["text"], json!(other));
        assert!(
            first["text"].as_str().expect("a text").starts_with("Suostun"),
            "what was read then stays"
        );
        let all = keeper.get("/api/v1/consent-statements").await.json();
        assert_eq!(all[0]["state"], json!("published"));
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
