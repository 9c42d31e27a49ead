//! What is typed about processors and systems, by people and programs alike.

use jiff::civil::Date;
use polku_profile::{Adequacy, Profile};
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    processor::{Described, Kind},
    rules,
};

/// A processor or system as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct ProcessorInput {
    /// `processor` or `system`.
    pub(super) kind: String,
    /// The key of the profile's entry that this one completes; may be empty.
    pub(super) profile_key: String,
    /// Its name.
    pub(super) name: String,
    /// For what.
    pub(super) purpose: String,
    /// Which data.
    pub(super) data: String,
    /// Who runs a system; may be empty.
    pub(super) run_by: String,
    /// Where: two letters of ISO 3166.
    pub(super) country: String,
    /// `eea`, `decision`, `safeguard` or `none`.
    pub(super) adequacy: String,
    /// The safeguard of GDPR 46, when it is one.
    pub(super) safeguard: String,
    /// The contract's number or place; may be empty.
    pub(super) contract: String,
    /// Since when it holds.
    pub(super) contract_from: String,
    /// Until when.
    pub(super) contract_until: String,
}

impl ProcessorInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, profile: &Profile, today: Date) -> Result<Described, Vec<InvalidField>> {
        const LINE: usize = 300;
        let mut wrong = ToMend::default();
        let kind = wrong.keep(
            "kind",
            self.kind.parse::<Kind>().map_err(|_| "processors-kind-missing"),
        );
        let mut needed = |field: &'static str, typed: &str, missing: &'static str| {
            wrong.needed(field, typed, 2_000, "processors-long", missing)
        };
        let name = needed("name", &self.name, "processors-name-missing");
        let purpose = needed("purpose", &self.purpose, "processors-purpose-missing");
        let data = needed("data", &self.data, "processors-data-missing");
        let run_by = wrong.text("run_by", &self.run_by, LINE, "processors-long");
        let safeguard = wrong.text("safeguard", &self.safeguard, 2_000, "processors-long");
        let contract = wrong.text("contract", &self.contract, LINE, "processors-long");
        let country = self.country.trim().to_uppercase();
        let adequacy = Adequacy::from_key(&self.adequacy).ok_or("processors-adequacy-missing");
        let adequacy = wrong.keep("adequacy", adequacy);
        if let Some(adequacy) = adequacy
            && let Err((field, key)) =
                rules::may_process(profile.disclosure.transfers, &country, adequacy, &safeguard)
        {
            wrong.note(field, Err(key));
        }
        let contract_from = wrong.optional_day("contract_from", &self.contract_from, today);
        let contract_until = wrong.optional_day("contract_until", &self.contract_until, today);
        if let (Some(from), Some(until)) = (contract_from, contract_until)
            && until < from
        {
            wrong.note("contract_until", Err("processors-until-early"));
        }
        if contract.is_empty() && (contract_from.is_some() || contract_until.is_some()) {
            wrong.note("contract", Err("processors-contract-missing"));
        }
        wrong.finish(|| {
            Some(Described {
                kind: kind?,
                profile_key: Some(self.profile_key.clone()).filter(|key| !key.is_empty()),
                name,
                purpose,
                data,
                run_by,
                country,
                adequacy: adequacy?,
                safeguard,
                contract,
                contract_from,
                contract_until,
            })
        })
    }
}
