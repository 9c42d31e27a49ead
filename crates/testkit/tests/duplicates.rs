//! Stories about records that may be one person (A9).

use polku_desk::{
    SubjectId,
    access::{AccessSpec, Action, Resource, Role},
    params,
};
use polku_testkit::{Browser, Client, TestApp, for_each_backend};
use serde_json::json;

const FREEZE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Service]);

polku_desk::statements! {
    owned(Service) RESTRICT_SOMEBODY = "UPDATE subject SET restricted_at = 1 WHERE register = :register AND id = :subject";
}

/// Three records of whom the later two were taken for the first.
async fn three_alike(app: &TestApp, coach: &Browser) -> [SubjectId; 3] {
    let alike = |first| Client::named("Malli", first).code("010594Y9032");
    [
        alike("Ilona").of(coach, app).await,
        alike("Iilona").of(coach, app).await,
        alike("Ilo").of(coach, app).await,
    ]
}

/// Joins the second of a pair to the first.
async fn join(paula: &Browser, kept: SubjectId, absorbed: SubjectId) {
    let (kept, absorbed) = (kept.to_string(), absorbed.to_string());
    let done = paula
        .post("/duplicates/merge", &[("kept", &kept), ("absorbed", &absorbed)])
        .await;
    assert_eq!(done.status, 303, "{}", done.body);
}

/// The pairs that wait, each by the names of its two.
async fn pairs(app: &TestApp, paula: &Browser) -> Vec<[String; 2]> {
    let all = app.program(paula).await.get("/api/v1/duplicates").await.json();
    let name = |someone: &serde_json::Value| someone["name"].as_str().expect("a name").to_owned();
    let open = all["open"].as_array().expect("pairs").iter();
    open.map(|pair| [name(&pair["newer"]), name(&pair["older"])])
        .collect()
}

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

/// A9: what was suspected of a record that was joined to another is a question about the one who stayed.
#[tokio::test]
async fn a_suspicion_about_a_joined_record_waits_under_the_name_that_stayed_a9() {
    for_each_backend(|app| async move {
        let (maija, paula) = (app.coach("maija").await, app.main_user("paula").await);
        let [ilona, mistyped, ilo] = three_alike(&app, &maija).await;
        assert_eq!(pairs(&app, &paula).await.len(), 3, "each with each");

        // The two suspicions about the third are one now: it may be Malli Ilona.
        join(&paula, ilona, mistyped).await;
        assert_eq!(pairs(&app, &paula).await, [["Malli Ilo", "Malli Ilona"]]);
        let page = paula.get("/duplicates").await;
        assert!(page.says("Malli Ilo ja Malli Ilona"), "{}", page.body);

        let (third, first) = (ilo.to_string(), ilona.to_string());
        let decided = [("newer", third.as_str()), ("older", first.as_str())];
        assert_eq!(paula.post("/duplicates/different", &decided).await.status, 303);
        assert_eq!(pairs(&app, &paula).await, Vec::<[String; 2]>::new());

        // Parted again, nobody asks a second time what was decided.
        let absorbed = mistyped.to_string();
        let parted = paula.post("/duplicates/part", &[("absorbed", &absorbed)]).await;
        assert_eq!(parted.status, 303);
        assert_eq!(pairs(&app, &paula).await, Vec::<[String; 2]>::new());
        let again = paula.post("/duplicates/different", &decided).await;
        assert_eq!(again.status, 409, "it was decided: {}", again.body);
    })
    .await;
}

/// A9, GDPR 18: whoever asked for restriction is named to nobody and joined to nobody, and the question is not lost.
#[tokio::test]
async fn a_suspicion_about_a_restricted_person_waits_without_naming_them_a9() {
    for_each_backend(|app| async move {
        let (maija, paula) = (app.coach("maija").await, app.main_user("paula").await);
        let first = Client::named("Malli", "Ilona")
            .code("010594Y9032")
            .of(&maija, &app)
            .await;
        Client::named("Mallinen", "Iilona")
            .code("010594Y9032")
            .of(&maija, &app)
            .await;
        assert_eq!(pairs(&app, &paula).await.len(), 1);

        let johto = app.manager("johto").await;
        let visit = app.visit(&johto, FREEZE).await;
        let grant = visit
            .open_for_change::<polku_desk::Client>(first)
            .await
            .expect("a grant");
        grant
            .execute(RESTRICT_SOMEBODY, params! {})
            .await
            .expect("a restriction");
        grant.access_changed().await.expect("an epoch");
        grant.commit("story", json!({})).await.expect("a commit");
        let page = paula.get("/duplicates").await;
        assert!(
            page.says("käsittely on rajoitettu") && page.says("Mallinen Iilona"),
            "{}",
            page.body
        );
        assert!(
            !page.says("Malli Ilona") && !page.says(&first.to_string()),
            "{}",
            page.body
        );
        let listed = app.program(&paula).await.get("/api/v1/duplicates").await.json();
        assert_eq!(listed["open"], json!([]));
        assert_eq!(listed["withheld"][0]["client"]["name"], "Mallinen Iilona");

        // Nobody but the officer finds who it is.
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        assert_eq!(
            tiina.get("/duplicates").await.status,
            404,
            "the officer searches instead"
        );
    })
    .await;
}
