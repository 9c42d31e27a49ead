//! Grounds, runs, counted days and payments in the database.

use std::collections::{BTreeMap, HashMap};

use jiff::{Timestamp, civil::Date};
use polku_desk::{
    Client, DeskError, Granted, GrantedSet, Operation, OwnedRow, Result, Row, SealedRecord, SubjectId, Visit,
    Write, params, statements,
};
use polku_values::{AccountNumber, Cents, dates::Month, service::Measure};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    ground::{GroundLine, GroundWords, PaidPeriod},
    rules::{Cancelling, Counted, DayLine, RunState},
};

statements! {
    /// The grounds of a client.
    owned(Service) GROUNDS = "SELECT g.id, g.version, g.valid_from, g.written_at, a.display_name, g.sealed \
        FROM allowance_ground g JOIN account a ON a.id = g.written_by WHERE g.register = :register AND \
        g.subject = :subject ORDER BY g.valid_from DESC, g.written_at DESC, g.id DESC";
    /// A ground is told.
    owned(Service) INSERT_GROUND = "INSERT INTO allowance_ground (register, subject, id, version, valid_from, written_by, \
        written_at, sealed) VALUES (:register, :subject, :id, 1, :from, :account, :now, :sealed)";
    /// The periods that have begun.
    owned(Service) PERIODS = "SELECT measure, starts_on, COALESCE(ended_on, ends_on) AS last_day FROM service_period \
        WHERE register = :register AND subject = :subject AND state <> 'planned' ORDER BY starts_on";
    /// The confirmed months up to one.
    owned(Attendance) MONTHS = "SELECT month FROM attendance_month WHERE register = :register AND subject = :subject \
        AND month <= :month";
    /// What the runs that count have counted, by day.
    owned(Allowance) COUNTED = "SELECT d.date, CAST(SUM(d.days) AS BIGINT) AS days, CAST(SUM(d.cents) AS BIGINT) AS cents \
        FROM allowance_day d JOIN allowance_run r ON r.register = d.register AND r.id = d.run WHERE \
        d.register = :register AND d.subject = :subject AND r.state <> 'cancelled' GROUP BY d.date";
    /// How many lines there are of each day, those of cancelled runs too.
    owned(Allowance) PLACES = "SELECT date, COUNT(*) AS number FROM allowance_day WHERE register = :register AND \
        subject = :subject GROUP BY date";
    /// A line of a day.
    owned(Allowance) INSERT_DAY = "INSERT INTO allowance_day (register, subject, id, run, date, place, days, cents) \
        VALUES (:register, :subject, :id, :run, :date, :place, :days, :cents)";
    /// A payment.
    owned(Allowance) INSERT_PAYMENT = "INSERT INTO allowance_payment (register, subject, id, version, run, days, cents, \
        sealed) VALUES (:register, :subject, :id, 1, :run, :days, :cents, :sealed)";
    /// The lines of a run.
    owned(Allowance) LINES = "SELECT date, days, cents FROM allowance_day WHERE register = :register AND \
        subject = :subject AND run = :run ORDER BY date";
    /// A client's payment of a run.
    owned(Allowance) PAYMENT = "SELECT id, version, days, cents, sealed FROM allowance_payment WHERE \
        register = :register AND subject = :subject AND run = :run";
    /// What was paid to a client, the latest first.
    owned(Allowance) HISTORY = "SELECT p.run, p.days, p.cents, r.month, r.state, r.bank_day, r.closed_at \
        FROM allowance_payment p JOIN allowance_run r ON r.register = p.register AND r.id = p.run WHERE \
        p.register = :register AND p.subject = :subject ORDER BY r.created_at DESC, p.id DESC";
    /// Those with a confirmed month up to one.
    listed(Allowance) CANDIDATES = "SELECT s.id AS subject FROM subject s WHERE s.register = :register AND {visible} AND \
        EXISTS (SELECT 1 FROM subject m JOIN attendance_month c ON c.register = m.register AND c.subject = m.id WHERE \
        m.register = s.register AND (m.id = s.id OR m.merged_into = s.id) AND c.month <= :month)";
    /// Those whom a run pays.
    listed(Allowance) PAYEES = "SELECT s.id AS subject FROM subject s JOIN allowance_payment p ON \
        p.register = s.register AND p.subject = s.id WHERE s.register = :register AND {visible} AND p.run = :run";
    /// All runs, the latest first.
    shared RUNS = "SELECT r.id, r.version, r.month, r.state, r.created_at, c.display_name AS creator, r.confirmed_at, \
        k.display_name AS confirmer, r.bank_day, r.file_made_at, r.closed_at, r.cancelled_for FROM allowance_run r \
        JOIN account c ON c.id = r.created_by LEFT JOIN account k ON k.id = r.confirmed_by \
        WHERE r.register = :register ORDER BY r.created_at DESC, r.id DESC LIMIT 100";
    /// One run.
    shared RUN = "SELECT r.id, r.version, r.month, r.state, r.created_at, c.display_name AS creator, r.confirmed_at, \
        k.display_name AS confirmer, r.bank_day, r.file_made_at, r.closed_at, r.cancelled_for FROM allowance_run r \
        JOIN account c ON c.id = r.created_by LEFT JOIN account k ON k.id = r.confirmed_by \
        WHERE r.register = :register AND r.id = :id";
    /// A run is drafted.
    shared INSERT_RUN = "INSERT INTO allowance_run (register, id, version, month, state, created_by, created_at) \
        VALUES (:register, :id, 1, :month, 'drafted', :account, :now)";
    /// A run is confirmed.
    shared CONFIRM_RUN = "UPDATE allowance_run SET version = version + 1, state = 'confirmed', confirmed_by = :account, \
        confirmed_at = :now WHERE register = :register AND id = :id AND version = :seen AND state = 'drafted'";
    /// The file of a run is made.
    shared FILE_RUN = "UPDATE allowance_run SET version = version + 1, state = 'file-made', bank_day = :bank_day, \
        file_made_at = :now WHERE register = :register AND id = :id AND version = :seen AND state = 'confirmed'";
    /// A run is paid or cancelled.
    shared CLOSE_RUN = "UPDATE allowance_run SET version = version + 1, state = :state, closed_by = :account, \
        closed_at = :now, cancelled_for = :reason WHERE register = :register AND id = :id AND version = :seen AND \
        state NOT IN ('paid', 'cancelled')";
}

/// A run as it is stored.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its id.
    pub id: Uuid,
    /// How many times it was stored.
    pub version: i64,
    /// Up to the end of which month.
    pub month: Month,
    /// How far it is.
    pub state: RunState,
    /// Who drafted it, and when.
    pub created: (String, Timestamp),
    /// Who confirmed it, and when.
    pub confirmed: Option<(String, Timestamp)>,
    /// On which day the bank pays.
    pub bank_day: Option<Date>,
    /// When its file was made.
    pub file_made_at: Option<Timestamp>,
    /// When it was paid or cancelled.
    pub closed_at: Option<Timestamp>,
    /// Why it was cancelled.
    pub cancelled_for: Option<Cancelling>,
}

/// What is sealed of a payment: the account that it goes to, none where the register keeps no accounts.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaidTo {
    /// The account.
    pub account: Option<AccountNumber>,
}

impl SealedRecord for PaidTo {
    const TABLE: &'static str = "allowance_payment";
}

impl std::fmt::Debug for PaidTo {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("PaidTo")
    }
}

/// A payment of a run.
#[derive(Clone, Debug)]
pub struct PaymentRow {
    /// Its id, which the bank is told.
    pub id: Uuid,
    /// To whom.
    pub client: SubjectId,
    /// The name.
    pub name: String,
    /// How many days, less those taken back.
    pub days: i64,
    /// How much.
    pub amount: Cents,
    /// The account.
    pub paid_to: PaidTo,
    /// The days that it counts.
    pub lines: Vec<DayLine>,
}

/// A payment of a client's history.
#[derive(Clone, Copy, Debug)]
pub struct PastPayment {
    /// The run.
    pub run: Uuid,
    /// Up to the end of which month.
    pub month: Month,
    /// How far the run is.
    pub state: RunState,
    /// How many days.
    pub days: i64,
    /// How much.
    pub amount: Cents,
    /// On which day the bank pays.
    pub bank_day: Option<Date>,
}

/// The grounds of several clients, by person.
pub async fn grounds<O: Operation>(
    set: &GrantedSet<'_, Client, O>,
) -> Result<HashMap<SubjectId, Vec<GroundLine>>> {
    let mut all: HashMap<SubjectId, Vec<GroundLine>> = HashMap::new();
    for row in set.fetch(GROUNDS, params! {}).await? {
        let line = ground(&row, set.open(&row)?)?;
        all.entry(set.person(&row)).or_default().push(line);
    }
    Ok(all)
}

/// The grounds of one client, the latest first.
pub async fn grounds_of<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<GroundLine>> {
    let rows = grant.fetch(GROUNDS, params! {}).await?;
    rows.iter().map(|row| ground(row, grant.open(row)?)).collect()
}

/// Tells a ground of a client. It is committed by the caller.
pub async fn insert_ground(
    grant: &Granted<'_, Client, Write>,
    from: Date,
    words: &GroundWords,
) -> Result<()> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "from" => from, "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal(id, 1, words)?,
    };
    grant.execute(INSERT_GROUND, row).await.map(drop)
}

/// The periods of several clients that have begun, by person, the earliest first.
pub async fn periods<O: Operation>(
    set: &GrantedSet<'_, Client, O>,
) -> Result<HashMap<SubjectId, Vec<PaidPeriod>>> {
    let mut all: HashMap<SubjectId, Vec<PaidPeriod>> = HashMap::new();
    for row in set.fetch(PERIODS, params! {}).await? {
        let measure: String = row.get("measure")?;
        let period = PaidPeriod {
            measure: Measure::from_code(&measure).ok_or(DeskError::Stored("measure"))?,
            from: row.get("starts_on")?,
            until: row.get("last_day")?,
        };
        all.entry(set.person(&row)).or_default().push(period);
    }
    Ok(all)
}

/// The confirmed months of several clients up to one, by person.
pub async fn months<O: Operation>(
    set: &GrantedSet<'_, Client, O>,
    month: Month,
) -> Result<HashMap<SubjectId, Vec<Month>>> {
    let mut all: HashMap<SubjectId, Vec<Month>> = HashMap::new();
    for row in set
        .fetch(MONTHS, params! { "month" => month.to_string() })
        .await?
    {
        all.entry(set.person(&row)).or_default().push(month_of(&row)?);
    }
    Ok(all)
}

/// What the runs that count have counted of several clients' days.
pub async fn counted<O: Operation>(
    set: &GrantedSet<'_, Client, O>,
) -> Result<HashMap<SubjectId, BTreeMap<Date, Counted>>> {
    let mut all: HashMap<SubjectId, BTreeMap<Date, Counted>> = HashMap::new();
    for row in set.fetch(COUNTED, params! {}).await? {
        let sum = all
            .entry(set.person(&row))
            .or_default()
            .entry(row.get("date")?)
            .or_default();
        // After a merge both records may have lines of a day.
        sum.days += row.get::<i64>("days")?;
        sum.amount = sum.amount + Cents(row.get("cents")?);
    }
    Ok(all)
}

/// Enters what a run counts and pays for one client.
///
/// # Errors
/// [`DeskError::Conflict`] when another run counts one of the days at the same time.
pub async fn insert_payment(
    grant: &Granted<'_, Client, Write>,
    run: Uuid,
    lines: &[DayLine],
    paid_to: &PaidTo,
) -> Result<()> {
    let visit = grant.visit();
    let mut places: HashMap<Date, i64> = HashMap::new();
    for row in grant.fetch(PLACES, params! {}).await? {
        if row.subject == grant.subject() {
            places.insert(row.get("date")?, row.get("number")?);
        }
    }
    for line in lines {
        let place = places.get(&line.date).copied().unwrap_or(0);
        let row = params! {
            "id" => visit.new_id(), "run" => run, "date" => line.date, "place" => place, "days" => line.days,
            "cents" => line.amount.0,
        };
        grant.execute(INSERT_DAY, row).await?;
    }
    let id = visit.new_id();
    let row = params! {
        "id" => id, "run" => run, "days" => lines.iter().map(|line| line.days).sum::<i64>(),
        "cents" => lines.iter().map(|line| line.amount).sum::<Cents>().0, "sealed" => grant.seal(id, 1, paid_to)?,
    };
    grant.execute(INSERT_PAYMENT, row).await.map(drop)
}

/// The payments of a run, in the order of names.
pub async fn payments<O: Operation>(set: &GrantedSet<'_, Client, O>, run: Uuid) -> Result<Vec<PaymentRow>> {
    let visit = set.visit();
    let asked = || params! { "run" => run };
    let mut lines: HashMap<SubjectId, Vec<DayLine>> = HashMap::new();
    for row in set.fetch(LINES, asked()).await? {
        lines.entry(row.subject).or_default().push(DayLine {
            date: row.get("date")?,
            days: row.get("days")?,
            amount: Cents(row.get("cents")?),
        });
    }
    let mut rows: HashMap<SubjectId, PaymentRow> = HashMap::new();
    for row in set.fetch(PAYMENT, asked()).await? {
        let client = set.person(&row);
        let payment = PaymentRow {
            id: row.get("id")?,
            client,
            name: visit.name_of(client).unwrap_or_default(),
            days: row.get("days")?,
            amount: Cents(row.get("cents")?),
            paid_to: set.open(&row)?,
            lines: lines.remove(&row.subject).unwrap_or_default(),
        };
        rows.insert(client, payment);
    }
    let order = visit.in_order(rows.keys().copied().collect::<Vec<_>>());
    Ok(order.iter().filter_map(|client| rows.remove(client)).collect())
}

/// What was paid to a client, the latest first.
pub async fn history<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<PastPayment>> {
    let rows = grant.fetch(HISTORY, params! {}).await?;
    let past = rows.iter().map(|row| {
        Ok(PastPayment {
            run: row.get("run")?,
            month: month_of(row)?,
            state: row.state("state")?,
            days: row.get("days")?,
            amount: Cents(row.get("cents")?),
            bank_day: row.get("bank_day")?,
        })
    });
    past.collect()
}

/// The latest hundred runs, the latest first.
pub async fn runs(visit: &Visit) -> Result<Vec<Run>> {
    let rows = visit.fetch(RUNS, params! {}).await?;
    rows.iter().map(run_of).collect()
}

/// One run.
///
/// # Errors
/// [`DeskError::Hidden`] when the register has none of that id.
pub async fn run(visit: &Visit, id: Uuid) -> Result<Run> {
    let rows = visit.fetch(RUN, params! { "id" => id }).await?;
    run_of(rows.first().ok_or(DeskError::Hidden)?)
}

fn run_of(row: &Row) -> Result<Run> {
    let month: String = row.get("month")?;
    let confirmer: Option<String> = row.get("confirmer")?;
    let confirmed_at: Option<Timestamp> = row.get("confirmed_at")?;
    let reason: Option<String> = row.get("cancelled_for")?;
    Ok(Run {
        id: row.get("id")?,
        version: row.get("version")?,
        month: month.parse().map_err(|_| DeskError::Stored("month"))?,
        state: row.state("state")?,
        created: (row.get("creator")?, row.get("created_at")?),
        confirmed: confirmer.zip(confirmed_at),
        bank_day: row.get("bank_day")?,
        file_made_at: row.get("file_made_at")?,
        closed_at: row.get("closed_at")?,
        cancelled_for: reason.map(|reason| reason.parse()).transpose()?,
    })
}

fn month_of(row: &OwnedRow) -> Result<Month> {
    let month: String = row.get("month")?;
    month.parse().map_err(|_| DeskError::Stored("month"))
}

fn ground(row: &OwnedRow, words: GroundWords) -> Result<GroundLine> {
    Ok(GroundLine {
        id: row.get("id")?,
        from: row.get("valid_from")?,
        words,
        by: row.get("display_name")?,
        at: row.get("written_at")?,
    })
}

#[cfg(test)]
mod tests {
    use polku_desk::database::all_statements;

    /// B6: what was counted stays. Whoever adds a statement that changes or deletes a counted day, a payment or a ground
    /// learns it here.
    #[test]
    fn no_statement_changes_what_was_counted_or_paid() {
        let tables = ["allowance_day", "allowance_payment", "allowance_ground"];
        let touching: Vec<&str> = all_statements()
            .map(|statement| statement.sql)
            .filter(|sql| tables.iter().any(|table| sql.contains(table)))
            .collect();
        assert!(
            touching.len() >= 8,
            "the statements are in the list: {touching:?}"
        );
        for sql in touching {
            assert!(
                sql.starts_with("SELECT") || sql.starts_with("INSERT INTO"),
                "{sql}"
            );
        }
    }
}
