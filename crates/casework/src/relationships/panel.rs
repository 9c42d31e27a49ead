//! The section of relationships on a client's page: the one that goes on, or the last one.

use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::{
    Markup,
    components::{Button, Empty, Fact, Facts, Paper},
    format, html,
};
use polku_web::{Answer, Reader};

use super::{page, rules, store, view};

/// The section; none when the visitor's role has no relationships.
pub(crate) async fn panel(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Option<Markup>> {
    if !grant.may(Resource::Service) {
        return Ok(None);
    }
    let (texts, visit) = (reader.texts, grant.visit());
    let relationships = store::all(grant).await?;
    let list = format!("/clients/{}/relationships", grant.subject());
    let paper = Paper::new(texts.t("relationships-title")).id("relationships");
    let shown = relationships
        .iter()
        .find(|relationship| relationship.is_open())
        .or(relationships.first());
    let Some(shown) = shown else {
        let mut empty = Empty::new(texts.t("relationships-none-yet"));
        if page::may_write(grant) {
            empty = empty.first_step(Button::link(format!("{list}/new"), texts.t("relationships-new")));
        }
        return Ok(Some(paper.with(empty)));
    };
    let basis = Fact::new(
        texts.t(&polku_profile::Field::RelationshipBasis.label_key()),
        texts.label(shown.basis.labels()),
    );
    let ended_on = shown.ending.map(|ending| ending.on);
    let dates = format::period(texts, shown.started_on, ended_on);
    let mut facts = vec![basis.detail(html! { (dates) " " (view::state_tag(texts, shown)) })];
    facts.extend(view::facts(texts, shown, &*visit.profile()?));
    let content = html! {
        @if rules::is_follow_up_due(shown, visit.today()) { p { (view::follow_up_tag(texts)) } }
        (Facts::list(facts))
    };
    Ok(Some(
        paper.more(list, texts.t("common-show-all")).with_inside(content),
    ))
}
