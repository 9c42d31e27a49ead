//! By which rate a client's days count, from which day on, and what that rests on. Pure.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, named_states};
use polku_values::{
    Cents,
    law::{Source, allowance},
    service::Measure,
};
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The longest text of what a ground rests on.
const LONGEST_SOURCE: usize = 500;

named_states! {
    /// Which rate applies.
    pub enum Ground {
        /// The expense allowance within one's own commuting area.
        OwnArea = "own-area",
        /// The raised expense allowance outside it.
        OutsideOwnArea = "outside-own-area",
        /// The activity allowance of those on social assistance.
        Activity = "activity",
        /// Nothing is paid by this register.
        Nothing = "none",
    }
}

/// What is sealed of a ground.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundWords {
    /// Which rate.
    pub ground: Ground,
    /// What it rests on: a decision, a plan, what the client told.
    pub source: String,
}

impl SealedRecord for GroundWords {
    const TABLE: &'static str = "allowance_ground";
}

impl std::fmt::Debug for GroundWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("GroundWords")
    }
}

/// A ground as it is stored.
#[derive(Clone, Debug)]
pub struct GroundLine {
    /// Its id.
    pub id: Uuid,
    /// From which day on.
    pub from: Date,
    /// Which rate, and what it rests on.
    pub words: GroundWords,
    /// Who told it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// The ground of a day: the latest one that has begun; of several from one day the one told last.
#[must_use]
pub fn ground_on(lines: &[GroundLine], day: Date) -> Option<&GroundLine> {
    lines
        .iter()
        .filter(|line| line.from <= day)
        .max_by_key(|line| (line.from, line.at, line.id))
}

/// A client's period, as far as paying needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidPeriod {
    /// What it is.
    pub measure: Measure,
    /// The first day.
    pub from: Date,
    /// The last day; none while no end is known.
    pub until: Option<Date>,
}

/// What an attended day is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayWorth {
    /// So much.
    Pays(Cents),
    /// Nothing, by its ground.
    Nothing,
    /// Nobody has told by which rate it counts.
    NoGround,
    /// It is not within a period.
    NoPeriod,
    /// No rate is known of that time.
    NoRate,
}

/// What an attended day is worth by its ground and period.
#[must_use]
pub fn worth(day: Date, grounds: &[GroundLine], periods: &[PaidPeriod]) -> DayWorth {
    let holds = |period: &&PaidPeriod| period.from <= day && period.until.is_none_or(|last| day <= last);
    let Some(ground) = ground_on(grounds, day).map(|line| line.words.ground) else {
        return DayWorth::NoGround;
    };
    if ground == Ground::Nothing {
        return DayWorth::Nothing;
    }
    let Some(period) = periods.iter().find(holds) else {
        return DayWorth::NoPeriod;
    };
    daily(ground, period.measure, day).map_or(DayWorth::NoRate, |(cents, _)| DayWorth::Pays(cents))
}

/// The rate of a day, and the provision that sets it.
#[must_use]
pub fn daily(ground: Ground, measure: Measure, day: Date) -> Option<(Cents, Source)> {
    let expenses = |site| {
        let rates = allowance::rates_on(day)?;
        Some((rates.value.daily(measure, site), rates.source))
    };
    match ground {
        Ground::OwnArea => expenses(allowance::Site::OwnArea),
        Ground::OutsideOwnArea => expenses(allowance::Site::OutsideOwnArea),
        Ground::Activity => allowance::activity_on(day).map(|rate| (rate.value, rate.source)),
        Ground::Nothing => None,
    }
}

/// A ground, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct GroundInput {
    /// `own-area`, `outside-own-area`, `activity` or `none`.
    pub ground: String,
    /// From which day on, such as `1.10.2026`.
    pub from: String,
    /// What it rests on.
    pub source: String,
}

impl GroundInput {
    /// The ground with its first day, when it can be kept.
    ///
    /// # Errors
    /// What is to be mended.
    pub fn check(&self, today: Date) -> Result<(Date, GroundWords), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let ground = wrong.keep(
            "ground",
            self.ground.parse().map_err(|_| "allowances-ground-missing"),
        );
        let from = wrong.day("from", &self.from, today);
        let source = wrong.text("source", &self.source, LONGEST_SOURCE, "allowances-source-long");
        if source.is_empty() {
            wrong.note("source", Err("allowances-source-missing"));
        }
        wrong.finish(|| {
            Some((
                from?,
                GroundWords {
                    ground: ground?,
                    source,
                },
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn line(from: Date, ground: Ground, told: i64) -> GroundLine {
        GroundLine {
            id: Uuid::from_u128(u128::from(told.unsigned_abs())),
            from,
            words: GroundWords {
                ground,
                source: String::new(),
            },
            by: String::new(),
            at: Timestamp::from_second(told).expect("a moment"),
        }
    }

    fn period(measure: Measure) -> PaidPeriod {
        PaidPeriod {
            measure,
            from: date(2026, 9, 1),
            until: Some(date(2026, 12, 31)),
        }
    }

    const DAY: Date = date(2026, 10, 12);

    #[test]
    fn a_day_counts_by_the_ground_that_holds_on_it_b6() {
        let grounds = [
            line(date(2026, 9, 1), Ground::OwnArea, 1),
            line(date(2026, 10, 10), Ground::OutsideOwnArea, 2),
            line(date(2026, 11, 1), Ground::Activity, 3),
        ];
        let worth = |day| worth(day, &grounds, &[period(Measure::WorkTrial)]);
        assert_eq!(worth(date(2026, 10, 9)), DayWorth::Pays(Cents(900)));
        assert_eq!(worth(DAY), DayWorth::Pays(Cents(1_800)));
        assert_eq!(worth(date(2026, 11, 2)), DayWorth::Pays(Cents(900)));
        assert_eq!(worth(date(2026, 8, 31)), DayWorth::NoGround);
        assert_eq!(worth(date(2027, 1, 4)), DayWorth::NoPeriod);
    }

    #[test]
    fn what_was_told_later_of_the_same_day_counts_b6() {
        let grounds = [
            line(date(2026, 9, 1), Ground::OutsideOwnArea, 1),
            line(date(2026, 9, 1), Ground::Nothing, 5),
        ];
        assert_eq!(
            worth(DAY, &grounds, &[period(Measure::WorkTrial)]),
            DayWorth::Nothing
        );
    }

    #[test]
    fn rehabilitative_work_is_paid_at_the_ordinary_rate_wherever_it_is_b6() {
        let grounds = [line(date(2026, 9, 1), Ground::OutsideOwnArea, 1)];
        let periods = [period(Measure::RehabilitativeWork)];
        assert_eq!(worth(DAY, &grounds, &periods), DayWorth::Pays(Cents(900)));
    }

    #[test]
    fn no_rate_is_guessed_of_a_time_before_the_tables() {
        let grounds = [line(date(2001, 1, 1), Ground::OwnArea, 1)];
        let periods = [PaidPeriod {
            from: date(2001, 1, 1),
            ..period(Measure::WorkTrial)
        }];
        assert_eq!(worth(date(2002, 1, 1), &grounds, &periods), DayWorth::NoRate);
    }

    #[test]
    fn a_ground_says_what_it_rests_on() {
        let typed = |ground: &str, from: &str, source: &str| {
            let input = GroundInput {
                ground: ground.to_owned(),
                from: from.to_owned(),
                source: source.to_owned(),
            };
            input
                .check(DAY)
                .map_err(|wrong| wrong.iter().map(|invalid| invalid.field).collect::<Vec<_>>())
        };
        assert!(typed("activity", "1.10.2026", "Päätös").is_ok());
        assert_eq!(
            typed("", "", " ").expect_err("refused"),
            ["ground", "from", "source"]
        );
        assert_eq!(
            typed("own-area", "1.10.2026", &"x".repeat(501)).expect_err("refused"),
            ["source"]
        );
    }
}
