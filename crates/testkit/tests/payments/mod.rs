//! Stories about attendance for payers: months, corrections, allowances and their payment file (B6, A2).

mod allowances;
mod months;

use jiff::SignedDuration;
use polku_desk::access::Role;
use polku_testkit::{Answer, Browser, TestApp, on_sqlite};
use serde_json::{Value, json};

const ACCOUNT: &str = "FI21 1234 5600 0007 85";
const MONTH: &str = "2026-11";
/// The days of a period that begins on the story's Monday, until the month is over.
const DAYS: [&str; 6] = [
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2026-11-26",
    "2026-11-27",
    "2026-11-30",
];

fn made(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", errors(answer));
    let path = answer.location().split('#').next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

/// What a page says is to be mended.
fn errors(answer: &Answer) -> &str {
    let summary = answer.body.split("error-summary").nth(1);
    summary
        .and_then(|rest| rest.split("</ul>").next())
        .unwrap_or(&answer.body)
}

/// Somebody taken in by a coach, with or without an account, in a group from the story's Monday on.
async fn member(coach: &Browser, group: &str, name: &str, account: Option<&str>) -> String {
    // Everyone is born on a day of their own, so that nobody is taken for somebody else (A9).
    let born = format!("{}.3.1990", name.len());
    let mut fields = vec![
        ("last_name", "Malli"),
        ("first_names", name),
        ("birth_date", born.as_str()),
        ("source", "client"),
        ("channel", "oral"),
        ("basis", "coaching"),
        ("started_on", "23.11.2026"),
    ];
    fields.extend(account.map(|account| ("bank_account", account)));
    let client = made(&coach.post("/clients", &fields).await);
    let mut period = vec![
        ("measure", "coaching"),
        ("workgroup", group),
        ("starts_on", "23.11."),
        ("hours", "6"),
        ("state", "ongoing"),
    ];
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"];
    period.extend(weekdays.map(|day| ("weekdays", day)));
    let answer = coach.post(&format!("/clients/{client}/periods"), &period).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    client
}

/// A coach, a manager and a group, in a register.
struct Paja {
    app: TestApp,
    maija: Browser,
    anna: Browser,
    group: String,
}

impl Paja {
    async fn of(app: TestApp) -> Self {
        let register = app.register;
        Self::in_register(app, register).await
    }

    async fn in_register(app: TestApp, register: polku_desk::RegisterId) -> Self {
        let anna = app.worker_in(register, Role::ServiceManager, "anna").await;
        let maija = app.worker_in(register, Role::Coach, "maija").await;
        let group = made(
            &anna
                .post("/groups", &[("name", "Puupaja"), ("place", "Halli 2")])
                .await,
        );
        let account = maija.account.to_string();
        let fields = [("account", account.as_str()), ("from", "tänään")];
        let answer = anna.post(&format!("/groups/{group}/coaches"), &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        Self {
            app,
            maija,
            anna,
            group,
        }
    }

    /// It is the first of December: the month is over.
    async fn a_week_later(&mut self) {
        self.app.after(SignedDuration::from_hours(8 * 24));
        self.sign_in().await;
    }

    async fn sign_in(&mut self) {
        self.maija = self.maija.again(&self.app).await;
        self.anna = self.anna.again(&self.app).await;
    }

    async fn mark(&self, client: &str, days: &[&str], mark: &str) -> Answer {
        let marks = days
            .iter()
            .map(|day| json!({ "client": client, "date": day, "mark": mark, "minutes": 360, "seen": 0 }));
        let marks: Vec<Value> = marks.collect();
        self.maija
            .put_json("/attendance/marks", &json!({ "marks": marks }))
            .await
    }

    async fn sheet(&self, worker: &Browser) -> Value {
        let program = self.app.program(worker).await;
        let path = format!("/api/v1/groups/{}/months?month={MONTH}", self.group);
        program.get(&path).await.json()
    }

    /// The manager confirms the month of everyone as it is now.
    async fn confirm(&self) -> Answer {
        let sheet = self.sheet(&self.anna).await;
        let people = sheet["people"].as_array().expect("people");
        let seen: Vec<Value> = people
            .iter()
            .map(|person| json!({ "client": person["client"], "seen": person["version"] }))
            .collect();
        let program = self.app.program(&self.anna).await;
        program
            .post(
                "/api/v1/months/confirm",
                &json!({ "month": MONTH, "clients": seen }),
            )
            .await
    }

    /// A coach corrects a day, and the manager confirms the correction.
    async fn correct(&self, client: &str, day: &str, mark: &str) {
        let program = self.app.program(&self.maija).await;
        let correction =
            json!({ "date": day, "mark": mark, "hours": "", "reason": "Todistus saatiin jälkikäteen" });
        let path = format!("/api/v1/clients/{client}/months/corrections");
        let answer = program.post(&path, &correction).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        let id = answer.json()["id"].as_str().expect("an id").to_owned();
        let program = self.app.program(&self.anna).await;
        let decide = format!("/api/v1/clients/{client}/months/corrections/{id}/decide");
        let decided = program.post(&decide, &json!({ "decision": "confirm" })).await;
        assert_eq!(decided.status, 200, "{}", decided.body);
        assert_eq!(decided.json()["state"], json!("confirmed"));
    }

    async fn ground(&self, client: &str, ground: &str) {
        let fields = [
            ("ground", ground),
            ("from", "1.11.2026"),
            ("source", "Päätös 1.11.2026"),
        ];
        let answer = self
            .maija
            .post(&format!("/clients/{client}/allowance"), &fields)
            .await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }

    async fn payer(&self) {
        let paula = self.app.main_user("paula").await;
        let fields = [
            ("version", "0"),
            ("name", "Esimerkin työpaja"),
            ("account", ACCOUNT),
            ("service_id", ""),
            ("message", "Maksu"),
        ];
        let answer = paula.post("/admin/payer", &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }

    async fn overview(&self) -> Value {
        let program = self.app.program(&self.anna).await;
        program
            .get(&format!("/api/v1/allowances?month={MONTH}"))
            .await
            .json()
    }

    async fn draft(&self) -> String {
        made(&self.anna.post("/allowances", &[("month", MONTH)]).await)
    }

    /// `to` is the end of an address: `/confirm`, `/paid` or `/cancel`.
    async fn turn(&self, run: &str, to: &str, version: &str) {
        let fields = [("version", version), ("reason", "not-sent")];
        let answer = self.anna.post(&format!("/allowances/{run}{to}"), &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }

    async fn file(&self, run: &str) -> Answer {
        self.anna
            .post(&format!("/allowances/{run}/file"), &[("bank_day", "2.12.2026")])
            .await
    }
}

#[tokio::test]
async fn a_register_without_attendance_has_none_of_it_a2() {
    on_sqlite(|app| async move {
        let register = app.register("kuopio", "kuopio").await;
        let anna = app.worker_in(register, Role::ServiceManager, "anna").await;
        for page in ["/months", "/allowances"] {
            assert_eq!(anna.get(page).await.status, 404, "{page}");
        }
        assert!(!anna.get("/clients").await.says("href=\"/allowances\""));
    })
    .await;
}
