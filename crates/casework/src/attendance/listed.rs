//! Attendance across people: for the day's page.

use std::collections::HashMap;

use jiff::civil::Date;
use polku_desk::{Result, SubjectId, Visit, ids::WorkgroupId, params, statements};

use super::{
    cell::StoredMark,
    store::{OWN, stored_mark},
    totals::DayCounts,
};

statements! {
    /// Who is in the groups that the visitor coaches today.
    listed(Attendance) COACHED = "SELECT DISTINCT m.subject AS subject, m.workgroup AS workgroup FROM workgroup_member m \
        JOIN workgroup_coach k ON k.register = m.register AND k.workgroup = m.workgroup JOIN subject s ON \
        s.register = m.register AND s.id = m.subject WHERE m.register = :register AND {visible} AND \
        k.account = :account AND k.valid_from <= :today AND (k.valid_until IS NULL OR k.valid_until >= :today) AND \
        m.valid_from <= :today AND (m.valid_until IS NULL OR m.valid_until >= :today)";
    /// What is marked on a day.
    listed(Attendance) MARKED = "SELECT a.subject AS subject, a.date, a.mark, a.minutes, a.version, a.marked_at, \
        w.display_name FROM attendance a JOIN subject s ON s.register = a.register AND s.id = a.subject \
        LEFT JOIN account w ON w.id = a.marked_by WHERE a.register = :register AND a.date = :day AND {visible}";
    /// Each group's day in numbers. A weekday is a bit of the schedule; the bit of no weekday leaves nobody expected.
    listed(Attendance) NUMBERS = "SELECT m.workgroup AS workgroup, \
        CAST(SUM(CASE WHEN a.mark = 'x' THEN 1 ELSE 0 END) AS BIGINT) AS present, \
        CAST(SUM(CASE WHEN a.mark IN ('s', 'p', 'l') THEN 1 ELSE 0 END) AS BIGINT) AS absent, \
        CAST(SUM(CASE WHEN COALESCE(a.mark, '·') = '·' AND EXISTS (SELECT 1 FROM period_schedule w JOIN service_period p \
        ON p.register = w.register AND p.subject = w.subject AND p.id = w.period WHERE w.register = s.register AND \
        w.subject = s.id AND p.state <> 'planned' AND w.valid_from <= :today AND (w.valid_until IS NULL OR \
        w.valid_until >= :today) AND (w.weekdays / :bit) % 2 = 1) THEN 1 ELSE 0 END) AS BIGINT) AS unmarked \
        FROM workgroup_member m JOIN subject s ON s.register = m.register AND s.id = m.subject \
        LEFT JOIN attendance a ON a.register = s.register AND a.subject = s.id AND a.date = :today \
        WHERE m.register = :register AND {visible} AND m.valid_from <= :today AND \
        (m.valid_until IS NULL OR m.valid_until >= :today) GROUP BY m.workgroup";
}

/// The bit of a schedule that no weekday has.
const NO_WEEKDAY: u32 = 1 << 7;

/// Who is in which of the groups that the visitor coaches today.
pub(crate) async fn coached(visit: &Visit) -> Result<Vec<(WorkgroupId, SubjectId)>> {
    let listed = visit.list(COACHED, params! {}).await?;
    let pairs = listed
        .rows
        .iter()
        .map(|row| Ok((row.get("workgroup")?, row.subject)));
    pairs.collect()
}

/// Those the visitor is responsible for who are in none of the visitor's groups.
pub(crate) async fn own(visit: &Visit) -> Result<Vec<SubjectId>> {
    let listed = visit.list(OWN, params! {}).await?;
    Ok(listed.rows.iter().map(|row| row.subject).collect())
}

/// What is marked on a day for people whom the visit has listed.
pub(crate) async fn marked(
    visit: &Visit,
    people: &[SubjectId],
    day: Date,
) -> Result<HashMap<SubjectId, StoredMark>> {
    let listed = visit.rows_about(MARKED, people, params! { "day" => day }).await?;
    let marks = listed.rows.iter().map(|row| Ok((row.subject, stored_mark(row)?)));
    marks.collect()
}

/// Today in numbers, by group, over everyone whom the visitor may see. Numbers show nobody.
pub(crate) async fn numbers(visit: &Visit) -> Result<HashMap<WorkgroupId, DayCounts>> {
    let today = visit.today();
    let bit = if polku_values::dates::holiday_on(today).is_some() {
        NO_WEEKDAY
    } else {
        1 << today.weekday().to_monday_zero_offset().unsigned_abs()
    };
    let rows = visit.numbers(NUMBERS, params! { "bit" => bit }).await?;
    let counts = rows.iter().map(|row| {
        let (present, absent, unmarked): (u32, u32, u32) =
            (row.get("present")?, row.get("absent")?, row.get("unmarked")?);
        let counts = DayCounts {
            expected: present + absent + unmarked,
            present,
            absent,
            unmarked,
        };
        Ok((row.get("workgroup")?, counts))
    });
    counts.collect()
}
