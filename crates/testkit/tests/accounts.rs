//! Stories about the main user's room: accounts, rights and their review (E1, E2, E6).

use jiff::SignedDuration;
use polku_testkit::{Browser, for_each_backend, on_sqlite};

const NIKO: [(&str, &str); 4] = [
    ("display_name", "Niko Näppärä"),
    ("user_name", "niko.nappara"),
    ("role", "coach"),
    ("valid_from", "23.11.2026"),
];

/// An account of the register by its user name, as a program sees it.
async fn listed(paula: &Browser, user_name: &str) -> serde_json::Value {
    let accounts = paula.get("/api/v1/accounts").await.json();
    let found = accounts
        .as_array()
        .expect("a list")
        .iter()
        .find(|account| account["user_name"] == user_name);
    found.cloned().expect("an account")
}

fn id(value: &serde_json::Value) -> &str {
    value.as_str().expect("an id")
}

#[tokio::test]
async fn a_main_user_adds_a_worker_and_hands_over_a_link() {
    for_each_backend(|app| async move {
        let paula = app.main_user("paula").await;
        assert_eq!(paula.get("/admin/accounts/new").await.status, 200);
        let page = paula.post("/admin/accounts", &NIKO).await;
        assert!(page.says("http://localhost:8470/enrol#"), "{}", page.body);
        let overview = paula.get("/admin").await;
        assert!(
            overview.says("Niko Näppärä") && overview.says("odottaa käyttöönottoa"),
            "{}",
            overview.body
        );
        let twice = paula.post("/admin/accounts", &NIKO).await;
        assert_eq!(twice.status, 422);
        assert!(
            twice.says("Käyttäjätunnus on jo olemassa") && twice.says("Niko Näppärä"),
            "{}",
            twice.body
        );
        let spaced = paula
            .post(
                "/admin/accounts",
                &[NIKO[0], ("user_name", "niko näppärä"), NIKO[2], NIKO[3]],
            )
            .await;
        assert_eq!(spaced.status, 422);
        assert!(spaced.says("ilman välilyöntejä"));
    })
    .await;
}

#[tokio::test]
async fn accounts_are_the_main_users_alone() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        for path in [
            "/admin",
            "/admin/accounts/new",
            "/admin/rights/new",
            "/admin/reviews",
            "/admin/register",
        ] {
            assert_eq!(maija.get(path).await.status, 403, "{path}");
        }
        for path in ["/admin/accounts", "/admin/rights"] {
            assert_eq!(maija.post(path, &NIKO).await.status, 403, "{path}");
        }
        let program = app.program(&maija).await;
        for path in [
            "/api/v1/accounts",
            "/api/v1/access-reviews",
            "/api/v1/access-rules",
        ] {
            assert_eq!(program.get(path).await.status, 403, "{path}");
        }
    })
    .await;
}

/// E1: the right ends when the person leaves the task, and the account with it.
#[tokio::test]
async fn an_account_closes_with_its_last_right_and_opens_with_a_new_one() {
    for_each_backend(|app| async move {
        let paula = app.main_user("paula").await;
        let maija = app.coach("maija").await;
        let account = listed(&paula, "maija").await;
        let right = id(&account["rights"][0]["right"]);
        let page = paula
            .get(&format!("/admin/accounts/{}", id(&account["account"])))
            .await;
        assert!(page.says(&format!("/admin/rights/{right}/end")), "{}", page.body);
        let path = format!("/admin/rights/{right}/end");
        assert!(paula.get(&path).await.says("Maija Työntekijä"));
        let unread = paula.post(&path, &[("until", "joskus")]).await;
        assert_eq!(unread.status, 422);
        assert!(unread.says("value=\"joskus\""));
        assert_eq!(
            paula
                .post(&path, &[("until", ""), ("now", "yes")])
                .await
                .location(),
            "/admin"
        );
        assert_eq!(maija.get("/account").await.status, 303, "her session is over");
        assert!(paula.get("/admin").await.says("Suljetut tunnukset"));
        assert_eq!(
            paula.post(&path, &[("now", "yes")]).await.status,
            422,
            "it has ended"
        );
        let fields = [
            ("user_name", "maija"),
            ("role", "coach"),
            ("valid_from", "tänään"),
        ];
        let page = paula.post("/admin/rights", &fields).await;
        assert!(page.says("/enrol#"), "she starts anew: {}", page.body);
    })
    .await;
}

#[tokio::test]
async fn a_right_is_given_to_a_colleague_and_narrowed_to_a_day() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        app.coach("maija").await;
        let page = paula.get("/admin/rights/new").await;
        assert!(
            page.says("Tietosuojavastaava") && page.says("Näkee lukuja, ei ihmisiä"),
            "roles are explained"
        );
        let unknown = [
            ("user_name", "nobody"),
            ("role", "statistician"),
            ("valid_from", "tänään"),
        ];
        assert!(
            paula
                .post("/admin/rights", &unknown)
                .await
                .says("Organisaatiossa ei ole tällaista tunnusta")
        );
        let fields = [
            ("user_name", "maija"),
            ("role", "statistician"),
            ("valid_from", "tänään"),
        ];
        assert_eq!(paula.post("/admin/rights", &fields).await.location(), "/admin");
        let account = listed(&paula, "maija").await;
        let rights = account["rights"].as_array().expect("rights");
        let given = rights
            .iter()
            .find(|right| right["role"] == "statistician")
            .expect("the right");
        let path = format!("/admin/rights/{}/end", id(&given["right"]));
        assert_eq!(
            paula.post(&path, &[("until", "31.12.2026")]).await.location(),
            "/admin"
        );
        let account = listed(&paula, "maija").await;
        let rights = account["rights"].as_array().expect("rights");
        assert!(rights.iter().any(|right| right["valid_until"] == "2026-12-31"));
        let later = paula.post(&path, &[("until", "31.1.2027")]).await;
        assert!(later.says("päättyy jo aikaisemmin"), "{}", later.body);
    })
    .await;
}

#[tokio::test]
async fn the_last_main_user_stays() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let path = format!("/admin/rights/{}/end", paula.right);
        let page = paula.post(&path, &[("now", "yes")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("on oltava pääkäyttäjä"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn a_worker_who_lost_the_phone_starts_anew() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let maija = app.coach("maija").await;
        let page = paula
            .post(&format!("/admin/accounts/{}/enrolment", maija.account), &[])
            .await;
        assert!(page.says("/enrol#"), "{}", page.body);
        assert_eq!(maija.get("/account").await.status, 303);
        let old = app
            .stranger()
            .type_password("maija", &app.password_of("maija"))
            .await;
        assert_eq!(old.status, 422, "the old password is forgotten");
    })
    .await;
}

/// E6: rights are looked at again when the profile's months have passed.
#[tokio::test]
async fn rights_come_up_for_review_and_go_when_reviewed() {
    for_each_backend(|app| async move {
        app.coach("maija").await;
        let before = app.main_user("paula").await;
        assert!(
            before
                .get("/admin/reviews")
                .await
                .says("Mikään käyttöoikeus ei odota")
        );
        app.after(SignedDuration::from_hours(24 * 400));
        let pirkko = app.main_user("pirkko").await;
        assert!(pirkko.get("/admin").await.says("odottaa tarkistusta"));
        let page = pirkko.get("/admin/reviews").await;
        assert!(page.says("Maija Työntekijä"), "{}", page.body);
        let due = pirkko.get("/api/v1/access-reviews").await.json();
        let due = due.as_array().expect("a list");
        assert_eq!(due.len(), 2, "Maija's and Paula's");
        let path = format!("/admin/reviews/{}", id(&due[0]["right"]));
        assert_eq!(pirkko.post(&path, &[]).await.location(), "/admin/reviews");
        let left = pirkko.get("/api/v1/access-reviews").await.json();
        assert_eq!(left.as_array().map(Vec::len), Some(1));
    })
    .await;
}

/// Changing accounts asks for a fresh proof of identity; looking does not.
#[tokio::test]
async fn changes_ask_for_a_fresh_proof() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        app.after(SignedDuration::from_mins(16));
        assert_eq!(paula.get("/admin").await.status, 200);
        assert_eq!(
            paula.get("/admin/accounts/new").await.location(),
            "/sign-in/again?next=/admin/accounts/new"
        );
        assert_eq!(
            paula.post("/admin/accounts", &NIKO).await.location(),
            "/sign-in/again/keep?next=/admin/accounts"
        );
        assert!(!paula.get("/admin").await.says("Niko"));
    })
    .await;
}

#[tokio::test]
async fn the_rules_and_the_registers_settings_can_be_read() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let policy = paula.get("/admin/policy").await;
        assert!(policy.says("Valmennuspäiväkirja") && policy.says("vastuutyöntekijänä tai sijaisena"));
        let rules = paula.get("/api/v1/access-rules").await.json();
        let diary = rules
            .as_array()
            .expect("a list")
            .iter()
            .find(|rule| rule["role"] == "coach" && rule["data"] == "diary" && rule["action"] == "read");
        assert_eq!(diary.expect("a rule")["conditions"][0], "responsible-worker");
        let register = paula.get("/admin/register").await;
        assert!(register.says("Tilinumero (IBAN)"), "walmu has bank accounts (A2)");
        let other = app.register("toinen", "ii").await;
        let matti = app
            .worker_in(other, polku_desk::access::Role::MainUser, "matti")
            .await;
        assert!(
            !matti.get("/admin/register").await.says("Tilinumero (IBAN)"),
            "ii has none"
        );
    })
    .await;
}
