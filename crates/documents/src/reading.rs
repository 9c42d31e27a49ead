//! Reading the text of a file: what is in a PDF already, and what can be read in pictures, in Finnish and Swedish.

use std::io::{Cursor, Read, Seek};

use polku_desk::documents::Content;
use polku_web::{Answer, Failure};

use crate::{
    document::DocumentText,
    heic,
    kind::FileKind,
    picture::{self, Use},
    tools::{Failed, Haste, PDFINFO, PDFTOPPM, PDFTOTEXT, TESSERACT, in_memory},
};

/// The most pages whose text is kept.
const MOST_PAGES: usize = 300;
/// The most pages of one file that are read as pictures.
const MOST_PICTURES: usize = 60;
/// The most characters that are kept of a page.
const LONGEST_PAGE: usize = 20_000;
/// A page with fewer letters than this is a picture of a page.
const FEW_LETTERS: usize = 20;

/// What reading a file brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WasRead {
    /// Its text, when there is any.
    pub(crate) text: Option<DocumentText>,
    /// How many pages it has.
    pub(crate) pages: Option<i64>,
    /// Whether it carries scripts, also where they are packed.
    pub(crate) scripts: bool,
    /// Whether it is locked by a password.
    pub(crate) locked: bool,
}

/// Reads a file. `open` opens its content anew, for each program that looks at it.
pub(crate) async fn read(
    kind: FileKind,
    open: impl Fn() -> polku_desk::Result<Content>,
) -> Answer<Result<WasRead, Failed>> {
    match kind {
        FileKind::Pdf => pdf(open).await,
        FileKind::Docx | FileKind::Odt => Ok(Ok(WasRead::default())),
        _ => {
            let drawn = match draw(open()?, kind, Use::Reading, Haste::Whenever).await? {
                Ok(drawn) => drawn,
                Err(failed) => return Ok(Err(failed)),
            };
            Ok(letters(drawn).await.map(|page| WasRead {
                text: kept(vec![page]),
                pages: Some(1),
                ..WasRead::default()
            }))
        }
    }
}

/// Draws a picture off the async threads; one of a phone by way of a JPEG.
pub(crate) async fn draw(
    content: Content,
    kind: FileKind,
    for_what: Use,
    haste: Haste,
) -> Answer<Result<Vec<u8>, Failed>> {
    if kind == FileKind::Heic {
        return match heic::jpeg(content, haste).await? {
            Ok(jpeg) => drawn(Cursor::new(jpeg), FileKind::Jpeg, for_what).await,
            Err(failed) => Ok(Err(failed)),
        };
    }
    drawn(content, kind, for_what).await
}

async fn drawn(
    picture: impl Read + Seek + Send + 'static,
    kind: FileKind,
    for_what: Use,
) -> Answer<Result<Vec<u8>, Failed>> {
    let drawing = move || picture::draw(picture, kind, for_what);
    let drawn = tokio::task::spawn_blocking(drawing).await;
    let drawn = drawn.map_err(|error| Failure::Internal(error.to_string()))?;
    Ok(drawn.ok_or(Failed::GaveUp))
}

async fn pdf(open: impl Fn() -> polku_desk::Result<Content>) -> Answer<Result<WasRead, Failed>> {
    let info = match PDFINFO.run(Haste::Whenever, &["-"], open()?.parts()).await {
        Ok(info) => String::from_utf8_lossy(&info).into_owned(),
        Err(failed) => return Ok(Err(failed)),
    };
    let mut was_read = WasRead {
        pages: fact(&info, "Pages").and_then(|pages| pages.parse().ok()),
        scripts: fact(&info, "JavaScript") == Some("yes"),
        locked: fact(&info, "Encrypted").is_some_and(|said| said.starts_with("yes")),
        ..WasRead::default()
    };
    let most = MOST_PAGES.to_string();
    let arguments = ["-enc", "UTF-8", "-l", &most, "-", "-"];
    let text = match PDFTOTEXT.run(Haste::Whenever, &arguments, open()?.parts()).await {
        Ok(text) => String::from_utf8_lossy(&text).into_owned(),
        Err(failed) => return Ok(Err(failed)),
    };
    let mut pages: Vec<String> = text.split('\u{c}').map(tidy).collect();
    // The last form feed ends the last page.
    pages.pop();
    let pictures = pages.iter().enumerate().filter(|(_, page)| has_few_letters(page));
    let pictures: Vec<usize> = pictures.map(|(place, _)| place).take(MOST_PICTURES).collect();
    for place in pictures {
        match page_letters(&open, place + 1).await? {
            Ok(page) => pages[place] = page,
            Err(Failed::Missing) => return Ok(Err(Failed::Missing)),
            // One page that cannot be read does not take the others with it.
            Err(Failed::GaveUp) => {}
        }
    }
    was_read.text = kept(pages);
    Ok(Ok(was_read))
}

async fn page_letters(
    open: &impl Fn() -> polku_desk::Result<Content>,
    number: usize,
) -> Answer<Result<String, Failed>> {
    let drawn = page(
        open().map_err(Failure::from)?,
        number,
        Use::Reading,
        Haste::Whenever,
    )
    .await;
    Ok(match drawn {
        Ok(drawn) => letters(drawn).await,
        Err(failed) => Err(failed),
    })
}

/// A page of a PDF as a PNG.
pub(crate) async fn page(
    content: Content,
    number: usize,
    for_what: Use,
    haste: Haste,
) -> Result<Vec<u8>, Failed> {
    let number = number.to_string();
    let mut arguments = vec!["-png", "-f", &number, "-l", &number, "-singlefile"];
    match for_what {
        Use::Screen => arguments.extend(["-scale-to", "1400"]),
        Use::Reading => arguments.extend(["-r", "200", "-gray"]),
    }
    arguments.push("-");
    let drawn = PDFTOPPM.run(haste, &arguments, content.parts()).await?;
    // It ends well also when it drew nothing.
    if drawn.is_empty() {
        Err(Failed::GaveUp)
    } else {
        Ok(drawn)
    }
}

async fn letters(drawn: Vec<u8>) -> Result<String, Failed> {
    let arguments = ["stdin", "stdout", "-l", "fin+swe"];
    let read = TESSERACT
        .run(Haste::Whenever, &arguments, in_memory(drawn))
        .await?;
    Ok(tidy(&String::from_utf8_lossy(&read)))
}

/// A value of `pdfinfo`'s list.
fn fact<'a>(info: &'a str, name: &str) -> Option<&'a str> {
    info.lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
        .map(str::trim)
}

/// Lines without the space around them, no longer than is kept.
fn tidy(page: &str) -> String {
    let lines: Vec<&str> = page
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n").chars().take(LONGEST_PAGE).collect()
}

fn has_few_letters(page: &str) -> bool {
    page.chars()
        .filter(|c| c.is_alphanumeric())
        .take(FEW_LETTERS)
        .count()
        < FEW_LETTERS
}

fn kept(pages: Vec<String>) -> Option<DocumentText> {
    pages
        .iter()
        .any(|page| !page.is_empty())
        .then_some(DocumentText { pages })
}

impl WasRead {
    /// Takes over what reading told of a file's inside.
    pub(crate) fn remark(&self, remarks: &mut crate::examine::Remarks) {
        remarks.scripts |= self.scripts;
        remarks.locked |= self.locked;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_read_out_of_the_list() {
        let info = "Title: x\nJavaScript:      no\nPages:           12\nEncrypted:       yes (print:yes)\n";
        assert_eq!(fact(info, "Pages"), Some("12"));
        assert_eq!(fact(info, "JavaScript"), Some("no"));
        assert_eq!(fact(info, "Form"), None);
    }

    #[test]
    fn a_page_of_stray_marks_is_a_picture() {
        assert!(has_few_letters("· — 1"));
        assert!(!has_few_letters("Työkyky arvioidaan uudelleen keväällä"));
        assert_eq!(kept(vec![String::new(), String::new()]), None);
    }
}
