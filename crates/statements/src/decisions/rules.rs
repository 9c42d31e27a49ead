//! The rules of decisions. Pure.

use jiff::civil::Date;
use polku_profile::{Act, ControllerKind};

use super::decision::Decision;

/// The most characters of a text.
pub(crate) const LONGEST_TEXT: usize = 10_000;
/// The most characters of a line.
pub(crate) const LONGEST_LINE: usize = 200;

/// Whether a decision may be of a day: it has been made.
pub(crate) fn decided_on(day: Date, today: Date) -> Result<(), &'static str> {
    if day > today {
        Err("decisions-day-ahead")
    } else {
        Ok(())
    }
}

/// Whether a text is there.
pub(crate) fn there(text: &str, missing: &'static str) -> Result<(), &'static str> {
    if text.trim().is_empty() {
        Err(missing)
    } else {
        Ok(())
    }
}

/// Whether a decision may rest on an act: one that was in force then.
pub(crate) fn ground(act: Option<&Act>, decided_on: Date) -> Result<(), &'static str> {
    match act {
        None => Err("decisions-act-unknown"),
        Some(act) if !act.in_force.holds_on(decided_on) => Err("decisions-act-not-in-force"),
        Some(_) => Ok(()),
    }
}

/// Whether a decision needs instructions on how to appeal: an authority's does (Administrative Procedure Act 434/2003,
/// 46 and 47 §); what an association or a foundation decides is no administrative decision.
pub(crate) const fn needs_appeal(controller: ControllerKind) -> bool {
    controller.is_authority()
}

/// Whether a client can have been told on a day.
pub(crate) fn notified_on(decision: &Decision, day: Date, today: Date) -> Result<(), &'static str> {
    if day > today {
        Err("decisions-day-ahead")
    } else if day < decision.decided_on {
        Err("decisions-notified-before")
    } else {
        Ok(())
    }
}

/// Whether a decision may be replaced: the one that counts.
pub(crate) const fn may_replace(decision: &Decision) -> Result<(), &'static str> {
    match decision.replaced_by {
        None => Ok(()),
        Some(_) => Err("decisions-replaced-already"),
    }
}

/// Whether the telling may be entered: once.
pub(crate) const fn may_notify(decision: &Decision) -> Result<(), &'static str> {
    match decision.notice {
        None => Ok(()),
        Some(_) => Err("decisions-notified-already"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use polku_profile::Profile;

    use super::*;

    #[test]
    fn a_decision_rests_on_an_act_that_was_in_force_then_b13() {
        let profile = Profile::shipped("kuopio").expect("a shipped profile");
        let act = profile.act("1369/2014");
        assert_eq!(ground(act, date(2020, 5, 4)), Ok(()));
        assert_eq!(ground(act, date(2026, 5, 4)), Err("decisions-act-not-in-force"));
        assert_eq!(ground(None, date(2026, 5, 4)), Err("decisions-act-unknown"));
    }

    #[test]
    fn an_authority_tells_how_to_appeal_and_a_foundation_does_not_b13() {
        assert!(needs_appeal(ControllerKind::Municipality));
        assert!(!needs_appeal(ControllerKind::Foundation));
    }
}
