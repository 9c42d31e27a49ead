//! Contracts with processors that lack, ended or end soon, and entries of the profile that wait to be completed.

use futures::FutureExt as _;
use polku_administration::joining::{Duty, DutySource, inventory};
use polku_desk::Visit;
use polku_pages::Texts;
use polku_web::Answer;

use super::{
    processor::Processor,
    rules::{self, Contract},
    seed, store,
};

inventory::submit! { DutySource { order: 400, due: |visit| due(visit).boxed() } }

async fn due(visit: &Visit) -> Answer<Vec<Duty>> {
    let known = store::all(visit).await?;
    let contract = |one: &Processor| rules::contract(&one.described, visit.today());
    let contracts: Vec<Contract> = known
        .iter()
        .filter(|one| one.ended_on.is_none())
        .map(contract)
        .filter(|contract| contract.is_due())
        .collect();
    let ends = |contract: &Contract| match contract {
        Contract::Ended(day) | Contract::Ending(day) => Some(*day),
        _ => None,
    };
    // In which language they would be named does not matter to their number.
    let waiting = seed::waiting(&*visit.profile()?, Texts::default(), &known);
    let duties = [
        Duty {
            word: "processors-due-contracts",
            count: contracts.len(),
            href: "/admin/processors".to_owned(),
            by: contracts.iter().filter_map(ends).min(),
        },
        Duty {
            word: "processors-due-waiting",
            count: waiting.len(),
            href: "/admin/processors".to_owned(),
            by: None,
        },
    ];
    Ok(duties.into_iter().filter(|duty| duty.count > 0).collect())
}
