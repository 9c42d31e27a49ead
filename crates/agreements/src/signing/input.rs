//! What is typed about signatures.

use jiff::{Timestamp, civil::Date};
use polku_desk::clock::finland;
use polku_documents::Named;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::model::{Party, Signature, SignatureKind, SignatureWords, Way};

/// The most characters of a name.
const LONGEST_NAME: usize = 120;

/// That a paper was signed by hand, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ByHandInput {
    /// The id of the scanned paper among the client's documents.
    pub(crate) scan: String,
    /// Who has signed it: `client`, `organisation` or both.
    pub(crate) parties: Vec<String>,
    /// The day on which it was signed, as people write it; today when empty.
    pub(crate) signed_on: String,
    /// Who signed for the organisation; the worker when empty.
    pub(crate) organisation_name: String,
}

/// Names that a signature by hand is written down with.
pub(super) struct Names<'a> {
    /// The client's.
    pub(super) client: &'a str,
    /// The worker's who writes it down.
    pub(super) worker: &'a str,
}

impl ByHandInput {
    /// The signatures, when all of it can be used.
    pub(super) fn check(
        &self,
        scans: &[Named],
        names: &Names<'_>,
        proposed_on: Date,
        today: Date,
    ) -> Result<Vec<Signature>, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let scan = scans.iter().find(|named| named.id.to_string() == self.scan);
        if scan.is_none() {
            wrong.note("scan", Err("agreements-scan-missing"));
        }
        let mut parties = Vec::new();
        for typed in self.parties.iter().filter(|typed| !typed.is_empty()) {
            let party: Result<Party, _> = typed.parse();
            parties.extend(wrong.keep("parties", party.map_err(|_| "agreements-party-unknown")));
        }
        if self.parties.iter().all(String::is_empty) {
            wrong.note("parties", Err("agreements-party-missing"));
        }
        parties.sort_unstable();
        parties.dedup();
        let on = wrong
            .optional_day("signed_on", &self.signed_on, today)
            .unwrap_or(today);
        if on > today {
            wrong.note("signed_on", Err("agreements-day-ahead"));
        } else if on < proposed_on {
            wrong.note("signed_on", Err("agreements-signed-before-shown"));
        }
        let organisation = wrong.text(
            "organisation_name",
            &self.organisation_name,
            LONGEST_NAME,
            "agreements-value-long",
        );
        let signer = if organisation.is_empty() {
            names.worker
        } else {
            &organisation
        };
        wrong.finish(|| {
            let (scan, at) = (scan?.id, middle_of(on)?);
            let signature = |party: Party| Signature {
                party,
                kind: SignatureKind::of(Way::Paper),
                way: Way::Paper,
                at,
                words: SignatureWords {
                    name: match party {
                        Party::Client => names.client.to_owned(),
                        Party::Organisation => signer.to_owned(),
                    },
                    scan: Some(scan),
                    shown: String::new(),
                },
            };
            Some(parties.into_iter().map(signature).collect())
        })
    }
}

/// The middle of a day in Finland: of a signature by hand only the day is known.
fn middle_of(day: Date) -> Option<Timestamp> {
    let noon = day.at(12, 0, 0, 0).to_zoned(finland()).ok()?;
    Some(noon.timestamp())
}

/// A name typed as a signature, with the press that says so.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct OnScreenInput {
    /// The signer's name.
    pub(crate) name: String,
    /// `on` when the signer says that they have read and accept it.
    pub(crate) accepts: String,
    /// The hash of the file that was shown.
    pub(crate) shown: String,
}

impl OnScreenInput {
    /// The name, when all of it can be used.
    pub(crate) fn check(&self) -> Result<String, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let name = wrong.text("name", &self.name, LONGEST_NAME, "agreements-value-long");
        if name.is_empty() {
            wrong.note("name", Err("agreements-name-missing"));
        }
        if self.accepts != "on" {
            wrong.note("accepts", Err("agreements-accept-missing"));
        }
        wrong.finish(|| Some(name))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_signature_by_hand_needs_its_scan_its_parties_and_a_day_that_has_been_b3() {
        let scans = [Named {
            id: Uuid::from_u128(7),
            title: "Sopimus".to_owned(),
            dated: None,
        }];
        let (shown, today) = (date(2026, 11, 20), date(2026, 11, 23));
        let names = Names {
            client: "Ilona Malli",
            worker: "Venla",
        };
        let mut typed = ByHandInput {
            signed_on: "24.11.2026".to_owned(),
            ..ByHandInput::default()
        };
        let wrong = typed.check(&scans, &names, shown, today).expect_err("mistakes");
        let fields: Vec<_> = wrong.iter().map(|wrong| wrong.field).collect();
        assert_eq!(fields, ["scan", "parties", "signed_on"]);
        typed.scan = scans[0].id.to_string();
        typed.parties = vec!["organisation".to_owned(), "client".to_owned()];
        typed.signed_on = "21.11.2026".to_owned();
        let signed = typed.check(&scans, &names, shown, today).expect("signatures");
        assert_eq!(signed.len(), 2);
        assert_eq!(
            (signed[0].party, signed[0].words.name.as_str()),
            (Party::Client, "Ilona Malli")
        );
        assert_eq!(signed[1].kind, SignatureKind::Handwritten);
    }

    #[test]
    fn a_name_without_the_press_is_no_signature_b3() {
        let typed = OnScreenInput {
            name: "Ilona Malli".to_owned(),
            ..OnScreenInput::default()
        };
        assert_eq!(typed.check().expect_err("a mistake")[0].field, "accepts");
    }
}
