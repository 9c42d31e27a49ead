//! Who works in which group, and where a client has a place.

use polku_desk::Visitor;

/// The workers whose clients are made up.
#[derive(Clone, Debug)]
pub struct Cast {
    /// A coach with three groups, whose caseload is the one that a demo opens with.
    pub first_coach: Visitor,
    /// A coach whose clients the first does not see.
    pub second_coach: Visitor,
    /// Who makes the groups, and answers for all whom the coaches could not.
    pub manager: Visitor,
}

/// Who answers for a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Worker {
    /// The first coach.
    First,
    /// The second coach.
    Second,
    /// The manager.
    Manager,
}

impl Cast {
    /// The visitor who is a worker.
    pub(super) const fn visitor(&self, worker: Worker) -> &Visitor {
        match worker {
            Worker::First => &self.first_coach,
            Worker::Second => &self.second_coach,
            Worker::Manager => &self.manager,
        }
    }
}

/// A group to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlannedGroup {
    /// Its name.
    pub(super) name: String,
    /// Where it works.
    pub(super) place: &'static str,
    /// Its coach; the manager coaches none, as managers see all.
    pub(super) coach: Worker,
}

/// Where a client has a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Who answers for the client.
    pub(super) worker: Worker,
    /// Which of the groups; none for those who are coached by themselves.
    pub(super) group: Option<usize>,
}

/// The coaches' groups with their numbers of clients: 34 of the first coach, two without a group among them, and 26 of
/// the second.
const NAMED: [(&str, &str, Worker, u32); 5] = [
    ("Puupaja", "Verstaskatu 4", Worker::First, 9),
    ("Keittiö", "Verstaskatu 4", Worker::First, 6),
    ("Pyöräpaja", "Asematie 12", Worker::First, 17),
    ("Tekstiilipaja", "Verstaskatu 4", Worker::Second, 12),
    ("Metallipaja", "Asematie 12", Worker::Second, 12),
];
/// Those who are coached by themselves, two of each coach.
const ALONE: [Worker; 4] = [Worker::First, Worker::First, Worker::Second, Worker::Second];
/// As many clients as two coaches have; all others are the manager's.
pub(super) const OF_COACHES: u32 = 60;
/// How many of the others are in one group.
const IN_A_GROUP: u32 = 250;

/// The groups that so many clients need.
pub(super) fn groups(clients: u32) -> Vec<PlannedGroup> {
    let named = NAMED.iter().map(|(name, place, coach, _)| PlannedGroup {
        name: (*name).to_owned(),
        place,
        coach: *coach,
    });
    let further = (1..=clients.saturating_sub(OF_COACHES).div_ceil(IN_A_GROUP)).map(|number| PlannedGroup {
        name: format!("Paja {number}"),
        place: "",
        coach: Worker::Manager,
    });
    named.chain(further).collect()
}

/// The place of the client of a number, from 0.
pub(super) fn place(number: u32) -> Place {
    if number >= OF_COACHES {
        let further = usize::try_from((number - OF_COACHES) / IN_A_GROUP).unwrap_or(usize::MAX);
        return Place {
            worker: Worker::Manager,
            group: Some(NAMED.len() + further),
        };
    }
    let mut before = 0;
    for (group, (_, _, worker, size)) in NAMED.iter().enumerate() {
        before += size;
        if number < before {
            return Place {
                worker: *worker,
                group: Some(group),
            };
        }
    }
    let alone = usize::try_from(number - before).unwrap_or(usize::MAX) % ALONE.len();
    Place {
        worker: ALONE[alone],
        group: None,
    }
}
