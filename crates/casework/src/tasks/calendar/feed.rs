//! The feed's text (RFC 5545). It says when something is, and of what kind: never who or what.

use icalendar::{Calendar, Component, Event, Property};
use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::TimeZone,
};
use polku_pages::Texts;
use uuid::Uuid;

/// Of what kind an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A contact or meeting to come.
    Meeting,
    /// A task that is due.
    Task,
    /// Something else that is due.
    Reminder,
}

/// An entry of the feed. There is no place in it for a name or a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) id: Uuid,
    pub(super) kind: Kind,
    pub(super) on: Date,
    pub(super) at: Option<Time>,
}

/// The feed of these entries. `origin` is where the product is served; `zone` is that of the entries' times.
pub(super) fn feed(texts: Texts, entries: &[Entry], origin: &str, now: Timestamp, zone: &TimeZone) -> String {
    let mut calendar = Calendar::new();
    calendar.name(&texts.t("tasks-calendar-name"));
    for entry in entries {
        calendar.push(event(texts, *entry, origin, now, zone));
    }
    calendar.to_string()
}

fn event(texts: Texts, entry: Entry, origin: &str, now: Timestamp, zone: &TimeZone) -> Event {
    let key = match entry.kind {
        Kind::Meeting => "tasks-calendar-meeting",
        Kind::Task => "tasks-calendar-task",
        Kind::Reminder => "tasks-calendar-reminder",
    };
    let place = match entry.kind {
        Kind::Meeting | Kind::Task => "tasks",
        Kind::Reminder => "reminders",
    };
    let mut event = Event::new();
    event
        .uid(&format!("{}@polku", entry.id))
        .summary(&texts.t(key))
        .url(&format!("{origin}/{place}"))
        .add_property("DTSTAMP", moment(now))
        .append_property(start(entry, zone));
    if entry.kind != Kind::Meeting {
        // What is due takes no time of its own: the day stays free.
        event.add_property("TRANSP", "TRANSPARENT");
    }
    event.done()
}

fn start(entry: Entry, zone: &TimeZone) -> Property {
    let at = entry
        .at
        .and_then(|time| entry.on.to_datetime(time).to_zoned(zone.clone()).ok());
    match at {
        Some(at) => Property::new("DTSTART", moment(at.timestamp())).done(),
        None => Property::new("DTSTART", entry.on.strftime("%Y%m%d").to_string())
            .add_parameter("VALUE", "DATE")
            .done(),
    }
}

fn moment(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use jiff::{
        Timestamp,
        civil::{date, time},
        tz::TimeZone,
    };
    use polku_pages::{Locale, Texts};
    use uuid::Uuid;

    use super::{Entry, Kind, feed};

    fn told(kind: Kind, at: Option<jiff::civil::Time>) -> String {
        let entry = Entry {
            id: Uuid::from_u128(7),
            kind,
            on: date(2026, 12, 2),
            at,
        };
        let now: Timestamp = "2026-11-23T07:00:00Z".parse().expect("a moment");
        let zone = TimeZone::posix("EET-2EEST,M3.5.0/3,M10.5.0/4").expect("a zone");
        feed(
            Texts::new(Locale::Fi),
            &[entry],
            "http://localhost:8470",
            now,
            &zone,
        )
    }

    #[test]
    fn b11_a_meeting_stands_at_its_time_in_finland() {
        let feed = told(Kind::Meeting, Some(time(10, 0, 0, 0)));
        assert!(feed.contains("DTSTART:20261202T080000Z\r\n"), "{feed}");
        assert!(feed.contains("SUMMARY:Tapaaminen\r\n"), "{feed}");
    }

    #[test]
    fn b11_a_task_stands_on_its_day_and_leaves_the_day_free() {
        let feed = told(Kind::Task, None);
        assert!(feed.contains("DTSTART;VALUE=DATE:20261202\r\n"), "{feed}");
        assert!(feed.contains("TRANSP:TRANSPARENT\r\n"), "{feed}");
        assert!(feed.contains("SUMMARY:Tehtävä\r\n"), "{feed}");
    }

    #[test]
    fn b11_the_same_moment_gives_the_same_feed() {
        assert_eq!(told(Kind::Task, None), told(Kind::Task, None));
        assert!(told(Kind::Task, None).contains("DTSTAMP:20261123T070000Z\r\n"));
    }
}
