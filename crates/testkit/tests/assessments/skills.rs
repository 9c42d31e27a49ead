//! Skills learnt at work.

use polku_testkit::for_each_backend;
use serde_json::json;

use super::ilona;

#[tokio::test]
async fn b7_skills_are_met_with_evidence_and_the_latest_mark_counts() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let paula = app.main_user("paula").await;
        let keeper = app.program(&paula).await;
        assert!(paula.get("/skills").await.says("Lisää ensimmäinen."));
        let fields = [("area", "Puupaja"), ("title_fi", "Hionta"), ("title_sv", "Slipning"), ("title_en", "")];
        assert_eq!(paula.post("/skills", &fields).await.status, 303);
        assert_eq!(paula.post("/skills", &[("area", ""), ("title_fi", "")]).await.status, 422);
        let listed = keeper.get("/api/v1/skills").await.json();
        let skill = listed[0]["id"].as_str().expect("an id").to_owned();
        let page = format!("/clients/{client}/skills");
        assert!(maija.get(&page).await.says("Asiakkaalle ei ole vielä merkitty osaamista."));

        let entry = program
            .post(&format!("/api/v1/clients/{client}/diary"), &json!({ "text": "Hioi tuolin alusta loppuun." }))
            .await
            .json()["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        assert!(maija.get(&page).await.says("Hioi tuolin alusta loppuun."), "offered as evidence");
        let mark = [
            ("skill", skill.as_str()), ("level", "guided"), ("dated", "2.11.2026"), ("note", "Tuoli"),
            ("evidence", entry.as_str()),
        ];
        assert_eq!(maija.post(&page, &mark).await.status, 303);
        let api = format!("/api/v1{page}");
        let again = program.post(&api, &json!({ "skill": skill, "level": "alone" })).await;
        assert_eq!(again.status, 201, "{}", again.body);
        assert_eq!((again.json()[0]["level"].clone(), again.json().as_array().map(Vec::len)), (json!("alone"), Some(1)));
        let shown = maija.get(&page).await;
        assert!(shown.says("osaa itsenäisesti") && shown.says(&format!("/diary/{entry}")));
        let certificate = maija.get(&format!("/clients/{client}/skills/certificate")).await;
        assert!(certificate.status == 200 && certificate.bytes.starts_with(b"%PDF"));

        for (wrong, field) in [
            (json!({ "skill": skill, "level": "master" }), "level"),
            (json!({ "skill": "0198c0de-0000-7000-8000-000000000001", "level": "alone" }), "skill"),
            (json!({ "skill": skill, "level": "alone", "dated": "huomenna" }), "dated"),
            (json!({ "skill": skill, "level": "alone", "evidence": ["0198c0de-0000-7000-8000-000000000001"] }), "evidence"),
        ] {
            let refused = program.post(&api, &wrong).await;
            assert_eq!((refused.status, &refused.json()["errors"][0]["field"]), (422, &json!(field)));
        }

        let one = format!("/skills/{skill}");
        assert!(paula.get(&one).await.says("Slipning"));
        let renamed = [
            ("version", "1"), ("area", "Puupaja"), ("title_fi", "Hionta ja lakkaus"), ("state", "withdrawn"),
        ];
        assert_eq!(paula.post(&one, &renamed).await.status, 303);
        let stale = paula.post(&one, &renamed).await;
        assert!(stale.status == 422 && stale.says("Joku muu on muuttanut taitoa sillä välin."));
        let offered = json!({ "area": "Puupaja", "title_fi": "Hionta", "state": "in-use" });
        assert_eq!(keeper.put(&format!("/api/v1/skills/{skill}"), "\"1\"", &offered).await.status, 412);
        assert_eq!(keeper.put(&format!("/api/v1{one}"), "\"2\"", &offered).await.status, 200);
    })
    .await;
}
