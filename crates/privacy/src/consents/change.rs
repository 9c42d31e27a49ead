//! Giving and withdrawing. Both move the register's epoch in their own commit: open sessions, lists, jobs and disclosures
//! under way ask again, and what rested on a withdrawn consent stops there.

use polku_desk::{AccountId, Client, Granted, SubjectId, Visit, Write};
use polku_pages::Texts;
use polku_web::{API, Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    consent::{Identified, Kind, Manner, Through},
    input::{Against, ConsentInput, WithdrawalInput},
    kept, parties, rules, scans, statements, store,
};

/// Who gives or withdraws: the client in the portal, or a worker who records it.
#[derive(Clone, Copy, Debug)]
pub(super) enum By {
    /// A worker records it.
    Worker,
    /// The client does it in the portal, known in this way there.
    Client(Option<Identified>),
}

impl By {
    /// The worker of the visit, where one records it.
    fn recorder(self, visit: &Visit) -> Option<AccountId> {
        match self {
            Self::Worker => Some(visit.account()),
            Self::Client(_) => None,
        }
    }

    /// Where it is found afterwards.
    fn address(self, client: SubjectId, consent: Uuid) -> String {
        match self {
            Self::Worker => address(client, consent),
            Self::Client(_) => super::own::address(consent),
        }
    }
}

/// Records a consent; answers its id. It counts from this commit on.
pub(super) async fn give(
    visit: &Visit,
    texts: Texts,
    client: SubjectId,
    input: &ConsentInput,
    by: By,
) -> Answer<Uuid> {
    kept(visit)?;
    let profile = visit.profile()?;
    let visible_to = if input.kind == Kind::Visibility.name() {
        parties::visible_to(visit)
            .await?
            .into_iter()
            .map(|(to, _)| to)
            .collect()
    } else {
        Vec::new()
    };
    let known: Vec<Uuid> = if input.document.is_empty() {
        Vec::new()
    } else {
        let grant = visit.open::<Client, polku_desk::Read>(client).await?;
        scans::of(&grant).await?.into_iter().map(|(id, _)| id).collect()
    };
    let against = Against {
        profile: &profile,
        visible_to: &visible_to,
        scans: &known,
        today: visit.today(),
    };
    let mut consent = input.check(against).map_err(Failure::Invalid)?;
    let statement = statements::offered(visit, consent.kind).await?;
    let language = consent.words.language.unwrap_or_else(|| texts.locale().into());
    consent.words.text = statement.text(language).to_owned();
    consent.words.edition = statement.edition;
    if let By::Client(identified) = by {
        consent.manner = Manner::Portal;
        consent.words.identified = identified;
    }
    let grant = visit.open_for_change::<Client>(client).await?;
    refuse_twice(&grant, &consent).await?;
    let id = store::insert(&grant, &consent, by.recorder(visit)).await?;
    grant.access_changed().await?;
    visit.will_create(format!("{API}{}", by.address(client, id)), 1);
    let told =
        json!({ "consent": id, "kind": consent.kind, "purpose": consent.purpose, "manner": consent.manner });
    grant.commit("consent-given", told).await?;
    Ok(id)
}

/// A second consent of the same kind for the same one, purpose and time says nothing new, and would outlive the
/// withdrawal of the first.
async fn refuse_twice(
    grant: &Granted<'_, Client, Write>,
    consent: &super::consent::NewConsent,
) -> Answer<()> {
    let (now, today) = (grant.visit().now(), grant.visit().today());
    let is_the_same = |other: &super::consent::Consent| {
        other.given.kind == consent.kind
            && other.given.purpose == consent.purpose
            && other.given.to.is_the_same_as(&consent.to)
            && rules::may_withdraw(&other.term, now, today).is_ok()
    };
    if store::all(grant).await?.iter().any(is_the_same) {
        return Err(Failure::Invalid(vec![InvalidField {
            field: "recipient",
            key: "consents-given-already",
        }]));
    }
    Ok(())
}

/// Withdraws a consent: it counts from this commit on.
///
/// # Errors
/// [`Failure::Invalid`] when it was withdrawn or had ended before.
pub(super) async fn withdraw(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    input: &WithdrawalInput,
    by: By,
) -> Answer<()> {
    kept(visit)?;
    let note = input.check().map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let consent = store::one(&grant, id).await?;
    rules::may_withdraw(&consent.term, visit.now(), visit.today()).map_err(|key| {
        Failure::Invalid(vec![InvalidField {
            field: "consent",
            key,
        }])
    })?;
    let through = match by {
        By::Worker => (Through::Worker, by.recorder(visit)),
        By::Client(_) => (Through::Client, None),
    };
    store::withdraw(&grant, &consent, &note, through).await?;
    grant.access_changed().await?;
    grant
        .commit(
            "consent-withdrawn",
            json!({ "consent": id, "kind": consent.given.kind }),
        )
        .await?;
    Ok(())
}

/// Where a consent is found.
pub(super) fn address(client: SubjectId, consent: Uuid) -> String {
    format!("/clients/{client}/consents/{consent}")
}
