//! What a client has learnt, by workshop, and the form of a mark.

use jiff::civil::Date;
use polku_casework::diary::Glimpse;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Paper, Row, Tag, TagKind, rows},
    form::{Choice, Form, FormState},
    format, html,
};

use super::{
    model::{Level, Mark, Skill, SkillState, latest},
    view::areas,
};

/// What the page shows.
pub(super) struct ClientSkills {
    pub(super) client: SubjectId,
    pub(super) skills: Vec<Skill>,
    pub(super) marks: Vec<Mark>,
    /// The latest entries of the diary, as evidence.
    pub(super) entries: Vec<Glimpse>,
    pub(super) today: Date,
}

pub(super) fn page(texts: Texts, shown: &ClientSkills, state: &FormState) -> Markup {
    if shown.skills.is_empty() {
        return Paper::bare().with(Empty::new(texts.t("skills-none-yet")));
    }
    let latest = latest(&shown.marks);
    let marked: Vec<Skill> = shown
        .skills
        .iter()
        .filter(|skill| latest.iter().any(|mark| mark.skill == skill.id))
        .cloned()
        .collect();
    html! {
        div.cols {
            div.stack {
                @if marked.is_empty() { (Paper::bare().with(Empty::new(texts.t("skills-nothing-marked")))) }
                @for area in areas(&marked) {
                    (Paper::new(area).with(rows(marked.iter().filter(|skill| skill.area == area)
                        .map(|skill| html! { (row(texts, shown, skill)) (history(texts, shown, skill)) }))))
                }
            }
            div.stack { (Paper::new(texts.t("skills-mark")).with_inside(form(texts, shown, state))) }
        }
    }
}

/// How a level looks.
fn tag(texts: Texts, level: Level) -> Tag {
    let kind = match level {
        Level::Practised | Level::Guided => TagKind::Plain,
        Level::Alone | Level::Teaches => TagKind::Good,
    };
    Tag::new(kind, texts.t(&format!("skills-level-{level}")))
}

fn row(texts: Texts, shown: &ClientSkills, skill: &Skill) -> Row {
    let row = Row::new(skill.title.of(texts.locale()));
    match shown.marks.iter().rfind(|mark| mark.skill == skill.id) {
        Some(mark) => {
            row.words(tag(texts, mark.level))
                .aside(format::near_date(texts, mark.dated, shown.today))
        }
        None => row,
    }
}

/// What was marked, the latest first, with its evidence.
fn history(texts: Texts, shown: &ClientSkills, skill: &Skill) -> Markup {
    let marks = shown.marks.iter().rev().filter(|mark| mark.skill == skill.id);
    Disclosure::new(html! { (texts.t("skills-history")) span.unseen { ", " (skill.title.of(texts.locale())) } })
        .quiet()
        .with(html! {
            @for mark in marks {
                p.note-line {
                    (format::near_date(texts, mark.dated, shown.today)) " · "
                    (texts.t(&format!("skills-level-{}", mark.level))) " · " (mark.by)
                }
                @if !mark.words.note.is_empty() { p.said-text { (mark.words.note) } }
                @for entry in &mark.words.evidence {
                    p.small { a href={ "/clients/" (shown.client) "/diary/" (entry) } { (said(texts, shown, *entry)) } }
                }
            }
        })
}

/// An entry by its first words where it is among the latest; else just that there is one.
fn said(texts: Texts, shown: &ClientSkills, id: uuid::Uuid) -> String {
    shown
        .entries
        .iter()
        .find(|entry| entry.id == id)
        .map_or_else(|| texts.t("skills-entry"), |entry| glimpse(texts, shown, entry))
}

fn glimpse(texts: Texts, shown: &ClientSkills, entry: &Glimpse) -> String {
    format!(
        "{}: {}",
        format::near_date(texts, entry.dated, shown.today),
        entry.words
    )
}

fn form(texts: Texts, shown: &ClientSkills, state: &FormState) -> Markup {
    let action = format!("/clients/{}/skills", shown.client);
    let form = Form::post(texts, &action, state);
    let locale = texts.locale();
    let offered = shown
        .skills
        .iter()
        .filter(|skill| skill.state == SkillState::InUse);
    let offered = offered.map(|skill| {
        Choice::new(
            skill.id.to_string(),
            format!("{}: {}", skill.area, skill.title.of(locale)),
        )
    });
    let levels = Level::ALL.iter().map(|level| {
        Choice::new(level.name(), texts.t(&format!("skills-level-{level}")))
            .help(texts.t(&format!("skills-level-{level}-what")))
    });
    let entries = shown
        .entries
        .iter()
        .map(|entry| Choice::new(entry.id.to_string(), glimpse(texts, shown, entry)));
    form.with(html! {
        (form.select("skill", texts.t("skills-skill"), offered))
        (form.radios("level", texts.t("skills-level"), levels))
        (form.date("dated", texts.t("skills-dated")).help(texts.t("skills-dated-help")).optional())
        (form.textarea("note", texts.t("skills-note")).help(texts.t("skills-note-help")).optional())
        @if !shown.entries.is_empty() {
            (form.checkboxes("evidence", texts.t("skills-evidence"), entries).help(texts.t("skills-evidence-help")).optional())
        }
        p.actions { (Button::submit(texts.t("skills-mark-do")).main()) }
    })
}
