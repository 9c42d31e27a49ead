//! Goals, their follow-up and realisation (B4): `/clients/{client}/goals` and what is below it.

use jiff::SignedDuration;
use polku_desk::SubjectId;
use polku_testkit::{Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

async fn ilona(app: &TestApp) -> (Browser, Program, SubjectId) {
    let maija = app.coach("maija").await;
    let program = app.program(&maija).await;
    let client = Client::named("Malli", "Ilona").of(&maija, app).await;
    (maija, program, client)
}

/// Sets a goal; answers its id.
async fn goal(program: &Program, client: SubjectId, title: &str, target: &str) -> String {
    let body = json!({ "title": title, "target": target });
    let answer = program
        .post(&format!("/api/v1/clients/{client}/goals"), &body)
        .await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.json()["id"].as_str().expect("an id").to_owned()
}

async fn history(program: &Program, client: SubjectId, goal: &str) -> Vec<Value> {
    let answer = program
        .get(&format!("/api/v1/clients/{client}/goals/{goal}"))
        .await;
    answer.json()["history"].as_array().expect("a history").clone()
}

#[tokio::test]
async fn b4_a_goal_is_set_and_its_progress_marked_with_one_press_from_the_clients_page() {
    for_each_backend(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        assert!(
            maija
                .get(&format!("/clients/{client}"))
                .await
                .says("Aseta ensimmäinen tavoite")
        );
        assert!(
            maija
                .get(&format!("/clients/{client}/goals/new"))
                .await
                .says("Tavoitetaso")
        );
        let fields = [
            ("title", "Säännöllinen päivärytmi"),
            ("description", "Aamulla ylös"),
            ("target", "4"),
        ];
        let set = maija.post(&format!("/clients/{client}/goals"), &fields).await;
        assert_eq!(set.status, 303);

        let page = maija.get(&format!("/clients/{client}")).await;
        assert!(page.says("Säännöllinen päivärytmi") && page.says("0 / 4"));
        let press = page
            .body
            .split("/progress\"")
            .next()
            .and_then(|before| before.rsplit('"').next());
        let press = format!("{}/progress", press.expect("a form"));
        let done = maija.post(&press, &[("level", "3"), ("back", "client")]).await;
        assert_eq!(
            (done.status, done.location()),
            (303, format!("/clients/{client}#goals").as_str())
        );
        assert!(maija.get(&format!("/clients/{client}")).await.says("3 / 4"));
    })
    .await;
}

#[tokio::test]
async fn b4_progress_is_shown_by_entries_of_the_diary() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let id = goal(&program, client, "Oppisopimuspaikka", "5").await;
        let body = json!({ "text": "Kävi tutustumassa työnantajaan.", "goals": [id] });
        let entry = program
            .post(&format!("/api/v1/clients/{client}/diary"), &body)
            .await
            .json()["id"]
            .clone();
        let entry = entry.as_str().expect("an id");
        let address = format!("/clients/{client}/goals/{id}");
        let page = maija.get(&address).await;
        assert!(
            page.says("Kävi tutustumassa työnantajaan."),
            "it is offered as evidence"
        );
        let fields = [
            ("level", "2"),
            ("note", "Ensimmäinen askel"),
            ("evidence", entry),
            ("dated", ""),
        ];
        assert_eq!(
            maija.post(&format!("{address}/progress"), &fields).await.status,
            303
        );
        let happened = history(&program, client, &id).await;
        assert_eq!(
            (&happened[0]["kind"], &happened[0]["level"]),
            (&json!("progress"), &json!(2))
        );
        assert_eq!(happened[0]["evidence"], json!([entry]));
        assert!(
            maija
                .get(&address)
                .await
                .says(&format!("/clients/{client}/diary/{entry}"))
        );

        let made_up = json!({ "level": "2", "evidence": ["0198c0de-0000-7000-8000-000000000001"] });
        let wrong = program
            .post(&format!("/api/v1{address}/progress"), &made_up)
            .await;
        assert_eq!(
            (wrong.status, &wrong.json()["errors"][0]["field"]),
            (422, &json!("evidence"))
        );
    })
    .await;
}

#[tokio::test]
async fn b4_a_goal_is_reached_given_up_and_taken_up_again_and_all_of_it_is_remembered() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let id = goal(&program, client, "Kolme täyttä päivää viikossa", "3").await;
        let address = format!("/clients/{client}/goals/{id}");
        assert_eq!(
            maija
                .post(&format!("{address}/state"), &[("state", "reached")])
                .await
                .status,
            303
        );
        let page = maija.get(&address).await;
        assert!(
            page.says("saavutettu") && page.says("3 / 3"),
            "a goal that is reached stands at its target"
        );
        let late = maija
            .post(&format!("{address}/progress"), &[("level", "1")])
            .await;
        assert_eq!(late.status, 422);
        assert!(late.says("Ota se ensin uudelleen käyttöön."));
        app.after(SignedDuration::from_hours(24));
        let state = format!("/api/v1{address}/state");
        assert_eq!(
            program.post(&state, &json!({ "state": "dropped" })).await.status,
            422
        );
        assert_eq!(
            program.post(&state, &json!({ "state": "open" })).await.status,
            200
        );
        let dropped = program
            .post(&state, &json!({ "state": "dropped", "note": "Vaihtui toiseen" }))
            .await
            .json();
        assert_eq!(
            (&dropped["state"], &dropped["closed_on"]),
            (&json!("dropped"), &json!("2026-11-24"))
        );
        let kinds: Vec<Value> = history(&program, client, &id)
            .await
            .iter()
            .map(|event| event["kind"].clone())
            .collect();
        assert_eq!(json!(kinds), json!(["dropped", "reopened", "reached", "set"]));
    })
    .await;
}

#[tokio::test]
async fn b4_another_wording_keeps_the_earlier_one_in_the_history() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let id = goal(&program, client, "Töihin", "5").await;
        let address = format!("/clients/{client}/goals/{id}");
        assert!(
            maija
                .get(&format!("{address}/edit"))
                .await
                .says("value=\"Töihin\"")
        );
        let fields = [
            ("version", "1"),
            ("title", "Osa-aikatyö keväällä"),
            ("target", "4"),
        ];
        assert_eq!(maija.post(&address, &fields).await.status, 303);
        let happened = history(&program, client, &id).await;
        assert_eq!(
            (&happened[0]["kind"], &happened[0]["earlier_title"]),
            (&json!("reworded"), &json!("Töihin"))
        );
        assert!(maija.get(&address).await.says("Töihin"));

        let stale = [("version", "1"), ("title", "Toisen sanoin"), ("target", "4")];
        let page = maija.post(&address, &stale).await;
        assert_eq!(page.status, 422);
        assert!(
            page.says("Osa-aikatyö keväällä") && page.says("Toisen sanoin"),
            "both are shown"
        );
        let api = format!("/api/v1{address}");
        let other = json!({ "title": "Toisen sanoin" });
        assert_eq!(program.put(&api, "\"1\"", &other).await.status, 412);
        assert_eq!(program.put(&api, "\"2\"", &other).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_goal_that_cannot_be_is_told_what_to_mend() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let page = maija
            .post(
                &format!("/clients/{client}/goals"),
                &[("title", ""), ("description", "Kesken")],
            )
            .await;
        assert_eq!(page.status, 422);
        assert!(page.says("Kirjoita tavoite muutamalla sanalla.") && page.says("Kesken"));
        let of_nobody = json!({ "title": "a", "period": "0198c0de-0000-7000-8000-000000000001" });
        let wrong = program
            .post(&format!("/api/v1/clients/{client}/goals"), &of_nobody)
            .await;
        assert_eq!(
            (wrong.status, &wrong.json()["errors"][0]["field"]),
            (422, &json!("period"))
        );
        let id = goal(&program, client, "Töihin", "5").await;
        for (level, dated) in [("6", ""), ("2", "huomenna"), ("2", "1.1.2026")] {
            let body = json!({ "level": level, "dated": dated });
            let answer = program
                .post(&format!("/api/v1/clients/{client}/goals/{id}/progress"), &body)
                .await;
            assert_eq!(answer.status, 422, "{level} {dated}");
        }
        assert_eq!(history(&program, client, &id).await.len(), 1, "nothing happened");
    })
    .await;
}

#[tokio::test]
async fn the_goals_of_a_client_are_listed_the_open_ones_first() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let first = goal(&program, client, "Ensimmäinen", "3").await;
        goal(&program, client, "Toinen", "3").await;
        let state = format!("/api/v1/clients/{client}/goals/{first}/state");
        assert_eq!(
            program.post(&state, &json!({ "state": "reached" })).await.status,
            200
        );
        let goals = program
            .get(&format!("/api/v1/clients/{client}/goals"))
            .await
            .json();
        assert_eq!(
            (&goals[0]["title"], &goals[1]["title"]),
            (&json!("Toinen"), &json!("Ensimmäinen"))
        );
        let page = maija.get(&format!("/clients/{client}/goals")).await;
        assert!(page.says("Käynnissä") && page.says("Päättyneet"));
        let client_page = maija.get(&format!("/clients/{client}")).await;
        assert!(client_page.says("Toinen") && !client_page.says("Ensimmäinen"));
    })
    .await;
}
