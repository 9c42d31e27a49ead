//! The paper register (F2): `/paper`, what is below it, and `/clients/{client}/paper`.

use polku_desk::access::Role;
use polku_testkit::{Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

/// A records officer with a place that has been entered, and its id.
async fn arto(app: &TestApp) -> (Browser, Program, String) {
    let arto = app.worker(Role::RecordsOfficer, "arto").await;
    let program = app.program(&arto).await;
    let place = [
        ("name", "Kaappi 1"),
        ("whereabouts", "Toimisto"),
        ("kind", "cabinet"),
    ];
    let added = arto.post("/paper/places", &place).await;
    assert_eq!(
        (added.status, added.location()),
        (303, "/paper"),
        "{}",
        added.body
    );
    let places = program.get("/api/v1/paper/places").await.json();
    let id = places[0]["id"].as_str().expect("an id").to_owned();
    (arto, program, id)
}

fn folder(place: &str) -> Value {
    json!({ "place": place, "class": "client", "from_year": "2025", "contents": "Lähete ja sopimukset" })
}

#[tokio::test]
async fn f2_it_is_known_where_paper_lies_and_who_holds_the_keys() {
    for_each_backend(|app| async move {
        let (arto, program, place) = arto(&app).await;
        let maija = app.coach("maija").await;
        let key = [("place", place.as_str()), ("account", &maija.account.to_string())];
        assert_eq!(arto.post("/paper/keys", &key).await.status, 303);
        let twice = arto.post("/paper/keys", &key).await;
        assert!(
            twice.status == 422 && twice.says("jo tämän paikan avain"),
            "{}",
            twice.body
        );
        let page = maija.get("/paper").await;
        assert!(page.says("Kaappi 1") && page.says("Toimisto") && page.says("Maija Työntekijä"));
        assert!(!page.says("Uusi lukittu paikka"), "a coach keeps no places");
        let refused = maija
            .post("/paper/places", &[("name", "Oma"), ("kind", "room")])
            .await;
        assert_eq!(refused.status, 403);

        let places = program.get("/api/v1/paper/places").await.json();
        let held = places[0]["keys"][0]["id"].as_str().expect("a key").to_owned();
        let end = format!("/paper/places/{place}/keys/{held}/end");
        assert_eq!(arto.post(&end, &[]).await.status, 303);
        assert!(maija.get("/paper").await.says("Kenelläkään ei ole avainta."));
        let again = json!({ "account": maija.account.to_string() });
        let given = program
            .post(&format!("/api/v1/paper/places/{place}/keys"), &again)
            .await;
        assert_eq!(given.json()[0]["keys"][0]["name"], json!("Maija Työntekijä"));
        let held = given.json()[0]["keys"][0]["id"]
            .as_str()
            .expect("a key")
            .to_owned();
        let ended = program
            .post(
                &format!("/api/v1/paper/places/{place}/keys/{held}/end"),
                &json!({}),
            )
            .await;
        assert_eq!(ended.json()[0]["keys"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn f2_who_took_a_folder_and_when_it_came_back_stays_written() {
    for_each_backend(|app| async move {
        let (arto, _, place) = arto(&app).await;
        let maija = app.coach("maija").await;
        let program = app.program(&maija).await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let address = format!("/clients/{client}/paper");
        assert!(
            maija
                .get(&address)
                .await
                .says("Asiakkaalla ei ole paperikansioita.")
        );
        let added = program.post(&format!("/api/v1{address}"), &folder(&place)).await;
        assert_eq!(added.json()[0]["state"], json!("in-place"), "{}", added.body);
        let id = added.json()[0]["id"].as_str().expect("an id").to_owned();

        let taken = maija
            .post(&format!("{address}/{id}/take"), &[("what_for", "Palaveriin")])
            .await;
        assert_eq!((taken.status, taken.location()), (303, address.as_str()));
        let page = arto.get("/paper").await;
        assert!(
            page.says("Malli Ilona") && page.says("Maija Työntekijä"),
            "{}",
            page.body
        );
        let twice = program
            .post(&format!("/api/v1{address}/{id}/take"), &json!({}))
            .await;
        assert_eq!(twice.status, 422, "{}", twice.body);
        let destroyed = maija.post(&format!("{address}/{id}/destroyed"), &[]).await;
        assert_eq!(destroyed.status, 303);
        assert!(
            maija.get(&address).await.says("lainassa"),
            "it must come back first"
        );

        let back = arto.post(&format!("{address}/{id}/return"), &[]).await;
        assert_eq!(back.status, 303);
        let folders = program.get(&format!("/api/v1{address}")).await.json();
        let loan = &folders[0]["loans"][0];
        assert_eq!(
            (&loan["taker"], &loan["what_for"]),
            (&json!("Maija Työntekijä"), &json!("Palaveriin"))
        );
        assert!(loan["returned_at"].is_string());

        // Somebody else takes it, entered by the records officer.
        let input = json!({ "taker": maija.account.to_string() });
        let officer = app.program(&arto).await;
        let lent = officer.post(&format!("/api/v1{address}/{id}/take"), &input).await;
        assert_eq!(lent.json()[0]["state"], json!("taken"), "{}", lent.body);
        let back = officer
            .post(&format!("/api/v1{address}/{id}/return"), &json!({}))
            .await;
        assert_eq!(back.json()[0]["loans"].as_array().map(Vec::len), Some(2));
        let gone = officer
            .post(&format!("/api/v1{address}/{id}/destroyed"), &json!({}))
            .await;
        assert_eq!(
            (&gone.json()[0]["state"], &gone.json()[0]["destroyed_on"]),
            (&json!("destroyed"), &json!("2026-11-23"))
        );
    })
    .await;
}

#[tokio::test]
async fn f2_what_is_wrong_with_a_folder_is_said_and_what_was_typed_stays() {
    on_sqlite(|app| async move {
        let (_, _, place) = arto(&app).await;
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let fields = [
            ("place", place.as_str()),
            ("class", "client"),
            ("from_year", "2026"),
            ("until_year", "2020"),
            ("contents", "Lähete"),
        ];
        let answer = maija.post(&format!("/clients/{client}/paper"), &fields).await;
        assert_eq!(answer.status, 422);
        assert!(answer.says("Viimeinen vuosi on ennen ensimmäistä") && answer.says("value=\"2020\""));
        let pekka = app.coach("pekka").await;
        let hidden = pekka.get(&format!("/clients/{client}/paper")).await;
        assert_eq!(hidden.status, 404, "not the coach's client");
    })
    .await;
}

#[tokio::test]
async fn f2_a_place_is_closed_when_nothing_lies_there_any_more() {
    on_sqlite(|app| async move {
        let (arto, program, place) = arto(&app).await;
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let coach = app.program(&maija).await;
        let address = format!("/api/v1/clients/{client}/paper");
        let added = coach.post(&address, &folder(&place)).await.json();
        let close = format!("/paper/places/{place}/close");
        assert_eq!(arto.post(&close, &[]).await.status, 303);
        assert!(arto.get("/paper").await.says("Kaappi 1"), "a folder is there");
        let refused = program.post(&format!("/api/v1{close}"), &json!({})).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
        let id = added[0]["id"].as_str().expect("an id");
        coach.post(&format!("{address}/{id}/destroyed"), &json!({})).await;
        let closed = program.post(&format!("/api/v1{close}"), &json!({})).await;
        assert_eq!(
            (closed.status, closed.json()),
            (200, json!([])),
            "{}",
            closed.body
        );
        assert!(
            maija
                .get(&format!("/clients/{client}/paper"))
                .await
                .says("Kaappi 1"),
            "it lay there"
        );
        let added = program
            .post(
                "/api/v1/paper/places",
                &json!({ "kind": "archive", "name": "Arkisto", "whereabouts": "Kellari" }),
            )
            .await;
        assert_eq!(added.json()[0]["name"], json!("Arkisto"));
    })
    .await;
}

#[tokio::test]
async fn f2_a_form_from_before_entry_is_logged_by_a_number_until_it_is_destroyed() {
    for_each_backend(|app| async move {
        let register = app.register("kokkotyo", "kokkotyo").await;
        let maija = app.worker_in(register, Role::Coach, "maija").await;
        let anna = app.worker_in(register, Role::ServiceManager, "anna").await;
        let program = app.program(&maija).await;
        let place = json!({ "kind": "cabinet", "name": "Kaappi", "whereabouts": "Toimisto" });
        let places = app
            .program(&anna)
            .await
            .post("/api/v1/paper/places", &place)
            .await;
        let place = places.json()[0]["id"].as_str().expect("an id").to_owned();
        let missing = maija.post("/paper/forms", &[("place", "")]).await;
        assert!(missing.status == 422 && missing.says("Valitse paikka."));
        assert_eq!(maija.post("/paper/forms", &[("place", &place)]).await.status, 303);
        let forms = program
            .post("/api/v1/paper/forms", &json!({ "place": place }))
            .await
            .json();
        assert_eq!(
            (&forms[0]["mark"], &forms[1]["mark"]),
            (&json!("2026-001"), &json!("2026-002"))
        );
        let id = |forms: &Value, number: usize| forms[number]["id"].as_str().expect("an id").to_owned();
        let (first, second) = (id(&forms, 0), id(&forms, 1));

        assert_eq!(
            maija
                .post(&format!("/paper/forms/{first}/entered"), &[])
                .await
                .status,
            303
        );
        let page = maija.get("/paper").await;
        assert!(page.says("hävitettävä viimeistään 30.11.2026"), "{}", page.body);
        let gone = maija.post(&format!("/paper/forms/{first}/destroyed"), &[]).await;
        assert_eq!(gone.status, 303);
        let page = maija.get("/paper").await;
        assert!(
            page.says("2026-001: hävitetty 23.11.2026, Maija Työntekijä"),
            "{}",
            page.body
        );

        let entered = program
            .post(&format!("/api/v1/paper/forms/{second}/entered"), &json!({}))
            .await;
        assert_eq!(entered.json()[0]["destroy_by"], json!("2026-11-30"));
        let none = program
            .post(&format!("/api/v1/paper/forms/{second}/destroyed"), &json!({}))
            .await;
        assert_eq!(none.json(), json!([]));
        let twice = program
            .post(&format!("/api/v1/paper/forms/{second}/destroyed"), &json!({}))
            .await;
        assert_eq!(twice.status, 404);
        assert_eq!(program.get("/api/v1/paper/forms").await.json(), json!([]));

        // A register without such forms has no log of them (A2).
        let walmu = app.coach("pekka").await;
        assert!(!walmu.get("/paper").await.says("Esivaiheen lomakkeet"));
        let hidden = app.program(&walmu).await.get("/api/v1/paper/forms").await;
        assert_eq!(hidden.status, 404);
    })
    .await;
}
