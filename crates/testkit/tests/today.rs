//! Stories about the day of a worker.

use polku_desk::access::Role;
use polku_testkit::{Client, for_each_backend};

#[tokio::test]
async fn a_coach_sees_who_is_expected_and_marks_one_present_from_there_b6_b11() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let fields = [
            ("measure", "coaching"),
            ("starts_on", "23.11."),
            ("weekdays", "monday"),
            ("hours", "5"),
            ("state", "ongoing"),
        ];
        let begun = maija.post(&format!("/clients/{ilona}/periods"), &fields).await;
        assert_eq!(begun.status, 303, "{}", begun.body);
        let today = maija.get("/").await;
        assert!(
            today.says("Malli Ilona") && today.says("1 merkitsemättä"),
            "{}",
            today.body
        );

        let client = ilona.to_string();
        let present = [("client", client.as_str()), ("was", "expected 0 expected 0 300")];
        assert_eq!(maija.post("/attendance/present", &present).await.status, 303);
        assert!(maija.get("/").await.says("1 läsnä"));
        assert!(
            maija
                .get("/today/note")
                .await
                .says(&format!("/clients/{ilona}/diary/new"))
        );
        let day = app.program(&maija).await.get("/api/v1/today").await.json();
        assert_eq!(day["own"][0]["attendance"]["minutes"], serde_json::json!(300));
    })
    .await;
}

#[tokio::test]
async fn a_new_coach_is_told_what_to_do_first() {
    for_each_backend(|app| async move {
        let page = app.coach("maija").await.get("/").await;
        assert!(page.says("Sinulla ei ole tänään asiakkaita"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn a_manager_sees_the_groups_in_numbers_and_nobody_by_name_e2() {
    for_each_backend(|app| async move {
        let (anna, maija) = (app.manager("anna").await, app.coach("maija").await);
        anna.post("/groups", &[("name", "Puupaja"), ("place", "Halli 2")])
            .await;
        Client::named("Malli", "Ilona").of(&maija, &app).await;
        let page = anna.get("/").await;
        assert!(page.says("Puupaja") && page.says("0 tulossa"), "{}", page.body);
        assert!(!page.says("Malli Ilona"));
    })
    .await;
}

#[tokio::test]
async fn those_without_a_day_of_clients_begin_at_their_own_first_place_e2() {
    for_each_backend(|app| async move {
        let led = async |role: Role| {
            app.worker(role, role.name())
                .await
                .get("/")
                .await
                .location()
                .to_owned()
        };
        assert_eq!(led(Role::MainUser).await, "/clients");
        assert_eq!(led(Role::DataProtectionOfficer).await, "/oversight");
        assert_eq!(led(Role::Statistician).await, "/account");
    })
    .await;
}
