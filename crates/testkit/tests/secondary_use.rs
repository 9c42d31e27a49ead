//! Secondary use (C8): `/secondary-use`, `/secondary-use/new`, `/secondary-use/{decision}` with `/ending` and `/extracts`, and
//! the file of an extract at `/secondary-use/{decision}/extracts/{extract}/file`; by programs `/api/v1/secondary-use`,
//! `/api/v1/secondary-use/{decision}` with `/api/v1/secondary-use/{decision}/ending`,
//! `/api/v1/secondary-use/{decision}/extracts` and `/api/v1/secondary-use/{decision}/extracts/{extract}/file`.

use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Browser, Client, TestApp, for_each_backend, on_sqlite};
use serde_json::{Value, json};

use crate::documents::do_all;

/// Clients of a coach in service since September, the main user, the records officer, and the recipient's key.
struct Cast {
    maija: Browser,
    paula: Browser,
    arto: Browser,
    people: Vec<SubjectId>,
    recipient: age::x25519::Identity,
}

const CODES: [&str; 3] = ["010594Y9032", "020594X903P", "030594W903B"];

impl Cast {
    async fn of(app: &TestApp) -> Self {
        let maija = app.coach("maija").await;
        let mut people = Vec::new();
        for (number, code) in CODES.into_iter().enumerate() {
            let client = Client::named("Malli", &format!("Ilona{number}"))
                .code(code)
                .of(&maija, app)
                .await;
            let begun = [("basis", "rehabilitative-work"), ("started_on", "1.9.2026")];
            let done = maija
                .post(&format!("/clients/{client}/relationships"), &begun)
                .await;
            assert_eq!(done.status, 303, "{}", done.body);
            people.push(client);
        }
        Self {
            maija,
            paula: app.main_user("paula").await,
            arto: app.worker(Role::RecordsOfficer, "arto").await,
            people,
            recipient: age::x25519::Identity::generate(),
        }
    }

    fn decision(&self) -> Vec<(&'static str, String)> {
        let text = |field, text: &str| (field, text.to_owned());
        vec![
            text("kind", "research"),
            text("title", "Työpajojen vaikuttavuus"),
            text("task", "Seurataan, mihin asiakkaat jatkavat."),
            text("recipient", "Esimerkin yliopisto"),
            text("ground", "Julkisuuslaki 621/1999, 28 §"),
            text("decided_by", "Toiminnanjohtaja"),
            text("power", "Hallintosääntö 12 §"),
            text("valid_until", "31.12.2026"),
            text("served_from", "1.1.2026"),
            text("served_until", "31.12.2026"),
            text("fields", "birth_date"),
            text("fields", "relationship_basis"),
            text("fields", "relationship_began"),
            text("coarseness", "year"),
            ("recipient_key", self.recipient.to_public().to_string()),
        ]
    }

    /// Enters the decision; answers its address.
    async fn decided(&self) -> String {
        let fields = self.decision();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let done = self.paula.post("/secondary-use", &fields).await;
        assert_eq!(done.status, 303, "{}", done.body);
        done.location().to_owned()
    }

    /// Has an extract made; answers what the API says of the latest.
    async fn extracted(&self, app: &TestApp, decision: &str) -> Value {
        let asked = self.arto.post(&format!("{decision}/extracts"), &[]).await;
        assert_eq!(asked.status, 303, "{}", asked.body);
        do_all(app).await;
        self.latest(app, decision).await
    }

    async fn latest(&self, app: &TestApp, decision: &str) -> Value {
        let program = app.program(&self.paula).await;
        program.get(&format!("/api/v1{decision}")).await.json()["extracts"][0].clone()
    }

    /// Fetches an extract and opens it as its recipient does: heads, then lines.
    async fn opened(&self, decision: &str, extract: &Value) -> Vec<Vec<String>> {
        let id = extract["id"].as_str().expect("an id");
        let file = self
            .arto
            .bytes(&format!("{decision}/extracts/{id}/file"), &[])
            .await;
        let plain = age::decrypt(&self.recipient, &file).expect("it opens for its recipient");
        let text = String::from_utf8(plain).expect("text");
        let cells = |line: &str| {
            line.split(';')
                .map(|cell| cell.trim_matches('"').to_owned())
                .collect()
        };
        text.trim_start_matches('\u{feff}').lines().map(cells).collect()
    }
}

#[tokio::test]
async fn c8_an_extract_holds_pseudonyms_and_the_fields_decided_and_each_person_s_log_tells_of_it() {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        assert!(
            cast.paula
                .get("/secondary-use")
                .await
                .says("ei ole päätetty antaa")
        );
        let form = cast.paula.get("/secondary-use/new").await;
        assert!(
            form.says("birth_date") && !form.says("value=\"last_name\"") && !form.says("value=\"phones\"")
        );
        let decision = cast.decided().await;
        assert!(cast.arto.get(&decision).await.says("Esimerkin yliopisto"));
        let extract = cast.extracted(&app, &decision).await;
        assert_eq!(
            (&extract["state"], &extract["people"]),
            (&json!("ready"), &json!(3)),
            "{extract}"
        );
        assert_eq!(extract["few"], json!(3), "three who look alike are a small group");
        let page = cast.arto.get(&decision).await;
        assert!(page.says("alle viisi samanlaista"), "{}", page.body);
        let lines = cast.opened(&decision, &extract).await;
        assert_eq!(
            lines[0],
            [
                "pseudonym",
                "birth_date",
                "relationship_basis",
                "relationship_began"
            ]
        );
        assert_eq!(lines.len(), 4);
        for line in &lines[1..] {
            assert_eq!(
                line[1..],
                ["1994", "rehabilitative-work", "2026"],
                "days are coarse"
            );
        }
        let all = format!("{lines:?}");
        for hidden in ["Malli", "Ilona", "010594Y9032"].into_iter().map(str::to_owned) {
            assert!(!all.contains(&hidden), "{hidden}");
        }
        for person in &cast.people {
            assert!(!all.contains(&person.to_string()), "an id is no pseudonym");
        }
        let again = cast.extracted(&app, &decision).await;
        assert_eq!(
            cast.opened(&decision, &again).await,
            lines,
            "the same within a decision"
        );
        let other = cast.decided().await;
        let extract = cast.extracted(&app, &other).await;
        let others = cast.opened(&other, &extract).await;
        for line in &lines[1..] {
            assert!(
                others.iter().all(|other| other[0] != line[0]),
                "another decision, another pseudonym"
            );
        }
        let fetched = cast.latest(&app, &other).await;
        assert_eq!(fetched["fetched_by"], "Arto Työntekijä");
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let looks = app
            .program(&tiina)
            .await
            .get(&format!("/api/v1/clients/{}/looks", cast.people[0]))
            .await;
        assert!(
            looks.body.contains("\"extract\"") && looks.body.contains("secondary-use"),
            "{}",
            looks.body
        );
        assert!(
            looks.body.contains("archiving"),
            "by the purpose of the profile: {}",
            looks.body
        );
    })
    .await;
}

#[tokio::test]
async fn c8_whoever_objected_or_is_restricted_is_left_out_and_counted() {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let restriction = [
            ("ground", "accuracy"),
            ("scope", "Merkinnät"),
            ("reasons", "Asiakas kiistää merkinnät."),
        ];
        let frozen = tiina
            .post(&format!("/clients/{}/restriction", cast.people[0]), &restriction)
            .await;
        assert_eq!(frozen.status, 303, "{}", frozen.body);
        let objection = [
            ("kind", "objection"),
            ("channel", "oral"),
            ("identity", "known"),
            ("asked", "En halua, että tietojani tutkitaan"),
        ];
        let entered = cast
            .maija
            .post(&format!("/clients/{}/requests", cast.people[1]), &objection)
            .await;
        assert_eq!(entered.status, 303, "{}", entered.body);
        let decision = cast.decided().await;
        let extract = cast.extracted(&app, &decision).await;
        assert_eq!(
            (&extract["people"], &extract["restricted"], &extract["objected"]),
            (&json!(1), &json!(1), &json!(1)),
            "{extract}"
        );
        assert_eq!(cast.opened(&decision, &extract).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn c8_who_decides_makes_nothing_and_the_end_of_a_decision_closes_it() {
    for_each_backend(|app| async move {
        let cast = Cast::of(&app).await;
        let decision = cast.decided().await;
        let asked = cast.paula.post(&format!("{decision}/extracts"), &[]).await;
        assert_eq!(asked.status, 404, "the main user decides, and makes none");
        assert_eq!(cast.arto.get("/secondary-use/new").await.status, 403);
        assert_eq!(cast.maija.get("/secondary-use").await.status, 403);
        let end = cast.paula.post(&format!("{decision}/ending"), &[]).await;
        assert_eq!((end.status, end.location()), (303, decision.as_str()));
        let refused = cast.arto.post(&format!("{decision}/extracts"), &[]).await;
        assert_eq!(refused.location(), decision);
        assert!(
            cast.latest(&app, &decision).await.is_null(),
            "no extract after the end"
        );
        assert!(cast.arto.get(&decision).await.says("päättynyt"));
        // Asked for in time, but ended before its turn came.
        let other = cast.decided().await;
        assert_eq!(
            cast.arto.post(&format!("{other}/extracts"), &[]).await.status,
            303
        );
        assert_eq!(cast.paula.post(&format!("{other}/ending"), &[]).await.status, 303);
        do_all(&app).await;
        assert_eq!(cast.latest(&app, &other).await["state"], "failed");
    })
    .await;
}

#[tokio::test]
async fn c8_a_program_decides_too_and_what_is_missing_is_told() {
    on_sqlite(|app| async move {
        let cast = Cast::of(&app).await;
        let program = app.program(&cast.paula).await;
        let mut body = json!({
            "kind": "archiving", "title": "Arkisto", "task": "Säilytetään", "recipient": "Esimerkin arkisto",
            "ground": "Arkistolaki 831/1994", "decided_by": "Johtaja", "power": "Hallintosääntö",
            "valid_until": "31.12.2026", "served_from": "1.1.2026", "served_until": "31.12.2026",
            "fields": ["last_name"], "coarseness": "month", "recipient_key": "avain",
        });
        let refused = program.post("/api/v1/secondary-use", &body).await;
        let told = refused.json();
        let told: Vec<&Value> = told["errors"]
            .as_array()
            .expect("errors")
            .iter()
            .map(|one| &one["field"])
            .collect();
        assert_eq!(
            (refused.status, told),
            (422, vec![&json!("fields"), &json!("recipient_key")])
        );
        body["fields"] = json!(["sex", "placement"]);
        body["recipient_key"] = json!(cast.recipient.to_public().to_string());
        let made = program.post("/api/v1/secondary-use", &body).await;
        assert_eq!(
            (made.status, &made.json()["standing"]),
            (201, &json!("in-force")),
            "{}",
            made.body
        );
        assert_eq!(
            program
                .get("/api/v1/secondary-use")
                .await
                .json()
                .as_array()
                .map(Vec::len),
            Some(1)
        );
        let location = made.location().to_owned();
        let extracts = format!("{location}/extracts");
        let arto = app.program(&cast.arto).await;
        assert_eq!(
            arto.post(&extracts, &json!({})).await.status,
            403,
            "only a person at a screen"
        );
        let file = format!("{extracts}/0192f0c0-0000-7000-8000-00000000dead/file");
        assert_eq!(arto.post(&file, &json!({})).await.status, 403);
        let ended = program.post(&format!("{location}/ending"), &json!({})).await;
        assert_eq!((ended.status, &ended.json()["standing"]), (200, &json!("ended")));
        assert_eq!(
            program
                .post(&format!("{location}/ending"), &json!({}))
                .await
                .status,
            409
        );
    })
    .await;
}
