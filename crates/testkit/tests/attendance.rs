//! Stories about attendance (B6).

use polku_testkit::{Answer, Browser, Client, TestApp, for_each_backend};
use serde_json::{Value, json};

const TODAY: &str = "2026-11-23";

fn made(answer: &Answer) -> String {
    let path = answer.location().split('#').next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

/// A group that a coach coaches from today on.
async fn group_of(coach: &Browser, manager: &Browser) -> String {
    let group = made(
        &manager
            .post("/groups", &[("name", "Puupaja"), ("place", "Halli 2")])
            .await,
    );
    let account = coach.account.to_string();
    let fields = [("account", account.as_str()), ("from", "tänään")];
    let answer = manager.post(&format!("/groups/{group}/coaches"), &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    group
}

/// A client whose period has begun in a group, six hours a day.
async fn member(coach: &Browser, app: &TestApp, name: &str, group: &str) -> String {
    let client = Client::named("Malli", name).of(coach, app).await;
    let mut fields = vec![
        ("measure", "coaching"),
        ("workgroup", group),
        ("starts_on", "23.11."),
        ("hours", "6"),
        ("state", "ongoing"),
    ];
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"];
    fields.extend(weekdays.map(|day| ("weekdays", day)));
    let answer = coach.post(&format!("/clients/{client}/periods"), &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    client.to_string()
}

fn mark(client: &str, mark: &str, seen: i64) -> Value {
    json!({ "client": client, "date": TODAY, "mark": mark, "minutes": 360, "seen": seen })
}

async fn put(worker: &Browser, marks: &[Value]) -> Answer {
    worker
        .put_json("/attendance/marks", &json!({ "marks": marks }))
        .await
}

async fn day_of(app: &TestApp, worker: &Browser, group: &str) -> Answer {
    let program = app.program(worker).await;
    program
        .get(&format!("/api/v1/groups/{group}/attendance?date={TODAY}"))
        .await
}

#[tokio::test]
async fn a_coach_marks_fifteen_people_in_one_save_b6() {
    for_each_backend(|app| async move {
        let (anna, maija) = (app.manager("anna").await, app.coach("maija").await);
        let group = group_of(&maija, &anna).await;
        let mut clients = Vec::new();
        for number in 0..15 {
            clients.push(member(&maija, &app, &format!("Henkilö {number}"), &group).await);
        }
        let page = maija.get(&format!("/attendance?group={group}")).await;
        assert!(
            page.says("15 asiakasta") && page.says("Kaikki muut läsnä"),
            "{}",
            page.body
        );

        // One is ill; the form sends the rows as they were shown.
        let rows: Vec<(String, String)> = clients
            .iter()
            .map(|client| (format!("was.{client}"), "expected 0 expected 0 360".to_owned()))
            .chain([(format!("mark.{}", clients[3]), "sick".to_owned())])
            .collect();
        let mut fields: Vec<(&str, &str)> = rows
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        fields.extend([("group", group.as_str()), ("day", TODAY), ("do", "everyone-else")]);
        let saved = maija.post("/attendance", &fields).await;
        assert_eq!(saved.status, 303, "{}", saved.body);

        let day = day_of(&app, &maija, &group).await.json();
        assert_eq!(
            (
                &day["counts"]["present"],
                &day["counts"]["absent"],
                &day["counts"]["unmarked"]
            ),
            (&json!(14), &json!(1), &json!(0))
        );
    })
    .await;
}

/// All or nothing: one person who is not the coach's stops the whole save, and says nothing of that person (A8).
#[tokio::test]
async fn nothing_is_marked_when_one_of_the_people_is_not_hers_b6_a8() {
    for_each_backend(|app| async move {
        let (anna, maija, pekka) = (
            app.manager("anna").await,
            app.coach("maija").await,
            app.coach("pekka").await,
        );
        let group = group_of(&maija, &anna).await;
        let ilona = member(&maija, &app, "Ilona", &group).await;
        let hidden = Client::named("Salainen", "Seppo")
            .of(&pekka, &app)
            .await
            .to_string();
        let answer = put(&maija, &[mark(&ilona, "present", 0), mark(&hidden, "present", 0)]).await;
        assert_eq!(answer.status, 404, "{}", answer.body);
        assert!(!answer.says("Salainen"));
        let day = day_of(&app, &maija, &group).await.json();
        assert_eq!(
            day["clients"][0]["version"],
            json!(0),
            "Ilona is not marked either"
        );
    })
    .await;
}

#[tokio::test]
async fn a_mark_that_somebody_changed_first_is_not_overwritten_and_both_are_told_b6() {
    for_each_backend(|app| async move {
        let (anna, maija) = (app.manager("anna").await, app.coach("maija").await);
        let group = group_of(&maija, &anna).await;
        let ilona = member(&maija, &app, "Ilona", &group).await;
        assert_eq!(put(&anna, &[mark(&ilona, "sick", 0)]).await.status, 200);
        let overtaken = put(&maija, &[mark(&ilona, "present", 0)]).await;
        assert_eq!(overtaken.status, 409);
        assert!(
            overtaken.says("tallennettu sairas") && overtaken.says("sinun merkintäsi läsnä"),
            "{}",
            overtaken.body
        );
        // What was sent twice, because the answer was lost, is no conflict.
        assert_eq!(put(&anna, &[mark(&ilona, "sick", 0)]).await.status, 200);
        assert_eq!(put(&maija, &[mark(&ilona, "present", 1)]).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_late_change_shows_who_and_when_b6() {
    for_each_backend(|app| async move {
        let (anna, maija) = (app.manager("anna").await, app.coach("maija").await);
        let group = group_of(&maija, &anna).await;
        let ilona = member(&maija, &app, "Ilona", &group).await;
        assert_eq!(put(&maija, &[mark(&ilona, "present", 0)]).await.status, 200);
        let year = format!("/clients/{ilona}/attendance");
        assert!(maija.get(&year).await.says("ei ole muutettu jälkikäteen"));

        app.after(jiff::SignedDuration::from_hours(8 * 24));
        let maija = maija.again(&app).await;
        assert_eq!(put(&maija, &[mark(&ilona, "sick", 1)]).await.status, 200);
        let page = maija.get(&year).await;
        assert!(
            page.says("→ sairas") && page.says("Muuttanut Maija Työntekijä"),
            "{}",
            page.body
        );
        let grid = maija.get(&format!("/attendance?group={group}&day={TODAY}")).await;
        assert!(
            grid.says("Yksi merkintä on muutettu jälkikäteen"),
            "{}",
            grid.body
        );
        let program = app.program(&maija).await;
        let answer = program
            .get(&format!("/api/v1/clients/{ilona}/attendance?year=2026"))
            .await
            .json();
        assert_eq!(answer["late_changes"][0]["after"]["mark"], json!("sick"));
        assert_eq!(answer["totals"]["sick"], json!(1));
    })
    .await;
}

#[tokio::test]
async fn the_last_save_of_a_session_can_be_undone_step_by_step_b6() {
    for_each_backend(|app| async move {
        let (anna, maija) = (app.manager("anna").await, app.coach("maija").await);
        let group = group_of(&maija, &anna).await;
        let ilona = member(&maija, &app, "Ilona", &group).await;
        assert_eq!(put(&maija, &[mark(&ilona, "present", 0)]).await.status, 200);
        assert_eq!(put(&maija, &[mark(&ilona, "sick", 1)]).await.status, 200);
        let stands = async || day_of(&app, &maija, &group).await.json()["clients"][0]["mark"].clone();
        let undo = async || maija.post("/attendance/undo", &[("group", &group)]).await.status;
        assert_eq!((undo().await, stands().await), (303, json!("present")));
        assert_eq!((undo().await, stands().await), (303, json!("expected")));
        assert_eq!((undo().await, stands().await), (303, json!("expected")));
    })
    .await;
}

#[tokio::test]
async fn nobody_is_marked_present_tomorrow_b6() {
    for_each_backend(|app| async move {
        let (anna, maija) = (app.manager("anna").await, app.coach("maija").await);
        let group = group_of(&maija, &anna).await;
        let ilona = member(&maija, &app, "Ilona", &group).await;
        let tomorrow =
            json!({ "client": ilona, "date": "2026-11-24", "mark": "present", "minutes": 360, "seen": 0 });
        let answer = put(&maija, &[tomorrow]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.says("vasta samana päivänä"), "{}", answer.body);
    })
    .await;
}

#[tokio::test]
async fn a_program_marks_a_day_on_the_version_it_saw_b6() {
    for_each_backend(|app| async move {
        let (anna, maija) = (app.manager("anna").await, app.coach("maija").await);
        let group = group_of(&maija, &anna).await;
        let ilona = member(&maija, &app, "Ilona", &group).await;
        let path = format!("/api/v1/groups/{group}/attendance?date={TODAY}");
        let seen = day_of(&app, &maija, &group).await;
        let marks = json!({ "marks": [{ "client": ilona, "mark": "present", "minutes": 240 }] });
        let program = app.program(&maija).await;
        let marked = program.put(&path, seen.etag(), &marks).await;
        assert_eq!(
            (marked.status, &marked.json()["counts"]["present"]),
            (200, &json!(1))
        );
        assert_eq!(program.put(&path, seen.etag(), &marks).await.status, 412);
    })
    .await;
}

/// A2: what a profile lacks exists nowhere.
#[tokio::test]
async fn a_register_without_attendance_has_no_pages_of_it_a2() {
    for_each_backend(|app| async move {
        let register = app.register("kuopio", "kuopio").await;
        let coach = app
            .worker_in(register, polku_desk::access::Role::Coach, "kalle")
            .await;
        assert_eq!(coach.get("/attendance").await.status, 404);
        assert!(!coach.get("/clients").await.says("href=\"/attendance\""));
    })
    .await;
}
