//! The alphabetical order of a register's people, kept current one person at a time.
//!
//! People are held by slot number in short runs; a run that is full is split. So finding someone's place, putting someone
//! in and stepping to a neighbour cost the same however many there are, and the texts that decide the order are looked at
//! only when someone is put in: no sort keys are kept.

use std::cmp::Ordering;

/// Places in a run: a place must fit the low byte of a seat.
const RUN: usize = 256;

/// How full runs are made at first, to leave room for newcomers.
const FIRST_FILL: usize = 208;

const NOWHERE: u32 = u32::MAX;

/// Slots in alphabetical order.
#[derive(Default)]
pub(crate) struct Order {
    /// Runs by their own number, which never changes.
    runs: Vec<Vec<u32>>,
    /// Numbers of the runs in alphabetical order; none of them is empty.
    sequence: Vec<u32>,
    /// Where each run stands in `sequence`.
    standing: Vec<u32>,
    /// By slot: the run's number and the place in it, or [`NOWHERE`].
    seats: Vec<u32>,
    /// Numbers of runs out of use.
    spare: Vec<u32>,
}

impl Order {
    /// The order of slots that are sorted already.
    pub fn of(sorted: &[u32]) -> Self {
        let mut order = Self::default();
        for part in sorted.chunks(FIRST_FILL) {
            let mut run = Vec::with_capacity(RUN);
            run.extend_from_slice(part);
            let number = order.add_run(run, order.sequence.len());
            order.seat(number, 0);
        }
        order
    }

    /// Puts a slot where `compare` says: it tells how a slot of the order compares with the new one.
    pub fn insert(&mut self, slot: u32, compare: impl Fn(u32) -> Ordering) {
        if self.sequence.is_empty() {
            self.add_run(Vec::with_capacity(RUN), 0);
        }
        let before = |other: &u32| compare(*other) == Ordering::Less;
        let after = self
            .sequence
            .partition_point(|run| self.run(*run).first().is_some_and(before));
        let mut number = self.sequence[after.saturating_sub(1)];
        let mut place = self.run(number).partition_point(before);
        if self.run(number).len() == RUN {
            let upper = self.split(number);
            if place > RUN / 2 {
                (number, place) = (upper, place - RUN / 2);
            }
        }
        self.runs[number as usize].insert(place, slot);
        self.seat(number, place);
    }

    /// Takes a slot out; nothing happens if it isn't in.
    pub fn remove(&mut self, slot: u32) {
        let Some((number, place)) = self.seat_of(slot) else {
            return;
        };
        self.seats[slot as usize] = NOWHERE;
        self.runs[number as usize].remove(place);
        self.seat(number, place);
        if self.run(number).is_empty() {
            self.sequence.remove(self.standing[number as usize] as usize);
            self.spare.push(number);
            self.stand();
        }
    }

    /// Whether the slot has a place.
    pub fn contains(&self, slot: u32) -> bool {
        self.seat_of(slot).is_some()
    }

    /// A number that is greater the later the slot stands; good until the order changes.
    pub fn position(&self, slot: u32) -> u32 {
        self.seat_of(slot).map_or(NOWHERE, |(number, place)| {
            self.standing[number as usize] << 8 | u32::try_from(place).unwrap_or(NOWHERE)
        })
    }

    /// Slots from the first on, or those that follow `slot`.
    pub fn following(&self, slot: Option<u32>) -> impl Iterator<Item = u32> {
        let (standing, place) = slot
            .and_then(|slot| self.place_of(slot))
            .map_or((0, 0), |(s, p)| (s, p + 1));
        let here = self
            .sequence
            .get(standing)
            .into_iter()
            .flat_map(move |run| &self.run(*run)[place..]);
        let later = self
            .sequence
            .iter()
            .skip(standing + 1)
            .flat_map(|run| self.run(*run));
        here.chain(later).copied()
    }

    /// Slots from the last back, or those that precede `slot`, nearest first.
    pub fn preceding(&self, slot: Option<u32>) -> impl Iterator<Item = u32> {
        let (standing, place) = slot
            .and_then(|slot| self.place_of(slot))
            .unwrap_or((self.sequence.len(), 0));
        let here = self
            .sequence
            .get(standing)
            .into_iter()
            .flat_map(move |run| self.run(*run)[..place].iter().rev());
        let earlier = self.sequence[..standing]
            .iter()
            .rev()
            .flat_map(|run| self.run(*run).iter().rev());
        here.chain(earlier).copied()
    }

    /// Bytes on the heap.
    pub fn memory(&self) -> usize {
        let runs: usize = self
            .runs
            .iter()
            .map(|run| run.capacity() * 4 + size_of::<Vec<u32>>())
            .sum();
        runs + (self.sequence.capacity() + self.standing.capacity() + self.seats.capacity()) * 4
    }

    fn run(&self, number: u32) -> &[u32] {
        &self.runs[number as usize]
    }

    fn seat_of(&self, slot: u32) -> Option<(u32, usize)> {
        let seat = *self.seats.get(slot as usize)?;
        (seat != NOWHERE).then_some((seat >> 8, (seat & 0xff) as usize))
    }

    fn place_of(&self, slot: u32) -> Option<(usize, usize)> {
        self.seat_of(slot)
            .map(|(number, place)| (self.standing[number as usize] as usize, place))
    }

    /// Notes the seats of a run from a place on.
    fn seat(&mut self, number: u32, from: usize) {
        for (place, slot) in (0_u32..).zip(&self.runs[number as usize]).skip(from) {
            let slot = *slot as usize;
            if slot >= self.seats.len() {
                self.seats.resize(slot + 1, NOWHERE);
            }
            self.seats[slot] = number << 8 | place;
        }
    }

    /// Moves the upper half of a full run to a run of its own right after it.
    fn split(&mut self, number: u32) -> u32 {
        let mut upper = Vec::with_capacity(RUN);
        upper.extend(self.runs[number as usize].drain(RUN / 2..));
        let number = self.add_run(upper, self.standing[number as usize] as usize + 1);
        self.seat(number, 0);
        number
    }

    fn add_run(&mut self, run: Vec<u32>, standing: usize) -> u32 {
        let number = self.spare.pop().unwrap_or_else(|| {
            self.runs.push(vec![]);
            self.standing.push(0);
            u32::try_from(self.runs.len() - 1).expect("fewer runs than slots")
        });
        self.runs[number as usize] = run;
        self.sequence.insert(standing, number);
        self.stand();
        number
    }

    fn stand(&mut self) {
        for (standing, run) in (0_u32..).zip(&self.sequence) {
            self.standing[*run as usize] = standing;
        }
    }
}

#[cfg(test)]
#[path = "order_tests.rs"]
mod tests;
