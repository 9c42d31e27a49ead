//! The work list: requests of all whom the visitor sees, with their clocks.

use axum::Json;
use polku_desk::Visit;
use polku_pages::frame::Heading;
use polku_web::{Answer, AtDesk, Query, Reader};
use serde::Deserialize;

use super::{
    api::ListBody,
    kept, list_view,
    store::{self, Found, Order, Search},
};

/// As many on a page.
const PAGE: i64 = 50;

/// What an address may say of the search: keys and numbers.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) state: String,
    pub(super) kind: String,
    /// `open`, `closed` or `all`.
    pub(super) open: String,
    /// `due`, `receipt` or `kind`.
    pub(super) order: String,
    /// From 1.
    pub(super) page: String,
}

/// What is shown.
pub(super) struct Shown {
    pub(super) found: Vec<Found>,
    /// Open ones whose last day has gone.
    pub(super) late: i64,
    /// Open ones whose last day comes soon.
    pub(super) soon: i64,
    pub(super) page: i64,
    pub(super) is_full: bool,
}

impl Asked {
    fn page(&self) -> i64 {
        self.page.parse().unwrap_or(1).clamp(1, 10_000)
    }

    pub(super) fn order(&self) -> Order {
        self.order.parse().unwrap_or(Order::Due)
    }

    /// Open ones, unless something else is asked for. A state says by itself whether it is open.
    fn open(&self) -> Option<bool> {
        match self.open.as_str() {
            _ if !self.state.is_empty() => None,
            "all" => None,
            "closed" => Some(false),
            _ => Some(true),
        }
    }

    fn search(&self) -> Search {
        Search {
            kind: self.kind.parse().ok(),
            state: self.state.parse().ok(),
            open: self.open(),
            order: self.order(),
            skipped: (self.page() - 1) * PAGE,
        }
    }

    /// The address of another page or order of the same search.
    pub(super) fn address(&self, order: Order, page: i64) -> String {
        let mut asked: Vec<String> = Vec::new();
        for (name, value) in [("state", &self.state), ("kind", &self.kind), ("open", &self.open)] {
            if !value.is_empty() && value.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
                asked.push(format!("{name}={value}"));
            }
        }
        asked.push(format!("order={order}"));
        asked.push(format!("page={page}"));
        format!("/requests?{}", asked.join("&"))
    }
}

async fn read(visit: &Visit, asked: &Asked) -> Answer<Shown> {
    let found = store::search(visit, &asked.search(), PAGE).await?;
    let today = visit.today();
    let ahead = jiff::Span::new().days(i64::from(visit.profile()?.reminders.request_due) + 1);
    let late = store::count_before(visit, today).await?;
    let within = store::count_before(visit, today.saturating_add(ahead)).await?;
    Ok(Shown {
        is_full: i64::try_from(found.len()).unwrap_or(PAGE) >= PAGE,
        page: asked.page(),
        soon: within - late,
        late,
        found,
    })
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    kept(&visit)?;
    let shown = read(&visit, &asked).await?;
    let heading = Heading::new(reader.texts.t("requests-list-title"));
    let others = crate::publicity::is_for(&visit)?;
    let body = list_view::list(
        reader.texts,
        &*visit.profile()?,
        &shown,
        &asked,
        others,
        visit.today(),
    );
    Ok(reader.page("requests-list-title", &heading, body))
}

pub(super) async fn api(visit: AtDesk, Query(asked): Query<Asked>) -> Answer<Json<ListBody>> {
    kept(&visit)?;
    let shown = read(&visit, &asked).await?;
    Ok(Json(ListBody::of(shown)))
}
