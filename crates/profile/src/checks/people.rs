//! Roles act for purposes, groups of people fit the fields, offices are there (E2, D6).

use super::Findings;
use crate::{Activity, KeyPath, OfficeDuty, ProblemKey, Profile, Role, SubjectKind};

pub(super) fn check(profile: &Profile, findings: &mut Findings<'_>) {
    roles(profile, findings);
    groups(profile, findings);
    offices(profile, findings);
}

/// Whatever a role may do with people's data serves a purpose that is open to the role.
fn roles(profile: &Profile, findings: &mut Findings<'_>) {
    for (&role, activities) in &profile.roles {
        let path = KeyPath::to("roles").then(role.key());
        findings.once(&path, None, activities.iter().map(|activity| activity.key()));
        for (entry, &activity) in activities.iter().enumerate() {
            if activity.touches_people() && !served(profile, role, activity) {
                let said = format!("the role `{role}` may `{activity}`, but no purpose allows it");
                let allowed =
                    "a purpose that names both the role and the activity, or a role without the activity";
                findings.add(ProblemKey::NoBasis, &path.then(entry), said, allowed);
            }
        }
    }
    let keeps_users = |activities: &Vec<Activity>| activities.contains(&Activity::KeepUsers);
    if !profile.roles.values().any(keeps_users) {
        let said = "no role may keep users, so nobody could ever be given a right";
        findings.add(
            ProblemKey::MissingKey,
            &KeyPath::to("roles"),
            said,
            "main_user = [\"keep_users\", …]",
        );
    }
}

fn served(profile: &Profile, role: Role, activity: Activity) -> bool {
    let mut purposes = profile.purposes.iter();
    purposes.any(|purpose| purpose.roles.contains(&role) && purpose.activities.contains(&activity))
}

/// The register says whose data it holds, and holds fields about no one else.
fn groups(profile: &Profile, findings: &mut Findings<'_>) {
    let named = |kind: SubjectKind| profile.people.iter().any(|group| group.kind == kind);
    for (section, _) in profile
        .fields
        .sections()
        .filter(|(section, _)| !named(section.subject()))
    {
        let kind = section.subject();
        let said = format!(
            "the section `{section}` is about people of the kind `{kind}`, whom the register does not name"
        );
        let path = KeyPath::to("fields").then(section.key());
        findings.add(
            ProblemKey::NotEnabled,
            &path,
            said,
            format!("[[people]] with kind = \"{kind}\""),
        );
    }
    for (entry, group) in profile.people.iter().enumerate() {
        if profile.fields.of(group.kind).next().is_none() {
            let path = KeyPath::to("people").then(entry).then("kind");
            let said = format!(
                "the register has no field about people of the kind `{}`",
                group.kind
            );
            findings.add(
                ProblemKey::NotEnabled,
                &path,
                said,
                "a kind of person about whom [fields] has a section",
            );
        }
    }
}

fn offices(profile: &Profile, findings: &mut Findings<'_>) {
    let path = KeyPath::to("controller").then("offices");
    let answers = |duty: OfficeDuty| matches!(duty, OfficeDuty::Responsible | OfficeDuty::Contact);
    if !profile
        .controller
        .offices
        .iter()
        .any(|office| answers(office.duty))
    {
        let said = "no office answers for the register";
        findings.add(
            ProblemKey::MissingKey,
            &path,
            said,
            "an office with duty = \"responsible\" or \"contact\"",
        );
    }
}
