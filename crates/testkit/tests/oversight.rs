//! Stories about emergencies and those who watch over them (E4, E5).

use jiff::SignedDuration;
use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Browser, Client, TestApp, for_each_backend, on_sqlite};
use serde_json::json;

const CODE: &str = "010594Y9032";
const REASON: &str = "Asiakas sai sairauskohtauksen pajalla.";

async fn ilona(app: &TestApp) -> SubjectId {
    let maija = app.coach("maija").await;
    Client::named("Malli", "Ilona").code(CODE).of(&maija, app).await
}

async fn emergency(pekka: &Browser) {
    let answer = pekka
        .post("/emergency", &[("code", CODE), ("reason", REASON)])
        .await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// The one emergency access that waits, as a program sees it.
async fn waiting(program: &polku_testkit::Program) -> serde_json::Value {
    program.get("/api/v1/emergency-accesses").await.json()[0].clone()
}

#[tokio::test]
async fn a_coach_opens_somebody_in_an_emergency_for_a_few_hours() {
    for_each_backend(|app| async move {
        let ilona = ilona(&app).await;
        let pekka = app.coach("pekka").await;
        let page = format!("/clients/{ilona}");
        assert_eq!(pekka.get(&page).await.status, 404);
        assert!(
            pekka
                .get("/emergency")
                .await
                .says("Tietosuojavastaava tarkastaa jokaisen käytön")
        );
        let answer = pekka
            .post("/emergency", &[("code", CODE), ("reason", REASON)])
            .await;
        assert_eq!(answer.location(), page, "{}", answer.body);
        assert_eq!(pekka.get(&page).await.status, 200);
        app.after(SignedDuration::from_hours(5));
        let pekka = app.coach("pekka2").await;
        assert_eq!(pekka.get(&page).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn an_emergency_has_a_reason_and_a_whole_code() {
    for_each_backend(|app| async move {
        ilona(&app).await;
        let pekka = app.coach("pekka").await;
        let short = pekka
            .post("/emergency", &[("code", CODE), ("reason", "kiire")])
            .await;
        assert_eq!(short.status, 422);
        assert!(
            short.says("Kirjoita perustelu") && short.says(CODE),
            "{}",
            short.body
        );
        let part = pekka
            .post("/emergency", &[("code", "010594"), ("reason", REASON)])
            .await;
        assert!(part.status == 422 && part.says("Tarkista henkilötunnus"));
        let nobody = pekka
            .post("/emergency", &[("code", "010594Y9021"), ("reason", REASON)])
            .await;
        assert!(
            nobody.status == 422 && nobody.says("ei ole asiakasta"),
            "{}",
            nobody.body
        );
        let manager = app.manager("pertti").await;
        assert_eq!(
            manager.get("/emergency").await.status,
            403,
            "who sees everybody needs none"
        );
    })
    .await;
}

/// E5: reviewed afterwards, with what was looked at.
#[tokio::test]
async fn the_officer_reviews_an_emergency() {
    for_each_backend(|app| async move {
        let ilona = ilona(&app).await;
        let pekka = app.coach("pekka").await;
        emergency(&pekka).await;
        app.after(SignedDuration::from_mins(1));
        pekka.get(&format!("/clients/{ilona}")).await;
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let overview = tiina.get("/oversight").await;
        assert!(
            overview.says("Malli Ilona") && overview.says("Pekka Työntekijä"),
            "{}",
            overview.body
        );
        assert!(!overview.says(REASON), "the reason is one step further");
        let program = app.program(&tiina).await;
        let access = waiting(&program).await;
        let path = format!(
            "/clients/{ilona}/emergency-accesses/{}",
            access["emergency"].as_str().expect("an id")
        );
        assert!(overview.says(&path));
        let page = tiina.get(&path).await;
        assert!(page.says(REASON), "{}", page.body);
        assert!(
            page.says("perusteltu hätäkäyttö"),
            "what Pekka looked at: {}",
            page.body
        );
        let fields = [("finding", "improper"), ("note", ""), ("version", "1")];
        let unexplained = tiina.post(&path, &fields).await;
        assert!(unexplained.status == 422 && unexplained.says("miksi hätäkäyttö oli asiaton"));
        let fields = [("finding", "improper"), ("note", "Ei hätää."), ("version", "1")];
        assert_eq!(tiina.post(&path, &fields).await.location(), "/oversight");
        assert_eq!(
            tiina.post(&path, &fields).await.status,
            409,
            "it was reviewed meanwhile"
        );
        let overview = tiina.get("/oversight").await;
        assert!(
            overview.says("Yhtään hätäkäyttöä ei odota") && overview.says("asiaton"),
            "{}",
            overview.body
        );
        assert!(tiina.get(&path).await.says("Ei hätää."));
    })
    .await;
}

#[tokio::test]
async fn a_program_of_the_officer_reviews_too() {
    for_each_backend(|app| async move {
        let ilona = ilona(&app).await;
        let pekka = app.coach("pekka").await;
        emergency(&pekka).await;
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let program = app.program(&tiina).await;
        let access = waiting(&program).await;
        let path = format!(
            "/api/v1/clients/{ilona}/emergency-accesses/{}",
            access["emergency"].as_str().expect("an id")
        );
        let one = program.get(&path).await;
        assert_eq!(one.json()["reason"], REASON);
        let finding = json!({ "finding": "proper", "note": "" });
        let done = program
            .put(&format!("{path}/finding"), one.etag(), &finding)
            .await;
        assert_eq!(done.status, 204, "{}", done.body);
        assert_eq!(program.get("/api/v1/emergency-accesses").await.json(), json!([]));
        assert_eq!(program.get(&path).await.json()["finding"], "proper");
    })
    .await;
}

/// E4: who, when, why; what the officer looks at is in the log as well.
#[tokio::test]
async fn the_officer_sees_who_has_looked_at_a_person() {
    for_each_backend(|app| async move {
        let ilona = ilona(&app).await;
        let manager = app.manager("pertti").await;
        manager.get(&format!("/clients/{ilona}")).await;
        let pekka = app.coach("pekka").await;
        pekka.get(&format!("/clients/{ilona}")).await;
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let found = tiina.post("/oversight/find", &[("q", "malli ilona")]).await;
        let path = format!("/clients/{ilona}/looks");
        assert!(found.says(&path), "{}", found.body);
        let page = tiina.get(&path).await;
        for said in [
            "Maija Työntekijä",
            "Pertti Työntekijä",
            "Palvelun johtaminen",
            "estetty: ei perustetta",
        ] {
            assert!(page.says(said), "{said}: {}", page.body);
        }
        assert!(tiina.get(&path).await.says("Tiina Työntekijä"), "her own look");
        let program = app.program(&tiina).await;
        let first = program
            .get(&format!("/api/v1/clients/{ilona}/looks?limit=2"))
            .await
            .json();
        assert_eq!(first["looks"].as_array().map(Vec::len), Some(2));
        let next = first["next"].as_str().expect("there is more");
        let rest = program
            .get(&format!("/api/v1/clients/{ilona}/looks?before={next}"))
            .await
            .json();
        let looks = rest["looks"].as_array().expect("looks");
        assert!(
            looks
                .iter()
                .any(|look| look["who"] == "Maija Työntekijä" && look["action"] == "admit")
        );
        assert_eq!(pekka.get(&path).await.status, 404);
    })
    .await;
}

/// An access to somebody who was merged since is not lost from the list.
#[tokio::test]
async fn an_emergency_follows_whom_it_opened_through_a_merge() {
    for_each_backend(|app| async move {
        let ilona = ilona(&app).await;
        let maija = app.coach("anna").await;
        let twin = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let pekka = app.coach("pekka").await;
        emergency(&pekka).await;
        let paula = app.main_user("paula").await;
        let spec = polku_desk::access::AccessSpec::people(
            polku_desk::access::Action::Merge,
            &[polku_desk::access::Resource::Duplicates],
        );
        let visit = app.visit(&paula, spec).await;
        let pair = polku_desk::Merged {
            kept: twin,
            absorbed: ilona,
        };
        visit.merge(pair).await.expect("a merge");
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let program = app.program(&tiina).await;
        let access = waiting(&program).await;
        assert_eq!(access["client"], twin.to_string());
        let path = format!(
            "/clients/{twin}/emergency-accesses/{}",
            access["emergency"].as_str().expect("an id")
        );
        assert!(tiina.get(&path).await.says(REASON));
        let fields = [("finding", "proper"), ("note", ""), ("version", "1")];
        assert_eq!(tiina.post(&path, &fields).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn the_officer_sees_that_the_log_is_signed() {
    on_sqlite(|app| async move {
        ilona(&app).await;
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        assert!(tiina.get("/oversight").await.says("ei vielä"));
        app.desk.sequence_audit().await.expect("sequenced");
        let page = tiina.get("/oversight").await;
        assert!(
            !page.says("ei vielä") && page.says("Viimeisin allekirjoitus"),
            "{}",
            page.body
        );
    })
    .await;
}

/// Whoever finds nobody by a whole code is shown the way, whether or not the code is somebody's (A8).
#[tokio::test]
async fn a_coach_who_finds_nobody_by_a_code_is_shown_the_way_to_an_emergency_e5() {
    on_sqlite(|app| async move {
        ilona(&app).await;
        let pekka = app.coach("pekka").await;
        for code in [CODE, "010594Y9021"] {
            let page = pekka.post("/find", &[("q", code)]).await;
            assert!(page.says("Avaa tiedot hätäkäytöllä"), "{}", page.body);
        }
        assert!(!pekka.post("/find", &[("q", "Malli")]).await.says("hätäkäytöllä"));
        assert!(
            pekka.get("/clients").await.says("href=\"/emergency\""),
            "in the own menu"
        );
        let anna = app.manager("anna").await;
        assert!(!anna.get("/clients").await.says("href=\"/emergency\""));
        assert!(
            !anna
                .post("/find", &[("q", "010594Y9021")])
                .await
                .says("hätäkäytöllä")
        );
    })
    .await;
}

#[tokio::test]
async fn the_officer_goes_from_a_client_to_who_has_looked_e4() {
    on_sqlite(|app| async move {
        let ilona = ilona(&app).await;
        let looks = format!("href=\"/clients/{ilona}/looks\"");
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let page = tiina.get(&format!("/clients/{ilona}")).await;
        assert!(
            page.says(&looks) && page.says("Kuka on katsonut"),
            "{}",
            page.body
        );
        // Whoever leads the service sees it as well, but no names: see the stories of `looks`.
        let anna = app.manager("anna").await;
        assert!(anna.get(&format!("/clients/{ilona}")).await.says(&looks));
    })
    .await;
}
