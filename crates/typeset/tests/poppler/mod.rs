//! What poppler's tools read in a PDF.

use std::io::Write as _;
use std::process::Command;

/// A PDF on the disk.
pub struct File(tempfile::NamedTempFile);

impl File {
    pub fn of(bytes: &[u8]) -> Self {
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        file.write_all(bytes).expect("written");
        Self(file)
    }

    fn ask(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let output = Command::new(program)
            .args(before)
            .arg(self.0.path())
            .args(after)
            .output()
            .expect("poppler-utils is installed: `cargo xtask test` does it");
        // Poppler 22 grumbles on standard error about what ISO 32000-1 allows: `Suspects false`, border colours of cells.
        assert!(
            output.status.success(),
            "{program}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Title, author, tags, pages.
    pub fn info(&self) -> String {
        self.ask("pdfinfo", &[], &[])
    }

    /// The metadata in XMP.
    pub fn metadata(&self) -> String {
        self.ask("pdfinfo", &["-meta"], &[])
    }

    /// The tree of tags, with the texts.
    pub fn tags(&self) -> String {
        self.ask("pdfinfo", &["-struct-text"], &[])
    }

    /// The text as one copies it, without the places where a long word may break.
    pub fn text(&self) -> String {
        self.ask("pdftotext", &["-layout"], &["-"])
            .replace('\u{200B}', "")
    }

    /// Each word with its place on the page.
    pub fn places(&self) -> String {
        self.ask("pdftotext", &["-bbox"], &["-"])
    }

    /// One line a face: name, type, encoding, embedded, subset, unicode.
    pub fn faces(&self) -> Vec<String> {
        let table = self.ask("pdffonts", &[], &[]);
        table.lines().skip(2).map(str::to_owned).collect()
    }
}
