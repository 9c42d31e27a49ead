//! Whose attendance is marked together: a group, or those a coach is responsible for who are in none of her groups.

use polku_desk::{DeskError, Result, Visit, access::Role, ids::WorkgroupId};

use crate::groups::{self, Group};

/// The name of one's own people in addresses.
const OWN: &str = "own";

/// Whose attendance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circle {
    /// That of a group.
    Group(WorkgroupId),
    /// That of the clients the visitor is responsible for who are in none of the visitor's groups.
    Own,
}

impl std::fmt::Display for Circle {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Group(id) => id.fmt(formatter),
            Self::Own => formatter.write_str(OWN),
        }
    }
}

/// The circles of a visitor, and the one that is looked at.
#[derive(Clone, Debug)]
pub struct Circles {
    /// The groups that the visitor works with.
    pub groups: Vec<Group>,
    /// Whether the visitor has people of her own beside the groups: coaches do.
    pub own: bool,
    /// The one looked at.
    pub current: Circle,
}

impl Circles {
    /// The circles of the visitor; `asked` is the one in the address, and without one it is the first.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the visitor has no such circle.
    pub async fn of(visit: &Visit, asked: Option<&str>) -> Result<Self> {
        let groups = groups::of_visitor(visit).await?;
        let own = visit.role() == Role::Coach;
        let first = groups.first().map(|group| Circle::Group(group.id));
        let current = match asked {
            None | Some("") => first.unwrap_or(Circle::Own),
            Some(OWN) if own => Circle::Own,
            Some(id) => {
                let id: WorkgroupId = id.parse().map_err(|_| DeskError::Hidden)?;
                let known = groups.iter().any(|group| group.id == id);
                known.then_some(Circle::Group(id)).ok_or(DeskError::Hidden)?
            }
        };
        Ok(Self { groups, own, current })
    }

    /// The group looked at; none when it is one's own people.
    #[must_use]
    pub fn group(&self) -> Option<&Group> {
        match self.current {
            Circle::Group(id) => self.groups.iter().find(|group| group.id == id),
            Circle::Own => None,
        }
    }
}
