//! Numbers are possible, lists are complete, and the notice has each section once (D1, D6, F1).

use super::Findings;
use crate::{
    Capability, Deadline, Keep, KeyPath, NoticeTopic, ProblemKey, Profile, RecordKind, SecondFactor,
    StatutoryClass,
};

pub(super) fn check(profile: &Profile, findings: &mut Findings<'_>) {
    register(profile, findings);
    retention(profile, findings);
    requests(profile, findings);
    sign_in(profile, findings);
    attendance(profile, findings);
    keys(profile, findings);
    notice(profile, findings);
    statutory_classes(profile, findings);
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
        profile.register.languages.iter().map(|language| language.key()),
    );
}

/// Retention classes last 2–20 years, or less only for papers on their way to an entry (F1).
fn retention(profile: &Profile, findings: &mut Findings<'_>) {
    let list = KeyPath::to("retention");
    findings.not_empty(&list, &profile.retention);
    findings.once(
        &list,
        Some("key"),
        profile.retention.iter().map(|class| class.key.as_str()),
    );
    for (entry, class) in profile.retention.iter().enumerate() {
        let path = list.then(entry).then("keep");
        match class.keep {
            Keep::Years(years) => findings.between(&path, u32::from(years), 2, 20, "years"),
            Keep::For(deadline) => positive(deadline, &path, findings),
            Keep::WhileConsented | Keep::Permanently => {}
        }
    }
}

fn requests(profile: &Profile, findings: &mut Findings<'_>) {
    let path = KeyPath::to("requests");
    let requests = &profile.requests;
    positive(requests.answer_within, &path.then("answer_within"), findings);
    if let Some(extension) = requests.extension {
        positive(extension, &path.then("extension"), findings);
    }
    let too_long = match requests.answer_within {
        Deadline::Days(days) => days > 30,
        Deadline::Months(months) => months > 1,
    };
    if too_long {
        let said = "an answer may not take longer than a month without an extension (GDPR 12.3)";
        findings.add(
            ProblemKey::OutOfRange,
            &path.then("answer_within"),
            said,
            "at most { months = 1 }",
        );
    }
    findings.once(
        &path.then("channels"),
        None,
        requests.channels.iter().map(|channel| channel.key()),
    );
    if !requests.channels.contains(&requests.recommended) {
        let said = format!(
            "the recommended channel `{}` is not among the channels",
            requests.recommended
        );
        let known: Vec<&str> = requests.channels.iter().map(|channel| channel.key()).collect();
        findings.add(
            ProblemKey::UnknownReference,
            &path.then("recommended"),
            said,
            known.join(", "),
        );
    }
}

fn positive(deadline: Deadline, path: &KeyPath, findings: &mut Findings<'_>) {
    if !deadline.is_positive() {
        findings.add(
            ProblemKey::OutOfRange,
            path,
            "a time of nothing can't be kept",
            "at least one day",
        );
    }
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
