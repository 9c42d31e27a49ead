//! What is due on one page, and the daily message that names nobody (B11, E3): `/reminders` and what is below it.

use std::sync::{Arc, Mutex};

use crate::portal::{Own, opened};
use jiff::SignedDuration;
use polku_casework::do_next;
use polku_desk::access::Role;
use polku_statements::reminders::{
    DAILY,
    mail::{MailSettings, Relay},
};
use polku_testkit::{Browser, Client, TestApp, for_each_backend, on_sqlite};
use serde_json::json;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpListener,
};

/// A mail relay that keeps what it is given.
struct Sink {
    port: u16,
    letters: Arc<Mutex<Vec<String>>>,
}

impl Sink {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let letters = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&letters);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let kept = Arc::clone(&kept);
                tokio::spawn(async move { drop(take(stream, &kept).await) });
            }
        });
        Self { port, letters }
    }

    fn letters(&self) -> Vec<String> {
        self.letters.lock().expect("letters").clone()
    }
}

/// As much of SMTP as a relay needs (RFC 5321).
async fn take(stream: tokio::net::TcpStream, kept: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    writing.write_all(b"220 sink\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let command = line.split_whitespace().next().unwrap_or_default().to_uppercase();
        match command.as_str() {
            "DATA" => {
                writing.write_all(b"354 go on\r\n").await?;
                let mut letter = String::new();
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    letter.push_str(&line);
                    letter.push('\n');
                }
                kept.lock().expect("letters").push(letter);
                writing.write_all(b"250 kept\r\n").await?;
            }
            "QUIT" => return writing.write_all(b"221 bye\r\n").await,
            _ => writing.write_all(b"250 yes\r\n").await?,
        }
    }
    Ok(())
}

async fn due_task(app: &TestApp, maija: &Browser) {
    let program = app.program(maija).await;
    let client = Client::named("Malli", "Ilona").of(maija, app).await;
    let task =
        json!({ "title": "Soita työnantajalle", "due_on": "24.11.2026", "responsible": maija.account });
    let made = program
        .post(&format!("/api/v1/clients/{client}/tasks"), &task)
        .await;
    assert!(made.status < 300, "{}", made.body);
}

#[tokio::test]
async fn b11_all_that_is_due_is_on_one_page_with_filters() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        assert!(maija.get("/reminders").await.says("Mikään ei odota sinua."));
        due_task(&app, &maija).await;
        let page = maija.get("/reminders").await;
        assert!(
            page.says("Soita työnantajalle") && page.says("Malli Ilona"),
            "{}",
            page.body
        );
        assert!(
            maija
                .get("/reminders?when=late")
                .await
                .says("Näillä valinnoilla ei löydy mitään.")
        );
        assert!(
            maija
                .get("/reminders?what=today-task&when=week")
                .await
                .says("Soita työnantajalle")
        );
        let program = app.program(&maija).await;
        let things = program.get("/api/v1/reminders?what=today-task").await.json();
        assert_eq!(
            (&things[0]["said"], &things[0]["on"]),
            (&json!("Soita työnantajalle"), &json!("2026-11-24"))
        );
    })
    .await;
}

#[tokio::test]
async fn b11_a_daily_message_says_a_number_and_names_nobody() {
    for_each_backend(|app| async move {
        let sink = Sink::open().await;
        let settings = MailSettings {
            relay: "127.0.0.1".to_owned(),
            port: sink.port,
            from: "Polku <polku@example.fi>".to_owned(),
        };
        let relay = Relay::new(&settings, "https://polku.example.fi").expect("a relay");
        app.desk.open_outbox(Arc::new(relay));
        let (maija, pekka) = (app.coach("maija").await, app.coach("pekka").await);
        due_task(&app, &maija).await;
        assert!(
            maija
                .get("/reminders/message")
                .await
                .says("Viesti kertoo arkiaamuisin")
        );
        let wanted = [("wanted", "on"), ("email", "maija@example.fi")];
        assert_eq!(maija.post("/reminders/message", &wanted).await.status, 303);
        // Pekka wants one too, and has nothing due.
        let program = app.program(&pekka).await;
        let body = json!({ "wanted": "on", "email": "pekka@example.fi" });
        assert_eq!(
            program
                .send("PUT", "/api/v1/reminders/message", &[], Some(&body))
                .await
                .status,
            200
        );

        assert_eq!(app.desk.queue_daily_messages(DAILY).await.expect("queued"), 2);
        assert_eq!(
            app.desk.queue_daily_messages(DAILY).await.expect("queued"),
            0,
            "once a day"
        );
        while do_next(&app.desk).await {}
        let letters = sink.letters();
        assert_eq!(letters.len(), 1, "{letters:?}");
        let letter = &letters[0];
        assert!(
            letter.contains("maija@example.fi") && letter.contains("https://polku.example.fi/reminders"),
            "{letter}"
        );
        for name in ["Malli", "Ilona", "Soita", "Pajan", "walmu"] {
            assert!(!letter.contains(name), "{name} is in {letter}");
        }

        let off = [("wanted", "off"), ("email", "maija@example.fi")];
        assert_eq!(maija.post("/reminders/message", &off).await.status, 303);
        app.after(SignedDuration::from_hours(24));
        assert_eq!(
            app.desk.queue_daily_messages(DAILY).await.expect("queued"),
            1,
            "Maija has switched it off"
        );
    })
    .await;
}

/// D5, D8: who answers is told at once of a breach and of a request in the portal; the message names nobody (E3).
#[tokio::test]
async fn those_who_answer_are_told_at_once_of_a_breach_and_of_a_request_d5_d8() {
    for_each_backend(|app| async move {
        let sink = Sink::open().await;
        let settings = MailSettings {
            relay: "127.0.0.1".to_owned(),
            port: sink.port,
            from: "Polku <polku@example.fi>".to_owned(),
        };
        let relay = Relay::new(&settings, "https://polku.example.fi").expect("a relay");
        app.desk.open_outbox(Arc::new(relay));
        let tiina = app.worker(Role::DataProtectionOfficer, "tiina").await;
        let paula = app.main_user("paula").await;
        let maija = app.coach("maija").await;
        assert!(tiina.get("/account").await.says("href=\"/reminders/message\""));
        assert!(tiina.get("/reminders/message").await.says("Viesti tulee heti"));
        for (who, email) in [
            (&tiina, "tiina@example.fi"),
            (&paula, "paula@example.fi"),
            (&maija, "maija@example.fi"),
        ] {
            let wanted = [("wanted", "on"), ("email", email)];
            assert_eq!(who.post("/reminders/message", &wanted).await.status, 303);
        }
        let report = [
            ("what", "Mallin kansio katosi."),
            ("found_on", "23.11.2026"),
            ("found_time", "8.30"),
        ];
        assert_eq!(maija.post("/breaches/report", &report).await.status, 303);
        while do_next(&app.desk).await {}
        let letters = sink.letters();
        assert_eq!(letters.len(), 2, "the officer and the main user: {letters:?}");
        assert!(
            letters
                .iter()
                .all(|letter| letter.contains("https://polku.example.fi/breaches"))
        );

        let client = Client::named("Malli", "Ilona").of(&maija, &app).await;
        let (name, code) = opened(&app, &maija, client).await;
        let (own, _) = Own::enter(&app, &name, &code).await;
        let refused = own.post("/own/requests", &[("kind", "rectification")]).await;
        assert_eq!(refused.status, 422);
        let sent = own
            .post(
                "/own/requests",
                &[("kind", "access"), ("asked", "Kaikki Ilonasta")],
            )
            .await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        while do_next(&app.desk).await {}
        let letters = sink.letters();
        let of_request: Vec<&String> = letters
            .iter()
            .filter(|letter| letter.contains("https://polku.example.fi/requests"))
            .collect();
        assert_eq!(
            of_request.len(),
            2,
            "once to each of those who answer: {letters:?}"
        );
        for letter in &letters {
            assert!(!letter.contains("maija@"), "a coach is not told: {letter}");
            for name in ["Malli", "Ilona", "kansio", "Pajan", "walmu"] {
                assert!(!letter.contains(name), "{name} is in {letter}");
            }
        }
        let off = [("wanted", "off"), ("email", "")];
        for who in [&tiina, &paula] {
            assert_eq!(who.post("/reminders/message", &off).await.status, 303);
        }
        assert_eq!(maija.post("/breaches/report", &report).await.status, 303);
        while do_next(&app.desk).await {}
        assert_eq!(sink.letters().len(), 4, "nobody wants them any more");
        assert_eq!(
            app.desk.queue_daily_messages(DAILY).await.expect("queued"),
            1,
            "the daily message is the coach's"
        );
    })
    .await;
}

#[tokio::test]
async fn a_relay_that_is_not_there_loses_no_message() {
    on_sqlite(|app| async move {
        let settings = MailSettings {
            relay: "127.0.0.1".to_owned(),
            port: 9,
            from: "polku@example.fi".to_owned(),
        };
        app.desk.open_outbox(Arc::new(
            Relay::new(&settings, "http://localhost").expect("a relay"),
        ));
        let maija = app.coach("maija").await;
        due_task(&app, &maija).await;
        maija
            .post(
                "/reminders/message",
                &[("wanted", "on"), ("email", "maija@example.fi")],
            )
            .await;
        app.desk.queue_daily_messages(DAILY).await.expect("queued");
        assert!(do_next(&app.desk).await, "it was tried");
        assert!(!do_next(&app.desk).await, "and waits until its claim runs out");
        app.after(SignedDuration::from_mins(3));
        assert!(do_next(&app.desk).await, "then it is tried again");
    })
    .await;
}

#[tokio::test]
async fn who_wants_a_message_says_where_to() {
    on_sqlite(|app| async move {
        let maija = app.coach("maija").await;
        let page = maija
            .post("/reminders/message", &[("wanted", "on"), ("email", "")])
            .await;
        assert!(page.status == 422 && page.says("Kirjoita osoite, johon viesti lähetetään."));
        let page = maija
            .post(
                "/reminders/message",
                &[("wanted", "on"), ("email", "maija at example")],
            )
            .await;
        assert!(
            page.status == 422 && page.says("maija at example"),
            "what was typed stays"
        );
        let program = app.program(&maija).await;
        let message = program.get("/api/v1/reminders/message").await.json();
        assert_eq!(message, json!({ "wanted": "off", "email": "" }));
    })
    .await;
}
