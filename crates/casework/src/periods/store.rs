//! Periods in the database.

use std::collections::HashMap;

use jiff::{ToSpan, civil::Date};
use polku_desk::{
    Client, DeskError, Granted, GrantedSet, Operation, OwnedRow, Result, SubjectId, Visit, Write,
    database::{OwnedStatement, Params},
    params, statements,
};
use polku_values::{
    Minutes,
    dates::Weekdays,
    service::{Measure, Placement},
};
use uuid::Uuid;

use super::{
    period::{Details, Ending, Period, Plan, State},
    rules::{self, Flag},
    schedule::{Piece, Schedule, Week},
};

statements! {
    /// All periods.
    owned(Service) ALL = "SELECT id, version, state, measure, workgroup, starts_on, ends_on, ended_on, placement, \
        sealed FROM service_period WHERE register = :register AND subject = :subject";
    /// One period.
    owned(Service) ONE = "SELECT id, version, state, measure, workgroup, starts_on, ends_on, ended_on, placement, \
        sealed FROM service_period WHERE register = :register AND subject = :subject AND id = :id";
    /// The schedules of all periods.
    owned(Service) PIECES = "SELECT period, weekdays, minutes, valid_from, valid_until FROM period_schedule \
        WHERE register = :register AND subject = :subject ORDER BY valid_from";
    /// The schedules between two days of periods that have begun.
    owned(Service) SCHEDULES = "SELECT p.id AS period, p.workgroup, w.weekdays, w.minutes, w.valid_from, w.valid_until \
        FROM period_schedule w JOIN service_period p ON p.register = w.register AND p.subject = w.subject AND \
        p.id = w.period WHERE w.register = :register AND w.subject = :subject AND p.state <> 'planned' AND \
        w.valid_from <= :to AND (w.valid_until IS NULL OR w.valid_until >= :from) ORDER BY w.valid_from";
    /// A period is planned or begins.
    owned(Service) INSERT = "INSERT INTO service_period (register, subject, id, version, state, measure, workgroup, \
        starts_on, ends_on, created_at, sealed) VALUES (:register, :subject, :id, 1, :state, :measure, :workgroup, \
        :starts_on, :ends_on, :now, :sealed)";
    /// A period as it is now.
    owned(Service) UPDATE = "UPDATE service_period SET version = :version, state = :state, measure = :measure, \
        workgroup = :workgroup, starts_on = :starts_on, ends_on = :ends_on, ended_on = :ended_on, \
        placement = :placement, sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id AND \
        version = :seen";
    /// Takes the schedule away, to be written anew.
    owned(Service) CLEAR_PIECES = "DELETE FROM period_schedule WHERE register = :register AND subject = :subject AND \
        period = :period";
    /// A piece of a schedule.
    owned(Service) INSERT_PIECE = "INSERT INTO period_schedule (register, subject, id, version, period, weekdays, \
        minutes, valid_from, valid_until) VALUES (:register, :subject, :id, 1, :period, :weekdays, :minutes, \
        :valid_from, :valid_until)";
    /// What a coach should see to: not started, ending, not closed, without an end.
    listed(Service) DUE = "SELECT p.subject AS subject, p.id, p.state, p.starts_on, p.ends_on FROM service_period p \
        JOIN subject s ON s.register = p.register AND s.id = p.subject WHERE p.register = :register AND {visible} AND \
        ((p.state = 'planned' AND p.starts_on < :today) OR \
        (p.state = 'ongoing' AND (p.ends_on IS NULL OR p.ends_on <= :horizon))) ORDER BY CASE WHEN p.state = 'planned' \
        THEN p.starts_on ELSE COALESCE(p.ends_on, '9999-12-31') END, p.id LIMIT :limit";
    /// The schedules between two days of everyone whom the visitor may see.
    listed(Service) LISTED_SCHEDULES = "SELECT w.subject AS subject, p.id AS period, p.workgroup, w.weekdays, \
        w.minutes, w.valid_from, w.valid_until FROM period_schedule w JOIN service_period p ON \
        p.register = w.register AND p.subject = w.subject AND p.id = w.period JOIN subject s ON \
        s.register = w.register AND s.id = w.subject WHERE w.register = :register AND {visible} AND \
        p.state <> 'planned' AND w.valid_from <= :to AND (w.valid_until IS NULL OR w.valid_until >= :from) \
        ORDER BY w.valid_from";
    /// Where people are: the places of ongoing periods.
    listed(Service) PLACES = "SELECT p.subject AS subject, p.id, p.version, p.sealed FROM service_period p \
        JOIN subject s ON s.register = p.register AND s.id = p.subject WHERE p.register = :register AND {visible} AND \
        p.state = 'ongoing' ORDER BY p.starts_on";
    /// How many periods are to be seen to.
    listed(Service) DUE_NUMBERS = "SELECT \
        CAST(COALESCE(SUM(CASE WHEN p.state = 'planned' THEN 1 ELSE 0 END), 0) AS BIGINT) AS not_started, \
        CAST(COALESCE(SUM(CASE WHEN p.state = 'ongoing' AND p.ends_on < :today THEN 1 ELSE 0 END), 0) AS BIGINT) \
        AS not_closed, \
        CAST(COALESCE(SUM(CASE WHEN p.state = 'ongoing' AND p.ends_on >= :today THEN 1 ELSE 0 END), 0) AS BIGINT) \
        AS ending FROM service_period p JOIN subject s ON s.register = p.register AND s.id = p.subject WHERE \
        p.register = :register AND {visible} AND ((p.state = 'planned' AND p.starts_on < :today) OR \
        (p.state = 'ongoing' AND p.ends_on <= :horizon))";
}

/// What [`all`] asks for.
pub(crate) fn asked() -> [(OwnedStatement, Params); 2] {
    [(PIECES, params! {}), (ALL, params! {})]
}

/// What [`schedules_of`] asks for.
pub(crate) fn schedules_asked(from: Date, to: Date) -> (OwnedStatement, Params) {
    (SCHEDULES, params! { "from" => from, "to" => to })
}

/// Every period of the client, the latest first.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Period>> {
    let pieces = grant.fetch(PIECES, params! {}).await?;
    let rows = grant.fetch(ALL, params! {}).await?;
    let mut periods = rows
        .iter()
        .map(|row| period(grant, row, &pieces))
        .collect::<Result<Vec<_>>>()?;
    periods.sort_by_key(|period| std::cmp::Reverse((period.starts_on, period.id)));
    Ok(periods)
}

/// One period of the client.
pub(super) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Period> {
    let row = grant.fetch_one(ONE, params! { "id" => id }).await?;
    let pieces = grant.fetch(PIECES, params! {}).await?;
    period(grant, &row, &pieces)
}

/// Stores a new period.
pub(crate) async fn insert(grant: &Granted<'_, Client, Write>, period: &Period) -> Result<()> {
    let row = params! {
        "id" => period.id, "state" => period.state, "measure" => period.measure.code(),
        "workgroup" => period.workgroup, "starts_on" => period.starts_on, "ends_on" => period.ends_on,
        "now" => grant.visit().now(), "sealed" => grant.seal(period.id, 1, &period.details)?,
    };
    grant.put(INSERT, row).await?;
    add_schedule(grant, period).await
}

/// Stores a period as it is now, unless somebody changed it first; `seen` is the version that the change was made on.
pub(super) async fn update(grant: &Granted<'_, Client, Write>, period: &Period, seen: i64) -> Result<()> {
    let version = seen + 1;
    let row = params! {
        "id" => period.id, "seen" => seen, "version" => version, "state" => period.state,
        "measure" => period.measure.code(), "workgroup" => period.workgroup, "starts_on" => period.starts_on,
        "ends_on" => period.ends_on, "ended_on" => period.ending.map(|ending| ending.on),
        "placement" => period.ending.map(|ending| ending.placement.code()),
        "sealed" => grant.seal_for(period.owner, period.id, version, &period.details)?,
    };
    grant.execute_one(period.owner, UPDATE, row).await?;
    let of_period = params! { "period" => period.id };
    grant.execute_for(period.owner, CLEAR_PIECES, of_period).await?;
    add_schedule(grant, period).await
}

async fn add_schedule(grant: &Granted<'_, Client, Write>, period: &Period) -> Result<()> {
    for piece in &period.schedule {
        let row = params! {
            "id" => grant.visit().new_id(), "period" => period.id, "weekdays" => piece.week.weekdays.bits(),
            "minutes" => piece.week.minutes.0, "valid_from" => piece.from, "valid_until" => piece.until,
        };
        grant.put_for(period.owner, INSERT_PIECE, row).await?;
    }
    Ok(())
}

/// The schedules of several clients between two days, of periods that have begun.
pub(crate) async fn schedules<O: Operation>(
    set: &GrantedSet<'_, Client, O>,
    from: Date,
    to: Date,
) -> Result<Vec<Schedule>> {
    let rows = set
        .fetch(SCHEDULES, params! { "from" => from, "to" => to })
        .await?;
    rows.iter().map(schedule).collect()
}

/// The schedules of one client between two days, of periods that have begun.
pub(crate) async fn schedules_of<O: Operation>(
    grant: &Granted<'_, Client, O>,
    from: Date,
    to: Date,
) -> Result<Vec<Schedule>> {
    let (statement, params) = schedules_asked(from, to);
    let rows = grant.fetch(statement, params).await?;
    rows.iter().map(schedule).collect()
}

/// The schedules that hold on a day for people whom the visit has listed.
pub(crate) async fn schedules_about(visit: &Visit, people: &[SubjectId], day: Date) -> Result<Vec<Schedule>> {
    let asked = params! { "from" => day, "to" => day };
    let listed = visit.rows_about(LISTED_SCHEDULES, people, asked).await?;
    listed.rows.iter().map(schedule).collect()
}

/// Where people whom the visit has listed work now, in words: the place of an ongoing period.
pub(crate) async fn places(visit: &Visit, people: &[SubjectId]) -> Result<HashMap<SubjectId, String>> {
    let listed = visit.rows_about(PLACES, people, params! {}).await?;
    let mut places = HashMap::new();
    for row in &listed.rows {
        let place = listed.open::<Details>(row)?.place;
        if !place.is_empty() {
            places.insert(row.subject, place);
        }
    }
    Ok(places)
}

/// How many periods are to be seen to, of everyone whom the visitor may see. Numbers show nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DueNumbers {
    /// Planned ones whose first day has passed.
    pub(crate) not_started: i64,
    /// Ongoing ones whose last day has passed.
    pub(crate) not_closed: i64,
    /// Ongoing ones that end within four weeks.
    pub(crate) ending: i64,
}

/// How many periods are to be seen to.
pub(crate) async fn due_numbers(visit: &Visit) -> Result<DueNumbers> {
    let horizon = visit.today().saturating_add(rules::SOON_DAYS.days());
    let rows = visit
        .numbers(DUE_NUMBERS, params! { "horizon" => horizon })
        .await?;
    let Some(row) = rows.first() else {
        return Ok(DueNumbers::default());
    };
    Ok(DueNumbers {
        not_started: row.get("not_started")?,
        not_closed: row.get("not_closed")?,
        ending: row.get("ending")?,
    })
}

/// A period that somebody should see to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DuePeriod {
    /// Whose.
    pub(crate) subject: SubjectId,
    /// The client's name.
    pub(crate) name: String,
    /// The period.
    pub(crate) period: Uuid,
    /// What to see to.
    pub(crate) flag: Flag,
    /// The day that it is about: the first or last of the period; none when no end is agreed on.
    pub(crate) on: Option<Date>,
}

/// The most pressing periods to see to, of everyone whom the visitor may see: so many at most.
pub(crate) async fn due(visit: &Visit, limit: i64) -> Result<Vec<DuePeriod>> {
    let horizon = visit.today().saturating_add(rules::SOON_DAYS.days());
    let asked = params! { "horizon" => horizon, "limit" => limit };
    let listed = visit.list(DUE, asked).await?;
    let mut due = Vec::new();
    for row in &listed.rows {
        let is_planned = row.state::<State>("state")? == State::Planned;
        let on: Option<Date> = row.get(if is_planned { "starts_on" } else { "ends_on" })?;
        let flag = if is_planned {
            Some(Flag::NotStarted)
        } else {
            rules::end_flag(on, visit.today())
        };
        if let Some(flag) = flag {
            due.push(DuePeriod {
                subject: row.subject,
                name: listed.name(row),
                period: row.get("id")?,
                flag,
                on,
            });
        }
    }
    Ok(due)
}

fn period<O: Operation>(
    grant: &Granted<'_, Client, O>,
    row: &OwnedRow,
    pieces: &[OwnedRow],
) -> Result<Period> {
    let id: Uuid = row.get("id")?;
    let measure: String = row.get("measure")?;
    let placement: Option<String> = row.get("placement")?;
    let placement = placement
        .map(|code| Placement::from_code(&code).ok_or(DeskError::Stored("placement")))
        .transpose()?;
    let ended_on: Option<Date> = row.get("ended_on")?;
    let mut schedule = Vec::new();
    for stored in pieces {
        if stored.get::<Uuid>("period")? == id {
            schedule.push(piece(stored)?);
        }
    }
    Ok(Period {
        id,
        owner: row.subject,
        version: row.get("version")?,
        state: row.state("state")?,
        measure: Measure::from_code(&measure).ok_or(DeskError::Stored("measure"))?,
        workgroup: row.get("workgroup")?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
        ending: ended_on
            .zip(placement)
            .map(|(on, placement)| Ending { on, placement }),
        details: grant.open(row)?,
        schedule,
    })
}

fn piece(row: &OwnedRow) -> Result<Piece> {
    Ok(Piece {
        week: week(row)?,
        from: row.get("valid_from")?,
        until: row.get("valid_until")?,
    })
}

fn schedule(row: &OwnedRow) -> Result<Schedule> {
    let week = week(row)?;
    Ok(Schedule {
        subject: row.subject,
        period: row.get("period")?,
        workgroup: row.get("workgroup")?,
        weekdays: week.weekdays,
        minutes: week.minutes,
        from: row.get("valid_from")?,
        until: row.get("valid_until")?,
    })
}

fn week(row: &OwnedRow) -> Result<Week> {
    let bits: u16 = row.get("weekdays")?;
    let weekdays = u8::try_from(bits).ok().and_then(Weekdays::from_bits);
    Ok(Week {
        weekdays: weekdays.ok_or(DeskError::Stored("weekdays"))?,
        minutes: Minutes(row.get("minutes")?),
    })
}

impl Period {
    /// What is agreed on for the period as it is stored.
    pub(super) fn plan(&self) -> Plan {
        Plan {
            measure: self.measure,
            workgroup: self.workgroup,
            place: self.details.place.clone(),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            week: self.week(),
        }
    }
}
