//! How a run looks.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Disclosure, Fact, Facts, Notice, Paper, Table},
    form::{Choice, Form, FormState},
    format,
    frame::Heading,
    html,
};
use polku_values::Cents;

use super::{
    file,
    rules::{Cancelling, Payment, RunState},
    store::{PaymentRow, Run},
    view::{differences, euros, month, state_tag},
};

/// What the page of a run shows.
pub(super) struct RunPage<'a> {
    pub(super) texts: Texts,
    pub(super) run: &'a Run,
    pub(super) payments: &'a [PaymentRow],
    pub(super) payment: Payment,
    pub(super) today: Date,
    pub(super) state: &'a FormState,
}

impl RunPage<'_> {
    pub(super) fn heading(&self) -> Heading {
        let texts = self.texts;
        let title = texts.with(
            "allowances-run-heading",
            &[("month", month(texts, self.run.month).into())],
        );
        let heading = Heading::new(title)
            .back("/allowances", texts.t("allowances-heading"))
            .tag(state_tag(texts, self.run.state, self.payment));
        let next = match (self.run.state, self.payment) {
            (RunState::Draft, _) => ("confirm", "allowances-confirm"),
            (RunState::FileMade, _) => ("paid", "allowances-mark-paid"),
            (RunState::Confirmed, Payment::Elsewhere) => ("paid", "allowances-mark-reported"),
            _ => return heading,
        };
        heading.action(html! {
            form.inline method="post" action={ "/allowances/" (self.run.id) "/" (next.0) } {
                input type="hidden" name="version" value=(self.run.version);
                (Button::submit(texts.t(next.1)).main())
            }
        })
    }

    pub(super) fn render(&self) -> Markup {
        let texts = self.texts;
        html! {
            @if !file::is_offered(self.run.state) {
                @for error in self.state.errors_of("bank_day") { (Notice::failed(error)) }
            }
            (self.facts())
            @if self.payment == Payment::ByFile && file::is_offered(self.run.state) { (self.file()) }
            (self.payments())
            form.inline.only-screen method="post" action={ "/allowances/" (self.run.id) "/list" } {
                (Button::submit(texts.t("allowances-list")))
            }
            @if !matches!(self.run.state, RunState::Paid | RunState::Cancelled) { (self.cancelling()) }
        }
    }

    fn facts(&self) -> Facts {
        let (texts, run) = (self.texts, self.run);
        let total: Cents = self.payments.iter().map(|payment| payment.amount).sum();
        let days: i64 = self.payments.iter().map(|payment| payment.days).sum();
        let told = |(name, at): &(String, jiff::Timestamp)| {
            format!(
                "{name}, {}",
                format::near_time(texts, format::finnish_time(*at), self.today)
            )
        };
        let mut facts = vec![
            Fact::new(texts.t("allowances-amount"), euros(texts, total)),
            Fact::new(texts.t("allowances-days"), days),
            Fact::new(texts.t("allowances-people"), self.payments.len()),
            Fact::new(texts.t("allowances-drafted-by"), told(&run.created)),
        ];
        facts.extend(
            run.confirmed
                .as_ref()
                .map(|confirmed| Fact::new(texts.t("allowances-confirmed-by"), told(confirmed))),
        );
        facts.extend(
            run.bank_day
                .map(|day| Fact::new(texts.t("allowances-bank-day"), format::date(day))),
        );
        facts.extend(run.cancelled_for.map(|reason| {
            Fact::new(
                texts.t("allowances-cancelled-for"),
                texts.t(&format!("allowances-cancel-{reason}")),
            )
        }));
        Facts::strip(facts)
    }

    fn file(&self) -> Markup {
        let texts = self.texts;
        let action = format!("/allowances/{}/file", self.run.id);
        let form = Form::post(texts, &action, self.state);
        let is_new = self.run.state == RunState::Confirmed;
        Paper::new(texts.t("allowances-file")).with_inside(form.with(html! {
            p { (texts.t(if is_new { "allowances-file-what" } else { "allowances-file-again" })) }
            @if is_new {
                (form.date("bank_day", texts.t("allowances-bank-day")).help(texts.t("allowances-bank-day-help")))
            } @else {
                (form.hidden("bank_day", ""))
            }
            (Button::submit(texts.t("allowances-file-make")))
        }))
    }

    fn payments(&self) -> Markup {
        let texts = self.texts;
        let mut columns = vec![
            Column::new(texts.t("attendance-client")),
            Column::number(texts.t("allowances-days")),
            Column::number(texts.t("allowances-amount")).unit("€"),
        ];
        if self.payment == Payment::ByFile {
            columns.push(Column::new(texts.t("allowances-account")));
        }
        columns.push(Column::new(texts.t("allowances-notes")));
        let row = |payment: &PaymentRow| {
            let mut cells = vec![
                html! { a href={ "/clients/" (payment.client) "/allowance" } { (payment.name) } },
                html! { (payment.days) },
                html! { (euros(texts, payment.amount)) },
            ];
            if self.payment == Payment::ByFile {
                let account = payment.paid_to.account.as_ref();
                cells.push(
                    html! { (account.map_or_else(|| "–".to_owned(), polku_values::AccountNumber::masked)) },
                );
            }
            cells.push(differences(texts, &payment.lines, self.run.month));
            cells
        };
        let table = Table::new("allowances-payments", texts.t("allowances-payments"), columns)
            .caption_unseen()
            .cards()
            .rows(self.payments.iter().map(row));
        Paper::new(texts.t("allowances-payments")).with(table)
    }

    fn cancelling(&self) -> Markup {
        let texts = self.texts;
        let is_filed = self.run.state == RunState::FileMade;
        // What was never made cannot have stayed unsent or been refused.
        let possible = Cancelling::ALL
            .iter()
            .filter(|reason| is_filed || **reason == Cancelling::Mistake);
        let choices = possible
            .map(|reason| Choice::new(reason.name(), texts.t(&format!("allowances-cancel-{reason}"))));
        let action = format!("/allowances/{}/cancel", self.run.id);
        let mut state = FormState::new();
        state.set("reason", Cancelling::Mistake.name());
        let form = Form::post(texts, &action, &state);
        let consequence = if is_filed {
            "allowances-cancel-filed"
        } else {
            "allowances-cancel-what"
        };
        Disclosure::new(texts.t("allowances-cancel")).with(Paper::bare().with_inside(form.with(html! {
            p { (texts.t(consequence)) }
            (form.hidden("version", self.run.version.to_string()))
            (form.radios("reason", texts.t("allowances-cancel-why"), choices))
            (Button::submit(texts.t("allowances-cancel-do")).danger())
        })))
    }
}
