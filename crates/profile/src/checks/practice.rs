//! Numbers are possible and keys are there once: the register itself, signing in, attendance, lists.

use super::Findings;
use crate::{Capability, KeyPath, ProblemKey, Profile, RecordKind, SecondFactor};

pub(super) fn check(profile: &Profile, findings: &mut Findings<'_>) {
    register(profile, findings);
    sign_in(profile, findings);
    attendance(profile, findings);
    keys(profile, findings);
}

fn register(profile: &Profile, findings: &mut Findings<'_>) {
    let path = KeyPath::to("register");
    let key = &profile.register.key;
    let plain = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
    if !key.bytes().all(plain) {
        let said = format!("`{key}` can't be the key of a profile");
        findings.add(
            ProblemKey::WrongValue,
            &path.then("key"),
            said,
            "lower-case letters a–z, digits and dashes",
        );
    }
    let languages = path.then("languages");
    findings.not_empty(&languages, &profile.register.languages);
    findings.once(
        &languages,
        None,
        profile.register.languages.iter().map(|language| language.code()),
    );
}

fn sign_in(profile: &Profile, findings: &mut Findings<'_>) {
    let path = KeyPath::to("sign_in");
    let sign_in = profile.sign_in;
    findings.between(
        &path.then("idle_minutes"),
        u32::from(sign_in.idle_minutes),
        5,
        120,
        "minutes",
    );
    findings.between(
        &path.then("longest_hours"),
        u32::from(sign_in.longest_hours),
        1,
        24,
        "hours",
    );
    findings.between(
        &path.then("review_months"),
        u32::from(sign_in.review_months),
        1,
        24,
        "months",
    );
    if profile.can(Capability::RoleCertificates) && sign_in.second_factor != SecondFactor::Strong {
        let said = "role certificates are only given to someone who was strongly identified";
        findings.add(
            ProblemKey::Contradiction,
            &path.then("second_factor"),
            said,
            "strong",
        );
    }
}

fn attendance(profile: &Profile, findings: &mut Findings<'_>) {
    let path = KeyPath::to("attendance");
    match (profile.keeps(RecordKind::Attendance), profile.attendance) {
        (true, None) => {
            let said = "the register holds attendance, but its defaults are not given";
            findings.add(
                ProblemKey::MissingKey,
                &path,
                said,
                "[attendance] with hours_a_day and late_after_days",
            );
        }
        (false, Some(_)) => {
            let said = "defaults of attendance are given, but the register holds no attendance";
            findings.add(
                ProblemKey::NotEnabled,
                &path,
                said,
                "[[records]] with kind = \"attendance\", or no [attendance]",
            );
        }
        (true, Some(defaults)) => {
            findings.between(
                &path.then("hours_a_day"),
                u32::from(defaults.hours_a_day),
                1,
                12,
                "hours",
            );
        }
        (false, None) => {}
    }
}

/// Keys that others point to are there once.
fn keys(profile: &Profile, findings: &mut Findings<'_>) {
    let key = Some("key");
    findings.once(
        &KeyPath::to("services"),
        key,
        profile.services.iter().map(|one| one.key.as_str()),
    );
    findings.once(
        &KeyPath::to("sources"),
        key,
        profile.sources.iter().map(|one| one.key.as_str()),
    );
    findings.once(
        &KeyPath::to("recipients"),
        key,
        profile.recipients.iter().map(|one| one.key.as_str()),
    );
    findings.once(
        &KeyPath::to("exchanges"),
        key,
        profile.exchanges.iter().map(|one| one.key.as_str()),
    );
    findings.once(
        &KeyPath::to("processors"),
        key,
        profile.processors.iter().map(|one| one.key.as_str()),
    );
    findings.once(
        &KeyPath::to("channels"),
        None,
        profile.channels.iter().map(|channel| channel.key()),
    );
    findings.not_empty(&KeyPath::to("sources"), &profile.sources);
    findings.not_empty(&KeyPath::to("services"), &profile.services);
    let known: Vec<&str> = profile.processors.iter().map(|one| one.key.as_str()).collect();
    for (entry, system) in profile.systems.iter().enumerate() {
        if let Some(processor) = &system.processor {
            findings.refers(
                &KeyPath::to("systems").then(entry).then("processor"),
                "processor",
                processor,
                &known,
            );
        }
    }
}
