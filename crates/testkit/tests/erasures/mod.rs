//! Stories about erasing a person's data: two people, what stays and why, and that nothing is left (D4).

mod kept;
mod traces;

use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Browser, Client, TestApp, for_each_backend};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection as _};

const SECRET: &str = "Visertelee sirkuttaen";

async fn do_all(app: &TestApp) {
    while polku_casework::do_next(&app.desk).await {}
}

/// A coach with a client of whom things are written.
async fn ilona(app: &TestApp) -> (Browser, SubjectId) {
    let maija = app.coach("maija").await;
    let client = Client::named("Malli", "Ilona")
        .code("010594Y9032")
        .of(&maija, app)
        .await;
    written_about(app, &maija, client).await;
    (maija, client)
}

async fn written_about(app: &TestApp, maija: &Browser, client: SubjectId) {
    let program = app.program(maija).await;
    let about = format!("/api/v1/clients/{client}");
    let entry = program
        .post(&format!("{about}/diary"), &json!({ "text": SECRET }))
        .await;
    assert_eq!(entry.status, 201, "{}", entry.body);
    let goal = json!({ "title": SECRET, "description": SECRET, "target": "4" });
    assert_eq!(program.post(&format!("{about}/goals"), &goal).await.status, 201);
    let paper = polku_documents::plain_pdf(&[&[SECRET]]);
    let sent = program
        .send_file(&format!("{about}/documents"), "paperi.pdf", &paper)
        .await;
    assert_eq!(sent.status, 201, "{}", sent.body);
    do_all(app).await;
}

fn proposal(ground: &'static str) -> [(&'static str, &'static str); 3] {
    [("ground", ground), ("reasons", "Asiakas pyysi."), ("request", "")]
}

/// The id of the erasure that a page offers to decide on.
fn erasure_on(page: &str) -> String {
    let after = page.split("/erasure/").nth(1).expect("an erasure on the page");
    after.split('/').next().unwrap_or_default().to_owned()
}

async fn proposed(who: &Browser, client: SubjectId, ground: &'static str) -> String {
    let page = format!("/clients/{client}/erasure");
    let answer = who.post(&page, &proposal(ground)).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    erasure_on(&who.get(&page).await.body)
}

/// The latest certificate.
async fn certificate(app: &TestApp, who: &Browser) -> Value {
    app.program(who)
        .await
        .get("/api/v1/retention/certificates")
        .await
        .json()[0]
        .clone()
}

/// How many rows of the whole database name somebody: in columns of people, and as the text of an address.
async fn rows_of(app: &TestApp, client: SubjectId) -> i64 {
    let url = format!("sqlite:{}", app.folder.join("polku.db").display());
    let mut database = sqlx::SqliteConnection::connect(&url).await.expect("the database");
    let mut rows = 0;
    for column in app.desk.database().columns().await.expect("a catalogue") {
        let (place, kind) = column.split_once(' ').expect("a column");
        let (table, column) = place.split_once('.').expect("a column");
        let sql = match kind {
            "BLOB" => format!("SELECT COUNT(*) FROM {table} WHERE {column} = x'{}'", hex(client)),
            "TEXT" => format!("SELECT COUNT(*) FROM {table} WHERE {column} LIKE '%{client}%'"),
            _ => continue,
        };
        let found: i64 = sqlx::query_scalar(AssertSqlSafe(sql))
            .fetch_one(&mut database)
            .await
            .expect("a count");
        rows += found;
    }
    rows
}

fn hex(client: SubjectId) -> String {
    client.to_string().replace('-', "")
}

fn papers(app: &TestApp) -> usize {
    let drawers = std::fs::read_dir(app.folder.join("documents"))
        .expect("the store")
        .flatten();
    drawers
        .map(|drawer| std::fs::read_dir(drawer.path()).expect("a drawer").count())
        .sum()
}

#[tokio::test]
async fn an_erasure_takes_two_people_and_leaves_a_certificate_d4() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let (paula, dora) = (
            app.main_user("paula").await,
            app.worker(Role::DataProtectionOfficer, "dora").await,
        );
        let page = format!("/clients/{client}/erasure");
        assert_eq!(maija.get(&page).await.status, 404, "a coach erases nobody");
        assert!(
            paula.get(&format!("/clients/{client}")).await.says(&page),
            "the client's page leads there"
        );
        let shown = paula.get(&format!("{page}?ground=unlawful")).await;
        assert_eq!(shown.status, 200);
        for words in ["Perustiedot", "Asiakirja", "poistuu", "Käyttöloki jää"] {
            assert!(shown.says(words), "{words}\n{}", shown.body);
        }
        let erasure = proposed(&paula, client, "unlawful").await;
        let again = paula.post(&page, &proposal("unlawful")).await;
        assert!(
            again.status == 422 && again.says("Poistamista on jo esitetty."),
            "{}",
            again.body
        );
        assert!(
            dora.get("/retention").await.says("Malli Ilona"),
            "it waits for others to decide"
        );
        let approved = dora.post(&format!("{page}/{erasure}/approve"), &[]).await;
        assert_eq!(
            (approved.status, approved.location()),
            (303, "/retention"),
            "{}",
            approved.body
        );
        do_all(&app).await;
        for who in [&maija, &paula, &dora] {
            assert_eq!(who.get(&format!("/clients/{client}")).await.status, 404);
            assert_eq!(who.get(&page).await.status, 404);
        }
        assert!(!maija.get("/clients").await.says("Ilona"));
        let found = maija.post("/find", &[("q", "010594Y9032")]).await;
        assert!(!found.says("Ilona"), "{}", found.body);
        assert_eq!(papers(&app), 0, "the papers are gone");
        assert!(
            app.desk
                .content_of(app.register, client)
                .await
                .expect("an answer")
                .is_empty()
        );

        let certificate = certificate(&app, &paula).await;
        assert_eq!(certificate["kind"], "erasure");
        assert_eq!(certificate["content"]["people"], 1);
        assert_eq!(certificate["content"]["documents"], 1);
        assert_eq!(certificate["content"]["rows"]["diary_entry"], 1);
        assert!(
            certificate["content"]["left"]
                .as_array()
                .expect("a list")
                .is_empty()
        );
        let id = certificate["id"].as_str().expect("an id");
        assert_eq!(id, erasure);
        let one = format!("/retention/certificates/{id}");
        let shown = paula.get(&one).await;
        assert!(shown.says("Paula Työntekijä") && shown.says("Dora Työntekijä") && !shown.says("Ilona"));
        let printed = paula.get(&format!("{one}/pdf")).await;
        assert!(printed.status == 200 && printed.bytes.starts_with(b"%PDF"));
        let one = format!("/api/v1/retention/certificates/{id}");
        let by_program = app.program(&paula).await.get(&one).await;
        assert_eq!(by_program.json()["content"]["ground"], "unlawful");
        let replayed = app.desk.replay_tombstones().await.expect("a replay");
        assert!(replayed.is_clean() && replayed.tombstones == 1);
    })
    .await;
}

/// Bad input: two erasure approvals by the same person.
#[tokio::test]
async fn whoever_proposed_does_not_approve_and_nothing_is_half_done_d4() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let paula = app.main_user("paula").await;
        let erasure = proposed(&paula, client, "unlawful").await;
        let page = format!("/clients/{client}/erasure");
        let before = paula.get(&page).await;
        assert!(before.says("Toinen henkilö hyväksyy") && !before.says("Hyväksy poistaminen"));
        for _ in 0..2 {
            let refused = paula.post(&format!("{page}/{erasure}/approve"), &[]).await;
            assert_eq!(refused.status, 422, "{}", refused.body);
            assert!(refused.says("Esittäjä ei voi itse hyväksyä"), "{}", refused.body);
        }
        do_all(&app).await;
        assert_eq!(maija.get(&format!("/clients/{client}/diary")).await.status, 200);
        assert!(paula.get(&page).await.says("odottaa päätöstä"));
        assert_eq!(papers(&app), 1);
        let program = app.program(&paula).await;
        assert_eq!(
            program.get("/api/v1/retention/certificates").await.json(),
            json!([])
        );
        let dora = app.worker(Role::DataProtectionOfficer, "dora").await;
        let looks = dora.get(&format!("/clients/{client}/looks")).await;
        assert!(
            looks.says("Paula Työntekijä"),
            "the attempts are in the log: {}",
            looks.body
        );
        // A program never approves: it takes a person at a screen.
        let by_token = program
            .post(
                &format!("/api/v1/clients/{client}/erasures/{erasure}/approve"),
                &json!({}),
            )
            .await;
        assert_eq!(by_token.status, 403, "{}", by_token.body);
    })
    .await;
}
