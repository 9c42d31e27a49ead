//! Who has looked at a person, as each may know it, and the proofs (E4, D2, D8).

use std::{path::Path, process::Command};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use jiff::SignedDuration;
use polku_desk::{
    Read, SubjectId,
    access::{AccessSpec, Action, Resource, Role},
    audit::Who,
};
use polku_ledger::{CheckpointVerifier, InclusionProofDocument};
use polku_testkit::{Browser, Client, TestApp, for_each_backend, on_sqlite};
use serde_json::Value;

async fn ilona(app: &TestApp, maija: &Browser) -> SubjectId {
    Client::named("Malli", "Ilona").of(maija, app).await
}

#[tokio::test]
async fn who_works_with_a_client_sees_who_has_looked_by_role_and_the_officer_by_name_e4() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = ilona(&app, &maija).await;
        let page = format!("/clients/{ilona}");
        let looks = format!("/clients/{ilona}/looks");
        let pekka = app.coach("pekka").await;
        assert_eq!(pekka.get(&page).await.status, 404);
        app.manager("pertti").await.get(&page).await;

        let front = maija.get(&page).await;
        assert!(front.says(&format!("href=\"{looks}\"")), "{}", front.body);
        let own = maija.get(&looks).await;
        assert!(
            own.says("Palvelun johtaminen") && own.says("Palveluesihenkilö"),
            "{}",
            own.body
        );
        // The profile `walmu` shows roles.
        for hidden in ["Pertti Työntekijä", "estetty", "Sivu:"] {
            assert!(!own.says(hidden), "{hidden}: {}", own.body);
        }
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let all = tiina.get(&looks).await;
        assert!(all.says("Pertti Työntekijä") && all.says("estetty") && all.says("Sivu:"));
        assert_eq!(pekka.get(&looks).await.status, 404, "a stranger sees nothing");

        let listed = app
            .program(&maija)
            .await
            .get(&format!("/api/v1{looks}"))
            .await
            .json();
        let listed = listed["looks"].as_array().expect("looks");
        assert!(listed.iter().any(|look| look["role"] == "service-manager"));
        for look in listed {
            assert!(look["account"].is_null() && look["who"].is_null() && look["route"].is_null());
            assert_eq!(look["outcome"], "allowed");
        }
    })
    .await;
}

#[tokio::test]
async fn a_worker_shows_as_the_registers_profile_says_d2() {
    for_each_backend(|app| async move {
        for (profile, shown_as) in [("walmu", "role"), ("kuopio", "name"), ("typpi", "unit")] {
            let register = app.register(&format!("{profile}-2"), profile).await;
            let maija = app
                .worker_in(register, Role::Coach, &format!("maija-{profile}"))
                .await;
            let ilona = ilona(&app, &maija).await;
            let spec = AccessSpec::people(Action::Read, &[Resource::AccessLog]);
            let visit = app.visit(&maija, spec).await;
            let grant = visit
                .open::<polku_desk::Client, Read>(ilona)
                .await
                .expect("a grant");
            let looks = grant.looks(None, 10).await.expect("looks");
            assert!(!looks.is_empty());
            for look in looks {
                let is_so = match &look.who {
                    Who::Named(account, name) => {
                        shown_as == "name" && *account == maija.account && !name.is_empty()
                    }
                    Who::Worker => shown_as == "role" && look.role == Some(Role::Coach),
                    Who::OfUnit(unit) => shown_as == "unit" && unit == "Esimerkin työpaja",
                    Who::Program(_) => false,
                };
                assert!(is_so && look.details.is_none(), "{profile}: {look:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_look_of_a_moment_ago_gets_its_proof_once_it_has_a_place_e4() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = ilona(&app, &maija).await;
        let looks = format!("/clients/{ilona}/looks");
        assert!(maija.get(&looks).await.says("saa todisteen hetken kuluttua"));
        let file = maija.get(&format!("{looks}/proofs")).await;
        assert_eq!(file.json()["looks"].as_array().map(Vec::len), Some(0));
        app.desk.sequence_audit().await.expect("sequenced");
        let page = maija.get(&looks).await;
        assert!(page.says("/proof\""), "{}", page.body);
        let file = maija.get(&format!("{looks}/proofs")).await;
        let disposition = file.headers["content-disposition"].to_str().expect("a name");
        assert_eq!(disposition, "attachment; filename=\"katselujen-todisteet.json\"");
        assert!(
            file.json()["looks"]
                .as_array()
                .is_some_and(|looks| looks.len() >= 2)
        );
        assert!(!file.says("Malli") && !file.says("Maija"), "{}", file.body);
    })
    .await;
}

#[tokio::test]
async fn every_proof_leads_to_the_signed_root_and_belongs_to_that_person_e4() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = ilona(&app, &maija).await;
        let other = Client::named("Näyte", "Mikko").of(&maija, &app).await;
        for _ in 0..6 {
            maija.get(&format!("/clients/{ilona}")).await;
            maija.get(&format!("/clients/{other}")).await;
            app.after(SignedDuration::from_secs(1));
        }
        app.desk.sequence_audit().await.expect("sequenced");
        let program = app.program(&maija).await;
        let looks = format!("/api/v1/clients/{ilona}/looks");
        let file = program.get(&format!("{looks}/proofs?limit=5")).await.json();
        assert_eq!(file["format"], "polku-looks/1");
        let exported = app.desk.export_audit(app.register).await.expect("a log");
        assert_eq!(file["key"], exported.verifier);
        let verifier = CheckpointVerifier::from_text(&exported.verifier).expect("a key");
        let proofs = file["looks"].as_array().expect("proofs");
        assert_eq!(proofs.len(), 5);
        for proof in proofs {
            let proof: InclusionProofDocument = serde_json::from_value(proof.clone()).expect("a proof");
            let (entry, _) = proof.verify(&verifier).expect("a proof that holds");
            assert!(!entry.subjects.is_empty());
        }
        let listed = program.get(&looks).await.json();
        let entry = listed["looks"][3]["entry"].as_str().expect("an entry");
        let one = program.get(&format!("{looks}/{entry}/proof")).await;
        assert_eq!(one.json()["looks"].as_array().map(Vec::len), Some(1));
        let elsewhere = format!("/api/v1/clients/{other}/looks/{entry}/proof");
        assert_eq!(
            program.get(&elsewhere).await.status,
            404,
            "it is not a look at the other"
        );
    })
    .await;
}

/// `docs/verify_look.py` says yes to a real file, and no to the same with any bit changed.
#[tokio::test]
async fn the_small_program_in_docs_checks_a_proof_and_refuses_an_altered_one_e4() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = ilona(&app, &maija).await;
        for _ in 0..4 {
            maija.get(&format!("/clients/{ilona}")).await;
        }
        app.desk.sequence_audit().await.expect("sequenced");
        let file = maija.get(&format!("/clients/{ilona}/looks/proofs")).await.json();
        let path = app.folder.join("looks.json");
        let key = file["key"].as_str().expect("a key").to_owned();
        assert_eq!(checked(&path, &file, &[]), None);
        assert_eq!(checked(&path, &file, &[&key]), None);
        assert!(
            checked(&path, &file, &["polku/other+00000000+AQ=="]).is_some(),
            "another key"
        );
        let look = file["looks"][0].clone();
        let mut one = file.clone();
        one["looks"] = Value::Array(vec![look.clone()]);
        for (what, altered) in alterations(&look) {
            let mut file = one.clone();
            file["looks"][0] = altered;
            let said = checked(&path, &file, &[]);
            assert!(said.is_some_and(|said| said.contains("NOT PROVEN")), "{what}");
        }
    })
    .await;
}

/// The same look with one bit changed: in each part, at its beginning, in its middle and at its end.
fn alterations(look: &Value) -> Vec<(String, Value)> {
    let mut altered = Vec::new();
    let leaf = BASE64_STANDARD
        .decode(look["leaf"].as_str().expect("a leaf"))
        .expect("base64");
    for place in [0, 8, 16, 17, 30, leaf.len() / 2, leaf.len() - 1] {
        let mut bytes = leaf.clone();
        bytes[place] ^= 1;
        let mut other = look.clone();
        other["leaf"] = BASE64_STANDARD.encode(bytes).into();
        altered.push((format!("leaf {place}"), other));
    }
    let hashes = look["hashes"].as_array().expect("hashes");
    for (number, hash) in hashes.iter().enumerate() {
        let mut bytes = BASE64_STANDARD
            .decode(hash.as_str().expect("a hash"))
            .expect("base64");
        bytes[number % 32] ^= 0x80;
        let mut other = look.clone();
        other["hashes"][number] = BASE64_STANDARD.encode(bytes).into();
        altered.push((format!("hash {number}"), other));
    }
    let checkpoint = look["checkpoint"].as_str().expect("a checkpoint");
    let (text, signature) = checkpoint.rsplit_once("\n\n").expect("a note");
    for place in [0, text.len() / 3, text.len() / 2, text.len() - 1] {
        let mut bytes = text.as_bytes().to_vec();
        bytes[place] ^= 1;
        let mut other = look.clone();
        let text = String::from_utf8(bytes).expect("still text");
        other["checkpoint"] = format!("{text}\n\n{signature}").into();
        altered.push((format!("checkpoint {place}"), other));
    }
    let (name, mark) = signature.trim_end().rsplit_once(' ').expect("a signature");
    for place in [0, 4, 40, 67] {
        let mut bytes = BASE64_STANDARD.decode(mark).expect("base64");
        bytes[place] ^= 1;
        let mut other = look.clone();
        other["checkpoint"] = format!("{text}\n\n{name} {}\n", BASE64_STANDARD.encode(bytes)).into();
        altered.push((format!("signature {place}"), other));
    }
    let mut other = look.clone();
    other["index"] = (look["index"].as_u64().expect("a number") ^ 1).into();
    altered.push(("index".to_owned(), other));
    altered
}

/// What the program has against a file; nothing when all is proven.
fn checked(path: &Path, file: &Value, more: &[&str]) -> Option<String> {
    std::fs::write(path, file.to_string()).expect("a file");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify_look.py");
    let ran = Command::new("python3")
        .arg(script)
        .arg(path)
        .args(more)
        .output()
        .expect("Python 3");
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    if ran.status.success() {
        let proven = String::from_utf8_lossy(&ran.stdout).lines().count();
        assert_eq!(Some(proven), file["looks"].as_array().map(Vec::len));
        return None;
    }
    Some(said)
}

#[test]
fn the_small_program_stays_small() {
    let script = include_str!("../../../docs/verify_look.py");
    assert!(script.lines().count() <= 60);
    let imports: Vec<&str> = script
        .lines()
        .filter(|line| line.starts_with("import ") || line.starts_with("from "))
        .collect();
    assert_eq!(
        imports,
        ["import base64, datetime, hashlib, json, sys"],
        "the standard library alone"
    );
}
