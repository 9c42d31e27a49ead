//! Decisions, client narratives, feedback (B13) and histories (A4): `/clients/{client}/decisions`, `/narratives`,
//! `/feedback` and `/histories`, and what is below them, such as `/histories/{item}`.

use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::json;

async fn ilona(app: &TestApp) -> (Browser, Browser, Program, SubjectId) {
    let (maija, anna) = (app.coach("maija").await, app.manager("anna").await);
    let program = app.program(&anna).await;
    let client = Client::named("Malli", "Ilona").of(&maija, app).await;
    (maija, anna, program, client)
}

#[tokio::test]
async fn b13_a_decision_says_what_by_whom_on_which_section_and_how_the_client_was_told() {
    for_each_backend(|app| async move {
        let (maija, anna, program, client) = ilona(&app).await;
        let list = format!("/clients/{client}/decisions");
        assert!(maija.get(&list).await.says("Päätöksiä ei ole kirjattu."));
        assert_eq!(
            maija.get(&format!("{list}/new")).await.status,
            404,
            "a coach decides nothing here"
        );
        assert!(
            anna.get(&format!("/clients/{client}/decisions/new"))
                .await
                .says("Laki, johon päätös perustuu")
        );
        let mut fields = vec![
            ("what", "Jakso jatkuu kolme kuukautta."),
            ("reasons", "Tavoitteet ovat kesken."),
            ("decided_by", "Palvelupäällikkö"),
            ("decided_on", "20.11.2026"),
            ("act", "Laki kuntouttavasta työtoiminnasta (189/2001)"),
            ("section", "13 §"),
            ("appeal", ""),
        ];
        let page = anna.get(&format!("{list}/new")).await;
        if page.says("Muutoksenhaku") {
            let refused = anna.post(&list, &fields).await;
            assert!(refused.status == 422 && refused.says("Kirjoita muutoksenhakuohje."));
            fields[6].1 = "Oikaisua vaaditaan 30 päivässä.";
        }
        let made = anna.post(&list, &fields).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let address = made.location().to_owned();
        let page = maija.get(&address).await;
        assert!(page.says("Jakso jatkuu kolme kuukautta.") && page.says("189/2001") && page.says("13 §"));
        assert!(
            page.says("antamatta tiedoksi") && !page.says("Kirjaa tiedoksianto"),
            "a coach reads it"
        );

        let early = anna
            .post(
                &format!("{address}/notice"),
                &[("by", "letter"), ("on", "1.11.2026")],
            )
            .await;
        assert!(early.status == 422 && early.says("Tiedoksianto ei voi olla ennen päätöstä."));
        assert_eq!(
            anna.post(&format!("{address}/notice"), &[("by", "letter"), ("on", "")])
                .await
                .status,
            303
        );
        assert!(maija.get(&address).await.says("kirjeellä"));
        let twice = program
            .put(
                &format!("/api/v1{address}/notice"),
                "\"1\"",
                &json!({ "by": "letter" }),
            )
            .await;
        assert_eq!(
            (twice.status, &twice.json()["errors"][0]["key"]),
            (422, &json!("decisions-notified-already"))
        );
    })
    .await;
}

#[tokio::test]
async fn b13_a_decision_is_replaced_and_never_changed() {
    for_each_backend(|app| async move {
        let (_, anna, program, client) = ilona(&app).await;
        let list = format!("/api/v1/clients/{client}/decisions");
        let body = |what: &str, replaces: &str| {
            json!({ "what": what, "decided_by": "Palvelupäällikkö", "act": "189/2001", "section": "13 §",
                "appeal": "Ei muutoksenhakua: hallintosopimus.", "replaces": replaces })
        };
        let first = program.post(&list, &body("Kolme kuukautta.", "")).await;
        assert_eq!(first.status, 201, "{}", first.body);
        let first = first.json()["id"].as_str().expect("an id").to_owned();
        let second = program.post(&list, &body("Kaksi kuukautta.", &first)).await;
        assert_eq!(second.status, 201, "{}", second.body);
        let again = program.post(&list, &body("Yksi kuukausi.", &first)).await;
        assert_eq!(
            (again.status, &again.json()["errors"][0]["key"]),
            (422, &json!("decisions-replaced-already"))
        );
        let stored = program.get(&format!("{list}/{first}")).await.json();
        assert_eq!(
            (&stored["what"], &stored["replaced_by"]),
            (&json!("Kolme kuukautta."), &second.json()["id"])
        );
        let page = anna.get(&format!("/clients/{client}/decisions/{first}")).await;
        assert!(page.says("Tämän päätöksen on korvannut uudempi."));
        assert_eq!(
            program.get(&list).await.json().as_array().expect("a list").len(),
            2
        );
        let mut wrong = body("", "");
        wrong["act"] = json!("1/1900");
        let refused = program.post(&list, &wrong).await;
        let fields: Vec<_> = refused.json()["errors"]
            .as_array()
            .expect("errors")
            .iter()
            .map(|error| error["field"].clone())
            .collect();
        assert_eq!((refused.status, json!(fields)), (422, json!(["what", "act"])));
    })
    .await;
}

#[tokio::test]
async fn b13_a_narrative_keeps_the_original_beside_its_correction() {
    for_each_backend(|app| async move {
        let (maija, _, program, client) = ilona(&app).await;
        let list = format!("/clients/{client}/narratives");
        assert!(maija.get(&list).await.says("Asiakaskertomusta ei ole vielä."));
        assert!(maija.get(&format!("{list}/new")).await.says("Kertomus"));
        let empty = maija.post(&list, &[("heading", ""), ("text", "Kesken"), ("dated", "")]).await;
        assert!(empty.status == 422 && empty.says("Kirjoita otsikko.") && empty.says("Kesken"));
        let fields = [("heading", "Syksy"), ("text", "Aloitti puupajalla."), ("dated", "20.11.")];
        let told = maija.post(&list, &fields).await;
        assert_eq!(told.status, 303, "{}", told.body);
        let address = told.location().to_owned();
        assert!(maija.get(&format!("{address}/correct")).await.says("Aiempi teksti säilyy"));
        let corrected = [("version", "1"), ("heading", "Syksy"), ("text", "Aloitti metallipajalla."), ("dated", "20.11."), ("reason", "väärä paja")];
        assert_eq!(maija.post(&format!("{address}/correct"), &corrected).await.status, 303);
        let page = maija.get(&address).await;
        assert!(page.says("Aloitti metallipajalla.") && page.says("Aloitti puupajalla.") && page.says("väärä paja"));
        let stale = maija.post(&format!("{address}/correct"), &corrected).await;
        assert!(stale.status == 422 && stale.says("Joku muu korjasi kertomusta sillä välin."));
        let body = program.get(&format!("/api/v1{address}")).await.json();
        assert_eq!((&body["version"], body["earlier"].as_array().expect("earlier").len()), (&json!(2), 1));
        let same = json!({ "heading": "Syksy", "text": "Aloitti metallipajalla.", "dated": "2026-11-20", "reason": "x" });
        assert_eq!(program.put(&format!("/api/v1{address}"), "\"2\"", &same).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn b13_feedback_is_taken_down_by_a_coach_and_read_by_a_manager() {
    for_each_backend(|app| async move {
        let (maija, anna, program, client) = ilona(&app).await;
        assert!(
            maija
                .get(&format!("/clients/{client}"))
                .await
                .says("Pyydä palaute")
        );
        let form = maija.get(&format!("/clients/{client}/feedback/new")).await;
        assert!(form.says("Valmentajasi ei näe vastauksiasi"), "{}", form.body);
        let path = format!("/clients/{client}/feedback");
        let empty = maija.post(&path, &[("good", " ")]).await;
        assert!(empty.status == 422 && empty.says("Vastaa ainakin yhteen kohtaan."));
        let fields = [
            ("helped", "4"),
            ("heard", ""),
            ("good", "Ryhmän henki"),
            ("better", "Aamut"),
        ];
        assert_eq!(maija.post(&path, &fields).await.status, 303);
        assert_eq!(
            maija.get("/feedback").await.status,
            404,
            "a coach does not read it again"
        );
        assert!(anna.get("/").await.says("Uusi palaute"));
        let page = anna.get("/feedback").await;
        assert!(
            page.says("Ryhmän henki") && page.says("4 / 5") && page.says("Yksi lukematta"),
            "{}",
            page.body
        );
        let body = program.get("/api/v1/feedback").await.json();
        let id = body["feedback"][0]["id"].as_str().expect("an id").to_owned();
        assert_eq!(anna.post(&format!("{path}/{id}/seen"), &[]).await.status, 303);
        assert!(anna.get("/feedback").await.says("Kaikki on luettu"));
        assert!(!anna.get("/").await.says("Uusi palaute"));
        let seen = program
            .send("PUT", &format!("/api/v1{path}/{id}/seen"), &[], Some(&json!({})))
            .await;
        assert_eq!(seen.status, 204, "once is enough");
        let given = program
            .post(&format!("/api/v1{path}"), &json!({ "recommend": "9" }))
            .await;
        assert_eq!(given.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a4_histories_are_dated_items_with_source_and_necessity() {
    for_each_backend(|app| async move {
        let (maija, _, _, client) = ilona(&app).await;
        let program = app.program(&maija).await;
        let list = format!("/clients/{client}/histories");
        let page = maija.get(&list).await;
        for history in ["Koulutushistoria", "Työhistoria", "Terveyshistoria", "Päihdehistoria"] {
            assert!(page.says(history), "{history}: {}", page.body);
        }
        let school = [("history", "education"), ("what", "Puualan perustutkinto"), ("from", "8/2019"), ("until", "2021"), ("source", "client")];
        assert_eq!(maija.post(&list, &school).await.status, 303);
        let health = [("history", "health"), ("what", "Selkäkipu rajoittaa nostoja"), ("source", "client"), ("necessity", "")];
        let refused = maija.post(&list, &health).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Selkäkipu rajoittaa nostoja"), "what was typed stays");
        let health = [("history", "health"), ("what", "Selkäkipu rajoittaa nostoja"), ("source", "client"), ("necessity", "Työtehtävien valinta")];
        assert_eq!(maija.post(&list, &health).await.status, 303);
        let page = maija.get(&list).await;
        assert!(page.says("8/2019–2021") && page.says("Työtehtävien valinta"), "{}", page.body);

        let items = program.get(&format!("/api/v1{list}")).await.json();
        let school = items.as_array().expect("items").iter().find(|item| item["history"] == "education").expect("school");
        let address = format!("{list}/{}", school["id"].as_str().expect("an id"));
        assert!(maija.get(&format!("{address}/edit")).await.says("value=\"8/2019\""));
        let mended = json!({ "history": "education", "what": "Puualan perustutkinto, kesken", "from": "2019", "source": "client" });
        assert_eq!(program.put(&format!("/api/v1{address}"), "\"1\"", &mended).await.status, 200);
        let stale = [("version", "1"), ("history", "education"), ("what", "Toinen"), ("source", "client")];
        let page = maija.post(&address, &stale).await;
        assert!(page.status == 422 && page.says("kesken") && page.says("Toinen"), "both are shown");
        let moved = json!({ "history": "work", "what": "x", "source": "client" });
        assert_eq!(program.put(&format!("/api/v1{address}"), "\"2\"", &moved).await.status, 422);
        let wrong = [("history", "work"), ("what", ""), ("from", "joskus"), ("source", "client")];
        assert!(maija.post(&list, &wrong).await.says("esimerkiksi 2019 tai 8/2019"));
        assert_eq!(maija.post(&format!("{address}/remove"), &[("version", "2")]).await.status, 303);
        assert_eq!(program.get(&format!("/api/v1{address}")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_register_without_histories_has_none_of_them_a2() {
    on_sqlite(|app| async move {
        let register = app.register("kokko", "kokkotyo").await;
        let kaisa = app.worker_in(register, Role::Coach, "kaisa").await;
        let client = Client::named("Malli", "Ilona").of(&kaisa, &app).await;
        assert_eq!(
            kaisa.get(&format!("/clients/{client}/histories")).await.status,
            404
        );
        assert!(
            !kaisa
                .get(&format!("/clients/{client}/basics"))
                .await
                .says("Taustat")
        );
    })
    .await;
}
