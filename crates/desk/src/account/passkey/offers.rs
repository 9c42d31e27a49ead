//! How many offers one place is given: anyone may ask for one before signing in, and each is kept for ten minutes.

use std::{collections::HashMap, net::IpAddr, sync::Mutex};

use jiff::{SignedDuration, Timestamp};

use crate::account::throttle::network;

/// So many offers a place gets in a [`WINDOW`]. A whole municipality may come from one address.
const MOST: u32 = 120;
/// For how long offers are counted together.
const WINDOW: SignedDuration = SignedDuration::from_mins(1);
/// So many places are counted at a time. Beyond that counting begins anew: whoever has so many addresses is not stopped
/// here, and the memory of a node stays bounded.
const MOST_PLACES: usize = 10_000;

/// The offers of this node in the last minute, by place.
#[derive(Debug, Default)]
pub(crate) struct Offers(Mutex<HashMap<Vec<u8>, Count>>);

#[derive(Debug, Clone, Copy)]
struct Count {
    since: Timestamp,
    offers: u32,
}

impl Offers {
    /// Counts an offer to a place.
    ///
    /// # Errors
    /// After how many seconds the place gets the next, when it has had all of this minute.
    pub(crate) fn admit(&self, source: IpAddr, now: Timestamp) -> Result<(), u32> {
        let mut places = self.0.lock().expect("offers");
        let is_over = |count: &Count| now.duration_since(count.since).abs() >= WINDOW;
        if places.len() >= MOST_PLACES {
            places.retain(|_, count| !is_over(count));
            if places.len() >= MOST_PLACES {
                places.clear();
            }
        }
        let fresh = Count {
            since: now,
            offers: 0,
        };
        let count = places.entry(network(source)).or_insert(fresh);
        if is_over(count) {
            *count = fresh;
        }
        if count.offers >= MOST {
            let rest = WINDOW - now.duration_since(count.since).abs();
            return Err(u32::try_from(rest.as_secs() + 1).unwrap_or(1));
        }
        count.offers += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).expect("a moment")
    }

    #[test]
    fn a_place_that_asks_without_end_waits_and_others_do_not() {
        let offers = Offers::default();
        let (here, there) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([198, 51, 100, 7]));
        for _ in 0..MOST {
            assert_eq!(offers.admit(here, moment(0)), Ok(()));
        }
        assert_eq!(offers.admit(here, moment(20)), Err(41));
        assert_eq!(offers.admit(there, moment(20)), Ok(()));
        assert_eq!(offers.admit(here, moment(60)), Ok(()));
    }
}
