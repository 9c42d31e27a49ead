//! What is handed over: encrypted packages, and paper.

use std::io::{Cursor, Read as _};

use polku_testkit::on_sqlite;
use serde_json::{Value, json};

use super::{asked, consent, decide, deliver, ilona};
use crate::poppler;

#[tokio::test]
async fn c3_a_package_opens_with_the_recipients_key_or_the_passphrase_and_holds_no_more_than_was_decided() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let consent = consent(&program, client, "").await;
        let disclosure = asked(&program, client, json!({})).await;
        let address = format!("/api/v1/clients/{client}/disclosures/{disclosure}");
        for manner in ["key", "passphrase"] {
            let seen = program.get(&address).await;
            if seen.json()["state"] == json!("delivered") {
                break;
            }
            let body = json!({
                "outcome": "give", "ground": format!("consent:{consent}"), "parts": ["records:goal"], "manner": manner,
            });
            assert_eq!(program.put(&format!("{address}/decision"), seen.etag(), &body).await.status, 200);
            let wrong = deliver(&maija, client, &disclosure, &[("key", "avain"), ("passphrase", "lyhyt")]).await;
            assert_eq!(wrong.status, 422);
            assert!(!wrong.says("lyhyt"), "a passphrase is not shown again");
        }
        let identity = age::x25519::Identity::generate();
        let passphrase = "sinisellä pilvellä lentää kissa";
        let file = maija
            .bytes(
                &format!("/clients/{client}/disclosures/{disclosure}/delivery"),
                &[("key", &identity.to_public().to_string()), ("passphrase", passphrase)],
            )
            .await;
        let scrypt = age::scrypt::Identity::new(age::secrecy::SecretString::from(passphrase.to_owned()));
        let zip = age::decrypt(&scrypt, &file).expect("it opens with the passphrase");
        let mut zip = zip::ZipArchive::new(Cursor::new(zip)).expect("a package");
        let mut text = String::new();
        zip.by_name("tiedot.json").expect("for machines").read_to_string(&mut text).expect("text");
        let said: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!((&said["form"], &said["person"]), (&json!("polku-disclosure/1"), &json!("Malli Ilona")));
        assert!(said["marking"].as_str().expect("a marking").starts_with("SALASSA PIDETTÄVÄ"));
        assert_eq!(said["parts"].as_array().map(Vec::len), Some(1), "{said}");
        assert_eq!(said["parts"][0]["items"][0]["title"], json!("Säännöllinen päivärytmi"));
        let mut paper = Vec::new();
        zip.by_name("tiedot.pdf").expect("a paper").read_to_end(&mut paper).expect("a file");
        assert!(poppler::File::of(&paper).text().contains("SALASSA PIDETTÄVÄ"));
    })
    .await;
}

/// C3 and the marking of Act 621/1999, 25 §: on paper each page says that it is secret, and the first one to whom and why.
#[tokio::test]
async fn c3_what_is_printed_is_marked_on_each_page_and_says_to_whom_on_which_ground() {
    on_sqlite(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let consent = consent(&program, client, "").await;
        for number in 0..40 {
            let goal = json!({ "title": format!("Tavoite {number}"), "description": "Säännöllinen rytmi. ".repeat(12) });
            let made = program.post(&format!("/api/v1/clients/{client}/goals"), &goal).await;
            assert_eq!(made.status, 201, "{}", made.body);
        }
        let disclosure = asked(&program, client, json!({})).await;
        let ground = format!("consent:{consent}");
        let decided = decide(&program, client, &disclosure, &ground, &["records:goal"]).await;
        assert_eq!(decided.status, 200, "{}", decided.body);
        let file = maija
            .bytes(&format!("/clients/{client}/disclosures/{disclosure}/delivery"), &[])
            .await;
        let file = poppler::File::of(&file);
        let info = file.info();
        for fact in ["Tagged:          yes", "Title:           Luovutetut tiedot", "(A4)"] {
            assert!(info.contains(fact), "{fact}\n{info}");
        }
        assert!(!file.metadata().contains("Malli"), "the metadata says nothing of anybody");
        let metadata: String = file.metadata().split_whitespace().collect();
        assert!(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{metadata}");
        assert!(file.faces().iter().all(|face| face.contains("yes yes yes")));
        let text = file.text();
        let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
        assert!(pages.len() >= 3, "{}", pages.len());
        for page in &pages {
            assert!(page.contains("SALASSA PIDETTÄVÄ") && page.contains("621/1999"), "{page}");
            assert!(page.contains(&disclosure), "which disclosure it is\n{page}");
        }
        for fact in ["Malli Ilona", "lähettävä taho", "suostumus", "Tavoite ja sen toteutuminen"] {
            assert!(pages[0].to_lowercase().contains(&fact.to_lowercase()), "{fact}\n{}", pages[0]);
        }
        assert!(text.contains("vain siihen tarkoitukseen"), "{text}");
    })
    .await;
}
