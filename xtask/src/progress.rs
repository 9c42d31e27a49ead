//! Tells what is being done and how long it took.

use std::time::{Duration, Instant};

/// Says that something begins; [`Doing::done`] says that it is over.
pub fn begin(what: &str) -> Doing<'_> {
    println!("▶ {what}");
    Doing {
        what,
        since: Instant::now(),
    }
}

/// Something under way.
pub struct Doing<'a> {
    what: &'a str,
    since: Instant,
}

impl Doing<'_> {
    /// Says how it went, and returns how long it took.
    pub fn done(self, worked: bool) -> Duration {
        let took = self.since.elapsed();
        println!(
            "{} {} ({})",
            if worked { "✓" } else { "✗" },
            self.what,
            in_words(took)
        );
        took
    }
}

/// A duration as people say it: `0.4 s`, `3 min 5 s`.
pub fn in_words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        assert_eq!(in_words(Duration::from_millis(420)), "0.4 s");
        assert_eq!(in_words(Duration::from_millis(59_900)), "59 s");
        assert_eq!(in_words(Duration::from_secs(185)), "3 min 5 s");
    }
}
