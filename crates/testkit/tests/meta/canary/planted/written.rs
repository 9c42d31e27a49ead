//! What workers write about the person, and what is agreed.

use polku_testkit::{Browser, Program, TestApp};
use serde_json::json;

use super::{NAME, Planting, TEXT};

impl Planting {
    pub(super) async fn written_about(&mut self, maija: &Browser, program: &Program, client: &str) {
        let page = format!("/clients/{client}");
        let about = format!("/api/v1{page}");
        let entry = self
            .made(program, &format!("{about}/diary"), &json!({ "text": TEXT }))
            .await;
        let correction = [
            ("version", "1"),
            ("text", "Sirkuttaen visertelee"),
            ("reason", TEXT),
        ];
        self.sent(maija, &format!("{page}/diary/{entry}/correct"), &correction)
            .await;
        let draft = json!({ "kind": "note", "fields": { "text": [TEXT] } });
        let address = format!("{about}/drafts/0198c0de-0000-4000-8000-000000000001");
        let kept = program
            .send("PUT", &address, &[("if-none-match", "*")], Some(&draft))
            .await;
        assert_eq!(kept.status, 201, "{}", kept.body);
        let aim = json!({ "title": TEXT, "description": TEXT, "target": "4" });
        let goal = self.made(program, &format!("{about}/goals"), &aim).await;
        let progress = [("level", "2"), ("note", TEXT), ("dated", "")];
        self.sent(maija, &format!("{page}/goals/{goal}/progress"), &progress)
            .await;
        self.agreed(maija, program, client).await;
        let task = [("title", TEXT), ("due_on", "huomenna")];
        self.sent(maija, &format!("{page}/tasks"), &task).await;
        self.sent(maija, "/accessibility", &[("text", TEXT), ("contact", NAME)])
            .await;
    }

    /// What was agreed in a call, and its correction.
    async fn agreed(&mut self, maija: &Browser, program: &Program, client: &str) {
        let page = format!("/clients/{client}/contacts");
        let call = [
            ("held_on", "eilen"),
            ("kind", "phone"),
            ("parties", "client"),
            ("who", TEXT),
            ("discussed", TEXT),
            ("agreed", TEXT),
            ("agreed_by", "25.11.2026"),
        ];
        self.sent(maija, &page, &call).await;
        let list = program.get(&format!("/api/v1{page}")).await.json();
        let id = list["contacts"][0]["id"].as_str().expect("an id");
        let mut corrected = call.to_vec();
        corrected[4] = ("discussed", "Sirkuttaen visertelee");
        corrected.push(("version", "1"));
        self.sent(maija, &format!("{page}/{id}"), &corrected).await;
    }

    /// An assessment with the client's own answers, and a skill.
    pub(super) async fn assessed(&mut self, app: &TestApp, maija: &Browser, program: &Program, client: &str) {
        let about = format!("/api/v1/clients/{client}");
        let begun = json!({ "edition": "coping-at-work.1", "phase": "start" });
        let assessment = self.made(program, &format!("{about}/assessments"), &begun).await;
        let page = format!("/clients/{client}/assessments/{assessment}");
        let answers = [
            ("version", "1"),
            ("item-helps", TEXT),
            ("note", TEXT),
            ("do", "keep"),
        ];
        self.sent(maija, &page, &answers).await;
        let link = program
            .post(&format!("/api/v1{page}/link"), &json!({}))
            .await
            .json();
        let link = link["link"].as_str().expect("a link").to_owned();
        let answer = format!("/answer/{}", link.split("/answer/").nth(1).expect("a token"));
        let own = [("version", "1"), ("item-helps", TEXT), ("do", "give")];
        assert_eq!(app.stranger().post(&answer, &own).await.status, 303);
        let paula = app.main_user("paula").await;
        let skill = json!({ "area": "Puupaja", "title_fi": "Hionta" });
        let keeper = app.program(&paula).await;
        let skill = self.made(&keeper, "/api/v1/skills", &skill).await;
        let mark = [("skill", skill.as_str()), ("level", "alone"), ("note", TEXT)];
        self.sent(maija, &format!("/clients/{client}/skills"), &mark)
            .await;
    }

    /// A statement, a decision, a narrative, feedback and an item of a history.
    pub(super) async fn written_up(
        &mut self,
        app: &TestApp,
        maija: &Browser,
        program: &Program,
        client: &str,
    ) {
        let about = format!("/api/v1/clients/{client}");
        let report = json!({ "kind": "final_statement" });
        let statement = self.made(program, &format!("{about}/statements"), &report).await;
        let said = json!({ "sections": { "appraisal": TEXT, "recommendation": TEXT } });
        let saved = program
            .put(&format!("{about}/statements/{statement}"), "\"1\"", &said)
            .await;
        assert_eq!(saved.status, 200, "{}", saved.body);
        let anna = app.manager("anna-paattaa").await;
        let decision = json!({
            "what": TEXT, "reasons": TEXT, "decided_by": TEXT, "act": "189/2001", "section": "13 §", "appeal": TEXT,
        });
        let deciding = app.program(&anna).await;
        self.made(&deciding, &format!("{about}/decisions"), &decision)
            .await;
        let narrative = json!({ "heading": TEXT, "text": TEXT });
        self.made(program, &format!("{about}/narratives"), &narrative)
            .await;
        let feedback = [("helped", "4"), ("good", TEXT), ("better", TEXT)];
        self.sent(maija, &format!("/clients/{client}/feedback"), &feedback)
            .await;
        let item = json!({
            "history": "health", "from": "2019", "what": TEXT, "source": "client", "necessity": TEXT,
        });
        self.made(program, &format!("{about}/histories"), &item).await;
    }

    /// An agreement that the client signs by a link.
    pub(super) async fn agreed_on(
        &mut self,
        app: &TestApp,
        maija: &Browser,
        program: &Program,
        client: &str,
    ) {
        let page = format!("/api/v1/clients/{client}/agreements");
        let id = self.made(program, &page, &json!({ "template": "work.1" })).await;
        let terms = json!({
            "title": TEXT, "starts_on": "23.11.2026", "ends_on": "26.2.2027", "service": TEXT, "place": TEXT,
            "weekly_schedule": TEXT, "responsible_worker": TEXT, "goals": TEXT, "text": "{client-name}: {goals}",
        });
        let saved = program.put(&format!("{page}/{id}"), "\"1\"", &terms).await;
        assert_eq!(saved.status, 200, "{}", saved.body);
        let shown = program
            .put(
                &format!("{page}/{id}/state"),
                "\"2\"",
                &json!({ "state": "proposed" }),
            )
            .await
            .json();
        let shown = shown["shown_sha256"].as_str().expect("a hash").to_owned();
        let link = program
            .post(&format!("{page}/{id}/link"), &json!({}))
            .await
            .json();
        let link = link["link"].as_str().expect("a link").to_owned();
        let link = format!("/sign/{}", link.split("/sign/").nth(1).expect("a token"));
        let name = [("shown", shown.as_str()), ("name", TEXT), ("accepts", "on")];
        assert_eq!(app.stranger().post(&link, &name).await.status, 303);
        let sign = [("version", "3"), ("name", TEXT), ("accepts", "on")];
        self.sent(maija, &format!("/clients/{client}/agreements/{id}/sign"), &sign)
            .await;
    }
}
