//! The list of clients.

use polku_testkit::{Client, for_each_backend};

use super::{entries, taken_in};

#[tokio::test]
async fn a_coach_sees_her_own_clients_and_a_manager_all_in_finnish_order() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        for last in ["Ärjänen", "Aalto", "Åberg", "Väisänen", "Wirtanen"] {
            Client::named(last, "Ilona").of(&maija, &app).await;
        }
        Client::named("Öhman", "Mikko").of(&pekka, &app).await;
        let places = |body: &str, names: &[&str]| -> Vec<usize> {
            names
                .iter()
                .map(|name| body.find(name).unwrap_or_else(|| panic!("{name}")))
                .collect()
        };
        let own = maija.get("/clients").await;
        assert_eq!(own.status, 200);
        let order = places(&own.body, &["Aalto", "Väisänen", "Wirtanen", "Åberg", "Ärjänen"]);
        assert!(order.is_sorted(), "{order:?}");
        assert!(!own.says("Öhman") && own.says("5 asiakasta"));
        let all = app.manager("johto").await.get("/clients").await;
        assert!(all.says("Öhman") && all.says("6 asiakasta"));
    })
    .await;
}

#[tokio::test]
async fn a_long_list_is_turned_page_by_page_and_to_its_end_and_back() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        for number in 0..35 {
            Client::named(&format!("Malli{number:02}"), "Ilona")
                .of(&maija, &app)
                .await;
        }
        let first = maija.get("/clients").await;
        assert!(first.says("Malli00") && first.says("Malli29") && !first.says("Malli30"));
        let way = |body: &str, rel: &str| {
            let link = body
                .split(&format!("rel=\"{rel}\" href=\""))
                .nth(1)
                .unwrap_or_else(|| panic!("{rel}"));
            link.split('"').next().unwrap_or_default().replace("&amp;", "&")
        };
        let next = maija.get(&way(&first.body, "next")).await;
        assert!(next.says("Malli30") && next.says("Malli34") && !next.says("Malli29"));
        let back = maija.get(&way(&next.body, "prev")).await;
        assert!(back.says("Malli00") && back.says("Malli29") && !back.says("Malli30"));
        let last = maija.get("/clients?last=yes").await;
        assert!(last.says("Malli34") && last.says("Malli05") && !last.says("Malli04"));
    })
    .await;
}

#[tokio::test]
async fn a_program_reads_the_list_to_its_end() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        for last in ["Aalto", "Kallio", "Virta"] {
            Client::named(last, "Ilona").of(&maija, &app).await;
        }
        let program = app.program(&maija).await;
        let first = program.get("/api/v1/clients?limit=2").await.json();
        assert_eq!(first["total"], 3);
        assert_eq!(first["clients"][0]["name"], "Aalto Ilona");
        let next = first["next"].as_str().expect("another page");
        let second = program
            .get(&format!("/api/v1/clients?limit=2&after={next}"))
            .await
            .json();
        assert_eq!(second["clients"].as_array().map(Vec::len), Some(1));
        assert_eq!(second["clients"][0]["name"], "Virta Ilona");
        assert!(second["next"].is_null());
    })
    .await;
}

/// A8: an id that is a stranger's is no place in the list, as one that nobody has is none.
#[tokio::test]
async fn a_guessed_id_turns_to_the_first_page_whether_it_is_somebodys_or_nobodys() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        let hidden = Client::named("Malli", "Aada").of(&maija, &app).await;
        Client::named("Aalto", "Anna").of(&pekka, &app).await;
        Client::named("Virta", "Ville").of(&pekka, &app).await;
        let nobody = "018f0000-0000-7000-8000-000000000000";
        let at_hidden = pekka.get(&format!("/clients?after={hidden}")).await;
        let at_nobody = pekka.get(&format!("/clients?after={nobody}")).await;
        assert_eq!(at_hidden.body, at_nobody.body);
        assert!(at_hidden.says("Aalto") && at_hidden.says("Virta"));
        assert_eq!(pekka.get("/clients?after=x").await.body, at_nobody.body);
    })
    .await;
}

#[tokio::test]
async fn the_list_is_narrowed_to_whose_relationship_goes_on() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        Client::named("Tuotu", "Taneli").of(&maija, &app).await;
        let all = maija.get("/clients").await;
        assert!(all.says("Malli Ilona") && all.says("Tuotu Taneli") && all.says("Asiakkuutta ei ole avattu"));
        let ongoing = maija.get("/clients?show=ongoing").await;
        assert!(ongoing.says("Malli Ilona") && !ongoing.says("Tuotu Taneli"));
        let ended = maija.get("/clients?show=ended").await;
        assert!(!ended.says("Malli Ilona") && !ended.says("Tuotu Taneli"));
        assert_eq!(maija.get("/clients?show=everything").await.status, 400);
    })
    .await;
}

/// Those whom one may not see do not come into view by narrowing.
#[tokio::test]
async fn a_narrowed_list_shows_nobody_more() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        for show in ["all", "mine", "ongoing", "ended"] {
            assert!(
                !pekka.get(&format!("/clients?show={show}")).await.says("Malli"),
                "{show}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn an_empty_list_says_what_to_do_first() {
    for_each_backend(|app| async move {
        let page = app.coach("maija").await.get("/clients").await;
        assert!(page.says("Täällä ei ole vielä asiakkaita") && page.says("href=\"/clients/new\""));
    })
    .await;
}

/// E4: a page of the list is one entry, whatever it shows of those on it.
#[tokio::test]
async fn a_page_of_the_list_is_one_entry_in_the_log() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let before = entries(&app, "read").await;
        maija.get("/clients").await;
        assert_eq!(entries(&app, "read").await, before + 1);
    })
    .await;
}
