//! The desk: decides, records, and then hands over.

mod absorbed;
mod admission;
pub(crate) mod among;
mod emergency;
pub(crate) mod facts;
mod granted;
mod idempotency;
mod identity;
mod import;
mod list;
mod merge;
mod operation;
mod people;
mod sight;
mod subject;
mod suspicion;
mod visit;
mod visitor;

use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use tokio::sync::OnceCell;

pub use emergency::{EMERGENCY_HOURS, EmergencyReason, SHORTEST_REASON};
pub use granted::{Granted, GrantedSet, OwnedRow, SealedRecord};
pub use idempotency::EarlierAnswer;
pub(crate) use idempotency::KEPT as ANSWERS_KEPT;
pub use identity::Identity;
pub use import::{ImportChange, ImportMark, ImportRun, ImportState, KEPT_PART, Kept};
pub use list::{Listed, Searched};
pub use merge::Merged;
pub(crate) use operation::{Copy, Extract, Transfer};
pub use operation::{Destroy, Export, Looking, Operation, Read, Reveal, Write};
pub use subject::{Client, EmployerContact, EnrolledVisitor, PhotographedPerson, Subject, SubjectKind};
pub use suspicion::Alike;
pub use visit::Visit;

pub(crate) use visit::place;
pub use visitor::Visitor;

use crate::{
    AccountId, Clock, Database, Entropy, RegisterId, Result,
    access::AccessSpec,
    account::Offers,
    audit::scribe::Scribe,
    database::Transaction,
    destruction::PeopleTables,
    documents::{DocumentOptions, Store},
    lookup::Lookup,
    outbox::Outbox,
    params,
    register::Registers,
    sealing::{KeyRing, RootKey},
};

/// Where the desk finds its things.
#[derive(Debug, Clone)]
pub struct DeskOptions {
    /// `sqlite:path` or `postgres://…`.
    pub database: String,
    /// The key ring's file: apart from the database, with back-ups of its own that expire.
    pub key_ring: PathBuf,
    /// The root key's file.
    pub root_key: PathBuf,
    /// Where documents lie, and how they are looked at.
    pub documents: DocumentOptions,
}

/// The desk of one node. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    pub(crate) database: Database,
    pub(crate) ring: Arc<KeyRing>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) scribe: Scribe,
    pub(crate) lookup: Arc<Lookup>,
    pub(crate) registers: Arc<Registers>,
    pub(crate) offers: Arc<Offers>,
    pub(crate) sights: Arc<sight::Sights>,
    pub(crate) outbox: Arc<OnceLock<Arc<dyn Outbox>>>,
    pub(crate) documents: Store,
    pub(crate) document_options: Arc<DocumentOptions>,
    pub(crate) people_tables: Arc<OnceCell<PeopleTables>>,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk")
            .field("database", &self.database.backend())
            .finish_non_exhaustive()
    }
}

impl Desk {
    /// Opens the database, the key ring and the look-ups.
    ///
    /// # Errors
    /// When any of them cannot be opened; says which.
    pub async fn open(
        options: &DeskOptions,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Self> {
        crate::backup::refuse_half_switched(options)?;
        let root = RootKey::read(&options.root_key)?;
        let ring = Arc::new(KeyRing::open(&options.key_ring, root).await?);
        let database = Database::open(&options.database).await?;
        let scribe = Scribe::start(
            database.clone(),
            Arc::clone(&ring),
            Arc::clone(&clock),
            Arc::clone(&entropy),
        );
        let registers = Arc::new(Registers::load(&database).await?);
        let mut desk = Self {
            database,
            ring,
            clock,
            entropy,
            scribe,
            lookup: Arc::new(Lookup::empty()),
            registers,
            offers: Arc::default(),
            sights: Arc::default(),
            outbox: Arc::default(),
            documents: Store::open(&options.documents).await?,
            document_options: Arc::new(options.documents.clone()),
            people_tables: Arc::default(),
        };
        // Before anything is read: the database may be older than the key ring, or the power have gone meanwhile.
        desk.replay_tombstones().await?;
        desk.lookup = Arc::new(Lookup::load(&desk.database, &desk.ring).await?);
        Ok(desk)
    }

    /// The clock that everything here goes by.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// The randomness that ids and keys come from.
    #[must_use]
    pub fn entropy(&self) -> &dyn Entropy {
        &*self.entropy
    }

    /// The database, for the meta-tests and the command line; it lends no transactions outside this crate.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// The registers of this installation.
    #[must_use]
    pub fn registers(&self) -> &Registers {
        &self.registers
    }

    /// Refuses an installation whose root key would be lost with its machine: each escrow copy must have been opened once.
    ///
    /// # Errors
    /// [`DeskError::Configuration`](crate::DeskError::Configuration) that says what is left to do.
    pub fn require_escrow(&self) -> Result<()> {
        self.ring.require_escrow()
    }

    /// Begins a visit on a route.
    ///
    /// # Errors
    /// [`DeskError::Hidden`](crate::DeskError::Hidden) when the role can never do this to anyone's data, and
    /// [`DeskError::Forbidden`](crate::DeskError::Forbidden) when the route touches nobody's; both are recorded.
    pub async fn visit(&self, visitor: Visitor, spec: AccessSpec, route: &'static str) -> Result<Visit> {
        Visit::begin(self.clone(), visitor, spec, route).await
    }

    /// A new id.
    #[must_use]
    pub fn new_id(&self) -> uuid::Uuid {
        crate::clock::new_id(&*self.clock, &*self.entropy)
    }
}

/// Tells every read under way that grounds may have gone.
pub(crate) async fn raise_epoch(transaction: &mut Transaction, register: RegisterId) -> Result<()> {
    transaction
        .execute(
            "UPDATE register SET epoch = epoch + 1 WHERE id = :register",
            &params! { "register" => register },
        )
        .await
        .map(drop)
}

/// How the log names a worker.
pub(crate) fn actor_of(account: AccountId) -> String {
    format!("account:{account}")
}
