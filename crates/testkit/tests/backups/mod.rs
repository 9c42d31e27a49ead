//! Back-ups and what they are brought back from (D4, G8).

mod erased;
mod keys;
mod refused;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use age::secrecy::ExposeSecret as _;
use polku_desk::{
    Clock, Desk, DeskOptions, Entropy, OperatingSystem, SubjectId,
    backup::{
        Attempt, BackedUp, BackupError, Former, Holders, Identities, Restored, Source, Telling, back_up,
        confirm, former, restore,
    },
    documents::DocumentOptions,
};
use polku_testkit::{Backend, Browser, Client, Program, TestApp, for_each_backend};
use serde_json::json;
use sqlx::Connection as _;

/// Somebody who opens copies, with a file of the own identity.
pub struct Holder {
    /// By whom copies are encrypted.
    pub holders: Holders,
    /// What opens them.
    pub identities: Identities,
}

impl Holder {
    /// A new one, whose identity lies in the story's folder.
    pub fn of(app: &TestApp, name: &str) -> Self {
        let identity = age::x25519::Identity::generate();
        let file = app.folder.join(format!("{name}.txt"));
        std::fs::write(&file, identity.to_string().expose_secret()).expect("an identity file");
        Self {
            holders: Holders::parse(&[identity.to_public().to_string()]).expect("a recipient"),
            identities: Identities::read(&[file]).expect("an identity"),
        }
    }
}

/// Nobody watches.
pub fn untold() -> Telling {
    Arc::new(|_, _| {})
}

/// Makes a back-up in a folder of the story's.
pub async fn backed_up(app: &TestApp, holder: &Holder) -> BackedUp {
    back_up(
        &app.options,
        (&*app.clock, &OperatingSystem),
        &holder.holders,
        &app.folder.join("back-ups"),
        &untold(),
    )
    .await
    .expect("a back-up")
}

/// Tries to bring a file back.
pub async fn brought_back(
    app: &TestApp,
    options: &DeskOptions,
    file: &Path,
    holder: &Holder,
    attempt: Attempt,
) -> Result<Restored, BackupError> {
    let source = Source {
        file,
        identities: &holder.identities,
        keys: None,
    };
    let system = (
        app.clock.clone() as Arc<dyn Clock>,
        Arc::new(OperatingSystem) as Arc<dyn Entropy>,
    );
    restore(options, source, attempt, system, &untold()).await
}

/// Somewhere else on the same machine, with the same key ring: an embedded database of its own.
pub fn elsewhere(app: &TestApp) -> DeskOptions {
    let folder = app.folder.join("elsewhere");
    DeskOptions {
        database: format!("sqlite:{}", folder.join("polku.db").display()),
        documents: DocumentOptions::in_folder(folder.join("documents")),
        ..app.options.clone()
    }
}

/// A coach, the coach's program, and a client with a paper and an entry.
pub async fn ilona(app: &TestApp) -> (Browser, Program, SubjectId) {
    let maija = app.coach("maija").await;
    let program = app.program(&maija).await;
    let client = Client::named("Malli", "Ilona").of(&maija, app).await;
    written(&program, client, "Ennen varmuuskopiota.").await;
    let paper = polku_documents::plain_pdf(&[&["Todistus kurssista"]]);
    crate::documents::added(&program, client, "todistus.pdf", &paper).await;
    app.desk.sequence_audit().await.expect("sequenced");
    (maija, program, client)
}

/// Adds an entry to the diary.
pub async fn written(program: &Program, client: SubjectId, text: &str) {
    let entry = json!({ "text": text });
    let answer = program
        .post(&format!("/api/v1/clients/{client}/diary"), &entry)
        .await;
    assert_eq!(answer.status, 201, "{}", answer.body);
}

/// What an intruder would do.
pub async fn past_the_desk(app: &TestApp, sql: &'static str) {
    match app.backend {
        Backend::Sqlite => {
            let url = app.options.database.strip_prefix("sqlite:").expect("a path");
            let file = sqlx::sqlite::SqliteConnectOptions::new().filename(url);
            let mut connection = sqlx::SqliteConnection::connect_with(&file)
                .await
                .expect("the database");
            sqlx::query(sql).execute(&mut connection).await.expect("changed");
            connection.close().await.expect("closed");
        }
        Backend::Postgres => {
            let mut connection = sqlx::PgConnection::connect(&app.options.database)
                .await
                .expect("the database");
            sqlx::query(sql).execute(&mut connection).await.expect("changed");
            connection.close().await.expect("closed");
        }
    }
}

/// Files below a folder.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return found;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[tokio::test]
async fn g8_a_back_up_made_while_the_server_runs_comes_back_as_it_was() {
    for_each_backend(|app| async move {
        let holder = Holder::of(&app, "holder");
        let (maija, program, client) = ilona(&app).await;
        let made = backed_up(&app, &holder).await;
        assert_eq!(made.manifest.documents(), 1, "the paper's sealed content");
        assert_eq!(made.manifest.rows["diary_entry"], 1);
        let checkpoint = made.manifest.registers[0].checkpoint.as_deref();
        assert!(checkpoint.is_some_and(|note| note.contains("paja")));
        assert_eq!(maija.get("/").await.status, 200, "the server went on");
        written(&program, client, "Varmuuskopion jälkeen.").await;

        let running = brought_back(&app, &app.options, &made.file, &holder, Attempt::Restore).await;
        let running = running.expect_err("a server runs on the data").to_string();
        assert!(running.contains("in use"), "{running}");
        let tried = brought_back(&app, &app.options, &made.file, &holder, Attempt::Rehearse).await;
        assert!(tried.expect("whole").entries > 0, "the log was walked");
        assert!(former(&app.options).await.expect("a look").is_empty());

        app.desk.database().close().await;
        let restored = brought_back(&app, &app.options, &made.file, &holder, Attempt::Restore).await;
        assert_eq!(restored.expect("restored").manifest, made.manifest);
        // A code is good once, also after a restore.
        app.after(jiff::SignedDuration::from_mins(2));
        let again = app.begun_anew().await;
        let maija = maija.again(&again).await;
        let diary = maija.get(&format!("/clients/{client}/diary")).await;
        assert!(diary.says("Ennen varmuuskopiota."), "{}", diary.body);
        assert!(!diary.says("Varmuuskopion jälkeen."));
        let report = again.desk.verify_audit(again.register, None).await;
        assert!(report.expect("a report").is_sound());
        let papers = again
            .desk
            .content_of(again.register, client)
            .await
            .expect("addresses");
        let lies = |address: &String| {
            again
                .options
                .documents
                .folder
                .join(&address[..2])
                .join(address)
                .exists()
        };
        assert!(papers.len() == 1 && papers.iter().all(lies));
        again.desk.database().close().await;

        let kept = former(&app.options).await.expect("a look");
        assert!(
            kept.len() >= 2,
            "the database and the store from before: {kept:?}"
        );
        let gone = confirm(&app.options).await.expect("confirmed");
        assert_eq!(gone, kept);
        assert!(former(&app.options).await.expect("a look").is_empty());
        for one in kept {
            if let Former::Path(path) = one {
                assert!(!path.exists());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn g8_whoever_was_signed_in_then_is_not_after_a_restore() {
    for_each_backend(|app| async move {
        let holder = Holder::of(&app, "holder");
        let (maija, _, _) = ilona(&app).await;
        let made = backed_up(&app, &holder).await;
        app.desk.database().close().await;
        brought_back(&app, &app.options, &made.file, &holder, Attempt::Restore)
            .await
            .expect("restored");
        let again = app.begun_anew().await;
        let page = maija.at(&again).get("/clients").await;
        assert_eq!(page.status, 303, "{}", page.body);
        assert!(page.location().contains("sign-in"), "{}", page.location());
        again.desk.database().close().await;
        confirm(&app.options).await.expect("confirmed");
    })
    .await;
}

/// One text of migrations serves both databases, and so does one form of back-ups.
#[tokio::test]
async fn g8_a_back_up_of_either_database_comes_back_in_an_embedded_one_elsewhere() {
    for_each_backend(|app| async move {
        let holder = Holder::of(&app, "holder");
        let (_, _, client) = ilona(&app).await;
        let made = backed_up(&app, &holder).await;
        let other = elsewhere(&app);
        brought_back(&app, &other, &made.file, &holder, Attempt::Restore)
            .await
            .expect("restored");
        let desk = Desk::open(&other, app.clock.clone(), Arc::new(OperatingSystem)).await;
        let desk = desk.expect("a desk");
        assert!(
            desk.verify_audit(app.register, None)
                .await
                .expect("a report")
                .is_sound()
        );
        assert_eq!(
            desk.content_of(app.register, client)
                .await
                .expect("addresses")
                .len(),
            1
        );
        let (there, here) = (
            desk.database().columns().await.expect("columns"),
            app.desk.database().columns().await.expect("columns"),
        );
        assert_eq!(there, here);
    })
    .await;
}

#[tokio::test]
async fn g8_how_far_it_is_is_told_to_whoever_waits() {
    polku_testkit::on_sqlite(|app| async move {
        let holder = Holder::of(&app, "holder");
        ilona(&app).await;
        let heard = Arc::new(Mutex::new(Vec::new()));
        let hearing = Arc::clone(&heard);
        let telling: Telling =
            Arc::new(move |done, total| hearing.lock().expect("heard").push((done, total)));
        let to = app.folder.join("back-ups");
        back_up(
            &app.options,
            (&*app.clock, &OperatingSystem),
            &holder.holders,
            &to,
            &telling,
        )
        .await
        .expect("a back-up");
        let heard = heard.lock().expect("heard");
        assert!(heard.windows(2).all(|two| two[0].0 < two[1].0), "{heard:?}");
        let last = heard.last().expect("it was told");
        assert_eq!(last.0, last.1);
    })
    .await;
}
