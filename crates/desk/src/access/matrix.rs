//! The rules as a table: for the snapshot test and for the main user's page.

use super::{Action, Condition, Resource, Role, rules::conditions};

/// What somebody may do, and on which conditions: any one of them is enough.
pub type Permission = (Action, Vec<Condition>);

/// For each role and kind of data, what may be done on which conditions.
#[must_use]
pub fn policy_matrix() -> Vec<(Role, Resource, Vec<Permission>)> {
    let mut rows = Vec::new();
    for role in Role::ALL {
        for resource in Resource::ALL {
            let actions: Vec<_> = Action::ALL
                .iter()
                .map(|action| (*action, conditions(*role, *action, *resource).collect::<Vec<_>>()))
                .filter(|(_, conditions)| !conditions.is_empty())
                .collect();
            if !actions.is_empty() {
                rows.push((*role, *resource, actions));
            }
        }
    }
    rows
}
