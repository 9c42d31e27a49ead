//! Documents (B12): `/clients/{client}/documents` and what is below it.

mod checked;
mod refused;
mod samples;
mod sorted;
mod stored;

use polku_desk::SubjectId;
use polku_testkit::{Answer, Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

use samples::pdf;

/// A coach, the coach's program, and a client.
pub async fn ilona(app: &TestApp) -> (Browser, Program, SubjectId) {
    let maija = app.coach("maija").await;
    let program = app.program(&maija).await;
    let client = Client::named("Malli", "Ilona").of(&maija, app).await;
    (maija, program, client)
}

/// Does all jobs that can be done now.
pub async fn do_all(app: &TestApp) {
    while polku_casework::do_next(&app.desk).await {}
}

/// Whether ClamAV is there; `cargo xtask test` always sees to it.
#[expect(clippy::print_stderr, reason = "a part that was not run is told")]
pub fn has_scanner() -> bool {
    let is_there = std::env::var_os("POLKU_TEST_CLAMD").is_some();
    if !is_there {
        eprintln!("POLKU_TEST_CLAMD is not set: this test was not run with ClamAV");
    }
    is_there
}

/// Adds a document by the API; answers it.
pub async fn added(program: &Program, client: SubjectId, name: &str, bytes: &[u8]) -> Value {
    let answer = program
        .send_file(&format!("/api/v1/clients/{client}/documents"), name, bytes)
        .await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.json()
}

/// A document by the API.
pub async fn document(program: &Program, client: SubjectId, id: &str) -> Answer {
    program
        .get(&format!("/api/v1/clients/{client}/documents/{id}"))
        .await
}

fn id_of(document: &Value) -> String {
    document["id"].as_str().expect("an id").to_owned()
}

fn pages() -> Vec<u8> {
    pdf(&[&["Todistus kurssista"], &["Toinen sivu"]])
}

#[tokio::test]
async fn b12_a_paper_is_added_with_what_is_said_of_it_and_waits_in_quarantine() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = format!("/clients/{client}/documents");
        assert!(
            maija
                .get(&address)
                .await
                .says("Asiakkaalla ei ole vielä asiakirjoja.")
        );
        let form = maija.get(&format!("/clients/{client}/documents/new")).await;
        assert!(form.says("capture=\"environment\"") && form.says("multiple"));
        let fields = [
            ("class", "certificate"),
            ("title", "Hygieniapassi"),
            ("dated", "20.11."),
            ("source", "client"),
            ("channel", "paper"),
            ("language", "fi"),
            ("publicity", "secret"),
        ];
        let sent = maija
            .upload(
                &address,
                &fields,
                ("files", "Hygieniapassi Malli Ilona.pdf", &pages()),
            )
            .await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        assert!(!sent.location().contains("Malli"), "no name in an address");
        let page = maija.get(sent.location()).await;
        assert!(page.says("Hygieniapassi") && page.says("Todistus") && page.says("20.11.2026"));
        assert!(page.says("odottaa"), "{}", page.body);
        let listed = program.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(
            (
                &listed[0]["class"],
                &listed[0]["dated"],
                &listed[0]["source"],
                &listed[0]["channel"]
            ),
            (
                &json!("certificate"),
                &json!("2026-11-20"),
                &json!("client"),
                &json!("paper")
            )
        );
        assert_eq!(listed[0]["files"][0]["checked"], json!("waiting"));
        let retention = listed[0]["retention"].as_str().expect("F1: a retention class");
        assert!(!retention.is_empty());
        let id = id_of(&listed[0]);
        // In quarantine nothing opens it.
        let closed = maija.get(&format!("{address}/{id}/files/1")).await;
        assert_eq!(
            (closed.status, closed.location()),
            (303, format!("{address}/{id}").as_str())
        );
        let picture = maija.get(&format!("{address}/{id}/files/1/pages/1")).await;
        assert_eq!(picture.status, 303);
        let file = program.get(&format!("/api/v1{address}/{id}/files/1")).await;
        assert_eq!(file.status, 422);
    })
    .await;
}

#[tokio::test]
async fn b12_equal_files_of_two_people_have_nothing_in_common_in_the_store() {
    on_sqlite(|app| async move {
        let (maija, program, ilona) = ilona(&app).await;
        let mikko = Client::named("Malli", "Mikko").of(&maija, &app).await;
        added(&program, ilona, "a.pdf", &pages()).await;
        added(&program, mikko, "a.pdf", &pages()).await;
        let stored = stored(&app);
        assert_eq!(stored.len(), 2, "each has a file of their own");
        assert_eq!(stored[0].1.len(), stored[1].1.len());
        let same = stored[0]
            .1
            .iter()
            .zip(&stored[1].1)
            .filter(|(one, other)| one == other)
            .count();
        assert!(same < stored[0].1.len() / 20, "{same} equal bytes");
        assert!(
            !stored
                .iter()
                .any(|(_, bytes)| bytes.windows(5).any(|window| window == b"%PDF-"))
        );
    })
    .await;
}

/// The files of the store, by their names.
fn stored(app: &TestApp) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let folder = app.folder.join("documents");
    for shelf in std::fs::read_dir(folder).expect("the store").flatten() {
        for file in std::fs::read_dir(shelf.path()).expect("a shelf").flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            found.push((name, std::fs::read(file.path()).expect("a file")));
        }
    }
    found
}

#[tokio::test]
async fn b12_the_same_file_sent_again_is_the_document_that_there_is() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let first = id_of(&added(&program, client, "a.pdf", &pages()).await);
        let address = format!("/clients/{client}/documents");
        let again = program
            .send_file(&format!("/api/v1{address}"), "b.pdf", &pages())
            .await;
        assert_eq!((again.status, id_of(&again.json())), (200, first.clone()));
        let by_page = maija
            .upload(&address, &[("class", "other")], ("files", "c.pdf", &pages()))
            .await;
        assert_eq!(by_page.location(), format!("{address}/{first}"));
        assert_eq!(stored(&app).len(), 1);
    })
    .await;
}

#[tokio::test]
async fn b12_a_new_version_keeps_the_earlier_one_and_the_bin_gives_back() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let id = id_of(&added(&program, client, "a.pdf", &pages()).await);
        let address = format!("/clients/{client}/documents/{id}");
        let versions = format!("{address}/versions");
        let same = maija.upload(&versions, &[], ("files", "a.pdf", &pages())).await;
        assert_eq!(same.status, 422);
        assert!(same.says("Tiedosto on sama kuin nykyinen versio."));
        let newer = pdf(&[&["Uusi versio"]]);
        assert_eq!(
            maija
                .upload(&versions, &[], ("files", "b.pdf", &newer))
                .await
                .status,
            303
        );
        let third = pdf(&[&["Kolmas"]]);
        let sent = program
            .send_file(&format!("/api/v1{versions}"), "c.pdf", &third)
            .await;
        assert_eq!(sent.status, 204, "{}", sent.body);
        let files = document(&program, client, &id).await.json()["files"].clone();
        let numbers: Vec<i64> = files
            .as_array()
            .expect("files")
            .iter()
            .filter_map(|file| file["number"].as_i64())
            .collect();
        assert_eq!(numbers, [3, 2, 1]);

        assert_eq!(maija.post(&format!("{address}/bin"), &[]).await.status, 303);
        let list = maija.get(&format!("/clients/{client}/documents")).await;
        assert!(list.says("Roskakori (1)"));
        assert_eq!(maija.post(&format!("{address}/take-back"), &[]).await.status, 303);
        let state = format!("/api/v1{address}/state");
        let binned = program.post(&state, &json!({ "state": "binned" })).await;
        assert_eq!(binned.status, 204, "{}", binned.body);
        let bin = program
            .get(&format!("/api/v1/clients/{client}/documents?bin=true"))
            .await
            .json();
        assert_eq!(id_of(&bin[0]), id);
        let late = program
            .send_file(&format!("/api/v1{versions}"), "d.pdf", &pages())
            .await;
        assert_eq!(late.status, 422, "what is in the bin gets no new version");
    })
    .await;
}

#[tokio::test]
async fn two_people_describe_one_document_and_both_are_shown() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let id = id_of(&added(&program, client, "a.pdf", &pages()).await);
        let address = format!("/clients/{client}/documents/{id}");
        assert!(maija.get(&format!("{address}/edit")).await.says("value=\"a\""));
        let api = format!("/api/v1{address}");
        let first = program
            .put(
                &api,
                "\"1\"",
                &json!({ "title": "Ensimmäisen nimi", "class": "plan" }),
            )
            .await;
        assert_eq!((first.status, first.etag()), (200, "\"2\""));
        let stale = [
            ("version", "1"),
            ("title", "Toisen nimi"),
            ("class", "decision"),
            ("publicity", "partly"),
        ];
        let page = maija.post(&address, &stale).await;
        assert_eq!(page.status, 422);
        assert!(
            page.says("Suunnitelma") && page.says("Toisen nimi"),
            "both are shown"
        );
        let wrong = [
            ("version", "2"),
            ("title", "Toisen nimi"),
            ("dated", "1.1.2030"),
            ("publicity", "secret"),
        ];
        let page = maija.post(&address, &wrong).await;
        assert!(page.status == 422 && page.says("Asiakirjan päivä ei voi olla tulevaisuudessa."));
        let mended = [
            ("version", "2"),
            ("title", "Toisen nimi"),
            ("class", "decision"),
            ("publicity", "partly"),
        ];
        assert_eq!(maija.post(&address, &mended).await.status, 303);
        assert_eq!(program.put(&api, "\"2\"", &json!({})).await.status, 412);
    })
    .await;
}

#[tokio::test]
async fn a_register_that_keeps_no_documents_has_none_of_it() {
    on_sqlite(|app| async move {
        let Some(profile) = polku_profile::Profile::shipped_names().find(|name| {
            polku_profile::Profile::shipped(name)
                .is_some_and(|profile| !profile.keeps(polku_profile::RecordKind::Document))
        }) else {
            return;
        };
        let register = app.register("muu", profile).await;
        let worker = app
            .worker_in(register, polku_desk::access::Role::Coach, "liisa")
            .await;
        let client = Client::named("Malli", "Mikko").of(&worker, &app).await;
        let page = worker.get(&format!("/clients/{client}/documents")).await;
        assert_eq!(page.status, 404);
        assert!(!worker.get(&format!("/clients/{client}")).await.says("/documents"));
    })
    .await;
}
