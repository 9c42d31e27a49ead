//! Checking: every row of a file is imported, known from before, or listed with its reason.
//!
//! A row is kept out when it cannot be said whose it is or what it says: no name, an identity code that is wrong, an
//! entry without a day. A cell that cannot be used beside that is left out alone, and the row comes in with a remark.
//! docs/import.md tells which is which. Nothing here repeats what a cell holds.
//!
//! - [`survey`]: who is in the file: names, codes and numbers only, for each row in order;
//! - [`directory`]: whom a row means, among the file's people and the register's;
//! - [`client`], [`attendance`], [`diary`]: one row in full.

pub(crate) mod attendance;
mod cell;
pub(crate) mod client;
pub(crate) mod diary;
pub(crate) mod directory;
pub(crate) mod relationship;
pub(crate) mod survey;

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use jiff::civil::Date;
use polku_desk::AccountId;
use polku_profile::Profile;

use crate::clients::Origin;

polku_desk::named_states! {
    /// What a finding means for its row.
    pub(crate) enum Weight {
        /// The row is not imported.
        Refused = "refused",
        /// The row is imported; something in it is not, or is to be known.
        Remark = "remark",
        /// What the row says is in the register already.
        Known = "known",
    }
}

/// Something to be said about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// The place of the sheet in the file.
    pub(crate) sheet: usize,
    /// The row's number, as a spreadsheet shows it.
    pub(crate) row: u32,
    /// The column that it is about.
    pub(crate) column: Option<usize>,
    /// What it means for the row.
    pub(crate) weight: Weight,
    /// The key of the text that says it.
    pub(crate) key: Cow<'static, str>,
    /// Another row that the text names.
    pub(crate) other: Option<u32>,
}

/// Where a finding belongs while a row is being read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At {
    /// The place of the sheet in the file.
    pub(crate) sheet: usize,
    /// The row's number.
    pub(crate) row: u32,
}

impl At {
    /// The row is not imported.
    pub(crate) fn refused(self, column: Option<usize>, key: &'static str) -> Finding {
        self.finding(Weight::Refused, column, key)
    }

    /// The row is imported, and this is to be known.
    pub(crate) fn remark(self, column: Option<usize>, key: &'static str) -> Finding {
        self.finding(Weight::Remark, column, key)
    }

    /// What the row says is there already.
    pub(crate) fn known(self, key: &'static str) -> Finding {
        self.finding(Weight::Known, None, key)
    }

    fn finding(self, weight: Weight, column: Option<usize>, key: &'static str) -> Finding {
        Finding {
            sheet: self.sheet,
            row: self.row,
            column,
            weight,
            key: Cow::Borrowed(key),
            other: None,
        }
    }
}

impl Finding {
    /// Names another row in the text.
    pub(crate) fn with_row(mut self, other: u32) -> Self {
        self.other = Some(other);
        self
    }
}

/// What checking goes by.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    /// What the register has.
    pub(crate) profile: Arc<Profile>,
    /// The date of the import.
    pub(crate) today: Date,
    /// Where each piece of information came from (A5).
    pub(crate) origin: Origin,
    /// The register's workers by their folded names.
    pub(crate) workers: HashMap<String, AccountId>,
}

#[cfg(test)]
#[path = "../checking_tests/mod.rs"]
mod tests;
