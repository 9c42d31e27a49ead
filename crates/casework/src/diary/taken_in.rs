//! Entries that an import takes in from an older diary.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Write};

use super::{
    entry::{EntryKind, Telling, Wording},
    rules, store,
};

/// Whether an old entry, signed by its author, can be one of ours; else the key of what to say.
pub(crate) fn may_take_in(text: &str, author: &str) -> Result<(), &'static str> {
    rules::text(&signed(text, author))
}

/// Stores an entry of an older diary under its own day. Whoever imports it stands in the log and as the writer of the
/// row; who wrote it then is signed in the text, since they need have no account here.
pub(crate) async fn take_in(
    grant: &Granted<'_, Client, Write>,
    dated: Date,
    text: &str,
    author: &str,
) -> polku_desk::Result<()> {
    let telling = Telling {
        dated,
        kind: EntryKind::Note,
        contact: None,
        wording: Wording {
            text: signed(text, author),
            goals: Vec::new(),
            reason: String::new(),
        },
    };
    store::insert(grant, grant.visit().new_id(), &telling).await
}

fn signed(text: &str, author: &str) -> String {
    if author.is_empty() {
        text.to_owned()
    } else {
        format!("{text}\n\n– {author}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_entry_keeps_who_wrote_it() {
        assert_eq!(signed("Kävi verstaalla.", "TV"), "Kävi verstaalla.\n\n– TV");
        assert_eq!(signed("Kävi verstaalla.", ""), "Kävi verstaalla.");
    }

    #[test]
    fn the_signature_counts_in_the_length_of_an_entry() {
        let longest = "a".repeat(rules::LONGEST_TEXT);
        assert_eq!(may_take_in(&longest, ""), Ok(()));
        assert_eq!(may_take_in(&longest, "TV"), Err("diary-text-long"));
    }
}
