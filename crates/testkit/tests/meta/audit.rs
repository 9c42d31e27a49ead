//! E4: every look at a person leaves an entry, a denied one as well.

use axum::http::Request;
use polku_desk::access::{Action, Role, StepUp, Tokens};
use polku_testkit::{Browser, Client, TestApp, for_each_backend};
use polku_web::{Kind, Method};

/// Pages that the register of the tests does not have: its profile keeps no such records. Their own stories tell of the looks.
const ELSEWHERE: [&str; 2] = ["/photos", "/clients/{client}/photos"];

#[tokio::test]
async fn every_page_that_touches_a_person_leaves_an_entry_also_when_it_is_denied() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let mut visited = 0;
        for entry in polku_server::routes().entries() {
            let reads = entry
                .spec
                .touches
                .is_some_and(|(action, _)| matches!(action, Action::Read));
            if !reads
                || entry.method != Method::GET
                || entry.kind != Kind::Page
                || !entry.spec.admits(Role::Coach)
            {
                continue;
            }
            let only_client = entry.path.matches('{').count() == usize::from(entry.path.contains("{client}"));
            if !only_client {
                continue;
            }
            let path = entry.path.replace("{client}", &ilona.to_string());
            if ELSEWHERE.contains(&entry.path) {
                assert_eq!(
                    maija.get(&path).await.status,
                    404,
                    "{path}: this register has no such page"
                );
                continue;
            }
            let own = entries_after(&app, &maija, &path).await;
            assert!(
                own.new_entries > 0,
                "{path} showed somebody without an entry (status {})",
                own.status
            );
            if entry.path.contains("{client}") {
                assert_eq!(own.status, 200, "{path}");
                let denied = entries_after(&app, &pekka, &path).await;
                assert_eq!(denied.status, 404, "{path}");
                assert!(denied.new_entries > 0, "{path} was denied without an entry");
            }
            visited += 1;
        }
        assert!(visited > 3, "only {visited} pages touch people");
    })
    .await;
}

/// Whatever somebody sends about a person who is hidden from them, by page or by program, it answers as if nobody were
/// there and is written down.
#[tokio::test]
async fn every_denied_address_of_a_person_leaves_an_entry() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        let program = app.program(&pekka).await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let mut denied = 0;
        for entry in polku_server::routes().entries() {
            let is_of_a_person = entry.spec.touches.is_some() && entry.path.contains("{client}");
            if !is_of_a_person || !entry.spec.admits(Role::Coach) || entry.spec.step_up == StepUp::Needed {
                continue;
            }
            let path = super::routes::made_up(&entry.path.replace("{client}", &ilona.to_string()));
            let before = entries(&app).await;
            let status = match entry.kind {
                Kind::Page => {
                    let request = Request::builder().method(entry.method.clone()).uri(&path);
                    let request = request.header("content-type", "application/x-www-form-urlencoded");
                    pekka.send(request, String::new()).await.status
                }
                Kind::Api => {
                    let headers = [("if-match", "\"1\"")];
                    let body = serde_json::json!({});
                    program
                        .send(entry.method.as_str(), &path, &headers, Some(&body))
                        .await
                        .status
                }
            };
            let place = format!("{} {}: {status}", entry.method, entry.path);
            if entry.kind == Kind::Api && entry.spec.tokens == Tokens::Refused {
                assert_eq!(status, 403, "{place}");
                continue;
            }
            // What cannot be read as a request is sent back before anybody is looked at.
            assert!(matches!(status, 400 | 404 | 422), "{place}");
            if status == 404 {
                assert!(
                    entries(&app).await > before,
                    "{place} was denied without an entry"
                );
                denied += 1;
            }
        }
        assert!(denied > 30, "only {denied} addresses denied");
    })
    .await;
}

struct Looked {
    status: u16,
    new_entries: u64,
}

async fn entries_after(app: &TestApp, who: &Browser, path: &str) -> Looked {
    let before = entries(app).await;
    let status = who.get(path).await.status;
    Looked {
        status,
        new_entries: entries(app).await - before,
    }
}

async fn entries(app: &TestApp) -> u64 {
    app.desk.sequence_audit().await.expect("sequenced");
    app.desk
        .verify_audit(app.register, None)
        .await
        .expect("a report")
        .ledger
        .entries
}

/// A8: what is hidden and what is missing answer alike, byte for byte.
#[tokio::test]
async fn hidden_and_missing_are_the_same() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let mut compared = 0;
        for entry in polku_server::routes().entries() {
            if entry.method != Method::GET
                || !entry.path.contains("{client}")
                || entry.path.matches('{').count() != 1
            {
                continue;
            }
            let nobody = super::routes::made_up(entry.path);
            let somebody = entry.path.replace("{client}", &ilona.to_string());
            let (hidden, missing) = match entry.kind {
                Kind::Page => (pekka.get(&somebody).await, pekka.get(&nobody).await),
                Kind::Api => {
                    let program = app.program(&pekka).await;
                    (program.get(&somebody).await, program.get(&nobody).await)
                }
            };
            assert_eq!(hidden.status, missing.status, "{}", entry.path);
            let hidden = hidden.body.replace(&ilona.to_string(), "someone");
            let missing = missing
                .body
                .replace("0192f0c0-0000-7000-8000-00000000dead", "someone");
            assert_eq!(hidden, missing, "{}", entry.path);
            compared += 1;
        }
        assert!(compared > 0);
    })
    .await;
}
