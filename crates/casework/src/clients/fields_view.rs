//! The form's controls for fields, made from what the catalogue says of each.

use std::collections::BTreeMap;

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{Disclosure, Tag},
    form::{Choice, Form, FormState},
    html,
};
use polku_profile::{Field, Kind, Profile, Section, SourceKind};
use polku_values::{IdentityCode, dates::parse_finnish_date};

use super::{
    codes::{self, Offer},
    input::part,
    record::Basics,
    value,
};

/// What the controls of a form need to know.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldControls<'a> {
    pub(super) texts: Texts,
    pub(super) profile: &'a Profile,
    pub(super) state: &'a FormState,
    pub(super) form: Form<'a>,
    pub(super) today: Date,
    /// What somebody else stored meanwhile, to show beside what was typed.
    pub(super) stored_now: &'a BTreeMap<Field, String>,
}

impl FieldControls<'_> {
    /// Fields of one section under its heading.
    pub(super) fn section(&self, section: Section, fields: &[Field]) -> Markup {
        self.form
            .group(self.texts.t(&section.label_key()), self.controls(fields))
    }

    /// Fields that most clients lack: closed until somebody opens them, or something in them was typed.
    pub(super) fn closed_section(&self, section: Section, fields: &[Field]) -> Markup {
        let touched = |field: &Field| {
            self.state.typed(field.key()).is_some() || self.state.errors_of(field.key()).next().is_some()
        };
        Disclosure::new(self.texts.t(&section.label_key()))
            .open(fields.iter().any(touched))
            .with(html! { div.form { (self.controls(fields)) } })
    }

    fn controls(&self, fields: &[Field]) -> Markup {
        html! { @for field in fields { (self.control(*field)) } }
    }

    fn control(&self, field: Field) -> Markup {
        let (form, name) = (&self.form, field.key());
        let label = self.texts.t(&field.label_key());
        let control = match field.kind() {
            Kind::LongText => form.textarea(name, label).lines(3),
            Kind::BirthDate | Kind::Date => {
                let typed = self
                    .state
                    .typed(name)
                    .and_then(|typed| parse_finnish_date(typed, self.today).ok());
                form.date(name, label).echo(typed)
            }
            Kind::IdentityCode => form.text(name, label).short().max_length(20),
            Kind::PostalCode => form.text(name, label).short().max_length(10),
            Kind::Months | Kind::Count => form.number(name, label),
            Kind::Phones => form.telephone(name, label),
            Kind::Email => form.email(name, label),
            Kind::YesNoUnknown => {
                let answers =
                    ["no", "yes"].map(|answer| Choice::new(answer, self.texts.t(&format!("value-{answer}"))));
                form.radios(name, label, answers)
            }
            Kind::Code(list) => match codes::offer(list, self.texts, self.today) {
                Offer::Short(choices) => form.select(name, label, choices),
                Offer::Long(choices) => form.combobox(name, label, choices),
                Offer::Free => form.text(name, label),
            },
            _ => form.text(name, label),
        };
        let control = if self.profile.fields.requires(field) {
            control
        } else {
            control.optional()
        };
        let control = match self.help(field) {
            Some(help) => control.help(help).autocomplete("off"),
            None => control.autocomplete("off"),
        };
        html! {
            (control)
            @if field == Field::IdentityCode && self.is_artificial() {
                p { (Tag::due(self.texts.t("client-code-artificial"))) }
            }
            @if field.asks_necessity() { (self.necessity(field)) }
        }
    }

    fn help(&self, field: Field) -> Option<Markup> {
        let key = format!("client-help-{}", field.key().replace('_', "-"));
        let said = Some(key)
            .filter(|key| self.texts.has(key))
            .map(|key| self.texts.t(&key));
        let class = field.class().map(|class| self.texts.t(&class.label_key()));
        let now = self.stored_now.get(&field);
        if said.is_none() && class.is_none() && now.is_none() {
            return None;
        }
        Some(html! {
            @if let Some(said) = said { p { (said) } }
            @if let Some(class) = class.filter(|_| self.shows_classes()) { p { (class) } }
            @if let Some(now) = now {
                p { strong { (self.texts.t("client-stored-now")) " " (now) } }
            }
        })
    }

    /// The statutory classes of the joint service are shown where the register is one (A6).
    fn shows_classes(&self) -> bool {
        shows_classes(self.profile)
    }

    fn is_artificial(&self) -> bool {
        let typed = self.state.value(Field::IdentityCode.key());
        IdentityCode::parse(typed).is_ok_and(|code| code.is_artificial())
    }

    /// Why it is necessary, and from where it came if not from where the rest did (A4, A5).
    fn necessity(&self, field: Field) -> Markup {
        let key = field.key();
        let (necessity, source) = (
            format!("{key}{}", part::NECESSITY),
            format!("{key}{}", part::SOURCE),
        );
        let (named, channel) = (format!("{key}{}", part::NAMED), format!("{key}{}", part::CHANNEL));
        let texts = self.texts;
        html! {
            (self.form.textarea(&necessity, texts.t("field-necessity")).lines(2).optional()
                .help(texts.t("client-necessity-help")))
            (Disclosure::new(texts.t("client-source-own")).open(self.state.typed(&source).is_some()).quiet().with(html! {
                (self.form.select(&source, texts.t("field-source"), self.sources()).optional())
                @if self.names_people() { (self.form.text(&named, texts.t("client-source-who")).optional()) }
                (self.form.select(&channel, texts.t("field-channel"), self.channels()).optional())
            }))
        }
    }

    /// Where what is new or changed came from (A5).
    pub(super) fn origin(&self) -> Markup {
        let texts = self.texts;
        self.form.group(
            texts.t("client-origin"),
            html! {
                (self.form.select("source", texts.t("field-source"), self.sources()).help(texts.t("client-origin-help")))
                @if self.names_people() {
                    (self.form.text("named", texts.t("client-source-who")).optional().help(texts.t("client-source-who-help")))
                }
                (self.form.select("channel", texts.t("field-channel"), self.channels()))
            },
        )
    }

    fn sources(&self) -> Vec<Choice> {
        let language = self.texts.locale().into();
        let sources = self.profile.sources.iter();
        sources
            .map(|source| Choice::new(&source.key, source.name.get(language)))
            .collect()
    }

    fn channels(&self) -> Vec<Choice> {
        let channels = self.profile.channels.iter();
        channels
            .map(|channel| Choice::new(channel.key(), self.texts.t(&channel.label_key())))
            .collect()
    }

    fn names_people(&self) -> bool {
        self.profile
            .sources
            .iter()
            .any(|source| source.kind == SourceKind::NamedPerson)
    }
}

/// Whether the register is one of the joint service, whose data has statutory classes (A6).
pub(super) fn shows_classes(profile: &Profile) -> bool {
    profile.records.iter().any(|record| record.class.is_some())
}

/// A form that asks first of whom most is asked: the client, by word of mouth.
pub(super) fn begin_origin(state: &mut FormState, profile: &Profile) {
    let client = profile
        .sources
        .iter()
        .find(|source| source.kind == SourceKind::Client);
    if let Some(source) = client {
        state.set("source", &source.key);
    }
    if profile.channels.contains(&polku_profile::Channel::Oral) {
        state.set("channel", polku_profile::Channel::Oral.key());
    }
}

/// Fills a form with what is stored.
pub(super) fn fill(state: &mut FormState, basics: &Basics, fields: &[Field], texts: Texts) {
    for field in fields {
        let values: Vec<String> = basics
            .values(*field)
            .iter()
            .map(|kept| value::typed(*field, kept, texts))
            .collect();
        state.set(field.key(), values.join(", "));
        if let Some(item) = basics.item(*field).filter(|_| field.asks_necessity()) {
            state.set(format!("{}{}", field.key(), part::NECESSITY), &item.necessity);
        }
    }
    if state.value(Field::ProtectedAddress.key()).is_empty() {
        state.set(Field::ProtectedAddress.key(), "no");
    }
}
