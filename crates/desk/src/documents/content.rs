//! Opening content: a part at a time, anywhere in it.

use std::io::{self, Read, Seek, SeekFrom};

use futures::Stream;

use super::{
    place::{Source, is_last, read_failed, start_of},
    sealed::{HEAD, PART, Parts, SEALED_PART, Sealing},
};
use crate::Result;

/// Open content. It reads from the disk, or over a network: use it off the async threads.
pub struct Content {
    source: Source,
    sealing: Sealing,
    /// What opens its parts, once its head was read.
    parts: Option<Parts>,
    size: u64,
    position: u64,
    /// The part that was opened last, with its number.
    opened: Option<(u64, Vec<u8>)>,
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Content")
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

impl Content {
    pub(super) fn open(source: Source, sealing: &Sealing) -> Result<Self> {
        Ok(Self {
            size: source.plain_size()?,
            source,
            sealing: sealing.clone(),
            parts: None,
            position: 0,
            opened: None,
        })
    }

    /// The same once its beginning has opened: what is gone, damaged or out of reach is known before an answer begins.
    ///
    /// # Errors
    /// [`DeskError::Away`](crate::DeskError::Away) when the store does not answer, [`DeskError::Seal`](crate::DeskError::Seal)
    /// when it is damaged, [`DeskError::File`](crate::DeskError::File) when it is gone.
    pub async fn ready(mut self) -> Result<Self> {
        let first = move || {
            self.part(0)?;
            Ok::<_, io::Error>(self)
        };
        let read = tokio::task::spawn_blocking(first)
            .await
            .map_err(io::Error::other)?;
        read.map_err(read_failed)
    }

    /// How large it is, in bytes.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// All of it as a stream of parts, read off the async threads.
    pub fn parts(self) -> impl Stream<Item = io::Result<Vec<u8>>> + Send {
        futures::stream::try_unfold(self, |mut content| async move {
            let read = move || {
                let mut part = vec![0; PART];
                let length = content.read(&mut part)?;
                part.truncate(length);
                Ok::<_, io::Error>((part, content))
            };
            let (part, content) = tokio::task::spawn_blocking(read)
                .await
                .map_err(io::Error::other)??;
            Ok((!part.is_empty()).then_some((part, content)))
        })
    }

    fn part(&mut self, number: u64) -> io::Result<&[u8]> {
        if self.opened.as_ref().is_none_or(|(opened, _)| *opened != number) {
            let plain = self.open_part(number)?;
            self.opened = Some((number, plain));
        }
        Ok(self.opened.as_ref().map_or(&[], |(_, plain)| plain))
    }

    fn open_part(&mut self, number: u64) -> io::Result<Vec<u8>> {
        let damaged = |error| io::Error::new(io::ErrorKind::InvalidData, error);
        let parts = if let Some(parts) = self.parts.take() {
            parts
        } else {
            let head = self.source.read_at(0, HEAD)?;
            self.sealing.resume(&head).map_err(damaged)?
        };
        let parts = self.parts.insert(parts);
        let sealed = self.source.read_at(start_of(number), SEALED_PART)?;
        let place = u32::try_from(number).map_err(io::Error::other)?;
        parts
            .open(place, is_last(number, self.size), &sealed)
            .map_err(damaged)
    }
}

impl Read for Content {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.position >= self.size {
            return Ok(0);
        }
        let (number, within) = (self.position / PART as u64, self.position % PART as u64);
        let within = usize::try_from(within).map_err(io::Error::other)?;
        let part = self.part(number)?;
        let rest = part.get(within..).unwrap_or_default();
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.position += length as u64;
        Ok(length)
    }
}

impl Seek for Content {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(offset) => self.size.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        self.position =
            position.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "before the beginning"))?;
        Ok(self.position)
    }
}
