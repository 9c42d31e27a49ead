//! The client's portal (D8): `/clients/{client}/portal` opens it, with `/portal/code` and `/portal/close`; the way in is
//! `/own/sign-in`; inside are `/own/data`, `/own/plan`, `/own/attendance`, `/own/consents` and `/own/consents/new`,
//! `/own/looks` with `/looks/proofs` and each look's `/proof`, `/own/access` and `/own/sign-out`, and the same for programs.
//! Strong identification goes by `/own/identify` and `/own/identified`: `e2e/tests/portal` comes in that way.

mod photos;
mod requests;

use axum::http::{Request, header};
use jiff::SignedDuration;
use polku_desk::{
    Client as ClientKind, Read, SubjectId,
    access::{AccessSpec, Action, Audience, Resource, Role},
};
use polku_testkit::{Answer, Browser, Client, TestApp, for_each_backend, on_sqlite};
use polku_web::{Cookie, Kind, Method};
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

#[tokio::test]
async fn d8_a_client_sees_the_own_data_plan_and_attendance_and_nobody_elses() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        let program = app.program(&maija).await;
        let about = format!("/api/v1/clients/{client}");
        let period = json!({
            "measure": "coaching", "workgroup": "", "starts_on": "2.11.2026", "weekdays": ["monday"], "hours": "6",
            "state": "ongoing", "place": "Halli 3",
        });
        assert_eq!(program.post(&format!("{about}/periods"), &period).await.status, 201);
        let goal = json!({ "title": "Herään ajoissa", "target": "4" });
        let set = program.post(&format!("{about}/goals"), &goal).await;
        assert_eq!(set.status, 201, "{}", set.body);
        let entry = program.post(&format!("{about}/diary"), &json!({ "text": "Salainen havainto" })).await;
        assert_eq!(entry.status, 201, "{}", entry.body);
        let marks = json!({ "marks": [{ "client": client, "date": "2026-11-09", "mark": "present", "minutes": 360, "seen": 0 }] });
        assert!(maija.put_json("/attendance/marks", &marks).await.status < 300);
        let other = Client::named("Muu", "Mikko").of(&maija, &app).await;
        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;

        let front = own.get("/own").await;
        assert!(front.says("Maija Työntekijä") && front.says("yksi avoin tavoite"), "{}", front.body);
        assert!(own.get("/own/data").await.says("010594Y9032"));
        let plan = own.get("/own/plan").await;
        assert!(plan.says("Herään ajoissa") && plan.says("Halli 3"));
        let month = own.get("/own/attendance").await;
        assert!(month.says("marraskuu 2026") && month.says("9.11."), "{}", month.body);
        assert_eq!(own.get("/own/attendance?month=2026-13").await.status, 400);
        for page in ["/own", "/own/data", "/own/plan", "/own/attendance", "/own/consents"] {
            let page = own.get(page).await;
            assert!(!page.says("Salainen havainto") && !page.says("Muu Mikko"));
        }
        let told = own.ask(Method::GET, "/api/v1/own", &json!(null)).await.json();
        assert_eq!(told["responsible"], json!(["Maija Työntekijä"]));
        let plan = own.ask(Method::GET, "/api/v1/own/plan", &json!(null)).await.json();
        assert_eq!(plan["goals"][0]["title"], json!("Herään ajoissa"));
        let data = own.ask(Method::GET, "/api/v1/own/data", &json!(null)).await;
        assert!(data.says("010594Y9032"));
        let month = own.ask(Method::GET, "/api/v1/own/attendance?month=2026-11", &json!(null)).await.json();
        assert_eq!((&month["attended"], &month["minutes"]), (&json!(1), &json!(360)));

        for path in ["/clients", &format!("/clients/{other}"), &format!("/clients/{client}")] {
            let led = own.get(path).await;
            assert!(led.status == 303 && led.location().starts_with("/sign-in"), "{path}");
        }
        assert_eq!(own.get(&format!("/api/v1/clients/{other}")).await.status, 401);
        assert_eq!(program.get("/api/v1/own").await.status, 403, "a worker's token opens nothing here");
    })
    .await;
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

#[tokio::test]
async fn d8_a_client_sees_who_looked_as_the_profile_decides_and_every_own_page_is_in_the_log_e4() {
    for_each_backend(|app| async move {
        let (maija, client) = ilona(&app).await;
        assert_eq!(maija.get(&format!("/clients/{client}")).await.status, 200);
        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;
        let looks = own.get("/own/looks").await;
        assert!(
            looks.says("Valmentaja") && looks.says("vastuutyöntekijä"),
            "{}",
            looks.body
        );
        assert!(!looks.says("Maija Työntekijä"), "by role in this register");
        assert!(!looks.says("asiakas itse") && own.get("/own/looks?own=shown").await.says("asiakas itse"));
        let all = own
            .ask(Method::GET, "/api/v1/own/looks", &json!(null))
            .await
            .json();
        let first = &all["looks"][0];
        assert_eq!(
            (&first["basis"], &first["purpose"]),
            (&json!("own-data"), &json!("own-affairs"))
        );

        app.desk.sequence_audit().await.expect("sequenced");
        let proofs = own.get("/own/looks/proofs").await;
        assert_eq!(proofs.status, 200, "{}", proofs.body);
        let saved = own
            .ask(Method::GET, "/api/v1/own/looks/proofs", &json!(null))
            .await;
        assert_eq!(saved.status, 200, "{}", saved.body);
        let of_first = all["looks"].as_array().and_then(|looks| looks.last());
        let of_first = of_first
            .and_then(|look| look["entry"].as_str())
            .expect("an entry")
            .to_owned();
        let one = own.get(&format!("/own/looks/{of_first}/proof")).await;
        assert_eq!(one.status, 200, "{}", one.body);

        let mut visited = 0;
        for entry in polku_server::routes().entries() {
            let is_read = entry.method == Method::GET && entry.spec.touches.is_some();
            if entry.spec.audience != Audience::Client || !is_read {
                continue;
            }
            if entry.path.contains('{') {
                continue;
            }
            let before = entries(&app).await;
            let page = own.get(entry.path).await;
            let expected = if ELSEWHERE.contains(&entry.path) { 404 } else { 200 };
            assert_eq!(page.status, expected, "{}: {}", entry.path, page.body);
            assert!(entries(&app).await > before, "{} left no entry", entry.path);
            visited += 1;
        }
        assert!(visited > 10, "only {visited} pages of the client's");
    })
    .await;
}

async fn entries(app: &TestApp) -> u64 {
    app.desk.sequence_audit().await.expect("sequenced");
    let report = app.desk.verify_audit(app.register, None).await.expect("a report");
    report.ledger.entries
}

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
async fn d8_no_page_of_the_portal_lacks_a_text_in_any_language_h1() {
    on_sqlite(|app| async move {
        let (maija, client) = ilona(&app).await;
        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;
        for entry in polku_server::routes().entries() {
            let is_own = entry.path.starts_with("/own") && entry.kind == Kind::Page;
            if !is_own || entry.method != Method::GET {
                continue;
            }
            for language in ["fi", "sv", "en"] {
                let request = Request::get(entry.path).header(
                    header::COOKIE,
                    format!("{}; {}={language}", own.cookie, Cookie::Language.name()),
                );
                let page = app.anonymous(request, String::new()).await;
                assert!(page.status < 500, "{}", page.body);
                assert!(!page.says("⟦"), "{} in {language}: {}", entry.path, page.body);
            }
        }
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
