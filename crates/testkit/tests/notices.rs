//! Stories about what a register says of itself: the privacy notice and the record of processing (D6).

use polku_testkit::{for_each_backend, on_sqlite};

use crate::poppler;

#[tokio::test]
async fn anyone_reads_the_notice_and_its_versions_can_be_checked_d6() {
    for_each_backend(|app| async move {
        let visitor = app.stranger();
        let before = visitor.get("/notice/paja").await;
        assert!(
            before.says("Selostetta ei ole vielä julkaistu"),
            "{}",
            before.body
        );
        assert!(before.says("Rekisterin tietosisältö"), "{}", before.body);
        let paula = app.main_user("paula").await;
        let contacts = [("responsible", "Vastuutehtävä, 040 555 0000"), ("main_user", "")];
        let saved = paula.post("/admin/notice/contacts", &contacts).await;
        assert_eq!(saved.location(), "/admin/notice");
        assert_eq!(
            paula.post("/admin/notice", &[("seen", "0")]).await.location(),
            "/admin/notice"
        );
        let shown = visitor.get("/notice/paja").await;
        assert!(
            shown.says("Versio 1") && shown.says("040 555 0000"),
            "{}",
            shown.body
        );

        let json = visitor.get("/notice/paja/json?language=sv").await;
        let read: serde_json::Value = serde_json::from_str(&json.body).expect("JSON");
        assert_eq!(
            (read["version"].as_i64(), read["language"].as_str()),
            (Some(1), Some("sv"))
        );
        let note = visitor.get("/notice/paja/note").await.body;
        let key = app.desk.notice_verifier(app.register).await.expect("a key");
        let signed = polku_ledger::check_statement(&note, &key).expect("signed by the register");
        let published = app.desk.notices(app.register).await.expect("versions").remove(0);
        let said = polku_desk::notice::signed_text("paja", 1, published.dated, &published.content);
        assert_eq!(signed, said, "the signature is over what was published");
        let content = visitor.get("/notice/paja/signed?version=1").await.body;
        assert_eq!(content, published.content, "which anyone can have");

        let pdf = visitor.get("/notice/paja/pdf?language=sv").await;
        assert_eq!(pdf.status, 200);
        assert_eq!(pdf.headers["content-type"], "application/pdf");
        let pdf = poppler::File::of(&pdf.bytes);
        let (info, text) = (pdf.info(), pdf.text());
        assert!(info.contains("Title:           Dataskyddsbeskrivning"), "{info}");
        let flat: String = text.split_whitespace().collect();
        assert!(
            flat.contains("0405550000") && flat.contains("/notice/paja/note?version=1"),
            "{text}"
        );
        assert!(
            flat.contains(&key.split_whitespace().collect::<String>()),
            "{text}"
        );
        assert!(
            visitor
                .get("/notice/paja")
                .await
                .says("/notice/paja/pdf?version=1")
        );
    })
    .await;
}

#[tokio::test]
async fn a_new_version_shows_what_changed_and_an_old_one_stays_d6() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        paula.post("/admin/notice", &[("seen", "0")]).await;
        assert!(
            paula
                .get("/admin/notice")
                .await
                .says("vastaa rekisterin nykyisiä asetuksia")
        );
        let told = [("main_user", "Pääkäyttäjän puhelin 040 555 1111")];
        paula.post("/admin/notice/contacts", &told).await;
        let page = paula.get("/admin/notice").await;
        assert!(page.says("Rekisterin asetukset ovat muuttuneet"), "{}", page.body);
        assert!(page.says("040 555 1111"), "{}", page.body);
        // Two who publish at once: the second changes nothing, and learns it on the page.
        paula.post("/admin/notice", &[("seen", "1")]).await;
        paula.post("/admin/notice", &[("seen", "1")]).await;
        let visitor = app.stranger();
        assert!(!visitor.get("/notice/paja?version=1").await.says("040 555 1111"));
        assert!(visitor.get("/notice/paja?version=2").await.says("040 555 1111"));
        assert_eq!(visitor.get("/notice/paja?version=3").await.status, 404);
        assert_eq!(visitor.get("/notice/muu").await.status, 404);
        assert_eq!(visitor.get("/notice/paja/pdf2").await.status, 404);
        assert_eq!(visitor.get("/notice/paja/pdf?version=3").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn words_that_are_too_long_are_kept_and_told_d6() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let long = "x".repeat(201);
        let page = paula
            .post("/admin/notice/contacts", &[("main_user", long.as_str())])
            .await;
        assert!(
            page.says("Lyhennä enintään 200 merkkiin") && page.says(&long),
            "{}",
            page.body
        );
        let maija = app.coach("maija").await;
        assert_eq!(maija.get("/admin/notice").await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn the_record_of_processing_has_each_point_of_article_30_d6() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let page = paula.get("/admin/record-of-processing").await;
        for point in ["a", "b", "c", "d", "e", "f", "g"] {
            assert!(
                page.says(&format!("30 artiklan 1 kohta {point}")),
                "{point}: {}",
                page.body
            );
        }
        let program = app.program(&paula).await;
        let notice = program.get("/api/v1/notices/paja").await;
        assert_eq!(notice.json()["register"], "Walmu-asiakashallintajärjestelmä");
        assert!(app.stranger().get("/notice").await.says("/notice/paja"));
    })
    .await;
}
