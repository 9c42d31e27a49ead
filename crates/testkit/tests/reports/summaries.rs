//! Summaries for a recipient, and for the house alone (B9).

use polku_desk::access::Role;
use polku_testkit::for_each_backend;
use serde_json::json;

use super::{Story, section};

#[tokio::test]
async fn b9_a_progress_summary_holds_what_the_client_consented_to_and_no_more() {
    for_each_backend(|app| async move {
        let register = app.register("kokko", "kokkotyo").await;
        let maija = app.worker_in(register, Role::Coach, "kaisa").await;
        let anna = app.worker_in(register, Role::ServiceManager, "kerttu").await;
        let story = Story::of(&app, maija, anna).await;

        let nothing = story.draft("progress_summary").await;
        let stored = story.stored(&nothing).await;
        assert_eq!(
            (&stored["recipient"], &stored["sections"]),
            (&json!("referring-body"), &json!([]))
        );
        let page = story.maija.get(&nothing).await;
        assert!(page.says("tarvitaan asiakkaan suostumus") && page.says("Asiakkaan lähettävä taustayhteisö"));
        assert!(!page.says("Tuli ajoissa") && !page.says("päivärytmi"));
        let empty = story
            .maija
            .post(
                &format!("{nothing}/state"),
                &[("state", "waiting"), ("version", "1")],
            )
            .await;
        assert!(empty.status == 422 && empty.says("Lausunto on tyhjä."));

        let both = story.consent(&["goal", "progress_summary"]).await;
        let address = story.draft("progress_summary").await;
        let stored = story.stored(&address).await;
        assert!(section(&stored, "goals").expect("goals").contains("päivärytmi"));
        assert!(
            section(&stored, "diary").is_none() && stored["entries"] == json!([]),
            "{stored}"
        );
        let smuggled = json!({ "sections": { "diary": "Kertoi luottamuksella." } });
        let refused = story
            .program
            .put(&format!("/api/v1{address}"), "\"1\"", &smuggled)
            .await;
        assert_eq!(
            (refused.status, &refused.json()["errors"][0]["key"]),
            (422, &json!("statements-section-withheld"))
        );
        story
            .maija
            .post(&address, &[("version", "1"), ("text-appraisal", "Hyvä suunta.")])
            .await;

        // The consent to the goals is withdrawn before it is signed, and that to the summary alone given anew: the goals
        // are not in what is signed.
        story.withdraw(&both).await;
        let summary = story.consent(&["progress_summary"]).await;
        story.signed(&address).await;
        let signed = story.stored(&address).await;
        assert_eq!(section(&signed, "appraisal"), Some("Hyvä suunta."));
        assert!(section(&signed, "goals").is_none(), "{signed}");
        assert!(signed["left_out"].to_string().contains("no-consent"));

        // All of it is withdrawn afterwards: it stays as it was signed, and is not to be given out.
        assert!(!story.maija.get(&address).await.says("Älä anna tätä eteenpäin"));
        story.withdraw(&summary).await;
        assert!(story.maija.get(&address).await.says("Älä anna tätä eteenpäin"));
        let file = story.maija.get(&format!("{address}/pdf")).await;
        assert_eq!(
            (file.status, file.location()),
            (303, address.as_str()),
            "it is not printed"
        );
    })
    .await;
}

#[tokio::test]
async fn b9_an_internal_summary_is_marked_secret_and_goes_to_nobody() {
    for_each_backend(|app| async move {
        let register = app.register("kokko", "kokkotyo").await;
        let maija = app.worker_in(register, Role::Coach, "kaisa").await;
        let anna = app.worker_in(register, Role::ServiceManager, "kerttu").await;
        let story = Story::of(&app, maija, anna).await;
        let address = story.draft("internal_summary").await;
        let page = story.maija.get(&address).await;
        assert!(
            page.says("SALASSA PIDETTÄVÄ") && page.says("703/2023") && page.says("Vain sisäiseen käyttöön")
        );
        let to_somebody = [("kind", "internal_summary"), ("recipient", "referring-body")];
        let refused = story.maija.post(&story.statements(), &to_somebody).await;
        assert!(refused.status == 422 && refused.says("Sisäistä yhteenvetoa ei tehdä kenellekään"));
        let not_kept = story
            .maija
            .post(&story.statements(), &[("kind", "final_statement")])
            .await;
        assert_eq!(
            not_kept.status, 422,
            "a register has the kinds of its profile (A2)"
        );
    })
    .await;
}
