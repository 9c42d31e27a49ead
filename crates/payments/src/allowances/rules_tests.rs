use jiff::{ToSpan, civil::date};
use proptest::prelude::*;

use super::*;

const FIRST: Date = date(2026, 10, 1);
const DAYS: usize = 6;

fn day(place: usize) -> Date {
    FIRST + i64::try_from(place).expect("a small number").days()
}

#[test]
fn a_correction_after_paying_comes_as_plus_or_minus_b6() {
    let worth = BTreeMap::from([(day(0), Cents(900)), (day(2), Cents(1_800))]);
    let paid = |amount| Counted {
        days: 1,
        amount: Cents(amount),
    };
    // The first day stands, the second was taken back, the third is at another rate.
    let counted = BTreeMap::from([(day(0), paid(900)), (day(1), paid(900)), (day(2), paid(900))]);
    let lines = differences(&worth, &counted);
    let told: Vec<_> = lines
        .iter()
        .map(|line| (line.date, line.days, line.amount.0))
        .collect();
    assert_eq!(told, [(day(1), -1, -900), (day(2), 0, 900)]);
    let Settlement::Pays { days, amount, .. } = settle(lines) else {
        panic!("pluses and minuses are even")
    };
    assert_eq!((days, amount), (-1, Cents::ZERO));
}

#[test]
fn who_would_owe_is_paid_nothing_and_it_is_carried_over_b6() {
    let counted = BTreeMap::from([(
        day(0),
        Counted {
            days: 1,
            amount: Cents(900),
        },
    )]);
    let lines = differences(&BTreeMap::new(), &counted);
    assert_eq!(settle(lines), Settlement::CarriesOver { amount: Cents(900) });
    // The next month's days outweigh it.
    let worth = BTreeMap::from([(day(1), Cents(900)), (day(2), Cents(900))]);
    let Settlement::Pays { days, amount, lines } = settle(differences(&worth, &counted)) else {
        panic!("outweighed")
    };
    assert_eq!((days, amount, lines.len()), (1, Cents(900), 3));
    assert_eq!(settle(Vec::new()), Settlement::Nothing);
}

#[test]
fn a_run_goes_forward_and_what_is_paid_stays_paid_b6() {
    use RunState::{Cancelled, Confirmed, Draft, FileMade, Paid};
    let by_file = |from: RunState, to| from.may_become(to, Payment::ByFile);
    assert!(by_file(Draft, Confirmed) && by_file(Confirmed, FileMade) && by_file(FileMade, Paid));
    assert!(by_file(Draft, Cancelled) && by_file(Confirmed, Cancelled) && by_file(FileMade, Cancelled));
    assert!(!by_file(Confirmed, Paid), "not without the file");
    assert!(Confirmed.may_become(Paid, Payment::Elsewhere));
    assert!(
        !Confirmed.may_become(FileMade, Payment::Elsewhere),
        "no file where there are no accounts"
    );
    for next in RunState::ALL {
        for end in [Paid, Cancelled] {
            assert!(!by_file(end, *next) && !end.may_become(*next, Payment::Elsewhere));
        }
        assert!(!next.may_become(Draft, Payment::ByFile));
    }
}

/// What may happen, in any order.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// A day is marked; in a confirmed month that is refused.
    Mark(usize, bool),
    /// The month is confirmed.
    ConfirmMonth,
    /// A day of a confirmed month is corrected, and the correction is confirmed.
    Correct(usize, bool),
    /// From a day on another rate applies.
    Rate(usize, i64),
    /// A run is drafted.
    Count,
    /// The latest run goes forward.
    Forward,
    /// The latest run is cancelled.
    Cancel,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0..DAYS, any::<bool>()).prop_map(|(day, attended)| Step::Mark(day, attended)),
        Just(Step::ConfirmMonth),
        (0..DAYS, any::<bool>()).prop_map(|(day, attended)| Step::Correct(day, attended)),
        (0..DAYS, prop::sample::select(vec![0_i64, 900, 1_800]))
            .prop_map(|(day, cents)| Step::Rate(day, cents)),
        Just(Step::Count),
        Just(Step::Count),
        Just(Step::Forward),
        Just(Step::Cancel),
    ];
    prop::collection::vec(step, 0..60)
}

/// One client, one month, and the runs over it.
#[derive(Debug)]
struct World {
    attended: [bool; DAYS],
    rates: [i64; DAYS],
    is_confirmed: bool,
    runs: Vec<(RunState, Vec<DayLine>)>,
}

impl World {
    fn new() -> Self {
        Self {
            attended: [false; DAYS],
            rates: [900; DAYS],
            is_confirmed: false,
            runs: Vec::new(),
        }
    }

    /// Only confirmed months are counted, and only days that are worth something.
    fn worth(&self) -> BTreeMap<Date, Cents> {
        let pays = |place: &usize| self.is_confirmed && self.attended[*place] && self.rates[*place] > 0;
        (0..DAYS)
            .filter(pays)
            .map(|place| (day(place), Cents(self.rates[place])))
            .collect()
    }

    fn counted(&self, counts: impl Fn(RunState) -> bool) -> BTreeMap<Date, Counted> {
        let mut counted: BTreeMap<Date, Counted> = BTreeMap::new();
        for (_, lines) in self.runs.iter().filter(|(state, _)| counts(*state)) {
            for line in lines {
                let sum = counted.entry(line.date).or_default();
                sum.days += line.days;
                sum.amount = sum.amount + line.amount;
            }
        }
        counted
    }

    fn count(&mut self) {
        let is_open = self.runs.iter().any(|(state, _)| *state == RunState::Draft);
        let counted = self.counted(|state| state != RunState::Cancelled);
        if let (false, Settlement::Pays { lines, .. }) =
            (is_open, settle(differences(&self.worth(), &counted)))
        {
            self.runs.push((RunState::Draft, lines));
        }
    }

    fn turn(&mut self, next: impl Fn(RunState) -> Option<RunState>) {
        if let Some((state, _)) = self.runs.last_mut()
            && let Some(next) = next(*state).filter(|next| state.may_become(*next, Payment::ByFile))
        {
            *state = next;
        }
    }

    fn go(&mut self, step: Step) {
        match step {
            Step::Mark(place, attended) if !self.is_confirmed => self.attended[place] = attended,
            Step::Correct(place, attended) if self.is_confirmed => self.attended[place] = attended,
            Step::Mark(..) | Step::Correct(..) => {}
            Step::ConfirmMonth => self.is_confirmed = true,
            Step::Rate(from, cents) => self.rates[from..].fill(cents),
            Step::Count => self.count(),
            Step::Forward => self.turn(forward),
            Step::Cancel => self.turn(|_| Some(RunState::Cancelled)),
        }
    }
}

fn forward(state: RunState) -> Option<RunState> {
    match state {
        RunState::Draft => Some(RunState::Confirmed),
        RunState::Confirmed => Some(RunState::FileMade),
        RunState::FileMade => Some(RunState::Paid),
        RunState::Paid | RunState::Cancelled => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// B6: any sequence of marks, confirmations, corrections, rates, runs and cancellings pays each attended day exactly
    /// once in the end, and never twice on the way.
    #[test]
    fn each_attended_day_is_paid_exactly_once_in_the_end(steps in steps()) {
        let mut world = World::new();
        for step in steps {
            world.go(step);
            for (date, counted) in world.counted(|state| state != RunState::Cancelled) {
                prop_assert!((0..=1).contains(&counted.days), "{date} is counted {} times", counted.days);
                prop_assert!(counted.amount >= Cents::ZERO);
            }
            for (_, lines) in &world.runs {
                let total: Cents = lines.iter().map(|line| line.amount).sum();
                prop_assert!(total >= Cents::ZERO, "nobody is asked for money");
            }
        }
        // In the end the month is confirmed, what is open is paid, and what is left is counted and paid.
        world.go(Step::ConfirmMonth);
        for _ in 0..2 {
            for _ in 0..3 {
                world.go(Step::Forward);
            }
            // Runs other than the latest go forward too.
            for (state, _) in &mut world.runs {
                while let Some(next) = forward(*state) {
                    *state = next;
                }
            }
            world.go(Step::Count);
        }
        for (state, _) in &mut world.runs {
            while let Some(next) = forward(*state) {
                *state = next;
            }
        }
        let paid = world.counted(|state| state == RunState::Paid);
        let worth = world.worth();
        match settle(differences(&worth, &paid)) {
            Settlement::Nothing => {
                for place in 0..DAYS {
                    let counted = paid.get(&day(place)).copied().unwrap_or_default();
                    let due = worth.get(&day(place)).copied();
                    prop_assert_eq!(counted.days, i64::from(due.is_some()));
                    prop_assert_eq!(counted.amount, due.unwrap_or_default());
                }
            }
            Settlement::CarriesOver { amount } => {
                let all_paid: Cents = paid.values().map(|counted| counted.amount).sum();
                let all_due: Cents = worth.values().copied().sum();
                prop_assert_eq!(all_paid - all_due, amount, "too much was paid, and is carried over");
            }
            Settlement::Pays { .. } => prop_assert!(false, "something was left unpaid"),
        }
    }
}
