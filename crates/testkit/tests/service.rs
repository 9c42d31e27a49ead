//! Stories about the service itself.

use axum::http::Request;
use polku_testkit::{Client, for_each_backend, on_sqlite};

#[tokio::test]
async fn the_service_says_that_it_is_well_and_ready() {
    for_each_backend(|app| async move {
        assert_eq!(
            app.anonymous(Request::get("/healthz"), String::new()).await.body,
            "ok"
        );
        assert_eq!(
            app.anonymous(Request::get("/readyz"), String::new()).await.status,
            200
        );
    })
    .await;
}

#[tokio::test]
async fn an_address_that_does_not_exist_is_a_page_for_people_and_a_problem_for_programs() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let page = maija.get("/no/such/page").await;
        assert_eq!(page.status, 404);
        assert!(page.says("<html"), "{}", page.body);
        let problem = app.program(&maija).await.get("/api/v1/no/such/thing").await;
        assert_eq!(
            (problem.status, problem.json()["status"].as_u64()),
            (404, Some(404))
        );
    })
    .await;
}

/// E4: what is written is in the log, and the log is whole.
#[tokio::test]
async fn a_client_taken_in_is_in_the_log_and_the_log_is_whole() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        Client::named("Malli", "Ilona").of(&maija, &app).await;
        app.desk.sequence_audit().await.expect("sequenced");
        let report = app.desk.verify_audit(app.register, None).await.expect("a report");
        assert!(report.is_sound(), "{report:?}");
        assert!(report.ledger.entries >= 1);
        assert_eq!(report.waiting, 0);
    })
    .await;
}

/// The route `/assets/{*rest}`: a file has its version in its address, so that a browser keeps it for good.
#[tokio::test]
async fn styles_and_scripts_are_fetched_once() {
    on_sqlite(|app| async move {
        let page = app.anonymous(Request::get("/sign-in"), String::new()).await;
        let (_, rest) = page.body.split_once("href=\"/assets/").expect("a style");
        let style = format!("/assets/{}", rest.split('"').next().expect("its end"));
        let answer = app.anonymous(Request::get(&style), String::new()).await;
        assert_eq!(answer.status, 200);
        let kept = answer.headers["cache-control"].to_str().expect("text");
        assert!(kept.contains("immutable"), "{kept}");
        let elsewhere = app
            .anonymous(Request::get("/assets/0/no-such-file"), String::new())
            .await;
        assert_eq!(elsewhere.status, 404);
    })
    .await;
}

#[tokio::test]
async fn programs_read_what_the_api_offers() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let api = app.program(&maija).await.get("/api/v1/openapi.json").await.json();
        assert_eq!(api["openapi"].as_str().map(|version| &version[..2]), Some("3."));
        assert!(
            api["paths"]["/api/v1/clients"]["get"].is_object(),
            "{}",
            api["paths"]
        );
    })
    .await;
}
