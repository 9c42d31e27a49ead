//! What is paid for each attended day: the expense allowance (kulukorvaus, kostnadsersättning), and to those who take
//! part in rehabilitative work on social assistance the activity allowance (toimintaraha, verksamhetspenning).

use super::{InForce, Source, in_force_on};
use crate::money::Cents;
use crate::service::Measure;
use jiff::civil::{Date, date};

/// What is paid for an attended day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// Near home.
    pub ordinary: Cents,
    /// Outside one's own commuting area (työssäkäyntialue). Not paid for rehabilitative work.
    pub raised: Cents,
}

/// Where the service is, seen from the client's home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Site {
    /// Within one's own commuting area.
    OwnArea,
    /// Outside it.
    OutsideOwnArea,
}

/// The rates of each time. Whether the act of 2026 on general support changes them must be checked before paying.
pub static RATES: &[InForce<Rates>] = &[InForce {
    value: Rates {
        ordinary: Cents::euros(9),
        raised: Cents::euros(18),
    },
    from: date(2013, 1, 1),
    until: None,
    source: Source {
        act: "1290/2002",
        section: "10 luku",
    },
}];

/// The least that the activity allowance is, of each time. The section and whether the least is what is paid must be
/// checked before paying: a municipality or wellbeing services county can pay more, and then adds a line of its own.
pub static ACTIVITY: &[InForce<Cents>] = &[InForce {
    value: Cents::euros(9),
    from: date(2013, 1, 1),
    until: None,
    source: Source {
        act: "1412/1997",
        section: "10 a §",
    },
}];

/// The activity allowance in force on a day.
#[must_use]
pub fn activity_on(day: Date) -> Option<&'static InForce<Cents>> {
    in_force_on(ACTIVITY, day)
}

/// The rates in force on a day.
#[must_use]
pub fn rates_on(day: Date) -> Option<&'static InForce<Rates>> {
    in_force_on(RATES, day)
}

impl Rates {
    /// The rate for a day of a measure. Rehabilitative work is paid at the ordinary rate wherever it is.
    #[must_use]
    pub fn daily(&self, measure: Measure, site: Site) -> Cents {
        match (measure, site) {
            (Measure::RehabilitativeWork, _) | (_, Site::OwnArea) => self.ordinary,
            (_, Site::OutsideOwnArea) => self.raised,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attended_day_earns_nine_euros_or_eighteen_far_from_home_b6() {
        let rates = &rates_on(date(2026, 2, 1)).expect("in force").value;
        assert_eq!(rates.daily(Measure::WorkTrial, Site::OwnArea), Cents(900));
        assert_eq!(rates.daily(Measure::WorkTrial, Site::OutsideOwnArea), Cents(1800));
    }

    #[test]
    fn rehabilitative_work_earns_nine_euros_wherever_it_is_b6() {
        let rates = &rates_on(date(2026, 2, 1)).expect("in force").value;
        assert_eq!(
            rates.daily(Measure::RehabilitativeWork, Site::OutsideOwnArea),
            Cents(900)
        );
    }

    #[test]
    fn no_rate_is_guessed_for_a_day_before_the_table() {
        assert!(rates_on(date(2012, 12, 31)).is_none());
    }
}
