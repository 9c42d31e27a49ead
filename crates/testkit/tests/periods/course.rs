//! How a period goes: it ends, stands still and goes on, changes its days.

use polku_testkit::{Client, for_each_backend};
use serde_json::json;

use super::{DAY, but, id_of, started};

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
