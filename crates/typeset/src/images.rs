//! What images may hold. A PNG may be as large as an office's scan of a page; an SVG is one of our own charts.

use thiserror::Error;

use crate::{TypesetError, clean};

/// The most images of a document.
pub const MOST_IMAGES: usize = 64;

/// The largest image, in bytes.
pub const LARGEST_IMAGE: usize = 8 * 1024 * 1024;

/// The most pixels of a PNG: an A4 page at 400 dots an inch has 15 million.
pub const MOST_PIXELS: u64 = 24_000_000;

/// What is wrong with an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ImageError {
    /// It is neither a PNG nor an SVG.
    #[error("it is neither PNG nor SVG")]
    Kind,
    /// It has more bytes than [`LARGEST_IMAGE`].
    #[error("it has too many bytes")]
    Bytes,
    /// It has more pixels than [`MOST_PIXELS`], or none.
    #[error("it has too many pixels, or none")]
    Pixels,
    /// An SVG that isn't text in UTF-8, or brings other images or foreign objects with it.
    #[error("the SVG holds what a chart has no need of")]
    Content,
}

/// Checks all, and gives their names in order.
pub fn check(images: &[(String, Vec<u8>)]) -> Result<Vec<String>, TypesetError> {
    if images.len() > MOST_IMAGES {
        return Err(TypesetError::TooManyImages);
    }
    let mut names = Vec::with_capacity(images.len());
    for (index, (name, bytes)) in images.iter().enumerate() {
        let number = index + 1;
        check_one(bytes).map_err(|why| TypesetError::Image { number, why })?;
        names.push(clean::line(name));
    }
    Ok(names)
}

fn check_one(bytes: &[u8]) -> Result<(), ImageError> {
    if bytes.len() > LARGEST_IMAGE {
        return Err(ImageError::Bytes);
    }
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => check_png(bytes),
        [b'<', ..] => check_svg(bytes),
        _ => Err(ImageError::Kind),
    }
}

/// The first chunk tells width and height (PNG, third edition, 11.2.1).
fn check_png(bytes: &[u8]) -> Result<(), ImageError> {
    let side = |at: usize| -> Option<u64> {
        let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four).into())
    };
    match (bytes.get(12..16), side(16), side(20)) {
        (Some(b"IHDR"), Some(width), Some(height)) => match width * height {
            1..=MOST_PIXELS => Ok(()),
            _ => Err(ImageError::Pixels),
        },
        _ => Err(ImageError::Kind),
    }
}

fn check_svg(bytes: &[u8]) -> Result<(), ImageError> {
    let text = std::str::from_utf8(bytes).map_err(|_| ImageError::Content)?;
    let foreign = [
        "<image",
        "<foreignObject",
        "<!DOCTYPE",
        "<!ENTITY",
        "<feImage",
        ":image",
    ];
    if foreign.iter().any(|part| text.contains(part)) {
        return Err(ImageError::Content);
    }
    Ok(())
}

/// The bytes that are printed: an SVG with its texts clean, a PNG as it is.
pub fn printable(bytes: &[u8]) -> Vec<u8> {
    match std::str::from_utf8(bytes) {
        Ok(svg) if svg.starts_with('<') => clean::text(svg).replace('\u{200B}', "").into_bytes(),
        _ => bytes.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        file.extend(width.to_be_bytes());
        file.extend(height.to_be_bytes());
        file
    }

    #[test]
    fn kinds_and_sizes_are_told_from_the_first_bytes() {
        assert_eq!(check_one(&png(2480, 3508)), Ok(()));
        assert_eq!(check_one(&png(60_000, 60_000)), Err(ImageError::Pixels));
        assert_eq!(check_one(&png(0, 3)), Err(ImageError::Pixels));
        assert_eq!(check_one(b"\x89PNG\r\n\x1a\n"), Err(ImageError::Kind));
        assert_eq!(check_one(b"GIF89a"), Err(ImageError::Kind));
        assert_eq!(check_one(b""), Err(ImageError::Kind));
        assert_eq!(check_one(&vec![b'<'; LARGEST_IMAGE + 1]), Err(ImageError::Bytes));
    }

    #[test]
    fn a_chart_brings_nothing_with_it() {
        assert_eq!(check_one(b"<svg><title>x</title></svg>"), Ok(()));
        assert_eq!(
            check_one(b"<svg><image href='/etc/passwd'/></svg>"),
            Err(ImageError::Content)
        );
        assert_eq!(
            check_one(b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"),
            Err(ImageError::Content)
        );
        assert_eq!(check_one(b"<svg>\xff</svg>"), Err(ImageError::Content));
    }

    #[test]
    fn more_images_than_a_document_has_are_refused() {
        let many = vec![(String::new(), b"<svg/>".to_vec()); MOST_IMAGES + 1];
        assert!(matches!(check(&many), Err(TypesetError::TooManyImages)));
    }
}
