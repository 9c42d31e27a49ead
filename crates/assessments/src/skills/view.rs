//! The main user's list of skills.

use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    html,
};

use super::model::{Skill, SkillState};

/// The list by workshop, and the form of another skill.
pub(super) fn list(texts: Texts, skills: &[Skill], state: &FormState) -> Markup {
    html! {
        div.cols {
            div.stack {
                @if skills.is_empty() { (Paper::bare().with(Empty::new(texts.t("skills-none")))) }
                @for area in areas(skills) {
                    (Paper::new(area).with(rows(skills.iter().filter(|skill| skill.area == area).map(|skill| row(texts, skill)))))
                }
            }
            div.stack {
                (Paper::new(texts.t("skills-new")).with_inside(new(texts, skills, state)))
            }
        }
    }
}

/// The workshops in their order.
pub(super) fn areas(skills: &[Skill]) -> Vec<&str> {
    let mut areas: Vec<&str> = skills.iter().map(|skill| skill.area.as_str()).collect();
    areas.dedup();
    areas
}

fn row(texts: Texts, skill: &Skill) -> Row {
    let row = Row::link(format!("/skills/{}", skill.id), skill.title.of(texts.locale()));
    match skill.state {
        SkillState::InUse => row,
        SkillState::Withdrawn => row.words(Tag::plain(texts.t("skills-state-withdrawn"))),
    }
}

fn new(texts: Texts, skills: &[Skill], state: &FormState) -> Markup {
    let form = Form::post(texts, "/skills", state);
    form.with(html! {
        (fields(texts, &form, skills))
        p.actions { (Button::submit(texts.t("skills-add")).main()) }
    })
}

fn fields(texts: Texts, form: &Form<'_>, skills: &[Skill]) -> Markup {
    let known = areas(skills).into_iter().map(|area| Choice::new(area, area));
    html! {
        (form.combobox("area", texts.t("skills-area"), known).help(texts.t("skills-area-help")))
        (form.text("title_fi", texts.t("skills-title-fi")).language("fi"))
        (form.text("title_sv", texts.t("skills-title-sv")).language("sv").optional())
        (form.text("title_en", texts.t("skills-title-en")).language("en").optional())
    }
}

/// The form by which a skill is named otherwise.
pub(super) fn edit(texts: Texts, skill: &Skill, state: &FormState) -> Markup {
    let action = format!("/skills/{}", skill.id);
    let form = Form::post(texts, &action, state);
    let states = SkillState::ALL
        .iter()
        .map(|state| Choice::new(state.name(), texts.t(&format!("skills-state-{state}"))));
    form.with(html! {
        (form.hidden("version", skill.version.to_string()))
        (fields(texts, &form, std::slice::from_ref(skill)))
        (form.radios("state", texts.t("skills-state"), states))
        p.actions { (Button::submit(texts.t("common-save")).main()) }
    })
}

/// A form filled in with a skill.
pub(super) fn filled(skill: &Skill) -> FormState {
    let mut state = FormState::new();
    state
        .set("area", &skill.area)
        .set("title_fi", &skill.title.fi)
        .set("title_sv", &skill.title.sv)
        .set("title_en", &skill.title.en)
        .set("state", skill.state.name());
    state
}

/// What a skill is called now, beside what somebody typed meanwhile.
pub(super) fn words(skill: &Skill) -> Markup {
    html! { p { (skill.area) ": " (skill.title.fi) " / " (skill.title.sv) " / " (skill.title.en) } }
}
