//! What a file is, by what it holds: its name and what a browser says of it are only claims.

polku_desk::named_states! {
    /// The kinds of file that are taken in.
    pub enum FileKind {
        /// PDF.
        Pdf = "pdf",
        /// A JPEG picture.
        Jpeg = "jpeg",
        /// A PNG picture.
        Png = "png",
        /// A WebP picture.
        Webp = "webp",
        /// A TIFF picture, as scanners make.
        Tiff = "tiff",
        /// A picture of a phone (HEIC).
        Heic = "heic",
        /// A Word document: kept, never opened here.
        Docx = "docx",
        /// An `OpenDocument` text: kept, never opened here.
        Odt = "odt",
    }
}

/// What the first bytes of a file tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sniffed {
    /// A kind that is known by them.
    Known(FileKind),
    /// An archive, in which a text document may be.
    Archive,
}

/// So many first bytes are enough.
pub(crate) const HEAD: usize = 4096;

/// What a file chooser offers.
pub(crate) const ACCEPT: &str = ".pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff,.heic,.heif,.docx,.odt";

impl FileKind {
    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Tiff => "image/tiff",
            Self::Heic => "image/heic",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
        }
    }

    /// The end of a file's name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Tiff => "tif",
            Self::Heic => "heic",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }

    /// Whether it is a picture.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        matches!(
            self,
            Self::Jpeg | Self::Png | Self::Webp | Self::Tiff | Self::Heic
        )
    }

    /// Whether its pages can be shown and read here.
    #[must_use]
    pub const fn is_shown(self) -> bool {
        !matches!(self, Self::Docx | Self::Odt)
    }

    /// The kind that a file's name claims; none when it claims nothing that is taken in.
    fn of_extension(extension: &str) -> Option<Self> {
        Some(match extension {
            "pdf" => Self::Pdf,
            "jpg" | "jpeg" | "jpe" | "jfif" => Self::Jpeg,
            "png" => Self::Png,
            "webp" => Self::Webp,
            "tif" | "tiff" => Self::Tiff,
            "heic" | "heif" | "hif" => Self::Heic,
            "docx" => Self::Docx,
            "odt" => Self::Odt,
            _ => return None,
        })
    }

    /// Whether a file of this kind is what its name says. A name without an end says nothing.
    pub(crate) fn agrees_with(self, file_name: &str) -> bool {
        match file_name.rsplit_once('.') {
            None => true,
            Some((_, extension)) => Self::of_extension(&extension.to_lowercase()) == Some(self),
        }
    }
}

/// What the first bytes tell; none when it is nothing that is taken in.
pub(crate) fn sniff(head: &[u8]) -> Option<Sniffed> {
    Some(match infer::get(head)?.mime_type() {
        "application/pdf" => Sniffed::Known(FileKind::Pdf),
        "image/jpeg" => Sniffed::Known(FileKind::Jpeg),
        "image/png" => Sniffed::Known(FileKind::Png),
        "image/webp" => Sniffed::Known(FileKind::Webp),
        "image/tiff" => Sniffed::Known(FileKind::Tiff),
        "image/heif" | "image/heic" => Sniffed::Known(FileKind::Heic),
        "application/zip"
        | "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        | "application/vnd.oasis.opendocument.text" => Sniffed::Archive,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_it_holds() {
        assert_eq!(sniff(b"%PDF-1.7\n"), Some(Sniffed::Known(FileKind::Pdf)));
        assert_eq!(
            sniff(&[0xff, 0xd8, 0xff, 0xe0, 0, 16]),
            Some(Sniffed::Known(FileKind::Jpeg))
        );
        assert_eq!(sniff(b"PK\x03\x04rest of it"), Some(Sniffed::Archive));
        let of_phone = b"\0\0\0\x1cftypheic\0\0\0\0mif1heicmiaf\0\0\0\x08meta";
        assert_eq!(sniff(of_phone), Some(Sniffed::Known(FileKind::Heic)));
        for refused in [
            &b"MZ\x90\x00"[..],
            b"<html><script>",
            b"<svg xmlns=",
            b"",
            b"plain",
        ] {
            assert_eq!(sniff(refused), None, "{refused:?}");
        }
    }

    #[test]
    fn a_name_that_says_something_else_is_a_lie() {
        assert!(FileKind::Pdf.agrees_with("Todistus.PDF"));
        assert!(FileKind::Jpeg.agrees_with("kuva.jpeg") && FileKind::Jpeg.agrees_with("kuva"));
        for lie in ["kuva.png", "kuva.pdf.exe", "kuva."] {
            assert!(!FileKind::Jpeg.agrees_with(lie), "{lie}");
        }
    }
}
