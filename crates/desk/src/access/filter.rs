//! The same rules as SQL: for lists, and for reading the facts that decisions rest on.

use super::{Action, Condition, Resource, Role, rules::conditions};

/// Present for somebody: published, not merged away, not frozen.
pub(crate) const PRESENT: &str = "(s.staged_by IS NULL OR EXISTS (SELECT 1 FROM import_run r WHERE r.register = :register AND \
     r.id = s.staged_by AND r.state = 'published'))";

/// The facts of those whom a list of parameters names: each condition by the very text that filters lists.
#[must_use]
pub(crate) fn facts_of(named: &str) -> String {
    let conditions: Vec<String> = Condition::ALL
        .iter()
        .enumerate()
        .map(|(place, condition)| {
            format!(
                "CASE WHEN {} THEN 1 ELSE 0 END AS condition_{place}",
                condition.sql()
            )
        })
        .collect();
    format!(
        "SELECT s.id AS subject, s.kind, s.restricted_at, s.merged_into, CASE WHEN {PRESENT} THEN 1 ELSE 0 END AS present, \
         CASE WHEN EXISTS (SELECT 1 FROM subject a WHERE a.register = s.register AND a.merged_into = s.id) THEN 1 ELSE 0 \
         END AS absorbs, {} \
         FROM subject s WHERE s.register = :register AND s.id IN ({named})",
        conditions.join(", ")
    )
}

/// The filter of a list for a role: `FALSE` in SQL when no rule allows anything.
#[must_use]
pub fn filter(role: Role, action: Action, resource: Resource) -> String {
    let grounds: Vec<Condition> = conditions(role, action, resource).collect();
    format!(
        "({}{})",
        filter_of_named(role, action, resource),
        narrowed(&grounds)
    )
}

/// The same filter for rows about people who are named one by one: there is nobody to find first.
#[must_use]
pub(crate) fn filter_of_named(role: Role, action: Action, resource: Resource) -> String {
    filter_with(role, action, resource, " AND s.merged_into IS NULL")
}

/// The same, with records that turned out to be somebody else's: for finding out whose a row is.
#[must_use]
pub(crate) fn filter_with_merged(role: Role, action: Action, resource: Resource) -> String {
    filter_with(role, action, resource, "")
}

fn filter_with(role: Role, action: Action, resource: Resource, unmerged: &str) -> String {
    let grounds: Vec<&str> = conditions(role, action, resource).map(Condition::sql).collect();
    if grounds.is_empty() {
        return "1 = 0".to_owned();
    }
    let unrestricted = if role.reaches_restricted() {
        ""
    } else {
        " AND s.restricted_at IS NULL"
    };
    format!(
        "({PRESENT}{unrestricted}{unmerged} AND {} AND ({}))",
        of_kind(resource),
        grounds.join(" OR ")
    )
}

/// A photograph is held like a person, and is none: it stands on the lists of photographs alone.
const fn of_kind(resource: Resource) -> &'static str {
    match resource {
        Resource::Photos => "s.kind = 'photographed-person'",
        _ => "s.kind <> 'photographed-person'",
    }
}

/// A worker's own people are few: found by index first, so that a list does not ask about the whole register.
fn narrowed(grounds: &[Condition]) -> String {
    let candidates: Option<Vec<&str>> = grounds.iter().map(|ground| ground.candidates()).collect();
    match candidates.as_deref() {
        None | Some([]) => String::new(),
        Some(candidates) => format!(" AND s.id IN ({})", candidates.join(" UNION ")),
    }
}
