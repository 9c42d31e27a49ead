//! What may be done with a photograph today. Pure.

use jiff::civil::Date;
use polku_documents::pictures::Checked;

/// The most characters of a line.
pub(super) const LONGEST_LINE: usize = 300;
/// The most people who are counted in a photograph.
pub(super) const MOST_PEOPLE: i64 = 200;

/// What its standing follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    /// Whether the file was looked through for viruses.
    pub(super) checked: Checked,
    /// The last day on which it is needed; none until that is said.
    pub(super) needed_until: Option<Date>,
    /// How many people can be recognised in it; 0 until that is said.
    pub(super) people: i64,
    /// How many of them consent today. Somebody whose processing is restricted, or who was erased, is not among them.
    pub(super) consenting: i64,
    /// How many withdrew their consent.
    pub(super) withdrawn: i64,
    /// In how many places it is.
    pub(super) up: i64,
}

polku_desk::named_states! {
    /// Where a photograph stands.
    pub enum Standing {
        /// It is somewhere, and may not be any more.
        TakeDown = "take-down",
        /// It is used, with everybody's consent.
        InUse = "in-use",
        /// It may be used.
        Usable = "usable",
        /// Somebody's consent is missing, or what it is for was not said.
        Lacking = "lacking",
        /// It waits for being looked through for viruses.
        Checking = "checking",
        /// It may not be opened: something was found in it, or it could not be looked through.
        Closed = "closed",
        /// Its need or a consent has ended: it is not used any more.
        Out = "out",
    }
}

impl Standing {
    /// Whether the picture is shown to those who keep photographs: out of use is out of sight.
    pub(super) const fn is_shown(self) -> bool {
        matches!(self, Self::InUse | Self::Usable | Self::Lacking)
    }

    /// Whether it may be taken out and published.
    pub(super) const fn is_for_use(self) -> bool {
        matches!(self, Self::InUse | Self::Usable)
    }
}

/// Where a photograph stands on a day.
pub(super) fn standing(facts: &Facts, day: Date) -> Standing {
    let is_over = facts.needed_until.is_some_and(|until| until < day);
    let is_described = facts.needed_until.is_some() && facts.people > 0;
    let consents = is_described && facts.consenting >= facts.people;
    let is_up = facts.up > 0;
    if is_up && (is_over || facts.withdrawn > 0 || !consents || !facts.checked.is_open()) {
        return Standing::TakeDown;
    }
    if is_over || facts.withdrawn > 0 {
        return Standing::Out;
    }
    match facts.checked {
        Checked::Waiting => Standing::Checking,
        Checked::Infected | Checked::Unchecked => Standing::Closed,
        Checked::Clean | Checked::Made if !consents => Standing::Lacking,
        Checked::Clean | Checked::Made if is_up => Standing::InUse,
        Checked::Clean | Checked::Made => Standing::Usable,
    }
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan as _, civil::date};
    use proptest::prelude::*;

    use super::*;

    const SOUND: Facts = Facts {
        checked: Checked::Clean,
        needed_until: Some(date(2026, 12, 31)),
        people: 2,
        consenting: 2,
        withdrawn: 0,
        up: 0,
    };

    #[test]
    fn a_photograph_is_used_only_with_everybodys_consent_and_while_it_is_needed_c6() {
        let day = date(2026, 11, 23);
        let of = |facts: Facts| standing(&facts, day);
        assert_eq!(of(SOUND), Standing::Usable);
        assert_eq!(of(Facts { up: 1, ..SOUND }), Standing::InUse);
        let one = Facts {
            consenting: 1,
            ..SOUND
        };
        assert_eq!(of(one), Standing::Lacking);
        assert_eq!(
            of(Facts { up: 1, ..one }),
            Standing::TakeDown,
            "somebody was erased or frozen"
        );
        let withdrawn = Facts {
            withdrawn: 1,
            consenting: 1,
            ..SOUND
        };
        assert_eq!(of(withdrawn), Standing::Out);
        assert_eq!(of(Facts { up: 1, ..withdrawn }), Standing::TakeDown);
        assert_eq!(standing(&SOUND, date(2027, 1, 1)), Standing::Out);
        assert_eq!(
            of(Facts {
                checked: Checked::Infected,
                ..SOUND
            }),
            Standing::Closed
        );
    }

    proptest! {
        /// What may be used was looked through, is needed, and everybody in it consents; nobody's withdrawal is forgotten.
        #[test]
        fn nothing_is_for_use_without_everybody(
            people in 0_i64..5, consenting in 0_i64..5, withdrawn in 0_i64..3, up in 0_i64..3, days in -3_i64..4,
            checked in prop::sample::select(Checked::ALL.to_vec()), is_said in any::<bool>(),
        ) {
            let day = date(2026, 11, 23);
            let needed_until = is_said.then(|| day + days.days());
            let facts = Facts { checked, needed_until, people, consenting, withdrawn, up };
            let stands = standing(&facts, day);
            let may = checked.is_open() && is_said && days >= 0 && people > 0 && consenting >= people && withdrawn == 0;
            prop_assert_eq!(stands.is_for_use(), may);
            // Whatever is up and may not be is on the list until it was taken down.
            prop_assert_eq!(stands == Standing::TakeDown, up > 0 && !may);
            prop_assert!(!stands.is_shown() || checked.is_open());
        }
    }
}
