//! Two who edit one agreement, and what is typed before it is sent.

use polku_testkit::for_each_backend;
use serde_json::json;

use super::{begun, ilona, token, turned};

#[tokio::test]
async fn b3_two_people_who_edit_one_lose_nothing_and_an_unknown_field_is_named() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&maija, client).await;
        let terms = |place: &str, text: &str| {
            vec![("version", "1".to_owned()), ("title", "Sopimus".to_owned()), ("starts_on", "30.11.2026".to_owned()),
                ("ends_on", "28.5.2027".to_owned()), ("place", place.to_owned()), ("text", text.to_owned())]
        };
        let send = |fields: Vec<(&'static str, String)>| {
            let (maija, address) = (&maija, address.as_str());
            async move {
                let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                maija.post(address, &fields).await
            }
        };
        let unknown = send(terms("Halli 4", "Hei {asiakkaan-nimi}")).await;
        assert_eq!(unknown.status, 422);
        assert!(unknown.says("asiakkaan-nimi”") && unknown.says("Halli 4"), "what was typed stays: {}", unknown.body);
        let body = json!({ "title": "x", "starts_on": "30.11.2026", "text": "Hei {asiakkaan-nimi}" });
        let by_program = program.put(&format!("/api/v1{address}"), "\"1\"", &body).await;
        let detail = by_program.json()["errors"][0]["detail"].as_str().expect("words").to_owned();
        assert!(by_program.status == 422 && detail.contains("asiakkaan-nimi"), "{}", by_program.body);
        assert_eq!(send(terms("Halli 4", "Paikka: {place}. {goals}")).await.status, 303);
        let second = send(terms("Halli 5", "Paikka: {place}.")).await;
        assert_eq!(second.status, 422);
        assert!(second.says("tallensi luonnoksen sillä välin") && second.says("Halli 4") && second.says("Halli 5"), "{}", second.body);
        let stale = program.put(&format!("/api/v1{address}"), "\"1\"", &json!({ "title": "x", "starts_on": "30.11.2026", "text": "x" })).await;
        assert_eq!(stale.status, 412, "{}", stale.body);
        let lacking = turned(&maija, &address, "2", "proposed").await;
        assert!(lacking.status == 422 && lacking.says("Sopimuksen teksti käyttää tätä tietoa."), "{}", lacking.body);

        let whole = json!({ "title": "Sopimus", "starts_on": "30.11.2026", "text": "Paikka: {place}.", "place": "Halli 4" });
        assert_eq!(program.put(&format!("/api/v1{address}"), "\"2\"", &whole).await.status, 200);
        let proposed = program.put(&format!("/api/v1{address}/state"), "\"3\"", &json!({ "state": "proposed" })).await;
        assert_eq!(proposed.json()["state"], json!("proposed"), "{}", proposed.body);
        let late = send(terms("Halli 6", "Myöhään kirjoitettu")).await;
        assert!(late.status == 422 && late.says("Myöhään kirjoitettu"), "{}", late.body);
        let link = program.post(&format!("/api/v1{address}/link"), &json!({})).await;
        assert_eq!(link.status, 201, "{}", link.body);
        let given = format!("/sign/{}", token(&link));
        assert_eq!(app.stranger().get(&given).await.status, 200);
        let revoked = program.send("DELETE", &format!("/api/v1{address}/link"), &[], None).await;
        assert_eq!((revoked.status, app.stranger().get(&given).await.status), (204, 404));
        let link = maija.post(&format!("{address}/link"), &[]).await;
        assert_eq!(maija.post(&format!("{address}/link/revoke"), &[]).await.status, 303);
        assert_eq!(app.stranger().get(&format!("/sign/{}", token(&link))).await.status, 404);
        assert_eq!(turned(&maija, &address, "4", "draft").await.status, 303);
        assert!(maija.get(&format!("{address}/discard")).await.says("Poistetaanko luonnos?"));
        assert_eq!(maija.post(&format!("{address}/discard"), &[("version", "5")]).await.status, 303);
        assert_eq!(maija.get(&address).await.status, 404);

        let given_up = begun(&maija, client).await;
        assert_eq!(turned(&maija, &given_up, "1", "proposed").await.status, 303);
        assert_eq!(turned(&maija, &given_up, "2", "lapsed").await.status, 303);
        assert!(maija.get(&given_up).await.says("rauennut"));
        let another = begun(&maija, client).await;
        let gone = program.send("DELETE", &format!("/api/v1{another}"), &[("if-match", "\"1\"")], None).await;
        assert_eq!(gone.status, 204, "{}", gone.body);
        assert_eq!(program.get(&format!("/api/v1/clients/{client}/agreements")).await.json().as_array().expect("a list").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn b3_what_is_typed_is_kept_as_a_draft_and_taken_up_again_b5() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&maija, client).await;
        let agreement = address.rsplit('/').next().expect("an id");
        let keep = |draft: &'static str, place: &'static str| {
            let (program, address) = (&program, format!("/api/v1/clients/{client}/drafts/{draft}"));
            let fields = json!({ "version": ["1"], "title": ["Sopimus"], "place": [place] });
            let body = json!({ "kind": "agreement", "target": agreement, "fields": fields });
            async move {
                program
                    .send("PUT", &address, &[("if-none-match", "*")], Some(&body))
                    .await
            }
        };
        let draft = "0198c0de-0000-7000-8000-0000000000ab";
        assert_eq!(keep(draft, "Melkein hallissa").await.status, 201);
        let begun_on = format!("{address}/edit?draft={draft}");
        assert!(maija.get("/").await.says(&begun_on), "the day's page leads there");
        assert!(
            maija
                .get(&format!("{address}/edit"))
                .await
                .says("Melkein hallissa")
        );
        let fields = [
            ("version", "1"),
            ("title", "Sopimus"),
            ("starts_on", "30.11.2026"),
            ("place", "Halli 4"),
            ("text", "Paikka: {place}."),
            ("draft", draft),
        ];
        assert_eq!(maija.post(&address, &fields).await.status, 303);
        let again = maija.get(&format!("{address}/edit")).await;
        assert!(
            !again.says("Melkein hallissa") && again.says("Halli 4"),
            "it is finished"
        );

        let late = "0198c0de-0000-7000-8000-0000000000ac";
        assert_eq!(keep(late, "Myöhään kirjoitettu").await.status, 201);
        assert_eq!(turned(&maija, &address, "2", "proposed").await.status, 303);
        let over = maija.get(&format!("{address}/edit?draft={late}")).await;
        assert!(
            over.says("Myöhään kirjoitettu") && over.says("Hylkää luonnos"),
            "what was typed is not lost: {}",
            over.body
        );
        assert_eq!(turned(&maija, &address, "3", "draft").await.status, 303);
        assert_eq!(
            maija
                .post(&format!("{address}/discard"), &[("version", "4")])
                .await
                .status,
            303
        );
        assert!(
            !maija.get("/").await.says(late),
            "a draft goes with what it was about"
        );
    })
    .await;
}
