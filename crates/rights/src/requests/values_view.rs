//! How values are shown that are said to be wrong, and who was told of their correction.

use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure as Fold, Empty, Fact, Facts, Notice, Paper, Row, Tag, action_bar, rows},
    form::{Choice, Form, FormState},
    format, html,
};

use super::{
    change::address,
    rectification::{Item, State as ItemState},
    told::Recipient,
    view::RequestPage,
};

impl RequestPage {
    pub(super) fn values(&self, texts: Texts, state: &FormState) -> Markup {
        let base = format!("{}/values", address(self.client, self.request.id));
        let line = |item: &Item| {
            let words = &item.words;
            let tag = match item.state {
                ItemState::Open => Tag::due(texts.t("requests-item-open")),
                ItemState::Corrected => Tag::good(texts.t("requests-item-corrected")),
                ItemState::Refused => Tag::over(texts.t("requests-item-refused")),
            };
            Row::link(format!("{base}/{}", item.id), &words.what)
                .words(html! { del { (words.was) } " → " (words.right) })
                .action(tag)
        };
        let adds = !self.request.state.is_closed() && self.may_write;
        let form = Form::post(texts, &base, state);
        let fields = self
            .fields
            .iter()
            .map(|field| Choice::new(&field.key, format!("{}: {}", field.name, field.value)));
        let fields = fields.chain([Choice::new("other", texts.t("requests-item-other"))]);
        html! {
            (Paper::new(texts.t("requests-values")).with(html! {
                @if self.items.is_empty() { (Empty::new(texts.t("requests-values-none"))) }
                @else { (rows(self.items.iter().map(line))) }
            }))
            @if adds {
                (Paper::bare().with_inside(Fold::new(texts.t("requests-item-add-title")).open(self.items.is_empty()).with(form.with(html! {
                    (form.select("field", texts.t("requests-item-field"), fields).help(texts.t("requests-item-field-help")))
                    (form.text("what", texts.t("requests-item-what")).help(texts.t("requests-item-what-help")).optional())
                    (form.text("was", texts.t("requests-item-was")).help(texts.t("requests-item-was-help")).optional())
                    (form.text("right", texts.t("requests-item-right")))
                    p.actions { (Button::submit(texts.t("requests-item-add"))) }
                }))))
            }
        }
    }

    pub(super) fn told(&self, texts: Texts, state: &FormState) -> Markup {
        if !self.sees_disclosures {
            return html! { (Notice::info(texts.t("requests-told-elsewhere"))) };
        }
        if self.recipients.is_empty() {
            return Paper::new(texts.t("requests-told-title"))
                .with(Empty::new(texts.t("requests-told-nobody")));
        }
        let line = |one: &Recipient| {
            let parts: Vec<String> = one.parts.iter().map(|part| part.word(texts)).collect();
            let row = Row::new(&one.name).words(parts.join(", "));
            match &one.told {
                Some((on, by, how)) => row
                    .aside(html! { (format::near_date(texts, *on, self.today)) ", " (by) ", " (how) })
                    .action(Tag::good(texts.t("requests-told"))),
                None => row.action(Tag::due(texts.t("requests-not-told"))),
            }
        };
        let untold: Vec<Choice> = self
            .recipients
            .iter()
            .filter(|one| one.told.is_none())
            .map(|one| Choice::new(&one.key, &one.name))
            .collect();
        let action = format!("{}/recipients", address(self.client, self.request.id));
        let form = Form::post(texts, &action, state);
        html! {
            (Paper::new(texts.t("requests-told-title")).note(texts.t("requests-told-law")).with(rows(self.recipients.iter().map(line))))
            @if self.may_write && !untold.is_empty() {
                (Paper::bare().with_inside(Fold::new(texts.t("requests-tell-title")).with(form.with(html! {
                    (form.select("recipient", texts.t("requests-recipient"), untold))
                    (form.date("told_on", texts.t("requests-told-on")).help(texts.t("requests-received-help")).optional())
                    (form.text("how", texts.t("requests-told-how")).help(texts.t("requests-told-how-help")))
                    p.actions { (Button::submit(texts.t("requests-tell"))) }
                }))))
            }
        }
    }
}

/// A value that is said to be wrong, with its decision.
pub(super) fn value(
    texts: Texts,
    client: SubjectId,
    request: uuid::Uuid,
    item: &Item,
    may_write: bool,
    state: &FormState,
) -> Markup {
    let words = &item.words;
    let mut facts = vec![
        Fact::new(texts.t("requests-item-what"), &words.what),
        Fact::new(texts.t("requests-item-was"), &words.was),
        Fact::new(texts.t("requests-item-right"), &words.right),
    ];
    for (key, text) in [
        ("requests-reasons", &words.reasons),
        ("requests-item-own-view", &words.own_view),
    ] {
        if !text.is_empty() {
            facts.push(Fact::new(texts.t(key), text));
        }
    }
    if let Some((by, at)) = &item.decided {
        let when = format::date_and_time(texts.locale(), format::finnish_time(*at));
        facts.push(Fact::new(
            texts.t("requests-item-decided"),
            format!("{by}, {when}"),
        ));
    }
    let action = format!("{}/values/{}", address(client, request), item.id);
    let form = Form::post(texts, &action, state);
    let outcomes = [
        Choice::new("corrected", texts.t("requests-item-corrected"))
            .help(texts.t("requests-item-corrected-help")),
        Choice::new("refused", texts.t("requests-item-refused")).help(texts.t("requests-item-refused-help")),
    ];
    html! {
        div.stack {
            (Paper::bare().with_inside(Facts::list(facts)))
            @if item.state == ItemState::Open && may_write {
                (Paper::new(texts.t("requests-item-decide")).with_inside(html! {
                    @if !words.field.is_empty() {
                        p { a href={ "/clients/" (client) "/basics" } { (texts.t("requests-item-to-record")) } }
                    }
                    (form.with(html! {
                        (form.hidden("version", item.version.to_string()))
                        (form.radios("outcome", texts.t("requests-item-outcome"), outcomes))
                        (form.textarea("reasons", texts.t("requests-reasons")).lines(3).optional())
                        (form.textarea("own_view", texts.t("requests-item-own-view")).help(texts.t("requests-item-own-view-help")).lines(3).optional())
                        (action_bar([Button::submit(texts.t("requests-item-save")).main()]))
                    }))
                }))
            }
        }
    }
}
