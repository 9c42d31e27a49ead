//! The rules of histories: when something was, in the words that people use, and the order of what is told. Pure.

use jiff::civil::Date;
use polku_pages::format;
use polku_values::dates::parse_finnish_date;

use super::item::{Item, Moment};

/// The most characters of an item.
pub(crate) const LONGEST_TEXT: usize = 2_000;

/// Reads when something was: a year, a month of a year, or a day.
///
/// # Errors
/// The key of what to mend.
pub(crate) fn moment(typed: &str, today: Date) -> Result<Option<Moment>, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let known = year(typed)
        .map(Moment::Year)
        .or_else(|| month(typed))
        .or_else(|| parse_finnish_date(typed, today).ok().map(Moment::Day));
    let known = known.ok_or("histories-moment")?;
    match known.first_day() {
        Some(day) if day > today => Err("histories-moment-ahead"),
        Some(_) => Ok(Some(known)),
        None => Err("histories-moment"),
    }
}

fn year(typed: &str) -> Option<i16> {
    let year = typed.parse().ok()?;
    (1900..=2199).contains(&year).then_some(year)
}

/// `8/2019` or `8.2019`
fn month(typed: &str) -> Option<Moment> {
    let (month, of_year) = typed.split_once(['/', '.'])?;
    let month: i8 = month.trim().parse().ok()?;
    let of_year = of_year.trim();
    if of_year.len() != 4 || !(1..=12).contains(&month) {
        return None;
    }
    Some(Moment::Month(year(of_year)?, month))
}

/// Whether the end is not before the beginning.
pub(crate) fn in_order(from: Option<Moment>, until: Option<Moment>) -> Result<(), &'static str> {
    let days = from
        .and_then(Moment::first_day)
        .zip(until.and_then(Moment::first_day));
    match (days, until) {
        // A year or a month contains the days before its end.
        (Some((from, until)), Some(Moment::Year(year))) if from.year() <= year || from <= until => Ok(()),
        (Some((from, until)), Some(Moment::Month(..))) if from.first_of_month() <= until => Ok(()),
        (Some((from, until)), _) if from > until => Err("histories-reversed"),
        _ => Ok(()),
    }
}

/// A moment as people write it.
pub(crate) fn said(moment: Moment) -> String {
    match moment {
        Moment::Year(year) => year.to_string(),
        Moment::Month(year, month) => format!("{month}/{year}"),
        Moment::Day(day) => format::date(day),
    }
}

/// `2016–2019`, `8/2019–`, `–2012`; empty when nothing is known.
pub(crate) fn days(from: Option<Moment>, until: Option<Moment>) -> String {
    match (from, until) {
        (None, None) => String::new(),
        (Some(from), Some(until)) if from == until => said(from),
        (from, until) => format!(
            "{}–{}",
            from.map(said).unwrap_or_default(),
            until.map(said).unwrap_or_default()
        ),
    }
}

/// The latest first; what has no day last.
pub(crate) fn sort(items: &mut [Item]) {
    items.sort_by_key(|item| {
        let day = item.words.from.or(item.words.until).and_then(Moment::first_day);
        (std::cmp::Reverse(day), item.id)
    });
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn a_year_a_month_or_a_day_is_enough_a4() {
        assert_eq!(moment("2019", TODAY), Ok(Some(Moment::Year(2019))));
        assert_eq!(moment(" 8/2019 ", TODAY), Ok(Some(Moment::Month(2019, 8))));
        assert_eq!(moment("8.2019", TODAY), Ok(Some(Moment::Month(2019, 8))));
        assert_eq!(
            moment("12.8.2019", TODAY),
            Ok(Some(Moment::Day(date(2019, 8, 12))))
        );
        assert_eq!(moment("", TODAY), Ok(None));
        for wrong in ["joskus", "13/2019", "99", "31.2.2019"] {
            assert_eq!(moment(wrong, TODAY), Err("histories-moment"), "{wrong}");
        }
        assert_eq!(moment("2031", TODAY), Err("histories-moment-ahead"));
    }

    #[test]
    fn an_end_is_not_before_its_beginning() {
        let (day, year) = (Moment::Day(date(2019, 8, 12)), Moment::Year(2019));
        assert_eq!(in_order(Some(day), Some(year)), Ok(()), "within the same year");
        assert_eq!(in_order(Some(day), Some(Moment::Month(2019, 8))), Ok(()));
        assert_eq!(
            in_order(Some(year), Some(Moment::Year(2018))),
            Err("histories-reversed")
        );
        assert_eq!(days(Some(Moment::Year(2016)), None), "2016–");
    }

    proptest! {
        /// Whatever is typed is read or said to be mended; nothing panics, and what is read is read again the same.
        #[test]
        fn what_is_read_is_read_again_the_same(typed in "[0-9./ ]{0,12}") {
            if let Ok(Some(known)) = moment(&typed, TODAY) {
                prop_assert_eq!(moment(&said(known), TODAY), Ok(Some(known)));
            }
        }
    }
}
