//! The notice tells what it must, and so do the statutory classes and assumptions (A6, D6).

use super::Findings;
use crate::{Capability, KeyPath, NoticeTopic, ProblemKey, Profile, StatutoryClass};

pub(super) fn check(profile: &Profile, findings: &mut Findings<'_>) {
    notice(profile, findings);
    statutory_classes(profile, findings);
    assumptions(profile, findings);
}

/// A notice tells at least who, why, what and which rights (GDPR 13 and 14).
fn notice(profile: &Profile, findings: &mut Findings<'_>) {
    let list = KeyPath::to("notice");
    findings.once(
        &list,
        Some("topic"),
        profile.notice.iter().map(|section| section.topic.key()),
    );
    let needed = [
        NoticeTopic::Name,
        NoticeTopic::Controller,
        NoticeTopic::Purposes,
        NoticeTopic::Content,
    ];
    for topic in needed
        .into_iter()
        .filter(|topic| !profile.notice.iter().any(|section| section.topic == *topic))
    {
        let said = format!("the notice has no section on `{topic}`");
        findings.add(
            ProblemKey::MissingKey,
            &list,
            said,
            format!("[[notice]] with topic = \"{topic}\""),
        );
    }
}

/// Where the act's seven classes are shown, each of them has a field or a record (A6).
fn statutory_classes(profile: &Profile, findings: &mut Findings<'_>) {
    if !profile.can(Capability::StatutoryClasses) {
        return;
    }
    let of_fields = profile.fields.iter().filter_map(|entry| entry.field.class());
    let classes: Vec<StatutoryClass> = of_fields
        .chain(profile.records.iter().filter_map(|record| record.class))
        .collect();
    for class in StatutoryClass::ALL
        .into_iter()
        .filter(|class| !classes.contains(class))
    {
        let said = format!(
            "nothing in the register belongs to the statutory class {}",
            class.number()
        );
        let allowed = "a field of that class, or [[records]] with `class`";
        findings.add(
            ProblemKey::NotEnabled,
            &KeyPath::to("capabilities"),
            said,
            allowed,
        );
    }
}

/// An assumption is about a table that the profile has.
fn assumptions(profile: &Profile, findings: &mut Findings<'_>) {
    for (entry, assumption) in profile.assumptions.iter().enumerate() {
        let path = KeyPath::to("assumptions").then(entry).then("about");
        findings.refers_to_table(&path, &assumption.about);
    }
}
