//! One emergency access: what was said, what was looked at, and what the review finds (E5).

use polku_desk::{
    Client, Granted, Read, SubjectId,
    access::Basis,
    audit::{Look, Who},
};
use polku_pages::{form::FormState, frame::Heading};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, Response, StatusCode, flash};
use uuid::Uuid;

use super::{
    emergencies_view::{Shown, emergency_page},
    finding::FindingInput,
    store::{self, Emergency},
};

/// As many entries are searched for what was looked at.
const SEARCHED: usize = 500;

/// The page.
pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path((client, emergency)): Path<(SubjectId, Uuid)>,
) -> Answer {
    page(&visit, &reader, client, emergency, None).await
}

/// Writes down what the review found.
pub(super) async fn review(
    visit: AtDesk,
    reader: Reader,
    Path((client, emergency)): Path<(SubjectId, Uuid)>,
    Fields(form): Fields,
) -> Answer {
    let input: FindingInput = Fields(form.clone()).read()?;
    let seen: i64 = form
        .value("version")
        .parse()
        .map_err(|_| Failure::Unreadable("the form lacks its version"))?;
    match input.check() {
        Ok((finding, note)) => {
            let grant = visit.open_for_change::<Client>(client).await?;
            store::review(grant, emergency, seen, finding, note).await?;
            Ok(flash("/oversight", "oversight-reviewed"))
        }
        Err(invalid) => {
            let form = Fields(form).with_errors(&reader, &invalid);
            let mut page = page(&visit, &reader, client, emergency, Some(form)).await?;
            *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(page)
        }
    }
}

async fn page(
    visit: &AtDesk,
    reader: &Reader,
    client: SubjectId,
    emergency: Uuid,
    form: Option<FormState>,
) -> Answer<Response> {
    let texts = reader.texts;
    let grant = visit.open::<Client, Read>(client).await?;
    let (emergency, reason) = store::one(&grant, emergency).await?;
    let form = form.unwrap_or_else(|| {
        let mut form = FormState::new();
        form.set("version", emergency.version.to_string());
        form
    });
    let looked_at = looked_at(&grant, &emergency).await?;
    let profile = visit.profile()?;
    let shown = Shown {
        client,
        emergency: &emergency,
        reason: &reason,
        profile: &profile,
        looked_at: &looked_at,
        today: visit.today(),
    };
    let name = visit.name_of(grant.subject()).unwrap_or_default();
    let heading = Heading::new(name)
        .subtitle(texts.t("oversight-emergency"))
        .back("/oversight", texts.t("oversight-heading"));
    Ok(reader.page(
        "oversight-emergency-title",
        &heading,
        emergency_page(texts, &shown, &form),
    ))
}

/// What the worker opened by this access.
async fn looked_at(grant: &Granted<'_, Client, Read>, emergency: &Emergency) -> Answer<Vec<Look>> {
    let mut looks = grant.looks(None, SEARCHED).await?;
    looks.retain(|look| {
        let worker = matches!(&look.who, Who::Named(account, _) if *account == emergency.account);
        let meanwhile = (emergency.granted_at..=emergency.expires_at).contains(&look.at);
        worker && meanwhile && look.basis == Basis::Emergency
    });
    Ok(looks)
}
