//! The fields of what is said of a document: on the form of new ones and on that of one.

use polku_pages::{
    Markup, Texts,
    form::{Choice, Form},
    html,
};
use polku_profile::{Profile, Publicity};

use super::{language, language_word, publicity_word};
use crate::{
    class::Class,
    document::Language,
    input::{LONGEST_LINE, LONGEST_NOTE, LONGEST_TITLE},
};

/// The class and the day: what is worth saying of every paper.
pub(super) fn main(texts: Texts, form: &Form<'_>) -> Markup {
    let classes = Class::ALL
        .iter()
        .map(|class| Choice::new(class.name(), texts.t(class.word())));
    html! {
        (form.select("class", texts.t("documents-class"), classes).help(texts.t("documents-class-help")))
        (form.text("title", texts.t("documents-title-field")).optional().max_length(LONGEST_TITLE)
            .help(texts.t("documents-title-help")))
        (form.date("dated", texts.t("documents-dated")).optional().help(texts.t("documents-dated-help")))
    }
}

/// Where it comes from, and how secret it is.
pub(super) fn rest(texts: Texts, profile: &Profile, form: &Form<'_>) -> Markup {
    let languages = Language::ALL
        .iter()
        .map(|language| Choice::new(language.name(), texts.t(language_word(*language))));
    let sources = profile
        .sources
        .iter()
        .map(|source| Choice::new(&source.key, source.name.get(language(texts))));
    let channels = profile
        .channels
        .iter()
        .map(|channel| Choice::new(channel.key(), texts.t(&channel.label_key())));
    let publicity = [Publicity::Secret, Publicity::Partly, Publicity::Public]
        .map(|publicity| Choice::new(publicity.key(), texts.t(publicity_word(publicity))));
    let secrecy = format!("{} §", profile.controller.secrecy.act);
    let act = profile.act(&profile.controller.secrecy.act);
    let ground = act.map_or(secrecy, |act| {
        format!("{} ({})", act.name.get(language(texts)), act.number)
    });
    html! {
        (form.group(texts.t("documents-origin"), html! {
            (form.select("source", texts.t("field-source"), sources).optional())
            (form.text("who", texts.t("documents-who")).optional().max_length(LONGEST_LINE)
                .help(texts.t("documents-who-help")))
            (form.select("channel", texts.t("field-channel"), channels).optional())
            (form.select("language", texts.t("documents-language"), languages).optional())
        }))
        (form.group(texts.t("documents-secrecy"), html! {
            (form.radios("publicity", texts.t("documents-publicity"), publicity))
            (form.text("ground", texts.t("documents-ground")).optional().max_length(LONGEST_LINE)
                .help(texts.with("documents-ground-help", &[("ground", ground.into())])))
        }))
        (form.textarea("note", texts.t("documents-note")).optional().max_length(LONGEST_NOTE).lines(2))
    }
}
