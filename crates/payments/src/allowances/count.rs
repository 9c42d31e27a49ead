//! What is due: each client's differences, and what keeps days from being counted.

use std::collections::BTreeMap;

use jiff::civil::Date;
use polku_casework::{attendance::Sheet, clients};
use polku_desk::{Client, GrantedSet, Operation, Read, SubjectId, Visit, params};
use polku_values::{AccountNumber, Cents, dates::Month};
use polku_web::Answer;

use super::{
    ground::{DayWorth, GroundLine, PaidPeriod, worth},
    rules::{Payment, Settlement, differences, settle},
    store,
};
use crate::payer;

/// What is due to one client.
#[derive(Clone, Debug)]
pub struct Due {
    /// Who.
    pub client: SubjectId,
    /// The name.
    pub name: String,
    /// What comes of the differences.
    pub settlement: Settlement,
    /// What keeps days from being counted.
    pub problems: Problems,
    /// The account to pay to.
    pub account: Option<AccountNumber>,
}

/// What keeps days from being counted, or money from being paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// Days of which nobody has told by which rate they count.
    pub no_ground: u32,
    /// Days outside every period.
    pub no_period: u32,
    /// Days of a time of which no rate is known.
    pub no_rate: u32,
    /// Whether money is due and there is no account.
    pub no_account: bool,
}

impl Problems {
    /// Whether there is any.
    #[must_use]
    pub fn any(&self) -> bool {
        *self != Self::default()
    }
}

impl Due {
    /// Whether a run would pay it now.
    #[must_use]
    pub fn is_payable(&self) -> bool {
        matches!(self.settlement, Settlement::Pays { .. }) && !self.problems.no_account
    }

    /// Whether there is anything to tell of it.
    #[must_use]
    pub fn is_notable(&self) -> bool {
        self.settlement != Settlement::Nothing || self.problems.any()
    }
}

/// Whether a run would pay anything: a bank takes no file of nothing, so what is even waits for the next one.
#[must_use]
pub fn pays_anything(due: &[Due], payment: Payment) -> bool {
    let mut payable = due.iter().filter(|due| due.is_payable());
    match payment {
        Payment::ByFile => payable.any(|due| is_money(&due.settlement)),
        Payment::Elsewhere => payable.next().is_some(),
    }
}

/// What is due up to the end of a month, by names: those of whom there is something to tell.
pub async fn due(visit: &Visit, month: Month) -> Answer<Vec<Due>> {
    let asked = params! { "month" => month.to_string() };
    let set = visit
        .open_listed::<Client, Read>(store::CANDIDATES, asked)
        .await?;
    let mut due = due_of(&set, month).await?;
    due.retain(Due::is_notable);
    Ok(due)
}

async fn due_of<O: Operation>(set: &GrantedSet<'_, Client, O>, month: Month) -> Answer<Vec<Due>> {
    let visit = set.visit();
    let pays = payer::pays(visit)?;
    let mut months = store::months(set, month).await?;
    let first = months.values().flatten().min().copied();
    let Some(first) = first else { return Ok(Vec::new()) };
    let days: Vec<Date> = days_between(first, month);
    let sheet = Sheet::of_set(set, days).await?;
    let grounds = store::grounds(set).await?;
    let periods = store::periods(set).await?;
    let mut counted = store::counted(set).await?;
    let mut accounts = if pays {
        clients::bank_accounts(set).await?
    } else {
        std::collections::HashMap::new()
    };
    let due = sheet.people.iter().map(|person| {
        let confirmed = months.remove(&person.client).unwrap_or_default();
        let attended = sheet
            .days
            .iter()
            .zip(&person.cells)
            .filter(|(day, cell)| cell.mark.is_attended() && confirmed.contains(&Month::of(**day)))
            .map(|(day, _)| *day);
        let grounds = grounds.get(&person.client).map_or(&[][..], Vec::as_slice);
        let periods = periods.get(&person.client).map_or(&[][..], Vec::as_slice);
        let (worth, mut problems) = worth_of(attended, grounds, periods);
        let counted = counted.remove(&person.client).unwrap_or_default();
        let settlement = settle(differences(&worth, &counted));
        let account = accounts.remove(&person.client);
        problems.no_account = pays && account.is_none() && is_money(&settlement);
        Due {
            client: person.client,
            name: person.name.clone(),
            settlement,
            problems,
            account,
        }
    });
    Ok(due.collect())
}

fn is_money(settlement: &Settlement) -> bool {
    matches!(settlement, Settlement::Pays { amount, .. } if *amount > Cents::ZERO)
}

fn worth_of(
    attended: impl Iterator<Item = Date>,
    grounds: &[GroundLine],
    periods: &[PaidPeriod],
) -> (BTreeMap<Date, Cents>, Problems) {
    let (mut days, mut problems) = (BTreeMap::new(), Problems::default());
    for day in attended {
        match worth(day, grounds, periods) {
            DayWorth::Pays(cents) => {
                days.insert(day, cents);
            }
            DayWorth::Nothing => {}
            DayWorth::NoGround => problems.no_ground += 1,
            DayWorth::NoPeriod => problems.no_period += 1,
            DayWorth::NoRate => problems.no_rate += 1,
        }
    }
    (days, problems)
}

fn days_between(first: Month, last: Month) -> Vec<Date> {
    let mut days = Vec::new();
    let mut month = first;
    while month <= last {
        days.extend(month.days());
        month = month.next();
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_follow_each_other_without_a_gap() {
        let month = |text: &str| text.parse::<Month>().expect("a month");
        assert_eq!(days_between(month("2026-12"), month("2027-01")).len(), 62);
        assert!(days_between(month("2027-02"), month("2027-01")).is_empty());
    }
}
