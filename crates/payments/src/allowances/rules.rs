//! Differences, sums and the states of a run. Pure.

use std::collections::BTreeMap;

use jiff::civil::Date;
use polku_desk::named_states;
use polku_values::Cents;

named_states! {
    /// How far a run is.
    pub enum RunState {
        /// Counted; nothing leaves yet.
        Draft = "drafted",
        /// The manager has confirmed it.
        Confirmed = "confirmed",
        /// Its payment file was made.
        FileMade = "file-made",
        /// The bank has paid it.
        Paid = "paid",
        /// Nothing of it counts: its days are counted again.
        Cancelled = "cancelled",
    }
}

named_states! {
    /// Why a run is cancelled.
    pub enum Cancelling {
        /// Something in it is wrong.
        Mistake = "mistake",
        /// Its file was never sent to the bank.
        NotSent = "not-sent",
        /// The bank refused the file as a whole.
        Refused = "refused-by-bank",
    }
}

/// Whether the register pays to accounts by a file, or counts for somebody else who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payment {
    /// By a file.
    ByFile,
    /// By somebody else, who gets the list.
    Elsewhere,
}

impl RunState {
    /// Whether a run may come to another state.
    #[must_use]
    pub const fn may_become(self, next: Self, payment: Payment) -> bool {
        match (self, next) {
            (Self::Draft, Self::Confirmed | Self::Cancelled)
            | (Self::Confirmed | Self::FileMade, Self::Cancelled)
            | (Self::FileMade, Self::Paid) => true,
            (Self::Confirmed, Self::FileMade) => matches!(payment, Payment::ByFile),
            (Self::Confirmed, Self::Paid) => matches!(payment, Payment::Elsewhere),
            _ => false,
        }
    }
}

/// What the runs that count have counted of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// How often the day was counted, less how often it was taken back: nothing or once.
    pub days: i64,
    /// For how much.
    pub amount: Cents,
}

/// What a run counts of a day: the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayLine {
    /// The day.
    pub date: Date,
    /// One more, one less, or the same at another rate.
    pub days: i64,
    /// How much more or less.
    pub amount: Cents,
}

/// The differences between what days are worth and what was counted of them, by day.
#[must_use]
pub fn differences(worth: &BTreeMap<Date, Cents>, counted: &BTreeMap<Date, Counted>) -> Vec<DayLine> {
    let mut days: Vec<Date> = worth.keys().chain(counted.keys()).copied().collect();
    days.sort_unstable();
    days.dedup();
    let line = |date: Date| {
        let now = worth.get(&date).copied();
        let before = counted.get(&date).copied().unwrap_or_default();
        let line = DayLine {
            date,
            days: i64::from(now.is_some()) - before.days,
            amount: now.unwrap_or_default() - before.amount,
        };
        (line.days != 0 || line.amount != Cents::ZERO).then_some(line)
    };
    days.into_iter().filter_map(line).collect()
}

/// What comes of a client's differences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// Nothing has changed.
    Nothing,
    /// So much is paid; these lines count with it. Nothing at all is paid when pluses and minuses are even.
    Pays {
        /// The lines.
        lines: Vec<DayLine>,
        /// Their days.
        days: i64,
        /// Their sum.
        amount: Cents,
    },
    /// More was paid than the days are worth: so much is carried over, and no line counts until later days outweigh it.
    CarriesOver {
        /// How much too much: more than nothing.
        amount: Cents,
    },
}

/// Settles a client's differences.
#[must_use]
pub fn settle(lines: Vec<DayLine>) -> Settlement {
    let amount: Cents = lines.iter().map(|line| line.amount).sum();
    if lines.is_empty() {
        Settlement::Nothing
    } else if amount < Cents::ZERO {
        Settlement::CarriesOver {
            amount: Cents::ZERO - amount,
        }
    } else {
        Settlement::Pays {
            days: lines.iter().map(|line| line.days).sum(),
            amount,
            lines,
        }
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
