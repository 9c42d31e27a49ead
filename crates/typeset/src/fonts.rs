//! The faces that come with the product. None of the system's is used: a document looks the same everywhere.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The faces, the first of each family that covers a sign being the one that is used.
pub struct Faces {
    /// What Typst chooses from.
    pub book: LazyHash<FontBook>,
    /// In the order of the book.
    pub fonts: Vec<Font>,
}

/// Read once: parsing them takes some milliseconds.
pub static FACES: LazyLock<Faces> = LazyLock::new(|| {
    let files: [&'static [u8]; 4] = [
        include_bytes!("../vendor/source-sans-3/SourceSans3-Regular.ttf"),
        include_bytes!("../vendor/source-sans-3/SourceSans3-It.ttf"),
        include_bytes!("../vendor/source-sans-3/SourceSans3-Semibold.ttf"),
        include_bytes!("../vendor/dejavu-sans/DejaVuSans.ttf"),
    ];
    let fonts: Vec<Font> = files
        .into_iter()
        .flat_map(|file| Font::iter(Bytes::new(file)))
        .collect();
    Faces {
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// Whether some face has a glyph for the sign. PDF/A forbids printing one that none has.
pub fn can_print(sign: char) -> bool {
    let covered = |font: &Font| font.info().coverage.contains(sign.into());
    // Regular Source Sans and DejaVu Sans: the other cuts cover less, and Typst falls back to these.
    sign.is_ascii_graphic() || FACES.fonts.iter().any(covered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read_as_a_face() {
        let families: Vec<_> = FACES
            .fonts
            .iter()
            .map(|font| font.info().family.clone())
            .collect();
        assert_eq!(
            families,
            ["Source Sans 3", "Source Sans 3", "Source Sans 3", "DejaVu Sans"]
        );
    }

    #[test]
    fn the_letters_of_our_languages_and_neighbours_are_there() {
        for sign in "æøåäöÆØÅÄÖšžŠŽõüßčđŋŧéñçğışłъЖאبა€–”…☐☑".chars()
        {
            assert!(can_print(sign), "{sign}");
        }
        assert!(!can_print('\u{1F980}'), "a crab");
    }
}
