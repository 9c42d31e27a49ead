//! The attendance grid (B6): one mark for one client and day, with the one-letter codes that people know.
//!
//! | letter | mark |
//! | --- | --- |
//! | `x`, or hours | present |
//! | `s` | sick (sairas) |
//! | `p` | absent without leave (poissa) |
//! | `l` | absent with leave (luvallinen) |
//! | `-` | not a day of this client |
//! | `·` | expected, not marked yet |

use crate::dates::{HoursError, Minutes, parse_hours};
use crate::words::fold;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What happened, or is to happen, on one day of one client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "mark", rename_all = "kebab-case")]
pub enum Mark {
    /// The schedule has the day, and nobody has marked it yet.
    Expected,
    /// Present this long.
    Present {
        /// The time at work, travel not counted.
        minutes: Minutes,
    },
    /// Absent because of illness.
    Sick,
    /// Absent without leave.
    Absent,
    /// Absent with leave.
    Permitted,
    /// Not one of the client's days.
    NotADay,
}

/// Why a cell of a grid is no mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MarkError {
    /// The cell is empty: nothing was marked.
    #[error("nothing was marked")]
    Empty,
    /// Neither a letter of the grid nor hours, such as a question mark.
    #[error("neither a letter of the grid nor hours")]
    Unclear,
    /// More hours than a day has.
    #[error("more than 24 hours")]
    TooLong,
}

impl MarkError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty => "mark-empty",
            Self::Unclear => "mark-unclear",
            Self::TooLong => "mark-too-long",
        }
    }
}

impl Mark {
    /// Reads a cell as people write it: a letter or word of the grid, or hours (`6h`, `6,5`, `4`). A bare `x` is
    /// the hours that the schedule has for the day.
    pub fn parse(text: &str, scheduled: Minutes) -> Result<Self, MarkError> {
        match text.trim() {
            "" => return Err(MarkError::Empty),
            "-" | "–" => return Ok(Self::NotADay),
            "·" => return Ok(Self::Expected),
            _ => {}
        }
        match fold(text).as_str() {
            "x" | "lasna" | "narvarande" | "present" => Ok(Self::Present { minutes: scheduled }),
            "s" | "sairas" | "sjuk" | "sick" => Ok(Self::Sick),
            "p" | "poissa" | "luvaton" | "franvarande" | "absent" => Ok(Self::Absent),
            "l" | "luvallinen" | "lupa" | "med lov" | "permitted" => Ok(Self::Permitted),
            _ => parse_hours(text)
                .map(Self::of_hours)
                .map_err(|error| match error {
                    HoursError::Shape => MarkError::Unclear,
                    HoursError::TooLong => MarkError::TooLong,
                }),
        }
    }

    /// No time present is an absence that nobody has given a reason for.
    const fn of_hours(minutes: Minutes) -> Self {
        if minutes.0 == 0 {
            Self::Absent
        } else {
            Self::Present { minutes }
        }
    }

    /// The grid's letter, by which the mark is stored beside its minutes.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Expected => "·",
            Self::Present { .. } => "x",
            Self::Sick => "s",
            Self::Absent => "p",
            Self::Permitted => "l",
            Self::NotADay => "-",
        }
    }

    /// The mark of a stored letter and its minutes; `None` for a letter that the grid lacks.
    #[must_use]
    pub fn from_letter(letter: &str, minutes: Minutes) -> Option<Self> {
        let marks = [
            Self::Expected,
            Self::Present { minutes },
            Self::Sick,
            Self::Absent,
            Self::Permitted,
            Self::NotADay,
        ];
        marks.into_iter().find(|mark| mark.letter() == letter)
    }

    /// The time present; none unless present.
    #[must_use]
    pub const fn minutes(self) -> Minutes {
        match self {
            Self::Present { minutes } => minutes,
            _ => Minutes::ZERO,
        }
    }

    /// Whether the client attended: what a daily allowance is paid for.
    #[must_use]
    pub const fn is_attended(self) -> bool {
        matches!(self, Self::Present { .. })
    }

    /// Whether this is an absence of any kind.
    #[must_use]
    pub const fn is_absence(self) -> bool {
        matches!(self, Self::Sick | Self::Absent | Self::Permitted)
    }

    /// The key of the mark's name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Expected => "mark-expected",
            Self::Present { .. } => "mark-present",
            Self::Sick => "mark-sick",
            Self::Absent => "mark-absent",
            Self::Permitted => "mark-permitted",
            Self::NotADay => "mark-not-a-day",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SCHEDULED: Minutes = Minutes::hours(5);

    fn read(cell: &str) -> Result<Mark, MarkError> {
        Mark::parse(cell, SCHEDULED)
    }

    #[test]
    fn the_cells_of_an_old_grid_are_understood_b6() {
        let present = |minutes| {
            Ok(Mark::Present {
                minutes: Minutes(minutes),
            })
        };
        assert_eq!(read("x"), present(300));
        assert_eq!(read("6h"), present(360));
        assert_eq!(read("6,5"), present(390));
        assert_eq!(read("4"), present(240));
        assert_eq!(read("s"), Ok(Mark::Sick));
        assert_eq!(read("p"), Ok(Mark::Absent));
        assert_eq!(read("L "), Ok(Mark::Permitted));
        assert_eq!(read("-"), Ok(Mark::NotADay));
        assert_eq!(read("0"), Ok(Mark::Absent));
    }

    #[test]
    fn a_cell_that_says_nothing_sure_is_listed_rather_than_guessed() {
        assert_eq!(read("?"), Err(MarkError::Unclear));
        assert_eq!(read("xx"), Err(MarkError::Unclear));
        assert_eq!(read(" "), Err(MarkError::Empty));
        assert_eq!(read("44"), Err(MarkError::TooLong));
    }

    #[test]
    fn only_attended_days_earn_an_allowance_b6() {
        let attended: Vec<_> = ["x", "4", "s", "p", "l", "-"]
            .iter()
            .map(|c| read(c).expect("clear"))
            .collect();
        assert_eq!(attended.iter().filter(|mark| mark.is_attended()).count(), 2);
        assert_eq!(attended.iter().filter(|mark| mark.is_absence()).count(), 3);
        assert_eq!(
            attended.iter().map(|mark| mark.minutes()).sum::<Minutes>(),
            Minutes(540)
        );
    }

    #[test]
    fn a_mark_travels_with_its_minutes() {
        let text = serde_json::to_string(&Mark::Present {
            minutes: Minutes(390),
        })
        .expect("an object");
        assert_eq!(text, r#"{"mark":"present","minutes":390}"#);
        assert_eq!(
            serde_json::from_str::<Mark>(r#"{"mark":"not-a-day"}"#).expect("known"),
            Mark::NotADay
        );
    }

    proptest! {
        #[test]
        fn a_stored_mark_comes_back_as_it_was(kind in 0usize..6, minutes in 1u16..=1440) {
            let mark = [
                Mark::Expected, Mark::Present { minutes: Minutes(minutes) }, Mark::Sick, Mark::Absent,
                Mark::Permitted, Mark::NotADay,
            ][kind];
            prop_assert_eq!(Mark::from_letter(mark.letter(), mark.minutes()), Some(mark));
            prop_assert_eq!(Mark::parse(mark.letter(), mark.minutes()), Ok(mark));
        }

        #[test]
        fn no_cell_makes_the_reader_panic(text in "\\PC{0,8}") {
            let _ = read(&text);
        }
    }
}
