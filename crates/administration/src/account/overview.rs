//! The front page of the own account.

use axum::extract::State;
use polku_pages::frame::Heading;
use polku_web::{Answer, App, Reader};

use super::overview_view::{Overview, overview};
use crate::caller::Own;

/// The page.
pub(super) async fn show(State(app): State<App>, reader: Reader, Own(signed_in): Own) -> Answer {
    let shown = Overview {
        factors: app.desk.second_factors(&signed_in).await?,
        sessions: app.desk.list_sessions(&signed_in).await?,
        tokens: app.desk.list_tokens(&signed_in).await?.len(),
        today: app.desk.clock().today(),
        signed_in,
    };
    let heading = Heading::new(reader.texts.t("account-heading")).subtitle(&shown.signed_in.display_name);
    Ok(reader.page("account-title", &heading, overview(reader.texts, &shown)))
}
