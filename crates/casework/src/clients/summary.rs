//! What lists tell of a client: name, age, group, period and whether the relationship goes on. Nothing else.

use std::collections::HashMap;

use jiff::civil::Date;
use polku_desk::{Result, SubjectId, Visit, params, statements};
use polku_pages::{
    Texts,
    components::{Found, Tag},
    format,
};
use polku_values::service::Measure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

statements! {
    /// The groups that people work in today.
    listed(Service) GROUPS = "SELECT m.subject AS subject, g.name AS name FROM workgroup_member m \
        JOIN subject s ON s.register = m.register AND s.id = m.subject \
        JOIN workgroup g ON g.register = m.register AND g.id = m.workgroup \
        WHERE m.register = :register AND m.valid_from <= :today AND (m.valid_until IS NULL OR m.valid_until >= :today) \
        AND {visible} ORDER BY g.name";
    /// The periods, whatever their state: people's own are few, and those that go on are very many.
    listed(Service) PERIODS = "SELECT p.subject AS subject, p.state AS state, p.measure AS measure, p.ends_on AS ends_on \
        FROM service_period p JOIN subject s ON s.register = p.register AND s.id = p.subject \
        WHERE p.register = :register AND {visible} ORDER BY p.starts_on";
    /// The relationships, the latest last.
    listed(Service) RELATIONSHIPS = "SELECT r.subject AS subject, r.started_on AS started_on, r.ended_on AS ended_on \
        FROM client_relationship r JOIN subject s ON s.register = r.register AND s.id = r.subject \
        WHERE r.register = :register AND {visible} ORDER BY r.started_on";
}

polku_desk::named_states! {
    /// Whether somebody is a client now.
    pub(crate) enum Standing {
        /// The relationship goes on.
        Ongoing = "ongoing",
        /// It has ended.
        Ended = "ended",
        /// None was opened: the person came by an import.
        None = "none",
    }
}

/// A client as lists show one.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Summary {
    /// The client's id.
    pub(crate) client: SubjectId,
    /// Last name and the first name in use.
    pub(crate) name: String,
    /// In full years today.
    pub(crate) age: Option<u8>,
    /// Names of the groups today.
    pub(crate) groups: Vec<String>,
    /// The measure of the period that goes on.
    pub(crate) measure: Option<Measure>,
    /// The last day of that period as planned.
    pub(crate) ends_on: Option<Date>,
    /// Whether the relationship goes on.
    pub(crate) standing: Standing,
}

/// Summaries of people whom this visit has just found or listed, in their order.
pub(crate) async fn of(visit: &Visit, people: &[SubjectId]) -> Result<Vec<Summary>> {
    let mut summaries: Vec<Summary> = people.iter().map(|client| bare(visit, *client)).collect();
    let places: HashMap<SubjectId, usize> = people
        .iter()
        .enumerate()
        .map(|(place, client)| (*client, place))
        .collect();
    let asked = [GROUPS, PERIODS, RELATIONSHIPS].map(|statement| (statement, params! {}));
    let mut listed = visit.rows_about_each(&asked, people).await?.into_iter();
    let mut next = || listed.next().map(|listed| listed.rows).unwrap_or_default();
    for row in next() {
        summaries[places[&row.subject]].groups.push(row.get("name")?);
    }
    for row in next() {
        if row.get::<String>("state")? != "ongoing" {
            continue;
        }
        let summary = &mut summaries[places[&row.subject]];
        summary.measure = Measure::from_code(&row.get::<String>("measure")?);
        summary.ends_on = row.get("ends_on")?;
    }
    for row in next() {
        let summary = &mut summaries[places[&row.subject]];
        let ended: Option<Date> = row.get("ended_on")?;
        summary.standing = match (summary.standing, ended) {
            (Standing::Ongoing, _) | (_, None) => Standing::Ongoing,
            (_, Some(_)) => Standing::Ended,
        };
    }
    Ok(summaries)
}

fn bare(visit: &Visit, client: SubjectId) -> Summary {
    Summary {
        client,
        name: visit.name_of(client).unwrap_or_default(),
        age: visit.age_of(client),
        groups: Vec::new(),
        measure: None,
        ends_on: None,
        standing: Standing::None,
    }
}

impl Summary {
    /// Where the client's page is.
    pub(crate) fn href(&self) -> String {
        format!("/clients/{}", self.client)
    }

    /// `24 v · Puupaja`: what tells people of the same name apart.
    pub(crate) fn detail(&self, texts: Texts) -> String {
        let age = self.age.map(|age| age_in_words(texts, age));
        let place = if self.groups.is_empty() {
            self.period(texts)
        } else {
            Some(self.groups.join(", "))
        };
        age.into_iter().chain(place).collect::<Vec<_>>().join(" · ")
    }

    /// `Kuntouttava työtoiminta, 13.1.2027 asti`.
    pub(crate) fn period(&self, texts: Texts) -> Option<String> {
        let measure = texts.label(self.measure?.labels());
        Some(match self.ends_on {
            Some(day) => {
                let day = format::date(day);
                texts.with(
                    "client-period-until",
                    &[("measure", measure.into()), ("day", day.into())],
                )
            }
            None => measure.to_owned(),
        })
    }

    /// The state when it is not the usual one.
    pub(crate) fn tag(&self, texts: Texts) -> Option<Tag> {
        match self.standing {
            Standing::Ongoing => None,
            Standing::Ended => Some(Tag::plain(texts.t("client-standing-ended"))),
            Standing::None => Some(Tag::due(texts.t("client-standing-none"))),
        }
    }

    /// The row of the find field's list.
    pub(crate) fn found(&self, texts: Texts) -> Found {
        Found {
            href: self.href(),
            name: self.name.clone(),
            detail: self.detail(texts),
            tag: self.tag(texts),
        }
    }
}

/// `24 v`.
pub(crate) fn age_in_words(texts: Texts, age: u8) -> String {
    texts.with("client-age", &[("years", age.into())])
}
