//! Basic data.

use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Answer, Browser, Client, for_each_backend};
use serde_json::json;

use super::{assert_same, taken_in};

/// The version that a form holds.
fn version(page: &Answer) -> String {
    let field = page
        .body
        .split("name=\"version\" value=\"")
        .nth(1)
        .unwrap_or_else(|| panic!("{}", page.body));
    field.split('"').next().unwrap_or_default().to_owned()
}

async fn edit<'a>(
    worker: &Browser,
    client: SubjectId,
    version: &'a str,
    more: &[(&'a str, &'a str)],
) -> Answer {
    let mut form = vec![
        ("version", version),
        ("last_name", "Malli"),
        ("first_names", "Ilona"),
        ("identity_code", "010594Y9032"),
        ("protected_address", "no"),
        ("source", "client"),
        ("channel", "oral"),
    ];
    for (name, value) in more {
        form.retain(|(known, _)| known != name);
        form.push((name, value));
    }
    worker.post(&format!("/clients/{client}/basics"), &form).await
}

/// A5: each piece shows where it came from.
#[tokio::test]
async fn basic_data_is_changed_and_shows_its_source() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let form = maija.get(&format!("/clients/{ilona}/basics/edit")).await;
        assert_eq!(form.status, 200);
        let more = [
            ("occupation", "kokki"),
            ("home_municipality", "Kuopio"),
            ("bank_account", "FI21 1234 5600 0007 85"),
            ("source", "network-authority"),
            ("channel", "secure_mail"),
        ];
        let saved = edit(&maija, ilona, &version(&form), &more).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        let page = maija.get(&format!("/clients/{ilona}/basics")).await;
        assert!(
            page.says("kokki") && page.says("Kuopio") && page.says("FI21 1234 5600 0007 85"),
            "{}",
            page.body
        );
        assert!(page.says("Turvaposti, 23.11.2026"));
        assert!(
            page.says("Asiakas, Suullinen, 23.11.2026"),
            "the name keeps the source it came from"
        );
    })
    .await;
}

/// A1: an old code still finds the client.
#[tokio::test]
async fn a_client_is_found_by_the_code_that_was_replaced() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let form = maija.get(&format!("/clients/{ilona}/basics/edit")).await;
        let saved = edit(
            &maija,
            ilona,
            &version(&form),
            &[("identity_code", "010594Y9021")],
        )
        .await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        for code in ["010594Y9021", "010594Y9032"] {
            assert!(
                maija.post("/find", &[("q", code)]).await.says("Malli Ilona"),
                "{code}"
            );
        }
        let page = maija.get(&format!("/clients/{ilona}/basics")).await;
        assert!(page.says("010594Y9021") && page.says("010594Y9032"));
        assert!(page.says("Keinotekoinen tunnus"), "artificial codes are flagged");
    })
    .await;
}

/// A4: special data says why it is necessary, and a role without it has no such section.
#[tokio::test]
async fn health_is_stored_with_its_necessity_and_shown_to_those_who_may_see_it() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let paula = app.main_user("paula").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let form = maija.get(&format!("/clients/{ilona}/basics/edit")).await;
        let silent = edit(
            &maija,
            ilona,
            &version(&form),
            &[("health_history", "selkävaiva")],
        )
        .await;
        assert_eq!(silent.status, 422);
        assert!(silent.says("miksi tieto on välttämätön") && silent.says("selkävaiva"));
        let stated = [
            ("health_history", "selkävaiva"),
            ("health_history-necessity", "ei voi nostaa"),
        ];
        let saved = edit(&maija, ilona, &version(&form), &stated).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        let page = maija.get(&format!("/clients/{ilona}/basics")).await;
        assert!(page.says("selkävaiva") && page.says("ei voi nostaa"));
        let page = paula.get(&format!("/clients/{ilona}/basics")).await;
        assert_eq!(page.status, 200);
        assert!(
            !page.says("selkävaiva") && !page.says("Terveyshistoria"),
            "no grey ghosts"
        );
        let form = paula.get(&format!("/clients/{ilona}/basics/edit")).await;
        assert!(!form.says("health_history"));
        let saved = edit(&paula, ilona, &version(&form), &[("occupation", "kokki")]).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        let page = maija.get(&format!("/clients/{ilona}/basics")).await;
        assert!(
            page.says("selkävaiva") && page.says("kokki"),
            "what a role does not see stays"
        );
    })
    .await;
}

/// Two save the same page: the second is shown both, and decides.
#[tokio::test]
async fn a_conflict_shows_what_is_stored_and_what_was_typed() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let manager = app.manager("johto").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let form = maija.get(&format!("/clients/{ilona}/basics/edit")).await;
        let seen = version(&form);
        assert_eq!(
            edit(&manager, ilona, &seen, &[("occupation", "hitsaaja")])
                .await
                .status,
            303
        );
        let conflict = edit(&maija, ilona, &seen, &[("occupation", "kokki")]).await;
        assert_eq!(conflict.status, 409);
        assert!(
            conflict.says("hitsaaja") && conflict.says("value=\"kokki\""),
            "{}",
            conflict.body
        );
        let decided = edit(&maija, ilona, &version(&conflict), &[("occupation", "kokki")]).await;
        assert_eq!(decided.status, 303);
        assert!(maija.get(&format!("/clients/{ilona}/basics")).await.says("kokki"));
    })
    .await;
}

#[tokio::test]
async fn a_program_changes_what_it_read_and_loses_no_update() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let program = app.program(&maija).await;
        let read = program.get(&format!("/api/v1/clients/{ilona}")).await;
        assert_eq!(read.status, 200);
        let document = read.json();
        assert_eq!(document["fields"]["identity_code"]["value"], "010594Y9032");
        assert_eq!(document["fields"]["last_name"]["origin"]["source"], "client");
        assert_eq!(
            (document["age"].as_u64(), document["artificial_code"].as_bool()),
            (Some(32), Some(true))
        );
        let mut fields = document["fields"].clone();
        fields["phones"] = json!({ "value": ["040 123 4567"] });
        let body = json!({ "fields": fields, "origin": { "source": "client", "channel": "oral" } });
        let place = format!("/api/v1/clients/{ilona}/basics");
        assert_eq!(program.send("PUT", &place, &[], Some(&body)).await.status, 428);
        let saved = program.put(&place, read.etag(), &body).await;
        assert_eq!(saved.status, 204, "{}", saved.body);
        assert_eq!(program.put(&place, read.etag(), &body).await.status, 412);
        let again = program.get(&format!("/api/v1/clients/{ilona}")).await;
        assert_eq!(again.etag(), saved.etag());
        assert_eq!(
            again.json()["fields"]["phones"]["value"],
            json!(["+358401234567"])
        );
        assert_eq!(
            program.put(&place, again.etag(), &body).await.status,
            204,
            "what was read can be sent back"
        );
    })
    .await;
}

/// The entity tag of a creation is the one that a reading gives.
#[tokio::test]
async fn a_program_may_change_what_it_has_just_made() {
    for_each_backend(|app| async move {
        for (role, user_name) in [(Role::Coach, "maija"), (Role::MainUser, "paula")] {
            let maija = app.worker(role, user_name).await;
            let coach = app.coach(&format!("valmentaja-{user_name}")).await;
            let program = app.program(&maija).await;
            let mut body = super::intake_json("Malli", user_name, "010594Y9032");
            body["responsible"] = json!(coach.account);
            body["fields"]["last_name"]["value"] = json!(format!("Malli{user_name}"));
            body["fields"]["identity_code"]["value"] = json!(if role == Role::Coach {
                "010594Y9032"
            } else {
                "020594X903P"
            });
            let made = program.post("/api/v1/clients", &body).await;
            assert_eq!(made.status, 201, "{}", made.body);
            let read = program.get(made.location()).await;
            assert_eq!(read.status, 200);
            assert_eq!(read.etag(), made.etag(), "{role}");
        }
    })
    .await;
}

/// A2: the account exists in one register only, in pages and in the API.
#[tokio::test]
async fn an_account_number_is_shown_where_the_register_has_it_and_exists_nowhere_else() {
    for_each_backend(|app| async move {
        let ii = app.register("ii", "ii").await;
        let ida = app.worker_in(ii, Role::Coach, "ida").await;
        let ilona = taken_in(&ida, "Malli", "Ilona", "010594Y9032").await;
        assert!(!ida.get(&format!("/clients/{ilona}/basics")).await.says("IBAN"));
        let form = ida.get(&format!("/clients/{ilona}/basics/edit")).await;
        assert!(!form.says("bank_account"));
        let typed = edit(
            &ida,
            ilona,
            &version(&form),
            &[("bank_account", "FI21 1234 5600 0007 85")],
        )
        .await;
        assert_eq!(typed.status, 422);
        let program = app.program(&ida).await;
        let read = program.get(&format!("/api/v1/clients/{ilona}")).await;
        assert!(!read.says("bank_account"));
        let maija = app.coach("maija").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        assert!(maija.get(&format!("/clients/{ilona}/basics")).await.says("IBAN"));
    })
    .await;
}

/// A8: hidden and missing are the same, byte for byte, on every page and in the API.
#[tokio::test]
async fn a_hidden_client_answers_as_one_that_does_not_exist() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        let hidden = Client::named("Malli", "Ilona")
            .code("010594Y9032")
            .of(&maija, &app)
            .await;
        let missing: SubjectId = "018f0000-0000-7000-8000-000000000000".parse().expect("an id");
        let program = app.program(&pekka).await;
        for end in [
            "",
            "/basics",
            "/basics/edit",
            "/care",
            "/care/018f0000-0000-7000-8000-000000000001/end",
        ] {
            let answers = (
                pekka.get(&format!("/clients/{hidden}{end}")).await,
                pekka.get(&format!("/clients/{missing}{end}")).await,
            );
            assert_eq!(answers.0.status, 404, "{end}");
            assert_same(&answers.0, &answers.1, [hidden, missing]);
        }
        for end in ["", "/basics", "/care"] {
            let answers = (
                program.get(&format!("/api/v1/clients/{hidden}{end}")).await,
                program.get(&format!("/api/v1/clients/{missing}{end}")).await,
            );
            assert_eq!(answers.0.status, 404, "{end}");
            assert_same(&answers.0, &answers.1, [hidden, missing]);
        }
        for end in ["/basics", "/care", "/address/reveal"] {
            let form = [("version", "1"), ("last_name", "Malli")];
            let answers = (
                pekka.post(&format!("/clients/{hidden}{end}"), &form).await,
                pekka.post(&format!("/clients/{missing}{end}"), &form).await,
            );
            assert_same(&answers.0, &answers.1, [hidden, missing]);
        }
    })
    .await;
}
