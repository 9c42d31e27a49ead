//! Stories about clients: finding, listing, taking in, basic data, a protected address, who answers (A1–A5, A7–A9, B1).

mod address;
mod basics;
mod care;
mod find;
mod intake;
mod list;
mod page;

use polku_desk::{
    SubjectId,
    access::{AccessSpec, Action, Resource},
    params,
};
use polku_testkit::{Answer, Browser, TestApp};
use serde_json::{Value, json};

polku_desk::statements! {
    /// The main user's list of those who may be one person.
    listed(Duplicates) SUSPICIONS = "SELECT d.subject AS subject, d.other, d.likeness FROM duplicate_suspicion d \
        JOIN subject s ON s.register = d.register AND s.id = d.subject WHERE d.register = :register AND d.state = 'open' \
        AND {visible}";
}

/// What a coach types at intake.
pub(super) fn intake_of<'a>(last: &'a str, first: &'a str, code: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("last_name", last),
        ("first_names", first),
        ("identity_code", code),
        ("protected_address", "no"),
        ("source", "client"),
        ("channel", "oral"),
        ("basis", "rehabilitative-work"),
        ("started_on", "23.11.2026"),
    ]
}

/// The same for a program.
fn intake_json(last: &str, first: &str, code: &str) -> Value {
    json!({
        "fields": {
            "last_name": { "value": last },
            "first_names": { "value": first },
            "identity_code": { "value": code },
        },
        "origin": { "source": "client", "channel": "oral" },
        "relationship": { "basis": "rehabilitative-work", "started_on": "2026-11-23" },
    })
}

/// The id at the end of where an answer leads.
pub(super) fn client_of(answer: &Answer) -> SubjectId {
    let id = answer.location().rsplit('/').next().unwrap_or_default();
    id.parse()
        .unwrap_or_else(|_| panic!("{}: {}", answer.status, answer.body))
}

/// Somebody taken in by a coach over the web.
async fn taken_in(coach: &Browser, last: &str, first: &str, code: &str) -> SubjectId {
    let answer = coach.post("/clients", &intake_of(last, first, code)).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    client_of(&answer)
}

/// How many entries of the register's log do this.
async fn entries(app: &TestApp, action: &str) -> usize {
    app.desk.sequence_audit().await.expect("sequenced");
    let export = app.desk.export_audit(app.register).await.expect("a log");
    let does = |leaf: &[u8]| leaf.windows(action.len()).any(|part| part == action.as_bytes());
    export.rows.iter().filter(|row| does(&row.leaf)).count()
}

/// Who the main user is told may be one person: newcomer, other, why.
async fn suspicions(app: &TestApp, main_user: &Browser) -> Vec<(SubjectId, SubjectId, String)> {
    let spec = AccessSpec::people(Action::Read, &[Resource::Duplicates]);
    let visit = app.visit(main_user, spec).await;
    let listed = visit.list(SUSPICIONS, params! {}).await.expect("a list");
    let row = |row: &polku_desk::OwnedRow| {
        let other = row.get("other").expect("somebody");
        (row.subject, other, row.get("likeness").expect("a reason"))
    };
    listed.rows.iter().map(row).collect()
}

/// Two answers are the same but for the ids that the requests named.
fn assert_same(one: &Answer, other: &Answer, ids: [SubjectId; 2]) {
    let plain = |answer: &Answer| {
        let nobody = "00000000-0000-0000-0000-000000000000";
        let mut text = format!("{} {:?} {}", answer.status, answer.headers, answer.body);
        for id in ids {
            text = text.replace(&id.to_string(), nobody);
        }
        text
    };
    assert_eq!(plain(one), plain(other));
}
