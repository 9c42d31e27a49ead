//! The client's page.

use polku_desk::access::Role;
use polku_testkit::{Answer, for_each_backend};

use super::taken_in;

/// A8: the browser's title names the kind of page, and no person.
#[tokio::test]
async fn the_page_is_headed_by_the_name_and_titled_without_it() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        for end in ["", "/basics", "/basics/edit", "/care"] {
            let page = maija.get(&format!("/clients/{ilona}{end}")).await;
            let title = page
                .body
                .split("<title>")
                .nth(1)
                .and_then(|rest| rest.split("</title>").next());
            assert!(
                title.is_some_and(|title| !title.contains("Malli")),
                "{end}: {title:?}"
            );
            assert!(!page.says("⟦"), "{end} lacks a text");
        }
        assert!(
            maija
                .get(&format!("/clients/{ilona}"))
                .await
                .says("<h1>Malli Ilona</h1>")
        );
    })
    .await;
}

/// What the role lacks does not exist: no grey ghosts.
#[tokio::test]
async fn a_role_sees_its_own_parts_and_no_others() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let officer = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let page = officer.get(&format!("/clients/{ilona}")).await;
        assert_eq!(page.status, 200);
        assert!(
            page.says("Malli Ilona") && !page.says("Perustiedot") && !page.says("Vastuutyöntekijä"),
            "{}",
            page.body
        );
        assert_eq!(officer.get(&format!("/clients/{ilona}/basics")).await.status, 404);
        let statistician = app.worker(Role::Statistician, "sanna").await;
        assert_eq!(statistician.get(&format!("/clients/{ilona}")).await.status, 404);
        assert_eq!(statistician.get("/clients").await.status, 404);
    })
    .await;
}

/// A client has some twenty parts: the page lists them by chapters, and each part shows those of its own.
#[tokio::test]
async fn the_parts_of_a_client_are_found_by_chapters() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let leads_to = |answer: &Answer, end: &str| answer.says(&format!("href=\"/clients/{ilona}{end}\""));
        let page = maija.get(&format!("/clients/{ilona}")).await;
        for end in [
            "/diary",
            "/agreements",
            "/basics",
            "/documents",
            "/consents",
            "/looks",
        ] {
            assert!(leads_to(&page, end), "{end}: {}", page.body);
        }
        let diary = maija.get(&format!("/clients/{ilona}/diary")).await;
        assert!(
            leads_to(&diary, "/goals") && leads_to(&diary, "/assessments"),
            "{}",
            diary.body
        );
        assert!(
            leads_to(&diary, "/consents"),
            "the first of another chapter: {}",
            diary.body
        );
        assert!(
            !leads_to(&diary, "/looks"),
            "another chapter is closed: {}",
            diary.body
        );
        let looks = maija.get(&format!("/clients/{ilona}/looks")).await;
        assert!(
            leads_to(&looks, "/disclosures") && leads_to(&looks, "/diary"),
            "{}",
            looks.body
        );
        // Those who have few find them in one line.
        let officer = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let page = officer.get(&format!("/clients/{ilona}")).await;
        assert!(
            leads_to(&page, "/looks") && !page.says("class=\"contents\""),
            "{}",
            page.body
        );
    })
    .await;
}

/// Several registers live side by side, and none sees another.
#[tokio::test]
async fn a_client_of_one_register_does_not_exist_in_another() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let ii = app.register("ii", "ii").await;
        let manager = app.worker_in(ii, Role::ServiceManager, "iida").await;
        assert_eq!(manager.get(&format!("/clients/{ilona}")).await.status, 404);
        assert!(!manager.post("/find", &[("q", "malli")]).await.says("Ilona"));
        assert!(!manager.get("/clients").await.says("Malli"));
    })
    .await;
}
