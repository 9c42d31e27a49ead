//! Stories about taking a new account into use (E1).

use polku_testkit::{Answer, Browser, TestApp, for_each_backend, on_sqlite};

/// The code of a link that a page shows once.
fn code_of_link(page: &Answer) -> String {
    let (_, rest) = page.body.split_once("/enrol#").expect("a link");
    rest.split('<').next().expect("its end").to_owned()
}

/// The value of a hidden field.
fn hidden(page: &Answer, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.body.split_once(&mark).expect("a hidden field");
    rest.split('"').next().expect("its end").replace("&amp;", "&")
}

async fn new_worker(paula: &Browser, user_name: &str) -> String {
    let fields = [
        ("display_name", "Niko Näppärä"),
        ("user_name", user_name),
        ("role", "coach"),
        ("valid_from", "23.11.2026"),
    ];
    let page = paula.post("/admin/accounts", &fields).await;
    assert_eq!(page.status, 200, "{}", page.body);
    code_of_link(&page)
}

fn totp_now(app: &TestApp, secret: &str) -> String {
    let totp = totp_rs::Builder::new()
        .with_secret(totp_rs::Secret::try_from_base32(secret).expect("a secret"))
        .build()
        .expect("a one-time code");
    totp.generate(u64::try_from(app.now().as_second()).expect("after 1970"))
        .to_string()
}

#[tokio::test]
async fn a_new_worker_sets_a_password_and_a_second_factor_and_is_in() {
    for_each_backend(|app| async move {
        let paula = app.main_user("paula").await;
        let code = new_worker(&paula, "niko").await;
        let niko = app.stranger();
        assert_eq!(niko.get("/enrol").await.status, 200);
        let page = niko.post("/enrol", &[("enrolment", &code)]).await;
        assert!(
            page.says("niko") && page.says("data:image/svg+xml;base64,"),
            "{}",
            page.body
        );
        let (challenge, secret) = (hidden(&page, "challenge"), hidden(&page, "secret"));
        let (uri, one_time) = (hidden(&page, "uri"), totp_now(&app, &secret));
        let mut fields = vec![
            ("enrolment", code.as_str()),
            ("challenge", &challenge),
            ("secret", &secret),
            ("uri", &uri),
            ("password", "kx7vqpzt ja muuta"),
            ("password_again", "kx7vqpzt ja muutakin"),
            ("code", &one_time),
        ];
        let differ = niko.post("/enrol/complete", &fields).await;
        assert_eq!(differ.status, 422);
        assert!(differ.says("Salasanat eivät ole samat"));
        assert_eq!(hidden(&differ, "secret"), secret, "the same picture stays");
        fields[5].1 = "kx7vqpzt ja muuta";
        let done = niko.post("/enrol/complete", &fields).await;
        assert_eq!((done.status, done.location()), (303, "/"), "{}", done.body);
        assert!(niko.get("/account").await.says("Niko Näppärä"));
        let again = app.stranger().post("/enrol", &[("enrolment", &code)]).await;
        assert_eq!(again.status, 422, "a link works once");
    })
    .await;
}

#[tokio::test]
async fn without_a_second_factor_the_password_is_longer() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let code = new_worker(&paula, "niko").await;
        let niko = app.stranger();
        let page = niko.post("/enrol", &[("enrolment", &code)]).await;
        let (challenge, secret) = (hidden(&page, "challenge"), hidden(&page, "secret"));
        let fields = [
            ("enrolment", code.as_str()),
            ("challenge", &challenge),
            ("secret", &secret),
            ("uri", &hidden(&page, "uri")),
            ("password", "kx7vqpzt"),
            ("password_again", "kx7vqpzt"),
            ("code", ""),
        ];
        let short = niko.post("/enrol/complete", &fields).await;
        assert_eq!(short.status, 422);
        assert!(short.says("vähintään 15 merkkiä"), "{}", short.body);
    })
    .await;
}

/// The register of the joint service asks for a second factor before anything opens (E3).
#[tokio::test]
async fn where_a_second_factor_is_required_nothing_opens_before_it_is_set_up() {
    on_sqlite(|app| async move {
        let register = app.register("yhteinen", "kuopio").await;
        let profile = polku_profile::Profile::shipped("kuopio").expect("a profile");
        assert_eq!(
            profile.sign_in.second_factor,
            polku_profile::SecondFactor::Required
        );
        let added = app
            .desk
            .add_first_main_user(app.organisation, register, "ensimmäinen", "Ensi Mäinen")
            .await
            .expect("an account");
        let ensi = app.stranger();
        let page = ensi.post("/enrol", &[("enrolment", &added.enrolment)]).await;
        let fields = [
            ("enrolment", added.enrolment.as_str()),
            ("challenge", &hidden(&page, "challenge")),
            ("secret", &hidden(&page, "secret")),
            ("uri", &hidden(&page, "uri")),
            ("password", "sininen hevonen juoksee suolla"),
            ("password_again", "sininen hevonen juoksee suolla"),
        ];
        let done = ensi.post("/enrol/complete", &fields).await;
        assert_eq!(done.location(), "/account/second-factor", "{}", done.body);
        assert_eq!(ensi.get("/admin").await.location(), "/account/second-factor");
        let offer = ensi.post("/account/second-factor/codes/start", &[]).await;
        let secret = hidden(&offer, "secret");
        let fields = [
            ("challenge", hidden(&offer, "challenge")),
            ("secret", secret.clone()),
            ("uri", hidden(&offer, "uri")),
            ("code", totp_now(&app, &secret)),
        ];
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let done = ensi.post("/account/second-factor/codes", &fields).await;
        assert_eq!((done.status, done.location()), (303, "/"), "{}", done.body);
        assert_eq!(ensi.get("/admin").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_made_up_link_opens_nothing() {
    on_sqlite(|app| async move {
        let page = app.stranger().post("/enrol", &[("enrolment", "arvattu")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Koodi ei toimi"));
        let fields = [
            ("enrolment", "arvattu"),
            ("password", "x"),
            ("password_again", "x"),
        ];
        assert_eq!(app.stranger().post("/enrol/complete", &fields).await.status, 422);
    })
    .await;
}
