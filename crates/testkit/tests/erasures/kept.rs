//! What stays and why: the law, a legal hold; and where no law keeps anything.

use polku_desk::access::Role;
use polku_testkit::{Client, for_each_backend};
use serde_json::json;

use super::{do_all, ilona, proposal, proposed};

#[tokio::test]
async fn what_the_law_keeps_stays_and_the_refusal_has_its_ground_d4() {
    for_each_backend(|app| async move {
        let (_, client) = ilona(&app).await;
        let (paula, dora) = (
            app.main_user("paula").await,
            app.worker(Role::DataProtectionOfficer, "dora").await,
        );
        let page = format!("/clients/{client}/erasure");
        let shown = paula.get(&page).await;
        assert!(
            shown.says("Laki vaatii säilyttämään") && shown.says("831/1994"),
            "{}",
            shown.body
        );
        let nothing = paula.post(&page, &proposal("no-longer-needed")).await;
        assert!(nothing.status == 422 && nothing.says("mitään ei poistu") && nothing.says("Asiakas pyysi."));
        let empty = paula
            .post(&page, &[("ground", ""), ("reasons", ""), ("request", "jokin")])
            .await;
        for words in [
            "Valitse peruste luettelosta.",
            "Kirjoita perustelu.",
            "Tarkista pyynnön tunnus.",
        ] {
            assert!(
                empty.status == 422 && empty.says(words),
                "{words}\n{}",
                empty.body
            );
        }
        let program = app.program(&dora).await;
        let preview = program
            .get(&format!(
                "/api/v1/clients/{client}/erasure?ground=no-longer-needed"
            ))
            .await
            .json();
        let parts = preview["parts"].as_array().expect("parts");
        assert!(
            parts.len() > 2 && parts.iter().all(|part| part["stays"]["why"] == "by-law"),
            "{preview}"
        );
        let body = json!({ "ground": "unlawful", "reasons": "Kirjattu väärälle henkilölle." });
        let made = program
            .post(&format!("/api/v1/clients/{client}/erasures"), &body)
            .await;
        assert_eq!(made.status, 201, "{}", made.body);
        let id = made.json()["id"].as_str().expect("an id").to_owned();
        let one = format!("/api/v1/clients/{client}/erasures/{id}");
        assert_eq!(made.location(), one);
        let without = paula
            .post(&format!("{page}/{id}/refuse"), &[("refusal", "")])
            .await;
        assert!(without.status == 422 && without.says("Kirjoita perustelu."));
        let refused = paula
            .post(
                &format!("{page}/{id}/refuse"),
                &[("refusal", "Tiedot ovat oikeita.")],
            )
            .await;
        assert_eq!(refused.status, 303, "{}", refused.body);
        let told = program.get(&one).await.json();
        assert_eq!(
            (&told["state"], &told["refusal"]),
            (&json!("refused"), &json!("Tiedot ovat oikeita."))
        );
        let late = app
            .program(&paula)
            .await
            .post(&format!("{one}/refuse"), &json!({ "refusal": "Taas." }))
            .await;
        assert_eq!(late.status, 409, "{}", late.body);

        let own = proposed(&paula, client, "legal-duty").await;
        let not_own = program
            .post(
                &format!("/api/v1/clients/{client}/erasures/{own}/withdraw"),
                &json!({}),
            )
            .await;
        assert_eq!(not_own.status, 422, "{}", not_own.body);
        assert_eq!(
            paula.post(&format!("{page}/{own}/withdraw"), &[]).await.status,
            303
        );
        assert!(paula.get(&page).await.says("peruutettu"));
    })
    .await;
}

#[tokio::test]
async fn a_legal_hold_stands_against_an_erasure_that_was_proposed_d4() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let (paula, dora) = (
            app.main_user("paula").await,
            app.worker(Role::DataProtectionOfficer, "dora").await,
        );
        let page = format!("/clients/{client}/erasure");
        let erasure = proposed(&paula, client, "unlawful").await;
        let holds = format!("/clients/{client}/holds");
        let wrong = dora.post(&holds, &[("reason", ""), ("until", "1.1.2020")]).await;
        assert!(wrong.status == 422 && wrong.says("Viimeinen päivä on jo mennyt.") && wrong.says("1.1.2020"));
        let placed = dora
            .post(
                &holds,
                &[("reason", "Oikeudenkäynti on vireillä."), ("until", "")],
            )
            .await;
        assert_eq!(placed.status, 303, "{}", placed.body);
        assert!(paula.get(&page).await.says("Oikeudenkäynti on vireillä."));
        let refused = dora.post(&format!("{page}/{erasure}/approve"), &[]).await;
        assert!(
            refused.status == 422 && refused.says("Oikeudellinen pito estää"),
            "{}",
            refused.body
        );
        do_all(&app).await;
        assert_eq!(maija.get(&format!("/clients/{client}/diary")).await.status, 200);

        let program = app.program(&dora).await;
        let all = program.get(&format!("/api/v1{holds}")).await.json();
        let hold = all[0]["id"].as_str().expect("an id").to_owned();
        let lifted = dora
            .post(&format!("/clients/{client}/holds/{hold}/lift"), &[])
            .await;
        assert_eq!(lifted.status, 303, "{}", lifted.body);
        let placed = program
            .post(&format!("/api/v1{holds}"), &json!({ "reason": "Kantelu." }))
            .await
            .json();
        let id = placed[0]["id"].as_str().expect("an id").to_owned();
        let lifted = program
            .post(&format!("/api/v1{holds}/{id}/lift"), &json!({}))
            .await
            .json();
        assert!(lifted[0]["lifted_at"].is_string(), "{lifted}");
        assert_eq!(
            dora.post(&format!("{page}/{erasure}/approve"), &[]).await.status,
            303
        );
        // A hold that comes between the approval and the work stops the work.
        let placed = dora
            .post(&holds, &[("reason", "Uusi pyyntö."), ("until", "")])
            .await;
        assert_eq!(placed.status, 303);
        do_all(&app).await;
        assert_eq!(maija.get(&format!("/clients/{client}/diary")).await.status, 200);
    })
    .await;
}

/// A foundation is bound by no law to keep: what is no longer needed goes.
#[tokio::test]
async fn a_foundation_erases_what_is_no_longer_needed_d4() {
    for_each_backend(|app| async move {
        let register = app.register("kokko", "kokkotyo").await;
        let maija = app.worker_in(register, Role::Coach, "maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let (paula, dora) = (
            app.worker_in(register, Role::MainUser, "paula").await,
            app.worker_in(register, Role::DataProtectionOfficer, "dora").await,
        );
        let erasure = proposed(&paula, client, "no-longer-needed").await;
        assert_eq!(
            dora.post(&format!("/clients/{client}/erasure/{erasure}/approve"), &[])
                .await
                .status,
            303
        );
        do_all(&app).await;
        assert_eq!(maija.get(&format!("/clients/{client}")).await.status, 404);
    })
    .await;
}
