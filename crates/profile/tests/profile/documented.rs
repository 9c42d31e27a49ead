//! The documentation names every key and choice that a profile may use.

use std::collections::BTreeSet;

use polku_profile::{
    Activity, Adequacy, Capability, Channel, ClockStart, Colour, ControllerKind, Field, Ground, NoticeTopic,
    OfficeDuty, Permission, ProblemKey, Profile, RecipientKind, RecordKind, Role, SecondFactor, Section,
    SourceKind, SpecialGround, SubjectKind, Transfers, WorkerShownAs,
};

use crate::draft::{DOCUMENTATION, Draft};

/// Whether the documentation shows a name as code, with or without quotes.
fn documented(name: &str) -> bool {
    DOCUMENTATION.contains(&format!("`{name}`")) || DOCUMENTATION.contains(&format!("`\"{name}\"`"))
}

#[test]
fn every_choice_is_documented() {
    let missing: Vec<&str> = [
        Activity::ALL.iter().map(|one| one.key()).collect::<Vec<_>>(),
        Adequacy::ALL.iter().map(|one| one.key()).collect(),
        Capability::ALL.iter().map(|one| one.key()).collect(),
        Channel::ALL.iter().map(|one| one.key()).collect(),
        ClockStart::ALL.iter().map(|one| one.key()).collect(),
        Colour::ALL.iter().map(|one| one.key()).collect(),
        ControllerKind::ALL.iter().map(|one| one.key()).collect(),
        Field::ALL.iter().map(|one| one.key()).collect(),
        Ground::ALL.iter().map(|one| one.key()).collect(),
        NoticeTopic::ALL.iter().map(|one| one.key()).collect(),
        OfficeDuty::ALL.iter().map(|one| one.key()).collect(),
        Permission::ALL.iter().map(|one| one.key()).collect(),
        RecipientKind::ALL.iter().map(|one| one.key()).collect(),
        RecordKind::ALL.iter().map(|one| one.key()).collect(),
        Role::ALL.iter().map(|one| one.key()).collect(),
        SecondFactor::ALL.iter().map(|one| one.key()).collect(),
        Section::ALL.iter().map(|one| one.key()).collect(),
        SourceKind::ALL.iter().map(|one| one.key()).collect(),
        SpecialGround::ALL.iter().map(|one| one.key()).collect(),
        SubjectKind::ALL.iter().map(|one| one.key()).collect(),
        Transfers::ALL.iter().map(|one| one.key()).collect(),
        WorkerShownAs::ALL.iter().map(|one| one.key()).collect(),
    ]
    .concat()
    .into_iter()
    .filter(|key| !documented(key))
    .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_table_is_documented() {
    let problems = Profile::parse("nothing = 1").expect_err("an empty profile");
    let other = problems
        .iter()
        .find(|problem| problem.key == ProblemKey::UnknownKey)
        .expect("an unknown table");
    let missing: Vec<&str> = other
        .allowed
        .split(", ")
        .filter(|table| {
            !["", "[", "[["]
                .iter()
                .any(|open| DOCUMENTATION.contains(&format!("`{open}{table}")))
        })
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_further_example_can_be_added_to_the_first() {
    let further: BTreeSet<&str> = DOCUMENTATION
        .split("```toml\n")
        .skip(2)
        .filter_map(|rest| rest.split_once("```\n").map(|(example, _)| example))
        .collect();
    assert_eq!(further.len(), 3);
    for example in further {
        let draft = match example {
            roles if roles.starts_with("[roles]") => Draft::sound()
                .change(
                    "coach = [\"take_in\", \"read_record\", \"write_diary\"]\nmain_user = [\"keep_users\"]\n",
                    "",
                )
                .change("[roles]\n", roles)
                .change(
                    "activities = [\"take_in\",",
                    "activities = [\"find_clients\", \"take_in\",",
                ),
            attendance if attendance.starts_with("[attendance]") => Draft::sound()
                .with(attendance)
                .change("kind = \"diary\"", "kind = \"attendance\"")
                .change("coach = [\"take_in\",", "coach = [\"mark_attendance\",")
                .change("activities = [\"take_in\",", "activities = [\"mark_attendance\","),
            other => Draft::sound().with(other),
        };
        assert_eq!(draft.read().key(), "small");
    }
}
