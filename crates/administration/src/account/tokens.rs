//! Tokens for programs.

use axum::extract::State;
use jiff::ToSpan as _;
use polku_desk::{DeskError, account::SignedIn, ids::ApiTokenId};
use polku_pages::{form::FormState, format, frame::Heading};
use polku_web::{Answer, App, Fields, Path, Reader, flash};

use super::{
    token_input,
    tokens_view::{Tokens, tokens},
};
use crate::{
    caller::Own,
    mending::{done_or_mend, to_mend},
};

/// The page.
pub(super) async fn show(State(app): State<App>, reader: Reader, Own(signed_in): Own) -> Answer {
    let today = app.desk.clock().today();
    let suggested = today
        .checked_add(90.days())
        .map_err(|_| DeskError::Stored("today"))?;
    let mut form = FormState::new();
    form.set("reach", "read-only");
    form.set("until", format::date(suggested));
    if let Some(visitor) = &signed_in.visitor {
        form.set("right", visitor.right.to_string());
    }
    page(&app, &reader, &signed_in, &form, None).await
}

/// Issues one; its text is shown once.
pub(super) async fn issue(
    State(app): State<App>,
    reader: Reader,
    Own(signed_in): Own,
    Fields(mut form): Fields,
) -> Answer {
    let new = match token_input::check(&form, app.desk.clock().today()) {
        Ok(new) => new,
        Err(invalid) => {
            let form = Fields(form).with_errors(&reader, &invalid);
            return Ok(to_mend(page(&app, &reader, &signed_in, &form, None).await?));
        }
    };
    let issued = app.desk.issue_token(&signed_in, &new).await;
    let field_of = |key: &str| match key {
        "token-name" => "name",
        "token-end" => "until",
        _ => "right",
    };
    match done_or_mend(issued, &reader, &mut form, field_of)? {
        Some(token) => page(&app, &reader, &signed_in, &FormState::new(), Some(&token.token)).await,
        None => Ok(to_mend(page(&app, &reader, &signed_in, &form, None).await?)),
    }
}

/// Ends one.
pub(super) async fn revoke(
    State(app): State<App>,
    Own(signed_in): Own,
    Path(token): Path<ApiTokenId>,
) -> Answer {
    app.desk.revoke_token(&signed_in, token).await?;
    Ok(flash("/account/tokens", "account-token-revoked"))
}

async fn page(
    app: &App,
    reader: &Reader,
    signed_in: &SignedIn,
    form: &FormState,
    issued: Option<&str>,
) -> Answer {
    let listed = app.desk.list_tokens(signed_in).await?;
    let shown = Tokens {
        rights: &signed_in.rights,
        listed: &listed,
        issued,
        today: app.desk.clock().today(),
    };
    let heading =
        Heading::new(reader.texts.t("account-tokens")).back("/account", reader.texts.t("account-heading"));
    Ok(reader.page(
        "account-tokens-title",
        &heading,
        tokens(reader.texts, &shown, form),
    ))
}
