//! The secret address of the own calendar feed.

use axum::extract::State;
use polku_pages::{
    components::{Button, Notice, action_bar},
    frame::Heading,
    html,
};
use polku_web::{Answer, App, Reader, Response, flash};

use crate::caller::Own;

/// The page.
pub(super) async fn show(State(app): State<App>, reader: Reader, Own(signed_in): Own) -> Answer {
    let issued = app.desk.has_calendar(&signed_in).await?;
    Ok(page(&reader, issued, None))
}

/// Makes a new address; the earlier one dies.
pub(super) async fn issue(State(app): State<App>, reader: Reader, Own(signed_in): Own) -> Answer {
    let secret = app.desk.issue_calendar(&signed_in).await?;
    let address = format!("{}{}{secret}", app.settings.origin, super::CALENDAR);
    Ok(page(&reader, true, Some(&address)))
}

/// Ends the address.
pub(super) async fn revoke(State(app): State<App>, Own(signed_in): Own) -> Answer {
    app.desk.revoke_calendar(&signed_in).await?;
    Ok(flash("/account", "account-calendar-revoked"))
}

fn page(reader: &Reader, issued: bool, address: Option<&str>) -> Response {
    let texts = reader.texts;
    let heading = Heading::new(texts.t("account-calendar")).back("/account", texts.t("account-heading"));
    let make = if issued {
        "account-calendar-renew"
    } else {
        "account-calendar-issue"
    };
    let body = html! {
        @if let Some(address) = address {
            (Notice::done(texts.t("account-shown-once")).more(html! { p { code.secret { (address) } } }))
        }
        p { (texts.t("account-calendar-what")) }
        form.form method="post" action="/account/calendar" {
            @if issued { p { (texts.t("account-calendar-renew-help")) } }
            (action_bar([Button::submit(texts.t(make)).main()]))
        }
        @if issued {
            form.form method="post" action="/account/calendar/revoke" {
                (action_bar([Button::submit(texts.t("account-calendar-revoke")).danger()]))
            }
        }
    };
    reader.page("account-calendar-title", &heading, body)
}
