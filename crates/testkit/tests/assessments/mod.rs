//! Assessments, instruments, the client's own answers and skills (B7): `/clients/{client}/assessments`,
//! `/answer/{token}`, `/instruments`, `/skills` and what is below them.

mod edits;
mod instruments;
mod links;
mod skills;

use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

const COPING: &str = "coping-at-work.1";

async fn ilona(app: &TestApp) -> (Browser, Program, SubjectId) {
    let maija = app.coach("maija").await;
    let program = app.program(&maija).await;
    let client = Client::named("Malli", "Ilona").of(&maija, app).await;
    (maija, program, client)
}

/// Begins an assessment; answers its address without the API's prefix.
async fn begun(program: &Program, client: SubjectId, edition: &str, phase: &str, dated: &str) -> String {
    let body = json!({ "edition": edition, "phase": phase, "dated": dated });
    let answer = program
        .post(&format!("/api/v1/clients/{client}/assessments"), &body)
        .await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.location().trim_start_matches("/api/v1").to_owned()
}

fn rhythm(value: i64) -> Value {
    let value = value.to_string();
    json!({ "on-time": value, "telling": value, "breaks": value, "whole-day": value })
}

/// Begins and completes an assessment in which all of the rhythm is of one value.
async fn completed(program: &Program, client: SubjectId, phase: &str, dated: &str, value: i64) -> String {
    let address = begun(program, client, COPING, phase, dated).await;
    let api = format!("/api/v1{address}");
    let saved = program
        .put(&api, "\"1\"", &json!({ "answers": rhythm(value) }))
        .await;
    assert_eq!(saved.status, 200, "{}", saved.body);
    let done = program
        .post(&format!("{api}/completion"), &json!({ "version": 2 }))
        .await;
    assert_eq!(
        (done.status, &done.json()["state"]),
        (200, &json!("complete")),
        "{}",
        done.body
    );
    address
}

#[tokio::test]
async fn b7_an_assessment_is_made_on_the_page_with_the_previous_answers_beside() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        assert!(
            maija
                .get(&format!("/clients/{client}"))
                .await
                .says("Tee ensimmäinen arviointi")
        );
        let list = format!("/clients/{client}/assessments");
        assert!(maija.get(&list).await.says("Asiakasta ei ole vielä arvioitu."));
        assert!(
            maija
                .get(&format!("{list}/new"))
                .await
                .says("Työssä selviytyminen")
        );
        completed(&program, client, "start", "2.11.2026", 2).await;

        let fields = [("edition", COPING), ("phase", "interim"), ("dated", "")];
        let begun = maija.post(&list, &fields).await;
        assert_eq!(begun.status, 303, "{}", begun.body);
        let page = maija.get(begun.location()).await;
        assert!(page.says("Tulee työhön sovittuun aikaan"));
        assert!(
            page.says("Edellinen 2.11.2026 valmentaja: 2 harvoin"),
            "the answer before stands beside"
        );

        let half = [
            ("version", "1"),
            ("item-on-time", "4"),
            ("item-helps", "Tauot"),
            ("do", "keep"),
        ];
        let kept = maija.post(begun.location(), &half).await;
        assert_eq!((kept.status, kept.location()), (303, begun.location()));
        let page = maija.get(begun.location()).await;
        assert!(
            page.says("Tauot") && page.says("Vastattu 2 / 12"),
            "half-done answers are kept"
        );
        assert!(maija.get(&list).await.says("kesken"));

        let whole = [
            ("version", "2"),
            ("item-on-time", "4"),
            ("item-telling", "4"),
            ("item-breaks", "3"),
            ("item-whole-day", "skip"),
            ("item-helps", "Tauot"),
            ("note", "Puhuttu tuloksesta."),
            ("do", "complete"),
        ];
        let done = maija.post(begun.location(), &whole).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let result = maija.get(begun.location()).await;
        assert!(
            result.says("3,7") && result.says("+1,7, parempi"),
            "the score and its change in words"
        );
        assert!(
            result.says("Tämän mittarin tarkkuutta ei ole tutkittu"),
            "no change is called reliable"
        );
        assert!(result.says("Puhuttu tuloksesta.") && result.says("en osaa sanoa"));
        let list = maija.get(&list).await;
        assert!(
            list.says("<svg") && list.says("Muutos 2.11.2026–23.11.2026"),
            "change over time as a chart and in words"
        );
        assert!(
            maija
                .get(&format!("/clients/{client}"))
                .await
                .says("Palkki näyttää viimeisimmän tuloksen")
        );
    })
    .await;
}

#[tokio::test]
async fn a2_a_register_without_assessments_has_nothing_of_them() {
    on_sqlite(|app| async move {
        let register = app.register("liikuttajat", "kuopio").await;
        let coach = app.worker_in(register, Role::ServiceManager, "sirpa").await;
        let main = app.worker_in(register, Role::MainUser, "petra").await;
        let client = Client::named("Malli", "Ilona").of(&coach, &app).await;
        assert_eq!(
            coach.get(&format!("/clients/{client}/assessments")).await.status,
            404
        );
        assert_eq!(coach.get(&format!("/clients/{client}/skills")).await.status, 404);
        assert!(
            !coach
                .get(&format!("/clients/{client}"))
                .await
                .says("/assessments")
        );
        for path in ["/instruments", "/skills"] {
            assert_eq!(main.get(path).await.status, 404, "{path}");
        }
        assert!(!main.get("/admin").await.says("/instruments"));
    })
    .await;
}

#[tokio::test]
async fn b7_assessments_and_certificates_are_printed_as_pdf() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let keeper = app.program(&app.main_user("paula").await).await;
        completed(&program, client, "start", "2.11.2026", 2).await;
        let address = completed(&program, client, "interim", "", 4).await;
        let open = begun(&program, client, COPING, "end", "").await;
        assert_eq!(
            maija.get(&format!("{open}/pdf")).await.status,
            404,
            "what is not complete is not printed"
        );
        let skill = keeper
            .post(
                "/api/v1/skills",
                &json!({ "area": "Puupaja", "title_fi": "Hionta" }),
            )
            .await;
        let mark = json!({ "skill": skill.json()["id"], "level": "alone" });
        let page = format!("/clients/{client}/skills");
        assert_eq!(program.post(&format!("/api/v1{page}"), &mark).await.status, 201);
        for path in [
            format!("{address}/pdf?language=sv"),
            format!("{page}/certificate"),
        ] {
            let printed = maija.get(&path).await;
            assert_eq!(printed.status, 200, "{path}: {}", printed.body);
            assert_eq!(printed.headers["content-type"], "application/pdf");
            let name = printed.headers["content-disposition"].to_str().expect("text");
            assert!(!name.contains("Malli"), "{name}");
            assert!(printed.body.starts_with("%PDF-1."), "{path}");
        }
    })
    .await;
}
