//! Interim reports, final statements, progress summaries and internal summaries (B8, B9): `/clients/{client}/statements`
//! with `/clients/{client}/statements/{statement}` and what is below it.

mod edits;
mod signed;
mod summaries;

use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

struct Story {
    maija: Browser,
    anna: Browser,
    program: Program,
    managers: Program,
    client: SubjectId,
}

impl Story {
    /// A coach with a client in a period, with a goal, an entry that shows it, and something agreed.
    async fn begin(app: &TestApp) -> Self {
        Self::of(app, app.coach("maija").await, app.manager("anna").await).await
    }

    async fn of(app: &TestApp, maija: Browser, anna: Browser) -> Self {
        let (program, managers) = (app.program(&maija).await, app.program(&anna).await);
        let client = Client::named("Malli", "Ilona").of(&maija, app).await;
        let story = Self {
            maija,
            anna,
            program,
            managers,
            client,
        };
        story
            .make(
                "periods",
                &json!({ "measure": "coaching", "workgroup": "", "starts_on": "tänään", "weekdays": ["monday", "tuesday"],
                    "hours": "6", "state": "ongoing" }),
            )
            .await;
        let goal = story
            .make(
                "goals",
                &json!({ "title": "Säännöllinen päivärytmi", "target": "4" }),
            )
            .await;
        let goal = goal["id"].as_str().expect("an id").to_owned();
        let entry = story
            .make(
                "diary",
                &json!({ "text": "Tuli ajoissa koko viikon.", "goals": [goal] }),
            )
            .await;
        story
            .make("diary", &json!({ "text": "Kertoi luottamuksella perheestään." }))
            .await;
        story
            .make(
                &format!("goals/{goal}/progress"),
                &json!({ "level": "3", "note": "Kolmas täysi viikko", "evidence": [entry["id"]] }),
            )
            .await;
        story
    }

    async fn make(&self, end: &str, body: &Value) -> Value {
        let answer = self
            .program
            .post(&format!("/api/v1{}/{end}", self.page()), body)
            .await;
        assert!(answer.status < 300, "{end}: {} {}", answer.status, answer.body);
        if answer.body.is_empty() {
            json!({})
        } else {
            answer.json()
        }
    }

    /// Records a consent to give these kinds of records to the referring body; answers its address.
    async fn consent(&self, kinds: &[&str]) -> String {
        let what: Vec<String> = kinds.iter().map(|kind| format!("records:{kind}")).collect();
        let body = json!({ "kind": "disclosure", "recipient": "referring-body", "purpose": "cooperation", "what": what,
            "manner": "screen", "identified": "known", "language": "fi" });
        let given = self.make("consents", &body).await;
        format!(
            "{}/consents/{}",
            self.page(),
            given["id"].as_str().expect("an id")
        )
    }

    async fn withdraw(&self, consent: &str) {
        let answer = self
            .program
            .post(&format!("/api/v1{consent}/withdraw"), &json!({}))
            .await;
        assert!(answer.status < 300, "{}", answer.body);
    }

    fn page(&self) -> String {
        format!("/clients/{}", self.client)
    }

    fn statements(&self) -> String {
        format!("{}/statements", self.page())
    }

    /// Drafts a statement; answers its address below `/clients/…`.
    async fn draft(&self, kind: &str) -> String {
        let answer = self.maija.post(&self.statements(), &[("kind", kind)]).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer.location().trim_end_matches("/edit").to_owned()
    }

    async fn stored(&self, address: &str) -> Value {
        self.program.get(&format!("/api/v1{address}")).await.json()
    }

    async fn signed(&self, address: &str) {
        let version = self.stored(address).await["version"].to_string();
        let answer = self
            .anna
            .post(&format!("{address}/sign"), &[("version", &version)])
            .await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
}

fn section<'a>(statement: &'a Value, part: &str) -> Option<&'a str> {
    let sections = statement["sections"].as_array().expect("sections");
    let found = sections.iter().find(|section| section["part"] == part)?;
    found["text"].as_str()
}

#[tokio::test]
async fn b8_one_press_drafts_a_statement_from_the_record_and_a_manager_signs_it() {
    for_each_backend(|app| async move {
        let story = Story::begin(&app).await;
        let list = story.maija.get(&story.statements()).await;
        assert!(list.says("Luonnostele: Loppulausunto") && list.says("Lausuntoja ei ole vielä"));
        let choosing = story
            .maija
            .get(&format!("/clients/{}/statements/new", story.client))
            .await;
        assert!(choosing.says("Luonnostele tiedoista"), "{}", choosing.body);
        let address = story.draft("final_statement").await;
        let editor = story.maija.get(&format!("{address}/edit")).await;
        assert!(
            editor.says("askel 3/4") && editor.says("Kolmas täysi viikko"),
            "{}",
            editor.body
        );
        assert!(
            editor.says("Tuli ajoissa koko viikon."),
            "the entry that shows the goal is quoted"
        );
        let stored = story.stored(&address).await;
        assert!(
            !section(&stored, "diary")
                .expect("quotes")
                .contains("luottamuksella")
        );
        assert!(
            section(&stored, "service")
                .expect("the period")
                .contains("2 päivää viikossa")
        );

        let fields = [
            ("version", "1"),
            ("text-appraisal", "Selvä edistys."),
            ("due_on", "1.12.2026"),
            ("then", "preview"),
        ];
        let saved = story.maija.post(&address, &fields).await;
        assert_eq!(
            (saved.status, saved.location()),
            (303, address.as_str()),
            "{}",
            saved.body
        );
        let page = story.maija.get(&address).await;
        assert!(page.says("Selvä edistys.") && page.says("SALASSA PIDETTÄVÄ") && page.says("Malli Ilona"));
        assert!(
            !page.says(&format!("{address}/sign")),
            "a coach does not sign here"
        );
        assert_eq!(story.maija.get(&format!("{address}/sign")).await.status, 404);

        let sent = story
            .maija
            .post(
                &format!("{address}/state"),
                &[("state", "waiting"), ("version", "2")],
            )
            .await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        assert!(
            story.anna.get("/").await.says("Allekirjoitettava"),
            "it waits on the manager's day"
        );
        let ask = story.anna.get(&format!("{address}/sign")).await;
        assert!(ask.says("Allekirjoitetaanko lausunto tällaisena?") && ask.says("Selvä edistys."));
        story.signed(&address).await;
        let page = story.maija.get(&address).await;
        assert!(page.says("Allekirjoittanut Anna Työntekijä"), "{}", page.body);
        let file = story.maija.get(&format!("{address}/pdf")).await;
        assert_eq!(
            (
                file.status,
                &file.headers["content-type"].to_str().expect("a type")
            ),
            (200, &"application/pdf")
        );
        assert!(
            file.body.starts_with("%PDF")
                && !file.headers["content-disposition"]
                    .to_str()
                    .expect("a name")
                    .contains("Malli")
        );
        assert!(!story.anna.get("/").await.says("Allekirjoitettava"));
    })
    .await;
}

#[tokio::test]
async fn a_register_without_statements_has_none_of_them_anywhere_a2() {
    on_sqlite(|app| async move {
        let register = app.register("kaupunki", "kuopio").await;
        let kaisa = app.worker_in(register, Role::Coach, "kaisa").await;
        let client = Client::named("Malli", "Ilona").of(&kaisa, &app).await;
        assert_eq!(
            kaisa.get(&format!("/clients/{client}/statements")).await.status,
            404
        );
        assert!(
            !kaisa
                .get(&format!("/clients/{client}/basics"))
                .await
                .says("Lausunnot")
        );
        let program = app.program(&kaisa).await;
        let made = program
            .post(
                &format!("/api/v1/clients/{client}/statements"),
                &json!({ "kind": "final_statement" }),
            )
            .await;
        assert!(matches!(made.status, 404 | 422), "{}", made.body);
    })
    .await;
}

#[tokio::test]
async fn b11_a_statement_with_a_day_and_a_period_that_ends_are_on_the_days_list() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let program = app.program(&maija).await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let period = json!({ "measure": "coaching", "workgroup": "", "starts_on": "1.11.2026", "ends_on": "30.11.2026",
            "weekdays": ["monday"], "hours": "6", "state": "ongoing" });
        let made = program.post(&format!("/api/v1/clients/{client}/periods"), &period).await;
        assert!(made.status < 300, "{}", made.body);
        assert!(maija.get("/").await.says("Loppulausunto, Malli Ilona"), "its period ends in a week");
        let wanted = json!({ "kind": "interim_report", "due_on": "27.11.2026" });
        let made = program.post(&format!("/api/v1/clients/{client}/statements"), &wanted).await;
        assert_eq!(made.status, 201, "{}", made.body);
        let today = maija.get("/").await;
        assert!(today.says("Väliraportti, Malli Ilona"), "{}", today.body);
        let made = program.post(&format!("/api/v1/clients/{client}/statements"), &json!({ "kind": "final_statement" })).await;
        assert_eq!(made.status, 201);
        assert!(!maija.get("/").await.says("Loppulausunto, Malli Ilona"), "it is being written");
    })
    .await;
}
