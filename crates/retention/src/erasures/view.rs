//! How a client's erasure is shown: what would go, what must stay and why, and where it is.

use jiff::civil::Date;
use polku_desk::{AccountId, SubjectId};
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Disclosure, Fact, Facts, Notice, Paper, Row, Table, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::Profile;
use polku_web::law;

use super::{
    address,
    erasure::{Erasure, State},
    page::Mending,
};
use crate::{
    file::Part,
    holds::{PersonHold, view as holds_view},
    rules::{ErasureGround, Stays},
};

/// What the page shows.
pub(super) struct ErasurePage {
    pub(super) client: SubjectId,
    pub(super) ground: ErasureGround,
    pub(super) parts: Vec<Part>,
    pub(super) joined: usize,
    pub(super) erasures: Vec<Erasure>,
    pub(super) holds: Vec<PersonHold>,
    pub(super) may_write: bool,
    pub(super) may_destroy: bool,
    pub(super) account: AccountId,
    pub(super) today: Date,
    pub(super) mending: Mending,
    /// Why something was refused.
    pub(super) said: Option<&'static str>,
}

impl ErasurePage {
    /// The whole page.
    pub(super) fn render(&self, texts: Texts, profile: &Profile, state: &FormState) -> Markup {
        let under_way = self
            .erasures
            .iter()
            .find(|one| matches!(one.state, State::Proposed | State::Approved));
        let earlier: Vec<&Erasure> = self
            .erasures
            .iter()
            .filter(|one| under_way.is_none_or(|now| now.id != one.id))
            .collect();
        let of_hold = (self.mending == Mending::Hold).then_some(state);
        html! {
            div.stack {
                @if let Some(why) = self.said { (Notice::failed(texts.t(why))) }
                @if self.mending == Mending::Proposal && under_way.is_some() {
                    @for error in state.errors_of("ground") { (Notice::failed(error)) }
                }
                @if let Some(erasure) = under_way { (self.decision(texts, erasure, state)) }
                (self.preview(texts, profile, under_way.is_none()))
                @if under_way.is_none() && self.may_write { (self.proposal(texts, state)) }
                (holds_view::on_client(texts, self.client, &self.holds, self.may_write, of_hold, self.today))
                @if !earlier.is_empty() { (Self::earlier(texts, &earlier)) }
            }
        }
    }

    fn preview(&self, texts: Texts, profile: &Profile, offers_grounds: bool) -> Markup {
        let language = texts.locale().into();
        let columns = [
            "retention-what",
            "retention-class",
            "retention-number",
            "erasures-fate",
        ];
        let columns = columns.map(|key| {
            if key == "retention-number" {
                Column::number(texts.t(key))
            } else {
                Column::new(texts.t(key))
            }
        });
        let row = |part: &Part| {
            let what = part
                .kind
                .map_or_else(|| texts.t("retention-basics"), |kind| texts.t(&kind.label_key()));
            let class = profile.retention_class(&part.class);
            let name = class.map_or(part.class.as_str(), |class| class.name.get(language));
            let number = format::integer(texts.locale(), i64::try_from(part.number).unwrap_or(i64::MAX));
            vec![
                html! { (what) },
                html! { (name) },
                html! { (number) },
                html! {
                    @match part.stays {
                        None => { (Tag::over(texts.t("erasures-goes"))) }
                        Some(stays) => {
                            (Tag::plain(texts.t("erasures-stays"))) " "
                            span.quiet { (why(texts, profile, part, stays)) }
                        }
                    }
                },
            ]
        };
        let grounds = ErasureGround::ALL.iter().filter(|ground| **ground != self.ground);
        let links = grounds.map(|ground| {
            let href = format!("{}?ground={ground}", address(self.client));
            maud::Render::render(&Row::link(href, texts.t(&format!("erasures-ground-{ground}"))))
        });
        let note = format!(
            "{}: {}",
            texts.t("erasures-ground"),
            texts.t(&format!("erasures-ground-{}", self.ground))
        );
        Paper::new(texts.t("erasures-preview")).id("preview").note(note).with(html! {
            (Table::new("parts", texts.t("erasures-preview"), columns).caption_unseen().cards().rows(self.parts.iter().map(row)))
            div.inside {
                @if self.joined > 0 {
                    p { (texts.with("erasures-joined", &[("number", i64::try_from(self.joined).unwrap_or(i64::MAX).into())])) }
                }
                p.quiet { (texts.t("erasures-log-stays")) }
                @if offers_grounds { (Disclosure::new(texts.t("erasures-other-grounds")).quiet().with(rows(links))) }
            }
        })
    }

    fn proposal(&self, texts: Texts, state: &FormState) -> Markup {
        let untouched = FormState::new();
        let is_mended = self.mending == Mending::Proposal;
        let mut known = if is_mended { state.clone() } else { untouched };
        if !is_mended {
            known.set("ground", self.ground.name());
        }
        let action = address(self.client);
        let form = Form::post(texts, &action, &known);
        let grounds = ErasureGround::ALL
            .iter()
            .map(|ground| Choice::new(ground.name(), texts.t(&format!("erasures-ground-{ground}"))));
        Paper::new(texts.t("erasures-propose")).id("propose").with_inside(html! {
            p { (texts.t("erasures-propose-what")) }
            (form.with(html! {
                (form.select("ground", texts.t("erasures-ground"), grounds))
                (form.textarea("reasons", texts.t("erasures-reasons")).help(texts.t("erasures-reasons-help")))
                (form.text("request", texts.t("erasures-request")).help(texts.t("erasures-request-help")).optional())
                p.actions { (Button::submit(texts.t("erasures-propose-do")).main()) }
            }))
        })
    }

    fn decision(&self, texts: Texts, erasure: &Erasure, state: &FormState) -> Markup {
        let here = format!("{}/{}", address(self.client), erasure.id);
        let facts = facts(texts, erasure);
        let is_own = erasure.proposed_by == self.account;
        let untouched = FormState::new();
        let is_refusing = self.mending == Mending::Refusal;
        let action = format!("{here}/refuse");
        let form = Form::post(texts, &action, if is_refusing { state } else { &untouched });
        let is_open = erasure.state == State::Proposed;
        Paper::new(texts.t("erasures-under-way-title")).id("decision").with_inside(html! {
            p { (state_tag(texts, erasure.state)) }
            (Facts::list(facts))
            @if is_open && is_own {
                (Notice::info(texts.t("erasures-needs-another")))
                @if self.may_write {
                    form method="post" action={ (here) "/withdraw" } {
                        p.actions { (Button::submit(texts.t("erasures-withdraw"))) }
                    }
                }
            }
            @if is_open && !is_own && self.may_destroy {
                (Notice::warning(texts.t("erasures-cannot-be-undone")))
                form method="post" action={ (here) "/approve" } {
                    p.actions { (Button::submit(texts.t("erasures-approve")).danger()) }
                }
                (Disclosure::new(texts.t("erasures-refuse")).open(is_refusing).with(form.with(html! {
                    (form.textarea("refusal", texts.t("erasures-refusal")).help(texts.t("erasures-refusal-help")))
                    p.actions { (Button::submit(texts.t("erasures-refuse-do"))) }
                })))
            }
            @if erasure.state == State::Approved { p { (texts.t("erasures-being-done")) } }
        })
    }

    fn earlier(texts: Texts, earlier: &[&Erasure]) -> Markup {
        let line = |erasure: &&Erasure| {
            let ground = texts.t(&format!("erasures-ground-{}", erasure.ground));
            let said = if erasure.words.refusal.is_empty() {
                &erasure.words.reasons
            } else {
                &erasure.words.refusal
            };
            let row = Row::new(ground)
                .words(said)
                .aside(day(erasure.proposed_at))
                .action(state_tag(texts, erasure.state));
            maud::Render::render(&row)
        };
        Paper::new(texts.t("erasures-earlier")).with(rows(earlier.iter().map(line)))
    }
}

fn facts(texts: Texts, erasure: &Erasure) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(
            texts.t("erasures-ground"),
            texts.t(&format!("erasures-ground-{}", erasure.ground)),
        ),
        Fact::new(texts.t("erasures-reasons"), &erasure.words.reasons),
        Fact::new(
            texts.t("erasures-proposer"),
            format!("{}, {}", erasure.proposer, day(erasure.proposed_at)),
        ),
    ];
    if let (Some(decider), Some(at)) = (&erasure.decider, erasure.decided_at) {
        facts.push(Fact::new(
            texts.t("erasures-decider"),
            format!("{decider}, {}", day(at)),
        ));
    }
    facts
}

/// Why a part stays, with the provision when the class names one.
fn why(texts: Texts, profile: &Profile, part: &Part, stays: Stays) -> String {
    let mut said = texts.t(stays.key());
    if let Some(class) = profile.retention_class(&part.class) {
        let by_class = matches!(
            stays,
            Stays::ByLaw { .. } | Stays::ByRecordsPlan { .. } | Stays::ForTheArchive
        );
        if by_class {
            said = format!("{said}: {}", class.ground.get(texts.locale().into()));
            if let Some(law) = &class.law {
                said = format!("{said} ({})", law::citation(texts, profile, law));
            }
        }
    }
    match stays.until() {
        Some(until) => format!(
            "{said}, {}",
            texts.with("retention-until", &[("day", format::date(until).into())])
        ),
        None => said,
    }
}

/// How far an erasure is, in a word.
pub(crate) fn state_tag(texts: Texts, state: State) -> Tag {
    let word = texts.t(&format!("erasures-state-{state}"));
    match state {
        State::Proposed => Tag::due(word),
        State::Approved | State::Done => Tag::good(word),
        State::Refused | State::Withdrawn => Tag::plain(word),
    }
}

fn day(at: jiff::Timestamp) -> String {
    format::date(format::finnish_time(at).date())
}
