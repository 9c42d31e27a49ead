//! Who the person is, what is done for them, and what is paid.

use polku_testkit::{Browser, TestApp};
use serde_json::json;

use super::{CODE, FIRST, NAME, Planting, TEXT};

impl Planting {
    pub(super) async fn taken_in(&mut self, maija: &Browser) -> String {
        let intake = [
            ("last_name", NAME),
            ("first_names", FIRST),
            ("identity_code", CODE),
            ("phones", "+358 40 1234567"),
            ("protected_address", "yes"),
            ("street_address", "Häkkikatu 7"),
            ("bank_account", "FI2112345600000785"),
            ("occupation", TEXT),
            ("source", "client"),
            ("channel", "oral"),
            ("basis", "rehabilitative-work"),
            ("started_on", "23.11.2026"),
            ("referrer", TEXT),
            ("cover_note", TEXT),
        ];
        let answer = self.sent(maija, "/clients", &intake).await;
        answer
            .location()
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned()
    }

    pub(super) async fn told_of_health(&mut self, maija: &Browser, client: &str) {
        let page = maija.get(&format!("/clients/{client}/basics/edit")).await;
        let version = page
            .body
            .split("name=\"version\" value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let form = [
            ("version", version.expect("a version")),
            ("last_name", NAME),
            ("first_names", FIRST),
            ("identity_code", CODE),
            ("protected_address", "yes"),
            ("bank_account", "FI2112345600000785"),
            ("occupation", TEXT),
            ("health_history", TEXT),
            ("health_history-necessity", TEXT),
            ("substance_use_history", TEXT),
            ("substance_use_history-necessity", TEXT),
            ("social_situation", TEXT),
            ("social_situation-necessity", TEXT),
            ("source", "client"),
            ("channel", "oral"),
        ];
        self.sent(maija, &format!("/clients/{client}/basics"), &form)
            .await;
    }

    pub(super) async fn served(&mut self, maija: &Browser, client: &str) {
        let period = [
            ("measure", "rehabilitative-work"),
            ("place", TEXT),
            ("starts_on", "2.11."),
            ("ends_on", "26.2.27"),
            ("weekdays", "monday"),
            ("hours", "6"),
            ("state", "ongoing"),
        ];
        let page = format!("/clients/{client}/periods");
        let begun = self.sent(maija, &page, &period).await;
        let id = begun.location().rsplit(['/', '-']).next().unwrap_or_default();
        let id = begun.location().split("period-").nth(1).unwrap_or(id).to_owned();
        let end = [
            ("version", "1"),
            ("outcome", "interrupted"),
            ("ended_on", "20.11."),
            ("placement", "still-at-workshop"),
            ("reason", TEXT),
        ];
        self.sent(maija, &format!("{page}/{id}/end"), &end).await;
        let marks = json!({ "marks": [{ "client": client, "day": "2026-11-09", "mark": "present", "minutes": 360 }] });
        let marked = maija.put_json("/attendance/marks", &marks).await;
        assert!(marked.status < 500, "{}", marked.body);
    }

    /// A month later: attendance is confirmed and corrected, and an allowance is counted.
    pub(super) async fn paid_to(&mut self, app: &TestApp, maija: &Browser, client: &str) {
        let anna = app.manager("anna").await;
        app.after(jiff::SignedDuration::from_hours(8 * 24));
        let (maija, anna) = (maija.again(app).await, anna.again(app).await);
        let days = ["2026-11-02", "2026-11-09", "2026-11-16"];
        let marks = days.map(
            |day| json!({ "client": client, "date": day, "mark": "present", "minutes": 360, "seen": 0 }),
        );
        let marked = maija
            .put_json("/attendance/marks", &json!({ "marks": marks }))
            .await;
        assert_eq!(marked.status, 200, "{}", marked.body);
        let ground = [("ground", "own-area"), ("from", "1.11.2026"), ("source", TEXT)];
        self.sent(&maija, &format!("/clients/{client}/allowance"), &ground)
            .await;
        let seen = format!("seen.{client}");
        let month = [("month", "2026-11"), (seen.as_str(), "3")];
        self.sent(&anna, &format!("/clients/{client}/months/confirm"), &month)
            .await;
        let correction = [
            ("month", "2026-11"),
            ("date", "9.11.2026"),
            ("mark", "sick"),
            ("hours", ""),
            ("reason", TEXT),
        ];
        self.sent(
            &maija,
            &format!("/clients/{client}/months/corrections"),
            &correction,
        )
        .await;
        self.sent(&anna, "/allowances", &[("month", "2026-11")]).await;
    }
}
