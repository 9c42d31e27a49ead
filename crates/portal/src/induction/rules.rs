//! What a client has to be told, by the register's profile (GDPR 13 and 14). Pure.

use jiff::civil::Date;
use polku_profile::{Activity, Permission, Profile, RecordKind, Role};

polku_desk::named_states! {
    /// Something that a client is told at the start.
    pub enum Point {
        /// Who keeps the register, and why.
        Purpose = "purpose",
        /// What is recorded, and from where it comes.
        Content = "content",
        /// Who sees it.
        Seers = "seers",
        /// To whom it is given, by law or by consent, and how a consent is withdrawn.
        Disclosures = "disclosures",
        /// How long it is kept.
        Retention = "retention",
        /// One's rights, and how they are used.
        Rights = "rights",
        /// To whom one complains.
        Complaints = "complaints",
        /// The portal, in which one sees the own data.
        Portal = "portal",
    }
}

/// What clients of a register are told: of disclosures where the register gives anything to anyone, of the portal where it
/// lets clients in.
pub fn points(profile: &Profile) -> impl Iterator<Item = Point> + '_ {
    Point::ALL.iter().copied().filter(|point| match point {
        Point::Disclosures => gives(profile),
        Point::Portal => profile.allows(Role::Client, Activity::SeeOwn),
        _ => true,
    })
}

fn gives(profile: &Profile) -> bool {
    let to_somebody = |permission| permission != Permission::Anonymous;
    profile.keeps(RecordKind::Consent)
        || profile
            .recipients
            .iter()
            .any(|recipient| to_somebody(recipient.permission))
}

/// What has not been told at any time.
#[must_use]
pub fn untold(profile: &Profile, told: &[Vec<Point>]) -> Vec<Point> {
    points(profile)
        .filter(|point| !told.iter().any(|points| points.contains(point)))
        .collect()
}

/// Whether somebody was told on a day that has been.
///
/// # Errors
/// The key of what to say: what is to come cannot be noted as told.
pub fn may_note(told_on: Date, today: Date) -> Result<(), &'static str> {
    if told_on > today {
        Err("induction-ahead")
    } else {
        Ok(())
    }
}

/// The version of the notice that was in force on a day, of those that were published: each with the day on which it was.
#[must_use]
pub fn version_on(published: &[(i64, Date)], day: Date) -> Option<i64> {
    let in_force = published.iter().filter(|(_, published_on)| *published_on <= day);
    in_force.map(|(version, _)| *version).max()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_told_and_what_was_not_are_the_whole_d7(
            key in prop::sample::select(vec!["walmu", "ii", "kokkotyo", "typpi", "kuopio"]),
            told in prop::collection::vec(prop::sample::subsequence(Point::ALL.to_vec(), 0..=Point::ALL.len()), 0..4),
        ) {
            let profile = Profile::shipped(key).expect("a shipped profile");
            let left = untold(&profile, &told);
            for point in points(&profile) {
                let was_told = told.iter().any(|points| points.contains(&point));
                prop_assert_ne!(was_told, left.contains(&point));
            }
            prop_assert!(left.iter().all(|point| points(&profile).any(|of_profile| of_profile == *point)));
        }

        #[test]
        fn a_later_notice_was_not_in_force_earlier_d7(days in prop::collection::vec(0_i32..400, 0..6), asked in 0_i32..400) {
            let day = |days| date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
            let mut sorted = days;
            sorted.sort_unstable();
            let published: Vec<(i64, Date)> = (1..).zip(sorted.into_iter().map(day)).collect();
            match version_on(&published, day(asked)) {
                Some(version) => {
                    let (_, on) = published.iter().find(|(known, _)| *known == version).expect("a version");
                    prop_assert!(*on <= day(asked));
                    prop_assert!(published.iter().all(|(later, on)| *later <= version || *on > day(asked)));
                }
                None => prop_assert!(published.iter().all(|(_, on)| *on > day(asked))),
            }
        }
    }

    #[test]
    fn nobody_is_told_in_advance_d7() {
        let today = date(2026, 11, 23);
        assert_eq!(may_note(today, today), Ok(()));
        assert_eq!(may_note(date(2026, 11, 24), today), Err("induction-ahead"));
    }
}
