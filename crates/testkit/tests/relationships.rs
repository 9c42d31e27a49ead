//! Stories about client relationships.

use jiff::SignedDuration;
use polku_testkit::{Answer, Browser, Client, for_each_backend, on_sqlite};
use serde_json::json;

const DAY: SignedDuration = SignedDuration::from_hours(24);

const REFERRED: [(&str, &str); 6] = [
    ("basis", "rehabilitative-work"),
    ("started_on", "1.9."),
    ("referring_body", "employment-authority"),
    ("referrer", "Esimerkin työllisyysalue"),
    ("referred_on", "20.8.26"),
    ("cover_note", "Hakee säännöllistä päivärytmiä."),
];

fn id_of(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let fragment = answer.location().split("#relationship-").nth(1);
    fragment.expect("a relationship").to_owned()
}

async fn begun(coach: &Browser, client: &str) -> String {
    id_of(
        &coach
            .post(&format!("/clients/{client}/relationships"), &REFERRED)
            .await,
    )
}

#[tokio::test]
async fn a_relationship_begins_with_its_referral_and_ends_with_a_placement_b1() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let page = format!("/clients/{client}/relationships");
        assert!(
            maija
                .get(&page)
                .await
                .says("Asiakkaalla ei ole vielä asiakkuutta.")
        );
        assert_eq!(
            maija
                .get(&format!("/clients/{client}/relationships/new"))
                .await
                .status,
            200
        );
        let id = begun(&maija, &client).await;
        let shown = maija.get(&page).await;
        for words in [
            "Kuntouttava työtoiminta",
            "1.9.2026 alkaen",
            "Esimerkin työllisyysalue",
            "20.8.2026",
            "Hakee säännöllistä päivärytmiä.",
            "voimassa",
        ] {
            assert!(shown.says(words), "{words}\n{}", shown.body);
        }

        let end = format!("{page}/{id}/end");
        assert_eq!(maija.get(&end).await.status, 200);
        let without_placement = [("version", "1"), ("ended_on", "20.11."), ("placement", "")];
        let refused = maija.post(&end, &without_placement).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.says("Valitse jatkosijoittuminen.") && refused.says("20.11."),
            "{}",
            refused.body
        );
        let ended = [
            ("version", "1"),
            ("ended_on", "20.11."),
            ("placement", "no-information"),
        ];
        assert_eq!(id_of(&maija.post(&end, &ended).await), id);
        let shown = maija.get(&page).await;
        assert!(
            shown.says("1.9.–20.11.2026") && shown.says("Ei tietoa"),
            "{}",
            shown.body
        );
    })
    .await;
}

#[tokio::test]
async fn somebody_asks_a_year_on_where_the_client_is_b1() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let page = format!("/clients/{client}/relationships");
        let id = begun(&maija, &client).await;
        let follow_up = format!("{page}/{id}/follow-up");
        let nothing_yet = maija.get(&follow_up).await;
        assert_eq!(nothing_yet.status, 303, "nothing to ask while it goes on");
        let ended = [
            ("version", "1"),
            ("ended_on", "23.11."),
            ("placement", "unemployed"),
        ];
        maija.post(&format!("{page}/{id}/end"), &ended).await;
        let shown = maija.get(&page).await;
        assert!(shown.says("Kysytään 23.11.2027"), "{}", shown.body);
        assert!(!shown.says("Kysy, missä asiakas on nyt"));

        app.after(DAY * 360);
        let maija = maija.again(&app).await;
        assert!(maija.get(&page).await.says("Kysy, missä asiakas on nyt"));
        assert_eq!(maija.get(&follow_up).await.status, 200);
        let answered = [("version", "2"), ("placement", "open-labour-market")];
        assert_eq!(maija.post(&follow_up, &answered).await.status, 303);
        let shown = maija.get(&page).await;
        assert!(
            shown.says("Avoimet työmarkkinat") && !shown.says("Kysy, missä"),
            "{}",
            shown.body
        );
    })
    .await;
}

#[tokio::test]
async fn a_client_has_several_relationships_over_time_b1() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let page = format!("/clients/{client}/relationships");
        let first = begun(&maija, &client).await;
        let ended = [
            ("version", "1"),
            ("ended_on", "30.9."),
            ("placement", "still-at-workshop"),
        ];
        maija.post(&format!("{page}/{first}/end"), &ended).await;
        let second = [("basis", "coaching"), ("started_on", "1.10.")];
        maija.post(&page, &second).await;
        let body = maija.get(&page).await.body;
        let (newer, older) = (
            body.find("Työpajavalmennus"),
            body.find("Kuntouttava työtoiminta"),
        );
        assert!(newer.is_some() && newer < older, "the latest first: {body}");
        assert!(!body.contains("Kysytään"), "who is still here is not asked about");
    })
    .await;
}

#[tokio::test]
async fn two_who_correct_a_relationship_at_once_see_both_texts_b1() {
    for_each_backend(|app| async move {
        let (maija, anna) = (app.coach("maija").await, app.manager("anna").await);
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let id = begun(&maija, &client).await;
        let page = format!("/clients/{client}/relationships/{id}");
        let form = maija.get(&format!("{page}/edit")).await;
        assert!(form.says("Hakee säännöllistä päivärytmiä."), "{}", form.body);
        let correct = |note: &'static str| {
            [
                ("version", "1"),
                ("basis", "coaching"),
                ("started_on", "1.9."),
                ("cover_note", note),
            ]
        };
        assert_eq!(anna.post(&page, &correct("Annan korjaus.")).await.status, 303);
        let conflict = maija.post(&page, &correct("Maijan korjaus.")).await;
        assert_eq!(conflict.status, 422);
        assert!(
            conflict.says("Annan korjaus.") && conflict.says("Maijan korjaus."),
            "{}",
            conflict.body
        );
        assert!(
            conflict.says("name=\"version\" value=\"2\""),
            "can be saved as it is: {}",
            conflict.body
        );
    })
    .await;
}

/// A8: a client of somebody else is as if there were none, for reading and for writing.
#[tokio::test]
async fn relationships_of_somebody_elses_client_do_not_exist_e2() {
    for_each_backend(|app| async move {
        let (maija, pekka) = (app.coach("maija").await, app.coach("pekka").await);
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let id = begun(&maija, &client).await;
        let page = format!("/clients/{client}/relationships");
        assert_eq!(pekka.get(&page).await.status, 404);
        assert_eq!(pekka.post(&page, &REFERRED).await.status, 404);
        let ended = [
            ("version", "1"),
            ("ended_on", "23.11."),
            ("placement", "unemployed"),
        ];
        assert_eq!(pekka.post(&format!("{page}/{id}/end"), &ended).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_a_referral_says_lies_sealed_on_disk_b1() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        begun(&maija, &client).await;
        let files = std::fs::read_dir(&app.folder).expect("the folder");
        let files: Vec<_> = files.map(|entry| entry.expect("an entry").path()).collect();
        for path in files.iter().filter(|path| path.is_file()) {
            let bytes = std::fs::read(path).expect("a file");
            for canary in ["Esimerkin työllisyysalue", "päivärytmiä", "employment-authority"] {
                let lies_open = bytes
                    .windows(canary.len())
                    .any(|window| window == canary.as_bytes());
                assert!(!lies_open, "{canary} lies open in {}", path.display());
            }
        }
        assert!(files.len() >= 3, "database, log and key ring");
    })
    .await;
}

#[tokio::test]
async fn a_program_keeps_relationships_with_versions_b1() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let program = app.program(&maija).await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await.to_string();
        let list = format!("/api/v1/clients/{client}/relationships");
        let mut input = json!({ "basis": "rehabilitative-work", "started_on": "2026-09-01" });
        let made = program.post(&list, &input).await;
        assert_eq!((made.status, made.etag()), (201, "\"1\""), "{}", made.body);
        let one = made.location().to_owned();
        input["cover_note"] = json!("Lisätty.");
        assert_eq!(program.put(&one, "\"1\"", &input).await.status, 204);
        assert_eq!(
            program.put(&one, "\"1\"", &input).await.status,
            412,
            "an old version"
        );
        let nameless = program.send("PUT", &one, &[], Some(&input)).await;
        assert_eq!(nameless.status, 428, "no version");

        let wrong = program
            .put(&format!("{one}/end"), "\"2\"", &json!({ "ended_on": "1.1.2030" }))
            .await;
        let keys: Vec<_> = wrong.json()["errors"].as_array().expect("errors").clone();
        assert_eq!(keys.len(), 2, "{keys:?}");
        assert_eq!(keys[0]["key"], "relationships-end-ahead");
        assert_eq!(keys[1]["key"], "relationships-placement-missing");
        let end = json!({ "ended_on": "2026-11-20", "placement": "education" });
        assert_eq!(
            program.put(&format!("{one}/end"), "\"2\"", &end).await.status,
            204
        );
        let follow_up = json!({ "placement": "open-labour-market" });
        assert_eq!(
            program
                .put(&format!("{one}/follow-up"), "\"3\"", &follow_up)
                .await
                .status,
            204
        );
        let shown = program.get(&one).await;
        assert_eq!(shown.etag(), "\"4\"");
        let shown = shown.json();
        assert_eq!(shown["placement"], "education");
        assert_eq!(shown["placement_after_year"], "open-labour-market");
        assert_eq!(shown["cover_note"], "Lisätty.");
        assert_eq!(
            program.get(&list).await.json()["relationships"][0]["id"],
            shown["id"]
        );
    })
    .await;
}
