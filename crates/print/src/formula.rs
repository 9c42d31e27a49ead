//! Text that a spreadsheet could take for a formula, and how it is kept from that.
//!
//! A cell that begins with `=`, `+`, `-` or `@`, or with a tab or line break before whatever follows, can
//! be run as a formula when a CSV is opened (OWASP, "CSV Injection"). Full-width, small and
//! mathematical variants of the signs count too, since some input methods and spreadsheets turn them
//! into the plain ones, and so do signs behind spaces or invisible characters.
//!
//! Such text gets an apostrophe in front, which spreadsheets show as part of the text in a CSV. So that
//! an import can tell it from an apostrophe that was there before, text that begins with apostrophes
//! and then reads as a formula gets one more; [`restored`] takes exactly one away.

use std::borrow::Cow;

/// Signs that begin a formula: plain, full-width, small, and the mathematical minus.
const SIGNS: &[char] = &[
    '=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '\u{2212}',
];

/// Whether a spreadsheet could take the text for a formula, setting leading apostrophes aside.
#[must_use]
pub fn reads_as_formula(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    text.starts_with(['\t', '\r', '\n']) || text.trim_start_matches(leaves_no_mark).starts_with(SIGNS)
}

/// The text as it may stand in a CSV: with an apostrophe in front if it reads as a formula.
#[must_use]
pub fn neutralised(text: &str) -> Cow<'_, str> {
    if reads_as_formula(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that [`neutralised`] was given.
#[must_use]
pub fn restored(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(original) if reads_as_formula(text) => original,
        _ => text,
    }
}

/// Spaces, control characters and the invisible ones of Unicode that guide joining and direction.
fn leaves_no_mark(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}
