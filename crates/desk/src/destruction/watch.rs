//! Whether the clock can be believed: whoever moves it years ahead must not destroy what the law still keeps (F1).
//!
//! A serving node notes the time every hour. Destruction looks at what was noted last: when the clock has gone further since
//! then than it should have, by more than a day, or has gone back by as much, it stops and asks. A node that stood still over
//! a long week-end asks too; somebody who looks at the calendar answers.

use jiff::{SignedDuration, Timestamp};

use crate::{Desk, RegisterId, Result, Visit, database::SharedStatement, params};

/// By so much at most the clock may differ from what is expected.
pub const LONGEST_JUMP: SignedDuration = SignedDuration::from_hours(24);

/// What is to be thought of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockVerdict {
    /// It went on as it should.
    Believed,
    /// It jumped, by so much: forward, or back when negative.
    Jumped(SignedDuration),
}

/// Judges the clock: when it was noted last, how much time should have passed since, and what it says now.
#[must_use]
pub fn judge(noted: Option<Timestamp>, expected: SignedDuration, now: Timestamp) -> ClockVerdict {
    let Some(noted) = noted else {
        return ClockVerdict::Believed;
    };
    let jump = now.duration_since(noted) - expected;
    if jump.abs() > LONGEST_JUMP {
        ClockVerdict::Jumped(jump)
    } else {
        ClockVerdict::Believed
    }
}

/// What is known of a register's clock.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ClockWatch {
    /// When the time was noted last.
    pub noted_at: Option<Timestamp>,
    /// By how much it had jumped when destruction was stopped; none while it goes on.
    pub jumped: Option<SignedDuration>,
}

const READ: &str = "SELECT noted_at, jumped FROM retention_watch WHERE register = :register";
const NOTE: SharedStatement = SharedStatement::new(
    "INSERT INTO retention_watch (register, noted_at, jumped) VALUES (:register, :now, :jumped) \
     ON CONFLICT (register) DO UPDATE SET noted_at = excluded.noted_at, jumped = excluded.jumped",
);
const STOP: &str = "UPDATE retention_watch SET jumped = :jumped WHERE register = :register";

impl Desk {
    /// What is known of a register's clock.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn clock_watch(&self, register: RegisterId) -> Result<ClockWatch> {
        let rows = self
            .database
            .read(READ, &params! { "register" => register })
            .await?;
        let Some(row) = rows.first() else {
            return Ok(ClockWatch::default());
        };
        Ok(ClockWatch {
            noted_at: row.get("noted_at")?,
            jumped: row.get::<Option<i64>>("jumped")?.map(SignedDuration::from_millis),
        })
    }

    /// Notes the time, when it is as expected; else destruction in the register stops until somebody confirms the date.
    /// While it is stopped nothing is noted.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_clock(&self, register: RegisterId, expected: SignedDuration) -> Result<ClockVerdict> {
        let known = self.clock_watch(register).await?;
        if let Some(jumped) = known.jumped {
            return Ok(ClockVerdict::Jumped(jumped));
        }
        let now = self.clock.now();
        let verdict = judge(known.noted_at, expected, now);
        let mut transaction = self.database.writer().await?;
        match verdict {
            ClockVerdict::Believed => {
                let row = params! { "register" => register, "now" => now, "jumped" => None::<i64> };
                transaction.execute(NOTE.sql, &row).await?;
            }
            ClockVerdict::Jumped(jump) => {
                let jumped = i64::try_from(jump.as_millis()).unwrap_or(i64::MAX);
                transaction
                    .execute(STOP, &params! { "register" => register, "jumped" => jumped })
                    .await?;
            }
        }
        transaction.commit().await?;
        Ok(verdict)
    }
}

impl Visit {
    /// Somebody has looked at the calendar: the date is right, and destruction may go on.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn confirm_clock(&self) -> Result<()> {
        let row = params! { "now" => self.now(), "jumped" => None::<i64> };
        self.execute("retention-clock-confirmed", vec![(NOTE, row)])
            .await
            .map(drop)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).expect("a moment")
    }

    proptest! {
        /// F1: it stops exactly when the clock is more than a day away from where it should be, on either side.
        #[test]
        fn a_jump_of_more_than_a_day_stops_f1(
            noted in 1_600_000_000_i64..1_900_000_000,
            expected in 0_i64..200_000,
            drift in -400_000_i64..400_000,
        ) {
            let verdict = judge(Some(at(noted)), SignedDuration::from_secs(expected), at(noted + expected + drift));
            let is_stopped = matches!(verdict, ClockVerdict::Jumped(_));
            prop_assert_eq!(is_stopped, drift.abs() > 86_400);
            if let ClockVerdict::Jumped(jump) = verdict {
                prop_assert_eq!(jump.as_secs(), drift);
            }
        }
    }

    #[test]
    fn the_first_time_there_is_nothing_to_compare_with() {
        assert_eq!(
            judge(None, SignedDuration::from_hours(1), at(1_800_000_000)),
            ClockVerdict::Believed
        );
    }
}
