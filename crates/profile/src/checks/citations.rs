//! Whatever rests on law cites a provision of a known act (C3, C4).

use super::Findings;
use super::law::{in_force, known_act, ordered};
use crate::{Citation, KeyPath, Permission, ProblemKey, Profile};

/// Every place of the law that the profile cites.
pub(super) fn check(profile: &Profile, findings: &mut Findings<'_>) {
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
    dated_exchanges(profile, findings);
    permitted(profile, "exchanges", exchanges, findings);
}

/// An exchange went on only while its act was in force.
fn dated_exchanges(profile: &Profile, findings: &mut Findings<'_>) {
    for (entry, exchange) in profile.exchanges.iter().enumerate() {
        let path = KeyPath::to("exchanges").then(entry);
        ordered(exchange.holds, &path.then("holds"), findings);
        if let Some(law) = &exchange.law {
            in_force(profile, &law.act, exchange.holds, &path, findings);
        }
    }
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
