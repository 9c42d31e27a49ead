//! What the bytes of a text file mean: Unicode when they can be, else the Western code page of Windows.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Unreadable;

/// The text of a file. A byte order mark decides; without one, bytes that are valid UTF-8 are that, since words with
/// `ä` and `ö` in another code page hardly ever are.
pub(super) fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0,
        None => unmarked(bytes),
    };
    if text.contains(is_binary) {
        return Err(Unreadable::OtherKind);
    }
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(text)
}

fn unmarked(bytes: &[u8]) -> Cow<'_, str> {
    let nulls_at = |remainder: usize| {
        bytes
            .iter()
            .take(64)
            .skip(remainder)
            .step_by(2)
            .all(|byte| *byte == 0)
    };
    // Spreadsheets save "Unicode text" without a mark at times: every other byte of its first letters is nought.
    if bytes.len() > 8 && nulls_at(1) {
        return UTF_16LE.decode_without_bom_handling(bytes).0;
    }
    if bytes.len() > 8 && nulls_at(0) {
        return UTF_16BE.decode_without_bom_handling(bytes).0;
    }
    UTF_8
        .decode_without_bom_handling_and_without_replacement(bytes)
        .unwrap_or_else(|| WINDOWS_1252.decode_without_bom_handling(bytes).0)
}

/// Characters that no list of people has, and every picture and program does.
fn is_binary(character: char) -> bool {
    character.is_control()
        && !matches!(
            character,
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{80}'..='\u{9f}'
        )
}
