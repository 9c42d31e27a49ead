use super::*;

fn folded(name: &str) -> Vec<String> {
    words(name).iter().map(|word| word.folded.clone()).collect()
}

#[test]
fn finnish_and_foreign_diacritics_fold_away_but_cyrillic_stays() {
    assert_eq!(folded("Päivi Åström-Öhman"), ["paivi", "astrom", "ohman"]);
    assert_eq!(
        folded("Žofie Šůlová Weiß Søren André Łukasz"),
        ["zofie", "sulova", "weiss", "soren", "andre", "lukasz"]
    );
    assert_eq!(folded("Дмитрий Йовович"), ["дмитрий", "йовович"]);
}

#[test]
fn a_name_as_written_keeps_its_diacritics_however_they_were_encoded() {
    let decomposed = words("Pa\u{308}ivi");
    assert_eq!(decomposed[0].written, "päivi");
    assert_eq!(decomposed[0].folded, "paivi");
}

#[test]
fn hyphens_spaces_and_apostrophes_part_words_alike() {
    assert_eq!(folded("Anna-Liisa"), folded("anna liisa"));
    assert_eq!(folded("O’Brien"), folded("o'brien"));
    assert_eq!(folded(" .. "), Vec::<String>::new());
}

#[test]
fn linked_words_are_known_also_as_one() {
    let joined: Vec<String> = compounds("Anna-Liisa O'Brien Malli")
        .iter()
        .map(|word| word.folded.clone())
        .collect();
    assert_eq!(joined, ["annaliisa", "obrien"]);
}

#[test]
fn an_endless_word_is_cut_at_a_letter() {
    assert!(words(&"ä".repeat(1000))[0].written.len() <= LONGEST);
}
