//! The front page of the main user's room.

use polku_pages::{components::Button, frame::Heading};
use polku_profile::Capability;
use polku_web::{Answer, AtDesk, Reader};

use super::overview_view::{Overview, overview};
use crate::joining;

/// The page.
pub(super) async fn show(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let shown = Overview {
        accounts: visit.accounts().await?,
        duties_elsewhere: joining::duties(&visit).await?,
        to_review: visit.rights_to_review().await?.len(),
        feedback: visit.waiting_feedback().await?.len(),
        duties: visit.profile()?.protection.main_user.clone(),
        keeps_agreements: visit.profile()?.keeps(polku_profile::RecordKind::Agreement),
        keeps_instruments: visit.profile()?.keeps(polku_profile::RecordKind::Assessment),
        pays: visit.profile()?.can(Capability::AllowancePayments),
        today: visit.today(),
    };
    let heading = Heading::new(texts.t("accounts-heading"))
        .action(Button::link("/admin/rights/new", texts.t("accounts-give-right")))
        .action(Button::link("/admin/accounts/new", texts.t("accounts-add")).main());
    Ok(reader.page("accounts-title", &heading, overview(texts, &shown)))
}
