//! The values of the field: identity codes, business ids, accounts, phones, dates, periods, code lists and
//! law as dated data. Everything here is pure: no input or output, no clock, no randomness.
//!
//! Where a rule is found:
//! - a person's identifiers and contacts: [`identity_code`], [`phone`], [`email`], [`postal_code`], [`iban`];
//! - an organisation's: [`business_id`];
//! - days, spans of days, hours and weeks: [`dates`];
//! - words with a code behind them: [`code_lists`] and [`service`], read tolerantly through [`words`];
//! - the attendance grid: [`attendance`];
//! - what an act of parliament limits, and since when: [`law`].
//!
//! Every error is an enum whose `key()` names the text that tells a person what to mend (`values.ftl`), and no
//! error repeats what was typed, since errors reach logs and pages.
//!
//! To add a value: a module named after it, a type that can't hold a wrong one, `parse`, an error with keys,
//! their texts in the three languages, and properties that guard the rule.

#[macro_use]
mod text_value;
#[macro_use]
mod coded_list;

pub mod attendance;
pub mod business_id;
pub mod code_lists;
pub mod dates;
pub mod email;
pub mod iban;
pub mod identity_code;
pub mod language;
pub mod law;
pub mod money;
pub mod phone;
pub mod postal_code;
pub mod service;
pub mod words;

pub use attendance::Mark;
pub use business_id::BusinessId;
pub use dates::{DateRange, Minutes};
pub use email::EmailAddress;
pub use iban::AccountNumber;
pub use identity_code::IdentityCode;
pub use language::{InterfaceLanguage, Labels};
pub use money::Cents;
pub use phone::PhoneNumber;
pub use postal_code::PostalCode;
