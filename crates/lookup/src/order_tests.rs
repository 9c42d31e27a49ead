use proptest::prelude::*;

use super::*;

/// Slots stand by the value of their number's bits reversed, an order that has nothing to do with arrival.
fn rank(slot: u32) -> u32 {
    slot.reverse_bits()
}

fn check(order: &Order, mut expected: Vec<u32>) -> Result<(), TestCaseError> {
    expected.sort_by_key(|slot| rank(*slot));
    prop_assert_eq!(order.following(None).collect::<Vec<_>>(), expected.clone());
    let positions: Vec<u32> = expected.iter().map(|slot| order.position(*slot)).collect();
    prop_assert!(positions.is_sorted_by(|left, right| left < right));
    if let Some(middle) = expected.get(expected.len() / 2) {
        let following: Vec<u32> = order.following(Some(*middle)).collect();
        prop_assert_eq!(&following, &expected[expected.len() / 2 + 1..]);
        let mut preceding: Vec<u32> = order.preceding(Some(*middle)).collect();
        preceding.reverse();
        prop_assert_eq!(&preceding, &expected[..expected.len() / 2]);
    }
    expected.reverse();
    prop_assert_eq!(order.preceding(None).collect::<Vec<_>>(), expected);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn people_come_and_go_and_the_order_holds(
        first in 0_u32..1500,
        newcomers in 0_u32..1500,
        leaving in prop::collection::vec(0_u32..3000, 0..1200),
    ) {
        let mut sorted: Vec<u32> = (0..first).collect();
        sorted.sort_by_key(|slot| rank(*slot));
        let mut order = Order::of(&sorted);
        for slot in first..first + newcomers {
            order.insert(slot, |other| rank(other).cmp(&rank(slot)));
        }
        check(&order, (0..first + newcomers).collect())?;
        for slot in &leaving {
            order.remove(*slot);
        }
        let staying = |slot: &u32| !leaving.contains(slot);
        check(&order, (0..first + newcomers).filter(staying).collect())?;
        for slot in &leaving {
            if *slot < first + newcomers && !order.contains(*slot) {
                order.insert(*slot, |other| rank(other).cmp(&rank(*slot)));
            }
        }
        check(&order, (0..first + newcomers).collect())?;
    }
}
