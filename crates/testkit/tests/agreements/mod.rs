//! Work and activity agreements (B3): `/clients/{client}/agreements` and what is below them, their templates
//! `/admin/agreement-templates` with each `/admin/agreement-templates/{template}` and its `/standing`, the same under
//! `/api/v1/agreement-templates/{template}`, the client's page `/sign/{token}`, and the key `/agreement-key/{register}`. In the
//! portal `/own/agreements`, each `/own/agreements/{agreement}` with `/own/agreements/{agreement}/pdf`,
//! `/own/agreements/{agreement}/seal` and `/own/agreements/{agreement}/sign`; for programs what is below `/api/v1/own/agreements/`.

mod edits;
mod on_paper;
mod portal;
mod signing;
mod templates;

use std::process::Command;

use axum::http::Request;
use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Answer, Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::json;

/// The client's identity code.
const CODE: &str = "010594Y9032";

async fn ilona(app: &TestApp) -> (Browser, Program, SubjectId) {
    let maija = app.coach("maija").await;
    let program = app.program(&maija).await;
    let client = Client::named("Malli", "Ilona").code(CODE).of(&maija, app).await;
    let period = json!({ "measure": "rehabilitative-work", "place": "Puupaja, Halli 3", "starts_on": "30.11.2026",
        "ends_on": "28.5.2027", "weekdays": ["monday", "tuesday", "thursday"], "hours": "5", "state": "planned" });
    let made = program
        .post(&format!("/api/v1/clients/{client}/periods"), &period)
        .await;
    assert_eq!(made.status, 201, "{}", made.body);
    let goal = json!({ "title": "Säännöllinen päivärytmi", "target": "4" });
    let made = program
        .post(&format!("/api/v1/clients/{client}/goals"), &goal)
        .await;
    assert_eq!(made.status, 201, "{}", made.body);
    (maija, program, client)
}

/// Begins one from a shipped template; answers its address.
async fn begun(maija: &Browser, client: SubjectId) -> String {
    let list = format!("/clients/{client}/agreements");
    let made = maija
        .post(&list, &[("template", "activity.1"), ("language", "fi")])
        .await;
    assert_eq!(made.status, 303, "{}", made.body);
    made.location().trim_end_matches("/edit").to_owned()
}

async fn turned(maija: &Browser, address: &str, version: &str, state: &str) -> Answer {
    maija
        .post(
            &format!("{address}/state"),
            &[("version", version), ("state", state)],
        )
        .await
}

/// The hidden field of a page.
fn hidden(page: &Answer, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let value = page
        .body
        .split(&mark)
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    value
        .unwrap_or_else(|| panic!("no {name} in {}", page.body))
        .to_owned()
}

fn token(page: &Answer) -> String {
    let rest = page.body.split("/sign/").nth(1).expect("a link");
    rest.chars()
        .take_while(|sign| sign.is_ascii_alphanumeric() || "-_".contains(*sign))
        .collect()
}

/// The client signs by a link that the worker gives.
async fn client_signs(app: &TestApp, maija: &Browser, address: &str, name: &str) {
    let page = maija.post(&format!("{address}/link"), &[]).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let link = format!("/sign/{}", token(&page));
    let phone = app.stranger();
    let shown = hidden(&phone.get(&link).await, "shown");
    let signed = phone
        .post(&link, &[("shown", &shown), ("name", name), ("accepts", "on")])
        .await;
    assert_eq!(
        (signed.status, signed.location()),
        (303, "/signed"),
        "{}",
        signed.body
    );
}

/// What poppler's tools say of a PDF.
fn poppler(program: &str, before: &[&str], file: &[u8], after: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file.pdf");
    std::fs::write(&path, file).expect("written");
    let output = Command::new(program).args(before).arg(&path).args(after).output();
    let output = output.expect("poppler-utils is installed: `cargo xtask test` does it");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The words of a PDF on one line, as they are wherever the lines break.
fn words(file: &[u8]) -> String {
    let text = poppler("pdftotext", &[], file, &["-"])
        .replace("-\n", "")
        .replace('\u{200B}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn b3_an_agreement_is_amended_by_a_new_one_that_keeps_the_old_and_ends_with_a_reason() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&maija, client).await;
        assert_eq!(turned(&maija, &address, "1", "proposed").await.status, 303);
        client_signs(&app, &maija, &address, "Ilona Malli").await;
        let sign = [("name", "Maija"), ("accepts", "on")];
        let signed = maija.post(&format!("{address}/sign"), &[("version", "2"), sign[0], sign[1]]).await;
        assert_eq!(signed.status, 303, "{}", signed.body);
        let before = maija.get(&format!("{address}/pdf")).await.bytes;

        let next = maija.post(&format!("{address}/amend"), &[]).await;
        assert_eq!(next.status, 303, "{}", next.body);
        let next = next.location().trim_end_matches("/edit").to_owned();
        let twice = program.post(&format!("/api/v1{address}/amendments"), &json!({})).await;
        assert_eq!((twice.status, &twice.json()["errors"][0]["key"]), (422, &json!("agreements-amendment-begun")));
        let mut body = program.get(&format!("/api/v1{next}")).await.json();
        let written = json!({ "title": body["title"], "starts_on": "30.11.2026", "ends_on": "30.6.2027", "text": body["text"],
            "service": "Metallityöt", "place": "Metallipaja", "weekly_schedule": "ma–to", "responsible_worker": "Maija", "goals": "Hitsausluokka" });
        let saved = program.put(&format!("/api/v1{next}"), "\"1\"", &written).await;
        assert_eq!(saved.status, 200, "{}", saved.body);
        assert_eq!(turned(&maija, &next, "2", "proposed").await.status, 303);
        body = program.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(body["state"], json!("signed"), "the old one is in force until the new one is signed");
        client_signs(&app, &maija, &next, "Ilona Malli").await;
        let signed = maija.post(&format!("{next}/sign"), &[("version", "3"), sign[0], sign[1]]).await;
        assert_eq!(signed.status, 303, "{}", signed.body);
        body = program.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(body["state"], json!("replaced"));
        let old = maija.get(&address).await;
        assert!(old.says("Tämän sopimuksen on korvannut uudempi.") && old.says("Puupaja, Halli 3"), "{}", old.body);
        assert_eq!(maija.get(&format!("{address}/pdf")).await.bytes, before, "its file is as it was");

        app.after(jiff::SignedDuration::from_hours(10 * 24));
        let maija = maija.again(&app).await;
        assert!(maija.get(&format!("{next}/end")).await.says("Viimeinen päivä"));
        let refused = maija.post(&format!("{next}/end"), &[("version", "4"), ("on", "1.1.2020"), ("reason", "")]).await;
        assert!(refused.status == 422 && refused.says("Kirjoita, miksi sopimus päättyy."), "{}", refused.body);
        let ended = maija.post(&format!("{next}/end"), &[("version", "4"), ("on", ""), ("reason", "Siirtyi opintoihin")]).await;
        assert_eq!(ended.status, 303, "{}", ended.body);
        assert!(maija.get(&next).await.says("Siirtyi opintoihin"));
        let program = app.program(&maija).await;
        let body = json!({ "state": "ended", "reason": "taas" });
        let over = program.put(&format!("/api/v1{next}/state"), "\"5\"", &body).await;
        assert_eq!((over.status, &over.json()["errors"][0]["key"]), (422, &json!("agreements-is-over")));
    })
    .await;
}

#[tokio::test]
async fn b3_those_that_run_out_are_reminded_of_and_a_register_without_agreements_has_none_a2() {
    on_sqlite(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        let address = begun(&maija, client).await;
        assert_eq!(turned(&maija, &address, "1", "proposed").await.status, 303);
        client_signs(&app, &maija, &address, "Ilona Malli").await;
        let fields = [("version", "2"), ("name", "Maija"), ("accepts", "on")];
        assert_eq!(maija.post(&format!("{address}/sign"), &fields).await.status, 303);
        assert!(!maija.get("/reminders").await.says("Sopimus päättyy"));
        app.after(jiff::SignedDuration::from_hours(180 * 24));
        let maija = maija.again(&app).await;
        assert!(maija.get("/reminders").await.says("Sopimus päättyy"));
        let list = maija.get(&format!("/clients/{client}/agreements")).await;
        assert!(list.says("voimassa"), "{}", list.body);

        let register = app.register("kokko", "kokkotyo").await;
        let kaisa = app.worker_in(register, Role::Coach, "kaisa").await;
        let other = Client::named("Malli", "Eero").of(&kaisa, &app).await;
        assert_eq!(
            kaisa.get(&format!("/clients/{other}/agreements")).await.status,
            404
        );
        let request = Request::get(format!("/clients/{client}/agreements"));
        assert_eq!(kaisa.send(request, String::new()).await.status, 404);
    })
    .await;
}
