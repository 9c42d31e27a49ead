//! Stories about records that may be one person (A9).

use polku_testkit::{Client, for_each_backend};
use serde_json::json;

/// A9: a merge can be undone, and nothing is lost by either.
#[tokio::test]
async fn the_main_user_joins_two_records_and_parts_them_again() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let paula = app.main_user("paula").await;
        let first = Client::named("Malli", "Ilona")
            .code("010594Y9032")
            .of(&maija, &app)
            .await;
        let second = Client::named("Malli", "Iilona")
            .code("010594Y9032")
            .of(&maija, &app)
            .await;
        let page = paula.get("/duplicates").await;
        assert!(
            page.says("Malli Ilona") && page.says("Malli Iilona"),
            "{}",
            page.body
        );

        let (first, second) = (first.to_string(), second.to_string());
        let done = paula
            .post("/duplicates/merge", &[("kept", &first), ("absorbed", &second)])
            .await;
        assert_eq!((done.status, done.location()), (303, "/duplicates"));
        let one = maija.get(&format!("/clients/{first}")).await;
        assert_eq!(one.status, 200, "{}", one.body);
        assert!(
            paula.get("/duplicates").await.says("Malli Iilona"),
            "the joined record is shown for parting"
        );

        assert_eq!(
            paula
                .post("/duplicates/part", &[("absorbed", &second)])
                .await
                .status,
            303
        );
        assert!(maija.get(&format!("/clients/{second}")).await.says("Iilona"));
        assert!(maija.get(&format!("/clients/{first}")).await.says("Ilona"));
    })
    .await;
}

/// A9, B11: what is to be done for somebody does not get lost when their two records are joined.
#[tokio::test]
async fn tasks_of_both_records_are_on_the_list_under_the_name_that_stayed() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let paula = app.main_user("paula").await;
        let kept = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let absorbed = Client::named("Mallinen", "Iilona")
            .of(&maija, &app)
            .await
            .to_string();
        for (client, title) in [(&kept, "Soita kotiin"), (&absorbed, "Varaa aika")] {
            let program = app.program(&maija).await;
            let task = json!({ "title": title, "due_on": "2026-11-24" });
            let written = program
                .post(&format!("/api/v1/clients/{client}/tasks"), &task)
                .await;
            assert_eq!(written.status, 201, "{}", written.body);
        }
        paula
            .post("/duplicates/merge", &[("kept", &kept), ("absorbed", &absorbed)])
            .await;
        let tasks = maija.get("/tasks").await;
        assert!(
            tasks.says("Soita kotiin") && tasks.says("Varaa aika"),
            "{}",
            tasks.body
        );
        assert!(
            tasks.says("Malli Ilona") && !tasks.says("Mallinen"),
            "{}",
            tasks.body
        );
        let pekka = app.coach("pekka").await;
        let everybodys = pekka.get("/tasks?whose=everybody").await;
        assert!(!everybodys.says("Varaa aika"), "{}", everybodys.body);
    })
    .await;
}

#[tokio::test]
async fn the_main_user_says_that_two_are_different_people() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let paula = app.main_user("paula").await;
        let older = Client::named("Malli", "Mikko")
            .code("010594Y9032")
            .of(&maija, &app)
            .await
            .to_string();
        let newer = Client::named("Malli", "Mika")
            .code("010594Y9032")
            .of(&maija, &app)
            .await
            .to_string();
        let done = paula
            .post("/duplicates/different", &[("newer", &newer), ("older", &older)])
            .await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert!(!paula.get("/duplicates").await.says("Mika"));
        assert_eq!(
            maija
                .post("/duplicates/different", &[("newer", &newer), ("older", &older)])
                .await
                .status,
            404
        );
        let program = app.program(&paula).await;
        assert_eq!(
            program.get("/api/v1/duplicates").await.json()["open"],
            serde_json::json!([])
        );
        let pair = serde_json::json!({ "kept": older, "absorbed": newer });
        assert_eq!(program.post("/api/v1/duplicates/merge", &pair).await.status, 204);
        assert_eq!(
            program
                .post(
                    "/api/v1/duplicates/part",
                    &serde_json::json!({ "absorbed": newer })
                )
                .await
                .status,
            204
        );
    })
    .await;
}
