//! Somebody into whose every field a canary is written, by the pages and the programs that workers use.

mod papers;
mod rights;
mod served;
mod written;

use polku_testkit::{Answer, Browser, Program, TestApp};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection as _};

const NAME: &str = "Kanarialintu";
const FIRST: &str = "Tipuliina";
const CODE: &str = "010594Y9032";
const PHONE: &str = "401234567";
const STREET: &str = "Häkkikatu";
const ACCOUNT: &str = "12345600000785";
/// Stands in every free text.
const TEXT: &str = "Visertelee sirkuttaen";

/// What must lie open nowhere.
pub(super) const CANARIES: &[&str] = &[
    NAME,
    FIRST,
    CODE,
    PHONE,
    STREET,
    ACCOUNT,
    "isertelee",
    "irkuttaen",
];

/// What was answered while the canaries were planted.
#[derive(Default)]
pub(super) struct Planting {
    /// Where redirects led.
    pub(super) locations: Vec<String>,
    /// What errors said to programs.
    pub(super) errors: Vec<String>,
}

impl Planting {
    /// Plants all of them.
    pub(super) async fn all(app: &TestApp) -> Self {
        let mut planting = Self::default();
        let maija = app.coach("maija").await;
        let program = app.program(&maija).await;
        let client = planting.taken_in(&maija).await;
        planting.told_of_health(&maija, &client).await;
        planting.served(&maija, &client).await;
        planting.written_about(&maija, &program, &client).await;
        planting.assessed(app, &maija, &program, &client).await;
        planting.consented(&program, &client).await;
        Box::pin(planting.agreed_on(app, &maija, &program, &client)).await;
        planting.let_in(&program, &client).await;
        Box::pin(planting.written_up(app, &maija, &program, &client)).await;
        Box::pin(planting.papers(app, &maija, &client)).await;
        planting.disclosed(&program, &client).await;
        Box::pin(planting.on_paper(app, &maija, &client)).await;
        planting.searched_for(&maija, &program).await;
        planting.opened_in_an_emergency(app).await;
        planting.paid_to(app, &maija, &client).await;
        Box::pin(planting.retained(app, &client)).await;
        Box::pin(planting.asked_about(app, &client)).await;
        Box::pin(planting.photographed(app)).await;
        planting
    }

    /// Searches, and what goes wrong, tell nothing either.
    async fn searched_for(&mut self, maija: &Browser, program: &Program) {
        for text in [NAME, CODE, PHONE] {
            assert_eq!(maija.post("/find", &[("q", text)]).await.status, 200);
        }
        let wrong = json!({ "fields": { "last_name": { "value": NAME }, "identity_code": { "value": "010594Y9033" } },
            "origin": { "source": NAME, "channel": TEXT }, "relationship": { "basis": TEXT } });
        for (path, body) in [
            ("/api/v1/clients", &wrong),
            ("/api/v1/clients/find", &json!({ "q": [NAME] })),
        ] {
            let answer = program.post(path, body).await;
            assert!((400..500).contains(&answer.status), "{}", answer.body);
            self.errors.push(answer.body);
        }
        let nowhere = maija.get(&format!("/clients/{NAME}/diary")).await;
        assert_eq!(nowhere.status, 404);
    }

    async fn opened_in_an_emergency(&mut self, app: &TestApp) {
        let pekka = app.coach("pekka").await;
        let reason = format!("{TEXT} ja tarvitsee apua");
        self.sent(&pekka, "/emergency", &[("code", CODE), ("reason", &reason)])
            .await;
    }

    async fn sent(&mut self, who: &Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = who.post(path, fields).await;
        let errors = answer
            .body
            .split("error-summary")
            .nth(1)
            .and_then(|rest| rest.split("</ul>").next());
        assert_eq!(answer.status, 303, "{path}: {errors:?}");
        self.locations.push(answer.location().to_owned());
        answer
    }

    async fn made(&mut self, program: &Program, path: &str, body: &Value) -> String {
        let answer = program.post(path, body).await;
        assert_eq!(answer.status, 201, "{path}: {}", answer.body);
        self.locations.push(answer.location().to_owned());
        answer.json()["id"].as_str().expect("an id").to_owned()
    }
}

/// The tables of sealed values about people that no canary reached.
pub(super) async fn without_canary(app: &TestApp) -> Vec<String> {
    let columns = app.desk.database().columns().await.expect("a catalogue");
    let url = format!("sqlite:{}", app.folder.join("polku.db").display());
    let mut database = sqlx::SqliteConnection::connect(&url).await.expect("the database");
    let mut empty = Vec::new();
    for table in columns
        .iter()
        .filter_map(|column| column.strip_suffix(".sealed BLOB"))
    {
        let is_about_people = columns.contains(&format!("{table}.subject BLOB"));
        let sql = format!("SELECT COUNT(*) FROM {table}");
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql))
            .fetch_one(&mut database)
            .await
            .expect("a count");
        if is_about_people && rows == 0 {
            empty.push(table.to_owned());
        }
    }
    empty
}
