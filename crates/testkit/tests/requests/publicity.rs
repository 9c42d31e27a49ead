//! Requests of others under the publicity act: `/publicity-requests` with `/publicity-requests/new` and what is below each
//! (`/acts`, `/letters/`, `/pdf`); for programs `/api/v1/publicity-requests/` and an id.

use polku_desk::access::Role;
use polku_testkit::{for_each_backend, on_sqlite};
use serde_json::json;

use super::{Cast, act};

#[tokio::test]
async fn d1_a_strangers_request_has_its_own_clock_and_a_refusal_leads_to_a_decision_with_appeal() {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        let (paula, list) = (&cast.paula, "/publicity-requests");
        assert!(paula.get(list).await.says("Pyyntöjä ei ole."));
        assert!(
            paula
                .get(&format!("{list}/new"))
                .await
                .says("Kenenkään ei tarvitse kertoa nimeään")
        );
        let nothing = paula.post(list, &[("channel", "oral")]).await;
        assert!(nothing.status == 422 && nothing.says("Kirjoita, mitä pyydetään."));
        let fields = [
            ("channel", "secure_mail"),
            ("asked", "Työpajan asiakkaiden luettelo"),
            ("asker", "Toimittaja Testi"),
        ];
        let done = paula.post(list, &fields).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let address = done.location().to_owned();
        let main = app.program(paula).await;
        let one = main.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(one["due_on"], json!("2026-12-07"), "two weeks");
        let why = ("reasons", "Luettelon kokoaminen vaatii tavallista enemmän työtä.");
        assert_eq!(act(paula, &address, "extend", &[why]).await.status, 303);
        let one = main.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(one["due_on"], json!("2026-12-23"), "at most a month");
        let early = act(paula, &address, "decide", &[why, ("provision", "24 §")]).await;
        assert!(early.status == 422 && early.says("kun tietoa ei ole annettu kokonaan"));
        let secret = ("reasons", "Asiakkuus on salassa pidettävä tieto.");
        let bare = act(paula, &address, "refuse", &[secret]).await;
        assert!(bare.says("Kirjoita säännös"), "{}", bare.body);
        let provision = ("provision", "Laki 621/1999, 24 § 1 mom. 25 kohta");
        assert_eq!(
            act(paula, &address, "refuse", &[secret, provision]).await.status,
            303
        );
        let letter = paula.get(&format!("{address}/letters/2")).await;
        assert!(
            letter.says("kirjallisen päätöksen") && letter.says("24 § 1 mom. 25 kohta"),
            "{}",
            letter.body
        );
        assert_eq!(
            act(paula, &address, "decide", &[secret, provision]).await.status,
            303
        );
        let decision = paula.get(&format!("{address}/letters/3")).await;
        assert!(
            decision.says("hallinto-oikeuteen") && decision.says("30 päivän kuluessa"),
            "{}",
            decision.body
        );
        assert!(
            paula
                .get(&format!("{address}/letters/3/pdf"))
                .await
                .bytes
                .starts_with(b"%PDF-")
        );
        assert!(
            paula
                .get(&format!("{list}?open=closed"))
                .await
                .says("Työpajan asiakkaiden luettelo")
        );
        assert!(!paula.get(list).await.says("Työpajan asiakkaiden luettelo"));
        assert_eq!(cast.maija.get(list).await.status, 403, "not a coach's business");
    })
    .await;
}

#[tokio::test]
async fn d1_programs_answer_strangers_and_a_foundation_has_no_such_requests() {
    on_sqlite(|app| async move {
        let cast = Cast::of(&app).await;
        let main = app.program(&cast.paula).await;
        let list = "/api/v1/publicity-requests";
        let made = main
            .post(list, &json!({ "channel": "paper", "asked": "Vuosikertomus" }))
            .await;
        assert_eq!(made.status, 201, "{}", made.body);
        let address = made.headers["location"].to_str().expect("an address").to_owned();
        let acts = format!("{address}/acts");
        assert_eq!(
            main.put(&acts, made.etag(), &json!({ "act": "grant" }))
                .await
                .status,
            200
        );
        assert_eq!(
            main.put(&acts, made.etag(), &json!({ "act": "grant" }))
                .await
                .status,
            412
        );
        assert_eq!(main.get(list).await.json(), json!([]));
        let register = app.register("kokko", "kokkotyo").await;
        let tiina = app
            .worker_in(register, Role::DataProtectionOfficer, "kaisa")
            .await;
        assert_eq!(tiina.get("/publicity-requests").await.status, 404);
    })
    .await;
}
