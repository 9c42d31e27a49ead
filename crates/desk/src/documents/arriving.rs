//! Content on its way in: hashed and sealed as it comes, so that no more than some pieces of it are ever in memory.
//!
//! Four things go on beside each other: a piece comes over the line, the one before it is sealed, the one before that is
//! written, and what was written earlier is on its way to the disk. Nobody waits for the sum of them.

use std::{
    fs::File,
    io::{self, Write as _},
    sync::Arc,
};

use tokio::task::{JoinHandle, spawn_blocking};
use uuid::Uuid;

use super::{
    Content, Owner,
    piece::{PIECE, Sealer},
    place::{Source, Store, Temporary},
    sealed::Sealing,
};
use crate::{Desk, DeskError, RegisterId, Result, sealing::Key};

/// What is written is sent to the disk each time it has grown by so much, so that the last wait is a short one.
const TO_DISK: u64 = 4 * 1024 * 1024;

/// Content that is being taken in. Dropping it leaves nothing behind.
pub struct Arriving {
    register: RegisterId,
    owner: Owner,
    content: Uuid,
    sealing: Sealing,
    sealer: At,
    waiting: Vec<u8>,
    size: u64,
    file: Arc<File>,
    writing: Option<JoinHandle<io::Result<()>>>,
    /// Up to where the disk was told to take it.
    sent: u64,
    sending: Option<JoinHandle<io::Result<()>>>,
    store: Store,
    temporary: Temporary,
}

/// Where the sealer is.
enum At {
    Rest(Box<Sealer>),
    Work(JoinHandle<Result<Box<Sealer>>>),
    /// It failed, or whoever waited for it gave up: nothing more can be taken in.
    Gone,
}

impl std::fmt::Debug for Arriving {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Arriving")
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

/// Content that has come in whole and lies in the store, under a temporary name. Dropping it leaves nothing behind.
pub struct Arrived {
    pub(super) register: RegisterId,
    pub(super) owner: Owner,
    pub(super) content: Uuid,
    pub(super) address: String,
    pub(super) size: u64,
    pub(super) temporary: Temporary,
}

impl std::fmt::Debug for Arrived {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Arrived")
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

/// Leave to take content in for one owner, as many files as come.
#[derive(Clone)]
pub struct Reception {
    desk: Desk,
    register: RegisterId,
    owner: Owner,
    key: Key,
}

impl std::fmt::Debug for Reception {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reception").finish_non_exhaustive()
    }
}

impl Reception {
    pub(crate) fn new(desk: &Desk, register: RegisterId, owner: Owner, key: Key) -> Self {
        Self {
            desk: desk.clone(),
            register,
            owner,
            key,
        }
    }

    /// Begins to take a file in.
    ///
    /// # Errors
    /// When the disk fails.
    pub async fn begin(&self) -> Result<Arriving> {
        Arriving::begin(&self.desk, self.register, self.owner, self.key.clone()).await
    }

    /// The most bytes of a file.
    #[must_use]
    pub fn largest(&self) -> u64 {
        self.desk.document_options.largest
    }
}

impl Arriving {
    async fn begin(desk: &Desk, register: RegisterId, owner: Owner, key: Key) -> Result<Self> {
        let content = desk.new_id();
        let name = desk.naming_key(register).await?;
        let sealing = Sealing::new(register, owner, content, key);
        let (head, parts) = sealing.begin(&*desk.entropy);
        let store = desk.documents.clone();
        let temporary = store.temporary(content).await?;
        let path = temporary.path().to_owned();
        let made = move || {
            File::options()
                .write(true)
                .create_new(true)
                .open(path)
                .map(Arc::new)
        };
        let file = done(spawn_blocking(made).await)??;
        let sealer = Sealer::new(parts, &name, owner, head);
        Ok(Self {
            register,
            owner,
            content,
            sealing,
            sealer: At::Rest(Box::new(sealer)),
            waiting: Vec::new(),
            size: 0,
            file,
            writing: None,
            sent: 0,
            sending: None,
            store,
            temporary,
        })
    }

    /// How much has come so far.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Takes more of it in.
    ///
    /// # Errors
    /// When the disk is full or fails.
    pub async fn write(&mut self, mut bytes: &[u8]) -> Result<()> {
        while !bytes.is_empty() {
            // A full piece waits until it is known that another follows: the last part is marked.
            if self.waiting.len() == PIECE {
                self.seal(false).await?;
            }
            let room = (PIECE - self.waiting.len()).min(bytes.len());
            self.waiting.extend_from_slice(&bytes[..room]);
            self.size += room as u64;
            bytes = &bytes[room..];
        }
        Ok(())
    }

    /// Gives what waits to the sealer, once it is done with the piece before, which is written then.
    async fn seal(&mut self, is_last: bool) -> Result<()> {
        let mut sealer = self.rested().await?;
        self.put(sealer.sealed()).await?;
        let piece = std::mem::take(&mut self.waiting);
        self.sealer = At::Work(spawn_blocking(move || {
            sealer.take(&piece, is_last).map(|()| sealer)
        }));
        self.send_to_disk().await
    }

    /// The sealer, when it has nothing more to do.
    async fn rested(&mut self) -> Result<Box<Sealer>> {
        match std::mem::replace(&mut self.sealer, At::Gone) {
            At::Rest(sealer) => Ok(sealer),
            At::Work(work) => done(work.await)?,
            At::Gone => Err(DeskError::Stored("content that failed to come in")),
        }
    }

    /// Writes a sealed piece, once the one before it is written.
    async fn put(&mut self, sealed: Vec<u8>) -> Result<()> {
        ended(&mut self.writing).await?;
        let file = self.file.clone();
        self.writing = Some(spawn_blocking(move || (&*file).write_all(&sealed)));
        Ok(())
    }

    /// Lets the disk take what was written so far, unless it is still at it.
    async fn send_to_disk(&mut self) -> Result<()> {
        let is_at_it = self
            .sending
            .as_ref()
            .is_some_and(|sending| !sending.is_finished());
        if is_at_it || self.size - self.sent < TO_DISK {
            return Ok(());
        }
        // A failure of the disk is told only to the one who asked first.
        ended(&mut self.sending).await?;
        self.sent = self.size;
        let file = self.file.clone();
        self.sending = Some(spawn_blocking(move || file.sync_data()));
        Ok(())
    }

    /// All has come: what there is reaches the disk, and the bucket where there is one.
    ///
    /// # Errors
    /// When the disk is full or fails; [`DeskError::Away`] when the bucket does not answer.
    pub async fn finish(self) -> Result<Arrived> {
        let (arrived, ()) = self.finish_looking(|_| ()).await?;
        Ok(arrived)
    }

    /// The same; while the disk takes it somebody looks at the whole of it, off the async threads.
    ///
    /// # Errors
    /// When the disk is full or fails; [`DeskError::Away`] when the bucket does not answer.
    pub async fn finish_looking<T: Send + 'static>(
        mut self,
        look: impl FnOnce(Content) -> T + Send + 'static,
    ) -> Result<(Arrived, T)> {
        self.seal(true).await?;
        let mut sealer = self.rested().await?;
        self.put(sealer.sealed()).await?;
        ended(&mut self.writing).await?;
        let file = self.file.clone();
        let taken = spawn_blocking(move || file.sync_all());
        let content = Content::open(Source::file(self.temporary.path())?, &self.sealing)?;
        let seen = done(spawn_blocking(move || look(content)).await);
        done(taken.await)??;
        ended(&mut self.sending).await?;
        let seen = seen?;
        self.store.hand_in(&mut self.temporary).await?;
        let arrived = Arrived {
            register: self.register,
            owner: self.owner,
            content: self.content,
            address: sealer.name(),
            size: self.size,
            temporary: self.temporary,
        };
        Ok((arrived, seen))
    }
}

/// What is under way, if anything, is over and went well.
async fn ended(work: &mut Option<JoinHandle<io::Result<()>>>) -> Result<()> {
    match work.take() {
        Some(work) => Ok(done(work.await)??),
        None => Ok(()),
    }
}

/// What came of work off the async threads.
fn done<T>(outcome: Result<T, tokio::task::JoinError>) -> Result<T> {
    Ok(outcome.map_err(io::Error::other)?)
}

impl Arrived {
    /// How large it is.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Where it will lie: equal content of one person has one address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}
