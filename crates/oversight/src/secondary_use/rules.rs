//! What an extract may hold and how people are hidden in it. Pure.

use std::collections::HashMap;

use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_profile::{Field, Kind, Profile, SubjectKind};
use sha2::Sha256;

use super::decision::Coarseness;

/// The most characters of a line.
pub(super) const LONGEST_LINE: usize = 300;
/// The most characters of what the recipient does with it.
pub(super) const LONGEST_TEXT: usize = 4_000;
/// Fewer people than this who look alike are a small group: whoever knows one of them may know them again.
pub(super) const FEW: usize = 5;

polku_desk::named_states! {
    /// Where a decision stands on a day.
    pub enum Standing {
        /// Extracts will be made from it.
        Coming = "coming",
        /// Extracts may be made from it.
        InForce = "in-force",
        /// No extract is made from it any more.
        Ended = "ended",
    }
}

/// Where a decision stands on a day. One that was ended before its time gives nothing from that very day on.
pub(super) fn standing(from: Date, until: Date, ended: Option<Date>, day: Date) -> Standing {
    if until < day || ended.is_some_and(|ended| ended <= day) {
        Standing::Ended
    } else if from > day {
        Standing::Coming
    } else {
        Standing::InForce
    }
}

/// The days of a decision against each other.
///
/// # Errors
/// The field and the key of what to say.
pub(super) fn days(
    (decided, from, until): (Date, Date, Date),
    (served_from, served_until): (Date, Date),
    today: Date,
) -> Result<(), (&'static str, &'static str)> {
    if decided > today {
        return Err(("decided_on", "secondary-use-decided-ahead"));
    }
    if from < decided {
        return Err(("valid_from", "secondary-use-from-early"));
    }
    if until < from {
        return Err(("valid_until", "secondary-use-until-early"));
    }
    if served_until < served_from {
        return Err(("served_until", "secondary-use-served-early"));
    }
    Ok(())
}

/// The fields of which an extract may be made: those of clients that the register has and that are coded, counted or dated.
/// Never a name, code, contact or other direct identifier, never what is written in words, never special-category data,
/// nor whether somebody has a protected address.
pub(super) fn offered(profile: &Profile) -> Vec<Field> {
    let fields = profile.fields.of(SubjectKind::Client).map(|entry| entry.field);
    fields.filter(|field| is_offered(*field)).collect()
}

fn is_offered(field: Field) -> bool {
    let is_coarse = matches!(
        field.kind(),
        Kind::Code(_) | Kind::Date | Kind::BirthDate | Kind::Months | Kind::Count | Kind::YesNoUnknown
    );
    is_coarse && !field.is_special() && field != Field::ProtectedAddress
}

/// A value as the extract tells it: days coarsened, all else as it is kept. What should be a day and is none is left out.
pub(super) fn told(field: Field, kept: &[String], coarseness: Coarseness) -> String {
    match field.kind() {
        Kind::Date | Kind::BirthDate => {
            let day = kept.first().and_then(|text| text.parse::<Date>().ok());
            day.map_or_else(String::new, |day| coarse(day, coarseness))
        }
        _ => kept.join(" "),
    }
}

fn coarse(day: Date, coarseness: Coarseness) -> String {
    match coarseness {
        Coarseness::Year => format!("{:04}", day.year()),
        Coarseness::Month => format!("{:04}-{:02}", day.year(), day.month()),
    }
}

/// Who somebody is in the extracts of one decision: the same in each of them, in no other decision's, and without the key
/// nothing leads back.
pub(super) fn pseudonym(key: &[u8; 32], subject: SubjectId) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length is a key");
    mac.update(subject.0.as_bytes());
    let hash = mac.finalize().into_bytes();
    hash.iter()
        .take(16)
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

/// How many rows look like fewer than [`FEW`], themselves included.
pub(super) fn in_small_groups(rows: &[Vec<String>]) -> usize {
    let mut alike: HashMap<&[String], usize> = HashMap::new();
    for row in rows {
        *alike.entry(row).or_default() += 1;
    }
    alike.into_values().filter(|number| *number < FEW).sum()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    const PROFILES: [&str; 5] = ["walmu", "ii", "kokkotyo", "typpi", "kuopio"];

    #[test]
    fn no_register_offers_what_names_somebody_or_is_written_in_words_c8() {
        for key in PROFILES {
            let profile = Profile::shipped(key).expect("a shipped profile");
            let offered = offered(&profile);
            assert!(
                offered.contains(&Field::RelationshipBasis) || offered.len() > 2,
                "{key}"
            );
            for field in offered {
                assert!(profile.has(field), "{key}: {field}");
                assert!(
                    !matches!(
                        field.kind(),
                        Kind::Text
                            | Kind::LongText
                            | Kind::IdentityCode
                            | Kind::IdentityCodes
                            | Kind::Phones
                            | Kind::Email
                            | Kind::Iban
                            | Kind::PostalCode
                            | Kind::Workers
                            | Kind::Picture
                    ),
                    "{key}: {field}"
                );
                assert!(!field.is_special(), "{key}: {field}");
            }
        }
    }

    #[test]
    fn days_are_told_as_coarsely_as_decided() {
        let kept = ["1998-03-17".to_owned()];
        let told = |coarseness| told(Field::BirthDate, &kept, coarseness);
        assert_eq!(told(Coarseness::Year), "1998");
        assert_eq!(told(Coarseness::Month), "1998-03");
        let none = super::told(Field::BirthDate, &["17 maaliskuuta".to_owned()], Coarseness::Year);
        assert_eq!(none, "", "what is no day might say more than a day");
    }

    #[test]
    fn what_was_ended_gives_nothing_the_same_day() {
        let on = |day| standing(date(2026, 1, 1), date(2026, 12, 31), Some(date(2026, 6, 1)), day);
        assert_eq!(on(date(2025, 12, 31)), Standing::Coming);
        assert_eq!(on(date(2026, 5, 31)), Standing::InForce);
        assert_eq!(on(date(2026, 6, 1)), Standing::Ended);
        let whole = standing(date(2026, 1, 1), date(2026, 12, 31), None, date(2026, 12, 31));
        assert_eq!(whole, Standing::InForce);
    }

    proptest! {
        /// A pseudonym is the same within a decision, and tells nothing to whoever has another decision's.
        #[test]
        fn pseudonyms_hold_within_a_decision_and_nowhere_else(
            one in any::<[u8; 32]>(), other in any::<[u8; 32]>(), a in any::<u128>(), b in any::<u128>(),
        ) {
            let (a, b) = (SubjectId(Uuid::from_u128(a)), SubjectId(Uuid::from_u128(b)));
            prop_assert_eq!(pseudonym(&one, a), pseudonym(&one, a));
            prop_assert_eq!(a == b, pseudonym(&one, a) == pseudonym(&one, b));
            prop_assert_eq!(one == other, pseudonym(&one, a) == pseudonym(&other, a));
            prop_assert!(!pseudonym(&one, a).contains(&a.0.simple().to_string()));
        }

        /// A month never tells the day, a year never the month.
        #[test]
        fn coarse_days_are_the_same_for_all_days_of_the_time(days in 0_i32..20_000, within in 0_i8..28) {
            let day = date(1970, 1, 1) + jiff::Span::new().days(days);
            let other = date(day.year(), day.month(), within + 1);
            prop_assert_eq!(coarse(day, Coarseness::Month), coarse(other, Coarseness::Month));
            prop_assert_eq!(coarse(day, Coarseness::Year), coarse(date(day.year(), 12, 31), Coarseness::Year));
        }

        /// Whoever looks like at least four others is in no small group; all others are.
        #[test]
        fn small_groups_are_those_of_less_than_five(sizes in prop::collection::vec(1_usize..9, 0..6)) {
            let rows: Vec<Vec<String>> = sizes
                .iter()
                .enumerate()
                .flat_map(|(group, size)| std::iter::repeat_n(vec![group.to_string()], *size))
                .collect();
            let small: usize = sizes.iter().filter(|size| **size < FEW).sum();
            prop_assert_eq!(in_small_groups(&rows), small);
        }
    }
}
