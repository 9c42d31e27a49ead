//! The pages of allowances.

use jiff::civil::Date;
use polku_desk::{Client, DeskError, Read, Visit, params};
use polku_pages::{components::Button, form::FormState, format, frame::Heading};
use polku_values::dates::Month;
use polku_web::{Answer, AtDesk, Failure, Fields, InvalidField, Path, Query, Reader, flash, flash_warning};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    count,
    ground::GroundInput,
    rules::RunState,
    run::{self, DraftInput, StateInput},
    store,
    view::{self, Overview},
    view_run::RunPage,
};
use crate::payer;

/// What an address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) month: String,
}

impl Asked {
    /// The month; without one the latest that is over.
    pub(super) fn month(&self, today: Date) -> Answer<Month> {
        if self.month.is_empty() {
            return Ok(Month::of(today).previous());
        }
        self.month
            .parse()
            .map_err(|_| Failure::Unreadable("no such month"))
    }
}

pub(super) async fn overview(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    run::counted_here(&visit)?;
    let month = asked.month(visit.today())?;
    let (heading, body) = overview_of(&visit, &reader, month, &fresh(month), None).await?;
    Ok(reader.page("allowances-title", &heading, body))
}

fn fresh(month: Month) -> FormState {
    let mut state = FormState::new();
    state
        .set("from", format::date(month.first()))
        .set("ground", "own-area");
    state
}

async fn overview_of(
    visit: &Visit,
    reader: &Reader,
    month: Month,
    state: &FormState,
    refused: Option<String>,
) -> Answer<(Heading, polku_pages::Markup)> {
    let overview = Overview {
        refused,
        texts: reader.texts,
        month,
        today: visit.today(),
        due: count::due(visit, month).await?,
        runs: store::runs(visit).await?,
        payment: run::payment(visit)?,
        has_payer: !payer::pays(visit)? || payer::stored(visit).await?.is_some(),
        state,
    };
    let mut heading = Heading::new(reader.texts.t("allowances-heading"));
    if overview.may_draft() {
        let word = reader.texts.t("allowances-draft");
        heading = heading.action(Button::submit(word).of(view::DRAFT_FORM).main());
    }
    Ok((heading, overview.render()))
}

pub(super) async fn draft(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    let input: DraftInput = fields.read()?;
    match run::draft(&visit, &input).await {
        Ok(id) => Ok(flash(&format!("/allowances/{id}"), "allowances-drafted")),
        Err(Failure::Invalid(wrong)) => {
            let month = month_again(&input.month, visit.today());
            let refused = wrong.first().map(|invalid| reader.texts.t(invalid.key));
            let (heading, body) = overview_of(&visit, &reader, month, &fresh(month), refused).await?;
            Ok(reader.page_to_mend("allowances-title", &[], &heading, body))
        }
        Err(other) => Err(other),
    }
}

/// Tells a ground of everyone who lacks one.
pub(super) async fn set_missing(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    let input: GroundInput = fields.read()?;
    let month = fields.0.value("month").to_owned();
    match run::set_missing(&visit, &month, &input).await {
        Ok(_) => Ok(flash(
            &format!("/allowances?month={month}"),
            "allowances-grounds-told",
        )),
        Err(Failure::Invalid(wrong)) => {
            let month = month_again(&month, visit.today());
            let refused = wrong.iter().find(|invalid| invalid.field == "month");
            let refused = refused.map(|invalid| reader.texts.t(invalid.key));
            let state = fields.with_errors(&reader, &wrong);
            let (heading, body) = overview_of(&visit, &reader, month, &state, refused).await?;
            Ok(reader.page_to_mend("allowances-title", &[], &heading, body))
        }
        Err(other) => Err(other),
    }
}

/// The month that was sent; the latest that is over, when it is none.
fn month_again(sent: &str, today: Date) -> Month {
    sent.parse().unwrap_or_else(|_| Month::of(today).previous())
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>) -> Answer {
    let mut state = FormState::new();
    state.set("bank_day", format::date(run::suggested_bank_day(visit.today())));
    let (heading, body) = run_page(&visit, &reader, id, &state).await?;
    Ok(reader.page("allowances-run-title", &heading, body))
}

async fn run_page(
    visit: &Visit,
    reader: &Reader,
    id: Uuid,
    state: &FormState,
) -> Answer<(Heading, polku_pages::Markup)> {
    run::counted_here(visit)?;
    let run = store::run(visit, id).await?;
    let set = visit
        .open_listed::<Client, Read>(store::PAYEES, params! { "run" => id })
        .await?;
    let payments = store::payments(&set, id).await?;
    let texts = reader.texts;
    let page = RunPage {
        texts,
        run: &run,
        payments: &payments,
        payment: run::payment(visit)?,
        today: visit.today(),
        state,
    };
    Ok((page.heading(), page.render()))
}

/// The run's page again with something to mend.
pub(super) async fn show_again(
    visit: &Visit,
    reader: &Reader,
    id: Uuid,
    fields: Fields,
    wrong: &[InvalidField],
) -> Answer {
    let state = fields.with_errors(reader, wrong);
    let (heading, body) = run_page(visit, reader, id, &state).await?;
    Ok(reader.page_to_mend("allowances-run-title", &[], &heading, body))
}

pub(super) async fn confirm(visit: AtDesk, Path(id): Path<Uuid>, fields: Fields) -> Answer {
    turn(&visit, id, RunState::Confirmed, &fields, "allowances-confirmed").await
}

pub(super) async fn paid(visit: AtDesk, Path(id): Path<Uuid>, fields: Fields) -> Answer {
    turn(&visit, id, RunState::Paid, &fields, "allowances-paid").await
}

pub(super) async fn cancel(visit: AtDesk, Path(id): Path<Uuid>, fields: Fields) -> Answer {
    turn(&visit, id, RunState::Cancelled, &fields, "allowances-cancelled").await
}

async fn turn(visit: &Visit, id: Uuid, next: RunState, fields: &Fields, done: &'static str) -> Answer {
    let version = fields.0.value("version").parse();
    let input = StateInput {
        state: next.name().to_owned(),
        version: version.map_err(|_| Failure::Unreadable("the form lacks the version"))?,
        reason: fields.0.value("reason").to_owned(),
    };
    let page = format!("/allowances/{id}");
    match run::turn(visit, id, &input).await {
        Ok(()) => Ok(flash(&page, done)),
        Err(Failure::Invalid(wrong)) => {
            let key = wrong
                .first()
                .map_or("allowances-state-not-now", |invalid| invalid.key);
            Ok(flash_warning(&page, key))
        }
        Err(Failure::Desk(DeskError::Conflict)) => Ok(flash_warning(&page, "allowances-changed-meanwhile")),
        Err(other) => Err(other),
    }
}
