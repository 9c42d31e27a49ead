//! Opening content: a part at a time, anywhere in it.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    path::Path,
};

use futures::Stream;

use super::sealed::{HEAD, PART, Parts, SEALED_PART, Sealing, parts_of, plain_size};
use crate::Result;

/// Open content. It reads from the disk: use it off the async threads.
pub struct Content {
    file: File,
    parts: Parts,
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
    pub(super) fn open(path: &Path, sealing: &Sealing) -> Result<Self> {
        let mut file = File::open(path)?;
        let size = plain_size(file.metadata()?.len())?;
        let mut head = [0; HEAD];
        file.read_exact(&mut head)?;
        Ok(Self {
            file,
            parts: sealing.resume(&head)?,
            size,
            position: 0,
            opened: None,
        })
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
            let start = HEAD as u64 + number * SEALED_PART as u64;
            self.file.seek(SeekFrom::Start(start))?;
            let mut sealed = Vec::with_capacity(SEALED_PART);
            Read::by_ref(&mut self.file)
                .take(SEALED_PART as u64)
                .read_to_end(&mut sealed)?;
            let is_last = number + 1 == parts_of(self.size);
            let place = u32::try_from(number).map_err(io::Error::other)?;
            let plain = self
                .parts
                .open(place, is_last, &sealed)
                .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
            self.opened = Some((number, plain));
        }
        Ok(self.opened.as_ref().map_or(&[], |(_, plain)| plain))
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
