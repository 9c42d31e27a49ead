//! A chart of shares: bars from 0 to 100 %, each with its number. The table with the same numbers stands beside it.

use polku_pages::{Markup, html};

/// A chart of shares over time.
pub(super) struct ShareChart {
    /// An id that is the page's only one.
    pub(super) id: &'static str,
    /// What it shows.
    pub(super) title: String,
    /// What one sees in it.
    pub(super) description: String,
    /// The bars, the earliest first.
    pub(super) bars: Vec<ShareBar>,
}

/// A bar.
pub(super) struct ShareBar {
    /// What stands below it.
    pub(super) label: String,
    /// How many per cent; none where nothing was planned.
    pub(super) percent: Option<u32>,
    /// The number in words, above it.
    pub(super) told: String,
}

const BAR_WIDTH: u32 = 44;
const GAP: u32 = 20;
const HEIGHT: u32 = 100;
const TOP: u32 = 22;
const BOTTOM: u32 = 24;
const LEFT: u32 = 44;

impl ShareChart {
    /// The picture.
    pub(super) fn render(&self) -> Markup {
        let bars = u32::try_from(self.bars.len()).unwrap_or(0);
        let width = LEFT + bars * (BAR_WIDTH + GAP);
        let height = TOP + HEIGHT + BOTTOM;
        let (title, description) = (format!("{}-title", self.id), format!("{}-desc", self.id));
        html! {
            svg.shares role="img" aria-labelledby={ (title) " " (description) } viewBox={ "0 0 " (width) " " (height) }
                width=(width) height=(height) {
                title id=(title) { (self.title) }
                desc id=(description) { (self.description) }
                @for step in [0_u32, 50, 100] {
                    @let y = TOP + HEIGHT - step;
                    line.rule x1=(LEFT - 4) x2=(width) y1=(y) y2=(y) {}
                    text.quiet x=(LEFT - 8) y=(y + 4) text-anchor="end" { (step) }
                }
                @for (x, bar) in (LEFT..).step_by(usize::try_from(BAR_WIDTH + GAP).unwrap_or(1)).zip(&self.bars) {
                    @let middle = x + GAP / 2 + BAR_WIDTH / 2;
                    @if let Some(percent) = bar.percent {
                        @let percent = percent.min(HEIGHT);
                        rect.bar x=(x + GAP / 2) y=(TOP + HEIGHT - percent) width=(BAR_WIDTH) height=(percent.max(1)) {}
                        text x=(middle) y=(TOP + HEIGHT - percent - 5) text-anchor="middle" { (bar.told) }
                    } @else {
                        text.quiet x=(middle) y=(TOP + HEIGHT - 5) text-anchor="middle" { (bar.told) }
                    }
                    text.quiet x=(middle) y=(TOP + HEIGHT + 17) text-anchor="middle" { (bar.label) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(bars: Vec<ShareBar>) -> String {
        let chart = ShareChart {
            id: "c",
            title: "Läsnä".to_owned(),
            description: "Kuvaus".to_owned(),
            bars,
        };
        chart.render().into_string()
    }

    #[test]
    fn a_chart_says_what_it_shows_and_holds_no_inline_style_b6() {
        let bar = |percent| ShareBar {
            label: "vko 40".to_owned(),
            percent,
            told: "x".to_owned(),
        };
        let markup = chart(vec![bar(Some(100)), bar(Some(0)), bar(None)]);
        assert!(markup.contains("aria-labelledby=\"c-title c-desc\""), "{markup}");
        assert!(markup.contains("<title id=\"c-title\">Läsnä</title>"));
        assert!(!markup.contains("style="));
        assert_eq!(
            markup.matches("class=\"bar\"").count(),
            2,
            "nothing planned is no bar"
        );
        assert!(chart(Vec::new()).contains("<svg"));
    }
}
