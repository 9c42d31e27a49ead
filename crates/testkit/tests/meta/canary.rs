//! Canaries planted in sealed fields appear in no file and no address.

use polku_testkit::{Client, on_sqlite};

const NAME: &str = "Kanarialintu";
const CODE: &str = "010594Y9032";
const PHONE: &str = "+358401234567";

#[tokio::test]
async fn nothing_on_disk_tells_who_is_a_client() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        Client::named(NAME, "Tipu")
            .code(CODE)
            .phone(PHONE)
            .of(&maija, &app)
            .await;
        let answer = maija.post("/find", &[("q", CODE)]).await;
        assert!(answer.status < 500, "{}", answer.body);
        app.desk.sequence_audit().await.expect("sequenced");
        let mut looked_at = 0;
        for entry in std::fs::read_dir(&app.folder).expect("the folder") {
            let path = entry.expect("an entry").path();
            if !path.is_file() {
                continue;
            }
            let bytes = std::fs::read(&path).expect("a file");
            for canary in [NAME, CODE, PHONE, "Tipu"] {
                let found = bytes
                    .windows(canary.len())
                    .any(|window| window == canary.as_bytes());
                assert!(!found, "{canary} lies open in {}", path.display());
            }
            looked_at += 1;
        }
        assert!(looked_at >= 3, "database, log and key ring");
    })
    .await;
}
