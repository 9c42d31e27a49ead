//! How decisions look.

use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Fact, Facts, Notice as Told, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::{Act, Profile, RecordKind};

use super::{
    change::address,
    decision::{Decision, Notified},
    rules,
};

/// All of them.
pub(super) fn list(texts: Texts, client: SubjectId, decisions: &[Decision], parts: &Markup) -> Markup {
    let row = |one: &Decision| {
        let first = one.words.what.lines().next().unwrap_or_default();
        Row::link(address(client, one.id), first)
            .words(state(texts, one))
            .aside(format::date(one.decided_on))
    };
    html! {
        (parts)
        @if decisions.is_empty() {
            (Paper::bare().with(Empty::new(texts.t("decisions-empty"))))
        } @else {
            (Paper::bare().with(rows(decisions.iter().map(row))))
        }
    }
}

fn state(texts: Texts, one: &Decision) -> Tag {
    match (one.replaced_by, one.notice) {
        (Some(_), _) => Tag::plain(texts.t("decisions-state-replaced")),
        (None, Some(_)) => Tag::good(texts.t("decisions-state-told")),
        (None, None) => Tag::due(texts.t("decisions-state-untold")),
    }
}

/// One decision, with the form by which the telling is entered.
pub(super) fn one(
    texts: Texts,
    client: SubjectId,
    profile: &Profile,
    decision: &Decision,
    typed: &FormState,
    decides: bool,
) -> Markup {
    html! {
        div.stack {
            @if let Some(next) = decision.replaced_by {
                (Told::warning(texts.t("decisions-replaced-by"))
                    .more(html! { a href=(address(client, next)) { (texts.t("decisions-open-newer")) } }))
            }
            (paper(texts, client, profile, decision))
            @if decides && decision.notice.is_none() { (notice_form(texts, client, decision, typed)) }
            @if decides && rules::may_replace(decision).is_ok() {
                p.only-screen {
                    (Button::link(format!("/clients/{client}/decisions/new?replaces={}", decision.id), texts.t("decisions-replace")))
                }
            }
        }
    }
}

fn paper(texts: Texts, client: SubjectId, profile: &Profile, decision: &Decision) -> Markup {
    let (words, language) = (&decision.words, texts.locale().into());
    let act = profile.act(&words.act).map_or_else(
        || words.act.clone(),
        |act| format!("{} ({})", act.name.get(language), act.number),
    );
    let mut facts = vec![
        Fact::new(texts.t("decisions-decided-on"), format::date(decision.decided_on)),
        Fact::new(texts.t("decisions-decided-by"), &words.decided_by),
        Fact::new(texts.t("decisions-ground"), format!("{act}, {}", words.section)),
    ];
    if let Some(notice) = decision.notice {
        let told = format!(
            "{}, {}",
            format::date(notice.on),
            texts.t(&notified_key(notice.by))
        );
        facts.push(Fact::new(texts.t("decisions-notified"), told));
    }
    let entered = [
        ("name", decision.author.as_str().into()),
        (
            "when",
            format::date_and_time(texts.locale(), format::finnish_time(decision.written_at)).into(),
        ),
    ];
    let is_secret = profile
        .record(RecordKind::Decision)
        .is_some_and(|record| record.publicity == polku_profile::Publicity::Secret);
    Paper::new(texts.t("record-decision")).note(state(texts, decision)).with_inside(html! {
        @if is_secret { p.statement-marking.only-print { (profile.disclosure.marking.get(language)) } }
        p.said-text { (words.what) }
        @if !words.reasons.is_empty() { h3 { (texts.t("decisions-reasons")) } p.said-text { (words.reasons) } }
        (Facts::list(facts))
        @if !words.appeal.is_empty() { h3 { (texts.t("decisions-appeal")) } p.said-text { (words.appeal) } }
        @if let Some(earlier) = decision.replaces {
            p { a href=(address(client, earlier)) { (texts.t("decisions-open-earlier")) } }
        }
        p.quiet.small { (texts.with("decisions-entered", &entered)) }
    })
}

fn notice_form(texts: Texts, client: SubjectId, decision: &Decision, typed: &FormState) -> Markup {
    let action = format!("{}/notice", address(client, decision.id));
    let form = Form::post(texts, &action, typed);
    let ways = Notified::ALL
        .iter()
        .map(|way| Choice::new(way.name(), texts.t(&notified_key(*way))));
    Paper::new(texts.t("decisions-notify-title")).with_inside(form.with(html! {
        (form.radios("by", texts.t("decisions-notified-how"), ways))
        (form.date("on", texts.t("decisions-notified-when")))
        p.actions { (Button::submit(texts.t("common-save"))) }
    }))
}

fn notified_key(way: Notified) -> String {
    format!("decisions-notified-{way}")
}

/// The form of a new decision.
pub(super) struct DecisionForm<'a> {
    pub(super) texts: Texts,
    pub(super) client: SubjectId,
    pub(super) acts: Vec<&'a Act>,
    /// Whether the register's decisions tell how to appeal.
    pub(super) asks_appeal: bool,
    pub(super) state: &'a FormState,
}

impl DecisionForm<'_> {
    /// The form.
    pub(super) fn render(&self) -> Markup {
        let texts = self.texts;
        let action = format!("/clients/{}/decisions", self.client);
        let form = Form::post(texts, &action, self.state);
        let language = texts.locale().into();
        let acts = self.acts.iter().map(|act| {
            let named = format!("{} ({})", act.name.get(language), act.number);
            Choice::new(named.clone(), named)
        });
        Paper::bare().with_inside(form.with(html! {
            @if let Some(replaces) = self.state.typed("replaces") {
                (Told::info(texts.t("decisions-replacing"))) (form.hidden("replaces", replaces))
            }
            (form.textarea("what", texts.t("decisions-what")).help(texts.t("decisions-what-help")).lines(4))
            (form.textarea("reasons", texts.t("decisions-reasons")).lines(4).optional())
            (form.text("decided_by", texts.t("decisions-decided-by")).help(texts.t("decisions-decided-by-help")))
            (form.date("decided_on", texts.t("decisions-decided-on")))
            (form.combobox("act", texts.t("decisions-act"), acts).help(texts.t("decisions-act-help")))
            (form.text("section", texts.t("decisions-section")).help(texts.t("decisions-section-help")).short())
            @if self.asks_appeal {
                (form.textarea("appeal", texts.t("decisions-appeal")).help(texts.t("decisions-appeal-help")).lines(4))
            }
            p.actions { (Button::submit(texts.t("decisions-make")).main()) }
        }))
    }
}
