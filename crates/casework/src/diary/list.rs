//! The diary as a list: pages of it, and the whole for paper.

use polku_desk::{Client, Granted, Read, SubjectId};
use polku_pages::{Texts, components::Button, form::FormState, frame::Heading, html};
use polku_web::{Answer, AtDesk, Path, Query, Reader};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    kept,
    list_view::{self, Shown},
    store::{self, Cursor, Filter},
};
use crate::{clients::tabs, goals};

/// Entries on one page.
const PAGE: usize = 20;
/// The most entries printed at once.
const PRINTED: usize = 1000;

/// What the address asks for. Nothing of it is anybody's data; what cannot be read is not asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kind: String,
    goal: String,
    after: String,
    before: String,
}

impl Asked {
    pub(super) fn filter(&self) -> Filter {
        Filter {
            kind: self.kind.parse().ok(),
            goal: self.goal.parse().ok(),
        }
    }

    fn cursor(&self) -> Cursor {
        let entry = |text: &str| text.parse::<Uuid>().ok();
        match (entry(&self.after), entry(&self.before)) {
            (Some(entry), _) => Cursor::After(entry),
            (None, Some(entry)) => Cursor::Before(entry),
            (None, None) => Cursor::Start,
        }
    }

    fn state(&self) -> FormState {
        let mut state = FormState::new();
        state.set("kind", &self.kind).set("goal", &self.goal);
        state
    }
}

pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let filter = asked.filter();
    let shown = Shown {
        page: store::page(&grant, filter, asked.cursor(), PAGE).await?,
        total: store::count(&grant, filter).await?,
        goals: goals::titles(&grant).await?,
        filter,
        state: asked.state(),
        client: grant.subject(),
        today: visit.today(),
    };
    let print = list_view::address(&shown, "/print", None);
    let new = format!("/clients/{}/diary/new", grant.subject());
    let texts = reader.texts;
    let heading = heading(&grant, texts)
        .action(Button::link(print, texts.t("common-print")))
        .action(Button::link(new, texts.t("diary-new")).key('n').main());
    let body = html! {
        (tabs::of(&grant, texts, "/diary"))
        (list_view::list(texts, &shown))
    };
    Ok(reader.page("diary-title", &heading, body))
}

pub(super) async fn print(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let filter = asked.filter();
    let shown = Shown {
        page: store::page(&grant, filter, Cursor::Start, PRINTED).await?,
        total: store::count(&grant, filter).await?,
        goals: goals::titles(&grant).await?,
        filter,
        state: asked.state(),
        client: grant.subject(),
        today: visit.today(),
    };
    grant.shown(&serde_json::json!({ "printed": shown.page.entries.len() }));
    let heading = heading(&grant, reader.texts).subtitle(list_view::printed(reader.texts, &shown));
    Ok(reader.page("diary-title", &heading, list_view::paper(reader.texts, &shown)))
}

/// Whose diary it is, with the way to the client.
pub(super) fn heading(grant: &Granted<'_, Client, Read>, texts: Texts) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(texts.with("diary-heading", &[("name", name.as_str().into())]))
        .back(format!("/clients/{}", grant.subject()), name)
}
