//! Numbers, money and durations. Groups of thousands are parted by a no-break space, in English by a comma.

use crate::texts::{Locale, Texts};

const NO_BREAK_SPACE: char = '\u{a0}';

/// `1 234 567`
#[must_use]
pub fn integer(locale: Locale, number: i64) -> String {
    plain_number(locale, &number.to_string())
}

/// `1 234 567,89`: `number` rounded to `decimals` digits after the mark.
#[must_use]
pub fn decimal(locale: Locale, number: f64, decimals: usize) -> String {
    plain_number(locale, &format!("{number:.decimals$}"))
}

/// `1 234,50 €` from cents; `€1,234.50` in English.
#[must_use]
pub fn euros(locale: Locale, cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    let amount = format!("{}.{:02}", cents / 100, cents % 100);
    match locale {
        Locale::Fi | Locale::Sv => {
            let amount = plain_number(locale, &format!("{sign}{amount}"));
            format!("{amount}{NO_BREAK_SPACE}€")
        }
        Locale::En => {
            let sign = if sign.is_empty() { "" } else { "−" };
            format!("{sign}€{}", plain_number(locale, &amount))
        }
    }
}

/// `88 %`; `88%` in English.
#[must_use]
pub fn percent(locale: Locale, whole: i64) -> String {
    match locale {
        Locale::Fi | Locale::Sv => format!("{}{NO_BREAK_SPACE}%", integer(locale, whole)),
        Locale::En => format!("{}%", integer(locale, whole)),
    }
}

/// `6 t 30 min`, without the part that is zero.
#[must_use]
pub fn hours_and_minutes(locale: Locale, minutes: u32) -> String {
    let hour = if locale == Locale::Fi { 't' } else { 'h' };
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}{NO_BREAK_SPACE}min"),
        (hours, 0) => format!("{hours}{NO_BREAK_SPACE}{hour}"),
        (hours, minutes) => {
            format!("{hours}{NO_BREAK_SPACE}{hour} {minutes}{NO_BREAK_SPACE}min")
        }
    }
}

/// `1 päivä`, `7 päivää`
#[must_use]
pub fn days(texts: Texts, days: i64) -> String {
    texts.with("common-days", &[("days", days.into())])
}

/// `1 viikko`, `7 viikkoa`
#[must_use]
pub fn weeks(texts: Texts, weeks: i64) -> String {
    texts.with("common-weeks", &[("weeks", weeks.into())])
}

/// Dresses digits written the machine's way (`-1234567.89`) for readers: groups, decimal mark, true minus.
#[must_use]
pub fn plain_number(locale: Locale, digits: &str) -> String {
    let (separator, mark) = match locale {
        Locale::Fi | Locale::Sv => (NO_BREAK_SPACE, ','),
        Locale::En => (',', '.'),
    };
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("−", rest));
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut written = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            written.push(separator);
        }
        written.push(digit);
    }
    if let Some(fraction) = fraction {
        written.push(mark);
        written.push_str(fraction);
    }
    written
}
