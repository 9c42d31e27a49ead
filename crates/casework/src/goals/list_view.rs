//! Goals as a list: a line of progress each, with the steps to press.

use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Paper, Progress, Tag, TagKind, rows},
    html,
};

use super::{
    change::address,
    goal::{Goal, GoalState, Step},
    page::state_word,
    rules,
};

/// All goals of a client.
pub(super) fn list(texts: Texts, client: SubjectId, goals: &[Goal], may_write: bool) -> Markup {
    let new = format!("/clients/{client}/goals/new");
    if goals.is_empty() {
        let first = Button::link(new, texts.t("goals-set-first")).main();
        let empty = Empty::new(texts.t("goals-empty"));
        return Paper::bare().with(if may_write { empty.first_step(first) } else { empty });
    }
    let back = may_write.then_some("goal");
    let (open, closed): (Vec<&Goal>, Vec<&Goal>) =
        goals.iter().partition(|goal| goal.state == GoalState::Open);
    html! {
        div.stack {
            @if !open.is_empty() {
                (Paper::new(texts.t("goals-open")).with(rows(open.iter().map(|goal| line(texts, client, goal, back)))))
            }
            @if !closed.is_empty() {
                (Paper::new(texts.t("goals-closed-title")).with(rows(closed.iter().map(|goal| line(texts, client, goal, back)))))
            }
        }
    }
}

/// A goal's line: its progress, and the steps to press when it is open. `back` names where one presses; none where one may
/// not.
pub(super) fn line(texts: Texts, client: SubjectId, goal: &Goal, back: Option<&str>) -> Markup {
    let (level, target) = (
        u32::from(goal.level.number()),
        u32::from(goal.aim.target.number()),
    );
    html! {
        div.goal {
            (Progress::new(&goal.aim.words.title, level.min(target), target))
            div.goal-more {
                a href=(address(client, goal.id)) { (texts.t("goals-details")) span.unseen { ", " (goal.aim.words.title) } }
                @if goal.state != GoalState::Open { " " (state_tag(texts, goal)) }
                @if rules::is_at_target(goal) { " " (Tag::good(texts.t("goals-at-target"))) }
                @if let (GoalState::Open, Some(back)) = (goal.state, back) {
                    (Disclosure::new(texts.t("goals-mark")).quiet().with(steps(texts, client, goal, back)))
                }
            }
        }
    }
}

/// The steps as buttons: one press marks progress.
fn steps(texts: Texts, client: SubjectId, goal: &Goal, back: &str) -> Markup {
    html! {
        form.goal-steps method="post" action={ (address(client, goal.id)) "/progress" } aria-label=(texts.t("goals-which-step")) {
            input type="hidden" name="back" value=(back);
            @for step in Step::all() {
                button.btn.tiny type="submit" name="level" value=(step.number())
                    aria-current=[(step == goal.level).then_some("step")] {
                    (step.number()) span.unseen { " / " (goal.aim.target.number()) ", " (goal.aim.words.title) }
                }
            }
        }
    }
}

/// The state of a goal.
pub(super) fn state_tag(texts: Texts, goal: &Goal) -> Tag {
    let kind = match goal.state {
        GoalState::Open => TagKind::Plain,
        GoalState::Reached => TagKind::Good,
        GoalState::Dropped => TagKind::Over,
    };
    Tag::new(kind, state_word(texts, goal))
}
