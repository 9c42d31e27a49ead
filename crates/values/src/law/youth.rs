//! Who is young: youth workshops are for people under the Youth Act's age limit.

use super::{Finding, InForce, Source, Weight, in_force_on};
use crate::dates::age_on;
use jiff::civil::{Date, date};

/// The age, in full years, from which someone is no longer young.
pub static AGE_LIMITS: &[InForce<u8>] = &[
    InForce {
        value: 29,
        from: date(2006, 3, 1),
        until: Some(date(2016, 12, 31)),
        source: Source {
            act: "72/2006",
            section: "2 §",
        },
    },
    InForce {
        value: 29,
        from: date(2017, 1, 1),
        until: None,
        source: Source {
            act: "1285/2016",
            section: "3 §",
        },
    },
];

/// Whether someone is young on a day; `None` where no limit is known for the day or the day is before birth.
#[must_use]
pub fn is_young(birth_date: Date, day: Date) -> Option<bool> {
    let limit = in_force_on(AGE_LIMITS, day)?;
    age_on(birth_date, day).map(|age| age < limit.value)
}

/// What the law says of someone who starts at a youth workshop: a warning from the age limit on, since workshops
/// also take older people on other grounds.
#[must_use]
pub fn check_age(birth_date: Date, start: Date) -> Option<Finding> {
    let limit = in_force_on(AGE_LIMITS, start)?;
    let is_over = age_on(birth_date, start)? >= limit.value;
    let finding = Finding {
        weight: Weight::Warn,
        key: "law-not-young",
        limit: u16::from(limit.value),
        source: limit.source,
    };
    is_over.then_some(finding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_youth_workshop_is_for_people_under_29_g1() {
        let born = date(1997, 5, 20);
        assert_eq!(is_young(born, date(2026, 5, 19)), Some(true));
        assert_eq!(is_young(born, date(2026, 5, 20)), Some(false));
        assert!(check_age(born, date(2026, 5, 19)).is_none());
        let finding = check_age(born, date(2026, 5, 20)).expect("a warning");
        assert_eq!((finding.limit, finding.is_refusal()), (29, false));
        assert_eq!(is_young(born, date(1990, 1, 1)), None);
    }
}
