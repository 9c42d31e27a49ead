//! What is to be mended in what was sent, gathered while it is read, so that all of it is told at once.

use jiff::civil::Date;
use polku_values::dates::parse_finnish_date;

use crate::InvalidField;

/// The fields to mend so far.
///
/// ```
/// use polku_web::ToMend;
/// let mut wrong = ToMend::default();
/// let place = wrong.text("place", " Puupaja ", 200, "place-too-long");
/// assert_eq!(wrong.finish(|| Some(place)).as_deref(), Ok("Puupaja"));
/// ```
#[derive(Debug, Default)]
pub struct ToMend(Vec<InvalidField>);

impl ToMend {
    /// Notes what a rule says of a field.
    pub fn note(&mut self, field: &'static str, outcome: Result<(), &'static str>) {
        self.keep(field, outcome);
    }

    /// What was read of a field, or notes why it could not be.
    pub fn keep<T>(&mut self, field: &'static str, read: Result<T, &'static str>) -> Option<T> {
        read.map_err(|key| self.0.push(InvalidField { field, key })).ok()
    }

    /// A day as people write it.
    pub fn day(&mut self, field: &'static str, typed: &str, today: Date) -> Option<Date> {
        self.keep(
            field,
            parse_finnish_date(typed, today).map_err(|error| error.key()),
        )
    }

    /// A day that may be left empty.
    pub fn optional_day(&mut self, field: &'static str, typed: &str, today: Date) -> Option<Date> {
        if typed.trim().is_empty() {
            return None;
        }
        self.day(field, typed, today)
    }

    /// A text without the spaces around it, at most so many characters long; `too_long` is the key of what to say else.
    pub fn text(
        &mut self,
        field: &'static str,
        typed: &str,
        longest: usize,
        too_long: &'static str,
    ) -> String {
        if typed.chars().count() > longest {
            self.note(field, Err(too_long));
        }
        typed.trim().to_owned()
    }

    /// The same for a text that must be there; `missing` is the key of what to say when it is not.
    pub fn needed(
        &mut self,
        field: &'static str,
        typed: &str,
        longest: usize,
        too_long: &'static str,
        missing: &'static str,
    ) -> String {
        let text = self.text(field, typed, longest, too_long);
        if text.is_empty() {
            self.note(field, Err(missing));
        }
        text
    }

    /// What was read, when nothing is to be mended.
    pub fn finish<T>(self, build: impl FnOnce() -> Option<T>) -> Result<T, Vec<InvalidField>> {
        if self.0.is_empty()
            && let Some(built) = build()
        {
            return Ok(built);
        }
        Err(self.0)
    }
}
