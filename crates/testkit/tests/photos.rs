//! Photographs (C6): `/photos`, `/photos/new`, `/photos/{photo}` with `/picture`, `/file`, `/people` (and its `/withdraw`),
//! `/uses` (and its `/taken-down`) and `/deletion`, `/clients/{client}/photos` with its `/withdraw`; by programs the same
//! under `/api/v1/photos` and `/api/v1/clients/{client}/photos`.

use jiff::SignedDuration;
use polku_desk::{RegisterId, SubjectId, access::Role};
use polku_testkit::{Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

/// A city's register with the photographs of a demo, its service manager with a program, a coach with a client.
pub(crate) struct City {
    pub(crate) register: RegisterId,
    pub(crate) pertti: Browser,
    pub(crate) program: Program,
    pub(crate) maija: Browser,
    pub(crate) ilona: SubjectId,
}

impl City {
    pub(crate) async fn of(app: &TestApp) -> Self {
        let register = app.register("kuopio", "kuopio").await;
        let pertti = app.worker_in(register, Role::ServiceManager, "pertti").await;
        let maija = app.worker_in(register, Role::Coach, "maija").await;
        polku_privacy::photos::furnish(&app.desk, pertti.as_visitor())
            .await
            .expect("photographs");
        Self {
            program: app.program(&pertti).await,
            ilona: Client::named("Malli", "Ilona").of(&maija, app).await,
            register,
            pertti,
            maija,
        }
    }

    /// A photograph by its title.
    async fn photo(&self, title: &str) -> Value {
        let all = self.program.get("/api/v1/photos").await.json();
        let mut all = all.as_array().expect("photographs").iter();
        all.find(|one| one["title"] == title).expect(title).clone()
    }

    pub(crate) async fn address(&self, title: &str) -> String {
        format!(
            "/photos/{}",
            self.photo(title).await["id"].as_str().expect("an id")
        )
    }
}

const LACKING: &str = "Rekrytointitapahtuma";
const USED: &str = "Puupajan avoimet ovet";

fn consented(photo: &str) -> [(&str, &str); 3] {
    [("photo", photo), ("manner", "paper"), ("signed_on", "20.11.2026")]
}

#[tokio::test]
async fn c6_a_photograph_is_used_when_everybody_consents_and_out_of_use_at_once_when_one_withdraws() {
    for_each_backend(|app| async move {
        let city = City::of(&app).await;
        let page = city.address(LACKING).await;
        let id = page.rsplit('/').next().expect("an id").to_owned();
        let used = [("place", "Verkkosivun tapahtumat")];
        let early = city.pertti.post(&format!("{page}/uses"), &used).await;
        assert_eq!(early.location(), page, "it goes back to the photograph");
        assert_eq!(
            city.photo(LACKING).await["standing"],
            "lacking",
            "nobody consented yet"
        );
        assert_eq!(
            city.pertti.get(&format!("{page}/file")).await.status,
            303,
            "not for use"
        );

        let own = format!("/clients/{}/photos", city.ilona);
        assert!(
            city.maija
                .get(&own)
                .await
                .says("ei ole suostunut yhteenkään kuvaan")
        );
        let unsaid = city
            .maija
            .post(&own, &[("photo", &id), ("manner", "paper")])
            .await;
        assert!(
            unsaid.status == 422 && unsaid.says("Kirjoita päivä, jona paperi allekirjoitettiin."),
            "{}",
            unsaid.body
        );
        let given = city.maija.post(&own, &consented(&id)).await;
        assert_eq!(given.status, 303, "{}", given.body);
        let again = city.maija.post(&own, &consented(&id)).await;
        assert_eq!((again.status, again.location()), (303, own.as_str()));
        let consents = app
            .program(&city.maija)
            .await
            .get(&format!("/api/v1{own}"))
            .await
            .json();
        assert_eq!(
            consents.as_array().map(Vec::len),
            Some(1),
            "once, not twice: {consents}"
        );
        assert!(
            city.maija
                .get(&format!("/clients/{}", city.ilona))
                .await
                .says(LACKING),
            "it shows on the client's page"
        );

        assert_eq!(city.photo(LACKING).await["standing"], "usable");
        assert_eq!(city.pertti.get(&format!("{page}/picture")).await.status, 200);
        assert_eq!(city.pertti.get(&format!("{page}/file")).await.status, 200);
        let done = city.pertti.post(&format!("{page}/uses"), &used).await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert_eq!(city.photo(LACKING).await["standing"], "in-use");
        assert!(
            city.pertti.get(&page).await.says("Malli Ilona"),
            "the manager sees who is in it"
        );

        let consent = consents[0]["id"].as_str().expect("an id");
        let withdrawn = city.maija.post(&format!("{own}/{consent}/withdraw"), &[]).await;
        assert_eq!((withdrawn.status, withdrawn.location()), (303, own.as_str()));
        assert_eq!(city.photo(LACKING).await["standing"], "take-down");
        assert_eq!(
            city.pertti.get(&format!("{page}/picture")).await.status,
            404,
            "not shown"
        );
        assert_eq!(
            city.pertti.get(&format!("{page}/file")).await.status,
            303,
            "not given"
        );
        let list = city.pertti.get("/photos").await;
        assert!(
            list.says("Poistettava käytöstä") && list.says(LACKING),
            "{}",
            list.body
        );
        let shown = city.pertti.get(&page).await;
        assert!(shown.says("Verkkosivun tapahtumat") && shown.says("Kuvaa ei saa enää käyttää."));
        let one = city.program.get(&format!("/api/v1{page}")).await.json();
        let place = one["uses"][0]["id"].as_str().expect("a use").to_owned();
        let held = city.pertti.post(&format!("{page}/deletion"), &[]).await;
        assert_eq!(held.location(), page, "it is still up somewhere");
        let down = city
            .pertti
            .post(&format!("{page}/uses/{place}/taken-down"), &[])
            .await;
        assert_eq!(down.status, 303, "{}", down.body);
        assert_eq!(city.photo(LACKING).await["standing"], "out");

        let gone = city.pertti.post(&format!("{page}/deletion"), &[]).await;
        assert_eq!((gone.status, gone.location()), (303, "/photos"), "{}", gone.body);
        assert_eq!(city.pertti.get(&page).await.status, 404);
        let left = app
            .program(&city.maija)
            .await
            .get(&format!("/api/v1{own}"))
            .await
            .json();
        assert_eq!(left, json!([]), "the consents go with it");
    })
    .await;
}

#[tokio::test]
async fn c6_people_who_are_no_clients_consent_and_withdraw_too_and_the_need_ends_by_its_day() {
    for_each_backend(|app| async move {
        let city = City::of(&app).await;
        assert_eq!(city.photo(USED).await["standing"], "in-use");
        assert_eq!(
            city.photo("Kevään piha").await["standing"],
            "take-down",
            "its need has ended"
        );
        let page = city.address(LACKING).await;
        let empty = city
            .maija
            .post(&format!("{page}/people"), &[("manner", "screen")])
            .await;
        assert!(
            empty.status == 422 && empty.says("Kirjoita kuvassa olevan nimi."),
            "{}",
            empty.body
        );
        let fields = [
            ("name", "Esimerkki Onni"),
            ("phone", "040 1234567"),
            ("manner", "screen"),
        ];
        let given = city.maija.post(&format!("{page}/people"), &fields).await;
        assert_eq!(given.status, 303, "{}", given.body);
        let shown = city.maija.get(&page).await;
        assert!(
            shown.says("Esimerkki Onni") && shown.says("työntekijän näytöllä"),
            "{}",
            shown.body
        );
        let one = city.program.get(&format!("/api/v1{page}")).await.json();
        assert_eq!(
            (&one["standing"], &one["consenting"]),
            (&json!("usable"), &json!(1))
        );
        let consent = one["others"][0]["id"].as_str().expect("a consent").to_owned();
        let done = city
            .maija
            .post(&format!("{page}/people/{consent}/withdraw"), &[])
            .await;
        assert_eq!(done.status, 303, "{}", done.body);
        let one = city.program.get(&format!("/api/v1{page}")).await.json();
        assert_eq!((&one["standing"], &one["withdrawn"]), (&json!("out"), &json!(1)));
        assert!(
            !city.maija.get(&page).await.says("<img"),
            "out of use is out of sight"
        );
        // Nobody of a photograph is found among the clients.
        let found = city.pertti.post("/find", &[("text", "Esimerkki")]).await;
        assert!(!found.says("Esimerkki Onni"));
        app.after(SignedDuration::from_hours(24 * 201));
        let pertti = city.pertti.again(&app).await;
        let list = pertti.get("/photos").await;
        assert!(
            list.says("Poistettava käytöstä") && list.says(USED),
            "{}",
            list.body
        );
    })
    .await;
}

#[tokio::test]
async fn c6_a_picture_waits_for_the_virus_check_and_what_is_no_picture_is_not_taken_in() {
    for_each_backend(|app| async move {
        let city = City::of(&app).await;
        assert_eq!(city.maija.get("/photos/new").await.status, 200);
        let fields = [
            ("title", "Ryhmäkuva"),
            ("need", "Esite"),
            ("needed_until", "31.12.2026"),
            ("people", "3"),
        ];
        let lie = ("file", "kuva.jpg", &b"#!/bin/sh\necho hei"[..]);
        let refused = city.maija.upload("/photos", &fields, lie).await;
        assert!(
            refused.status == 422 && refused.says("Ryhmäkuva"),
            "nothing typed is lost: {}",
            refused.body
        );
        let paper = polku_documents::plain_pdf(&[&["Kuva"]]);
        let refused = city
            .maija
            .upload("/photos", &fields, ("file", "kuva.pdf", &paper))
            .await;
        assert!(
            refused.status == 422 && refused.says("Tiedosto ei ole kuva."),
            "{}",
            refused.body
        );
        let png = polku_documents::pictures::example(7).expect("a picture");
        let added = city
            .maija
            .upload("/photos", &fields, ("file", "kuva.png", &png))
            .await;
        assert_eq!(added.status, 303, "{}", added.body);
        let page = added.location().to_owned();
        let one = city.program.get(&format!("/api/v1{page}")).await.json();
        assert_eq!(
            (&one["standing"], &one["people"]),
            (&json!("checking"), &json!(3))
        );
        assert_eq!(city.maija.get(&format!("{page}/picture")).await.status, 404);
        let wrong = city.maija.post(&page, &[("title", ""), ("people", "0")]).await;
        assert!(
            wrong.status == 422 && wrong.says("Kirjoita luku 1–200."),
            "{}",
            wrong.body
        );
        let mut other = fields;
        other[0] = ("title", "Ryhmä pihalla");
        assert_eq!(city.maija.post(&page, &other).await.status, 303);
        assert!(city.maija.get(&page).await.says("Ryhmä pihalla"));
    })
    .await;
}

#[tokio::test]
async fn c6_programs_keep_photographs_as_pages_do() {
    for_each_backend(|app| async move {
        let city = City::of(&app).await;
        let png = polku_documents::pictures::example(9).expect("a picture");
        let added = city.program.send_file("/api/v1/photos", "kuva.png", &png).await;
        assert_eq!(added.status, 201, "{}", added.body);
        let one = added.location().to_owned();
        let about = json!({ "title": "Piha", "need": "Esite", "needed_until": "31.12.2026", "people": "1" });
        let described = city.program.put(&one, "\"1\"", &about).await;
        assert_eq!(
            (described.status, &described.json()["needed_until"]),
            (200, &json!("2026-12-31")),
            "{}",
            described.body
        );
        let lacking = city.photo(LACKING).await["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        let photo = format!("/api/v1/photos/{lacking}");
        let consent = json!({ "name": "Esimerkki Onni", "manner": "screen" });
        let given = city.program.post(&format!("{photo}/people"), &consent).await;
        assert_eq!((given.status, &given.json()["standing"]), (200, &json!("usable")));
        assert_eq!(city.program.get(&format!("{photo}/file")).await.status, 200);
        let used = city
            .program
            .post(&format!("{photo}/uses"), &json!({ "place": "Esite" }))
            .await;
        assert_eq!(used.json()["standing"], "in-use", "{}", used.body);
        let consent = used.json()["others"][0]["id"].as_str().expect("an id").to_owned();
        let place = used.json()["uses"][0]["id"].as_str().expect("an id").to_owned();
        let withdraw = format!("{photo}/people/{consent}/withdraw");
        let out = city.program.post(&withdraw, &json!({})).await;
        assert_eq!(out.json()["standing"], "take-down");
        assert_eq!(city.program.post(&withdraw, &json!({})).await.status, 422, "once");
        let down = city
            .program
            .post(&format!("{photo}/uses/{place}/taken-down"), &json!({}))
            .await;
        assert_eq!(down.json()["standing"], "out");
        assert_eq!(
            city.program
                .post(&format!("{photo}/deletion"), &json!({}))
                .await
                .status,
            403,
            "a program destroys nothing"
        );
        let coach = app.program(&city.maija).await;
        let own = format!("/api/v1/clients/{}/photos", city.ilona);
        let piha = one.rsplit('/').next().expect("an id");
        let given = coach
            .post(&own, &json!({ "photo": piha, "manner": "screen" }))
            .await;
        assert_eq!(
            (given.status, &given.json()[0]["title"]),
            (200, &json!("Piha")),
            "{}",
            given.body
        );
        let consent = given.json()[0]["id"].as_str().expect("an id").to_owned();
        let withdrawn = coach.post(&format!("{own}/{consent}/withdraw"), &json!({})).await;
        assert!(
            withdrawn.json()[0]["withdrawn_at"].is_string(),
            "{}",
            withdrawn.body
        );
    })
    .await;
}

#[tokio::test]
async fn c6_a_register_without_photographs_has_none_of_them() {
    on_sqlite(|app| async move {
        let liisa = app.coach("liisa").await;
        let ilona = Client::named("Malli", "Ilona").of(&liisa, &app).await;
        for path in ["/photos", "/photos/new", &format!("/clients/{ilona}/photos")] {
            assert_eq!(liisa.get(path).await.status, 404, "{path}");
        }
        assert!(!liisa.get("/").await.says("/photos"), "no menu leads there");
        let city = City::of(&app).await;
        assert!(city.maija.get("/").await.says("/photos"));
        let tiina = app
            .worker_in(city.register, Role::DataProtectionOfficer, "tiina")
            .await;
        let page = city.address(USED).await;
        assert!(tiina.get(&page).await.says("Esimerkki Aino"));
        let used = tiina.post(&format!("{page}/uses"), &[("place", "Esite")]).await;
        assert_eq!(used.status, 404, "the officer looks only");
    })
    .await;
}
