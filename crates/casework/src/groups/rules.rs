//! What holds for groups and their coaches.

use jiff::civil::Date;
use polku_desk::AccountId;

use super::group::{Coaching, Group};

/// Whether a worker may begin to coach a group on a day; else the key of the text that says what to mend.
pub(crate) fn may_coach(
    group: &Group,
    account: AccountId,
    from: Date,
    today: Date,
) -> Result<(), &'static str> {
    let meets =
        |coaching: &Coaching| coaching.account == account && coaching.until.is_none_or(|last| from <= last);
    if !group.is_open(today) {
        Err("groups-is-closed")
    } else if group.coaches.iter().any(meets) {
        Err("groups-coach-there")
    } else {
        Ok(())
    }
}

/// Whether a worker's time as coach may end on a day; else the key of the text that says what to mend.
pub(crate) fn may_stop_coaching(coaching: &Coaching, until: Date) -> Result<(), &'static str> {
    if until < coaching.from {
        Err("date-range-end-before-start")
    } else {
        Ok(())
    }
}

/// Whether a group may close; else the key of the text that says what to mend. Whoever is in it would be expected
/// nowhere.
pub(crate) fn may_close(closed_on: Date, members: usize, today: Date) -> Result<(), &'static str> {
    if members > 0 {
        Err("groups-has-members")
    } else if closed_on > today {
        Err("groups-close-ahead")
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use polku_desk::{access::Role, ids::WorkgroupId};
    use uuid::Uuid;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);
    const MAIJA: AccountId = AccountId(Uuid::from_u128(1));
    const PEKKA: AccountId = AccountId(Uuid::from_u128(2));

    fn group(until: Option<Date>) -> Group {
        Group {
            id: WorkgroupId(Uuid::nil()),
            name: "Puupaja".into(),
            place: String::new(),
            closed_on: None,
            coaches: vec![Coaching {
                id: Uuid::nil(),
                account: MAIJA,
                name: "Maija Valmentaja".into(),
                from: date(2026, 9, 1),
                until,
            }],
            version: 1,
        }
    }

    #[test]
    fn a_coach_sees_the_group_until_the_last_day_and_managers_always_e2() {
        let group = group(Some(TODAY));
        assert!(group.is_seen_by(MAIJA, Role::Coach, TODAY));
        assert!(!group.is_seen_by(MAIJA, Role::Coach, date(2026, 11, 24)));
        assert!(!group.is_seen_by(PEKKA, Role::Coach, TODAY));
        assert!(group.is_seen_by(PEKKA, Role::ServiceManager, TODAY));
    }

    #[test]
    fn nobody_coaches_a_group_twice_at_a_time() {
        assert_eq!(
            may_coach(&group(None), MAIJA, TODAY, TODAY),
            Err("groups-coach-there")
        );
        assert!(may_coach(&group(None), PEKKA, TODAY, TODAY).is_ok());
        let ended = group(Some(date(2026, 10, 31)));
        assert!(may_coach(&ended, MAIJA, TODAY, TODAY).is_ok(), "comes back");
    }

    #[test]
    fn a_closed_group_takes_no_coach() {
        let mut group = group(None);
        group.closed_on = Some(date(2026, 11, 20));
        assert_eq!(may_coach(&group, PEKKA, TODAY, TODAY), Err("groups-is-closed"));
    }

    #[test]
    fn a_group_closes_when_nobody_is_in_it() {
        assert_eq!(may_close(TODAY, 1, TODAY), Err("groups-has-members"));
        assert_eq!(may_close(date(2026, 11, 24), 0, TODAY), Err("groups-close-ahead"));
        assert!(may_close(TODAY, 0, TODAY).is_ok());
    }
}
