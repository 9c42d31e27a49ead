//! What is typed into an assessment: by two at once, too late, or so that it does not fit.

use polku_testkit::{for_each_backend, on_sqlite};
use serde_json::{Value, json};

use super::{COPING, begun, completed, ilona, rhythm};

#[tokio::test]
async fn b7_two_who_edit_one_assessment_see_both_and_nothing_is_lost() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&program, client, COPING, "start", "").await;
        let api = format!("/api/v1{address}");
        assert_eq!(
            program
                .put(&api, "\"1\"", &json!({ "answers": { "on-time": "5" } }))
                .await
                .status,
            200
        );
        let stale = [
            ("version", "1"),
            ("item-on-time", "2"),
            ("item-helps", "Tauot"),
            ("do", "keep"),
        ];
        let page = maija.post(&address, &stale).await;
        assert_eq!(page.status, 422);
        assert!(
            page.says("Tallennettu nyt: 5 lähes aina") && page.says("Tauot"),
            "both are shown"
        );
        assert_eq!(program.put(&api, "\"1\"", &json!({})).await.status, 412);
        let script = maija.post(&format!("{address}/keep"), &stale).await;
        assert_eq!(script.status, 409);
        let fresh = [("version", "2"), ("item-on-time", "2"), ("do", "script")];
        let kept = maija.post(&format!("{address}/keep"), &fresh).await;
        assert_eq!((kept.status, kept.etag()), (204, "\"3\""));

        let done = program
            .post(&format!("{api}/completion"), &json!({ "version": 3 }))
            .await;
        assert_eq!(done.status, 200, "{}", done.body);
        let late = maija
            .post(
                &address,
                &[("version", "3"), ("item-helps", "Myöhästynyt"), ("do", "keep")],
            )
            .await;
        assert!(
            late.status == 422 && late.says("Myöhästynyt"),
            "what came too late is shown beside"
        );
    })
    .await;
}

#[tokio::test]
async fn b7_a_complete_assessment_does_not_change_and_a_correction_stands_beside_it() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = completed(&program, client, "start", "", 2).await;
        let api = format!("/api/v1{address}");
        assert_eq!(
            program
                .put(&api, "\"3\"", &json!({ "answers": rhythm(5) }))
                .await
                .status,
            412
        );
        let begun = maija.post(&format!("{address}/correct"), &[]).await;
        assert_eq!(begun.status, 303);
        assert_ne!(begun.location(), address);
        let same = program.post(&format!("{api}/correction"), &json!({})).await;
        assert_eq!(
            same.location(),
            format!("/api/v1{}", begun.location()),
            "one correction at a time"
        );
        let form = [
            ("version", "1"),
            ("item-on-time", "4"),
            ("item-telling", "4"),
            ("item-breaks", "4"),
            ("do", "complete"),
        ];
        assert_eq!(maija.post(begun.location(), &form).await.status, 303);
        assert!(maija.get(&address).await.says("Tämä arviointi on korjattu."));
        let all = program
            .get(&format!("/api/v1/clients/{client}/assessments"))
            .await
            .json();
        let states: Vec<&Value> = all
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| &one["state"])
            .collect();
        assert_eq!(states, [&json!("corrected"), &json!("complete")]);
    })
    .await;
}

#[tokio::test]
async fn b7_answers_that_do_not_fit_are_told_and_nothing_is_lost() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let list = format!("/clients/{client}/assessments");
        let nothing = maija.post(&list, &[("dated", "huomenna")]).await;
        assert_eq!(nothing.status, 422);
        assert!(nothing.says("Valitse mittari.") && nothing.says("Kirjoita tämä päivä tai mennyt päivä."));
        let address = begun(&program, client, COPING, "start", "").await;
        let form = [
            ("version", "1"),
            ("item-on-time", "9"),
            ("item-helps", "Tauot"),
            ("do", "complete"),
        ];
        let wrong = maija.post(&address, &form).await;
        assert!(wrong.status == 422 && wrong.says("Valitse vastaus asteikolta.") && wrong.says("Tauot"));
        let api = format!("/api/v1{address}");
        for answers in [
            json!({ "made-up": "3" }),
            json!({ "on-time": "usein" }),
            json!({ "helps": "a".repeat(5_001) }),
        ] {
            let refused = program.put(&api, "\"1\"", &json!({ "answers": answers })).await;
            assert_eq!(
                (refused.status, &refused.json()["errors"][0]["field"]),
                (422, &json!("answers"))
            );
        }
        let empty = maija
            .post(&address, &[("version", "1"), ("do", "complete")])
            .await;
        assert!(empty.status == 422 && empty.says("Vastaa vähintään yhteen kysymykseen"));
        let client_only = begun(&program, client, "effectiveness.1", "end", "").await;
        let first = maija
            .post(&client_only, &[("version", "1"), ("do", "complete")])
            .await;
        assert!(first.status == 422 && first.says("Tähän mittariin vastaa asiakas."));
        assert_eq!(
            maija.post(&format!("{client_only}/discard"), &[]).await.status,
            303
        );
        assert_eq!(program.send("DELETE", &api, &[], None).await.status, 204);
        assert_eq!(maija.get(&address).await.status, 404);
    })
    .await;
}
