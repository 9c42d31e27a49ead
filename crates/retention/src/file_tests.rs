//! What of a file goes and what stays (F1, D4).

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

const KINDS: [(RecordKind, &str); 4] = [
    (RecordKind::Diary, "diary_entry"),
    (RecordKind::Allowance, "allowance_day"),
    (RecordKind::Feedback, "service_feedback"),
    (RecordKind::Document, "document"),
];

fn owner() -> SubjectId {
    SubjectId(Uuid::from_u128(1))
}

fn file(ended: Option<Date>, made: &[(usize, Date)]) -> File {
    let piece = |(number, (kind, made)): (usize, &(usize, Date))| Piece {
        owner: owner(),
        kind: KINDS[*kind].0,
        table: KINDS[*kind].1,
        id: Uuid::from_u128(number as u128 + 1),
        made: Some(*made),
        class: None,
    };
    File {
        pieces: made.iter().enumerate().map(piece).collect(),
        relationship_ended: ended,
        holdings: Holdings::default(),
        hold: Hold::None,
        held_classes: BTreeSet::new(),
    }
}

fn days() -> impl Strategy<Value = Date> {
    (0_i64..11_000).prop_map(|days| date(2000, 1, 1).saturating_add(jiff::Span::new().days(days)))
}

proptest! {
    /// F1: a batch takes no more than what is over of the classes that were approved, and everything only when nothing
    /// else is left.
    #[test]
    fn a_batch_takes_what_is_over_and_approved_and_no_more_f1(
        ended in prop::option::of(days()),
        made in prop::collection::vec((0_usize..4, days()), 0..12),
        approved in prop::collection::btree_set(prop::sample::select(vec!["client", "vouchers", "working-papers"]), 0..3),
        today in days(),
        held in any::<bool>(),
    ) {
        let profile = Profile::shipped("walmu").expect("a shipped profile");
        let mut file = file(ended, &made);
        file.hold = if held { Hold::Held } else { Hold::None };
        let approved: BTreeSet<String> = approved.into_iter().map(str::to_owned).collect();
        let is_over = |piece: &Piece| {
            let class = File::class_of(&profile, piece).expect("a class");
            approved.contains(&class.key) && rules::is_over(class, file.days(piece.made), today)
        };
        match file.destroyed_by(&profile, &approved, today) {
            Going::Nothing => prop_assert!(held || !file.pieces.iter().any(is_over)),
            Going::Records(chosen) => {
                prop_assert!(!held);
                let ids: BTreeSet<Uuid> = chosen.iter().flat_map(|chosen| chosen.ids.iter().copied()).collect();
                for piece in &file.pieces {
                    prop_assert_eq!(ids.contains(&piece.id), is_over(piece));
                }
            }
            Going::Whole => {
                prop_assert!(!held && file.pieces.iter().all(is_over));
                prop_assert!(approved.contains("client") && ended.is_some());
            }
        }
    }

    /// D4: an erasure takes everything or what goes; under a hold nothing.
    #[test]
    fn an_erasure_takes_nothing_that_stays_d4(
        key in prop::sample::select(vec!["walmu", "kokkotyo", "typpi", "kuopio", "ii"]),
        ended in prop::option::of(days()),
        made in prop::collection::vec((0_usize..4, days()), 0..12),
        ground in prop::sample::select(ErasureGround::ALL.to_vec()),
        today in days(),
        held in any::<bool>(),
    ) {
        let profile = Profile::shipped(key).expect("a shipped profile");
        let mut file = file(ended, &made);
        file.hold = if held { Hold::Held } else { Hold::None };
        let parts = file.parts(&profile, ground, today);
        let stays: Vec<&Part> = parts.iter().filter(|part| part.stays.is_some()).collect();
        match file.erased(&profile, ground, today) {
            Going::Whole => prop_assert!(stays.is_empty() && !held),
            Going::Records(chosen) => {
                prop_assert!(!held && !stays.is_empty());
                let number: usize = chosen.iter().map(|chosen| chosen.ids.len()).sum();
                prop_assert!(number <= file.pieces.len());
            }
            Going::Nothing => prop_assert!(!stays.is_empty()),
        }
        if !stays.is_empty() {
            prop_assert!(parts[0].kind.is_none() && parts[0].stays.is_some(), "who it is stays with it");
        }
    }
}

#[test]
fn a_relationship_that_goes_on_keeps_the_clock_from_starting_f1() {
    let ended = Some(date(2010, 1, 1));
    assert_eq!(last_end(&[ended, Some(date(2012, 1, 1))]), Some(date(2012, 1, 1)));
    assert_eq!(last_end(&[ended, None]), None);
    assert_eq!(last_end(&[]), None);
}
