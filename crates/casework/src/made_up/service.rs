//! How a client came, and the period that they are in.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use polku_profile::{Field, Profile};
use polku_values::{
    Minutes,
    dates::Weekdays,
    service::{Measure, ReferringBody},
};
use rand::{RngExt, rngs::StdRng, seq::IndexedRandom};

use super::words;
use crate::{
    periods::{State, Week},
    relationships::{NewRelationship, Referral},
};

/// What was agreed on with a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Service {
    /// Since when, and how the client came.
    pub(super) relationship: NewRelationship,
    /// The period.
    pub(super) period: PlannedPeriod,
}

/// A period to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlannedPeriod {
    /// How far it is.
    pub(super) state: State,
    /// What it is.
    pub(super) measure: Measure,
    /// The first day.
    pub(super) starts_on: Date,
    /// The last day.
    pub(super) ends_on: Date,
    /// The days of a week.
    pub(super) week: Week,
}

/// Where a client is in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Well within it.
    Within,
    /// It ends soon.
    Ending,
    /// It has ended, and nobody has closed it.
    NotClosed,
    /// It is to begin.
    ToCome,
    /// It was to begin, and nobody has started it.
    NotStarted,
}

/// Four hours is the shortest day of rehabilitative work.
const HOURS: [u16; 3] = [4, 5, 6];
/// Shapes of a week, Monday being the lowest bit.
const WEEKS: [u8; 5] = [0b0_0111, 0b0_1110, 0b0_1111, 0b1_0101, 0b0_0110];

/// Makes up a service.
pub(super) fn make_up(number: u32, dice: &mut StdRng, profile: &Profile, today: Date) -> Service {
    let stage = stage(number);
    let period = period(stage, dice, today);
    let referred_on = period.starts_on.saturating_sub(dice.random_range(12..40).days());
    let started_on = period.starts_on.saturating_sub(dice.random_range(3..12).days());
    let relationship = NewRelationship {
        basis: period.measure,
        started_on: started_on.min(today),
        referral: referral(dice, profile, referred_on.min(today)),
    };
    Service { relationship, period }
}

/// Most are within their period; some of every twenty need to be seen to.
fn stage(number: u32) -> Stage {
    match number % 20 {
        3 | 17 => Stage::Ending,
        5 => Stage::NotClosed,
        11 if number % 40 == 11 => Stage::ToCome,
        11 => Stage::NotStarted,
        _ => Stage::Within,
    }
}

fn period(stage: Stage, dice: &mut StdRng, today: Date) -> PlannedPeriod {
    let ago = |weeks: i64| monday_before(today.saturating_sub((weeks * 7).days()));
    let ahead = |days: i64| today.saturating_add(days.days());
    let (condition, starts_on, ends_on) = match stage {
        Stage::Within => {
            let starts_on = ago(dice.random_range(9..20));
            (State::Ongoing, starts_on, ahead(dice.random_range(40..120)))
        }
        Stage::Ending => (
            State::Ongoing,
            ago(dice.random_range(15..26)),
            ahead(dice.random_range(2..13)),
        ),
        Stage::NotClosed => (
            State::Ongoing,
            ago(dice.random_range(16..26)),
            ahead(-dice.random_range(2..9)),
        ),
        Stage::ToCome => (State::Planned, monday_before(ahead(14)), ahead(130)),
        Stage::NotStarted => (State::Planned, ago(1), ahead(110)),
    };
    PlannedPeriod {
        state: condition,
        measure: *MEASURES.choose(dice).unwrap_or(&Measure::Coaching),
        starts_on,
        ends_on,
        week: Week {
            weekdays: WEEKS
                .choose(dice)
                .and_then(|bits| Weekdays::from_bits(*bits))
                .unwrap_or(Weekdays::NONE),
            minutes: Minutes::hours(*HOURS.choose(dice).unwrap_or(&HOURS[0])),
        },
    }
}

/// Rehabilitative work most of all.
const MEASURES: [Measure; 6] = [
    Measure::RehabilitativeWork,
    Measure::RehabilitativeWork,
    Measure::RehabilitativeWork,
    Measure::Coaching,
    Measure::Coaching,
    Measure::WorkTrial,
];

fn referral(dice: &mut StdRng, profile: &Profile, referred_on: Date) -> Referral {
    let mut referral = Referral::default();
    let (body, referrer) = *REFERRERS.choose(dice).unwrap_or(&REFERRERS[0]);
    let note = words::COVER_NOTES.choose(dice).copied().unwrap_or_default();
    if profile.has(Field::ReferringBody) {
        referral.referring_body = Some(body);
        referrer.clone_into(&mut referral.referrer);
        referral.referred_on = Some(referred_on);
    }
    if profile.has(Field::CoverNote) {
        note.clone_into(&mut referral.cover_note);
    }
    referral
}

const REFERRERS: [(ReferringBody, &str); 6] = [
    (
        ReferringBody::EmploymentAuthority,
        "Työllisyysalueen omavalmentaja",
    ),
    (
        ReferringBody::EmploymentAuthority,
        "Työllisyyspalvelut, asiantuntija",
    ),
    (
        ReferringBody::SocialServices,
        "Aikuissosiaalityö, sosiaaliohjaaja",
    ),
    (ReferringBody::JointService, "Monialainen yhteispalvelu"),
    (ReferringBody::OutreachYouthWork, "Etsivä nuorisotyö"),
    (ReferringBody::OwnInitiative, ""),
];

fn monday_before(day: Date) -> Date {
    let since = day.weekday().since(Weekday::Monday);
    day.saturating_sub(i32::from(since).days())
}
