//! What the record tells of some days, for rooms that write about them: statements, summaries, answers to requests.
//!
//! Each kind of data is there only when the grant includes it and the register keeps it.

mod between;
mod coming;
mod terms;

use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_values::service::{Measure, Placement};
use polku_web::Answer;
use uuid::Uuid;

pub use between::between;
pub use coming::{Coming, coming};
pub use terms::{Terms, TermsOfPeriod, terms};

use crate::{periods, relationships};

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
