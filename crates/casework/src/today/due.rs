//! What is to be seen to, the most pressing first.

use jiff::{ToSpan, civil::Date};
use polku_desk::{SubjectId, Visit, access::Role};
use polku_profile::RecordKind;
use polku_web::Answer;

use crate::{
    joining::{DueForManagers, DueSource, inventory},
    periods::{self, Flag},
    relationships,
    tasks::{self, DueTask},
};

/// How many days ahead something counts as falling due.
const AHEAD: i64 = 14;
/// As many of a kind are read at most where all that is due is shown.
const MOST_OF_ALL: i64 = 200;
/// As many lines of a kind are read at most, and as many shown.
const MOST: i64 = 20;

/// Something to be seen to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Due {
    /// Whom it concerns.
    pub(super) client: SubjectId,
    /// The name.
    pub(super) name: String,
    /// What it is.
    pub(super) what: What,
    /// By which day; none when no day is known.
    pub(super) on: Option<Date>,
}

/// What is to be seen to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A task, in the worker's words.
    Task(String),
    /// A period: not started, ending, or not closed.
    Period(Flag, uuid::Uuid),
    /// To ask where the client is a year on.
    FollowUp(uuid::Uuid),
    /// What another room reminds of.
    Reminder {
        /// The key of what it is.
        word: &'static str,
        /// Where it is seen to.
        href: String,
    },
}

/// What another room reminds of: see [`DueSource`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Whom it concerns.
    pub client: SubjectId,
    /// The name.
    pub name: String,
    /// The key of what it is.
    pub word: &'static str,
    /// Where it is seen to.
    pub href: String,
    /// By which day.
    pub on: Date,
}

impl From<Reminder> for Due {
    fn from(reminder: Reminder) -> Self {
        Self {
            client: reminder.client,
            name: reminder.name,
            what: What::Reminder {
                word: reminder.word,
                href: reminder.href,
            },
            on: Some(reminder.on),
        }
    }
}

/// Where it stands against today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Urgency {
    /// So many days late.
    Late(i32),
    /// Within a week.
    Soon,
    /// Later, or on no known day.
    Later,
}

impl Due {
    /// How pressing it is.
    pub(super) fn urgency(&self, today: Date) -> Urgency {
        let Some(on) = self.on else {
            return Urgency::Later;
        };
        match (on - today).get_days() {
            days if days < 0 => Urgency::Late(-days),
            0..=7 => Urgency::Soon,
            _ => Urgency::Later,
        }
    }
}

/// In the order of their days, those without a day last.
pub(super) fn sorted(mut due: Vec<Due>) -> Vec<Due> {
    due.sort_by(|one, other| {
        let key = |due: &Due| (due.on.is_none(), due.on);
        key(one).cmp(&key(other)).then_with(|| one.name.cmp(&other.name))
    });
    due
}

/// The visitor's tasks that are late or fall due.
async fn tasks_of_visitor(visit: &Visit, most: i64) -> Answer<Vec<Due>> {
    if !visit.profile()?.keeps(RecordKind::Contact) {
        return Ok(Vec::new());
    }
    let until = visit.today().saturating_add(AHEAD.days());
    let due = |task: DueTask| Due {
        client: task.subject,
        name: task.name,
        what: What::Task(task.title),
        on: Some(task.due_on),
    };
    Ok(tasks::due(visit, until, most)
        .await?
        .into_iter()
        .map(due)
        .collect())
}

/// A manager's own tasks, and what waits for managers alone; of a coach all that is hers to see to.
pub(super) async fn of_visitor(visit: &Visit) -> Answer<Vec<Due>> {
    let mut due = sorted(all_of_visitor(visit, MOST).await?);
    due.truncate(usize::try_from(MOST).unwrap_or_default());
    Ok(due)
}

async fn all_of_visitor(visit: &Visit, most: i64) -> Answer<Vec<Due>> {
    let profile = visit.profile()?;
    let mut due = tasks_of_visitor(visit, most).await?;
    for source in inventory::iter::<DueForManagers> {
        due.extend((source.due)(visit, most).await?.into_iter().map(Due::from));
    }
    if visit.role() == Role::ServiceManager {
        return Ok(due);
    }
    if profile.keeps(RecordKind::Period) {
        due.extend(periods::due(visit, most).await?.into_iter().map(|period| Due {
            client: period.subject,
            name: period.name,
            what: What::Period(period.flag, period.period),
            on: period.on,
        }));
    }
    due.extend(
        relationships::due(visit, most)
            .await?
            .into_iter()
            .map(|follow_up| Due {
                client: follow_up.subject,
                name: follow_up.name,
                what: What::FollowUp(follow_up.relationship),
                on: Some(follow_up.on),
            }),
    );
    for source in inventory::iter::<DueSource> {
        due.extend((source.due)(visit, most).await?.into_iter().map(Due::from));
    }
    Ok(due)
}

/// Something to be seen to, as other rooms show it.
#[derive(Clone, PartialEq, Eq)]
pub struct DueThing {
    /// Whom it concerns.
    pub client: SubjectId,
    /// The name.
    pub name: String,
    /// The key of what kind of thing it is; a task's own words are beside.
    pub word: &'static str,
    /// What a task says.
    pub said: Option<String>,
    /// Where it is seen to.
    pub href: String,
    /// By which day; none when no day is known.
    pub on: Option<Date>,
}

impl std::fmt::Debug for DueThing {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "DueThing({})", self.word)
    }
}

impl From<Due> for DueThing {
    fn from(due: Due) -> Self {
        let client = due.client;
        let (word, said, href) = match due.what {
            What::Task(title) => ("today-task", Some(title), format!("/clients/{client}#tasks")),
            What::Period(..) => ("today-period", None, format!("/clients/{client}/periods")),
            What::FollowUp(relationship) => (
                "today-follow-up",
                None,
                format!("/clients/{client}/relationships/{relationship}/follow-up"),
            ),
            What::Reminder { word, href } => (word, None, href),
        };
        Self {
            client,
            name: due.name,
            word,
            said,
            href,
            on: due.on,
        }
    }
}

/// All that the visitor has to see to, in the order of its days. The route's spec must include [`DUE`](super::DUE).
///
/// # Errors
/// When the database fails.
pub async fn things(visit: &Visit) -> Answer<Vec<DueThing>> {
    let due = sorted(all_of_visitor(visit, MOST_OF_ALL).await?);
    Ok(due.into_iter().map(DueThing::from).collect())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn task(name: &str, on: Option<Date>) -> Due {
        Due {
            client: SubjectId(uuid::Uuid::nil()),
            name: name.to_owned(),
            what: What::Task("Soita".to_owned()),
            on,
        }
    }

    #[test]
    fn what_is_latest_comes_first_and_what_has_no_day_last_b11() {
        let due = sorted(vec![
            task("Malli", None),
            task("Näyte", Some(date(2026, 11, 26))),
            task("Koe", Some(date(2026, 11, 18))),
        ]);
        let names: Vec<&str> = due.iter().map(|due| due.name.as_str()).collect();
        assert_eq!(names, ["Koe", "Näyte", "Malli"]);
    }

    #[test]
    fn what_is_late_says_by_how_many_days_b11() {
        assert_eq!(
            task("Koe", Some(date(2026, 11, 19))).urgency(TODAY),
            Urgency::Late(4)
        );
        assert_eq!(task("Koe", Some(TODAY)).urgency(TODAY), Urgency::Soon);
        assert_eq!(
            task("Koe", Some(date(2026, 12, 1))).urgency(TODAY),
            Urgency::Later
        );
        assert_eq!(task("Koe", None).urgency(TODAY), Urgency::Later);
    }

    proptest! {
        #[test]
        fn sorting_loses_nothing(days in proptest::collection::vec(proptest::option::of(-400i32..400), 0..30)) {
            let due: Vec<Due> = days.iter().map(|days| task("Malli", days.map(|days| TODAY + days.days()))).collect();
            let sorted = sorted(due.clone());
            prop_assert_eq!(sorted.len(), due.len());
            let on: Vec<_> = sorted.iter().map(|due| (due.on.is_none(), due.on)).collect();
            prop_assert!(on.is_sorted());
        }
    }
}
