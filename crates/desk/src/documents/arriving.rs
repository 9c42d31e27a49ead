//! Content on its way in: hashed and sealed as it comes, so that no more than a part of it is ever in memory.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use tokio::{fs::File, io::AsyncWriteExt as _};
use uuid::Uuid;

use super::{
    Content, Owner,
    place::{Source, Store, Temporary},
    sealed::{PART, Parts, Sealing},
};
use crate::{Desk, DeskError, RegisterId, Result, sealing::Key};

/// Sealed bytes that wait to be written together.
const TOGETHER: usize = 1024 * 1024;

/// Content that is being taken in. Dropping it leaves nothing behind.
pub struct Arriving {
    register: RegisterId,
    owner: Owner,
    content: Uuid,
    sealing: Sealing,
    parts: Parts,
    name: Hmac<Sha256>,
    waiting: Vec<u8>,
    number: u32,
    size: u64,
    file: File,
    store: Store,
    temporary: Temporary,
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
    sealing: Sealing,
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
        let mut name = Hmac::<Sha256>::new_from_slice(name.bytes()).expect("any length is a key");
        name.update(&owner.bytes());
        let sealing = Sealing::new(register, owner, content, key);
        let (head, parts) = sealing.begin(&*desk.entropy);
        let store = desk.documents.clone();
        let temporary = store.temporary(content).await?;
        let mut file = File::options()
            .write(true)
            .create_new(true)
            .open(temporary.path())
            .await?;
        file.set_max_buf_size(TOGETHER);
        file.write_all(&head).await?;
        Ok(Self {
            register,
            owner,
            content,
            sealing,
            parts,
            name,
            waiting: Vec::with_capacity(PART),
            number: 0,
            size: 0,
            file,
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
        self.name.update(bytes);
        self.size += bytes.len() as u64;
        while !bytes.is_empty() {
            // A full part waits until it is known that another follows: the last one is marked.
            if self.waiting.len() == PART {
                self.seal_part(false).await?;
            }
            let room = (PART - self.waiting.len()).min(bytes.len());
            self.waiting.extend_from_slice(&bytes[..room]);
            bytes = &bytes[room..];
        }
        Ok(())
    }

    async fn seal_part(&mut self, is_last: bool) -> Result<()> {
        let sealed = self.parts.seal(self.number, is_last, &self.waiting);
        self.number = self
            .number
            .checked_add(1)
            .ok_or(DeskError::Stored("content is too long"))?;
        self.waiting.clear();
        Ok(self.file.write_all(&sealed).await?)
    }

    /// All has come: what there is reaches the disk, and the bucket where there is one.
    ///
    /// # Errors
    /// When the disk is full or fails; [`DeskError::Away`] when the bucket does not answer.
    pub async fn finish(mut self) -> Result<Arrived> {
        self.seal_part(true).await?;
        self.file.flush().await?;
        self.file.sync_all().await?;
        self.store.hand_in(&mut self.temporary).await?;
        let address = hex::encode(self.name.finalize().into_bytes());
        Ok(Arrived {
            register: self.register,
            owner: self.owner,
            content: self.content,
            address,
            size: self.size,
            temporary: self.temporary,
            sealing: self.sealing,
        })
    }
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

    /// Opens it before it is kept, to look at what it is.
    ///
    /// # Errors
    /// When it is gone.
    pub fn read(&self) -> Result<Content> {
        Content::open(Source::file(self.temporary.path())?, &self.sealing)
    }
}
