//! Who answers for a client (B1).

use jiff::SignedDuration;
use polku_testkit::for_each_backend;

use super::taken_in;

#[tokio::test]
async fn a_substitute_sees_the_client_for_the_time_of_the_substitution() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        assert_eq!(pekka.get(&format!("/clients/{ilona}")).await.status, 404);
        let account = pekka.account.to_string();
        let form = [
            ("account", account.as_str()),
            ("part", "substitute"),
            ("from", ""),
            ("until", "24.11.2026"),
        ];
        let answer = maija.post(&format!("/clients/{ilona}/care"), &form).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let page = pekka.get(&format!("/clients/{ilona}")).await;
        assert_eq!(page.status, 200);
        assert!(page.says("sijainen Pekka Työntekijä"), "{}", page.body);
        app.after(SignedDuration::from_hours(48));
        let pekka = app.program(&pekka).await;
        assert_eq!(pekka.get(&format!("/api/v1/clients/{ilona}")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_coach_hands_a_client_over_and_does_not_leave_one_without() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let program = app.program(&maija).await;
        let place = format!("/api/v1/clients/{ilona}/care");
        let own = program.get(&place).await.json()["engagements"][0]["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        let alone = maija
            .post(
                &format!("/clients/{ilona}/care/{own}/end"),
                &[("until", "23.11.2026")],
            )
            .await;
        assert_eq!(alone.status, 422);
        assert!(alone.says("Asiakkaalle on jäätävä vastuutyöntekijä"));
        let begun = program
            .post(
                &place,
                &serde_json::json!({ "account": pekka.account, "part": "responsible" }),
            )
            .await;
        assert_eq!(begun.status, 201, "{}", begun.body);
        let twice = program
            .post(
                &place,
                &serde_json::json!({ "account": pekka.account, "part": "responsible" }),
            )
            .await;
        assert_eq!(twice.status, 422);
        let ended = maija
            .post(
                &format!("/clients/{ilona}/care/{own}/end"),
                &[("until", "23.11.2026")],
            )
            .await;
        assert_eq!(ended.status, 303, "{}", ended.body);
        assert_eq!(program.get(&place).await.status, 200, "today is the last day");
        app.after(SignedDuration::from_hours(24));
        assert_eq!(app.program(&maija).await.get(&place).await.status, 404);
        assert_eq!(app.program(&pekka).await.get(&place).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn only_a_coach_of_the_register_can_answer() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let manager = app.manager("johto").await;
        let ilona = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let account = manager.account.to_string();
        let form = [("account", account.as_str()), ("part", "responsible")];
        let answer = maija.post(&format!("/clients/{ilona}/care"), &form).await;
        assert_eq!(answer.status, 422);
        assert!(answer.says("Valitse työntekijä luettelosta."));
    })
    .await;
}
