//! For programs: the notice as it is, with the schema's address of this product's version.

use crate::Notice;

/// The notice as JSON with line breaks.
///
/// # Errors
/// Never for what this crate composes; `serde_json` has the last word.
pub fn json(notice: &Notice) -> serde_json::Result<String> {
    serde_json::to_string_pretty(notice)
}
