//! Goals on the client's page: small lines of progress, marked with one press.

use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::{
    Markup,
    components::{Button, Empty, Paper, rows},
};
use polku_profile::RecordKind;
use polku_web::{Answer, Reader};

use super::{
    goal::{Goal, GoalState},
    list_view, page, store,
};
use crate::keeping::keeps;

/// The section; none where the role or the register has no goals.
pub(crate) async fn panel(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Option<Markup>> {
    if !grant.may(Resource::Goals) || !keeps(grant.visit(), RecordKind::Goal)? {
        return Ok(None);
    }
    let (texts, client) = (reader.texts, grant.subject());
    let goals = store::all(grant).await?;
    let may_write = page::may_write(grant);
    let paper = Paper::new(texts.t("goals-title")).id("goals");
    if goals.is_empty() {
        let first = Button::link(format!("/clients/{client}/goals/new"), texts.t("goals-set-first"));
        let empty = Empty::new(texts.t("goals-empty"));
        return Ok(Some(paper.with(if may_write {
            empty.first_step(first)
        } else {
            empty
        })));
    }
    let open: Vec<&Goal> = goals
        .iter()
        .filter(|goal| goal.state == GoalState::Open)
        .collect();
    let more = texts.with("goals-all", &[("count", goals.len().into())]);
    let back = may_write.then_some("client");
    let line = |goal: &Goal| list_view::line(texts, client, goal, back);
    let paper = paper.more(format!("/clients/{client}/goals"), more);
    if open.is_empty() {
        let next = Button::link(format!("/clients/{client}/goals/new"), texts.t("goals-set-next"));
        let empty = Empty::new(texts.t("goals-all-closed"));
        return Ok(Some(paper.with(if may_write {
            empty.first_step(next)
        } else {
            empty
        })));
    }
    Ok(Some(paper.with(rows(open.into_iter().map(line)))))
}
