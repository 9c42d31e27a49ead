//! Allowances, their payer and their payment file (B6, A2).

use polku_desk::access::Role;
use polku_testkit::{for_each_backend, on_sqlite};
use serde_json::json;

use super::{ACCOUNT, DAYS, MONTH, Paja, member};

#[tokio::test]
async fn allowances_are_counted_confirmed_filed_and_paid_once_b6_a2() {
    for_each_backend(|app| async move {
        let mut paja = Paja::of(app).await;
        let ilona = member(&paja.maija, &paja.group, "Ilona", Some(ACCOUNT)).await;
        let mikko = member(&paja.maija, &paja.group, "Mikko", None).await;
        paja.a_week_later().await;
        for client in [&ilona, &mikko] {
            assert_eq!(paja.mark(client, &DAYS, "present").await.status, 200);
        }
        let page = format!("/allowances?month={MONTH}");
        assert!(paja.anna.get(&page).await.says("Maksettavaa ei ole"));
        assert_eq!(paja.confirm().await.status, 200);

        // Without a ground nothing is counted; without an account nothing is paid.
        let due = paja.overview().await;
        assert_eq!(due["due"][0]["without_ground"], json!(6));
        let refused = paja.anna.post("/allowances", &[("month", MONTH)]).await;
        assert!(
            refused.status == 422 && refused.says("Laskettavaa ei ole"),
            "{}",
            refused.body
        );
        paja.ground(&ilona, "outside-own-area").await;
        let grounds = [
            ("month", MONTH),
            ("ground", "own-area"),
            ("from", "1.11.2026"),
            ("source", "Sovittu"),
        ];
        assert_eq!(paja.anna.post("/allowances/grounds", &grounds).await.status, 303);
        let due = paja.overview().await;
        assert_eq!(
            (&due["due"][0]["amount"], &due["due"][0]["name"]),
            (&json!(10_800), &json!("Malli Ilona"))
        );
        assert_eq!(due["due"][1]["without_account"], json!(true));

        let run = paja.draft().await;
        let second = paja.anna.post("/allowances", &[("month", MONTH)]).await;
        assert!(
            second.status == 422 && second.says("vielä luonnos"),
            "{}",
            second.body
        );
        let shown = paja.anna.get(&format!("/allowances/{run}")).await;
        assert!(shown.says("FI…0785") && shown.says("108,00"), "{}", shown.body);
        assert_eq!(paja.file(&run).await.status, 422, "a draft does not leave");
        paja.turn(&run, "/confirm", "1").await;
        let without = paja.file(&run).await;
        assert!(
            without.status == 422 && without.says("Maksajan tiliä ei ole kerrottu"),
            "{}",
            without.body
        );
        paja.payer().await;
        for (day, told) in [
            ("29.11.2026", "on mennyt"),
            ("6.12.2026", "eivät maksa"),
            ("1.12.2027", "liian kaukana"),
            ("", "päivä"),
        ] {
            let answer = paja
                .anna
                .post(&format!("/allowances/{run}/file"), &[("bank_day", day)])
                .await;
            assert!(
                answer.status == 422 && answer.says(told),
                "{day}: {}",
                answer.body
            );
        }
        let file = paja.file(&run).await;
        assert_eq!(file.status, 200, "{}", file.body);
        assert_eq!(file.headers["content-type"], "application/xml");
        for told in [
            "<CtrlSum>108.00</CtrlSum>",
            "<Dt>2026-12-02</Dt>",
            "<Nm>Malli Ilona</Nm>",
            "<IBAN>FI2112345600000785</IBAN>",
            "<Ustrd>Maksu</Ustrd>",
        ] {
            assert!(file.says(told), "{told}: {}", file.body);
        }
        for secret in ["Mikko", "Puupaja", "coaching", "almennus", "kulukorvaus"] {
            assert!(!file.says(secret), "{secret}: {}", file.body);
        }
        // The same file again, to the letter: the bank takes it once.
        let again = paja
            .anna
            .post(&format!("/allowances/{run}/file"), &[("bank_day", "")])
            .await;
        assert_eq!(again.body, file.body);
        paja.turn(&run, "/paid", "3").await;
        let late = paja
            .anna
            .post(
                &format!("/allowances/{run}/cancel"),
                &[("version", "4"), ("reason", "mistake")],
            )
            .await;
        assert_eq!(late.status, 303);
        let body = paja
            .app
            .program(&paja.anna)
            .await
            .get(&format!("/api/v1/allowances/{run}"))
            .await;
        assert_eq!(body.json()["state"], json!("paid"), "what is paid stays paid");

        // A correction comes as a difference: a day less is carried over.
        paja.correct(&ilona, DAYS[1], "sick").await;
        let due = paja.overview().await;
        assert_eq!(due["due"][0]["carried_over"], json!(1_800));
        let refused = paja.anna.post("/allowances", &[("month", MONTH)]).await;
        assert_eq!(refused.status, 422);
        // And given back when the correction is corrected: nothing is due.
        paja.correct(&ilona, DAYS[1], "present").await;
        let due = paja.overview().await["due"].clone();
        assert_eq!(
            due.as_array().map(Vec::len),
            Some(1),
            "only Mikko without an account: {due}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_run_is_counted_again_and_a_difference_comes_with_the_next_b6() {
    on_sqlite(|app| async move {
        let mut paja = Paja::of(app).await;
        let ilona = member(&paja.maija, &paja.group, "Ilona", Some(ACCOUNT)).await;
        paja.ground(&ilona, "own-area").await;
        paja.a_week_later().await;
        assert_eq!(paja.mark(&ilona, &DAYS[..5], "present").await.status, 200);
        assert_eq!(paja.mark(&ilona, &DAYS[5..], "absent").await.status, 200);
        assert_eq!(paja.confirm().await.status, 200);
        let first = paja.draft().await;
        paja.turn(&first, "/cancel", "1").await;
        let program = paja.app.program(&paja.anna).await;
        let second = program
            .post("/api/v1/allowances", &json!({ "month": MONTH }))
            .await;
        assert_eq!(second.status, 201, "{}", second.body);
        let second = second.json()["id"].as_str().expect("an id").to_owned();
        let state = format!("/api/v1/allowances/{second}/state");
        let confirm = json!({ "state": "confirmed", "version": 1, "reason": "" });
        assert_eq!(program.post(&state, &confirm).await.status, 200);
        assert_eq!(
            program.post(&state, &confirm).await.status,
            409,
            "on the version that was seen"
        );
        let skip = json!({ "state": "paid", "version": 2, "reason": "" });
        assert_eq!(
            program.post(&state, &skip).await.status,
            422,
            "not without its file"
        );

        // Two corrections: the absent day was attended after all, another one was not.
        paja.correct(&ilona, DAYS[5], "present").await;
        paja.ground(&ilona, "outside-own-area").await;
        let third = paja.draft().await;
        let run = program.get(&format!("/api/v1/allowances/{third}")).await.json();
        let payment = &run["payments"][0];
        // Five days at another rate and one new one: 5 × 9 € + 18 €.
        assert_eq!((&payment["amount"], &payment["days"]), (&json!(6_300), &json!(1)));
        assert_eq!(payment["lines"].as_array().map(Vec::len), Some(6));
        let client = program
            .get(&format!("/api/v1/clients/{ilona}/allowance"))
            .await
            .json();
        assert_eq!(client["payments"].as_array().map(Vec::len), Some(3));
        assert_eq!(client["grounds"][0]["ground"], json!("outside-own-area"));
        let list = paja.anna.post(&format!("/allowances/{third}/list"), &[]).await;
        assert!(list.status == 200 && list.body.starts_with("PK"), "a workbook");
    })
    .await;
}

/// A2: where the profile has no accounts nothing of accounts and files exists; the days are counted for the payer.
#[tokio::test]
async fn a_register_without_accounts_counts_for_its_payer_and_makes_no_file_a2() {
    for_each_backend(|app| async move {
        let register = app.register("ii", "ii").await;
        let paula = app.worker_in(register, Role::MainUser, "paula").await;
        let mut paja = Paja::in_register(app, register).await;
        assert_eq!(paula.get("/admin/payer").await.status, 404);
        assert!(!paula.get("/admin").await.says("/admin/payer"));
        let ilona = member(&paja.maija, &paja.group, "Ilona", None).await;
        paja.ground(&ilona, "own-area").await;
        paja.a_week_later().await;
        assert_eq!(paja.mark(&ilona, &DAYS, "present").await.status, 200);
        assert_eq!(paja.confirm().await.status, 200);
        let run = paja.draft().await;
        let page = paja.anna.get(&format!("/allowances/{run}")).await;
        assert!(
            page.says("54,00") && !page.says("Maksuaineisto") && !page.says("Tili<"),
            "{}",
            page.body
        );
        paja.turn(&run, "/confirm", "1").await;
        assert_eq!(paja.file(&run).await.status, 404);
        paja.turn(&run, "/paid", "2").await;
        let page = paja.anna.get("/allowances").await;
        assert!(page.says("ilmoitettu maksajalle"), "{}", page.body);
        assert!(paja.overview().await["due"].as_array().is_some_and(Vec::is_empty));
    })
    .await;
}

/// What a main user types wrong about the payer is said, and kept.
#[tokio::test]
async fn a_mistyped_payer_is_refused_with_its_reason_a2() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let typed = |account: &'static str, message: &'static str, version: &'static str| {
            vec![
                ("version", version),
                ("name", "Säätiö"),
                ("account", account),
                ("service_id", ""),
                ("message", message),
            ]
        };
        let wrong = paula
            .post(
                "/admin/payer",
                &typed("FI21 1234 5600 0007 86", "Kulu & korvaus", "0"),
            )
            .await;
        assert!(
            wrong.status == 422 && wrong.says("Kulu &amp; korvaus"),
            "{}",
            wrong.body
        );
        assert_eq!(
            paula
                .post("/admin/payer", &typed(ACCOUNT, "Maksu", "0"))
                .await
                .status,
            303
        );
        let late = paula.post("/admin/payer", &typed(ACCOUNT, "Toinen", "0")).await;
        assert!(
            late.status == 422 && late.says("Joku muu ehti muuttaa"),
            "{}",
            late.body
        );
        let request = axum::http::Request::get("/api/v1/admin/payer");
        let payer = paula.send(request, String::new()).await;
        assert_eq!(payer.json()["account"], json!("FI2112345600000785"));
        let anna = app.manager("anna").await;
        assert_eq!(anna.get("/admin/payer").await.status, 403);
    })
    .await;
}
