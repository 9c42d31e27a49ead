//! Stories of the import of registers.

mod command;
mod meanwhile;
mod pages;
mod programs;

use std::sync::Arc;

use polku_casework::import::{Asked, Outcome, Purpose, SheetSummary, Summary, Told, import_file};
use polku_desk::{
    access::{AccessSpec, Action, Resource},
    database::ListStatement,
    params,
};
use polku_pages::{Locale, Texts};
use polku_testkit::{Browser, TestApp};
use polku_web::Answer;

/// The messy workbook of the samples: clients, attendance, diary.
pub const WORKBOOK: &[u8] = include_bytes!("../../../casework/tests/samples/workshop-register.xlsx");
/// The messy CSV of the samples: the same clients.
pub const CSV: &[u8] = include_bytes!("../../../casework/tests/samples/workshop-register.csv");

/// How a link to anyone's page begins.
pub const SOMEBODY: &str = "\"/clients/0";

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Attendance, Resource::Diary]);

polku_desk::statements! {
    listed(Attendance) MARKS = "SELECT s.id AS subject, COUNT(*) AS number FROM attendance a JOIN subject s ON \
        s.register = a.register AND s.id = a.subject WHERE a.register = :register AND {visible} GROUP BY s.id";
    listed(Diary) ENTRIES = "SELECT s.id AS subject, COUNT(*) AS number FROM diary_entry d JOIN subject s ON \
        s.register = d.register AND s.id = d.subject WHERE d.register = :register AND {visible} GROUP BY s.id";
}

/// Imports, or tells what would come in, as `polku import` does.
pub async fn try_import(
    app: &TestApp,
    main_user: &Browser,
    bytes: &[u8],
    purpose: Purpose,
    told: Told,
) -> Answer<Outcome> {
    let asked = Asked {
        system: "Pajarekisteri".to_owned(),
        necessity: None,
        purpose,
    };
    let texts = Texts::new(Locale::Fi);
    import_file(
        &app.desk,
        main_user.as_visitor(),
        &asked,
        bytes.to_vec(),
        texts,
        told,
    )
    .await
}

/// The same of a file that has nothing to be decided.
pub async fn import(app: &TestApp, main_user: &Browser, bytes: &[u8], purpose: Purpose) -> Summary {
    let nobody: Told = Arc::new(|_, _| {});
    match try_import(app, main_user, bytes, purpose, nobody).await {
        Ok(Outcome::Told(summary)) => summary,
        other => panic!("{other:?}"),
    }
}

/// Rows, those that came in, those that were known and those that were kept out, by sheet.
pub fn counts(sheets: &[SheetSummary]) -> Vec<(usize, usize, usize, usize)> {
    let counted = |sheet: &SheetSummary| (sheet.rows, sheet.imported, sheet.known, sheet.refused);
    sheets.iter().map(counted).collect()
}

/// How many marks and entries a manager sees.
pub async fn marks_and_entries(app: &TestApp, manager: &Browser) -> (i64, i64) {
    (
        total(app, manager, MARKS).await,
        total(app, manager, ENTRIES).await,
    )
}

async fn total(app: &TestApp, manager: &Browser, statement: ListStatement) -> i64 {
    let visit = app.visit(manager, READ).await;
    let listed = visit.list(statement, params! {}).await.expect("a list");
    let numbers = listed
        .rows
        .iter()
        .map(|row| row.get::<i64>("number").expect("a number"));
    numbers.sum()
}
