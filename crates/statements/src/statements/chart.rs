//! The pictures of a statement: days attended by month, and how far each goal is. Each says in words what it shows.

use std::fmt::Write as _;

use polku_pages::{Markup, PreEscaped, Texts, format, html};

use super::statement::{GoalLine, Month};

/// Widths and heights are in the picture's own units; the page and the paper stretch it.
const WIDTH: u32 = 640;
const ROW: u32 = 26;
const LABELS: u32 = 150;
const BAR: u32 = 14;

/// Attendance by months as a picture of its own, with its words.
pub(super) fn attendance(texts: Texts, months: &[Month]) -> Picture {
    let most = months
        .iter()
        .map(|month| month.attended + month.absent)
        .max()
        .unwrap_or(1)
        .max(1);
    let room = WIDTH - LABELS - 110;
    let mut drawn = String::new();
    let mut words = Vec::new();
    for (place, month) in months.iter().enumerate() {
        let top = u32::try_from(place).unwrap_or(0) * ROW + 6;
        let name = format!(
            "{} {}",
            format::month(texts.locale(), month.first),
            month.first.year()
        );
        let (attended, absent) = (month.attended * room / most, month.absent * room / most);
        let told = [
            ("attended", i64::from(month.attended).into()),
            ("absent", i64::from(month.absent).into()),
        ];
        let told = texts.with("statements-chart-month", &told);
        bar(
            &mut drawn,
            &name,
            &told,
            top,
            &[(attended, FULL), (absent, HATCHED)],
        );
        words.push(format!("{name}: {told}"));
    }
    Picture::new(
        texts.t("statements-chart-attendance"),
        &words,
        months.len(),
        &drawn,
    )
}

/// Goals as a picture of its own, with its words.
pub(super) fn goals(texts: Texts, goals: &[GoalLine]) -> Picture {
    let room = WIDTH - LABELS - 110;
    let mut drawn = String::new();
    let mut words = Vec::new();
    for (place, goal) in goals.iter().enumerate() {
        let top = u32::try_from(place).unwrap_or(0) * ROW + 6;
        let target = u32::from(goal.target).max(1);
        let level = u32::from(goal.level).min(target);
        let done = level * room / target;
        let told = format!("{} / {}", goal.level, goal.target);
        bar(
            &mut drawn,
            &clipped(&goal.title),
            &told,
            top,
            &[(done, FULL), (room - done, EMPTY)],
        );
        words.push(format!("{}: {told}", goal.title));
    }
    Picture::new(texts.t("statements-chart-goals"), &words, goals.len(), &drawn)
}

const FULL: (&str, &str) = ("chart-full", "#2a6ebb");
const HATCHED: (&str, &str) = ("chart-part", "#c9cfd6");
const EMPTY: (&str, &str) = ("chart-empty", "#e9edf1");

fn bar(drawn: &mut String, name: &str, told: &str, top: u32, pieces: &[(u32, (&str, &str))]) {
    let baseline = top + BAR - 2;
    // Writing to a string does not fail.
    let _ = write!(
        drawn,
        "<text class=\"chart-word\" x=\"0\" y=\"{baseline}\" font-size=\"13\" font-family=\"Source Sans 3, sans-serif\">{}</text>",
        escaped(name)
    );
    let mut left = LABELS;
    for (length, (class, colour)) in pieces {
        let _ = write!(
            drawn,
            "<rect class=\"{class}\" x=\"{left}\" y=\"{top}\" width=\"{length}\" height=\"{BAR}\" fill=\"{colour}\"/>"
        );
        left += length;
    }
    let _ = write!(
        drawn,
        "<text class=\"chart-word\" x=\"{}\" y=\"{baseline}\" font-size=\"13\" font-family=\"Source Sans 3, sans-serif\">{}</text>",
        left + 8,
        escaped(told)
    );
}

fn clipped(title: &str) -> String {
    if title.chars().count() <= 22 {
        return title.to_owned();
    }
    let kept: String = title.chars().take(21).collect();
    format!("{kept}…")
}

fn escaped(text: &str) -> String {
    html! { (text) }.into_string()
}

/// A picture with its words.
pub(super) struct Picture {
    /// What it shows, in a few words.
    pub(super) title: String,
    /// All that it shows, in words.
    pub(super) words: String,
    /// The picture as a file of its own.
    pub(super) svg: String,
}

impl Picture {
    fn new(title: String, words: &[String], rows: usize, drawn: &str) -> Self {
        let words = format!("{title}. {}.", words.join("; "));
        let height = u32::try_from(rows).unwrap_or(1) * ROW + 4;
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"statement-chart\" viewBox=\"0 0 {WIDTH} {height}\" \
             width=\"{WIDTH}\" height=\"{height}\" role=\"img\"><title>{}</title><desc>{}</desc>{drawn}</svg>",
            escaped(&title),
            escaped(&words)
        );
        Self { title, words, svg }
    }

    /// The picture on a page.
    pub(super) fn on_page(&self) -> Markup {
        html! { div.statement-picture { (PreEscaped(&self.svg)) } }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use polku_pages::Locale;

    use super::*;

    #[test]
    fn a_picture_says_what_it_shows_and_takes_in_no_markup() {
        let goals = [GoalLine {
            title: "<b>Ajoissa</b> & levännyt".to_owned(),
            level: 2,
            target: 4,
        }];
        let picture = super::goals(Texts::new(Locale::Fi), &goals);
        assert!(
            picture.svg.contains("2 / 4") && !picture.svg.contains("<b>"),
            "{}",
            picture.svg
        );
        let months = [Month {
            first: date(2026, 11, 1),
            attended: 9,
            absent: 1,
        }];
        let picture = attendance(Texts::new(Locale::Fi), &months);
        assert!(picture.svg.contains("marraskuu 2026"), "{}", picture.svg);
    }

    #[test]
    fn a_picture_of_nothing_is_still_a_picture() {
        assert!(attendance(Texts::new(Locale::Sv), &[]).svg.ends_with("</svg>"));
        let strange = [GoalLine {
            title: String::new(),
            level: 9,
            target: 0,
        }];
        assert!(goals(Texts::new(Locale::En), &strange).svg.contains("9 / 0"));
    }
}
