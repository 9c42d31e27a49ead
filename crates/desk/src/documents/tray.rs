//! Papers that are nobody's yet: what scanners and mail left waits in a tray, sealed, until somebody says whose it is.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::{Arrived, Content, Owner, Reception, sealed::Sealing};
use crate::{
    AccountId, Desk, DeskError, Granted, RegisterId, Result, Row, Subject, Visit, Write,
    access::{Action, Resource, Role},
    database::Params,
    params,
    sealing::Key,
};

/// A paper in a tray.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsorted {
    /// Its id: by it the seal of its content knows it.
    pub id: Uuid,
    /// How many times its row was stored.
    pub version: i64,
    /// In whose tray it lies; in the register's own when nobody's.
    pub account: Option<AccountId>,
    /// Where its content lies.
    pub address: String,
    /// How large it is, in bytes.
    pub size: u64,
    /// Whether it was looked through for viruses, by the word of whoever keeps documents.
    pub checked: String,
    /// When it came.
    pub arrived_at: Timestamp,
    /// What is secret about it, as whoever keeps documents wrote it.
    pub words: Vec<u8>,
}

const COLUMNS: &str =
    "SELECT id, version, account, address, size, checked, arrived_at, sealed FROM unsorted_document";
const INSERT: &str = "INSERT INTO unsorted_document (register, id, version, account, address, size, checked, arrived_at, \
    sealed) VALUES (:register, :id, 1, :account, :address, :size, :checked, :now, :sealed)";
const KNOWN: &str = "SELECT id FROM unsorted_document WHERE register = :register AND address = :address";
const CHECK: &str = "UPDATE unsorted_document SET version = version + 1, checked = :checked, sealed = :sealed \
    WHERE register = :register AND id = :id AND version = :seen";
const PASS_ON: &str =
    "UPDATE unsorted_document SET account = :account WHERE register = :register AND id = :id";
const REMOVE: &str = "DELETE FROM unsorted_document WHERE register = :register AND id = :id";

const OWNER: &str = "SELECT a.id FROM account a JOIN access_right r ON r.account = a.id WHERE r.register = :register \
    AND a.user_name = :user_name AND a.state = 'open' AND r.valid_from <= :today \
    AND (r.valid_until IS NULL OR r.valid_until >= :today) LIMIT 1";

/// What a sealed word of a tray is bound to.
fn place(register: RegisterId, id: Uuid) -> Vec<u8> {
    format!("{}|tray|unsorted_document|sealed|{id}", register.0).into_bytes()
}

impl Desk {
    async fn tray_key(&self, register: RegisterId) -> Result<Key> {
        let purpose = format!("documents-tray-{}", register.0);
        self.ring.installation(&purpose, &*self.entropy).await
    }

    /// Leave to take papers into a register's tray.
    ///
    /// # Errors
    /// When the key ring fails.
    pub async fn tray_reception(&self, register: RegisterId) -> Result<Reception> {
        let key = self.tray_key(register).await?;
        Ok(Reception::new(self, register, Owner::Tray, key))
    }

    /// Puts a paper that has come in into a tray; durable when this returns. The same paper put there twice is there once.
    ///
    /// # Errors
    /// When the disk or the database fails: then it is not there.
    pub async fn put_into_tray(
        &self,
        arrived: Arrived,
        account: Option<AccountId>,
        checked: &'static str,
        words: &[u8],
    ) -> Result<()> {
        let (register, id) = (arrived.register, arrived.content);
        let known = params! { "register" => register, "address" => arrived.address() };
        let mut transaction = self.database.writer().await?;
        if transaction.fetch_one(KNOWN, &known).await?.is_some() {
            return Ok(());
        }
        let key = self.tray_key(register).await?;
        let size = i64::try_from(arrived.size()).map_err(|_| DeskError::Stored("size"))?;
        let row = params! {
            "register" => register, "id" => id, "account" => account, "address" => arrived.address(), "size" => size,
            "checked" => checked, "now" => self.clock.now(),
            "sealed" => key.seal(&place(register, id), words, &*self.entropy),
        };
        self.documents.settle(arrived.temporary, &arrived.address).await?;
        transaction.execute(INSERT, &row).await?;
        transaction.commit().await
    }

    /// Papers of a state in the trays of a register, with their content: for looking through them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tray_of(&self, register: RegisterId, checked: &'static str) -> Result<Vec<Unsorted>> {
        let sql = format!("{COLUMNS} WHERE register = :register AND checked = :checked ORDER BY arrived_at");
        let asked = params! { "register" => register, "checked" => checked };
        let rows = self.database.snapshot().await?.fetch(&sql, &asked).await?;
        self.opened_papers(register, &rows).await
    }

    /// Opens the content of a paper in a tray.
    ///
    /// # Errors
    /// When it is gone.
    pub async fn tray_content(&self, register: RegisterId, unsorted: &Unsorted) -> Result<Content> {
        let key = self.tray_key(register).await?;
        let sealing = Sealing::new(register, Owner::Tray, unsorted.id, key);
        Content::open(self.documents.source(&unsorted.address, unsorted.size)?, &sealing)
    }

    /// Notes what looking through a paper brought; nothing when somebody has taken it meanwhile.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mark_unsorted(
        &self,
        register: RegisterId,
        unsorted: &Unsorted,
        checked: &'static str,
        words: &[u8],
    ) -> Result<()> {
        let key = self.tray_key(register).await?;
        let row = params! {
            "register" => register, "id" => unsorted.id, "seen" => unsorted.version, "checked" => checked,
            "sealed" => key.seal(&place(register, unsorted.id), words, &*self.entropy),
        };
        let mut transaction = self.database.writer().await?;
        transaction.execute(CHECK, &row).await?;
        transaction.commit().await
    }

    /// The worker of a user name, with a right in the register today: for whom a folder is named.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tray_owner(&self, register: RegisterId, user_name: &str) -> Result<Option<AccountId>> {
        let asked =
            params! { "register" => register, "user_name" => user_name, "today" => self.clock.today() };
        let row = self.database.snapshot().await?.fetch_one(OWNER, &asked).await?;
        row.map(|row| row.get("id")).transpose()
    }

    async fn opened_papers(&self, register: RegisterId, rows: &[Row]) -> Result<Vec<Unsorted>> {
        let key = self.tray_key(register).await?;
        rows.iter()
            .map(|row| {
                let id: Uuid = row.get("id")?;
                let size: i64 = row.get("size")?;
                Ok(Unsorted {
                    id,
                    version: row.get("version")?,
                    account: row.get("account")?,
                    address: row.get("address")?,
                    size: size.unsigned_abs(),
                    checked: row.get("checked")?,
                    arrived_at: row.get("arrived_at")?,
                    words: key.open(&place(register, id), &row.get::<Vec<u8>>("sealed")?)?,
                })
            })
            .collect()
    }
}

impl Visit {
    /// The papers that the visitor may sort: one's own tray, and the register's for those who keep it. That they were
    /// looked at is entered, about nobody: whose they are is not known yet.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the route does not say that it touches them.
    pub async fn unsorted(&self) -> Result<Vec<Unsorted>> {
        self.note_unsorted(json!({})).await?;
        self.in_trays().await
    }

    /// One of them.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is none in a tray of this visitor's.
    pub async fn unsorted_one(&self, id: Uuid) -> Result<Unsorted> {
        self.note_unsorted(json!({ "unsorted": id })).await?;
        let found = self.in_trays().await?.into_iter().find(|one| one.id == id);
        found.ok_or(DeskError::Hidden)
    }

    /// Puts a paper into somebody else's tray.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is none in a tray of this visitor's.
    pub async fn pass_unsorted_on(&self, id: Uuid, to: AccountId) -> Result<()> {
        let passed = params! { "account" => to };
        self.change_unsorted(id, PASS_ON, passed, "unsorted-passed-on")
            .await
    }

    /// Removes a paper that nobody needs. Its content is swept.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is none in a tray of this visitor's.
    pub async fn remove_unsorted(&self, id: Uuid) -> Result<()> {
        self.change_unsorted(id, REMOVE, params! {}, "unsorted-removed")
            .await
    }

    async fn change_unsorted(
        &self,
        id: Uuid,
        sql: &'static str,
        mut params: Params,
        what: &'static str,
    ) -> Result<()> {
        self.check_unsorted()?;
        if !self.in_trays().await?.iter().any(|one| one.id == id) {
            return Err(DeskError::Hidden);
        }
        params.push(("register", self.register().into()));
        params.push(("id", id.into()));
        let mut transaction = self.desk.database.writer().await?;
        transaction.execute(sql, &params).await?;
        self.commit_unsorted(transaction, what, id).await
    }

    async fn in_trays(&self) -> Result<Vec<Unsorted>> {
        self.check_unsorted()?;
        let keeps_the_registers = matches!(self.role(), Role::ServiceManager | Role::MainUser);
        let of_register = if keeps_the_registers {
            "account IS NULL OR"
        } else {
            ""
        };
        let sql = format!(
            "{COLUMNS} WHERE register = :register AND ({of_register} account = :account) ORDER BY arrived_at DESC, id"
        );
        let asked = params! { "register" => self.register(), "account" => self.account() };
        // Not on the visit's snapshot: what was just taken must not be offered again.
        let rows = self.desk.database.snapshot().await?.fetch(&sql, &asked).await?;
        self.desk.opened_papers(self.register(), &rows).await
    }

    fn check_unsorted(&self) -> Result<()> {
        let touches = self.spec.touches.map_or(&[][..], |(_, resources)| resources);
        if touches.contains(&Resource::Unsorted) {
            Ok(())
        } else {
            Err(DeskError::Hidden)
        }
    }

    async fn note_unsorted(&self, shown: serde_json::Value) -> Result<()> {
        self.check_unsorted()?;
        let epoch = self.snapshot_epoch().await?;
        self.note_list(Action::Read, Resource::Unsorted, std::iter::empty(), epoch);
        if shown.as_object().is_some_and(|shown| !shown.is_empty()) {
            self.add_detail(&shown);
        }
        Ok(())
    }
}

impl<S: Subject> Granted<'_, S, Write> {
    /// Takes a paper out of its tray, inside the write that makes it this person's.
    ///
    /// # Errors
    /// [`DeskError::Conflict`] when somebody took it first.
    pub async fn take_unsorted(&self, id: Uuid) -> Result<()> {
        let asked = params! { "register" => self.visit().register(), "id" => id };
        match self.transaction().lock().await.execute(REMOVE, &asked).await? {
            1 => Ok(()),
            _ => Err(DeskError::Conflict),
        }
    }
}
