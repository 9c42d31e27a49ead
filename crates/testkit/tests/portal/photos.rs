//! The client's photographs in the portal (C6, D8): `/own/photos`, each with its `/picture`, and `/withdraw` by one press; the
//! same for programs. What is still to be taken down then waits for those who work with the client.

use std::ops::Deref;

use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Client, TestApp, for_each_backend, on_sqlite};
use polku_web::Method;
use serde_json::{Value, json};

use super::{Own, opened};
use crate::photos;

const TITLE: &str = "Rekrytointitapahtuma";
const PLACE: &str = "Verkkosivun tapahtumat";

/// The city of the workers' stories, and one of its photographs.
struct City {
    city: photos::City,
    /// The address of the photograph, among the workers' pages.
    photo: String,
}

impl Deref for City {
    type Target = photos::City;
    fn deref(&self) -> &photos::City {
        &self.city
    }
}

impl City {
    async fn of(app: &TestApp) -> Self {
        let city = photos::City::of(app).await;
        let photo = city.address(TITLE).await;
        Self { city, photo }
    }

    /// A client's consent to the photograph, as the coach records it.
    async fn consents(&self, client: SubjectId) {
        let id = self.photo.trim_start_matches("/photos/");
        let fields = [("photo", id), ("manner", "paper"), ("signed_on", "20.11.2026")];
        let given = self
            .maija
            .post(&format!("/clients/{client}/photos"), &fields)
            .await;
        assert_eq!(given.status, 303, "{}", given.body);
    }

    async fn is_used(&self) {
        let used = self
            .pertti
            .post(&format!("{}/uses", self.photo), &[("place", PLACE)])
            .await;
        assert_eq!(used.status, 303, "{}", used.body);
    }

    /// The photograph as its keepers see it.
    async fn kept(&self) -> Value {
        self.program.get(&format!("/api/v1{}", self.photo)).await.json()
    }
}

async fn entered<'a>(app: &'a TestApp, city: &City, client: SubjectId) -> Own<'a> {
    let (name, code) = opened(app, &city.maija, client).await;
    Own::enter(app, &name, &code).await.0
}

async fn photos(own: &Own<'_>) -> Value {
    let photos = own.ask(Method::GET, "/api/v1/own/photos", &json!(null)).await;
    assert_eq!(photos.status, 200, "{}", photos.body);
    photos.json()
}

#[tokio::test]
async fn c6_a_client_sees_the_own_photographs_and_withdraws_in_the_portal_by_one_press_at_once() {
    for_each_backend(|app| async move {
        let city = City::of(&app).await;
        let own = entered(&app, &city, city.ilona).await;
        assert!(own.get("/own").await.says("href=\"/own/photos\""));
        let empty = own.get("/own/photos").await;
        assert!(
            empty.status == 200 && empty.says("Et ole suostunut yhteenkään kuvaan.") && !empty.says(TITLE),
            "{}",
            empty.body
        );

        city.consents(city.ilona).await;
        city.is_used().await;
        let page = own.get("/own/photos").await;
        for said in [
            TITLE,
            "Tapahtumasta kertominen",
            "paperilla, 20.11.2026",
            "20.11.2026 alkaen toistaiseksi",
            PLACE,
            "Peruuta suostumus",
        ] {
            assert!(page.says(said), "{said}: {}", page.body);
        }
        assert!(
            !page.says("Pertti Työntekijä") && !page.says("Maija Työntekijä"),
            "no worker's name"
        );
        let listed = photos(&own).await;
        assert_eq!(
            (
                &listed[0]["shown"],
                &listed[0]["given_on"],
                &listed[0]["uses"][0]["place"]
            ),
            (&json!(true), &json!("2026-11-20"), &json!(PLACE)),
            "{listed}"
        );
        let at = format!("/own/photos/{}", listed[0]["id"].as_str().expect("an id"));
        let picture = own.get(&format!("{at}/picture")).await;
        assert_eq!(picture.status, 200, "{}", picture.body);
        assert!(city.maija.get("/reminders").await.says("Mikään ei odota sinua."));

        let press = own.post(&format!("{at}/withdraw"), &[]).await;
        assert_eq!(
            (press.status, press.location()),
            (303, "/own/photos"),
            "{}",
            press.body
        );
        let page = own.get("/own/photos").await;
        assert!(
            page.says("peruutit itse") && page.says("poistetaan täältä") && !page.says("<img"),
            "{}",
            page.body
        );
        assert!(
            !page.says(&format!("{at}/withdraw")),
            "there is nothing left to withdraw"
        );
        assert_eq!(
            own.get(&format!("{at}/picture")).await.status,
            404,
            "out of use is out of sight"
        );

        // The same has happened as when a worker records it.
        let kept = city.kept().await;
        assert_eq!(
            (&kept["standing"], &kept["withdrawn"]),
            (&json!("take-down"), &json!(1))
        );
        assert_eq!(
            city.pertti.get(&format!("{}/picture", city.photo)).await.status,
            404
        );
        let recorded = format!("/clients/{}/photos", city.ilona);
        assert!(city.maija.get(&recorded).await.says("asiakas itse"));
        let recorded = app
            .program(&city.maija)
            .await
            .get(&format!("/api/v1{recorded}"))
            .await
            .json();
        assert_eq!(recorded[0]["withdrawn_through"], json!("client"), "{recorded}");
        let due = city.maija.get("/reminders").await;
        assert!(
            due.says("Kuva on poistettava käytöstä") && due.says("Malli Ilona") && due.says(&city.photo),
            "{}",
            due.body
        );

        let place = kept["uses"][0]["id"].as_str().expect("a use");
        let down = format!("{}/uses/{place}/taken-down", city.photo);
        assert_eq!(city.maija.post(&down, &[]).await.status, 303);
        assert!(city.maija.get("/reminders").await.says("Mikään ei odota sinua."));
        let page = own.get("/own/photos").await;
        assert!(
            page.says("poistettu") && !page.says("poistetaan täältä"),
            "{}",
            page.body
        );
    })
    .await;
}

#[tokio::test]
async fn c6_a_consent_to_a_photograph_is_withdrawn_once_whoever_is_first() {
    for_each_backend(|app| async move {
        let city = City::of(&app).await;
        city.consents(city.ilona).await;
        let own = entered(&app, &city, city.ilona).await;
        let id = photos(&own).await[0]["id"].as_str().expect("an id").to_owned();
        let of_worker = format!("/clients/{}/photos/{id}/withdraw", city.ilona);
        let recorded = city.maija.post(&of_worker, &[]).await;
        assert_eq!(recorded.status, 303, "{}", recorded.body);

        let page = format!("/own/photos/{id}/withdraw");
        let again = own.post(&page, &[]).await;
        assert_eq!(
            (again.status, again.location()),
            (303, "/own/photos"),
            "the page shows how it stands"
        );
        let by_program = own.ask(Method::POST, &format!("/api/v1{page}"), &json!({})).await;
        assert_eq!(by_program.status, 422, "{}", by_program.body);
        assert!(
            own.get("/own/photos")
                .await
                .says("työntekijä kirjasi peruutuksen")
        );
        let listed = photos(&own).await;
        assert_eq!(listed[0]["withdrawn_through"], json!("worker"), "{listed}");
        assert_eq!(city.kept().await["withdrawn"], json!(1), "once, not twice");
    })
    .await;
}

#[tokio::test]
async fn c6_somebody_elses_photograph_is_not_there_in_the_portal_and_of_a_shared_one_each_has_their_own_consent()
 {
    for_each_backend(|app| async move {
        let city = City::of(&app).await;
        let mikko = Client::named("Muu", "Mikko").of(&city.maija, &app).await;
        city.consents(city.ilona).await;
        let own = entered(&app, &city, city.ilona).await;
        let id = photos(&own).await[0]["id"].as_str().expect("an id").to_owned();

        let other = entered(&app, &city, mikko).await;
        assert_eq!(photos(&other).await, json!([]));
        let picture = other.get(&format!("/own/photos/{id}/picture")).await;
        let nobody = "0192f0c0-0000-7000-8000-00000000dead";
        let missing = other.get(&format!("/own/photos/{nobody}/picture")).await;
        assert_eq!((picture.status, missing.status), (404, 404));
        assert_eq!(
            picture.body.replace(&id, nobody),
            missing.body,
            "hidden answers like missing"
        );
        let path = format!("/own/photos/{id}/withdraw");
        assert_eq!(other.post(&path, &[]).await.status, 404);
        assert_eq!(
            other
                .ask(Method::POST, &format!("/api/v1{path}"), &json!({}))
                .await
                .status,
            404
        );
        assert_eq!(city.kept().await["withdrawn"], json!(0));

        // Both are in it: each sees the picture and nothing of the other, and either takes it out of use for both.
        city.consents(mikko).await;
        let page = other.get("/own/photos").await;
        assert!(
            page.says(TITLE) && !page.says("Malli") && !page.says(&id),
            "{}",
            page.body
        );
        let withdrawn = other
            .ask(
                Method::POST,
                &format!(
                    "/api/v1/own/photos/{}/withdraw",
                    photos(&other).await[0]["id"].as_str().expect("an id")
                ),
                &json!({}),
            )
            .await;
        assert_eq!(withdrawn.status, 204, "{}", withdrawn.body);
        let page = own.get("/own/photos").await;
        assert!(
            page.says("Kuvaa ei näytetä, koska sitä ei saa enää käyttää.") && page.says("suostut"),
            "{}",
            page.body
        );
        assert_eq!(own.get(&format!("/own/photos/{id}/picture")).await.status, 404);
    })
    .await;
}

/// Whoever a record turned out to be is the same person, also in the photographs that either had consented to (A9).
#[tokio::test]
async fn c6_a_merge_takes_nobodys_photographs_out_of_their_portal() {
    for_each_backend(|app| async move {
        let city = City::of(&app).await;
        let kept = Client::named("Malli", "Iilona").of(&city.maija, &app).await;
        city.consents(city.ilona).await;
        let (of_absorbed, of_kept) = (
            entered(&app, &city, city.ilona).await,
            entered(&app, &city, kept).await,
        );
        assert_eq!(photos(&of_kept).await, json!([]));
        let paula = app.worker_in(city.register, Role::MainUser, "paula").await;
        let (kept, absorbed) = (kept.to_string(), city.ilona.to_string());
        let merged = paula
            .post("/duplicates/merge", &[("kept", &kept), ("absorbed", &absorbed)])
            .await;
        assert_eq!(merged.status, 303, "{}", merged.body);
        for own in [&of_absorbed, &of_kept] {
            let id = photos(own).await[0]["id"].as_str().expect("an id").to_owned();
            assert_eq!(own.get(&format!("/own/photos/{id}/picture")).await.status, 200);
        }
    })
    .await;
}

#[tokio::test]
async fn c6_the_portal_of_a_register_without_photographs_has_none_of_them() {
    on_sqlite(|app| async move {
        let (maija, client) = super::ilona(&app).await;
        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;
        assert!(!own.get("/own").await.says("/own/photos"), "nothing leads there");
        assert_eq!(own.get("/own/photos").await.status, 404);
        let asked = own.ask(Method::GET, "/api/v1/own/photos", &json!(null)).await;
        assert_eq!(asked.status, 404, "{}", asked.body);
    })
    .await;
}
