//! The daily message: queued in the morning, counted by the worker's own right, sent without anybody's data.

use std::time::Duration;

use futures::{FutureExt as _, future::BoxFuture};
use jiff::{
    ToSpan as _,
    civil::{Date, Weekday},
};
use polku_casework::today::{self, DueThing};
use polku_desk::{
    Desk, Visitor,
    clock::finland,
    jobs::{Job, JobState},
    outbox::Letter,
};
use polku_pages::{Locale, Texts};
use polku_values::dates::holiday_on;
use polku_web::Answer;
use tokio::task::JoinHandle;

use super::{DAILY, READ};

/// From which hour in Finland messages go.
const FROM_HOUR: i8 = 7;
/// How often the node looks whether it is time.
const LOOKING: Duration = Duration::from_mins(5);
/// What falls due within so many days counts.
const AHEAD: i64 = 7;

/// The node's own clockwork; it ends when this is dropped.
#[derive(Debug)]
pub struct Mornings(JoinHandle<()>);

impl Drop for Mornings {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Queues the daily messages each working morning, when the desk has a way out.
#[must_use]
pub fn keep(desk: &Desk) -> Mornings {
    let desk = desk.clone();
    Mornings(tokio::spawn(async move {
        loop {
            if desk.outbox().is_some()
                && is_time(desk.clock().now())
                && let Err(error) = desk.queue_daily_messages(DAILY).await
            {
                tracing::error!(%error, "the daily messages could not be queued; it is tried again");
            }
            tokio::time::sleep(LOOKING).await;
        }
    }))
}

/// Whether messages go now: on working days, from the morning on.
fn is_time(now: jiff::Timestamp) -> bool {
    let here = now.to_zoned(finland());
    let rests =
        matches!(here.weekday(), Weekday::Saturday | Weekday::Sunday) || holiday_on(here.date()).is_some();
    here.hour() >= FROM_HOUR && !rests
}

/// Counts what is due and sends the message.
pub(super) fn work<'a>(desk: &'a Desk, job: &'a Job, visitor: Visitor) -> BoxFuture<'a, Answer<()>> {
    async move {
        let address = desk.daily_address(job.register, visitor.account).await?;
        let (Some(address), Some(outbox)) = (address, desk.outbox()) else {
            return Ok(desk
                .finish_job(job, JobState::Done, "reminders-not-wanted")
                .await?);
        };
        let visit = desk.visit(visitor, READ, DAILY).await?;
        let things = today::things(&visit).await?;
        visit.settle().await?;
        let counts = Counts::of(&things, visit.today());
        if counts.soon == 0 {
            return Ok(desk
                .finish_job(job, JobState::Done, "reminders-nothing-due")
                .await?);
        }
        let texts = Texts::new(Locale::parse(&address.locale).unwrap_or_default());
        let letter = letter(texts, address.email, counts, outbox.origin());
        outbox.send(&letter).await?;
        Ok(desk.finish_job(job, JobState::Done, "reminders-sent").await?)
    }
    .boxed()
}

/// How many things there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Counts {
    /// Late, or due within a week.
    soon: i64,
    /// Late.
    late: i64,
}

impl Counts {
    fn of(things: &[DueThing], today: Date) -> Self {
        let horizon = today.saturating_add(AHEAD.days());
        let count = |is_meant: &dyn Fn(Date) -> bool| {
            let days = things.iter().filter_map(|thing| thing.on);
            i64::try_from(days.filter(|day| is_meant(*day)).count()).unwrap_or(i64::MAX)
        };
        Self {
            soon: count(&|day| day <= horizon),
            late: count(&|day| day < today),
        }
    }
}

/// The letter. There is no place in it for a name.
fn letter(texts: Texts, to: String, counts: Counts, origin: &str) -> Letter {
    let numbers = [("soon", counts.soon.into()), ("late", counts.late.into())];
    let text = [
        texts.with("reminders-letter-count", &numbers),
        format!("{origin}/reminders"),
        texts.t("reminders-letter-why"),
        format!("{origin}/reminders/message"),
    ];
    Letter {
        to,
        subject: texts.with("reminders-letter-subject", &numbers),
        text: text.join("\n\n"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use polku_desk::SubjectId;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn thing(on: Option<Date>) -> DueThing {
        DueThing {
            client: SubjectId(uuid::Uuid::from_u128(7)),
            name: "Malli Ilona".to_owned(),
            word: "today-task",
            said: Some("Soita Ilonalle".to_owned()),
            href: "/clients/7".to_owned(),
            on,
        }
    }

    /// E3: whatever is due, the letter tells a number and nothing of anyone.
    #[test]
    fn a_letter_names_nobody_b11() {
        let things = [
            thing(Some(date(2026, 11, 20))),
            thing(Some(date(2026, 11, 25))),
            thing(None),
        ];
        let counts = Counts::of(&things, TODAY);
        assert_eq!(counts, Counts { soon: 2, late: 1 });
        for locale in Locale::ALL {
            let letter = letter(
                Texts::new(locale),
                "maija@example.fi".to_owned(),
                counts,
                "https://polku.example.fi",
            );
            let said = format!("{}\n{}", letter.subject, letter.text);
            assert!(
                said.contains('2') && said.contains("https://polku.example.fi/reminders"),
                "{said}"
            );
            assert!(
                !said.contains("Malli") && !said.contains("Ilona") && !said.contains('⟦'),
                "{said}"
            );
        }
    }

    #[test]
    fn letters_go_on_working_mornings() {
        let at = |moment: &str| is_time(moment.parse().expect("a moment"));
        assert!(at("2026-11-23T05:30:00Z"), "half past seven in Finland");
        assert!(!at("2026-11-23T04:30:00Z"), "half past six");
        assert!(!at("2026-11-22T09:00:00Z"), "a Sunday");
        assert!(!at("2026-12-25T09:00:00Z"), "Christmas");
    }
}
