//! Recipients and processors lie where data may go (C5).

use super::Findings;
use crate::{Adequacy, KeyPath, ProblemKey, Profile, Transfers};

/// Member states of the EU and the EEA, ISO 3166.
const EEA: [&str; 30] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// A recipient or processor lies where data may go (C5, GDPR 44–46).
pub(super) fn check(profile: &Profile, findings: &mut Findings<'_>) {
    let recipients = profile
        .recipients
        .iter()
        .map(|one| (&one.country, one.adequacy, one.safeguard.is_some()));
    let processors = profile
        .processors
        .iter()
        .map(|one| (&one.country, one.adequacy, one.safeguard.is_some()));
    for (entry, (country, adequacy, safeguard)) in recipients.enumerate() {
        reachable(
            profile,
            country,
            adequacy,
            safeguard,
            &KeyPath::to("recipients").then(entry),
            findings,
        );
    }
    for (entry, (country, adequacy, safeguard)) in processors.enumerate() {
        reachable(
            profile,
            country,
            adequacy,
            safeguard,
            &KeyPath::to("processors").then(entry),
            findings,
        );
        if adequacy == Adequacy::None {
            let path = KeyPath::to("processors").then(entry).then("adequacy");
            let said = "a processor without adequacy or safeguard can't process anything";
            findings.add(ProblemKey::NoBasis, &path, said, "eea, decision, safeguard");
        }
    }
}

fn reachable(
    profile: &Profile,
    country: &str,
    adequacy: Adequacy,
    safeguard: bool,
    path: &KeyPath,
    findings: &mut Findings<'_>,
) {
    if country.len() != 2 || !country.bytes().all(|letter| letter.is_ascii_uppercase()) {
        let said = format!("`{country}` is no country code");
        findings.add(
            ProblemKey::WrongValue,
            &path.then("country"),
            said,
            "two capital letters of ISO 3166, such as FI",
        );
        return;
    }
    let adequacy_path = path.then("adequacy");
    if EEA.contains(&country) != (adequacy == Adequacy::Eea) {
        let said = format!("`{adequacy}` does not fit the country {country}");
        let allowed = "`eea` for countries of the EU and EEA, and only for them";
        findings.add(ProblemKey::Contradiction, &adequacy_path, said, allowed);
    }
    if (adequacy == Adequacy::Safeguard) != safeguard {
        let said = "the adequacy `safeguard` and the text `safeguard` belong together";
        findings.add(
            ProblemKey::Contradiction,
            &adequacy_path,
            said,
            "both, or neither",
        );
    }
    let allowed_by_policy = match profile.disclosure.transfers {
        Transfers::WithinFinland => country == "FI",
        Transfers::Never => matches!(adequacy, Adequacy::Eea | Adequacy::None),
        Transfers::OnlyAdequate => adequacy != Adequacy::Safeguard,
        Transfers::Safeguarded => true,
    };
    if !allowed_by_policy {
        let said = format!("the register's transfers are `{}`", profile.disclosure.transfers);
        findings.add(
            ProblemKey::Contradiction,
            &adequacy_path,
            said,
            "another policy in `disclosure.transfers`",
        );
    }
}
