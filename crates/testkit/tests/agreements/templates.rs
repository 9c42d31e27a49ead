//! Templates of agreements in versions.

use polku_testkit::{Answer, for_each_backend};
use serde_json::json;

use super::ilona;

#[tokio::test]
async fn b3_the_main_user_writes_templates_in_versions() {
    for_each_backend(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        let paula = app.main_user("paula").await;
        let keeper = app.program(&paula).await;
        let title = "/admin/agreement-templates";
        assert!(matches!(maija.get(title).await.status, 403 | 404), "a coach keeps no templates");
        assert!(paula.get("/admin").await.says("Sopimuspohjat"));
        assert!(paula.get(title).await.says("Pajajakson sopimus"));
        let draft = paula.post(title, &[("from", "workshop.1")]).await;
        let draft = draft.location().to_owned();
        let page = paula.get(&draft).await;
        assert!(page.says("versio 2") && page.says("{client-name}"), "{}", page.body);
        let fields = |fi: &'static str, version: &'static str, then: &'static str| {
            [("version", version), ("title_fi", "Pajasopimus"), ("title_sv", "Verkstadsavtal"), ("title_en", "Workshop"),
                ("text_fi", fi), ("text_sv", "Plats: {place}"), ("text_en", "Place: {place}"), ("do", then)]
        };
        let unknown = paula.post(&draft, &fields("Hei {etunimi}, paikka {place}", "1", "use")).await;
        assert!(unknown.status == 422 && unknown.says("Kenttää ”etunimi” ei ole."), "{}", unknown.body);
        assert_eq!(paula.post(&draft, &fields("Paikka: {place}", "1", "save")).await.status, 303);
        let stale = paula.post(&draft, &fields("Toinen teksti {place}", "1", "save")).await;
        assert!(stale.status == 422 && stale.says("Joku muu tallensi pohjan sillä välin.") && stale.says("Toinen teksti"));
        assert_eq!(paula.post(&draft, &fields("Paikka: {place}", "2", "use")).await.status, 303);
        let offered = maija.get(&format!("/clients/{client}/agreements/new")).await;
        assert!(offered.says("Pajasopimus") && !offered.says("Pajajakson sopimus"), "{}", offered.body);
        let changed = paula.post(&draft, &fields("Muutos {place}", "4", "save")).await;
        assert_eq!(changed.status, 422, "one in use does not change");
        assert_eq!(paula.post(&format!("{draft}/standing"), &[("to", "retired")]).await.status, 303);
        assert_eq!(paula.post(&format!("{title}/workshop.1/standing"), &[("to", "in-use")]).await.status, 303);

        let list = keeper.get("/api/v1/agreement-templates").await.json();
        assert_eq!(list.as_array().expect("a list").len(), 4);
        let content = json!({ "title_fi": "A", "title_sv": "B", "title_en": "C", "text_fi": "{place}", "text_sv": "{place}", "text_en": "{lapsi}" });
        let refused = keeper.post("/api/v1/agreement-templates", &json!({ "content": content })).await;
        assert_eq!((refused.status, &refused.json()["errors"][0]["field"]), (422, &json!("text_en")));
        assert!(refused.says("lapsi"), "the field is named: {}", refused.body);
        let made = keeper.post("/api/v1/agreement-templates", &json!({ "from": "work.1" })).await;
        assert_eq!(made.status, 201, "{}", made.body);
        let one = made.location().to_owned();
        let mut mended = content.clone();
        mended["text_en"] = json!("{place}");
        assert_eq!(keeper.put(&one, "\"1\"", &mended).await.status, 200);
        assert_eq!(keeper.put(&one, "\"1\"", &mended).await.status, 412);
        let used = keeper.put(&format!("{one}/standing"), "\"2\"", &json!({ "to": "in-use" })).await;
        assert_eq!(used.json()["standing"], json!("in-use"), "{}", used.body);
        assert_eq!(keeper.get(&one).await.json()["content"]["title"]["fi"], json!("A"));
        let spare = keeper.post("/api/v1/agreement-templates", &json!({ "from": "activity.1" })).await;
        assert_eq!(keeper.send("DELETE", spare.location(), &[], None).await.status, 204);
        let discarded = paula.post(title, &[("from", "")]).await;
        let empty = paula.post(&format!("{}/standing", discarded.location()), &[("to", "in-use")]).await;
        assert_eq!(empty.status, 422, "an empty one is not put to use: {}", empty.body);
        assert_eq!(paula.post(&format!("{}/standing", discarded.location()), &[("to", "discarded")]).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn b3_two_main_users_who_begin_the_next_version_at_once_go_on_with_one_draft() {
    for_each_backend(|app| async move {
        let (paula, petra) = (app.main_user("paula").await, app.main_user("petra").await);
        let title = "/admin/agreement-templates";
        let from = [("from", "work.1")];
        let (one, other) = tokio::join!(paula.post(title, &from), petra.post(title, &from));
        assert_eq!(
            (one.status, other.status),
            (303, 303),
            "{} {}",
            one.body,
            other.body
        );
        assert_eq!(one.location(), other.location(), "both are led to the one draft");
        let told = |answer: &Answer| {
            let set = answer.headers.get_all("set-cookie").iter();
            set.filter_map(|value| value.to_str().ok())
                .any(|value| value.contains("warning.agreement-templates-begun-already"))
        };
        assert_ne!(told(&one), told(&other), "whoever came second is told");
        let later = petra.post(title, &from).await;
        assert!(told(&later) && later.location() == one.location());
        let keeper = app.program(&paula).await;
        let refused = keeper
            .post("/api/v1/agreement-templates", &json!({ "from": "work.1" }))
            .await;
        assert_eq!(refused.status, 409, "{}", refused.body);
        assert!(refused.json()["detail"].is_string(), "{}", refused.body);
        let list = keeper.get("/api/v1/agreement-templates").await.json();
        let drafts = list
            .as_array()
            .expect("a list")
            .iter()
            .filter(|one| one["standing"] == "draft");
        assert_eq!(drafts.count(), 1);
    })
    .await;
}
