//! How a client's grounds look.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Empty, Paper, Row, Table, Tag, action_bar, rows},
    form::{Form, FormState},
    format, html,
};

use super::{
    ground::{GroundLine, ground_on},
    store::PastPayment,
    view::{ground_fields, month},
};

pub(super) fn render(
    texts: Texts,
    client: SubjectId,
    grounds: &[GroundLine],
    history: Option<&[PastPayment]>,
    state: &FormState,
    today: Date,
) -> Markup {
    html! {
        (told(texts, grounds, today))
        (form(texts, client, state))
        @if let Some(history) = history { (paid(texts, history)) }
    }
}

fn told(texts: Texts, grounds: &[GroundLine], today: Date) -> Markup {
    let paper = Paper::new(texts.t("allowances-grounds")).id("grounds");
    if grounds.is_empty() {
        return paper.with(Empty::new(texts.t("allowances-grounds-none")));
    }
    let current = ground_on(grounds, today).map(|line| line.id);
    let row = |line: &GroundLine| {
        let who = [
            ("name", line.by.as_str().into()),
            (
                "when",
                format::near_time(texts, format::finnish_time(line.at), today).into(),
            ),
        ];
        Row::new(texts.t(&format!("allowances-ground-{}", line.words.ground)))
            .words(html! {
                (texts.with("common-period-from", &[("start", format::date(line.from).into())]))
                @if current == Some(line.id) { " " (Tag::good(texts.t("allowances-ground-now"))) }
                br; "“" (line.words.source) "”"
            })
            .aside(texts.with("months-made-by", &who))
    };
    paper.with(rows(grounds.iter().map(row)))
}

fn form(texts: Texts, client: SubjectId, state: &FormState) -> Markup {
    let action = format!("/clients/{client}/allowance");
    let form = Form::post(texts, &action, state);
    Paper::new(texts.t("allowances-ground-new")).with_inside(form.with(html! {
        p { (texts.t("allowances-ground-what")) }
        (ground_fields(texts, &form))
        (action_bar([Button::submit(texts.t("common-save")).main()]))
    }))
}

fn paid(texts: Texts, history: &[PastPayment]) -> Markup {
    let paper = Paper::new(texts.t("allowances-history")).id("history");
    if history.is_empty() {
        return paper.with(Empty::new(texts.t("allowances-history-none")));
    }
    let columns = [
        Column::new(texts.t("attendance-month")),
        Column::number(texts.t("allowances-days")),
        Column::number(texts.t("allowances-amount")).unit("€"),
        Column::new(texts.t("months-state")),
        Column::new(texts.t("allowances-bank-day")),
    ];
    let row = |past: &PastPayment| {
        vec![
            html! { a href={ "/allowances/" (past.run) } { (month(texts, past.month)) } },
            html! { (past.days) },
            html! { (format::euros(texts.locale(), past.amount.0)) },
            html! { (texts.t(&format!("allowances-state-{}", past.state))) },
            html! { (past.bank_day.map_or_else(|| "–".to_owned(), format::date)) },
        ]
    };
    let table = Table::new("allowances-history", texts.t("allowances-history"), columns)
        .caption_unseen()
        .cards()
        .rows(history.iter().map(row));
    paper.with(table)
}
