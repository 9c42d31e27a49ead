//! Months in words.

use jiff::civil::Date;
use polku_casework::periods::{Schedule, Week, week_in_words};
use polku_pages::{Texts, components::Tag, format};
use polku_values::dates::Month;

use super::{
    figures::{Figures, Trend},
    rules::Standing,
};

/// `lokakuu 2026`
pub(super) fn month(texts: Texts, month: Month) -> String {
    format!(
        "{} {}",
        format::month(texts.locale(), month.first()),
        month.first().year()
    )
}

/// `88 %`, or a dash.
pub(super) fn percent(texts: Texts, percent: Option<u32>) -> String {
    percent.map_or_else(
        || "–".to_owned(),
        |percent| format::percent(texts.locale(), percent.into()),
    )
}

/// How a month stands, as a tag.
pub(super) fn standing(texts: Texts, standing: Standing) -> Tag {
    match standing {
        Standing::Empty => Tag::plain(texts.t("months-standing-empty")),
        Standing::Open => Tag::plain(texts.t("months-standing-open")),
        Standing::Unmarked(days) => {
            Tag::due(texts.with("months-standing-unmarked", &[("count", i64::from(days).into())]))
        }
        Standing::Ready => Tag::draft(texts.t("months-standing-ready")),
        Standing::Confirmed => Tag::good(texts.t("months-standing-confirmed")),
    }
}

/// The weekly schedules of a month: `ma, ti, ke · 6 t`, with their days when there are several.
pub(super) fn schedules(texts: Texts, schedules: &[Schedule]) -> String {
    let week = |schedule: &Schedule| {
        let week = Week {
            weekdays: schedule.weekdays,
            minutes: schedule.minutes,
        };
        week_in_words(texts, week)
    };
    match schedules {
        [] => texts.t("months-no-schedule"),
        [only] => week(only),
        several => {
            let parts = several.iter().map(|part| {
                format!(
                    "{} ({})",
                    week(part),
                    format::period(texts, part.from, part.until)
                )
            });
            parts.collect::<Vec<_>>().join("; ")
        }
    }
}

/// `nousussa: 88 %, edellisessä kuussa 80 %`
pub(super) fn trend(texts: Texts, now: &Figures, before: &Figures) -> String {
    let Some(trend) = now.trend(before) else {
        return texts.t("months-trend-none");
    };
    let key = match trend {
        Trend::Rising => "months-trend-rising",
        Trend::Level => "months-trend-level",
        Trend::Falling => "months-trend-falling",
    };
    texts.with(key, &[("before", percent(texts, before.percent()).into())])
}

/// `Vahvistanut Pertti Esihenkilö 2.11.2026 klo 9.05`
pub(super) fn confirmed(texts: Texts, lock: &polku_casework::attendance::Lock) -> String {
    let when = format::date_and_time(texts.locale(), format::finnish_time(lock.at));
    let told = [("name", lock.by.as_str().into()), ("when", when.into())];
    texts.with("months-confirmed-by", &told)
}

/// `pe 20.11.`, with the year when it is another.
pub(super) fn day(texts: Texts, day: Date, today: Date) -> String {
    if day.year() == today.year() {
        format::weekday_date(texts.locale(), day)
    } else {
        format::date(day)
    }
}
