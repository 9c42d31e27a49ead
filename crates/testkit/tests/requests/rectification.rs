//! Rectification (D3): what is wrong is put right by whoever it is about, and those who got it are told.

use polku_desk::SubjectId;
use polku_testkit::{Browser, TestApp, for_each_backend, on_sqlite};
use serde_json::json;

use super::{Cast, act, shown, version};

/// D3: the original stays, the record says what is right, and those who got the data are told.
#[tokio::test]
async fn d3_a_value_is_corrected_by_its_owner_and_recipients_are_told() {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        let (maija, ilona) = (&cast.maija, cast.ilona);
        disclosed(&app, maija, ilona).await;
        let fields = [
            ("kind", "rectification"),
            ("channel", "oral"),
            ("identity", "known"),
            ("asked", "Sukunimi on väärin"),
        ];
        let address = cast.entered(&fields).await;
        let page = maija.get(&address).await;
        assert!(
            page.says("Sukunimi: Malli"),
            "the record's values are offered: {}",
            page.body
        );
        let values = format!("{address}/values");
        let wrong = maija.post(&values, &[("field", "last_name")]).await;
        assert!(wrong.status == 422 && wrong.says("Kirjoita, mikä on oikein."));
        let added = maija
            .post(&values, &[("field", "last_name"), ("right", "Mallinen")])
            .await;
        assert_eq!(added.status, 303, "{}", added.body);
        let open = act(&cast.paula, &address, "grant", &[]).await;
        assert!(
            open.says("Ratkaise ensin kaikki oikaistavat tiedot."),
            "{}",
            open.body
        );
        let program = app.program(maija).await;
        let one = shown(&program, &address).await;
        let value = format!("{values}/{}", one["values"][0]["id"].as_str().expect("an id"));
        assert!(maija.get(&value).await.says("Mallinen"));
        let early = maija
            .post(&value, &[("version", "1"), ("outcome", "corrected")])
            .await;
        assert!(
            early.status == 422 && early.says("Korjaa tieto ensin."),
            "{}",
            early.body
        );
        rename(maija, ilona, "Mallinen").await;
        let done = maija
            .post(&value, &[("version", "1"), ("outcome", "corrected")])
            .await;
        assert_eq!(done.status, 303, "{}", done.body);
        let one = shown(&program, &address).await;
        assert_eq!(
            (&one["values"][0]["was"], &one["values"][0]["state"]),
            (&json!("Malli"), &json!("corrected")),
            "the original stays"
        );
        let key = one["recipients"][0]["key"]
            .as_str()
            .expect("who got the data")
            .to_owned();
        assert!(one["recipients"][0]["told_on"].is_null());
        let tell = format!("{address}/recipients");
        assert_eq!(maija.post(&tell, &[("recipient", &key)]).await.status, 422);
        assert_eq!(
            maija
                .post(&tell, &[("recipient", &key), ("how", "turvapostilla")])
                .await
                .status,
            303
        );
        let told = maija
            .post(&tell, &[("recipient", &key), ("how", "uudestaan")])
            .await;
        assert_eq!(told.status, 422, "nobody is told twice of one thing");
        assert_eq!(
            shown(&program, &address).await["recipients"][0]["told_on"],
            json!("2026-11-23")
        );
        assert_eq!(act(&cast.paula, &address, "grant", &[]).await.status, 303);
        let letter = cast.paula.get(&format!("{address}/letters/1")).await;
        assert!(letter.says("Alkuperäinen tieto säilyy"), "{}", letter.body);
    })
    .await;
}

#[tokio::test]
async fn d3_a_refused_correction_keeps_the_persons_own_view() {
    on_sqlite(|app| async move {
        let cast = Cast::of(&app).await;
        let fields = [
            ("kind", "rectification"), ("channel", "paper"), ("identity", "known"), ("asked", "Merkintä 12.11."),
        ];
        let address = cast.entered(&fields).await;
        let program = app.program(&cast.paula).await;
        let values = format!("/api/v1{address}/values");
        let body = json!({ "field": "other", "what": "Merkintä 12.11.", "was": "oli poissa", "right": "olin paikalla" });
        let added = program.post(&values, &body).await;
        assert_eq!(added.status, 201, "{}", added.body);
        let value = format!("{values}/{}", added.json()["values"][0]["id"].as_str().expect("an id"));
        let refusal = json!({
            "outcome": "refused", "reasons": "Läsnäolo on tarkistettu työpajan listasta.", "own_view": "Olin paikalla.",
        });
        assert_eq!(program.put(&value, "\"1\"", &refusal).await.status, 200);
        assert_eq!(program.put(&value, "\"1\"", &refusal).await.status, 412);
        let granted = act(&cast.paula, &address, "grant", &[]).await;
        assert!(granted.says("ei vastaa sitä"), "{}", granted.body);
        let why = ("reasons", "Tieto on tarkistettu eikä se ole väärä.");
        assert_eq!(act(&cast.paula, &address, "refuse", &[why]).await.status, 303);
        let one = shown(&program, &address).await;
        assert_eq!(one["values"][0]["own_view"], json!("Olin paikalla."));
        let told = program
            .post(&format!("/api/v1{address}/recipients"), &json!({ "recipient": "recipient:kela", "how": "kirje" }))
            .await;
        assert_eq!(told.status, 422, "nobody got the data");
    })
    .await;
}

/// A disclosure that was handed over, so that somebody has got the person's data.
async fn disclosed(app: &TestApp, maija: &Browser, ilona: SubjectId) {
    let program = app.program(maija).await;
    let base = format!("/api/v1/clients/{ilona}/disclosures");
    let body = json!({
        "recipient": "other", "body": "Poliisi", "body_kind": "authority", "asked": "Yhteystiedot",
    });
    let made = program.post(&base, &body).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let id = made.json()["id"].as_str().expect("an id").to_owned();
    let give = json!({
        "outcome": "give", "ground": "law:statutory-task", "parts": ["fields:contact"], "manner": "printed",
        "provision": "Poliisilaki 4:2 §", "reasons": "Pyydetty virkatehtävään",
    });
    let decided = program
        .put(&format!("{base}/{id}/decision"), made.etag(), &give)
        .await;
    assert_eq!(decided.status, 200, "{}", decided.body);
    let given = maija
        .post(&format!("/clients/{ilona}/disclosures/{id}/delivery"), &[])
        .await;
    assert_eq!(given.status, 200, "{}", given.body);
}

async fn rename(maija: &Browser, ilona: SubjectId, last_name: &str) {
    let version = version(&maija.get(&format!("/clients/{ilona}/basics/edit")).await);
    let form = [
        ("version", version.as_str()),
        ("last_name", last_name),
        ("first_names", "Ilona"),
        ("identity_code", "010594Y9032"),
        ("protected_address", "no"),
        ("source", "client"),
        ("channel", "oral"),
    ];
    let saved = maija.post(&format!("/clients/{ilona}/basics"), &form).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
}
