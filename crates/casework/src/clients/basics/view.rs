//! How basic data looks.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Fact, Facts, Notice, Paper, Tag, action_bar},
    form::{Form, FormState},
    format,
    frame::Heading,
    html,
};
use polku_profile::{Field, Profile, Section};
use polku_values::IdentityCode;

use crate::clients::{
    check,
    fields_view::{FieldControls, shows_classes},
    record::{Basics, Item, Origin, Place},
    value,
};

/// What the page shows.
pub(super) struct Showing {
    pub(super) client: SubjectId,
    pub(super) tabs: Markup,
    pub(super) profile: Arc<Profile>,
    pub(super) basics: Basics,
    /// Whether the visitor may have a protected address shown.
    pub(super) reveals: bool,
    /// Whether the visitor's role changes basic data.
    pub(super) writes: bool,
}

/// Whose page it is.
pub(super) fn heading(texts: Texts, showing: &Showing) -> Heading {
    let heading = Heading::new(texts.t("client-basics-title")).back(
        format!("/clients/{}", showing.client),
        showing.basics.identity.listed_name(),
    );
    if showing.writes {
        let edit = format!("/clients/{}/basics/edit", showing.client);
        heading.action(Button::link(edit, texts.t("common-edit")).main().key('e'))
    } else {
        heading
    }
}

/// The fields by section, each with its source on demand.
pub(super) fn body(texts: Texts, showing: &Showing) -> Markup {
    let fields = check::editable(&showing.profile, showing.basics.special.is_some());
    let sections = showing.profile.fields.sections().map(|(section, _)| section);
    html! {
        (showing.tabs)
        @for section in sections {
            @let here: Vec<Field> = fields.iter().filter(|field| field.section() == section).copied().collect();
            @if !here.is_empty() { (section_paper(texts, showing, section, &here)) }
        }
    }
}

fn section_paper(texts: Texts, showing: &Showing, section: Section, fields: &[Field]) -> Markup {
    let basics = &showing.basics;
    let protected = section == Section::Contact && basics.is_protected();
    let shown = fields
        .iter()
        .copied()
        .filter(|field| !(protected && Place::of(*field) == Place::Address));
    let (filled, empty): (Vec<Field>, Vec<Field>) =
        shown.partition(|field| !basics.values(*field).is_empty());
    Paper::new(texts.t(&section.label_key())).with_inside(html! {
        @if protected { (protected_address(texts, showing)) }
        @if !filled.is_empty() { (Facts::list(filled.iter().map(|field| fact(texts, showing, *field)))) }
        @if !empty.is_empty() { p.quiet.small { (texts.t("client-unfilled")) " " (labels(texts, &empty)) } }
        (sources(texts, showing, &filled))
    })
}

/// `Kutsumanimi, sukupuoli`: the labels in one line.
fn labels(texts: Texts, fields: &[Field]) -> String {
    let labels: Vec<String> = fields.iter().map(|field| texts.t(&field.label_key())).collect();
    labels.join(", ")
}

fn fact(texts: Texts, showing: &Showing, field: Field) -> Fact {
    let basics = &showing.basics;
    let values: Vec<String> = basics
        .values(field)
        .iter()
        .map(|kept| value::shown(field, kept, texts))
        .collect();
    let artificial = field == Field::IdentityCode && is_artificial(basics);
    let fact = Fact::new(
        texts.t(&field.label_key()),
        html! {
            (values.join(", "))
            @if artificial { " " (Tag::due(texts.t("client-code-artificial"))) }
        },
    );
    let class = field
        .class()
        .filter(|_| shows_classes(&showing.profile))
        .map(|class| texts.t(&class.label_key()));
    let item = basics.item(field);
    let necessity = item
        .map(|item| item.necessity.as_str())
        .filter(|text| !text.is_empty());
    if class.is_none() && necessity.is_none() {
        return fact;
    }
    fact.detail(html! {
        @if let Some(necessity) = necessity { (texts.t("client-necessity")) " " (necessity) }
        @if let Some(class) = class { " " (class) }
    })
}

/// Where the pieces of a section came from, on demand: those of one origin together (A5).
fn sources(texts: Texts, showing: &Showing, fields: &[Field]) -> Markup {
    let mut by_origin: Vec<(String, Vec<Field>)> = Vec::new();
    for field in fields {
        let item = showing.basics.item(*field);
        let Some(words) = item.and_then(|item| origin(texts, &showing.profile, item)) else {
            continue;
        };
        match by_origin.iter_mut().find(|(known, _)| *known == words) {
            Some((_, fields)) => fields.push(*field),
            None => by_origin.push((words, vec![*field])),
        }
    }
    if by_origin.is_empty() {
        return html! {};
    }
    Disclosure::new(texts.t("client-origin")).quiet().with(html! {
        ul {
            @for (words, fields) in &by_origin { li { (labels(texts, fields)) ": " (words) } }
        }
    })
}

/// Whether the code in force is artificial.
pub(in crate::clients) fn is_artificial(basics: &Basics) -> bool {
    let code = basics.identity.codes.first();
    code.and_then(|code| IdentityCode::parse(code).ok())
        .is_some_and(|code| code.is_artificial())
}

/// `Asiakas, suullinen, 2.3.2026`.
fn origin(texts: Texts, profile: &Profile, item: &Item) -> Option<String> {
    let Origin {
        source,
        named,
        channel,
        entered_on,
    } = &item.origin;
    let language = texts.locale().into();
    let source = profile
        .source(source)
        .map_or_else(|| source.clone(), |known| known.name.get(language).to_owned());
    let channel = polku_profile::Channel::from_key(channel).map(|channel| texts.t(&channel.label_key()));
    let parts = [
        Some(source),
        Some(named.clone()),
        channel,
        entered_on.map(format::date),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    Some(parts.join(", ")).filter(|words| !words.is_empty())
}

/// What stands in the place of a protected address (A7).
fn protected_address(texts: Texts, showing: &Showing) -> Markup {
    let action = format!("/clients/{}/address/reveal", showing.client);
    html! {
        (Notice::warning(texts.t("client-address-protected")).more(html! {
            @if showing.reveals {
                form method="post" action=(action) {
                    p { (texts.t("client-address-reveal-logged")) }
                    p { (Button::submit(texts.t("client-address-reveal"))) }
                }
            }
        }))
    }
}

/// What the form shows.
pub(super) struct Editing<'a> {
    pub(super) client: SubjectId,
    pub(super) name: String,
    pub(super) profile: &'a Profile,
    pub(super) fields: &'a [Field],
    pub(super) is_protected: bool,
    pub(super) today: Date,
    pub(super) version: i64,
    pub(super) state: &'a FormState,
    /// What somebody else stored meanwhile.
    pub(super) stored_now: BTreeMap<Field, String>,
}

/// Whose data it is.
pub(super) fn edit_heading(texts: Texts, editing: &Editing<'_>) -> Heading {
    Heading::new(texts.t("client-basics-edit-title"))
        .back(format!("/clients/{}/basics", editing.client), &editing.name)
}

/// The form of all fields that the role may have.
pub(super) fn form(texts: Texts, editing: &Editing<'_>) -> Markup {
    let action = format!("/clients/{}/basics", editing.client);
    let form = Form::post(texts, &action, editing.state);
    let controls = FieldControls {
        texts,
        profile: editing.profile,
        state: editing.state,
        form,
        today: editing.today,
        stored_now: &editing.stored_now,
    };
    let sections = editing.profile.fields.sections().map(|(section, _)| section);
    Paper::bare().with_inside(form.with(html! {
        (form.hidden("version", editing.version.to_string()))
        @if editing.is_protected { (Notice::info(texts.t("client-address-stays"))) }
        @for section in sections {
            @let here: Vec<Field> = editing.fields.iter().filter(|field| field.section() == section).copied().collect();
            @if !here.is_empty() { (controls.section(section, &here)) }
        }
        (controls.origin())
        (action_bar([
            Button::submit(texts.t("common-save")).main(),
            Button::link(format!("/clients/{}/basics", editing.client), texts.t("common-cancel")),
        ]))
    }))
}
