//! The likeliest meaning of each column: the same word first, then a spelling of it.

use std::collections::HashSet;

use jiff::civil::Date;
use polku_profile::Field;
use polku_values::words::fold;

use super::{Meaning, SheetKind, SheetOutline, header::FEWEST_DAYS, words::WORDS};

/// As alike as `sukunimmi` and `sukunimi`; `nimi` and `kunta` are far from it.
const ALIKE: f64 = 0.93;
/// Shorter words are too easily alike.
const SHORTEST_ALIKE: usize = 5;

/// What a sheet seems to hold.
pub(crate) fn guessed_kind(sheet: &SheetOutline, today: Date) -> SheetKind {
    if sheet.days(today).len() >= FEWEST_DAYS {
        return SheetKind::Attendance;
    }
    let as_kind = |kind| -> HashSet<Meaning> { guessed_columns(sheet, kind, today).into_iter().collect() };
    let diary = as_kind(SheetKind::Diary);
    if diary.contains(&Meaning::EntryText) && diary.contains(&Meaning::EntryDate) && names_somebody(&diary) {
        return SheetKind::Diary;
    }
    let clients = as_kind(SheetKind::Clients);
    let is_client = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::FullName | Meaning::Field(Field::LastName | Field::FirstNames | Field::IdentityCode)
        )
    };
    if clients.iter().any(is_client) {
        SheetKind::Clients
    } else {
        SheetKind::Nothing
    }
}

/// Whether the columns say whose each row is.
pub(super) fn names_somebody(columns: &HashSet<Meaning>) -> bool {
    [
        Meaning::Number,
        Meaning::FullName,
        Meaning::Who,
        Meaning::Field(Field::IdentityCode),
    ]
    .iter()
    .any(|meaning| columns.contains(meaning))
}

/// What each column of a sheet of a kind seems to mean. A meaning that cannot repeat goes to the column that says it
/// best, the leftmost among equals.
pub(crate) fn guessed_columns(sheet: &SheetOutline, kind: SheetKind, today: Date) -> Vec<Meaning> {
    let mut columns = vec![Meaning::Skip; sheet.header.len()];
    let mut taken = HashSet::new();
    if kind == SheetKind::Attendance {
        for (column, _) in sheet.days(today) {
            columns[column] = Meaning::Day;
        }
    }
    for find in [same_word as fn(&str, SheetKind) -> Vec<Meaning>, alike_word] {
        for (column, heading) in sheet.header.iter().enumerate() {
            if columns[column] != Meaning::Skip || heading.is_empty() {
                continue;
            }
            let free = |meaning: &Meaning| meaning.may_repeat() || !taken.contains(meaning);
            if let Some(meaning) = find(&fold(heading), kind).into_iter().find(free) {
                columns[column] = meaning;
                taken.insert(meaning);
            }
        }
    }
    columns
}

fn same_word(heading: &str, kind: SheetKind) -> Vec<Meaning> {
    let known = WORDS.get(heading).map_or(&[][..], Vec::as_slice);
    fitting(known, kind)
}

fn alike_word(heading: &str, kind: SheetKind) -> Vec<Meaning> {
    if heading.chars().count() < SHORTEST_ALIKE {
        return Vec::new();
    }
    let likeness = |word: &str| strsim::jaro_winkler(heading, word);
    let mut alike: Vec<(f64, &String)> = WORDS
        .iter()
        .filter(|(word, meanings)| {
            word.chars().count() >= SHORTEST_ALIKE && !fitting(meanings, kind).is_empty()
        })
        .map(|(word, _)| (likeness(word), word))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    // Words of equal likeness in the order of the alphabet: the same file is always read the same way.
    alike.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(other.1)));
    alike
        .first()
        .map(|(_, word)| same_word(word, kind))
        .unwrap_or_default()
}

fn fitting(meanings: &[Meaning], kind: SheetKind) -> Vec<Meaning> {
    let mut fitting: Vec<Meaning> = meanings
        .iter()
        .copied()
        .filter(|meaning| meaning.fits(kind))
        .collect();
    // Where a column may hold a number or a name, it is not taken for a name alone.
    fitting.sort_by_key(|meaning| *meaning != Meaning::Who);
    fitting
}
