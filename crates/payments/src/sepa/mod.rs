//! A payment file for a bank: ISO 20022 `pain.001.001.09`, as Finnish banks take it for SEPA credit transfers.
//!
//! It holds what a bank needs and nothing more: no diagnosis, no measure, no name of a service. Each client's statement
//! shows the payer's neutral message. The file is one batch, so that the payer's own statement shows one sum.
//!
//! - [`write()`]: the XML; [`text`]: what may stand in it.

mod text;
mod xml;

use jiff::civil::{Date, DateTime};
use polku_values::{AccountNumber, Cents};
use thiserror::Error;

pub use text::{LONGEST_MESSAGE, LONGEST_NAME, plain};
pub use xml::write;

/// A file of payments from one account on one day.
#[derive(Debug)]
pub struct PaymentFile {
    /// The file's own id, at most 35 characters: the bank refuses a second file of the same.
    pub id: String,
    /// When it was made, in Finland.
    pub made: DateTime,
    /// Who pays.
    pub payer: Payer,
    /// On which day the bank pays.
    pub bank_day: Date,
    /// The payments.
    pub payments: Vec<Payment>,
}

/// Who pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    /// The organisation's name.
    pub name: String,
    /// Its account.
    pub account: AccountNumber,
    /// The number by which its bank knows who sends (maksupalvelutunnus); empty when the bank wants none.
    pub service_id: String,
    /// What stands on each statement.
    pub message: String,
}

/// A payment to one person.
pub struct Payment {
    /// The payment's own id, at most 35 characters; it names nobody.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// The person's account.
    pub account: AccountNumber,
    /// How much: more than nothing.
    pub amount: Cents,
}

impl std::fmt::Debug for Payment {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Payment")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// Why there is no file. The message names nobody.
#[derive(Debug, Error)]
pub enum SepaError {
    /// There is nothing to pay.
    #[error("a payment file without payments")]
    Empty,
    /// An amount is not more than nothing, or more than a file can hold.
    #[error("an amount that cannot be paid")]
    Amount,
    /// An id is empty or longer than 35 characters, or a name or message is empty.
    #[error("a text that a payment file cannot hold: {0}")]
    Text(&'static str),
    /// The XML could not be written.
    #[error("the payment file can't be written")]
    Xml(#[from] std::io::Error),
}
