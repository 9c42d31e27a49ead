use std::io::{Cursor, Write as _};

use image::{ImageFormat, RgbImage};
use proptest::prelude::*;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;
use crate::kind::sniff;

fn look(bytes: &[u8], name: &str) -> Result<Examined, Refusal> {
    let sniffed = sniff(bytes).ok_or(Refusal::Kind)?;
    let mut looking = Looking::at(sniffed);
    for piece in bytes.chunks(1_000) {
        looking.see(piece);
    }
    looking
        .done(&mut Cursor::new(bytes), name)
        .expect("reads from memory")
}

fn picture_of(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::new(40, 30)
        .write_to(&mut bytes, format)
        .expect("a picture");
    bytes.into_inner()
}

fn archive_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        archive.write_all(bytes).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn whole_files_are_what_they_say() {
    for (format, name, kind) in [
        (ImageFormat::Jpeg, "kuva.jpg", FileKind::Jpeg),
        (ImageFormat::Png, "kuva.png", FileKind::Png),
        (ImageFormat::WebP, "kuva.webp", FileKind::Webp),
        (ImageFormat::Tiff, "skannaus.tif", FileKind::Tiff),
    ] {
        assert_eq!(
            look(&picture_of(format), name).map(|looked| looked.kind),
            Ok(kind)
        );
    }
    let word = archive_of(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]);
    assert_eq!(
        look(&word, "kirje.docx").map(|looked| looked.kind),
        Ok(FileKind::Docx)
    );
    let mimetype = FileKind::Odt.media_type().as_bytes();
    let text = archive_of(&[("mimetype", mimetype), ("META-INF/manifest.xml", b"<x/>")]);
    assert_eq!(
        look(&text, "kirje.odt").map(|looked| looked.kind),
        Ok(FileKind::Odt)
    );
}

#[test]
fn a_file_that_lies_about_itself_is_refused() {
    assert_eq!(
        look(&picture_of(ImageFormat::Png), "todistus.pdf"),
        Err(Refusal::Lies)
    );
    assert_eq!(look(b"MZ\x90\x00 a program", "todistus.pdf"), Err(Refusal::Kind));
    let spreadsheet = archive_of(&[("xl/workbook.xml", b"<x/>")]);
    assert_eq!(look(&spreadsheet, "kirje.docx"), Err(Refusal::Kind));
    let sheet = archive_of(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<x/>"),
    ]);
    assert_eq!(look(&sheet, "kirje.odt"), Err(Refusal::Kind));
}

#[test]
fn a_torn_file_is_refused() {
    let word = archive_of(&[("word/document.xml", b"<x/>")]);
    for (bytes, name) in [
        (b"%PDF-1.4\n1 0 obj\n<< >>".to_vec(), "skannaus.pdf"),
        (picture_of(ImageFormat::Jpeg), "skannaus.jpg"),
        (picture_of(ImageFormat::Png), "skannaus.png"),
        (picture_of(ImageFormat::WebP), "skannaus.webp"),
        (word, "kirje.docx"),
    ] {
        let half = &bytes[..bytes.len() / 2 + 8];
        assert_eq!(look(half, name), Err(Refusal::Torn), "{name}");
    }
}

/// A phone's picture as its boxes are, without a picture in it.
fn of_phone() -> Vec<u8> {
    let mut file = b"\0\0\0\x1cftypheic\0\0\0\0mif1heicmiaf".to_vec();
    for (kind, inside) in [(b"meta", 40_u32), (b"mdat", 200)] {
        file.extend((inside + 8).to_be_bytes());
        file.extend(kind);
        file.resize(file.len() + inside as usize, 7);
    }
    file
}

#[test]
fn a_phones_picture_is_whole_when_its_boxes_fill_it() {
    let whole = of_phone();
    let looked = look(&whole, "IMG_0001.HEIC").map(|looked| looked.kind);
    assert_eq!(looked, Ok(FileKind::Heic));
    assert_eq!(look(&whole, "kuva.jpg"), Err(Refusal::Lies));
    for torn in [&whole[..whole.len() - 1], &whole[..100], &whole[..28]] {
        assert_eq!(look(torn, "kuva.heic"), Err(Refusal::Torn), "{}", torn.len());
    }
    let mut endless = whole.clone();
    // The box of the picture goes on to the end; the one before it says that it is larger than any file.
    endless[76..80].copy_from_slice(&[0; 4]);
    assert!(look(&endless, "kuva.heic").is_ok());
    endless[28..32].copy_from_slice(&[0xff; 4]);
    assert_eq!(look(&endless, "kuva.heic"), Err(Refusal::Torn));
}

#[test]
fn scripts_and_launches_of_a_pdf_are_remarked() {
    let pdf =
        b"%PDF-1.4\n<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> /AA << /S /Launch >> >>\n%%EOF\n";
    let remarks = look(pdf, "x.pdf").expect("a document").remarks;
    assert!(remarks.scripts && remarks.launches && !remarks.locked);
    assert_eq!(remarks.keys().count(), 2);
}

#[test]
fn a_word_that_lies_across_two_windows_is_found() {
    let mut pdf = b"%PDF-1.4\n".to_vec();
    pdf.resize(64 * 1024 - 4, b' ');
    pdf.extend_from_slice(b"/Launch \n%%EOF\n");
    assert!(look(&pdf, "x.pdf").expect("a document").remarks.launches);
}

#[test]
fn a_bomb_is_refused_unopened() {
    let zeroes = vec![0_u8; 1024 * 1024];
    let names: Vec<String> = (0..600)
        .map(|number| format!("word/media/{number}.png"))
        .collect();
    let mut parts: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), zeroes.as_slice()))
        .collect();
    parts.push(("word/document.xml", b"<x/>"));
    let bomb = archive_of(&parts);
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(look(&bomb, "kirje.docx"), Err(Refusal::Bomb));
}

#[test]
fn a_picture_that_states_too_many_points_is_refused_undrawn() {
    let mut png = picture_of(ImageFormat::Png);
    // Width and height stand right after the head's name; its check sum follows them.
    png[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
    let sum = crc(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(look(&png, "kuva.png"), Err(Refusal::Pixels));
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                (crc >> 1) ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        })
    };
    !bytes.iter().fold(u32::MAX, step)
}

proptest! {
    #[test]
    fn no_bytes_make_it_fall(head in prop::sample::select(vec![
        &b"%PDF-1.4\n"[..], b"PK\x03\x04", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBPVP8 ", b"II*\0",
        b"\0\0\0\x1cftypheic\0\0\0\0mif1heicmiaf",
    ]), rest in prop::collection::vec(any::<u8>(), 0..2000)) {
        let mut bytes = head.to_vec();
        bytes.extend(rest);
        let _ = look(&bytes, "x");
    }
}
