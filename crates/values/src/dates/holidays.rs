//! The days on which Finland rests though the week does not end.
//!
//! Sources: the Church Act (1054/1993, 4:3 §; since 2023 Act 652/2023) for the church's holidays, among them Midsummer Day
//! on the Saturday after 19 June and All Saints' Day on the Saturday after 30 October; Act
//! 388/1937 for Independence Day; Act 272/1944 for May Day; and 5 § of Act 150/1930 on the reckoning of time, which
//! treats the eves of Midsummer and Christmas like holidays. The dates hold from 1992 on, when Epiphany and Ascension
//! Day had moved back to their old places.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

coded_list! {
    /// A day on which offices and workshops are closed, whatever the weekday.
    pub enum Holiday {
        /// 1 January.
        NewYearsDay = "new-years-day" ["Uudenvuodenpäivä", "Nyårsdagen", "New Year's Day"] also [],
        /// 6 January.
        Epiphany = "epiphany" ["Loppiainen", "Trettondagen", "Epiphany"] also [],
        /// The Friday before Easter.
        GoodFriday = "good-friday" ["Pitkäperjantai", "Långfredagen", "Good Friday"] also [],
        /// The Sunday after the first full moon of spring.
        EasterSunday = "easter-sunday" ["Pääsiäispäivä", "Påskdagen", "Easter Sunday"] also [],
        /// The Monday after Easter.
        EasterMonday = "easter-monday" ["2. pääsiäispäivä", "Annandag påsk", "Easter Monday"] also [],
        /// 1 May.
        MayDay = "may-day" ["Vapunpäivä", "Första maj", "May Day"] also [],
        /// The Thursday 39 days after Easter.
        AscensionDay = "ascension-day" ["Helatorstai", "Kristi himmelsfärdsdag", "Ascension Day"] also [],
        /// The Sunday seven weeks after Easter.
        WhitSunday = "whit-sunday" ["Helluntaipäivä", "Pingstdagen", "Whit Sunday"] also [],
        /// The Friday before Midsummer Day.
        MidsummerEve = "midsummer-eve" ["Juhannusaatto", "Midsommarafton", "Midsummer Eve"] also [],
        /// The Saturday from 20 to 26 June.
        MidsummerDay = "midsummer-day" ["Juhannuspäivä", "Midsommardagen", "Midsummer Day"] also [],
        /// The Saturday from 31 October to 6 November.
        AllSaintsDay = "all-saints-day" ["Pyhäinpäivä", "Alla helgons dag", "All Saints' Day"] also [],
        /// 6 December.
        IndependenceDay = "independence-day" ["Itsenäisyyspäivä", "Självständighetsdagen", "Independence Day"] also [],
        /// 24 December.
        ChristmasEve = "christmas-eve" ["Jouluaatto", "Julafton", "Christmas Eve"] also [],
        /// 25 December.
        ChristmasDay = "christmas-day" ["Joulupäivä", "Juldagen", "Christmas Day"] also [],
        /// 26 December.
        BoxingDay = "boxing-day" ["Tapaninpäivä", "Annandag jul", "Boxing Day"] also [],
    }
}

/// The holiday that a day is, if it is one. May Day and Ascension Day can fall on one day; it is May Day then.
#[must_use]
pub fn holiday_on(day: Date) -> Option<Holiday> {
    fixed(day).or_else(|| by_easter(day)).or_else(|| by_saturday(day))
}

fn fixed(day: Date) -> Option<Holiday> {
    Some(match (day.month(), day.day()) {
        (1, 1) => Holiday::NewYearsDay,
        (1, 6) => Holiday::Epiphany,
        (5, 1) => Holiday::MayDay,
        (12, 6) => Holiday::IndependenceDay,
        (12, 24) => Holiday::ChristmasEve,
        (12, 25) => Holiday::ChristmasDay,
        (12, 26) => Holiday::BoxingDay,
        _ => return None,
    })
}

fn by_easter(day: Date) -> Option<Holiday> {
    let days_from_easter = (day - easter_sunday(day.year())).get_days();
    Some(match days_from_easter {
        -2 => Holiday::GoodFriday,
        0 => Holiday::EasterSunday,
        1 => Holiday::EasterMonday,
        39 => Holiday::AscensionDay,
        49 => Holiday::WhitSunday,
        _ => return None,
    })
}

fn by_saturday(day: Date) -> Option<Holiday> {
    let midsummer = saturday_from(date(day.year(), 6, 20));
    let all_saints = saturday_from(date(day.year(), 10, 31));
    match day {
        _ if day == midsummer.saturating_sub(1.day()) => Some(Holiday::MidsummerEve),
        _ if day == midsummer => Some(Holiday::MidsummerDay),
        _ if day == all_saints => Some(Holiday::AllSaintsDay),
        _ => None,
    }
}

/// The first Saturday from a day on.
fn saturday_from(day: Date) -> Date {
    let ahead = day.weekday().until(Weekday::Saturday);
    day.saturating_add(i64::from(ahead).days())
}

/// Easter Sunday of the western churches, reckoned by the Gregorian computus: the golden number of the year and the
/// leap days that were dropped give the full moon of spring, and the Sunday after it is Easter.
fn easter_sunday(year: i16) -> Date {
    let year = i32::from(year);
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let moon_correction = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    // Keeps the full moon from falling a day after the latest that the church tables allow.
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days_from_march_22 = epact + weekday - 7 * late;
    let first_possible = date(i16::try_from(year).unwrap_or_default(), 3, 22);
    first_possible.saturating_add(i64::from(days_from_march_22).days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for easter in [
            date(1992, 4, 19),
            date(2000, 4, 23),
            date(2008, 3, 23),
            date(2019, 4, 21),
            date(2024, 3, 31),
            date(2025, 4, 20),
            date(2026, 4, 5),
            date(2027, 3, 28),
            date(2028, 4, 16),
            date(2029, 4, 1),
            date(2030, 4, 21),
            date(2035, 3, 25),
            date(2038, 4, 25),
            date(2049, 4, 18),
            date(2076, 4, 19),
        ] {
            assert_eq!(easter_sunday(easter.year()), easter);
        }
    }

    #[test]
    fn the_holidays_of_2026_are_those_of_the_almanac() {
        let expected = [
            (date(2026, 1, 1), Holiday::NewYearsDay),
            (date(2026, 1, 6), Holiday::Epiphany),
            (date(2026, 4, 3), Holiday::GoodFriday),
            (date(2026, 4, 5), Holiday::EasterSunday),
            (date(2026, 4, 6), Holiday::EasterMonday),
            (date(2026, 5, 1), Holiday::MayDay),
            (date(2026, 5, 14), Holiday::AscensionDay),
            (date(2026, 5, 24), Holiday::WhitSunday),
            (date(2026, 6, 19), Holiday::MidsummerEve),
            (date(2026, 6, 20), Holiday::MidsummerDay),
            (date(2026, 10, 31), Holiday::AllSaintsDay),
            (date(2026, 12, 6), Holiday::IndependenceDay),
            (date(2026, 12, 24), Holiday::ChristmasEve),
            (date(2026, 12, 25), Holiday::ChristmasDay),
            (date(2026, 12, 26), Holiday::BoxingDay),
        ];
        let found: Vec<(Date, Holiday)> = (0..365)
            .map(|days| date(2026, 1, 1) + days.days())
            .filter_map(|day| Some((day, holiday_on(day)?)))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn midsummer_moves_within_its_week() {
        assert_eq!(holiday_on(date(2025, 6, 21)), Some(Holiday::MidsummerDay));
        assert_eq!(holiday_on(date(2027, 6, 26)), Some(Holiday::MidsummerDay));
        assert_eq!(holiday_on(date(2027, 6, 25)), Some(Holiday::MidsummerEve));
        assert_eq!(holiday_on(date(2027, 6, 19)), None);
    }

    #[test]
    fn may_day_and_ascension_day_can_be_one() {
        assert_eq!(holiday_on(date(2008, 5, 1)), Some(Holiday::MayDay));
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_from_22_march_to_25_april(year in 1583i16..=4000) {
            let easter = easter_sunday(year);
            prop_assert_eq!(easter.weekday(), Weekday::Sunday);
            prop_assert!((date(year, 3, 22)..=date(year, 4, 25)).contains(&easter));
        }

        #[test]
        fn every_year_has_its_fifteen_holidays_less_those_that_meet(year in 1992i16..=2199) {
            let first = date(year, 1, 1);
            let count = (0..366)
                .map(|days| first + days.days())
                .filter(|day| day.year() == year && holiday_on(*day).is_some())
                .count();
            prop_assert!((14..=15).contains(&count), "{}", count);
        }
    }
}
