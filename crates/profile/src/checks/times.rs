//! Retention and deadlines are times that can be kept (D1, F1).

use super::Findings;
use crate::{Deadline, Keep, KeyPath, ProblemKey, Profile};

pub(super) fn check(profile: &Profile, findings: &mut Findings<'_>) {
    retention(profile, findings);
    requests(profile, findings);
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
