//! The alphabetical list of clients.

use std::collections::HashSet;

use crate::people::{REGISTER, id, index, people, shown};
use polku_lookup::{Index, Sight, Turn};

fn parish() -> Index {
    index(people([
        ("Örn", "Bo"),
        ("Zeller", "Ann"),
        ("Åberg", "Åsa"),
        ("Äijälä", "Aino"),
        ("Virtanen", "Örjan"),
        ("Virtanen", "Anna"),
        ("Virtanen", "Åke"),
        ("Aalto", "Mari"),
    ]))
}

fn page(index: &Index, turn: Turn, limit: usize) -> Vec<String> {
    shown(index, index.page(REGISTER, turn, limit, Sight::Everyone).ids)
}

#[test]
fn the_list_is_in_finnish_order_with_a_ring_and_umlauts_last() {
    let expected = [
        "Aalto Mari",
        "Virtanen Anna",
        "Virtanen Åke",
        "Virtanen Örjan",
        "Zeller Ann",
        "Åberg Åsa",
        "Äijälä Aino",
        "Örn Bo",
    ];
    assert_eq!(page(&parish(), Turn::First, 20), expected);
}

#[test]
fn pages_are_turned_forwards_and_back() {
    let index = parish();
    let first = index.page(REGISTER, Turn::First, 3, Sight::Everyone);
    assert!(!first.earlier && first.later);
    let second = index.page(REGISTER, Turn::After(first.ids[2]), 3, Sight::Everyone);
    assert_eq!(
        shown(&index, second.ids.clone()),
        ["Virtanen Örjan", "Zeller Ann", "Åberg Åsa"]
    );
    assert!(second.earlier && second.later);
    assert_eq!(
        index.page(REGISTER, Turn::Before(second.ids[0]), 3, Sight::Everyone),
        first
    );
    let last = index.page(REGISTER, Turn::Last, 3, Sight::Everyone);
    assert_eq!(
        shown(&index, last.ids.clone()),
        ["Åberg Åsa", "Äijälä Aino", "Örn Bo"]
    );
    assert!(last.earlier && !last.later);
    assert!(
        index
            .page(REGISTER, Turn::After(last.ids[2]), 3, Sight::Everyone)
            .earlier
    );
}

#[test]
fn a_hidden_or_unknown_person_is_no_place_in_the_list_a8() {
    let index = parish();
    let hidden = id(5);
    let seen = |other| other != hidden;
    let first = index.page(REGISTER, Turn::First, 3, Sight::Where(&seen));
    for nowhere in [hidden, id(99)] {
        for turn in [Turn::After(nowhere), Turn::Before(nowhere)] {
            assert_eq!(index.page(REGISTER, turn, 3, Sight::Where(&seen)), first);
        }
    }
}

#[test]
fn a_worker_pages_through_their_own_clients_only() {
    let index = parish();
    let own = HashSet::from([id(0), id(7), id(3), id(99)]);
    let page = index.page(REGISTER, Turn::First, 2, Sight::Among(&own));
    assert_eq!(shown(&index, page.ids.clone()), ["Aalto Mari", "Äijälä Aino"]);
    assert!(page.later);
    let last = index.page(REGISTER, Turn::After(page.ids[1]), 2, Sight::Among(&own));
    assert_eq!(shown(&index, last.ids.clone()), ["Örn Bo"]);
    assert!(last.earlier && !last.later);
    assert_eq!(
        shown(&index, index.in_order(REGISTER, own)),
        ["Aalto Mari", "Äijälä Aino", "Örn Bo"]
    );
}

#[test]
fn an_empty_register_has_an_empty_page() {
    let page = Index::new().page(REGISTER, Turn::Last, 10, Sight::Everyone);
    assert!(page.ids.is_empty() && !page.earlier && !page.later);
}
