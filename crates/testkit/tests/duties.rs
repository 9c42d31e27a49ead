//! The register's duties to itself: reviews of rights, training (E6), decisions (E7), processors and systems (C5).

use jiff::SignedDuration;
use polku_desk::access::Role;
use polku_testkit::{for_each_backend, on_sqlite};
use serde_json::json;

#[tokio::test]
async fn every_right_is_listed_with_its_last_and_next_review_e6() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let paula = app.main_user("paula").await;
        let page = paula.get("/admin/rights").await;
        assert!(
            page.says("Maija Työntekijä") && page.says("ei vielä"),
            "{}",
            page.body
        );
        app.after(SignedDuration::from_hours(24 * 400));
        let paula = paula.again(&app).await;
        let overdue = paula.get("/admin").await;
        assert!(overdue.says("/admin/reviews"), "{}", overdue.body);
        let done = paula.post(&format!("/admin/reviews/{}", maija.right), &[]).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let program = app.program(&paula).await;
        let rights = program.get("/api/v1/rights").await.json();
        let rights = rights.as_array().expect("rights");
        let of = |name: &str| {
            rights
                .iter()
                .find(|right| right["worker"] == name)
                .expect("a right")
        };
        assert_eq!(of("Maija Työntekijä")["reviewed_by"], "Paula Työntekijä");
        assert!(of("Paula Työntekijä")["reviewed_at"].is_null());
        let page = paula.get("/admin/rights").await;
        assert!(page.says("tag over"), "Paula's own is overdue: {}", page.body);
        assert_eq!(maija.again(&app).await.get("/admin/rights").await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn who_was_taught_what_is_kept_and_what_ran_out_waits_e6() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let paula = app.main_user("paula").await;
        assert!(paula.get("/admin/training").await.says("Aloita lisäämällä ohje"));
        let wrong = paula
            .post(
                "/admin/instructions",
                &[("title", "Tietosuoja"), ("valid_months", "vuosi")],
            )
            .await;
        assert!(wrong.status == 422 && wrong.says("vuosi") && wrong.says("Valitse ainakin yksi rooli"));
        let fields = [
            ("title", "Tietosuoja"),
            ("content", "Intra"),
            ("valid_months", "12"),
            ("roles", "coach"),
        ];
        assert_eq!(paula.post("/admin/instructions", &fields).await.status, 303);
        assert!(paula.get("/admin").await.says("Yksi perehdytys puuttuu"));
        let program = app.program(&paula).await;
        let listed = program.get("/api/v1/training").await.json();
        let instruction = listed[0]["id"].as_str().expect("an id").to_owned();
        assert_eq!(listed[0]["workers"][0]["standing"], "missing");
        let account = maija.account.to_string();
        let taught = [
            ("account", account.as_str()),
            ("instruction", instruction.as_str()),
            ("given_on", "eilen"),
        ];
        assert_eq!(paula.post("/admin/training", &taught).await.status, 303);
        let twice = paula.post("/admin/training", &taught).await;
        assert!(twice.status == 422 && twice.says("jo kirjattu"), "{}", twice.body);
        let page = paula.get("/admin/training").await;
        assert!(
            page.says("opetettu eilen") && page.says("voimassa 22.11.2027 asti"),
            "{}",
            page.body
        );
        assert!(!paula.get("/admin").await.says("perehdytys puuttuu"));
        app.after(SignedDuration::from_hours(24 * 366));
        let paula = paula.again(&app).await;
        assert!(paula.get("/admin/training").await.says("vanhentunut"));
        assert!(paula.get("/admin").await.says("Yksi perehdytys puuttuu"));
        let retired = paula
            .post(&format!("/admin/instructions/{instruction}/retire"), &[])
            .await;
        assert_eq!(retired.status, 303);
        assert!(!paula.get("/admin").await.says("perehdytys puuttuu"));
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        assert!(tiina.get("/admin/training").await.says("Käytöstä poistetut"));
    })
    .await;
}

#[tokio::test]
async fn a_program_keeps_training_too_e6() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let paula = app.main_user("paula").await;
        let program = app.program(&paula).await;
        let instruction = json!({ "title": "Turvakielto", "roles": ["coach"] });
        let made = program.post("/api/v1/instructions", &instruction).await;
        assert_eq!(made.status, 201, "{}", made.body);
        let id = made.json()[0]["id"].clone();
        let taught = json!({ "account": maija.account, "instruction": id, "given_on": "1.2.2026" });
        assert_eq!(program.post("/api/v1/training", &taught).await.status, 204);
        let listed = program.get("/api/v1/training").await.json();
        let worker = &listed[0]["workers"][0];
        assert_eq!(
            (&worker["standing"], &worker["taught_on"]),
            (&json!("counts"), &json!("2026-02-01"))
        );
        let retire = format!("/api/v1/instructions/{}/retire", id.as_str().expect("an id"));
        assert_eq!(program.post(&retire, &json!({})).await.status, 204);
        assert_eq!(program.post(&retire, &json!({})).await.status, 409);
    })
    .await;
}

const DECISION: [(&str, &str); 8] = [
    ("kind", "retention"),
    ("title", "Säilytysajat"),
    ("content", "Asiakastiedot säilytetään kymmenen vuotta."),
    ("decided_by", "Työllisyysjohtaja"),
    ("power", "Hallintosääntö 12 §"),
    ("decided_on", "2.11.2026"),
    ("valid_from", "1.12.2026"),
    ("valid_until", ""),
];

#[tokio::test]
async fn a_decision_about_the_register_is_written_down_and_replaced_never_changed_e7() {
    for_each_backend(|app| async move {
        let paula = app.main_user("paula").await;
        let maija = app.coach("maija").await;
        assert!(
            paula
                .get("/register-decisions")
                .await
                .says("Päätöksiä ei ole vielä kirjattu")
        );
        let empty = paula
            .post(
                "/register-decisions",
                &[("kind", "retention"), ("content", "Jotain")],
            )
            .await;
        assert!(empty.status == 422 && empty.says("Kirjoita, kuka päätti.") && empty.says("Jotain"));
        let made = paula.post("/register-decisions", &DECISION).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let first = made.location().to_owned();
        let page = maija.get(&first).await;
        assert!(
            page.says("tulossa voimaan") && page.says("Työllisyysjohtaja"),
            "who works here reads it"
        );
        assert_eq!(maija.get("/register-decisions/new").await.status, 403);
        app.after(SignedDuration::from_hours(24 * 10));
        let paula = paula.again(&app).await;
        assert!(paula.get("/register-decisions").await.says("voimassa"));
        let id = first.rsplit('/').next().expect("an id").to_owned();
        let form = paula.get(&format!("/register-decisions/new?replaces={id}")).await;
        assert!(form.says("kymmenen vuotta"), "{}", form.body);
        let mut next = DECISION.to_vec();
        next[2] = ("content", "Asiakastiedot säilytetään kaksitoista vuotta.");
        next[6] = ("valid_from", "3.12.2026");
        next.push(("replaces", &id));
        let made = paula.post("/register-decisions", &next).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let again = paula.post("/register-decisions", &next).await;
        assert!(
            again.status == 422 && again.says("on jo korvattu"),
            "{}",
            again.body
        );
        let old = paula.get(&first).await;
        assert!(
            old.says("korvattu") && old.says("3.12.2026") && old.says("kymmenen vuotta"),
            "{}",
            old.body
        );
    })
    .await;
}

#[tokio::test]
async fn a_program_enters_decisions_and_what_monitors_staff_needs_them_heard_e7() {
    for_each_backend(|app| async move {
        let paula = app.main_user("paula").await;
        let program = app.program(&paula).await;
        let mut decision = json!({
            "kind": "monitoring", "title": "Lokien seuranta", "content": "Katseluja seurataan.",
            "decided_by": "Johtaja", "power": "Hallintosääntö", "decided_on": "20.11.2026",
        });
        let refused = program.post("/api/v1/register-decisions", &decision).await;
        assert_eq!(
            (refused.status, &refused.json()["errors"][0]["field"]),
            (422, &json!("heard_on"))
        );
        decision["heard_on"] = json!("10.11.2026");
        let made = program.post("/api/v1/register-decisions", &decision).await;
        assert_eq!(
            (made.status, &made.json()["standing"]),
            (201, &json!("in-force")),
            "{}",
            made.body
        );
        assert!(made.location().starts_with("/api/v1/register-decisions/"));
        let one = program.get(made.location()).await.json();
        assert_eq!(one["heard_on"], "2026-11-10");
        assert_eq!(
            program
                .get("/api/v1/register-decisions")
                .await
                .json()
                .as_array()
                .map(Vec::len),
            Some(1)
        );
    })
    .await;
}

#[tokio::test]
async fn the_inventory_begins_with_the_profile_and_contracts_that_end_wait_c5() {
    for_each_backend(|app| async move {
        let kuopio = app.register("kuopio", "kuopio").await;
        let paula = app.worker_in(kuopio, Role::MainUser, "paula").await;
        let list = paula.get("/admin/processors").await;
        assert!(
            list.says("Täydennettävät") && list.says("Istekki Oy"),
            "{}",
            list.body
        );
        assert!(paula.get("/admin").await.says("tiedot on täydennettävä"));
        let form = paula
            .get("/admin/processors/new?kind=processor&profile=istekki")
            .await;
        assert!(
            form.says("Istekki Oy") && form.says("Tietotekniset palvelut"),
            "{}",
            form.body
        );
        let mut fields = vec![
            ("kind", "processor"),
            ("profile_key", "istekki"),
            ("name", "Istekki Oy"),
            ("purpose", "Tietotekniset palvelut"),
            ("data", "Kaikki asiakastiedot"),
            ("country", "fi"),
            ("adequacy", "eea"),
            ("contract", "KUO-2025-17"),
            ("contract_from", "1.1.2025"),
            ("contract_until", "31.12.2026"),
        ];
        assert_eq!(paula.post("/admin/processors", &fields).await.status, 303);
        let twice = paula.post("/admin/processors", &fields).await;
        assert!(
            twice.status == 422 && twice.says("jo täydennetty"),
            "{}",
            twice.body
        );
        let list = paula.get("/admin/processors").await;
        assert!(list.says("sopimus päättyy 31.12.2026"), "{}", list.body);
        assert!(
            paula
                .get("/admin")
                .await
                .says("Yhden käsittelijän sopimus puuttuu, on päättynyt tai päättyy pian")
        );
        let program = app.program(&paula).await;
        let known = program.get("/api/v1/processors").await.json();
        let id = known[0]["id"].as_str().expect("an id").to_owned();
        let path = format!("/admin/processors/{id}");
        fields[9] = ("contract_until", "31.12.2030");
        fields.push(("version", "1"));
        assert_eq!(paula.post(&path, &fields).await.status, 303);
        assert_eq!(paula.post(&path, &fields).await.status, 422, "written meanwhile");
        assert!(paula.get(&path).await.says("31.12.2030"));
        assert_eq!(paula.post(&format!("{path}/end"), &[]).await.status, 303);
        assert!(paula.get(&path).await.says("Päättynyt 23.11.2026"));
    })
    .await;
}

#[tokio::test]
async fn data_is_processed_only_where_it_may_be_c5() {
    for_each_backend(|app| async move {
        let kuopio = app.register("kuopio", "kuopio").await;
        let paula = app.worker_in(kuopio, Role::MainUser, "paula").await;
        let program = app.program(&paula).await;
        let mut processor = json!({
            "kind": "processor", "name": "Cloud Inc.", "purpose": "varmuuskopiot", "data": "kaikki",
            "country": "US", "adequacy": "none",
        });
        let refused = program.post("/api/v1/processors", &processor).await;
        assert_eq!(
            (refused.status, &refused.json()["errors"][0]["field"]),
            (422, &json!("adequacy"))
        );
        processor["adequacy"] = json!("safeguard");
        processor["safeguard"] = json!("Komission vakiolausekkeet");
        let made = program.post("/api/v1/processors", &processor).await;
        assert_eq!(
            (made.status, &made.json()["contract_standing"]),
            (201, &json!("missing")),
            "{}",
            made.body
        );
        assert!(made.location().starts_with("/api/v1/processors/"));
        processor["contract"] = json!("US-1");
        let put = program.put(made.location(), made.etag(), &processor).await;
        assert_eq!(
            (put.status, &put.json()["contract_standing"]),
            (200, &json!("holds")),
            "{}",
            put.body
        );
        assert_eq!(program.get(made.location()).await.etag(), put.etag());
        let end = format!("{}/end", made.location());
        assert_eq!(program.post(&end, &json!({})).await.status, 204);
        // The profile `walmu` lets nothing leave the EU and EEA.
        let anna = app.main_user("anna").await;
        let stays = app
            .program(&anna)
            .await
            .post("/api/v1/processors", &processor)
            .await;
        assert_eq!(stays.status, 422, "{}", stays.body);
    })
    .await;
}

#[tokio::test]
async fn the_officer_sees_the_registers_duties_e6() {
    on_sqlite(|app| async move {
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let page = tiina.get("/oversight").await;
        for href in [
            "/breaches",
            "/register-decisions",
            "/admin/rights",
            "/admin/training",
            "/admin/processors",
        ] {
            assert!(page.says(&format!("href=\"{href}\"")), "{href}: {}", page.body);
            assert_eq!(tiina.get(href).await.status, 200, "{href}");
        }
    })
    .await;
}
