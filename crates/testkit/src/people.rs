//! Builders of people.

use jiff::civil::Date;
use polku_desk::{
    Client as ClientKind, Identity, SubjectId,
    access::{AccessSpec, Action, Resource},
    params,
};

use crate::{Browser, TestApp};

polku_desk::statements! {
    owned(Care) MAKE_RESPONSIBLE = "INSERT INTO care (register, id, subject, account, part, valid_from, valid_until) \
        VALUES (:register, :id, :subject, :worker, 'responsible', :from, :until)";
}

const INTAKE: AccessSpec = AccessSpec::people(Action::Admit, &[Resource::Identity, Resource::Care]);

/// A client to be: `Client::named("Malli", "Ilona").of(&maija, &app)`.
#[derive(Debug, Clone)]
pub struct Client(Identity);

impl Client {
    /// Somebody of this name.
    #[must_use]
    pub fn named(last: &str, first: &str) -> Self {
        Self(Identity {
            last_name: last.to_owned(),
            first_names: first.to_owned(),
            ..Identity::default()
        })
    }

    /// With this identity code.
    #[must_use]
    pub fn code(mut self, code: &str) -> Self {
        self.0.codes = vec![code.to_owned()];
        self
    }

    /// With this phone.
    #[must_use]
    pub fn phone(mut self, phone: &str) -> Self {
        self.0.phones = vec![phone.to_owned()];
        self
    }

    /// Taken in by a coach, who is responsible from today on.
    ///
    /// # Panics
    /// When the desk refuses.
    pub async fn of(self, coach: &Browser, app: &TestApp) -> SubjectId {
        self.cared_for(coach, app, None).await
    }

    /// Taken in by a coach whose care ended yesterday.
    ///
    /// # Panics
    /// When the desk refuses.
    pub async fn of_until_yesterday(self, coach: &Browser, app: &TestApp) -> SubjectId {
        let yesterday = app.desk.clock().today().yesterday().expect("a day before");
        self.cared_for(coach, app, Some(yesterday)).await
    }

    async fn cared_for(self, coach: &Browser, app: &TestApp, until: Option<Date>) -> SubjectId {
        let visit = app.visit(coach, INTAKE).await;
        let granted = visit.admit::<ClientKind>(&self.0).await.expect("an admission");
        let from = until.unwrap_or(visit.today());
        let care =
            params! { "id" => visit.new_id(), "worker" => coach.account, "from" => from, "until" => until };
        granted
            .execute(MAKE_RESPONSIBLE, care)
            .await
            .expect("a responsible worker");
        let subject = granted.subject();
        granted
            .commit("story", serde_json::json!({}))
            .await
            .expect("a commit");
        subject
    }
}
