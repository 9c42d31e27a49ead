//! The legal-basis register (C2): `/legal-bases`, and what points into it.

use jiff::civil::date;
use polku_desk::access::{Audience, Role, legal_ground, rules::conditions};
use polku_profile::Profile;
use polku_testkit::{Client, for_each_backend, on_sqlite};
use serde_json::json;

#[tokio::test]
async fn c2_the_register_says_for_what_data_is_used_and_under_which_law_on_any_day() {
    for_each_backend(|app| async move {
        let kuopio = app.register("kuopio", "kuopio").await;
        let maija = app.worker_in(kuopio, Role::Coach, "maija").await;
        let now = maija.get("/legal-bases").await;
        assert_eq!(now.status, 200);
        assert!(now.says("Työllisyyspalvelujen järjestäminen") && now.says("(380/2023)"));
        let then = maija.get("/legal-bases?on=1.5.2020").await;
        assert!(then.says("1.5.2020") && then.says("(916/2012)"));
        let program = app.program(&maija).await;
        let numbers = |body: &serde_json::Value| {
            let purposes = body["purposes"].as_array().expect("purposes").clone();
            let bases = purposes
                .iter()
                .flat_map(|purpose| purpose["bases"].as_array().expect("bases").clone());
            bases.map(|basis| basis["act"].clone()).collect::<Vec<_>>()
        };
        let now = program.get("/api/v1/legal-bases").await.json();
        let then = program.get("/api/v1/legal-bases?on=2020-05-01").await.json();
        assert_eq!(
            (&now["on"], &then["on"]),
            (&json!("2026-11-23"), &json!("2020-05-01"))
        );
        assert!(numbers(&now).contains(&json!("380/2023")) && !numbers(&now).contains(&json!("916/2012")));
        assert!(numbers(&then).contains(&json!("916/2012")) && !numbers(&then).contains(&json!("380/2023")));
    })
    .await;
}

#[tokio::test]
async fn a_day_that_cannot_be_is_told_and_kept() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let page = maija.get("/legal-bases?on=31.2.2026").await;
        assert_eq!(page.status, 422);
        assert!(page.says("31.2.2026"));
        let wrong = app
            .program(&maija)
            .await
            .get("/api/v1/legal-bases?on=joskus")
            .await;
        assert_eq!(
            (wrong.status, &wrong.json()["errors"][0]["field"]),
            (422, &json!("on"))
        );
    })
    .await;
}

/// C2, E4: who has looked sees the purpose and the law beside the ground.
#[tokio::test]
async fn c2_a_look_says_its_purpose_and_its_legal_basis() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        assert_eq!(maija.get(&format!("/clients/{ilona}")).await.status, 200);
        let looks = app
            .program(&tiina)
            .await
            .get(&format!("/api/v1/clients/{ilona}/looks"))
            .await
            .json();
        let look = &looks["looks"][0];
        let profile = Profile::shipped("walmu").expect("a shipped profile");
        let ground = legal_ground(
            &profile,
            Role::Coach,
            polku_desk::access::Basis::CareRelationship,
            date(2026, 11, 23),
        )
        .expect("a ground");
        assert_eq!(look["legal_purpose"], json!(ground.purpose.key));
        assert_eq!(look["legal_basis"], json!(ground.basis.key));
        let page = tiina.get(&format!("/clients/{ilona}/looks")).await;
        assert!(page.says(&ground.purpose.text.fi), "{}", page.body);
    })
    .await;
}

/// C2: each route that touches people serves a purpose that rests on a basis, in every register that has the role.
#[test]
fn c2_every_routes_purpose_rests_on_a_legal_basis() {
    let today = date(2026, 11, 23);
    let mut lost = Vec::new();
    for key in ["walmu", "ii", "kokkotyo", "typpi", "kuopio"] {
        let profile = Profile::shipped(key).expect("a shipped profile");
        for entry in polku_server::routes().entries() {
            let (Some((action, resources)), true) = (
                entry.spec.touches,
                matches!(
                    entry.spec.audience,
                    Audience::ByRules | Audience::Roles(_) | Audience::Client
                ),
            ) else {
                continue;
            };
            for role in Role::ALL.iter().filter(|role| entry.spec.admits(**role)) {
                if !profile.roles.contains_key(&role.in_profile()) {
                    continue;
                }
                let takes = profile.can(polku_profile::Capability::VisibilityConsents);
                for condition in conditions(*role, action, resources[0]) {
                    let basis = condition.basis(*role);
                    let is_by_consent = basis == polku_desk::access::Basis::Consent;
                    if (!is_by_consent || takes) && legal_ground(&profile, *role, basis, today).is_none() {
                        lost.push(format!(
                            "{key}: {} {} by {role} on {basis}",
                            entry.method, entry.path
                        ));
                    }
                }
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}
