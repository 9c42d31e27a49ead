//! The coaching diary (B5): `/clients/{client}/diary` and what is below it.

use polku_desk::SubjectId;
use polku_testkit::{Answer, Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use proptest::{
    collection::vec,
    strategy::{Strategy as _, ValueTree as _},
    test_runner::TestRunner,
};
use serde_json::{Value, json};

/// The id at the end of an address.
fn id_of(location: &str) -> String {
    location.rsplit('/').next().unwrap_or_default().to_owned()
}

/// The value of a hidden field of a page.
fn hidden(page: &Answer, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let start = page
        .body
        .find(&mark)
        .unwrap_or_else(|| panic!("no {name} in {}", page.body))
        + mark.len();
    page.body[start..]
        .split('"')
        .next()
        .unwrap_or_default()
        .to_owned()
}

async fn ilona(app: &TestApp) -> (Browser, Program, SubjectId) {
    let maija = app.coach("maija").await;
    let program = app.program(&maija).await;
    let client = Client::named("Malli", "Ilona").of(&maija, app).await;
    (maija, program, client)
}

/// Adds an entry; answers its id.
async fn entry(program: &Program, client: SubjectId, body: Value) -> String {
    let answer = program
        .post(&format!("/api/v1/clients/{client}/diary"), &body)
        .await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    id_of(answer.location())
}

#[tokio::test]
async fn b5_a_note_is_written_in_the_open_field_of_the_clients_page_and_read_there() {
    for_each_backend(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        let page = maija.get(&format!("/clients/{client}")).await;
        assert!(page.says("Mitä tapahtui?"), "the field stands open");
        let fields = [("text", "Teki tarkastuslistan itsenäisesti."), ("back", "client")];
        let saved = maija.post(&format!("/clients/{client}/diary"), &fields).await;
        assert_eq!(
            (saved.status, saved.location()),
            (303, format!("/clients/{client}").as_str())
        );

        let page = maija.get(&format!("/clients/{client}")).await;
        assert!(page.says("Teki tarkastuslistan itsenäisesti."));
        assert!(page.says("Maija Työntekijä") && page.says("Kaikki 1"));
    })
    .await;
}

#[tokio::test]
async fn b5_a_note_from_the_days_list_leads_back_to_the_day() {
    on_sqlite(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        let form = maija
            .get(&format!("/clients/{client}/diary/new?back=today"))
            .await;
        assert_eq!(hidden(&form, "back"), "today");
        assert!(form.says("23.11.2026"), "today is filled in");
        let fields = [("text", "Soitti."), ("kind", "phone"), ("back", "today")];
        let saved = maija.post(&format!("/clients/{client}/diary"), &fields).await;
        assert_eq!((saved.status, saved.location()), (303, "/"));
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_is_not_lost_when_something_is_to_be_mended() {
    on_sqlite(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        let fields = [
            ("text", "Sovittiin seuraavasta."),
            ("dated", "1.12."),
            ("kind", "meeting"),
        ];
        let page = maija.post(&format!("/clients/{client}/diary"), &fields).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Sovittiin seuraavasta.") && page.says("1.12."));
        assert!(page.says("Merkintä kertoo siitä, mitä on jo tapahtunut."));
        assert!(page.says("<option value=\"meeting\" selected>"));
    })
    .await;
}

#[tokio::test]
async fn b5_a_correction_keeps_the_original_beside_it() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let id = entry(&program, client, json!({ "text": "Tuli klo 9." })).await;
        let address = format!("/clients/{client}/diary/{id}");
        let form = maija.get(&format!("{address}/correct")).await;
        assert!(form.says("Tuli klo 9."));
        let version = hidden(&form, "version");
        let unexplained = [
            ("version", version.as_str()),
            ("text", "Tuli klo 10."),
            ("reason", ""),
        ];
        assert_eq!(
            maija
                .post(&format!("{address}/correct"), &unexplained)
                .await
                .status,
            422
        );
        let explained = [
            ("version", version.as_str()),
            ("text", "Tuli klo 10."),
            ("reason", "väärä kellonaika"),
        ];
        let done = maija.post(&format!("{address}/correct"), &explained).await;
        assert_eq!((done.status, done.location()), (303, address.as_str()));

        let page = maija.get(&address).await;
        assert!(
            page.says("Tuli klo 10.") && page.says("Tuli klo 9."),
            "both are there"
        );
        assert!(page.says("Korjattu 23.11. 9.00") && page.says("väärä kellonaika"));
        let list = maija.get(&format!("/clients/{client}/diary")).await;
        assert!(list.says("korjattu 23.11. 9.00") && list.says("Tuli klo 10."));
        assert!(!list.says("Tuli klo 9."), "the list shows what counts");
    })
    .await;
}

#[tokio::test]
async fn two_who_correct_at_once_see_both_texts() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let id = entry(&program, client, json!({ "text": "Alku." })).await;
        let address = format!("/clients/{client}/diary/{id}/correct");
        let first = [
            ("version", "1"),
            ("text", "Ensimmäisen korjaus."),
            ("reason", "a"),
        ];
        assert_eq!(maija.post(&address, &first).await.status, 303);
        let second = [("version", "1"), ("text", "Toisen korjaus."), ("reason", "b")];
        let page = maija.post(&address, &second).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Merkintää on korjattu sillä välin."));
        assert!(page.says("Ensimmäisen korjaus.") && page.says("Toisen korjaus."));
        assert_eq!(
            hidden(&page, "version"),
            "2",
            "the next try is made on what is stored"
        );
    })
    .await;
}

/// B5: never silently changed. Whatever is typed and in whatever order, each wording that was accepted is still there.
#[tokio::test]
async fn b5_no_chain_of_corrections_loses_an_earlier_text() {
    for_each_backend(|app| async move {
        let (_, program, client) = ilona(&app).await;
        let chains = vec(("[a-c]{0,2}", "[xy]{0,1}"), 1..8);
        let mut runner = TestRunner::deterministic();
        for _ in 0..12 {
            let chain = chains.new_tree(&mut runner).expect("a chain").current();
            let id = entry(&program, client, json!({ "text": "alku" })).await;
            let address = format!("/api/v1/clients/{client}/diary/{id}");
            let mut accepted = vec!["alku".to_owned()];
            for (text, reason) in chain {
                let etag = format!("\"{}\"", accepted.len());
                let answer = program
                    .put(&address, &etag, &json!({ "text": text, "reason": reason }))
                    .await;
                match answer.status {
                    200 => accepted.push(text),
                    422 => assert_eq!(
                        program.get(&address).await.etag(),
                        etag,
                        "a refusal changes nothing"
                    ),
                    other => panic!("{other}: {}", answer.body),
                }
            }
            let versions = program.get(&format!("{address}/versions")).await.json();
            let kept: Vec<&str> = versions
                .as_array()
                .expect("wordings")
                .iter()
                .map(|version| version["text"].as_str().expect("a text"))
                .collect();
            assert_eq!(kept, accepted);
        }
    })
    .await;
}

#[tokio::test]
async fn a_long_diary_is_read_in_pages_by_kind_and_back_again() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        for number in 1..=25 {
            let kind = if number % 5 == 0 { "phone" } else { "note" };
            let body = json!({ "text": format!("merkintä-{number:02}"), "kind": kind, "dated": "20.11." });
            entry(&program, client, body).await;
        }
        let diary = format!("/clients/{client}/diary");
        let first = maija.get(&diary).await;
        assert!(first.says("merkintä-25") && first.says("merkintä-06") && !first.says("merkintä-05"));
        assert!(first.says("25 merkintää") && first.says("rel=\"next\"") && !first.says("rel=\"prev\""));
        let calls = maija.get(&format!("{diary}?kind=phone")).await;
        assert!(calls.says("merkintä-25"), "{}", calls.body);
        assert!(!calls.says("merkintä-24"), "{}", calls.body);

        let page = program.get(&format!("/api/v1{diary}?limit=10")).await.json();
        let next = page["next"].as_str().expect("more").to_owned();
        let older = maija.get(&format!("{diary}?after={next}")).await;
        assert!(older.says("merkintä-15") && older.says("merkintä-01") && !older.says("merkintä-16"));
        let newer = maija.get(&format!("{diary}?before={next}")).await;
        assert!(newer.says("merkintä-17") && newer.says("merkintä-25") && !newer.says("merkintä-16"));
        let paper = maija.get(&format!("{diary}/print")).await;
        assert!(
            paper.says("merkintä-25") && paper.says("merkintä-01") && paper.says("tulostettu 23.11.2026")
        );
    })
    .await;
}

#[tokio::test]
async fn entries_are_in_the_order_of_their_days_not_of_their_writing() {
    on_sqlite(|app| async move {
        let (_, program, client) = ilona(&app).await;
        for (text, dated) in [
            ("toinen", "20.11."),
            ("ensimmäinen", "3.11."),
            ("kolmas", "eilen"),
        ] {
            entry(&program, client, json!({ "text": text, "dated": dated })).await;
        }
        let page = program
            .get(&format!("/api/v1/clients/{client}/diary"))
            .await
            .json();
        let texts: Vec<&str> = page["entries"]
            .as_array()
            .expect("entries")
            .iter()
            .filter_map(|e| e["text"].as_str())
            .collect();
        assert_eq!(texts, ["kolmas", "toinen", "ensimmäinen"]);
        assert_eq!((&page["total"], &page["next"]), (&json!(3), &Value::Null));
    })
    .await;
}

#[tokio::test]
async fn b5_an_entry_tells_of_the_clients_goals_and_of_nobody_elses() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let other = Client::named("Malli", "Mikko").of(&maija, &app).await;
        let set = async |of: SubjectId| {
            let goal = json!({ "title": format!("Päivärytmi {of}") });
            id_of(
                program
                    .post(&format!("/api/v1/clients/{of}/goals"), &goal)
                    .await
                    .location(),
            )
        };
        let (own, others) = (set(client).await, set(other).await);
        let diary = format!("/api/v1/clients/{client}/diary");
        let wrong = program
            .post(&diary, &json!({ "text": "a", "goals": [others] }))
            .await;
        assert_eq!(
            (wrong.status, &wrong.json()["errors"][0]["field"]),
            (422, &json!("goals"))
        );
        entry(&program, client, json!({ "text": "liittyy", "goals": [own] })).await;
        entry(&program, client, json!({ "text": "ei liity" })).await;
        let about = program.get(&format!("{diary}?goal={own}")).await.json();
        assert_eq!(
            (&about["total"], &about["entries"][0]["text"]),
            (&json!(1), &json!("liittyy"))
        );
    })
    .await;
}

#[tokio::test]
async fn a_contact_that_an_entry_tells_of_is_this_clients() {
    on_sqlite(|app| async move {
        let (_, program, client) = ilona(&app).await;
        let made_up = "0198c0de-0000-7000-8000-000000000001";
        let body = json!({ "text": "a", "contact": made_up });
        let answer = program
            .post(&format!("/api/v1/clients/{client}/diary"), &body)
            .await;
        assert_eq!(
            (answer.status, &answer.json()["errors"][0]["field"]),
            (422, &json!("contact"))
        );
    })
    .await;
}

/// A8: to whom a client is hidden, the diary and each entry are the page that is not there.
#[tokio::test]
async fn a8_the_diary_of_a_hidden_client_is_not_there() {
    for_each_backend(|app| async move {
        let (_, program, client) = ilona(&app).await;
        let id = entry(&program, client, json!({ "text": "Salainen." })).await;
        let outsider = app.coach("olli").await;
        let nobody = "0198c0de-0000-7000-8000-000000000009";
        for path in ["/diary", "/diary/new", "/diary/print", "/goals"] {
            let hidden = outsider.get(&format!("/clients/{client}{path}")).await;
            let missing = outsider.get(&format!("/clients/{nobody}{path}")).await;
            assert_eq!((hidden.status, missing.status), (404, 404), "{path}");
            assert_eq!(
                hidden.body.replace(&client.to_string(), nobody),
                missing.body,
                "{path}"
            );
        }
        let hidden = outsider.get(&format!("/clients/{client}/diary/{id}")).await;
        assert_eq!(hidden.status, 404);
        let refused = outsider
            .post(&format!("/clients/{client}/diary"), &[("text", "a")])
            .await;
        assert_eq!(refused.status, 404);
    })
    .await;
}

/// A2: a register whose profile keeps no diary has none anywhere.
#[tokio::test]
async fn a2_a_register_without_diaries_has_no_diary_page() {
    on_sqlite(|app| async move {
        let joint = app.register("yhteinen", "kuopio").await;
        let maija = app
            .worker_in(joint, polku_desk::access::Role::Coach, "maija")
            .await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let page = maija.get(&format!("/clients/{client}")).await;
        assert_eq!(page.status, 200);
        assert!(!page.says("Päiväkirja") && !page.says("Mitä tapahtui?"));
        for path in ["diary", "diary/new", "goals", "goals/new"] {
            assert_eq!(
                maija.get(&format!("/clients/{client}/{path}")).await.status,
                404,
                "{path}"
            );
        }
        let note = maija
            .post(&format!("/clients/{client}/diary"), &[("text", "a")])
            .await;
        assert_eq!(note.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_program_adds_an_entry_once_however_often_it_sends_it() {
    for_each_backend(|app| async move {
        let (_, program, client) = ilona(&app).await;
        let diary = format!("/api/v1/clients/{client}/diary");
        let headers = [("idempotency-key", "entry-1")];
        let body = json!({ "text": "Kerran." });
        let first = program.send("POST", &diary, &headers, Some(&body)).await;
        let again = program.send("POST", &diary, &headers, Some(&body)).await;
        assert_eq!((first.status, again.status), (201, 201));
        assert_eq!((first.location(), first.etag()), (again.location(), again.etag()));
        assert_eq!(program.get(&diary).await.json()["total"], 1);
        let other = program
            .send("POST", &diary, &headers, Some(&json!({ "text": "Toinen." })))
            .await;
        assert_eq!(other.status, 422, "the key named another request");
    })
    .await;
}

#[tokio::test]
async fn a_program_corrects_only_what_it_has_seen() {
    for_each_backend(|app| async move {
        let (_, program, client) = ilona(&app).await;
        let id = entry(&program, client, json!({ "text": "Alku." })).await;
        let address = format!("/api/v1/clients/{client}/diary/{id}");
        let read = program.get(&address).await;
        assert_eq!((read.etag(), &read.json()["correction"]), ("\"1\"", &Value::Null));
        let body = json!({ "text": "Loppu.", "reason": "a" });
        assert_eq!(program.send("PUT", &address, &[], Some(&body)).await.status, 428);
        let done = program.put(&address, "\"1\"", &body).await;
        assert_eq!((done.status, done.etag()), (200, "\"2\""));
        assert_eq!(done.json()["correction"]["reason"], "a");
        assert_eq!(program.put(&address, "\"1\"", &body).await.status, 412);
    })
    .await;
}
