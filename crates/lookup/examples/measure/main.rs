//! Measures the index with made-up people: `cargo run --release -p polku-lookup --example measure [people …]`.
#![expect(clippy::print_stdout, reason = "a program for people who measure")]

mod names;

use std::collections::HashSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use polku_lookup::{Index, Newcomer, Person, Sight, Turn};
use uuid::Uuid;

use names::{Chance, misspelt, person, plain};

const REGISTER: i64 = 1;
const SHOWN: usize = 20;

/// How often a question is asked of which the quickest answer counts, so that a busy machine spoils less.
const TIMES: usize = 5;

/// People whose names are typed.
const SAMPLE: usize = 30;

fn main() {
    let sizes: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|size| size.parse().ok())
        .collect();
    for size in if sizes.is_empty() {
        vec![100_000, 1_000_000]
    } else {
        sizes
    } {
        measure(size);
    }
}

fn measure(size: usize) {
    println!("\n## {size} people");
    let making = processor(|| drop(sample(size)));
    let before = resident();
    let mut chance = Chance::new(7);
    let mut index = Index::new();
    let filling = processor(|| index.extend((0..size).map(|number| person(number, &mut chance))));
    println!("filled in {:?} of processor time", filling.saturating_sub(making));
    let memory = index.memory();
    println!(
        "bytes a person: {} of texts, {} besides; the process grew by {} MiB",
        memory.texts / size,
        memory.besides / size,
        resident().saturating_sub(before) >> 20
    );
    let people: Vec<Person> = sample(size);
    find(&index, &people);
    list(&index, &people);
    change(&mut index, &people);
}

/// Every so-manieth person, made up again as when the index was filled.
fn sample(size: usize) -> Vec<Person> {
    let mut chance = Chance::new(7);
    (0..size)
        .map(|number| person(number, &mut chance))
        .step_by(size / SAMPLE)
        .collect()
}

fn find(index: &Index, people: &[Person]) {
    let ids: Vec<Uuid> = index.page(REGISTER, Turn::First, usize::MAX, Sight::Everyone).ids;
    let few: HashSet<Uuid> = ids.iter().step_by(ids.len() / 40).copied().collect();
    let many: HashSet<Uuid> = ids.iter().step_by(ids.len() / 5000).copied().collect();
    let most = |id: Uuid| !id.as_u128().is_multiple_of(10);
    let hardly = |id: Uuid| id.as_u128().is_multiple_of(1000);
    let sights: [(&str, Sight<'_>); 5] = [
        ("everyone", Sight::Everyone),
        ("own 40", Sight::Among(&few)),
        ("own 5000", Sight::Among(&many)),
        ("9 of 10 by rule", Sight::Where(&most)),
        ("1 of 1000 by rule", Sight::Where(&hardly)),
    ];
    for (kind, queries) in queries(people) {
        for (seen, sight) in sights {
            let times = queries
                .iter()
                .map(|query| best(|| index.find(REGISTER, query, SHOWN, sight)));
            tell(&format!("find {kind}, {seen}"), times.collect());
        }
    }
}

/// What people type, by kind.
fn queries(people: &[Person]) -> Vec<(&'static str, Vec<String>)> {
    let prefixes = |text: &str| -> Vec<String> {
        let ends = text
            .char_indices()
            .map(|(end, _)| end)
            .skip(1)
            .chain([text.len()]);
        ends.map(|end| text[..end].to_owned()).collect()
    };
    let typed = |text: fn(&Person) -> String| people.iter().flat_map(|one| prefixes(&text(one))).collect();
    let whole = |text: &mut dyn FnMut(&Person) -> String| people.iter().map(text).collect();
    let mut chance = Chance::new(3);
    let given = |one: &Person| {
        one.first_names
            .split([' ', '-'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    vec![
        (
            "last first",
            typed(|one| format!("{} {}", one.last_name, one.first_names)),
        ),
        (
            "first last",
            typed(|one| format!("{} {}", one.first_names, one.last_name)),
        ),
        (
            "without ä/ö",
            typed(|one| plain(&format!("{} {}", one.first_names, one.last_name))),
        ),
        (
            "misspelt last",
            whole(&mut |one| misspelt(&one.last_name, &mut chance)),
        ),
        (
            "misspelt first last",
            whole(&mut |one| misspelt(&format!("{} {}", given(one), one.last_name), &mut chance)),
        ),
        (
            "three letters within",
            whole(&mut |one| one.last_name.chars().skip(2).take(3).collect()),
        ),
        (
            "two beginnings",
            whole(&mut |one| format!("{:.2} {:.2}", plain(&one.last_name), plain(&one.first_names))),
        ),
        ("code", whole(&mut |one| one.codes[0].clone())),
        ("phone", whole(&mut |one| one.phones[0].replace("+358", "0"))),
    ]
}

fn list(index: &Index, people: &[Person]) {
    let times = |turn: &dyn Fn(&Person) -> Turn, sight| {
        people
            .iter()
            .map(|one| best(|| index.page(REGISTER, turn(one), 50, sight)))
            .collect()
    };
    tell("last page of the list", times(&|_| Turn::Last, Sight::Everyone));
    tell(
        "page after someone",
        times(&|one| Turn::After(one.id), Sight::Everyone),
    );
    let own: HashSet<Uuid> = people.iter().map(|one| one.id).collect();
    tell("last page of own 30", times(&|_| Turn::Last, Sight::Among(&own)));
}

fn change(index: &mut Index, people: &[Person]) {
    let similar = people.iter().map(|one| {
        let newcomer = Newcomer {
            last_name: &one.last_name,
            first_names: &one.first_names,
            birth_date: one.birth_date,
            codes: &one.codes,
        };
        best(|| index.similar(REGISTER, &newcomer))
    });
    tell("duplicate warning", similar.collect());
    let remove = people
        .iter()
        .map(|one| timed(|| index.remove(REGISTER, one.id)))
        .collect();
    tell("remove", remove);
    tell(
        "put in",
        people.iter().map(|one| timed(|| index.upsert(one))).collect(),
    );
    tell(
        "change",
        people.iter().map(|one| timed(|| index.upsert(one))).collect(),
    );
}

/// How long the work takes when nothing else wants the processor: the best of a few times.
fn best<T>(mut work: impl FnMut() -> T) -> Duration {
    (0..TIMES).map(|_| timed(&mut work)).min().unwrap_or_default()
}

/// How long the work takes. A little rest before makes it the scheduler's favourite for a while, also on a busy machine.
fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    std::thread::sleep(Duration::from_micros(100));
    let started = Instant::now();
    black_box(work());
    started.elapsed()
}

fn tell(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    println!(
        "{what:44} p50 {:>10?}  p99 {:>10?}  max {:>10?}  ({})",
        at(50),
        at(99),
        at(100),
        times.len()
    );
}

/// Time on the processor, where the system tells: a busy machine doesn't lengthen it.
fn processor(work: impl FnOnce()) -> Duration {
    let spent = || {
        let times = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
        let nanoseconds = times
            .split_whitespace()
            .next()
            .and_then(|spent| spent.parse().ok());
        Duration::from_nanos(nanoseconds.unwrap_or_default())
    };
    let before = spent();
    work();
    spent().saturating_sub(before)
}

/// Bytes of this process in memory, where the system tells.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok())
        .unwrap_or_default()
        * 1024
}
