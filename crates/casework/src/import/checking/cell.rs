//! One cell: what it says, and what it says when it says nothing.

use jiff::civil::Date;
use polku_profile::{Field, Kind};
use polku_values::{
    PostalCode,
    dates::{DateError, parse_finnish_date},
    words::{says_there_is_none, says_yes},
};

use crate::clients::read_value;

/// A day as a file has it: written by people, or `2026-04-16 9:30` of a spreadsheet. Words for days (`eilen`, `ma`) mean
/// nothing in a file, which was written on another day.
pub(super) fn day(text: &str, today: Date) -> Result<Date, &'static str> {
    let text = match text.split_once(' ') {
        Some((day, time)) if time.contains(':') => day,
        _ => text,
    };
    if !text.starts_with(|first: char| first.is_ascii_digit()) {
        return Err(DateError::Shape.key());
    }
    parse_finnish_date(text, today).map_err(|error| error.key())
}

/// A field's value as it is kept; nothing when the cell says that there is none.
pub(super) fn value(field: Field, text: &str, today: Date) -> Result<Option<String>, &'static str> {
    match field.kind() {
        // In the place of yes and no, "no" is an answer.
        Kind::YesNoUnknown => read_value(field, text, today),
        _ if says_there_is_none(text) => Ok(None),
        Kind::PostalCode => PostalCode::from_spreadsheet(text)
            .map(|code| Some(code.as_str().to_owned()))
            .map_err(|error| error.key()),
        Kind::Date | Kind::BirthDate => {
            day(text, today).and_then(|day| read_value(field, &day.to_string(), today))
        }
        _ => read_value(field, text, today),
    }
}

/// The number by which an old system knows a client, without the zeros and spaces that come and go.
pub(crate) fn number(text: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let plain = plain.strip_suffix(".0").unwrap_or(&plain);
    if plain.is_empty() {
        return None;
    }
    let digits_only = plain.bytes().all(|byte| byte.is_ascii_digit());
    let shortest = plain.trim_start_matches('0');
    Some(
        if digits_only && !shortest.is_empty() {
            shortest
        } else {
            plain
        }
        .to_owned(),
    )
}

/// Whether a remark says that the address is under turvakielto (A7). Old registers have no other place for it.
pub(super) fn tells_of_protection(text: &str) -> bool {
    let folded = polku_values::words::fold(text);
    ["turvakielto", "sparrmarkering", "protected address"]
        .iter()
        .any(|word| folded.contains(word))
        && !folded.starts_with("ei ")
        && !folded.contains("poistettu")
        && !folded.contains("paattynyt")
}

/// Whether a tick stands in the cell of a column that is itself about the protection.
pub(super) fn is_ticked(text: &str) -> bool {
    says_yes(text) || tells_of_protection(text)
}
