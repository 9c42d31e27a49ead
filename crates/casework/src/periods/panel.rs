//! The *now* of a client's page: the period, its group and place, what is left of it, the days of a week.

use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::{
    Markup,
    components::{Button, Empty, Fact, Facts},
    format, html,
};
use polku_web::{Answer, Reader};

use super::{
    page,
    period::{Period, State},
    rules, store, view,
};
use crate::groups;

/// The facts of the period that goes on, or else of the next one, for a strip that other facts share; empty when there is
/// none or the visitor's role has no periods.
pub(crate) async fn now_facts(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Vec<Fact>> {
    if !grant.may(Resource::Service) {
        return Ok(Vec::new());
    }
    let periods = store::all(grant).await?;
    let Some(period) = current(&periods) else {
        return Ok(Vec::new());
    };
    let groups = groups::all(grant.visit()).await?;
    let (texts, today) = (reader.texts, grant.visit().today());
    let dates = format::period(texts, period.starts_on, period.ends_on);
    let link = html! {
        a href=(page::address(grant.subject(), period.id)) { (texts.label(period.measure.labels())) }
        @for flag in rules::flags(period, today) { " " (view::flag_tag(texts, flag)) }
    };
    let week = view::week(texts, period.week());
    let mut facts = vec![Fact::new(texts.t("periods-period"), link).detail(format!("{dates} · {week}"))];
    if let Some(group) = view::group_name(&groups, period.workgroup) {
        facts.push(Fact::new(texts.t("periods-group"), group).detail(&period.details.place));
    } else if !period.details.place.is_empty() {
        facts.push(Fact::new(texts.t("periods-place"), &period.details.place));
    }
    if period.state == State::Ongoing {
        facts.extend(view::left(texts, period, today));
    }
    Ok(facts)
}

/// The same as a strip of its own, with what to do first when there is no period.
pub(crate) async fn panel(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Option<Markup>> {
    if !grant.may(Resource::Service) {
        return Ok(None);
    }
    let facts = now_facts(grant, reader).await?;
    if !facts.is_empty() {
        return Ok(Some(html! { (Facts::strip(facts)) }));
    }
    let texts = reader.texts;
    let mut empty = Empty::new(texts.t("periods-none-now"));
    if page::may_write(grant) {
        let new = format!("/clients/{}/periods/new", grant.subject());
        empty = empty.first_step(Button::link(new, texts.t("periods-new")));
    }
    Ok(Some(html! { (empty) }))
}

/// The period that goes on, or else the next planned one.
fn current(periods: &[Period]) -> Option<&Period> {
    let of_state = |state| periods.iter().filter(move |period| period.state == state);
    of_state(State::Ongoing)
        .next()
        .or_else(|| of_state(State::Planned).min_by_key(|period| period.starts_on))
}
