//! How a batch is shown.

use jiff::SignedDuration;
use polku_desk::jobs::{JobProgress, JobState};
use polku_pages::{
    Markup, Texts,
    components::{
        Button, Column, Disclosure, Empty, Fact, Facts, Notice, Paper, Progress, Row, Table, Tag, rows,
    },
    form::FormState,
    html,
};
use polku_profile::Profile;
use uuid::Uuid;

use super::{
    store::{Batch, BatchState, Line, LineState},
    view::{batch_tag, class_word, clock, day},
};
use crate::{certificates::CertifiedSum, paper::PaperFolder};

/// What a batch's page shows.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a button that is there or not"
)]
pub(super) struct BatchPage {
    pub(super) batch: Batch,
    pub(super) lines: Vec<Line>,
    pub(super) sums: Vec<CertifiedSum>,
    pub(super) folders: Vec<PaperFolder>,
    pub(super) progress: Option<JobProgress>,
    pub(super) is_own: bool,
    pub(super) proposes: bool,
    pub(super) approves: bool,
    pub(super) jumped: Option<SignedDuration>,
    pub(super) confirms: bool,
    pub(super) mending: Option<Uuid>,
    pub(super) said: Option<&'static str>,
}

impl BatchPage {
    /// The whole page.
    pub(super) fn render(&self, texts: Texts, profile: &Profile, state: &FormState) -> Markup {
        html! {
            div.stack {
                @if let Some(why) = self.said { (Notice::failed(texts.t(why))) }
                @if let Some(jump) = self.jumped { (clock(texts, jump, self.confirms)) }
                (self.standing(texts))
                @if !self.sums.is_empty() { (self.sums(texts, profile)) }
                (self.lines(texts, profile, state))
                @if !self.folders.is_empty() { (self.paper(texts)) }
            }
        }
    }

    fn standing(&self, texts: Texts) -> Markup {
        let batch = &self.batch;
        let mut facts = vec![Fact::new(
            texts.t("certificates-proposer"),
            format!("{}, {}", batch.proposer, day(batch.proposed_at)),
        )];
        if let (Some(approver), Some(at)) = (&batch.approver, batch.approved_at) {
            facts.push(Fact::new(
                texts.t("certificates-approver"),
                format!("{approver}, {}", day(at)),
            ));
        }
        let here = format!("/retention/batches/{}", batch.id);
        let is_open = batch.state == BatchState::Proposed;
        Paper::bare().with_inside(html! {
            p { (batch_tag(texts, batch.state)) }
            (Facts::list(facts))
            @if let Some(progress) = self.progress.as_ref().filter(|_| batch.state == BatchState::Approved) {
                (under_way(texts, progress))
            }
            @if batch.state == BatchState::Done {
                p { a href={ "/retention/certificates/" (batch.id) } { (texts.t("batches-certificate")) } }
            }
            @if is_open && self.approves && self.is_own { (Notice::info(texts.t("batches-needs-another"))) }
            @if is_open && self.approves && !self.is_own {
                (Notice::warning(texts.t("erasures-cannot-be-undone")))
                form method="post" action={ (here) "/approve" } {
                    p.actions { (Button::submit(texts.t("batches-approve")).danger()) }
                }
            }
            @if is_open && self.proposes {
                form method="post" action={ (here) "/withdraw" } {
                    p.actions { (Button::submit(texts.t("batches-withdraw"))) }
                }
            }
        })
    }

    fn lines(&self, texts: Texts, profile: &Profile, state: &FormState) -> Markup {
        let columns = [
            "batches-person",
            "retention-class",
            "retention-year",
            "batches-records",
            "batches-fate",
        ];
        let columns = columns.map(|key| {
            if key == "batches-records" {
                Column::number(texts.t(key))
            } else {
                Column::new(texts.t(key))
            }
        });
        let row = |line: &Line| {
            vec![
                html! { a href={ "/clients/" (line.person) "/erasure" } { (line.name) } },
                html! { (class_word(texts, profile, &line.class)) },
                html! { (line.year) },
                html! { (line.records) },
                self.fate(texts, line, state),
            ]
        };
        Paper::new(texts.t("batches-lines")).id("lines").with(html! {
            @if self.lines.is_empty() { (Empty::new(texts.t("batches-no-lines"))) }
            @else {
                (Table::new("lines-table", texts.t("batches-lines"), columns).caption_unseen().cards().rows(self.lines.iter().map(row)))
            }
        })
    }

    fn fate(&self, texts: Texts, line: &Line, state: &FormState) -> Markup {
        let may_take_out =
            self.batch.state == BatchState::Proposed && self.proposes && line.state == LineState::Listed;
        let said = if line.words.why.is_empty() {
            line.words.reason.clone()
        } else {
            texts.t(&line.words.why)
        };
        if !may_take_out {
            return html! { (line_tag(texts, line.state)) @if !said.is_empty() { " " span.quiet { (said) } } };
        }
        let is_mended = self.mending == Some(line.id);
        let field = format!("reason-{}", line.id);
        let error = is_mended
            .then(|| state.errors_of("reason").next().map(str::to_owned))
            .flatten();
        let error_id = format!("{field}-error");
        html! {
            (Disclosure::new(texts.t("batches-take-out")).quiet().open(is_mended).with(html! {
                form method="post" action={ "/retention/batches/" (self.batch.id) "/lines/" (line.id) "/take-out" } {
                    div.field.has-error[error.is_some()] {
                        label for=(field) { (texts.t("batches-take-out-reason")) }
                        @if let Some(error) = &error { div.error id=(error_id) { p { (error) } } }
                        input type="text" id=(field) name="reason" aria-describedby=[error.as_ref().map(|_| &error_id)] aria-invalid=[error.as_ref().map(|_| "true")];
                    }
                    p.actions { (Button::submit(texts.t("batches-take-out-do")).about(&line.name).tiny()) }
                }
            }))
        }
    }

    fn sums(&self, texts: Texts, profile: &Profile) -> Markup {
        let heads = [
            "retention-class",
            "retention-year",
            "certificates-people",
            "certificates-rows",
            "certificates-documents",
        ];
        let row = |sum: &CertifiedSum| {
            vec![
                html! { (class_word(texts, profile, &sum.class)) },
                html! { (sum.year) },
                html! { (sum.people) },
                html! { (sum.rows) },
                html! { (sum.documents) },
            ]
        };
        Paper::new(texts.t("batches-sums")).with(
            Table::new(
                "sums",
                texts.t("batches-sums"),
                heads.map(|key| Column::new(texts.t(key))),
            )
            .caption_unseen()
            .cards()
            .rows(self.sums.iter().map(row)),
        )
    }

    fn paper(&self, texts: Texts) -> Markup {
        let line = |folder: &PaperFolder| maud::Render::render(&Row::new(&folder.mark).aside(&folder.place));
        Paper::new(texts.t("batches-paper"))
            .note(texts.t("batches-paper-what"))
            .with(rows(self.folders.iter().map(line)))
    }
}

fn under_way(texts: Texts, progress: &JobProgress) -> Markup {
    let number = |number: i64| u32::try_from(number).unwrap_or(0);
    html! {
        @match progress.state {
            JobState::Failed => {
                (Notice::failed(texts.t(progress.outcome.as_deref().unwrap_or("batches-job-failed"))))
            }
            JobState::Waiting | JobState::Running | JobState::Done => {
                (Progress::new(texts.t("batches-under-way"), number(progress.done), number(progress.total).max(1)))
            }
        }
    }
}

fn line_tag(texts: Texts, state: LineState) -> Tag {
    let word = texts.t(&format!("batches-line-{state}"));
    match state {
        LineState::Listed => Tag::due(word),
        LineState::Destroyed => Tag::over(word),
        LineState::TakenOut | LineState::Kept => Tag::plain(word),
    }
}
