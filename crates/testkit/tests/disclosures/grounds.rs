//! On which ground data goes: consents that end, other grounds, other countries, the joint service.

use jiff::SignedDuration;
use polku_desk::access::Role;
use polku_testkit::{Client, for_each_backend};
use serde_json::json;

use super::{asked, consent, decide, deliver, events, ilona, withdraw};

/// The bad input of the issue: a consent that is withdrawn, or ends, between decision and delivery.
#[tokio::test]
async fn c3_a_consent_that_is_gone_at_the_moment_of_handing_over_is_refused_recorded_and_nothing_half_done() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let first = consent(&program, client, "").await;
        let disclosure = asked(&program, client, json!({})).await;
        assert_eq!(
            decide(
                &program,
                client,
                &disclosure,
                &format!("consent:{first}"),
                &["records:goal"]
            )
            .await
            .status,
            200
        );
        withdraw(&program, client, &first).await;
        let refused = deliver(&maija, client, &disclosure, &[]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Suostumus on peruutettu. Mitään ei annettu."));
        let told = events(&program, client, &disclosure).await;
        assert_eq!(
            (&told[0]["kind"], &told[0]["why"]),
            (&json!("stopped"), &json!("disclosures-consent-withdrawn"))
        );
        assert!(!told.iter().any(|event| event["kind"] == json!("delivered")));

        let second = consent(&program, client, "24.11.2026").await;
        let late = asked(&program, client, json!({})).await;
        assert_eq!(
            decide(
                &program,
                client,
                &late,
                &format!("consent:{second}"),
                &["records:goal"]
            )
            .await
            .status,
            200
        );
        app.after(SignedDuration::from_hours(48));
        let maija = maija.again(&app).await;
        let program = app.program(&maija).await;
        let refused = deliver(&maija, client, &late, &[]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Suostumus ei ole voimassa. Mitään ei annettu."));
        assert_eq!(events(&program, client, &late).await[0]["kind"], json!("stopped"));
        let one = program
            .get(&format!("/api/v1/clients/{client}/disclosures/{late}"))
            .await
            .json();
        assert_eq!(one["state"], json!("decided"));
    })
    .await;
}

#[tokio::test]
async fn c3_c5_a_ground_opens_what_it_allows_and_a_country_without_adequacy_gets_nothing() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let police = json!({ "recipient": "other", "body": "Poliisi", "body_kind": "authority" });
        let by_law = asked(&program, client, police).await;
        let given = decide(
            &program,
            client,
            &by_law,
            "law:statutory-task",
            &["fields:contact", "records:goal"],
        )
        .await;
        assert_eq!(given.status, 200, "despite secrecy: {}", given.body);
        assert_eq!(deliver(&maija, client, &by_law, &[]).await.status, 200);
        let employer = json!({ "recipient": "other", "body": "Paja Oy", "body_kind": "employer" });
        let employer = asked(&program, client, employer).await;
        for (ground, key) in [
            ("law:statutory-task", "disclosures-no-statutory-task"),
            ("law:special-act", "disclosures-provision-missing"),
            ("law:register-disclosure", "disclosures-all-secret"),
            (
                "consent:0198c0de-0000-7000-8000-000000000001",
                "disclosures-consent-missing",
            ),
            ("law:made-up", "disclosures-ground-unknown"),
            ("joint-service", "disclosures-ground-unknown"),
        ] {
            let wrong = decide(&program, client, &employer, ground, &["records:goal"]).await;
            assert_eq!(
                (wrong.status, &wrong.json()["errors"][0]["key"]),
                (422, &json!(key)),
                "{ground}"
            );
        }
        let undecided = deliver(&maija, client, &employer, &[]).await;
        assert!(undecided.status == 422 && undecided.says("Antamisesta ei ole päätetty."));

        let abroad =
            json!({ "recipient": "other", "body": "Office", "body_kind": "authority", "country": "RU" });
        let abroad = asked(&program, client, abroad).await;
        let refused = decide(&program, client, &abroad, "law:statutory-task", &["records:goal"]).await;
        assert_eq!(
            (refused.status, &refused.json()["errors"][0]["key"]),
            (422, &json!("disclosures-country"))
        );
        assert!(
            maija
                .get(&format!("/clients/{client}/disclosures/{abroad}"))
                .await
                .says("ei voi luovuttaa tähän maahan")
        );
        let sweden =
            json!({ "recipient": "other", "body": "Myndighet", "body_kind": "authority", "country": "SE" });
        let sweden = asked(&program, client, sweden).await;
        assert_eq!(
            decide(&program, client, &sweden, "law:statutory-task", &["records:goal"])
                .await
                .status,
            200
        );
    })
    .await;
}

#[tokio::test]
async fn c4_the_joint_service_exchanges_without_consent_and_others_need_one() {
    for_each_backend(|app| async move {
        let register = app.register("typpi", "typpi").await;
        let maija = app.worker_in(register, Role::Coach, "maija").await;
        let program = app.program(&maija).await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let kela = asked(&program, client, json!({ "recipient": "kela" })).await;
        assert_eq!(
            decide(&program, client, &kela, "joint-service", &["fields:identity"])
                .await
                .status,
            200
        );
        let employer = asked(&program, client, json!({ "recipient": "employer" })).await;
        let refused = decide(&program, client, &employer, "joint-service", &["fields:identity"]).await;
        assert_eq!(refused.status, 422);
        let grounds = program
            .get(&format!("/api/v1/clients/{client}/disclosures/{employer}"))
            .await
            .json();
        assert!(!grounds["grounds"].to_string().contains("joint-service"));
    })
    .await;
}
