//! One account of the register.

use axum::extract::State;
use polku_desk::{AccountId, DeskError, account::ListedAccount};
use polku_pages::{components::Button, frame::Heading};
use polku_web::{Answer, App, AtDesk, Path, Reader};

use super::account_view::{account_page, enrolment_link};

/// The account, when it has or had a right in this register.
pub(super) async fn listed(visit: &AtDesk, account: AccountId) -> Answer<ListedAccount> {
    let accounts = visit.accounts().await?;
    let found = accounts.into_iter().find(|listed| listed.account == account);
    found.ok_or(DeskError::Hidden.into())
}

/// The page.
pub(super) async fn show(visit: AtDesk, reader: Reader, Path(account): Path<AccountId>) -> Answer {
    let listed = listed(&visit, account).await?;
    let heading = heading(&reader, &listed).action(
        Button::link(
            format!("/admin/rights/new?to={}", listed.account),
            reader.texts.t("accounts-give-right"),
        )
        .main(),
    );
    let body = account_page(reader.texts, &listed, visit.today());
    Ok(reader.page("accounts-account-title", &heading, body))
}

/// Lets the worker start anew, and shows the new link once.
pub(super) async fn renew(
    State(app): State<App>,
    visit: AtDesk,
    reader: Reader,
    Path(account): Path<AccountId>,
) -> Answer {
    let listed = listed(&visit, account).await?;
    let token = visit.renew_enrolment(account).await?;
    let link = enrolment_link(reader.texts, &app.settings.origin, &token);
    Ok(reader.page("accounts-account-title", &heading(&reader, &listed), link))
}

fn heading(reader: &Reader, listed: &ListedAccount) -> Heading {
    Heading::new(&listed.display_name)
        .subtitle(&listed.user_name)
        .back("/admin", reader.texts.t("accounts-heading"))
}
