//! What is marked, as it is sent: by a page's script and by programs as JSON, without a script by the sheet's form.

use jiff::civil::Date;
use polku_desk::{SubjectId, named_states};
use polku_pages::form::FormState;
use polku_values::{Mark, Minutes, dates::parse_hours};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    cell::{Cell, may_mark},
    store::Marking,
};

/// As many marks at most are saved together: far more than a group has.
pub(super) const MOST_MARKS: usize = 500;

named_states! {
    /// The kinds of marks, as pages and scripts name them.
    pub(crate) enum Kind {
        /// Present.
        Present = "present",
        /// Ill.
        Sick = "sick",
        /// Absent without leave.
        Absent = "absent",
        /// Absent with leave.
        Permitted = "permitted",
        /// Not a day of the client.
        NotADay = "not-a-day",
        /// Nothing is marked.
        Expected = "expected",
    }
}

impl Kind {
    /// What kind a mark is.
    pub(crate) const fn of(mark: Mark) -> Self {
        match mark {
            Mark::Present { .. } => Self::Present,
            Mark::Sick => Self::Sick,
            Mark::Absent => Self::Absent,
            Mark::Permitted => Self::Permitted,
            Mark::NotADay => Self::NotADay,
            Mark::Expected => Self::Expected,
        }
    }

    /// The mark of this kind; of presence this long.
    pub(crate) const fn mark(self, minutes: Minutes) -> Mark {
        match self {
            Self::Present => Mark::Present { minutes },
            Self::Sick => Mark::Sick,
            Self::Absent => Mark::Absent,
            Self::Permitted => Mark::Permitted,
            Self::NotADay => Mark::NotADay,
            Self::Expected => Mark::Expected,
        }
    }
}

/// One day of one client to be marked.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub(crate) struct MarkInput {
    /// Who.
    pub(crate) client: SubjectId,
    /// Which day.
    pub(crate) date: Date,
    /// What: `present` with its minutes, `sick`, `absent`, `permitted`, `not-a-day`; `expected` takes a mark back.
    #[serde(flatten)]
    pub(crate) mark: Mark,
    /// The version of the cell that was seen, 0 when the day was never marked.
    pub(crate) seen: i64,
}

/// Marks that are saved together.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub(crate) struct MarksInput {
    /// The marks.
    pub(crate) marks: Vec<MarkInput>,
}

/// What a mark cannot be saved for: whose, which day, and the key of the text that says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unfit {
    /// Whose.
    pub(crate) client: SubjectId,
    /// The key of the text.
    pub(crate) key: &'static str,
}

impl MarksInput {
    /// The marks, when all of them can be saved. Of several for the same day the last one counts.
    pub(crate) fn check(&self, today: Date) -> Result<Vec<Marking>, Vec<Unfit>> {
        let mut markings: Vec<Marking> = Vec::new();
        for input in &self.marks {
            markings.retain(|earlier| (earlier.client, earlier.day) != (input.client, input.date));
            markings.push(Marking {
                client: input.client,
                day: input.date,
                mark: input.mark,
                seen: input.seen,
            });
        }
        fit(markings, today)
    }
}

/// The markings, when rules allow all of them.
pub(super) fn fit(markings: Vec<Marking>, today: Date) -> Result<Vec<Marking>, Vec<Unfit>> {
    let unfit: Vec<Unfit> = markings
        .iter()
        .filter_map(|marking| {
            let key = may_mark(marking.mark, marking.day, today).err()?;
            Some(Unfit {
                client: marking.client,
                key,
            })
        })
        .collect();
    if unfit.is_empty() {
        Ok(markings)
    } else {
        Err(unfit)
    }
}

/// What a row of the form was when it was shown; it travels in a hidden field. So an untouched row is told from one
/// that was marked, and nothing needs to be read again before saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// What stood there.
    pub(crate) mark: Mark,
    /// What stands there when nothing is marked.
    pub(crate) unmarked: Kind,
    /// At which version.
    pub(crate) seen: i64,
    /// How long the client is present unless other hours are typed.
    pub(crate) hours: Minutes,
}

impl Shown {
    /// A cell as it is shown.
    pub(crate) fn of(cell: &Cell) -> Self {
        Self {
            mark: cell.mark,
            unmarked: Kind::of(cell.unmarked),
            seen: cell.version,
            hours: cell.hours,
        }
    }

    /// The choice that stands for what is shown: nothing chosen reads [`Kind::Expected`].
    pub(super) fn choice(&self) -> Kind {
        let kind = Kind::of(self.mark);
        if kind == self.unmarked {
            Kind::Expected
        } else {
            kind
        }
    }
}

impl std::fmt::Display for Shown {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (kind, minutes) = (Kind::of(self.mark), self.mark.minutes().0);
        write!(
            formatter,
            "{kind} {minutes} {} {} {}",
            self.unmarked, self.seen, self.hours.0
        )
    }
}

impl std::str::FromStr for Shown {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts: Vec<&str> = text.split(' ').collect();
        let [kind, minutes, unmarked, seen, hours] = parts[..] else {
            return Err("a row of the sheet");
        };
        let number = |text: &str| text.parse().map(Minutes).map_err(|_| "a row of the sheet");
        let kind: Kind = kind.parse().map_err(|_| "a row of the sheet")?;
        Ok(Self {
            mark: kind.mark(number(minutes)?),
            unmarked: unmarked.parse().map_err(|_| "a row of the sheet")?,
            seen: seen.parse().map_err(|_| "a row of the sheet")?,
            hours: number(hours)?,
        })
    }
}

/// The name of a row's field in the form.
pub(super) fn field(kind: &str, client: SubjectId) -> String {
    format!("{kind}.{client}")
}

/// What the form's button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// Only what was marked.
    Marked,
    /// What was marked, and everyone still expected as present.
    EveryoneElsePresent,
}

/// The markings of the form: rows that were changed and, when asked, all that were still expected.
///
/// # Errors
/// What is to be mended, by row; or an empty list when the form is not the sheet's.
pub(super) fn of_form(
    form: &FormState,
    day: Date,
    extent: Extent,
    today: Date,
) -> Result<Vec<Marking>, Vec<Unfit>> {
    let mut markings = Vec::new();
    let mut unfit = Vec::new();
    for name in form.values.keys() {
        let Some(id) = name.strip_prefix("was.") else {
            continue;
        };
        let client: SubjectId = id.parse().map_err(|_| Vec::new())?;
        let shown: Shown = form.value(name).parse().map_err(|_| Vec::new())?;
        match row(form, client, shown, extent) {
            Ok(mark) if mark != shown.mark => markings.push(Marking {
                client,
                day,
                mark,
                seen: shown.seen,
            }),
            Ok(_) => {}
            Err(key) => unfit.push(Unfit { client, key }),
        }
    }
    if unfit.is_empty() {
        fit(markings, today)
    } else {
        Err(unfit)
    }
}

fn row(form: &FormState, client: SubjectId, shown: Shown, extent: Extent) -> Result<Mark, &'static str> {
    let hours = form.typed(&field("hours", client));
    let minutes = hours
        .map(parse_hours)
        .transpose()
        .map_err(|error| error.key())?
        .unwrap_or(shown.hours);
    let chosen = form.typed(&field("mark", client)).map(str::parse::<Kind>);
    let chosen = chosen.transpose().map_err(|_| "mark-unclear")?;
    let still_expected = matches!(chosen, None | Some(Kind::Expected)) && shown.mark == Mark::Expected;
    Ok(match chosen {
        // Hours alone say that the client was there.
        None | Some(Kind::Expected) if still_expected && hours.is_some() => Mark::Present { minutes },
        _ if still_expected && extent == Extent::EveryoneElsePresent => {
            Mark::Present { minutes: shown.hours }
        }
        None => shown.mark,
        // What stands there for want of a mark need not be taken back.
        Some(Kind::Expected) if Kind::of(shown.mark) == shown.unmarked => shown.mark,
        Some(kind) => kind.mark(minutes),
    })
}

#[cfg(test)]
#[path = "input_tests.rs"]
mod tests;
