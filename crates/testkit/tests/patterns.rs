//! Patterns worth a look (E4), off until it was decided to use them (E7): `/oversight/patterns`.

use jiff::SignedDuration;
use polku_desk::access::Role;
use polku_testkit::{Client, TestApp, for_each_backend};
use serde_json::json;

async fn decided(app: &TestApp) {
    let paula = app.main_user("paula").await;
    let decision = json!({
        "kind": "monitoring", "title": "Katselujen seuranta", "content": "Katseluja seurataan.",
        "decided_by": "Johtaja", "power": "Hallintosääntö 12 §", "decided_on": "tänään", "heard_on": "10.11.2026",
    });
    let made = app
        .program(&paula)
        .await
        .post("/api/v1/register-decisions", &decision)
        .await;
    assert_eq!(made.status, 201, "{}", made.body);
}

#[tokio::test]
async fn nothing_is_searched_before_it_was_decided_after_hearing_the_staff_e7() {
    for_each_backend(|app| async move {
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let page = tiina.get("/oversight/patterns").await;
        assert!(page.says("Seuranta ei ole käytössä"), "{}", page.body);
        let program = app.program(&tiina).await;
        assert_eq!(program.get("/api/v1/look-patterns").await.status, 404);
        let maija = app.coach("maija").await;
        assert_eq!(maija.get("/oversight/patterns").await.status, 404);
        decided(&app).await;
        let page = tiina.get("/oversight/patterns").await;
        assert!(
            page.says("Katselujen seuranta") && page.says("Mitään erottuvaa ei ole"),
            "{}",
            page.body
        );
        assert_eq!(program.get("/api/v1/look-patterns").await.json(), json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_namesake_and_a_look_at_night_are_worth_a_question_e4() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let namesake = Client::named("Työntekijä", "Ilona").of(&maija, &app).await;
        let other = Client::named("Malli", "Mikko").of(&maija, &app).await;
        decided(&app).await;
        app.after(SignedDuration::from_secs(2));
        let pertti = app.manager("pertti").await;
        pertti.get(&format!("/clients/{namesake}")).await;
        pertti.get(&format!("/clients/{other}")).await;
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let program = app.program(&tiina).await;
        let found = program.get("/api/v1/look-patterns").await.json();
        let by = |pattern: &str, worker: &str| {
            let found = found.as_array().expect("findings").iter();
            found
                .filter(|one| one["pattern"] == pattern && one["worker"] == worker)
                .cloned()
                .collect::<Vec<_>>()
        };
        let names = by("family-name", "Pertti Työntekijä");
        assert_eq!(names.len(), 1, "{found}");
        assert_eq!(names[0]["people"], json!([namesake]));
        assert!(by("odd-hours", "Pertti Työntekijä").is_empty());
        app.after(SignedDuration::from_hours(14));
        let pertti = pertti.again(&app).await;
        pertti.get(&format!("/clients/{other}")).await;
        let tiina = tiina.again(&app).await;
        let page = tiina.get("/oversight/patterns").await;
        assert!(
            page.says("poikkeava aika") && page.says("Malli Mikko"),
            "{}",
            page.body
        );
        let looks = tiina.get(&format!("/clients/{other}/looks")).await;
        assert!(
            looks.says("/oversight/patterns"),
            "that they were shown is in the log: {}",
            looks.body
        );
    })
    .await;
}
