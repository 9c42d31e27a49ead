//! The alphabetical list of clients, page by page.
//!
//! Pages are cut by who stands last on them, so the last page of a hundred thousand costs as little as the first.

use axum::Json;
use polku_desk::{
    Visit,
    access::{AccessSpec, Action, Resource, Role},
    database::{ListStatement, Params},
    ids::WorkgroupId,
    lookup::{PeoplePage, Turn},
    params, statements,
};
use polku_web::{Answer, ApiDoc, AtDesk, Failure, IntoResponse, Method, Query, Reader, Response, Routes};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    intake,
    list_view::{self, Group, Listing},
    summary::{self, Summary},
};
use crate::exports;

/// What the list touches.
const LIST: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Identity, Resource::Service]);
/// As many are on a page.
const ON_A_PAGE: usize = 30;
/// As many at most are told to a program at once.
const AT_ONCE: usize = 200;

statements! {
    /// Those for whom the visitor is responsible, or a substitute.
    listed(Identity) MINE = "SELECT c.subject AS subject FROM care c \
        JOIN subject s ON s.register = c.register AND s.id = c.subject WHERE c.register = :register \
        AND c.account = :account AND c.valid_from <= :today AND (c.valid_until IS NULL OR c.valid_until >= :today) \
        AND {visible}";
    /// Those who work in a group today.
    listed(Identity) IN_GROUP = "SELECT m.subject AS subject FROM workgroup_member m \
        JOIN subject s ON s.register = m.register AND s.id = m.subject WHERE m.register = :register \
        AND m.workgroup = :workgroup AND m.valid_from <= :today AND (m.valid_until IS NULL OR m.valid_until >= :today) \
        AND {visible}";
    /// Those whose relationship goes on.
    listed(Identity) ONGOING = "SELECT DISTINCT r.subject AS subject FROM client_relationship r \
        JOIN subject s ON s.register = r.register AND s.id = r.subject WHERE r.register = :register \
        AND r.ended_on IS NULL AND {visible}";
    /// Those whose every relationship has ended.
    listed(Identity) ENDED = "SELECT DISTINCT r.subject AS subject FROM client_relationship r \
        JOIN subject s ON s.register = r.register AND s.id = r.subject WHERE r.register = :register \
        AND r.ended_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM client_relationship o WHERE o.register = r.register \
        AND o.subject = r.subject AND o.ended_on IS NULL) AND {visible}";
    /// The register's groups that are open.
    shared GROUPS = "SELECT id, name FROM workgroup WHERE register = :register AND closed_on IS NULL ORDER BY name";
    /// The groups that a coach coaches today.
    shared OWN_GROUPS = "SELECT DISTINCT g.id AS id, g.name AS name FROM workgroup g JOIN workgroup_coach w \
        ON w.register = g.register AND w.workgroup = g.id WHERE g.register = :register AND w.account = :account \
        AND w.valid_from <= :today AND (w.valid_until IS NULL OR w.valid_until >= :today) AND g.closed_on IS NULL \
        ORDER BY g.name";
}

/// The routes of the list.
pub(super) fn routes() -> Routes {
    let doc = ApiDoc::new("List clients in alphabetical order")
        .query(&["show", "group", "after", "limit"])
        .answers::<ClientsPage>();
    Routes::new()
        .page(Method::GET, "/clients", LIST, page)
        .api(Method::GET, "/clients", LIST, doc, api)
}

polku_desk::named_states! {
    /// Which of the visible clients are listed.
    pub(super) enum Show {
        /// All of them.
        All = "all",
        /// The visitor's own.
        Mine = "mine",
        /// Those whose relationship goes on.
        Ongoing = "ongoing",
        /// Those whose relationship has ended.
        Ended = "ended",
    }
}

/// The query of the list: ids and words of ours, nothing about a person.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    show: Option<String>,
    group: Option<String>,
    after: Option<String>,
    before: Option<String>,
    last: Option<String>,
    limit: Option<usize>,
}

/// A page of the list, for programs.
#[derive(Debug, Serialize, JsonSchema)]
struct ClientsPage {
    /// The clients, in alphabetical order.
    clients: Vec<Summary>,
    /// How many the whole list has.
    total: usize,
    /// What to give as `after` for the next page; nothing on the last one.
    next: Option<Uuid>,
}

impl Asked {
    fn turn(&self) -> Turn {
        // What is no id is no place in the list, as a stranger's id is none: the first page answers both.
        let id = |text: &Option<String>| text.as_ref().and_then(|id| id.parse::<Uuid>().ok());
        match (id(&self.after), id(&self.before), &self.last) {
            (Some(id), _, _) => Turn::After(id),
            (None, Some(id), _) => Turn::Before(id),
            (None, None, Some(_)) => Turn::Last,
            (None, None, None) => Turn::First,
        }
    }

    fn show(&self) -> Answer<Show> {
        match self.show.as_deref() {
            None | Some("") => Ok(Show::All),
            Some(name) => name
                .parse()
                .map_err(|_| Failure::Unreadable("show is all, mine, ongoing or ended")),
        }
    }

    fn group(&self) -> Answer<Option<WorkgroupId>> {
        match self.group.as_deref() {
            None | Some("") => Ok(None),
            Some(id) => id
                .parse()
                .map(Some)
                .map_err(|_| Failure::Unreadable("group is an id")),
        }
    }
}

/// The people of a narrower list; `None` is everybody.
pub(super) fn narrowed(show: Show, group: Option<WorkgroupId>) -> Option<(ListStatement, Params)> {
    if let Some(group) = group {
        return Some((IN_GROUP, params! { "workgroup" => group }));
    }
    match show {
        Show::All => None,
        Show::Mine => Some((MINE, params! {})),
        Show::Ongoing => Some((ONGOING, params! {})),
        Show::Ended => Some((ENDED, params! {})),
    }
}

async fn turned(visit: &Visit, asked: &Asked, limit: usize) -> Answer<(PeoplePage, Vec<Summary>)> {
    let within = narrowed(asked.show()?, asked.group()?);
    let page = visit.page_of_people(asked.turn(), limit, within).await?;
    let summaries = summary::of(visit, &page.subjects).await?;
    Ok((page, summaries))
}

async fn page(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let (page, clients) = turned(&visit, &asked, ON_A_PAGE).await?;
    let listing = Listing {
        show: asked.show()?,
        group: asked.group()?,
        groups: groups(&visit).await?,
        clients,
        page,
        takes_out: exports::CHOOSE.admits(visit.role()),
        takes_in: intake::SPEC.admits(visit.role()),
        has_own: visit.role() == Role::Coach,
    };
    Ok(reader.page(
        "nav-clients",
        &list_view::heading(reader.texts, &listing),
        list_view::body(reader.texts, &listing),
    ))
}

async fn api(visit: AtDesk, Query(asked): Query<Asked>) -> Answer<Response> {
    let limit = asked.limit.unwrap_or(ON_A_PAGE).clamp(1, AT_ONCE);
    let (page, clients) = turned(&visit, &asked, limit).await?;
    let next = page.subjects.last().filter(|_| page.later).map(|last| last.0);
    Ok(Json(ClientsPage {
        clients,
        total: page.total,
        next,
    })
    .into_response())
}

/// The groups that the list can be narrowed to.
pub(super) async fn groups(visit: &Visit) -> Answer<Vec<Group>> {
    let rows = if visit.role() == Role::Coach {
        let asked = params! { "account" => visit.account(), "today" => visit.today() };
        visit.fetch(OWN_GROUPS, asked).await?
    } else {
        visit.fetch(GROUPS, params! {}).await?
    };
    let group = |row: &polku_desk::Row| {
        Ok(Group {
            id: row.get("id")?,
            name: row.get("name")?,
        })
    };
    rows.iter().map(group).collect()
}
