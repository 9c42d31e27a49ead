//! Time and randomness as arguments, so that rules can be tested at any moment.

use std::sync::{
    Mutex,
    atomic::{AtomicU32, Ordering},
};

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use rand::{Rng, SeedableRng, rngs::StdRng};
use uuid::Uuid;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The moment now.
    fn now(&self) -> Timestamp;
    /// The date now where the registers are kept: Finland.
    fn today(&self) -> Date {
        date_in_finland(self.now())
    }
    /// The moment that workers' own devices show, by which one-time codes go.
    fn on_devices(&self) -> Timestamp {
        self.now()
    }
}

/// The date in Finland at a moment.
#[must_use]
pub fn date_in_finland(at: Timestamp) -> Date {
    at.to_zoned(finland()).date()
}

/// Finland's time zone.
///
/// # Panics
/// Never on a system with the time zone database that jiff bundles or finds.
#[must_use]
pub fn finland() -> TimeZone {
    TimeZone::get("Europe/Helsinki").expect("the time zone database knows Helsinki")
}

/// Gives random bytes fit for keys.
pub trait Entropy: Send + Sync {
    /// Fills the buffer.
    fn fill(&self, buffer: &mut [u8]);
}

/// Counts the ids of this process: within a millisecond, order follows the count (RFC 9562, section 6.2, method 1).
static COUNT: AtomicU32 = AtomicU32::new(0);

/// A fresh id whose order follows time, so that indexes grow at their end.
///
/// Thirty bits of the count stand in it, eight before the variant's two bits and twenty-two after them: so many that they
/// do not come round while a story's clock stands still. Forty random bits keep processes of one database apart.
#[must_use]
pub fn new_id(clock: &dyn Clock, entropy: &dyn Entropy) -> Uuid {
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let [.., high] = (count >> 22).to_be_bytes();
    let [_, middle, lower, lowest] = count.to_be_bytes();
    let mut bytes = [0, high, middle, lower, lowest, 0, 0, 0, 0, 0];
    entropy.fill(&mut bytes[5..]);
    let milliseconds = u64::try_from(clock.now().as_millisecond()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(milliseconds, &bytes).into_uuid()
}

/// The real clock and the real randomness.
#[derive(Debug, Default, Clone, Copy)]
pub struct OperatingSystem;

impl Clock for OperatingSystem {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the real clock"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

impl Entropy for OperatingSystem {
    fn fill(&self, buffer: &mut [u8]) {
        rand::rng().fill_bytes(buffer);
    }
}

/// A clock that runs as the real one does, some days before or after it: for demos, which look the same whatever the
/// day on which they are shown.
#[derive(Debug, Clone, Copy)]
pub struct ShiftedClock(SignedDuration);

impl ShiftedClock {
    /// Runs so that it is that day in Finland now, at the hour that it is.
    ///
    /// # Errors
    /// When the day is out of reach of the calendar.
    pub fn on(day: Date) -> Result<Self, jiff::Error> {
        let now = OperatingSystem.now().to_zoned(finland());
        let then = now.with().date(day).build()?;
        Ok(Self(then.timestamp().duration_since(now.timestamp())))
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> Timestamp {
        OperatingSystem.now() + self.0
    }
    /// Telephones go on showing the real time.
    fn on_devices(&self) -> Timestamp {
        OperatingSystem.now()
    }
}

/// A clock that stands still until it is moved: for tests and demo data.
#[derive(Debug)]
pub struct FixedClock(Mutex<Timestamp>);

impl FixedClock {
    /// Stands at the given moment.
    #[must_use]
    pub fn at(moment: Timestamp) -> Self {
        Self(Mutex::new(moment))
    }

    /// Moves to another moment.
    ///
    /// # Panics
    /// When another thread panicked while it moved the clock.
    pub fn move_to(&self, moment: Timestamp) {
        *self.0.lock().expect("clock") = moment;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().expect("clock")
    }
}

/// Randomness that repeats itself: for demo data only, never for keys of real people.
#[derive(Debug)]
pub struct SeededEntropy(Mutex<StdRng>);

impl SeededEntropy {
    /// The same seed gives the same bytes.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, buffer: &mut [u8]) {
        self.0.lock().expect("randomness").fill_bytes(buffer);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn ids_made_while_the_clock_stands_still_keep_their_order() {
        let (clock, entropy) = (FixedClock::at(Timestamp::UNIX_EPOCH), SeededEntropy::new(1));
        let ids: Vec<Uuid> = (0..20_000).map(|_| new_id(&clock, &entropy)).collect();
        assert!(ids.is_sorted());
    }

    #[test]
    fn a_shifted_clock_has_its_day_and_runs_while_devices_keep_the_real_time() {
        for day in [date(2026, 11, 23), date(2027, 6, 25), date(2026, 3, 29)] {
            let clock = ShiftedClock::on(day).expect("a clock");
            let (before, devices) = (clock.now(), clock.on_devices());
            // Around midnight the day may have changed since.
            assert!((clock.today() - day).get_days() <= 1, "{day}");
            std::thread::sleep(std::time::Duration::from_millis(2));
            assert!(clock.now() > before);
            assert!(OperatingSystem.now().duration_since(devices).abs() < SignedDuration::from_secs(60));
        }
    }
}
