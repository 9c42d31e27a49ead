//! Statement texts in editions.

use polku_testkit::for_each_backend;
use serde_json::json;

use super::{given, ilona};

#[tokio::test]
async fn c1_statement_texts_are_written_and_published_and_then_never_change() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let paula = app.main_user("paula").await;
        let keeper = app.program(&paula).await;
        assert!(paula.get("/consent-statements").await.says("Suostun siihen"));
        assert!(
            paula
                .get("/consent-statements/new?kind=disclosure")
                .await
                .says("Suostun siihen")
        );
        assert_eq!(maija.get("/consent-statements").await.status, 403);
        let first = given(&program, client, json!({})).await;

        let long = "Saatte antaa tietoni sille, joka on mainittu tässä lomakkeessa.";
        let short = [
            ("kind", "disclosure"),
            ("text_fi", "Joo"),
            ("text_sv", long),
            ("text_en", long),
        ];
        let page = paula.post("/consent-statements", &short).await;
        assert!(page.status == 422 && page.says("Kirjoita teksti kokonaan") && page.says("Joo"));
        let body = json!({ "kind": "disclosure", "text_fi": long, "text_sv": long, "text_en": long });
        let draft = keeper.post("/api/v1/consent-statements", &body).await;
        assert_eq!(draft.status, 201, "{}", draft.body);
        let id = draft.json()["id"].as_str().expect("an id").to_owned();
        assert_eq!(
            keeper.post("/api/v1/consent-statements", &body).await.status,
            422,
            "one draft at a time"
        );
        let address = format!("/consent-statements/{id}");
        let other = format!("{long} Kiitos.");
        let changed = json!({ "text_fi": other, "text_sv": long, "text_en": long });
        assert_eq!(
            keeper
                .put(&format!("/api/v1{address}"), "\"1\"", &changed)
                .await
                .status,
            200
        );
        assert_eq!(
            keeper
                .put(&format!("/api/v1{address}"), "\"1\"", &changed)
                .await
                .status,
            412
        );
        let stale = [
            ("version", "1"),
            ("text_fi", long),
            ("text_sv", long),
            ("text_en", long),
        ];
        let page = paula.post(&address, &stale).await;
        assert!(page.status == 422 && page.says("Kiitos."), "both are shown");
        assert_eq!(paula.post(&format!("{address}/publish"), &[]).await.status, 303);
        let late = keeper.put(&format!("/api/v1{address}"), "\"3\"", &changed).await;
        assert_eq!(
            (late.status, &late.json()["errors"][0]["key"]),
            (422, &json!("consent-texts-published-stays"))
        );
        assert!(paula.get(&address).await.says("Kiitos."));

        let withdrawn = format!("/api/v1/clients/{client}/consents/{first}/withdraw");
        assert_eq!(program.post(&withdrawn, &json!({})).await.status, 200);
        let second = given(&program, client, json!({})).await;
        let read = |id: String| {
            let address = format!("/api/v1/clients/{client}/consents/{id}");
            let program = program.clone();
            async move { program.get(&address).await.json() }
        };
        let (first, second) = (read(first).await, read(second).await);
        assert_eq!((&first["edition"], &second["edition"]), (&json!(0), &json!(1)));
        assert_eq!(second["text"], json!(other));
        assert!(
            first["text"].as_str().expect("a text").starts_with("Suostun"),
            "what was read then stays"
        );
        let all = keeper.get("/api/v1/consent-statements").await.json();
        assert_eq!(all[0]["state"], json!("published"));
    })
    .await;
}
