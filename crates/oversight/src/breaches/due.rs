//! Breaches that wait: those whose clock runs, and those that are told of and not closed.

use futures::FutureExt as _;
use polku_administration::joining::{Duty, DutySource};
use polku_casework::joining::inventory;
use polku_desk::{Visit, clock::date_in_finland};
use polku_web::Answer;

use super::{
    breach::Breach,
    rules::{self, Clock},
    store,
};

inventory::submit! { DutySource { order: 100, due: |visit| due(visit).boxed() } }

async fn due(visit: &Visit) -> Answer<Vec<Duty>> {
    let open = store::open(visit).await?;
    let runs = |breach: &&Breach| {
        let clock = rules::clock(breach.aware_at, breach.risk, breach.notified_at, visit.now());
        matches!(clock, Clock::Running(_) | Clock::Over(_))
    };
    let running: Vec<&Breach> = open.iter().filter(runs).collect();
    let rest = open.len() - running.len();
    let by = running
        .iter()
        .map(|breach| date_in_finland(rules::deadline(breach.aware_at)))
        .min();
    let duties = [
        Duty {
            word: "breaches-due-notice",
            count: running.len(),
            href: "/breaches".to_owned(),
            by,
        },
        Duty {
            word: "breaches-due-open",
            count: rest,
            href: "/breaches".to_owned(),
            by: None,
        },
    ];
    Ok(duties.into_iter().filter(|duty| duty.count > 0).collect())
}
