//! What leaves of a run as a file: the payment file for the bank, and the list of payments.

use polku_desk::{Client, DeskError, Export, Visit, params};
use polku_pages::{Texts, format};
use polku_print::{Cell, Column, Kind, Table};
use polku_values::Cents;
use polku_web::{
    Answer, AtDesk, Failure, Fields, IntoResponse, InvalidField, JsonBody, Path, Reader, Response, header,
};
use uuid::Uuid;

use super::{
    page,
    rules::RunState,
    run::{self, FileInput},
    store::{self, PaymentRow, Run},
};
use crate::{
    months::file::{push, workbook},
    payer,
    sepa::{self, Payment, PaymentFile},
};

pub(super) async fn payment_file(
    visit: AtDesk,
    reader: Reader,
    Path(id): Path<Uuid>,
    fields: Fields,
) -> Answer {
    match make(&visit, id, &fields.read()?).await {
        Err(Failure::Invalid(wrong)) => page::show_again(&visit, &reader, id, fields, &wrong).await,
        done => done,
    }
}

pub(super) async fn payment_file_api(
    visit: AtDesk,
    Path(id): Path<Uuid>,
    JsonBody(input): JsonBody<FileInput>,
) -> Answer {
    make(&visit, id, &input).await
}

/// The payment file of a confirmed run.
async fn make(visit: &Visit, id: Uuid, input: &FileInput) -> Answer {
    run::counted_here(visit)?;
    payer::paid(visit)?;
    let payer = payer::stored(visit)
        .await?
        .ok_or_else(|| missing("allowances-no-payer"))?;
    let set = visit
        .open_listed::<Client, Export>(store::PAYEES, params! { "run" => id })
        .await?;
    let payments = store::payments(&set, id).await?;
    // The run itself is read afresh, since only what was confirmed leaves.
    let run = run::file_made(visit, id, input).await?;
    let bytes = bytes(&run, payer.payer, &payments)?;
    let name = format!("maksut-{}.xml", run.month);
    let headers = [
        (header::CONTENT_TYPE, "application/xml".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    Ok((headers, bytes).into_response())
}

fn missing(key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField {
        field: "bank_day",
        key,
    }])
}

fn bytes(run: &Run, payer: sepa::Payer, payments: &[PaymentRow]) -> Answer<Vec<u8>> {
    let paid: Vec<Payment> = payments
        .iter()
        .filter(|payment| payment.amount > Cents::ZERO)
        .map(|payment| {
            Ok(Payment {
                id: payment.id.simple().to_string(),
                name: payment.name.clone(),
                account: payment
                    .paid_to
                    .account
                    .clone()
                    .ok_or(DeskError::Stored("a payment has its account"))?,
                amount: payment.amount,
            })
        })
        .collect::<Result<_, DeskError>>()?;
    let made = run
        .file_made_at
        .ok_or(DeskError::Stored("a file has its moment"))?;
    let file = PaymentFile {
        id: run.id.simple().to_string(),
        made: format::finnish_time(made),
        payer,
        bank_day: run.bank_day.ok_or(DeskError::Stored("a file has its day"))?,
        payments: paid,
    };
    sepa::write(&file).map_err(|error| match error {
        sepa::SepaError::Empty => missing("allowances-nothing-to-pay"),
        sepa::SepaError::Text(_) | sepa::SepaError::Amount => missing("allowances-bank-refuses"),
        sepa::SepaError::Xml(error) => Failure::Internal(error.to_string()),
    })
}

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>) -> Answer {
    workbook_of(&visit, reader.texts, id).await
}

pub(super) async fn list_api(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>) -> Answer {
    workbook_of(&visit, reader.texts, id).await
}

async fn workbook_of(visit: &Visit, texts: Texts, id: Uuid) -> Answer<Response> {
    run::counted_here(visit)?;
    let run = store::run(visit, id).await?;
    let set = visit
        .open_listed::<Client, Export>(store::PAYEES, params! { "run" => id })
        .await?;
    let payments = store::payments(&set, id).await?;
    let tables = [sums(texts, &run, &payments)?, days(texts, &payments)?];
    let name = format!("{}-{}", texts.t("allowances-file-name"), run.month);
    workbook(tables.into(), &name, visit.now()).await
}

fn sums(texts: Texts, run: &Run, payments: &[PaymentRow]) -> Answer<Table> {
    let columns = [
        ("attendance-client", Kind::Text),
        ("allowances-days", Kind::Number),
        ("allowances-amount", Kind::Money),
        ("months-state", Kind::Text),
    ];
    let columns = columns.map(|(key, kind)| Column::new(texts.t(key), kind));
    let mut table = Table::new(texts.t("allowances-payments"), columns.into());
    let state = texts.t(&format!("allowances-state-{}", run.state));
    for payment in payments {
        let row = vec![
            payment.name.as_str().into(),
            number(payment.days),
            Cell::Cents(payment.amount.0),
            state.as_str().into(),
        ];
        push(&mut table, row)?;
    }
    Ok(table)
}

fn days(texts: Texts, payments: &[PaymentRow]) -> Answer<Table> {
    let columns = [
        ("attendance-client", Kind::Text),
        ("export-column-day", Kind::Date),
        ("allowances-days", Kind::Number),
        ("allowances-amount", Kind::Money),
    ];
    let columns = columns.map(|(key, kind)| Column::new(texts.t(key), kind));
    let mut table = Table::new(texts.t("allowances-by-days"), columns.into());
    for payment in payments {
        for line in &payment.lines {
            let row = vec![
                payment.name.as_str().into(),
                line.date.into(),
                number(line.days),
                Cell::Cents(line.amount.0),
            ];
            push(&mut table, row)?;
        }
    }
    Ok(table)
}

fn number(days: i64) -> Cell {
    Cell::Number(i32::try_from(days).map_or(0.0, f64::from))
}

/// Whether the file of a run can be fetched, for the first time or again.
pub(super) fn is_offered(state: RunState) -> bool {
    matches!(state, RunState::Confirmed | RunState::FileMade | RunState::Paid)
}
