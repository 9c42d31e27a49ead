//! The demo's clients.

use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressStyle};
use polku_casework::made_up::{self, Cast, Wanted};
use polku_desk::{Desk, Visitor};

use super::{DemoAccount, Wishes};

/// From so many clients on it takes long enough to show how far it is.
const SHOWN_FROM: u32 = 1_000;

/// Makes up the demo's clients.
pub(super) async fn make_up(desk: &Desk, accounts: &[DemoAccount], wishes: &Wishes) -> anyhow::Result<()> {
    let cast = Cast {
        first_coach: visitor(desk, accounts, "maija").await?,
        second_coach: visitor(desk, accounts, "pekka").await?,
        manager: visitor(desk, accounts, "pertti").await?,
    };
    let wanted = Wanted {
        clients: wishes.clients,
        seed: wishes.seed,
    };
    let bar = bar(wishes.clients);
    made_up::make_up(desk, &cast, &wanted, |written| bar.set_position(written.into())).await?;
    bar.finish_and_clear();
    Ok(())
}

fn bar(clients: u32) -> ProgressBar {
    if clients < SHOWN_FROM {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("  {wide_bar} {human_pos}/{human_len} clients, {eta} left");
    let bar = ProgressBar::new(clients.into());
    style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
}

pub(super) async fn visitor(
    desk: &Desk,
    accounts: &[DemoAccount],
    user_name: &str,
) -> anyhow::Result<Visitor> {
    let account = accounts.iter().find(|account| account.user_name == user_name);
    let account = account.with_context(|| format!("the demo has no account {user_name}"))?;
    desk.visitor_by_right(account.right)
        .await?
        .with_context(|| format!("the right of {user_name} does not hold"))
}
