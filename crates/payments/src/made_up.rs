//! What made-up lives show of payments: a past month that was confirmed, and by which rate days count.

use futures::{FutureExt as _, future::BoxFuture};
use polku_casework::joining::{MadeUpPart, inventory};
use polku_desk::{AccountId, Client, Granted, Write, params, statements};
use polku_profile::{Profile, RecordKind};
use polku_values::dates::Month;
use polku_web::Answer;

use crate::allowances::{
    ground::{Ground, GroundWords},
    store,
};

/// So many clients have a confirmed month: those whom one looks at.
const CLIENTS: u32 = 200;

statements! {
    /// The register's service manager, who confirms months.
    owned(Attendance) MANAGER = "SELECT r.account FROM access_right r JOIN subject s ON s.register = r.register WHERE \
        r.register = :register AND s.id = :subject AND r.role = 'service-manager' ORDER BY r.id LIMIT 1";
    /// A month was confirmed.
    owned(Attendance) CONFIRMED = "INSERT INTO attendance_month (register, subject, id, month, confirmed_by, confirmed_at) \
        VALUES (:register, :subject, :id, :month, :account, :now)";
}

inventory::submit! { MadeUpPart { order: 500, write } }

fn write<'a>(
    grant: &'a Granted<'a, Client, Write>,
    profile: &'a Profile,
    number: u32,
    _seed: u64,
) -> BoxFuture<'a, Answer<()>> {
    async move {
        if number >= CLIENTS || !profile.keeps(RecordKind::Attendance) {
            return Ok(());
        }
        let visit = grant.visit();
        let month = Month::of(visit.today()).previous();
        // Every tenth is still to be confirmed.
        if number % 10 != 9 {
            confirm(grant, month).await?;
        }
        if profile.keeps(RecordKind::Allowance) && number % 8 != 7 {
            let ground = match number % 6 {
                2 => Ground::OutsideOwnArea,
                4 => Ground::Activity,
                _ => Ground::OwnArea,
            };
            let words = GroundWords {
                ground,
                source: "Sovittu jakson alussa, työllisyysalueen lausunto".to_owned(),
            };
            store::insert_ground(grant, month.previous().first(), &words).await?;
        }
        Ok(())
    }
    .boxed()
}

async fn confirm(grant: &Granted<'_, Client, Write>, month: Month) -> Answer<()> {
    let visit = grant.visit();
    if let Some(manager) = grant.fetch(MANAGER, params! {}).await?.first() {
        let account: AccountId = manager.get("account")?;
        let row = params! {
            "id" => visit.new_id(), "month" => month.to_string(), "account" => account, "now" => visit.now(),
        };
        grant.execute(CONFIRMED, row).await?;
    }
    Ok(())
}
