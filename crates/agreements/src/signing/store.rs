//! Papers and signatures in the database. A signature is only ever added, and a paper that somebody signed stays.

use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Result, SubjectId, Write, params, statements,
};
use uuid::Uuid;

use super::model::{Paper, PaperWords, Party, Signature, SignatureKind, Stage, Way};

statements! {
    /// A paper of an agreement.
    owned(AgreementSigning) PAPER_OF = "SELECT id, version, agreement, made_at, asked, sealed FROM agreement_paper \
        WHERE register = :register AND subject = :subject AND agreement = :agreement AND stage = :stage";
    /// That which waits for the client, as long as it is proposed and the client has not signed it.
    owned(AgreementSigning) UNSIGNED = "SELECT p.id, p.version, p.agreement, p.made_at, p.asked, p.sealed \
        FROM agreement_paper p WHERE p.register = :register AND p.subject = :subject AND p.id = :id \
        AND p.stage = 'shown' AND EXISTS (SELECT 1 FROM agreement a WHERE a.register = p.register \
        AND a.subject = p.subject AND a.id = p.agreement AND a.state = 'proposed') AND NOT EXISTS (SELECT 1 \
        FROM agreement_signature g WHERE g.register = p.register AND g.subject = p.subject \
        AND g.agreement = p.agreement AND g.party = 'client')";
    /// A paper is made.
    owned(AgreementSigning) INSERT_PAPER = "INSERT INTO agreement_paper (register, subject, id, version, agreement, stage, \
        made_at, sealed) VALUES (:register, :subject, :id, 1, :agreement, :stage, :now, :sealed)";
    /// The client is asked.
    owned(AgreementSigning) ASK = "UPDATE agreement_paper SET asked = :way WHERE register = :register \
        AND subject = :subject AND id = :id AND stage = 'shown'";
    /// What was shown and nobody signed is taken back.
    owned(AgreementSigning) TAKE_BACK = "DELETE FROM agreement_paper WHERE register = :register AND subject = :subject \
        AND agreement = :agreement AND stage = 'shown' AND NOT EXISTS (SELECT 1 FROM agreement_signature g \
        WHERE g.register = agreement_paper.register AND g.subject = agreement_paper.subject \
        AND g.paper = agreement_paper.id)";
    /// The signatures of an agreement.
    owned(AgreementSigning) SIGNATURES = "SELECT id, version, party, kind, way, signed_at, sealed FROM agreement_signature \
        WHERE register = :register AND subject = :subject AND agreement = :agreement ORDER BY signed_at, party";
    /// Somebody signs.
    owned(AgreementSigning) SIGN = "INSERT INTO agreement_signature (register, subject, id, version, agreement, paper, \
        party, kind, way, signed_at, account, sealed) VALUES (:register, :subject, :id, 1, :agreement, :paper, :party, \
        :kind, :way, :signed_at, :account, :sealed)";
}

/// A paper of an agreement, when there is one.
pub(crate) async fn paper<O: Operation>(
    grant: &Granted<'_, Client, O>,
    agreement: Uuid,
    stage: Stage,
) -> Result<Option<Paper>> {
    let rows = grant
        .fetch(PAPER_OF, params! { "agreement" => agreement, "stage" => stage })
        .await?;
    rows.first().map(|row| read_paper(grant, row)).transpose()
}

/// The paper that waits for the client's signature.
///
/// # Errors
/// [`DeskError::Hidden`] when there is none of this id, or the client has signed.
pub(crate) async fn unsigned<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Paper> {
    let row = grant.fetch_one(UNSIGNED, params! { "id" => id }).await?;
    read_paper(grant, &row)
}

/// Keeps a paper; answers its id.
pub(crate) async fn insert_paper(
    grant: &Granted<'_, Client, Write>,
    owner: SubjectId,
    agreement: Uuid,
    stage: Stage,
    words: &PaperWords,
) -> Result<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "agreement" => agreement, "stage" => stage, "now" => visit.now(),
        "sealed" => grant.seal_for(owner, id, 1, words)?,
    };
    grant.execute_for(owner, INSERT_PAPER, row).await?;
    Ok(id)
}

/// Notes how the client is asked.
pub(super) async fn ask(grant: &Granted<'_, Client, Write>, paper: &Paper, way: Way) -> Result<()> {
    let row = params! { "id" => paper.id, "way" => way };
    grant.execute_one(paper.owner, ASK, row).await
}

/// Takes back what was shown.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody has signed it meanwhile.
pub(crate) async fn take_back(grant: &Granted<'_, Client, Write>, paper: &Paper) -> Result<()> {
    let row = params! { "agreement" => paper.agreement };
    grant.execute_one(paper.owner, TAKE_BACK, row).await
}

/// The signatures of an agreement, in their order.
pub(crate) async fn signatures<O: Operation>(
    grant: &Granted<'_, Client, O>,
    agreement: Uuid,
) -> Result<Vec<Signature>> {
    let rows = grant
        .fetch(SIGNATURES, params! { "agreement" => agreement })
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Signature {
                party: row.state("party")?,
                kind: row.state("kind")?,
                way: row.state("way")?,
                at: row.get("signed_at")?,
                words: grant.open(row)?,
            })
        })
        .collect()
}

/// Adds a signature on a paper; one on a screen is bound to the file that was shown.
///
/// # Errors
/// [`DeskError::Conflict`] when the party has signed already, or the paper was taken back.
pub(crate) async fn sign(
    grant: &Granted<'_, Client, Write>,
    on: &Paper,
    signature: &Signature,
) -> Result<()> {
    let stands = paper(grant, on.agreement, Stage::Shown).await?;
    let is_there = stands.is_some_and(|stands| stands.id == on.id);
    if !is_there || has(&signatures(grant, on.agreement).await?, signature.party) {
        return Err(DeskError::Conflict);
    }
    let visit = grant.visit();
    let id = visit.new_id();
    let mut words = signature.words.clone();
    if signature.kind != SignatureKind::Handwritten {
        words.shown = on.hash()?.to_string();
    }
    let row = params! {
        "id" => id, "agreement" => on.agreement, "paper" => on.id, "party" => signature.party,
        "kind" => signature.kind, "way" => signature.way, "signed_at" => signature.at, "account" => visit.account(),
        "sealed" => grant.seal_for(on.owner, id, 1, &words)?,
    };
    grant.execute_one(on.owner, SIGN, row).await
}

/// Whether a party is among those who signed.
pub(crate) fn has(signatures: &[Signature], party: Party) -> bool {
    signatures.iter().any(|signature| signature.party == party)
}

fn read_paper<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Paper> {
    let asked: Option<String> = row.get("asked")?;
    Ok(Paper {
        id: row.get("id")?,
        owner: row.subject,
        agreement: row.get("agreement")?,
        made_at: row.get("made_at")?,
        asked: asked.map(|way| way.parse::<Way>()).transpose()?,
        words: grant.open(row)?,
    })
}
