//! What is signed stays as it is; a correction is a new version.

use polku_testkit::{for_each_backend, on_sqlite};
use serde_json::json;

use super::Story;

#[tokio::test]
async fn b8_what_is_signed_is_never_changed_and_not_signed_twice() {
    for_each_backend(|app| async move {
        let story = Story::begin(&app).await;
        let address = story.draft("final_statement").await;
        story.signed(&address).await;
        let before = story.stored(&address).await;
        let version = before["version"].to_string();

        let again = story
            .anna
            .post(&format!("{address}/sign"), &[("version", &version)])
            .await;
        assert_eq!(again.status, 422);
        assert!(again.says("Lausunto on jo allekirjoitettu."));
        let written = story
            .maija
            .post(
                &address,
                &[("version", &version), ("text-appraisal", "Jälkikäteen")],
            )
            .await;
        assert_eq!(written.status, 422);
        assert!(
            written.says("Jälkikäteen"),
            "what was typed is still there to be read"
        );
        assert_eq!(story.maija.get(&format!("{address}/edit")).await.status, 422);
        let discarded = story
            .maija
            .post(&format!("{address}/discard"), &[("version", &version)])
            .await;
        assert_eq!(discarded.status, 422);
        assert_eq!(story.maija.get(&format!("{address}/discard")).await.status, 422);
        let state = json!({ "state": "draft" });
        let etag = format!("\"{version}\"");
        let back = story
            .managers
            .put(&format!("/api/v1{address}/state"), &etag, &state)
            .await;
        assert_eq!(back.status, 422, "{}", back.body);
        let gone = story
            .managers
            .send(
                "DELETE",
                &format!("/api/v1{address}"),
                &[("if-match", &etag)],
                None,
            )
            .await;
        assert_eq!(gone.status, 422);
        assert_eq!(story.stored(&address).await, before);
    })
    .await;
}

#[tokio::test]
async fn b8_one_signs_what_one_has_read() {
    on_sqlite(|app| async move {
        let story = Story::begin(&app).await;
        let address = story.draft("final_statement").await;
        assert!(
            story
                .anna
                .get(&format!("{address}/sign"))
                .await
                .says("name=\"version\" value=\"1\"")
        );
        story
            .maija
            .post(&address, &[("version", "1"), ("text-appraisal", "Muutos")])
            .await;
        let late = story
            .anna
            .post(&format!("{address}/sign"), &[("version", "1")])
            .await;
        assert_eq!(late.status, 422);
        assert!(late.says("Lue se uudelleen") && late.says("Muutos") && late.says("value=\"2\""));
        assert_eq!(story.stored(&address).await["state"], "draft");
    })
    .await;
}

#[tokio::test]
async fn b8_a_correction_is_a_new_version_and_an_old_one_is_not_corrected() {
    for_each_backend(|app| async move {
        let story = Story::begin(&app).await;
        let first = story.draft("final_statement").await;
        let early = story.maija.post(&format!("{first}/correct"), &[]).await;
        assert!(early.status == 422 && early.says("ei ole allekirjoitettu"));
        story.signed(&first).await;
        let begun = story.maija.post(&format!("{first}/correct"), &[]).await;
        assert_eq!(begun.status, 303, "{}", begun.body);
        let second = begun.location().trim_end_matches("/edit").to_owned();
        let twice = story.maija.post(&format!("{first}/correct"), &[]).await;
        assert!(twice.status == 422 && twice.says("on jo tekeillä korjattu versio"));
        assert!(story.maija.get(&first).await.says("on tekeillä korjattu versio"));
        story
            .maija
            .post(&second, &[("version", "1"), ("text-appraisal", "Oikein")])
            .await;
        story.signed(&second).await;
        assert!(
            story
                .maija
                .get(&first)
                .await
                .says("Tämän lausunnon on korvannut uudempi.")
        );
        assert!(story.maija.get(&second).await.says("Korvaa aiemman lausunnon"));
        let old = story
            .program
            .post(&format!("/api/v1{first}/corrections"), &json!({}))
            .await;
        assert_eq!(
            (old.status, &old.json()["errors"][0]["key"]),
            (422, &json!("statements-corrected-already"))
        );
        let newest = story
            .program
            .post(&format!("/api/v1{second}/corrections"), &json!({}))
            .await;
        assert_eq!((newest.status, &newest.json()["state"]), (201, &json!("draft")));
    })
    .await;
}
