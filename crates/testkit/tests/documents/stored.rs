//! Where documents lie: a folder, or a bucket of an S3-compatible store; what happens when it fails.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use polku_desk::{Desk, DeskError, DeskOptions, OperatingSystem, documents::DocumentOptions};
use polku_testkit::{TestApp, in_bucket, in_each_store};
use serde_json::json;

use super::{added, do_all, document, has_scanner, id_of, ilona, samples};

/// A whole PDF of some size; the larger ones go to a bucket in parts.
fn pdf_of(megabytes: usize) -> Vec<u8> {
    let mut file = samples::pdf(&[&["Todistus"]]);
    let end = file.len() - 6;
    let lines = b"% fills the file\n".iter().copied().cycle();
    file.splice(end..end, lines.take(megabytes * 1024 * 1024));
    file
}

async fn kept(app: &TestApp) -> Vec<String> {
    let names = app.shelf.names().await;
    names
        .into_iter()
        .filter(|name| !name.starts_with("coming-in"))
        .collect()
}

async fn coming_in(app: &TestApp) -> usize {
    // What is dropped is removed beside the answer: it is given its moment.
    for _ in 0..50 {
        if app
            .shelf
            .names()
            .await
            .iter()
            .all(|name| !name.starts_with("coming-in"))
        {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let there = app.shelf.names().await;
    let spooled = std::fs::read_dir(app.folder.join("documents/coming-in")).map_or(0, Iterator::count);
    spooled.max(there.iter().filter(|name| name.starts_with("coming-in")).count())
}

#[tokio::test]
async fn b12_content_of_any_size_lies_sealed_in_each_store_and_comes_back_as_it_was() {
    in_each_store(|app| async move {
        if !has_scanner() {
            return;
        }
        let (maija, program, client) = ilona(&app).await;
        for file in [pdf_of(0), pdf_of(1), pdf_of(17)] {
            let id = id_of(&added(&program, client, "todistus.pdf", &file).await);
            do_all(&app).await;
            let told = document(&program, client, &id).await.json();
            assert_eq!(told["files"][0]["checked"], json!("clean"), "{told}");
            assert_eq!(told["files"][0]["pages"], json!(1), "{told}");
            let address = format!("/clients/{client}/documents/{id}/files/1");
            assert!(maija.get(&address).await.bytes == file, "{} bytes", file.len());
            let picture = maija.get(&format!("{address}/pages/1")).await;
            assert!(picture.bytes.starts_with(b"\x89PNG"));
        }
        let names = kept(&app).await;
        assert_eq!(names.len(), 3, "{names:?}");
        assert_eq!(coming_in(&app).await, 0, "nothing is left of the way in");
        for name in &names {
            let (drawer, address) = name.split_once('/').expect("a drawer");
            assert!(address.starts_with(drawer) && address.len() == 64, "{name}");
            let bytes = app.shelf.bytes(name).await;
            assert!(
                !bytes
                    .windows(8)
                    .any(|part| part == b"Todistus" || part == b"fills th")
            );
        }
        let again = program
            .send_file(
                &format!("/api/v1/clients/{client}/documents"),
                "sama.pdf",
                &pdf_of(1),
            )
            .await;
        assert_eq!(again.status, 200, "equal content of one person is there once");
        assert_eq!(kept(&app).await, names);
    })
    .await;
}

#[tokio::test]
async fn b12_what_nobody_names_is_swept_and_an_erasure_leaves_nothing_in_each_store() {
    in_each_store(|app| async move {
        let (_, program, client) = ilona(&app).await;
        added(&program, client, "b.pdf", &pdf_of(0)).await;
        app.shelf.put("coming-in/left", b"left".to_vec()).await;
        app.shelf.put("00/00ff", b"nobody's".to_vec()).await;
        assert_eq!(
            app.desk.sweep_documents().await.expect("swept"),
            0,
            "it may be under way"
        );
        let monday = app.now();
        app.after(SignedDuration::from_hours(24 * 365 * 20));
        assert_eq!(app.desk.sweep_documents().await.expect("swept"), 2);
        app.clock.move_to(monday);
        let addresses = app
            .desk
            .content_of(app.register, client)
            .await
            .expect("addresses");
        assert_eq!((addresses.len(), kept(&app).await.len()), (1, 1));
        app.desk.remove_content(&addresses).await.expect("removed");
        app.desk
            .remove_content(&addresses)
            .await
            .expect("an erasure can be repeated");
        assert_eq!(app.shelf.names().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn b12_damaged_or_lost_content_is_said_to_be_so() {
    in_each_store(|app| async move {
        if !has_scanner() {
            return;
        }
        let (maija, program, client) = ilona(&app).await;
        let id = id_of(&added(&program, client, "a.pdf", &pdf_of(1)).await);
        do_all(&app).await;
        let address = format!("/clients/{client}/documents/{id}");
        let name = kept(&app).await.remove(0);
        let whole = app.shelf.bytes(&name).await;
        let mut turned = whole.clone();
        turned[100] ^= 1;
        for damaged in [turned, whole[..50].to_vec(), Vec::new()] {
            app.shelf.put(&name, damaged).await;
            for end in ["", "/pages/1"] {
                let answer = maija.get(&format!("{address}/files/1{end}")).await;
                assert_eq!((answer.status, answer.location()), (303, address.as_str()));
            }
            let by_program = program.get(&format!("/api/v1{address}/files/1")).await;
            assert_eq!(by_program.status, 422, "{}", by_program.body);
            assert!(
                by_program.says("vioittunut") || by_program.says("damaged"),
                "{}",
                by_program.body
            );
        }
        app.shelf.lose(&name).await;
        let lost = program.get(&format!("/api/v1{address}/files/1")).await;
        assert_eq!(lost.status, 422);
        assert!(
            lost.says("ei ole varastossa") || lost.says("not in the store"),
            "{}",
            lost.body
        );
        app.shelf.put(&name, whole).await;
        assert_eq!(
            maija.get(&format!("{address}/files/1")).await.status,
            200,
            "it was put back"
        );
    })
    .await;
}

#[tokio::test]
async fn b12_an_outage_in_the_middle_of_an_upload_keeps_nothing_and_says_so() {
    in_bucket(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = format!("/clients/{client}/documents");
        let line = app.shelf.line();
        // One that goes in one piece, and one of which the first part gets through.
        for (megabytes, through) in [(1, 500_000), (20, 9_000_000)] {
            line.cut_after(through);
            let fields = [
                ("class", "letter"),
                ("title", "Kirje"),
                ("note", "Säilyy lomakkeessa"),
            ];
            let sent = maija
                .upload(&address, &fields, ("files", "kirje.pdf", &pdf_of(megabytes)))
                .await;
            assert_eq!(sent.status, 503, "{}", sent.body);
            for said in ["kirje.pdf: asiakirjavarasto ei vastaa.", "Säilyy lomakkeessa"] {
                assert!(sent.says(said), "{said}\n{}", sent.body);
            }
            let by_program = program
                .send_file(&format!("/api/v1{address}"), "kirje.pdf", &pdf_of(megabytes))
                .await;
            assert_eq!(by_program.status, 503, "{}", by_program.body);
            line.mend();
            let listed = program.get(&format!("/api/v1{address}")).await.json();
            assert_eq!(listed, json!([]), "nothing half-done");
            assert_eq!((kept(&app).await.len(), coming_in(&app).await), (0, 0));
        }
        added(&program, client, "kirje.pdf", &pdf_of(20)).await;
        assert_eq!(kept(&app).await.len(), 1, "as soon as it answers again");
    })
    .await;
}

#[tokio::test]
async fn b12_while_the_store_is_away_documents_wait_and_say_so() {
    in_bucket(|app| async move {
        if !has_scanner() {
            return;
        }
        let (maija, program, client) = ilona(&app).await;
        let first = id_of(&added(&program, client, "a.pdf", &pdf_of(0)).await);
        do_all(&app).await;
        let second = id_of(&added(&program, client, "b.pdf", &pdf_of(1)).await);
        let line = app.shelf.line();
        line.cut();
        polku_casework::do_next(&app.desk).await;
        let waits = document(&program, client, &second).await.json();
        assert_eq!(
            waits["files"][0]["checked"],
            json!("waiting"),
            "an outage is no fault of the file's"
        );
        let address = format!("/clients/{client}/documents/{first}");
        let answer = maija.get(&format!("{address}/files/1")).await;
        assert_eq!((answer.status, answer.location()), (303, address.as_str()));
        let by_program = program.get(&format!("/api/v1{address}/files/1")).await;
        assert!(
            by_program.says("ei vastaa") || by_program.says("does not answer"),
            "{}",
            by_program.body
        );
        assert!(
            maija.get(&address).await.says("a"),
            "what is said of it is there all the same"
        );
        line.mend();
        app.after(SignedDuration::from_mins(2));
        do_all(&app).await;
        let seen_to = document(&program, client, &second).await.json();
        assert_eq!(seen_to["files"][0]["checked"], json!("clean"));
        assert_eq!(maija.get(&format!("{address}/files/1")).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn b12_a_store_that_refuses_the_key_is_told_before_anything_is_served() {
    in_bucket(|app| async move {
        let right = app.desk.document_options().bucket.clone().expect("a bucket");
        let key = app.folder.join("wrong.key");
        let text = std::fs::read_to_string(&right.key).expect("the key");
        let wrong = text.replace("secret_access_key = ", "secret_access_key = x");
        std::fs::write(&key, wrong).expect("another key");
        let elsewhere = polku_desk::documents::BucketOptions {
            bucket: "nobodys-bucket".to_owned(),
            ..right.clone()
        };
        let refused = polku_desk::documents::BucketOptions { key, ..right };
        let mut told = BTreeSet::new();
        for bucket in [refused, elsewhere] {
            let folder = tempfile::tempdir().expect("a folder");
            let root_key = folder.path().join("root.key");
            polku_desk::sealing::RootKey::create(&root_key, &OperatingSystem).expect("a root key");
            let options = DeskOptions {
                database: format!("sqlite:{}", folder.path().join("polku.db").display()),
                key_ring: folder.path().join("keys.db"),
                root_key,
                documents: DocumentOptions {
                    bucket: Some(bucket),
                    ..DocumentOptions::in_folder(folder.path().join("documents"))
                },
            };
            let opened = Desk::open(&options, app.clock.clone(), std::sync::Arc::new(OperatingSystem)).await;
            match opened {
                Err(DeskError::Configuration(why)) => _ = told.insert(why),
                Err(other) => panic!("{other}"),
                Ok(_) => panic!("it was opened"),
            }
        }
        assert_eq!(told.len(), 2, "each says what it is: {told:?}");
    })
    .await;
}
