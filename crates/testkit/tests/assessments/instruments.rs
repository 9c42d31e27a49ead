//! Instruments in editions, and the changes that they call reliable.

use polku_testkit::{Answer, for_each_backend, on_sqlite};
use serde_json::json;

use super::{COPING, begun, completed, ilona, rhythm};

#[tokio::test]
async fn b7_a_new_edition_leaves_an_old_assessment_as_it_was_and_one_under_way_can_be_finished() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let paula = app.main_user("paula").await;
        let old = completed(&program, client, "start", "2.11.2026", 2).await;
        let open = begun(&program, client, COPING, "interim", "").await;

        assert!(paula.get("/instruments").await.says("Työssä selviytyminen"));
        let draft = paula.post("/instruments", &[("from", COPING)]).await;
        let draft = draft.location().to_owned();
        let page = paula.get(&draft).await;
        assert!(page.says("luonnos") && page.says("versio 2"));
        let text = definition(&page).replace("Tulee työhön sovittuun aikaan", "Saapuu ajoissa");
        let broken = text.replace("subscale = \"rhythm\"", "subscale = \"rythm\"");
        let wrong = paula
            .post(
                &draft,
                &[("version", "1"), ("definition", &broken), ("do", "publish")],
            )
            .await;
        assert!(
            wrong.status == 422 && wrong.says("osa-aluetta ”rythm” ei ole."),
            "{}",
            wrong.body
        );
        let torn = paula
            .post(
                &draft,
                &[("version", "1"), ("definition", "asks = "), ("do", "save")],
            )
            .await;
        assert!(torn.status == 422 && torn.says("Rivi 1"));
        let published = paula
            .post(
                &draft,
                &[("version", "1"), ("definition", &text), ("do", "publish")],
            )
            .await;
        assert_eq!(published.status, 303, "{}", published.body);
        let late = paula
            .post(&draft, &[("version", "2"), ("definition", &text), ("do", "save")])
            .await;
        assert_eq!(late.status, 422, "a published one never changes");

        assert!(
            maija.get(&old).await.says("Tulee työhön sovittuun aikaan"),
            "as it was"
        );
        let list = maija.get(&format!("/clients/{client}/assessments/new")).await;
        assert!(
            !list.says(&format!("value=\"{COPING}\"")),
            "the old edition is not offered"
        );
        let page = maija.get(&open).await;
        assert!(page.says("Mittarin tämä versio on poistettu käytöstä."));
        let mut form = vec![
            ("version", "1"),
            ("item-on-time", "4"),
            ("item-helps", "Tauot"),
            ("do", "complete"),
        ];
        let asked = maija.post(&open, &form).await;
        assert_eq!(asked.status, 422);
        assert!(asked.says("Vastaukset on tallennettu, eikä mitään katoa.") && asked.says("Tauot"));
        form[0] = ("version", "2");
        form.push(("old_edition", "on"));
        assert_eq!(maija.post(&open, &form).await.status, 303);
        let begun = json!({ "edition": COPING, "phase": "end" });
        let refused = program
            .post(&format!("/api/v1/clients/{client}/assessments"), &begun)
            .await;
        assert_eq!(
            (refused.status, &refused.json()["errors"][0]["key"]),
            (422, &json!("assessments-edition-withdrawn"))
        );
    })
    .await;
}

/// The definition in a page's text area.
fn definition(page: &Answer) -> String {
    let rest = page
        .body
        .split("name=\"definition\"")
        .nth(1)
        .expect("a text area");
    let text = rest.split_once('>').expect("its start").1;
    let text = text
        .split("</textarea>")
        .next()
        .expect("its end")
        .trim_start_matches('\n');
    text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[tokio::test]
async fn b7_a_change_is_marked_as_reliable_where_the_instrument_was_studied() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let paula = app.main_user("paula").await;
        let keeper = app.program(&paula).await;
        let shipped = keeper.get(&format!("/api/v1/instruments/{COPING}")).await.json();
        let mut studied = shipped["definition"].clone();
        studied["subscales"][0]["reliable"] =
            json!({ "deviation": 1.0, "reliability": 0.8, "source": "Esimerkki" });
        let made = keeper
            .post("/api/v1/instruments", &json!({ "definition": studied }))
            .await;
        assert_eq!(made.status, 201, "{}", made.body);
        let id = made.json()["id"].as_str().expect("an id").to_owned();
        let publish = format!("/api/v1/instruments/{id}/standing");
        assert_eq!(
            keeper.post(&publish, &json!({ "to": "published" })).await.status,
            200
        );
        assert_eq!(keeper.post(&publish, &json!({ "to": "draft" })).await.status, 422);
        let mut wrong = studied.clone();
        wrong["subscales"][0]["reliable"]["reliability"] = json!(1.5);
        let refused = keeper
            .post("/api/v1/instruments", &json!({ "definition": wrong }))
            .await;
        assert_eq!(refused.status, 422, "{}", refused.body);
        let conflict = keeper
            .put(&format!("/api/v1/instruments/{id}"), "\"1\"", &studied)
            .await;
        assert_eq!(conflict.status, 412, "a published one never changes");

        let mut last = String::new();
        for (day, value) in [("1.9.2026", 2), ("1.10.2026", 3), ("1.11.2026", 5)] {
            last = begun(&program, client, &id, "interim", day).await;
            let api = format!("/api/v1{last}");
            assert_eq!(
                program
                    .put(&api, "\"1\"", &json!({ "answers": rhythm(value) }))
                    .await
                    .status,
                200
            );
            let done = program
                .post(&format!("{api}/completion"), &json!({ "version": 2 }))
                .await;
            assert_eq!(done.status, 200, "{}", done.body);
        }
        let all = program
            .get(&format!("/api/v1/clients/{client}/assessments"))
            .await
            .json();
        assert_eq!(all[1]["scores"][0]["verdict"], json!("within-error"));
        assert_eq!(all[2]["scores"][0]["verdict"], json!("reliably-better"));
        let page = maija.get(&last).await;
        assert!(page.says("luotettavasti parempi") && page.says("luotettavan muutoksen indeksi"));
    })
    .await;
}
