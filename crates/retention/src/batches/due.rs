//! What is due in the whole register, by class and year: found by the day before which times must have begun.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use polku_desk::{
    Result, SubjectId, Visit,
    clock::{date_in_finland, finland},
    params,
};
use polku_profile::{Afterwards, ClockStart, Profile, RetentionClass};

use super::store;
use crate::{
    file::basic_classes,
    holds,
    kinds::{ENDED, KEPT, Kept},
    rules::{self, Days},
};

/// Somebody's records of a class that are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DueOf {
    /// The year in which the last of them was over.
    pub(super) year: i16,
    /// How many; none where the whole class is due with the relationship.
    pub(super) records: i64,
}

/// What is due, by class and person.
pub(super) type DueByClass = BTreeMap<String, BTreeMap<SubjectId, DueOf>>;

/// A class and year, with how many it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DueLine {
    pub(crate) class: String,
    pub(crate) year: i16,
    pub(crate) people: i64,
    /// Records whose own time is over; none where the person's is.
    pub(crate) records: i64,
}

/// What is due and in no batch under way. What is under a hold, goes to the archive, or has no end is not.
pub(super) async fn all(visit: &Visit) -> Result<DueByClass> {
    let (profile, today) = (visit.profile()?, visit.today());
    let held = holds::on_classes(visit).await?;
    let mut due = DueByClass::new();
    for class in &profile.retention {
        let Some(border) = rules::over_if_from(class, today) else {
            continue;
        };
        if class.then != Afterwards::Destroy || held.contains(&class.key) {
            continue;
        }
        let of_class = match class.from {
            ClockStart::RelationshipEnded => of_people(visit, &profile, class, border).await?,
            ClockStart::ConsentEnded => BTreeMap::new(),
            _ => of_records(visit, &profile, class, border).await?,
        };
        due.insert(class.key.clone(), of_class);
    }
    for (class, subject) in store::in_batches(visit).await? {
        if let Some(of_class) = due.get_mut(&class) {
            of_class.remove(&subject);
        }
    }
    let under_hold: BTreeSet<SubjectId> = store::held(visit).await?;
    for of_class in due.values_mut() {
        of_class.retain(|subject, _| !under_hold.contains(subject));
    }
    due.retain(|_, of_class| !of_class.is_empty());
    Ok(due)
}

/// The same in numbers.
pub(crate) fn lines(due: &DueByClass) -> Vec<DueLine> {
    let mut lines: BTreeMap<(String, i16), (i64, i64)> = BTreeMap::new();
    for (class, people) in due {
        for of in people.values() {
            let (number, records) = lines.entry((class.clone(), of.year)).or_default();
            *number += 1;
            *records += of.records;
        }
    }
    let line = |((class, year), (people, records))| DueLine {
        class,
        year,
        people,
        records,
    };
    lines.into_iter().map(line).collect()
}

/// Whose relationship ended so long ago, when the class is that of basic data or of any records.
async fn of_people(
    visit: &Visit,
    profile: &Profile,
    class: &RetentionClass,
    border: Date,
) -> Result<BTreeMap<SubjectId, DueOf>> {
    let is_used = basic_classes(profile).iter().any(|known| known.key == class.key)
        || profile.records.iter().any(|record| record.retention == class.key);
    let mut due = BTreeMap::new();
    if !is_used {
        return Ok(due);
    }
    let listed = visit.list(ENDED, params! { "border" => border }).await?;
    for row in &listed.rows {
        let ended: Date = row.get("ended_on")?;
        if let Some(until) = rules::kept_until(class, ended) {
            let of = due.entry(listed.person(row)).or_insert(DueOf {
                year: until.year(),
                records: 0,
            });
            of.year = of.year.max(until.year());
        }
    }
    Ok(due)
}

/// Whose records of the class are so old by their own days.
async fn of_records(
    visit: &Visit,
    profile: &Profile,
    class: &RetentionClass,
    border: Date,
) -> Result<BTreeMap<SubjectId, DueOf>> {
    let of_class = |kept: &&Kept| {
        let record = profile.record(kept.kind);
        record.is_some_and(|record| record.retention == class.key || kept.says_its_class())
    };
    let mut due: BTreeMap<SubjectId, DueOf> = BTreeMap::new();
    for kept in KEPT.iter().filter(of_class) {
        let asked = params! { "border" => border, "border_at" => end_of(border) };
        let listed = visit.list(kept.all, asked).await?;
        for row in &listed.rows {
            let own: Option<String> = row.get("class")?;
            let of_kind = profile.record(kept.kind).map(|record| record.retention.as_str());
            if own.as_deref().or(of_kind) != Some(class.key.as_str()) {
                continue;
            }
            let made_at: Option<Timestamp> = row.get("made_at")?;
            let made = row
                .get::<Option<Date>>("made")?
                .or_else(|| made_at.map(date_in_finland));
            let days = Days {
                made,
                ..Days::default()
            };
            // The border is that of the clock; a clock that starts at the end of the year has its own.
            let Some(until) = rules::last_day(class, days).filter(|until| *until < visit.today()) else {
                continue;
            };
            let of = due.entry(listed.person(row)).or_insert(DueOf {
                year: until.year(),
                records: 0,
            });
            of.year = of.year.max(until.year());
            of.records += row.get::<i64>("number")?;
        }
    }
    Ok(due)
}

/// The moment at which a day is over in Finland.
fn end_of(day: Date) -> Timestamp {
    let next = day.tomorrow().unwrap_or(day).to_zoned(finland());
    next.map_or(Timestamp::MAX, |start| start.timestamp())
}
