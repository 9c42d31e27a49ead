//! Stories of contacts, the tasks that follow from them, and the calendar feed (B11).

use axum::http::Request;
use polku_testkit::{Browser, Client, TestApp, for_each_backend};
use serde_json::{Value, json};

/// A call of yesterday in which something was agreed, as it is sent by a form.
const CALL: &[(&str, &str)] = &[
    ("held_on", "eilen"),
    ("held_at", "9.30"),
    ("kind", "phone"),
    ("parties", "client"),
    ("parties", "authority"),
    ("who", "Työllisyysalue"),
    ("discussed", "Puhuttiin työkokeilusta."),
    ("agreed", "Soita työnantajalle"),
    ("agreed_by", "25.11.2026"),
];

fn changed<'a>(fields: &[(&'a str, &'a str)], name: &str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let new = |(field, old): &(&'a str, &'a str)| (*field, if *field == name { value } else { old });
    fields.iter().map(new).collect()
}

/// The tasks of a client as a program reads them.
async fn tasks_of(app: &TestApp, who: &Browser, client: impl std::fmt::Display) -> Vec<Value> {
    let program = app.program(who).await;
    let answer = program.get(&format!("/api/v1/clients/{client}/tasks")).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()["tasks"].as_array().expect("tasks").clone()
}

#[tokio::test]
async fn b11_what_was_agreed_in_a_call_becomes_a_task_and_the_next_step_on_the_clients_page() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let page = format!("/clients/{ilona}/contacts");
        assert!(
            maija
                .get(&format!("/clients/{ilona}/contacts/new"))
                .await
                .says("Kenen kanssa")
        );
        let saved = maija.post(&page, CALL).await;
        assert_eq!(
            (saved.status, saved.location()),
            (303, page.as_str()),
            "{}",
            saved.body
        );
        let contacts = maija.get(&page).await;
        for said in [
            "22.11.2026 klo 9.30",
            "Puhuttiin työkokeilusta.",
            "Työllisyysalue",
            "Soita työnantajalle",
        ] {
            assert!(contacts.says(said), "{said} in {}", contacts.body);
        }
        let tasks = maija.get("/tasks").await;
        assert!(
            tasks.says("Malli Ilona") && tasks.says("Soita työnantajalle"),
            "{}",
            tasks.body
        );
        let client = maija.get(&format!("/clients/{ilona}")).await;
        assert!(
            client.says("Seuraavaksi sovittu") && client.says("ke 25.11."),
            "{}",
            client.body
        );
    })
    .await;
}

#[tokio::test]
async fn b11_what_was_typed_stays_when_something_is_to_be_mended() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let page = format!("/clients/{ilona}/contacts");
        let without_day = changed(CALL, "agreed_by", "");
        let answer = maija.post(&page, &without_day).await;
        assert_eq!(answer.status, 422);
        assert!(answer.says("mihin mennessä sovittu tehdään"), "{}", answer.body);
        assert!(answer.says("Puhuttiin työkokeilusta."), "{}", answer.body);
        assert_eq!(
            maija.post(&page, &changed(CALL, "discussed", " ")).await.status,
            422
        );
        assert_eq!(maija.post(&page, &changed(CALL, "kind", "")).await.status, 422);
        assert!(
            tasks_of(&app, &maija, ilona).await.is_empty(),
            "nothing is half-saved"
        );
    })
    .await;
}

#[tokio::test]
async fn b11_a_correction_keeps_the_original_and_its_open_task_follows() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let page = format!("/clients/{ilona}/contacts");
        maija.post(&page, CALL).await;
        let program = app.program(&maija).await;
        let api = format!("/api/v1/clients/{ilona}/contacts");
        let list = program.get(&api).await.json();
        let id = list["contacts"][0]["id"].as_str().expect("an id").to_owned();
        assert!(
            maija
                .get(&format!("/clients/{ilona}/contacts/{id}/correct"))
                .await
                .says("Puhuttiin työkokeilusta.")
        );
        let mut corrected = changed(CALL, "discussed", "Puhuttiin palkkatuesta.");
        corrected.push(("version", "1"));
        let corrected = changed(&corrected, "agreed_by", "30.11.2026");
        let saved = maija.post(&format!("{page}/{id}"), &corrected).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        let shown = maija.get(&page).await;
        assert!(shown.says("Puhuttiin palkkatuesta.") && shown.says("Puhuttiin työkokeilusta."));
        let one = program.get(&format!("{api}/{id}")).await;
        assert_eq!(one.etag(), "\"2\"");
        assert_eq!(one.json()["earlier"][0]["discussed"], "Puhuttiin työkokeilusta.");
        let tasks = tasks_of(&app, &maija, ilona).await;
        assert_eq!(tasks.len(), 1);
        assert_eq!(tasks[0]["due_on"], "2026-11-30");
    })
    .await;
}

#[tokio::test]
async fn b11_two_who_correct_at_once_lose_nothing() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let page = format!("/clients/{ilona}/contacts");
        maija.post(&page, CALL).await;
        let program = app.program(&maija).await;
        let api = format!("/api/v1/clients/{ilona}/contacts");
        let id = program.get(&api).await.json()["contacts"][0]["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        let body =
            json!({ "held_on": "2026-11-22", "kind": "phone", "parties": ["client"], "discussed": "Ensin" });
        let place = format!("{api}/{id}");
        assert_eq!(program.put(&place, "\"1\"", &body).await.status, 204);
        assert_eq!(program.put(&place, "\"1\"", &body).await.status, 412);
        let mut late = changed(CALL, "discussed", "Myöhemmin");
        late.push(("version", "1"));
        let conflict = maija.post(&format!("{page}/{id}"), &late).await;
        assert_eq!(conflict.status, 422);
        assert!(
            conflict.says("Ensin") && conflict.says("Myöhemmin"),
            "both are shown"
        );
        let state = tasks_of(&app, &maija, ilona).await[0]["state"].clone();
        assert_eq!(state, "dropped", "the first correction agreed nothing");
    })
    .await;
}

#[tokio::test]
async fn b11_a_task_is_ticked_with_one_click_and_taken_back_with_another() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        assert!(
            maija
                .get(&format!("/clients/{ilona}/tasks/new"))
                .await
                .says("Mitä tehdään")
        );
        let fields = [
            ("title", "Tilaa avaimet"),
            ("due_on", "20.11.2026"),
            ("responsible", ""),
        ];
        let saved = maija.post(&format!("/clients/{ilona}/tasks"), &fields).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        let list = maija.get("/tasks").await;
        assert!(
            list.says("Myöhässä") && list.says("Yksi erääntyy tänään tai on myöhässä"),
            "{}",
            list.body
        );
        let id = tasks_of(&app, &maija, ilona).await[0]["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        let place = format!("/clients/{ilona}/tasks/{id}");
        assert!(maija.get(&format!("{place}/edit")).await.says("Tilaa avaimet"));
        let ticked = maija
            .post(&format!("{place}/done"), &[("version", "1"), ("back", "tasks")])
            .await;
        assert_eq!((ticked.status, ticked.location()), (303, "/tasks"));
        let after = maija.get("/tasks").await;
        assert!(
            after.says("Viimeksi tehdyt") && !after.says("Myöhässä"),
            "{}",
            after.body
        );
        let twice = maija.post(&format!("{place}/done"), &[("version", "1")]).await;
        assert_eq!(twice.status, 409);
        maija
            .post(
                &format!("{place}/reopen"),
                &[("version", "2"), ("back", "client")],
            )
            .await;
        assert_eq!(tasks_of(&app, &maija, ilona).await[0]["state"], "open");
        let dropped = maija
            .post(&format!("{place}/drop"), &[("version", "3"), ("back", "client")])
            .await;
        assert_eq!(dropped.status, 303);
        assert_eq!(tasks_of(&app, &maija, ilona).await[0]["state"], "dropped");
    })
    .await;
}

#[tokio::test]
async fn b11_tasks_are_for_programs_too_with_the_same_checks() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let program = app.program(&maija).await;
        let api = format!("/api/v1/clients/{ilona}/tasks");
        let wrong = program
            .post(&api, &json!({ "title": "", "due_on": "joskus" }))
            .await;
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.json()["errors"].as_array().map(Vec::len), Some(2));
        let made = program
            .post(&api, &json!({ "title": "Soita", "due_on": "2026-11-24" }))
            .await;
        assert_eq!((made.status, made.etag()), (201, "\"1\""));
        let place = made.location().to_owned();
        let moved = json!({ "title": "Soita", "due_on": "2026-11-26" });
        assert_eq!(program.put(&place, "\"1\"", &moved).await.status, 204);
        assert_eq!(program.put(&place, "\"1\"", &moved).await.status, 412);
        let done = program
            .put(&format!("{place}/state"), "\"2\"", &json!({ "state": "done" }))
            .await;
        assert_eq!(done.status, 204, "{}", done.body);
        assert_eq!(program.get(&place).await.json()["state"], "done");
        let open = program.get("/api/v1/tasks?whose=everybody&limit=5").await.json();
        assert_eq!(open["tasks"].as_array().map(Vec::len), Some(0));
    })
    .await;
}

#[tokio::test]
async fn b11_a_list_is_read_page_by_page() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let program = app.program(&maija).await;
        for day in ["2026-11-24", "2026-11-25", "2026-11-26"] {
            let task = json!({ "title": day, "due_on": day });
            program
                .post(&format!("/api/v1/clients/{ilona}/tasks"), &task)
                .await;
        }
        let first = program.get("/api/v1/tasks?limit=2").await.json();
        let next = first["next"].as_str().expect("more").to_owned();
        let second = program
            .get(&format!("/api/v1/tasks?limit=2&after={next}"))
            .await
            .json();
        assert_eq!(first["tasks"][1]["due_on"], "2026-11-25");
        assert_eq!(second["tasks"].as_array().map(Vec::len), Some(1));
        assert_eq!(second["next"], Value::Null);
    })
    .await;
}

/// A8: what somebody else does with their clients exists for nobody else.
#[tokio::test]
async fn a8_another_coach_sees_neither_contacts_nor_tasks() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let page = format!("/clients/{ilona}/contacts");
        maija.post(&page, CALL).await;
        assert_eq!(pekka.get(&page).await.status, 404);
        assert_eq!(pekka.post(&page, CALL).await.status, 404);
        let tasks = pekka.get("/tasks?whose=everybody").await;
        assert!(!tasks.says("Ilona") && !tasks.says("Soita"), "{}", tasks.body);
        let other = changed(CALL, "agreed", "Kysy vapaata");
        let mut other: Vec<(&str, &str)> = other;
        let account = pekka.account.to_string();
        other.push(("responsible", &account));
        assert_eq!(
            maija.post(&page, &other).await.status,
            422,
            "pekka is no worker of Ilona's"
        );
    })
    .await;
}

/// The address of a worker's own calendar.
async fn calendar_of(who: &Browser) -> String {
    let page = who.post("/account/calendar", &[]).await;
    let start = page
        .body
        .find("/calendar/")
        .unwrap_or_else(|| panic!("no address: {}", page.body));
    page.body[start..]
        .chars()
        .take_while(|c| !matches!(c, '<' | '"' | ' '))
        .collect()
}

#[tokio::test]
async fn b11_the_calendar_says_when_and_never_who_or_what() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let page = format!("/clients/{ilona}/contacts");
        let meeting = [
            ("held_on", "2.12.2026"),
            ("held_at", "10"),
            ("kind", "network-meeting"),
            ("parties", "authority"),
            ("discussed", "Kuntoutuksen jatko"),
            ("agreed", "Lähetä kutsu"),
            ("agreed_by", "25.11.2026"),
        ];
        assert_eq!(maija.post(&page, &meeting).await.status, 303);
        let address = calendar_of(&maija).await;
        let before = entries(&app).await;
        let feed = app.anonymous(Request::get(&address), String::new()).await;
        assert_eq!(feed.status, 200, "{}", feed.body);
        assert_eq!(feed.headers["content-type"], "text/calendar; charset=utf-8");
        assert!(
            feed.says("DTSTART:20261202T080000Z") && feed.says("SUMMARY:Tapaaminen"),
            "{}",
            feed.body
        );
        assert!(
            feed.says("DTSTART;VALUE=DATE:20261125") && feed.says("SUMMARY:Tehtävä"),
            "{}",
            feed.body
        );
        let ilona = ilona.to_string();
        for secret in [
            "Malli",
            "Ilona",
            "Kuntoutuksen",
            "kutsu",
            "Verkosto",
            ilona.as_str(),
        ] {
            assert!(!feed.says(secret), "{secret} in {}", feed.body);
        }
        assert!(entries(&app).await > before, "E4: the look is in the log");
    })
    .await;
}

#[tokio::test]
async fn b11_a_calendar_address_that_is_nobodys_is_nothing() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let address = calendar_of(&maija).await;
        assert_eq!(
            app.anonymous(Request::get(format!("{address}.ics")), String::new())
                .await
                .status,
            200
        );
        let nobodys = app
            .anonymous(Request::get("/calendar/nobodys.ics"), String::new())
            .await;
        let nothing = app.anonymous(Request::get("/no/such/page"), String::new()).await;
        assert_eq!((nobodys.status, nobodys.body), (404, nothing.body));
        maija.post("/account/calendar/revoke", &[]).await;
        assert_eq!(
            app.anonymous(Request::get(&address), String::new()).await.status,
            404
        );
    })
    .await;
}

#[tokio::test]
async fn b11_a_meeting_of_this_afternoon_is_what_comes_next() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let page = format!("/clients/{ilona}/contacts");
        let meeting = [
            ("held_on", "tänään"),
            ("held_at", "14.15"),
            ("kind", "meeting"),
            ("parties", "client"),
        ];
        assert_eq!(maija.post(&page, &meeting).await.status, 303);
        let client = maija.get(&format!("/clients/{ilona}")).await;
        assert!(client.says("klo 14.15"), "{}", client.body);
        assert!(maija.get(&page).await.says("Tulossa"));
    })
    .await;
}

async fn entries(app: &TestApp) -> u64 {
    app.desk.sequence_audit().await.expect("sequenced");
    let report = app.desk.verify_audit(app.register, None).await.expect("a report");
    report.ledger.entries
}
