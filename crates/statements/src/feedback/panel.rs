//! Where feedback is given from: the client's page; and what of it waits for whoever leads the service.

use futures::{FutureExt as _, future::BoxFuture};
use polku_casework::{
    joining::{Reminder, Shown},
    keeping,
};
use polku_desk::{
    Client, Granted, Read, Visit,
    access::{Action, Resource, Role, rules::conditions},
    params,
};
use polku_pages::{
    components::{Button, Paper},
    html,
};
use polku_profile::RecordKind;
use polku_web::{Answer, Reader};

use super::store;

/// The way to the form, last on the client's page.
pub(super) fn panel<'a>(
    grant: &'a Granted<'a, Client, Read>,
    reader: &'a Reader,
) -> BoxFuture<'a, Answer<Option<Shown>>> {
    async move {
        let role = grant.visit().role();
        let takes_down = conditions(role, Action::Write, Resource::ServiceFeedback)
            .any(|condition| condition.basis(role) == grant.basis());
        if !takes_down || !keeping::keeps(grant.visit(), RecordKind::Feedback)? {
            return Ok(None);
        }
        let texts = reader.texts;
        let new = format!("/clients/{}/feedback/new", grant.subject());
        Ok(Some(Shown::Narrow(
            Paper::new(texts.t("service-feedback-title")).with_inside(html! {
                p.quiet { (texts.t("service-feedback-panel")) }
                p.actions { (Button::link(new, texts.t("service-feedback-ask"))) }
            }),
        )))
    }
    .boxed()
}

/// What is not seen yet.
pub(super) fn due(visit: &Visit, most: i64) -> BoxFuture<'_, Answer<Vec<Reminder>>> {
    async move {
        if visit.role() != Role::ServiceManager || !keeping::keeps(visit, RecordKind::Feedback)? {
            return Ok(Vec::new());
        }
        let listed = visit.list(store::DUE, params! { "limit" => most }).await?;
        let reminder = |row: &polku_desk::OwnedRow| {
            Ok(Reminder {
                client: row.subject,
                name: listed.name(row),
                word: "service-feedback-due",
                href: "/feedback".to_owned(),
                on: row.get("given_on")?,
            })
        };
        listed.rows.iter().map(reminder).collect()
    }
    .boxed()
}
