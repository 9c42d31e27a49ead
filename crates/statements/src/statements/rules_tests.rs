use jiff::civil::date;
use polku_profile::{Permission, RecordKind};
use proptest::prelude::*;
use uuid::Uuid;

use super::super::statement::{Content, Drawn, GoalLine, Kind, Month, Part, Section, State};
use super::*;
use crate::permit::{Matter, Permit};

fn contents() -> impl Strategy<Value = Content> {
    let texts = prop::collection::vec("[a-zåäö ]{0,20}", Part::ALL.len());
    (texts, 0usize..4, 0usize..4, 0usize..4, 0usize..3).prop_map(
        |(texts, entries, months, goals, pictures)| {
            let mut content = Content {
                entries: (0..entries)
                    .map(|number| Uuid::from_u128(number as u128))
                    .collect(),
                months: (0..months)
                    .map(|_| Month {
                        first: date(2026, 9, 1),
                        attended: 12,
                        absent: 2,
                    })
                    .collect(),
                goals: (0..goals)
                    .map(|_| GoalLine {
                        title: "Päivärytmi".to_owned(),
                        level: 2,
                        target: 4,
                    })
                    .collect(),
                pictures: vec![Drawn::default(); pictures],
                ..Content::default()
            };
            for (part, text) in Part::ALL.iter().zip(texts) {
                content.put(Section {
                    part: *part,
                    text,
                    drafted: String::new(),
                });
            }
            content
        },
    )
}

fn permits() -> impl Strategy<Value = Permit> {
    let consented = prop::collection::vec(
        prop::sample::select(RecordKind::ALL).prop_map(Matter::Record),
        0..8,
    );
    (prop::sample::select(Permission::ALL), consented)
        .prop_map(|(permission, consented)| Permit::recipient(permission, consented))
}

proptest! {
    /// B9: whatever was drafted or typed, what is permitted of it holds nothing that the recipient's permission lacks:
    /// no section, no quote, no figure.
    #[test]
    fn what_goes_to_a_recipient_holds_nothing_that_the_permission_lacks(
        kind in prop::sample::select(Kind::ALL), content in contents(), permit in permits(),
    ) {
        let given = permitted(kind, &content, &permit);
        let lacks = |part: Part| permit.allows(part.matter(kind)).is_err();
        for section in &given.sections {
            prop_assert!(!lacks(section.part), "{:?}", section.part);
        }
        prop_assert!(!lacks(Part::Attendance) || given.months.is_empty());
        prop_assert!(!lacks(Part::Goals) || given.goals.is_empty());
        prop_assert!(!lacks(Part::Assessments) || given.pictures.is_empty());
        prop_assert!(!lacks(Part::Diary) || given.entries.is_empty());
        prop_assert_eq!(&permitted(kind, &given, &permit), &given, "once is enough");
        let named = left_out(kind, Part::ALL, &permit).len();
        prop_assert_eq!(named + given.sections.len(), content.sections.len(), "each is there or said to be left out");
    }

    /// The client's own file loses nothing.
    #[test]
    fn the_own_file_holds_all_of_it(kind in prop::sample::select(Kind::ALL), content in contents()) {
        prop_assert_eq!(permitted(kind, &content, &Permit::own()), content);
    }

    /// What is signed is never changed: no turn leads away from it, whoever asks.
    #[test]
    fn nothing_follows_a_signature(
        turn_asked in prop::sample::select(vec![Turn::Send, Turn::Return, Turn::Sign]),
        signs in prop::sample::select(vec![Signs::Yes, Signs::No]),
    ) {
        prop_assert_eq!(turn(State::Signed, turn_asked, signs), Err("statements-signed-already"));
        prop_assert!(may_write(State::Signed, signs).is_err());
    }
}

#[test]
fn whoever_may_not_sign_sends_it_to_somebody_who_may() {
    assert_eq!(
        turn(State::Draft, Turn::Sign, Signs::No),
        Err("statements-may-not-sign")
    );
    assert_eq!(turn(State::Draft, Turn::Send, Signs::No), Ok(State::Waiting));
    assert_eq!(
        may_write(State::Waiting, Signs::No),
        Err("statements-waits-for-signing")
    );
    assert_eq!(turn(State::Waiting, Turn::Sign, Signs::Yes), Ok(State::Signed));
}

#[test]
fn a_summary_for_nobody_and_an_internal_one_for_somebody_are_refused() {
    assert!(recipient_fits(Kind::ProgressSummary, false).is_err());
    assert!(recipient_fits(Kind::InternalSummary, true).is_err());
    assert!(recipient_fits(Kind::FinalStatement, false).is_ok());
}
