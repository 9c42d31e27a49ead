//! Stories about lists as files: who is in them, what is harmless in them, and the proof that they ask for (E2, E4).

use jiff::SignedDuration;
use polku_desk::access::Role;
use polku_testkit::{Answer, Browser, Client, TestApp, for_each_backend, on_sqlite};
use serde_json::json;

const NAMES_AS_CSV: &[(&str, &str)] = &[
    ("show", "all"),
    ("group", ""),
    ("columns", "last-name"),
    ("columns", "first-names"),
    ("format", "csv"),
];

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    let value = answer.headers.get(name).expect("a header");
    value.to_str().expect("plain text")
}

/// A group of a manager's in which a client of one coach works and that another coaches.
async fn group_with(
    app: &TestApp,
    anna: &Browser,
    maija: &Browser,
    client: impl std::fmt::Display,
) -> String {
    let made = anna
        .post("/groups", &[("name", "Puupaja"), ("place", "Halli 2")])
        .await;
    let group = made.location().rsplit('/').next().unwrap_or_default();
    let group = group.split('#').next().unwrap_or_default().to_owned();
    let account = maija.account.to_string();
    let coach = [("account", account.as_str()), ("from", "1.11.2026")];
    anna.post(&format!("/groups/{group}/coaches"), &coach).await;
    let period = [
        ("measure", "coaching"),
        ("workgroup", group.as_str()),
        ("starts_on", "23.11."),
        ("weekdays", "monday"),
        ("hours", "6"),
        ("state", "ongoing"),
    ];
    let answer = anna.post(&format!("/clients/{client}/periods"), &period).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    app.after(SignedDuration::from_secs(1));
    group
}

/// How many exports stand in the log about a client, as its officer sees it.
async fn exports_told_of(app: &TestApp, tiina: &Browser, client: impl std::fmt::Display) -> usize {
    app.desk.sequence_audit().await.expect("sequenced");
    let looks = tiina.get(&format!("/api/v1/clients/{client}/looks")).await;
    looks.body.matches("\"export\"").count()
}

#[tokio::test]
async fn a_formula_in_a_name_comes_out_as_harmless_text() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        Client::named("=HYPERLINK(\"http://evil.example\")", "+Ilona")
            .of(&maija, &app)
            .await;
        let file = maija.post("/clients/export", NAMES_AS_CSV).await;
        assert_eq!(file.status, 200, "{}", file.body);
        assert!(
            file.says("\"'=HYPERLINK(\"\"http://evil.example\"\")\";\"'+Ilona\""),
            "{}",
            file.body
        );
    })
    .await;
}

/// Excel in Finland reads it by a double click: a byte-order mark, semicolons; the name tells of nobody.
#[tokio::test]
async fn a_file_opens_in_a_finnish_spreadsheet_and_its_name_tells_of_nobody() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        Client::named("Äijälä", "Ilona").of(&maija, &app).await;
        Client::named("Aalto", "Väinö").of(&maija, &app).await;
        let csv = maija.post("/clients/export", NAMES_AS_CSV).await;
        assert_eq!(
            csv.body,
            "\u{feff}\"Sukunimi\";\"Etunimet\"\r\n\"Aalto\";\"Väinö\"\r\n\"Äijälä\";\"Ilona\"\r\n"
        );
        assert_eq!(header(&csv, "content-type"), "text/csv; charset=utf-8");
        assert_eq!(
            header(&csv, "content-disposition"),
            "attachment; filename=\"asiakkaat-2026-11-23.csv\""
        );
        assert_eq!(header(&csv, "cache-control"), "no-store");
        let chosen = json!({ "columns": ["last-name", "standing", "ends-on"], "format": "xlsx" });
        let request =
            axum::http::Request::post("/api/v1/clients/export").header("content-type", "application/json");
        let xlsx = maija.send(request, chosen.to_string()).await;
        assert_eq!(xlsx.status, 200, "{}", xlsx.body);
        assert!(xlsx.body.starts_with("PK"), "a workbook");
        let narrowed = [NAMES_AS_CSV, &[("show", "ended")]].concat();
        let narrowed = maija.post("/clients/export", &narrowed[1..]).await;
        assert!(
            !narrowed.says("Aalto"),
            "nobody's relationship has ended: {}",
            narrowed.body
        );
    })
    .await;
}

/// E2: whose data a coach takes out, the coach answers for; a colleague's client in the same group is not among them.
#[tokio::test]
async fn a_coachs_file_holds_own_clients_only_and_each_is_in_the_log_e4() {
    for_each_backend(|app| async move {
        let (anna, maija, pekka) = (
            app.manager("anna").await,
            app.coach("maija").await,
            app.coach("pekka").await,
        );
        let ilona = Client::named("Malli", "Ilona").of(&pekka, &app).await;
        let vaino = Client::named("Aalto", "Väinö").of(&maija, &app).await;
        group_with(&app, &anna, &maija, ilona).await;
        assert!(maija.get("/clients").await.says("Malli Ilona"), "she may read");
        let file = maija.post("/clients/export", NAMES_AS_CSV).await;
        assert!(file.says("Aalto") && !file.says("Malli"), "{}", file.body);
        let everyone = anna.post("/clients/export", NAMES_AS_CSV).await;
        assert!(
            everyone.says("Aalto") && everyone.says("Malli"),
            "{}",
            everyone.body
        );
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        assert_eq!(exports_told_of(&app, &tiina, vaino).await, 2);
        assert_eq!(exports_told_of(&app, &tiina, ilona).await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_old_proof_is_asked_for_again_and_what_was_chosen_goes_on() {
    on_sqlite(|app| async move {
        app.coach("maija").await;
        app.after(SignedDuration::from_mins(2));
        let browser = app.stranger();
        browser.type_password("maija", &app.password_of("maija")).await;
        let code = app.code_of("maija");
        browser
            .post("/sign-in/second", &[("code", &code), ("next", "/clients")])
            .await;
        app.after(SignedDuration::from_mins(16));
        assert_eq!(
            browser.get("/clients/export").await.status,
            200,
            "choosing shows nobody"
        );

        let asked = browser.post("/clients/export", NAMES_AS_CSV).await;
        assert_eq!(
            (asked.status, asked.location()),
            (307, "/sign-in/again/keep?next=/clients/export")
        );
        let page = browser.post(asked.location(), NAMES_AS_CSV).await;
        assert!(page.says("Kirjoittamasi on tallessa"), "{}", page.body);
        let kept = hidden(&page, "kept");
        let wrong = [("code", "000000"), ("next", "/clients/export"), ("kept", &kept)];
        let again = browser.post("/sign-in/again", &wrong).await;
        assert_eq!((again.status, hidden(&again, "kept")), (422, kept.clone()));

        let opened_again = browser.get(asked.location()).await;
        assert_eq!(opened_again.status, 200, "nothing is kept, and nothing is broken");

        let code = app.code_of("maija");
        let right = [
            ("code", code.as_str()),
            ("next", "/clients/export"),
            ("kept", &kept),
        ];
        let proven = browser.post("/sign-in/again", &right).await;
        assert_eq!(proven.status, 200, "{}", proven.body);
        assert!(
            proven.says("action=\"/clients/export\"") && proven.says("value=\"first-names\""),
            "{}",
            proven.body
        );
        assert_eq!(browser.post("/clients/export", NAMES_AS_CSV).await.status, 200);
    })
    .await;
}

/// The text of a hidden field, as a browser reads it.
fn hidden(page: &Answer, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.body.split_once(&start).expect("a hidden field");
    let text = rest.split('"').next().expect("its end");
    text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[tokio::test]
async fn what_is_missing_is_asked_for_and_what_was_chosen_stays() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let page = maija.get("/clients/export?show=mine").await;
        assert!(
            page.says("Henkilötunnus") && page.says("value=\"mine\" checked"),
            "{}",
            page.body
        );
        let nothing = maija
            .post("/clients/export", &[("show", "mine"), ("format", "csv")])
            .await;
        assert_eq!(nothing.status, 422);
        assert!(
            nothing.says("Valitse ainakin yksi sarake") && nothing.says("value=\"csv\" checked"),
            "{}",
            nothing.body
        );
        let days = [
            ("group", "own"),
            ("from", "2.11.2026"),
            ("to", "1.11.2026"),
            ("format", "csv"),
        ];
        let backwards = maija.post("/attendance/export", &days).await;
        assert_eq!(backwards.status, 422);
        assert!(
            backwards.says("Viimeinen päivä on ennen ensimmäistä"),
            "{}",
            backwards.body
        );
    })
    .await;
}

#[tokio::test]
async fn the_marks_of_a_group_come_by_name_and_day_b6() {
    for_each_backend(|app| async move {
        let (anna, maija) = (app.manager("anna").await, app.coach("maija").await);
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let group = group_with(&app, &anna, &maija, ilona).await;
        let mark = json!({ "marks": [
            { "client": ilona, "date": "2026-11-23", "mark": "present", "minutes": 390, "seen": 0 },
        ]});
        let marked = maija.put_json("/attendance/marks", &mark).await;
        assert_eq!(marked.status, 200, "{}", marked.body);
        let page = maija.get(&format!("/attendance/export?group={group}")).await;
        assert!(
            page.says("Puupaja") && page.says("value=\"1.11.2026\""),
            "{}",
            page.body
        );
        let chosen = [
            ("group", group.as_str()),
            ("from", "1.11.2026"),
            ("to", "30.11.2026"),
            ("format", "csv"),
        ];
        let file = maija.post("/attendance/export", &chosen).await;
        assert!(
            file.says(
                "\"Malli Ilona\";\"2026-11-23\";\"läsnä\";\"6:30\";\"Maija Työntekijä\";\"2026-11-23\""
            ),
            "{}",
            file.body
        );
        let nobodys =
            json!({ "group": app.desk.new_id(), "from": "1.11.2026", "to": "30.11.2026", "format": "csv" });
        let request =
            axum::http::Request::post("/api/v1/attendance/export").header("content-type", "application/json");
        assert_eq!(maija.send(request, nobodys.to_string()).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn open_tasks_come_with_their_client_and_day_b11() {
    for_each_backend(|app| async move {
        let (maija, pekka) = (app.coach("maija").await, app.coach("pekka").await);
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let task = [
            ("title", "Soita Kelaan"),
            ("due_on", "1.12.2026"),
            ("responsible", ""),
        ];
        maija.post(&format!("/clients/{ilona}/tasks"), &task).await;
        assert!(maija.get("/tasks").await.says("/tasks/export?whose=mine"));
        assert_eq!(maija.get("/tasks/export?whose=everybody").await.status, 200);
        let chosen = [("whose", "everybody"), ("format", "csv")];
        let file = maija.post("/tasks/export", &chosen).await;
        assert!(
            file.says("\"Malli Ilona\";\"Soita Kelaan\";\"2026-12-01\";\"Maija Työntekijä\";"),
            "{}",
            file.body
        );
        assert!(!pekka.post("/tasks/export", &chosen).await.says("Kelaan"));
        let request =
            axum::http::Request::post("/api/v1/tasks/export").header("content-type", "application/json");
        let wrong = maija
            .send(request, json!({ "whose": "anybody" }).to_string())
            .await;
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.json()["errors"][1]["key"], "export-format-missing");
    })
    .await;
}

#[tokio::test]
async fn a_main_user_and_an_officer_take_no_lists_out_e2() {
    on_sqlite(|app| async move {
        for (role, name) in [(Role::MainUser, "paula"), (Role::DataProtectionOfficer, "tiina")] {
            let worker = app.worker(role, name).await;
            assert_eq!(worker.get("/clients/export").await.status, 403);
            assert_eq!(worker.post("/clients/export", NAMES_AS_CSV).await.status, 404);
        }
    })
    .await;
}
