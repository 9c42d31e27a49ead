//! Consents (C1): `/clients/{client}/consents` with `/consents/new` and what else is below it, the statement texts
//! (`/api/v1/consent-statements/{statement}/publish`), and the parties of visibility.

mod texts;
mod visibility;

use jiff::SignedDuration;
use polku_desk::SubjectId;
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
