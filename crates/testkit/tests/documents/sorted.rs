//! What scanners and mail leave in the drop folder.

use std::{path::PathBuf, time::Duration};

use polku_desk::{Desk, SubjectId, access::Role};
use polku_testkit::{Browser, Program, TestApp, for_each_backend};
use serde_json::{Value, json};

use super::{do_all, document, ilona, samples};

/// The drop folder of the story's register.
fn drop_folder(desk: &Desk) -> PathBuf {
    let folder = desk.document_options().drop_folder.clone();
    folder.expect("a story has a drop folder").join("paja")
}

async fn look(app: &TestApp) {
    Box::pin(polku_documents::take_dropped(&app.desk, Duration::ZERO))
        .await
        .expect("the folder is looked into");
}

#[tokio::test]
async fn b12_a_scan_waits_in_its_workers_tray_and_becomes_a_clients_document() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let pekka = app.coach("pekka").await;
        look(&app).await;
        let folder = drop_folder(&app.desk);
        std::fs::create_dir_all(folder.join("maija")).expect("a folder");
        let scan = samples::pdf(&[&["Skannattu todistus"]]);
        std::fs::write(folder.join("maija/scan0001.pdf"), &scan).expect("a scan");
        std::fs::write(folder.join("maija/scan0002.pdf.part"), b"%PDF-1.4 not yet").expect("a scan");
        std::fs::write(folder.join("posti.exe"), b"MZ\x90\x00").expect("a file");
        std::fs::write(folder.join("posti.pdf"), samples::pdf(&[&["Yhteinen"]])).expect("a file");
        look(&app).await;
        assert!(!folder.join("maija/scan0001.pdf").exists() && !folder.join("posti.pdf").exists());
        assert!(
            folder.join("maija/scan0002.pdf.part").exists(),
            "it is still being written"
        );
        let refused = std::fs::read_dir(folder.join("refused"))
            .expect("a folder")
            .count();
        assert_eq!(refused, 1, "what is not taken in is not lost");

        // Killed before the file was removed: it is known by what it holds.
        std::fs::write(folder.join("maija/scan0001.pdf"), &scan).expect("a scan");
        look(&app).await;
        assert!(!folder.join("maija/scan0001.pdf").exists());
        let tray = program.get("/api/v1/documents/unsorted").await.json();
        assert_eq!(tray.as_array().map(Vec::len), Some(1), "{tray}");
        assert_eq!(tray[0]["name"], json!("scan0001.pdf"));
        let page = maija.get("/documents/unsorted").await;
        assert!(page.says("scan0001.pdf") && page.says("Malli Ilona") && !page.says("posti.pdf"));
        let none = pekka.get("/documents/unsorted").await;
        assert!(none.says("odottaisivat lajittelua") && !none.says("scan0001"));

        let id = tray[0]["id"].as_str().expect("an id");
        Box::pin(sorts(&app, (&maija, &program), &pekka, client, id)).await;
    })
    .await;
}

/// Maija sorts the paper, which is not Pekka's to sort.
async fn sorts(
    app: &TestApp,
    (maija, program): (&Browser, &Program),
    pekka: &Browser,
    client: SubjectId,
    id: &str,
) {
    let client_id = client.to_string();
    let address = format!("/documents/unsorted/{id}");
    let not_his = pekka
        .post(&format!("{address}/attach"), &[("client", &client_id)])
        .await;
    assert_eq!(not_his.status, 404);
    assert_eq!(pekka.get(&format!("{address}/picture")).await.status, 404);
    assert_eq!(
        maija
            .post(&format!("{address}/attach"), &[("client", "")])
            .await
            .status,
        303
    );
    let sent = maija
        .post(&format!("{address}/attach"), &[("client", &client_id)])
        .await;
    assert!(
        sent.location().ends_with("/edit"),
        "{} {}",
        sent.status,
        sent.body
    );
    let again = maija
        .post(&format!("{address}/attach"), &[("client", &client_id)])
        .await;
    assert_eq!(again.status, 404);
    do_all(app).await;
    let documents = program
        .get(&format!("/api/v1/clients/{client}/documents"))
        .await
        .json();
    assert_eq!(documents[0]["title"], json!("scan0001"));
    let id = documents[0]["id"].as_str().expect("an id");
    assert_eq!(document(program, client, id).await.status, 200);
}

#[tokio::test]
async fn the_registers_own_papers_are_passed_on_by_whoever_keeps_them() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let paula = app.main_user("paula").await;
        let anna = app.worker(Role::ServiceManager, "anna").await;
        look(&app).await;
        let folder = drop_folder(&app.desk);
        for name in ["a.pdf", "b.pdf", "c.pdf"] {
            std::fs::write(folder.join(name), samples::pdf(&[&[name]])).expect("a file");
        }
        look(&app).await;
        let paulas = app.program(&paula).await;
        let tray = paulas.get("/api/v1/documents/unsorted").await.json();
        let id = |tray: &Value, place: usize| tray[place]["id"].as_str().expect("an id").to_owned();
        assert_eq!(
            (tray.as_array().map(Vec::len), &tray[0]["of_register"]),
            (Some(3), &json!(true))
        );
        assert!(
            paula
                .get("/documents/unsorted")
                .await
                .says("Anna toiselle työntekijälle")
        );
        let passed = format!("/documents/unsorted/{}/pass-on", id(&tray, 0));
        let to = maija.account.to_string();
        assert_eq!(paula.post(&passed, &[("account", &to)]).await.status, 303);
        assert_eq!(
            paula.post(&passed, &[("account", &to)]).await.status,
            404,
            "it is Maija's now"
        );
        let passed = format!("/api/v1/documents/unsorted/{}/pass-on", id(&tray, 1));
        assert_eq!(paulas.post(&passed, &json!({ "account": to })).await.status, 204);
        let maijas = app.program(&maija).await;
        let own = maijas.get("/api/v1/documents/unsorted").await.json();
        assert_eq!(own.as_array().map(Vec::len), Some(2));
        let removed = format!("/api/v1/documents/unsorted/{}/remove", id(&own, 0));
        assert_eq!(maijas.post(&removed, &json!({})).await.status, 204);
        let removed = format!("/documents/unsorted/{}/remove", id(&tray, 2));
        assert_eq!(anna.post(&removed, &[]).await.status, 303);
        assert_eq!(maija.post(&removed, &[]).await.status, 404);
        let attached = format!("/api/v1/documents/unsorted/{}/attach", id(&own, 1));
        let client = polku_testkit::Client::named("Malli", "Mikko")
            .of(&maija, &app)
            .await;
        let made = maijas.post(&attached, &json!({ "client": client })).await;
        assert_eq!(made.status, 201, "{}", made.body);
    })
    .await;
}
