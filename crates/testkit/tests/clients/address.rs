//! A protected address (A7).

use axum::http::Request;
use polku_desk::SubjectId;
use polku_testkit::{Browser, for_each_backend};

use super::{client_of, entries, intake_of};

const STREET: &str = "Salainen katu 7";

async fn protected(coach: &Browser) -> SubjectId {
    let mut form = intake_of("Malli", "Ilona", "010594Y9032");
    form.retain(|(name, _)| *name != "protected_address");
    form.extend([
        ("protected_address", "yes"),
        ("street_address", STREET),
        ("postal_code", "70100"),
        ("home_municipality", "Kuopio"),
    ]);
    let answer = coach.post("/clients", &form).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    client_of(&answer)
}

#[tokio::test]
async fn a_protected_address_is_on_no_page_and_in_no_document() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = protected(&maija).await;
        let page = maija.get(&format!("/clients/{ilona}")).await;
        assert!(page.says("Turvakielto") && !page.says(STREET));
        for end in ["/basics", "/basics/edit", "/care"] {
            let page = maija.get(&format!("/clients/{ilona}{end}")).await;
            assert_eq!(page.status, 200);
            assert!(!page.says(STREET) && !page.says("70100"), "{end}");
        }
        let page = maija.get(&format!("/clients/{ilona}/basics")).await;
        assert!(!page.says("Kuopio"), "the home municipality is hidden too");
        let program = app.program(&maija).await;
        let document = program.get(&format!("/api/v1/clients/{ilona}")).await.json();
        assert_eq!(document["fields"]["protected_address"]["value"], "yes");
        for field in ["street_address", "postal_code", "home_municipality"] {
            assert!(document["fields"][field].is_null(), "{field}");
        }
    })
    .await;
}

/// A7: shown to who may, and every showing is in the log under its own name.
#[tokio::test]
async fn who_may_has_the_address_shown_and_each_showing_is_recorded() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = protected(&maija).await;
        assert_eq!(entries(&app, "reveal").await, 0);
        let page = maija.get(&format!("/clients/{ilona}/basics")).await;
        assert!(page.says("/address/reveal"));
        let shown = maija.post(&format!("/clients/{ilona}/address/reveal"), &[]).await;
        assert_eq!(shown.status, 200);
        assert!(shown.says(STREET) && shown.says("70100") && shown.says("Kuopio"));
        assert_eq!(entries(&app, "reveal").await, 1);
        let place = format!("/api/v1/clients/{ilona}/address/reveal");
        let document = maija.send(Request::post(&place), String::new()).await;
        assert_eq!(document.json()["fields"][0]["value"], STREET);
        assert_eq!(entries(&app, "reveal").await, 2);
        let by_token = app
            .program(&maija)
            .await
            .post(&place, &serde_json::json!({}))
            .await;
        assert_eq!(by_token.status, 403, "it takes a person at a screen");
        assert!(
            !maija.get(&format!("/clients/{ilona}/basics")).await.says(STREET),
            "it is shown once"
        );
    })
    .await;
}

/// A7: without the right of its own the address stays hidden, however much else a role sees; the attempt is recorded.
#[tokio::test]
async fn a_manager_without_the_right_is_shown_nothing_and_cannot_lift_the_protection() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let manager = app.manager("johto").await;
        let ilona = protected(&maija).await;
        let page = manager.get(&format!("/clients/{ilona}/basics")).await;
        assert!(page.says("turvakielto") && !page.says("/address/reveal"));
        let refused = manager
            .post(&format!("/clients/{ilona}/address/reveal"), &[])
            .await;
        assert_eq!(refused.status, 404);
        assert!(!refused.says(STREET));
        assert_eq!(entries(&app, "reveal").await, 1, "the denial is in the log");
        let form = [
            ("version", "4"),
            ("last_name", "Malli"),
            ("first_names", "Ilona"),
            ("identity_code", "010594Y9032"),
            ("protected_address", "no"),
            ("source", "client"),
            ("channel", "oral"),
        ];
        let lifted = manager.post(&format!("/clients/{ilona}/basics"), &form).await;
        assert_eq!(lifted.status, 422, "{}", lifted.body);
        assert!(lifted.says("Turvakiellon voi poistaa vain"));
        assert_eq!(
            maija
                .post(&format!("/clients/{ilona}/basics"), &form)
                .await
                .status,
            303
        );
        assert!(
            maija.get(&format!("/clients/{ilona}/basics")).await.says(STREET),
            "lifted, the address is as it was"
        );
    })
    .await;
}
