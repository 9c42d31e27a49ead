//! What was done in some days, kind by kind.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_profile::RecordKind;
use polku_web::Answer;

use super::{Attendance, Contact, Figures, Goal, Note, Period, Standing, Told};
use crate::{
    attendance, contacts,
    diary::{self, Cursor, Filter},
    goals::{self, EventKind, GoalState},
    keeping::keeps,
    periods,
};

/// As many entries of the diary are read at most.
const MOST_NOTES: usize = 400;

/// What the record tells of the days from one to another, both included.
///
/// # Errors
/// When the database fails.
pub async fn between(grant: &Granted<'_, Client, Read>, from: Date, until: Date) -> Answer<Told> {
    let visit = grant.visit();
    let has = |resource, kind| -> Answer<bool> { Ok(grant.may(resource) && keeps(visit, kind)?) };
    let mut told = Told::default();
    if has(Resource::Service, RecordKind::Period)? {
        told.periods = periods_of(grant, from, until).await?;
    }
    if has(Resource::Attendance, RecordKind::Attendance)? {
        told.attendance = attendance_of(grant, from, until).await?;
    }
    if has(Resource::Goals, RecordKind::Goal)? {
        told.goals = goals_of(grant, from, until).await?;
    }
    if has(Resource::Diary, RecordKind::Diary)? {
        told.notes = notes_of(grant, from, until).await?;
    }
    if has(Resource::Contacts, RecordKind::Contact)? {
        told.contacts = contacts_of(grant, from, until).await?;
    }
    Ok(told)
}

async fn periods_of(grant: &Granted<'_, Client, Read>, from: Date, until: Date) -> Answer<Vec<Period>> {
    let mut periods = periods::all(grant).await?;
    periods.reverse();
    let touches = |period: &periods::Period| {
        period.starts_on <= until && period.last_day().is_none_or(|last| last >= from)
    };
    let told = periods.into_iter().filter(touches).map(|period| Period {
        id: period.id,
        measure: period.measure,
        from: period.starts_on,
        until: period.last_day(),
        days_a_week: period.week().weekdays.bits().count_ones(),
        minutes_a_day: period.week().minutes.0,
        placement: period.ending.map(|ending| ending.placement),
        has_begun: period.state != periods::State::Planned,
        place: period.details.place,
    });
    Ok(told.collect())
}

async fn attendance_of(
    grant: &Granted<'_, Client, Read>,
    from: Date,
    until: Date,
) -> Answer<Option<Attendance>> {
    let today = grant.visit().today();
    let days = attendance::Days::of(grant, from, until).await?;
    if days.is_empty() {
        return Ok(None);
    }
    let figures = |days: &attendance::Days| {
        let totals = days.totals(today);
        Figures {
            attended: totals.attended,
            minutes: totals.minutes,
            sick: totals.sick,
            absent: totals.absent,
            permitted: totals.permitted,
            percent: totals.percent(),
        }
    };
    let mut months: Vec<(Date, attendance::Days)> = Vec::new();
    for day in &days.0 {
        let first = day.date.first_of_month();
        match months.last_mut() {
            Some((month, days)) if *month == first => days.0.push(day.clone()),
            _ => months.push((first, attendance::Days(vec![day.clone()]))),
        }
    }
    let regularity = days.regularity(today);
    Ok(Some(Attendance {
        whole: figures(&days),
        months: months
            .iter()
            .map(|(month, days)| (*month, figures(days)))
            .collect(),
        regular_weeks: regularity.regular,
        weeks: regularity.weeks,
    }))
}

async fn goals_of(grant: &Granted<'_, Client, Read>, from: Date, until: Date) -> Answer<Vec<Goal>> {
    let mut told = Vec::new();
    for goal in goals::all(grant).await? {
        let is_of_these = goal.opened_on <= until && goal.closed_on.is_none_or(|closed| closed >= from);
        if !is_of_these {
            continue;
        }
        let mut events = goals::events(grant, goal.id).await?;
        events.reverse();
        events
            .retain(|event| event.kind != EventKind::Reworded && event.dated >= from && event.dated <= until);
        let notes = events.iter().filter(|event| !event.words.note.is_empty());
        told.push(Goal {
            id: goal.id,
            level: goal.level.number(),
            target: goal.aim.target.number(),
            standing: match goal.state {
                GoalState::Open => Standing::Open,
                GoalState::Reached => Standing::Reached,
                GoalState::Dropped => Standing::Dropped,
            },
            notes: notes
                .map(|event| (event.dated, event.words.note.clone()))
                .collect(),
            evidence: events
                .iter()
                .flat_map(|event| event.words.evidence.clone())
                .collect(),
            title: goal.aim.words.title,
        });
    }
    Ok(told)
}

async fn notes_of(grant: &Granted<'_, Client, Read>, from: Date, until: Date) -> Answer<Vec<Note>> {
    let page = diary::entries(grant, Filter::default(), Cursor::Start, MOST_NOTES).await?;
    let mut notes: Vec<Note> = page
        .entries
        .into_iter()
        .filter(|entry| entry.current.says.dated >= from && entry.current.says.dated <= until)
        .map(|entry| Note {
            id: entry.id,
            dated: entry.current.says.dated,
            text: entry.current.says.wording.text,
            author: entry.author,
            created_at: entry.created_at,
        })
        .collect();
    notes.reverse();
    Ok(notes)
}

async fn contacts_of(grant: &Granted<'_, Client, Read>, from: Date, until: Date) -> Answer<Vec<Contact>> {
    let until = until.min(grant.visit().today());
    let contacts = contacts::since(grant, from).await?;
    let told = contacts.into_iter().filter(|contact| contact.held.on <= until);
    let told = told.map(|contact| Contact {
        id: contact.id,
        on: contact.held.on,
        at: contact.held.at,
        kind_key: contacts::kind_key(contact.kind),
        agreed: contact.wording.agreed.map(|agreed| (agreed.text, agreed.due_on)),
    });
    Ok(told.collect())
}
