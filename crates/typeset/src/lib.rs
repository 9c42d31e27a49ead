//! What is printed: PDF/A-2a and PDF/UA-1 in one file, by Typst, from a template and data.
//!
//! The only room that knows Typst. A caller describes a [`Job`] and gets the bytes of a file; nothing is read from or
//! written to disk or network, and no clock is read. It takes tens of milliseconds of a processor: call [`pdf`] inside
//! `spawn_blocking`.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `clean` | what text may hold, so that whatever people typed is printed as text |
//! | `fonts` | the faces that come with the product |
//! | `images` | what images may hold |
//! | `world` | what Typst may see: templates, the job's data and images, faces, and nothing else |
//! | `templates/frame.typ` | the page, and the parts that documents are made of; its head says which data they take |
//!
//! **To add a template**: a file `templates/noun.typ`, and a line in [`Template`]'s table. Most need three lines, since
//! the parts of `frame.typ` take the same data everywhere. Text of people goes in as data, never into the source.
//! Words of the page itself (page number, signature, …) are in `templates/words.toml`, in three languages.

mod clean;
mod fonts;
mod images;
mod world;

use jiff::Timestamp;
use polku_values::InterfaceLanguage;
use serde_json::{Value, json};
use thiserror::Error;
use typst::comemo;
use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use images::{ImageError, LARGEST_IMAGE, MOST_IMAGES, MOST_PIXELS};
use world::JobWorld;

/// Declares the templates that come with the product: their names and their files.
macro_rules! templates {
    ($($(#[$about:meta])* $name:ident = $file:literal,)+) => {
        /// A kind of document. What data it takes stands at the head of its file in `templates/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Template {
            $($(#[$about])* $name,)+
        }

        impl Template {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The file's name among the templates.
            pub(crate) const fn file(self) -> &'static str {
                match self { $(Self::$name => $file,)+ }
            }

            /// The text of the file.
            pub(crate) const fn source(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("../templates/", $file)),)+ }
            }
        }
    };
}

templates! {
    /// Any document of sections, tables, lists and images.
    Document = "document.typ",
    /// A work or activity agreement: parties, terms in numbered sections, signatures.
    Agreement = "agreement.typ",
    /// An interim report, final statement or summary.
    Statement = "statement.typ",
    /// A certificate: one page, the name in large letters.
    Certificate = "certificate.typ",
    /// A month's attendance or another wide table, on landscape pages.
    MonthSheet = "month_sheet.typ",
    /// Answers to an instrument with charts.
    Assessment = "assessment.typ",
    /// A privacy notice: long, with a list of its sections.
    Notice = "notice.typ",
    /// What is disclosed of a person, with the secrecy marking on each page.
    Disclosure = "disclosure.typ",
}

/// A document to print.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    /// Which kind of document.
    pub template: Template,
    /// The language of the document: of its words, its hyphenation, and told to screen readers.
    pub language: InterfaceLanguage,
    /// The document's title in its metadata. A reader shows it in place of the file's name, so it holds no personal data.
    pub title: &'a str,
    /// Who made it, in its metadata: the organisation.
    pub author: &'a str,
    /// When it was made. The same job gives the same bytes.
    pub created: Timestamp,
    /// What the template shows. Every text in it is printed as text, whatever it holds.
    pub data: &'a Value,
    /// SVG or PNG images by the name that the data gives them; their alternative texts are in the data.
    pub images: &'a [(String, Vec<u8>)],
}

/// Why a document can't be printed. Nothing in it repeats the job's data, so it may be logged.
#[derive(Debug, Error)]
pub enum TypesetError {
    /// An image can't be printed.
    #[error("image {number} can't be printed: {why}")]
    Image {
        /// Which one of the job, counted from one.
        number: usize,
        /// What is wrong with it.
        why: ImageError,
    },
    /// There are more images than [`MOST_IMAGES`].
    #[error("there are more than {MOST_IMAGES} images")]
    TooManyImages,
    /// The moment is outside the years that a PDF can tell.
    #[error("a document can't be of that time")]
    Time,
    /// The template and the data don't fit each other: a mistake of ours.
    #[error("the template {place} does not fit its data: {what}")]
    Template {
        /// File and line, as far as known.
        place: String,
        /// What Typst says of it.
        what: String,
    },
    /// The pages can't be written as an accessible and archivable PDF: an image without its alternative text, say.
    #[error("the document can't be written as PDF/A-2a and PDF/UA-1")]
    Standard,
}

/// Prints a document: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), tagged, with its faces embedded.
///
/// Blocks a thread for tens of milliseconds and, on the process's first call, for the reading of the faces.
pub fn pdf(job: &Job<'_>) -> Result<Vec<u8>, TypesetError> {
    let names = images::check(job.images)?;
    let world = JobWorld::new(job, &envelope(job, &names)?);
    let file = print(&world, job);
    // Typst keeps what it computed for the next time; what it kept holds people's data.
    comemo::evict(0);
    file
}

fn print(world: &JobWorld<'_>, job: &Job<'_>) -> Result<Vec<u8>, TypesetError> {
    let pages = typst::compile(world)
        .output
        .map_err(|mistakes| world.explain(&mistakes))?;
    let standards =
        PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|_| TypesetError::Standard)?;
    let options = PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("Polku".to_owned())),
        timestamp: Some(world::timestamp(job.created).ok_or(TypesetError::Time)?),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|_| TypesetError::Standard)
}

/// What the templates read as `/job.json`: the data with clean texts, and what the frame wants to know beside it.
fn envelope(job: &Job<'_>, names: &[String]) -> Result<Value, TypesetError> {
    if world::timestamp(job.created).is_none() {
        return Err(TypesetError::Time);
    }
    Ok(json!({
        "language": job.language.code(),
        "title": clean::line(job.title),
        "author": clean::line(job.author),
        "images": names,
        "data": clean::data(job.data),
    }))
}
