//! Stories about retention: what is due, batches by two people, holds on classes, and a clock that jumps (F1).

use jiff::SignedDuration;
use polku_desk::{SubjectId, access::Role};
use polku_testkit::{Browser, Client, Program, TestApp, for_each_backend};
use serde_json::{Value, json};

async fn do_all(app: &TestApp) {
    while polku_casework::do_next(&app.desk).await {}
}

fn years(years: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * 366 * years)
}

/// Feedback, which is kept for two years; and a client relationship, which is kept for ten years after its end.
async fn served(maija: &Browser, client: SubjectId) -> String {
    let feedback = [("helped", "4"), ("good", "Hyvä."), ("better", "Ei mitään.")];
    let given = maija
        .post(&format!("/clients/{client}/feedback"), &feedback)
        .await;
    assert_eq!(given.status, 303, "{}", given.body);
    let page = format!("/clients/{client}/relationships");
    let begun = [
        ("basis", "rehabilitative-work"),
        ("started_on", "1.9."),
        ("referring_body", "employment-authority"),
    ];
    let begun = maija.post(&page, &begun).await;
    assert_eq!(begun.status, 303, "{}", begun.body);
    begun
        .location()
        .split("#relationship-")
        .nth(1)
        .expect("a relationship")
        .to_owned()
}

async fn ended(maija: &Browser, client: SubjectId, relationship: &str) {
    let end = [
        ("version", "1"),
        ("ended_on", "20.11."),
        ("placement", "unemployed"),
    ];
    let page = format!("/clients/{client}/relationships/{relationship}/end");
    let answer = maija.post(&page, &end).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

struct Officers {
    rita: Browser,
    risto: Browser,
    program: Program,
}

impl Officers {
    async fn of(app: &TestApp) -> Self {
        let rita = app.worker(Role::RecordsOfficer, "rita").await;
        let risto = app.worker(Role::RecordsOfficer, "risto").await;
        let program = app.program(&rita).await;
        Self { rita, risto, program }
    }

    /// The same after a long time.
    async fn again(&self, app: &TestApp) -> Self {
        let (rita, risto) = (self.rita.again(app).await, self.risto.again(app).await);
        let program = app.program(&rita).await;
        Self { rita, risto, program }
    }

    async fn due(&self) -> Value {
        self.program.get("/api/v1/retention").await.json()["due"].clone()
    }

    async fn batch(&self, id: &str) -> Value {
        self.program
            .get(&format!("/api/v1/retention/batches/{id}"))
            .await
            .json()
    }

    /// A batch that Rita proposes.
    async fn proposed(&self, line: &str) -> String {
        let answer = self.rita.post("/retention/batches", &[("line", line)]).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer
            .location()
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned()
    }
}

#[tokio::test]
async fn what_is_due_goes_in_a_batch_that_another_officer_approves_f1() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let mikko = Client::named("Malli", "Mikko").of(&maija, &app).await;
        let relationship = served(&maija, ilona).await;
        ended(&maija, ilona, &relationship).await;
        served(&maija, mikko).await;
        let officers = Officers::of(&app).await;
        assert_eq!(
            maija.get("/retention").await.status,
            404,
            "a coach has nothing to do with it"
        );
        let page = officers.rita.get("/retention").await;
        for words in [
            "Mitään ei ole erääntynyt.",
            "10 vuotta",
            "831/1994",
            "tilikauden loppu",
        ] {
            assert!(page.says(words), "{words}\n{}", page.body);
        }
        // Two years on, feedback is due; the rest is not.
        app.after(years(2) + years(1));
        let officers = officers.again(&app).await;
        assert_eq!(
            officers.due().await,
            json!([{ "class": "working-papers", "year": 2028, "people": 2, "records": 2 }])
        );
        let nothing = officers.rita.post("/retention/batches", &[]).await;
        assert!(
            nothing.status == 422 && nothing.says("Valitse ainakin yksi rivi."),
            "{}",
            nothing.body
        );
        let batch = officers.proposed("working-papers:2028").await;
        let page = format!("/retention/batches/{batch}");
        let shown = officers.rita.get(&page).await;
        assert!(shown.says("Malli Ilona") && shown.says("Malli Mikko") && !shown.says("Hyväksy ja hävitä"));
        assert_eq!(officers.due().await, json!([]), "it is in one batch at a time");
        let own = officers.rita.post(&format!("{page}/approve"), &[]).await;
        assert!(
            own.status == 422 && own.says("Esittäjä ei voi itse hyväksyä"),
            "{}",
            own.body
        );

        // Mikko's line is taken out, with a reason.
        let lines = officers.batch(&batch).await["lines"].clone();
        let lines = lines.as_array().expect("lines");
        let line = lines
            .iter()
            .find(|line| line["client"] == mikko.to_string())
            .expect("a line");
        let take_out = format!("{page}/lines/{}/take-out", line["id"].as_str().expect("an id"));
        let without = officers.rita.post(&take_out, &[("reason", "")]).await;
        assert!(
            without.status == 422 && without.says("Kirjoita perustelu."),
            "{}",
            without.body
        );
        let taken = officers
            .rita
            .post(&take_out, &[("reason", "Palautetta tarvitaan vielä.")])
            .await;
        assert_eq!(taken.status, 303, "{}", taken.body);
        let approved = officers.risto.post(&format!("{page}/approve"), &[]).await;
        assert_eq!(approved.status, 303, "{}", approved.body);
        let late = app.program(&officers.risto).await;
        let late = late
            .post(&format!("/api/v1{take_out}"), &json!({ "reason": "Myös." }))
            .await;
        assert_eq!(late.status, 409, "{}", late.body);
        do_all(&app).await;

        let done = officers.batch(&batch).await;
        assert_eq!(done["state"], "done");
        assert_eq!(done["sums"][0]["rows"], 1);
        assert_eq!(done["sums"][0]["people"], 0);
        let state = |client: SubjectId| {
            let lines = done["lines"].as_array().expect("lines");
            let line = lines
                .iter()
                .find(|line| line["client"] == client.to_string())
                .expect("a line");
            line["state"].clone()
        };
        assert_eq!(
            (state(ilona), state(mikko)),
            (json!("destroyed"), json!("taken-out"))
        );
        let certificate = format!("/retention/certificates/{batch}");
        assert!(officers.rita.get(&page).await.says(&certificate));
        let shown = officers.rita.get(&certificate).await;
        assert!(shown.says("Rita Työntekijä") && shown.says("Risto Työntekijä") && !shown.says("Ilona"));
        let printed = officers.rita.get(&format!("{certificate}/pdf")).await;
        assert!(printed.bytes.starts_with(b"%PDF"));
        let maija = maija.again(&app).await;
        assert_eq!(
            maija.get(&format!("/clients/{ilona}")).await.status,
            200,
            "the person stays"
        );

        // Ten years after the end all of Ilona is due, and nothing of Mikko but the feedback.
        app.after(years(9));
        let officers = officers.again(&app).await;
        let due = officers.due().await;
        let client = due
            .as_array()
            .expect("lines")
            .iter()
            .find(|line| line["class"] == "client")
            .expect("due")
            .clone();
        assert_eq!(
            (&client["year"], &client["people"]),
            (&json!(2036), &json!(1)),
            "{due}"
        );
        let batch = officers.proposed("client:2036").await;
        let page = format!("/retention/batches/{batch}");
        assert_eq!(
            officers.risto.post(&format!("{page}/approve"), &[]).await.status,
            303
        );
        // The clock went on by nine years since the last work: it stops and asks.
        do_all(&app).await;
        assert_eq!(officers.batch(&batch).await["state"], "approved");
        let stopped = officers.rita.get(&page).await;
        assert!(stopped.says("Palvelimen kello on siirtynyt") && stopped.says("Päivämäärä on oikein"));
        assert_eq!(officers.rita.post("/retention/clock", &[]).await.status, 303);
        do_all(&app).await;
        assert_eq!(officers.batch(&batch).await["sums"][0]["people"], 1);
        assert_eq!(
            officers
                .rita
                .get(&format!("/clients/{ilona}/erasure"))
                .await
                .status,
            404
        );
        assert_eq!(
            officers
                .rita
                .get(&format!("/clients/{mikko}/erasure"))
                .await
                .status,
            200
        );
    })
    .await;
}

#[tokio::test]
async fn a_hold_on_a_class_keeps_it_out_and_a_batch_is_taken_back_f1() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        served(&maija, ilona).await;
        let officers = Officers::of(&app).await;
        app.after(years(3));
        let officers = officers.again(&app).await;
        let wrong = officers
            .rita
            .post("/retention/class-holds", &[("class", "jokin"), ("reason", "")])
            .await;
        assert!(
            wrong.status == 422 && wrong.says("Valitse säilytysluokka luettelosta."),
            "{}",
            wrong.body
        );
        let batch = officers.proposed("working-papers:2028").await;
        let page = format!("/retention/batches/{batch}");
        assert_eq!(
            officers.rita.post(&format!("{page}/withdraw"), &[]).await.status,
            303
        );
        assert_eq!(
            officers.risto.post(&format!("{page}/approve"), &[]).await.status,
            303
        );
        assert_eq!(officers.batch(&batch).await["state"], "withdrawn");
        let hold = [
            ("class", "working-papers"),
            ("reason", "Tutkinta."),
            ("until", ""),
        ];
        assert_eq!(
            officers.rita.post("/retention/class-holds", &hold).await.status,
            303
        );
        assert_eq!(officers.due().await, json!([]));
        assert!(officers.rita.get("/retention").await.says("Tutkinta."));
        let placed = json!({ "class": "client", "reason": "Toinen." });
        let all = officers
            .program
            .post("/api/v1/retention/class-holds", &placed)
            .await
            .json();
        for hold in all.as_array().expect("holds") {
            let id = hold["id"].as_str().expect("an id");
            let lifted = officers
                .rita
                .post(&format!("/retention/class-holds/{id}/lift"), &[])
                .await;
            assert_eq!(lifted.status, 303, "{}", lifted.body);
        }
        let again = officers
            .program
            .post("/api/v1/retention/class-holds", &placed)
            .await
            .json();
        let id = again[0]["id"].as_str().expect("an id");
        let lifted = officers
            .program
            .post(&format!("/api/v1/retention/class-holds/{id}/lift"), &json!({}))
            .await;
        assert_eq!(lifted.status, 200, "{}", lifted.body);
        assert_eq!(officers.due().await[0]["people"], 1);

        // A program proposes too; it never approves.
        let made = officers
            .program
            .post(
                "/api/v1/retention/batches",
                &json!({ "line": ["working-papers:2028"] }),
            )
            .await;
        assert_eq!(made.status, 201, "{}", made.body);
        let one = made.location().to_owned();
        let approve = app
            .program(&officers.risto)
            .await
            .post(&format!("{one}/approve"), &json!({}))
            .await;
        assert_eq!(approve.status, 403, "{}", approve.body);
        let withdrawn = officers
            .program
            .post(&format!("{one}/withdraw"), &json!({}))
            .await;
        assert_eq!(withdrawn.json()["state"], "withdrawn", "{}", withdrawn.body);
        assert_eq!(
            officers
                .program
                .post("/api/v1/retention/clock", &json!({}))
                .await
                .status,
            204
        );
    })
    .await;
}

/// A hold that comes after the approval: the line is kept, and the batch says so.
#[tokio::test]
async fn a_person_under_a_hold_stays_though_the_batch_was_approved_f1() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = Client::named("Malli", "Ilona").of(&maija, &app).await;
        served(&maija, ilona).await;
        let officers = Officers::of(&app).await;
        app.after(years(3));
        let officers = officers.again(&app).await;
        let batch = officers.proposed("working-papers:2028").await;
        let page = format!("/retention/batches/{batch}");
        assert_eq!(
            officers.risto.post(&format!("{page}/approve"), &[]).await.status,
            303
        );
        let hold = [("reason", "Vahingonkorvausvaatimus."), ("until", "")];
        assert_eq!(
            officers
                .rita
                .post(&format!("/clients/{ilona}/holds"), &hold)
                .await
                .status,
            303
        );
        do_all(&app).await;
        let done = officers.batch(&batch).await;
        assert_eq!(
            (&done["state"], &done["lines"][0]["state"]),
            (&json!("done"), &json!("kept")),
            "{done}"
        );
        assert_eq!(done["sums"], json!([]));
    })
    .await;
}
