//! Interim reports, final statements, progress summaries and internal summaries (B8, B9): `/clients/{client}/statements`
//! with `/clients/{client}/statements/{statement}` and what is below it.

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
async fn b8_two_people_who_write_one_statement_lose_nothing() {
    for_each_backend(|app| async move {
        let story = Story::begin(&app).await;
        let address = story.draft("interim_report").await;
        let mine = [("version", "1"), ("text-appraisal", "Maijan sanat")];
        assert_eq!(story.maija.post(&address, &mine).await.status, 303);
        let other = [
            ("version", "1"),
            ("text-appraisal", "Annan sanat"),
            ("text-goals", "Oma teksti"),
        ];
        let page = story.anna.post(&address, &other).await;
        assert_eq!(page.status, 422);
        assert!(
            page.says("Maijan sanat") && page.says("Annan sanat") && page.says("Oma teksti"),
            "both are shown"
        );
        assert!(page.says("Maija Työntekijä tallensi lausunnon sillä välin"));
        assert!(
            page.says("name=\"version\" value=\"2\""),
            "what was shown is decided by saving again"
        );
        let decided = [("version", "2"), ("text-appraisal", "Molempien sanat")];
        assert_eq!(story.anna.post(&address, &decided).await.status, 303);
        let stored = story.stored(&address).await;
        assert_eq!(section(&stored, "appraisal"), Some("Molempien sanat"));
        let late = json!({ "sections": { "appraisal": "myöhässä" } });
        assert_eq!(
            story
                .program
                .put(&format!("/api/v1{address}"), "\"2\"", &late)
                .await
                .status,
            412
        );
    })
    .await;
}

#[tokio::test]
async fn b8_what_is_signed_is_never_changed_and_not_signed_twice() {
    for_each_backend(|app| async move {
        let story = Story::begin(&app).await;
        let address = story.draft("final_statement").await;
        story.signed(&address).await;
        let before = story.stored(&address).await;
        let version = before["version"].to_string();

        let again = story
            .anna
            .post(&format!("{address}/sign"), &[("version", &version)])
            .await;
        assert_eq!(again.status, 422);
        assert!(again.says("Lausunto on jo allekirjoitettu."));
        let written = story
            .maija
            .post(
                &address,
                &[("version", &version), ("text-appraisal", "Jälkikäteen")],
            )
            .await;
        assert_eq!(written.status, 422);
        assert!(
            written.says("Jälkikäteen"),
            "what was typed is still there to be read"
        );
        assert_eq!(story.maija.get(&format!("{address}/edit")).await.status, 422);
        let discarded = story
            .maija
            .post(&format!("{address}/discard"), &[("version", &version)])
            .await;
        assert_eq!(discarded.status, 422);
        assert_eq!(story.maija.get(&format!("{address}/discard")).await.status, 422);
        let state = json!({ "state": "draft" });
        let etag = format!("\"{version}\"");
        let back = story
            .managers
            .put(&format!("/api/v1{address}/state"), &etag, &state)
            .await;
        assert_eq!(back.status, 422, "{}", back.body);
        let gone = story
            .managers
            .send(
                "DELETE",
                &format!("/api/v1{address}"),
                &[("if-match", &etag)],
                None,
            )
            .await;
        assert_eq!(gone.status, 422);
        assert_eq!(story.stored(&address).await, before);
    })
    .await;
}

#[tokio::test]
async fn b8_one_signs_what_one_has_read() {
    on_sqlite(|app| async move {
        let story = Story::begin(&app).await;
        let address = story.draft("final_statement").await;
        assert!(
            story
                .anna
                .get(&format!("{address}/sign"))
                .await
                .says("name=\"version\" value=\"1\"")
        );
        story
            .maija
            .post(&address, &[("version", "1"), ("text-appraisal", "Muutos")])
            .await;
        let late = story
            .anna
            .post(&format!("{address}/sign"), &[("version", "1")])
            .await;
        assert_eq!(late.status, 422);
        assert!(late.says("Lue se uudelleen") && late.says("Muutos") && late.says("value=\"2\""));
        assert_eq!(story.stored(&address).await["state"], "draft");
    })
    .await;
}

#[tokio::test]
async fn b8_a_correction_is_a_new_version_and_an_old_one_is_not_corrected() {
    for_each_backend(|app| async move {
        let story = Story::begin(&app).await;
        let first = story.draft("final_statement").await;
        let early = story.maija.post(&format!("{first}/correct"), &[]).await;
        assert!(early.status == 422 && early.says("ei ole allekirjoitettu"));
        story.signed(&first).await;
        let begun = story.maija.post(&format!("{first}/correct"), &[]).await;
        assert_eq!(begun.status, 303, "{}", begun.body);
        let second = begun.location().trim_end_matches("/edit").to_owned();
        let twice = story.maija.post(&format!("{first}/correct"), &[]).await;
        assert!(twice.status == 422 && twice.says("on jo tekeillä korjattu versio"));
        assert!(story.maija.get(&first).await.says("on tekeillä korjattu versio"));
        story
            .maija
            .post(&second, &[("version", "1"), ("text-appraisal", "Oikein")])
            .await;
        story.signed(&second).await;
        assert!(
            story
                .maija
                .get(&first)
                .await
                .says("Tämän lausunnon on korvannut uudempi.")
        );
        assert!(story.maija.get(&second).await.says("Korvaa aiemman lausunnon"));
        let old = story
            .program
            .post(&format!("/api/v1{first}/corrections"), &json!({}))
            .await;
        assert_eq!(
            (old.status, &old.json()["errors"][0]["key"]),
            (422, &json!("statements-corrected-already"))
        );
        let newest = story
            .program
            .post(&format!("/api/v1{second}/corrections"), &json!({}))
            .await;
        assert_eq!((newest.status, &newest.json()["state"]), (201, &json!("draft")));
    })
    .await;
}

#[tokio::test]
async fn b8_a_section_is_taken_from_the_record_again_and_what_was_typed_stays_in_sight() {
    on_sqlite(|app| async move {
        let story = Story::begin(&app).await;
        let address = story.draft("interim_report").await;
        story
            .make("goals", &json!({ "title": "Oppisopimuspaikka", "target": "3" }))
            .await;
        let fields = [
            ("version", "1"),
            ("part", "goals"),
            ("text-goals", "Omin sanoin"),
            ("text-appraisal", "Kesken"),
        ];
        let page = story.maija.post(&format!("{address}/again"), &fields).await;
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(page.says("Oppisopimuspaikka") && page.says("Omin sanoin") && page.says("Kesken"));
        assert_eq!(
            story.stored(&address).await["version"],
            1,
            "nothing is stored by it"
        );
        let record = story
            .program
            .get(&format!("/api/v1{address}/record"))
            .await
            .json();
        assert!(
            record["sections"]["goals"]
                .as_str()
                .expect("goals")
                .contains("Oppisopimuspaikka")
        );
    })
    .await;
}

#[tokio::test]
async fn b8_what_is_typed_is_kept_as_a_draft_and_taken_up_again() {
    on_sqlite(|app| async move {
        let story = Story::begin(&app).await;
        let address = story.draft("interim_report").await;
        let statement = address.rsplit('/').next().expect("an id");
        let draft = "0198c0de-0000-7000-8000-0000000000aa";
        let body = json!({ "kind": "statement", "target": statement, "fields": { "version": ["1"],
            "text-appraisal": ["Melkein valmis"] } });
        let drafts = format!("/api/v1/clients/{}/drafts/{draft}", story.client);
        let saved = story
            .program
            .send("PUT", &drafts, &[("if-none-match", "*")], Some(&body))
            .await;
        assert_eq!(saved.status, 201, "{}", saved.body);
        assert!(
            story
                .maija
                .get("/")
                .await
                .says(&format!("{address}/edit?draft={draft}"))
        );
        let editor = story.maija.get(&format!("{address}/edit")).await;
        assert!(editor.says("Melkein valmis"));
        let fields = [("version", "1"), ("text-appraisal", "Valmis"), ("draft", draft)];
        assert_eq!(story.maija.post(&address, &fields).await.status, 303);
        assert!(
            !story
                .maija
                .get(&format!("{address}/edit"))
                .await
                .says("Melkein valmis"),
            "the draft is finished"
        );
    })
    .await;
}

#[tokio::test]
async fn b9_a_progress_summary_holds_what_the_client_consented_to_and_no_more() {
    for_each_backend(|app| async move {
        let register = app.register("kokko", "kokkotyo").await;
        let maija = app.worker_in(register, Role::Coach, "kaisa").await;
        let anna = app.worker_in(register, Role::ServiceManager, "kerttu").await;
        let story = Story::of(&app, maija, anna).await;

        let nothing = story.draft("progress_summary").await;
        let stored = story.stored(&nothing).await;
        assert_eq!(
            (&stored["recipient"], &stored["sections"]),
            (&json!("referring-body"), &json!([]))
        );
        let page = story.maija.get(&nothing).await;
        assert!(page.says("tarvitaan asiakkaan suostumus") && page.says("Asiakkaan lähettävä taustayhteisö"));
        assert!(!page.says("Tuli ajoissa") && !page.says("päivärytmi"));
        let empty = story
            .maija
            .post(
                &format!("{nothing}/state"),
                &[("state", "waiting"), ("version", "1")],
            )
            .await;
        assert!(empty.status == 422 && empty.says("Lausunto on tyhjä."));

        let both = story.consent(&["goal", "progress_summary"]).await;
        let address = story.draft("progress_summary").await;
        let stored = story.stored(&address).await;
        assert!(section(&stored, "goals").expect("goals").contains("päivärytmi"));
        assert!(
            section(&stored, "diary").is_none() && stored["entries"] == json!([]),
            "{stored}"
        );
        let smuggled = json!({ "sections": { "diary": "Kertoi luottamuksella." } });
        let refused = story
            .program
            .put(&format!("/api/v1{address}"), "\"1\"", &smuggled)
            .await;
        assert_eq!(
            (refused.status, &refused.json()["errors"][0]["key"]),
            (422, &json!("statements-section-withheld"))
        );
        story
            .maija
            .post(&address, &[("version", "1"), ("text-appraisal", "Hyvä suunta.")])
            .await;

        // The consent to the goals is withdrawn before it is signed, and that to the summary alone given anew: the goals
        // are not in what is signed.
        story.withdraw(&both).await;
        let summary = story.consent(&["progress_summary"]).await;
        story.signed(&address).await;
        let signed = story.stored(&address).await;
        assert_eq!(section(&signed, "appraisal"), Some("Hyvä suunta."));
        assert!(section(&signed, "goals").is_none(), "{signed}");
        assert!(signed["left_out"].to_string().contains("no-consent"));

        // All of it is withdrawn afterwards: it stays as it was signed, and is not to be given out.
        assert!(!story.maija.get(&address).await.says("Älä anna tätä eteenpäin"));
        story.withdraw(&summary).await;
        assert!(story.maija.get(&address).await.says("Älä anna tätä eteenpäin"));
        let file = story.maija.get(&format!("{address}/pdf")).await;
        assert_eq!(
            (file.status, file.location()),
            (303, address.as_str()),
            "it is not printed"
        );
    })
    .await;
}

#[tokio::test]
async fn b9_an_internal_summary_is_marked_secret_and_goes_to_nobody() {
    for_each_backend(|app| async move {
        let register = app.register("kokko", "kokkotyo").await;
        let maija = app.worker_in(register, Role::Coach, "kaisa").await;
        let anna = app.worker_in(register, Role::ServiceManager, "kerttu").await;
        let story = Story::of(&app, maija, anna).await;
        let address = story.draft("internal_summary").await;
        let page = story.maija.get(&address).await;
        assert!(
            page.says("SALASSA PIDETTÄVÄ") && page.says("703/2023") && page.says("Vain sisäiseen käyttöön")
        );
        let to_somebody = [("kind", "internal_summary"), ("recipient", "referring-body")];
        let refused = story.maija.post(&story.statements(), &to_somebody).await;
        assert!(refused.status == 422 && refused.says("Sisäistä yhteenvetoa ei tehdä kenellekään"));
        let not_kept = story
            .maija
            .post(&story.statements(), &[("kind", "final_statement")])
            .await;
        assert_eq!(
            not_kept.status, 422,
            "a register has the kinds of its profile (A2)"
        );
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
async fn what_cannot_be_a_statement_is_told_what_to_mend() {
    on_sqlite(|app| async move {
        let story = Story::begin(&app).await;
        assert!(
            story
                .maija
                .get(&format!("{}/new", story.statements()))
                .await
                .says("Kenelle?")
        );
        let fields = [
            ("kind", "final_statement"),
            ("from", "10.11."),
            ("until", "1.11."),
            ("recipient", "nobody"),
        ];
        let page = story.maija.post(&story.statements(), &fields).await;
        assert_eq!(page.status, 422);
        assert!(
            page.says("Päättymispäivä on ennen alkamispäivää")
                && page.says("Valitse vastaanottaja luettelosta")
        );
        assert!(page.says("value=\"10.11.\""), "what was typed stays");
        let address = story.draft("final_statement").await;
        let long = "a".repeat(10_001);
        let page = story
            .maija
            .post(&address, &[("version", "1"), ("text-appraisal", &long)])
            .await;
        assert!(page.status == 422 && page.says("enintään 10 000 merkkiä"));
        let foreign = [
            ("version", "1"),
            ("entries", "0198c0de-0000-7000-8000-000000000001"),
        ];
        let page = story.maija.post(&address, &foreign).await;
        assert!(page.status == 422 && page.says("tämän asiakkaan päiväkirjasta"));
        let state = json!({ "state": "burnt" });
        let wrong = story
            .program
            .put(&format!("/api/v1{address}/state"), "\"1\"", &state)
            .await;
        assert_eq!(wrong.status, 422);
        let discarded = story
            .maija
            .post(&format!("{address}/discard"), &[("version", "1")])
            .await;
        assert_eq!(
            (discarded.status, discarded.location()),
            (303, story.statements().as_str())
        );
        assert_eq!(story.maija.get(&address).await.status, 404);
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
