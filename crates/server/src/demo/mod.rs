//! The demo's data: made-up people with artificial identity codes, and one account for each role.
//!
//! Everything is written through the desk, as a coach's own work would be, so that a demo's audit log is as whole as a
//! real one's.

mod accounts;
mod people;

use polku_desk::Desk;

pub use accounts::{DemoAccount, write_accounts};

/// What a demo is asked to be like.
#[derive(Debug, Clone)]
pub struct Wishes {
    /// The name of a shipped profile.
    pub profile: String,
    /// How many clients.
    pub clients: u32,
    /// The same seed makes the same people.
    pub seed: u64,
}

/// Fills an empty installation, or finds a demo that was made before; answers its accounts.
///
/// # Errors
/// When the database holds something that is not a demo.
pub async fn prepare(desk: &Desk, wishes: &Wishes) -> anyhow::Result<Vec<DemoAccount>> {
    let registers = desk.registers().all();
    if let Some(register) = registers.first() {
        anyhow::ensure!(
            register.key == REGISTER_KEY,
            "the database holds something that is not a demo"
        );
        return accounts::known(desk, register.id, wishes.seed).await;
    }
    let organisation = desk.add_organisation("Esimerkin työpajasäätiö").await?;
    let name = polku_profile::Profile::shipped(&wishes.profile).map_or_else(
        || wishes.profile.clone(),
        |profile| profile.register.name.fi.clone(),
    );
    let register = desk
        .add_register(organisation, REGISTER_KEY, &name, &wishes.profile)
        .await?;
    let accounts = accounts::create(desk, organisation, register, wishes.seed).await?;
    let main_user = people::visitor(desk, &accounts, "paula").await?;
    polku_assessments::skills::furnish(desk, main_user.clone()).await?;
    polku_oversight::furnish::furnish(desk, main_user).await?;
    let manager = people::visitor(desk, &accounts, "pertti").await?;
    polku_records::places::furnish(desk, manager.clone()).await?;
    polku_privacy::photos::furnish(desk, manager).await?;
    people::make_up(desk, &accounts, wishes).await?;
    Ok(accounts)
}

/// The short name by which a demo's register is known.
const REGISTER_KEY: &str = "demo";
