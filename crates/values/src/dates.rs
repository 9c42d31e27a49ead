//! Days, spans of days, hours and weeks, and how people type them.
//!
//! - [`parse_finnish_date`] reads a day, [`parse_clock_time`] a time of day, [`parse_hours`] a length of work;
//! - [`DateRange`] is a period that may be open at its end;
//! - [`Weekdays`] are some days of the week, [`holiday_on`] knows Finland's holidays;
//! - [`IsoWeek`] is a week from Monday to Sunday;
//! - [`age_on`] counts full years.

mod age;
mod clock;
mod holidays;
mod hours;
mod parsing;
mod range;
mod week;
mod weekdays;

pub use age::age_on;
pub use clock::{ClockTimeError, parse_clock_time};
pub use holidays::{Holiday, holiday_on};
pub use hours::{HoursError, Minutes, parse_hours};
pub use parsing::{DateError, date_of_spreadsheet_serial, parse_finnish_date};
pub use range::{DateRange, DateRangeError};
pub use week::IsoWeek;
pub use weekdays::{Weekdays, WeekdaysError};
