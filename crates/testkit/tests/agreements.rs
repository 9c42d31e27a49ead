//! Work and activity agreements (B3): `/clients/{client}/agreements` and what is below them, their templates
//! `/admin/agreement-templates` with each `/admin/agreement-templates/{template}` and its `/standing`, the same under
//! `/api/v1/agreement-templates/{template}`, the client's page `/sign/{token}`, and the key `/agreement-key/{register}`. In the
//! portal `/own/agreements`, each `/own/agreements/{agreement}` with `/own/agreements/{agreement}/pdf`,
//! `/own/agreements/{agreement}/seal` and `/own/agreements/{agreement}/sign`; for programs what is below `/api/v1/own/agreements/`.

use std::process::Command;

use axum::http::Request;
use polku_desk::{SubjectId, access::Role};
use polku_ledger::{SealError, SealedFile, check_seal};
use polku_testkit::{Answer, Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::json;

use crate::portal::{Own, opened};

/// The client's identity code.
const CODE: &str = "010594Y9032";

async fn ilona(app: &TestApp) -> (Browser, Program, SubjectId) {
    let maija = app.coach("maija").await;
    let program = app.program(&maija).await;
    let client = Client::named("Malli", "Ilona").code(CODE).of(&maija, app).await;
    let period = json!({ "measure": "rehabilitative-work", "place": "Puupaja, Halli 3", "starts_on": "30.11.2026",
        "ends_on": "28.5.2027", "weekdays": ["monday", "tuesday", "thursday"], "hours": "5", "state": "planned" });
    let made = program
        .post(&format!("/api/v1/clients/{client}/periods"), &period)
        .await;
    assert_eq!(made.status, 201, "{}", made.body);
    let goal = json!({ "title": "Säännöllinen päivärytmi", "target": "4" });
    let made = program
        .post(&format!("/api/v1/clients/{client}/goals"), &goal)
        .await;
    assert_eq!(made.status, 201, "{}", made.body);
    (maija, program, client)
}

/// Begins one from a shipped template; answers its address.
async fn begun(maija: &Browser, client: SubjectId) -> String {
    let list = format!("/clients/{client}/agreements");
    let made = maija
        .post(&list, &[("template", "activity.1"), ("language", "fi")])
        .await;
    assert_eq!(made.status, 303, "{}", made.body);
    made.location().trim_end_matches("/edit").to_owned()
}

async fn turned(maija: &Browser, address: &str, version: &str, state: &str) -> Answer {
    maija
        .post(
            &format!("{address}/state"),
            &[("version", version), ("state", state)],
        )
        .await
}

/// The hidden field of a page.
fn hidden(page: &Answer, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let value = page
        .body
        .split(&mark)
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    value
        .unwrap_or_else(|| panic!("no {name} in {}", page.body))
        .to_owned()
}

fn token(page: &Answer) -> String {
    let rest = page.body.split("/sign/").nth(1).expect("a link");
    rest.chars()
        .take_while(|sign| sign.is_ascii_alphanumeric() || "-_".contains(*sign))
        .collect()
}

/// The client signs by a link that the worker gives.
async fn client_signs(app: &TestApp, maija: &Browser, address: &str, name: &str) {
    let page = maija.post(&format!("{address}/link"), &[]).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let link = format!("/sign/{}", token(&page));
    let phone = app.stranger();
    let shown = hidden(&phone.get(&link).await, "shown");
    let signed = phone
        .post(&link, &[("shown", &shown), ("name", name), ("accepts", "on")])
        .await;
    assert_eq!(
        (signed.status, signed.location()),
        (303, "/signed"),
        "{}",
        signed.body
    );
}

/// What poppler's tools say of a PDF.
fn poppler(program: &str, before: &[&str], file: &[u8], after: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file.pdf");
    std::fs::write(&path, file).expect("written");
    let output = Command::new(program).args(before).arg(&path).args(after).output();
    let output = output.expect("poppler-utils is installed: `cargo xtask test` does it");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The words of a PDF on one line, as they are wherever the lines break.
fn words(file: &[u8]) -> String {
    let text = poppler("pdftotext", &[], file, &["-"])
        .replace("-\n", "")
        .replace('\u{200B}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

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

#[tokio::test]
async fn b3_an_agreement_is_amended_by_a_new_one_that_keeps_the_old_and_ends_with_a_reason() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&maija, client).await;
        assert_eq!(turned(&maija, &address, "1", "proposed").await.status, 303);
        client_signs(&app, &maija, &address, "Ilona Malli").await;
        let sign = [("name", "Maija"), ("accepts", "on")];
        let signed = maija.post(&format!("{address}/sign"), &[("version", "2"), sign[0], sign[1]]).await;
        assert_eq!(signed.status, 303, "{}", signed.body);
        let before = maija.get(&format!("{address}/pdf")).await.bytes;

        let next = maija.post(&format!("{address}/amend"), &[]).await;
        assert_eq!(next.status, 303, "{}", next.body);
        let next = next.location().trim_end_matches("/edit").to_owned();
        let twice = program.post(&format!("/api/v1{address}/amendments"), &json!({})).await;
        assert_eq!((twice.status, &twice.json()["errors"][0]["key"]), (422, &json!("agreements-amendment-begun")));
        let mut body = program.get(&format!("/api/v1{next}")).await.json();
        let written = json!({ "title": body["title"], "starts_on": "30.11.2026", "ends_on": "30.6.2027", "text": body["text"],
            "service": "Metallityöt", "place": "Metallipaja", "weekly_schedule": "ma–to", "responsible_worker": "Maija", "goals": "Hitsausluokka" });
        let saved = program.put(&format!("/api/v1{next}"), "\"1\"", &written).await;
        assert_eq!(saved.status, 200, "{}", saved.body);
        assert_eq!(turned(&maija, &next, "2", "proposed").await.status, 303);
        body = program.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(body["state"], json!("signed"), "the old one is in force until the new one is signed");
        client_signs(&app, &maija, &next, "Ilona Malli").await;
        let signed = maija.post(&format!("{next}/sign"), &[("version", "3"), sign[0], sign[1]]).await;
        assert_eq!(signed.status, 303, "{}", signed.body);
        body = program.get(&format!("/api/v1{address}")).await.json();
        assert_eq!(body["state"], json!("replaced"));
        let old = maija.get(&address).await;
        assert!(old.says("Tämän sopimuksen on korvannut uudempi.") && old.says("Puupaja, Halli 3"), "{}", old.body);
        assert_eq!(maija.get(&format!("{address}/pdf")).await.bytes, before, "its file is as it was");

        app.after(jiff::SignedDuration::from_hours(10 * 24));
        let maija = maija.again(&app).await;
        assert!(maija.get(&format!("{next}/end")).await.says("Viimeinen päivä"));
        let refused = maija.post(&format!("{next}/end"), &[("version", "4"), ("on", "1.1.2020"), ("reason", "")]).await;
        assert!(refused.status == 422 && refused.says("Kirjoita, miksi sopimus päättyy."), "{}", refused.body);
        let ended = maija.post(&format!("{next}/end"), &[("version", "4"), ("on", ""), ("reason", "Siirtyi opintoihin")]).await;
        assert_eq!(ended.status, 303, "{}", ended.body);
        assert!(maija.get(&next).await.says("Siirtyi opintoihin"));
        let program = app.program(&maija).await;
        let body = json!({ "state": "ended", "reason": "taas" });
        let over = program.put(&format!("/api/v1{next}/state"), "\"5\"", &body).await;
        assert_eq!((over.status, &over.json()["errors"][0]["key"]), (422, &json!("agreements-is-over")));
    })
    .await;
}

#[tokio::test]
async fn b3_two_people_who_edit_one_lose_nothing_and_an_unknown_field_is_named() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&maija, client).await;
        let terms = |place: &str, text: &str| {
            vec![("version", "1".to_owned()), ("title", "Sopimus".to_owned()), ("starts_on", "30.11.2026".to_owned()),
                ("ends_on", "28.5.2027".to_owned()), ("place", place.to_owned()), ("text", text.to_owned())]
        };
        let send = |fields: Vec<(&'static str, String)>| {
            let (maija, address) = (&maija, address.as_str());
            async move {
                let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                maija.post(address, &fields).await
            }
        };
        let unknown = send(terms("Halli 4", "Hei {asiakkaan-nimi}")).await;
        assert_eq!(unknown.status, 422);
        assert!(unknown.says("asiakkaan-nimi”") && unknown.says("Halli 4"), "what was typed stays: {}", unknown.body);
        let body = json!({ "title": "x", "starts_on": "30.11.2026", "text": "Hei {asiakkaan-nimi}" });
        let by_program = program.put(&format!("/api/v1{address}"), "\"1\"", &body).await;
        let detail = by_program.json()["errors"][0]["detail"].as_str().expect("words").to_owned();
        assert!(by_program.status == 422 && detail.contains("asiakkaan-nimi"), "{}", by_program.body);
        assert_eq!(send(terms("Halli 4", "Paikka: {place}. {goals}")).await.status, 303);
        let second = send(terms("Halli 5", "Paikka: {place}.")).await;
        assert_eq!(second.status, 422);
        assert!(second.says("tallensi luonnoksen sillä välin") && second.says("Halli 4") && second.says("Halli 5"), "{}", second.body);
        let stale = program.put(&format!("/api/v1{address}"), "\"1\"", &json!({ "title": "x", "starts_on": "30.11.2026", "text": "x" })).await;
        assert_eq!(stale.status, 412, "{}", stale.body);
        let lacking = turned(&maija, &address, "2", "proposed").await;
        assert!(lacking.status == 422 && lacking.says("Sopimuksen teksti käyttää tätä tietoa."), "{}", lacking.body);

        let whole = json!({ "title": "Sopimus", "starts_on": "30.11.2026", "text": "Paikka: {place}.", "place": "Halli 4" });
        assert_eq!(program.put(&format!("/api/v1{address}"), "\"2\"", &whole).await.status, 200);
        let proposed = program.put(&format!("/api/v1{address}/state"), "\"3\"", &json!({ "state": "proposed" })).await;
        assert_eq!(proposed.json()["state"], json!("proposed"), "{}", proposed.body);
        let late = send(terms("Halli 6", "Myöhään kirjoitettu")).await;
        assert!(late.status == 422 && late.says("Myöhään kirjoitettu"), "{}", late.body);
        let link = program.post(&format!("/api/v1{address}/link"), &json!({})).await;
        assert_eq!(link.status, 201, "{}", link.body);
        let given = format!("/sign/{}", token(&link));
        assert_eq!(app.stranger().get(&given).await.status, 200);
        let revoked = program.send("DELETE", &format!("/api/v1{address}/link"), &[], None).await;
        assert_eq!((revoked.status, app.stranger().get(&given).await.status), (204, 404));
        let link = maija.post(&format!("{address}/link"), &[]).await;
        assert_eq!(maija.post(&format!("{address}/link/revoke"), &[]).await.status, 303);
        assert_eq!(app.stranger().get(&format!("/sign/{}", token(&link))).await.status, 404);
        assert_eq!(turned(&maija, &address, "4", "draft").await.status, 303);
        assert!(maija.get(&format!("{address}/discard")).await.says("Poistetaanko luonnos?"));
        assert_eq!(maija.post(&format!("{address}/discard"), &[("version", "5")]).await.status, 303);
        assert_eq!(maija.get(&address).await.status, 404);

        let given_up = begun(&maija, client).await;
        assert_eq!(turned(&maija, &given_up, "1", "proposed").await.status, 303);
        assert_eq!(turned(&maija, &given_up, "2", "lapsed").await.status, 303);
        assert!(maija.get(&given_up).await.says("rauennut"));
        let another = begun(&maija, client).await;
        let gone = program.send("DELETE", &format!("/api/v1{another}"), &[("if-match", "\"1\"")], None).await;
        assert_eq!(gone.status, 204, "{}", gone.body);
        assert_eq!(program.get(&format!("/api/v1/clients/{client}/agreements")).await.json().as_array().expect("a list").len(), 1);
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

#[tokio::test]
async fn b3_the_main_user_writes_templates_in_versions() {
    for_each_backend(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        let paula = app.main_user("paula").await;
        let keeper = app.program(&paula).await;
        let title = "/admin/agreement-templates";
        assert!(matches!(maija.get(title).await.status, 403 | 404), "a coach keeps no templates");
        assert!(paula.get("/admin").await.says("Sopimuspohjat"));
        assert!(paula.get(title).await.says("Pajajakson sopimus"));
        let draft = paula.post(title, &[("from", "workshop.1")]).await;
        let draft = draft.location().to_owned();
        let page = paula.get(&draft).await;
        assert!(page.says("versio 2") && page.says("{client-name}"), "{}", page.body);
        let fields = |fi: &'static str, version: &'static str, then: &'static str| {
            [("version", version), ("title_fi", "Pajasopimus"), ("title_sv", "Verkstadsavtal"), ("title_en", "Workshop"),
                ("text_fi", fi), ("text_sv", "Plats: {place}"), ("text_en", "Place: {place}"), ("do", then)]
        };
        let unknown = paula.post(&draft, &fields("Hei {etunimi}, paikka {place}", "1", "use")).await;
        assert!(unknown.status == 422 && unknown.says("Kenttää ”etunimi” ei ole."), "{}", unknown.body);
        assert_eq!(paula.post(&draft, &fields("Paikka: {place}", "1", "save")).await.status, 303);
        let stale = paula.post(&draft, &fields("Toinen teksti {place}", "1", "save")).await;
        assert!(stale.status == 422 && stale.says("Joku muu tallensi pohjan sillä välin.") && stale.says("Toinen teksti"));
        assert_eq!(paula.post(&draft, &fields("Paikka: {place}", "2", "use")).await.status, 303);
        let offered = maija.get(&format!("/clients/{client}/agreements/new")).await;
        assert!(offered.says("Pajasopimus") && !offered.says("Pajajakson sopimus"), "{}", offered.body);
        let changed = paula.post(&draft, &fields("Muutos {place}", "4", "save")).await;
        assert_eq!(changed.status, 422, "one in use does not change");
        assert_eq!(paula.post(&format!("{draft}/standing"), &[("to", "retired")]).await.status, 303);
        assert_eq!(paula.post(&format!("{title}/workshop.1/standing"), &[("to", "in-use")]).await.status, 303);

        let list = keeper.get("/api/v1/agreement-templates").await.json();
        assert_eq!(list.as_array().expect("a list").len(), 4);
        let content = json!({ "title_fi": "A", "title_sv": "B", "title_en": "C", "text_fi": "{place}", "text_sv": "{place}", "text_en": "{lapsi}" });
        let refused = keeper.post("/api/v1/agreement-templates", &json!({ "content": content })).await;
        assert_eq!((refused.status, &refused.json()["errors"][0]["field"]), (422, &json!("text_en")));
        assert!(refused.says("lapsi"), "the field is named: {}", refused.body);
        let made = keeper.post("/api/v1/agreement-templates", &json!({ "from": "work.1" })).await;
        assert_eq!(made.status, 201, "{}", made.body);
        let one = made.location().to_owned();
        let mut mended = content.clone();
        mended["text_en"] = json!("{place}");
        assert_eq!(keeper.put(&one, "\"1\"", &mended).await.status, 200);
        assert_eq!(keeper.put(&one, "\"1\"", &mended).await.status, 412);
        let used = keeper.put(&format!("{one}/standing"), "\"2\"", &json!({ "to": "in-use" })).await;
        assert_eq!(used.json()["standing"], json!("in-use"), "{}", used.body);
        assert_eq!(keeper.get(&one).await.json()["content"]["title"]["fi"], json!("A"));
        let spare = keeper.post("/api/v1/agreement-templates", &json!({ "from": "activity.1" })).await;
        assert_eq!(keeper.send("DELETE", spare.location(), &[], None).await.status, 204);
        let discarded = paula.post(title, &[("from", "")]).await;
        let empty = paula.post(&format!("{}/standing", discarded.location()), &[("to", "in-use")]).await;
        assert_eq!(empty.status, 422, "an empty one is not put to use: {}", empty.body);
        assert_eq!(paula.post(&format!("{}/standing", discarded.location()), &[("to", "discarded")]).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn b3_those_that_run_out_are_reminded_of_and_a_register_without_agreements_has_none_a2() {
    on_sqlite(|app| async move {
        let (maija, _, client) = ilona(&app).await;
        let address = begun(&maija, client).await;
        assert_eq!(turned(&maija, &address, "1", "proposed").await.status, 303);
        client_signs(&app, &maija, &address, "Ilona Malli").await;
        let fields = [("version", "2"), ("name", "Maija"), ("accepts", "on")];
        assert_eq!(maija.post(&format!("{address}/sign"), &fields).await.status, 303);
        assert!(!maija.get("/reminders").await.says("Sopimus päättyy"));
        app.after(jiff::SignedDuration::from_hours(180 * 24));
        let maija = maija.again(&app).await;
        assert!(maija.get("/reminders").await.says("Sopimus päättyy"));
        let list = maija.get(&format!("/clients/{client}/agreements")).await;
        assert!(list.says("voimassa"), "{}", list.body);

        let register = app.register("kokko", "kokkotyo").await;
        let kaisa = app.worker_in(register, Role::Coach, "kaisa").await;
        let other = Client::named("Malli", "Eero").of(&kaisa, &app).await;
        assert_eq!(
            kaisa.get(&format!("/clients/{other}/agreements")).await.status,
            404
        );
        let request = Request::get(format!("/clients/{client}/agreements"));
        assert_eq!(kaisa.send(request, String::new()).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn b3_two_main_users_who_begin_the_next_version_at_once_go_on_with_one_draft() {
    for_each_backend(|app| async move {
        let (paula, petra) = (app.main_user("paula").await, app.main_user("petra").await);
        let title = "/admin/agreement-templates";
        let from = [("from", "work.1")];
        let (one, other) = tokio::join!(paula.post(title, &from), petra.post(title, &from));
        assert_eq!(
            (one.status, other.status),
            (303, 303),
            "{} {}",
            one.body,
            other.body
        );
        assert_eq!(one.location(), other.location(), "both are led to the one draft");
        let told = |answer: &Answer| {
            let set = answer.headers.get_all("set-cookie").iter();
            set.filter_map(|value| value.to_str().ok())
                .any(|value| value.contains("warning.agreement-templates-begun-already"))
        };
        assert_ne!(told(&one), told(&other), "whoever came second is told");
        let later = petra.post(title, &from).await;
        assert!(told(&later) && later.location() == one.location());
        let keeper = app.program(&paula).await;
        let refused = keeper
            .post("/api/v1/agreement-templates", &json!({ "from": "work.1" }))
            .await;
        assert_eq!(refused.status, 409, "{}", refused.body);
        assert!(refused.json()["detail"].is_string(), "{}", refused.body);
        let list = keeper.get("/api/v1/agreement-templates").await.json();
        let drafts = list
            .as_array()
            .expect("a list")
            .iter()
            .filter(|one| one["standing"] == "draft");
        assert_eq!(drafts.count(), 1);
    })
    .await;
}

#[tokio::test]
async fn b3_what_is_typed_is_kept_as_a_draft_and_taken_up_again_b5() {
    for_each_backend(|app| async move {
        let (maija, program, client) = ilona(&app).await;
        let address = begun(&maija, client).await;
        let agreement = address.rsplit('/').next().expect("an id");
        let keep = |draft: &'static str, place: &'static str| {
            let (program, address) = (&program, format!("/api/v1/clients/{client}/drafts/{draft}"));
            let fields = json!({ "version": ["1"], "title": ["Sopimus"], "place": [place] });
            let body = json!({ "kind": "agreement", "target": agreement, "fields": fields });
            async move {
                program
                    .send("PUT", &address, &[("if-none-match", "*")], Some(&body))
                    .await
            }
        };
        let draft = "0198c0de-0000-7000-8000-0000000000ab";
        assert_eq!(keep(draft, "Melkein hallissa").await.status, 201);
        let begun_on = format!("{address}/edit?draft={draft}");
        assert!(maija.get("/").await.says(&begun_on), "the day's page leads there");
        assert!(
            maija
                .get(&format!("{address}/edit"))
                .await
                .says("Melkein hallissa")
        );
        let fields = [
            ("version", "1"),
            ("title", "Sopimus"),
            ("starts_on", "30.11.2026"),
            ("place", "Halli 4"),
            ("text", "Paikka: {place}."),
            ("draft", draft),
        ];
        assert_eq!(maija.post(&address, &fields).await.status, 303);
        let again = maija.get(&format!("{address}/edit")).await;
        assert!(
            !again.says("Melkein hallissa") && again.says("Halli 4"),
            "it is finished"
        );

        let late = "0198c0de-0000-7000-8000-0000000000ac";
        assert_eq!(keep(late, "Myöhään kirjoitettu").await.status, 201);
        assert_eq!(turned(&maija, &address, "2", "proposed").await.status, 303);
        let over = maija.get(&format!("{address}/edit?draft={late}")).await;
        assert!(
            over.says("Myöhään kirjoitettu") && over.says("Hylkää luonnos"),
            "what was typed is not lost: {}",
            over.body
        );
        assert_eq!(turned(&maija, &address, "3", "draft").await.status, 303);
        assert_eq!(
            maija
                .post(&format!("{address}/discard"), &[("version", "4")])
                .await
                .status,
            303
        );
        assert!(
            !maija.get("/").await.says(late),
            "a draft goes with what it was about"
        );
    })
    .await;
}

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
