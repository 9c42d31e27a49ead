//! When a relationship may begin and end, and when the follow-up is due (B1).

use jiff::{ToSpan, civil::Date};
use polku_values::service::Placement;

use super::relationship::{Ending, Relationship};

/// How far ahead a relationship may be entered, in days: a client who is known to come next month, not a mistyped year.
const AHEAD: i32 = 366;
/// How many days before the year is full a coach is told to ask.
pub(crate) const ASK_AHEAD: i32 = 14;

/// Whether a relationship may begin on a day; else the key of the text that says what to mend.
pub(crate) fn may_begin(started_on: Date, today: Date) -> Result<(), &'static str> {
    if started_on > today.saturating_add(AHEAD.days()) {
        Err("relationships-start-too-far")
    } else {
        Ok(())
    }
}

/// Whether a relationship may end on a day; else the key of the text that says what to mend. An end is entered when it
/// has come, since until then a placement is a guess.
pub(crate) fn may_end(started_on: Date, ended_on: Date, today: Date) -> Result<(), &'static str> {
    if ended_on < started_on {
        Err("date-range-end-before-start")
    } else if ended_on > today {
        Err("relationships-end-ahead")
    } else {
        Ok(())
    }
}

/// The day on which to ask where the client is a year on. Who is still at the workshop has not left, so there is
/// nothing to ask.
pub(crate) fn follow_up_on(ending: Ending) -> Option<Date> {
    match ending.placement {
        Placement::StillAtWorkshop => None,
        _ => Some(ending.on.saturating_add(1.year())),
    }
}

/// Whether the answer to the question of a year on belongs to a relationship: the first one, or a better one.
pub(crate) fn takes_follow_up(relationship: &Relationship) -> bool {
    relationship.follow_up_on.is_some() || relationship.placement_after_year.is_some()
}

/// Whether it is time to ask.
pub(crate) fn is_follow_up_due(relationship: &Relationship, today: Date) -> bool {
    relationship
        .follow_up_on
        .is_some_and(|on| on <= today.saturating_add(ASK_AHEAD.days()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn ending(on: Date, placement: Placement) -> Ending {
        Ending { on, placement }
    }

    #[test]
    fn a_relationship_ends_when_the_day_has_come_and_not_before_it_began_b1() {
        assert!(may_end(TODAY, TODAY, TODAY).is_ok());
        assert_eq!(
            may_end(TODAY, date(2026, 11, 22), TODAY),
            Err("date-range-end-before-start")
        );
        assert_eq!(
            may_end(TODAY, date(2026, 11, 24), TODAY),
            Err("relationships-end-ahead")
        );
    }

    #[test]
    fn a_mistyped_year_of_the_beginning_is_caught_b1() {
        assert!(may_begin(date(2026, 12, 1), TODAY).is_ok());
        assert_eq!(
            may_begin(date(2036, 12, 1), TODAY),
            Err("relationships-start-too-far")
        );
    }

    #[test]
    fn somebody_asks_a_year_after_the_end_b1() {
        let work = ending(date(2026, 3, 31), Placement::OpenLabourMarket);
        assert_eq!(follow_up_on(work), Some(date(2027, 3, 31)));
        let leap_day = ending(date(2028, 2, 29), Placement::Education);
        assert_eq!(follow_up_on(leap_day), Some(date(2029, 2, 28)));
    }

    #[test]
    fn nobody_asks_about_who_is_still_at_the_workshop_b1() {
        assert_eq!(follow_up_on(ending(TODAY, Placement::StillAtWorkshop)), None);
        let unknown = ending(TODAY, Placement::NoInformation);
        assert!(
            follow_up_on(unknown).is_some(),
            "what is not known now may be known then"
        );
    }

    proptest! {
        #[test]
        fn an_end_is_accepted_exactly_between_the_start_and_today(start in -500i32..500, end in -500i32..500) {
            let (start, end) = (TODAY + start.days(), TODAY + end.days());
            prop_assert_eq!(may_end(start, end, TODAY).is_ok(), start <= end && end <= TODAY);
        }
    }
}
