//! Groups in the database.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use polku_desk::{
    AccountId, DeskError, Result, Row, SubjectId, Visit, access::Role, ids::WorkgroupId, params, statements,
};
use uuid::Uuid;

use super::{
    group::{Candidate, Coaching, Group, Member},
    input::CheckedGroup,
};

statements! {
    /// All groups.
    shared ALL = "SELECT id, name, place, closed_on, version FROM workgroup WHERE register = :register ORDER BY name, id";
    /// One group.
    shared ONE = "SELECT id, name, place, closed_on, version FROM workgroup WHERE register = :register AND id = :workgroup";
    /// All times of one group's coaches.
    shared COACHES_OF = "SELECT c.id, c.workgroup, c.account, a.display_name, c.valid_from, c.valid_until \
        FROM workgroup_coach c JOIN account a ON a.id = c.account WHERE c.register = :register AND \
        c.workgroup = :workgroup ORDER BY c.valid_from, c.id";
    /// All times of coaches.
    shared COACHES = "SELECT c.id, c.workgroup, c.account, a.display_name, c.valid_from, c.valid_until \
        FROM workgroup_coach c JOIN account a ON a.id = c.account WHERE c.register = :register \
        ORDER BY c.valid_from, c.id";
    /// The workers who can be made coaches.
    shared CANDIDATES = "SELECT DISTINCT a.id, a.display_name FROM access_right r JOIN account a ON a.id = r.account \
        WHERE r.register = :register AND a.state = 'open' AND r.role IN ('coach', 'service-manager') AND \
        r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today) ORDER BY a.display_name, a.id";
    /// A new group.
    shared INSERT = "INSERT INTO workgroup (register, id, name, place, created_at) \
        VALUES (:register, :id, :name, :place, :now)";
    /// Another name or place.
    shared RENAME = "UPDATE workgroup SET name = :name, place = :place, version = version + 1 \
        WHERE register = :register AND id = :id AND version = :seen";
    /// The group's last day.
    shared CLOSE = "UPDATE workgroup SET closed_on = :closed_on, version = version + 1 \
        WHERE register = :register AND id = :id AND version = :seen";
    /// A worker begins to coach a group.
    shared INSERT_COACH = "INSERT INTO workgroup_coach (register, id, workgroup, account, valid_from) \
        VALUES (:register, :id, :workgroup, :account, :from)";
    /// A worker's time as coach ends.
    shared END_COACH = "UPDATE workgroup_coach SET valid_until = :until \
        WHERE register = :register AND id = :id AND workgroup = :workgroup";
    /// Who was in a group between two days.
    listed(Service) MEMBERS = "SELECT m.subject AS subject, m.valid_from, m.valid_until FROM workgroup_member m \
        JOIN subject s ON s.register = m.register AND s.id = m.subject WHERE m.register = :register AND {visible} AND \
        m.workgroup = :workgroup AND m.valid_from <= :to AND (m.valid_until IS NULL OR m.valid_until >= :from) \
        ORDER BY m.valid_from";
}

/// Every group of the register, closed ones too, by name.
pub(crate) async fn all(visit: &Visit) -> Result<Vec<Group>> {
    let mut coaches: HashMap<WorkgroupId, Vec<Coaching>> = HashMap::new();
    for row in visit.fetch(COACHES, params! {}).await? {
        coaches
            .entry(row.get("workgroup")?)
            .or_default()
            .push(coaching(&row)?);
    }
    let rows = visit.fetch(ALL, params! {}).await?;
    let groups = rows
        .iter()
        .map(|row| group(row, coaches.remove(&row.get("id")?).unwrap_or_default()));
    groups.collect()
}

fn group(row: &Row, coaches: Vec<Coaching>) -> Result<Group> {
    Ok(Group {
        id: row.get("id")?,
        name: row.get("name")?,
        place: row.get("place")?,
        closed_on: row.get("closed_on")?,
        coaches,
        version: row.get("version")?,
    })
}

/// What a group is called, whoever may see it: for the page of somebody who works in it.
pub(crate) async fn name(visit: &Visit, id: WorkgroupId) -> Result<Option<String>> {
    let rows = visit.fetch(ONE, params! { "workgroup" => id }).await?;
    rows.first().map(|row| row.get("name")).transpose()
}

/// The open groups that the visitor works with today: a coach's own; for those who manage groups, all.
pub(crate) async fn of_visitor(visit: &Visit) -> Result<Vec<Group>> {
    let today = visit.today();
    let mut groups = seen(visit).await?;
    groups.retain(|group| group.is_open(today));
    Ok(groups)
}

/// The groups that the visitor may see, closed ones too.
pub(super) async fn seen(visit: &Visit) -> Result<Vec<Group>> {
    let mut groups = all(visit).await?;
    groups.retain(|group| group.is_seen_by(visit.account(), visit.role(), visit.today()));
    Ok(groups)
}

/// One group, if the visitor may see it.
pub async fn one(visit: &Visit, id: WorkgroupId) -> Result<Group> {
    let rows = visit.fetch(ONE, params! { "workgroup" => id }).await?;
    let row = rows.first().ok_or(DeskError::Hidden)?;
    let coaches = visit.fetch(COACHES_OF, params! { "workgroup" => id }).await?;
    let group = group(row, coaches.iter().map(coaching).collect::<Result<_>>()?)?;
    if group.is_seen_by(visit.account(), visit.role(), visit.today()) {
        Ok(group)
    } else {
        Err(DeskError::Hidden)
    }
}

/// Who was in a group between two days, by name: those of them whom the visitor may see.
pub(crate) async fn members(visit: &Visit, group: WorkgroupId, from: Date, to: Date) -> Result<Vec<Member>> {
    let asked = params! { "workgroup" => group, "from" => from, "to" => to };
    let listed = visit.list(MEMBERS, asked).await?;
    let mut members: HashMap<SubjectId, Member> = HashMap::new();
    for row in &listed.rows {
        let member = Member {
            client: row.subject,
            name: listed.name(row),
            from: row.get("valid_from")?,
            until: row.get("valid_until")?,
        };
        // Whoever left and came back is shown once, with the latest time.
        members.insert(row.subject, member);
    }
    let in_order = visit.in_order(members.keys().copied().collect::<HashSet<_>>());
    Ok(in_order
        .iter()
        .filter_map(|subject| members.remove(subject))
        .collect())
}

/// The workers who can be made coaches today.
pub(super) async fn candidates(visit: &Visit) -> Result<Vec<Candidate>> {
    let rows = visit
        .fetch(CANDIDATES, params! { "today" => visit.today() })
        .await?;
    let candidates = rows.iter().map(|row| {
        Ok(Candidate {
            account: row.get("id")?,
            name: row.get("display_name")?,
        })
    });
    candidates.collect()
}

/// Makes a group; answers its id.
pub(crate) async fn insert(visit: &Visit, group: &CheckedGroup) -> Result<WorkgroupId> {
    let id = WorkgroupId(visit.new_id());
    let row = params! { "id" => id, "name" => &group.name, "place" => &group.place, "now" => visit.now() };
    visit.execute_one("group-made", INSERT, row).await?;
    Ok(id)
}

/// Gives a group another name or place.
pub(super) async fn rename(visit: &Visit, id: WorkgroupId, seen: i64, group: &CheckedGroup) -> Result<()> {
    let row = params! { "id" => id, "seen" => seen, "name" => &group.name, "place" => &group.place };
    visit.execute_one("group-renamed", RENAME, row).await
}

/// Closes a group.
pub(super) async fn close(visit: &Visit, id: WorkgroupId, seen: i64, closed_on: Date) -> Result<()> {
    let row = params! { "id" => id, "seen" => seen, "closed_on" => closed_on };
    visit.execute_one("group-closed", CLOSE, row).await
}

/// Lets a worker coach a group from a day on; answers the id of that time.
pub(crate) async fn add_coach(
    visit: &Visit,
    group: WorkgroupId,
    account: AccountId,
    from: Date,
) -> Result<Uuid> {
    let id = visit.new_id();
    let row = params! { "id" => id, "workgroup" => group, "account" => account, "from" => from };
    visit.execute_one("group-coach-added", INSERT_COACH, row).await?;
    Ok(id)
}

/// Ends a worker's time as coach with a day, which is the last.
pub(super) async fn end_coach(visit: &Visit, group: WorkgroupId, coaching: Uuid, until: Date) -> Result<()> {
    let row = params! { "id" => coaching, "workgroup" => group, "until" => until };
    visit.execute_one("group-coach-ended", END_COACH, row).await
}

/// Whether the visitor makes and changes groups.
pub(super) fn manages(visit: &Visit) -> bool {
    matches!(visit.role(), Role::ServiceManager | Role::MainUser)
}

fn coaching(row: &Row) -> Result<Coaching> {
    Ok(Coaching {
        id: row.get("id")?,
        account: row.get("account")?,
        name: row.get("display_name")?,
        from: row.get("valid_from")?,
        until: row.get("valid_until")?,
    })
}
