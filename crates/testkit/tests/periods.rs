//! Stories about periods of service.

use jiff::SignedDuration;
use polku_testkit::{Answer, Browser, Client, for_each_backend};
use serde_json::json;

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Rehabilitative work on three days a week from 1.9.2026 to 26.2.2027.
const AGREED: [(&str, &str); 8] = [
    ("measure", "rehabilitative-work"),
    ("place", "Pakkaamo"),
    ("starts_on", "1.9."),
    ("ends_on", "26.2.27"),
    ("weekdays", "monday"),
    ("weekdays", "tuesday"),
    ("weekdays", "wednesday"),
    ("hours", "6"),
];

fn with<'a>(extra: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    AGREED.iter().chain(extra).copied().collect()
}

/// The same with some fields replaced.
fn but<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let replaced = |name: &str| changes.iter().any(|(other, _)| *other == name);
    let kept = AGREED.iter().filter(|(name, _)| !replaced(name));
    kept.chain(changes).copied().collect()
}

fn id_of(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let fragment = answer.location().split("#period-").nth(1);
    fragment.expect("a period").to_owned()
}

async fn started(coach: &Browser, client: &str) -> String {
    let fields = with(&[("state", "ongoing")]);
    id_of(&coach.post(&format!("/clients/{client}/periods"), &fields).await)
}

#[tokio::test]
async fn a_coach_plans_a_period_and_starts_it_when_the_day_comes_b2() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let page = format!("/clients/{client}/periods");
        assert!(maija.get(&page).await.says("Asiakkaalla ei ole vielä jaksoja."));
        assert_eq!(
            maija.get(&format!("/clients/{client}/periods/new")).await.status,
            200
        );
        let planned = but(&[
            ("starts_on", "24.11."),
            ("ends_on", "28.5.27"),
            ("state", "planned"),
        ]);
        let id = id_of(&maija.post(&page, &planned).await);
        let shown = maija.get(&page).await;
        for words in [
            "suunniteltu",
            "Kuntouttava työtoiminta",
            "ma, ti, ke",
            "Pakkaamo",
            "24.11.2026–28.5.2027",
        ] {
            assert!(shown.says(words), "{words}\n{}", shown.body);
        }
        let start = format!("{page}/{id}/start");
        let tomorrow = [("version", "1"), ("starts_on", "24.11."), ("ends_on", "28.5.27")];
        let refused = maija.post(&start, &tomorrow).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Päivä on tulevaisuudessa."), "{}", refused.body);

        app.after(DAY * 2);
        let maija = maija.again(&app).await;
        assert!(
            maija
                .get(&page)
                .await
                .says("Alkamispäivä meni, jaksoa ei ole aloitettu")
        );
        assert_eq!(maija.get(&start).await.status, 200);
        assert_eq!(id_of(&maija.post(&start, &tomorrow).await), id);
        let shown = maija.get(&page).await;
        assert!(
            shown.says("meneillään") && shown.says("viikkoa"),
            "{}",
            shown.body
        );
        let now = maija.get(&format!("/clients/{client}")).await;
        assert!(
            now.says("Kuntouttava työtoiminta") && now.says("Jäljellä"),
            "{}",
            now.body
        );
    })
    .await;
}

#[tokio::test]
async fn what_the_law_refuses_is_told_with_its_source_and_nothing_typed_is_lost_b2() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let page = format!("/clients/{client}/periods");
        let beyond = with(&[("weekdays", "thursday"), ("weekdays", "friday")]);
        let refused = maija.post(&page, &beyond).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("enintään 4 päivänä viikossa"), "{}", refused.body);
        assert!(
            refused.says("189/2001, 13 §") && refused.says("Pakkaamo"),
            "{}",
            refused.body
        );
        for (field, value, words) in [
            ("hours", "3,5", "kestää vähintään 4 tuntia"),
            ("hours", "9", "kestää enintään 8 tuntia"),
            ("ends_on", "29.11.", "kestää vähintään 3 kuukautta"),
            ("ends_on", "1.9.28", "kestää enintään 24 kuukautta"),
        ] {
            let refused = maija.post(&page, &but(&[(field, value)])).await;
            assert_eq!(refused.status, 422, "{field} {value}");
            assert!(refused.says(words), "{field} {value}: {}", refused.body);
        }
        assert!(maija.get(&page).await.says("Asiakkaalla ei ole vielä jaksoja."));
        let coaching = but(&[("measure", "coaching"), ("ends_on", ""), ("hours", "3")]);
        assert_eq!(
            maija.post(&page, &coaching).await.status,
            303,
            "another measure has other limits"
        );
    })
    .await;
}

#[tokio::test]
async fn what_the_law_warns_of_is_saved_when_it_is_accepted_b2() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let page = format!("/clients/{client}/periods");
        let warned = maija.post(&page, &but(&[("ends_on", "")])).await;
        assert_eq!(warned.status, 422);
        assert!(warned.says("Laista seuraa huomautus."), "{}", warned.body);
        assert!(warned.says("value=\"law-period-without-end\""), "{}", warned.body);
        let accepted = but(&[("ends_on", ""), ("accepted_warnings", "law-period-without-end")]);
        let id = id_of(&maija.post(&page, &accepted).await);
        let edit = maija.get(&format!("{page}/{id}/edit")).await;
        assert!(
            edit.says("value=\"law-period-without-end\""),
            "stays accepted: {}",
            edit.body
        );
    })
    .await;
}

#[tokio::test]
async fn a_period_ends_with_its_placement_and_the_relationship_with_it_in_one_form_b1_b2() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let relationships = format!("/clients/{client}/relationships");
        let begun = [("basis", "rehabilitative-work"), ("started_on", "1.9.")];
        let begun = maija.post(&relationships, &begun).await;
        let relationship = begun
            .location()
            .split("#relationship-")
            .nth(1)
            .expect("an id")
            .to_owned();
        let page = format!("/clients/{client}/periods");
        let id = started(&maija, &client).await;

        let end = format!("{page}/{id}/end");
        let form = maija.get(&end).await;
        assert!(
            form.says(&relationship) && form.says("Asiakkuus jatkuu"),
            "{}",
            form.body
        );
        let unplaced = [
            ("version", "1"),
            ("outcome", "completed"),
            ("ended_on", "20.11."),
            ("placement", ""),
        ];
        let refused = maija.post(&end, &unplaced).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Valitse jatkosijoittuminen."), "{}", refused.body);
        let ended = [
            ("version", "1"),
            ("outcome", "completed"),
            ("ended_on", "20.11."),
            ("placement", "education"),
            ("relationship", relationship.as_str()),
        ];
        assert_eq!(id_of(&maija.post(&end, &ended).await), id);
        let shown = maija.get(&page).await;
        assert!(
            shown.says("toteutunut") && shown.says("Koulutus"),
            "{}",
            shown.body
        );
        let shown = maija.get(&relationships).await;
        assert!(
            shown.says("1.9.–20.11.2026") && shown.says("Kysytään 20.11.2027"),
            "{}",
            shown.body
        );
    })
    .await;
}

#[tokio::test]
async fn an_interrupted_period_has_a_reason_and_can_go_on_b2() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let page = format!("/clients/{client}/periods");
        let id = started(&maija, &client).await;
        let end = format!("{page}/{id}/end");
        let mut interrupted = vec![
            ("version", "1"),
            ("outcome", "interrupted"),
            ("ended_on", "13.11."),
            ("placement", "still-at-workshop"),
        ];
        let refused = maija.post(&end, &interrupted).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.says("Kirjoita, miksi jakso keskeytyi."),
            "{}",
            refused.body
        );
        interrupted.push(("reason", "Muutti väliaikaisesti."));
        maija.post(&end, &interrupted).await;
        let shown = maija.get(&page).await;
        assert!(
            shown.says("keskeytynyt") && shown.says("Muutti väliaikaisesti."),
            "{}",
            shown.body
        );

        let resume = format!("{page}/{id}/resume");
        assert_eq!(maija.get(&resume).await.status, 200);
        let week = [("weekdays", "thursday"), ("hours", "5"), ("ends_on", "26.2.27")];
        let on = |day: &'static str| [&[("version", "2"), ("resumed_on", day)], &week[..]].concat();
        let too_early = maija.post(&resume, &on("13.11.")).await;
        assert_eq!(too_early.status, 422);
        assert!(too_early.says("seuraavana päivänä"), "{}", too_early.body);
        assert_eq!(id_of(&maija.post(&resume, &on("23.11.")).await), id);
        let shown = maija.get(&page).await;
        assert!(
            shown.says("meneillään") && shown.says("Muutti väliaikaisesti."),
            "{}",
            shown.body
        );

        let program = app.program(&maija).await;
        let schedule = program.get(&format!("/api/v1{page}/{id}")).await.json()["schedule"].clone();
        assert_eq!(
            schedule[0]["until"], "2026-11-13",
            "nobody is expected during the break"
        );
        assert_eq!(schedule[1]["from"], "2026-11-23");
        assert_eq!(schedule[1]["weekdays"], json!(["thursday"]));
    })
    .await;
}

#[tokio::test]
async fn other_days_hold_from_the_change_on_and_never_back_b2() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let page = format!("/clients/{client}/periods");
        let id = started(&maija, &client).await;
        let changed = [
            ("version", "1"),
            ("measure", "rehabilitative-work"),
            ("starts_on", "1.9."),
            ("ends_on", "26.2.27"),
            ("weekdays", "friday"),
            ("hours", "4"),
            ("changes_from", "30.11."),
        ];
        assert_eq!(id_of(&maija.post(&format!("{page}/{id}"), &changed).await), id);
        let program = app.program(&maija).await;
        let schedule = program.get(&format!("/api/v1{page}/{id}")).await.json()["schedule"].clone();
        assert_eq!(schedule[0]["weekdays"], json!(["monday", "tuesday", "wednesday"]));
        assert_eq!(
            (&schedule[0]["from"], &schedule[0]["until"]),
            (&json!("2026-09-01"), &json!("2026-11-29"))
        );
        assert_eq!(
            (&schedule[1]["from"], &schedule[1]["minutes"]),
            (&json!("2026-11-30"), &json!(240))
        );
    })
    .await;
}

#[tokio::test]
async fn a_coach_is_told_when_a_period_is_ending_and_when_it_was_not_closed_b2() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let page = format!("/clients/{client}/periods");
        let fields = but(&[("ends_on", "4.12."), ("state", "ongoing")]);
        let id = id_of(&maija.post(&page, &fields).await);
        let shown = maija.get(&page).await;
        assert!(
            shown.says("<span class=\"tag due\">11 päivää</span>"),
            "{}",
            shown.body
        );
        app.after(DAY * 14);
        let maija = maija.again(&app).await;
        let shown = maija.get(&page).await;
        assert!(
            shown.says("Päättymispäivä meni, jaksoa ei ole päätetty"),
            "{}",
            shown.body
        );
        let form = maija.get(&format!("{page}/{id}/end")).await;
        assert!(
            form.says("value=\"4.12.2026\""),
            "the planned day is offered: {}",
            form.body
        );
    })
    .await;
}

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
