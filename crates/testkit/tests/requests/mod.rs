//! Requests about own data (D1–D3): `/clients/{client}/requests` with `/requests/new` and what is below each (`/acts`,
//! `/values/`, `/recipients`, `/letters/` and their `/pdf`), the work list `/requests`, and beside it `restriction`,
//! `copies` and `publicity`.

mod copies;
mod publicity;
mod rectification;
mod restriction;

use jiff::SignedDuration;
use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Answer, Browser, Client, Program, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

/// A coach, a main user who answers requests in this register, the officer, and a client.
pub(super) struct Cast {
    pub(super) maija: Browser,
    pub(super) paula: Browser,
    pub(super) tiina: Browser,
    pub(super) ilona: SubjectId,
}

impl Cast {
    pub(super) async fn of(app: &TestApp) -> Self {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, app).await;
        Self {
            paula: app.main_user("paula").await,
            tiina: app.worker(Role::DataProtectionOfficer, "tiina").await,
            maija,
            ilona,
        }
    }

    pub(super) fn list(&self) -> String {
        format!("/clients/{}/requests", self.ilona)
    }

    /// Enters a request as a coach does; answers its address.
    pub(super) async fn entered(&self, fields: &[(&str, &str)]) -> String {
        let done = self.maija.post(&self.list(), fields).await;
        assert_eq!(done.status, 303, "{}", done.body);
        done.location().to_owned()
    }
}

/// The version that the first form of a page holds.
pub(super) fn version(page: &Answer) -> String {
    let field = page.body.split("name=\"version\" value=\"").nth(1);
    let field = field.unwrap_or_else(|| panic!("{}", page.body));
    field.split('"').next().unwrap_or_default().to_owned()
}

/// Does something to a request by its page.
pub(super) async fn act(who: &Browser, address: &str, act: &str, more: &[(&str, &str)]) -> Answer {
    let version = version(&who.get(address).await);
    let mut fields = vec![("version", version.as_str()), ("act", act)];
    fields.extend_from_slice(more);
    who.post(&format!("{address}/acts"), &fields).await
}

async fn shown(program: &Program, address: &str) -> Value {
    program.get(&format!("/api/v1{address}")).await.json()
}

#[tokio::test]
async fn d1_a_request_is_received_by_any_channel_and_its_last_day_is_counted_by_the_calendar() {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        assert!(cast.maija.get(&cast.list()).await.says("ei ole pyytänyt mitään"));
        let form = cast.maija.get(&format!("{}/new", cast.list())).await;
        assert!(form.says("Pääkäyttäjä"), "the addressee is told");
        let nothing = cast
            .maija
            .post(&cast.list(), &[("asked", "Näyttäkää tietoni")])
            .await;
        assert_eq!(nothing.status, 422);
        assert!(
            nothing.says("Valitse, mitä pyydetään.") && nothing.says("Näyttäkää tietoni"),
            "nothing typed is lost"
        );
        for (channel, received, due) in [
            ("paper", "23.11.2026", "2026-12-07"),
            ("oral", "22.11.2026", "2026-12-07"),
            ("web_form", "9.11.2026", "2026-11-23"),
            ("secure_mail", "20.11.2026", "2026-12-04"),
            ("portal", "21.11.2026", "2026-12-07"),
        ] {
            let fields = [
                ("kind", "access"),
                ("channel", channel),
                ("received_on", received),
            ];
            let address = cast.entered(&fields).await;
            let program = app.program(&cast.maija).await;
            let one = shown(&program, &address).await;
            assert_eq!(
                (&one["due_on"], &one["state"]),
                (&json!(due), &json!("received")),
                "{channel}"
            );
        }
        let ahead = [
            ("kind", "access"),
            ("channel", "oral"),
            ("received_on", "24.11.2026"),
        ];
        assert_eq!(cast.maija.post(&cast.list(), &ahead).await.status, 422);
        let list = cast.paula.get("/requests").await;
        assert!(
            list.says("Malli Ilona") && list.says("Myöhässä 0, erääntyy pian 1."),
            "{}",
            list.body
        );
        app.after(SignedDuration::from_hours(24));
        let paula = cast.paula.again(&app).await;
        let list = paula.get("/requests?order=receipt&kind=access").await;
        assert!(
            list.says("Myöhässä 1") && list.says("1 pv myöhässä"),
            "{}",
            list.body
        );
        assert!(
            paula
                .get("/requests?open=closed")
                .await
                .says("ei osunut yhtään pyyntöä")
        );
    })
    .await;
}

#[tokio::test]
async fn d1_nothing_is_given_before_it_is_known_who_asks_and_only_those_answer_whom_the_profile_names() {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        let address = cast.entered(&[("kind", "erasure"), ("channel", "paper")]).await;
        let early = act(&cast.paula, &address, "grant", &[]).await;
        assert_eq!(early.status, 422);
        assert!(early.says("Varmista ensin, kuka pyytää."));
        let unsaid = act(&cast.maija, &address, "identify", &[]).await;
        assert!(unsaid.status == 422 && unsaid.says("Valitse, miten henkilöllisyys varmistettiin."));
        let known = [("identity", "document"), ("identity_note", "ajokortti")];
        assert_eq!(act(&cast.maija, &address, "identify", &known).await.status, 303);
        let seen = version(&cast.paula.get(&address).await);
        let take = [("version", seen.as_str()), ("act", "take")];
        let coach = cast.maija.post(&format!("{address}/acts"), &take).await;
        assert_eq!(
            coach.status, 422,
            "a coach enters requests and does not answer them"
        );
        assert!(cast.maija.get(&address).await.says("Pyyntöön vastaavat"));
        assert_eq!(act(&cast.paula, &address, "take", &[]).await.status, 303);
        let version = version(&cast.paula.get(&address).await);
        let answer = [
            ("version", version.as_str()),
            ("act", "refuse"),
            ("reasons", "Laki velvoittaa säilyttämään tiedot (18 §)."),
        ];
        let acts = format!("{address}/acts");
        let bare = [("version", version.as_str()), ("act", "refuse")];
        assert!(cast.paula.post(&acts, &bare).await.says("Kirjoita perustelut"));
        assert_eq!(cast.paula.post(&acts, &answer).await.status, 303);
        let twice = cast.tiina.post(&acts, &answer).await;
        assert_eq!(twice.status, 422, "two answers to one request");
        assert!(twice.says("muutettu sillä välin"));
        let program = app.program(&cast.paula).await;
        let one = shown(&program, &address).await;
        assert_eq!(one["state"], json!("refused"));
        assert_eq!(one["handler"], json!("Paula Työntekijä"));
        assert_eq!(one["letters"].as_array().map(Vec::len), Some(1));
        let happened: Vec<&str> = one["events"]
            .as_array()
            .expect("events")
            .iter()
            .map(|event| event["kind"].as_str().expect("a kind"))
            .collect();
        assert_eq!(happened, ["refused", "taken", "identified", "received"]);
    })
    .await;
}

#[tokio::test]
async fn d1_an_answer_names_the_supervisory_authority_in_three_languages_as_a_page_and_as_a_file() {
    on_sqlite(|app| async move {
        let cast = Cast::of(&app).await;
        for (language, supervisor, right) in [
            (
                "fi",
                "Tietosuojavaltuutetun toimisto",
                "valituksen valvontaviranomaiselle",
            ),
            (
                "sv",
                "Dataombudsmannens byrå",
                "klagomål till tillsynsmyndigheten",
            ),
            (
                "en",
                "Office of the Data Protection Ombudsman",
                "complaint with the supervisory authority",
            ),
        ] {
            let address = cast.entered(&[("kind", "complaint"), ("channel", "oral")]).await;
            let done = act(&cast.paula, &address, "grant", &[("language", language)]).await;
            assert_eq!(done.status, 303, "advice is an answer at once: {}", done.body);
            let letter = cast.paula.get(&format!("{address}/letters/1")).await;
            assert!(letter.says(supervisor) && letter.says(right), "{}", letter.body);
            assert!(letter.says("PL 800, 00531 Helsinki"));
            let file = cast.paula.get(&format!("{address}/letters/1/pdf")).await;
            assert!(file.bytes.starts_with(b"%PDF-"), "{}", file.status);
            assert!(
                !file.headers["content-disposition"]
                    .to_str()
                    .expect("a name")
                    .contains("Malli")
            );
            assert_eq!(cast.paula.get(&format!("{address}/letters/2")).await.status, 404);
        }
    })
    .await;
}

#[tokio::test]
async fn d1_the_time_is_extended_once_and_told_while_it_runs() {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        let fields = [("kind", "access"), ("channel", "paper"), ("identity", "known")];
        let (first, second) = (cast.entered(&fields).await, cast.entered(&fields).await);
        let reasons = ("reasons", "Pyyntö koskee satoja merkintöjä vuosilta 2019–2026.");
        assert!(
            act(&cast.paula, &first, "extend", &[])
                .await
                .says("Kirjoita perustelut")
        );
        assert_eq!(act(&cast.paula, &first, "extend", &[reasons]).await.status, 303);
        let program = app.program(&cast.paula).await;
        let one = shown(&program, &first).await;
        assert_eq!(
            (&one["due_on"], &one["state"]),
            (&json!("2027-02-08"), &json!("extended"))
        );
        assert!(
            one["letters"][0]["paragraphs"][1]
                .as_str()
                .expect("a paragraph")
                .contains("8.2.2027")
        );
        let again = act(&cast.paula, &first, "extend", &[reasons]).await;
        assert!(again.status == 422 && again.says("Aikaa pidennetään kerran."));
        app.after(SignedDuration::from_hours(24 * 15));
        let paula = cast.paula.again(&app).await;
        let late = act(&paula, &second, "extend", &[reasons]).await;
        assert!(
            late.status == 422 && late.says("Määräaika on jo ohi"),
            "{}",
            late.body
        );
    })
    .await;
}

/// Who answers is led to what an erasure would take and leave; a coach, who proposes none, is not.
#[tokio::test]
async fn d4_a_request_for_erasure_leads_to_what_would_be_erased() {
    on_sqlite(|app| async move {
        let cast = Cast::of(&app).await;
        let fields = [("kind", "erasure"), ("channel", "oral"), ("identity", "known")];
        let address = cast.entered(&fields).await;
        let way = format!("/clients/{}/erasure", cast.ilona);
        let link = format!("href=\"{way}\"");
        assert!(cast.paula.get(&address).await.body.contains(&link));
        assert_eq!(cast.paula.get(&way).await.status, 200);
        assert!(!cast.maija.get(&address).await.body.contains(&link));
    })
    .await;
}

#[tokio::test]
async fn d1_what_belongs_elsewhere_is_sent_on_and_what_is_taken_back_is_closed() {
    on_sqlite(|app| async move {
        let cast = Cast::of(&app).await;
        let fields = [("kind", "access"), ("channel", "oral")];
        let address = cast.entered(&fields).await;
        assert!(
            act(&cast.paula, &address, "route", &[])
                .await
                .says("mille viranomaiselle")
        );
        let to = ("routed_to", "Kela: etuusrekisteri");
        assert_eq!(act(&cast.paula, &address, "route", &[to]).await.status, 303);
        let letter = cast.paula.get(&format!("{address}/letters/1")).await;
        assert!(letter.says("Kela: etuusrekisteri"), "{}", letter.body);
        let second = cast.entered(&fields).await;
        assert_eq!(act(&cast.maija, &second, "withdraw", &[]).await.status, 303);
        assert!(cast.maija.get(&second).await.says("Pyyntö peruttiin"));
        assert!(
            cast.paula
                .get("/requests?open=all&state=routed")
                .await
                .says("siirretty toiselle viranomaiselle")
        );
        let other = app.coach("pekka").await;
        assert_eq!(
            other.get(&second).await.status,
            404,
            "a stranger's request is nowhere"
        );
    })
    .await;
}

#[tokio::test]
async fn d1_programs_do_what_pages_do_on_the_version_that_they_saw() {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        let (coach, main) = (app.program(&cast.maija).await, app.program(&cast.paula).await);
        let list = format!("/api/v1{}", cast.list());
        let body = json!({ "kind": "access", "channel": "paper", "identity": "strong", "asked": "Kaikki" });
        let made = coach.post(&list, &body).await;
        assert_eq!(made.status, 201, "{}", made.body);
        let address = made.headers["location"].to_str().expect("an address").to_owned();
        assert_eq!(coach.get(&list).await.json().as_array().map(Vec::len), Some(1));
        let seen = main.get(&address).await;
        let acts = format!("{address}/acts");
        let take = json!({ "act": "take" });
        assert_eq!(main.put(&acts, seen.etag(), &take).await.status, 200);
        assert_eq!(main.put(&acts, seen.etag(), &take).await.status, 412);
        let work = main.get("/api/v1/requests?open=open").await.json();
        assert_eq!(work["requests"][0]["name"], json!("Malli Ilona"));
        let refused = coach
            .put(&acts, main.get(&address).await.etag(), &json!({ "act": "grant" }))
            .await;
        assert_eq!(refused.json()["errors"][0]["key"], json!("requests-not-yours"));
    })
    .await;
}

#[tokio::test]
async fn d1_what_falls_due_is_on_the_managers_day_where_managers_answer_requests() {
    on_sqlite(|app| async move {
        let register = app.register("kokko", "kokkotyo").await;
        let maija = app.worker_in(register, Role::Coach, "maija").await;
        let anna = app.worker_in(register, Role::ServiceManager, "anna").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let fields = [
            ("kind", "access"),
            ("channel", "oral"),
            ("received_on", "26.10.2026"),
        ];
        let done = maija.post(&format!("/clients/{ilona}/requests"), &fields).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let day = anna.get("/").await;
        assert!(day.says("Vastaa pyyntöön omista tiedoista"), "{}", day.body);
        assert!(!maija.get("/").await.says("Vastaa pyyntöön omista tiedoista"));
    })
    .await;
}
