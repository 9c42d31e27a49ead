//! One value of a field: how it is read from what was typed, and how it is shown.

use jiff::civil::Date;
use polku_pages::{Texts, format};
use polku_profile::{Field, Kind};
use polku_values::{
    AccountNumber, EmailAddress, IdentityCode, PhoneNumber, PostalCode,
    dates::{age_on, parse_finnish_date},
};

use super::codes;

/// The most characters of a line.
pub(crate) const LONGEST_LINE: usize = 200;
/// The most characters of a text of many lines.
pub(crate) const LONGEST_TEXT: usize = 20_000;
/// A longer time than this many months is mistyped: nobody's working life is as long.
const MOST_MONTHS: u32 = 720;

/// Reads one typed value into the form in which it is kept: codes as their code, dates as `2026-02-01`, an account
/// without spaces. Nothing but spaces is no value.
///
/// # Errors
/// The key of the text that says what to mend.
pub(crate) fn read(field: Field, typed: &str, today: Date) -> Result<Option<String>, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let read = match field.kind() {
        Kind::Text => line(typed, LONGEST_LINE),
        Kind::LongText => line(typed, LONGEST_TEXT),
        Kind::IdentityCode | Kind::IdentityCodes => {
            let code = IdentityCode::parse(typed).map_err(|error| error.key())?;
            born(code.birth_date(), today).map(|_| code.as_str().to_owned())
        }
        Kind::BirthDate => {
            let day = parse_finnish_date(typed, today).map_err(|error| error.key())?;
            born(day, today).map(|day| day.to_string())
        }
        Kind::Date => parse_finnish_date(typed, today)
            .map(|day| day.to_string())
            .map_err(|error| error.key()),
        Kind::PostalCode => PostalCode::parse(typed)
            .map(|code| code.as_str().to_owned())
            .map_err(|error| error.key()),
        Kind::Phones => PhoneNumber::parse(typed)
            .map(|number| number.as_str().to_owned())
            .map_err(|error| error.key()),
        Kind::Email => EmailAddress::parse(typed)
            .map(|address| address.as_str().to_owned())
            .map_err(|error| error.key()),
        Kind::Iban => AccountNumber::parse(typed)
            .map(|account| account.as_str().to_owned())
            .map_err(|error| error.key()),
        Kind::Code(list) => codes::recognise(list, typed)
            .map_err(|error| error.key())
            .and_then(|code| line(&code, LONGEST_LINE)),
        Kind::YesNoUnknown => Protection::parse(typed).map(|answer| answer.name().to_owned()),
        Kind::Months | Kind::Count => whole(typed, MOST_MONTHS),
        Kind::BusinessId | Kind::Workers | Kind::Picture => Err("client-field-unknown"),
    };
    read.map(Some)
}

/// A kept value in words. What the list no longer knows is shown as it is.
pub(crate) fn shown(field: Field, kept: &str, texts: Texts) -> String {
    match field.kind() {
        Kind::Code(list) => {
            codes::labels(list, kept).map_or_else(|| kept.to_owned(), |labels| texts.label(labels).to_owned())
        }
        Kind::Date | Kind::BirthDate => kept
            .parse()
            .map_or_else(|_| kept.to_owned(), |day: Date| format::date(day)),
        Kind::Iban => {
            AccountNumber::parse(kept).map_or_else(|_| kept.to_owned(), |account| account.grouped())
        }
        Kind::Phones => PhoneNumber::parse(kept).map_or_else(|_| kept.to_owned(), |number| number.readable()),
        Kind::YesNoUnknown => texts.t(&format!("value-{kept}")),
        _ => kept.to_owned(),
    }
}

/// How a kept value stands in a form: as people would type it.
pub(super) fn typed(field: Field, kept: &str, texts: Texts) -> String {
    match field.kind() {
        // A long list shows names in its box, a short one chooses by code.
        Kind::Code(polku_profile::CodeList::Municipality | polku_profile::CodeList::Language)
        | Kind::Date
        | Kind::BirthDate
        | Kind::Iban
        | Kind::Phones => shown(field, kept, texts),
        _ => kept.to_owned(),
    }
}

polku_desk::named_states! {
    /// Whether an address is under turvakielto (A7).
    pub(crate) enum Protection {
        /// It is not.
        No = "no",
        /// It is: the address is hidden by default.
        Yes = "yes",
    }
}

impl Protection {
    /// Reads the answer: `yes`, `no` or words for them.
    fn parse(typed: &str) -> Result<Self, &'static str> {
        if polku_values::words::says_yes(typed) {
            Ok(Self::Yes)
        } else if polku_values::words::says_no(typed) {
            Ok(Self::No)
        } else {
            Err("client-yes-or-no")
        }
    }
}

fn line(typed: &str, longest: usize) -> Result<String, &'static str> {
    if typed.chars().count() > longest {
        Err("client-text-long")
    } else {
        Ok(typed.to_owned())
    }
}

fn whole(typed: &str, most: u32) -> Result<String, &'static str> {
    let number: u32 = typed.parse().map_err(|_| "client-number")?;
    if number > most {
        Err("client-number-large")
    } else {
        Ok(number.to_string())
    }
}

fn born(day: Date, today: Date) -> Result<Date, &'static str> {
    age_on(day, today).map(|_| day).ok_or("client-born-ahead")
}

#[cfg(test)]
#[path = "value_tests.rs"]
mod tests;
