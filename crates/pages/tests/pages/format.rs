use jiff::civil::{date, time};
use polku_pages::format;
use polku_pages::{Locale, Texts};
use proptest::prelude::*;

const FI: Locale = Locale::Fi;
const SV: Locale = Locale::Sv;
const EN: Locale = Locale::En;

#[test]
fn dates_stand_as_on_finnish_papers() {
    let sunday = date(2026, 11, 22);
    assert_eq!(format::date(sunday), "22.11.2026");
    assert_eq!(format::weekday_date(FI, sunday), "su 22.11.");
    assert_eq!(format::weekday_date(SV, sunday), "sö 22.11.");
    assert_eq!(format::date_in_words(FI, sunday), "sunnuntai 22. marraskuuta");
    assert_eq!(format::date_in_words(SV, sunday), "söndag 22 november");
    assert_eq!(format::date_in_words(EN, date(2026, 1, 1)), "Thursday 1 January");
}

#[test]
fn times_have_a_point_in_finnish_and_a_colon_in_english() {
    assert_eq!(format::clock(FI, time(9, 5, 59, 0)), "9.05");
    assert_eq!(format::clock(EN, time(9, 5, 0, 0)), "9:05");
    let moment = date(2026, 11, 22).at(14, 30, 0, 0);
    assert_eq!(format::date_and_time(FI, moment), "22.11.2026 klo 14.30");
    assert_eq!(format::date_and_time(SV, moment), "22.11.2026 kl. 14.30");
}

#[test]
fn near_days_are_called_by_their_names() {
    let texts = Texts::new(FI);
    let today = date(2026, 11, 22);
    assert_eq!(format::near_date(texts, today, today), "tänään");
    assert_eq!(format::near_date(texts, date(2026, 11, 21), today), "eilen");
    assert_eq!(format::near_date(texts, date(2026, 11, 23), today), "huomenna");
    assert_eq!(format::near_date(texts, date(2026, 11, 20), today), "pe 20.11.");
    assert_eq!(format::near_date(texts, date(2025, 11, 20), today), "20.11.2025");
    assert_eq!(
        format::near_time(texts, date(2026, 11, 22).at(9, 1, 0, 0), today),
        "tänään 9.01"
    );
}

#[test]
fn a_period_says_the_year_once_when_it_is_one() {
    let texts = Texts::new(FI);
    let start = date(2026, 4, 14);
    assert_eq!(
        format::period(texts, start, Some(date(2026, 6, 30))),
        "14.4.–30.6.2026"
    );
    assert_eq!(
        format::period(texts, start, Some(date(2027, 1, 13))),
        "14.4.2026–13.1.2027"
    );
    assert_eq!(format::period(texts, start, None), "14.4.2026 alkaen");
}

#[test]
fn finnish_time_follows_summer_time() {
    let at = |text: &str| format::finnish_time(text.parse().expect("a timestamp")).to_string();
    assert_eq!(at("2026-01-15T12:00:00Z"), "2026-01-15T14:00:00");
    assert_eq!(at("2026-07-15T12:00:00Z"), "2026-07-15T15:00:00");
    assert_eq!(at("2026-03-29T00:59:59Z"), "2026-03-29T02:59:59");
    assert_eq!(at("2026-03-29T01:00:00Z"), "2026-03-29T04:00:00");
    assert_eq!(at("2026-10-25T01:00:00Z"), "2026-10-25T03:00:00");
}

#[test]
fn numbers_are_grouped_as_in_their_language() {
    assert_eq!(format::decimal(FI, 1_234_567.891, 2), "1\u{a0}234\u{a0}567,89");
    assert_eq!(format::decimal(EN, 1_234_567.891, 2), "1,234,567.89");
    assert_eq!(format::integer(SV, -1_234), "−1\u{a0}234");
    assert_eq!(format::integer(FI, 999), "999");
    assert_eq!(format::percent(FI, 88), "88\u{a0}%");
}

#[test]
fn money_is_whole_cents() {
    assert_eq!(format::euros(FI, 123_450), "1\u{a0}234,50\u{a0}€");
    assert_eq!(format::euros(FI, -5), "−0,05\u{a0}€");
    assert_eq!(format::euros(EN, -123_450), "−€1,234.50");
    assert_eq!(format::euros(EN, i64::MIN), "−€92,233,720,368,547,758.08");
}

#[test]
fn durations_leave_out_what_is_zero() {
    assert_eq!(format::hours_and_minutes(FI, 390), "6\u{a0}t 30\u{a0}min");
    assert_eq!(format::hours_and_minutes(SV, 360), "6\u{a0}h");
    assert_eq!(format::hours_and_minutes(EN, 0), "0\u{a0}min");
    assert_eq!(format::weeks(Texts::new(FI), 7), "7 viikkoa");
}

proptest! {
    #[test]
    fn no_digit_is_lost_or_moved(number in any::<i64>()) {
        for locale in Locale::ALL {
            let digits: String =
                format::integer(locale, number).chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(&digits, &number.unsigned_abs().to_string());
        }
    }

    #[test]
    fn groups_after_the_first_have_three_digits(number in 0..i64::MAX) {
        let written = format::integer(FI, number);
        let mut groups = written.split('\u{a0}');
        prop_assert!((1..=3).contains(&groups.next().unwrap_or_default().len()));
        prop_assert!(groups.all(|group| group.len() == 3));
    }
}
