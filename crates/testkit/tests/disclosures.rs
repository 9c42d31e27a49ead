//! Disclosures (C3–C5): `/clients/{client}/disclosures` with `/disclosures/new` and what else is below it (`/decision`,
//! `/delivery`), and the register of disclosures (`/api/v1/disclosures`).

use std::io::{Cursor, Read as _};

use jiff::SignedDuration;
use polku_desk::{
    Merged, SubjectId,
    access::{AccessSpec, Action, Resource, Role},
    params,
};
use polku_testkit::{Answer, Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};
use serde_json::{Value, json};

use crate::poppler;

async fn ilona(app: &TestApp) -> (Browser, Program, SubjectId) {
    let maija = app.coach("maija").await;
    let program = app.program(&maija).await;
    let client = Client::named("Malli", "Ilona").of(&maija, app).await;
    let goal = json!({ "title": "Säännöllinen päivärytmi", "description": "Aamulla ylös", "target": "4" });
    let set = program
        .post(&format!("/api/v1/clients/{client}/goals"), &goal)
        .await;
    assert_eq!(set.status, 201);
    (maija, program, client)
}

fn id(answer: &Answer) -> String {
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.json()["id"].as_str().expect("an id").to_owned()
}

async fn consent(program: &Program, client: SubjectId, until: &str) -> String {
    let body = json!({
        "kind": "disclosure", "recipient": "referring-body", "purpose": "guidance", "what": ["records:goal"],
        "until": until, "manner": "screen", "identified": "known", "language": "fi",
    });
    id(&program
        .post(&format!("/api/v1/clients/{client}/consents"), &body)
        .await)
}

async fn withdraw(program: &Program, client: SubjectId, consent: &str) {
    let address = format!("/api/v1/clients/{client}/consents/{consent}/withdraw");
    assert_eq!(program.post(&address, &json!({})).await.status, 200);
}

async fn asked(program: &Program, client: SubjectId, changes: Value) -> String {
    let mut body = json!({ "recipient": "referring-body", "asked": "Tavoitteiden eteneminen" });
    for (key, value) in changes.as_object().expect("fields") {
        body[key] = value.clone();
    }
    id(&program
        .post(&format!("/api/v1/clients/{client}/disclosures"), &body)
        .await)
}

async fn decide(
    program: &Program,
    client: SubjectId,
    disclosure: &str,
    ground: &str,
    parts: &[&str],
) -> Answer {
    let address = format!("/api/v1/clients/{client}/disclosures/{disclosure}");
    let seen = program.get(&address).await;
    let body = json!({
        "outcome": "give", "ground": ground, "parts": parts, "manner": "printed", "reasons": "Pyydetty yhteistyöhön",
    });
    program
        .put(&format!("{address}/decision"), seen.etag(), &body)
        .await
}

async fn deliver(maija: &Browser, client: SubjectId, disclosure: &str, fields: &[(&str, &str)]) -> Answer {
    maija
        .post(
            &format!("/clients/{client}/disclosures/{disclosure}/delivery"),
            fields,
        )
        .await
}

async fn events(program: &Program, client: SubjectId, disclosure: &str) -> Vec<Value> {
    let one = program
        .get(&format!("/api/v1/clients/{client}/disclosures/{disclosure}"))
        .await
        .json();
    one["events"].as_array().expect("events").clone()
}

#[tokio::test]
async fn c3_what_a_consent_allows_is_asked_for_decided_and_handed_over() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let list = format!("/clients/{client}/disclosures");
        assert!(maija.get(&list).await.says("Tietoja ei ole luovutettu"));
        let consent = consent(&program, client, "").await;
        assert!(maija.get(&format!("{list}/new")).await.says("Mitä pyydetään"));
        let fields = [
            ("recipient", "referring-body"),
            ("asked", "Tavoitteet"),
            ("person", "Ohjaaja Testi"),
        ];
        let done = maija.post(&list, &fields).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let address = done.location().to_owned();
        let page = maija.get(&address).await;
        assert!(page.says("Asiakkaan suostumus") && page.says("Erityislain säännös"));
        let ground = format!("consent:{consent}");
        let page = maija.get(&format!("{address}?ground={ground}")).await;
        assert!(page.says("records:goal"), "{}", page.body);
        assert!(
            !page.says("records:diary") && !page.says("fields:contact"),
            "only what the consent allows is offered"
        );
        let more = [
            ("version", "1"),
            ("outcome", "give"),
            ("ground", ground.as_str()),
            ("parts", "records:diary"),
            ("manner", "printed"),
        ];
        let refused = maija.post(&format!("{address}/decision"), &more).await;
        assert!(refused.status == 422 && refused.says("Peruste ei salli"));
        let mut own = more.to_vec();
        own[3] = ("parts", "records:goal");
        assert_eq!(maija.post(&format!("{address}/decision"), &own).await.status, 303);
        let stale = maija.post(&format!("{address}/decision"), &own).await;
        assert!(stale.status == 422 && stale.says("muutettu sillä välin"));
        let file = maija.post(&format!("{address}/delivery"), &[]).await;
        assert_eq!(file.status, 200);
        assert_eq!(file.headers["content-type"], "application/pdf");
        let named = file.headers["content-disposition"].to_str().expect("a name");
        assert!(!named.contains("Malli"), "{named}");
        let page = maija.get(&address).await;
        assert!(page.says("Tiedot annettiin") && page.says("SHA-256"));
        assert!(maija.get(&list).await.says("annettu"));
    })
    .await;
}

#[tokio::test]
async fn c3_a_package_opens_with_the_recipients_key_or_the_passphrase_and_holds_no_more_than_was_decided() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let consent = consent(&program, client, "").await;
        let disclosure = asked(&program, client, json!({})).await;
        let address = format!("/api/v1/clients/{client}/disclosures/{disclosure}");
        for manner in ["key", "passphrase"] {
            let seen = program.get(&address).await;
            if seen.json()["state"] == json!("delivered") {
                break;
            }
            let body = json!({
                "outcome": "give", "ground": format!("consent:{consent}"), "parts": ["records:goal"], "manner": manner,
            });
            assert_eq!(program.put(&format!("{address}/decision"), seen.etag(), &body).await.status, 200);
            let wrong = deliver(&maija, client, &disclosure, &[("key", "avain"), ("passphrase", "lyhyt")]).await;
            assert_eq!(wrong.status, 422);
            assert!(!wrong.says("lyhyt"), "a passphrase is not shown again");
        }
        let identity = age::x25519::Identity::generate();
        let passphrase = "sinisellä pilvellä lentää kissa";
        let file = maija
            .bytes(
                &format!("/clients/{client}/disclosures/{disclosure}/delivery"),
                &[("key", &identity.to_public().to_string()), ("passphrase", passphrase)],
            )
            .await;
        let scrypt = age::scrypt::Identity::new(age::secrecy::SecretString::from(passphrase.to_owned()));
        let zip = age::decrypt(&scrypt, &file).expect("it opens with the passphrase");
        let mut zip = zip::ZipArchive::new(Cursor::new(zip)).expect("a package");
        let mut text = String::new();
        zip.by_name("tiedot.json").expect("for machines").read_to_string(&mut text).expect("text");
        let said: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!((&said["form"], &said["person"]), (&json!("polku-disclosure/1"), &json!("Malli Ilona")));
        assert!(said["marking"].as_str().expect("a marking").starts_with("SALASSA PIDETTÄVÄ"));
        assert_eq!(said["parts"].as_array().map(Vec::len), Some(1), "{said}");
        assert_eq!(said["parts"][0]["items"][0]["title"], json!("Säännöllinen päivärytmi"));
        let mut paper = Vec::new();
        zip.by_name("tiedot.pdf").expect("a paper").read_to_end(&mut paper).expect("a file");
        assert!(poppler::File::of(&paper).text().contains("SALASSA PIDETTÄVÄ"));
    })
    .await;
}

/// C3 and the marking of Act 621/1999, 25 §: on paper each page says that it is secret, and the first one to whom and why.
#[tokio::test]
async fn c3_what_is_printed_is_marked_on_each_page_and_says_to_whom_on_which_ground() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let consent = consent(&program, client, "").await;
        for number in 0..40 {
            let goal = json!({ "title": format!("Tavoite {number}"), "description": "Säännöllinen rytmi. ".repeat(12) });
            let made = program.post(&format!("/api/v1/clients/{client}/goals"), &goal).await;
            assert_eq!(made.status, 201, "{}", made.body);
        }
        let disclosure = asked(&program, client, json!({})).await;
        let ground = format!("consent:{consent}");
        let decided = decide(&program, client, &disclosure, &ground, &["records:goal"]).await;
        assert_eq!(decided.status, 200, "{}", decided.body);
        let file = maija
            .bytes(&format!("/clients/{client}/disclosures/{disclosure}/delivery"), &[])
            .await;
        let file = poppler::File::of(&file);
        let info = file.info();
        for fact in ["Tagged:          yes", "Title:           Luovutetut tiedot", "(A4)"] {
            assert!(info.contains(fact), "{fact}\n{info}");
        }
        assert!(!file.metadata().contains("Malli"), "the metadata says nothing of anybody");
        let metadata: String = file.metadata().split_whitespace().collect();
        assert!(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{metadata}");
        assert!(file.faces().iter().all(|face| face.contains("yes yes yes")));
        let text = file.text();
        let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
        assert!(pages.len() >= 3, "{}", pages.len());
        for page in &pages {
            assert!(page.contains("SALASSA PIDETTÄVÄ") && page.contains("621/1999"), "{page}");
            assert!(page.contains(&disclosure), "which disclosure it is\n{page}");
        }
        for fact in ["Malli Ilona", "lähettävä taho", "suostumus", "Tavoite ja sen toteutuminen"] {
            assert!(pages[0].to_lowercase().contains(&fact.to_lowercase()), "{fact}\n{}", pages[0]);
        }
        assert!(text.contains("vain siihen tarkoitukseen"), "{text}");
    })
    .await;
}

/// The bad input of the issue: a consent that is withdrawn, or ends, between decision and delivery.
#[tokio::test]
async fn c3_a_consent_that_is_gone_at_the_moment_of_handing_over_is_refused_recorded_and_nothing_half_done() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let first = consent(&program, client, "").await;
        let disclosure = asked(&program, client, json!({})).await;
        assert_eq!(
            decide(
                &program,
                client,
                &disclosure,
                &format!("consent:{first}"),
                &["records:goal"]
            )
            .await
            .status,
            200
        );
        withdraw(&program, client, &first).await;
        let refused = deliver(&maija, client, &disclosure, &[]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Suostumus on peruutettu. Mitään ei annettu."));
        let told = events(&program, client, &disclosure).await;
        assert_eq!(
            (&told[0]["kind"], &told[0]["why"]),
            (&json!("stopped"), &json!("disclosures-consent-withdrawn"))
        );
        assert!(!told.iter().any(|event| event["kind"] == json!("delivered")));

        let second = consent(&program, client, "24.11.2026").await;
        let late = asked(&program, client, json!({})).await;
        assert_eq!(
            decide(
                &program,
                client,
                &late,
                &format!("consent:{second}"),
                &["records:goal"]
            )
            .await
            .status,
            200
        );
        app.after(SignedDuration::from_hours(48));
        let maija = maija.again(&app).await;
        let program = app.program(&maija).await;
        let refused = deliver(&maija, client, &late, &[]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Suostumus ei ole voimassa. Mitään ei annettu."));
        assert_eq!(events(&program, client, &late).await[0]["kind"], json!("stopped"));
        let one = program
            .get(&format!("/api/v1/clients/{client}/disclosures/{late}"))
            .await
            .json();
        assert_eq!(one["state"], json!("decided"));
    })
    .await;
}

#[tokio::test]
async fn c3_c5_a_ground_opens_what_it_allows_and_a_country_without_adequacy_gets_nothing() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let police = json!({ "recipient": "other", "body": "Poliisi", "body_kind": "authority" });
        let by_law = asked(&program, client, police).await;
        let given = decide(
            &program,
            client,
            &by_law,
            "law:statutory-task",
            &["fields:contact", "records:goal"],
        )
        .await;
        assert_eq!(given.status, 200, "despite secrecy: {}", given.body);
        assert_eq!(deliver(&maija, client, &by_law, &[]).await.status, 200);
        let employer = json!({ "recipient": "other", "body": "Paja Oy", "body_kind": "employer" });
        let employer = asked(&program, client, employer).await;
        for (ground, key) in [
            ("law:statutory-task", "disclosures-no-statutory-task"),
            ("law:special-act", "disclosures-provision-missing"),
            ("law:register-disclosure", "disclosures-all-secret"),
            (
                "consent:0198c0de-0000-7000-8000-000000000001",
                "disclosures-consent-missing",
            ),
            ("law:made-up", "disclosures-ground-unknown"),
            ("joint-service", "disclosures-ground-unknown"),
        ] {
            let wrong = decide(&program, client, &employer, ground, &["records:goal"]).await;
            assert_eq!(
                (wrong.status, &wrong.json()["errors"][0]["key"]),
                (422, &json!(key)),
                "{ground}"
            );
        }
        let undecided = deliver(&maija, client, &employer, &[]).await;
        assert!(undecided.status == 422 && undecided.says("Antamisesta ei ole päätetty."));

        let abroad =
            json!({ "recipient": "other", "body": "Office", "body_kind": "authority", "country": "RU" });
        let abroad = asked(&program, client, abroad).await;
        let refused = decide(&program, client, &abroad, "law:statutory-task", &["records:goal"]).await;
        assert_eq!(
            (refused.status, &refused.json()["errors"][0]["key"]),
            (422, &json!("disclosures-country"))
        );
        assert!(
            maija
                .get(&format!("/clients/{client}/disclosures/{abroad}"))
                .await
                .says("ei voi luovuttaa tähän maahan")
        );
        let sweden =
            json!({ "recipient": "other", "body": "Myndighet", "body_kind": "authority", "country": "SE" });
        let sweden = asked(&program, client, sweden).await;
        assert_eq!(
            decide(&program, client, &sweden, "law:statutory-task", &["records:goal"])
                .await
                .status,
            200
        );
    })
    .await;
}

#[tokio::test]
async fn c4_the_joint_service_exchanges_without_consent_and_others_need_one() {
    for_each_backend(|app| async move {
        let register = app.register("typpi", "typpi").await;
        let maija = app.worker_in(register, Role::Coach, "maija").await;
        let program = app.program(&maija).await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let kela = asked(&program, client, json!({ "recipient": "kela" })).await;
        assert_eq!(
            decide(&program, client, &kela, "joint-service", &["fields:identity"])
                .await
                .status,
            200
        );
        let employer = asked(&program, client, json!({ "recipient": "employer" })).await;
        let refused = decide(&program, client, &employer, "joint-service", &["fields:identity"]).await;
        assert_eq!(refused.status, 422);
        let grounds = program
            .get(&format!("/api/v1/clients/{client}/disclosures/{employer}"))
            .await
            .json();
        assert!(!grounds["grounds"].to_string().contains("joint-service"));
    })
    .await;
}

#[tokio::test]
async fn c3_a_refusal_says_why_and_how_it_can_be_taken_further() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let disclosure = asked(&program, client, json!({})).await;
        let address = format!("/clients/{client}/disclosures/{disclosure}");
        let short = [("version", "1"), ("outcome", "refuse"), ("reasons", "Ei")];
        let page = maija.post(&format!("{address}/decision"), &short).await;
        assert!(page.status == 422 && page.says("vähintään 15 merkkiä"));
        let refusal = [
            ("version", "1"),
            ("outcome", "refuse"),
            ("reasons", "Suostumusta ei ole eikä laki oikeuta."),
        ];
        assert_eq!(
            maija.post(&format!("{address}/decision"), &refusal).await.status,
            303
        );
        let page = maija.get(&address).await;
        assert!(
            page.says("evätty")
                && page.says("Suostumusta ei ole eikä laki oikeuta.")
                && page.says("hallinto-oikeuteen")
        );
    })
    .await;
}

#[tokio::test]
async fn a_request_that_cannot_be_is_told_what_to_mend_and_keeps_what_was_typed() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let list = format!("/clients/{client}/disclosures");
        let page = maija.post(&list, &[("recipient", "other"), ("body", ""), ("person", "Ohjaaja Testi")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Kirjoita muun tahon nimi.") && page.says("Kirjoita, mitä pyydetään.") && page.says("Ohjaaja Testi"));
        for (body, field) in [
            (json!({ "recipient": "neighbour", "asked": "x" }), "recipient"),
            (json!({ "recipient": "other", "body": "A", "asked": "x" }), "body_kind"),
            (json!({ "recipient": "other", "body": "A", "body_kind": "school", "country": "XX", "asked": "x" }), "country"),
            (json!({ "recipient": "other", "body": "A", "body_kind": "school", "country": "US", "adequacy": "eea", "asked": "x" }), "adequacy"),
            (json!({ "recipient": "other", "body": "A", "body_kind": "school", "country": "US", "adequacy": "safeguard", "asked": "x" }), "safeguard"),
            (json!({ "recipient": "referring-body", "asked": "x", "requested_on": "24.11.2026" }), "requested_on"),
        ] {
            let wrong = program.post(&format!("/api/v1{list}"), &body).await;
            assert_eq!((wrong.status, &wrong.json()["errors"][0]["field"]), (422, &json!(field)), "{body}");
        }
    })
    .await;
}

#[tokio::test]
async fn c3_the_register_of_disclosures_is_searched_and_counted() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let pekka = app.coach("pekka").await;
        let mikko = Client::named("Muu", "Mikko").of(&pekka, &app).await;
        let consent = consent(&program, client, "").await;
        let given = asked(&program, client, json!({})).await;
        assert_eq!(
            decide(
                &program,
                client,
                &given,
                &format!("consent:{consent}"),
                &["records:goal"]
            )
            .await
            .status,
            200
        );
        assert_eq!(deliver(&maija, client, &given, &[]).await.status, 200);
        asked(
            &app.program(&pekka).await,
            mikko,
            json!({ "recipient": "network" }),
        )
        .await;

        let own = maija.get("/disclosures").await;
        assert!(own.says("Malli") && !own.says("Mikko"), "a coach sees her own");
        let anna = app.manager("anna").await;
        let all = anna.get("/disclosures").await;
        assert!(all.says("Malli") && all.says("Mikko") && all.says("Annettu 1, evätty 0."));
        let narrowed = anna
            .get("/disclosures?state=delivered&ground=consent&recipient=referring-body")
            .await;
        assert!(narrowed.says("Malli") && !narrowed.says("Mikko"));
        assert_eq!(
            anna.get("/disclosures?from=23.11.2026&until=1.1.2026")
                .await
                .status,
            422
        );
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let numbers = app.program(&tiina).await.get("/api/v1/disclosures").await.json();
        let counted = json!([{ "ground": "consent", "recipient": "referring-body", "number": 1 }]);
        assert_eq!((&numbers["given"], &numbers["refused"]), (&counted, &json!(0)));
        assert_eq!(numbers["disclosures"].as_array().map(Vec::len), Some(2));
        let before = anna.get("/disclosures?from=1.1.2025&until=31.12.2025").await;
        assert!(before.says("ei osunut yhtään"));
    })
    .await;
}

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
            // 423: what is restricted is not changed at all.
            assert!(matches!(answer.status, 404 | 422 | 423), "{}", answer.status);
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
