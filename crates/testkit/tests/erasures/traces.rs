//! That nothing of the erased is left: in rows, in files, under another record.

use polku_desk::access::Role;
use polku_testkit::{Backend, Client, for_each_backend, on_sqlite};
use serde_json::json;

use super::{SECRET, certificate, do_all, ilona, proposed, rows_of};

/// Where bytes lie below a folder.
fn places_of(folder: &std::path::Path, bytes: &[u8]) -> Vec<String> {
    let mut places = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            places.extend(places_of(&path, bytes));
        } else if std::fs::read(&path)
            .is_ok_and(|held| held.windows(bytes.len()).any(|window| window == bytes))
        {
            places.push(path.file_name().expect("a name").to_string_lossy().into_owned());
        }
    }
    places
}

/// Records that had been joined go together, and nobody else's.
#[tokio::test]
async fn a_merged_record_goes_with_the_one_that_stayed_d4() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let other = Client::named("Malli", "Iloona").of(&maija, &app).await;
        let mikko = Client::named("Malli", "Mikko").of(&maija, &app).await;
        let (paula, dora) = (
            app.main_user("paula").await,
            app.worker(Role::DataProtectionOfficer, "dora").await,
        );
        let spec = polku_desk::access::AccessSpec::people(
            polku_desk::access::Action::Merge,
            &[polku_desk::access::Resource::Duplicates],
        );
        let visit = app.visit(&paula, spec).await;
        let pair = polku_desk::Merged {
            kept: client,
            absorbed: other,
        };
        visit.merge(pair).await.expect("a merge");
        assert!(
            paula
                .get(&format!("/clients/{client}/erasure"))
                .await
                .says("1 yhdistetty")
        );
        let erasure = proposed(&paula, client, "unlawful").await;
        dora.post(&format!("/clients/{client}/erasure/{erasure}/approve"), &[])
            .await;
        do_all(&app).await;
        assert_eq!(certificate(&app, &paula).await["content"]["people"], 2);
        for gone in [client, other] {
            assert_eq!(paula.get(&format!("/clients/{gone}/erasure")).await.status, 404);
        }
        assert_eq!(maija.get(&format!("/clients/{mikko}")).await.status, 200);
        if app.backend == Backend::Sqlite {
            assert_eq!((rows_of(&app, client).await, rows_of(&app, other).await), (0, 0));
        }
    })
    .await;
}

/// D4: after an erasure nothing of the person is in any file, and no row names the person. The key ring alone remembers an
/// id, in the tombstone.
#[tokio::test]
async fn nothing_of_the_erased_is_left_in_any_file_d4() {
    on_sqlite(|app| async move {
        let (maija, client) = ilona(&app).await;
        let mikko = Client::named("Malli", "Mikko").of(&maija, &app).await;
        let (paula, dora) = (
            app.main_user("paula").await,
            app.worker(Role::DataProtectionOfficer, "dora").await,
        );
        // Waiting work and a repeated request name somebody as well.
        let program = app.program(&maija).await;
        let key = [("idempotency-key", "sama-pyynto")];
        let entry = json!({ "text": SECRET });
        let kept = program
            .send(
                "POST",
                &format!("/api/v1/clients/{client}/diary"),
                &key,
                Some(&entry),
            )
            .await;
        assert_eq!(kept.status, 201, "{}", kept.body);
        let draft = json!({ "kind": "note", "fields": { "text": [SECRET] } });
        let address = format!("/api/v1/clients/{client}/drafts/0198c0de-0000-4000-8000-000000000001");
        let kept = program
            .send("PUT", &address, &[("if-none-match", "*")], Some(&draft))
            .await;
        assert_eq!(kept.status, 201, "{}", kept.body);
        let before = rows_of(&app, client).await;
        assert!(before > 10, "the story sees {before} rows");
        assert!(!places_of(&app.folder, client.0.as_bytes()).is_empty());
        let erasure = proposed(&paula, client, "unlawful").await;
        dora.post(&format!("/clients/{client}/erasure/{erasure}/approve"), &[])
            .await;
        do_all(&app).await;
        app.desk.sequence_audit().await.expect("sequenced");
        assert_eq!(rows_of(&app, client).await, 0);
        for text in ["Ilona", SECRET, "010594Y9032", &client.to_string()] {
            assert_eq!(
                places_of(&app.folder, text.as_bytes()),
                Vec::<String>::new(),
                "{text}"
            );
        }
        let places = places_of(&app.folder, client.0.as_bytes());
        let is_ring = |place: &String| place.starts_with("keys.db");
        assert!(
            !places.is_empty() && places.iter().all(is_ring),
            "the tombstone alone: {places:?}"
        );
        assert!(rows_of(&app, mikko).await > 0);
        assert_eq!(maija.get(&format!("/clients/{mikko}")).await.status, 200);
    })
    .await;
}
