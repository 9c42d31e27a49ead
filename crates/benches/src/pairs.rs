//! A figure and its floor, taken in turns, so that whatever else the machine does slows both.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Rounds at the beginning that are not counted: caches fill, statements are prepared.
const WARMING: usize = 10;

/// What was measured of one figure.
#[derive(Debug)]
pub struct Pairs {
    product: Vec<Duration>,
    floor: Vec<Duration>,
}

impl Pairs {
    /// Takes both in turns, so many times.
    ///
    /// # Errors
    /// When either fails.
    pub fn take(
        rounds: usize,
        mut product: impl FnMut(usize) -> Result<()>,
        mut floor: impl FnMut(usize) -> Result<()>,
    ) -> Result<Self> {
        let mut pairs = Self {
            product: Vec::with_capacity(rounds),
            floor: Vec::with_capacity(rounds),
        };
        for round in 0..rounds + WARMING {
            let (of_product, of_floor) = (time(|| product(round))?, time(|| floor(round))?);
            if round >= WARMING {
                pairs.product.push(of_product);
                pairs.floor.push(of_floor);
            }
        }
        Ok(pairs)
    }

    /// The median of what the product took, each beside its own floor.
    pub fn ratio(&self) -> f64 {
        let pairs = self.product.iter().zip(&self.floor);
        let mut ratios: Vec<f64> = pairs
            .map(|(product, floor)| product.as_secs_f64() / floor.as_secs_f64())
            .collect();
        ratios.sort_by(f64::total_cmp);
        ratios.get(ratios.len() / 2).copied().unwrap_or_default()
    }

    /// The product's times.
    pub fn product(&self) -> Times {
        Times::of(&self.product)
    }

    /// The floor's times.
    pub fn floor(&self) -> Times {
        Times::of(&self.floor)
    }
}

/// The middle and the slow end.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    /// Half are quicker.
    pub median: Duration,
    /// One in a hundred is slower.
    pub slow: Duration,
}

impl Times {
    fn of(times: &[Duration]) -> Self {
        let mut times = times.to_vec();
        times.sort_unstable();
        let at = |hundredths: usize| {
            times
                .get(times.len() * hundredths / 100)
                .copied()
                .unwrap_or_default()
        };
        Self {
            median: at(50),
            slow: at(99),
        }
    }
}

/// The median of some times.
pub fn middle(times: &[Duration]) -> Duration {
    Times::of(times).median
}

fn time(work: impl FnOnce() -> Result<()>) -> Result<Duration> {
    let begun = Instant::now();
    work()?;
    Ok(begun.elapsed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_in_the_middle_and_the_slow_end_at_the_end() {
        let times: Vec<Duration> = (0..100).rev().map(Duration::from_millis).collect();
        let times = Times::of(&times);
        assert_eq!((times.median.as_millis(), times.slow.as_millis()), (50, 99));
    }

    #[test]
    fn a_ratio_is_of_pairs_not_of_middles() {
        let pairs = Pairs {
            product: [2, 40, 600].map(Duration::from_millis).into(),
            floor: [1, 20, 300].map(Duration::from_millis).into(),
        };
        assert!((pairs.ratio() - 2.0).abs() < 1e-9);
    }
}
