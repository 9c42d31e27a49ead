//! Stories about periods of service.

mod course;
mod sight;

use jiff::SignedDuration;
use polku_testkit::{Answer, Browser, Client, for_each_backend};

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
