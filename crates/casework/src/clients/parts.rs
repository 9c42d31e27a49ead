//! What the slices show on a client's page. A slice adds its line, a slice of another room joins by
//! [`ClientPanel`](crate::joining::ClientPanel); what the role or the profile lacks shows nothing.

use polku_desk::{
    Client, Granted, Read, Visit,
    access::Resource,
    database::{OwnedStatement, Params},
};
use polku_pages::{
    Markup,
    components::{Button, Fact},
};
use polku_web::{Answer, Reader};

use super::care;
use crate::{
    attendance, contacts, diary, goals,
    joining::{AskedAhead, ClientPanel, Shown, in_order, inventory},
    periods, relationships,
};

/// What is composed below the heading, in the order of the page.
pub(super) struct Parts {
    /// Buttons of the heading; the main one last.
    pub(super) actions: Vec<Button>,
    /// The situation now: period, days left, what is agreed next, who answers.
    pub(super) now: Vec<Fact>,
    /// The wide column: the diary with its open note field.
    pub(super) wide: Vec<Markup>,
    /// The narrow column: goals, then attendance.
    pub(super) narrow: Vec<Markup>,
}

/// What the sections will ask for, to be read in one go.
pub(super) fn asked(visit: &Visit) -> Vec<(OwnedStatement, Params)> {
    let mut asked = vec![relationships::asked(), care::asked(), goals::asked()];
    asked.extend(periods::asked());
    asked.extend(contacts::asked(visit));
    asked.extend(diary::asked(visit));
    asked.extend(attendance::asked(visit));
    for joined in inventory::iter::<AskedAhead> {
        asked.extend((joined.asked)(visit));
    }
    asked
}

/// Asks every slice. Order is the order on the page.
pub(super) async fn of(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Parts> {
    let actions: Vec<Option<Button>> = vec![diary::action(grant, reader)?];
    let mut now: Vec<Option<Fact>> = Vec::new();
    now.extend(periods::now_facts(grant, reader).await?.into_iter().map(Some));
    now.push(contacts::now_fact(grant, reader).await?);
    now.push(answers(grant, reader).await?);
    let wide: Vec<Option<Markup>> = vec![
        diary::panel(grant, reader).await?,
        contacts::panel(grant, reader).await?,
    ];
    let narrow: Vec<Option<Markup>> = vec![
        goals::panel(grant, reader).await?,
        attendance::panel(grant, reader).await?,
        relationships::panel(grant, reader).await?,
    ];
    let mut parts = Parts {
        actions: there(actions),
        now: there(now),
        wide: there(wide),
        narrow: there(narrow),
    };
    for panel in in_order(|panel: &ClientPanel| panel.order) {
        match (panel.show)(grant, reader).await? {
            Some(Shown::Action(button)) => parts.actions.insert(0, button),
            Some(Shown::Now(fact)) => parts.now.push(fact),
            Some(Shown::Wide(section)) => parts.wide.push(section),
            Some(Shown::Narrow(section)) => parts.narrow.push(section),
            None => {}
        }
    }
    Ok(parts)
}

fn there<Part>(parts: Vec<Option<Part>>) -> Vec<Part> {
    parts.into_iter().flatten().collect()
}

async fn answers(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Option<Fact>> {
    if !grant.may(Resource::Care) {
        return Ok(None);
    }
    let engagements = care::all(grant).await?;
    Ok(Some(care::fact(
        reader.texts,
        &engagements,
        grant.visit().today(),
    )))
}
