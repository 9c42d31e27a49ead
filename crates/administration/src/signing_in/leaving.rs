//! Signing out, and going to another register or role.

use axum::extract::State;
use polku_desk::{DeskError, RightId};
use polku_web::{
    Answer, App, Cookie, Failure, Fields, Reader, flash, flash_warning, see_other, with_cookies,
};

use crate::caller::Own;

/// Ends the session, complete or not.
pub(super) async fn sign_out(State(app): State<App>, reader: Reader) -> Answer {
    if let Some(signed_in) = &reader.signed_in {
        app.desk.end_session(signed_in, signed_in.session).await?;
    }
    let told = flash("/sign-in", "sign-in-signed-out");
    Ok(with_cookies(told, [Cookie::Session.clear()]))
}

/// Chooses the right that the session acts by: the field `to`.
pub(super) async fn switch(State(app): State<App>, Own(signed_in): Own, Fields(form): Fields) -> Answer {
    let right: RightId = form
        .value("to")
        .parse()
        .map_err(|_| Failure::Unreadable("no such right"))?;
    match app.desk.choose_right(&signed_in, right).await {
        Ok(()) => Ok(see_other("/")),
        // Its register asks for a stronger proof than this session has.
        Err(DeskError::Refused(key)) => {
            let factors = app.desk.second_factors(&signed_in).await?;
            let proof = if factors.passkeys > 0 {
                "/sign-in/again?next=/account"
            } else {
                "/account/second-factor"
            };
            Ok(flash_warning(proof, key))
        }
        Err(error) => Err(error.into()),
    }
}
