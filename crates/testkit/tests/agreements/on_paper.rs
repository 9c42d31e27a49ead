//! Agreements as files: what archives and readers aloud need, and what was signed by hand.

use polku_testkit::{for_each_backend, on_sqlite};
use serde_json::json;

use super::{begun, ilona, poppler, turned, words};

#[tokio::test]
async fn b3_the_file_is_archivable_accessible_and_in_the_clients_language() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let body = json!({ "template": "work.1", "language": "sv" });
        let made = program
            .post(&format!("/api/v1/clients/{client}/agreements"), &body)
            .await;
        assert_eq!(made.status, 201, "{}", made.body);
        let address = made.location().trim_start_matches("/api/v1").to_owned();
        assert_eq!(turned(&maija, &address, "1", "proposed").await.status, 303);
        let file = maija.get(&format!("{address}/pdf")).await.bytes;
        let info = poppler("pdfinfo", &[], &file, &[]);
        assert!(info.contains("Tagged:") && info.contains("Avtal"), "{info}");
        let metadata = poppler("pdfinfo", &["-meta"], &file, &[]);
        assert!(
            metadata.contains("pdfaid:part") && metadata.contains("pdfuaid:part"),
            "{metadata}"
        );
        assert!(
            poppler("pdfinfo", &["-struct-text"], &file, &[]).contains("Mål"),
            "tagged text"
        );
        let fonts = poppler("pdffonts", &[], &file, &[]);
        assert!(fonts.lines().skip(2).all(|face| face.contains("yes")), "{fonts}");
        assert!(words(&file).contains("Deltagaren svarar för"));
        assert!(!info.contains("Malli"), "no name in the metadata: {info}");
    })
    .await;
}

#[tokio::test]
async fn b3_an_agreement_signed_by_hand_rests_on_its_scan() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&maija, client).await;
        assert_eq!(turned(&maija, &address, "1", "proposed").await.status, 303);
        let form = maija.get(&format!("{address}/by-hand")).await;
        assert!(
            form.says("Asiakkaalla ei ole vielä asiakirjoja."),
            "{}",
            form.body
        );
        let scan = polku_documents::plain_pdf(&[&["Sopimus, allekirjoitettu"]]);
        let upload = format!("/clients/{client}/documents");
        let said = [
            ("title", "Allekirjoitettu sopimus"),
            ("class", "agreement"),
            ("publicity", "secret"),
        ];
        let came = maija.upload(&upload, &said, ("files", "scan.pdf", &scan)).await;
        assert_eq!(came.status, 303, "{}", came.body);
        let document = came.location().rsplit('/').next().expect("an id").to_owned();
        let nothing = maija
            .post(
                &format!("{address}/by-hand"),
                &[("version", "2"), ("signed_on", "1.1.2099")],
            )
            .await;
        assert!(
            nothing.status == 422
                && nothing.says("Valitse allekirjoitettu paperi")
                && nothing.says("Valitse tämä päivä tai aiempi.")
        );
        let organisation = json!({ "scan": document, "parties": ["organisation"] });
        let early = program
            .send(
                "POST",
                &format!("/api/v1{address}/by-hand"),
                &[("if-match", "\"2\"")],
                Some(&organisation),
            )
            .await;
        assert_eq!(
            (early.status, &early.json()["errors"][0]["key"]),
            (422, &json!("agreements-client-first"))
        );
        let fields = [
            ("version", "2"),
            ("scan", document.as_str()),
            ("parties", "client"),
            ("parties", "organisation"),
            ("signed_on", ""),
        ];
        let kept = maija.post(&format!("{address}/by-hand"), &fields).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
        let body = program.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(
            (&body["state"], &body["signatures"][0]["kind"]),
            (&json!("signed"), &json!("handwritten"))
        );
        let page = maija.get(&address).await;
        assert!(
            page.says("Käsin tehty allekirjoitus") && page.says(&document),
            "{}",
            page.body
        );
        let file = maija.get(&format!("{address}/pdf")).await.bytes;
        let text = words(&file);
        assert!(
            text.contains("Allekirjoitettu käsin") && !text.contains("Allekirjoitettu sähköisesti"),
            "{text}"
        );
        let again = program
            .send(
                "POST",
                &format!("/api/v1{address}/by-hand"),
                &[("if-match", "\"2\"")],
                Some(&organisation),
            )
            .await;
        assert_eq!(again.status, 412, "{}", again.body);
    })
    .await;
}
