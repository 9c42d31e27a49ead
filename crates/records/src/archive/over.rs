//! Whose time is over, as far as it runs from the end of cooperation.

use jiff::civil::Date;
use polku_desk::{Result, SubjectId, Visit, params, statements};
use polku_profile::{ClockStart, Keep, Profile, RetentionClass};
use polku_retention::rules::over_if_from;

statements! {
    /// Clients with whom nothing goes on, and all of whose relationships ended by a day, the earliest first.
    listed(Service) ENDED = "SELECT r.subject AS subject, MAX(r.ended_on) AS ended_on FROM client_relationship r \
        JOIN subject s ON s.register = r.register AND s.id = r.subject WHERE r.register = :register AND {visible} \
        GROUP BY r.subject HAVING COUNT(*) = COUNT(r.ended_on) AND MAX(r.ended_on) <= :latest \
        ORDER BY MAX(r.ended_on), r.subject LIMIT :limit";
}

/// The most clients on a list.
const MOST: i64 = 200;

/// A client whose time is over.
#[derive(Clone, Debug)]
pub(crate) struct Over {
    pub(crate) client: SubjectId,
    pub(crate) name: String,
    /// The last day of cooperation.
    pub(crate) ended_on: Date,
}

/// The classes whose time runs from the end of cooperation.
pub(super) fn classes(profile: &Profile) -> impl Iterator<Item = &RetentionClass> {
    let runs =
        |class: &&RetentionClass| class.from == ClockStart::RelationshipEnded && years(class).is_some();
    profile.retention.iter().filter(runs)
}

fn years(class: &RetentionClass) -> Option<u8> {
    match class.keep {
        Keep::Years(years) => Some(years),
        _ => None,
    }
}

/// Clients whose time is over for a class.
pub(super) async fn of_class(visit: &Visit, class: &RetentionClass) -> Result<Vec<Over>> {
    let Some(latest) = over_if_from(class, visit.today()) else {
        return Ok(Vec::new());
    };
    let listed = visit
        .list(ENDED, params! { "latest" => latest, "limit" => MOST })
        .await?;
    listed
        .rows
        .iter()
        .map(|row| {
            Ok(Over {
                client: listed.person(row),
                name: listed.name(row),
                ended_on: row.get("ended_on")?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan as _, civil::date};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn on_a_leap_day_the_day_before_it_is_over() {
        let profile = Profile::shipped("walmu").expect("a shipped profile");
        let class = classes(&profile).next().expect("a class");
        let years = i64::from(years(class).expect("years")).years();
        let latest = over_if_from(class, date(2004, 2, 29)).expect("a day");
        assert!(latest.checked_add(years).expect("a day") < date(2004, 2, 29));
    }

    proptest! {
        /// What ended on the last day that counts is over today, and not a day before today.
        #[test]
        fn the_time_is_over_on_the_day_after_its_years(days in 0_i64..20_000) {
            let profile = Profile::shipped("walmu").expect("a shipped profile");
            let class = classes(&profile).next().expect("a class");
            let today = date(2000, 1, 1).checked_add(days.days()).expect("a day");
            let latest = over_if_from(class, today).expect("a day");
            let kept_until = latest.checked_add(i64::from(years(class).expect("years")).years()).expect("a day");
            prop_assert!(kept_until < today);
            let next = latest.tomorrow().expect("a day");
            let next_until = next.checked_add(i64::from(years(class).expect("years")).years()).expect("a day");
            prop_assert!(next_until >= today);
        }
    }
}
