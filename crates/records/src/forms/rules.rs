//! When a form is to be destroyed, and what it is called.

use jiff::civil::Date;
use polku_profile::{Keep, Profile, RecordKind};

/// Where a form stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Its data is not entered yet.
    Waiting,
    /// Its data is entered, and it is to be destroyed by a day, if the register says by which.
    Entered {
        /// By which day.
        by: Option<Date>,
        /// Whether that day is over.
        late: bool,
    },
}

impl Standing {
    /// Where a form stands today.
    pub(crate) fn of(entered_on: Option<Date>, profile: &Profile, today: Date) -> Self {
        match entered_on {
            None => Self::Waiting,
            Some(day) => {
                let by = destroy_by(profile, day);
                Self::Entered {
                    by,
                    late: by.is_some_and(|by| today > by),
                }
            }
        }
    }
}

/// The last day on which a form may be there, by the register's retention class of such forms.
pub(crate) fn destroy_by(profile: &Profile, entered_on: Date) -> Option<Date> {
    let record = profile.record(RecordKind::PreEntryForm)?;
    match profile.retention_class(&record.retention)?.keep {
        Keep::For(deadline) => deadline.due(entered_on).ok(),
        _ => None,
    }
}

/// The number that is written on the next form of a year.
pub(super) fn mark(year: i16, earlier: i64) -> String {
    format!("{year}-{:03}", earlier + 1)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn kokkotyo() -> std::sync::Arc<Profile> {
        Profile::shipped("kokkotyo").expect("a shipped profile")
    }

    #[test]
    fn a_form_is_late_after_the_days_that_the_register_gives() {
        let profile = kokkotyo();
        let entered = date(2026, 11, 23);
        let standing = |today| Standing::of(Some(entered), &profile, today);
        let by = Some(date(2026, 11, 30));
        assert_eq!(
            standing(date(2026, 11, 30)),
            Standing::Entered { by, late: false }
        );
        assert_eq!(standing(date(2026, 12, 1)), Standing::Entered { by, late: true });
        assert_eq!(
            Standing::of(None, &profile, date(2027, 1, 1)),
            Standing::Waiting,
            "what is not entered must not be destroyed by a clock"
        );
    }

    #[test]
    fn a_register_without_such_forms_gives_no_day() {
        let walmu = Profile::shipped("walmu").expect("a shipped profile");
        assert_eq!(destroy_by(&walmu, date(2026, 11, 23)), None);
    }

    proptest! {
        #[test]
        fn numbers_of_a_year_differ(one in 0_i64..5_000, other in 0_i64..5_000) {
            prop_assert_eq!(mark(2026, one) == mark(2026, other), one == other);
        }
    }
}
