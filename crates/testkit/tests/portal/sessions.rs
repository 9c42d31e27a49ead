//! How sessions and codes end, and what does not end them.

use axum::http::{Request, header};
use jiff::SignedDuration;
use polku_desk::{
    Client as ClientKind,
    access::{AccessSpec, Action, Audience, Resource},
};
use polku_testkit::{Client, for_each_backend, on_sqlite};
use polku_web::Method;
use serde_json::json;

use super::{Own, codes, ilona, opened, typed};

#[tokio::test]
async fn d8_closing_the_portal_ends_open_sessions_and_codes_at_once() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let (name, code) = opened(&app, &maija, client).await;
        let (own, first) = Own::enter(&app, &name, &code).await;
        let list = codes(&first);
        assert_eq!(own.get("/own").await.status, 200);
        let closed = maija.post(&format!("/clients/{client}/portal/close"), &[]).await;
        assert_eq!(closed.status, 303, "{}", closed.body);
        let out = own.get("/own").await;
        assert_eq!((out.status, out.location()), (303, "/own/sign-in"));
        assert_eq!(
            own.ask(Method::GET, "/api/v1/own", &json!(null)).await.status,
            401
        );
        assert_eq!(typed(&app, &name, &list[0]).await.status, 422);
        let again = maija.post(&format!("/clients/{client}/portal/close"), &[]).await;
        assert_eq!(again.status, 303, "closed already: the page shows how it stands");
        assert!(
            maija
                .get(&format!("/clients/{client}/portal"))
                .await
                .says("suljettu")
        );
        let program = app.program(&maija).await;
        let address = format!("/api/v1/clients/{client}/portal");
        assert_eq!(program.send("DELETE", &address, &[], None).await.status, 409);

        let (renamed, code) = opened(&app, &maija, client).await;
        assert_ne!(renamed, name);
        let (own, _) = Own::enter(&app, &renamed, &code).await;
        let renewed = program.post(&format!("{address}/code"), &json!({})).await;
        assert_eq!(renewed.status, 200, "{}", renewed.body);
        assert_eq!(
            own.get("/own").await.status,
            303,
            "a new first code ends what was open"
        );
        let code = renewed.json()["code"].as_str().expect("a code").to_owned();
        let (own, _) = Own::enter(&app, &renamed, &code).await;
        assert_eq!(own.get("/own").await.status, 200);
        assert_eq!(program.send("DELETE", &address, &[], None).await.status, 204);
        assert_eq!(own.get("/own").await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn d8_sessions_end_by_themselves_by_the_client_and_one_by_one() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let (name, code) = opened(&app, &maija, client).await;
        let (phone, first) = Own::enter(&app, &name, &code).await;
        let list = codes(&first);
        let (library, _) = Own::enter(&app, &name, &list[0]).await;
        let sessions = phone
            .ask(Method::GET, "/api/v1/own/sessions", &json!(null))
            .await
            .json();
        let all = sessions.as_array().expect("sessions");
        assert_eq!(all.len(), 2);
        assert!(phone.get("/own/access").await.says("/own/access/sessions/"));
        // The one that is not this browser's is found by ending each on the page: only others have the button.
        let page = phone.get("/own/access").await;
        let end = page
            .body
            .split("action=\"/own/access/sessions/")
            .nth(1)
            .expect("a button");
        let other = end.split("/end").next().expect("an id").to_owned();
        assert_eq!(
            phone
                .post(&format!("/own/access/sessions/{other}/end"), &[])
                .await
                .status,
            303
        );
        assert_eq!(library.get("/own").await.status, 303);
        assert_eq!(
            phone
                .ask(
                    Method::DELETE,
                    &format!("/api/v1/own/sessions/{other}"),
                    &json!(null)
                )
                .await
                .status,
            404
        );

        let out = phone.post("/own/sign-out", &[]).await;
        assert_eq!((out.status, out.location()), (303, "/own/sign-in?out=yes"));
        assert_eq!(phone.get("/own").await.status, 303, "whatever the browser keeps");

        let (idle, _) = Own::enter(&app, &name, &list[1]).await;
        app.after(SignedDuration::from_mins(14));
        assert_eq!(idle.get("/own").await.status, 200);
        app.after(SignedDuration::from_mins(16));
        assert_eq!(
            idle.get("/own").await.status,
            303,
            "a quarter of an hour unused is enough"
        );
        let (long, _) = Own::enter(&app, &name, &list[2]).await;
        for _ in 0..40 {
            app.after(SignedDuration::from_mins(12));
            long.get("/own").await;
        }
        assert_eq!(long.get("/own").await.status, 303, "eight hours are the most");
    })
    .await;
}

#[tokio::test]
async fn d8_guesses_are_slowed_and_a_first_code_waits_a_fortnight_only() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let (name, code) = opened(&app, &maija, client).await;
        for _ in 0..5 {
            assert_eq!(typed(&app, &name, "2222-2222").await.status, 422);
        }
        assert_eq!(typed(&app, &name, "2222-2222").await.status, 429, "slowed");
        app.after(SignedDuration::from_mins(20));
        let (own, _) = Own::enter(&app, &name, &code).await;
        assert_eq!(own.get("/own").await.status, 200, "and never locked out");
        let address = format!("/api/v1/clients/{client}/portal/code");
        let renewed = app.program(&maija).await.post(&address, &json!({})).await.json();
        app.after(SignedDuration::from_hours(24 * 14 + 1));
        let late = typed(&app, &name, renewed["code"].as_str().expect("a code")).await;
        assert_eq!(late.status, 422);
    })
    .await;
}

/// A merge closes nobody's portal: whoever the record turned out to be is the same person. Nor does a restriction of
/// processing, which is the person's own (GDPR 18).
#[tokio::test]
async fn d8_a_merge_and_a_restriction_close_nobodys_portal_a9() {
    polku_desk::statements! {
        owned(Service) FREEZE = "UPDATE subject SET restricted_at = 1 WHERE register = :register AND id = :subject";
    }
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let kept = Client::named("Malli", "Iilona").of(&maija, &app).await;
        let paula = app.main_user("paula").await;
        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;
        let (kept_id, absorbed) = (kept.to_string(), client.to_string());
        let merged = paula
            .post(
                "/duplicates/merge",
                &[("kept", &kept_id), ("absorbed", &absorbed)],
            )
            .await;
        assert_eq!(merged.status, 303, "{}", merged.body);
        let front = own.get("/own").await;
        assert!(
            front.status == 200 && front.says("Malli Iilona"),
            "{}",
            front.body
        );
        let parted = paula.post("/duplicates/part", &[("absorbed", &absorbed)]).await;
        assert_eq!(parted.status, 303);
        assert!(own.get("/own").await.says("Malli Ilona"));

        let arrange = AccessSpec::people(Action::Write, &[Resource::Service]);
        let visit = app.visit(&app.manager("anna").await, arrange).await;
        let grant = visit
            .open_for_change::<ClientKind>(client)
            .await
            .expect("the manager may");
        grant
            .execute(FREEZE, polku_desk::params! {})
            .await
            .expect("a restriction");
        grant.access_changed().await.expect("told");
        grant.commit("story", json!({})).await.expect("a commit");
        let frozen = maija.get(&format!("/clients/{client}")).await;
        assert!(frozen.status != 200 && !frozen.says("Malli Ilona"));
        assert_eq!(own.get("/own/data").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn d8_another_sites_page_does_nothing_in_the_clients_name() {
    on_sqlite(|app| async move {
        let (maija, client) = ilona(&app).await;
        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;
        for entry in polku_server::routes().entries() {
            if entry.spec.audience != Audience::Client || entry.method == Method::GET {
                continue;
            }
            let request = Request::builder()
                .method(entry.method.clone())
                .uri(entry.path.replace(['{', '}'], ""))
                .header(header::COOKIE, &own.cookie)
                .header("sec-fetch-site", "cross-site");
            let answer = app.anonymous(request, String::new()).await;
            assert_eq!(answer.status, 400, "{} {}", entry.method, entry.path);
        }
        assert_eq!(own.get("/own").await.status, 200);
    })
    .await;
}
