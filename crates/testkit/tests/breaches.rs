//! Breaches of personal data (D5; GDPR 33, 34): `/breaches`.

use jiff::SignedDuration;
use polku_desk::access::Role;
use polku_testkit::{Browser, Client, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

use crate::{
    clients::{client_of, intake_of},
    poppler,
};

/// The morning of every story is 9.00 in Finland on 23.11.2026.
const REPORT: [(&str, &str); 3] = [
    ("what", "Valmentajan puhelin katosi bussissa."),
    ("found_on", "23.11.2026"),
    ("found_time", "8.30"),
];

const HIGH: [(&str, &str); 6] = [
    ("what", "Valmentajan puhelin katosi bussissa."),
    ("kinds", "fields:identity"),
    ("consequences", "Sivullinen voi nähdä nimiä ja puhelinnumeroita."),
    ("measures", "Puhelin lukittiin etänä."),
    ("risk", "high"),
    ("why", "Puhelinta ei ollut salattu."),
];

async fn officer(app: &TestApp) -> Browser {
    app.worker(Role::DataProtectionOfficer, "tiina").await
}

/// Reports a breach and answers its address.
async fn reported(tiina: &Browser) -> String {
    let answer = tiina.post("/breaches/report", &REPORT).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location().to_owned()
}

async fn assessed(tiina: &Browser, breach: &str, version: &str, fields: &[(&str, &str)]) -> u16 {
    let mut fields = fields.to_vec();
    fields.push(("version", version));
    tiina.post(&format!("{breach}/assessment"), &fields).await.status
}

#[tokio::test]
async fn whoever_works_here_reports_a_breach_and_those_who_keep_it_see_the_clock_run_d5() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        assert!(maija.get("/account").await.says("href=\"/breaches/report\""));
        let form = maija.get("/breaches/report").await;
        assert!(form.says("23.11.2026") && form.says("9.00"), "{}", form.body);
        let done = maija.post("/breaches/report", &REPORT).await;
        assert_eq!(done.location(), "/account", "{}", done.body);
        assert_eq!(
            maija.get("/breaches").await.status,
            404,
            "a coach does not keep them"
        );
        let tiina = officer(&app).await;
        let list = tiina.get("/breaches").await;
        assert!(
            list.says("Valmentajan puhelin katosi") && list.says("aikaa 71\u{a0}t 30\u{a0}min"),
            "{}",
            list.body
        );
        assert!(
            tiina
                .get("/oversight")
                .await
                .says("Yhden tietoturvaloukkauksen ilmoitusaika kuluu")
        );
        let paula = app.main_user("paula").await;
        assert!(
            paula
                .get("/admin")
                .await
                .says("Yhden tietoturvaloukkauksen ilmoitusaika kuluu")
        );
        app.after(SignedDuration::from_hours(72));
        let tiina = tiina.again(&app).await;
        assert!(tiina.get("/breaches").await.says("on myöhässä"));
    })
    .await;
}

#[tokio::test]
async fn a_report_keeps_what_was_typed_and_says_what_to_mend_d5() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let fields = [
            ("what", ""),
            ("found_on", "huomenna"),
            ("found_time", "8.30"),
            ("aware_on", ""),
            ("aware_time", ""),
        ];
        let page = maija.post("/breaches/report", &fields).await;
        assert_eq!(page.status, 422);
        assert!(page.says("huomenna") && page.says("Kerro, mitä tapahtui.") && page.says("tulevaisuudessa"));
        let fields = [("what", "x"), ("found_on", "29.3.2026"), ("found_time", "3.30")];
        let page = maija.post("/breaches/report", &fields).await;
        assert!(
            page.status == 422 && page.says("kelloja siirrettiin"),
            "{}",
            page.body
        );
    })
    .await;
}

#[tokio::test]
async fn the_authority_is_told_in_time_or_with_the_reason_why_it_is_late_d5() {
    for_each_backend(|app| async move {
        let tiina = officer(&app).await;
        let breach = reported(&tiina).await;
        assert_eq!(assessed(&tiina, &breach, "1", &HIGH).await, 303);
        assert_eq!(
            assessed(&tiina, &breach, "1", &HIGH).await,
            422,
            "written meanwhile"
        );
        let form = tiina.get(&format!("{breach}/notice")).await;
        for said in [
            "Puhelin lukittiin etänä.",
            "Tietosuojavaltuutetun toimisto",
            "Korkea riski",
        ] {
            assert!(form.says(said), "{said}: {}", form.body);
        }
        app.after(SignedDuration::from_hours(80));
        let tiina = tiina.again(&app).await;
        let late = [
            ("version", "2"),
            ("notified_on", "26.11.2026"),
            ("notified_time", "16.00"),
        ];
        let refused = tiina.post(&format!("{breach}/notice"), &late).await;
        assert!(refused.status == 422 && refused.says("Kirjoita, miksi ilmoitus myöhästyi."));
        let mut told = late.to_vec();
        told.push(("late_reason", "Toimittaja kertoi vasta eilen."));
        assert_eq!(tiina.post(&format!("{breach}/notice"), &told).await.status, 303);
        let page = tiina.get(&breach).await;
        assert!(
            page.says("myöhässä") && page.says("Toimittaja kertoi vasta eilen."),
            "{}",
            page.body
        );
        let more = [
            ("version", "3"),
            ("notified_on", "26.11.2026"),
            ("notified_time", "16.30"),
            ("late_reason", "x"),
        ];
        assert_eq!(tiina.post(&format!("{breach}/notice"), &more).await.status, 303);
        let page = tiina.get(&breach).await;
        assert!(
            page.says("Ilmoitusta täydennetty") && page.says("klo 16.00"),
            "the first time stays"
        );
    })
    .await;
}

#[tokio::test]
async fn people_are_told_at_high_risk_in_their_own_language_before_it_is_closed_d5() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let mikko = Client::named("Näyte", "Mikko").of(&maija, &app).await;
        let tiina = officer(&app).await;
        let breach = reported(&tiina).await;
        assert_eq!(assessed(&tiina, &breach, "1", &HIGH).await, 303);
        let close = |version: &'static str| [("version", version)];
        let unready = tiina.post(&format!("{breach}/close"), &close("2")).await;
        assert_eq!(unready.status, 422);
        assert!(
            unready.says("Kirjaa ilmoitus valvontaviranomaiselle."),
            "{}",
            unready.body
        );
        let told = [
            ("version", "2"),
            ("notified_on", "tänään"),
            ("notified_time", "8.45"),
        ];
        assert_eq!(tiina.post(&format!("{breach}/notice"), &told).await.status, 303);
        assert!(tiina.get(&breach).await.says("Lisää ne, joita loukkaus koskee"));

        let found = tiina.post(&format!("{breach}/find"), &[("q", "malli")]).await;
        assert!(found.says(&format!("{breach}/people/{ilona}")), "{}", found.body);
        for client in [ilona, mikko] {
            let added = tiina.post(&format!("{breach}/people/{client}"), &[]).await;
            assert_eq!(added.status, 303);
        }
        let taken_off = tiina.post(&format!("{breach}/people/{mikko}/remove"), &[]).await;
        assert_eq!(taken_off.status, 303);
        let page = tiina.get(&breach).await;
        assert!(
            page.says("Malli Ilona") && !page.says("Näyte Mikko"),
            "{}",
            page.body
        );

        let letter = format!("{breach}/people/{ilona}/letter");
        assert!(
            tiina.get(&letter).await.location().ends_with("#letter"),
            "nothing is written yet"
        );
        let words = [
            ("version", "3"),
            ("letter_fi", "Puhelin katosi.\n\nVaihda salasanasi."),
            ("letter_sv", "Telefonen försvann."),
        ];
        assert_eq!(tiina.post(&format!("{breach}/letter"), &words).await.status, 303);
        let printed = tiina.get(&letter).await;
        assert_eq!(printed.headers["content-type"], "application/pdf");
        assert!(printed.bytes.starts_with(b"%PDF"));
        assert_eq!(
            tiina.get(&format!("{letter}?language=sv")).await.headers["content-type"],
            "application/pdf"
        );
        assert_eq!(
            tiina.get(&format!("{letter}?language=en")).await.status,
            303,
            "nobody wrote it"
        );
        assert_eq!(
            tiina.get(&format!("{breach}/people/{mikko}/letter")).await.status,
            404
        );

        let sent = tiina
            .post(&format!("{breach}/people/{ilona}/told"), &[("how", "letter")])
            .await;
        assert_eq!(sent.status, 303);
        let nobody = tiina.post(&format!("{breach}/told"), &[("how", "letter")]).await;
        assert_eq!(nobody.status, 303);
        assert!(tiina.get(&breach).await.says("kirjeellä"));
        assert_eq!(
            tiina.post(&format!("{breach}/close"), &close("4")).await.status,
            303
        );
        let page = tiina.get(&breach).await;
        assert!(
            page.says("Käsitelty loppuun") && page.says("Käsittely päätetty"),
            "{}",
            page.body
        );
        assert_eq!(
            assessed(&tiina, &breach, "5", &HIGH).await,
            409,
            "what is closed does not change"
        );
        assert_eq!(
            tiina.post(&format!("{breach}/reopen"), &close("5")).await.status,
            303
        );
        let looks = tiina.get(&format!("/clients/{ilona}/looks")).await;
        assert!(looks.says("breach-person-told"), "{}", looks.body);
    })
    .await;
}

#[tokio::test]
async fn all_who_wait_are_told_at_once_d5() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let paula = app.main_user("paula").await;
        let breach = reported(&paula).await;
        assert_eq!(assessed(&paula, &breach, "1", &HIGH).await, 303);
        for name in ["Ilona", "Mikko", "Aino"] {
            let client = Client::named("Malli", name).of(&maija, &app).await;
            paula.post(&format!("{breach}/people/{client}"), &[]).await;
            paula.post(&format!("{breach}/people/{client}"), &[]).await;
        }
        let page = paula.get(&breach).await;
        assert!(page.says("3 henkilöä"), "nobody is there twice: {}", page.body);
        let told = paula
            .post(
                &format!("{breach}/told"),
                &[("how", "secure-message"), ("on", "tänään")],
            )
            .await;
        assert_eq!(told.status, 303);
        let page = paula.get(&breach).await;
        assert!(
            page.says("suojatulla viestillä") && !page.says("ei ilmoitettu"),
            "{}",
            page.body
        );
    })
    .await;
}

#[tokio::test]
async fn a_program_keeps_breaches_too_d5() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let report =
            json!({ "what": "Kirje meni väärälle.", "found_on": "22.11.2026", "found_time": "12.00" });
        let by_coach = app.program(&maija).await.post("/api/v1/breaches", &report).await;
        assert_eq!(by_coach.status, 201, "{}", by_coach.body);
        let path = by_coach.location().to_owned();
        assert!(path.starts_with("/api/v1/breaches/"));
        let program = app.program(&officer(&app).await).await;
        let one = program.get(&path).await;
        let body = one.json();
        assert_eq!(body["deadline"], "2026-11-25T10:00:00Z");
        assert_eq!(
            (&body["clock"], &body["seconds"]),
            (&json!("running"), &json!(51 * 3600))
        );
        let mut assessment: serde_json::Map<String, Value> = HIGH
            .iter()
            .map(|(name, value)| ((*name).to_owned(), json!(value)))
            .collect();
        assessment.insert("kinds".to_owned(), json!(["fields:identity"]));
        assessment.insert("people".to_owned(), json!("1"));
        let put = program
            .put(
                &format!("{path}/assessment"),
                one.etag(),
                &Value::Object(assessment),
            )
            .await;
        assert_eq!(
            (put.status, &put.json()["risk"]),
            (200, &json!("high")),
            "{}",
            put.body
        );
        let stale = program
            .put(&format!("{path}/notice"), one.etag(), &json!({}))
            .await;
        assert!(matches!(stale.status, 412 | 422));
        let notice =
            json!({ "notified_on": "22.11.2026", "notified_time": "15.00", "reference": "123/2026" });
        let put = program.put(&format!("{path}/notice"), put.etag(), &notice).await;
        assert_eq!(put.json()["clock"], "in-time", "{}", put.body);
        let letter = json!({ "letter_fi": "Kirje meni väärälle." });
        let put = program.put(&format!("{path}/letter"), put.etag(), &letter).await;
        assert_eq!(put.json()["letters"][0], "Kirje meni väärälle.");
        let person = format!("{path}/people/{ilona}");
        assert_eq!(program.put(&person, "\"1\"", &json!({})).await.status, 204);
        assert_eq!(program.send("DELETE", &person, &[], None).await.status, 204);
        assert_eq!(program.put(&person, "\"1\"", &json!({})).await.status, 204);
        let people = program.get(&format!("{path}/people")).await.json();
        assert_eq!(people[0]["name"], "Malli Ilona");
        let told = json!({ "how": "in-person", "on": "23.11.2026" });
        assert_eq!(
            program
                .put(&format!("{person}/told"), "\"1\"", &told)
                .await
                .status,
            204
        );
        let closed = program
            .put(&format!("{path}/close"), put.etag(), &json!({}))
            .await;
        assert_eq!(closed.json()["state"], "closed", "{}", closed.body);
        let open = program
            .put(&format!("{path}/reopen"), closed.etag(), &json!({}))
            .await;
        assert_eq!(open.json()["state"], "open");
        assert_eq!(
            program
                .get("/api/v1/breaches")
                .await
                .json()
                .as_array()
                .map(Vec::len),
            Some(1)
        );
    })
    .await;
}

/// A letter carries the postal address and comes in the language of the client, or in another that is chosen; a protected
/// address is on no letter (A7).
#[tokio::test]
async fn a_letter_carries_the_address_unless_it_is_protected_and_comes_in_the_clients_language_d5_a7() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let paula = app.main_user("paula").await;
        let mut people = Vec::new();
        for (name, code, protected) in [("Ilona", "010594Y9032", "no"), ("Mikko", "010594Y9021", "yes")] {
            let mut form = intake_of("Malli", name, code);
            form.retain(|(field, _)| *field != "protected_address");
            form.extend([
                ("protected_address", protected),
                ("street_address", "Rantakatu 7"),
                ("postal_code", "70100"),
                ("post_office", "Kuopio"),
                ("contact_language", "ruotsi"),
            ]);
            let taken_in = maija.post("/clients", &form).await;
            assert_eq!(taken_in.status, 303, "{}", taken_in.body);
            people.push(client_of(&taken_in));
        }
        let breach = reported(&paula).await;
        assert_eq!(assessed(&paula, &breach, "1", &HIGH).await, 303);
        for client in &people {
            let added = paula.post(&format!("{breach}/people/{client}"), &[]).await;
            assert_eq!(added.status, 303);
        }
        let words = [
            ("version", "2"),
            ("letter_fi", "Puhelin katosi."),
            ("letter_sv", "Telefonen försvann."),
        ];
        assert_eq!(paula.post(&format!("{breach}/letter"), &words).await.status, 303);
        let letter = |client: usize, end: &str| format!("{breach}/people/{}/letter{end}", people[client]);
        assert!(paula.get(&breach).await.says(&letter(0, "?language=fi")));
        let read = |answer: &polku_testkit::Answer| poppler::File::of(&answer.bytes).text();
        let own = read(&paula.get(&letter(0, "")).await);
        assert!(
            own.contains("Telefonen") && own.contains("Rantakatu 7") && own.contains("70100 Kuopio"),
            "{own}"
        );
        let other = read(&paula.get(&letter(0, "?language=fi")).await);
        assert!(
            other.contains("Puhelin katosi.") && other.contains("Rantakatu 7"),
            "{other}"
        );
        let hidden = read(&paula.get(&letter(1, "?language=fi")).await);
        assert!(hidden.contains("Annetaan henkilökohtaisesti"), "{hidden}");
        assert!(
            !hidden.contains("Rantakatu") && !hidden.contains("70100"),
            "{hidden}"
        );
        let tiina = officer(&app).await;
        let without = read(&tiina.get(&letter(0, "?language=sv")).await);
        assert!(
            without.contains("Telefonen") && !without.contains("Rantakatu"),
            "the officer has no basic data: {without}"
        );
    })
    .await;
}
