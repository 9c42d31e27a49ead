//! What is typed into a statement: by two at once, beside the record, as a draft, or so that it is none.

use polku_testkit::{for_each_backend, on_sqlite};
use serde_json::json;

use super::{Story, section};

#[tokio::test]
async fn b8_two_people_who_write_one_statement_lose_nothing() {
    for_each_backend(|app| async move {
        let story = Story::begin(&app).await;
        let address = story.draft("interim_report").await;
        let mine = [("version", "1"), ("text-appraisal", "Maijan sanat")];
        assert_eq!(story.maija.post(&address, &mine).await.status, 303);
        let other = [
            ("version", "1"),
            ("text-appraisal", "Annan sanat"),
            ("text-goals", "Oma teksti"),
        ];
        let page = story.anna.post(&address, &other).await;
        assert_eq!(page.status, 422);
        assert!(
            page.says("Maijan sanat") && page.says("Annan sanat") && page.says("Oma teksti"),
            "both are shown"
        );
        assert!(page.says("Maija Työntekijä tallensi lausunnon sillä välin"));
        assert!(
            page.says("name=\"version\" value=\"2\""),
            "what was shown is decided by saving again"
        );
        let decided = [("version", "2"), ("text-appraisal", "Molempien sanat")];
        assert_eq!(story.anna.post(&address, &decided).await.status, 303);
        let stored = story.stored(&address).await;
        assert_eq!(section(&stored, "appraisal"), Some("Molempien sanat"));
        let late = json!({ "sections": { "appraisal": "myöhässä" } });
        assert_eq!(
            story
                .program
                .put(&format!("/api/v1{address}"), "\"2\"", &late)
                .await
                .status,
            412
        );
    })
    .await;
}

#[tokio::test]
async fn b8_a_section_is_taken_from_the_record_again_and_what_was_typed_stays_in_sight() {
    on_sqlite(|app| async move {
        let story = Story::begin(&app).await;
        let address = story.draft("interim_report").await;
        story
            .make("goals", &json!({ "title": "Oppisopimuspaikka", "target": "3" }))
            .await;
        let fields = [
            ("version", "1"),
            ("part", "goals"),
            ("text-goals", "Omin sanoin"),
            ("text-appraisal", "Kesken"),
        ];
        let page = story.maija.post(&format!("{address}/again"), &fields).await;
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(page.says("Oppisopimuspaikka") && page.says("Omin sanoin") && page.says("Kesken"));
        assert_eq!(
            story.stored(&address).await["version"],
            1,
            "nothing is stored by it"
        );
        let record = story
            .program
            .get(&format!("/api/v1{address}/record"))
            .await
            .json();
        assert!(
            record["sections"]["goals"]
                .as_str()
                .expect("goals")
                .contains("Oppisopimuspaikka")
        );
    })
    .await;
}

#[tokio::test]
async fn b8_what_is_typed_is_kept_as_a_draft_and_taken_up_again() {
    on_sqlite(|app| async move {
        let story = Story::begin(&app).await;
        let address = story.draft("interim_report").await;
        let statement = address.rsplit('/').next().expect("an id");
        let draft = "0198c0de-0000-7000-8000-0000000000aa";
        let body = json!({ "kind": "statement", "target": statement, "fields": { "version": ["1"],
            "text-appraisal": ["Melkein valmis"] } });
        let drafts = format!("/api/v1/clients/{}/drafts/{draft}", story.client);
        let saved = story
            .program
            .send("PUT", &drafts, &[("if-none-match", "*")], Some(&body))
            .await;
        assert_eq!(saved.status, 201, "{}", saved.body);
        assert!(
            story
                .maija
                .get("/")
                .await
                .says(&format!("{address}/edit?draft={draft}"))
        );
        let editor = story.maija.get(&format!("{address}/edit")).await;
        assert!(editor.says("Melkein valmis"));
        let fields = [("version", "1"), ("text-appraisal", "Valmis"), ("draft", draft)];
        assert_eq!(story.maija.post(&address, &fields).await.status, 303);
        assert!(
            !story
                .maija
                .get(&format!("{address}/edit"))
                .await
                .says("Melkein valmis"),
            "the draft is finished"
        );
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_a_statement_is_told_what_to_mend() {
    on_sqlite(|app| async move {
        let story = Story::begin(&app).await;
        assert!(
            story
                .maija
                .get(&format!("{}/new", story.statements()))
                .await
                .says("Kenelle?")
        );
        let fields = [
            ("kind", "final_statement"),
            ("from", "10.11."),
            ("until", "1.11."),
            ("recipient", "nobody"),
        ];
        let page = story.maija.post(&story.statements(), &fields).await;
        assert_eq!(page.status, 422);
        assert!(
            page.says("Päättymispäivä on ennen alkamispäivää")
                && page.says("Valitse vastaanottaja luettelosta")
        );
        assert!(page.says("value=\"10.11.\""), "what was typed stays");
        let address = story.draft("final_statement").await;
        let long = "a".repeat(10_001);
        let page = story
            .maija
            .post(&address, &[("version", "1"), ("text-appraisal", &long)])
            .await;
        assert!(page.status == 422 && page.says("enintään 10 000 merkkiä"));
        let foreign = [
            ("version", "1"),
            ("entries", "0198c0de-0000-7000-8000-000000000001"),
        ];
        let page = story.maija.post(&address, &foreign).await;
        assert!(page.status == 422 && page.says("tämän asiakkaan päiväkirjasta"));
        let state = json!({ "state": "burnt" });
        let wrong = story
            .program
            .put(&format!("/api/v1{address}/state"), "\"1\"", &state)
            .await;
        assert_eq!(wrong.status, 422);
        let discarded = story
            .maija
            .post(&format!("{address}/discard"), &[("version", "1")])
            .await;
        assert_eq!(
            (discarded.status, discarded.location()),
            (303, story.statements().as_str())
        );
        assert_eq!(story.maija.get(&address).await.status, 404);
    })
    .await;
}
