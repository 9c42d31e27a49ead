//! How intake looks: one column, the register's own fields, what is always needed first.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;
use polku_desk::{SubjectId, lookup::Likeness};
use polku_pages::{
    Markup, Texts,
    components::{Button, Notice, Paper, action_bar},
    form::{Choice, Form, FormState},
    html,
};
use polku_profile::{Field, Profile, Section};

use crate::{
    clients::{care::Coach, check, fields_view::FieldControls, summary::age_in_words},
    relationships,
};

/// What the form shows.
pub(super) struct Asked<'a> {
    pub(super) profile: Arc<Profile>,
    pub(super) today: Date,
    /// Who can answer for the client; nobody when the worker does without saying so.
    pub(super) coaches: Vec<Coach>,
    pub(super) state: &'a FormState,
    /// Those who may be the same person.
    pub(super) may_be: Vec<MayBe>,
}

/// Somebody who may be the same person.
pub(super) struct MayBe {
    pub(super) client: SubjectId,
    pub(super) name: String,
    pub(super) age: Option<u8>,
    pub(super) likeness: Likeness,
}

/// Sections that nearly every client needs.
const ALWAYS_OPEN: [Section; 2] = [Section::Identity, Section::Contact];

/// The form.
pub(super) fn form(texts: Texts, asked: &Asked<'_>) -> Markup {
    let form = Form::post(texts, "/clients", asked.state);
    let stored_now = BTreeMap::new();
    let controls = FieldControls {
        texts,
        profile: &asked.profile,
        state: asked.state,
        form,
        today: asked.today,
        stored_now: &stored_now,
    };
    let fields = check::editable(&asked.profile, true);
    let sections = asked.profile.fields.sections().map(|(section, _)| section);
    let (open, closed): (Vec<Section>, Vec<Section>) = sections
        .filter(|section| fields.iter().any(|field| field.section() == *section))
        .partition(|section| ALWAYS_OPEN.contains(section));
    let of = |section: Section| asked_at_intake(&fields, section);
    Paper::bare().with_inside(form.with(html! {
        @if !asked.may_be.is_empty() { (may_be(texts, &form, &asked.may_be)) }
        @for section in open { (controls.section(section, &of(section))) }
        (relationship(texts, &form, asked))
        (controls.origin())
        @for section in closed { (controls.closed_section(section, &of(section))) }
        (action_bar([
            Button::submit(texts.t("client-intake-save")).main(),
            Button::link("/clients", texts.t("common-cancel")),
        ]))
    }))
}

/// Former codes come with time.
fn asked_at_intake(fields: &[Field], section: Section) -> Vec<Field> {
    let here = |field: &&Field| field.section() == section && **field != Field::FormerIdentityCodes;
    fields.iter().filter(here).copied().collect()
}

/// Asks whether one of these is the same person, before anything is stored (A9).
fn may_be(texts: Texts, form: &Form<'_>, people: &[MayBe]) -> Markup {
    let choice = |one: &MayBe| {
        let age = one
            .age
            .map(|age| format!(", {}", age_in_words(texts, age)))
            .unwrap_or_default();
        let why = texts.t(likeness_key(one.likeness));
        Choice::new(one.client.to_string(), format!("{}{age}", one.name)).help(why)
    };
    let open = |one: &MayBe| {
        html! { li { a href={ "/clients/" (one.client) } target="_blank" rel="noopener" { (one.name) } } }
    };
    html! {
        (Notice::warning(texts.t("client-may-be")).more(html! {
            p { (texts.t("client-may-be-look")) }
            ul { @for one in people { (open(one)) } }
        }))
        (form.checkboxes("not_the_same", texts.t("client-may-be-other"), people.iter().map(choice)).optional())
    }
}

const fn likeness_key(likeness: Likeness) -> &'static str {
    match likeness {
        Likeness::SameCode => "client-like-code",
        Likeness::SameNameAndBirthDate => "client-like-name-and-birth-date",
        Likeness::AlikeNameAndBirthDate => "client-like-spelling-and-birth-date",
        Likeness::SameName => "client-like-name",
        Likeness::AlikeName => "client-like-spelling",
    }
}

/// The relationship's own fields, and who answers when somebody else than a coach takes the client in.
fn relationship(texts: Texts, form: &Form<'_>, asked: &Asked<'_>) -> Markup {
    let coaches = asked
        .coaches
        .iter()
        .map(|coach| Choice::new(coach.account.to_string(), &coach.name));
    form.group(
        texts.t(&Section::Relationship.label_key()),
        html! {
            (relationships::fields(texts, *form, &asked.profile))
            @if !asked.coaches.is_empty() {
                (form.select("responsible", texts.t("client-responsible"), coaches))
            }
        },
    )
}
