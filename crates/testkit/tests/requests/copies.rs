//! The copy of everything that is held: `/clients/{client}/requests/{request}/copies`, its `/handing`, and the published
//! schema `/schemas/own-copy`.

use std::io::{Cursor, Read as _};

use jiff::SignedDuration;
use polku_desk::access::Role;
use polku_testkit::{Client, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

use super::{Cast, act};

async fn work(app: &TestApp) {
    while polku_casework::do_next(&app.desk).await {}
}

/// Whether a value is as the schema says, for the parts of JSON Schema that the published one uses.
fn fits(schema: &Value, root: &Value, value: &Value) -> Result<(), String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let pointer = reference.trim_start_matches('#');
        let target = root.pointer(pointer).ok_or(format!("no {reference}"))?;
        return fits(target, root, value);
    }
    if let Some(options) = schema["anyOf"].as_array() {
        let fitting = options.iter().any(|option| fits(option, root, value).is_ok());
        return fitting
            .then_some(())
            .ok_or(format!("{value} fits nothing of {options:?}"));
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return Err(format!("a schema without a type: {schema}")),
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    if !kinds.contains(&kind) {
        return Err(format!("{value} is not {kinds:?}"));
    }
    if let Value::Array(items) = value {
        return items
            .iter()
            .try_for_each(|item| fits(&schema["items"], root, item));
    }
    let Value::Object(fields) = value else {
        return Ok(());
    };
    for required in schema["required"].as_array().into_iter().flatten() {
        let name = required.as_str().unwrap_or_default();
        if !fields.contains_key(name) {
            return Err(format!("{name} is missing"));
        }
    }
    for (name, field) in fields {
        let known = &schema["properties"][name];
        if known.is_null() {
            return Err(format!("{name} is not in the schema"));
        }
        fits(known, root, field)?;
    }
    Ok(())
}

fn entry(zip: &mut zip::ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    zip.by_name(name)
        .expect(name)
        .read_to_end(&mut bytes)
        .expect("bytes");
    bytes
}

/// D2: one bundle: everything held, readable and for machines, the documents, and who looked when and why.
#[tokio::test]
async fn d2_an_access_request_is_answered_with_everything_that_is_held() {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        let (maija, ilona) = (&cast.maija, cast.ilona);
        let program = app.program(maija).await;
        let goal = json!({ "title": "Säännöllinen päivärytmi", "description": "Aamulla ylös", "target": "4" });
        assert_eq!(program.post(&format!("/api/v1/clients/{ilona}/goals"), &goal).await.status, 201);
        let file = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
        let sent = program.send_file(&format!("/api/v1/clients/{ilona}/documents"), "todistus.pdf", file).await;
        assert!(matches!(sent.status, 201 | 422), "{}", sent.body);
        let has_document = sent.status == 201;
        let fields = [("kind", "access"), ("channel", "paper"), ("identity", "document")];
        let address = cast.entered(&fields).await;
        let first = act(&cast.paula, &address, "grant", &[]).await;
        assert!(first.says("Koosta jäljennös ennen kuin hyväksyt pyynnön."), "{}", first.body);
        let copies = format!("{address}/copies");
        assert_eq!(cast.paula.post(&copies, &[("copy_language", "fi")]).await.status, 303);
        assert!(cast.paula.get(&address).await.says("Jäljennöstä koostetaan."));
        work(&app).await;
        let page = cast.paula.get(&address).await;
        assert!(page.says("valmis"), "{}", page.body);
        let main = app.program(&cast.paula).await;
        let made = main.get(&format!("/api/v1{copies}")).await.json();
        assert_eq!(made[0]["state"], json!("ready"), "{made}");
        let handing = format!("{copies}/{}/handing", made[0]["id"].as_str().expect("an id"));
        let early = cast.paula.post(&handing, &[]).await;
        assert_eq!(early.status, 303, "not before the answer");
        assert_eq!(act(&cast.paula, &address, "grant", &[("language", "fi")]).await.status, 303);
        let bytes = cast.paula.bytes(&handing, &[]).await;
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
        assert!(entry(&mut zip, "tiedot.pdf").starts_with(b"%PDF-"));
        let said: Value = serde_json::from_slice(&entry(&mut zip, "tiedot.json")).expect("JSON");
        let schema = app.anonymous(axum::http::Request::get("/api/v1/schemas/own-copy"), String::new()).await.json();
        fits(&schema, &schema, &said).expect("the published schema");
        assert_eq!(said["person"], json!("Ilona Malli"));
        let parts: Vec<&str> = said["parts"].as_array().expect("parts").iter()
            .map(|part| part["part"].as_str().expect("a key")).collect();
        for part in ["fields:identity", "records:goal", "records:request"] {
            assert!(parts.contains(&part), "{part} in {parts:?}");
        }
        if has_document {
            assert_eq!(said["documents"].as_array().map(Vec::len), Some(1), "{}", said["documents"]);
        }
        let looks = said["looks"].as_array().expect("looks");
        assert!(looks.len() > 2 && looks.iter().all(|look| !look["purpose"].as_str().unwrap_or_default().is_empty()));
        let proven: Value = serde_json::from_slice(&entry(&mut zip, "katselut.json")).expect("proofs");
        assert_eq!(proven["format"], json!("polku-looks/1"));
        let text = said["looks"].to_string();
        assert!(text.contains("Valmentaja") && !text.contains("Maija"), "workers are shown by role here: {text}");
        let one = main.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(one["events"][0]["kind"], json!("copy-handed"));
        assert_eq!(one["events"][0]["sha256"], made[0]["sha256"]);
        app.desk.sequence_audit().await.expect("sequenced");
        let log = cast.tiina.get(&format!("/clients/{ilona}/looks")).await;
        assert!(log.says("Kopioi asiakkaalle itselleen"), "the copying itself is in the log");
    })
    .await;
}

#[tokio::test]
async fn d2_a_copy_runs_out_and_is_asked_for_only_by_those_who_answer() {
    on_sqlite(|app| async move {
        let cast = Cast::of(&app).await;
        let unknown = cast.entered(&[("kind", "access"), ("channel", "oral")]).await;
        cast.paula.post(&format!("{unknown}/copies"), &[]).await;
        let main = app.program(&cast.paula).await;
        assert_eq!(
            main.get(&format!("/api/v1{unknown}/copies")).await.json(),
            json!([]),
            "nobody knows who asks"
        );
        let address = cast
            .entered(&[("kind", "access"), ("channel", "oral"), ("identity", "known")])
            .await;
        let coach = app.program(&cast.maija).await;
        let refused = coach.post(&format!("/api/v1{address}/copies"), &json!({})).await;
        assert_eq!(refused.json()["errors"][0]["key"], json!("requests-not-yours"));
        let asked = main
            .post(&format!("/api/v1{address}/copies"), &json!({ "language": "sv" }))
            .await;
        assert_eq!(asked.json()[0]["state"], json!("waiting"), "{}", asked.body);
        let twice = main.post(&format!("/api/v1{address}/copies"), &json!({})).await;
        assert_eq!(twice.json()["errors"][0]["key"], json!("copies-being-made"));
        work(&app).await;
        assert_eq!(act(&cast.paula, &address, "grant", &[]).await.status, 303);
        let other = cast
            .entered(&[("kind", "information"), ("channel", "oral")])
            .await;
        let wrong = app
            .program(&cast.paula)
            .await
            .post(&format!("/api/v1{other}/copies"), &json!({}))
            .await;
        assert_eq!(wrong.json()["errors"][0]["key"], json!("copies-not-this-kind"));
        app.after(SignedDuration::from_hours(24 * 31));
        let paula = cast.paula.again(&app).await;
        let copy = asked.json()[0]["id"].as_str().expect("an id").to_owned();
        let late = paula.post(&format!("{address}/copies/{copy}/handing"), &[]).await;
        assert_eq!(late.status, 303, "its time is over");
        assert!(paula.get(&address).await.says("aika päättynyt"));
    })
    .await;
}

/// GDPR 20: where law carries the processing there is nothing to take elsewhere, and the answer says so; where consent
/// does, what the person gave goes along and nothing else.
#[tokio::test]
async fn d1_portability_is_for_what_rests_on_consent_and_is_refused_where_processing_rests_on_law() {
    on_sqlite(|app| async move {
        let cast = Cast::of(&app).await;
        let fields = [
            ("kind", "portability"),
            ("channel", "oral"),
            ("identity", "known"),
        ];
        let address = cast.entered(&fields).await;
        let granted = act(&cast.paula, &address, "grant", &[]).await;
        assert!(
            granted.status == 422 && granted.says("artikla 20.3"),
            "{}",
            granted.body
        );
        let why = (
            "reasons",
            "Käsittely perustuu lakiin, ei suostumukseen tai sopimukseen.",
        );
        assert_eq!(act(&cast.paula, &address, "refuse", &[why]).await.status, 303);
        let register = app.register("kokko", "kokkotyo").await;
        let maija = app.worker_in(register, Role::Coach, "mari").await;
        let tiina = app.worker_in(register, Role::DataProtectionOfficer, "taru").await;
        let mikko = Client::named("Malli", "Mikko").of(&maija, &app).await;
        let done = maija.post(&format!("/clients/{mikko}/requests"), &fields).await;
        let address = done.location().to_owned();
        assert_eq!(tiina.post(&format!("{address}/copies"), &[]).await.status, 303);
        work(&app).await;
        assert_eq!(act(&tiina, &address, "grant", &[]).await.status, 303);
        let officer = app.program(&tiina).await;
        let copies = format!("{address}/copies");
        let made = officer.get(&format!("/api/v1{copies}")).await.json();
        let id = made[0]["id"].as_str().expect("an id");
        let bytes = tiina.bytes(&format!("{copies}/{id}/handing"), &[]).await;
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
        let said: Value = serde_json::from_slice(&entry(&mut zip, "tiedot.json")).expect("JSON");
        let parts = said["parts"].as_array().expect("parts");
        let only_fields = parts.iter().all(|part| {
            part["part"]
                .as_str()
                .is_some_and(|key| key.starts_with("fields:"))
        });
        assert!(
            !parts.is_empty() && only_fields && said["looks"] == json!([]),
            "{said}"
        );
        assert!(zip.by_name("katselut.json").is_err());
    })
    .await;
}

/// The person's data is frozen while the copy waits: nothing is made, nobody gets anything, and it is seen to have stopped,
/// so that it can be asked for again once they may be looked at.
#[tokio::test]
async fn d4_a_copy_that_waits_stops_when_the_person_is_restricted() {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        let address = cast
            .entered(&[("kind", "access"), ("channel", "oral"), ("identity", "known")])
            .await;
        assert_eq!(
            cast.paula.post(&format!("{address}/copies"), &[]).await.status,
            303
        );
        super::restriction::restrict(&cast).await;
        work(&app).await;
        let officer = app.program(&cast.tiina).await;
        let copies = officer.get(&format!("/api/v1{address}/copies")).await.json();
        assert_eq!(copies[0]["state"], json!("failed"), "nothing was read: {copies}");
        assert_eq!(cast.paula.get(&address).await.status, 423);
        let again = officer
            .post(&format!("/api/v1{address}/copies"), &json!({}))
            .await;
        assert_eq!(again.json()[0]["state"], json!("waiting"), "{}", again.body);
    })
    .await;
}
