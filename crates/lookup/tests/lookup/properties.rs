//! What holds whoever the people are and whatever is typed.

use std::collections::HashSet;

use crate::people::{REGISTER, id, index, shown};
use polku_lookup::{Hit, Index, Person, Quality, Sight, Turn};
use proptest::prelude::*;
use uuid::Uuid;

/// Few letters, so that names have much in common.
const NAME: &str = "[AMLIÄÖ][amliäö]{1,6}";

/// So many people that the index walks along its order for common words.
const MANY: usize = 5000;

/// Enough people that words are common and rare.
const SOME: usize = 1500;

fn crowd(most: usize) -> impl Strategy<Value = Vec<Person>> {
    let names = (
        prop::collection::vec(NAME, 30..60),
        prop::collection::vec(NAME, 5..20),
    );
    let crowd = names.prop_flat_map(move |(last, first)| {
        let name = (
            prop::sample::select(last),
            prop::sample::select(first.clone()),
            prop::sample::select(first),
        );
        prop::collection::vec((name, 0..4_u8), most / 5..most)
    });
    crowd.prop_map(|names| {
        names
            .into_iter()
            .enumerate()
            .map(|(number, name)| person(number, name))
            .collect()
    })
}

fn person(number: usize, ((last, first, second), form): ((String, String, String), u8)) -> Person {
    let first_names = match form {
        0 => first,
        1 => format!("{first}-{second}"),
        _ => format!("{first} {second}"),
    };
    Person::named(REGISTER, id(number), last, first_names)
}

fn query() -> impl Strategy<Value = String> {
    let words = prop::collection::vec("[amliäö]{1,4}", 1..4);
    words.prop_map(|words| words.join(" "))
}

fn fold(word: &str) -> String {
    word.replace('ä', "a").replace('ö', "o")
}

/// How a name answers to typed words, told as simply as possible: 0 and 1 for beginnings, 2 and 3 for parts.
fn naive_level(person: &Person, query: &str) -> Option<u8> {
    let name = format!("{} {}", person.last_name, person.first_names).to_lowercase();
    let mut words: Vec<String> = name.split([' ', '-']).map(String::from).collect();
    words.extend(
        name.split(' ')
            .filter(|word| word.contains('-'))
            .map(|word| word.replace('-', "")),
    );
    words.sort();
    words.dedup();
    let typed: Vec<&str> = query.split(' ').collect();
    let answers: Vec<Vec<Option<u8>>> = typed
        .iter()
        .map(|typed| words.iter().map(|word| naive_answer(word, typed)).collect())
        .collect();
    let best = |answers: &Vec<Option<u8>>| answers.iter().flatten().min().copied();
    let shared = answers
        .iter()
        .map(best)
        .collect::<Option<Vec<u8>>>()?
        .into_iter()
        .max()?;
    let apart = naive_apart(&answers, &mut vec![false; words.len()]);
    if typed.len() == 1 {
        Some(shared)
    } else {
        Some(apart.unwrap_or(3).min(shared.max(3)))
    }
}

fn naive_answer(word: &str, typed: &str) -> Option<u8> {
    let (plain, typed_plain) = (fold(word), fold(typed));
    if word.starts_with(typed) {
        Some(0)
    } else if plain.starts_with(&typed_plain) {
        Some(1)
    } else if typed.chars().count() == 1 {
        None
    } else if word.contains(typed) {
        Some(2)
    } else {
        plain.contains(&typed_plain).then_some(3)
    }
}

/// The best worst answer over every way to give each typed word a word of its own.
fn naive_apart(answers: &[Vec<Option<u8>>], taken: &mut Vec<bool>) -> Option<u8> {
    let Some((next, rest)) = answers.split_first() else {
        return Some(0);
    };
    let mut best = None;
    for (word, answer) in next.iter().enumerate() {
        let (Some(answer), false) = (answer, taken[word]) else {
            continue;
        };
        taken[word] = true;
        if let Some(others) = naive_apart(rest, taken) {
            let worst = others.max(*answer);
            best = Some(best.map_or(worst, |best: u8| best.min(worst)));
        }
        taken[word] = false;
    }
    best
}

fn naive_find(index: &Index, people: &[Person], query: &str, limit: usize, sight: Sight<'_>) -> Vec<Hit> {
    let order: Vec<Uuid> = index.page(REGISTER, Turn::First, usize::MAX, Sight::Everyone).ids;
    let place = |person: &Person| order.iter().position(|id| *id == person.id);
    let seen = people.iter().filter(|person| sight.sees(person.id));
    let mut found: Vec<_> = seen
        .filter_map(|person| Some((naive_level(person, query)?, place(person), person.id)))
        .collect();
    found.sort_unstable();
    let quality = |level| if level < 2 { Quality::Prefix } else { Quality::Part };
    found
        .into_iter()
        .take(limit)
        .map(|(level, _, id)| Hit {
            id,
            quality: quality(level),
        })
        .collect()
}

fn literal(hits: Vec<Hit>) -> Vec<Hit> {
    hits.into_iter()
        .take_while(|hit| hit.quality < Quality::Spelling)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn finding_agrees_with_looking_at_everyone_one_by_one(
        people in crowd(MANY), queries in prop::collection::vec(query(), 5), limit in 1_usize..40, half in any::<bool>(),
    ) {
        let index = index(people.clone());
        let odd = |id: Uuid| id.as_u128() % 2 == 1;
        let sight = if half { Sight::Where(&odd) } else { Sight::Everyone };
        for query in queries {
            let found = literal(index.find(REGISTER, &query, limit, sight));
            prop_assert_eq!(found, naive_find(&index, &people, &query, limit, sight), "{}", query);
        }
    }

    #[test]
    fn an_answer_is_the_same_as_if_the_hidden_did_not_exist_a8(
        people in crowd(MANY), queries in prop::collection::vec(query(), 5), limit in 1_usize..40, one_in in 2_u128..200,
    ) {
        let seen = |id: Uuid| id.as_u128().is_multiple_of(one_in);
        let only_seen = index(people.iter().filter(|person| seen(person.id)).cloned());
        let among: HashSet<Uuid> = people.iter().map(|person| person.id).filter(|id| seen(*id)).collect();
        let all = index(people);
        for sight in [Sight::Where(&seen), Sight::Among(&among)] {
            for query in &queries {
                let expected = only_seen.find(REGISTER, query, limit, Sight::Everyone);
                prop_assert_eq!(all.find(REGISTER, query, limit, sight), expected, "{} {:?}", query, sight);
            }
            let mut turn = Turn::First;
            for _ in 0..5 {
                let page = all.page(REGISTER, turn, limit, sight);
                prop_assert_eq!(&page, &only_seen.page(REGISTER, turn, limit, Sight::Everyone));
                turn = page.ids.last().map_or(Turn::Last, |last| Turn::After(*last));
            }
            let last = all.page(REGISTER, Turn::Last, limit, sight);
            prop_assert_eq!(&last, &only_seen.page(REGISTER, Turn::Last, limit, Sight::Everyone));
        }
    }

    #[test]
    fn everyone_is_found_by_any_two_letters_of_a_name_until_removed(people in crowd(SOME), some in any::<prop::sample::Index>()) {
        let mut index = index(people.clone());
        let person = some.get(&people);
        let words = format!("{} {}", person.last_name, person.first_names).to_lowercase();
        for word in words.split([' ', '-']) {
            let letters: Vec<char> = fold(word).chars().collect();
            for start in 0..letters.len() - 1 {
                for end in start + 2..=letters.len() {
                    let part: String = letters[start..end].iter().collect();
                    let found = index.find(REGISTER, &part, usize::MAX, Sight::Everyone);
                    prop_assert!(found.iter().any(|hit| hit.id == person.id), "{}", part);
                }
            }
        }
        prop_assert!(index.remove(REGISTER, person.id));
        prop_assert!(!index.remove(REGISTER, person.id));
        prop_assert_eq!(index.len(), people.len() - 1);
        let found = index.find(REGISTER, &words.replace('-', " "), usize::MAX, Sight::Everyone);
        prop_assert!(found.iter().all(|hit| hit.id != person.id));
        prop_assert!(!index.in_order(REGISTER, people.iter().map(|person| person.id)).contains(&person.id));
    }

    #[test]
    fn an_index_kept_current_answers_like_one_filled_at_once(
        people in crowd(SOME), first in any::<prop::sample::Index>(), queries in prop::collection::vec(query(), 5),
    ) {
        let first = first.index(people.len());
        let mut kept = Index::new();
        // Everyone starts under another name; some leave and come back.
        kept.extend(people[..first].iter().map(|person| Person::named(REGISTER, person.id, &person.first_names, "Ml")));
        people.iter().step_by(3).for_each(|person| { kept.remove(REGISTER, person.id); });
        for person in &people {
            kept.upsert(person);
        }
        let filled = index(people);
        prop_assert_eq!(kept.len(), filled.len());
        let everyone = |index: &Index| index.page(REGISTER, Turn::First, usize::MAX, Sight::Everyone).ids;
        prop_assert_eq!(shown(&kept, everyone(&kept)), shown(&filled, everyone(&filled)));
        prop_assert_eq!(everyone(&kept), everyone(&filled));
        for query in queries {
            let find = |index: &Index| index.find(REGISTER, &query, 30, Sight::Everyone);
            prop_assert_eq!(find(&kept), find(&filled));
        }
    }

    #[test]
    fn whatever_is_typed_gets_an_answer(people in crowd(SOME), query in any::<String>(), limit in 0_usize..50) {
        let index = index(people);
        prop_assert!(index.find(REGISTER, &query, limit, Sight::Everyone).len() <= limit);
    }
}
