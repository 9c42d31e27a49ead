//! Acts are known and were in force, bases rest on acts, purposes on bases (C2).

use jiff::civil::Date;

use super::Findings;
use crate::{Basis, Ground, KeyPath, ProblemKey, Profile, SpecialGround, Validity, shipped_acts};

pub(super) fn check(profile: &Profile, findings: &mut Findings<'_>) {
    acts(profile, findings);
    bases(profile, findings);
    purposes(profile, findings);
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
        Some(number) => in_force(profile, number, basis.holds, path, findings),
        None if from_law => {
            let said = format!("article {} rests on an act, and none is named", basis.article);
            findings.add(ProblemKey::NoBasis, path, said, "act = \"number/year\"");
        }
        None => {}
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

pub(super) fn known_act(profile: &Profile, number: &str, path: &KeyPath, findings: &mut Findings<'_>) {
    let known: Vec<&str> = profile
        .acts
        .iter()
        .chain(shipped_acts())
        .map(|act| act.number.as_str())
        .collect();
    findings.refers(path, "act", number, &known);
}

/// An act is known, and was in force on all the days on which it is relied on.
pub(super) fn in_force(
    profile: &Profile,
    number: &str,
    holds: Validity,
    path: &KeyPath,
    findings: &mut Findings<'_>,
) {
    known_act(profile, number, &path.then("act"), findings);
    let Some(act) = profile.act(number).filter(|act| !within(holds, act.in_force)) else {
        return;
    };
    let day = |day: Option<Date>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
    let said = format!("it holds on days when the act {number} was not in force");
    let allowed = format!(
        "`holds` within {} – {}",
        day(act.in_force.from),
        day(act.in_force.until)
    );
    findings.add(ProblemKey::OutOfRange, &path.then("holds"), said, allowed);
}

pub(super) fn ordered(days: Validity, path: &KeyPath, findings: &mut Findings<'_>) {
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
