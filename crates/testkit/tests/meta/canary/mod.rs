//! Canaries planted in every sealed field appear in no file, no address, no log and no error.

mod overheard;
mod planted;

use std::{path::Path, time::SystemTime};

use polku_testkit::on_sqlite;

use planted::{CANARIES, Planting};

#[tokio::test]
async fn nothing_outside_the_pages_tells_who_is_a_client_or_what_is_written_of_them() {
    let log = overheard::everything_logged();
    on_sqlite(|app| async move {
        let planting = Planting::all(&app).await;
        let without = planted::without_canary(&app).await;
        assert!(without.is_empty(), "no canary reached {without:?}");
        for location in &planting.locations {
            assert_silent("an address", location.as_bytes());
        }
        for error in &planting.errors {
            assert_silent("an error", error.as_bytes());
        }
        app.desk.sequence_audit().await.expect("sequenced");
        let first = std::fs::metadata(app.folder.join("root.key")).expect("the first file of a story");
        files_are_silent(&std::env::temp_dir(), first.modified().expect("a time"));
        let looked_at = files_are_silent(&app.folder, SystemTime::UNIX_EPOCH);
        assert!(looked_at >= 3, "database, log and key ring");
        let drawers = std::fs::read_dir(app.folder.join("documents")).expect("the store");
        let papers: usize = drawers
            .flatten()
            .map(|drawer| files_are_silent(&drawer.path(), SystemTime::UNIX_EPOCH))
            .sum();
        assert_eq!(
            papers, 6,
            "the papers' sealed content, that of a copy for the person, and photographs"
        );
    })
    .await;
    let said = log.said();
    assert!(said.contains("canary-listens"), "the log was not heard");
    assert_silent("the log", said.as_bytes());
}

fn assert_silent(place: &str, bytes: &[u8]) {
    for canary in CANARIES {
        let found = bytes
            .windows(canary.len())
            .any(|window| window == canary.as_bytes());
        assert!(!found, "{canary} lies open in {place}");
    }
}

/// Looks into the files of a folder that were written since; not below it, where other tests come and go.
fn files_are_silent(folder: &Path, since: SystemTime) -> usize {
    let mut looked_at = 0;
    for entry in std::fs::read_dir(folder).expect("the folder").flatten() {
        let is_recent = entry
            .metadata()
            .and_then(|file| file.modified())
            .is_ok_and(|at| at >= since);
        let path = entry.path();
        let Ok(bytes) = std::fs::read(&path) else { continue };
        if is_recent {
            assert_silent(&path.display().to_string(), &bytes);
            looked_at += 1;
        }
    }
    looked_at
}
