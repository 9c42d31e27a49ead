//! Stories about erasing a person's data: two people, what stays and why, and that nothing is left (D4).

use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Backend, Browser, Client, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection as _};

const SECRET: &str = "Visertelee sirkuttaen";

async fn do_all(app: &TestApp) {
    while polku_casework::do_next(&app.desk).await {}
}

/// A coach with a client of whom things are written.
async fn ilona(app: &TestApp) -> (Browser, SubjectId) {
    let maija = app.coach("maija").await;
    let client = Client::named("Malli", "Ilona")
        .code("010594Y9032")
        .of(&maija, app)
        .await;
    written_about(app, &maija, client).await;
    (maija, client)
}

async fn written_about(app: &TestApp, maija: &Browser, client: SubjectId) {
    let program = app.program(maija).await;
    let about = format!("/api/v1/clients/{client}");
    let entry = program
        .post(&format!("{about}/diary"), &json!({ "text": SECRET }))
        .await;
    assert_eq!(entry.status, 201, "{}", entry.body);
    let goal = json!({ "title": SECRET, "description": SECRET, "target": "4" });
    assert_eq!(program.post(&format!("{about}/goals"), &goal).await.status, 201);
    let paper = polku_documents::plain_pdf(&[&[SECRET]]);
    let sent = program
        .send_file(&format!("{about}/documents"), "paperi.pdf", &paper)
        .await;
    assert_eq!(sent.status, 201, "{}", sent.body);
    do_all(app).await;
}

fn proposal(ground: &'static str) -> [(&'static str, &'static str); 3] {
    [("ground", ground), ("reasons", "Asiakas pyysi."), ("request", "")]
}

/// The id of the erasure that a page offers to decide on.
fn erasure_on(page: &str) -> String {
    let after = page.split("/erasure/").nth(1).expect("an erasure on the page");
    after.split('/').next().unwrap_or_default().to_owned()
}

async fn proposed(who: &Browser, client: SubjectId, ground: &'static str) -> String {
    let page = format!("/clients/{client}/erasure");
    let answer = who.post(&page, &proposal(ground)).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    erasure_on(&who.get(&page).await.body)
}

/// The latest certificate.
async fn certificate(app: &TestApp, who: &Browser) -> Value {
    app.program(who)
        .await
        .get("/api/v1/retention/certificates")
        .await
        .json()[0]
        .clone()
}

/// How many rows of the whole database name somebody: in columns of people, and as the text of an address.
async fn rows_of(app: &TestApp, client: SubjectId) -> i64 {
    let url = format!("sqlite:{}", app.folder.join("polku.db").display());
    let mut database = sqlx::SqliteConnection::connect(&url).await.expect("the database");
    let mut rows = 0;
    for column in app.desk.database().columns().await.expect("a catalogue") {
        let (place, kind) = column.split_once(' ').expect("a column");
        let (table, column) = place.split_once('.').expect("a column");
        let sql = match kind {
            "BLOB" => format!("SELECT COUNT(*) FROM {table} WHERE {column} = x'{}'", hex(client)),
            "TEXT" => format!("SELECT COUNT(*) FROM {table} WHERE {column} LIKE '%{client}%'"),
            _ => continue,
        };
        let found: i64 = sqlx::query_scalar(AssertSqlSafe(sql))
            .fetch_one(&mut database)
            .await
            .expect("a count");
        rows += found;
    }
    rows
}

fn hex(client: SubjectId) -> String {
    client.to_string().replace('-', "")
}

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

fn papers(app: &TestApp) -> usize {
    let drawers = std::fs::read_dir(app.folder.join("documents"))
        .expect("the store")
        .flatten();
    drawers
        .map(|drawer| std::fs::read_dir(drawer.path()).expect("a drawer").count())
        .sum()
}

#[tokio::test]
async fn an_erasure_takes_two_people_and_leaves_a_certificate_d4() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let (paula, dora) = (
            app.main_user("paula").await,
            app.worker(Role::DataProtectionOfficer, "dora").await,
        );
        let page = format!("/clients/{client}/erasure");
        assert_eq!(maija.get(&page).await.status, 404, "a coach erases nobody");
        assert!(
            paula.get(&format!("/clients/{client}")).await.says(&page),
            "the client's page leads there"
        );
        let shown = paula.get(&format!("{page}?ground=unlawful")).await;
        assert_eq!(shown.status, 200);
        for words in ["Perustiedot", "Asiakirja", "poistuu", "Käyttöloki jää"] {
            assert!(shown.says(words), "{words}\n{}", shown.body);
        }
        let erasure = proposed(&paula, client, "unlawful").await;
        let again = paula.post(&page, &proposal("unlawful")).await;
        assert!(
            again.status == 422 && again.says("Poistamista on jo esitetty."),
            "{}",
            again.body
        );
        assert!(
            dora.get("/retention").await.says("Malli Ilona"),
            "it waits for others to decide"
        );
        let approved = dora.post(&format!("{page}/{erasure}/approve"), &[]).await;
        assert_eq!(
            (approved.status, approved.location()),
            (303, "/retention"),
            "{}",
            approved.body
        );
        do_all(&app).await;
        for who in [&maija, &paula, &dora] {
            assert_eq!(who.get(&format!("/clients/{client}")).await.status, 404);
            assert_eq!(who.get(&page).await.status, 404);
        }
        assert!(!maija.get("/clients").await.says("Ilona"));
        let found = maija.post("/find", &[("q", "010594Y9032")]).await;
        assert!(!found.says("Ilona"), "{}", found.body);
        assert_eq!(papers(&app), 0, "the papers are gone");
        assert!(
            app.desk
                .content_of(app.register, client)
                .await
                .expect("an answer")
                .is_empty()
        );

        let certificate = certificate(&app, &paula).await;
        assert_eq!(certificate["kind"], "erasure");
        assert_eq!(certificate["content"]["people"], 1);
        assert_eq!(certificate["content"]["documents"], 1);
        assert_eq!(certificate["content"]["rows"]["diary_entry"], 1);
        assert!(
            certificate["content"]["left"]
                .as_array()
                .expect("a list")
                .is_empty()
        );
        let id = certificate["id"].as_str().expect("an id");
        assert_eq!(id, erasure);
        let one = format!("/retention/certificates/{id}");
        let shown = paula.get(&one).await;
        assert!(shown.says("Paula Työntekijä") && shown.says("Dora Työntekijä") && !shown.says("Ilona"));
        let printed = paula.get(&format!("{one}/pdf")).await;
        assert!(printed.status == 200 && printed.bytes.starts_with(b"%PDF"));
        let one = format!("/api/v1/retention/certificates/{id}");
        let by_program = app.program(&paula).await.get(&one).await;
        assert_eq!(by_program.json()["content"]["ground"], "unlawful");
        let replayed = app.desk.replay_tombstones().await.expect("a replay");
        assert!(replayed.is_clean() && replayed.tombstones == 1);
    })
    .await;
}

/// Bad input: two erasure approvals by the same person.
#[tokio::test]
async fn whoever_proposed_does_not_approve_and_nothing_is_half_done_d4() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let paula = app.main_user("paula").await;
        let erasure = proposed(&paula, client, "unlawful").await;
        let page = format!("/clients/{client}/erasure");
        let before = paula.get(&page).await;
        assert!(before.says("Toinen henkilö hyväksyy") && !before.says("Hyväksy poistaminen"));
        for _ in 0..2 {
            let refused = paula.post(&format!("{page}/{erasure}/approve"), &[]).await;
            assert_eq!(refused.status, 422, "{}", refused.body);
            assert!(refused.says("Esittäjä ei voi itse hyväksyä"), "{}", refused.body);
        }
        do_all(&app).await;
        assert_eq!(maija.get(&format!("/clients/{client}/diary")).await.status, 200);
        assert!(paula.get(&page).await.says("odottaa päätöstä"));
        assert_eq!(papers(&app), 1);
        let program = app.program(&paula).await;
        assert_eq!(
            program.get("/api/v1/retention/certificates").await.json(),
            json!([])
        );
        let dora = app.worker(Role::DataProtectionOfficer, "dora").await;
        let looks = dora.get(&format!("/clients/{client}/looks")).await;
        assert!(
            looks.says("Paula Työntekijä"),
            "the attempts are in the log: {}",
            looks.body
        );
        // A program never approves: it takes a person at a screen.
        let by_token = program
            .post(
                &format!("/api/v1/clients/{client}/erasures/{erasure}/approve"),
                &json!({}),
            )
            .await;
        assert_eq!(by_token.status, 403, "{}", by_token.body);
    })
    .await;
}

#[tokio::test]
async fn what_the_law_keeps_stays_and_the_refusal_has_its_ground_d4() {
    for_each_backend(|app| async move {
        let (_, client) = ilona(&app).await;
        let (paula, dora) = (
            app.main_user("paula").await,
            app.worker(Role::DataProtectionOfficer, "dora").await,
        );
        let page = format!("/clients/{client}/erasure");
        let shown = paula.get(&page).await;
        assert!(
            shown.says("Laki vaatii säilyttämään") && shown.says("831/1994"),
            "{}",
            shown.body
        );
        let nothing = paula.post(&page, &proposal("no-longer-needed")).await;
        assert!(nothing.status == 422 && nothing.says("mitään ei poistu") && nothing.says("Asiakas pyysi."));
        let empty = paula
            .post(&page, &[("ground", ""), ("reasons", ""), ("request", "jokin")])
            .await;
        for words in [
            "Valitse peruste luettelosta.",
            "Kirjoita perustelu.",
            "Tarkista pyynnön tunnus.",
        ] {
            assert!(
                empty.status == 422 && empty.says(words),
                "{words}\n{}",
                empty.body
            );
        }
        let program = app.program(&dora).await;
        let preview = program
            .get(&format!(
                "/api/v1/clients/{client}/erasure?ground=no-longer-needed"
            ))
            .await
            .json();
        let parts = preview["parts"].as_array().expect("parts");
        assert!(
            parts.len() > 2 && parts.iter().all(|part| part["stays"]["why"] == "by-law"),
            "{preview}"
        );
        let body = json!({ "ground": "unlawful", "reasons": "Kirjattu väärälle henkilölle." });
        let made = program
            .post(&format!("/api/v1/clients/{client}/erasures"), &body)
            .await;
        assert_eq!(made.status, 201, "{}", made.body);
        let id = made.json()["id"].as_str().expect("an id").to_owned();
        let one = format!("/api/v1/clients/{client}/erasures/{id}");
        assert_eq!(made.location(), one);
        let without = paula
            .post(&format!("{page}/{id}/refuse"), &[("refusal", "")])
            .await;
        assert!(without.status == 422 && without.says("Kirjoita perustelu."));
        let refused = paula
            .post(
                &format!("{page}/{id}/refuse"),
                &[("refusal", "Tiedot ovat oikeita.")],
            )
            .await;
        assert_eq!(refused.status, 303, "{}", refused.body);
        let told = program.get(&one).await.json();
        assert_eq!(
            (&told["state"], &told["refusal"]),
            (&json!("refused"), &json!("Tiedot ovat oikeita."))
        );
        let late = app
            .program(&paula)
            .await
            .post(&format!("{one}/refuse"), &json!({ "refusal": "Taas." }))
            .await;
        assert_eq!(late.status, 409, "{}", late.body);

        let own = proposed(&paula, client, "legal-duty").await;
        let not_own = program
            .post(
                &format!("/api/v1/clients/{client}/erasures/{own}/withdraw"),
                &json!({}),
            )
            .await;
        assert_eq!(not_own.status, 422, "{}", not_own.body);
        assert_eq!(
            paula.post(&format!("{page}/{own}/withdraw"), &[]).await.status,
            303
        );
        assert!(paula.get(&page).await.says("peruutettu"));
    })
    .await;
}

#[tokio::test]
async fn a_legal_hold_stands_against_an_erasure_that_was_proposed_d4() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let (paula, dora) = (
            app.main_user("paula").await,
            app.worker(Role::DataProtectionOfficer, "dora").await,
        );
        let page = format!("/clients/{client}/erasure");
        let erasure = proposed(&paula, client, "unlawful").await;
        let holds = format!("/clients/{client}/holds");
        let wrong = dora.post(&holds, &[("reason", ""), ("until", "1.1.2020")]).await;
        assert!(wrong.status == 422 && wrong.says("Viimeinen päivä on jo mennyt.") && wrong.says("1.1.2020"));
        let placed = dora
            .post(
                &holds,
                &[("reason", "Oikeudenkäynti on vireillä."), ("until", "")],
            )
            .await;
        assert_eq!(placed.status, 303, "{}", placed.body);
        assert!(paula.get(&page).await.says("Oikeudenkäynti on vireillä."));
        let refused = dora.post(&format!("{page}/{erasure}/approve"), &[]).await;
        assert!(
            refused.status == 422 && refused.says("Oikeudellinen pito estää"),
            "{}",
            refused.body
        );
        do_all(&app).await;
        assert_eq!(maija.get(&format!("/clients/{client}/diary")).await.status, 200);

        let program = app.program(&dora).await;
        let all = program.get(&format!("/api/v1{holds}")).await.json();
        let hold = all[0]["id"].as_str().expect("an id").to_owned();
        let lifted = dora
            .post(&format!("/clients/{client}/holds/{hold}/lift"), &[])
            .await;
        assert_eq!(lifted.status, 303, "{}", lifted.body);
        let placed = program
            .post(&format!("/api/v1{holds}"), &json!({ "reason": "Kantelu." }))
            .await
            .json();
        let id = placed[0]["id"].as_str().expect("an id").to_owned();
        let lifted = program
            .post(&format!("/api/v1{holds}/{id}/lift"), &json!({}))
            .await
            .json();
        assert!(lifted[0]["lifted_at"].is_string(), "{lifted}");
        assert_eq!(
            dora.post(&format!("{page}/{erasure}/approve"), &[]).await.status,
            303
        );
        // A hold that comes between the approval and the work stops the work.
        let placed = dora
            .post(&holds, &[("reason", "Uusi pyyntö."), ("until", "")])
            .await;
        assert_eq!(placed.status, 303);
        do_all(&app).await;
        assert_eq!(maija.get(&format!("/clients/{client}/diary")).await.status, 200);
    })
    .await;
}

/// A foundation is bound by no law to keep: what is no longer needed goes.
#[tokio::test]
async fn a_foundation_erases_what_is_no_longer_needed_d4() {
    for_each_backend(|app| async move {
        let register = app.register("kokko", "kokkotyo").await;
        let maija = app.worker_in(register, Role::Coach, "maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let (paula, dora) = (
            app.worker_in(register, Role::MainUser, "paula").await,
            app.worker_in(register, Role::DataProtectionOfficer, "dora").await,
        );
        let erasure = proposed(&paula, client, "no-longer-needed").await;
        assert_eq!(
            dora.post(&format!("/clients/{client}/erasure/{erasure}/approve"), &[])
                .await
                .status,
            303
        );
        do_all(&app).await;
        assert_eq!(maija.get(&format!("/clients/{client}")).await.status, 404);
    })
    .await;
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
