//! Disclosures (C3–C5): `/clients/{client}/disclosures` with `/disclosures/new` and what else is below it (`/decision`,
//! `/delivery`), and the register of disclosures (`/api/v1/disclosures`).

mod any_order;
mod grounds;
mod handed_over;

use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Answer, Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

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
