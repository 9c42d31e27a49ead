//! Dates, times, durations and numbers as people of each language read them.
//!
//! Dates are written `22.11.2026` in all three languages, since that is how they are typed and how they
//! stand on Finnish papers; only words (weekdays, months) change.

mod dates;
mod numbers;

pub use dates::{
    clock, date, date_and_time, date_in_words, day_month, finnish_time, month, near_date, near_time, period,
    weekday_date, weekday_short,
};
pub use numbers::{days, decimal, euros, hours_and_minutes, integer, percent, plain_number, weeks};
