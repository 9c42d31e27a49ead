//! Workers who are to be taught something.

use futures::FutureExt as _;
use polku_administration::joining::{Duty, DutySource, inventory};
use polku_desk::Visit;
use polku_web::Answer;

use super::{rules, store};

inventory::submit! { DutySource { order: 300, due: |visit| due(visit).boxed() } }

async fn due(visit: &Visit) -> Answer<Vec<Duty>> {
    let instructions = store::instructions(visit).await?;
    let (workers, taught) = (store::workers(visit).await?, store::taught(visit).await?);
    let standing = instructions
        .iter()
        .filter(|one| one.retired_on.is_none())
        .flat_map(|one| {
            let of = |worker| rules::standing(&one.needed, worker, &taught, visit.today());
            workers.iter().filter_map(of)
        });
    let count = standing.filter(|standing| standing.is_due()).count();
    if count == 0 {
        return Ok(Vec::new());
    }
    Ok(vec![Duty {
        word: "training-due",
        count,
        href: "/admin/training".to_owned(),
        by: None,
    }])
}
