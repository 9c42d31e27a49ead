//! What a demo's main user has written down already, so that the pages of duties are alive: only in a new demo.

use polku_desk::{Desk, Visitor};
use polku_web::Answer;

use crate::{decisions, training};

/// Enters a few decisions and instructions where there are none.
///
/// # Errors
/// When the visitor is no main user or the database fails.
pub async fn furnish(desk: &Desk, main_user: Visitor) -> Answer<()> {
    let visit = desk.visit(main_user, decisions::KEEP, "demo").await?;
    decisions::furnish(&visit).await?;
    training::furnish(&visit).await?;
    visit.settle().await?;
    Ok(())
}
