//! Stories about groups and who coaches them.

use polku_testkit::{Answer, Browser, Client, TestApp, for_each_backend};
use serde_json::json;

/// What stands after the last slash of where an answer leads, without the fragment.
fn made(answer: &Answer) -> String {
    let path = answer.location().split('#').next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

async fn group(manager: &Browser, name: &str) -> String {
    let answer = manager
        .post("/groups", &[("name", name), ("place", "Halli 2")])
        .await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    made(&answer)
}

async fn coached_by(manager: &Browser, group: &str, coach: &Browser, from: &str) {
    let account = coach.account.to_string();
    let fields = [("account", account.as_str()), ("from", from)];
    let answer = manager.post(&format!("/groups/{group}/coaches"), &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

async fn started_in(coach: &Browser, app: &TestApp, name: &str, group: &str) -> String {
    let client = Client::named("Malli", name).of(coach, app).await;
    let fields = [
        ("measure", "coaching"),
        ("workgroup", group),
        ("starts_on", "23.11."),
        ("weekdays", "monday"),
        ("hours", "6"),
        ("state", "ongoing"),
    ];
    let answer = coach.post(&format!("/clients/{client}/periods"), &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    client.to_string()
}

#[tokio::test]
async fn a_manager_makes_a_group_and_a_coach_sees_who_comes_to_it_b2_e2() {
    for_each_backend(|app| async move {
        let (anna, maija, pekka) = (
            app.manager("anna").await,
            app.coach("maija").await,
            app.coach("pekka").await,
        );
        let group = group(&anna, "Puupaja").await;
        coached_by(&anna, &group, &pekka, "tänään").await;
        let ilona = started_in(&maija, &app, "Ilona", &group).await;

        let page = pekka.get(&format!("/groups/{group}")).await;
        assert!(page.says("Puupaja") && page.says("Malli Ilona"), "{}", page.body);
        assert_eq!(pekka.get(&format!("/clients/{ilona}/periods")).await.status, 200);
        let list = pekka.get("/groups").await;
        assert!(
            list.says("Puupaja") && list.says("Pekka Työntekijä"),
            "{}",
            list.body
        );
    })
    .await;
}

/// A8: a group that is not one's own is as if it did not exist.
#[tokio::test]
async fn a_coach_sees_own_groups_only_and_changes_none_e2() {
    for_each_backend(|app| async move {
        let (anna, pekka) = (app.manager("anna").await, app.coach("pekka").await);
        let group = group(&anna, "Puupaja").await;
        assert!(!pekka.get("/groups").await.says("Puupaja"));
        let hidden = pekka.get(&format!("/groups/{group}")).await;
        assert_eq!(hidden.status, 404);
        let missing = pekka.get("/groups/0192f0c0-0000-7000-8000-00000000dead").await;
        assert_eq!(missing.status, 404);
        assert!(!hidden.says("Puupaja"));
        let refused = pekka.post("/groups", &[("name", "Omapaja")]).await;
        assert_eq!(refused.status, 403, "{}", refused.body);
        assert_eq!(pekka.get("/groups/new").await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn a_coach_no_longer_sees_the_clients_when_the_time_in_the_group_is_over_e1() {
    for_each_backend(|app| async move {
        let (anna, maija, pekka) = (
            app.manager("anna").await,
            app.coach("maija").await,
            app.coach("pekka").await,
        );
        let group = group(&anna, "Puupaja").await;
        coached_by(&anna, &group, &pekka, "23.11.2026").await;
        let ilona = started_in(&maija, &app, "Ilona", &group).await;
        let page = anna.get(&format!("/groups/{group}")).await;
        let coaching = between(&page.body, "/coaches/", "/end");
        let end = format!("/groups/{group}/coaches/{coaching}/end");

        let too_early = anna.post(&end, &[("until", "22.11.")]).await;
        assert_eq!(too_early.status, 422);
        assert!(
            too_early.says("Päättymispäivä on ennen alkamispäivää."),
            "{}",
            too_early.body
        );
        assert_eq!(anna.post(&end, &[("until", "23.11.")]).await.status, 303);
        let periods = format!("/clients/{ilona}/periods");
        assert_eq!(
            pekka.get(&periods).await.status,
            200,
            "the last day is still the coach's"
        );
        app.after(jiff::SignedDuration::from_hours(24));
        let pekka = pekka.again(&app).await;
        assert_eq!(pekka.get(&periods).await.status, 404);
        assert_eq!(pekka.get(&format!("/groups/{group}")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_group_closes_only_when_nobody_is_in_it_b2() {
    for_each_backend(|app| async move {
        let (anna, maija) = (app.manager("anna").await, app.coach("maija").await);
        let group = group(&anna, "Puupaja").await;
        let ilona = started_in(&maija, &app, "Ilona", &group).await;
        let close = format!("/groups/{group}/close");
        assert_eq!(anna.get(&close).await.status, 200);
        let fields = [("version", "1"), ("closed_on", "23.11.")];
        let refused = anna.post(&close, &fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Ryhmässä on vielä asiakkaita."), "{}", refused.body);

        let periods = maija.get(&format!("/clients/{ilona}/periods")).await;
        let period = between(&periods.body, "id=\"period-", "\"");
        let ended = [
            ("version", "1"),
            ("outcome", "completed"),
            ("ended_on", "23.11."),
            ("placement", "education"),
        ];
        let end = format!("/clients/{ilona}/periods/{period}/end");
        assert_eq!(maija.post(&end, &ended).await.status, 303);
        app.after(jiff::SignedDuration::from_hours(24));
        let anna = anna.again(&app).await;
        let closed = anna
            .post(&close, &[("version", "1"), ("closed_on", "eilen")])
            .await;
        assert_eq!(closed.status, 303, "{}", closed.body);
        assert!(anna.get("/groups").await.says("suljettu 23.11.2026"));
    })
    .await;
}

#[tokio::test]
async fn two_who_rename_a_group_at_once_see_both_names_b2() {
    for_each_backend(|app| async move {
        let (anna, liisa) = (app.manager("anna").await, app.main_user("liisa").await);
        let group = group(&anna, "Puupaja").await;
        let page = format!("/groups/{group}");
        assert!(anna.get(&format!("{page}/edit")).await.says("Puupaja"));
        let first = [("version", "1"), ("name", "Metallipaja"), ("place", "")];
        assert_eq!(liisa.post(&page, &first).await.status, 303);
        let second = [("version", "1"), ("name", "Tekstiilipaja"), ("place", "")];
        let conflict = anna.post(&page, &second).await;
        assert_eq!(conflict.status, 422);
        assert!(
            conflict.says("Metallipaja") && conflict.says("Tekstiilipaja"),
            "{}",
            conflict.body
        );
        let again = [("version", "2"), ("name", "Tekstiilipaja"), ("place", "")];
        assert_eq!(anna.post(&page, &again).await.status, 303);
        let taken = anna.post("/groups", &[("name", "tekstiilipaja")]).await;
        assert_eq!(taken.status, 422);
        assert!(taken.says("Samanniminen ryhmä on jo toiminnassa."));
    })
    .await;
}

#[tokio::test]
async fn a_program_manages_groups_as_a_person_does_b2() {
    for_each_backend(|app| async move {
        let (anna, maija) = (app.manager("anna").await, app.coach("maija").await);
        let program = app.program(&anna).await;
        let made = program
            .post("/api/v1/groups", &json!({ "name": "Puupaja" }))
            .await;
        assert_eq!((made.status, made.etag()), (201, "\"1\""), "{}", made.body);
        let group = made.location().to_owned();
        assert!(group.starts_with("/api/v1/groups/"));
        let coach = json!({ "account": maija.account.to_string(), "from": "2026-11-23" });
        let added = program.post(&format!("{group}/coaches"), &coach).await;
        assert_eq!(added.status, 201, "{}", added.body);
        let twice = program.post(&format!("{group}/coaches"), &coach).await;
        assert_eq!(twice.status, 422);
        assert_eq!(twice.json()["errors"][0]["key"], "groups-coach-there");

        let renamed = json!({ "name": "Pihapaja", "place": "Piha" });
        assert_eq!(program.put(&group, "\"1\"", &renamed).await.status, 204);
        assert_eq!(program.put(&group, "\"1\"", &renamed).await.status, 412);
        let shown = program.get(&group).await;
        assert_eq!(shown.etag(), "\"2\"");
        assert_eq!(shown.json()["name"], "Pihapaja");
        let coaching = shown.json()["coaches"][0]["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        let all = program.get("/api/v1/groups").await.json();
        assert_eq!(all["groups"].as_array().map(Vec::len), Some(1));

        started_in(&maija, &app, "Ilona", group.rsplit('/').next().expect("an id")).await;
        let members = app
            .program(&maija)
            .await
            .get(&format!("{group}/members"))
            .await
            .json();
        assert_eq!(members["members"][0]["name"], "Malli Ilona");
        let close = json!({ "closed_on": "2026-11-23" });
        let refused = program.put(&format!("{group}/close"), "\"2\"", &close).await;
        assert_eq!(refused.json()["errors"][0]["key"], "groups-has-members");
        let end = format!("{group}/coaches/{coaching}/end");
        assert_eq!(
            program.post(&end, &json!({ "until": "2026-11-23" })).await.status,
            204
        );
    })
    .await;
}

/// What stands between two texts, from the first place where both are.
fn between<'a>(body: &'a str, before: &str, after: &str) -> &'a str {
    let start = body.find(before).expect("the text before") + before.len();
    let length = body[start..].find(after).expect("the text after");
    &body[start..start + length]
}
