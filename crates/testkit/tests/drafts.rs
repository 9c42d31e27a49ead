//! Drafts: kept as one types, seen by their writer only (B5). `/clients/{client}/drafts` and below.

use axum::http::Request;
use jiff::SignedDuration;
use polku_desk::SubjectId;
use polku_testkit::{Answer, Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

const FIRST: &str = "0198c0de-0000-4000-8000-000000000001";
const SECOND: &str = "0198c0de-0000-4000-8000-000000000002";

async fn ilona(app: &TestApp) -> (Browser, Program, SubjectId) {
    let maija = app.coach("maija").await;
    let program = app.program(&maija).await;
    let client = Client::named("Malli", "Ilona").of(&maija, app).await;
    (maija, program, client)
}

fn note(text: &str) -> Value {
    json!({ "kind": "note", "fields": { "text": [text], "dated": ["20.11."], "kind": ["phone"] } })
}

/// Saves as the page's script does: `version` 0 begins.
async fn save(browser: &Browser, client: SubjectId, draft: &str, version: i64, body: &Value) -> Answer {
    let request = Request::put(format!("/api/v1/clients/{client}/drafts/{draft}"))
        .header("content-type", "application/json");
    let request = if version == 0 {
        request.header("if-none-match", "*")
    } else {
        request.header("if-match", format!("\"{version}\""))
    };
    browser.send(request, body.to_string()).await
}

async fn own(program: &Program, client: SubjectId) -> Vec<Value> {
    let answer = program.get(&format!("/api/v1/clients/{client}/drafts")).await;
    answer.json().as_array().expect("drafts").clone()
}

#[tokio::test]
async fn b5_what_is_typed_is_saved_and_offered_in_the_field_again() {
    for_each_backend(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        let begun = save(&maija, client, FIRST, 0, &note("Kesken")).await;
        assert_eq!((begun.status, begun.etag()), (201, "\"1\""));
        assert_eq!(begun.json()["told"], "Luonnos tallennettu 9.00");
        let went_on = save(&maija, client, FIRST, 1, &note("Kesken jäi tämä")).await;
        assert_eq!((went_on.status, went_on.etag()), (200, "\"2\""));

        for path in ["", "/diary/new"] {
            let page = maija.get(&format!("/clients/{client}{path}")).await;
            assert!(page.says("Kesken jäi tämä"), "{path}");
            assert!(
                page.says("luonnos</span> tallennettu 9.00"),
                "{path}: it is marked as a draft"
            );
            assert!(
                page.says("<option value=\"phone\" selected>") && page.says("value=\"20.11.\""),
                "{path}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn b5_a_draft_survives_the_session_in_which_it_was_written() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        save(&maija, client, FIRST, 0, &note("Ennen istunnon loppua")).await;
        app.after(SignedDuration::from_hours(20));
        let late = save(&maija, client, FIRST, 1, &note("Istunnon jälkeen")).await;
        assert_eq!(late.status, 401, "the session is over");
        let kept = own(&program, client).await;
        assert_eq!(kept[0]["fields"]["text"], json!(["Ennen istunnon loppua"]));
    })
    .await;
}

#[tokio::test]
async fn only_the_writer_sees_a_draft() {
    for_each_backend(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        save(&maija, client, FIRST, 0, &note("Vain minulle")).await;
        let manager = app.manager("marja").await;
        let theirs = app.program(&manager).await;
        assert!(own(&theirs, client).await.is_empty());
        assert!(
            !manager
                .get(&format!("/clients/{client}"))
                .await
                .says("Vain minulle")
        );
        let taken = save(&manager, client, FIRST, 1, &note("Anastettu")).await;
        assert_eq!(taken.status, 412);
        let discard = format!("/clients/{client}/drafts/{FIRST}/discard");
        manager.post(&discard, &[]).await;
        assert!(
            maija
                .get(&format!("/clients/{client}"))
                .await
                .says("Vain minulle"),
            "it is still there"
        );
    })
    .await;
}

#[tokio::test]
async fn the_draft_goes_in_the_write_that_stores_the_entry() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        save(&maija, client, FIRST, 0, &note("Valmis")).await;
        let refused = maija
            .post(
                &format!("/clients/{client}/diary"),
                &[("text", ""), ("draft", FIRST)],
            )
            .await;
        assert_eq!(refused.status, 422);
        assert_eq!(
            own(&program, client).await.len(),
            1,
            "nothing was stored, so the draft stays"
        );
        let saved = maija
            .post(
                &format!("/clients/{client}/diary"),
                &[("text", "Valmis"), ("draft", FIRST)],
            )
            .await;
        assert_eq!(saved.status, 303);
        assert!(own(&program, client).await.is_empty());
        let late = save(&maija, client, FIRST, 1, &note("Valmis")).await;
        assert_eq!(late.status, 412, "a save that was under way brings nothing back");
    })
    .await;
}

#[tokio::test]
async fn two_devices_do_not_overwrite_each_other_and_both_texts_are_offered() {
    for_each_backend(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        save(&maija, client, FIRST, 0, &note("Koneella")).await;
        assert_eq!(
            save(&maija, client, FIRST, 1, &note("Koneella pidempi"))
                .await
                .status,
            200
        );
        let late = save(&maija, client, FIRST, 1, &note("Puhelimella")).await;
        assert_eq!(late.status, 412);
        // What the script then does: it becomes a draft of its own.
        assert_eq!(
            save(&maija, client, SECOND, 0, &note("Puhelimella")).await.status,
            201
        );

        let page = maija
            .get(&format!("/clients/{client}/diary/new?draft={FIRST}"))
            .await;
        assert!(page.says("Koneella pidempi") && page.says("Sinulla on toinenkin luonnos"));
        assert!(page.says(&format!("/clients/{client}/diary/new?draft={SECOND}")));
        let other = maija
            .get(&format!("/clients/{client}/diary/new?draft={SECOND}"))
            .await;
        assert!(other.says("Puhelimella") && other.says(&format!("draft={FIRST}")));
    })
    .await;
}

#[tokio::test]
async fn without_javascript_a_button_keeps_the_draft() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let fields = [
            ("text", "Ilman skriptiä"),
            ("draft", FIRST),
            ("draft_version", "0"),
            ("draft_kind", "note"),
            ("back", "client"),
        ];
        let kept = maija.post(&format!("/clients/{client}/drafts"), &fields).await;
        assert_eq!(
            (kept.status, kept.location()),
            (303, format!("/clients/{client}").as_str())
        );
        assert!(
            maija
                .get(&format!("/clients/{client}"))
                .await
                .says("Ilman skriptiä")
        );
        // The same form sent again from a page that is older than the draft: both are kept.
        let again = maija.post(&format!("/clients/{client}/drafts"), &fields).await;
        assert_eq!(again.status, 303);
        assert_eq!(own(&program, client).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_draft_of_a_correction_is_offered_where_it_was_begun() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let entry = program.post(&format!("/api/v1/clients/{client}/diary"), &json!({ "text": "Alku" })).await;
        let entry = entry.json()["id"].as_str().expect("an id").to_owned();
        let body = json!({ "kind": "correction", "target": entry, "fields": { "text": ["Korjaus kesken"], "reason": ["syy"] } });
        assert_eq!(save(&maija, client, FIRST, 0, &body).await.status, 201);
        let form = maija.get(&format!("/clients/{client}/diary/{entry}/correct")).await;
        assert!(form.says("Korjaus kesken") && form.says("value=\"syy\""));
        assert!(!maija.get(&format!("/clients/{client}/diary/new")).await.says("Korjaus kesken"));
        let fields = [("version", "1"), ("text", "Korjaus"), ("reason", "syy"), ("draft", FIRST)];
        let done = maija.post(&format!("/clients/{client}/diary/{entry}/correct"), &fields).await;
        assert_eq!(done.status, 303);
        assert!(own(&program, client).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_thrown_away_by_its_writer() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        save(&maija, client, FIRST, 0, &note("Turha")).await;
        let done = maija
            .post(
                &format!("/clients/{client}/drafts/{FIRST}/discard"),
                &[("back", "client")],
            )
            .await;
        assert_eq!(
            (done.status, done.location()),
            (303, format!("/clients/{client}").as_str())
        );
        save(&maija, client, SECOND, 0, &note("Turha myös")).await;
        let path = format!("/api/v1/clients/{client}/drafts/{SECOND}");
        assert_eq!(program.send("DELETE", &path, &[], None).await.status, 204);
        assert!(own(&program, client).await.is_empty());
    })
    .await;
}

/// A8: what is typed about somebody lies sealed, and an outsider cannot even begin a draft about them.
#[tokio::test]
async fn a8_a_draft_lies_sealed_and_outsiders_have_none() {
    on_sqlite(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        save(&maija, client, FIRST, 0, &note("Kanarialintu laulaa")).await;
        for entry in std::fs::read_dir(&app.folder).expect("the folder") {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                let bytes = std::fs::read(&path).expect("a file");
                let canary = "Kanarialintu".as_bytes();
                assert!(
                    bytes.windows(canary.len()).all(|window| window != canary),
                    "{}",
                    path.display()
                );
            }
        }
        let outsider = app.coach("olli").await;
        assert_eq!(save(&outsider, client, SECOND, 0, &note("a")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_draft_may_be_unfinished_in_every_way_but_endless_in_none() {
    on_sqlite(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        let half = json!({ "kind": "note", "fields": { "dated": ["huome"], "kind": ["?"] } });
        assert_eq!(save(&maija, client, FIRST, 0, &half).await.status, 201);
        assert!(
            maija
                .get(&format!("/clients/{client}/diary/new"))
                .await
                .says("huome")
        );
        let endless = note(&"a".repeat(60_001));
        assert_eq!(save(&maija, client, FIRST, 1, &endless).await.status, 422);
    })
    .await;
}
