//! Dates and times of day.

use crate::texts::{Locale, Texts};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;

/// `22.11.2026`
#[must_use]
pub fn date(date: Date) -> String {
    format!("{}.{}.{}", date.day(), date.month(), date.year())
}

/// `22.11.`, for dates whose year is plain from what stands around.
#[must_use]
pub fn day_month(date: Date) -> String {
    format!("{}.{}.", date.day(), date.month())
}

/// `su 22.11.`
#[must_use]
pub fn weekday_date(locale: Locale, date: Date) -> String {
    format!("{} {}", weekday_short(locale, date.weekday()), day_month(date))
}

/// `sunnuntai 22. marraskuuta`, `söndag 22 november`, `Sunday 22 November`
#[must_use]
pub fn date_in_words(locale: Locale, date: Date) -> String {
    let weekday = weekday_name(locale, date.weekday());
    let month = month_name(locale, date.month());
    match locale {
        Locale::Fi => format!("{weekday} {}. {month}", date.day()),
        Locale::Sv | Locale::En => format!("{weekday} {} {month}", date.day()),
    }
}

/// `marraskuu`, `november`, `November`: a month by itself.
#[must_use]
pub fn month(locale: Locale, date: Date) -> &'static str {
    match locale {
        // The month names of dates are in the partitive: `marraskuuta`.
        Locale::Fi => month_name(locale, date.month()).trim_end_matches("ta"),
        Locale::Sv | Locale::En => month_name(locale, date.month()),
    }
}

/// `9.05` in Finnish and Swedish, `9:05` in English.
#[must_use]
pub fn clock(locale: Locale, time: Time) -> String {
    let mark = if locale == Locale::En { ':' } else { '.' };
    format!("{}{mark}{:02}", time.hour(), time.minute())
}

/// `22.11.2026 klo 9.05`
#[must_use]
pub fn date_and_time(locale: Locale, moment: DateTime) -> String {
    let at = match locale {
        Locale::Fi => "klo",
        Locale::Sv => "kl.",
        Locale::En => "at",
    };
    format!("{} {at} {}", date(moment.date()), clock(locale, moment.time()))
}

/// `14.4.2026–13.1.2027`, `14.4.–30.6.2026` within one year, `14.4.2026 alkaen` without an end.
#[must_use]
pub fn period(texts: Texts, start: Date, end: Option<Date>) -> String {
    match end {
        None => texts.with("common-period-from", &[("start", date(start).into())]),
        Some(end) if end.year() == start.year() => format!("{}–{}", day_month(start), date(end)),
        Some(end) => format!("{}–{}", date(start), date(end)),
    }
}

/// `tänään`, `eilen`, `huomenna`; else `pe 20.11.`, and with the year when it is not this year's.
#[must_use]
pub fn near_date(texts: Texts, day: Date, today: Date) -> String {
    if day == today {
        texts.t("common-today")
    } else if today.yesterday().is_ok_and(|yesterday| day == yesterday) {
        texts.t("common-yesterday")
    } else if today.tomorrow().is_ok_and(|tomorrow| day == tomorrow) {
        texts.t("common-tomorrow")
    } else if day.year() == today.year() {
        weekday_date(texts.locale(), day)
    } else {
        date(day)
    }
}

/// `tänään 9.01`, `pe 20.11. 14.30`
#[must_use]
pub fn near_time(texts: Texts, moment: DateTime, today: Date) -> String {
    format!(
        "{} {}",
        near_date(texts, moment.date(), today),
        clock(texts.locale(), moment.time())
    )
}

/// The time of day in Finland: EET, and EEST from the last Sunday of March to the last of October
/// (Directive 2000/84/EC). Written as a rule, so that it needs no time zone files on the machine.
///
/// # Panics
/// Never: the rule is a constant and a test holds it.
#[must_use]
pub fn finnish_time(moment: Timestamp) -> DateTime {
    let finland = TimeZone::posix("EET-2EEST,M3.5.0/3,M10.5.0/4").expect("the rule is well-formed");
    finland.to_datetime(moment)
}

/// `su`, `sö`, `Sun`
#[must_use]
pub fn weekday_short(locale: Locale, weekday: Weekday) -> &'static str {
    let names = match locale {
        Locale::Fi => ["ma", "ti", "ke", "to", "pe", "la", "su"],
        Locale::Sv => ["må", "ti", "on", "to", "fr", "lö", "sö"],
        Locale::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    };
    names[from_monday(weekday)]
}

fn weekday_name(locale: Locale, weekday: Weekday) -> &'static str {
    let names = match locale {
        Locale::Fi => [
            "maanantai",
            "tiistai",
            "keskiviikko",
            "torstai",
            "perjantai",
            "lauantai",
            "sunnuntai",
        ],
        Locale::Sv => [
            "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
        ],
        Locale::En => [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
    };
    names[from_monday(weekday)]
}

fn from_monday(weekday: Weekday) -> usize {
    usize::from(weekday.to_monday_zero_offset().unsigned_abs())
}

const FINNISH_MONTHS: [&str; 12] = [
    "tammikuuta",
    "helmikuuta",
    "maaliskuuta",
    "huhtikuuta",
    "toukokuuta",
    "kesäkuuta",
    "heinäkuuta",
    "elokuuta",
    "syyskuuta",
    "lokakuuta",
    "marraskuuta",
    "joulukuuta",
];
const SWEDISH_MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(locale: Locale, month: i8) -> &'static str {
    let names = match locale {
        Locale::Fi => FINNISH_MONTHS,
        Locale::Sv => SWEDISH_MONTHS,
        Locale::En => ENGLISH_MONTHS,
    };
    names[usize::from(month.unsigned_abs()) - 1]
}
