//! Stories about attendance for payers: months, corrections, allowances and their payment file (B6, A2).

use jiff::SignedDuration;
use polku_desk::access::Role;
use polku_testkit::{Answer, Browser, TestApp, for_each_backend, on_sqlite};
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
async fn a_month_is_confirmed_by_the_manager_and_locked_for_everyone_b6() {
    for_each_backend(|app| async move {
        let mut paja = Paja::of(app).await;
        let ilona = member(&paja.maija, &paja.group, "Ilona", None).await;
        assert_eq!(paja.mark(&ilona, &DAYS[..1], "present").await.status, 200);
        let early = paja.confirm().await;
        assert_eq!(early.status, 422, "the month still goes on: {}", early.body);
        paja.a_week_later().await;

        // A day without a mark keeps the month open, and the sheet says so.
        let page = paja
            .anna
            .get(&format!("/months?group={}&month={MONTH}", paja.group))
            .await;
        assert!(
            page.says("Malli Ilona") && page.says("5 päivää merkitsemättä"),
            "{}",
            page.body
        );
        let left = paja.confirm().await.json();
        assert_eq!(left["left_out"][0]["reason"], json!("unmarked"));
        assert_eq!(paja.mark(&ilona, &DAYS[1..], "present").await.status, 200);

        // A coach does not confirm; what was changed since it was seen is not confirmed unseen.
        let seen = format!("seen.{ilona}");
        let fields = [
            ("month", MONTH),
            ("group", paja.group.as_str()),
            (seen.as_str(), "1"),
        ];
        assert_eq!(paja.maija.post("/months/confirm", &fields).await.status, 404);
        assert_eq!(paja.anna.post("/months/confirm", &fields).await.status, 303);
        assert_eq!(
            paja.sheet(&paja.anna).await["people"][0]["standing"],
            json!("ready")
        );
        let version = paja.sheet(&paja.anna).await["people"][0]["version"].to_string();
        let fields = [("month", MONTH), (seen.as_str(), version.as_str())];
        let confirmed = paja
            .anna
            .post(&format!("/clients/{ilona}/months/confirm"), &fields)
            .await;
        assert_eq!(confirmed.status, 303, "{}", confirmed.body);
        let person = &paja.sheet(&paja.maija).await["people"][0];
        assert_eq!(person["standing"], json!("confirmed"));
        assert_eq!(person["figures"]["attended"], json!(6));

        // From now on nobody marks its days, by any way.
        let marked = paja.mark(&ilona, &DAYS[..1], "sick").await;
        assert_eq!(marked.status, 422, "{}", marked.body);
        assert!(marked.says("vahvistettu maksajalle"), "{}", marked.body);
        let was = format!("was.{ilona}");
        let mark = format!("mark.{ilona}");
        let form = [
            (was.as_str(), "present 360 expected 1 360"),
            (mark.as_str(), "sick"),
            ("group", paja.group.as_str()),
            ("day", DAYS[0]),
            ("do", "save"),
        ];
        let form = paja.maija.post("/attendance", &form).await;
        assert_eq!(form.status, 422);
        assert!(
            form.says("vahvistettu maksajalle") && form.says("/months?month=2026-11"),
            "{}",
            form.body
        );
        let program = paja.app.program(&paja.anna).await;
        let path = format!("/api/v1/groups/{}/attendance?date={}", paja.group, DAYS[0]);
        let day = program.get(&path).await;
        let marks = json!({ "marks": [{ "client": ilona, "mark": "sick" }] });
        assert_eq!(program.put(&path, day.etag(), &marks).await.status, 422);
        let grid = paja
            .maija
            .get(&format!("/attendance?group={}&day={}", paja.group, DAYS[0]))
            .await;
        assert!(grid.says("vahvistettu, korjaa"), "{}", grid.body);
    })
    .await;
}

#[tokio::test]
async fn a_change_after_confirming_is_a_correction_with_its_reason_b6() {
    for_each_backend(|app| async move {
        let mut paja = Paja::of(app).await;
        let ilona = member(&paja.maija, &paja.group, "Ilona", None).await;
        paja.a_week_later().await;
        assert_eq!(paja.mark(&ilona, &DAYS, "present").await.status, 200);
        let corrections = format!("/clients/{ilona}/months/corrections");
        let typed = |date: &'static str, mark: &'static str, reason: &'static str| {
            vec![
                ("month", MONTH),
                ("date", date),
                ("mark", mark),
                ("hours", ""),
                ("reason", reason),
            ]
        };
        let early = paja
            .maija
            .post(&corrections, &typed("24.11.2026", "sick", "Todistus"))
            .await;
        assert!(
            early.status == 422 && early.says("ei ole vahvistettu"),
            "{}",
            early.body
        );
        assert_eq!(paja.confirm().await.json()["confirmed"][0], json!(ilona));

        for (date, mark, reason, told) in [
            ("24.11.2026", "sick", "", "Kirjoita syy"),
            ("24.11.2026", "present", "Todistus", "on jo tämä merkintä"),
            ("24.11.2026", "kuka", "Todistus", "Valitse oikea merkintä"),
            ("32.11.2026", "sick", "Todistus", "päivä"),
        ] {
            let answer = paja.maija.post(&corrections, &typed(date, mark, reason)).await;
            assert!(
                answer.status == 422 && answer.says(told),
                "{date} {mark}: {}",
                answer.body
            );
        }
        let form = paja
            .maija
            .get(&format!("/clients/{ilona}/months/correct?month={MONTH}"))
            .await;
        assert_eq!(form.status, 200);
        let made = paja
            .maija
            .post(
                &corrections,
                &typed("24.11.2026", "sick", "Todistus <b>saatiin</b>"),
            )
            .await;
        assert_eq!(made.status, 303, "{}", made.body);
        let again = paja
            .maija
            .post(&corrections, &typed("24.11.2026", "absent", "Todistus"))
            .await;
        assert!(
            again.status == 422 && again.says("odottaa jo korjaus"),
            "{}",
            again.body
        );

        // It waits: the mark stands, the sheet shows it, the manager's day reminds of it.
        let page = paja
            .anna
            .get(&format!("/clients/{ilona}/months?month={MONTH}"))
            .await;
        assert!(
            page.says("odottaa vahvistusta") && page.says("Todistus &lt;b&gt;saatiin"),
            "{}",
            page.body
        );
        assert!(
            paja.anna
                .get("/")
                .await
                .says("Läsnäolon korjaus odottaa vahvistusta")
        );
        let sheet = paja.sheet(&paja.anna).await;
        assert_eq!(sheet["people"][0]["figures"]["attended"], json!(6));
        let id = sheet["people"][0]["corrections"][0]["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        let decide = format!("/clients/{ilona}/months/corrections/{id}/decide");
        assert_eq!(
            paja.maija.post(&decide, &[("decision", "confirm")]).await.status,
            404
        );
        assert_eq!(
            paja.anna.post(&decide, &[("decision", "confirm")]).await.status,
            303
        );

        let person = &paja.sheet(&paja.anna).await["people"][0];
        assert_eq!(
            (&person["figures"]["attended"], &person["figures"]["sick"]),
            (&json!(5), &json!(1))
        );
        let correction = &person["corrections"][0];
        assert_eq!(
            (
                &correction["before"]["mark"],
                &correction["after"]["mark"],
                &correction["made_by"]
            ),
            (&json!("present"), &json!("sick"), &json!("Maija Työntekijä"))
        );
        assert_eq!(person["standing"], json!("confirmed"), "nothing unlocks a month");
        // Decided once.
        let answer = paja.anna.post(&decide, &[("decision", "reject")]).await;
        assert_eq!(answer.status, 303);
        assert_eq!(
            paja.sheet(&paja.anna).await["people"][0]["figures"]["sick"],
            json!(1)
        );
        // The next month's sheet shows it too: it was made in that month.
        let next = paja
            .anna
            .get(&format!("/months?group={}&month=2026-12", paja.group))
            .await;
        assert!(next.says("Todistus &lt;b&gt;saatiin"), "{}", next.body);
    })
    .await;
}

#[tokio::test]
async fn allowances_are_counted_confirmed_filed_and_paid_once_b6_a2() {
    for_each_backend(|app| async move {
        let mut paja = Paja::of(app).await;
        let ilona = member(&paja.maija, &paja.group, "Ilona", Some(ACCOUNT)).await;
        let mikko = member(&paja.maija, &paja.group, "Mikko", None).await;
        paja.a_week_later().await;
        for client in [&ilona, &mikko] {
            assert_eq!(paja.mark(client, &DAYS, "present").await.status, 200);
        }
        let page = format!("/allowances?month={MONTH}");
        assert!(paja.anna.get(&page).await.says("Maksettavaa ei ole"));
        assert_eq!(paja.confirm().await.status, 200);

        // Without a ground nothing is counted; without an account nothing is paid.
        let due = paja.overview().await;
        assert_eq!(due["due"][0]["without_ground"], json!(6));
        let refused = paja.anna.post("/allowances", &[("month", MONTH)]).await;
        assert!(
            refused.status == 422 && refused.says("Laskettavaa ei ole"),
            "{}",
            refused.body
        );
        paja.ground(&ilona, "outside-own-area").await;
        let grounds = [
            ("month", MONTH),
            ("ground", "own-area"),
            ("from", "1.11.2026"),
            ("source", "Sovittu"),
        ];
        assert_eq!(paja.anna.post("/allowances/grounds", &grounds).await.status, 303);
        let due = paja.overview().await;
        assert_eq!(
            (&due["due"][0]["amount"], &due["due"][0]["name"]),
            (&json!(10_800), &json!("Malli Ilona"))
        );
        assert_eq!(due["due"][1]["without_account"], json!(true));

        let run = paja.draft().await;
        let second = paja.anna.post("/allowances", &[("month", MONTH)]).await;
        assert!(
            second.status == 422 && second.says("vielä luonnos"),
            "{}",
            second.body
        );
        let shown = paja.anna.get(&format!("/allowances/{run}")).await;
        assert!(shown.says("FI…0785") && shown.says("108,00"), "{}", shown.body);
        assert_eq!(paja.file(&run).await.status, 422, "a draft does not leave");
        paja.turn(&run, "/confirm", "1").await;
        let without = paja.file(&run).await;
        assert!(
            without.status == 422 && without.says("Maksajan tiliä ei ole kerrottu"),
            "{}",
            without.body
        );
        paja.payer().await;
        for (day, told) in [
            ("29.11.2026", "on mennyt"),
            ("6.12.2026", "eivät maksa"),
            ("1.12.2027", "liian kaukana"),
            ("", "päivä"),
        ] {
            let answer = paja
                .anna
                .post(&format!("/allowances/{run}/file"), &[("bank_day", day)])
                .await;
            assert!(
                answer.status == 422 && answer.says(told),
                "{day}: {}",
                answer.body
            );
        }
        let file = paja.file(&run).await;
        assert_eq!(file.status, 200, "{}", file.body);
        assert_eq!(file.headers["content-type"], "application/xml");
        for told in [
            "<CtrlSum>108.00</CtrlSum>",
            "<Dt>2026-12-02</Dt>",
            "<Nm>Malli Ilona</Nm>",
            "<IBAN>FI2112345600000785</IBAN>",
            "<Ustrd>Maksu</Ustrd>",
        ] {
            assert!(file.says(told), "{told}: {}", file.body);
        }
        for secret in ["Mikko", "Puupaja", "coaching", "almennus", "kulukorvaus"] {
            assert!(!file.says(secret), "{secret}: {}", file.body);
        }
        // The same file again, to the letter: the bank takes it once.
        let again = paja
            .anna
            .post(&format!("/allowances/{run}/file"), &[("bank_day", "")])
            .await;
        assert_eq!(again.body, file.body);
        paja.turn(&run, "/paid", "3").await;
        let late = paja
            .anna
            .post(
                &format!("/allowances/{run}/cancel"),
                &[("version", "4"), ("reason", "mistake")],
            )
            .await;
        assert_eq!(late.status, 303);
        let body = paja
            .app
            .program(&paja.anna)
            .await
            .get(&format!("/api/v1/allowances/{run}"))
            .await;
        assert_eq!(body.json()["state"], json!("paid"), "what is paid stays paid");

        // A correction comes as a difference: a day less is carried over.
        paja.correct(&ilona, DAYS[1], "sick").await;
        let due = paja.overview().await;
        assert_eq!(due["due"][0]["carried_over"], json!(1_800));
        let refused = paja.anna.post("/allowances", &[("month", MONTH)]).await;
        assert_eq!(refused.status, 422);
        // And given back when the correction is corrected: nothing is due.
        paja.correct(&ilona, DAYS[1], "present").await;
        let due = paja.overview().await["due"].clone();
        assert_eq!(
            due.as_array().map(Vec::len),
            Some(1),
            "only Mikko without an account: {due}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_run_is_counted_again_and_a_difference_comes_with_the_next_b6() {
    on_sqlite(|app| async move {
        let mut paja = Paja::of(app).await;
        let ilona = member(&paja.maija, &paja.group, "Ilona", Some(ACCOUNT)).await;
        paja.ground(&ilona, "own-area").await;
        paja.a_week_later().await;
        assert_eq!(paja.mark(&ilona, &DAYS[..5], "present").await.status, 200);
        assert_eq!(paja.mark(&ilona, &DAYS[5..], "absent").await.status, 200);
        assert_eq!(paja.confirm().await.status, 200);
        let first = paja.draft().await;
        paja.turn(&first, "/cancel", "1").await;
        let program = paja.app.program(&paja.anna).await;
        let second = program
            .post("/api/v1/allowances", &json!({ "month": MONTH }))
            .await;
        assert_eq!(second.status, 201, "{}", second.body);
        let second = second.json()["id"].as_str().expect("an id").to_owned();
        let state = format!("/api/v1/allowances/{second}/state");
        let confirm = json!({ "state": "confirmed", "version": 1, "reason": "" });
        assert_eq!(program.post(&state, &confirm).await.status, 200);
        assert_eq!(
            program.post(&state, &confirm).await.status,
            409,
            "on the version that was seen"
        );
        let skip = json!({ "state": "paid", "version": 2, "reason": "" });
        assert_eq!(
            program.post(&state, &skip).await.status,
            422,
            "not without its file"
        );

        // Two corrections: the absent day was attended after all, another one was not.
        paja.correct(&ilona, DAYS[5], "present").await;
        paja.ground(&ilona, "outside-own-area").await;
        let third = paja.draft().await;
        let run = program.get(&format!("/api/v1/allowances/{third}")).await.json();
        let payment = &run["payments"][0];
        // Five days at another rate and one new one: 5 × 9 € + 18 €.
        assert_eq!((&payment["amount"], &payment["days"]), (&json!(6_300), &json!(1)));
        assert_eq!(payment["lines"].as_array().map(Vec::len), Some(6));
        let client = program
            .get(&format!("/api/v1/clients/{ilona}/allowance"))
            .await
            .json();
        assert_eq!(client["payments"].as_array().map(Vec::len), Some(3));
        assert_eq!(client["grounds"][0]["ground"], json!("outside-own-area"));
        let list = paja.anna.post(&format!("/allowances/{third}/list"), &[]).await;
        assert!(list.status == 200 && list.body.starts_with("PK"), "a workbook");
    })
    .await;
}

#[tokio::test]
async fn the_sheet_is_a_file_of_ones_own_clients_and_harmless_b6() {
    on_sqlite(|app| async move {
        let mut paja = Paja::of(app).await;
        let pekka = paja.app.coach("pekka").await;
        member(&paja.maija, &paja.group, "=HYPERLINK(\"x\")", None).await;
        member(&pekka, &paja.group, "Seppo", None).await;
        paja.a_week_later().await;
        let fields = [
            ("group", paja.group.as_str()),
            ("month", MONTH),
            ("format", "xlsx"),
        ];
        let file = paja.maija.post("/months/file", &fields).await;
        assert!(
            file.status == 200 && file.body.starts_with("PK"),
            "{}",
            file.status
        );
        let name = file.headers["content-disposition"].to_str().expect("text");
        assert_eq!(name, "attachment; filename=\"lasnaolo-2026-11.xlsx\"");
        let other = [
            ("group", paja.group.as_str()),
            ("month", "2026-13"),
            ("format", "xlsx"),
        ];
        assert_eq!(paja.maija.post("/months/file", &other).await.status, 422);
        let request =
            axum::http::Request::post("/api/v1/months/file").header("content-type", "application/json");
        let body = json!({ "group": paja.group, "month": MONTH, "format": "odt" });
        assert_eq!(paja.anna.send(request, body.to_string()).await.status, 422);
        let fields = [
            ("group", paja.group.as_str()),
            ("month", MONTH),
            ("format", "pdf"),
        ];
        let pdf = paja.anna.post("/months/file", &fields).await;
        assert!(
            pdf.status == 200 && pdf.body.starts_with("%PDF"),
            "{}",
            pdf.status
        );
        let seppo = paja.sheet(&paja.anna).await["people"][1]["client"].clone();
        let seppo = seppo.as_str().expect("an id");
        let pdf = paja
            .anna
            .get(&format!("/clients/{seppo}/months/pdf?month={MONTH}"))
            .await;
        assert!(
            pdf.status == 200 && pdf.body.starts_with("%PDF"),
            "{}",
            pdf.status
        );
        assert_eq!(paja.anna.get("/months?month=nonsense").await.status, 400);
    })
    .await;
}

/// A2: where the profile has no accounts nothing of accounts and files exists; the days are counted for the payer.
#[tokio::test]
async fn a_register_without_accounts_counts_for_its_payer_and_makes_no_file_a2() {
    for_each_backend(|app| async move {
        let register = app.register("ii", "ii").await;
        let paula = app.worker_in(register, Role::MainUser, "paula").await;
        let mut paja = Paja::in_register(app, register).await;
        assert_eq!(paula.get("/admin/payer").await.status, 404);
        assert!(!paula.get("/admin").await.says("/admin/payer"));
        let ilona = member(&paja.maija, &paja.group, "Ilona", None).await;
        paja.ground(&ilona, "own-area").await;
        paja.a_week_later().await;
        assert_eq!(paja.mark(&ilona, &DAYS, "present").await.status, 200);
        assert_eq!(paja.confirm().await.status, 200);
        let run = paja.draft().await;
        let page = paja.anna.get(&format!("/allowances/{run}")).await;
        assert!(
            page.says("54,00") && !page.says("Maksuaineisto") && !page.says("Tili<"),
            "{}",
            page.body
        );
        paja.turn(&run, "/confirm", "1").await;
        assert_eq!(paja.file(&run).await.status, 404);
        paja.turn(&run, "/paid", "2").await;
        let page = paja.anna.get("/allowances").await;
        assert!(page.says("ilmoitettu maksajalle"), "{}", page.body);
        assert!(paja.overview().await["due"].as_array().is_some_and(Vec::is_empty));
    })
    .await;
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

/// What a main user types wrong about the payer is said, and kept.
#[tokio::test]
async fn a_mistyped_payer_is_refused_with_its_reason_a2() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let typed = |account: &'static str, message: &'static str, version: &'static str| {
            vec![
                ("version", version),
                ("name", "Säätiö"),
                ("account", account),
                ("service_id", ""),
                ("message", message),
            ]
        };
        let wrong = paula
            .post(
                "/admin/payer",
                &typed("FI21 1234 5600 0007 86", "Kulu & korvaus", "0"),
            )
            .await;
        assert!(
            wrong.status == 422 && wrong.says("Kulu &amp; korvaus"),
            "{}",
            wrong.body
        );
        assert_eq!(
            paula
                .post("/admin/payer", &typed(ACCOUNT, "Maksu", "0"))
                .await
                .status,
            303
        );
        let late = paula.post("/admin/payer", &typed(ACCOUNT, "Toinen", "0")).await;
        assert!(
            late.status == 422 && late.says("Joku muu ehti muuttaa"),
            "{}",
            late.body
        );
        let request = axum::http::Request::get("/api/v1/admin/payer");
        let payer = paula.send(request, String::new()).await;
        assert_eq!(payer.json()["account"], json!("FI2112345600000785"));
        let anna = app.manager("anna").await;
        assert_eq!(anna.get("/admin/payer").await.status, 403);
    })
    .await;
}
