//! Restriction of processing (D4): `/clients/{client}/restriction` with its `/restriction/lifting`, and the same for
//! programs, `/restrictions` and `/restrictions/lifting`.

use axum::http::Request;
use polku_desk::access::{Role, StepUp, Tokens};
use polku_testkit::{TestApp, for_each_backend, on_sqlite};
use polku_web::{Kind, Method};
use serde_json::json;

use super::{Cast, act};

/// The officer freezes the client's data.
pub(super) async fn restrict(cast: &Cast) {
    let fields = [
        ("ground", "accuracy"),
        ("scope", "Päiväkirjan merkinnät"),
        ("reasons", "Asiakas kiistää merkintöjen paikkansapitävyyden."),
    ];
    let done = cast
        .tiina
        .post(&format!("/clients/{}/restriction", cast.ilona), &fields)
        .await;
    assert_eq!(done.status, 303, "{}", done.body);
}

async fn entries(app: &TestApp) -> u64 {
    app.desk.sequence_audit().await.expect("sequenced");
    let report = app.desk.verify_audit(app.register, None).await.expect("a report");
    report.ledger.entries
}

#[tokio::test]
async fn d4_a_restricted_person_is_frozen_for_all_but_the_officer_until_they_were_told() {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        let (maija, ilona) = (&cast.maija, cast.ilona);
        let page = format!("/clients/{ilona}/restriction");
        assert!(cast.tiina.get(&page).await.says("ei ole rajoitettu"));
        let bare = cast.tiina.post(&page, &[]).await;
        assert!(bare.status == 422 && bare.says("Valitse rajoituksen peruste."));
        assert!(maija.get("/clients").await.says("Malli Ilona"));
        restrict(&cast).await;
        let met = maija.get(&format!("/clients/{ilona}")).await;
        assert_eq!(met.status, 423);
        assert!(
            met.says("käsittely on rajoitettu") && !met.says("Malli"),
            "told why, and no name: {}",
            met.body
        );
        let stranger = app.coach("pekka").await;
        assert_eq!(
            stranger.get(&format!("/clients/{ilona}")).await.status,
            404,
            "no stranger learns of it"
        );
        assert!(
            !maija.get("/clients").await.says("Malli Ilona"),
            "gone from lists"
        );
        assert!(!cast.paula.get("/clients").await.says("Malli Ilona"));
        let before = entries(&app).await;
        let request = maija
            .post(&cast.list(), &[("kind", "access"), ("channel", "oral")])
            .await;
        assert_eq!(
            request.status, 423,
            "a request for a person under restriction, by somebody else than the officer"
        );
        assert!(entries(&app).await > before, "recorded");
        assert!(
            cast.tiina.get(&cast.list()).await.says("ei ole pyytänyt mitään"),
            "nothing half done"
        );
        let twice = [
            ("ground", "claims"),
            ("reasons", "Toinen peruste rajoittamiselle."),
        ];
        assert!(cast.tiina.post(&page, &twice).await.says("on jo rajoitettu"));
        let lifting = format!("{page}/lifting");
        let untold = [
            ("told_how", "kirjeellä"),
            ("lifted_why", "Tiedot on tarkistettu oikeiksi."),
        ];
        let refused = cast.tiina.post(&lifting, &untold).await;
        assert!(
            refused.status == 422 && refused.says("Kerro ensin asiakkaalle"),
            "{}",
            refused.body
        );
        let told = [("told_on", "23.11.2026"), untold[0], untold[1]];
        assert_eq!(cast.tiina.post(&lifting, &told).await.status, 303);
        assert_eq!(maija.get(&format!("/clients/{ilona}")).await.status, 200);
        assert!(maija.get("/clients").await.says("Malli Ilona"));
    })
    .await;
}

/// Whatever address of the client is sent to by whoever could reach it before, nothing is done while the data is frozen.
#[tokio::test]
async fn d4_every_route_refuses_a_restricted_person() {
    on_sqlite(|app| async move {
        let cast = Cast::of(&app).await;
        let manager = app.manager("anna").await;
        restrict(&cast).await;
        let workers = [
            (Role::Coach, &cast.maija),
            (Role::ServiceManager, &manager),
            (Role::MainUser, &cast.paula),
        ];
        let mut told = 0;
        for (role, worker) in workers {
            let program = app.program(worker).await;
            for entry in polku_server::routes().entries() {
                let of_client = entry.spec.touches.is_some() && entry.path.contains("{client}");
                if !of_client || !entry.spec.admits(role) {
                    continue;
                }
                let path: Vec<&str> = entry
                    .path
                    .split('/')
                    .map(|part| match part {
                        part if part.starts_with('{') => "0192f0c0-0000-7000-8000-00000000dead",
                        part => part,
                    })
                    .collect();
                let ilona = cast.ilona.to_string();
                let path = path
                    .join("/")
                    .replacen("0192f0c0-0000-7000-8000-00000000dead", &ilona, 1);
                let status = match entry.kind {
                    Kind::Page if entry.method == Method::GET => worker.get(&path).await.status,
                    Kind::Page => {
                        let request = Request::builder().method(entry.method.clone()).uri(&path);
                        let request = request.header("content-type", "application/x-www-form-urlencoded");
                        worker
                            .send(request, "version=1&outcome=give&act=take".to_owned())
                            .await
                            .status
                    }
                    Kind::Api => {
                        let headers = [("if-match", "\"1\"")];
                        let body = json!({ "kind": "access", "channel": "oral", "act": "take" });
                        program
                            .send(entry.method.as_str(), &path, &headers, Some(&body))
                            .await
                            .status
                    }
                };
                let place = format!("{role} at {} {}: {status}", entry.method, entry.path);
                if entry.kind == Kind::Api
                    && (entry.spec.tokens == Tokens::Refused || entry.spec.step_up == StepUp::Needed)
                {
                    assert_eq!(status, 403, "{place}");
                    continue;
                }
                // What cannot be read, or must be mended, is sent back before anybody is looked at.
                assert!(matches!(status, 400 | 404 | 415 | 422 | 423), "{place}");
                told += usize::from(status == 423);
            }
        }
        assert!(
            told > 100,
            "only {told} addresses said that processing is restricted"
        );
    })
    .await;
}

#[tokio::test]
async fn d1_a_restriction_that_is_asked_for_is_granted_by_freezing_and_an_objection_freezes_while_it_is_weighed()
 {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        let fields = [
            ("kind", "restriction"),
            ("channel", "paper"),
            ("identity", "known"),
            ("asked", "Päiväkirja on väärin"),
        ];
        let address = cast.entered(&fields).await;
        let main = act(&cast.paula, &address, "grant", &[("ground", "accuracy")]).await;
        assert!(
            main.status == 422 && main.says("sen tekee tietosuojavastaava"),
            "{}",
            main.body
        );
        let bare = act(&cast.tiina, &address, "grant", &[]).await;
        assert!(bare.status == 422 && bare.says("Valitse rajoituksen peruste."));
        assert_eq!(cast.maija.get(&cast.list()).await.status, 200);
        assert_eq!(
            act(&cast.tiina, &address, "grant", &[("ground", "accuracy")])
                .await
                .status,
            303
        );
        assert_eq!(cast.maija.get(&cast.list()).await.status, 423);
        assert!(cast.tiina.get(&address).await.says("voimassa"));
        let officer = app.program(&cast.tiina).await;
        let restrictions = format!("/api/v1/clients/{}/restrictions", cast.ilona);
        let all = officer.get(&restrictions).await.json();
        assert_eq!(
            (&all[0]["ground"], &all[0]["state"]),
            (&json!("accuracy"), &json!("in-force"))
        );
        let lift = json!({
            "told_on": "23.11.2026", "told_how": "puhelimitse", "lifted_why": "Merkinnät on korjattu.",
        });
        assert_eq!(
            officer
                .post(&format!("{restrictions}/lifting"), &lift)
                .await
                .status,
            200
        );
        assert_eq!(cast.maija.get(&cast.list()).await.status, 200);
        let objection = [
            ("kind", "objection"),
            ("channel", "oral"),
            ("identity", "known"),
            ("asked", "En halua, että minusta kirjoitetaan"),
        ];
        let address = cast.entered(&objection).await;
        assert_eq!(act(&cast.tiina, &address, "take", &[]).await.status, 303);
        assert_eq!(cast.maija.get(&address).await.status, 423);
        let all = officer.get(&restrictions).await.json();
        assert_eq!(all[0]["ground"], json!("objection"));
        let set = json!({ "ground": "claims", "reasons": "Asiakas tarvitsee tietoja oikeudessa." });
        assert_eq!(
            officer.post(&restrictions, &set).await.status,
            422,
            "it is frozen already"
        );
    })
    .await;
}
