//! How statement texts are shown.

use jiff::civil::Date;
use polku_pages::{
    Locale, Markup, Texts,
    components::{Button, Column, Notice, Paper, Table, Tag, action_bar},
    form::{Form, FormState},
    format, html,
};

use super::{
    super::consent::Kind,
    StatementText,
    store::{State, Statement},
};

/// The fields of the three languages, in the order of [`Statement::texts`].
const FIELDS: [(&str, Locale); 3] = [
    ("text_fi", Locale::Fi),
    ("text_sv", Locale::Sv),
    ("text_en", Locale::En),
];

/// What is read now for each kind, and the editions.
pub(super) fn list(
    texts: Texts,
    kinds: &[(Kind, StatementText)],
    editions: &[Statement],
    keeps: bool,
    today: Date,
) -> Markup {
    html! {
        div.stack {
            @for (kind, now) in kinds { (of_kind(texts, *kind, now, editions, keeps, today)) }
        }
    }
}

fn of_kind(
    texts: Texts,
    kind: Kind,
    now: &StatementText,
    editions: &[Statement],
    keeps: bool,
    today: Date,
) -> Markup {
    let own: Vec<&Statement> = editions.iter().filter(|edition| edition.kind == kind).collect();
    let has_draft = own.iter().any(|edition| edition.state == State::Draft);
    let mut paper = Paper::new(texts.t(&format!("consents-kind-{kind}")))
        .note(texts.with("consents-text-edition", &[("edition", now.edition.into())]));
    if keeps && !has_draft {
        let new = format!("/consent-statements/new?kind={kind}");
        paper = paper.action(
            Button::link(new, texts.t("consent-texts-new")).about(texts.t(&format!("consents-kind-{kind}"))),
        );
    }
    paper.with(html! {
        div.inside { div.said-text { (now.text(texts.locale().into())) } }
        @if !own.is_empty() { (table(texts, kind, &own, today)) }
    })
}

fn table(texts: Texts, kind: Kind, editions: &[&Statement], today: Date) -> Table {
    let columns = ["edition", "state", "written", "published-at"];
    let columns = columns.map(|column| Column::new(texts.t(&format!("consent-texts-{column}"))));
    let time = |moment| format::near_time(texts, format::finnish_time(moment), today);
    let row = |edition: &&Statement| {
        let word = texts.t(&format!("consent-texts-state-{}", edition.state));
        vec![
            html! { a href={ "/consent-statements/" (edition.id) } { (edition.edition) } },
            html! {
                (match edition.state {
                    State::Draft => Tag::draft(word),
                    State::Published => Tag::good(word),
                    State::Replaced => Tag::plain(word),
                })
            },
            html! { (edition.written_by) ", " (time(edition.written_at)) },
            html! { @if let Some(at) = edition.published_at { (time(at)) } },
        ]
    };
    Table::new(
        format!("editions-{kind}"),
        texts.t("consent-texts-editions"),
        columns,
    )
    .cards()
    .rows(editions.iter().map(row))
}

/// The form of a draft.
pub(super) fn form(texts: Texts, draft: Option<&Statement>, state: &FormState) -> Markup {
    let action = match draft {
        Some(draft) => format!("/consent-statements/{}", draft.id),
        None => "/consent-statements".to_owned(),
    };
    let form = Form::post(texts, &action, state);
    Paper::bare().with_inside(form.with(html! {
        @match draft {
            Some(_) => (form.hidden("version", state.value("version"))),
            None => (form.hidden("kind", state.value("kind"))),
        }
        @for error in state.errors_of("kind") { (Notice::failed(error)) }
        @for (field, locale) in FIELDS {
            (form.textarea(field, texts.t(&format!("consents-language-{}", locale.code()))).lines(8).language(locale.code()))
        }
        (action_bar([Button::submit(texts.t("common-save-draft")).main()]))
    }))
}

/// The button that publishes a draft, with what that means.
pub(super) fn publish(texts: Texts, draft: &Statement) -> Markup {
    let action = format!("/consent-statements/{}/publish", draft.id);
    Paper::new(texts.t("consent-texts-publish-title")).with_inside(html! {
        p { (texts.t("consent-texts-publish-means")) }
        form.action-bar method="post" action=(action) { (Button::submit(texts.t("consent-texts-publish"))) }
    })
}

/// An edition that does not change.
pub(super) fn read_only(texts: Texts, statement: &Statement) -> Markup {
    Paper::new(texts.t(&format!("consents-kind-{}", statement.kind)))
        .note(texts.with("consents-text-edition", &[("edition", statement.edition.into())]))
        .with_inside(words(texts, statement))
}

/// All three languages.
pub(super) fn words(texts: Texts, statement: &Statement) -> Markup {
    html! {
        @for ((_, locale), text) in FIELDS.iter().zip(&statement.texts) {
            h3 { (texts.t(&format!("consents-language-{}", locale.code()))) }
            div.said-text lang=(locale.code()) { (text) }
        }
    }
}

/// Fills a form with three texts.
pub(super) fn fill(state: &mut FormState, texts: &[String; 3]) {
    for ((field, _), text) in FIELDS.iter().zip(texts) {
        state.set(*field, text);
    }
}
