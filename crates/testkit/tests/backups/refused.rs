//! What is not brought back, and that the live data is as it was.

use polku_desk::backup::{Attempt, BackupError, Former};
use polku_testkit::{TestApp, for_each_backend, on_sqlite};

use super::{Holder, backed_up, brought_back, elsewhere, files_below, ilona};

/// All files of the story but those that a restore only reads, with what is in them.
fn everything(app: &TestApp) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let is_data = |path: &std::path::PathBuf| {
        let name = path.to_string_lossy().into_owned();
        !name.contains("back-ups") && !name.contains("keys.db") && !name.ends_with(".in-use")
    };
    let files = files_below(&app.folder).into_iter().filter(is_data);
    files
        .map(|path| (path.clone(), std::fs::read(&path).expect("a file")))
        .collect()
}

#[tokio::test]
async fn g8_a_back_up_that_is_damaged_or_cut_off_anywhere_is_refused_before_live_data_is_touched() {
    on_sqlite(|app| async move {
        let holder = Holder::of(&app, "holder");
        ilona(&app).await;
        let made = backed_up(&app, &holder).await;
        let whole = std::fs::read(&made.file).expect("the back-up");
        app.desk.database().close().await;
        let before = everything(&app);
        let file = app.folder.join("back-ups").join("other.age");
        let refused = async |bytes: &[u8], what: String| {
            std::fs::write(&file, bytes).expect("a file");
            let answer = brought_back(&app, &app.options, &file, &holder, Attempt::Restore).await;
            let error = answer.expect_err(&what);
            assert!(error.found_wanting(), "{what}: {error}");
            assert!(error.to_string().contains("nothing was changed"), "{error}");
            assert!(everything(&app) == before, "{what}: something was touched");
        };
        let length = whole.len();
        for cut in [
            0,
            1,
            20,
            100,
            200,
            length / 4,
            length / 2,
            length - 70_000,
            length - 16,
            length - 1,
        ] {
            refused(&whole[..cut], format!("cut off after {cut} of {length}")).await;
        }
        for place in (0..length).step_by(length / 24).chain([length - 1]) {
            let mut damaged = whole.clone();
            damaged[place] ^= 1;
            refused(&damaged, format!("damaged at {place} of {length}")).await;
        }
        refused(b"not an age file at all", "another file".to_owned()).await;
        let mut longer = whole.clone();
        longer.extend_from_slice(b"more");
        refused(&longer, "longer".to_owned()).await;

        brought_back(&app, &app.options, &made.file, &holder, Attempt::Restore)
            .await
            .expect("the whole one");
    })
    .await;
}

#[tokio::test]
async fn g8_another_holder_opens_nothing() {
    on_sqlite(|app| async move {
        let (holder, other) = (Holder::of(&app, "holder"), Holder::of(&app, "other"));
        ilona(&app).await;
        let made = backed_up(&app, &holder).await;
        let answer = brought_back(&app, &app.options, &made.file, &other, Attempt::Rehearse).await;
        assert!(matches!(answer, Err(BackupError::WrongKey(_))), "{answer:?}");
    })
    .await;
}

/// Whoever knows for whom back-ups are encrypted could write one; only the installation can mark it.
#[tokio::test]
async fn g8_a_back_up_of_another_installation_is_refused() {
    on_sqlite(|ours| async move {
        on_sqlite(|theirs| {
            let ours = &ours;
            async move {
                let holder = Holder::of(ours, "holder");
                ilona(&theirs).await;
                let made = backed_up(&theirs, &holder).await;
                let answer =
                    brought_back(ours, &elsewhere(ours), &made.file, &holder, Attempt::Restore).await;
                assert!(
                    matches!(answer, Err(BackupError::OtherInstallation)),
                    "{answer:?}"
                );
                backed_up(ours, &holder).await;
                let answer =
                    brought_back(ours, &elsewhere(ours), &made.file, &holder, Attempt::Restore).await;
                assert!(
                    matches!(answer, Err(BackupError::OtherInstallation)),
                    "also where a mark is known: {answer:?}"
                );
            }
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn g8_a_log_that_was_changed_is_not_brought_back() {
    for_each_backend(|app| async move {
        let holder = Holder::of(&app, "holder");
        ilona(&app).await;
        let sql = "UPDATE audit_entry SET purpose = 'statistics' WHERE sequence = 1";
        crate::backups::past_the_desk(&app, sql).await;
        let made = backed_up(&app, &holder).await;
        let answer = brought_back(&app, &app.options, &made.file, &holder, Attempt::Rehearse).await;
        assert!(matches!(answer, Err(BackupError::AuditLog(_))), "{answer:?}");
    })
    .await;
}

/// A restore that could not finish leaves nothing of its own behind.
#[tokio::test]
async fn g8_what_a_refused_restore_built_goes() {
    for_each_backend(|app| async move {
        let holder = Holder::of(&app, "holder");
        ilona(&app).await;
        let made = backed_up(&app, &holder).await;
        brought_back(&app, &app.options, &made.file, &holder, Attempt::Rehearse)
            .await
            .expect("tried");
        let left = files_below(&app.folder);
        let left: Vec<_> = left
            .iter()
            .filter(|path| path.to_string_lossy().contains("restoring"))
            .collect();
        assert!(left.is_empty(), "{left:?}");
        let former = polku_desk::backup::former(&app.options).await.expect("a look");
        assert!(!former.iter().any(|one| matches!(one, Former::Schema(_))));
    })
    .await;
}
