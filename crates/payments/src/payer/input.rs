//! The payer as it is typed.

use polku_values::AccountNumber;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::sepa::{LONGEST_MESSAGE, LONGEST_NAME, Payer, plain};

/// Who pays, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct PayerInput {
    /// The organisation's name.
    pub(super) name: String,
    /// Its account, an IBAN.
    pub(super) account: String,
    /// The number by which its bank knows who sends; may be empty.
    pub(super) service_id: String,
    /// What stands on each client's statement.
    pub(super) message: String,
}

impl PayerInput {
    /// The payer, when a bank takes it so.
    pub(super) fn check(&self) -> Result<Payer, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let name = taken(&mut wrong, "name", &self.name, LONGEST_NAME);
        let message = taken(&mut wrong, "message", &self.message, LONGEST_MESSAGE);
        let account = AccountNumber::parse(&self.account).map_err(|error| error.key());
        let account = wrong.keep("account", account);
        let service_id = self.service_id.trim().to_owned();
        let is_id = service_id.len() <= 35 && service_id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        wrong.note(
            "service_id",
            if is_id {
                Ok(())
            } else {
                Err("payer-service-id-shape")
            },
        );
        wrong.finish(|| {
            Some(Payer {
                name: name?,
                account: account?,
                service_id,
                message: message?,
            })
        })
    }
}

/// A text that a bank takes as it is: what it would lose is told rather than lost.
fn taken(wrong: &mut ToMend, field: &'static str, typed: &str, longest: usize) -> Option<String> {
    let typed = typed.trim();
    let read = if typed.is_empty() {
        Err("payer-missing")
    } else if typed.chars().count() > longest {
        Err("payer-too-long")
    } else if plain(typed, longest) == typed {
        Ok(typed.to_owned())
    } else {
        Err("payer-signs")
    };
    wrong.keep(field, read)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(name: &str, account: &str, service_id: &str, message: &str) -> Result<Payer, Vec<&'static str>> {
        let input = PayerInput {
            name: name.to_owned(),
            account: account.to_owned(),
            service_id: service_id.to_owned(),
            message: message.to_owned(),
        };
        input
            .check()
            .map_err(|wrong| wrong.iter().map(|invalid| invalid.key).collect())
    }

    #[test]
    fn a_payer_is_taken_as_a_bank_takes_it_a2() {
        let payer = typed(" Säätiö ", "fi21 1234 5600 0007 85", "", "Maksu").expect("a payer");
        assert_eq!(
            (payer.name.as_str(), payer.account.as_str()),
            ("Säätiö", "FI2112345600000785")
        );
        assert_eq!(
            typed("", "FI2112345600000785", "", "Maksu"),
            Err(vec!["payer-missing"])
        );
        assert_eq!(
            typed("Säätiö", "FI2112345600000786", "", "Maksu"),
            Err(vec!["iban-check-digits"])
        );
        assert_eq!(
            typed("Säätiö & Co", "FI2112345600000785", "", "Maksu"),
            Err(vec!["payer-signs"])
        );
        assert_eq!(
            typed("Säätiö", "FI2112345600000785", "12-3", "Maksu"),
            Err(vec!["payer-service-id-shape"])
        );
        assert_eq!(
            typed("Säätiö", "FI2112345600000785", "", &"x".repeat(141)),
            Err(vec!["payer-too-long"])
        );
    }
}
