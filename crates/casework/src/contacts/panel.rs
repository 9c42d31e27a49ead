//! What the client's page shows of contacts.

use jiff::civil::Date;
use polku_desk::{
    Client, Granted, Read, Visit,
    access::Resource,
    database::{OwnedStatement, Params},
};
use polku_pages::{
    Markup, Texts,
    components::Fact,
    format::{self, finnish_time},
};
use polku_web::{Answer, Reader};

use super::{
    contact::{ContactKind, Held},
    page, rules,
    store::{self, Before},
    view,
};
use crate::tasks;

/// How many contacts the client's page shows.
const BRIEF: i64 = 3;

/// What is agreed next with a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NextAgreed {
    /// What.
    pub(crate) what: Agreed,
    /// When, or by when.
    pub(crate) held: Held,
}

/// Of what kind the next agreed step is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Agreed {
    /// A contact or meeting that is to come.
    Meeting(ContactKind),
    /// Something to be done.
    Step(String),
}

impl NextAgreed {
    /// What it is, in words.
    pub(crate) fn text(&self, texts: Texts) -> String {
        match &self.what {
            Agreed::Meeting(kind) => texts.t(view::kind_key(*kind)),
            Agreed::Step(text) => text.clone(),
        }
    }

    /// The day.
    pub(crate) const fn date(&self) -> Date {
        self.held.on
    }
}

/// What this section and [`now_fact`] ask for.
pub(crate) fn asked(visit: &Visit) -> [(OwnedStatement, Params); 3] {
    [
        store::since_asked(visit.today()),
        store::latest_asked(Before::TOP, BRIEF),
        tasks::asked(visit),
    ]
}

/// What is agreed next: a meeting to come or an open task, whichever is earlier; when both are behind, what is overdue.
/// Nothing when nothing is agreed, or the visitor's role has no contacts.
pub(crate) async fn next_agreed(grant: &Granted<'_, Client, Read>) -> Answer<Option<NextAgreed>> {
    if !grant.may(Resource::Contacts) {
        return Ok(None);
    }
    let visit = grant.visit();
    let now = finnish_time(visit.now());
    let meetings = store::since(grant, visit.today()).await?;
    let meetings = meetings
        .into_iter()
        .filter(|contact| contact.held.is_ahead(now))
        .map(|contact| NextAgreed {
            what: Agreed::Meeting(contact.kind),
            held: contact.held,
        });
    let tasks = tasks::current(grant).await?;
    let steps = tasks
        .into_iter()
        .filter(|task| task.state == tasks::State::Open)
        .map(|task| NextAgreed {
            what: Agreed::Step(task.title.title),
            held: Held {
                on: task.due_on,
                at: None,
            },
        });
    let agreed = meetings.chain(steps).collect();
    Ok(rules::next(agreed, visit.today(), |next| next.held))
}

/// The same as a fact for the strip on top of the client's page.
pub(crate) async fn now_fact(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Option<Fact>> {
    let texts = reader.texts;
    let Some(next) = next_agreed(grant).await? else {
        return Ok(None);
    };
    let detail = match next.held.at {
        Some(at) => format::date_and_time(texts.locale(), next.date().to_datetime(at)),
        None => format::near_date(texts, next.date(), grant.visit().today()),
    };
    Ok(Some(
        Fact::new(texts.t("contacts-next-agreed"), next.text(texts)).detail(detail),
    ))
}

/// The latest contacts, with the way to the others and to a new one.
pub(crate) async fn panel(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Option<Markup>> {
    if !grant.may(Resource::Contacts) {
        return Ok(None);
    }
    let contacts = store::latest(grant, Before::TOP, BRIEF).await?;
    let may_write = page::may_write(grant);
    Ok(Some(view::brief(
        reader.texts,
        grant.subject(),
        &contacts,
        may_write,
    )))
}
