//! What the person is told, consents to and asks, and what others get.

use polku_testkit::{Program, TestApp};
use serde_json::json;

use super::{NAME, PHONE, Planting, TEXT};

impl Planting {
    pub(super) async fn let_in(&mut self, program: &Program, client: &str) {
        let about = format!("/api/v1/clients/{client}");
        let opened = program
            .post(&format!("{about}/portal"), &json!({ "identified": "known" }))
            .await;
        assert_eq!(opened.status, 201, "{}", opened.body);
        let told = json!({
            "points": ["rights"], "language": "other", "other_language": TEXT, "way": "oral", "note": TEXT,
        });
        self.made(program, &format!("{about}/induction"), &told).await;
    }

    /// A consent for another body, and its withdrawal.
    pub(super) async fn consented(&mut self, program: &Program, client: &str) {
        let consent = json!({
            "kind": "disclosure", "recipient": "other", "body": TEXT, "purpose": "guidance", "what": ["records:goal"],
            "manner": "screen", "given_by": TEXT, "identified": "known", "language": "fi",
        });
        let page = format!("/api/v1/clients/{client}/consents");
        let id = self.made(program, &page, &consent).await;
        let withdrawn = program
            .post(&format!("{page}/{id}/withdraw"), &json!({ "note": TEXT }))
            .await;
        assert_eq!(withdrawn.status, 200, "{}", withdrawn.body);
    }

    /// A request of another body, and its refusal.
    pub(super) async fn disclosed(&mut self, program: &Program, client: &str) {
        let request = json!({
            "recipient": "other", "body": TEXT, "body_kind": "authority", "person": TEXT, "asked": TEXT,
            "ground_given": TEXT,
        });
        let page = format!("/api/v1/clients/{client}/disclosures");
        let id = self.made(program, &page, &request).await;
        let refusal = json!({ "outcome": "refuse", "reasons": TEXT });
        let refused = program
            .put(&format!("{page}/{id}/decision"), "\"1\"", &refusal)
            .await;
        assert_eq!(refused.status, 200, "{}", refused.body);
    }

    /// Requests about own data with a copy, a value, somebody who was told, and a restriction; and a stranger's request.
    pub(super) async fn asked_about(&mut self, app: &TestApp, client: &str) {
        let tiina = app
            .worker(polku_desk::access::Role::DataProtectionOfficer, "tiina")
            .await;
        let officer = app.program(&tiina).await;
        let requests = format!("/api/v1/clients/{client}/requests");
        let access = json!({ "kind": "access", "channel": "oral", "identity": "known", "asked": TEXT });
        let access = self.made(&officer, &requests, &access).await;
        let copies = format!("{requests}/{access}/copies");
        assert_eq!(officer.post(&copies, &json!({})).await.status, 200);
        while polku_casework::do_next(&app.desk).await {}
        assert_eq!(officer.get(&copies).await.json()[0]["state"], json!("ready"));
        let wrong = json!({ "kind": "rectification", "channel": "paper", "asked": TEXT, "on_behalf": TEXT });
        let wrong = self.made(&officer, &requests, &wrong).await;
        let value = json!({ "field": "other", "what": TEXT, "was": TEXT, "right": TEXT });
        self.made(&officer, &format!("{requests}/{wrong}/values"), &value)
            .await;
        self.given_and_told(app, client, &format!("{requests}/{wrong}"))
            .await;
        let asked = json!({ "channel": "oral", "asked": TEXT, "asker": NAME, "contact": PHONE });
        self.made(&officer, "/api/v1/publicity-requests", &asked).await;
        let restriction = json!({ "ground": "claims", "scope": TEXT, "reasons": TEXT });
        let page = format!("/api/v1/clients/{client}/restrictions");
        assert_eq!(officer.post(&page, &restriction).await.status, 200);
    }

    /// What another body got, and that it was told.
    async fn given_and_told(&mut self, app: &TestApp, client: &str, request: &str) {
        let anna = app.manager("anna-luovuttaa").await;
        let manager = app.program(&anna).await;
        let page = format!("/clients/{client}/disclosures");
        let asked = json!({ "recipient": "other", "body": TEXT, "body_kind": "authority", "asked": TEXT });
        let id = self.made(&manager, &format!("/api/v1{page}"), &asked).await;
        let give = json!({
            "outcome": "give", "ground": "law:statutory-task", "parts": ["records:goal"], "manner": "printed",
            "provision": TEXT, "reasons": TEXT,
        });
        let decided = manager
            .put(&format!("/api/v1{page}/{id}/decision"), "\"1\"", &give)
            .await;
        assert_eq!(decided.status, 200, "{}", decided.body);
        assert_eq!(anna.post(&format!("{page}/{id}/delivery"), &[]).await.status, 200);
        let told = json!({ "recipient": format!("body:{TEXT}"), "how": TEXT });
        let told = manager.post(&format!("{request}/recipients"), &told).await;
        assert_eq!(told.status, 200, "{}", told.body);
    }
}
