//! Telling those who got the data of its rectification, erasure or restriction (GDPR 19). Who they are comes from the
//! register of disclosures.

use jiff::civil::Date;
use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, SealedRecord, SubjectId, Visit, access::Resource,
    params, statements,
};
use polku_privacy::{consents::consent::For, disclosures};
use polku_profile::Profile;
use polku_values::InterfaceLanguage;
use polku_web::{Answer, Failure, InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{
    kept,
    request::{EventKind, EventWords},
    store,
};
use crate::input::LONGEST_NAME;

/// What is secret in a telling. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ToldWords {
    /// Who: `recipient:` and a key of the profile, or `body:` and a name.
    pub to: String,
    /// How, or why it was impossible or would have taken disproportionate effort.
    pub how: String,
}

impl SealedRecord for ToldWords {
    const TABLE: &'static str = "recipient_told";
}

impl std::fmt::Debug for ToldWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("ToldWords")
    }
}

/// Somebody who got the person's data, and whether they were told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Recipient {
    /// `recipient:` and a key, or `body:` and a name.
    pub(super) key: String,
    pub(super) name: String,
    /// The names of what they got are for the reader; these are their keys.
    pub(super) parts: Vec<polku_privacy::parts::Part>,
    /// When they were told, by whom and how.
    pub(super) told: Option<(Date, String, String)>,
}

statements! {
    /// Who was told in a request.
    owned(Requests) TOLD = "SELECT t.id, t.version, t.told_on, a.display_name AS teller, t.sealed FROM recipient_told t \
        JOIN account a ON a.id = t.account WHERE t.register = :register AND t.subject = :subject \
        AND t.request = :request ORDER BY t.told_on, t.id";
    /// Somebody was told.
    owned(Requests) TELL = "INSERT INTO recipient_told (register, subject, id, version, request, told_on, account, sealed) \
        VALUES (:register, :subject, :id, 1, :request, :told_on, :account, :sealed)";
}

/// A telling as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct ToldInput {
    /// Who: `recipient:` and a key of the profile, or `body:` and a name.
    pub(super) recipient: String,
    /// When; today when empty.
    pub(super) told_on: String,
    /// How, or why it was impossible.
    pub(super) how: String,
}

/// Everybody who got the person's data, with whether this request's outcome was told to them; none where the role may not
/// see disclosures.
pub(super) async fn recipients<O: Operation>(
    grant: &Granted<'_, Client, O>,
    request: Uuid,
    language: InterfaceLanguage,
) -> Answer<Vec<Recipient>> {
    if !grant.may(Resource::Disclosures) {
        return Ok(Vec::new());
    }
    let profile = grant.visit().profile()?;
    let rows = grant.fetch(TOLD, params! { "request" => request }).await?;
    let told = rows.iter().map(|row: &OwnedRow| {
        let words: ToldWords = grant.open(row)?;
        Ok((words.to, (row.get("told_on")?, row.get("teller")?, words.how)))
    });
    let told: Vec<(String, (Date, String, String))> = told.collect::<polku_desk::Result<_>>()?;
    let got = disclosures::recipients_of(grant).await?;
    let recipient = |one: disclosures::GotData| {
        let (key, name) = named(&profile, &one.to, language)?;
        let was_told = told
            .iter()
            .find(|(to, _)| *to == key)
            .map(|(_, told)| told.clone());
        Some(Recipient {
            key,
            name,
            parts: one.parts,
            told: was_told,
        })
    };
    Ok(got.into_iter().filter_map(recipient).collect())
}

fn named(profile: &Profile, to: &For, language: InterfaceLanguage) -> Option<(String, String)> {
    match to {
        For::Recipient(key) => {
            let known = profile.recipient(key);
            let name = known.map_or_else(|| key.clone(), |known| known.name.get(language).to_owned());
            Some((format!("recipient:{key}"), name))
        }
        For::Body(name) => Some((format!("body:{name}"), name.clone())),
        For::Party(_) | For::Worker(_) => None,
    }
}

/// Writes down that somebody was told.
pub(super) async fn tell(
    visit: &Visit,
    client: SubjectId,
    request: Uuid,
    input: &ToldInput,
    language: InterfaceLanguage,
) -> Answer<()> {
    kept(visit)?;
    let known = {
        let grant = visit.open::<Client, polku_desk::Read>(client).await?;
        recipients(&grant, request, language).await?
    };
    let (told_on, words, name) = check(input, &known, visit.today()).map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let asked = store::one(&grant, request).await?;
    if !asked.kind.concerns_recipients() {
        return Err(DeskError::Conflict.into());
    }
    let id = visit.new_id();
    let row = params! {
        "id" => id, "request" => request, "told_on" => told_on, "account" => visit.account(),
        "sealed" => grant.seal_for(asked.owner, id, 1, &words)?,
    };
    grant.execute_for(asked.owner, TELL, row).await?;
    let note = EventWords {
        note: name,
        ..EventWords::default()
    };
    store::enter(&grant, (asked.owner, request), EventKind::RecipientTold, &note).await?;
    grant
        .commit("recipient-told", json!({ "request": request, "telling": id }))
        .await?;
    Ok(())
}

fn check(
    input: &ToldInput,
    known: &[Recipient],
    today: Date,
) -> Result<(Date, ToldWords, String), Vec<InvalidField>> {
    let mut wrong = ToMend::default();
    let untold = known
        .iter()
        .find(|one| one.key == input.recipient && one.told.is_none());
    let to = wrong.keep("recipient", untold.ok_or("requests-recipient-missing"));
    let told_on = wrong
        .optional_day("told_on", &input.told_on, today)
        .unwrap_or(today);
    if told_on > today {
        wrong.note("told_on", Err("requests-received-ahead"));
    }
    let how = wrong.text("how", &input.how, LONGEST_NAME, "requests-text-long");
    if how.is_empty() {
        wrong.note("how", Err("requests-told-how-missing"));
    }
    wrong.finish(|| {
        let to = to?;
        let words = ToldWords {
            to: to.key.clone(),
            how,
        };
        Some((told_on, words, to.name.clone()))
    })
}
