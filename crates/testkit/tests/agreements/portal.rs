//! Signing in the portal (D8).

use polku_ledger::check_seal;
use polku_testkit::{Client, for_each_backend};
use serde_json::json;

use super::{CODE, begun, hidden, ilona, token, turned, words};
use crate::portal::{Own, opened};

#[tokio::test]
async fn b3_a_client_signs_in_the_portal_and_it_is_advanced_only_just_after_strong_identification_d8() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&maija, client).await;
        let id = address.rsplit('/').next().expect("an id").to_owned();
        let (here, sign) = (
            format!("/own/agreements/{id}"),
            format!("/own/agreements/{id}/sign"),
        );
        let (name, code) = opened(&app, &maija, client).await;
        let (by_code, _) = Own::enter(&app, &name, &code).await;
        assert!(
            by_code
                .get("/own/agreements")
                .await
                .says("Sinulla ei ole sopimuksia."),
            "a draft is the worker's"
        );
        assert_eq!(by_code.get(&here).await.status, 404);
        assert_eq!(turned(&maija, &address, "1", "proposed").await.status, 303);
        let link = format!(
            "/sign/{}",
            token(&maija.post(&format!("{address}/link"), &[]).await)
        );
        assert!(
            by_code
                .get("/own/agreements")
                .await
                .says("odottaa allekirjoituksia")
        );
        let plain = by_code.get(&here).await;
        assert!(
            plain.says("tavallinen sähköinen allekirjoitus") && !plain.says("26 artikla"),
            "{}",
            plain.body
        );

        let strong = Own::identified(&app, CODE).await;
        let asked = strong.get(&here).await;
        assert!(
            asked.says("kehittynyt sähköinen allekirjoitus") && asked.says("Puupaja, Halli 3"),
            "{}",
            asked.body
        );
        let shown = hidden(&asked, "shown");
        let signed_as = |kind: &'static str| {
            [
                ("shown", shown.as_str()),
                ("kind", kind),
                ("name", "Ilona Malli"),
                ("accepts", "on"),
            ]
        };
        let nothing = strong.post(&sign, &[("shown", shown.as_str())]).await;
        assert!(
            nothing.status == 422 && nothing.says("Kirjoita nimi allekirjoitukseksi."),
            "{}",
            nothing.body
        );
        let pretended = by_code.post(&sign, &signed_as("advanced")).await;
        assert!(
            pretended.status == 422 && pretended.says("toisenlainen kuin sivulla luki"),
            "{}",
            pretended.body
        );
        app.after(jiff::SignedDuration::from_mins(8));
        assert_eq!(strong.get("/own").await.status, 200);
        app.after(jiff::SignedDuration::from_mins(8));
        let late = strong.post(&sign, &signed_as("advanced")).await;
        assert!(
            late.status == 422 && late.says("toisenlainen") && late.says("tavallinen sähköinen"),
            "{}",
            late.body
        );
        let anew = Own::identified(&app, CODE).await;
        let done = anew.post(&sign, &signed_as("advanced")).await;
        assert_eq!(
            (done.status, done.location()),
            (303, here.as_str()),
            "{}",
            done.body
        );
        assert_eq!(
            app.stranger().get(&link).await.status,
            404,
            "the link died with it"
        );
        let twice = anew.post(&sign, &signed_as("advanced")).await;
        assert_eq!((twice.status, twice.location()), (303, here.as_str()));
        let page = anew.get(&here).await;
        assert!(
            page.says("Se odottaa vielä järjestäjän allekirjoitusta.") && page.says("26 artikla"),
            "{}",
            page.body
        );
        let body = program.get(&format!("/api/v1{address}")).await.json();
        let signature = &body["signatures"][0];
        assert_eq!(
            (&signature["kind"], &signature["way"]),
            (&json!("advanced"), &json!("portal-identified"))
        );

        let maija = maija.again(&app).await;
        let fields = [("version", "2"), ("name", "Maija"), ("accepts", "on")];
        let signed = maija.post(&format!("{address}/sign"), &fields).await;
        assert_eq!(signed.status, 303, "{}", signed.body);
        let file = anew.get(&format!("{here}/pdf")).await.bytes;
        let text = words(&file);
        for told in [
            "Kehittynyt sähköinen allekirjoitus (EU 910/2014, 26 artikla)",
            "vahvasti tunnistautuneena enintään 15 minuuttia ennen",
            "Tavallisen sähköisen allekirjoituksen antajaa ei tunnistettu vahvasti",
        ] {
            assert!(text.contains(told), "{told}: {text}");
        }
        assert!(!text.contains("Tämä ei ole kehittynyt"), "{text}");
        let note = anew.get(&format!("{here}/seal")).await.body;
        let key = app.stranger().get("/agreement-key/paja").await.body;
        let (seal, _) = check_seal(&file, &note, &key).expect("it holds");
        assert_eq!(
            (seal.signatures[0].kind.as_str(), seal.signatures[1].kind.as_str()),
            ("advanced", "plain")
        );
        let list = anew.get("/api/v1/own/agreements").await.json();
        assert_eq!(list[0]["signatures"][0]["kind"], json!("advanced"));
        assert_eq!(
            anew.get(&format!("/api/v1{here}")).await.json()["state"],
            json!("signed")
        );
        assert_eq!(anew.get(&format!("/api/v1{here}/pdf")).await.bytes, file);
        assert_eq!(anew.get(&format!("/api/v1{here}/seal")).await.body, note);
    })
    .await;
}

/// A plain signature of what was shown under this hash.
fn as_shown(shown: &str) -> [(&'static str, &str); 4] {
    [
        ("shown", shown),
        ("kind", "plain"),
        ("name", "Ilona Malli"),
        ("accepts", "on"),
    ]
}

#[tokio::test]
async fn b3_a_code_gives_a_plain_signature_in_the_portal_and_nobody_reaches_anothers_agreement_a8() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&maija, client).await;
        let id = address.rsplit('/').next().expect("an id").to_owned();
        let here = format!("/own/agreements/{id}");
        assert_eq!(turned(&maija, &address, "1", "proposed").await.status, 303);
        let other = Client::named("Muu", "Mikko").of(&maija, &app).await;
        let (name, code) = opened(&app, &maija, other).await;
        let (stranger, _) = Own::enter(&app, &name, &code).await;
        let missing = stranger
            .get("/own/agreements/0198c0de-0000-7000-8000-0000000000ad")
            .await;
        for end in ["", "/pdf", "/seal"] {
            let answer = stranger.get(&format!("{here}{end}")).await;
            assert_eq!(answer.status, 404, "{end}");
            assert_eq!(stranger.get(&format!("/api/v1{here}{end}")).await.status, 404);
        }
        let hidden_page = stranger.get(&here).await;
        assert_eq!(
            hidden_page.body.replace(&id, ""),
            missing.body.replace("0198c0de-0000-7000-8000-0000000000ad", "")
        );
        let sign = format!("{here}/sign");
        assert_eq!(stranger.post(&sign, &as_shown("00")).await.status, 404);

        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;
        let shown = hidden(&own.get(&here).await, "shown");
        let stale = own.post(&sign, &as_shown("00")).await;
        assert!(
            stale.status == 422 && stale.says("Sopimus on vaihtunut"),
            "{}",
            stale.body
        );
        assert_eq!(own.post(&sign, &as_shown(&shown)).await.status, 303);
        let body = program.get(&format!("/api/v1{address}")).await.json();
        let signature = &body["signatures"][0];
        assert_eq!(
            (&signature["kind"], &signature["way"]),
            (&json!("plain"), &json!("portal-code"))
        );

        let second = begun(&maija, client).await;
        let here = format!("/own/agreements/{}", second.rsplit('/').next().expect("an id"));
        assert_eq!(turned(&maija, &second, "1", "proposed").await.status, 303);
        let shown = hidden(&own.get(&here).await, "shown");
        assert_eq!(turned(&maija, &second, "2", "lapsed").await.status, 303);
        let late = own.post(&format!("{here}/sign"), &as_shown(&shown)).await;
        assert_eq!(
            (late.status, late.location()),
            (303, here.as_str()),
            "{}",
            late.body
        );
        let page = own.get(&here).await;
        assert!(
            page.says("rauennut") && !page.says("Allekirjoita sopimus"),
            "what was given up is not signed"
        );
    })
    .await;
}
