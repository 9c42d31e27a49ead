use proptest::prelude::*;

use super::*;
use crate::instruments::{Definition, read, shipped};

fn coping() -> Definition {
    shipped::edition("coping-at-work.1")
        .expect("it is shipped")
        .definition
        .clone()
}

fn answers(given: &[(&str, i64)]) -> BTreeMap<String, i64> {
    given
        .iter()
        .map(|(key, value)| ((*key).to_owned(), *value))
        .collect()
}

fn of<'a>(scores: &'a [Score], subscale: &str) -> &'a Score {
    scores
        .iter()
        .find(|score| score.subscale == subscale)
        .expect("a subscale")
}

fn studied(better: Better) -> Subscale {
    Subscale {
        better,
        reliable: Some(Reliability {
            deviation: 1.0,
            reliability: 0.8,
            source: "a study".to_owned(),
        }),
        ..coping().subscales[0].clone()
    }
}

#[test]
fn b7_a_score_is_the_mean_of_what_was_answered() {
    let scores = scores(
        &coping(),
        &answers(&[("on-time", 4), ("telling", 3), ("breaks", 5)]),
    );
    let rhythm = of(&scores, "rhythm");
    assert_eq!((rhythm.value, rhythm.answered, rhythm.of), (Some(4.0), 3, 4));
}

#[test]
fn b7_an_item_that_runs_against_its_subscale_counts_the_other_way_round() {
    let scores = scores(
        &coping(),
        &answers(&[("strength", 4), ("recovery", 4), ("strain", 2)]),
    );
    assert_eq!(
        of(&scores, "stamina").value,
        Some(4.0),
        "little strain counts as much stamina"
    );
}

#[test]
fn b7_too_few_answers_give_no_score_and_answers_off_the_scale_do_not_count() {
    let scores = scores(
        &coping(),
        &answers(&[("on-time", 4), ("telling", 3), ("breaks", 9)]),
    );
    let rhythm = of(&scores, "rhythm");
    assert_eq!((rhythm.value, rhythm.answered), (None, 2));
}

#[test]
fn b7_a_sum_stands_for_missing_answers_by_the_mean_of_the_others() {
    let mut definition = coping();
    definition.subscales[0].scoring = Scoring::Sum;
    let scores = scores(
        &definition,
        &answers(&[("on-time", 4), ("telling", 4), ("breaks", 4)]),
    );
    let rhythm = of(&scores, "rhythm");
    assert_eq!(
        (rhythm.value, rhythm.lowest, rhythm.highest),
        (Some(16.0), 4.0, 20.0)
    );
}

#[test]
fn b7_a_change_is_reliable_beyond_what_measuring_explains() {
    // The standard error of a difference is 1.0 * sqrt(0.2) * sqrt(2) = 0.632; 1.96 of them are 1.24.
    let higher = studied(Better::Higher);
    assert_eq!(change(&higher, 2.0, 3.2).verdict, Verdict::WithinError);
    assert_eq!(change(&higher, 2.0, 3.3).verdict, Verdict::ReliablyBetter);
    assert_eq!(change(&higher, 3.3, 2.0).verdict, Verdict::ReliablyWorse);
    assert_eq!(
        change(&studied(Better::Lower), 3.3, 2.0).verdict,
        Verdict::ReliablyBetter
    );
}

#[test]
fn b7_without_a_study_no_change_is_called_reliable() {
    let unstudied = coping().subscales[0].clone();
    assert_eq!(change(&unstudied, 1.0, 5.0).verdict, Verdict::Better);
    assert_eq!(change(&unstudied, 5.0, 1.0).verdict, Verdict::Worse);
    assert_eq!(change(&unstudied, 3.0, 3.0).verdict, Verdict::Same);
}

#[test]
fn b7_what_is_shipped_can_be_used_and_is_read_back_as_it_was_written() {
    for edition in shipped::all() {
        let text = super::super::reading::write(&edition.definition);
        assert_eq!(read(&text).as_ref(), Ok(&edition.definition), "{}", edition.id);
    }
    assert_eq!(shipped::all().count(), 5);
}

fn answered() -> impl Strategy<Value = Vec<(String, i64)>> {
    let keys: Vec<String> = coping().items.iter().map(|item| item.key.clone()).collect();
    proptest::collection::vec((proptest::sample::select(keys), 1_i64..=5), 0..24)
}

proptest! {
    #[test]
    fn the_order_of_answers_does_not_matter(given in answered()) {
        let definition = coping();
        let unique: BTreeMap<String, i64> = given.into_iter().collect();
        let mut other = definition.clone();
        other.items.reverse();
        for (one, turned) in scores(&definition, &unique).iter().zip(scores(&other, &unique)) {
            prop_assert_eq!(one.value, turned.value);
        }
    }

    #[test]
    fn a_score_stays_within_its_range(given in answered()) {
        for score in scores(&coping(), &given.into_iter().collect()) {
            if let Some(value) = score.value {
                prop_assert!((score.lowest..=score.highest).contains(&value), "{score:?}");
            }
        }
    }

    #[test]
    fn turning_every_item_and_every_answer_changes_nothing(given in answered()) {
        let definition = coping();
        let mut turned = definition.clone();
        for item in &mut turned.items {
            item.sense = match item.sense { Sense::Along => Sense::Against, Sense::Against => Sense::Along };
        }
        let given: BTreeMap<String, i64> = given.into_iter().collect();
        let mirrored = given.iter().map(|(key, value)| (key.clone(), 6 - value)).collect();
        prop_assert_eq!(scores(&definition, &given), scores(&turned, &mirrored));
    }

    #[test]
    fn a_change_back_is_the_same_change_the_other_way(earlier in 1.0_f64..5.0, later in 1.0_f64..5.0) {
        let subscale = studied(Better::Higher);
        let reliable = subscale.reliable.as_ref().expect("studied");
        let sum = reliable_change(reliable, earlier, later) + reliable_change(reliable, later, earlier);
        prop_assert!(sum.abs() < 1e-12);
        let back = match change(&subscale, earlier, later).verdict {
            Verdict::ReliablyBetter => Verdict::ReliablyWorse,
            Verdict::ReliablyWorse => Verdict::ReliablyBetter,
            other => other,
        };
        prop_assert_eq!(change(&subscale, later, earlier).verdict, back);
    }
}
