//! The client's own answers: by a link, or on the worker's device.

use jiff::SignedDuration;
use polku_desk::access::Role;
use polku_testkit::{Answer, for_each_backend, on_sqlite};
use serde_json::json;

use super::{COPING, begun, ilona};

/// The token of a link that a page shows.
fn token(page: &Answer) -> String {
    let link = page.body.split("/answer/").nth(1).expect("a link");
    link.split('<').next().expect("its end").to_owned()
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
