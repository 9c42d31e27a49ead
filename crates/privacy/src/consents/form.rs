//! The form by which a consent is given: for whom, for what, until when, the text that is read, and how it was given.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Locale, Markup, Texts,
    components::{Button, Disclosure, Notice, Paper, action_bar},
    form::{Choice, Form, FormState},
    html,
};
use polku_profile::{Permission, Profile};
use polku_values::InterfaceLanguage;
use uuid::Uuid;

use super::{
    consent::{For, Identified, Kind, Manner},
    rules,
    statements::StatementText,
};

/// What the form shows.
pub(super) struct GivePage {
    pub(super) client: SubjectId,
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) recipients: Vec<Choice>,
    pub(super) purposes: Vec<Choice>,
    pub(super) what: Vec<Choice>,
    pub(super) visible_to: Vec<(For, String)>,
    pub(super) scans: Vec<(Uuid, String)>,
    pub(super) statement: StatementText,
}

impl GivePage {
    /// The form with what was typed.
    pub(super) fn render(&self, texts: Texts, state: &FormState) -> Markup {
        if self.kind == Kind::Visibility && self.visible_to.is_empty() {
            return html! { (Notice::info(texts.t("consents-no-parties"))) };
        }
        let action = format!("/clients/{}/consents", self.client);
        let form = Form::post(texts, &action, state);
        Paper::bare().with_inside(form.with(html! {
            (form.hidden("kind", self.kind.name()))
            (self.to_whom(texts, &form))
            @if self.purposes.len() > 1 {
                (form.select("purpose", texts.t("consents-purpose"), self.purposes.iter().cloned()))
            }
            @if self.kind == Kind::Disclosure {
                (form.checkboxes("what", texts.t("consents-what"), self.what.iter().cloned()).help(texts.t("consents-what-help")))
            } @else {
                (Notice::info(texts.t("consents-visibility-opens")))
            }
            (form.date("until", texts.t("consents-until")).help(texts.t("consents-until-help")).optional())
            (Disclosure::new(texts.t("consents-later")).quiet().with(
                form.date("from", texts.t("consents-from")).help(texts.t("consents-from-help")).optional()
            ))
            (self.text(texts, &form))
            (self.how(texts, &form))
            (action_bar([Button::submit(texts.t("consents-give")).main()]))
        }))
    }

    fn to_whom(&self, texts: Texts, form: &Form<'_>) -> Markup {
        match self.kind {
            Kind::Disclosure | Kind::Photo => html! {
                (form.select("recipient", texts.t("consents-recipient"), self.recipients.iter().cloned()))
                (form.text("body", texts.t("consents-body")).help(texts.t("consents-body-help")).optional().autocomplete("off"))
            },
            Kind::Visibility => {
                let choices = self
                    .visible_to
                    .iter()
                    .map(|(to, name)| Choice::new(key_of(to), name));
                html! { (form.select("recipient", texts.t("consents-visible-to"), choices)) }
            }
        }
    }

    /// The text in the reader's language, the others beside: the client reads the one they choose.
    fn text(&self, texts: Texts, form: &Form<'_>) -> Markup {
        let own: InterfaceLanguage = texts.locale().into();
        let others = Locale::ALL
            .iter()
            .filter(|locale| InterfaceLanguage::from(**locale) != own);
        let languages = Locale::ALL.iter().map(|locale| {
            Choice::new(
                locale.code(),
                texts.t(&format!("consents-language-{}", locale.code())),
            )
        });
        html! {
            (form.group(texts.t("consents-text"), html! {
                p.quiet { (texts.with("consents-text-edition", &[("edition", self.statement.edition.into())])) }
                div.said-text.consent-text { (self.statement.text(own)) }
                @for locale in others {
                    (Disclosure::new(texts.t(&format!("consents-language-{}", locale.code()))).quiet().with(html! {
                        div.said-text.consent-text lang=(locale.code()) { (self.statement.text((*locale).into())) }
                    }))
                }
                (form.radios("language", texts.t("consents-language"), languages).side_by_side())
            }))
        }
    }

    fn how(&self, texts: Texts, form: &Form<'_>) -> Markup {
        let manners = [Manner::Screen, Manner::Paper].map(|manner| {
            Choice::new(manner.name(), texts.t(&format!("consents-manner-{manner}")))
                .help(texts.t(&format!("consents-manner-{manner}-help")))
        });
        let known = Identified::ALL
            .iter()
            .map(|how| Choice::new(how.name(), texts.t(&format!("consents-identified-{how}"))));
        html! {
            (form.radios("manner", texts.t("consents-manner"), manners))
            (form.date("signed_on", texts.t("consents-signed-on")).help(texts.t("consents-signed-on-help")).optional())
            @if !self.scans.is_empty() {
                (form.select("document", texts.t("consents-document"),
                    self.scans.iter().map(|(id, name)| Choice::new(id.to_string(), name))).optional())
            }
            (form.text("given_by", texts.t("consents-given-by"))
                .help(texts.with("consents-given-by-help", &[("name", self.name.as_str().into())])).optional().autocomplete("off"))
            (form.radios("identified", texts.t("consents-identified"), known).side_by_side())
        }
    }
}

/// What a form sends for a party or a worker.
pub(super) fn key_of(to: &For) -> String {
    match to {
        For::Party(id) => format!("party:{id}"),
        For::Worker(account) => format!("worker:{account}"),
        For::Recipient(key) => key.clone(),
        For::Body(_) => "other".to_owned(),
    }
}

/// The recipients who need a consent, and the way to name another body.
pub(super) fn recipients(texts: Texts, profile: &Profile) -> Vec<Choice> {
    let known = profile
        .recipients
        .iter()
        .filter(|recipient| recipient.permission == Permission::Consent)
        .map(|recipient| Choice::new(&recipient.key, recipient.name.get(texts.locale().into())));
    known
        .chain([Choice::new("other", texts.t("consents-other-body"))])
        .collect()
}

/// The purposes to which somebody can consent.
pub(super) fn purposes(texts: Texts, profile: &Profile, today: Date) -> Vec<Choice> {
    rules::purposes(profile, today)
        .map(|(purpose, _)| Choice::new(&purpose.key, purpose.text.get(texts.locale().into())))
        .collect()
}

/// What a consent to any of the purposes can cover.
pub(super) fn what(texts: Texts, profile: &Profile, today: Date) -> Vec<Choice> {
    let mut parts: Vec<_> = rules::purposes(profile, today)
        .filter_map(|(purpose, _)| rules::may_cover(profile, &purpose.key, today))
        .flatten()
        .collect();
    parts.sort_unstable();
    parts.dedup();
    parts
        .into_iter()
        .map(|part| Choice::new(part.to_string(), part.word(texts)))
        .collect()
}
