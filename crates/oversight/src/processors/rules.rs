//! Where data may be processed, and which contracts are to be seen to. Pure.

use jiff::{ToSpan as _, civil::Date};
use polku_profile::{Adequacy, Transfers};

use super::processor::{Described, Kind};

/// Member states of the EU and the EEA, ISO 3166.
const EEA: [&str; 30] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// So many days before a contract ends it is on the list.
const AHEAD: i32 = 60;

/// Whether a country is in the EU or EEA.
#[must_use]
pub fn is_in_eea(country: &str) -> bool {
    EEA.contains(&country)
}

/// Whether data may be processed there (GDPR 44–46), by the register's own policy on transfers.
///
/// # Errors
/// The field and the key of what to say.
pub fn may_process(
    transfers: Transfers,
    country: &str,
    adequacy: Adequacy,
    safeguard: &str,
) -> Result<(), (&'static str, &'static str)> {
    if country.len() != 2 || !country.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return Err(("country", "processors-country-code"));
    }
    if is_in_eea(country) != (adequacy == Adequacy::Eea) {
        return Err(("adequacy", "processors-adequacy-country"));
    }
    if adequacy == Adequacy::None {
        return Err(("adequacy", "processors-refused"));
    }
    if (adequacy == Adequacy::Safeguard) == safeguard.is_empty() {
        return Err(("safeguard", "processors-safeguard"));
    }
    let may = match transfers {
        Transfers::WithinFinland => country == "FI",
        Transfers::Never => adequacy == Adequacy::Eea,
        Transfers::OnlyAdequate => matches!(adequacy, Adequacy::Eea | Adequacy::Decision),
        Transfers::Safeguarded => true,
    };
    if may {
        Ok(())
    } else {
        Err(("country", "processors-policy"))
    }
}

/// How a contract stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contract {
    /// None is needed: the controller runs the system itself.
    NotNeeded,
    /// There is none, and GDPR 28.3 asks for one.
    Missing,
    /// It ended on this day.
    Ended(Date),
    /// It ends soon, on this day.
    Ending(Date),
    /// It holds.
    Holds,
}

/// How the contract of an entry stands on a day.
#[must_use]
pub fn contract(described: &Described, today: Date) -> Contract {
    if described.kind == Kind::System && described.contract.is_empty() {
        // A system that a processor runs is covered by that processor's contract.
        return Contract::NotNeeded;
    }
    if described.contract.is_empty() {
        return Contract::Missing;
    }
    match described.contract_until {
        Some(until) if until < today => Contract::Ended(until),
        Some(until) if until <= today.saturating_add(AHEAD.days()) => Contract::Ending(until),
        _ => Contract::Holds,
    }
}

impl Contract {
    /// Whether somebody has to see to it.
    #[must_use]
    pub const fn is_due(self) -> bool {
        matches!(self, Self::Missing | Self::Ended(_) | Self::Ending(_))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn described(contract: &str, until: Option<Date>) -> Described {
        Described {
            kind: Kind::Processor,
            profile_key: None,
            name: "Konesali Oy".to_owned(),
            purpose: "palvelimet".to_owned(),
            data: "kaikki".to_owned(),
            run_by: String::new(),
            country: "FI".to_owned(),
            adequacy: Adequacy::Eea,
            safeguard: String::new(),
            contract: contract.to_owned(),
            contract_from: None,
            contract_until: until,
        }
    }

    #[test]
    fn a_contract_that_lacks_ended_or_ends_soon_is_on_the_list_c5() {
        let today = date(2026, 11, 23);
        let at = |number, until| contract(&described(number, until), today);
        assert_eq!(at("", None), Contract::Missing);
        assert_eq!(at("HEL-1", None), Contract::Holds);
        assert_eq!(
            at("HEL-1", Some(date(2026, 11, 22))),
            Contract::Ended(date(2026, 11, 22))
        );
        assert_eq!(at("HEL-1", Some(today)), Contract::Ending(today));
        assert_eq!(
            at("HEL-1", Some(date(2027, 1, 22))),
            Contract::Ending(date(2027, 1, 22))
        );
        assert_eq!(at("HEL-1", Some(date(2027, 1, 23))), Contract::Holds);
    }

    #[test]
    fn a_country_without_adequacy_or_safeguard_is_refused_c5() {
        let refused = |country, adequacy, safeguard| {
            may_process(Transfers::Safeguarded, country, adequacy, safeguard).is_err()
        };
        assert!(refused("US", Adequacy::None, ""));
        assert!(refused("US", Adequacy::Safeguard, ""), "the safeguard is named");
        assert!(refused("US", Adequacy::Eea, ""), "it is not there");
        assert!(refused("Suomi", Adequacy::Eea, ""));
        assert!(!refused("US", Adequacy::Safeguard, "vakiolausekkeet"));
        assert!(!refused("JP", Adequacy::Decision, ""));
        assert!(may_process(Transfers::WithinFinland, "SE", Adequacy::Eea, "").is_err());
        assert!(
            may_process(
                Transfers::OnlyAdequate,
                "US",
                Adequacy::Safeguard,
                "vakiolausekkeet"
            )
            .is_err()
        );
    }

    proptest! {
        /// Whatever is allowed lies in the EEA, in an adequate country, or under a named safeguard.
        #[test]
        fn nothing_goes_where_it_may_not(
            transfers in prop::sample::select(Transfers::ALL.to_vec()),
            country in prop::sample::select(vec!["FI", "SE", "US", "JP", "XX", ""]),
            adequacy in prop::sample::select(Adequacy::ALL.to_vec()),
            safeguard in prop::sample::select(vec!["", "vakiolausekkeet"]),
        ) {
            if may_process(transfers, country, adequacy, safeguard).is_ok() {
                prop_assert!(adequacy != Adequacy::None);
                prop_assert!(is_in_eea(country) || adequacy == Adequacy::Decision || !safeguard.is_empty());
                prop_assert!(transfers != Transfers::WithinFinland || country == "FI");
            }
        }
    }
}
