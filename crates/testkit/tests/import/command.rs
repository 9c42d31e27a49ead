//! Imports from the command line, and what every import keeps to.

use std::sync::Arc;

use jiff::SignedDuration;
use polku_casework::import::{Outcome, Purpose, Told};
use polku_testkit::{for_each_backend, on_sqlite};
use polku_web::Failure;

use super::{CSV, SOMEBODY, WORKBOOK, counts, import, marks_and_entries, try_import};

#[tokio::test]
async fn every_row_of_the_workbook_is_in_the_register_or_listed_with_its_reason() {
    for_each_backend(|app| async move {
        let (paula, johto) = (app.main_user("paula").await, app.manager("johto").await);
        let told = import(&app, &paula, WORKBOOK, Purpose::Bring).await;
        assert_eq!(
            counts(&told.sheets),
            [(244, 230, 0, 14), (121, 115, 0, 6), (720, 687, 0, 33)]
        );
        let report = String::from_utf8(told.report).expect("text");
        let kept_out = report
            .lines()
            .filter(|line| line.contains("\"Ei tuoda\""))
            .count();
        assert_eq!(kept_out, 14 + 6 + 33);
        let unsure = report
            .lines()
            .filter(|line| line.contains("Merkitse x (läsnä)"))
            .count();
        assert_eq!(unsure, 200, "marks that say nothing sure are listed, not guessed");
        assert!(johto.get("/clients").await.says("230 asiakasta"));
        assert_eq!(marks_and_entries(&app, &johto).await, (2124, 687));
    })
    .await;
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing_and_the_csv_of_the_same_people_neither() {
    for_each_backend(|app| async move {
        let (paula, johto) = (app.main_user("paula").await, app.manager("johto").await);
        let told = import(&app, &paula, CSV, Purpose::Bring).await;
        assert_eq!(counts(&told.sheets), [(244, 230, 0, 14)]);
        // The workbook has the same people, and marks and entries of theirs besides.
        let told = import(&app, &paula, WORKBOOK, Purpose::Bring).await;
        assert_eq!(
            counts(&told.sheets),
            [(244, 0, 230, 14), (121, 115, 0, 6), (720, 687, 0, 33)]
        );
        assert_eq!(
            marks_and_entries(&app, &johto).await.0,
            0,
            "written beside their people"
        );
        let told = import(&app, &paula, WORKBOOK, Purpose::Bring).await;
        assert_eq!(
            counts(&told.sheets),
            [(244, 0, 230, 14), (121, 0, 115, 6), (720, 0, 687, 33)]
        );
        assert!(johto.get("/clients").await.says("230 asiakasta"));
    })
    .await;
}

#[tokio::test]
async fn a_rehearsal_tells_the_same_and_leaves_nothing() {
    on_sqlite(|app| async move {
        let (paula, johto) = (app.main_user("paula").await, app.manager("johto").await);
        let told = import(&app, &paula, CSV, Purpose::Rehearse).await;
        assert_eq!(counts(&told.sheets), [(244, 230, 0, 14)]);
        assert!(!johto.get("/clients").await.says("230 asiakasta"));
    })
    .await;
}

/// An import that dies half-way leaves nothing that anyone could see; a day later what it left is taken back.
#[tokio::test]
async fn an_import_that_dies_half_way_is_there_for_no_one_and_is_taken_back() {
    for_each_backend(|app| async move {
        let (paula, johto) = (app.main_user("paula").await, app.manager("johto").await);
        let app = Arc::new(app);
        let (tell, mut heard) = tokio::sync::mpsc::unbounded_channel();
        let dying = {
            let (app, paula) = (Arc::clone(&app), paula.clone());
            let told: Told = Arc::new(move |done, _| tell.send(done).unwrap_or_default());
            tokio::spawn(async move {
                try_import(&app, &paula, CSV, Purpose::Bring, told)
                    .await
                    .map(drop)
            })
        };
        while heard.recv().await.expect("it died too early") < 80 {}
        dying.abort();
        assert!(dying.await.is_err(), "it was killed");

        let page = johto.get("/clients").await;
        assert_eq!(page.status, 200);
        assert!(!page.says(SOMEBODY), "{}", page.body);
        let found = johto.post("/find", &[("q", "Kivimäki")]).await;
        assert!(!found.says(SOMEBODY), "{}", found.body);

        app.after(SignedDuration::from_hours(25));
        assert_eq!(app.desk.sweep_imports().await.expect("swept"), 1);
        let (paula, johto) = (paula.again(&app).await, johto.again(&app).await);
        let told = import(&app, &paula, CSV, Purpose::Bring).await;
        assert_eq!(counts(&told.sheets), [(244, 230, 0, 14)]);
        assert!(johto.get("/clients").await.says("230 asiakasta"));
        let found = johto.post("/find", &[("q", "Kivimäki")]).await;
        assert!(found.says(SOMEBODY), "{}", found.body);
    })
    .await;
}

#[tokio::test]
async fn two_imports_at_once_are_refused_since_they_would_not_see_each_others_people() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let app = Arc::new(app);
        let (tell, mut heard) = tokio::sync::mpsc::unbounded_channel();
        let told: Told = Arc::new(move |done, _| tell.send(done).unwrap_or_default());
        let first = {
            let (app, paula) = (Arc::clone(&app), paula.clone());
            tokio::spawn(async move {
                try_import(&app, &paula, CSV, Purpose::Bring, told)
                    .await
                    .map(drop)
            })
        };
        while heard.recv().await != Some(40) {}
        first.abort();
        assert!(first.await.is_err());
        let nobody: Told = Arc::new(|_, _| {});
        let second = try_import(&app, &paula, CSV, Purpose::Bring, nobody).await;
        let refused = second.expect_err("the first was never ended");
        assert!(
            refused.to_string().contains("import-another-under-way"),
            "{refused}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_refused_in_words() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        for (bytes, key) in [
            (&b""[..], "import-file-empty"),
            (b"%PDF-1.7", "import-file-kind"),
            (b"PK\x03\x04 nothing behind", "import-file-broken"),
        ] {
            let nobody: Told = Arc::new(|_, _| {});
            match try_import(&app, &paula, bytes, Purpose::Bring, nobody).await {
                Err(Failure::Invalid(fields)) => assert_eq!(fields[0].key, key),
                other => panic!("{other:?}"),
            }
        }
    })
    .await;
}

/// A4: a special-category field comes in only with why it is necessary.
#[tokio::test]
async fn a_special_column_without_its_necessity_is_asked_about_a4() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let nobody: Told = Arc::new(|_, _| {});
        let file = "Sukunimi;Etunimet;Ammattiliitto\nMalli;Ilona;Jokin liitto\n".as_bytes();
        match try_import(&app, &paula, file, Purpose::Bring, nobody).await {
            Ok(Outcome::Undecided(sentences)) => {
                assert!(sentences[0].starts_with("Ammattiliitto:"), "{sentences:?}");
            }
            other => panic!("{other:?}"),
        }
    })
    .await;
}

/// E4: who did it is in the log, and that it was done at the machine.
#[tokio::test]
async fn only_a_main_user_lends_the_command_line_a_name() {
    on_sqlite(|app| async move {
        app.main_user("paula").await;
        app.coach("maija").await;
        let as_user = async |name: &'static str| {
            let asked = app.desk.main_user_at_console(app.register, name, "polku import");
            asked.await.expect("the desk answers").is_some()
        };
        assert!(as_user("paula").await && as_user("Paula ").await);
        assert!(!as_user("maija").await && !as_user("nobody").await);
    })
    .await;
}
