//! What Typst may see: the templates, the job, and the faces. There is no file system, no network, no clock.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, DiagSpanKind, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World, WorldExt};

use crate::fonts::FACES;
use crate::{Job, MOST_IMAGES, Template, TypesetError, images};

const FRAME: &str = include_str!("../templates/frame.typ");
const WORDS: &str = include_str!("../templates/words.toml");

/// Everything that is the same for all jobs.
struct Fixed {
    library: LazyHash<Library>,
    frame: Source,
    words: (FileId, Bytes),
    templates: Vec<Source>,
    job: FileId,
    images: Vec<FileId>,
}

static FIXED: LazyLock<Fixed> = LazyLock::new(|| {
    let extras: Features = [Feature::A11yExtras].into_iter().collect();
    Fixed {
        library: LazyHash::new(Library::builder().with_features(extras).build()),
        frame: Source::new(id("frame.typ"), FRAME.to_owned()),
        words: (id("words.toml"), Bytes::from_string(WORDS)),
        templates: Template::ALL
            .iter()
            .map(|template| Source::new(id(template.file()), template.source().to_owned()))
            .collect(),
        job: id("job.json"),
        images: (0..MOST_IMAGES)
            .map(|index| id(&format!("image-{index}")))
            .collect(),
    }
});

/// Typst keeps each path for ever, so there are only these few.
fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("our own paths are paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One job's world.
pub struct JobWorld<'a> {
    main: FileId,
    envelope: Bytes,
    images: &'a [(String, Vec<u8>)],
}

impl<'a> JobWorld<'a> {
    /// The world of a job whose checked data is `envelope`.
    pub fn new(job: &Job<'a>, envelope: &Value) -> Self {
        Self {
            main: id(job.template.file()),
            envelope: Bytes::from_string(envelope.to_string()),
            images: job.images,
        }
    }

    /// What a mistake of a template is, without the data: file and line, and Typst's own words, which name types and keys.
    pub fn explain(&self, mistakes: &[SourceDiagnostic]) -> TypesetError {
        let Some(first) = mistakes.first() else {
            return TypesetError::Standard;
        };
        TypesetError::Template {
            place: self.place(first.span),
            what: first.message.to_string(),
        }
    }

    fn place(&self, span: DiagSpan) -> String {
        let (DiagSpanKind::Number { id, .. } | DiagSpanKind::Range { id, .. }) = span.get() else {
            return self.main.vpath().get_without_slash().to_owned();
        };
        let file = id.vpath().get_without_slash();
        let line = self.range(span).and_then(|range| {
            let source = self.source(id).ok()?;
            source.lines().byte_to_line(range.start)
        });
        match line {
            Some(line) => format!("{file}:{}", line + 1),
            None => file.to_owned(),
        }
    }
}

impl World for JobWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &FIXED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FACES.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let mut all = FIXED.templates.iter().chain([&FIXED.frame]);
        all.find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == FIXED.job {
            return Ok(self.envelope.clone());
        }
        if id == FIXED.words.0 {
            return Ok(FIXED.words.1.clone());
        }
        let place = FIXED.images.iter().position(|image| *image == id);
        place
            .and_then(|place| self.images.get(place))
            .map(|(_, bytes)| Bytes::new(images::printable(bytes)))
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FACES.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The moment in the metadata, in UTC; `None` outside the years 0–9999.
pub fn timestamp(at: Timestamp) -> Option<typst_pdf::Timestamp> {
    let at = at.to_zoned(TimeZone::UTC).datetime();
    let small = |number: i8| u8::try_from(number).ok();
    u16::try_from(at.year()).ok()?;
    Datetime::from_ymd_hms(
        at.year().into(),
        small(at.month())?,
        small(at.day())?,
        small(at.hour())?,
        small(at.minute())?,
        small(at.second())?,
    )
    .map(typst_pdf::Timestamp::new_utc)
}
