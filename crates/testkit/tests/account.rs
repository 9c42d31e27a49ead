//! Stories about a worker's own account (E1).

use axum::http::Request;
use polku_desk::access::Role;
use polku_testkit::{Answer, for_each_backend, on_sqlite};

/// A secret that a page shows once.
fn secret_of(page: &Answer) -> String {
    let (_, rest) = page.body.split_once("class=\"secret\">").expect("a secret");
    rest.split('<').next().expect("its end").to_owned()
}

#[tokio::test]
async fn a_worker_chooses_the_language_of_pages_for_every_browser() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        assert!(maija.get("/account").await.says("Oma tili"));
        let answer = maija.post("/account/language", &[("language", "sv")]).await;
        assert_eq!(answer.location(), "/account");
        assert!(maija.get("/account").await.says("Eget konto"));
        let unknown = maija.post("/account/language", &[("language", "xx")]).await;
        assert_eq!(unknown.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_worker_sees_the_own_devices_and_signs_out_of_a_strangers() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let program = app.program(&maija).await;
        let me = program.get("/api/v1/me").await.json();
        assert_eq!(me["display_name"], "Maija Työntekijä");
        assert_eq!(me["acting"]["role"], "coach");
        assert_eq!(
            program.get("/api/v1/me/sessions").await.status,
            403,
            "no token ends sessions"
        );
        let elsewhere = app.stranger();
        app.after(jiff::SignedDuration::from_mins(2));
        elsewhere.type_password("maija", &app.password_of("maija")).await;
        let sessions = maija.get("/api/v1/me/sessions").await.json();
        let sessions = sessions.as_array().expect("a list");
        assert_eq!(sessions.len(), 2);
        let page = maija.get("/account").await;
        assert!(page.says("tämä laite") && page.says("/end\""), "{}", page.body);
        let other = sessions
            .iter()
            .find(|session| session["strength"] == "password")
            .expect("the half-open one");
        let path = format!(
            "/account/sessions/{}/end",
            other["session"].as_str().expect("an id")
        );
        assert_eq!(maija.post(&path, &[]).await.location(), "/account");
        assert_eq!(maija.post(&path, &[]).await.status, 404, "it is over");
        let path = "/api/v1/me/sessions/0192f0c0-0000-7000-8000-00000000dead";
        assert_eq!(maija.send(Request::delete(path), String::new()).await.status, 404);
        assert_eq!(maija.post("/account/sessions/end-others", &[]).await.status, 303);
        assert_eq!(maija.get("/account").await.status, 200, "this one goes on");
    })
    .await;
}

#[tokio::test]
async fn a_new_password_is_good_and_typed_twice() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let twice = |word: &'static str| [("password", word), ("password_again", word)];
        let common = maija.post("/account/password", &twice("salasana1")).await;
        assert_eq!(common.status, 422);
        assert!(
            common.says("helppo arvata") && !common.says("salasana1"),
            "{}",
            common.body
        );
        let differ = [
            ("password", "sininen hevonen"),
            ("password_again", "punainen hevonen"),
        ];
        assert_eq!(maija.post("/account/password", &differ).await.status, 422);
        let changed = maija
            .post("/account/password", &twice("sininen hevonen juoksee"))
            .await;
        assert_eq!(changed.location(), "/account");
        let answer = app
            .stranger()
            .type_password("maija", "sininen hevonen juoksee")
            .await;
        assert_eq!(answer.status, 303);
        let old = app
            .stranger()
            .type_password("maija", &app.password_of("maija"))
            .await;
        assert_eq!(old.status, 422);
    })
    .await;
}

#[tokio::test]
async fn the_last_second_factor_stays() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let page = maija.get("/account/second-factor").await;
        assert!(
            page.says("tunnistussovellus käytössä") && page.says("data-passkey=\"create\""),
            "{}",
            page.body
        );
        let kept = maija.post("/account/second-factor/codes/remove", &[]).await;
        assert_eq!(kept.status, 422);
        assert!(kept.says("Viimeistä vahvistustapaa"));
        let offer = maija.post("/account/second-factor/codes/start", &[]).await;
        assert!(offer.says("data:image/svg+xml;base64,"), "{}", offer.body);
        let wrong = maija
            .post(
                "/account/second-factor/codes",
                &[("code", "000000"), ("challenge", "x")],
            )
            .await;
        assert_eq!(wrong.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_passkey_is_made_by_the_answer_to_its_own_offer_only() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let offer = maija.post("/account/passkeys/offer", &[]).await.json();
        let options = &offer["options"]["publicKey"];
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
        let challenge = offer["challenge"].as_str().expect("text");
        let fields = [
            ("challenge", challenge),
            ("credential", "{}"),
            ("name", "Työpuhelin"),
        ];
        let refused = maija.post("/account/passkeys", &fields).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.says("Pääsyavain ei kelvannut") && refused.says("Työpuhelin"),
            "{}",
            refused.body
        );
        let nobodys = "/account/passkeys/0192f0c0-0000-7000-8000-00000000dead/remove";
        assert_eq!(maija.post(nobodys, &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_token_is_shown_once_does_what_it_may_and_ends() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        assert_eq!(maija.get("/account/tokens").await.status, 200);
        let right = maija.right.to_string();
        let fields = [
            ("name", "Tilastoajo"),
            ("right", right.as_str()),
            ("reach", "read-only"),
            ("until", "31.12.2026"),
        ];
        let page = maija.post("/account/tokens", &fields).await;
        let token = secret_of(&page);
        assert!(token.starts_with("polku_"), "{}", page.body);
        let me = |token: String| {
            let request = Request::get("/api/v1/me").header("authorization", format!("Bearer {token}"));
            app.anonymous(request, String::new())
        };
        assert_eq!(me(token.clone()).await.status, 200);
        let listed = maija.get("/account/tokens").await;
        assert!(listed.says("Tilastoajo") && !listed.says(&token), "shown once");
        let (_, rest) = listed
            .body
            .split_once("/account/tokens/")
            .expect("a way to end it");
        let id = rest.split('/').next().expect("an id");
        let ended = maija.post(&format!("/account/tokens/{id}/revoke"), &[]).await;
        assert_eq!(ended.location(), "/account/tokens");
        assert_eq!(me(token).await.status, 401);
    })
    .await;
}

#[tokio::test]
async fn a_token_that_cannot_be_is_mended() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let right = maija.right.to_string();
        let fields = [
            ("name", "Ikuinen"),
            ("right", right.as_str()),
            ("reach", "read-only"),
            ("until", "31.12.2036"),
        ];
        let page = maija.post("/account/tokens", &fields).await;
        assert_eq!(page.status, 422);
        assert!(
            page.says("enintään vuoden") && page.says("Ikuinen"),
            "{}",
            page.body
        );
    })
    .await;
}

#[tokio::test]
async fn the_calendars_address_is_shown_once_and_can_be_closed() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        assert_eq!(maija.get("/account/calendar").await.status, 200);
        let page = maija.post("/account/calendar", &[]).await;
        let address = secret_of(&page);
        let secret = address.rsplit('/').next().expect("a secret");
        assert!(
            app.desk
                .resolve_calendar(secret)
                .await
                .expect("the desk")
                .is_some()
        );
        assert!(!maija.get("/account/calendar").await.says(secret));
        assert_eq!(
            maija.post("/account/calendar/revoke", &[]).await.location(),
            "/account"
        );
        assert!(
            app.desk
                .resolve_calendar(secret)
                .await
                .expect("the desk")
                .is_none()
        );
    })
    .await;
}

/// What a lost connection leaves in a browser opens in its own session only.
#[tokio::test]
async fn the_key_of_a_session_lasts_as_long_as_the_session() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.worker(Role::Coach, "pekka").await;
        let key = maija.get("/account/session-key").await.json();
        assert_eq!(key, maija.get("/account/session-key").await.json());
        assert_ne!(key, pekka.get("/account/session-key").await.json());
        assert_eq!(key["key"].as_str().map(str::len), Some(44), "32 bytes in base64");
    })
    .await;
}
