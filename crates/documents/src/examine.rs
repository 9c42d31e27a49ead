//! Looking at a file before it is kept: whether it is whole, what it claims to be, and within the limits.
//!
//! Nothing is unpacked or drawn here: sizes are those that a file states, and what states too much is refused. Whether a
//! picture can really be drawn shows when it is read, within limits of its own.

use std::io::{self, Read, Seek, SeekFrom};

use image::{ImageFormat, ImageReader};
use memchr::memmem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use zip::ZipArchive;

use crate::{
    kind::{FileKind, Sniffed},
    passing::Passing,
};

/// The most points of a picture: a sheet of A3 at 600 dots an inch is 70 million.
const MOST_PIXELS: u64 = 80_000_000;
/// The longest side of a picture.
const LONGEST_SIDE: u32 = 20_000;
/// The most parts of a text document.
const MOST_PARTS: usize = 2_000;
/// The most bytes that a text document may say it unpacks to.
const MOST_UNPACKED: u64 = 500 * 1024 * 1024;

/// Why a file is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is of no kind that is taken in.
    Kind,
    /// It is something else than its name says.
    Lies,
    /// It ends too early.
    Torn,
    /// It is larger than the limit.
    Large,
    /// A picture of too many points.
    Pixels,
    /// It would unpack to far more than a document is.
    Bomb,
    /// Nothing is wrong with it: the store does not answer, and nothing of it was kept.
    Away,
}

impl Refusal {
    /// The key of what to say.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Empty => "documents-refused-empty",
            Self::Kind => "documents-refused-kind",
            Self::Lies => "documents-refused-lies",
            Self::Torn => "documents-refused-torn",
            Self::Large => "documents-refused-large",
            Self::Pixels => "documents-refused-pixels",
            Self::Bomb => "documents-refused-bomb",
            Self::Away => "documents-refused-away",
        }
    }
}

/// What is worth knowing before a file is opened elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a remark of its own, all may be there"
)]
pub struct Remarks {
    /// It carries scripts or macros.
    pub scripts: bool,
    /// It would start other programs.
    pub launches: bool,
    /// Other files are inside it.
    pub attachments: bool,
    /// It is locked by a password.
    pub locked: bool,
}

impl Remarks {
    /// The keys of what to say.
    pub(crate) fn keys(self) -> impl Iterator<Item = &'static str> {
        [
            (self.scripts, "documents-remark-scripts"),
            (self.launches, "documents-remark-launches"),
            (self.attachments, "documents-remark-attachments"),
            (self.locked, "documents-remark-locked"),
        ]
        .into_iter()
        .filter_map(|(is_so, key)| is_so.then_some(key))
    }
}

/// A file that may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Examined {
    pub(crate) kind: FileKind,
    pub(crate) remarks: Remarks,
}

/// A file that is being looked at.
#[derive(Debug)]
pub(crate) enum Looking {
    /// A PDF, as it comes: it may be long, and nothing in it has to be looked up.
    Passing(Passing),
    /// What is looked at when all of it is there.
    AtTheEnd(Sniffed),
}

impl Looking {
    /// Begins with a file whose first bytes told so much.
    pub(crate) fn at(sniffed: Sniffed) -> Self {
        match sniffed {
            Sniffed::Known(FileKind::Pdf) => Self::Passing(Passing::default()),
            other => Self::AtTheEnd(other),
        }
    }

    /// Looks at the next bytes of it.
    pub(crate) fn see(&mut self, bytes: &[u8]) {
        if let Self::Passing(passing) = self {
            passing.see(bytes);
        }
    }

    /// What was seen, and what the whole of it shows.
    pub(crate) fn done(
        self,
        content: &mut (impl Read + Seek),
        file_name: &str,
    ) -> io::Result<Result<Examined, Refusal>> {
        let plain = |kind| Examined {
            kind,
            remarks: Remarks::default(),
        };
        let looked = match self {
            Self::Passing(passing) => passing.outcome(),
            Self::AtTheEnd(Sniffed::Known(FileKind::Heic)) => boxes(content)?.map(|()| plain(FileKind::Heic)),
            Self::AtTheEnd(Sniffed::Known(kind)) => picture(content, kind)?.map(|()| plain(kind)),
            Self::AtTheEnd(Sniffed::Archive) => archive(content)?,
        };
        Ok(looked.and_then(|examined| {
            if examined.kind.agrees_with(file_name) {
                Ok(examined)
            } else {
                Err(Refusal::Lies)
            }
        }))
    }
}

/// The last bytes of a file, at most so many.
fn tail(content: &mut (impl Read + Seek), most: u64) -> io::Result<Vec<u8>> {
    let size = content.seek(SeekFrom::End(0))?;
    content.seek(SeekFrom::Start(size.saturating_sub(most)))?;
    let mut tail = Vec::new();
    content.take(most).read_to_end(&mut tail)?;
    Ok(tail)
}

/// A phone's picture is made of boxes, each with its size (ISO 14496-12): whole when they fill the file, one of them telling
/// what the others are. How many points it has is known when it is drawn, within limits of its own.
fn boxes(content: &mut (impl Read + Seek)) -> io::Result<Result<(), Refusal>> {
    const MOST: usize = 1_000;
    let size = content.seek(SeekFrom::End(0))?;
    let (mut place, mut tells) = (0_u64, false);
    for _ in 0..MOST {
        if place == size {
            return Ok(if tells { Ok(()) } else { Err(Refusal::Torn) });
        }
        content.seek(SeekFrom::Start(place))?;
        let mut head = Vec::with_capacity(16);
        let read = Read::by_ref(content).take(16).read_to_end(&mut head)?;
        head.resize(16, 0);
        let kind = &head[4..8];
        let short = head[..4].try_into().map_or(0, u32::from_be_bytes);
        let long = head[8..].try_into().map_or(0, u64::from_be_bytes);
        let length = match short {
            // The last box goes on to the end.
            0 => size - place,
            1 if read == 16 => long,
            short => u64::from(short),
        };
        tells |= kind == b"meta";
        place = match place.checked_add(length) {
            Some(end) if read >= 8 && length >= 8 && end <= size => end,
            _ => return Ok(Err(Refusal::Torn)),
        };
    }
    Ok(Err(Refusal::Torn))
}

fn picture(content: &mut (impl Read + Seek), kind: FileKind) -> io::Result<Result<(), Refusal>> {
    let size = content.seek(SeekFrom::End(0))?;
    let is_whole = match kind {
        // Phones write more after the picture's own end, so the end is looked for in a long tail.
        FileKind::Jpeg => memmem::find(&tail(content, 1024 * 1024)?, &[0xff, 0xd9]).is_some(),
        FileKind::Png => memmem::find(&tail(content, 4096)?, b"IEND").is_some(),
        FileKind::Webp => {
            content.seek(SeekFrom::Start(4))?;
            let mut stated = [0; 4];
            content.read_exact(&mut stated)?;
            u64::from(u32::from_le_bytes(stated)) + 8 <= size
        }
        _ => true,
    };
    if !is_whole {
        return Ok(Err(Refusal::Torn));
    }
    content.seek(SeekFrom::Start(0))?;
    let format = match kind {
        FileKind::Jpeg => ImageFormat::Jpeg,
        FileKind::Png => ImageFormat::Png,
        FileKind::Webp => ImageFormat::WebP,
        _ => ImageFormat::Tiff,
    };
    let reader = ImageReader::with_format(io::BufReader::new(content), format);
    Ok(match reader.into_dimensions() {
        Ok((width, height)) if is_too_large(width, height) => Err(Refusal::Pixels),
        Ok(_) => Ok(()),
        Err(_) => Err(Refusal::Torn),
    })
}

/// Whether a picture has more points than are drawn here.
pub(crate) fn is_too_large(width: u32, height: u32) -> bool {
    width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS
}

fn archive(content: &mut (impl Read + Seek)) -> io::Result<Result<Examined, Refusal>> {
    content.seek(SeekFrom::Start(0))?;
    let Ok(mut archive) = ZipArchive::new(io::BufReader::new(content)) else {
        return Ok(Err(Refusal::Torn));
    };
    if archive.len() > MOST_PARTS {
        return Ok(Err(Refusal::Bomb));
    }
    let mut unpacked = 0_u64;
    let mut remarks = Remarks::default();
    let mut kind = None;
    for place in 0..archive.len() {
        let Ok(part) = archive.by_index_raw(place) else {
            return Ok(Err(Refusal::Torn));
        };
        unpacked = unpacked.saturating_add(part.size());
        remarks.locked |= part.encrypted();
        match part.name().as_deref() {
            Ok("word/document.xml") => kind = Some(FileKind::Docx),
            Ok("META-INF/manifest.xml") => kind = kind.or(Some(FileKind::Odt)),
            Ok(name) => {
                remarks.scripts |= name.ends_with("vbaProject.bin") || name.starts_with("Basic/");
                remarks.attachments |= name.starts_with("word/embeddings/");
            }
            Err(_) => return Ok(Err(Refusal::Torn)),
        }
    }
    if unpacked > MOST_UNPACKED {
        return Ok(Err(Refusal::Bomb));
    }
    if kind == Some(FileKind::Odt) && !says_odt(&mut archive) {
        kind = None;
    }
    Ok(kind.map(|kind| Examined { kind, remarks }).ok_or(Refusal::Kind))
}

/// An `OpenDocument` file says what it is in a part of its own.
fn says_odt(archive: &mut ZipArchive<impl Read + Seek>) -> bool {
    let Ok(part) = archive.by_name("mimetype") else {
        return false;
    };
    let mut said = String::new();
    part.take(200).read_to_string(&mut said).is_ok() && said.trim() == FileKind::Odt.media_type()
}

#[cfg(test)]
#[path = "examine_tests.rs"]
mod tests;
