//! Consents given and withdrawn in the portal (C1).

use polku_desk::{
    Client as ClientKind, Read,
    access::{AccessSpec, Action, Resource, Role},
};
use polku_testkit::{Browser, Client, TestApp, for_each_backend};
use polku_web::Method;
use serde_json::{Value, json};

use super::{Own, ilona, opened};

/// The first purpose to which people can consent in the stories' register.
async fn consented_purpose(app: &TestApp, worker: &Browser) -> String {
    let register = app.program(worker).await.get("/api/v1/legal-bases").await.json();
    let purposes = register["purposes"].as_array().expect("purposes").clone();
    let consents = |purpose: &&Value| {
        let bases = purpose["bases"].as_array().expect("bases");
        bases.iter().any(|basis| basis["article"] == json!("6.1 a"))
    };
    let found = purposes
        .iter()
        .find(consents)
        .expect("a purpose that rests on consent");
    found["key"].as_str().expect("a key").to_owned()
}

#[tokio::test]
async fn d8_a_client_gives_a_consent_and_withdraws_it_by_one_press_at_once_c1() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let purpose = consented_purpose(&app, &maija).await;
        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;
        assert!(
            own.get("/own/consents")
                .await
                .says("Suostumuksia, joita voit antaa")
        );
        let form = own.get("/own/consents/new?to=referring-body").await;
        assert!(form.says("Annan suostumuksen") && form.says("Suostun siihen, että rekisterinpitäjä antaa"));
        let nothing = [
            ("kind", "disclosure"),
            ("recipient", "referring-body"),
            ("purpose", purpose.as_str()),
        ];
        let wrong = own.post("/own/consents", &nothing).await;
        assert_eq!(wrong.status, 422, "{}", wrong.body);
        let mut fields = nothing.to_vec();
        fields.push(("what", "records:goal"));
        let given = own.post("/own/consents", &fields).await;
        assert_eq!(
            (given.status, given.location()),
            (303, "/own/consents"),
            "{}",
            given.body
        );
        let listed = own
            .ask(Method::GET, "/api/v1/own/consents", &json!(null))
            .await
            .json();
        assert_eq!(
            (
                &listed[0]["manner"],
                &listed[0]["recorded_by"],
                &listed[0]["standing"]
            ),
            (&json!("portal"), &json!(null), &json!("in-force"))
        );
        let id = listed[0]["id"].as_str().expect("an id").to_owned();
        assert!(
            maija
                .get(&format!("/clients/{client}/consents"))
                .await
                .says("Asiakkaan omassa portaalissa")
        );

        let press = own.post(&format!("/own/consents/{id}/withdraw"), &[]).await;
        assert_eq!((press.status, press.location()), (303, "/own/consents"));
        assert!(own.get("/own/consents").await.says("peruutit itse"));
        let seen = app.program(&maija).await;
        let seen = seen
            .get(&format!("/api/v1/clients/{client}/consents/{id}"))
            .await
            .json();
        assert_eq!(
            (
                &seen["standing"],
                &seen["withdrawn_through"],
                &seen["withdrawn_by"]
            ),
            (&json!("withdrawn"), &json!("client"), &json!(null))
        );

        let again = json!({
            "kind": "disclosure", "recipient": "referring-body", "purpose": purpose, "what": ["records:goal"],
        });
        let made = own.ask(Method::POST, "/api/v1/own/consents", &again).await;
        assert_eq!(made.status, 201, "{}", made.body);
        let made = made.location().trim_start_matches("/api/v1/own/consents/");
        let withdrawn = own
            .ask(
                Method::POST,
                &format!("/api/v1/own/consents/{made}/withdraw"),
                &json!({}),
            )
            .await;
        assert_eq!(withdrawn.status, 204, "{}", withdrawn.body);
    })
    .await;
}

/// A partner sees somebody by a consent to visibility; the client withdraws it in the portal, and it ends there and then.
#[tokio::test]
async fn d8_what_rests_on_a_consent_ends_when_the_client_withdraws_it_in_the_portal_c1() {
    for_each_backend(|app| async move {
        let register = app.register("kuopio", "kuopio").await;
        let maija = app.worker_in(register, Role::Coach, "maija").await;
        let ville = app.worker_in(register, Role::Partner, "ville").await;
        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let program = app.program(&maija).await;
        let consent = json!({
            "kind": "visibility", "recipient": format!("worker:{}", ville.account), "purpose": "visibility",
            "manner": "screen", "identified": "known", "language": "fi",
        });
        let given = program
            .post(&format!("/api/v1/clients/{client}/consents"), &consent)
            .await;
        assert_eq!(given.status, 201, "{}", given.body);
        let id = given.json()["id"].as_str().expect("an id").to_owned();
        assert_eq!(ville.get(&format!("/clients/{client}")).await.status, 200);
        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;

        let look = AccessSpec::people(Action::Read, &[Resource::Identity]);
        let under_way = app
            .desk
            .visit(ville.as_visitor(), look, "story")
            .await
            .expect("a visit");
        drop(
            under_way
                .open::<ClientKind, Read>(client)
                .await
                .expect("seen by consent"),
        );
        assert_eq!(
            own.post(&format!("/own/consents/{id}/withdraw"), &[])
                .await
                .status,
            303
        );
        assert!(
            under_way.settle().await.is_err(),
            "what was read a moment ago is not shown any more"
        );
        assert_eq!(ville.get(&format!("/clients/{client}")).await.status, 404);
    })
    .await;
}
