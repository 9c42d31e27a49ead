//! Who has looked: when, who as the profile decides, what, why, and on which ground, in plain words (D8, E4).

use jiff::civil::Date;
use polku_desk::{
    Client, EntryId, Granted, Read,
    audit::{Actor, Outcome, Trace},
};
use polku_pages::{
    Texts,
    components::{Column, Empty, Notice, Pagination, Paper, Table, Tag},
    format,
    frame::Heading,
    html,
};
use polku_profile::{Profile, WorkerShownAs};
use polku_web::{Answer, AtDesk, Failure, InPortal, Query, Reader, law};
use serde::Deserialize;

/// As many on a page.
const PAGE: usize = 50;
/// So many entries are read at a time, while the client's own are left out.
const READ: usize = 200;
/// So often at most: whoever looks at themselves all day still gets an answer.
const ROUNDS: usize = 10;

/// Which page, and whether the own visits are on it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) before: String,
    own: String,
}

impl Asked {
    pub(super) fn before(&self) -> Answer<Option<EntryId>> {
        if self.before.is_empty() {
            return Ok(None);
        }
        let id = self.before.parse();
        id.map(Some).map_err(|_| Failure::Unreadable("no such entry"))
    }

    pub(super) fn whose(&self) -> Whose {
        if self.own == "shown" {
            Whose::All
        } else {
            Whose::Others
        }
    }
}

/// Whose looks are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// Everyone's but the client's own.
    Others,
    /// Everyone's.
    All,
}

/// A page of looks.
pub(super) struct Looks {
    /// The latest first.
    pub(super) traces: Vec<Trace>,
    /// Where the next page begins.
    pub(super) older: Option<EntryId>,
}

impl Looks {
    /// Reads a page.
    pub(super) async fn of(
        grant: &Granted<'_, Client, Read>,
        mut before: Option<EntryId>,
        whose: Whose,
    ) -> Answer<Self> {
        let mut traces = Vec::new();
        for _ in 0..ROUNDS {
            let read = grant.traces(before, READ).await?;
            let is_last = read.len() < READ;
            before = read.last().map(|trace| trace.id);
            traces.extend(
                read.into_iter()
                    .filter(|trace| whose == Whose::All || !is_own(trace)),
            );
            if traces.len() > PAGE {
                traces.truncate(PAGE);
                let older = traces.last().map(|trace| trace.id);
                return Ok(Self { traces, older });
            }
            if is_last {
                return Ok(Self { traces, older: None });
            }
        }
        Ok(Self {
            traces,
            older: before,
        })
    }
}

/// Whether it is the client's own visit to the portal.
pub(super) fn is_own(trace: &Trace) -> bool {
    matches!(&trace.actor, Actor::Program(part) if part == "portal")
}

pub(super) async fn show(visit: AtDesk, own: InPortal, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let (before, whose) = (asked.before()?, asked.whose());
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let looks = Looks::of(&grant, before, whose).await?;
    let (texts, profile) = (reader.texts, visit.profile()?);
    let suffix = match whose {
        Whose::All => "&own=shown",
        Whose::Others => "",
    };
    let pages = Pagination {
        older: looks
            .older
            .map(|entry| format!("/own/looks?before={entry}{suffix}")),
        ..Pagination::default()
    };
    let body = html! {
        (Notice::info(texts.t("own-looks-what")))
        (Paper::bare().with(html! {
            @if looks.traces.is_empty() { (Empty::new(texts.t("own-looks-none"))) }
            @else { (table(texts, &profile, &looks.traces, visit.today())) }
        }))
        (pages.render(texts))
        p {
            @match whose {
                Whose::Others => a href="/own/looks?own=shown" { (texts.t("own-looks-with-own")) },
                Whose::All => a href="/own/looks" { (texts.t("own-looks-without-own")) },
            }
        }
    };
    let heading = Heading::new(texts.t("own-looks-heading"));
    Ok(reader.portal_page("own-looks-title", &[], &heading, body))
}

fn table(texts: Texts, profile: &Profile, traces: &[Trace], today: Date) -> Table {
    let columns = ["when", "who", "did", "why"];
    let columns = columns.map(|column| Column::new(texts.t(&format!("own-looks-{column}"))));
    let row = |trace: &Trace| {
        let when = format::near_time(texts, format::finnish_time(trace.at), today);
        vec![
            html! { (when) },
            html! { (who(texts, profile, trace)) },
            html! {
                (did(texts, trace))
                @if let Outcome::Denied(_) = trace.outcome { div { (Tag::over(texts.t("own-looks-denied"))) } }
            },
            html! {
                (texts.t(&format!("access-purpose-{}", trace.purpose)))
                div.quiet { (ground(texts, profile, trace)) }
            },
        ]
    };
    Table::new("own-looks", texts.t("own-looks-title"), columns)
        .caption_unseen()
        .cards()
        .rows(traces.iter().map(row))
}

/// Who it was, as the register's profile lets clients know (C-579/21: not always by name).
pub(super) fn who(texts: Texts, profile: &Profile, trace: &Trace) -> String {
    let role = trace
        .told
        .as_ref()
        .map(|told| told.role.as_str())
        .filter(|role| !role.is_empty())
        .map_or_else(
            || texts.t("own-looks-worker"),
            |role| texts.t(&format!("role-{role}")),
        );
    match &trace.actor {
        Actor::Worker(_, name) => match profile.register.worker_shown_as {
            WorkerShownAs::Name => format!("{name}, {}", role.to_lowercase()),
            WorkerShownAs::Role => role,
            WorkerShownAs::Unit => {
                let unit = profile.controller.name.get(texts.locale().into());
                format!("{unit}, {}", role.to_lowercase())
            }
        },
        Actor::Program(_) if is_own(trace) => texts.t("own-looks-you"),
        Actor::Program(part) if part == "one-time-link" => texts.t("own-looks-link"),
        Actor::Program(_) => texts.t("oversight-looks-program"),
    }
}

/// What was done, to which kinds of data.
pub(super) fn did(texts: Texts, trace: &Trace) -> String {
    let data = trace.told.as_ref().map_or(&[][..], |told| told.data.as_slice());
    let did = texts.t(&format!("oversight-did-{}", trace.action));
    if data.is_empty() {
        return did;
    }
    let kinds: Vec<String> = data
        .iter()
        .map(|name| texts.t(&format!("access-data-{name}")).to_lowercase())
        .collect();
    format!("{did}: {}", kinds.join(", "))
}

/// On which ground: the tie to the client, and the act and section on which it rested that day (C2).
pub(super) fn ground(texts: Texts, profile: &Profile, trace: &Trace) -> String {
    let tie = texts.t(&format!("access-basis-{}", trace.basis));
    let legal = trace.told.as_ref().and_then(|told| told.legal.as_ref());
    match legal.and_then(|legal| profile.basis(&legal.basis)) {
        Some(basis) => format!("{tie}; {}", law::basis(texts, profile, basis)),
        None => tie,
    }
}
