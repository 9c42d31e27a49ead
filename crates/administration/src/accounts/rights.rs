//! Giving a right to somebody who has an account, and ending one.

use axum::extract::State;
use polku_desk::{
    AccountId, DeskError, RightId,
    account::{ListedAccount, ListedRight, RightEnd},
};
use polku_pages::{
    components::{Button, Notice, action_bar},
    form::{Form, FormState},
    format,
    frame::Heading,
    html,
};
use polku_web::{Answer, App, AtDesk, Fields, Path, Query, Reader, Response, ToMend, flash};
use serde::Deserialize;

use super::{
    account_page, account_view::enrolment_link, overview_view::right_words, right_input, rights_view,
};
use crate::mending::{done_or_mend, to_mend};

/// To whom.
#[derive(Debug, Deserialize)]
pub(super) struct To {
    to: Option<AccountId>,
}

/// The page of a new right.
pub(super) async fn show_new(visit: AtDesk, reader: Reader, Query(whom): Query<To>) -> Answer {
    let mut form = FormState::new();
    form.set("valid_from", format::date(visit.today()));
    if let Some(account) = whom.to {
        form.set(
            "user_name",
            account_page::listed(&visit, account).await?.user_name,
        );
    }
    Ok(new_page(&reader, &form))
}

/// Gives it. A closed account opens again, and its new enrolment link is shown once.
pub(super) async fn give(
    State(app): State<App>,
    visit: AtDesk,
    reader: Reader,
    Fields(mut form): Fields,
) -> Answer {
    let mut wrong = ToMend::default();
    let right = right_input::check(&form, visit.today(), &mut wrong);
    let right = match wrong.finish(|| right) {
        Ok(right) => right,
        Err(invalid) => {
            return Ok(to_mend(new_page(
                &reader,
                &Fields(form).with_errors(&reader, &invalid),
            )));
        }
    };
    let given = match visit.give_right(form.value("user_name"), &right).await {
        // The organisation's own workers are no secret to its main user.
        Err(DeskError::Hidden) => Err(DeskError::Refused("right-no-such-user")),
        other => other,
    };
    let field_of = |key: &str| {
        if key == "right-no-such-user" {
            "user_name"
        } else {
            "valid_until"
        }
    };
    let Some(given) = done_or_mend(given, &reader, &mut form, field_of)? else {
        return Ok(to_mend(new_page(&reader, &form)));
    };
    let Some(enrolment) = given.enrolment else {
        return Ok(flash("/admin", "right-given"));
    };
    let heading =
        Heading::new(reader.texts.t("accounts-reopened")).back("/admin", reader.texts.t("accounts-heading"));
    let link = enrolment_link(reader.texts, &app.settings.origin, &enrolment);
    Ok(reader.page("right-new-title", &heading, link))
}

/// The page of ending one.
pub(super) async fn show_end(visit: AtDesk, reader: Reader, Path(right): Path<RightId>) -> Answer {
    let (account, right) = listed(&visit, right).await?;
    let mut form = FormState::new();
    form.set("until", right.valid_until.map(format::date).unwrap_or_default());
    Ok(end_page(&reader, &account, &right, &form))
}

/// Ends it, now or after a day.
pub(super) async fn end(
    visit: AtDesk,
    reader: Reader,
    Path(right): Path<RightId>,
    Fields(mut form): Fields,
) -> Answer {
    let (account, listed) = listed(&visit, right).await?;
    let when = if form.has("now", "yes") {
        RightEnd::Now
    } else {
        let mut wrong = ToMend::default();
        let day = wrong.day("until", form.value("until"), visit.today());
        match wrong.finish(|| day) {
            Ok(day) => RightEnd::After(day),
            Err(invalid) => {
                let form = Fields(form).with_errors(&reader, &invalid);
                return Ok(to_mend(end_page(&reader, &account, &listed, &form)));
            }
        }
    };
    let ended = match visit.end_right(right, when).await {
        // It is there, so that it ends earlier already: an end is not postponed, a new right is given.
        Err(DeskError::Hidden) => Err(DeskError::Refused("right-ends-earlier")),
        other => other,
    };
    let field_of = |key: &str| if key == "last-main-user" { "" } else { "until" };
    match done_or_mend(ended, &reader, &mut form, field_of)? {
        Some(()) => Ok(flash("/admin", "right-ended")),
        None => Ok(to_mend(end_page(&reader, &account, &listed, &form))),
    }
}

async fn listed(visit: &AtDesk, right: RightId) -> Answer<(ListedAccount, ListedRight)> {
    for account in visit.accounts().await? {
        if let Some(found) = account.rights.iter().find(|listed| listed.id == right).cloned() {
            return Ok((account, found));
        }
    }
    Err(DeskError::Hidden.into())
}

fn new_page(reader: &Reader, state: &FormState) -> Response {
    let texts = reader.texts;
    let form = Form::post(texts, "/admin/rights", state);
    let heading = Heading::new(texts.t("accounts-give-right")).back("/admin", texts.t("accounts-heading"));
    let body = form.with(html! {
        (form.text("user_name", texts.t("sign-in-user-name")).help(texts.t("right-user-name-help")).max_length(64))
        (rights_view::fields(texts, &form))
        (action_bar([Button::submit(texts.t("right-give-do")).main()]))
    });
    reader.page("right-new-title", &heading, body)
}

fn end_page(reader: &Reader, account: &ListedAccount, right: &ListedRight, state: &FormState) -> Response {
    let texts = reader.texts;
    let action = format!("/admin/rights/{}/end", right.id);
    let form = Form::post(texts, &action, state);
    let back = format!("/admin/accounts/{}", account.account);
    let heading = Heading::new(texts.t("right-end-heading"))
        .subtitle(format!("{}: {}", account.display_name, right_words(texts, right)))
        .back(back, &account.display_name);
    let body = form.with(html! {
        (Notice::info(texts.t("right-end-what")))
        (form.date("until", texts.t("right-end-until")).help(texts.t("right-end-until-help")))
        (action_bar([
            Button::submit(texts.t("right-end-do")).main(),
            Button::submit(texts.t("right-end-now")).danger().named("now", "yes").unchecked(),
        ]))
    });
    reader.page("right-end-title", &heading, body)
}
