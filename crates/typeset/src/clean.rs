//! What text may hold. People type and paste anything; it is printed as text, or as a sign that something stood there.
//!
//! - Signs that control, reorder or hide text go away, tabs become spaces: what is printed is what is seen, also by a
//!   screen reader or when it is copied.
//! - Letters that are put together from parts become one, as faces have them.
//! - A sign that no face has (an emoji, say) becomes a box, since PDF/A forbids a document that lacks glyphs.
//! - Words far longer than a line get places where they may break, which copying from the document leaves out.

use serde_json::{Map, Value};
use unicode_normalization::UnicodeNormalization;

use crate::fonts::can_print;

/// Printed for what can't be.
const BOX: char = '\u{25A1}';

/// Where a line may break without a hyphen.
const MAY_BREAK: char = '\u{200B}';

/// Longer words than this many signs may break anywhere; the longest Finnish words in use are shorter.
const LONGEST_WORD: usize = 48;

/// The same data with clean texts. Keys stay: they are the templates'.
pub fn data(value: &Value) -> Value {
    match value {
        Value::String(typed) => Value::String(text(typed)),
        Value::Array(items) => Value::Array(items.iter().map(data).collect()),
        Value::Object(fields) => Value::Object(
            fields
                .iter()
                .map(|(key, field)| (key.clone(), data(field)))
                .collect::<Map<_, _>>(),
        ),
        other => other.clone(),
    }
}

/// A clean text on one line.
pub fn line(typed: &str) -> String {
    text(typed).replace('\n', " ")
}

/// A clean text; its line breaks stay.
pub fn text(typed: &str) -> String {
    let mut clean = String::with_capacity(typed.len());
    let mut word = 0;
    let unified = typed
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    for sign in unified.nfc().filter_map(printed) {
        if sign.is_whitespace() {
            word = 0;
        } else {
            word += 1;
            // Never between a letter and the accent on it.
            if word > LONGEST_WORD && word % 8 == 0 && !is_mark(sign) {
                clean.push(MAY_BREAK);
            }
        }
        clean.push(sign);
    }
    clean
}

/// What is printed for a sign.
fn printed(sign: char) -> Option<char> {
    match sign {
        '\n' => Some('\n'),
        '\t' | '\u{B}' | '\u{C}' | '\u{85}' => Some(' '),
        _ if sign.is_control() || is_hidden(sign) => None,
        _ if can_print(sign) => Some(sign),
        _ if sign.is_whitespace() => Some(' '),
        _ if is_mark(sign) => None,
        _ => Some(BOX),
    }
}

/// Signs without a look of their own that reorder, join, hide or vary what stands beside them, and those outside
/// characters.
fn is_hidden(sign: char) -> bool {
    matches!(sign,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFE}'..='\u{FFFF}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
        // For private use: PDF/A-2a wants a meaning for each sign.
        || matches!(sign, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Accents that stand on the sign before them.
fn is_mark(sign: char) -> bool {
    unicode_normalization::char::is_combining_mark(sign)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn what_people_type_stays() {
        let usual =
            "Äiti & isä: 12,50 €, ”hyvä” – #otsikko *tähti* _ala_ $x$ \\ @nimi <a> [b] {c}\nToinen rivi";
        assert_eq!(text(usual), usual);
        assert_eq!(text("Иван, שלום, سلام"), "Иван, שלום, سلام");
    }

    #[test]
    fn what_can_not_be_seen_goes_away() {
        assert_eq!(
            text("a\u{0}b\u{7}c\u{200B}d\u{202E}e\u{FEFF}f\u{E000}g\u{AD}h"),
            "abcdefgh"
        );
        assert_eq!(text("a\tb\r\nc\rd\u{2028}e"), "a b\nc\nd\ne");
    }

    #[test]
    fn letters_in_parts_become_one() {
        assert_eq!(text("A\u{308}iti"), "Äiti");
    }

    #[test]
    fn what_no_face_has_is_a_box() {
        assert_eq!(text("kiva \u{1F980}!"), "kiva □!");
        assert_eq!(text("漢"), "□");
    }

    #[test]
    fn a_very_long_word_may_break_and_is_otherwise_the_same() {
        let long = "x".repeat(200);
        let broken = text(&long);
        assert!(broken.split(MAY_BREAK).all(|part| part.len() <= LONGEST_WORD + 8));
        assert_eq!(broken.replace(MAY_BREAK, ""), long);
    }

    #[test]
    fn data_keeps_its_shape() {
        let given = json!({"a\u{0}": ["x\u{0}", 1, null, true, {"b": "\u{202E}y"}]});
        assert_eq!(data(&given), json!({"a\u{0}": ["x", 1, null, true, {"b": "y"}]}));
    }

    proptest! {
        #[test]
        fn nothing_unprintable_is_left(typed in any::<String>()) {
            for sign in text(&typed).chars() {
                prop_assert!(sign == '\n' || sign == ' ' || sign == MAY_BREAK || can_print(sign), "{:?}", sign);
                prop_assert!(sign == '\n' || !sign.is_control());
            }
        }
    }
}
