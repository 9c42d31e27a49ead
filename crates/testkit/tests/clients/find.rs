//! Finding.

use axum::http::Request;
use polku_testkit::{Client, for_each_backend};
use serde_json::json;

use super::{entries, taken_in};

#[tokio::test]
async fn a_coach_finds_her_client_by_any_part_of_the_name_misspelt_and_by_code() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        Client::named("Väisänen", "Åke Örn")
            .code("010594Y9032")
            .phone("+358401234567")
            .of(&maija, &app)
            .await;
        Client::named("Malli", "Ilona").of(&maija, &app).await;
        for text in [
            "väis",
            "VAISANEN",
            "orn vais",
            "Väisännen",
            "010594y9032",
            "040 123 4567",
        ] {
            let page = maija.post("/find", &[("q", text)]).await;
            assert_eq!(page.status, 200);
            assert!(page.says("Väisänen Åke Örn"), "{text}: {}", page.body);
            assert!(page.says("32 v"), "{text}");
            assert!(!page.says("Malli"), "{text}");
            let rows = page.body.split("class=\"rows\"").nth(1).unwrap_or_default();
            assert!(!rows.contains("010594"), "a code is not shown in lists");
        }
    })
    .await;
}

/// A8: nothing that is typed, and nobody's name, goes into an address or a title.
#[tokio::test]
async fn what_is_looked_for_goes_into_no_address_and_no_title() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        Client::named("Väisänen", "Åke").of(&maija, &app).await;
        let page = maija.post("/find", &[("q", "väisänen")]).await;
        let title = page
            .body
            .split("<title>")
            .nth(1)
            .and_then(|rest| rest.split("</title>").next());
        assert_eq!(title, Some("Haku – Polku"));
        assert!(!page.body.contains("q=v"), "{}", page.body);
        assert_eq!(maija.get("/find").await.status, 405);
    })
    .await;
}

#[tokio::test]
async fn the_find_field_gets_options_while_one_types() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        Client::named("Malli", "Ilona").of(&maija, &app).await;
        let request = || {
            Request::post("/find")
                .header("hx-request", "true")
                .header("content-type", "application/x-www-form-urlencoded")
        };
        let answer = maija.send(request(), "q=mal".into()).await;
        assert!(
            answer.says("role=\"option\"") && answer.says("Malli Ilona"),
            "{}",
            answer.body
        );
        assert!(!answer.says("<html"));
        let nobody = maija.send(request(), "q=xyz".into()).await;
        assert!(
            !nobody.says("role=\"option\"") && nobody.says("data-told"),
            "{}",
            nobody.body
        );
    })
    .await;
}

/// A8: another coach's client changes nothing in what is found, byte for byte.
#[tokio::test]
async fn somebody_elses_client_does_not_exist_in_what_is_found() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        Client::named("Malli", "Anna").of(&pekka, &app).await;
        let program = app.program(&pekka).await;
        let (page, document) = (
            pekka.post("/find", &[("q", "malli")]).await,
            program
                .post("/api/v1/clients/find", &json!({ "text": "malli" }))
                .await,
        );
        Client::named("Malli", "Aada")
            .code("010594Y9032")
            .of(&maija, &app)
            .await;
        assert_eq!(pekka.post("/find", &[("q", "malli")]).await.body, page.body);
        assert_eq!(
            program
                .post("/api/v1/clients/find", &json!({ "text": "malli" }))
                .await
                .body,
            document.body
        );
        let code = program
            .post("/api/v1/clients/find", &json!({ "text": "010594Y9032" }))
            .await;
        assert_eq!(code.json(), json!({ "found": [] }));
    })
    .await;
}

#[tokio::test]
async fn a_program_is_told_name_age_groups_and_state_only() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let answer = app.program(&maija).await.post("/api/v1/clients/find", &json!({ "text": "malli" })).await;
        assert_eq!(
            answer.json(),
            json!({ "found": [{
                "client": ilona, "name": "Malli Ilona", "age": 32, "groups": [], "measure": null, "ends_on": null,
                "standing": "ongoing", "quality": "prefix",
            }] })
        );
    })
    .await;
}

/// E4: who was shown is in the log, and so is a search that found nobody.
#[tokio::test]
async fn every_search_is_in_the_log() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        Client::named("Malli", "Ilona").of(&maija, &app).await;
        let before = entries(&app, "read").await;
        maija.post("/find", &[("q", "malli")]).await;
        assert_eq!(entries(&app, "read").await, before + 1);
        maija.post("/find", &[("q", "nobody")]).await;
        assert_eq!(entries(&app, "read").await, before + 2);
    })
    .await;
}
