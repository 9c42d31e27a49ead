//! What was written about a client and agreed with them.

use jiff::{
    ToSpan,
    civil::{Date, time},
};
use rand::{RngExt, rngs::StdRng, seq::IndexedRandom};

use super::{
    service::Service,
    words::{self, GoalPattern},
};
use crate::contacts::{Agreement, ContactKind, Held, NewContact, Party, Wording};

/// An entry of the diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// The day that it tells of.
    pub(super) day: Date,
    /// What it tells of.
    pub(super) about: About,
    /// The text.
    pub(super) text: String,
    /// The goal that it tells of, by its place among the client's goals.
    pub(super) goal: Option<usize>,
}

/// What an entry tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// Something seen at work.
    Work,
    /// A talk with the client.
    Talk,
    /// A call.
    Call,
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Goal {
    /// Where the client should come to.
    pub(super) pattern: &'static GoalPattern,
    /// Since when.
    pub(super) since: Date,
    /// The steps that were marked, with their days, in order.
    pub(super) progress: Vec<(Date, u8)>,
}

/// A contact or meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Talk {
    /// As it is written down; what was agreed becomes a task.
    pub(super) contact: NewContact,
}

/// The most entries of a client in a demo of any size; ten on average.
const MOST_NOTES: u32 = 14;
const FEWEST_NOTES: u32 = 6;

/// Makes up the diary: spread over the period, the oldest first.
pub(super) fn notes(dice: &mut StdRng, service: &Service, today: Date) -> Vec<Note> {
    let first = service.relationship.started_on;
    let days = i64::from(first.until(today).map_or(0, |span| span.get_days())).max(1);
    let number = dice.random_range(FEWEST_NOTES..=MOST_NOTES);
    let mut back: Vec<i64> = (0..number).map(|_| dice.random_range(0..days)).collect();
    back.sort_unstable_by_key(|days| std::cmp::Reverse(*days));
    back.into_iter()
        .map(|back| note(dice, today.saturating_sub(back.days())))
        .collect()
}

fn note(dice: &mut StdRng, day: Date) -> Note {
    let about = match dice.random_range(0..10) {
        0..5 => About::Work,
        5..8 => About::Talk,
        _ => About::Call,
    };
    let goal = dice.random_bool(0.4).then(|| dice.random_range(0..2));
    Note {
        day,
        about,
        text: words::note(dice, about),
        goal,
    }
}

/// Makes up two or three goals with the steps on the way.
pub(super) fn goals(dice: &mut StdRng, service: &Service, today: Date) -> Vec<Goal> {
    let number = dice.random_range(2..=3);
    let patterns: Vec<&GoalPattern> = words::GOALS.sample(dice, number).collect();
    let since = service
        .relationship
        .started_on
        .saturating_add(7.days())
        .min(today);
    patterns
        .into_iter()
        .map(|pattern| goal(dice, pattern, since, today))
        .collect()
}

fn goal(dice: &mut StdRng, pattern: &'static GoalPattern, since: Date, today: Date) -> Goal {
    let mut progress = Vec::new();
    let mut day = since;
    for step in 1..=dice.random_range(0..4) {
        day = day.saturating_add(dice.random_range(10..24).days());
        if day > today {
            break;
        }
        progress.push((day, step));
    }
    Goal {
        pattern,
        since,
        progress,
    }
}

/// Makes up contacts: some weeks back, one lately with what was agreed, and for some a meeting to come.
pub(super) fn talks(number: u32, dice: &mut StdRng, service: &Service, today: Date) -> Vec<Talk> {
    let earlier = service
        .relationship
        .started_on
        .max(today.saturating_sub(dice.random_range(25..50).days()));
    let lately = service
        .relationship
        .started_on
        .max(today.saturating_sub(dice.random_range(2..14).days()));
    let due_on = due_on(number, dice, today);
    let mut talks = vec![talk(dice, earlier, None), talk(dice, lately, due_on)];
    if number % 4 == 2 {
        talks.push(meeting_to_come(dice, today));
    }
    talks
}

/// Some of what was agreed is for today, some is overdue, the rest is for the coming days.
fn due_on(number: u32, dice: &mut StdRng, today: Date) -> Option<Date> {
    match number % 12 {
        1 => Some(today),
        4 => Some(today.saturating_sub(dice.random_range(1..4).days())),
        2 | 6 | 8 | 9 => Some(today.saturating_add(dice.random_range(1..15).days())),
        _ => None,
    }
}

/// What the coaches have left unfinished: a note or two each.
pub(super) const fn unfinished(number: u32) -> Option<&'static str> {
    match number {
        4 => Some("Tuli ajoissa ja jatkoi hyllyn kokoamista. Puhuttiin siitä, että"),
        23 => Some("Soitti aamulla: "),
        40 => Some("Ompeli ensimmäisen kassin alusta loppuun. Seuraavaksi"),
        _ => None,
    }
}

fn talk(dice: &mut StdRng, on: Date, due_on: Option<Date>) -> Talk {
    let (kind, party, who) = *words::TALKS.choose(dice).unwrap_or(&words::TALKS[0]);
    let agreed = due_on.map(|due_on| Agreement {
        text: words::pick(dice, words::AGREED).to_owned(),
        due_on,
    });
    Talk {
        contact: NewContact {
            kind,
            held: Held { on, at: None },
            wording: Wording {
                parties: vec![Party::Client, party]
                    .into_iter()
                    .take(if party == Party::Client { 1 } else { 2 })
                    .collect(),
                who: who.to_owned(),
                discussed: words::pick(dice, words::DISCUSSED).to_owned(),
                agreed,
            },
        },
    }
}

fn meeting_to_come(dice: &mut StdRng, today: Date) -> Talk {
    let at = if dice.random_bool(0.5) {
        time(9, 30, 0, 0)
    } else {
        time(13, 0, 0, 0)
    };
    Talk {
        contact: NewContact {
            kind: ContactKind::NetworkMeeting,
            held: Held {
                on: today.saturating_add(dice.random_range(1..12).days()),
                at: Some(at),
            },
            wording: Wording {
                parties: vec![Party::Client, Party::Authority],
                who: "Työllisyysalueen omavalmentaja".to_owned(),
                discussed: "Jakson väliarviointi ja jatkosuunnitelma".to_owned(),
                agreed: None,
            },
        },
    }
}
