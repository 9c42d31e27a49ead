//! Published privacy notices (D6): what a register has told the public of itself, and who holds its offices.
//!
//! What a notice says is composed elsewhere; here it is kept as it was published, signed with a key of the register's
//! own, for anyone to read. Nothing here is about a client.

use jiff::{Timestamp, civil::Date};
use polku_ledger::StatementSigner;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::{
    Desk, DeskError, RegisterId, Result, Visit,
    access::{Action, Basis, Role},
    audit::Outcome,
    database::Row,
    params,
    register::Register,
};

/// The most characters that tell how an office's holder is reached.
pub const LONGEST_CONTACT: usize = 200;

crate::statements! {
    /// All published versions, the latest first.
    shared VERSIONS = "SELECT version, dated, published_at, content, note FROM notice_version \
        WHERE register = :register ORDER BY version DESC";
    /// The number of the latest.
    shared LATEST = "SELECT COALESCE(MAX(version), 0) AS version FROM notice_version WHERE register = :register";
    /// One is published.
    shared PUBLISH = "INSERT INTO notice_version (register, version, dated, published_at, published_by, content, note) \
        VALUES (:register, :version, :dated, :now, :account, :content, :note)";
    /// Who holds which office.
    shared CONTACTS = "SELECT duty, words FROM notice_contact WHERE register = :register ORDER BY duty";
    /// Who processes data for the controller, as the inventory has it.
    shared PROCESSORS = "SELECT profile_key, name, purpose, country, adequacy, safeguard, ended_on FROM processor \
        WHERE register = :register AND kind = 'processor' ORDER BY name, id";
    /// An office's holder is told.
    shared SET_CONTACT = "INSERT INTO notice_contact (register, duty, words) VALUES (:register, :duty, :words) \
        ON CONFLICT (register, duty) DO UPDATE SET words = excluded.words";
}

/// A notice as it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedNotice {
    /// Its number in the register, from 1.
    pub version: i64,
    /// The day that it speaks of.
    pub dated: Date,
    /// When it was published.
    pub published_at: Timestamp,
    /// What it says, as JSON, in all languages.
    pub content: String,
    /// The signed note over it.
    pub note: String,
}

/// A processor of the register's inventory, as the notice tells of it (C5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventoriedProcessor {
    /// The key of the profile's entry that it completes.
    pub profile_key: Option<String>,
    /// Its name.
    pub name: String,
    /// For what.
    pub purpose: String,
    /// Where: ISO 3166, two letters.
    pub country: String,
    /// On which ground data may go there, by its key.
    pub adequacy: String,
    /// The safeguard of GDPR 46, when it is one.
    pub safeguard: String,
    /// When it stopped processing.
    pub ended_on: Option<Date>,
}

/// The text that is signed of a notice: register, version, day, and the hash of what it says.
#[must_use]
pub fn signed_text(register: &str, version: i64, dated: Date, content: &str) -> String {
    let hash = hex::encode(Sha256::digest(content.as_bytes()));
    format!("polku/{register}/notices\nversion {version}\ndated {dated}\nsha256 {hash}\n")
}

impl Desk {
    /// What a register has published, the latest first. For anyone.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is no such register.
    pub async fn notices(&self, register: RegisterId) -> Result<Vec<PublishedNotice>> {
        let asked = params! { "register" => self.registers.get(register)?.id };
        let mut snapshot = self.database.snapshot().await?;
        let rows = snapshot.fetch(VERSIONS.sql, &asked).await?;
        rows.iter().map(published).collect()
    }

    /// Who holds which office: the office's stored name, and what is told of them. For anyone.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is no such register.
    pub async fn notice_contacts(&self, register: RegisterId) -> Result<Vec<(String, String)>> {
        let asked = params! { "register" => self.registers.get(register)?.id };
        let mut snapshot = self.database.snapshot().await?;
        let rows = snapshot.fetch(CONTACTS.sql, &asked).await?;
        rows.iter()
            .map(|row| Ok((row.get("duty")?, row.get("words")?)))
            .collect()
    }

    /// The processors of the register's inventory, those that ended as well. For anyone: a notice names them.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is no such register.
    pub async fn notice_processors(&self, register: RegisterId) -> Result<Vec<InventoriedProcessor>> {
        let asked = params! { "register" => self.registers.get(register)?.id };
        let mut snapshot = self.database.snapshot().await?;
        let rows = snapshot.fetch(PROCESSORS.sql, &asked).await?;
        let processor = |row: &Row| {
            Ok(InventoriedProcessor {
                profile_key: row.get("profile_key")?,
                name: row.get("name")?,
                purpose: row.get("purpose")?,
                country: row.get("country")?,
                adequacy: row.get("adequacy")?,
                safeguard: row.get("safeguard")?,
                ended_on: row.get("ended_on")?,
            })
        };
        rows.iter().map(processor).collect()
    }

    /// The key that checks a register's notices, in the standard text of signed notes.
    ///
    /// # Errors
    /// When the key ring fails.
    pub async fn notice_verifier(&self, register: RegisterId) -> Result<String> {
        Ok(self
            .notice_signer(&self.registers.get(register)?)
            .await?
            .verifier_key())
    }

    async fn notice_signer(&self, register: &Register) -> Result<StatementSigner> {
        let seed = self
            .ring
            .installation(&format!("notices/{}", register.key), &*self.entropy)
            .await?;
        StatementSigner::from_seed(&format!("polku/{}/notices", register.key), seed.bytes())
            .map_err(|error| DeskError::Configuration(error.to_string()))
    }
}

impl Visit {
    /// Publishes what the register says of itself; answers the version's number. `compose` is given the number and
    /// answers the content: a published notice names its own version.
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] to all but main users and data protection officers; [`DeskError::Conflict`] when
    /// another version was published meanwhile.
    pub async fn publish_notice(
        &self,
        seen: i64,
        dated: Date,
        compose: impl FnOnce(i64) -> Result<String>,
    ) -> Result<i64> {
        self.as_keeper_of_notices()?;
        let register = self.desk.registers.get(self.register())?;
        let signer = self.desk.notice_signer(&register).await?;
        let version = seen + 1;
        let content = compose(version)?;
        let note = signer
            .sign(&signed_text(&register.key, version, dated, &content))
            .map_err(|error| DeskError::Configuration(error.to_string()))?;
        let mut transaction = self.desk.database.writer().await?;
        let asked = params! { "register" => register.id };
        let latest = transaction.fetch_one(LATEST.sql, &asked).await?;
        let latest: i64 = latest.map_or(Ok(0), |row| row.get("version"))?;
        if latest != seen {
            return Err(DeskError::Conflict);
        }
        let row = params! {
            "register" => register.id, "version" => version, "dated" => dated, "now" => self.now(),
            "account" => self.account(), "content" => content, "note" => note,
        };
        transaction.execute(PUBLISH.sql, &row).await?;
        let details = json!({ "what": "notice-published", "version": version });
        self.enter_notice(&mut transaction, details).await?;
        transaction.commit().await?;
        Ok(version)
    }

    /// Tells who holds an office; empty words tell of nobody.
    ///
    /// # Errors
    /// [`DeskError::Forbidden`] as above, [`DeskError::Refused`] for words that are too long.
    pub async fn set_notice_contacts(&self, contacts: &[(String, String)]) -> Result<()> {
        self.as_keeper_of_notices()?;
        if contacts
            .iter()
            .any(|(_, words)| words.chars().count() > LONGEST_CONTACT)
        {
            return Err(DeskError::Refused("notice-contact-long"));
        }
        let mut transaction = self.desk.database.writer().await?;
        for (duty, words) in contacts {
            let row =
                params! { "register" => self.register(), "duty" => duty.as_str(), "words" => words.trim() };
            transaction.execute(SET_CONTACT.sql, &row).await?;
        }
        self.enter_notice(&mut transaction, json!({ "what": "notice-contacts-set" }))
            .await?;
        transaction.commit().await
    }

    fn as_keeper_of_notices(&self) -> Result<()> {
        match self.role() {
            Role::MainUser | Role::DataProtectionOfficer => Ok(()),
            _ => Err(DeskError::Forbidden),
        }
    }

    async fn enter_notice(
        &self,
        transaction: &mut crate::database::Transaction,
        details: serde_json::Value,
    ) -> Result<()> {
        let record = self.record(
            Action::Write,
            Basis::RegisterDuty,
            Outcome::Allowed,
            Vec::new(),
            details,
        );
        self.write_entry(transaction, &record).await
    }
}

fn published(row: &Row) -> Result<PublishedNotice> {
    Ok(PublishedNotice {
        version: row.get("version")?,
        dated: row.get("dated")?,
        published_at: row.get("published_at")?,
        content: row.get("content")?,
        note: row.get("note")?,
    })
}
