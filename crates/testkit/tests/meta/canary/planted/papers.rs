//! Papers, folders and photographs, and how long they are kept.

use polku_desk::{
    Client,
    access::{AccessSpec, Action, Resource},
};
use polku_documents::{Class, FileKind, Made, attach, count, named};
use polku_testkit::{Browser, TestApp};
use serde_json::json;

use super::{NAME, Planting, TEXT};

impl Planting {
    /// A paper that came, and one that the product made and read.
    pub(super) async fn papers(&mut self, app: &TestApp, maija: &Browser, client: &str) {
        const PAPERS: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Documents]);
        let page = format!("/clients/{client}/documents");
        let said = [
            ("title", TEXT),
            ("class", "letter"),
            ("note", TEXT),
            ("ground", TEXT),
            ("publicity", "secret"),
        ];
        let file = polku_documents::plain_pdf(&[&[TEXT, NAME]]);
        let came = maija
            .upload(&page, &said, ("files", "Kanarialintu.pdf", &file))
            .await;
        assert_eq!(came.status, 303, "{}", came.body);
        self.locations.push(came.location().to_owned());
        let visit = app.visit(maija, PAPERS).await;
        let client = client.parse().expect("an id");
        let grant = visit.open_for_change::<Client>(client).await.expect("her client");
        let made = Made {
            title: TEXT,
            class: Class::Certificate,
            kind: FileKind::Pdf,
            pages: 1,
            dated: None,
            content: &polku_documents::plain_pdf(&[&[TEXT]]),
        };
        attach(&grant, &made).await.expect("attached");
        assert_eq!(count(&grant).await.expect("a number"), 2);
        let named = named(&grant).await.expect("names");
        assert!(named.iter().all(|document| document.title == TEXT));
        grant.commit("story", json!({})).await.expect("a commit");
        while polku_casework::do_next(&app.desk).await {}
    }

    /// A paper folder that somebody took.
    pub(super) async fn on_paper(&mut self, app: &TestApp, maija: &Browser, client: &str) {
        let arto = app.worker(polku_desk::access::Role::RecordsOfficer, "arto").await;
        let place = [
            ("name", "Kaappi"),
            ("whereabouts", "Toimisto"),
            ("kind", "cabinet"),
        ];
        self.sent(&arto, "/paper/places", &place).await;
        let places = app.program(&arto).await.get("/api/v1/paper/places").await.json();
        let place = places[0]["id"].as_str().expect("an id").to_owned();
        let page = format!("/clients/{client}/paper");
        let folder = [
            ("place", place.as_str()),
            ("class", "client"),
            ("from_year", "2026"),
            ("contents", TEXT),
        ];
        self.sent(maija, &page, &folder).await;
        let folders = app
            .program(maija)
            .await
            .get(&format!("/api/v1{page}"))
            .await
            .json();
        let folder = folders[0]["id"].as_str().expect("an id").to_owned();
        self.sent(maija, &format!("{page}/{folder}/take"), &[("what_for", TEXT)])
            .await;
    }

    /// In a register that keeps photographs: somebody who is no client is in one, and it is used somewhere.
    pub(super) async fn photographed(&mut self, app: &TestApp) {
        let register = app.register("kuopio", "kuopio").await;
        let manager = polku_desk::access::Role::ServiceManager;
        let kaisa = app.worker_in(register, manager, "kaisa").await;
        polku_privacy::photos::furnish(&app.desk, kaisa.as_visitor())
            .await
            .expect("photographs");
        let all = app.program(&kaisa).await.get("/api/v1/photos").await.json();
        let all = all.as_array().expect("photographs");
        let find = |standing: &str| {
            let found = all.iter().find(|one| one["standing"] == standing);
            format!(
                "/photos/{}",
                found.expect(standing)["id"].as_str().expect("an id")
            )
        };
        let described = [
            ("title", TEXT),
            ("place", TEXT),
            ("need", TEXT),
            ("needed_until", "31.12.2035"),
            ("people", "2"),
        ];
        let lacking = find("lacking");
        self.sent(&kaisa, &lacking, &described).await;
        let consent = [("name", NAME), ("phone", "+358 40 1234567"), ("manner", "screen")];
        self.sent(&kaisa, &format!("{lacking}/people"), &consent).await;
        let used = find("in-use");
        self.sent(&kaisa, &format!("{used}/uses"), &[("place", TEXT)])
            .await;
    }

    /// Years later: feedback is due and taken out of its batch, an erasure is proposed, and a hold placed.
    pub(super) async fn retained(&mut self, app: &TestApp, client: &str) {
        app.after(jiff::SignedDuration::from_hours(3 * 366 * 24));
        let rita = app.worker(polku_desk::access::Role::RecordsOfficer, "rita").await;
        let batch = self
            .sent(&rita, "/retention/batches", &[("line", "working-papers:2028")])
            .await;
        let page = batch.location().to_owned();
        let lines = app
            .program(&rita)
            .await
            .get(&format!("/api/v1{page}"))
            .await
            .json();
        let line = lines["lines"][0]["id"].as_str().expect("a line");
        self.sent(
            &rita,
            &format!("{page}/lines/{line}/take-out"),
            &[("reason", TEXT)],
        )
        .await;
        let proposal = [("ground", "unlawful"), ("reasons", TEXT), ("request", "")];
        self.sent(&rita, &format!("/clients/{client}/erasure"), &proposal)
            .await;
        let hold = [("reason", TEXT), ("until", "")];
        self.sent(&rita, &format!("/clients/{client}/holds"), &hold).await;
    }
}
