//! Assessments, instruments, the client's own answers and skills (B7): `/clients/{client}/assessments`,
//! `/answer/{token}`, `/instruments`, `/skills` and what is below them.

use jiff::SignedDuration;
use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Answer, Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

const COPING: &str = "coping-at-work.1";

async fn ilona(app: &TestApp) -> (Browser, Program, SubjectId) {
    let maija = app.coach("maija").await;
    let program = app.program(&maija).await;
    let client = Client::named("Malli", "Ilona").of(&maija, app).await;
    (maija, program, client)
}

/// Begins an assessment; answers its address without the API's prefix.
async fn begun(program: &Program, client: SubjectId, edition: &str, phase: &str, dated: &str) -> String {
    let body = json!({ "edition": edition, "phase": phase, "dated": dated });
    let answer = program
        .post(&format!("/api/v1/clients/{client}/assessments"), &body)
        .await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.location().trim_start_matches("/api/v1").to_owned()
}

fn rhythm(value: i64) -> Value {
    let value = value.to_string();
    json!({ "on-time": value, "telling": value, "breaks": value, "whole-day": value })
}

/// Begins and completes an assessment in which all of the rhythm is of one value.
async fn completed(program: &Program, client: SubjectId, phase: &str, dated: &str, value: i64) -> String {
    let address = begun(program, client, COPING, phase, dated).await;
    let api = format!("/api/v1{address}");
    let saved = program
        .put(&api, "\"1\"", &json!({ "answers": rhythm(value) }))
        .await;
    assert_eq!(saved.status, 200, "{}", saved.body);
    let done = program
        .post(&format!("{api}/completion"), &json!({ "version": 2 }))
        .await;
    assert_eq!(
        (done.status, &done.json()["state"]),
        (200, &json!("complete")),
        "{}",
        done.body
    );
    address
}

/// The token of a link that a page shows.
fn token(page: &Answer) -> String {
    let link = page.body.split("/answer/").nth(1).expect("a link");
    link.split('<').next().expect("its end").to_owned()
}

#[tokio::test]
async fn b7_an_assessment_is_made_on_the_page_with_the_previous_answers_beside() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        assert!(
            maija
                .get(&format!("/clients/{client}"))
                .await
                .says("Tee ensimmäinen arviointi")
        );
        let list = format!("/clients/{client}/assessments");
        assert!(maija.get(&list).await.says("Asiakasta ei ole vielä arvioitu."));
        assert!(
            maija
                .get(&format!("{list}/new"))
                .await
                .says("Työssä selviytyminen")
        );
        completed(&program, client, "start", "2.11.2026", 2).await;

        let fields = [("edition", COPING), ("phase", "interim"), ("dated", "")];
        let begun = maija.post(&list, &fields).await;
        assert_eq!(begun.status, 303, "{}", begun.body);
        let page = maija.get(begun.location()).await;
        assert!(page.says("Tulee työhön sovittuun aikaan"));
        assert!(
            page.says("Edellinen 2.11.2026 valmentaja: 2 harvoin"),
            "the answer before stands beside"
        );

        let half = [
            ("version", "1"),
            ("item-on-time", "4"),
            ("item-helps", "Tauot"),
            ("do", "keep"),
        ];
        let kept = maija.post(begun.location(), &half).await;
        assert_eq!((kept.status, kept.location()), (303, begun.location()));
        let page = maija.get(begun.location()).await;
        assert!(
            page.says("Tauot") && page.says("Vastattu 2 / 12"),
            "half-done answers are kept"
        );
        assert!(maija.get(&list).await.says("kesken"));

        let whole = [
            ("version", "2"),
            ("item-on-time", "4"),
            ("item-telling", "4"),
            ("item-breaks", "3"),
            ("item-whole-day", "skip"),
            ("item-helps", "Tauot"),
            ("note", "Puhuttu tuloksesta."),
            ("do", "complete"),
        ];
        let done = maija.post(begun.location(), &whole).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let result = maija.get(begun.location()).await;
        assert!(
            result.says("3,7") && result.says("+1,7, parempi"),
            "the score and its change in words"
        );
        assert!(
            result.says("Tämän mittarin tarkkuutta ei ole tutkittu"),
            "no change is called reliable"
        );
        assert!(result.says("Puhuttu tuloksesta.") && result.says("en osaa sanoa"));
        let list = maija.get(&list).await;
        assert!(
            list.says("<svg") && list.says("Muutos 2.11.2026–23.11.2026"),
            "change over time as a chart and in words"
        );
        assert!(
            maija
                .get(&format!("/clients/{client}"))
                .await
                .says("Palkki näyttää viimeisimmän tuloksen")
        );
    })
    .await;
}

#[tokio::test]
async fn b7_the_client_answers_by_a_link_once_without_signing_in_and_side_by_side() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&program, client, COPING, "start", "").await;
        let page = maija.post(&format!("{address}/link"), &[]).await;
        assert_eq!(page.status, 200, "{}", page.body);
        let answer = format!("/answer/{}", token(&page));

        let phone = app.stranger();
        let questions = phone.get(&answer).await;
        assert_eq!(questions.status, 200, "{}", questions.body);
        assert!(
            questions.says("Tulen työhön sovittuun aikaan"),
            "asked in the client's own words"
        );
        assert!(
            !questions.says("Ilona") && !questions.says("Malli"),
            "it says nothing about who"
        );
        assert!(
            !questions.says("href=\"/\"") && !questions.says("/accessibility"),
            "nothing else can be reached"
        );
        assert_eq!(questions.headers["referrer-policy"], "same-origin");
        assert_eq!(questions.headers["cache-control"], "no-store");

        let empty = phone.post(&answer, &[("version", "1"), ("do", "give")]).await;
        assert!(empty.status == 422 && empty.says("Vastaa vähintään yhteen kysymykseen"));
        let half = [
            ("version", "1"),
            ("item-on-time", "3"),
            ("item-helps", "Hyvä porukka"),
            ("do", "keep"),
        ];
        assert!(
            phone
                .post(&answer, &half)
                .await
                .says("Vastauksesi ovat tallessa.")
        );
        assert!(
            !maija.get(&address).await.says("Hyvä porukka"),
            "what is half done is the client's alone"
        );

        let off = [("version", "2"), ("item-on-time", "7"), ("do", "give")];
        let wrong = phone.post(&answer, &off).await;
        assert!(wrong.status == 422 && wrong.says("Valitse vastaus asteikolta."));
        let given = [
            ("version", "2"),
            ("item-on-time", "3"),
            ("item-telling", "3"),
            ("item-breaks", "3"),
            ("item-helps", "Hyvä porukka"),
            ("do", "give"),
        ];
        let thanks = phone.post(&answer, &given).await;
        assert_eq!((thanks.status, thanks.location()), (303, "/answered"));
        assert!(phone.get("/answered").await.says("Kiitos!"));

        let again = phone.get(&answer).await;
        assert_eq!(again.status, 404, "a link serves once");
        assert!(again.says("Pyydä valmentajaltasi uusi linkki."));
        let late = phone.post(&answer, &given).await;
        assert!(
            late.status == 404 && late.says("Hyvä porukka"),
            "what was typed is not lost"
        );

        assert!(maija.get("/").await.says("Asiakas on vastannut itsearviointiin"));
        let coach = [
            ("version", "1"),
            ("item-on-time", "4"),
            ("item-telling", "4"),
            ("item-breaks", "4"),
            ("do", "complete"),
        ];
        assert_eq!(maija.post(&address, &coach).await.status, 303);
        let result = maija.get(&address).await;
        assert!(result.says("Hyvä porukka") && result.says("4 usein") && result.says("3 vaihtelevasti"));
        assert!(!maija.get("/").await.says("Asiakas on vastannut itsearviointiin"));
    })
    .await;
}

#[tokio::test]
async fn e4_whoever_holds_a_link_is_in_the_log_and_reaches_nothing_else() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let address = begun(&program, client, COPING, "start", "").await;
        let page = maija.post(&format!("{address}/link"), &[]).await;
        let answer = format!("/answer/{}", token(&page));
        let phone = app.stranger();
        assert_eq!(phone.get(&answer).await.status, 200);
        let fields = [("version", "1"), ("item-on-time", "3"), ("do", "give")];
        assert_eq!(phone.post(&answer, &fields).await.status, 303);
        let looks = tiina.get(&format!("/clients/{client}/looks")).await;
        assert!(looks.says("kertalinkin haltija") && looks.says("kertalinkki, jonka työntekijä antoi"));
        assert!(looks.says("self-assessment-given") && looks.says("self-assessment-asked"));
        assert!(
            !looks.body.contains(answer.trim_start_matches("/answer/")),
            "the token is in no log"
        );
        for place in [format!("/clients/{client}"), address, "/clients".to_owned()] {
            assert!(
                phone.get(&place).await.location().starts_with("/sign-in"),
                "{place}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn b7_a_link_dies_when_it_is_taken_back_replaced_or_too_old() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&program, client, COPING, "start", "").await;
        let give = format!("/api/v1{address}/link");
        let made = program.post(&give, &json!({})).await;
        assert_eq!(made.status, 201, "{}", made.body);
        let path = |answer: &Answer| {
            let link = answer.json()["link"].as_str().expect("a link").to_owned();
            format!("/answer/{}", link.split("/answer/").nth(1).expect("a token"))
        };
        let first = path(&made);
        let phone = app.stranger();
        assert_eq!(phone.get(&first).await.status, 200);
        let second = path(&program.post(&give, &json!({})).await);
        assert_eq!(phone.get(&first).await.status, 404, "another link replaces it");
        assert_eq!(phone.get(&second).await.status, 200);
        assert_eq!(
            maija.post(&format!("{address}/link/revoke"), &[]).await.status,
            303
        );
        assert_eq!(phone.get(&second).await.status, 404, "it was taken back");
        assert_eq!(program.send("DELETE", &give, &[], None).await.status, 204);
        let third = path(&program.post(&give, &json!({})).await);
        app.after(SignedDuration::from_hours(24 * 7 + 1));
        assert_eq!(phone.get(&third).await.status, 404, "it is too old");
    })
    .await;
}

#[tokio::test]
async fn b7_wrong_links_are_slowed_and_a_right_one_is_not() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&program, client, COPING, "start", "").await;
        let right = format!(
            "/answer/{}",
            token(&maija.post(&format!("{address}/link"), &[]).await)
        );
        let stranger = app.stranger();
        let mut last = 0;
        for number in 0..60 {
            last = stranger.get(&format!("/answer/guess-{number:037}")).await.status;
        }
        assert_eq!(last, 429, "many wrong ones must wait");
        assert_eq!(stranger.get(&right).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn b7_handing_the_device_over_ends_the_session_on_it() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&program, client, COPING, "start", "").await;
        let over = maija.post(&format!("{address}/hand-over"), &[]).await;
        assert_eq!(over.status, 303);
        assert!(over.location().starts_with("/answer/"), "{}", over.location());
        let cookie = over.headers["set-cookie"].to_str().expect("a cookie");
        assert!(cookie.contains("Max-Age=0"), "{cookie}");
        assert!(
            maija.get(&address).await.location().starts_with("/sign-in"),
            "the session is over"
        );
        assert_eq!(app.stranger().get(over.location()).await.status, 200);
    })
    .await;
}

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

#[tokio::test]
async fn b7_skills_are_met_with_evidence_and_the_latest_mark_counts() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let paula = app.main_user("paula").await;
        let keeper = app.program(&paula).await;
        assert!(paula.get("/skills").await.says("Lisää ensimmäinen."));
        let fields = [("area", "Puupaja"), ("title_fi", "Hionta"), ("title_sv", "Slipning"), ("title_en", "")];
        assert_eq!(paula.post("/skills", &fields).await.status, 303);
        assert_eq!(paula.post("/skills", &[("area", ""), ("title_fi", "")]).await.status, 422);
        let listed = keeper.get("/api/v1/skills").await.json();
        let skill = listed[0]["id"].as_str().expect("an id").to_owned();
        let page = format!("/clients/{client}/skills");
        assert!(maija.get(&page).await.says("Asiakkaalle ei ole vielä merkitty osaamista."));

        let entry = program
            .post(&format!("/api/v1/clients/{client}/diary"), &json!({ "text": "Hioi tuolin alusta loppuun." }))
            .await
            .json()["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        assert!(maija.get(&page).await.says("Hioi tuolin alusta loppuun."), "offered as evidence");
        let mark = [
            ("skill", skill.as_str()), ("level", "guided"), ("dated", "2.11.2026"), ("note", "Tuoli"),
            ("evidence", entry.as_str()),
        ];
        assert_eq!(maija.post(&page, &mark).await.status, 303);
        let api = format!("/api/v1{page}");
        let again = program.post(&api, &json!({ "skill": skill, "level": "alone" })).await;
        assert_eq!(again.status, 201, "{}", again.body);
        assert_eq!((again.json()[0]["level"].clone(), again.json().as_array().map(Vec::len)), (json!("alone"), Some(1)));
        let shown = maija.get(&page).await;
        assert!(shown.says("osaa itsenäisesti") && shown.says(&format!("/diary/{entry}")));
        let certificate = maija.get(&format!("/clients/{client}/skills/certificate")).await;
        assert!(certificate.status == 200 && certificate.bytes.starts_with(b"%PDF"));

        for (wrong, field) in [
            (json!({ "skill": skill, "level": "master" }), "level"),
            (json!({ "skill": "0198c0de-0000-7000-8000-000000000001", "level": "alone" }), "skill"),
            (json!({ "skill": skill, "level": "alone", "dated": "huomenna" }), "dated"),
            (json!({ "skill": skill, "level": "alone", "evidence": ["0198c0de-0000-7000-8000-000000000001"] }), "evidence"),
        ] {
            let refused = program.post(&api, &wrong).await;
            assert_eq!((refused.status, &refused.json()["errors"][0]["field"]), (422, &json!(field)));
        }

        let one = format!("/skills/{skill}");
        assert!(paula.get(&one).await.says("Slipning"));
        let renamed = [
            ("version", "1"), ("area", "Puupaja"), ("title_fi", "Hionta ja lakkaus"), ("state", "withdrawn"),
        ];
        assert_eq!(paula.post(&one, &renamed).await.status, 303);
        let stale = paula.post(&one, &renamed).await;
        assert!(stale.status == 422 && stale.says("Joku muu on muuttanut taitoa sillä välin."));
        let offered = json!({ "area": "Puupaja", "title_fi": "Hionta", "state": "in-use" });
        assert_eq!(keeper.put(&format!("/api/v1/skills/{skill}"), "\"1\"", &offered).await.status, 412);
        assert_eq!(keeper.put(&format!("/api/v1{one}"), "\"2\"", &offered).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a2_a_register_without_assessments_has_nothing_of_them() {
    on_sqlite(|app| async move {
        let register = app.register("liikuttajat", "kuopio").await;
        let coach = app.worker_in(register, Role::ServiceManager, "sirpa").await;
        let main = app.worker_in(register, Role::MainUser, "petra").await;
        let client = Client::named("Malli", "Ilona").of(&coach, &app).await;
        assert_eq!(
            coach.get(&format!("/clients/{client}/assessments")).await.status,
            404
        );
        assert_eq!(coach.get(&format!("/clients/{client}/skills")).await.status, 404);
        assert!(
            !coach
                .get(&format!("/clients/{client}"))
                .await
                .says("/assessments")
        );
        for path in ["/instruments", "/skills"] {
            assert_eq!(main.get(path).await.status, 404, "{path}");
        }
        assert!(!main.get("/admin").await.says("/instruments"));
    })
    .await;
}

#[tokio::test]
async fn b7_assessments_and_certificates_are_printed_as_pdf() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let keeper = app.program(&app.main_user("paula").await).await;
        completed(&program, client, "start", "2.11.2026", 2).await;
        let address = completed(&program, client, "interim", "", 4).await;
        let open = begun(&program, client, COPING, "end", "").await;
        assert_eq!(
            maija.get(&format!("{open}/pdf")).await.status,
            404,
            "what is not complete is not printed"
        );
        let skill = keeper
            .post(
                "/api/v1/skills",
                &json!({ "area": "Puupaja", "title_fi": "Hionta" }),
            )
            .await;
        let mark = json!({ "skill": skill.json()["id"], "level": "alone" });
        let page = format!("/clients/{client}/skills");
        assert_eq!(program.post(&format!("/api/v1{page}"), &mark).await.status, 201);
        for path in [
            format!("{address}/pdf?language=sv"),
            format!("{page}/certificate"),
        ] {
            let printed = maija.get(&path).await;
            assert_eq!(printed.status, 200, "{path}: {}", printed.body);
            assert_eq!(printed.headers["content-type"], "application/pdf");
            let name = printed.headers["content-disposition"].to_str().expect("text");
            assert!(!name.contains("Malli"), "{name}");
            assert!(printed.body.starts_with("%PDF-1."), "{path}");
        }
    })
    .await;
}
