//! The *now* of a client's page: the period, its group and place, what is left of it, the days of a week.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Read, SubjectId, access::Resource};
use polku_pages::{Texts, components::Fact, format, html};
use polku_web::{Answer, Reader};

use super::{
    page,
    period::{Period, State},
    store, view,
};
use crate::groups;

/// The facts of the period that goes on, or else of the next one, for the strip that other facts share; what to do first
/// when there is none, and nothing when the visitor's role has no periods.
pub(crate) async fn now_facts(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Vec<Fact>> {
    if !grant.may(Resource::Service) {
        return Ok(Vec::new());
    }
    let periods = store::all(grant).await?;
    let Some(period) = current(&periods) else {
        return Ok(vec![nothing_now(grant, reader)]);
    };
    let group = match period.workgroup {
        Some(group) => groups::name(grant.visit(), group).await?,
        None => None,
    };
    let (texts, today) = (reader.texts, grant.visit().today());
    let mut facts = vec![what_and_when(texts, grant.subject(), period, today)];
    let place = &period.details.place;
    match group {
        Some(group) => facts.push(Fact::new(texts.t("periods-group"), group).detail(place)),
        None if place.is_empty() => {}
        None => facts.push(Fact::new(texts.t("periods-place"), place)),
    }
    if period.state == State::Ongoing {
        facts.extend(view::left(texts, period, today));
    }
    Ok(facts)
}

fn what_and_when(texts: Texts, client: SubjectId, period: &Period, today: Date) -> Fact {
    let name = html! {
        a href=(page::address(client, period.id)) { (texts.label(period.measure.labels())) }
        @for flag in view::flags_to_tell(period, today) { " " (view::flag_tag(texts, flag)) }
    };
    let dates = format::period(texts, period.starts_on, period.ends_on);
    let week = view::week(texts, period.week());
    Fact::new(texts.t("periods-period"), name).detail(format!("{dates} · {week}"))
}

fn nothing_now(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Fact {
    let texts = reader.texts;
    let fact = Fact::new(texts.t("periods-period"), texts.t("periods-none-now"));
    if !page::may_write(grant) {
        return fact;
    }
    let new = format!("/clients/{}/periods/new", grant.subject());
    fact.detail(html! { a href=(new) { (texts.t("periods-new")) } })
}

/// The period that goes on, or else the next planned one.
fn current(periods: &[Period]) -> Option<&Period> {
    let of_state = |state| periods.iter().filter(move |period| period.state == state);
    of_state(State::Ongoing)
        .next()
        .or_else(|| of_state(State::Planned).min_by_key(|period| period.starts_on))
}
