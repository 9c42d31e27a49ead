//! Charts: pictures made on the server, each with a name, a description and an equal table.
//!
//! Colour never tells anything alone: series differ in the form of their marks and the dashes of their lines, and carry
//! their names beside them. Presentation attributes give the colours of paper; the page's styles give those of the screen
//! and of the dark. So the same picture stands in a page under a policy without inline styles, and, as
//! [`LineChart::standalone`] and its kin give it, in a document.
//!
//! ```
//! use polku_pages::{Locale, Texts, charts::{LineChart, Series, Value}};
//! let texts = Texts::new(Locale::Fi);
//! let chart = LineChart::new("rhythm", "Työpäivän rytmi", (1.0, 5.0))
//!     .description("Valmentajan arvio nousi kahdesta neljään.")
//!     .moment(0.0, "1.9.2026")
//!     .moment(60.0, "31.10.2026")
//!     .series(Series::new("valmentaja", [Some(Value::new(2.0, "2")), Some(Value::new(4.0, "4"))]));
//! assert!(chart.render(texts).into_string().contains("<title id=\"rhythm-title\">Työpäivän rytmi</title>"));
//! assert!(chart.standalone().starts_with("<svg xmlns="));
//! ```

mod bars;
mod line;
mod radar;
mod series;

pub use bars::{BarRow, BarStrip};
pub use line::LineChart;
pub use radar::RadarChart;
pub use series::{Series, Value};

use maud::{Markup, PreEscaped, html};

/// The colours of series on paper, in their order.
const PAPER_COLOURS: [&str; 4] = ["#2a6ebb", "#7b458f", "#06664e", "#a83b20"];
/// The ink of paper.
const INK: &str = "#212121";
/// What is quieter than ink.
const QUIET: &str = "#565c61";
/// Rules and grids.
const RULE: &str = "#c8cdd0";
/// The face of words in a picture that stands alone.
const FACE: &str = "Source Sans 3, sans-serif";

/// A length or place in a picture, to a tenth of a unit: longer numbers only make the page larger.
fn at(place: f64) -> String {
    let text = format!("{place:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// A picture with its name and description.
fn picture(id: &str, title: &str, description: &str, size: (f64, f64), content: &Markup) -> Markup {
    html! {
        svg class="chart" role="img" viewBox={ "0 0 " (at(size.0)) " " (at(size.1)) }
            aria-labelledby={ (id) "-title " (id) "-desc" } font-family=(FACE) font-size="13" fill=(INK) {
            title id={ (id) "-title" } { (title) }
            desc id={ (id) "-desc" } { (description) }
            (content)
        }
    }
}

/// The same as a file of its own.
fn alone(picture: Markup, size: (f64, f64)) -> String {
    let PreEscaped(text) = picture;
    let opening = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\"",
        at(size.0),
        at(size.1)
    );
    text.replacen("<svg", &opening, 1)
}

/// How wide a text is about, in units of the picture at 13 units' height: pictures cannot ask the browser.
fn width_of(text: &str) -> f64 {
    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    f64::from(letters) * 6.4
}

/// Places moved apart so that none is nearer to the next than `least`, within `low` and `high`, in the same order.
fn apart(places: &[f64], least: f64, low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|one, other| places[*one].total_cmp(&places[*other]));
    let mut moved = places.to_vec();
    let mut floor = low;
    for index in &order {
        moved[*index] = moved[*index].max(floor);
        floor = moved[*index] + least;
    }
    let mut ceiling = high;
    for index in order.iter().rev() {
        moved[*index] = moved[*index].min(ceiling);
        ceiling = moved[*index] - least;
    }
    moved
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{apart, at};

    #[test]
    fn places_are_written_short() {
        assert_eq!(
            (at(12.0), at(12.34), at(-0.5)),
            ("12".into(), "12.3".into(), "-0.5".into())
        );
    }

    proptest! {
        #[test]
        fn labels_never_cover_each_other_where_there_is_room(places in proptest::collection::vec(0.0..200.0_f64, 1..8)) {
            let moved = apart(&places, 15.0, 0.0, 200.0);
            let mut sorted = moved.clone();
            sorted.sort_by(f64::total_cmp);
            for pair in sorted.windows(2) {
                prop_assert!(pair[1] - pair[0] >= 15.0 - 1e-9, "{moved:?}");
            }
            prop_assert!(moved.iter().all(|place| (-1e-9..=200.0 + 1e-9).contains(place)));
        }
    }
}
