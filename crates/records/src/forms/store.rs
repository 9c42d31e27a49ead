//! The log of forms in the database.

use jiff::civil::Date;
use polku_desk::{Result, Visit, params, statements};
use uuid::Uuid;

use super::rules;

statements! {
    /// Forms that are not destroyed yet, the oldest first.
    shared LEFT = "SELECT f.id, f.mark, f.place, f.received_on, a.display_name AS receiver, f.entered_on \
        FROM paper_form f JOIN account a ON a.id = f.received_by WHERE f.register = :register \
        AND f.destroyed_on IS NULL ORDER BY f.received_on, f.mark";
    /// Forms that were destroyed last.
    shared GONE = "SELECT f.id, f.mark, f.destroyed_on, f.entered_on, a.display_name AS destroyer \
        FROM paper_form f JOIN account a ON a.id = f.destroyed_by WHERE f.register = :register \
        AND f.destroyed_on IS NOT NULL ORDER BY f.destroyed_on DESC, f.mark DESC LIMIT 20";
    /// How many forms there have been in a year.
    shared OF_YEAR = "SELECT COUNT(*) AS number FROM paper_form WHERE register = :register AND mark LIKE :year";
    /// A form came.
    shared INSERT = "INSERT INTO paper_form (register, id, mark, place, received_on, received_by) \
        VALUES (:register, :id, :mark, :place, :today, :account)";
    /// Its data was entered.
    shared ENTER = "UPDATE paper_form SET entered_on = :today, entered_by = :account, version = version + 1 \
        WHERE register = :register AND id = :id AND entered_on IS NULL AND destroyed_on IS NULL";
    /// It was destroyed.
    shared DESTROY = "UPDATE paper_form SET destroyed_on = :today, destroyed_by = :account, version = version + 1 \
        WHERE register = :register AND id = :id AND destroyed_on IS NULL";
}

/// A form that is not destroyed yet.
#[derive(Clone, Debug)]
pub(crate) struct PaperForm {
    pub(crate) id: Uuid,
    /// The number on the paper.
    pub(crate) mark: String,
    pub(crate) place: Uuid,
    pub(crate) received_on: Date,
    pub(crate) receiver: String,
    pub(crate) entered_on: Option<Date>,
}

/// A form that was destroyed.
#[derive(Clone, Debug)]
pub(crate) struct GoneForm {
    pub(crate) mark: String,
    pub(crate) destroyed_on: Date,
    pub(crate) destroyer: String,
    pub(crate) entered_on: Option<Date>,
}

/// Forms that are not destroyed yet, the oldest first.
pub(crate) async fn left(visit: &Visit) -> Result<Vec<PaperForm>> {
    let rows = visit.fetch(LEFT, params! {}).await?;
    let form = |row: &polku_desk::Row| {
        Ok(PaperForm {
            id: row.get("id")?,
            mark: row.get("mark")?,
            place: row.get("place")?,
            received_on: row.get("received_on")?,
            receiver: row.get("receiver")?,
            entered_on: row.get("entered_on")?,
        })
    };
    rows.iter().map(form).collect()
}

/// Forms that were destroyed last, the latest first.
pub(crate) async fn gone(visit: &Visit) -> Result<Vec<GoneForm>> {
    let rows = visit.fetch(GONE, params! {}).await?;
    let form = |row: &polku_desk::Row| {
        Ok(GoneForm {
            mark: row.get("mark")?,
            destroyed_on: row.get("destroyed_on")?,
            destroyer: row.get("destroyer")?,
            entered_on: row.get("entered_on")?,
        })
    };
    rows.iter().map(form).collect()
}

/// Enters that a form came; answers the number that is to be written on it.
///
/// # Errors
/// [`polku_desk::DeskError::Conflict`] when somebody else took the number at the same moment.
pub(super) async fn insert(visit: &Visit, place: Uuid) -> Result<String> {
    let year = visit.today().year();
    let asked = params! { "year" => format!("{year}-%") };
    let rows = visit.fetch(OF_YEAR, asked).await?;
    let earlier: i64 = rows.first().map_or(Ok(0), |row| row.get("number"))?;
    let mark = rules::mark(year, earlier);
    let row = params! {
        "id" => visit.new_id(), "mark" => mark.as_str(), "place" => place, "today" => visit.today(),
        "account" => visit.account(),
    };
    visit.execute_one("paper-form-received", INSERT, row).await?;
    Ok(mark)
}

/// Enters that the data of a form was entered.
pub(super) async fn enter(visit: &Visit, form: Uuid) -> Result<()> {
    let row = params! { "id" => form, "today" => visit.today(), "account" => visit.account() };
    visit.execute_one("paper-form-entered", ENTER, row).await
}

/// Enters that a form was destroyed.
pub(super) async fn destroy(visit: &Visit, form: Uuid) -> Result<()> {
    let row = params! { "id" => form, "today" => visit.today(), "account" => visit.account() };
    visit.execute_one("paper-form-destroyed", DESTROY, row).await
}
