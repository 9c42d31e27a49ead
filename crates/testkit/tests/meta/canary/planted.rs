//! Somebody into whose every field a canary is written, by the pages and the programs that workers use.

use polku_desk::{
    Client,
    access::{AccessSpec, Action, Resource},
};
use polku_documents::{Class, FileKind, Made, attach, count, named};
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

    async fn taken_in(&mut self, maija: &Browser) -> String {
        let intake = [
            ("last_name", NAME),
            ("first_names", FIRST),
            ("identity_code", CODE),
            ("phones", "+358 40 1234567"),
            ("protected_address", "yes"),
            ("street_address", "Häkkikatu 7"),
            ("bank_account", "FI2112345600000785"),
            ("occupation", TEXT),
            ("source", "client"),
            ("channel", "oral"),
            ("basis", "rehabilitative-work"),
            ("started_on", "23.11.2026"),
            ("referrer", TEXT),
            ("cover_note", TEXT),
        ];
        let answer = self.sent(maija, "/clients", &intake).await;
        answer
            .location()
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned()
    }

    async fn let_in(&mut self, program: &Program, client: &str) {
        let about = format!("/api/v1/clients/{client}");
        let opened = program
            .post(&format!("{about}/portal"), &json!({ "identified": "known" }))
            .await;
        assert_eq!(opened.status, 201, "{}", opened.body);
        let told = json!({
            "points": ["rights"], "language": "other", "other_language": TEXT, "way": "oral", "note": TEXT,
        });
        self.made(program, &format!("{about}/induction"), &told).await;
    }

    async fn told_of_health(&mut self, maija: &Browser, client: &str) {
        let page = maija.get(&format!("/clients/{client}/basics/edit")).await;
        let version = page
            .body
            .split("name=\"version\" value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let form = [
            ("version", version.expect("a version")),
            ("last_name", NAME),
            ("first_names", FIRST),
            ("identity_code", CODE),
            ("protected_address", "yes"),
            ("bank_account", "FI2112345600000785"),
            ("occupation", TEXT),
            ("health_history", TEXT),
            ("health_history-necessity", TEXT),
            ("substance_use_history", TEXT),
            ("substance_use_history-necessity", TEXT),
            ("social_situation", TEXT),
            ("social_situation-necessity", TEXT),
            ("source", "client"),
            ("channel", "oral"),
        ];
        self.sent(maija, &format!("/clients/{client}/basics"), &form)
            .await;
    }

    async fn served(&mut self, maija: &Browser, client: &str) {
        let period = [
            ("measure", "rehabilitative-work"),
            ("place", TEXT),
            ("starts_on", "2.11."),
            ("ends_on", "26.2.27"),
            ("weekdays", "monday"),
            ("hours", "6"),
            ("state", "ongoing"),
        ];
        let page = format!("/clients/{client}/periods");
        let begun = self.sent(maija, &page, &period).await;
        let id = begun.location().rsplit(['/', '-']).next().unwrap_or_default();
        let id = begun.location().split("period-").nth(1).unwrap_or(id).to_owned();
        let end = [
            ("version", "1"),
            ("outcome", "interrupted"),
            ("ended_on", "20.11."),
            ("placement", "still-at-workshop"),
            ("reason", TEXT),
        ];
        self.sent(maija, &format!("{page}/{id}/end"), &end).await;
        let marks = json!({ "marks": [{ "client": client, "day": "2026-11-09", "mark": "present", "minutes": 360 }] });
        let marked = maija.put_json("/attendance/marks", &marks).await;
        assert!(marked.status < 500, "{}", marked.body);
    }

    async fn written_about(&mut self, maija: &Browser, program: &Program, client: &str) {
        let page = format!("/clients/{client}");
        let about = format!("/api/v1{page}");
        let entry = self
            .made(program, &format!("{about}/diary"), &json!({ "text": TEXT }))
            .await;
        let correction = [
            ("version", "1"),
            ("text", "Sirkuttaen visertelee"),
            ("reason", TEXT),
        ];
        self.sent(maija, &format!("{page}/diary/{entry}/correct"), &correction)
            .await;
        let draft = json!({ "kind": "note", "fields": { "text": [TEXT] } });
        let address = format!("{about}/drafts/0198c0de-0000-4000-8000-000000000001");
        let kept = program
            .send("PUT", &address, &[("if-none-match", "*")], Some(&draft))
            .await;
        assert_eq!(kept.status, 201, "{}", kept.body);
        let aim = json!({ "title": TEXT, "description": TEXT, "target": "4" });
        let goal = self.made(program, &format!("{about}/goals"), &aim).await;
        let progress = [("level", "2"), ("note", TEXT), ("dated", "")];
        self.sent(maija, &format!("{page}/goals/{goal}/progress"), &progress)
            .await;
        self.agreed(maija, program, client).await;
        let task = [("title", TEXT), ("due_on", "huomenna")];
        self.sent(maija, &format!("{page}/tasks"), &task).await;
        self.sent(maija, "/accessibility", &[("text", TEXT), ("contact", NAME)])
            .await;
    }

    /// An assessment with the client's own answers, and a skill.
    async fn assessed(&mut self, app: &TestApp, maija: &Browser, program: &Program, client: &str) {
        let about = format!("/api/v1/clients/{client}");
        let begun = json!({ "edition": "coping-at-work.1", "phase": "start" });
        let assessment = self.made(program, &format!("{about}/assessments"), &begun).await;
        let page = format!("/clients/{client}/assessments/{assessment}");
        let answers = [
            ("version", "1"),
            ("item-helps", TEXT),
            ("note", TEXT),
            ("do", "keep"),
        ];
        self.sent(maija, &page, &answers).await;
        let link = program
            .post(&format!("/api/v1{page}/link"), &json!({}))
            .await
            .json();
        let link = link["link"].as_str().expect("a link").to_owned();
        let answer = format!("/answer/{}", link.split("/answer/").nth(1).expect("a token"));
        let own = [("version", "1"), ("item-helps", TEXT), ("do", "give")];
        assert_eq!(app.stranger().post(&answer, &own).await.status, 303);
        let paula = app.main_user("paula").await;
        let skill = json!({ "area": "Puupaja", "title_fi": "Hionta" });
        let keeper = app.program(&paula).await;
        let skill = self.made(&keeper, "/api/v1/skills", &skill).await;
        let mark = [("skill", skill.as_str()), ("level", "alone"), ("note", TEXT)];
        self.sent(maija, &format!("/clients/{client}/skills"), &mark)
            .await;
    }

    /// What was agreed in a call, and its correction.
    async fn agreed(&mut self, maija: &Browser, program: &Program, client: &str) {
        let page = format!("/clients/{client}/contacts");
        let call = [
            ("held_on", "eilen"),
            ("kind", "phone"),
            ("parties", "client"),
            ("who", TEXT),
            ("discussed", TEXT),
            ("agreed", TEXT),
            ("agreed_by", "25.11.2026"),
        ];
        self.sent(maija, &page, &call).await;
        let list = program.get(&format!("/api/v1{page}")).await.json();
        let id = list["contacts"][0]["id"].as_str().expect("an id");
        let mut corrected = call.to_vec();
        corrected[4] = ("discussed", "Sirkuttaen visertelee");
        corrected.push(("version", "1"));
        self.sent(maija, &format!("{page}/{id}"), &corrected).await;
    }

    /// A statement, a decision, a narrative, feedback and an item of a history.
    async fn written_up(&mut self, app: &TestApp, maija: &Browser, program: &Program, client: &str) {
        let about = format!("/api/v1/clients/{client}");
        let report = json!({ "kind": "final_statement" });
        let statement = self.made(program, &format!("{about}/statements"), &report).await;
        let said = json!({ "sections": { "appraisal": TEXT, "recommendation": TEXT } });
        let saved = program
            .put(&format!("{about}/statements/{statement}"), "\"1\"", &said)
            .await;
        assert_eq!(saved.status, 200, "{}", saved.body);
        let anna = app.manager("anna-paattaa").await;
        let decision = json!({
            "what": TEXT, "reasons": TEXT, "decided_by": TEXT, "act": "189/2001", "section": "13 §", "appeal": TEXT,
        });
        let deciding = app.program(&anna).await;
        self.made(&deciding, &format!("{about}/decisions"), &decision)
            .await;
        let narrative = json!({ "heading": TEXT, "text": TEXT });
        self.made(program, &format!("{about}/narratives"), &narrative)
            .await;
        let feedback = [("helped", "4"), ("good", TEXT), ("better", TEXT)];
        self.sent(maija, &format!("/clients/{client}/feedback"), &feedback)
            .await;
        let item = json!({
            "history": "health", "from": "2019", "what": TEXT, "source": "client", "necessity": TEXT,
        });
        self.made(program, &format!("{about}/histories"), &item).await;
    }

    /// A consent for another body, and its withdrawal.
    async fn consented(&mut self, program: &Program, client: &str) {
        let consent = json!({
            "kind": "disclosure", "recipient": "other", "body": TEXT, "purpose": "guidance", "what": ["records:goal"],
            "manner": "screen", "given_by": TEXT, "identified": "known", "language": "fi",
        });
        let page = format!("/api/v1/clients/{client}/consents");
        let id = self.made(program, &page, &consent).await;
        let withdrawn = program
            .post(&format!("{page}/{id}/withdraw"), &json!({ "note": TEXT }))
            .await;
        assert_eq!(withdrawn.status, 200, "{}", withdrawn.body);
    }

    /// An agreement that the client signs by a link.
    async fn agreed_on(&mut self, app: &TestApp, maija: &Browser, program: &Program, client: &str) {
        let page = format!("/api/v1/clients/{client}/agreements");
        let id = self.made(program, &page, &json!({ "template": "work.1" })).await;
        let terms = json!({
            "title": TEXT, "starts_on": "23.11.2026", "ends_on": "26.2.2027", "service": TEXT, "place": TEXT,
            "weekly_schedule": TEXT, "responsible_worker": TEXT, "goals": TEXT, "text": "{client-name}: {goals}",
        });
        let saved = program.put(&format!("{page}/{id}"), "\"1\"", &terms).await;
        assert_eq!(saved.status, 200, "{}", saved.body);
        let shown = program
            .put(
                &format!("{page}/{id}/state"),
                "\"2\"",
                &json!({ "state": "proposed" }),
            )
            .await
            .json();
        let shown = shown["shown_sha256"].as_str().expect("a hash").to_owned();
        let link = program
            .post(&format!("{page}/{id}/link"), &json!({}))
            .await
            .json();
        let link = link["link"].as_str().expect("a link").to_owned();
        let link = format!("/sign/{}", link.split("/sign/").nth(1).expect("a token"));
        let name = [("shown", shown.as_str()), ("name", TEXT), ("accepts", "on")];
        assert_eq!(app.stranger().post(&link, &name).await.status, 303);
        let sign = [("version", "3"), ("name", TEXT), ("accepts", "on")];
        self.sent(maija, &format!("/clients/{client}/agreements/{id}/sign"), &sign)
            .await;
    }

    /// A paper that came, and one that the product made and read.
    async fn papers(&mut self, app: &TestApp, maija: &Browser, client: &str) {
        const PAPERS: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Documents]);
        let page = format!("/clients/{client}/documents");
        let said = [
            ("title", TEXT),
            ("class", "letter"),
            ("note", TEXT),
            ("ground", TEXT),
            ("publicity", "secret"),
        ];
        let file = polku_documents::plain_pdf(&[&[TEXT, NAME]]);
        let came = maija
            .upload(&page, &said, ("files", "Kanarialintu.pdf", &file))
            .await;
        assert_eq!(came.status, 303, "{}", came.body);
        self.locations.push(came.location().to_owned());
        let visit = app.visit(maija, PAPERS).await;
        let client = client.parse().expect("an id");
        let grant = visit.open_for_change::<Client>(client).await.expect("her client");
        let made = Made {
            title: TEXT,
            class: Class::Certificate,
            kind: FileKind::Pdf,
            pages: 1,
            dated: None,
            content: &polku_documents::plain_pdf(&[&[TEXT]]),
        };
        attach(&grant, &made).await.expect("attached");
        assert_eq!(count(&grant).await.expect("a number"), 2);
        let named = named(&grant).await.expect("names");
        assert!(named.iter().all(|document| document.title == TEXT));
        grant.commit("story", json!({})).await.expect("a commit");
        while polku_casework::do_next(&app.desk).await {}
    }

    /// A request of another body, and its refusal.
    async fn disclosed(&mut self, program: &Program, client: &str) {
        let request = json!({
            "recipient": "other", "body": TEXT, "body_kind": "authority", "person": TEXT, "asked": TEXT,
            "ground_given": TEXT,
        });
        let page = format!("/api/v1/clients/{client}/disclosures");
        let id = self.made(program, &page, &request).await;
        let refusal = json!({ "outcome": "refuse", "reasons": TEXT });
        let refused = program
            .put(&format!("{page}/{id}/decision"), "\"1\"", &refusal)
            .await;
        assert_eq!(refused.status, 200, "{}", refused.body);
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

    /// A month later: attendance is confirmed and corrected, and an allowance is counted.
    async fn paid_to(&mut self, app: &TestApp, maija: &Browser, client: &str) {
        let anna = app.manager("anna").await;
        app.after(jiff::SignedDuration::from_hours(8 * 24));
        let (maija, anna) = (maija.again(app).await, anna.again(app).await);
        let days = ["2026-11-02", "2026-11-09", "2026-11-16"];
        let marks = days.map(
            |day| json!({ "client": client, "date": day, "mark": "present", "minutes": 360, "seen": 0 }),
        );
        let marked = maija
            .put_json("/attendance/marks", &json!({ "marks": marks }))
            .await;
        assert_eq!(marked.status, 200, "{}", marked.body);
        let ground = [("ground", "own-area"), ("from", "1.11.2026"), ("source", TEXT)];
        self.sent(&maija, &format!("/clients/{client}/allowance"), &ground)
            .await;
        let seen = format!("seen.{client}");
        let month = [("month", "2026-11"), (seen.as_str(), "3")];
        self.sent(&anna, &format!("/clients/{client}/months/confirm"), &month)
            .await;
        let correction = [
            ("month", "2026-11"),
            ("date", "9.11.2026"),
            ("mark", "sick"),
            ("hours", ""),
            ("reason", TEXT),
        ];
        self.sent(
            &maija,
            &format!("/clients/{client}/months/corrections"),
            &correction,
        )
        .await;
        self.sent(&anna, "/allowances", &[("month", "2026-11")]).await;
    }

    /// A paper folder that somebody took.
    async fn on_paper(&mut self, app: &TestApp, maija: &Browser, client: &str) {
        let arto = app.worker(polku_desk::access::Role::RecordsOfficer, "arto").await;
        let place = [
            ("name", "Kaappi"),
            ("whereabouts", "Toimisto"),
            ("kind", "cabinet"),
        ];
        self.sent(&arto, "/paper/places", &place).await;
        let places = app.program(&arto).await.get("/api/v1/paper/places").await.json();
        let place = places[0]["id"].as_str().expect("an id").to_owned();
        let page = format!("/clients/{client}/paper");
        let folder = [
            ("place", place.as_str()),
            ("class", "client"),
            ("from_year", "2026"),
            ("contents", TEXT),
        ];
        self.sent(maija, &page, &folder).await;
        let folders = app
            .program(maija)
            .await
            .get(&format!("/api/v1{page}"))
            .await
            .json();
        let folder = folders[0]["id"].as_str().expect("an id").to_owned();
        self.sent(maija, &format!("{page}/{folder}/take"), &[("what_for", TEXT)])
            .await;
    }

    /// Requests about own data with a copy, a value, somebody who was told, and a restriction; and a stranger's request.
    async fn asked_about(&mut self, app: &TestApp, client: &str) {
        let tiina = app
            .worker(polku_desk::access::Role::DataProtectionOfficer, "tiina")
            .await;
        let officer = app.program(&tiina).await;
        let requests = format!("/api/v1/clients/{client}/requests");
        let access = json!({ "kind": "access", "channel": "oral", "identity": "known", "asked": TEXT });
        let access = self.made(&officer, &requests, &access).await;
        let copies = format!("{requests}/{access}/copies");
        assert_eq!(officer.post(&copies, &json!({})).await.status, 200);
        while polku_casework::do_next(&app.desk).await {}
        assert_eq!(officer.get(&copies).await.json()[0]["state"], json!("ready"));
        let wrong = json!({ "kind": "rectification", "channel": "paper", "asked": TEXT, "on_behalf": TEXT });
        let wrong = self.made(&officer, &requests, &wrong).await;
        let value = json!({ "field": "other", "what": TEXT, "was": TEXT, "right": TEXT });
        self.made(&officer, &format!("{requests}/{wrong}/values"), &value)
            .await;
        self.given_and_told(app, client, &format!("{requests}/{wrong}"))
            .await;
        let asked = json!({ "channel": "oral", "asked": TEXT, "asker": NAME, "contact": PHONE });
        self.made(&officer, "/api/v1/publicity-requests", &asked).await;
        let restriction = json!({ "ground": "claims", "scope": TEXT, "reasons": TEXT });
        let page = format!("/api/v1/clients/{client}/restrictions");
        assert_eq!(officer.post(&page, &restriction).await.status, 200);
    }

    /// What another body got, and that it was told.
    async fn given_and_told(&mut self, app: &TestApp, client: &str, request: &str) {
        let anna = app.manager("anna-luovuttaa").await;
        let manager = app.program(&anna).await;
        let page = format!("/clients/{client}/disclosures");
        let asked = json!({ "recipient": "other", "body": TEXT, "body_kind": "authority", "asked": TEXT });
        let id = self.made(&manager, &format!("/api/v1{page}"), &asked).await;
        let give = json!({
            "outcome": "give", "ground": "law:statutory-task", "parts": ["records:goal"], "manner": "printed",
            "provision": TEXT, "reasons": TEXT,
        });
        let decided = manager
            .put(&format!("/api/v1{page}/{id}/decision"), "\"1\"", &give)
            .await;
        assert_eq!(decided.status, 200, "{}", decided.body);
        assert_eq!(anna.post(&format!("{page}/{id}/delivery"), &[]).await.status, 200);
        let told = json!({ "recipient": format!("body:{TEXT}"), "how": TEXT });
        let told = manager.post(&format!("{request}/recipients"), &told).await;
        assert_eq!(told.status, 200, "{}", told.body);
    }

    /// Years later: feedback is due and taken out of its batch, an erasure is proposed, and a hold placed.
    async fn retained(&mut self, app: &TestApp, client: &str) {
        app.after(jiff::SignedDuration::from_hours(3 * 366 * 24));
        let rita = app.worker(polku_desk::access::Role::RecordsOfficer, "rita").await;
        let batch = self
            .sent(&rita, "/retention/batches", &[("line", "working-papers:2028")])
            .await;
        let page = batch.location().to_owned();
        let lines = app
            .program(&rita)
            .await
            .get(&format!("/api/v1{page}"))
            .await
            .json();
        let line = lines["lines"][0]["id"].as_str().expect("a line");
        self.sent(
            &rita,
            &format!("{page}/lines/{line}/take-out"),
            &[("reason", TEXT)],
        )
        .await;
        let proposal = [("ground", "unlawful"), ("reasons", TEXT), ("request", "")];
        self.sent(&rita, &format!("/clients/{client}/erasure"), &proposal)
            .await;
        let hold = [("reason", TEXT), ("until", "")];
        self.sent(&rita, &format!("/clients/{client}/holds"), &hold).await;
    }

    /// In a register that keeps photographs: somebody who is no client is in one, and it is used somewhere.
    async fn photographed(&mut self, app: &TestApp) {
        let register = app.register("kuopio", "kuopio").await;
        let manager = polku_desk::access::Role::ServiceManager;
        let kaisa = app.worker_in(register, manager, "kaisa").await;
        polku_privacy::photos::furnish(&app.desk, kaisa.as_visitor())
            .await
            .expect("photographs");
        let all = app.program(&kaisa).await.get("/api/v1/photos").await.json();
        let all = all.as_array().expect("photographs");
        let find = |standing: &str| {
            let found = all.iter().find(|one| one["standing"] == standing);
            format!(
                "/photos/{}",
                found.expect(standing)["id"].as_str().expect("an id")
            )
        };
        let described = [
            ("title", TEXT),
            ("place", TEXT),
            ("need", TEXT),
            ("needed_until", "31.12.2035"),
            ("people", "2"),
        ];
        let lacking = find("lacking");
        self.sent(&kaisa, &lacking, &described).await;
        let consent = [("name", NAME), ("phone", "+358 40 1234567"), ("manner", "screen")];
        self.sent(&kaisa, &format!("{lacking}/people"), &consent).await;
        let used = find("in-use");
        self.sent(&kaisa, &format!("{used}/uses"), &[("place", TEXT)])
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
