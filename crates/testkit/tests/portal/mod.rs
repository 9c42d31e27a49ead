//! The client's portal (D8): `/clients/{client}/portal` opens it, with `/portal/code` and `/portal/close`; the way in is
//! `/own/sign-in`; inside are `/own/data`, `/own/plan`, `/own/attendance`, `/own/consents` and `/own/consents/new`,
//! `/own/looks` with `/looks/proofs` and each look's `/proof`, `/own/access` and `/own/sign-out`, and the same for programs.
//! Strong identification goes by `/own/identify` and `/own/identified`: `e2e/tests/portal` comes in that way.

mod consents;
mod own_data;
mod photos;
mod requests;
mod sessions;

use axum::http::{Request, header};
use polku_desk::SubjectId;
use polku_testkit::{Answer, Browser, Client, TestApp, for_each_backend};
use polku_web::{Cookie, Method};
use serde_json::{Value, json};

const ORIGIN: &str = "http://localhost:8470";
/// Pages that the register of these tests does not have: its profile keeps no such records. Their own stories tell of them.
const ELSEWHERE: [&str; 2] = ["/own/photos", "/api/v1/own/photos"];

/// A client at a browser of their own.
pub(crate) struct Own<'a> {
    app: &'a TestApp,
    cookie: String,
}

impl<'a> Own<'a> {
    /// Signs in with a name and a code; answers what was answered as well.
    pub(crate) async fn enter(app: &'a TestApp, name: &str, code: &str) -> (Self, Answer) {
        let answer = typed(app, name, code).await;
        let set = answer.headers.get_all(header::SET_COOKIE).iter();
        let cookie = set
            .filter_map(|value| value.to_str().ok())
            .find(|value| value.starts_with(Cookie::Portal.name()))
            .and_then(|value| value.split(';').next())
            .unwrap_or_default()
            .to_owned();
        (Self { app, cookie }, answer)
    }

    /// Comes in as whom a provider of strong identification has named by this identity code.
    pub(crate) async fn identified(app: &'a TestApp, code: &str) -> Self {
        let (token, doors) = app.desk.portal_doors(code).await.expect("doors");
        let entered = app.desk.enter_by_door(&token, doors[0].access, "story").await;
        let entered = entered.expect("answered").expect("an open door");
        let cookie = format!("{}={}", Cookie::Portal.name(), entered.token);
        Self { app, cookie }
    }

    async fn send(&self, method: Method, path: &str, kind: &str, body: String) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::ORIGIN, ORIGIN)
            .header(header::ACCEPT_LANGUAGE, "fi")
            .header(header::CONTENT_TYPE, kind);
        self.app.anonymous(request, body).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, "text/plain", String::new()).await
    }

    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_html_form::to_string(fields).expect("a form");
        let kind = "application/x-www-form-urlencoded";
        self.send(Method::POST, path, kind, body).await
    }

    async fn ask(&self, method: Method, path: &str, body: &Value) -> Answer {
        self.send(method, path, "application/json", body.to_string())
            .await
    }
}

/// Types a name and a code on the sign-in page.
async fn typed(app: &TestApp, name: &str, code: &str) -> Answer {
    let body = serde_html_form::to_string([("name", name), ("code", code)]).expect("a form");
    let request = Request::post("/own/sign-in")
        .header(header::ORIGIN, ORIGIN)
        .header(header::ACCEPT_LANGUAGE, "fi")
        .header(header::USER_AGENT, "story")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    app.anonymous(request, body).await
}

/// Opens the portal of a client; answers the name and the first code.
pub(crate) async fn opened(app: &TestApp, worker: &Browser, client: SubjectId) -> (String, String) {
    let program = app.program(worker).await;
    let address = format!("/api/v1/clients/{client}/portal");
    let handed = program.post(&address, &json!({ "identified": "document" })).await;
    assert_eq!(handed.status, 201, "{}", handed.body);
    let handed = handed.json();
    let text = |key: &str| handed[key].as_str().expect("a text").to_owned();
    (text("name"), text("code"))
}

/// The codes of a list as the page shows them.
fn codes(page: &Answer) -> Vec<String> {
    let list = page.body.split("<ol class=\"codes\">").nth(1).unwrap_or_default();
    let list = list.split("</ol>").next().unwrap_or_default();
    list.split("<code>")
        .skip(1)
        .filter_map(|rest| rest.split("</code>").next())
        .map(str::to_owned)
        .collect()
}

async fn ilona(app: &TestApp) -> (Browser, SubjectId) {
    let maija = app.coach("maija").await;
    let client = Client::named("Malli", "Ilona")
        .code("010594Y9032")
        .of(&maija, app)
        .await;
    (maija, client)
}

#[tokio::test]
async fn d8_a_worker_opens_the_portal_and_the_client_comes_in_by_a_code_that_works_once() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let address = format!("/clients/{client}/portal");
        assert!(maija.get(&address).await.says("Avaa oma polku"));
        let unsaid = maija.post(&address, &[]).await;
        assert!(unsaid.status == 422 && unsaid.says("Valitse, miten asiakas tunnistettiin."));
        let letter = maija.post(&address, &[("identified", "known")]).await;
        assert_eq!(letter.status, 200, "{}", letter.body);
        let mut handed = letter.body.split("<code>").skip(1);
        let mut next = || {
            let word = handed.next().and_then(|rest| rest.split("</code>").next());
            word.expect("a word").to_owned()
        };
        let (name, code) = (next(), next());
        assert!(maija.get(&address).await.says("odottaa käyttöä"));

        let wrong = typed(&app, &name, "2222-2222").await;
        assert!(wrong.status == 422 && wrong.says("Kirjautuminen ei onnistunut"));
        let stranger = typed(&app, "ZZZZ-ZZZZ", "2222-2222").await;
        assert_eq!(
            wrong.body.replace(&name, "x"),
            stranger.body.replace("ZZZZ-ZZZZ", "x"),
            "who is a client is not told (A8)"
        );
        let careless = name.to_lowercase().replace('-', " ");
        let (own, first) = Own::enter(&app, &careless, &code).await;
        let list = codes(&first);
        assert!(
            first.says("eikä kukaan työntekijä ole nähnyt") && list.len() == 20,
            "{}",
            first.body
        );
        assert!(own.get("/own").await.says("Malli Ilona"));
        assert_eq!(
            typed(&app, &name, &code).await.status,
            422,
            "a first code works once"
        );

        let (second, entered) = Own::enter(&app, &name, &list[0]).await;
        assert_eq!((entered.status, entered.location()), (303, "/own"));
        assert_eq!(
            typed(&app, &name, &list[0]).await.status,
            422,
            "so does each of the list"
        );
        let page = second.get("/own/access").await;
        assert!(page.says("19 koodia jäljellä") && page.says(&name) && page.says("tämä laite"));
        let state = app
            .program(&maija)
            .await
            .get(&format!("/api/v1{address}"))
            .await
            .json();
        assert_eq!(
            (&state[0]["codes_left"], &state[0]["identified"]),
            (&json!(19), &json!("known"))
        );

        let renewed = second.post("/own/access/codes", &[]).await;
        let anew = codes(&renewed);
        assert!(renewed.says("Vanhat koodit eivät enää toimi") && anew.len() == 20);
        assert_eq!(typed(&app, &name, &list[1]).await.status, 422);
        let (_, entered) = Own::enter(&app, &name, &anew[0]).await;
        assert_eq!(entered.status, 303);
    })
    .await;
}
