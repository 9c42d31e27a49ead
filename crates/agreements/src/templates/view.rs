//! How templates look.

use polku_pages::{
    Locale, Markup, Texts,
    components::{Button, Disclosure, Notice, Paper, Row, Tag, action_bar, rows},
    form::{Form, FormState},
    html,
};

use super::{
    page::address,
    placeholder::Placeholder,
    template::{Content, Standing, Template},
};
use crate::text;

const LANGUAGES: [(&str, &str, Locale); 3] = [
    ("title_fi", "text_fi", Locale::Fi),
    ("title_sv", "text_sv", Locale::Sv),
    ("title_en", "text_en", Locale::En),
];

/// How a version stands, in a word.
pub(super) fn tag(texts: Texts, standing: Standing) -> Tag {
    let word = texts.t(&format!("agreement-templates-{standing}"));
    match standing {
        Standing::Draft => Tag::draft(word),
        Standing::InUse => Tag::good(word),
        Standing::Retired => Tag::plain(word),
    }
}

/// All versions.
pub(super) fn list(texts: Texts, all: &[Template]) -> Markup {
    let row = |template: &Template| {
        let named = template.content.title.of(texts.locale().into());
        let named = if named.is_empty() {
            texts.t("agreement-templates-nameless")
        } else {
            named.to_owned()
        };
        let origin = match template.id.own() {
            None => "agreement-templates-shipped",
            Some(_) => "agreement-templates-own",
        };
        Row::link(address(&template.id), named).words(html! {
            (tag(texts, template.standing)) " "
            span.quiet {
                (texts.with("agreement-templates-version", &[("number", template.number.into())]))
                ", " (texts.t(origin))
            }
        })
    };
    Paper::bare().with(rows(all.iter().map(row)))
}

/// A draft's form, or what a version says. `stored_now` is what somebody else wrote meanwhile.
pub(super) fn template(
    texts: Texts,
    template: &Template,
    state: &FormState,
    stored_now: Option<&Content>,
) -> Markup {
    html! {
        div.stack {
            @if let Some(now) = stored_now {
                (Notice::warning(texts.t("agreement-templates-changed-meanwhile")))
                (Disclosure::new(texts.t("agreement-templates-stored-now")).open(true).with(words(texts, now)))
            }
            @if template.standing == Standing::Draft { (form(texts, template, state)) }
            @else if stored_now.is_some() {
                // It came into use meanwhile: what was typed is read here and copied to the next version.
                (Paper::new(texts.t("agreement-templates-typed")).with_inside(html! {
                    @for (title, body, _) in LANGUAGES { h3 { (state.value(title)) } pre.definition { (state.value(body)) } }
                }))
            } @else { (Paper::bare().with_inside(words(texts, &template.content))) }
            (standing(texts, template))
        }
    }
}

fn form(texts: Texts, template: &Template, state: &FormState) -> Markup {
    let action = address(&template.id);
    let form = Form::post(texts, &action, state);
    Paper::bare().with_inside(form.with(html! {
        (form.hidden("version", state.value("version")))
        (fields(texts))
        @for (title, body, locale) in LANGUAGES {
            (form.group(texts.t(&format!("agreement-templates-language-{}", locale.code())), html! {
                (form.text(title, texts.t("agreement-templates-name")).language(locale.code()))
                (form.textarea(body, texts.t("agreement-templates-text")).lines(18).language(locale.code()))
            }))
        }
        (action_bar([
            Button::submit(texts.t("agreement-templates-use")).named("do", "use").main(),
            Button::submit(texts.t("common-save-draft")).named("do", "save"),
        ]))
    }))
}

/// The fields that there are, and the notation.
pub(crate) fn fields(texts: Texts) -> Markup {
    Disclosure::new(texts.t("agreement-templates-fields"))
        .quiet()
        .with(html! {
            p { (texts.t("agreement-templates-notation")) }
            ul {
                @for field in Placeholder::ALL {
                    li { code { "{" (field.name()) "}" } " " (texts.t(&format!("agreement-field-{field}"))) }
                }
            }
        })
}

fn words(texts: Texts, content: &Content) -> Markup {
    html! {
        @for (_, _, locale) in LANGUAGES {
            section lang=(locale.code()) {
                h2 { (content.title.of(locale.into())) }
                p.quiet.small lang=(texts.locale().code()) { (texts.t(&format!("agreement-templates-language-{}", locale.code()))) }
                (text::shown(content.text.of(locale.into())))
            }
        }
    }
}

fn standing(texts: Texts, template: &Template) -> Markup {
    let press = |to: &str, key: &str| {
        html! {
            form.action-bar method="post" action={ (address(&template.id)) "/standing" } {
                (Button::submit(texts.t(key)).named("to", to))
            }
        }
    };
    match template.standing {
        Standing::Draft => press("discarded", "agreement-templates-discard"),
        Standing::InUse => press("retired", "agreement-templates-retire"),
        Standing::Retired => press("in-use", "agreement-templates-offer"),
    }
}
