//! What may stand in a payment file: letters, digits and a few signs, within the lengths that banks take.

/// The longest name of a payer or payee, in characters (EPC implementation guidelines: 70).
pub const LONGEST_NAME: usize = 70;
/// The longest message on a statement, in characters (remittance information, unstructured: 140).
pub const LONGEST_MESSAGE: usize = 140;

/// Signs beside letters and digits that every bank takes (EPC217-08, the Latin character set of SEPA).
const SIGNS: &str = "/-?:().,'+ ";

/// A text as a payment file may hold it: Latin letters (banks in Finland take å, ä and ö), digits and the signs of SEPA;
/// anything else becomes a space, and spaces are single. At most so many characters.
#[must_use]
pub fn plain(text: &str, longest: usize) -> String {
    let allowed = |sign: char| {
        let is_latin = sign.is_alphabetic() && sign < '\u{250}';
        if sign.is_ascii_digit() || is_latin || SIGNS.contains(sign) {
            sign
        } else {
            ' '
        }
    };
    let cleaned: String = text.chars().map(allowed).collect();
    let words: Vec<&str> = cleaned.split_whitespace().collect();
    let joined: String = words.join(" ").chars().take(longest).collect();
    joined.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_keep_their_letters_and_lose_what_banks_refuse() {
        assert_eq!(plain("Äijälä-Åberg, Väinö", 70), "Äijälä-Åberg, Väinö");
        assert_eq!(plain("  A\u{0}B <script>&\"\n", 70), "A B script");
        assert_eq!(plain("Иван 李", 70), "");
        assert_eq!(plain("abc def", 4), "abc");
    }

    proptest! {
        #[test]
        fn whatever_comes_in_fits(text in "\\PC{0,200}", longest in 1usize..141) {
            let plain = plain(&text, longest);
            prop_assert!(plain.chars().count() <= longest);
            prop_assert!(!plain.contains(['<', '>', '&', '\n', '\0']));
        }
    }
}
