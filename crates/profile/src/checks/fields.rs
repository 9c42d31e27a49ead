//! Fields stand in their section, are enabled when required, have a purpose, a basis and an end (A2, A4, F1).

use super::Findings;
use crate::{Field, KeyPath, ProblemKey, Profile, Section, SectionFields};

pub(super) fn check(profile: &Profile, findings: &mut Findings<'_>) {
    for (section, fields) in profile.fields.sections() {
        let path = KeyPath::to("fields").then(section.key());
        placed(section, fields, &path, findings);
        required_are_shown(fields, &path, findings);
        justified(profile, fields, &path, findings);
    }
    records(profile, findings);
    capabilities(profile, findings);
    exchanges(profile, findings);
}

fn placed(section: Section, fields: &SectionFields, path: &KeyPath, findings: &mut Findings<'_>) {
    let show = path.then("show");
    findings.not_empty(&show, &fields.show);
    findings.once(&show, None, fields.show.iter().map(|field| field.key()));
    for (entry, field) in fields
        .show
        .iter()
        .enumerate()
        .filter(|(_, field)| field.section() != section)
    {
        let said = format!("the field `{field}` does not belong to the section `{section}`");
        let allowed = format!("in [fields.{}]; here: {}", field.section(), keys_of(section));
        findings.add(ProblemKey::Contradiction, &show.then(entry), said, allowed);
    }
}

fn keys_of(section: Section) -> String {
    let keys: Vec<&str> = Field::ALL
        .iter()
        .filter(|field| field.section() == section)
        .map(|field| field.key())
        .collect();
    keys.join(", ")
}

fn required_are_shown(fields: &SectionFields, path: &KeyPath, findings: &mut Findings<'_>) {
    let required = path.then("required");
    findings.once(&required, None, fields.required.iter().map(|field| field.key()));
    for (entry, field) in fields
        .required
        .iter()
        .enumerate()
        .filter(|(_, field)| !fields.show.contains(field))
    {
        let said = format!("the field `{field}` is required but not enabled");
        let allowed = format!("add `{field}` to `show`, or do not require it");
        findings.add(ProblemKey::NotEnabled, &required.then(entry), said, allowed);
    }
}

/// A section names its purposes and its retention; special-category data needs a basis in GDPR 9.2 too.
fn justified(profile: &Profile, fields: &SectionFields, path: &KeyPath, findings: &mut Findings<'_>) {
    let known: Vec<&str> = profile
        .purposes
        .iter()
        .map(|purpose| purpose.key.as_str())
        .collect();
    let purposes = path.then("purposes");
    findings.not_empty(&purposes, &fields.purposes);
    for (entry, purpose) in fields.purposes.iter().enumerate() {
        findings.refers(&purposes.then(entry), "purpose", purpose, &known);
    }
    retention(profile, &fields.retention, &path.then("retention"), findings);

    let mut bases = fields
        .purposes
        .iter()
        .filter_map(|key| profile.purpose(key))
        .flat_map(|purpose| &purpose.bases);
    let has_special = bases.any(|key| profile.basis(key).is_some_and(|basis| basis.special.is_some()));
    let special: Vec<&str> = fields
        .show
        .iter()
        .filter(|field| field.is_special())
        .map(|field| field.key())
        .collect();
    if !special.is_empty() && !has_special {
        let said = format!(
            "{} is special-category data, and no purpose here has a basis for it",
            special.join(", ")
        );
        let allowed = "a purpose with a basis that names `special`, such as \"9.2 a\"";
        findings.add(ProblemKey::NoSpecialBasis, &purposes, said, allowed);
    }
}

/// A retention class must exist.
fn retention(profile: &Profile, class: &str, path: &KeyPath, findings: &mut Findings<'_>) {
    let known: Vec<&str> = profile.retention.iter().map(|class| class.key.as_str()).collect();
    findings.refers(path, "retention class", class, &known);
}

fn records(profile: &Profile, findings: &mut Findings<'_>) {
    let list = KeyPath::to("records");
    findings.once(
        &list,
        Some("kind"),
        profile.records.iter().map(|record| record.kind.key()),
    );
    for (entry, record) in profile.records.iter().enumerate() {
        retention(
            profile,
            &record.retention,
            &list.then(entry).then("retention"),
            findings,
        );
        let Some(activity) = record.kind.made_by() else {
            continue;
        };
        if !profile
            .roles
            .values()
            .any(|activities| activities.contains(&activity))
        {
            let said = format!("nobody may make records of the kind `{}`", record.kind);
            let allowed = format!("give the activity `{activity}` to a role, or leave the record out");
            findings.add(
                ProblemKey::NotEnabled,
                &list.then(entry).then("kind"),
                said,
                allowed,
            );
        }
    }
}

fn capabilities(profile: &Profile, findings: &mut Findings<'_>) {
    let list = KeyPath::to("capabilities");
    findings.once(
        &list,
        None,
        profile.capabilities.iter().map(|capability| capability.key()),
    );
    for (entry, capability) in profile.capabilities.iter().enumerate() {
        let path = list.then(entry);
        for field in capability
            .needs_fields()
            .iter()
            .filter(|field| !profile.has(**field))
        {
            let said = format!("`{capability}` needs the field `{field}`, which is not enabled");
            let allowed = format!("add `{field}` to [fields.{}]", field.section());
            findings.add(ProblemKey::NotEnabled, &path, said, allowed);
        }
        for kind in capability
            .needs_records()
            .iter()
            .filter(|kind| !profile.keeps(**kind))
        {
            let said = format!(
                "`{capability}` needs records of the kind `{kind}`, which the register does not hold"
            );
            findings.add(
                ProblemKey::NotEnabled,
                &path,
                said,
                format!("add [[records]] with kind = \"{kind}\""),
            );
        }
    }
}

/// Only fields that the register has move in or out (A2).
fn exchanges(profile: &Profile, findings: &mut Findings<'_>) {
    let list = KeyPath::to("exchanges");
    for (entry, exchange) in profile.exchanges.iter().enumerate() {
        let fields = list.then(entry).then("fields");
        findings.once(&fields, None, exchange.fields.iter().map(|field| field.key()));
        for (place, field) in exchange
            .fields
            .iter()
            .enumerate()
            .filter(|(_, field)| !profile.has(**field))
        {
            let said = format!("the field `{field}` moves here, but the register does not have it");
            let allowed = format!("leave it out, or add it to [fields.{}]", field.section());
            findings.add(ProblemKey::NotEnabled, &fields.then(place), said, allowed);
        }
    }
}
