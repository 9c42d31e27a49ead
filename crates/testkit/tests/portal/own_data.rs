//! What clients see of themselves, and who has looked.

use axum::http::{Request, header};
use polku_desk::access::Audience;
use polku_testkit::{Client, TestApp, for_each_backend, on_sqlite};
use polku_web::{Cookie, Kind, Method};
use serde_json::json;

use super::{ELSEWHERE, Own, ilona, opened};

#[tokio::test]
async fn d8_a_client_sees_the_own_data_plan_and_attendance_and_nobody_elses() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let program = app.program(&maija).await;
        let about = format!("/api/v1/clients/{client}");
        let period = json!({
            "measure": "coaching", "workgroup": "", "starts_on": "2.11.2026", "weekdays": ["monday"], "hours": "6",
            "state": "ongoing", "place": "Halli 3",
        });
        assert_eq!(program.post(&format!("{about}/periods"), &period).await.status, 201);
        let goal = json!({ "title": "Herään ajoissa", "target": "4" });
        let set = program.post(&format!("{about}/goals"), &goal).await;
        assert_eq!(set.status, 201, "{}", set.body);
        let entry = program.post(&format!("{about}/diary"), &json!({ "text": "Salainen havainto" })).await;
        assert_eq!(entry.status, 201, "{}", entry.body);
        let marks = json!({ "marks": [{ "client": client, "date": "2026-11-09", "mark": "present", "minutes": 360, "seen": 0 }] });
        assert!(maija.put_json("/attendance/marks", &marks).await.status < 300);
        let other = Client::named("Muu", "Mikko").of(&maija, &app).await;
        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;

        let front = own.get("/own").await;
        assert!(front.says("Maija Työntekijä") && front.says("yksi avoin tavoite"), "{}", front.body);
        assert!(own.get("/own/data").await.says("010594Y9032"));
        let plan = own.get("/own/plan").await;
        assert!(plan.says("Herään ajoissa") && plan.says("Halli 3"));
        let month = own.get("/own/attendance").await;
        assert!(month.says("marraskuu 2026") && month.says("9.11."), "{}", month.body);
        assert_eq!(own.get("/own/attendance?month=2026-13").await.status, 400);
        for page in ["/own", "/own/data", "/own/plan", "/own/attendance", "/own/consents"] {
            let page = own.get(page).await;
            assert!(!page.says("Salainen havainto") && !page.says("Muu Mikko"));
        }
        let told = own.ask(Method::GET, "/api/v1/own", &json!(null)).await.json();
        assert_eq!(told["responsible"], json!(["Maija Työntekijä"]));
        let plan = own.ask(Method::GET, "/api/v1/own/plan", &json!(null)).await.json();
        assert_eq!(plan["goals"][0]["title"], json!("Herään ajoissa"));
        let data = own.ask(Method::GET, "/api/v1/own/data", &json!(null)).await;
        assert!(data.says("010594Y9032"));
        let month = own.ask(Method::GET, "/api/v1/own/attendance?month=2026-11", &json!(null)).await.json();
        assert_eq!((&month["attended"], &month["minutes"]), (&json!(1), &json!(360)));

        for path in ["/clients", &format!("/clients/{other}"), &format!("/clients/{client}")] {
            let led = own.get(path).await;
            assert!(led.status == 303 && led.location().starts_with("/sign-in"), "{path}");
        }
        assert_eq!(own.get(&format!("/api/v1/clients/{other}")).await.status, 401);
        assert_eq!(program.get("/api/v1/own").await.status, 403, "a worker's token opens nothing here");
    })
    .await;
}

#[tokio::test]
async fn d8_a_client_sees_who_looked_as_the_profile_decides_and_every_own_page_is_in_the_log_e4() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        assert_eq!(maija.get(&format!("/clients/{client}")).await.status, 200);
        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;
        let looks = own.get("/own/looks").await;
        assert!(
            looks.says("Valmentaja") && looks.says("vastuutyöntekijä"),
            "{}",
            looks.body
        );
        assert!(!looks.says("Maija Työntekijä"), "by role in this register");
        assert!(!looks.says("asiakas itse") && own.get("/own/looks?own=shown").await.says("asiakas itse"));
        let all = own
            .ask(Method::GET, "/api/v1/own/looks", &json!(null))
            .await
            .json();
        let first = &all["looks"][0];
        assert_eq!(
            (&first["basis"], &first["purpose"]),
            (&json!("own-data"), &json!("own-affairs"))
        );

        app.desk.sequence_audit().await.expect("sequenced");
        let proofs = own.get("/own/looks/proofs").await;
        assert_eq!(proofs.status, 200, "{}", proofs.body);
        let saved = own
            .ask(Method::GET, "/api/v1/own/looks/proofs", &json!(null))
            .await;
        assert_eq!(saved.status, 200, "{}", saved.body);
        let of_first = all["looks"].as_array().and_then(|looks| looks.last());
        let of_first = of_first
            .and_then(|look| look["entry"].as_str())
            .expect("an entry")
            .to_owned();
        let one = own.get(&format!("/own/looks/{of_first}/proof")).await;
        assert_eq!(one.status, 200, "{}", one.body);

        let mut visited = 0;
        for entry in polku_server::routes().entries() {
            let is_read = entry.method == Method::GET && entry.spec.touches.is_some();
            if entry.spec.audience != Audience::Client || !is_read {
                continue;
            }
            if entry.path.contains('{') {
                continue;
            }
            let before = entries(&app).await;
            let page = own.get(entry.path).await;
            let expected = if ELSEWHERE.contains(&entry.path) { 404 } else { 200 };
            assert_eq!(page.status, expected, "{}: {}", entry.path, page.body);
            assert!(entries(&app).await > before, "{} left no entry", entry.path);
            visited += 1;
        }
        assert!(visited > 10, "only {visited} pages of the client's");
    })
    .await;
}

async fn entries(app: &TestApp) -> u64 {
    app.desk.sequence_audit().await.expect("sequenced");
    let report = app.desk.verify_audit(app.register, None).await.expect("a report");
    report.ledger.entries
}

#[tokio::test]
async fn d8_no_page_of_the_portal_lacks_a_text_in_any_language_h1() {
    on_sqlite(|app| async move {
        let (maija, client) = ilona(&app).await;
        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;
        for entry in polku_server::routes().entries() {
            let is_own = entry.path.starts_with("/own") && entry.kind == Kind::Page;
            if !is_own || entry.method != Method::GET {
                continue;
            }
            for language in ["fi", "sv", "en"] {
                let request = Request::get(entry.path).header(
                    header::COOKIE,
                    format!("{}; {}={language}", own.cookie, Cookie::Language.name()),
                );
                let page = app.anonymous(request, String::new()).await;
                assert!(page.status < 500, "{}", page.body);
                assert!(!page.says("⟦"), "{} in {language}: {}", entry.path, page.body);
            }
        }
    })
    .await;
}
