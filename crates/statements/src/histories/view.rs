//! How histories look: a time line each, the latest first, with a form open below.

use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Notice, Paper},
    form::{Choice, Form, FormState},
    html,
};
use polku_profile::Profile;

use super::{
    change::address,
    item::{History, Item},
    rules,
};

/// What the page shows.
pub(super) struct Shown<'a> {
    pub(super) texts: Texts,
    pub(super) client: SubjectId,
    pub(super) profile: &'a Profile,
    pub(super) histories: Vec<History>,
    pub(super) items: Vec<Item>,
    pub(super) tabs: Markup,
    /// What was typed into the form of a history, with what is to be mended.
    pub(super) typed: Option<(History, FormState)>,
    /// Whether the visitor's role writes here.
    pub(super) writes: bool,
}

impl Shown<'_> {
    /// The page.
    pub(super) fn render(&self) -> Markup {
        html! {
            (self.tabs)
            div.stack { @for history in &self.histories { (self.history(*history)) } }
        }
    }

    fn history(&self, history: History) -> Markup {
        let texts = self.texts;
        let items: Vec<&Item> = self
            .items
            .iter()
            .filter(|item| item.words.history == history)
            .collect();
        let mine = self.typed.as_ref().filter(|(typed, _)| *typed == history);
        let empty = FormState::new();
        let state = mine.map_or(&empty, |(_, state)| state);
        Paper::new(texts.t(&history.field().label_key()))
            .id(format!("history-{history}"))
            .with_inside(html! {
                @if items.is_empty() { p.quiet { (texts.t("histories-empty")) } }
                @else { ol.history { @for item in items { li { (self.item(item)) } } } }
                @if self.writes {
                    // One form at a time: the fields of two would have the same ids.
                    @if mine.is_some() {
                        (self.form(history, &format!("/clients/{}/histories", self.client), state, None))
                    } @else {
                        p.actions { (Button::link(
                            format!("/clients/{}/histories?add={history}#history-{history}", self.client),
                            texts.t("histories-add"),
                        ).about(texts.t(&history.field().label_key())).tiny()) }
                    }
                }
            })
    }

    fn item(&self, item: &Item) -> Markup {
        let (texts, words) = (self.texts, &item.words);
        let language = texts.locale().into();
        let source = self
            .profile
            .source(&words.source)
            .map(|source| source.name.get(language));
        html! {
            span.history-days { (rules::days(words.from, words.until)) }
            div {
                p.said-text { (words.what) }
                p.quiet.small {
                    @if let Some(source) = source { (source) } ", " (item.author)
                    @if !words.necessity.is_empty() { " · " (texts.t("client-necessity")) " " (words.necessity) }
                    @if self.writes { " " a.only-screen href={ (address(self.client, item.id)) "/edit" } { (texts.t("common-edit")) span.unseen { ", " (words.what) } } }
                }
            }
        }
    }

    /// The form of an item; `seen` is the version of one that is mended.
    pub(super) fn form(
        &self,
        history: History,
        action: &str,
        state: &FormState,
        seen: Option<i64>,
    ) -> Markup {
        item_form(self.texts, self.profile, history, action, state, seen)
    }
}

/// The form of an item.
pub(super) fn item_form(
    texts: Texts,
    profile: &Profile,
    history: History,
    action: &str,
    state: &FormState,
    seen: Option<i64>,
) -> Markup {
    let mut filled = state.clone();
    if filled.value("source").is_empty()
        && let Some(client) = profile
            .sources
            .iter()
            .find(|source| source.kind == polku_profile::SourceKind::Client)
    {
        filled.set("source", &client.key);
    }
    let form = Form::post(texts, action, &filled);
    let language = texts.locale().into();
    let sources = profile
        .sources
        .iter()
        .map(|source| Choice::new(&source.key, source.name.get(language)));
    let most = u32::try_from(rules::LONGEST_TEXT).unwrap_or(u32::MAX);
    form.with(html! {
        (form.hidden("history", history.name()))
        @if let Some(seen) = seen { (form.hidden("version", seen.to_string())) }
        (form.textarea("what", texts.t(&format!("histories-what-{history}"))).lines(2).max_length(most))
        (form.text("from", texts.t("histories-from")).help(texts.t("histories-moment-help")).short().optional())
        (form.text("until", texts.t("histories-until")).help(texts.t("histories-until-help")).short().optional())
        (form.select("source", texts.t("field-source"), sources))
        @if history.is_special() {
            (form.textarea("necessity", texts.t("field-necessity")).help(texts.t("client-necessity-help")).lines(2).max_length(most))
        }
        p.actions { (Button::submit(texts.t("common-save")).main()) }
    })
}

/// One item to be mended, with what somebody else stored meanwhile.
pub(super) fn edit(
    texts: Texts,
    profile: &Profile,
    client: SubjectId,
    item: &Item,
    state: &FormState,
    is_changed: bool,
) -> Markup {
    let here = address(client, item.id);
    html! {
        div.stack {
            @if is_changed {
                (Notice::warning(texts.t("histories-changed-meanwhile")).more(html! {
                    p.said-text { (rules::days(item.words.from, item.words.until)) " " (item.words.what) }
                }))
            }
            (Paper::new(texts.t(&item.words.history.field().label_key()))
                .with_inside(item_form(texts, profile, item.words.history, &here, state, Some(item.version))))
            form.action-bar method="post" action={ (here) "/remove" } {
                input type="hidden" name="version" value=(item.version);
                (Button::submit(texts.t("histories-remove")).danger())
            }
        }
    }
}

/// A form filled in with what an item says.
pub(super) fn filled(item: &Item) -> FormState {
    let words = &item.words;
    let mut state = FormState::new();
    state
        .set("what", &words.what)
        .set("from", words.from.map(rules::said).unwrap_or_default())
        .set("until", words.until.map(rules::said).unwrap_or_default())
        .set("source", &words.source)
        .set("necessity", &words.necessity);
    state
}
