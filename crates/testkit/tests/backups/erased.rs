//! Whoever was erased does not come back: an older back-up is brought back, and nothing of them is readable in any file (D4).

use std::{io::Read as _, path::Path};

use jiff::SignedDuration;
use polku_desk::{
    Clock as _, SubjectId,
    access::Role,
    backup::{Attempt, BackedUp, BackupError, confirm, forget_expired_copies},
};
use polku_testkit::{Browser, Client, TestApp, for_each_backend, on_sqlite};
use serde_json::json;

use super::{
    Holder, backed_up, brought_back, files_below,
    keys::{DAYS, copied, with_keys},
};
use crate::documents::do_all;

/// What is written about her, in every place.
const CANARIES: [&str; 4] = [
    "Kanarialintu",
    "Tipuliina",
    "010594Y9032",
    "Visertelee sirkuttaen",
];

/// A life: a name, a code, an entry, a goal and a paper, and somebody else who stays.
async fn life(app: &TestApp) -> (Browser, SubjectId, SubjectId) {
    let maija = app.coach("maija").await;
    let program = app.program(&maija).await;
    let erased = Client::named(CANARIES[0], CANARIES[1])
        .code(CANARIES[2])
        .of(&maija, app)
        .await;
    let stays = Client::named("Malli", "Ilona").of(&maija, app).await;
    for client in [erased, stays] {
        super::written(&program, client, CANARIES[3]).await;
        let goal = json!({ "title": CANARIES[3], "description": CANARIES[3], "target": "4" });
        let made = program
            .post(&format!("/api/v1/clients/{client}/goals"), &goal)
            .await;
        assert_eq!(made.status, 201, "{}", made.body);
        let paper = polku_documents::plain_pdf(&[&[CANARIES[3], CANARIES[0]]]);
        crate::documents::added(&program, client, "paperi.pdf", &paper).await;
    }
    do_all(app).await;
    app.desk.sequence_audit().await.expect("sequenced");
    (maija, erased, stays)
}

/// Two people erase her.
async fn erased(app: &TestApp, client: SubjectId) {
    let (paula, dora) = (
        app.main_user("paula").await,
        app.worker(Role::DataProtectionOfficer, "dora").await,
    );
    let page = format!("/clients/{client}/erasure");
    let proposal = [
        ("ground", "unlawful"),
        ("reasons", "Asiakas pyysi."),
        ("request", ""),
    ];
    let proposed = paula.post(&page, &proposal).await;
    assert_eq!(proposed.status, 303, "{}", proposed.body);
    let shown = paula.get(&page).await;
    let erasure = shown
        .body
        .split("/erasure/")
        .nth(1)
        .expect("an erasure on the page");
    let erasure = erasure.split('/').next().unwrap_or_default();
    let approved = dora.post(&format!("{page}/{erasure}/approve"), &[]).await;
    assert_eq!(approved.status, 303, "{}", approved.body);
    do_all(app).await;
    let gone = paula.get(&format!("/clients/{client}")).await;
    assert_eq!(gone.status, 404, "{}", gone.body);
}

fn holds(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}

fn assert_silent(place: &str, bytes: &[u8]) {
    for canary in CANARIES {
        assert!(!holds(bytes, canary.as_bytes()), "{canary} lies open in {place}");
    }
}

/// No file of the installation says anything of her, and no file but the log names her at all.
fn nothing_below(folder: &Path, client: SubjectId) {
    for file in files_below(folder) {
        let bytes = std::fs::read(&file).expect("a file");
        let place = file.display().to_string();
        assert_silent(&place, &bytes);
    }
    let ring = std::fs::read(folder.join("keys.db")).expect("the ring");
    let key = [&[b's'][..], &1_i64.to_be_bytes(), client.0.as_bytes()].concat();
    assert!(!holds(&ring, &key), "her key is still in the ring");
}

/// What whoever holds a back-up's identity sees in it.
fn decrypted(made: &BackedUp, app: &TestApp) -> Vec<u8> {
    let identity = std::fs::read_to_string(app.folder.join("holder.txt")).expect("an identity");
    let identity: age::x25519::Identity = identity.trim().parse().expect("an identity");
    let file = std::fs::File::open(&made.file).expect("the back-up");
    let opened = age::Decryptor::new(file).expect("an age file");
    let mut opened = opened
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .expect("opened");
    let mut plain = Vec::new();
    opened.read_to_end(&mut plain).expect("all of it");
    plain
}

#[tokio::test]
async fn d4_an_older_back_up_brings_nobody_back_who_was_erased() {
    for_each_backend(|app| async move {
        let holder = Holder::of(&app, "holder");
        let (_, gone, stays) = life(&app).await;
        let made = backed_up(&app, &holder).await;
        let papers = app.desk.content_of(app.register, gone).await.expect("addresses");
        assert_eq!(papers.len(), 1);
        erased(&app, gone).await;
        app.desk.database().close().await;

        let restored = brought_back(&app, &app.options, &made.file, &holder, Attempt::Restore).await;
        let restored = restored.expect("restored");
        assert_eq!(restored.destroyed_anew, 1, "her tombstone was met");
        let again = app.begun_anew().await;
        let liisa = again.manager("liisa").await;
        assert_eq!(liisa.get(&format!("/clients/{gone}")).await.status, 404);
        assert!(!liisa.get("/clients").await.says(CANARIES[0]));
        let found = liisa.post("/find", &[("text", CANARIES[0])]).await;
        assert!(!found.says(CANARIES[1]), "{}", found.body);
        let other = liisa.get(&format!("/clients/{stays}/diary")).await;
        assert!(other.says(CANARIES[3]), "the other is there: {}", other.body);
        for address in &papers {
            let path = app.options.documents.folder.join(&address[..2]).join(address);
            assert!(!path.exists(), "her paper came back");
        }
        let report = again.desk.verify_audit(again.register, None).await;
        assert!(report.expect("a report").is_sound());
        again.desk.database().close().await;
        confirm(&app.options).await.expect("confirmed");
        nothing_below(&app.folder, gone);
        assert_silent("the back-up, opened by its holder", &decrypted(&made, &app));
    })
    .await;
}

/// The residual window: an old copy of the ring, for as long as it counts.
#[tokio::test]
async fn d4_only_an_old_copy_of_the_ring_opens_what_was_erased_and_it_ends() {
    on_sqlite(|app| async move {
        let holder = Holder::of(&app, "holder");
        let (_, gone, _) = life(&app).await;
        let copy = copied(&app, &holder).await.copy;
        let made = backed_up(&app, &holder).await;
        erased(&app, gone).await;
        let kept = app.folder.join("kept.age");
        std::fs::copy(&copy.file, &kept).expect("kept");

        app.after(SignedDuration::from_mins(1));
        let newer = copied(&app, &holder).await;
        let with_newer = with_keys(&app, &made.file, Some(&newer.copy.file), &holder).await;
        assert_eq!(
            with_newer.expect("restored").destroyed_anew,
            1,
            "a copy from after it knows"
        );
        std::fs::remove_dir_all(app.folder.join("elsewhere")).expect("removed");
        std::fs::remove_dir_all(app.folder.join("elsewhere-keys")).expect("removed");

        let with_older = with_keys(&app, &made.file, Some(&copy.file), &holder).await;
        assert_eq!(
            with_older.expect("restored").destroyed_anew,
            0,
            "the documented window"
        );
        std::fs::remove_dir_all(app.folder.join("elsewhere")).expect("removed");
        std::fs::remove_dir_all(app.folder.join("elsewhere-keys")).expect("removed");

        app.after(SignedDuration::from_hours(24 * i64::from(DAYS)));
        let ended = forget_expired_copies(&app.folder.join("key-copies"), app.clock.today(), DAYS);
        assert_eq!(ended.expect("a look").len(), 2);
        assert!(!copy.file.exists(), "the window is closed");
        let refused = with_keys(&app, &made.file, Some(&kept), &holder).await;
        assert!(matches!(refused, Err(BackupError::Expired(_))), "{refused:?}");
    })
    .await;
}
