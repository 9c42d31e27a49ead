//! Change over time, as numbers, words and charts.

use jiff::civil::Date;
use polku_pages::{
    Texts,
    charts::{BarRow, BarStrip, LineChart, RadarChart, Series, Value},
    format,
};

use super::model::{Answers, Assessment};
use crate::instruments::{Change, Definition, Score, Subscale, Verdict, change};

/// Several assessments by one instrument, the earliest first, with the definition that names their subscales: the latest's.
pub(super) struct Course<'a> {
    pub(super) definition: &'a Definition,
    pub(super) family: &'a str,
    /// Each with the definition by which it was made.
    pub(super) points: Vec<(&'a Assessment, &'a Definition)>,
}

/// Whose answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// The worker's.
    Worker,
    /// The client's.
    Client,
}

impl Whose {
    /// The word of whoever answered.
    pub(super) fn word(self, texts: Texts) -> String {
        texts.t(match self {
            Self::Worker => "assessments-by-worker",
            Self::Client => "assessments-by-client",
        })
    }

    fn answers(self, of: &Assessment) -> Option<&Answers> {
        match self {
            Self::Worker => of.answers.has_any().then_some(&of.answers),
            Self::Client => of.given(),
        }
    }
}

/// The score of a subscale; none where it was not answered or the edition did not have it.
pub(super) fn score_of(
    of: &Assessment,
    definition: &Definition,
    subscale: &str,
    whose: Whose,
) -> Option<Score> {
    let scores = whose.answers(of)?.scores(definition);
    scores
        .into_iter()
        .find(|score| score.subscale == subscale && score.value.is_some())
}

/// A score as it is written: `3,7`.
pub(super) fn number(texts: Texts, value: f64) -> String {
    format::decimal(texts.locale(), value, 1)
}

/// A difference as it is written: `+0,7`.
pub(super) fn difference(texts: Texts, difference: f64) -> String {
    let rounded = format::decimal(texts.locale(), difference.abs(), 1);
    if rounded
        .chars()
        .all(|digit| !digit.is_ascii_digit() || digit == '0')
    {
        format!("±{rounded}")
    } else if difference > 0.0 {
        format!("+{rounded}")
    } else {
        format!("−{rounded}")
    }
}

/// A change in words: `+0,7: parempi`.
pub(super) fn in_words(texts: Texts, change: Change) -> String {
    let word = texts.t(&format!("assessments-change-{}", change.verdict));
    format!("{}, {word}", difference(texts, change.difference))
}

/// Whether a change is more than measuring explains.
pub(super) const fn is_reliable(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::ReliablyBetter | Verdict::ReliablyWorse)
}

impl Course<'_> {
    /// Those who answered anything.
    pub(super) fn answering(&self) -> Vec<Whose> {
        let any = |whose: &Whose| self.points.iter().any(|(one, _)| whose.answers(one).is_some());
        [Whose::Worker, Whose::Client].into_iter().filter(any).collect()
    }

    /// The change of a subscale from the first assessment to the latest, by the same people.
    pub(super) fn change(&self, subscale: &Subscale, whose: Whose) -> Option<Change> {
        let values: Vec<f64> = self
            .points
            .iter()
            .filter_map(|(one, definition)| score_of(one, definition, &subscale.key, whose)?.value)
            .collect();
        match values.as_slice() {
            [first, .., last] => Some(change(subscale, *first, *last)),
            _ => None,
        }
    }

    fn values(&self, texts: Texts, subscale: &str, whose: Whose) -> Vec<Option<Value>> {
        let value = |(one, definition): &(&Assessment, &Definition)| {
            let value = score_of(one, definition, subscale, whose)?.value?;
            Some(Value::new(value, number(texts, value)))
        };
        self.points.iter().map(value).collect()
    }

    fn range(&self, subscale: &str) -> (f64, f64) {
        let scores = Answers::default().scores(self.definition);
        let score = scores.iter().find(|score| score.subscale == subscale);
        score.map_or((0.0, 1.0), |score| (score.lowest, score.highest))
    }

    /// A subscale over time, a line for each who answered.
    pub(super) fn line(&self, texts: Texts, subscale: &Subscale) -> LineChart {
        let range = self.range(&subscale.key);
        let title = subscale.title.of(texts.locale());
        let id = format!("line-{}-{}", self.family, subscale.key);
        let mut chart = LineChart::new(id, title, range).description(self.described(texts, subscale));
        for tick in ticks(range) {
            chart = chart.tick(tick, format::decimal(texts.locale(), tick, 0));
        }
        let first = self.points.first().map_or(Date::ZERO, |(one, _)| one.dated);
        for (one, _) in &self.points {
            let days = (one.dated - first).get_days();
            chart = chart.moment(f64::from(days), format::date(one.dated));
        }
        for whose in self.answering() {
            chart = chart.series(Series::new(
                whose.word(texts),
                self.values(texts, &subscale.key, whose),
            ));
        }
        chart
    }

    /// What the line says, in words.
    pub(super) fn described(&self, texts: Texts, subscale: &Subscale) -> String {
        let said = self.answering().into_iter().filter_map(|whose| {
            let values = self.values(texts, &subscale.key, whose);
            let mut there = values.iter().flatten();
            let (first, last) = (there.next()?, there.next_back());
            let who = whose.word(texts);
            Some(match (last, self.change(subscale, whose)) {
                (Some(last), Some(change)) => texts.with(
                    "assessments-line-from-to",
                    &[
                        ("who", who.into()),
                        ("first", first.text.as_str().into()),
                        ("last", last.text.as_str().into()),
                        ("change", in_words(texts, change).into()),
                    ],
                ),
                _ => texts.with(
                    "assessments-line-once",
                    &[("who", who.into()), ("first", first.text.as_str().into())],
                ),
            })
        });
        said.collect::<Vec<_>>().join(" ")
    }

    /// All subscales at once: the first and the latest assessment of those who answer first.
    pub(super) fn radar(&self, texts: Texts) -> RadarChart {
        let title = texts.with(
            "assessments-radar-title",
            &[("instrument", self.definition.title.of(texts.locale()).into())],
        );
        let id = format!("radar-{}", self.family);
        let mut chart = RadarChart::new(id, title, texts.t("assessments-subscale"))
            .description(texts.t("assessments-radar-what"));
        for subscale in &self.definition.subscales {
            let (lowest, highest) = self.range(&subscale.key);
            chart = chart.axis(subscale.title.of(texts.locale()), lowest, highest);
        }
        let Some((latest, definition)) = self.points.last() else {
            return chart;
        };
        let of = |one: &Assessment, definition: &Definition, whose: Whose| {
            let value = |subscale: &Subscale| {
                let value = score_of(one, definition, &subscale.key, whose)?.value?;
                Some(Value::new(value, number(texts, value)))
            };
            self.definition.subscales.iter().map(value).collect::<Vec<_>>()
        };
        for whose in self.answering() {
            let name = format!("{} {}", whose.word(texts), format::day_month(latest.dated));
            chart = chart.series(Series::new(name, of(latest, definition, whose)));
        }
        if let (Some((first, definition)), true, Some(whose)) = (
            self.points.first(),
            self.points.len() > 1,
            self.answering().first(),
        ) {
            let name = format!("{} {}", whose.word(texts), format::day_month(first.dated));
            chart = chart.series(Series::new(name, of(first, definition, *whose)));
        }
        chart
    }

    /// The latest scores as bars, with a cross line at the ones before.
    pub(super) fn bars(&self, texts: Texts) -> BarStrip {
        let title = self.definition.title.of(texts.locale());
        let id = format!("bars-{}", self.family);
        let mut strip = BarStrip::new(
            id,
            title,
            texts.t("assessments-subscale"),
            texts.t("assessments-now"),
        )
        .description(texts.t("assessments-bars-what"));
        if self.points.len() > 1 {
            strip = strip.earlier(texts.t("assessments-before"));
        }
        let whose = self.answering().first().copied().unwrap_or(Whose::Worker);
        for subscale in &self.definition.subscales {
            let mut values = self.values(texts, &subscale.key, whose).into_iter().rev();
            let value = values.next().flatten();
            let earlier = values.find_map(|value| value);
            let word = match (&value, &earlier) {
                (Some(now), Some(before)) => difference(texts, now.number - before.number),
                _ => String::new(),
            };
            strip = strip.row(BarRow {
                name: subscale.title.of(texts.locale()).to_owned(),
                range: self.range(&subscale.key),
                value,
                earlier,
                word,
            });
        }
        strip
    }
}

/// Whole levels of a range, a handful at most.
fn ticks((low, high): (f64, f64)) -> Vec<f64> {
    let step = ((high - low) / 5.0).ceil().max(1.0);
    let mut ticks = Vec::new();
    let mut tick = low;
    while tick <= high {
        ticks.push(tick);
        tick += step;
    }
    ticks
}

#[cfg(test)]
mod tests {
    use polku_pages::Locale;

    use super::*;

    #[test]
    fn a_difference_says_its_direction_and_nothing_is_neither() {
        let texts = Texts::new(Locale::Fi);
        assert_eq!(difference(texts, 0.67), "+0,7");
        assert_eq!(difference(texts, -0.67), "−0,7");
        assert_eq!(difference(texts, 0.01), "±0,0");
        assert_eq!(difference(texts, -0.0), "±0,0");
    }

    #[test]
    fn a_range_has_a_handful_of_levels() {
        assert_eq!(ticks((1.0, 5.0)), [1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(ticks((0.0, 100.0)).len(), 6);
    }
}
