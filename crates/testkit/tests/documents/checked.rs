//! What is done with a file after it came: ClamAV, poppler and tesseract, really.

use image::ImageFormat;
use polku_testkit::{for_each_backend, on_sqlite};
use serde_json::json;

use super::{added, do_all, document, has_scanner, id_of, ilona, samples};

#[tokio::test]
async fn b12_a_clean_paper_is_shown_as_pictures_and_downloaded_so_that_nothing_of_it_runs() {
    for_each_backend(|app| async move {
        if !has_scanner() {
            return;
        }
        let (maija, program, client) = ilona(&app).await;
        let file = samples::pdf(&[&["Lääkärintodistus"], &["Toinen sivu"]]);
        let id = id_of(&added(&program, client, "todistus.pdf", &file).await);
        do_all(&app).await;
        let told = document(&program, client, &id).await.json();
        assert_eq!(told["files"][0]["checked"], json!("clean"));
        assert_eq!(
            (&told["files"][0]["reading"], &told["files"][0]["pages"]),
            (&json!("read"), &json!(2))
        );

        let address = format!("/clients/{client}/documents/{id}");
        let page = maija.get(&address).await;
        assert!(page.says(&format!("{address}/files/1/pages/2")), "{}", page.body);
        let picture = maija.get(&format!("{address}/files/1/pages/1")).await;
        assert_eq!(picture.headers["content-type"], "image/png");
        assert!(picture.bytes.starts_with(b"\x89PNG"));
        assert_eq!(maija.get(&format!("{address}/files/1/pages/3")).await.status, 404);

        let download = maija.get(&format!("{address}/files/1")).await;
        assert_eq!(download.bytes, file);
        let disposition = download.headers["content-disposition"].to_str().expect("text");
        assert!(
            disposition.starts_with("attachment; filename=\"polku-") && !disposition.contains("todistus")
        );
        assert_eq!(
            download.headers["content-security-policy"],
            "default-src 'none'; sandbox"
        );
        assert_eq!(download.headers["x-content-type-options"], "nosniff");
        let by_program = program.get(&format!("/api/v1{address}/files/1")).await;
        assert_eq!(by_program.bytes, file);
    })
    .await;
}

#[tokio::test]
async fn b12_a_virus_is_caught_told_and_never_opened() {
    on_sqlite(|app| async move {
        if !has_scanner() {
            return;
        }
        let (maija, program, client) = ilona(&app).await;
        let mut file = samples::pdf(&[&["Lasku"]]);
        let end = file.len() - 6;
        file.splice(end..end, format!("%{}\n", samples::eicar()).into_bytes());
        let id = id_of(&added(&program, client, "lasku.pdf", &file).await);
        do_all(&app).await;
        let told = document(&program, client, &id).await.json();
        assert_eq!(told["files"][0]["checked"], json!("infected"));
        assert!(
            told["files"][0]["threat"]
                .as_str()
                .is_some_and(|name| name.contains("Eicar"))
        );
        let address = format!("/clients/{client}/documents/{id}");
        assert!(maija.get(&address).await.says("Tiedostosta löytyi virus"));
        assert_eq!(maija.get(&format!("{address}/files/1")).await.status, 303);
        assert_eq!(maija.get(&format!("{address}/files/1/pages/1")).await.status, 303);
        assert_eq!(
            program.get(&format!("/api/v1{address}/files/1")).await.status,
            422
        );
        // Looking again does not let it out.
        assert_eq!(
            maija
                .post(&format!("/clients/{client}/documents/look-again"), &[])
                .await
                .status,
            303
        );
        do_all(&app).await;
        assert_eq!(
            document(&program, client, &id).await.json()["files"][0]["checked"],
            json!("infected")
        );
    })
    .await;
}

#[tokio::test]
async fn b12_the_text_of_a_picture_is_read_in_finnish_and_a_script_in_a_pdf_is_remarked() {
    on_sqlite(|app| async move {
        if !has_scanner() {
            return;
        }
        let (maija, program, client) = ilona(&app).await;
        let script = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>";
        let file = samples::pdf_with(&[&["Työkyky arvioidaan keväällä"]], script);
        let id = id_of(&added(&program, client, "koodi.pdf", &file).await);
        let empty = samples::picture(ImageFormat::Jpeg, 250);
        let blank = id_of(&added(&program, client, "tyhjä.jpg", &empty).await);
        do_all(&app).await;
        let told = document(&program, client, &id).await.json();
        assert_eq!(told["files"][0]["remarks"]["scripts"], json!(true));
        let page = maija.get(&format!("/clients/{client}/documents/{id}")).await;
        assert!(page.says("Tiedostossa on ohjelmakoodia"));
        let blank = document(&program, client, &blank).await.json();
        assert_eq!(blank["files"][0]["reading"], json!("nothing"));
    })
    .await;
}

#[tokio::test]
async fn b12_a_phones_picture_is_taken_in_shown_read_and_downloaded_as_it_came() {
    on_sqlite(|app| async move {
        let Some(file) = samples::heic(&["Lääkärintodistus", "Työkyky arvioidaan keväällä"]) else {
            return;
        };
        let (maija, program, client) = ilona(&app).await;
        let id = id_of(&added(&program, client, "IMG_0001.HEIC", &file).await);
        let told = document(&program, client, &id).await.json();
        assert_eq!(
            told["files"][0]["checked"],
            json!("waiting"),
            "nothing opens it in quarantine"
        );
        let torn = format!("/api/v1/clients/{client}/documents");
        let torn = program
            .send_file(&torn, "IMG_0002.HEIC", &file[..file.len() - 9])
            .await;
        assert_eq!(
            (torn.status, torn.says("documents-refused-torn")),
            (422, true),
            "{}",
            torn.body
        );
        if !has_scanner() {
            return;
        }
        do_all(&app).await;
        let told = document(&program, client, &id).await.json();
        assert_eq!(
            (&told["files"][0]["checked"], &told["files"][0]["reading"]),
            (&json!("clean"), &json!("read"))
        );
        let address = format!("/clients/{client}/documents/{id}");
        let picture = maija.get(&format!("{address}/files/1/pages/1")).await;
        assert_eq!(
            (picture.status, &picture.headers["content-type"]),
            (200, &"image/png".parse().expect("a kind"))
        );
        let drawn = image::load_from_memory(&picture.bytes).expect("a picture");
        assert!(
            drawn.width() > 800 && drawn.height() > drawn.width(),
            "{} × {}",
            drawn.width(),
            drawn.height()
        );
        let search = format!("/clients/{client}/documents/search");
        let found = maija.post(&search, &[("text", "arvioidaan")]).await;
        assert!(found.says(&address), "{}", found.body);
        let download = maija.get(&format!("{address}/files/1")).await;
        assert_eq!(download.headers["content-type"], "image/heic");
        assert!(download.bytes == file);
    })
    .await;
}

#[tokio::test]
async fn b12_what_was_read_is_found_within_a_client_and_among_ones_own_and_nobody_else_finds_it() {
    for_each_backend(|app| async move {
        if !has_scanner() {
            return;
        }
        let (maija, program, client) = ilona(&app).await;
        let file = samples::pdf(&[&["Hyvää päivää"], &["Alku", "Työkyky arvioidaan", "uudelleen"]]);
        let id = id_of(&added(&program, client, "lausunto.pdf", &file).await);
        added(&program, client, "muu.pdf", &samples::pdf(&[&["Muuta asiaa"]])).await;
        do_all(&app).await;
        let address = format!("/clients/{client}/documents");
        let page = maija
            .post(&format!("{address}/search"), &[("text", "TYOKYKY arvioidaan")])
            .await;
        assert!(
            page.says("Työkyky arvioidaan") && page.says(&format!("{address}/{id}?from=2")),
            "{}",
            page.body
        );
        assert!(!page.says("muu.pdf"));
        let short = maija.post(&format!("{address}/search"), &[("text", "a")]).await;
        assert!(short.status == 422 && short.says("Kirjoita vähintään yksi kaksikirjaiminen sana."));

        assert!(
            maija
                .get("/documents/search")
                .await
                .says("Hae otsikoista ja sisällöstä")
        );
        let everywhere = maija.post("/documents/search", &[("text", "työkyky")]).await;
        assert!(
            everywhere.says("Malli") && everywhere.says("sivu 2"),
            "{}",
            everywhere.body
        );
        let told = program
            .post("/api/v1/documents/search", &json!({ "text": "lausunto" }))
            .await
            .json();
        assert_eq!(
            (&told["found"][0]["document"], &told["found"][0]["page"]),
            (&json!(id), &json!(null))
        );
        let within = format!("/api/v1{address}/search");
        let told = program
            .post(&within, &json!({ "text": "arvioidaan" }))
            .await
            .json();
        assert_eq!(told["found"][0]["page"], json!(2));

        let pekka = app.coach("pekka").await;
        let others = pekka.post("/documents/search", &[("text", "työkyky")]).await;
        assert!(others.says("ei löytynyt") && !others.says("Malli"));
        assert_eq!(maija.post(&format!("{address}/{id}/bin"), &[]).await.status, 303);
        let binned = maija.post("/documents/search", &[("text", "työkyky")]).await;
        assert!(!binned.says("sivu 2"), "what is in the bin is not found");
    })
    .await;
}
