//! An import by its API.

use axum::http::{Request, request::Builder};
use polku_casework::do_next;
use polku_testkit::{Answer, Browser, TestApp, for_each_backend};
use serde_json::{Value, json};

use super::CSV;

async fn work(app: &TestApp) {
    while do_next(&app.desk).await {}
}

/// Changes what is at a version.
async fn put(paula: &Browser, address: &str, etag: &str, body: &Value) -> Answer {
    paula
        .send(seen(Request::put(address), etag), body.to_string())
        .await
}

fn seen(request: Builder, etag: &str) -> Builder {
    request
        .header("if-match", etag)
        .header("content-type", "application/json")
}

#[tokio::test]
async fn a_file_is_sent_decided_about_and_brought_in_by_the_api() {
    for_each_backend(|app| {
        Box::pin(async move {
            let (paula, johto) = (app.main_user("paula").await, app.manager("johto").await);
            // The sample is Windows-1252, whose letters are those of Unicode's first 256.
            let text: String = CSV.iter().map(|byte| char::from(*byte)).collect();
            let request = Request::post("/api/v1/imports?system=Pajarekisteri");
            let created = paula.send(request, text).await;
            assert_eq!(created.status, 201, "{}", created.body);
            let address = created.location().to_owned();
            assert!(address.starts_with("/api/v1/imports/"), "{address}");

            let (plan, to) = (created.json()["plan"].clone(), format!("{address}/plan"));
            assert_eq!(put(&paula, &to, "\"1\"", &plan).await.status, 412);
            let mut nothing = plan.clone();
            nothing["sheets"][0]["kind"] = json!("nothing");
            assert_eq!(put(&paula, &to, created.etag(), &nothing).await.status, 422);
            let decided = put(&paula, &to, created.etag(), &plan).await;
            assert_eq!(
                (decided.status, decided.json()["state"].clone()),
                (200, json!("checking"))
            );
            work(&app).await;

            let program = app.program(&paula).await;
            let checked = program.get(&address).await;
            assert_eq!(checked.json()["state"], json!("checked"), "{}", checked.body);
            let sheet = &checked.json()["sheets"][0];
            assert_eq!((&sheet["imported"], &sheet["refused"]), (&json!(230), &json!(14)));
            let findings = program.get(&format!("{address}/findings?limit=3")).await.json();
            assert_eq!(findings["next"], json!(3), "{findings}");
            assert!(findings["findings"][0]["text"].is_string(), "{findings}");

            let to = format!("{address}/start");
            let by_token = program.put(&to, checked.etag(), &json!(null)).await;
            assert_eq!(by_token.status, 403, "a token administers nothing");
            let started = put(&paula, &to, checked.etag(), &json!(null)).await;
            assert_eq!(started.status, 200, "{}", started.body);
            work(&app).await;
            assert_eq!(program.get(&address).await.json()["state"], json!("published"));
            let listed = program.get("/api/v1/imports").await.json();
            assert_eq!(listed.as_array().map(Vec::len), Some(1));
            assert!(johto.get("/clients").await.says("230 asiakasta"));
            let late = paula
                .send(seen(Request::delete(&address), started.etag()), String::new())
                .await;
            assert_eq!(late.status, 412, "what is published stays");
        })
    })
    .await;
}
