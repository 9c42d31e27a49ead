//! A main user imports a register in the browser.

use polku_casework::do_next;
use polku_testkit::{Browser, TestApp, for_each_backend, on_sqlite};

use super::{CSV, SOMEBODY, WORKBOOK, marks_and_entries};

/// Sends a file; answers the import's address.
async fn sends(paula: &Browser, file: &[u8]) -> String {
    let answer = paula
        .upload(
            "/import",
            &[("system", "Pajarekisteri")],
            ("file", "vanha.xlsx", file),
        )
        .await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let address = answer.location().trim_end_matches("/columns").to_owned();
    assert!(address.starts_with("/import/"), "{address}");
    address
}

/// The version that a page's forms send.
async fn version(paula: &Browser, page: &str) -> String {
    let page = paula.get(page).await;
    let form = page.body.split("name=\"version\" value=\"").nth(1);
    let form = form.unwrap_or_else(|| panic!("no form: {}", page.body));
    form.split('"').next().unwrap_or_default().to_owned()
}

/// Takes a step of an import by its form.
async fn step(paula: &Browser, address: &str, step: &str) {
    let seen = version(paula, address).await;
    let answer = paula
        .post(&format!("{address}{step}"), &[("version", &seen)])
        .await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

async fn work(app: &TestApp) {
    while do_next(&app.desk).await {}
}

#[tokio::test]
async fn a_main_user_reads_a_workbook_decides_sees_what_would_come_in_and_imports_it() {
    for_each_backend(|app| async move {
        let (paula, johto) = (app.main_user("paula").await, app.manager("johto").await);
        assert!(paula.get("/import").await.says("Mitään ei ole vielä tuotu"));
        assert_eq!(paula.get("/import/new").await.status, 200);
        let address = sends(&paula, WORKBOOK).await;
        let columns = paula.get(&format!("{address}/columns")).await;
        assert_eq!(columns.status, 200);
        assert!(columns.says("mitä kukin sarake tarkoittaa") && columns.says("sheet-2-kind"));

        step(&paula, &address, "/columns").await;
        assert!(paula.get(&address).await.says("Tiedostoa tarkistetaan"));
        work(&app).await;
        let checked = paula.get(&address).await;
        assert!(checked.says("riviä rekisteriin?"), "{}", checked.body);
        assert!(checked.says("tarkistusmerkki ei täsmää") && checked.says("Ei tuoda (53)"));
        assert!(
            !checked.says("Saatteessa mainitaan turvakielto"),
            "what is kept out comes first"
        );
        let remarks = paula.get(&format!("{address}?part=remark")).await;
        assert!(
            remarks.says("Saatteessa mainitaan turvakielto") && !remarks.says("tarkistusmerkki ei täsmää")
        );
        let later = paula.get(&format!("{address}?part=all&from=100")).await;
        assert!(later.says("101–150"), "{}", later.body);
        let report = paula.get(&format!("{address}/report.csv")).await;
        assert_eq!(report.status, 200);
        assert!(report.says("tarkistusmerkki ei täsmää") && !report.says("010594"));

        step(&paula, &address, "/start").await;
        assert!(paula.get(&address).await.says("Tiedostoa tuodaan"));
        assert!(!johto.get("/clients").await.says("230 asiakasta"));
        work(&app).await;
        assert!(paula.get(&address).await.says("Tiedosto on tuotu rekisteriin"));
        let clients = johto.get("/clients").await;
        assert!(clients.says("230 asiakasta") && clients.says(SOMEBODY));
        assert_eq!(marks_and_entries(&app, &johto).await, (2124, 687));
    })
    .await;
}

#[tokio::test]
async fn what_was_decided_of_the_columns_is_remembered_for_the_next_file_of_the_kind() {
    for_each_backend(|app| async move {
        let paula = app.main_user("paula").await;
        let file = "Sukunimi;Etunimet;Rekno\nMalli;Ilona;1\n".as_bytes();
        let address = sends(&paula, file).await;
        let columns = format!("{address}/columns");
        let seen = version(&paula, &columns).await;
        let decided = [("version", seen.as_str()), ("sheet-0-column-2", "number")];
        assert_eq!(paula.post(&columns, &decided).await.status, 303);
        let next = sends(&paula, "Sukunimi;Etunimet;Rekno\nMalli;Mikko;2\n".as_bytes()).await;
        let page = paula.get(&format!("{next}/columns")).await;
        let column = page.body.split("sheet-0-column-2").last().unwrap_or_default();
        assert!(column.contains("value=\"number\" selected"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_cannot_be_carried_out_is_mended_beside_its_fields() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let address = sends(&paula, CSV).await;
        let columns = format!("{address}/columns");
        let seen = version(&paula, &columns).await;
        let other_kind = [("version", seen.as_str()), ("sheet-0-kind", "diary")];
        let again = paula.post(&columns, &other_kind).await;
        assert_eq!(again.status, 422);
        assert!(again.says("Taulukon sisältö vaihtui"), "{}", again.body);
        let nothing = [("version", seen.as_str()), ("sheet-0-kind", "nothing")];
        let again = paula.post(&columns, &nothing).await;
        assert_eq!(again.status, 422);
        assert!(
            again.says("Valitse, mitä ainakin yhdessä taulukossa on"),
            "{}",
            again.body
        );
    })
    .await;
}

#[tokio::test]
async fn an_import_is_given_up_until_it_is_published_and_leaves_nothing() {
    for_each_backend(|app| async move {
        let (paula, johto) = (app.main_user("paula").await, app.manager("johto").await);
        let address = sends(&paula, CSV).await;
        step(&paula, &address, "/columns").await;
        work(&app).await;
        step(&paula, &address, "/start").await;
        step(&paula, &address, "/give-up").await;
        work(&app).await;
        assert!(
            paula
                .get(&address)
                .await
                .says("Tiedostosta ei tullut rekisteriin mitään")
        );
        assert!(!johto.get("/clients").await.says(SOMEBODY));

        let seen = [("version", "5")];
        let late = paula.post(&format!("{address}/start"), &seen).await;
        assert_eq!(
            (late.status, late.location()),
            (303, address.as_str()),
            "told that it went on"
        );
    })
    .await;
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_told_beside_its_field() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let files: [(&[u8], &str); 3] = [
            (b"%PDF-1.7", "Tiedosto ei ole CSV eikä XLSX"),
            (b"PK\x03\x04 nothing behind", "Tiedosto on rikki"),
            (b"", "Tiedosto on tyhjä"),
        ];
        for (file, words) in files {
            let answer = paula
                .upload("/import", &[("system", "Vanha")], ("file", "a.pdf", file))
                .await;
            assert_eq!(answer.status, 422);
            assert!(answer.says(words), "{}", answer.body);
        }
        let unnamed = paula
            .upload("/import", &[("system", " ")], ("file", "a.csv", CSV))
            .await;
        assert_eq!(unnamed.status, 422);
        assert!(unnamed.says("Kirjoita, mistä järjestelmästä"));
    })
    .await;
}

/// A file of more than two megabytes comes in too: other requests are smaller.
#[tokio::test]
async fn a_large_file_is_taken_in() {
    on_sqlite(|app| async move {
        let paula = app.main_user("paula").await;
        let mut file = String::from("Sukunimi;Etunimet;Nro;Huom\n");
        for number in 0..25_000 {
            file += "Malli;Ilona;";
            file += &number.to_string();
            file += ";kirjoitettu kirjoitettu kirjoitettu kirjoitettu kirjoitettu kirjoitettu kirjoitettu kirjoitettu \n";
        }
        assert!(file.len() > 2_500_000);
        sends(&paula, file.as_bytes()).await;
    })
    .await;
}

#[tokio::test]
async fn only_a_main_user_imports_e2() {
    on_sqlite(|app| async move {
        let (paula, maija) = (app.main_user("paula").await, app.coach("maija").await);
        let address = sends(&paula, CSV).await;
        for path in ["/import", "/import/new", &address] {
            assert_eq!(maija.get(path).await.status, 404, "{path}");
        }
        let sent = maija
            .upload("/import", &[("system", "Oma")], ("file", "a.csv", CSV))
            .await;
        assert_eq!(sent.status, 404);
    })
    .await;
}
