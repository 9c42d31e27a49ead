//! How retention and batches are shown.

use jiff::{SignedDuration, civil::Date};
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Empty, Notice, Paper, Row, Table, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::{Deadline, Keep, Profile, RetentionClass};
use polku_web::law;

use super::{
    change::MOST_PEOPLE,
    due::DueLine,
    page::Mending,
    store::{Batch, BatchState},
};
use crate::{
    certificates::{self, Certificate},
    erasures::{self, Waiting},
    holds::{ClassHold, view as holds_view},
};

/// What the page of retention shows.
pub(super) struct RetentionPage {
    pub(super) due: Vec<DueLine>,
    pub(super) batches: Vec<Batch>,
    pub(super) waiting: Vec<Waiting>,
    pub(super) class_holds: Vec<ClassHold>,
    pub(super) certificates: Vec<Certificate>,
    pub(super) jumped: Option<SignedDuration>,
    pub(super) proposes: bool,
    pub(super) confirms: bool,
    pub(super) today: Date,
    pub(super) mending: Mending,
}

impl RetentionPage {
    /// The whole page.
    pub(super) fn render(&self, texts: Texts, profile: &Profile, state: &FormState) -> Markup {
        let untouched = FormState::new();
        let of = |mending| {
            if self.mending == mending {
                state
            } else {
                &untouched
            }
        };
        html! {
            div.stack {
                @if let Some(jump) = self.jumped { (clock(texts, jump, self.confirms)) }
                @if !self.waiting.is_empty() { (self.waiting(texts)) }
                (self.due(texts, profile, of(Mending::Batch)))
                @if !self.batches.is_empty() { (self.batches(texts)) }
                (holds_view::on_classes(texts, profile, &self.class_holds, self.proposes || self.mending == Mending::Hold, of(Mending::Hold), self.today))
                (certificates::list(texts, &self.certificates))
                (classes(texts, profile))
            }
        }
    }

    fn waiting(&self, texts: Texts) -> Markup {
        let line = |waiting: &Waiting| {
            let ground = texts.t(&format!("erasures-ground-{}", waiting.ground));
            let proposed = format!("{}, {}", waiting.proposer, day(waiting.proposed_at));
            let row = Row::link(erasures::address(waiting.client), &waiting.name)
                .words(ground)
                .aside(proposed);
            maud::Render::render(&row.action(erasures::state_tag(texts, waiting.state)))
        };
        Paper::new(texts.t("erasures-waiting"))
            .id("erasures")
            .with(rows(self.waiting.iter().map(line)))
    }

    fn due(&self, texts: Texts, profile: &Profile, state: &FormState) -> Markup {
        let said = |line: &DueLine| {
            let numbers = [("people", line.people.into()), ("records", line.records.into())];
            let count = texts.with(
                if line.records > 0 {
                    "batches-due-records"
                } else {
                    "batches-due-people"
                },
                &numbers,
            );
            format!(
                "{}, {}: {count}",
                class_word(texts, profile, &line.class),
                line.year
            )
        };
        let paper = Paper::new(texts.t("batches-due"))
            .id("due")
            .note(texts.t("batches-due-what"));
        if self.due.is_empty() {
            return paper.with(Empty::new(texts.t("batches-due-none")));
        }
        if !self.proposes {
            let lines = self
                .due
                .iter()
                .map(|line| maud::Render::render(&Row::new(said(line))));
            return paper.with(rows(lines));
        }
        let choices = self
            .due
            .iter()
            .map(|line| Choice::new(format!("{}:{}", line.class, line.year), said(line)));
        let form = Form::post(texts, "/retention/batches", state);
        let most = i64::try_from(MOST_PEOPLE).unwrap_or(i64::MAX);
        paper.with_inside(form.with(html! {
            (form.checkboxes("line", texts.t("batches-line"), choices).help(texts.with("batches-line-help", &[("most", most.into())])))
            p.actions { (Button::submit(texts.t("batches-propose")).main()) }
        }))
    }

    fn batches(&self, texts: Texts) -> Markup {
        let line = |batch: &Batch| {
            let name = texts.with("batches-name", &[("day", day(batch.proposed_at).into())]);
            let row = Row::link(format!("/retention/batches/{}", batch.id), name).words(&batch.proposer);
            maud::Render::render(&row.action(batch_tag(texts, batch.state)))
        };
        Paper::new(texts.t("batches-title"))
            .id("batches")
            .with(rows(self.batches.iter().map(line)))
    }
}

/// That the clock jumped, and the question whether the date is right.
pub(super) fn clock(texts: Texts, jump: SignedDuration, confirms: bool) -> Markup {
    let days = (jump.as_hours() / 24).abs();
    let key = if jump.is_negative() {
        "retention-clock-back"
    } else {
        "retention-clock-forward"
    };
    let said = texts.with(key, &[("days", days.into())]);
    html! {
        (Notice::warning(said).more(html! {
            p { (texts.t("retention-clock-what")) }
            @if confirms {
                form method="post" action="/retention/clock" {
                    p.actions { (Button::submit(texts.t("retention-clock-confirm"))) }
                }
            }
        }))
    }
}

/// How long each class is kept, from what, and on what ground.
fn classes(texts: Texts, profile: &Profile) -> Markup {
    let language = texts.locale().into();
    let heads = [
        "retention-class",
        "retention-kept",
        "retention-from",
        "retention-ground",
    ];
    let row = |class: &RetentionClass| {
        let law = class
            .law
            .as_ref()
            .map(|cited| law::citation(texts, profile, cited));
        vec![
            html! { (class.name.get(language)) },
            html! { (kept(texts, class.keep)) },
            html! { (texts.t(&format!("retention-from-{}", class.from.key().replace('_', "-")))) },
            html! { (class.ground.get(language)) @if let Some(law) = law { " " span.quiet { (law) } } },
        ]
    };
    Paper::new(texts.t("retention-classes")).id("classes").with(
        Table::new(
            "classes-table",
            texts.t("retention-classes"),
            heads.map(|key| Column::new(texts.t(key))),
        )
        .caption_unseen()
        .cards()
        .rows(profile.retention.iter().map(row)),
    )
}

fn kept(texts: Texts, keep: Keep) -> String {
    match keep {
        Keep::Years(years) => texts.with("retention-years", &[("years", i64::from(years).into())]),
        Keep::For(Deadline::Days(days)) => format::days(texts, days.into()),
        Keep::For(Deadline::Months(months)) => {
            texts.with("retention-months", &[("months", i64::from(months).into())])
        }
        Keep::WhileConsented => texts.t("retention-while-consented"),
        Keep::Permanently => texts.t("retention-permanently"),
    }
}

pub(super) fn class_word(texts: Texts, profile: &Profile, key: &str) -> String {
    let class = profile.retention_class(key);
    class.map_or_else(
        || key.to_owned(),
        |class| class.name.get(texts.locale().into()).to_owned(),
    )
}

pub(super) fn batch_tag(texts: Texts, state: BatchState) -> Tag {
    let word = texts.t(&format!("batches-state-{state}"));
    match state {
        BatchState::Proposed => Tag::due(word),
        BatchState::Approved | BatchState::Done => Tag::good(word),
        BatchState::Withdrawn => Tag::plain(word),
    }
}

pub(super) fn day(at: jiff::Timestamp) -> String {
    format::date(format::finnish_time(at).date())
}
