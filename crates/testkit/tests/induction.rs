//! Induction (D7): `/clients/{client}/induction`, and the leaflet at `/leaflet/{register}` and its `/pdf`.

use axum::http::Request;
use jiff::SignedDuration;
use polku_testkit::{Client, for_each_backend, on_sqlite};
use serde_json::json;

use crate::poppler;

#[tokio::test]
async fn d7_what_the_client_was_told_is_noted_with_the_notice_that_was_in_force() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let address = format!("/clients/{client}/induction");
        let page = maija.get(&address).await;
        assert!(page.says("Asiakkaalle kerrottua ei ole vielä kirjattu") && page.says("Kenelle voi valittaa"));
        let wrong = maija
            .post(&address, &[("told_on", "24.11.2026"), ("language", "other"), ("way", "oral")])
            .await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.says("päivä ei voi olla tulossa") && wrong.says("Valitse ainakin yksi kohta"));
        assert!(wrong.says("Kirjoita, mikä kieli") && wrong.says("value=\"24.11.2026\""));
        let told = [
            ("told_on", "23.11.2026"),
            ("points", "purpose"),
            ("points", "rights"),
            ("language", "other"),
            ("other_language", "arabia, tulkki"),
            ("way", "oral-with-leaflet"),
        ];
        let noted = maija.post(&address, &told).await;
        assert_eq!((noted.status, noted.location()), (303, address.as_str()), "{}", noted.body);
        let page = maija.get(&address).await;
        assert!(page.says("arabia, tulkki") && page.says("Maija Työntekijä") && page.says("Kertomatta:"));

        let paula = app.main_user("paula").await;
        let published = paula.post("/admin/notice", &[("seen", "0")]).await;
        assert_eq!(published.status, 303, "{}", published.body);
        let program = app.program(&maija).await;
        let rest = json!({
            "points": ["content", "seers", "disclosures", "retention", "complaints", "portal"], "language": "fi",
            "way": "oral", "note": "Kertasimme.",
        });
        let made = program.post(&format!("/api/v1{address}"), &rest).await;
        assert_eq!(made.status, 201, "{}", made.body);
        assert_eq!(made.json()["notice_version"], json!(1));
        let all = program.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(all["untold"], json!([]));
        assert_eq!(all["told"].as_array().map(Vec::len), Some(2));
        let unknown = json!({ "points": ["horoscope"], "language": "fi", "way": "oral" });
        assert_eq!(program.post(&format!("/api/v1{address}"), &unknown).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn d7_who_was_not_told_within_a_week_is_on_the_coachs_list() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let told = Client::named("Kuulija", "Kaisa").of(&maija, &app).await;
        let body = json!({ "points": ["rights"], "language": "fi", "way": "oral" });
        let program = app.program(&maija).await;
        assert_eq!(
            program
                .post(&format!("/api/v1/clients/{told}/induction"), &body)
                .await
                .status,
            201
        );
        let due = format!("/clients/{client}/induction");
        assert!(!maija.get("/").await.says(&due));
        app.after(SignedDuration::from_hours(24 * 8));
        let maija = maija.again(&app).await;
        let today = maija.get("/").await;
        assert!(
            today.says(&due) && today.says("Alussa kerrottua ei ole kirjattu"),
            "{}",
            today.body
        );
        assert!(!today.says(&format!("/clients/{told}/induction")));
    })
    .await;
}

#[tokio::test]
async fn d7_the_leaflet_is_one_plain_page_for_anyone_in_three_languages() {
    on_sqlite(|app| async move {
        for profile in ["walmu", "ii", "kokkotyo", "typpi", "kuopio"] {
            let key = format!("of-{profile}");
            app.register(&key, profile).await;
            for (language, word) in [
                ("fi", "Mitä voit vaatia?"),
                ("sv", "Vad kan du kräva?"),
                ("en", "What can you ask for?"),
            ] {
                let request = Request::get(format!("/leaflet/{key}?language={language}"));
                let page = app.anonymous(request, String::new()).await;
                assert_eq!(page.status, 200, "{}", page.body);
                assert!(
                    page.says(word) && !page.says("⟦"),
                    "{profile} in {language}: {}",
                    page.body
                );
                assert!(page.says("tietosuoja.fi") && page.says(&format!("/notice/{key}")));
                let request = Request::get(format!("/leaflet/{key}/pdf?language={language}"));
                let printed = app.anonymous(request, String::new()).await;
                assert_eq!(printed.headers["content-type"], "application/pdf");
                let file = poppler::File::of(&printed.bytes);
                let text = file.text();
                assert!(text.contains(word) && text.contains("tietosuoja.fi"), "{text}");
                assert!(file.info().contains("Tagged:          yes"), "{}", file.info());
            }
        }
        let nobody = Request::get("/leaflet/nobody/pdf");
        assert_eq!(app.anonymous(nobody, String::new()).await.status, 404);
        assert_eq!(
            app.anonymous(Request::get("/leaflet/nobody"), String::new())
                .await
                .status,
            404
        );
        let request = Request::get("/leaflet/of-walmu?language=xx");
        assert_eq!(app.anonymous(request, String::new()).await.status, 404);
    })
    .await;
}
