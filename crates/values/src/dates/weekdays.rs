use jiff::civil::Weekday;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use thiserror::Error;

/// The days of the week from Monday, with the names that the API and forms use.
const NAMES: [(Weekday, &str); 7] = [
    (Weekday::Monday, "monday"),
    (Weekday::Tuesday, "tuesday"),
    (Weekday::Wednesday, "wednesday"),
    (Weekday::Thursday, "thursday"),
    (Weekday::Friday, "friday"),
    (Weekday::Saturday, "saturday"),
    (Weekday::Sunday, "sunday"),
];

/// Some days of the week: those of a weekly schedule. Travels as a list of names, is stored as one bit a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Weekdays(u8);

/// Why something is no set of weekdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WeekdaysError {
    /// A word that names no weekday.
    #[error("no such weekday")]
    Unknown,
}

impl WeekdaysError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Unknown => "weekdays-unknown",
        }
    }
}

impl Weekdays {
    /// No day.
    pub const NONE: Self = Self(0);

    /// The days of these names (`monday`), in any order; a name may come twice.
    pub fn parse<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Self, WeekdaysError> {
        names.into_iter().map(weekday).collect()
    }

    /// The set that was stored as these bits, Monday being the lowest; `None` when there are others.
    #[must_use]
    pub const fn from_bits(bits: u8) -> Option<Self> {
        if bits < 1 << 7 { Some(Self(bits)) } else { None }
    }

    /// One bit a day, Monday being the lowest.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Whether a weekday is one of them.
    #[must_use]
    pub fn contains(self, weekday: Weekday) -> bool {
        self.0 & bit(weekday) != 0
    }

    /// How many.
    #[must_use]
    pub fn count(self) -> u8 {
        u8::try_from(self.0.count_ones()).unwrap_or(7)
    }

    /// The days, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        NAMES
            .into_iter()
            .map(|(weekday, _)| weekday)
            .filter(move |weekday| self.contains(*weekday))
    }

    /// The names of the days, Monday first.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES
            .into_iter()
            .filter(move |(weekday, _)| self.contains(*weekday))
            .map(|(_, name)| name)
    }

    /// The name of a weekday, as in [`Weekdays::parse`].
    #[must_use]
    pub fn name_of(weekday: Weekday) -> &'static str {
        NAMES[usize::from(weekday.to_monday_zero_offset().unsigned_abs())].1
    }
}

impl FromIterator<Weekday> for Weekdays {
    fn from_iter<I: IntoIterator<Item = Weekday>>(weekdays: I) -> Self {
        Self(weekdays.into_iter().fold(0, |bits, weekday| bits | bit(weekday)))
    }
}

fn bit(weekday: Weekday) -> u8 {
    1 << weekday.to_monday_zero_offset()
}

fn weekday(name: &str) -> Result<Weekday, WeekdaysError> {
    NAMES
        .into_iter()
        .find(|(_, known)| *known == name)
        .map(|(weekday, _)| weekday)
        .ok_or(WeekdaysError::Unknown)
}

impl Serialize for Weekdays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names())
    }
}

impl<'de> Deserialize<'de> for Weekdays {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let names = <Vec<String> as Deserialize>::deserialize(deserializer)?;
        Self::parse(names.iter().map(String::as_str)).map_err(D::Error::custom)
    }
}

impl JsonSchema for Weekdays {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Weekdays".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names = NAMES.map(|(_, name)| name);
        json_schema!({ "type": "array", "items": { "type": "string", "enum": names } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_schedule_of_three_days_is_read_whatever_its_order_b2() {
        let days = Weekdays::parse(["wednesday", "monday", "tuesday", "monday"]).expect("names");
        assert_eq!(days.count(), 3);
        assert_eq!(
            days.names().collect::<Vec<_>>(),
            ["monday", "tuesday", "wednesday"]
        );
        assert!(days.contains(Weekday::Monday) && !days.contains(Weekday::Sunday));
    }

    #[test]
    fn a_word_that_is_no_weekday_is_refused() {
        assert_eq!(Weekdays::parse(["maanantai"]), Err(WeekdaysError::Unknown));
        assert_eq!(Weekdays::from_bits(0b1000_0000), None);
    }

    proptest! {
        #[test]
        fn a_set_reads_back_from_bits_names_and_json(bits in 0u8..128) {
            let days = Weekdays::from_bits(bits).expect("seven bits");
            prop_assert_eq!(days.bits(), bits);
            prop_assert_eq!(Weekdays::parse(days.names()), Ok(days));
            prop_assert_eq!(days.iter().collect::<Weekdays>(), days);
            let json = serde_json::to_string(&days).expect("JSON");
            prop_assert_eq!(serde_json::from_str::<Weekdays>(&json).expect("reads back"), days);
        }
    }
}
