//! The offline walk: an untouched log passes, and whatever someone does to it is found.

use std::convert::Infallible;

use polku_ledger::{
    Actor, CheckpointError, CheckpointSigner, Entry, Problem, Report, Row, Verification, verify,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::build::{Log, checkpoint, look_at_a_client, row, verifier};

fn walk(log: &Log) -> Report {
    let rows = log.rows.iter().cloned().map(Ok::<Row, Infallible>);
    verify(rows, log.checkpoints.clone(), &verifier()).expect("rows in memory can be read")
}

/// The row as someone with the database would leave it: another actor, and the hash to match.
fn forged(row: &Row) -> Row {
    let entry = Entry::from_canonical_bytes(&row.leaf).expect("a sound leaf");
    crate::build::row(&Entry {
        actor: Actor::System("nobody".into()),
        ..entry
    })
}

/// A log of which at least the first entry is signed for, and how much of it is.
fn signed_log() -> impl Strategy<Value = (Log, u64)> {
    (1_u64..60, prop::collection::vec(any::<Index>(), 1..5)).prop_map(|(size, signed)| {
        let size_of = |at: &Index| 1 + u64::try_from(at.index(usize::try_from(size).unwrap())).unwrap();
        let mut signed: Vec<u64> = signed.iter().map(size_of).collect();
        signed.sort_unstable();
        (Log::of(size, &signed), signed[signed.len() - 1])
    })
}

fn within(place: Index, signed: u64) -> usize {
    place.index(usize::try_from(signed).unwrap())
}

proptest! {
    #[test]
    fn an_untouched_log_passes((log, signed) in signed_log()) {
        let report = walk(&log);
        prop_assert_eq!(&report.problem, &None);
        prop_assert_eq!(report.entries, log.rows.len() as u64);
        prop_assert_eq!(report.checkpoints, log.checkpoints.len() as u64);
        prop_assert_eq!(report.entries_after_last_checkpoint(), log.rows.len() as u64 - signed);
    }

    #[test]
    fn a_changed_byte_of_a_leaf_is_found_even_after_the_last_checkpoint(
        (mut log, _) in signed_log(), place in any::<Index>(), byte in any::<Index>(), flip in 1_u8..,
    ) {
        let at = place.index(log.rows.len());
        let leaf = &mut log.rows[at].leaf;
        let byte = byte.index(leaf.len());
        leaf[byte] ^= flip;
        prop_assert_eq!(walk(&log).problem, Some(Problem::AlteredLeaf { sequence: at as u64 }));
    }

    #[test]
    fn a_changed_leaf_hash_is_found((mut log, _) in signed_log(), place in any::<Index>()) {
        let at = place.index(log.rows.len());
        log.rows[at].leaf_hash[0] ^= 1;
        prop_assert_eq!(walk(&log).problem, Some(Problem::AlteredLeaf { sequence: at as u64 }));
    }

    #[test]
    fn a_leaf_altered_together_with_its_hash_is_found((mut log, signed) in signed_log(), place in any::<Index>()) {
        let at = within(place, signed);
        log.rows[at] = forged(&log.rows[at]);
        let different = matches!(walk(&log).problem, Some(Problem::DifferentRoot { signed }) if signed > at as u64);
        prop_assert!(different);
    }

    #[test]
    fn a_removed_row_is_found((mut log, signed) in signed_log(), place in any::<Index>()) {
        let at = within(place, signed);
        log.rows.remove(at);
        prop_assert!(!walk(&log).is_sound());
    }

    #[test]
    fn a_removed_row_is_found_although_the_rest_was_numbered_and_hashed_anew(
        (mut log, signed) in signed_log(), place in any::<Index>(),
    ) {
        log.rows.iter_mut().for_each(distinguish);
        let log_before = Log::of_entries((0..log.rows.len()).map(|at| log.entry(at)).collect(), &[signed]);
        log.checkpoints = log_before.checkpoints;
        log.rows.remove(within(place, signed));
        renumber(&mut log.rows);
        prop_assert!(!walk(&log).is_sound());
    }

    #[test]
    fn an_inserted_row_is_found((mut log, signed) in signed_log(), place in any::<Index>()) {
        let at = within(place, signed);
        log.rows.insert(at, forged(&log.rows[at]));
        prop_assert!(!walk(&log).is_sound());
        renumber(&mut log.rows);
        prop_assert!(!walk(&log).is_sound());
    }

    #[test]
    fn swapped_rows_are_found((mut log, _) in signed_log(), one in any::<Index>(), other in any::<Index>()) {
        let (one, other) = (one.index(log.rows.len()), other.index(log.rows.len()));
        prop_assume!(one != other);
        log.rows.swap(one, other);
        let first = one.min(other) as u64;
        let found = one.max(other) as u64;
        prop_assert_eq!(walk(&log).problem, Some(Problem::OutOfSequence { expected: first, found }));
    }

    #[test]
    fn the_contents_of_two_rows_swapped_are_found(
        (mut log, _) in signed_log(), one in any::<Index>(), other in any::<Index>(),
    ) {
        let (one, other) = (one.index(log.rows.len()), other.index(log.rows.len()));
        prop_assume!(one != other);
        log.rows.swap(one, other);
        log.rows[one].sequence = one as u64;
        log.rows[other].sequence = other as u64;
        let first = one.min(other) as u64;
        prop_assert_eq!(walk(&log).problem, Some(Problem::AlteredLeaf { sequence: first }));
    }

    #[test]
    fn a_log_cut_before_its_last_checkpoint_is_found((mut log, signed) in signed_log(), cut in any::<Index>()) {
        let cut = within(cut, signed);
        log.rows.truncate(cut);
        prop_assert_eq!(walk(&log).problem, Some(Problem::MissingEntries {
            entries: cut as u64,
            signed: first_signed_after(cut as u64, &log),
        }));
    }

    #[test]
    fn a_log_cut_after_its_last_checkpoint_still_passes((mut log, signed) in signed_log()) {
        log.rows.truncate(usize::try_from(signed).unwrap());
        prop_assert!(walk(&log).is_sound());
    }

    #[test]
    fn history_rewritten_and_signed_again_is_told_by_the_witnessed_checkpoint(
        (log, signed) in signed_log(), place in any::<Index>(),
    ) {
        let at = within(place, signed);
        let mut entries: Vec<Entry> = (0..log.rows.len()).map(|at| log.entry(at)).collect();
        entries[at].outcome = "denied".into();
        let size = entries.len() as u64;
        let mut rewritten = Log::of_entries(entries, &[size]);
        rewritten.checkpoints = [log.checkpoints, rewritten.checkpoints].concat();
        let told = matches!(
            walk(&rewritten).problem,
            Some(Problem::HistoryRewritten { signed, agreed }) if signed > at as u64 && agreed == size
        );
        prop_assert!(told);
    }
}

fn distinguish(row: &mut Row) {
    let entry = Entry::from_canonical_bytes(&row.leaf).expect("a sound leaf");
    *row = crate::build::row(&Entry {
        action: format!("action {}", entry.sequence),
        ..entry
    });
}

fn renumber(rows: &mut [Row]) {
    for (sequence, row) in (0..).zip(rows) {
        let entry = Entry::from_canonical_bytes(&row.leaf).expect("a sound leaf");
        *row = crate::build::row(&Entry { sequence, ..entry });
    }
}

fn first_signed_after(entries: u64, log: &Log) -> u64 {
    let sizes = log
        .checkpoints
        .iter()
        .map(|text| verifier().check(text).expect("a good checkpoint").size);
    sizes
        .filter(|&size| size > entries)
        .min()
        .expect("the log was cut before a checkpoint")
}

#[test]
fn an_empty_log_passes_with_and_without_a_checkpoint() {
    assert_eq!(walk(&Log::of(0, &[])), Report::default());
    assert_eq!(walk(&Log::of(0, &[0])).checkpoints, 1);
}

#[test]
fn a_log_without_checkpoints_is_sound_in_itself_but_nothing_vouches_for_it() {
    let report = walk(&Log::of(12, &[]));
    assert!(report.is_sound());
    assert_eq!(report.entries_after_last_checkpoint(), 12);
}

#[test]
fn a_gap_is_told_by_both_numbers() {
    let mut log = Log::of(9, &[9]);
    log.rows.drain(3..5);
    assert_eq!(
        walk(&log).problem,
        Some(Problem::OutOfSequence {
            expected: 3,
            found: 5
        })
    );
}

#[test]
fn a_bad_signature_is_told_by_the_checkpoints_place() {
    let mut log = Log::of(9, &[3, 6, 9]);
    let stranger = CheckpointSigner::from_seed("polku/tyopaja", &[1; 32]).expect("a signer");
    log.checkpoints[1] = stranger
        .sign(6, log.root_at(6), jiff::Timestamp::UNIX_EPOCH)
        .expect("a checkpoint");
    let report = walk(&log);
    assert_eq!(
        report.problem,
        Some(Problem::BadCheckpoint {
            position: 2,
            reason: CheckpointError::BadSignature
        })
    );
    assert_eq!(report.checkpoints, 2, "the good ones are still compared");
}

#[test]
fn a_checkpoint_for_fewer_entries_than_the_one_before_is_told() {
    let mut log = Log::of(9, &[3, 6]);
    log.checkpoints.reverse();
    assert_eq!(walk(&log).problem, Some(Problem::Shrunk { signed: 6, later: 3 }));
}

#[test]
fn two_checkpoints_of_one_size_must_say_the_same() {
    let mut log = Log::of(9, &[9]);
    log.checkpoints.insert(0, checkpoint(9, [1; 32]));
    assert_eq!(
        walk(&log).problem,
        Some(Problem::HistoryRewritten { signed: 9, agreed: 9 })
    );
}

#[test]
fn only_the_first_problem_is_told_and_every_row_is_counted() {
    let mut log = Log::of(9, &[9]);
    log.rows[2].leaf[3] ^= 1;
    log.rows.swap(5, 6);
    let report = walk(&log);
    assert_eq!(report.problem, Some(Problem::AlteredLeaf { sequence: 2 }));
    assert_eq!(
        (
            report.entries,
            report.checkpoints,
            report.entries_after_last_checkpoint()
        ),
        (9, 0, 9)
    );
}

#[test]
fn rows_that_cannot_be_read_stop_the_walk() {
    let rows = [Ok(row(&look_at_a_client(0))), Err("the disk is gone")];
    assert_eq!(verify(rows, [], &verifier()), Err("the disk is gone"));
}

#[test]
fn a_caller_may_bring_rows_one_at_a_time() {
    let log = Log::of(9, &[4]);
    let verifier = verifier();
    let mut walk_under_way = Verification::new(&verifier, log.checkpoints.clone());
    for row in &log.rows {
        walk_under_way.take(row);
    }
    assert_eq!(walk_under_way.finish(), walk(&log));
}
