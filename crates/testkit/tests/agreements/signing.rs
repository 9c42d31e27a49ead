//! Signing on a screen: the seal that holds, and a device that is handed over.

use polku_ledger::{SealError, SealedFile, check_seal};
use polku_testkit::{for_each_backend, on_sqlite};
use serde_json::json;

use super::{begun, hidden, ilona, token, turned, words};

#[tokio::test]
async fn b3_an_agreement_is_filled_from_the_record_and_signed_on_a_screen_and_its_seal_holds() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let list = format!("/clients/{client}/agreements");
        assert!(maija.get(&list).await.says("Sopimuksia ei ole vielä."));
        let form = maija.get(&format!("{list}/new")).await;
        assert!(form.says("Sopimus kuntouttavasta työtoiminnasta") && form.says("Pajajakson sopimus"));
        let refused = maija.post(&list, &[("template", ""), ("language", "xx")]).await;
        assert!(
            refused.status == 422 && refused.says("Valitse sopimuspohja."),
            "{}",
            refused.body
        );

        let address = begun(&maija, client).await;
        let edit = maija.get(&format!("{address}/edit")).await;
        for filled in [
            "30.11.2026",
            "28.5.2027",
            "Puupaja, Halli 3",
            "ma, ti, to",
            "Säännöllinen päivärytmi",
        ] {
            assert!(edit.says(filled), "{filled}: {}", edit.body);
        }
        let page = maija.get(&address).await;
        assert!(
            page.says("Ilona Malli sopivat kuntouttavan työtoiminnan jaksosta"),
            "{}",
            page.body
        );
        let draft = maija.get(&format!("{address}/pdf")).await;
        assert!(words(&draft.bytes).contains("Luonnos, jota ei allekirjoiteta."));

        let proposed = turned(&maija, &address, "1", "proposed").await;
        assert_eq!(proposed.location(), address, "{}", proposed.body);
        let stale = turned(&maija, &address, "1", "proposed").await;
        assert!(
            stale.status == 422 && stale.says("Sopimus on muuttunut sillä välin."),
            "{}",
            stale.body
        );
        let early = maija
            .post(
                &format!("{address}/sign"),
                &[("version", "2"), ("name", "Maija"), ("accepts", "on")],
            )
            .await;
        assert!(
            early.status == 422 && early.says("Osallistuja allekirjoittaa ensin"),
            "{}",
            early.body
        );

        let link = format!(
            "/sign/{}",
            token(&maija.post(&format!("{address}/link"), &[]).await)
        );
        let phone = app.stranger();
        let asked = phone.get(&link).await;
        assert!(
            asked.says("tavallinen sähköinen allekirjoitus") && asked.says("Puupaja, Halli 3"),
            "{}",
            asked.body
        );
        assert!(!asked.says("href=\"/\""), "nothing else can be reached");
        let shown_file = phone.get(&format!("{link}/paper")).await;
        assert!(shown_file.bytes.starts_with(b"%PDF"));
        let shown = hidden(&asked, "shown");
        let nameless = phone
            .post(&link, &[("shown", &shown), ("name", " "), ("accepts", "")])
            .await;
        assert!(nameless.status == 422 && nameless.says("Kirjoita nimi allekirjoitukseksi."));
        let other = phone
            .post(
                &link,
                &[("shown", "00"), ("name", "Ilona Malli"), ("accepts", "on")],
            )
            .await;
        assert!(
            other.status == 422 && other.says("Sopimus on vaihtunut"),
            "{}",
            other.body
        );
        let signed = phone
            .post(
                &link,
                &[("shown", &shown), ("name", "Ilona Malli"), ("accepts", "on")],
            )
            .await;
        assert_eq!((signed.status, signed.location()), (303, "/signed"));
        assert!(
            phone
                .get("/signed")
                .await
                .says("Kiitos, sopimus on allekirjoitettu")
        );
        assert_eq!(phone.get(&link).await.status, 404, "a link serves once");
        assert!(
            maija
                .get("/")
                .await
                .says("Sopimus odottaa järjestäjän allekirjoitusta")
        );
        let back = turned(&maija, &address, "2", "draft").await;
        assert!(
            back.status == 422 && back.says("Joku on jo allekirjoittanut."),
            "{}",
            back.body
        );

        let ask = maija.get(&format!("{address}/sign")).await;
        assert!(
            ask.says("Tämä ei ole kehittynyt sähköinen allekirjoitus"),
            "{}",
            ask.body
        );
        let done = maija
            .post(
                &format!("{address}/sign"),
                &[("version", "2"), ("name", "Maija Mallinen"), ("accepts", "on")],
            )
            .await;
        assert_eq!(done.status, 303, "{}", done.body);
        let page = maija.get(&address).await;
        assert!(
            page.says("Ilona Malli, ") && page.says("Maija Mallinen, ") && page.says("Lataa sinetti"),
            "{}",
            page.body
        );

        let file = program.get(&format!("/api/v1{address}/pdf")).await.bytes;
        let text = words(&file);
        for told in [
            "Ilona Malli",
            "Maija Mallinen",
            "3 artiklan 10 kohta",
            "26 artikla",
            "kertakäyttöisestä",
        ] {
            assert!(text.contains(told), "{told}: {text}");
        }
        let note = maija.get(&format!("{address}/seal")).await.body;
        assert_eq!(note, program.get(&format!("/api/v1{address}/seal")).await.body);
        let key = app.stranger().get("/agreement-key/paja").await.body;
        let (seal, which) = check_seal(&file, &note, &key).expect("it holds");
        assert_eq!((which, seal.signatures.len()), (SealedFile::Signed, 2));
        assert_eq!(
            check_seal(&shown_file.bytes, &note, &key)
                .expect("what was shown")
                .1,
            SealedFile::Shown
        );
        assert_eq!(seal.shown.to_string(), shown);
        let mut changed = file.clone();
        changed.push(b'\n');
        assert!(matches!(
            check_seal(&changed, &note, &key),
            Err(SealError::OtherFile(_))
        ));
        assert_eq!(app.stranger().get("/agreement-key/muu").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn b3_a_device_is_handed_over_and_the_workers_session_ends() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&maija, client).await;
        assert_eq!(turned(&maija, &address, "1", "proposed").await.status, 303);
        let over = maija.post(&format!("{address}/hand-over"), &[]).await;
        assert!(
            over.status == 303 && over.location().starts_with("/sign/"),
            "{}",
            over.body
        );
        assert!(
            maija.get(&address).await.location().starts_with("/sign-in"),
            "signed out"
        );
        let tablet = app.stranger();
        let shown = hidden(&tablet.get(over.location()).await, "shown");
        let signed = tablet
            .post(
                over.location(),
                &[("shown", &shown), ("name", "Ilona"), ("accepts", "on")],
            )
            .await;
        assert_eq!(signed.status, 303, "{}", signed.body);
        let body = program.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(body["signatures"][0]["way"], json!("handed-device"));
    })
    .await;
}
