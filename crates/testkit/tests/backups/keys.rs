//! Copies of the key ring: the only thing that opens back-ups, and the only copies that end (D4).

use std::sync::Arc;

use jiff::SignedDuration;
use polku_desk::{
    Clock, Desk, DeskOptions, Entropy, OperatingSystem,
    backup::{
        Attempt, BackupError, KeysCopied, Restored, Source, copy_keys, forget_expired_copies, key_copies_in,
        restore,
    },
};
use polku_testkit::{Client, TestApp, on_sqlite};

use super::{Holder, backed_up, elsewhere, ilona, untold};

pub(super) const DAYS: u16 = 30;

pub(super) async fn copied(app: &TestApp, holder: &Holder) -> KeysCopied {
    let to = app.folder.join("key-copies");
    copy_keys(
        &app.options,
        (&*app.clock, &OperatingSystem),
        &holder.holders,
        &to,
        DAYS,
    )
    .await
    .expect("a copy")
}

/// A machine to which only the root key came.
fn new_machine(app: &TestApp) -> DeskOptions {
    DeskOptions {
        key_ring: app.folder.join("elsewhere-keys").join("ring.db"),
        ..elsewhere(app)
    }
}

pub(super) async fn with_keys(
    app: &TestApp,
    file: &std::path::Path,
    keys: Option<&std::path::Path>,
    holder: &Holder,
) -> Result<Restored, BackupError> {
    let source = Source {
        file,
        identities: &holder.identities,
        keys,
    };
    let system = (
        app.clock.clone() as Arc<dyn Clock>,
        Arc::new(OperatingSystem) as Arc<dyn Entropy>,
    );
    restore(&new_machine(app), source, Attempt::Restore, system, &untold()).await
}

#[tokio::test]
async fn d4_a_copy_of_the_ring_brings_a_back_up_back_on_a_new_machine_until_it_ends() {
    on_sqlite(|app| async move {
        let holder = Holder::of(&app, "holder");
        ilona(&app).await;
        let copy = copied(&app, &holder).await.copy;
        let made = backed_up(&app, &holder).await;
        let without = with_keys(&app, &made.file, None, &holder).await;
        assert!(matches!(without, Err(BackupError::NotNow(_))), "{without:?}");
        with_keys(&app, &made.file, Some(&copy.file), &holder)
            .await
            .expect("restored");
        let desk = Desk::open(&new_machine(&app), app.clock.clone(), Arc::new(OperatingSystem)).await;
        desk.expect("everyone is read").database().close().await;

        let again = with_keys(&app, &made.file, Some(&copy.file), &holder).await;
        let again = again.expect_err("the ring is there now").to_string();
        assert!(again.contains("in its place"), "{again}");
    })
    .await;
}

#[tokio::test]
async fn d4_a_copy_of_the_ring_ends_on_its_day_and_is_refused_even_if_somebody_kept_it() {
    on_sqlite(|app| async move {
        let holder = Holder::of(&app, "holder");
        ilona(&app).await;
        let copy = copied(&app, &holder).await.copy;
        let made = backed_up(&app, &holder).await;
        let folder = app.folder.join("key-copies");
        let kept = app.folder.join("kept.age");
        std::fs::copy(&copy.file, &kept).expect("kept");

        app.after(SignedDuration::from_hours(24 * 29));
        let today = app.clock.today();
        assert!(
            forget_expired_copies(&folder, today, DAYS)
                .expect("a look")
                .is_empty()
        );
        app.after(SignedDuration::from_hours(24));
        let newer = copied(&app, &holder).await;
        assert_eq!(newer.ended, 1, "the older one went with the newer one's coming");
        assert!(!copy.file.exists());
        assert_eq!(key_copies_in(&folder).expect("copies"), [newer.copy]);

        let refused = with_keys(&app, &made.file, Some(&kept), &holder).await;
        assert!(
            matches!(refused, Err(BackupError::Expired(day)) if day == copy.until),
            "{refused:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn d4_a_copy_older_than_the_back_up_is_refused_rather_than_lose_people() {
    on_sqlite(|app| async move {
        let holder = Holder::of(&app, "holder");
        let (maija, _, _) = ilona(&app).await;
        let copy = copied(&app, &holder).await.copy;
        Client::named("Uusi", "Aino").of(&maija, &app).await;
        let made = backed_up(&app, &holder).await;
        let refused = with_keys(&app, &made.file, Some(&copy.file), &holder).await;
        assert!(matches!(refused, Err(BackupError::KeysMissing(1))), "{refused:?}");
        assert!(!new_machine(&app).key_ring.exists(), "nothing was changed");
    })
    .await;
}

#[tokio::test]
async fn d4_a_copy_that_is_damaged_or_cut_off_is_refused() {
    on_sqlite(|app| async move {
        let holder = Holder::of(&app, "holder");
        ilona(&app).await;
        let copy = copied(&app, &holder).await.copy;
        let made = backed_up(&app, &holder).await;
        let whole = std::fs::read(&copy.file).expect("the copy");
        for (number, cut) in [0, whole.len() / 2, whole.len() - 1].into_iter().enumerate() {
            let file = app.folder.join(format!("cut-{number}.age"));
            std::fs::write(&file, &whole[..cut]).expect("a file");
            let refused = with_keys(&app, &made.file, Some(&file), &holder).await;
            assert!(
                matches!(refused, Err(BackupError::Damaged(_))),
                "{cut}: {refused:?}"
            );
        }
        assert!(!new_machine(&app).key_ring.exists());
    })
    .await;
}
