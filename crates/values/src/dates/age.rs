use jiff::civil::Date;

/// The full years that someone has lived on a day; `None` before birth. Someone born on 29 February is a year
/// older on 1 March when the year has no such day.
#[must_use]
pub fn age_on(birth_date: Date, day: Date) -> Option<u8> {
    let birthday_is_ahead = (day.month(), day.day()) < (birth_date.month(), birth_date.day());
    let years = day.year() - birth_date.year() - i16::from(birthday_is_ahead);
    u8::try_from(years).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_person_is_a_year_older_on_the_birthday_and_not_before() {
        let born = date(1997, 5, 20);
        assert_eq!(age_on(born, date(2026, 5, 19)), Some(28));
        assert_eq!(age_on(born, date(2026, 5, 20)), Some(29));
        assert_eq!(age_on(born, date(1997, 5, 20)), Some(0));
        assert_eq!(age_on(born, date(1997, 5, 19)), None);
    }

    #[test]
    fn someone_born_on_the_leap_day_turns_on_the_first_of_march() {
        let born = date(2004, 2, 29);
        assert_eq!(age_on(born, date(2026, 2, 28)), Some(21));
        assert_eq!(age_on(born, date(2026, 3, 1)), Some(22));
    }
}
