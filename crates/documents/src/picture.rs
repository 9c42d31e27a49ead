//! Drawing a picture anew, within limits: what is shown is what this program drew, never the file itself.

use std::io::{BufReader, Cursor, Read, Seek};

use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, imageops::FilterType};

use crate::{examine::is_too_large, kind::FileKind};

/// The most memory for drawing one picture.
const MEMORY: u64 = 512 * 1024 * 1024;

/// For what a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// To be looked at.
    Screen,
    /// To be read by a program.
    Reading,
}

impl Use {
    const fn longest_side(self) -> u32 {
        match self {
            Self::Screen => 1_600,
            Self::Reading => 3_500,
        }
    }
}

/// Draws a picture as a PNG, upright and no larger than its use needs; nothing when it cannot be drawn.
pub(crate) fn draw(content: impl Read + Seek, kind: FileKind, for_what: Use) -> Option<Vec<u8>> {
    let format = match kind {
        FileKind::Jpeg => ImageFormat::Jpeg,
        FileKind::Png => ImageFormat::Png,
        FileKind::Webp => ImageFormat::WebP,
        FileKind::Tiff => ImageFormat::Tiff,
        FileKind::Pdf | FileKind::Heic | FileKind::Docx | FileKind::Odt => return None,
    };
    let mut reader = ImageReader::with_format(BufReader::new(content), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if is_too_large(width, height) {
        return None;
    }
    let upright = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    let longest = for_what.longest_side();
    if picture.width().max(picture.height()) > longest {
        picture = match for_what {
            Use::Screen => picture.thumbnail(longest, longest),
            Use::Reading => picture.resize(longest, longest, FilterType::Triangle),
        };
    }
    if let Some(upright) = upright {
        picture.apply_orientation(upright);
    }
    let picture = match for_what {
        Use::Screen => DynamicImage::ImageRgb8(picture.into_rgb8()),
        Use::Reading => DynamicImage::ImageLuma8(picture.into_luma8()),
    };
    let mut drawn = Cursor::new(Vec::new());
    picture.write_to(&mut drawn, ImageFormat::Png).ok()?;
    Some(drawn.into_inner())
}

#[cfg(test)]
mod tests {
    use image::RgbImage;

    use super::*;

    fn picture(width: u32, height: u32) -> Cursor<Vec<u8>> {
        let mut bytes = Cursor::new(Vec::new());
        RgbImage::new(width, height)
            .write_to(&mut bytes, ImageFormat::Jpeg)
            .expect("a picture");
        bytes.set_position(0);
        bytes
    }

    #[test]
    fn a_picture_is_drawn_no_larger_than_needed() {
        let drawn = draw(picture(4_000, 100), FileKind::Jpeg, Use::Screen).expect("drawn");
        let drawn = image::load_from_memory(&drawn).expect("a picture");
        assert_eq!((drawn.width(), drawn.height()), (1_600, 40));
    }

    #[test]
    fn a_torn_picture_is_not_drawn() {
        let whole = picture(400, 400).into_inner();
        let torn = Cursor::new(whole[..whole.len() / 2].to_vec());
        let other = Cursor::new(whole);
        assert_eq!(draw(other, FileKind::Png, Use::Reading), None, "of another kind");
        // Half a JPEG may be drawn with its lower half grey: that is the decoder's to say, but it never falls.
        let _ = draw(torn, FileKind::Jpeg, Use::Reading);
    }
}
