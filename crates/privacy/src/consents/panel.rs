//! Consents on the client's page: what is in force, until when, and what ends soon.

use futures::FutureExt as _;
use polku_casework::joining::{AskedAhead, ClientPanel, Shown, inventory};
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Paper, Row, Tag, rows},
    format,
};
use polku_profile::{Profile, RecordKind};
use polku_web::{Answer, Reader};

use super::{
    consent::Consent,
    page,
    rules::{self, Standing},
    store, view,
};

inventory::submit! { AskedAhead { asked: |_| vec![store::asked()] } }
inventory::submit! { ClientPanel { order: 300, show: |grant, reader| show(grant, reader).boxed() } }

async fn show(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Option<Shown>> {
    let visit = grant.visit();
    let profile = visit.profile()?;
    if !grant.may(Resource::Consents) || !profile.keeps(RecordKind::Consent) {
        return Ok(None);
    }
    let (texts, client) = (reader.texts, grant.subject());
    let consents = store::all(grant).await?;
    let standing: Vec<&Consent> = consents
        .iter()
        .filter(|consent| {
            matches!(
                consent.term.standing(visit.now(), visit.today()),
                Standing::InForce | Standing::Coming
            )
        })
        .collect();
    let paper = Paper::new(texts.t("consents-title")).id("consents");
    let address = format!("/clients/{client}/consents");
    if standing.is_empty() {
        let first = Button::link(format!("{address}/new"), texts.t("consents-new"));
        let empty = Empty::new(texts.t("consents-none-in-force"));
        let may_write = page::may_write(grant);
        let empty = if may_write { empty.first_step(first) } else { empty };
        return Ok(Some(Shown::Narrow(paper.with(empty))));
    }
    let lines = standing
        .into_iter()
        .map(|consent| line(texts, &profile, consent, visit.today()));
    let more = texts.with("consents-all", &[("count", consents.len().into())]);
    Ok(Some(Shown::Narrow(paper.more(address, more).with(rows(lines)))))
}

fn line(texts: Texts, profile: &Profile, consent: &Consent, today: jiff::civil::Date) -> Markup {
    let until = consent.term.valid_until;
    let row = Row::new(view::to_whom(texts, profile, consent))
        .words(texts.t(&format!("consents-kind-{}", consent.given.kind)))
        .aside(until.map_or_else(
            || texts.t("consents-until-further-notice"),
            |day| texts.with("consents-until-day", &[("day", format::date(day).into())]),
        ));
    let is_ending = until.is_some_and(|day| rules::ends_soon(day, today, profile.reminders.consent_ends));
    let row = if is_ending {
        row.action(Tag::due(texts.t("consents-ends-soon")))
    } else {
        row
    };
    maud::Render::render(&row)
}
