//! Stories about signing in and out (E1, E2).

use jiff::{SignedDuration, civil::date};
use polku_desk::access::{AddressPrivilege, Role};
use polku_desk::account::NewRight;
use polku_testkit::{Stranger, TestApp, for_each_backend, on_sqlite};
use polku_web::Cookie;

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

/// Signs in by password and code, as pages let one.
async fn sign_in(app: &TestApp, user_name: &str) -> Stranger {
    let browser = app.stranger();
    // The code of this step may have been used already.
    app.after(minutes(2));
    let answer = browser
        .type_password(user_name, &app.password_of(user_name))
        .await;
    assert_eq!(
        answer.location(),
        "/sign-in/second?next=/account",
        "{}",
        answer.body
    );
    let code = app.code_of(user_name);
    let answer = browser
        .post("/sign-in/second", &[("code", &code), ("next", "/account")])
        .await;
    assert_eq!(
        (answer.status, answer.location()),
        (303, "/account"),
        "{}",
        answer.body
    );
    browser
}

#[tokio::test]
async fn a_worker_signs_in_by_password_and_code_and_comes_where_they_wanted() {
    for_each_backend(|app| async move {
        app.coach("maija").await;
        let browser = app.stranger();
        let asked = browser.get("/account").await;
        assert_eq!(asked.location(), "/sign-in?next=/account");
        let page = browser.get(asked.location()).await;
        for part in [
            "autocomplete=\"username\"",
            "autocomplete=\"current-password\"",
            "value=\"/account\"",
        ] {
            assert!(page.says(part), "{part}");
        }
        let browser = sign_in(&app, "maija").await;
        let page = browser.get("/account").await;
        assert!(page.says("Maija Työntekijä"), "{}", page.body);
        assert!(browser.has(Cookie::Session) && browser.has(Cookie::Device));
        assert_eq!(
            browser.get("/sign-in").await.location(),
            "/",
            "nothing to do there"
        );
    })
    .await;
}

#[tokio::test]
async fn the_code_is_asked_for_by_its_name_and_a_wrong_one_is_asked_for_again() {
    on_sqlite(|app| async move {
        app.coach("maija").await;
        app.after(minutes(2));
        let browser = app.stranger();
        browser.type_password("maija", &app.password_of("maija")).await;
        let page = browser.get("/sign-in/second").await;
        assert!(page.says("autocomplete=\"one-time-code\""), "{}", page.body);
        assert_eq!(
            browser.get("/account").await.location(),
            "/sign-in/second",
            "no way around it"
        );
        let wrong = browser
            .post("/sign-in/second", &[("code", "000000"), ("next", "/")])
            .await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.says("Koodi on väärin"), "{}", wrong.body);
        let left = browser.post("/sign-out", &[]).await;
        assert_eq!(left.location(), "/sign-in", "one may sign in as somebody else");
    })
    .await;
}

/// Whether the name or the password was wrong is not told.
#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_are_answered_alike() {
    for_each_backend(|app| async move {
        app.coach("maija").await;
        let wrong_password = app.stranger().type_password("maija", "väärä").await;
        let wrong_name = app.stranger().type_password("matti", "väärä").await;
        assert_eq!((wrong_password.status, wrong_name.status), (422, 422));
        assert!(wrong_password.says("value=\"maija\""), "the name stays typed");
        assert!(!wrong_password.says("väärä\""), "the password does not");
        assert_eq!(wrong_password.body.replace("maija", "matti"), wrong_name.body);
    })
    .await;
}

#[tokio::test]
async fn whoever_guesses_is_told_to_wait() {
    on_sqlite(|app| async move {
        app.coach("maija").await;
        let browser = app.stranger();
        let mut last = browser.type_password("maija", "väärä").await;
        for _ in 0..9 {
            last = browser.type_password("maija", "väärä").await;
        }
        assert_eq!(last.status, 429);
        assert!(last.headers.contains_key("retry-after"));
        assert!(last.says("Liian monta yritystä"), "{}", last.body);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    on_sqlite(|app| async move {
        app.coach("maija").await;
        app.after(minutes(2));
        let page = app.stranger().get("/sign-in?next=//evil.example").await;
        assert!(!page.says("evil.example"));
        let browser = app.stranger();
        let password = app.password_of("maija");
        let fields = [
            ("user_name", "maija"),
            ("password", password.as_str()),
            ("next", "https://evil.example"),
        ];
        let answer = browser.post("/sign-in", &fields).await;
        assert_eq!(answer.location(), "/sign-in/second?next=/");
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    for_each_backend(|app| async move {
        app.coach("maija").await;
        let browser = sign_in(&app, "maija").await;
        let answer = browser.post("/sign-out", &[]).await;
        assert_eq!(answer.location(), "/sign-in");
        assert!(!browser.has(Cookie::Session));
        assert!(browser.get("/sign-in").await.says("Olet kirjautunut ulos"));
        assert_eq!(browser.get("/account").await.location(), "/sign-in?next=/account");
    })
    .await;
}

/// What makes an account weaker asks once more, and then leads back.
#[tokio::test]
async fn a_proof_that_has_grown_old_is_asked_for_again() {
    on_sqlite(|app| async move {
        app.coach("maija").await;
        let browser = sign_in(&app, "maija").await;
        assert_eq!(browser.get("/account/password").await.status, 200);
        app.after(minutes(16));
        let asked = browser.get("/account/password").await;
        assert_eq!(asked.location(), "/sign-in/again?next=/account/password");
        let page = browser.get(asked.location()).await;
        assert!(page.says("Vahvista, että se olet sinä"), "{}", page.body);
        let wrong = browser
            .post(
                "/sign-in/again",
                &[("code", "000000"), ("next", "/account/password")],
            )
            .await;
        assert_eq!(wrong.status, 422);
        let code = app.code_of("maija");
        let proven = browser
            .post(
                "/sign-in/again",
                &[("code", &code), ("next", "/account/password")],
            )
            .await;
        assert_eq!(proven.location(), "/account/password");
        assert_eq!(browser.get("/account/password").await.status, 200);
    })
    .await;
}

/// A worker of two registers chooses in which one to work, and is in no other.
#[tokio::test]
async fn a_worker_goes_from_one_register_to_another() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let other = app.register("toinen", "kokkotyo").await;
        let right = NewRight {
            role: Role::ServiceManager,
            valid_from: date(2026, 11, 23),
            valid_until: None,
            addresses: AddressPrivilege::Hidden,
        };
        let right = app
            .desk
            .add_demo_right(maija.account, other, &right)
            .await
            .expect("a right");
        let browser = sign_in(&app, "maija").await;
        let page = browser.get("/account").await;
        assert!(page.says("Valitse rekisteri"), "{}", page.body);
        assert_eq!(
            browser.get("/clients").await.location(),
            "/account",
            "none is chosen yet"
        );
        let answer = browser.post("/switch", &[("to", &right.to_string())]).await;
        assert_eq!(answer.location(), "/");
        let page = browser.get("/account").await;
        assert!(
            page.says("Palveluesihenkilö") && page.says("toinen"),
            "{}",
            page.body
        );
        let stranger = browser
            .post("/switch", &[("to", &app.desk.new_id().to_string())])
            .await;
        assert_eq!(stranger.status, 404, "nobody else's right");
    })
    .await;
}

#[tokio::test]
async fn a_passkey_is_offered_without_telling_who_has_one() {
    on_sqlite(|app| async move {
        let browser = app.stranger();
        let offer = browser.post("/sign-in/passkey/offer", &[]).await.json();
        assert!(offer["challenge"].is_string());
        assert_eq!(offer["options"]["publicKey"]["rpId"], "localhost");
        assert!(
            offer["options"]["publicKey"]["allowCredentials"]
                .as_array()
                .is_none_or(Vec::is_empty)
        );
        let challenge = offer["challenge"].as_str().expect("text");
        let fields = [("challenge", challenge), ("credential", "{}"), ("next", "/")];
        let refused = browser.post("/sign-in/passkey", &fields).await;
        assert_eq!(refused.status, 422);
        let unreadable = [("challenge", challenge), ("credential", ""), ("next", "/")];
        assert_eq!(browser.post("/sign-in/passkey", &unreadable).await.status, 400);
    })
    .await;
}

/// Anyone may ask for an offer before signing in; each is kept for a while, so that nobody gets them without end.
#[tokio::test]
async fn whoever_asks_for_passkeys_without_end_is_told_to_wait() {
    on_sqlite(|app| async move {
        let browser = app.stranger();
        let mut offers = 0;
        while browser.post("/sign-in/passkey/offer", &[]).await.status == 200 {
            offers += 1;
            assert!(offers < 1_000, "there is no end");
        }
        let refused = browser.post("/sign-in/passkey/offer", &[]).await;
        assert_eq!(refused.status, 429);
        app.after(minutes(1));
        assert_eq!(browser.post("/sign-in/passkey/offer", &[]).await.status, 200);
    })
    .await;
}
