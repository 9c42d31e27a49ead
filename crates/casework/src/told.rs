//! What the record tells of some days, for rooms that write about them: statements, summaries, answers to requests.
//!
//! Each kind of data is there only when the grant includes it and the register keeps it.

use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_profile::RecordKind;
use polku_values::service::{Measure, Placement};
use polku_web::Answer;
use uuid::Uuid;

use crate::{
    attendance, contacts,
    diary::{self, Cursor, Filter},
    goals::{self, EventKind, GoalState},
    keeping::keeps,
    periods, relationships,
};

/// As many entries of the diary are read at most.
const MOST_NOTES: usize = 400;
/// How far back what was agreed is looked for, in months.
const AGREED_MONTHS: i32 = 6;

/// What is told of some days.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The periods that touch the days, the earliest first.
    pub periods: Vec<Period>,
    /// Attendance; none where the register or the role has none, or nothing was expected or marked.
    pub attendance: Option<Attendance>,
    /// The goals that were worked towards, the earliest first.
    pub goals: Vec<Goal>,
    /// The diary, the earliest first.
    pub notes: Vec<Note>,
    /// Contacts and meetings that have been, the earliest first.
    pub contacts: Vec<Contact>,
}

/// A period.
#[derive(Clone, Debug)]
pub struct Period {
    /// Its id.
    pub id: Uuid,
    /// What it is.
    pub measure: Measure,
    /// The first day.
    pub from: Date,
    /// The last day, in fact or as planned.
    pub until: Option<Date>,
    /// Where, in words.
    pub place: String,
    /// How many days a week.
    pub days_a_week: u32,
    /// How many minutes a day.
    pub minutes_a_day: u16,
    /// Where the client went on to, when it has ended.
    pub placement: Option<Placement>,
    /// Whether it has begun.
    pub has_begun: bool,
}

/// Attendance in figures.
#[derive(Clone, Debug, Default)]
pub struct Attendance {
    /// Of all the days.
    pub whole: Figures,
    /// Of each month that they touch: its first day and its figures.
    pub months: Vec<(Date, Figures)>,
    /// Weeks in which at least four marked days of five were attended.
    pub regular_weeks: u32,
    /// Weeks in which anything was marked.
    pub weeks: u32,
}

/// Days and minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Days attended.
    pub attended: u32,
    /// Minutes attended.
    pub minutes: u32,
    /// Days of illness.
    pub sick: u32,
    /// Days of absence without leave.
    pub absent: u32,
    /// Days of absence with leave.
    pub permitted: u32,
    /// How many per cent of the marked days were attended.
    pub percent: Option<u32>,
}

/// A goal.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Its id.
    pub id: Uuid,
    /// In a few words.
    pub title: String,
    /// The step that the client has come to.
    pub level: u8,
    /// The step that the client should come to.
    pub target: u8,
    /// Where it stands.
    pub standing: Standing,
    /// What was noted on the way within the days, the earliest first.
    pub notes: Vec<(Date, String)>,
    /// The entries of the diary that show it.
    pub evidence: Vec<Uuid>,
}

/// Where a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is worked towards.
    Open,
    /// It was reached.
    Reached,
    /// It was given up.
    Dropped,
}

/// An entry of the diary.
#[derive(Clone)]
pub struct Note {
    /// Its id.
    pub id: Uuid,
    /// The day that it tells of.
    pub dated: Date,
    /// The text.
    pub text: String,
    /// Who made it.
    pub author: String,
    /// When.
    pub created_at: Timestamp,
}

impl std::fmt::Debug for Note {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Note")
    }
}

/// A contact or meeting.
#[derive(Clone)]
pub struct Contact {
    /// Its id.
    pub id: Uuid,
    /// The day.
    pub on: Date,
    /// The time of day, when it is known.
    pub at: Option<Time>,
    /// The key of the name of its kind.
    pub kind_key: &'static str,
    /// What was agreed next, and by when.
    pub agreed: Option<(String, Date)>,
}

impl std::fmt::Debug for Contact {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Contact")
    }
}

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

/// What is agreed with a client: meetings to come that they take part in, and what they and the worker said would be done.
#[derive(Clone, Debug, Default)]
pub struct Coming {
    /// The meetings, the earliest first.
    pub meetings: Vec<Contact>,
    /// What was agreed and is not past its day, the earliest first.
    pub agreed: Vec<(String, Date)>,
}

/// What is agreed with the client. Contacts that others had about them are not told here.
///
/// # Errors
/// When the database fails.
pub async fn coming(grant: &Granted<'_, Client, Read>) -> Answer<Coming> {
    let visit = grant.visit();
    if !grant.may(Resource::Contacts) || !keeps(visit, RecordKind::Contact)? {
        return Ok(Coming::default());
    }
    let (today, now) = (visit.today(), polku_pages::format::finnish_time(visit.now()));
    let lately = today.saturating_sub(jiff::Span::new().months(AGREED_MONTHS));
    let mut contacts = contacts::since(grant, lately).await?;
    contacts.retain(|contact| contact.wording.parties.contains(&contacts::Party::Client));
    contacts.sort_by_key(|contact| contact.held);
    let mut coming = Coming::default();
    for contact in contacts {
        if let Some(agreed) = &contact.wording.agreed
            && agreed.due_on >= today
        {
            coming.agreed.push((agreed.text.clone(), agreed.due_on));
        }
        if contact.held.is_ahead(now) {
            coming.meetings.push(Contact {
                id: contact.id,
                on: contact.held.on,
                at: contact.held.at,
                kind_key: contacts::kind_key(contact.kind),
                agreed: None,
            });
        }
    }
    coming.agreed.sort_by_key(|(_, due)| *due);
    Ok(coming)
}

/// The days that a report about the client covers unless somebody says otherwise: the period under way or the last
/// one, else the relationship, up to today.
///
/// # Errors
/// When the database fails.
pub async fn usual_days(grant: &Granted<'_, Client, Read>) -> Answer<(Date, Date)> {
    let today = grant.visit().today();
    if !grant.may(Resource::Service) {
        return Ok((today, today));
    }
    let periods = periods::all(grant).await?;
    let begun = periods.iter().find(|period| period.starts_on <= today);
    if let Some(period) = begun {
        let until = period.last_day().map_or(today, |last| last.min(today));
        return Ok((period.starts_on, until.max(period.starts_on)));
    }
    let relationships = relationships::all(grant).await?;
    let from = relationships.first().map_or(today, |one| one.started_on);
    Ok((from.min(today), today))
}

/// What an agreement about a client says, as the record has it.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// The period that is planned or goes on, the latest of them.
    pub period: Option<TermsOfPeriod>,
    /// What is aimed at, by title.
    pub goals: Vec<String>,
    /// Who is responsible today.
    pub responsible: Vec<String>,
}

/// A period as an agreement tells of it.
#[derive(Clone, Debug)]
pub struct TermsOfPeriod {
    /// The first day.
    pub from: Date,
    /// The last day as planned.
    pub until: Option<Date>,
    /// What it is, in words.
    pub service: String,
    /// Where, in words.
    pub place: String,
    /// The days of a week and their length, in words; empty when none are agreed on.
    pub week: String,
}

/// What the record has for an agreement, in a language. Each kind of data is there only when the grant includes it and
/// the register keeps it.
///
/// # Errors
/// When the database fails.
pub async fn terms(grant: &Granted<'_, Client, Read>, texts: polku_pages::Texts) -> Answer<Terms> {
    let visit = grant.visit();
    let has = |resource, kind| -> Answer<bool> { Ok(grant.may(resource) && keeps(visit, kind)?) };
    let mut terms = Terms {
        responsible: crate::clients::responsible(grant, visit.today()).await?,
        ..Terms::default()
    };
    if has(Resource::Service, RecordKind::Period)? {
        let periods = periods::all(grant).await?;
        let open = periods
            .into_iter()
            .filter(|period| matches!(period.state, periods::State::Planned | periods::State::Ongoing))
            .max_by_key(|period| (period.starts_on, period.id));
        terms.period = open.map(|period| TermsOfPeriod {
            from: period.starts_on,
            until: period.last_day(),
            service: texts.label(period.measure.labels()).to_owned(),
            week: if period.week().weekdays.count() == 0 {
                String::new()
            } else {
                periods::week_in_words(texts, period.week())
            },
            place: period.details.place,
        });
    }
    if has(Resource::Goals, RecordKind::Goal)? {
        let open = goals::open_titles(grant).await?;
        terms.goals = open.into_iter().map(|goal| goal.title).collect();
    }
    Ok(terms)
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
