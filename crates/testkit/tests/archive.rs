//! Packages for the archive (F3): `/archive` and `/clients/{client}/archive`.

use std::io::{Cursor, Read as _};

use jiff::SignedDuration;
use polku_desk::{
    Client as ClientKind, SubjectId,
    access::{AccessSpec, Action, Resource, Role},
};
use polku_documents::{Class, FileKind, Made, attach};
use polku_testkit::{Browser, Client, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

use crate::documents::do_all;

/// A coach's client with an entry and a document that the product made, and a records officer.
async fn ilona(app: &TestApp) -> (Browser, Browser, SubjectId) {
    const PAPERS: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Documents]);
    let maija = app.coach("maija").await;
    let client = Client::named("Malli", "Ilona").of(&maija, app).await;
    let program = app.program(&maija).await;
    let entry = json!({ "text": "Teki <kaiken> & vähän päälle." });
    let added = program
        .post(&format!("/api/v1/clients/{client}/diary"), &entry)
        .await;
    assert_eq!(added.status, 201, "{}", added.body);
    let visit = app.visit(&maija, PAPERS).await;
    let grant = visit
        .open_for_change::<ClientKind>(client)
        .await
        .expect("her client");
    let made = Made {
        title: "Todistus",
        class: Class::Certificate,
        kind: FileKind::Pdf,
        pages: 1,
        dated: None,
        content: &polku_documents::plain_pdf(&[&["Todistus"]]),
    };
    attach(&grant, &made).await.expect("attached");
    grant.commit("story", json!({})).await.expect("a commit");
    do_all(app).await;
    let arto = app.worker(Role::RecordsOfficer, "arto").await;
    (maija, arto, client)
}

/// What is in a zip, by name.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..zip.len())
        .map(|number| {
            let mut file = zip.by_index(number).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("read");
            (file.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

fn file<'a>(files: &'a [(String, Vec<u8>)], name: &str) -> &'a [u8] {
    let found = files.iter().find(|(known, _)| known == name);
    &found.unwrap_or_else(|| panic!("no {name}")).1
}

#[tokio::test]
async fn f3_a_package_is_made_by_a_job_and_read_without_the_product() {
    for_each_backend(|app| async move {
        let (_, arto, client) = ilona(&app).await;
        let page = format!("/clients/{client}/archive");
        assert!(
            arto.get(&page)
                .await
                .says("Asiakkaasta ei ole tehty arkistopakettia.")
        );
        let asked = arto.post(&page, &[]).await;
        assert_eq!(
            (asked.status, asked.location()),
            (303, page.as_str()),
            "{}",
            asked.body
        );
        assert!(arto.get(&page).await.says("tekeillä"));
        let twice = arto.post(&page, &[]).await;
        assert_eq!(twice.status, 303);
        do_all(&app).await;

        let program = app.program(&arto).await;
        let packages = program.get(&format!("/api/v1{page}")).await.json();
        assert_eq!(
            packages.as_array().map(Vec::len),
            Some(1),
            "asked for twice, made once"
        );
        let package = &packages[0];
        assert_eq!(
            (&package["state"], &package["documents"]),
            (&json!("made"), &json!(1))
        );
        let id = package["id"].as_str().expect("an id").to_owned();
        let zip = arto.bytes(&format!("{page}/{id}/file"), &[]).await;
        let files = unpacked(&zip);
        let data: Value = serde_json::from_slice(file(&files, "tiedot.json")).expect("JSON");
        assert_eq!(
            (&data["form"], &data["person"]),
            (&json!("polku-archive/1"), &json!("Malli Ilona"))
        );
        let diary = data["parts"].as_array().expect("parts").iter();
        let diary = diary
            .clone()
            .find(|part| part["key"] == "records:diary")
            .expect("the diary");
        assert_eq!(diary["items"][0]["text"], json!("Teki <kaiken> & vähän päälle."));
        assert_eq!(diary["metadata"]["julkisuusluokka"], json!("salassa pidettävä"));
        assert_eq!(diary["metadata"]["sailytysaika"], json!("10 vuotta"));
        let xml = String::from_utf8_lossy(file(&files, "tiedot.xml")).into_owned();
        assert!(xml.contains("Teki &lt;kaiken&gt; &amp; vähän päälle."), "{xml}");
        assert!(file(&files, "tiedot.pdf").starts_with(b"%PDF"));
        assert!(file(&files, "asiakirjat/0001.pdf").starts_with(b"%PDF"));
        let read_me = String::from_utf8_lossy(file(&files, "LUE-MINUT.txt")).into_owned();
        assert!(read_me.contains("arkistopaketti") && read_me.contains("sha256sum"));
        assert!(!read_me.contains("archive-"), "a text is missing: {read_me}");

        // The hashes are those of the files, as sha256sum reads them.
        let sums = String::from_utf8_lossy(file(&files, "tarkistussummat.sha256")).into_owned();
        let manifest: Value = serde_json::from_slice(file(&files, "manifesti.json")).expect("JSON");
        for listed in manifest["files"].as_array().expect("files") {
            let (name, hash) = (
                listed["name"].as_str().expect("a name"),
                listed["sha256"].as_str(),
            );
            assert_eq!(listed["size"], json!(file(&files, name).len()));
            assert!(
                sums.contains(&format!("{}  {name}", hash.expect("a hash"))),
                "{name}"
            );
        }
        let told = arto.get(&page).await;
        assert!(
            told.says("Haettu") && told.says("Arto Työntekijä"),
            "{}",
            told.body
        );
    })
    .await;
}

#[tokio::test]
async fn f3_only_the_records_officer_asks_for_packages_and_reads_none_of_the_diary_otherwise() {
    on_sqlite(|app| async move {
        let (maija, arto, client) = ilona(&app).await;
        let page = format!("/clients/{client}/archive");
        assert_eq!(maija.get(&page).await.status, 404);
        assert_eq!(maija.post(&page, &[]).await.status, 404);
        assert_eq!(arto.get(&format!("/clients/{client}/diary")).await.status, 404);
        let token = app.program(&arto).await;
        assert_eq!(
            token.post(&format!("/api/v1{page}"), &json!({})).await.status,
            403
        );
    })
    .await;
}

#[tokio::test]
async fn f3_whose_time_is_over_is_listed_by_class() {
    for_each_backend(|app| async move {
        let (maija, arto, client) = ilona(&app).await;
        let program = app.program(&maija).await;
        let begun = json!({ "basis": "coaching", "started_on": "1.11.2026" });
        let relationship = program
            .post(&format!("/api/v1/clients/{client}/relationships"), &begun)
            .await;
        assert_eq!(relationship.status, 201, "{}", relationship.body);
        let id = relationship.json()["id"].as_str().expect("an id").to_owned();
        let end = [
            ("version", "1"),
            ("ended_on", "23.11.2026"),
            ("placement", "open-labour-market"),
        ];
        let ended = maija
            .post(&format!("/clients/{client}/relationships/{id}/end"), &end)
            .await;
        assert_eq!(ended.status, 303, "{}", ended.body);
        let page = arto.get("/archive?class=client").await;
        assert!(
            page.says("Kenenkään säilytysaika ei ole kulunut"),
            "{}",
            page.body
        );
        app.after(SignedDuration::from_hours(24 * 366 * 10));
        let arto = arto.again(&app).await;
        let page = arto.get("/archive?class=client").await;
        assert!(
            page.says("Malli Ilona") && page.says("päättyi 23.11.2026"),
            "{}",
            page.body
        );
        let over = app.program(&arto).await.get("/api/v1/archive?class=client").await;
        assert_eq!(over.json()[0]["client"], json!(client));
    })
    .await;
}
