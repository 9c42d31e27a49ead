//! Who may answer for whom, from when until when.

use jiff::civil::Date;
use polku_desk::{AccountId, access::Role};

use super::store::Engagement;

polku_desk::named_states! {
    /// What a worker is to a client.
    pub(crate) enum CarePart {
        /// Answers for the client.
        Responsible = "responsible",
        /// Stands in for a responsible worker.
        Substitute = "substitute",
    }
}

/// Whether a worker may begin to answer in a part; else the field to mend and the key of the text that says how.
pub(super) fn may_begin(
    known: &[Engagement],
    account: AccountId,
    part: CarePart,
    from: Date,
    until: Option<Date>,
) -> Result<(), (&'static str, &'static str)> {
    if until.is_some_and(|until| until < from) {
        return Err(("until", "date-range-end-before-start"));
    }
    let overlaps = |one: &Engagement| {
        one.account == account
            && one.part == part
            && one.until.is_none_or(|end| end >= from)
            && until.is_none_or(|end| end >= one.from)
    };
    if known.iter().any(overlaps) {
        Err(("account", "client-care-already"))
    } else {
        Ok(())
    }
}

/// What ending an engagement after a day does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It holds until that day.
    Until(Date),
    /// It had not begun, and never will.
    Withdrawn,
}

/// Whether an engagement may end after a day; else the key of the text that says what to mend. Somebody must answer for a
/// client: only those who lead the service or keep the register may leave a client without.
pub(super) fn may_end(
    known: &[Engagement],
    ending: &Engagement,
    after: Date,
    today: Date,
    role: Role,
) -> Result<End, &'static str> {
    let answers_later = |one: &Engagement| {
        one.id != ending.id && one.part == CarePart::Responsible && one.until.is_none_or(|end| end > after)
    };
    let is_last = ending.part == CarePart::Responsible && !known.iter().any(answers_later);
    if is_last && role == Role::Coach {
        return Err("client-care-last");
    }
    if ending.from > today && after < ending.from {
        return Ok(End::Withdrawn);
    }
    if after < ending.from {
        return Err("date-range-end-before-start");
    }
    if ending.until.is_some_and(|end| end < after) {
        return Err("client-care-ends-earlier");
    }
    Ok(End::Until(after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 3, 2);

    fn engagement(number: u128, account: u128, from: Date, until: Option<Date>) -> Engagement {
        Engagement {
            id: Uuid::from_u128(number),
            owner: polku_desk::SubjectId(Uuid::from_u128(99)),
            account: AccountId(Uuid::from_u128(account)),
            name: String::new(),
            part: CarePart::Responsible,
            from,
            until,
        }
    }

    #[test]
    fn a_coach_leaves_a_client_only_to_another_who_answers_b1() {
        let maija = engagement(1, 1, date(2025, 1, 1), None);
        let known = [maija.clone()];
        assert_eq!(
            may_end(&known, &maija, TODAY, TODAY, Role::Coach),
            Err("client-care-last")
        );
        assert_eq!(
            may_end(&known, &maija, TODAY, TODAY, Role::ServiceManager),
            Ok(End::Until(TODAY))
        );
        let known = [maija.clone(), engagement(2, 2, TODAY, None)];
        assert_eq!(
            may_end(&known, &maija, TODAY, TODAY, Role::Coach),
            Ok(End::Until(TODAY))
        );
        let known = [maija.clone(), engagement(2, 2, TODAY, Some(TODAY))];
        assert_eq!(
            may_end(&known, &maija, TODAY, TODAY, Role::Coach),
            Err("client-care-last")
        );
    }

    #[test]
    fn a_substitute_who_has_not_begun_is_withdrawn_and_others_end_on_a_day() {
        let mut planned = engagement(1, 1, date(2026, 7, 1), Some(date(2026, 7, 31)));
        planned.part = CarePart::Substitute;
        assert_eq!(
            may_end(&[], &planned, TODAY, TODAY, Role::Coach),
            Ok(End::Withdrawn)
        );
        let mut begun = engagement(1, 1, date(2026, 2, 1), Some(date(2026, 3, 31)));
        begun.part = CarePart::Substitute;
        assert_eq!(
            may_end(&[], &begun, date(2026, 1, 31), TODAY, Role::Coach),
            Err("date-range-end-before-start")
        );
        assert_eq!(
            may_end(&[], &begun, date(2026, 4, 30), TODAY, Role::Coach),
            Err("client-care-ends-earlier")
        );
    }

    #[test]
    fn nobody_answers_twice_at_the_same_time() {
        let known = [engagement(1, 1, date(2026, 1, 1), Some(date(2026, 3, 31)))];
        let account = AccountId(Uuid::from_u128(1));
        let begin = |from, until| may_begin(&known, account, CarePart::Responsible, from, until);
        assert_eq!(begin(TODAY, None), Err(("account", "client-care-already")));
        assert_eq!(begin(date(2026, 4, 1), None), Ok(()));
        assert_eq!(
            begin(date(2026, 4, 2), Some(date(2026, 4, 1))),
            Err(("until", "date-range-end-before-start"))
        );
        assert_eq!(
            may_begin(&known, account, CarePart::Substitute, TODAY, None),
            Ok(())
        );
    }
}
