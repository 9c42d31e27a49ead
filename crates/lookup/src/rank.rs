//! How well a person's names answer to what was typed.

/// How well a word of a name answers to a typed word, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// Begins with it, diacritics alike.
    Prefix,
    /// Begins with it, diacritics aside.
    PrefixFolded,
    /// Has it inside, diacritics alike.
    Part,
    /// Has it inside, diacritics aside.
    PartFolded,
    /// One letter off.
    Close,
    /// Two letters off, or like it at the beginning.
    Distant,
}

/// Levels at which the typed letters themselves are found, best first.
pub(crate) const LITERAL: [Level; 4] = [Level::Prefix, Level::PrefixFolded, Level::Part, Level::PartFolded];

/// The level of a whole name: that of the worst answered typed word, `None` if one isn't answered at all.
///
/// `answer` tells the level at which a word (by its place in the name) answers to a typed word. Each typed word
/// wants a word of its own: "mari m" is Mari Mäkinen first, and Mari Aalto only as someone who has an m somewhere.
pub(crate) fn level(
    typed: usize,
    words: usize,
    answer: impl Fn(usize, usize) -> Option<Level>,
) -> Option<Level> {
    let best = |typed| (0..words).filter_map(|word| answer(typed, word)).min();
    let shared = (0..typed)
        .map(best)
        .try_fold(Level::Prefix, |worst, level| Some(worst.max(level?)))?;
    if typed == 1 {
        return Some(shared);
    }
    let apart = LITERAL.into_iter().filter(|level| *level >= shared);
    let apart = apart
        .take_while(|level| *level < Level::PartFolded)
        .find(|level| {
            let answers = |typed, word| answer(typed, word).is_some_and(|found| found <= *level);
            each_has_its_own(0, typed, 0, words.min(64), &answers)
        });
    Some(apart.unwrap_or(shared.max(Level::PartFolded)))
}

/// Whether every typed word from `next` on can have a word that isn't `taken`.
fn each_has_its_own(
    next: usize,
    typed: usize,
    taken: u64,
    words: usize,
    answers: &impl Fn(usize, usize) -> bool,
) -> bool {
    next == typed
        || (0..words).any(|word| {
            taken & 1 << word == 0
                && answers(next, word)
                && each_has_its_own(next + 1, typed, taken | 1 << word, words, answers)
        })
}
