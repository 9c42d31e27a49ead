//! Acts are known and were in force, purposes rest on bases, grounds of law are cited (C2–C5).

use super::Findings;
use crate::{
    Adequacy, Basis, Citation, Ground, KeyPath, Permission, ProblemKey, Profile, SpecialGround, Transfers,
    Validity, shipped_acts,
};

pub(super) fn check(profile: &Profile, findings: &mut Findings<'_>) {
    acts(profile, findings);
    bases(profile, findings);
    purposes(profile, findings);
    citations(profile, findings);
    countries(profile, findings);
}

fn acts(profile: &Profile, findings: &mut Findings<'_>) {
    let list = KeyPath::to("acts");
    findings.once(
        &list,
        Some("number"),
        profile.acts.iter().map(|act| act.number.as_str()),
    );
    for (entry, own) in profile.acts.iter().enumerate() {
        ordered(own.in_force, &list.then(entry).then("in_force"), findings);
        if let Some(later) = &own.replaced_by {
            known_act(profile, later, &list.then(entry).then("replaced_by"), findings);
        }
    }
}

fn bases(profile: &Profile, findings: &mut Findings<'_>) {
    let list = KeyPath::to("bases");
    findings.not_empty(&list, &profile.bases);
    findings.once(
        &list,
        Some("key"),
        profile.bases.iter().map(|basis| basis.key.as_str()),
    );
    for (entry, basis) in profile.bases.iter().enumerate() {
        let path = list.then(entry);
        ordered(basis.holds, &path.then("holds"), findings);
        basis_is_cited(profile, basis, &path, findings);
        consents_agree(basis, &path, findings);
    }
}

/// A legal duty or public task comes from an act, and can't be relied on outside the days of its force.
fn basis_is_cited(profile: &Profile, basis: &Basis, path: &KeyPath, findings: &mut Findings<'_>) {
    let from_law = matches!(basis.article, Ground::LegalDuty | Ground::PublicTask);
    match &basis.act {
        None if from_law => {
            let said = format!("article {} rests on an act, and none is named", basis.article);
            findings.add(ProblemKey::NoBasis, path, said, "act = \"number/year\"");
        }
        None => {}
        Some(number) => {
            known_act(profile, number, &path.then("act"), findings);
            if let Some(act) = profile
                .act(number)
                .filter(|act| !within(basis.holds, act.in_force))
            {
                let said = format!("the basis holds on days when the act {number} was not in force");
                let force = act.in_force;
                let day = |day: Option<jiff::civil::Date>| {
                    day.map_or_else(|| "…".to_owned(), |day| day.to_string())
                };
                let allowed = format!("holds within {}–{}", day(force.from), day(force.until));
                findings.add(ProblemKey::OutOfRange, &path.then("holds"), said, allowed);
            }
        }
    }
}

/// Explicit consent to special-category data is no public task, and the other way round.
fn consents_agree(basis: &Basis, path: &KeyPath, findings: &mut Findings<'_>) {
    if basis.article == Ground::Consent
        && !matches!(basis.special, None | Some(SpecialGround::ExplicitConsent))
    {
        let said = "a consent can only carry special-category data as an explicit consent";
        findings.add(
            ProblemKey::Contradiction,
            &path.then("special"),
            said,
            "\"9.2 a\", or no `special`",
        );
    }
}

fn purposes(profile: &Profile, findings: &mut Findings<'_>) {
    let list = KeyPath::to("purposes");
    let known: Vec<&str> = profile.bases.iter().map(|basis| basis.key.as_str()).collect();
    findings.not_empty(&list, &profile.purposes);
    findings.once(
        &list,
        Some("key"),
        profile.purposes.iter().map(|purpose| purpose.key.as_str()),
    );
    for (entry, purpose) in profile.purposes.iter().enumerate() {
        let path = list.then(entry);
        ordered(purpose.holds, &path.then("holds"), findings);
        findings.not_empty(&path.then("bases"), &purpose.bases);
        for (place, basis) in purpose.bases.iter().enumerate() {
            findings.refers(&path.then("bases").then(place), "basis", basis, &known);
        }
        let mut bases = purpose
            .bases
            .iter()
            .filter_map(|key| profile.basis(key))
            .peekable();
        if bases.peek().is_some() && !purpose.holds.ends() && bases.all(|basis| basis.holds.ends()) {
            let said = format!(
                "every basis of `{}` has ended, but the purpose goes on",
                purpose.key
            );
            let allowed = "a basis without an end, or `holds.until` for the purpose";
            findings.add(ProblemKey::NoBasis, &path.then("bases"), said, allowed);
        }
    }
}

/// Every place of the law that the profile cites.
fn citations(profile: &Profile, findings: &mut Findings<'_>) {
    cited(
        profile,
        &profile.controller.secrecy,
        &KeyPath::to("controller").then("secrecy"),
        findings,
    );
    let grounds = KeyPath::to("disclosure").then("grounds");
    findings.once(
        &grounds,
        Some("key"),
        profile
            .disclosure
            .grounds
            .iter()
            .map(|ground| ground.key.as_str()),
    );
    for (entry, ground) in profile.disclosure.grounds.iter().enumerate() {
        cited(profile, &ground.law, &grounds.then(entry).then("law"), findings);
    }
    for (entry, class) in profile.retention.iter().enumerate() {
        if let Some(law) = &class.law {
            cited(
                profile,
                law,
                &KeyPath::to("retention").then(entry).then("law"),
                findings,
            );
        }
    }
    for (entry, service) in profile.services.iter().enumerate() {
        for (place, act) in service.acts.iter().enumerate() {
            known_act(
                profile,
                act,
                &KeyPath::to("services").then(entry).then("acts").then(place),
                findings,
            );
        }
    }
    let sources = profile
        .sources
        .iter()
        .map(|source| (source.permission, &source.law));
    permitted(profile, "sources", sources, findings);
    let recipients = profile
        .recipients
        .iter()
        .map(|recipient| (recipient.permission, &recipient.law));
    permitted(profile, "recipients", recipients, findings);
    let exchanges = profile
        .exchanges
        .iter()
        .map(|exchange| (exchange.permission, &exchange.law));
    permitted(profile, "exchanges", exchanges, findings);
}

/// Who gets or gives by law has the provision beside it; who does so without consent inside a joint service, too.
fn permitted<'law>(
    profile: &Profile,
    list: &str,
    entries: impl Iterator<Item = (Permission, &'law Option<Citation>)>,
    findings: &mut Findings<'_>,
) {
    for (entry, (permission, law)) in entries.enumerate() {
        let path = KeyPath::to(list).then(entry);
        match law {
            Some(law) => cited(profile, law, &path.then("law"), findings),
            None if matches!(permission, Permission::Law | Permission::JointService) => {
                let said = format!("the permission `{permission}` rests on a provision, and none is cited");
                findings.add(
                    ProblemKey::NoBasis,
                    &path,
                    said,
                    "law = { act = \"number/year\", section = \"… §\" }",
                );
            }
            None => {}
        }
    }
}

fn cited(profile: &Profile, law: &Citation, path: &KeyPath, findings: &mut Findings<'_>) {
    known_act(profile, &law.act, &path.then("act"), findings);
}

fn known_act(profile: &Profile, number: &str, path: &KeyPath, findings: &mut Findings<'_>) {
    let known: Vec<&str> = profile
        .acts
        .iter()
        .chain(shipped_acts())
        .map(|act| act.number.as_str())
        .collect();
    findings.refers(path, "act", number, &known);
}

fn ordered(days: Validity, path: &KeyPath, findings: &mut Findings<'_>) {
    if days
        .from
        .zip(days.until)
        .is_some_and(|(from, until)| until < from)
    {
        findings.add(
            ProblemKey::OutOfRange,
            path,
            "it ends before it begins",
            "`until` on or after `from`",
        );
    }
}

/// Whether days lie within others; an open end lies only within an open end.
fn within(inner: Validity, outer: Validity) -> bool {
    let begins = outer
        .from
        .is_none_or(|from| inner.from.is_none_or(|inner| from <= inner));
    let ends = outer
        .until
        .is_none_or(|until| inner.until.is_some_and(|inner| inner <= until));
    begins && ends
}

/// Member states of the EU and the EEA, ISO 3166.
const EEA: [&str; 30] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// A recipient or processor lies where data may go (C5, GDPR 44–46).
fn countries(profile: &Profile, findings: &mut Findings<'_>) {
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
