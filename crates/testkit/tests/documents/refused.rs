//! What is not taken in, and what is said of it.

use axum::http::{Request, header};
use image::ImageFormat;
use polku_testkit::on_sqlite;

use super::{added, id_of, ilona, samples};

#[tokio::test]
async fn b12_each_bad_file_is_refused_with_words_and_the_good_ones_beside_it_are_kept() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = format!("/clients/{client}/documents");
        let whole = samples::pdf(&[&["Kelpaa"]]);
        let torn = &whole[..whole.len() / 2];
        let lies = samples::picture(ImageFormat::Png, 7);
        let files: [(&str, &str, &[u8]); 6] = [
            ("files", "kelpaa.pdf", &whole),
            ("files", "katkennut.pdf", torn),
            ("files", "valehtelee.pdf", &lies),
            ("files", "ohjelma.exe", b"MZ\x90\x00 a program"),
            ("files", "tyhja.pdf", b""),
            ("photo", "kuva.png", &lies),
        ];
        let sent = maija
            .upload_all(
                &address,
                &[("class", "letter"), ("note", "Säilyy lomakkeessa")],
                &files,
            )
            .await;
        assert_eq!(sent.status, 422);
        for said in [
            "katkennut.pdf: tiedosto on katkennut tai vioittunut.",
            "valehtelee.pdf: tiedoston sisältö ei vastaa sen nimeä.",
            "ohjelma.exe: tätä tiedostotyyppiä ei oteta vastaan.",
            "tyhja.pdf: tiedosto on tyhjä.",
            "2 tiedostoa lisättiin.",
            "Säilyy lomakkeessa",
        ] {
            assert!(sent.says(said), "{said}");
        }
        let listed = program.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(listed.as_array().map(Vec::len), Some(2));
        let wrong = program
            .send_file(&format!("/api/v1{address}"), "x.pdf", &lies)
            .await;
        assert_eq!(
            (wrong.status, &wrong.json()["errors"][0]["field"]),
            (422, &serde_json::json!("body"))
        );
    })
    .await;
}

#[tokio::test]
async fn a_mistake_beside_a_file_does_not_lose_the_file() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = format!("/clients/{client}/documents");
        let fields = [("class", "letter"), ("dated", "40.13."), ("title", "Kirje")];
        let sent = maija
            .upload(
                &address,
                &fields,
                ("files", "kirje.pdf", &samples::pdf(&[&["Hei"]])),
            )
            .await;
        assert_eq!(sent.status, 422);
        assert!(sent.says("Tiedosto on tallessa.") && sent.says("40.13."));
        let listed = program.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(listed[0]["title"], serde_json::json!("Kirje"));
        let nothing = maija.upload(&address, &fields, ("files", "", b"")).await;
        assert!(nothing.status == 422 && nothing.says("Valitse tiedosto tai ota kuva."));
    })
    .await;
}

#[tokio::test]
async fn b12_a_file_over_the_limit_is_told_and_one_of_ten_gigabytes_is_not_even_read() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = format!("/clients/{client}/documents");
        let mut large = samples::pdf(&[&["Suuri"]]);
        large.resize(
            usize::try_from(app.desk.document_options().largest).expect("a limit") + 1,
            b' ',
        );
        let sent = maija
            .upload_all(
                &address,
                &[("class", "other")],
                &[
                    ("files", "suuri.pdf", &large),
                    ("files", "pieni.pdf", &samples::pdf(&[&["Pieni"]])),
                ],
            )
            .await;
        assert_eq!(sent.status, 413);
        assert!(
            sent.says("suuri.pdf: tiedosto on suurempi kuin 50 Mt.") && sent.says("Yksi tiedosto lisättiin.")
        );
        let by_program = program
            .send_file(&format!("/api/v1{address}"), "suuri.pdf", &large)
            .await;
        assert_eq!(by_program.status, 413);

        let endless = Request::post(&address)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .header(header::ACCEPT_LANGUAGE, "fi");
        let answer = maija.send_endless(endless, 10 * 1024 * 1024 * 1024).await;
        assert_eq!(answer.answer.status, 413);
        assert!(answer.answer.says("Liian suuri tiedosto tai teksti"));
        assert!(answer.read < 64 * 1024 * 1024, "{} bytes were read", answer.read);
    })
    .await;
}

#[tokio::test]
async fn what_comes_in_parts_leaves_nothing_behind_when_it_breaks_off() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = format!("/clients/{client}/documents");
        let mut body = String::from(
            "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4\n",
        );
        body.push_str(&" ".repeat(200_000));
        let broken = Request::post(&address).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        assert!(maija.send(broken, body).await.status >= 400);
        let coming_in = app.folder.join("documents/coming-in");
        assert_eq!(std::fs::read_dir(coming_in).expect("the folder").count(), 0);
        // What a power cut leaves there is swept after a day.
        std::fs::write(app.folder.join("documents/coming-in/left"), "left").expect("a file");
        let kept = id_of(&added(&program, client, "b.pdf", &samples::pdf(&[&["Säilyy"]])).await);
        let orphan = app.folder.join("documents/00");
        std::fs::create_dir_all(&orphan).expect("a shelf");
        std::fs::write(orphan.join("00ff"), "nobody's").expect("a file");
        assert_eq!(
            app.desk.sweep_documents().await.expect("swept"),
            0,
            "it may be under way"
        );
        app.clock
            .move_to("2036-11-23T07:00:00Z".parse().expect("a moment"));
        assert_eq!(app.desk.sweep_documents().await.expect("swept"), 2);
        app.clock.move_to(polku_testkit_monday());
        let addresses = app
            .desk
            .content_of(app.register, client)
            .await
            .expect("addresses");
        assert_eq!(addresses.len(), 1, "what a row names stays: {kept}");
        app.desk.remove_content(&addresses).await.expect("removed");
        app.desk
            .remove_content(&addresses)
            .await
            .expect("an erasure can be repeated");
    })
    .await;
}

fn polku_testkit_monday() -> jiff::Timestamp {
    "2026-11-23T07:00:00Z".parse().expect("a moment")
}
