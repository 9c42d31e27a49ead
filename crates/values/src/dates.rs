//! Days, spans of days, hours and weeks, and how people type them.
//!
//! - [`parse_finnish_date`] reads a day, [`parse_clock_time`] a time of day, [`parse_hours`] a length of work;
//! - [`DateRange`] is a period that may be open at its end;
//! - [`Weekdays`] are some days of the week, [`holiday_on`] knows Finland's holidays;
//! - [`IsoWeek`] is a week from Monday to Sunday, [`Month`] a calendar month;
//! - [`is_bank_day`] knows when euros move between banks;
//! - [`age_on`] counts full years.

mod age;
mod bank_days;
mod clock;
mod holidays;
mod hours;
mod month;
mod parsing;
mod range;
mod week;
mod weekdays;

pub use age::age_on;
pub use bank_days::{bank_day_after, is_bank_day};
pub use clock::{ClockTimeError, parse_clock_time};
pub use holidays::{Holiday, holiday_on};
pub use hours::{HoursError, Minutes, parse_hours};
pub use month::Month;
pub use parsing::{DateError, date_of_spreadsheet_serial, parse_finnish_date};
pub use range::{DateRange, DateRangeError};
pub use week::IsoWeek;
pub use weekdays::{Weekdays, WeekdaysError};
