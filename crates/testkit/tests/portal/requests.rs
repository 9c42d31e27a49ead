//! Own requests and disclosures in the portal (D1, D2, C3): `/own/requests` with `/own/requests/new` and what is below each
//! (`/withdraw`, `/letters/` and its `/pdf`, `/copies/` and its `/handing`), `/own/disclosures`, and the same for programs
//! (`/api/v1/own/requests/`).

use std::io::{Cursor, Read as _};

use jiff::SignedDuration;
use polku_desk::{
    Client as ClientKind, SubjectId,
    access::{AccessSpec, Action, Resource, Role},
};
use polku_testkit::{Answer, Browser, Client, TestApp, for_each_backend, on_sqlite};
use polku_web::{Cookie, Method};
use serde_json::{Value, json};

use super::{Own, ilona, opened};
use crate::requests::act;

/// The client at a browser, with the coach; the main user answers requests in this register.
async fn cast(app: &TestApp) -> (Browser, Browser, SubjectId, Own<'_>) {
    let (maija, client) = ilona(app).await;
    let paula = app.main_user("paula").await;
    let (name, code) = opened(app, &maija, client).await;
    let (own, _) = Own::enter(app, &name, &code).await;
    (maija, paula, client, own)
}

/// The client who has been identified strongly, as a provider does: by the identity code.
async fn identified<'a>(app: &'a TestApp, code: &str) -> Own<'a> {
    let (token, doors) = app.desk.portal_doors(code).await.expect("asked");
    let door = doors.first().expect("an open portal");
    let entered = app.desk.enter_by_door(&token, door.access, "story").await;
    let entered = entered.expect("asked").expect("in");
    Own {
        app,
        cookie: format!("{}={}", Cookie::Portal.name(), entered.token),
    }
}

fn asked(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let address = answer.location().to_owned();
    assert!(address.starts_with("/own/requests/"), "{address}");
    address
}

/// Where a worker finds what the client sees at an address.
fn of_worker(client: SubjectId, own: &str) -> String {
    own.replace("/own/requests", &format!("/clients/{client}/requests"))
}

#[tokio::test]
async fn d1_a_client_asks_in_the_portal_the_officer_answers_and_the_client_reads_the_letter_d8() {
    for_each_backend(|app| async move {
        let (maija, paula, client, own) = cast(&app).await;
        assert!(
            own.get("/own/requests")
                .await
                .says("Et ole vielä pyytänyt mitään.")
        );
        let form = own.get("/own/requests/new?kind=access").await;
        assert!(form.says("Haluan nähdä kaikki tietoni") && form.says("href=\"/own/consents\""));
        assert!(
            !form.says("Haluan siirtää antamani tiedot muualle"),
            "this register rests on law (GDPR 20.3)"
        );
        let sent = own
            .post("/own/requests", &[("kind", "information"), ("asked", "Mihin?")])
            .await;
        let address = asked(&sent);
        let page = own.get(&address).await;
        for said in [
            "pyytäjä varmistettu",
            "7.12.",
            "kirjauduit koodilla",
            "Mihin?",
            "Peru pyyntö",
        ] {
            assert!(page.says(said), "{said}: {}", page.body);
        }
        assert!(own.get("/own/requests").await.says("vastaus viimeistään"));

        assert!(
            paula.get("/requests").await.says("Malli Ilona"),
            "on the list of those who answer"
        );
        let place = of_worker(client, &address);
        let seen = maija.get(&place).await;
        assert!(
            seen.says("asiakas itse omassa polussaan") && seen.says("Mihin?"),
            "{}",
            seen.body
        );
        let one = app
            .program(&paula)
            .await
            .get(&format!("/api/v1{place}"))
            .await
            .json();
        assert_eq!(
            (
                &one["channel"],
                &one["identity"],
                &one["state"],
                &one["entered_by"],
                &one["due_on"]
            ),
            (
                &json!("portal"),
                &json!("codes"),
                &json!("identified"),
                &Value::Null,
                &json!("2026-12-07")
            )
        );
        assert_eq!(one["events"][0]["by"], Value::Null);
        assert_eq!(
            act(&paula, &place, "grant", &[("language", "fi")]).await.status,
            303
        );

        let page = own.get(&address).await;
        assert!(page.says("Vastaus pyyntöösi") && page.says("hyväksytty") && !page.says("Peru pyyntö"));
        let letter = own.get(&format!("{address}/letters/1")).await;
        assert!(
            letter.says("Tietosuojaseloste kertoo") && letter.says("Tietosuojavaltuutetun"),
            "{}",
            letter.body
        );
        let printed = own.get(&format!("{address}/letters/1/pdf")).await;
        assert!(printed.status == 200 && printed.bytes.starts_with(b"%PDF"));
        assert_eq!(own.get(&format!("{address}/letters/2")).await.status, 404);
        let late = own.post(&format!("{address}/withdraw"), &[]).await;
        assert_eq!(
            (late.status, late.location()),
            (303, address.as_str()),
            "the page shows how it stands"
        );
        let told = own
            .ask(Method::GET, &format!("/api/v1{address}"), &json!(null))
            .await
            .json();
        assert_eq!(
            (&told["state"], told["letters"].as_array().map(Vec::len)),
            (&json!("granted"), Some(1))
        );
    })
    .await;
}

#[tokio::test]
async fn d1_what_cannot_be_asked_so_is_told_in_words_and_nothing_typed_is_lost() {
    for_each_backend(|app| async move {
        let (.., own) = cast(&app).await;
        let nothing = own.post("/own/requests", &[("asked", "Kahvi loppui")]).await;
        assert!(
            nothing.status == 422 && nothing.says("Valitse, mitä haluat.") && nothing.says("Kahvi loppui")
        );
        let silent = own.post("/own/requests", &[("kind", "rectification")]).await;
        assert!(silent.status == 422 && silent.says("Kerro muutamalla sanalla, mistä on kyse."));
        let long = "x".repeat(5_001);
        let long = own
            .post("/own/requests", &[("kind", "erasure"), ("asked", &long)])
            .await;
        assert!(
            long.status == 422 && long.says("Teksti on liian pitkä."),
            "{}",
            long.status
        );
        let elsewhere = own.post("/own/requests", &[("kind", "withdrawal")]).await;
        assert_eq!(elsewhere.status, 422, "a consent is withdrawn on its own page");
        let fields = [("kind", "rectification"), ("asked", "Ammatti on väärin.")];
        let first = asked(&own.post("/own/requests", &fields).await);
        let twice = own.post("/own/requests", &fields).await;
        assert!(
            twice.status == 422
                && twice.says("Olet jo tehnyt tällaisen pyynnön")
                && twice.says("Ammatti on väärin.")
        );
        let back = own.post(&format!("{first}/withdraw"), &[]).await;
        assert_eq!((back.status, back.location()), (303, first.as_str()));
        assert!(own.get(&first).await.says("peruttu"));
        asked(&own.post("/own/requests", &fields).await);

        let by_program = own
            .ask(
                Method::POST,
                "/api/v1/own/requests",
                &json!({ "kind": "complaint" }),
            )
            .await;
        assert_eq!(by_program.status, 201, "{}", by_program.body);
        let made = by_program.location().to_owned();
        let withdrawn = own
            .ask(Method::POST, &format!("{made}/withdraw"), &json!({}))
            .await;
        assert_eq!(withdrawn.status, 204, "{}", withdrawn.body);
        let again = own
            .ask(Method::POST, &format!("{made}/withdraw"), &json!({}))
            .await;
        assert_eq!(again.status, 422);
        let all = own
            .ask(Method::GET, "/api/v1/own/requests", &json!(null))
            .await
            .json();
        let states: Vec<&Value> = all
            .as_array()
            .expect("requests")
            .iter()
            .map(|one| &one["state"])
            .collect();
        assert_eq!(
            states,
            [&json!("withdrawn"), &json!("identified"), &json!("withdrawn")]
        );
    })
    .await;
}

/// Nobody reaches another's request by its address, and a restriction of processing never keeps people from asking
/// (GDPR 18.2).
#[tokio::test]
async fn d1_a_request_is_its_makers_own_and_a_restricted_person_may_ask_d4() {
    polku_desk::statements! {
        owned(Service) RESTRICT = "UPDATE subject SET restricted_at = 1 WHERE register = :register AND id = :subject";
    }
    for_each_backend(|app| async move {
        let (maija, _, client, own) = cast(&app).await;
        let address = asked(&own.post("/own/requests", &[("kind", "access")]).await);
        let other = Client::named("Muu", "Mikko").of(&maija, &app).await;
        let (name, code) = opened(&app, &maija, other).await;
        let (stranger, _) = Own::enter(&app, &name, &code).await;
        assert_eq!(stranger.get(&address).await.status, 404);
        assert_eq!(
            stranger.post(&format!("{address}/withdraw"), &[]).await.status,
            404
        );

        let arrange = AccessSpec::people(Action::Write, &[Resource::Service]);
        let visit = app.visit(&app.manager("anna").await, arrange).await;
        let grant = visit
            .open_for_change::<ClientKind>(client)
            .await
            .expect("the manager may");
        grant
            .execute(RESTRICT, polku_desk::params! {})
            .await
            .expect("a restriction");
        grant.access_changed().await.expect("told");
        grant.commit("story", json!({})).await.expect("a commit");
        let objects = [
            ("kind", "objection"),
            ("asked", "En halua, että tietojani käytetään."),
        ];
        let objection = asked(&own.post("/own/requests", &objects).await);
        assert!(own.get(&objection).await.says("Vastustaminen"));
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let seen = tiina.get(&of_worker(client, &objection)).await;
        assert!(
            seen.status == 200 && seen.says("En halua, että tietojani käytetään."),
            "{}",
            seen.body
        );
    })
    .await;
}

/// D2: a copy is fetched by whoever was identified strongly; to whoever came by a code it is told where it is given. It
/// holds what was told at the start and where papers lie.
#[tokio::test]
async fn d2_the_copy_is_fetched_after_strong_identification_and_holds_induction_and_paper_d8() {
    for_each_backend(|app| async move {
        let (maija, paula, client, own) = cast(&app).await;
        let program = app.program(&maija).await;
        let told = json!({ "points": ["purpose", "rights"], "language": "fi", "way": "oral" });
        let noted = program.post(&format!("/api/v1/clients/{client}/induction"), &told).await;
        assert_eq!(noted.status, 201, "{}", noted.body);
        let arto = app.worker(Role::RecordsOfficer, "arto").await;
        let place = [("name", "Kaappi 1"), ("whereabouts", "Toimisto"), ("kind", "cabinet")];
        assert_eq!(arto.post("/paper/places", &place).await.status, 303);
        let places = app.program(&arto).await.get("/api/v1/paper/places").await.json();
        let folder = json!({
            "place": places[0]["id"], "class": "client", "from_year": "2025", "contents": "Lähete ja sopimukset",
        });
        let added = program.post(&format!("/api/v1/clients/{client}/paper"), &folder).await;
        assert!(added.status < 300, "{}", added.body);

        let address = asked(&own.post("/own/requests", &[("kind", "access")]).await);
        assert!(own.get(&address).await.says("Jäljennös tehdään, kun pyyntöösi vastataan."));
        let place = of_worker(client, &address);
        assert_eq!(paula.post(&format!("{place}/copies"), &[("copy_language", "fi")]).await.status, 303);
        while polku_casework::do_next(&app.desk).await {}
        let early = own.ask(Method::GET, &format!("/api/v1{address}"), &json!(null)).await.json();
        assert_eq!(early["copy"], Value::Null, "not before the answer");
        assert_eq!(act(&paula, &place, "grant", &[("language", "fi")]).await.status, 303);
        let one = own.ask(Method::GET, &format!("/api/v1{address}"), &json!(null)).await.json();
        let copy = one["copy"].as_str().expect("a copy").to_owned();
        let page = own.get(&address).await;
        assert!(page.says("koodilla kirjautuminen ei riitä") && !page.says("/handing"), "{}", page.body);
        let handing = format!("{address}/copies/{copy}/handing");
        let by_code = own.post(&handing, &[]).await;
        assert_eq!((by_code.status, by_code.location()), (303, address.as_str()));
        assert_eq!(own.ask(Method::POST, &format!("/api/v1{handing}"), &json!({})).await.status, 422);

        let strong = identified(&app, "010594Y9032").await;
        assert!(strong.get(&address).await.says(&handing));
        let file = strong.post(&handing, &[]).await;
        assert_eq!(file.headers["content-type"], "application/zip");
        let named = file.headers["content-disposition"].to_str().expect("a name");
        assert!(!named.contains("Malli"), "{named}");
        let mut zip = zip::ZipArchive::new(Cursor::new(file.bytes)).expect("a package");
        let mut text = String::new();
        zip.by_name("tiedot.json").expect("for machines").read_to_string(&mut text).expect("text");
        let said: Value = serde_json::from_str(&text).expect("JSON");
        let parts = said["parts"].as_array().expect("parts");
        let part = |key: &str| {
            let found = parts.iter().find(|part| part["part"] == json!(key));
            found.unwrap_or_else(|| panic!("{key} is not in {said}")).to_string()
        };
        assert!(part("induction").contains("Omat oikeudet"));
        assert!(part("paper").contains("Lähete ja sopimukset"));
        assert!(part("records:request").contains("Omat tiedot"));

        let seen = app.program(&paula).await.get(&format!("/api/v1{place}")).await.json();
        assert_eq!((&seen["events"][0]["kind"], &seen["events"][0]["by"]), (&json!("copy-handed"), &Value::Null));
        let asked_strongly = asked(&strong.post("/own/requests", &[("kind", "complaint")]).await);
        assert!(strong.get(&asked_strongly).await.says("tunnistauduit vahvasti"));
        app.after(SignedDuration::from_hours(24 * 31));
        let later = identified(&app, "010594Y9032").await;
        assert!(later.get(&address).await.says("Jäljennöstä ei ole nyt saatavilla."));
        assert_eq!(later.post(&handing, &[]).await.status, 303, "it has run out");
    })
    .await;
}

#[tokio::test]
async fn c3_a_client_sees_to_whom_the_own_data_was_given_when_on_which_ground_and_what_d2() {
    for_each_backend(|app| async move {
        let (maija, _, client, own) = cast(&app).await;
        let program = app.program(&maija).await;
        assert!(own.get("/own/disclosures").await.says("Tietojasi ei ole annettu kenellekään."));
        let about = format!("/api/v1/clients/{client}");
        let goal = json!({ "title": "Säännöllinen päivärytmi", "target": "4" });
        assert_eq!(program.post(&format!("{about}/goals"), &goal).await.status, 201);
        let consent = json!({
            "kind": "disclosure", "recipient": "referring-body", "purpose": "guidance", "what": ["records:goal"],
            "until": "", "manner": "screen", "identified": "known", "language": "fi",
        });
        let consent = program.post(&format!("{about}/consents"), &consent).await;
        assert_eq!(consent.status, 201, "{}", consent.body);
        let ground = format!("consent:{}", consent.json()["id"].as_str().expect("an id"));
        let asked = json!({ "recipient": "referring-body", "asked": "Tavoitteiden eteneminen" });
        let asked = program.post(&format!("{about}/disclosures"), &asked).await;
        assert_eq!(asked.status, 201, "{}", asked.body);
        let disclosure = asked.json()["id"].as_str().expect("an id").to_owned();
        let seen = program
            .get(&format!("{about}/disclosures/{disclosure}"))
            .await;
        let decision = json!({
            "outcome": "give", "ground": ground, "parts": ["records:goal"], "manner": "printed", "reasons": "Pyydetty",
        });
        let decided = program
            .put(&format!("{about}/disclosures/{disclosure}/decision"), seen.etag(), &decision)
            .await;
        assert_eq!(decided.status, 200, "{}", decided.body);
        assert!(
            own.get("/own/disclosures").await.says("Tietojasi ei ole annettu kenellekään."),
            "what is decided is not given yet"
        );
        let given = maija.post(&format!("/clients/{client}/disclosures/{disclosure}/delivery"), &[]).await;
        assert_eq!(given.status, 200, "{}", given.body);
        let page = own.get("/own/disclosures").await;
        assert!(page.says("Asiakkaan suostumus") && page.says("Tavoite"), "{}", page.body);
        let told = own.ask(Method::GET, "/api/v1/own/disclosures", &json!(null)).await.json();
        assert_eq!(told.as_array().map(Vec::len), Some(1), "{told}");
        assert!(told[0]["at"].as_str().is_some_and(|at| at.starts_with("2026-11-23")), "{told}");
        assert!(!told.to_string().contains("Säännöllinen"), "kinds of data, not the data");
    })
    .await;
}

/// What only the portal knows is not said by a worker.
#[tokio::test]
async fn d1_no_worker_says_that_a_client_came_by_a_code() {
    on_sqlite(|app| async move {
        let (maija, client) = ilona(&app).await;
        let fields = [("kind", "access"), ("channel", "portal"), ("identity", "codes")];
        let refused = maija.post(&format!("/clients/{client}/requests"), &fields).await;
        assert!(refused.status == 422 && refused.says("Valitse, miten henkilöllisyys varmistettiin."));
    })
    .await;
}
