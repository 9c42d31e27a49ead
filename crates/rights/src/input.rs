//! What the forms of this room share.

/// The most characters of a name or a line.
pub(crate) const LONGEST_NAME: usize = 200;
/// The most characters of a text.
pub(crate) const LONGEST_TEXT: usize = 5_000;
/// Fewer characters than these explain a decision to nobody.
pub(crate) const SHORTEST_REASONS: usize = 15;

/// Whether reasons explain anything.
pub(crate) fn explains(reasons: &str) -> bool {
    reasons.chars().count() >= SHORTEST_REASONS
}
