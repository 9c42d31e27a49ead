//! Law as dated data: a limit or an amount, the days on which it was in force, and the act that sets it. What was
//! in force when a thing was done is kept, since a record is judged by the law of its day.
//!
//! - [`rehabilitative_work`]: the limits of a period of rehabilitative work, and whether a plan keeps to them;
//! - [`allowance`]: what is paid for an attended day;
//! - [`youth`]: who is young.
//!
//! To follow a change of law, close the line that was in force with its last day and add the new one below it.

pub mod allowance;
pub mod rehabilitative_work;
pub mod youth;

use jiff::civil::Date;

/// The provision that something rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    /// The act's number and year in the Statutes of Finland, such as `189/2001`.
    pub act: &'static str,
    /// The section, in Finnish notation, such as `13 § 2 mom.`.
    pub section: &'static str,
}

/// Something that the law sets, with the days on which it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce<T> {
    /// What is set.
    pub value: T,
    /// The first day in force.
    pub from: Date,
    /// The last day in force; `None` while no end is known.
    pub until: Option<Date>,
    /// Where it is set.
    pub source: Source,
}

impl<T> InForce<T> {
    /// Whether it is in force on a day.
    #[must_use]
    pub fn is_in_force_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }
}

/// The line of a table that is in force on a day; `None` before the first and in a gap.
#[must_use]
pub fn in_force_on<T>(table: &'static [InForce<T>], day: Date) -> Option<&'static InForce<T>> {
    table.iter().find(|line| line.is_in_force_on(day))
}

/// How heavily a breach weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// The law does not allow it: refuse.
    Refuse,
    /// Worth a look, and may be right: warn and let the worker decide.
    Warn,
}

/// Something about a plan that the law has a word on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Finding {
    /// Whether to refuse or to warn.
    pub weight: Weight,
    /// The key of the text that says what to mend; it takes `limit`.
    pub key: &'static str,
    /// The limit that is passed, in the unit that the text speaks of: months, days, hours or years.
    pub limit: u16,
    /// The provision that sets the limit.
    pub source: Source,
}

impl Finding {
    /// Whether the law does not allow it.
    #[must_use]
    pub const fn is_refusal(&self) -> bool {
        matches!(self.weight, Weight::Refuse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_in_order<T>(table: &'static [InForce<T>]) {
        for pair in table.windows(2) {
            let last = pair[0].until.expect("only the last line is open");
            assert!(
                pair[0].from <= last && last < pair[1].from,
                "{:?}",
                pair[1].source
            );
        }
    }

    #[test]
    fn at_most_one_line_of_each_table_is_in_force_on_a_day_c2() {
        is_in_order(rehabilitative_work::LIMITS);
        is_in_order(allowance::RATES);
        is_in_order(allowance::ACTIVITY);
        is_in_order(youth::AGE_LIMITS);
    }
}
