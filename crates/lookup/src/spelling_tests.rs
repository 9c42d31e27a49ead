use proptest::prelude::*;

use super::*;

fn nearness(typed: &str, word: &str) -> Option<Nearness> {
    Spelling::of(typed)?.nearness(word.as_bytes())
}

#[test]
fn one_letter_off_is_close_two_are_distant() {
    assert_eq!(nearness("virtanen", "wirtanen"), Some(Nearness::Close));
    assert_eq!(nearness("vitranen", "virtanen"), Some(Nearness::Close));
    assert_eq!(nearness("vitraneen", "virtanen"), Some(Nearness::Distant));
    assert_eq!(nearness("virtanen", "korhonen"), None);
}

#[test]
fn a_slip_is_forgiven_before_the_word_is_finished() {
    assert_eq!(nearness("vitra", "virtanen"), Some(Nearness::Distant));
    assert_eq!(nearness("дмирт", "дмитрий"), Some(Nearness::Distant));
}

#[test]
fn short_words_and_numbers_have_no_nearness() {
    assert!(Spelling::of("aki").is_none());
    assert!(Spelling::of("010594y9032").is_none());
}

proptest! {
    #[test]
    fn distances_agree_with_the_textbook(typed in "[abcä]{4,12}", word in "[abcä]{0,14}") {
        let spelling = Spelling::of(&typed).unwrap();
        let letters: Vec<char> = word.chars().collect();
        let to = |length: usize| strsim::osa_distance(&typed, &letters[..length].iter().collect::<String>());
        let distances = spelling.distances(word.as_bytes());
        let reach = letters.len().min(spelling.length + spelling.tolerance);
        let near = |distance: &usize| *distance <= spelling.tolerance;
        prop_assert_eq!(Some(distances.beginning).filter(near), (0..=reach).map(to).min().filter(near));
        let whole = (reach == letters.len()).then(|| to(reach));
        prop_assert_eq!(distances.whole.filter(near), whole.filter(near));
    }

    #[test]
    fn the_quick_look_at_letters_refuses_nothing_within_tolerance(typed in "[a-eä]{4,9}", word in "[a-eä]{0,11}") {
        let spelling = Spelling::of(&typed).unwrap();
        prop_assert!(spelling.nearness(word.as_bytes()).is_none() || spelling.shares_letters(letters_of(&word)));
    }
}
