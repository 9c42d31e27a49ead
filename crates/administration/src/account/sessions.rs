//! Ending sessions elsewhere.

use axum::extract::State;
use polku_desk::ids::SessionId;
use polku_web::{Answer, App, Cookie, Path, flash, with_cookies};

use crate::caller::Own;

/// Ends one; when it is this one, the worker has signed out.
pub(super) async fn end(
    State(app): State<App>,
    Own(signed_in): Own,
    Path(session): Path<SessionId>,
) -> Answer {
    app.desk.end_session(&signed_in, session).await?;
    if session == signed_in.session {
        let told = flash("/sign-in", "sign-in-signed-out");
        return Ok(with_cookies(told, [Cookie::Session.clear()]));
    }
    Ok(flash("/account", "account-session-ended"))
}

/// Ends all but this one.
pub(super) async fn end_others(State(app): State<App>, Own(signed_in): Own) -> Answer {
    app.desk.end_other_sessions(&signed_in).await?;
    Ok(flash("/account", "account-sessions-ended"))
}
