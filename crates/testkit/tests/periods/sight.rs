//! Who sees periods and who changes them.

use polku_testkit::{Client, for_each_backend};
use serde_json::json;

use super::{DAY, but, id_of, started, with};

/// E1: access by a group is there while a period goes on in it.
#[tokio::test]
async fn the_coaches_of_a_group_see_the_client_while_the_period_goes_on_b2_e1() {
    for_each_backend(|app| async move {
        let (anna, maija, pekka) = (
            app.manager("anna").await,
            app.coach("maija").await,
            app.coach("pekka").await,
        );
        let made = anna.post("/groups", &[("name", "Puupaja")]).await;
        let group = made.location().rsplit('/').next().expect("a group").to_owned();
        let account = pekka.account.to_string();
        let coach = [("account", account.as_str()), ("from", "23.11.")];
        anna.post(&format!("/groups/{group}/coaches"), &coach).await;

        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let page = format!("/clients/{client}/periods");
        let id = id_of(
            &maija
                .post(&page, &with(&[("workgroup", &group), ("state", "planned")]))
                .await,
        );
        assert_eq!(pekka.get(&page).await.status, 404, "a plan opens nothing");
        let start = [("version", "1"), ("starts_on", "23.11."), ("ends_on", "26.2.27")];
        maija.post(&format!("{page}/{id}/start"), &start).await;
        assert_eq!(pekka.get(&page).await.status, 200);
        let end = [
            ("version", "2"),
            ("outcome", "completed"),
            ("ended_on", "23.11."),
            ("placement", "unemployed"),
        ];
        assert_eq!(pekka.post(&format!("{page}/{id}/end"), &end).await.status, 303);
        assert_eq!(
            pekka.get(&page).await.status,
            200,
            "whoever closes it sees that it is closed"
        );
        app.after(DAY);
        assert_eq!(pekka.again(&app).await.get(&page).await.status, 404);
        assert_eq!(
            maija.again(&app).await.get(&page).await.status,
            200,
            "still responsible"
        );
    })
    .await;
}

#[tokio::test]
async fn a_records_officer_reads_periods_and_is_offered_no_change_e2() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let officer = app
            .worker(polku_desk::access::Role::RecordsOfficer, "ritva")
            .await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let id = started(&maija, &client).await;
        let page = format!("/clients/{client}/periods");
        let shown = officer.get(&page).await;
        assert_eq!(shown.status, 200);
        assert!(
            shown.says("meneillään") && !shown.says(&format!("{id}/end")),
            "{}",
            shown.body
        );
        assert_eq!(officer.get(&format!("{page}/{id}/end")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn two_who_change_a_period_at_once_see_both_b2() {
    for_each_backend(|app| async move {
        let (maija, anna) = (app.coach("maija").await, app.manager("anna").await);
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let id = started(&maija, &client).await;
        let page = format!("/clients/{client}/periods/{id}");
        let changed = |place: &'static str| but(&[("place", place), ("version", "1")]);
        assert_eq!(anna.post(&page, &changed("Metallipaja")).await.status, 303);
        let conflict = maija.post(&page, &changed("Keittiö")).await;
        assert_eq!(conflict.status, 422);
        assert!(
            conflict.says("Metallipaja") && conflict.says("Keittiö"),
            "{}",
            conflict.body
        );
        assert!(conflict.says("name=\"version\" value=\"2\""), "{}", conflict.body);
    })
    .await;
}

#[tokio::test]
async fn a_program_runs_a_period_from_plan_to_end_b2() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let program = app.program(&maija).await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let list = format!("/api/v1/clients/{client}/periods");
        let mut input = json!({
            "measure": "rehabilitative-work", "starts_on": "2026-11-23", "ends_on": "2027-05-28",
            "weekdays": ["monday", "tuesday", "wednesday", "thursday", "friday"], "hours": "6",
        });
        let refused = program.post(&list, &input).await;
        assert_eq!(refused.status, 422);
        let error = refused.json()["errors"][0].clone();
        assert_eq!((&error["key"], &error["limit"]), (&json!("law-week-too-many-days"), &json!(4)));
        assert_eq!((&error["weight"], &error["source"]["act"]), (&json!("refuse"), &json!("189/2001")));

        input["weekdays"] = json!(["monday", "tuesday"]);
        let made = program.post(&list, &input).await;
        assert_eq!((made.status, made.etag()), (201, "\"1\""), "{}", made.body);
        let one = made.location().to_owned();
        input["place"] = json!("Pakkaamo");
        assert_eq!(program.put(&one, "\"1\"", &input).await.status, 204);
        assert_eq!(program.put(&one, "\"1\"", &input).await.status, 412);
        let start = json!({ "starts_on": "2026-11-23", "ends_on": "2027-05-28" });
        let started = program.put(&format!("{one}/start"), "\"2\"", &start).await;
        assert_eq!((started.status, started.etag()), (204, "\"3\""), "{}", started.body);
        let again = program.put(&format!("{one}/start"), "\"3\"", &start).await;
        assert_eq!(again.status, 422, "it goes on already");
        let end = json!({
            "outcome": "interrupted", "ended_on": "2026-11-23", "placement": "no-information", "reason": "Ei tullut.",
        });
        assert_eq!(program.put(&format!("{one}/end"), "\"3\"", &end).await.status, 204);
        let resume = json!({ "resumed_on": "2026-11-23", "ends_on": "2027-05-28", "weekdays": ["monday"], "hours": "4" });
        let too_early = program.put(&format!("{one}/resume"), "\"4\"", &resume).await;
        assert_eq!(too_early.json()["errors"][0]["key"], "periods-resume-too-early");
        let shown = program.get(&one).await.json();
        assert_eq!((&shown["state"], &shown["place"]), (&json!("interrupted"), &json!("Pakkaamo")));
        assert_eq!(program.get(&list).await.json()["periods"][0]["placement"], "no-information");
    })
    .await;
}
