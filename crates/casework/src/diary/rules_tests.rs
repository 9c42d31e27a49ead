use jiff::{Timestamp, civil::date};
use proptest::prelude::*;

use super::*;
use crate::diary::entry::{EntryKind, Wording};

fn telling(text: &str, reason: &str) -> Telling {
    Telling {
        dated: date(2026, 11, 20),
        kind: EntryKind::Note,
        contact: None,
        wording: Wording {
            text: text.to_owned(),
            goals: Vec::new(),
            reason: reason.to_owned(),
        },
    }
}

fn original(text: &str) -> Version {
    Version {
        number: 1,
        says: telling(text, ""),
        written_by: "Maija Valmentaja".to_owned(),
        written_at: Timestamp::UNIX_EPOCH,
    }
}

#[test]
fn an_entry_says_something_and_tells_of_what_has_been() {
    let today = date(2026, 11, 22);
    assert_eq!(text(""), Err("diary-text-missing"));
    assert_eq!(text("Tuli ajoissa."), Ok(()));
    assert_eq!(text(&"a".repeat(LONGEST_TEXT + 1)), Err("diary-text-long"));
    assert_eq!(dated(today, today), Ok(()));
    assert_eq!(dated(date(2026, 11, 23), today), Err("diary-date-ahead"));
}

#[test]
fn a_correction_needs_a_reason_and_a_change() {
    let current = original("Tuli klo 9.");
    assert_eq!(
        correct(&current, &telling("Tuli klo 9.", "turha")),
        Err("diary-correction-same")
    );
    assert_eq!(
        correct(&current, &telling("Tuli klo 10.", "")),
        Err("diary-reason-missing")
    );
    assert_eq!(
        correct(&current, &telling("Tuli klo 10.", "väärä kellonaika")),
        Ok(2)
    );
}

#[test]
fn another_day_kind_or_goal_is_a_correction_too() {
    let current = original("Soitti.");
    let another_day = Telling {
        dated: date(2026, 11, 19),
        ..telling("Soitti.", "väärä päivä")
    };
    let another_kind = Telling {
        kind: EntryKind::Phone,
        ..telling("Soitti.", "väärä laji")
    };
    let mut another_goal = telling("Soitti.", "tavoite puuttui");
    another_goal.wording.goals.push(uuid::Uuid::from_u128(1));
    for corrected in [another_day, another_kind, another_goal] {
        assert_eq!(correct(&current, &corrected), Ok(2));
    }
}

proptest! {
    /// B5: never silently changed. Whatever is typed, each accepted wording gets a number of its own, and so a row of
    /// its own beside all earlier ones.
    #[test]
    fn a_chain_of_corrections_numbers_every_wording_once(typed in prop::collection::vec(("[a-c]{0,2}", "[a-b]{0,1}"), 0..30)) {
        let mut kept = vec![original("alku")];
        for (text, reason) in typed {
            let corrected = telling(&text, &reason);
            let current = kept.last().expect("the original");
            if let Ok(number) = correct(current, &corrected) {
                prop_assert!(kept.iter().all(|version| version.number != number));
                prop_assert_ne!(&current.says.wording.text, &text);
                let version = Version { number, says: corrected, ..original("") };
                kept.push(version);
            }
        }
        let numbers: Vec<i64> = kept.iter().map(|version| version.number).collect();
        let expected: Vec<i64> = (1..).take(kept.len()).collect();
        prop_assert_eq!(numbers, expected);
        prop_assert_eq!(&kept[0].says.wording.text, "alku");
    }
}
