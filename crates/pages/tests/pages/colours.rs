//! Contrasts of WCAG 2.2 AA (1.4.3 text, 1.4.11 controls and focus), computed from the styles themselves (H2).

use polku_pages::assets;
use std::collections::BTreeMap;

type Colours = BTreeMap<String, f64>;

/// Text on its ground: at least 4.5 to 1.
const TEXT: [(&str, &str); 24] = [
    ("ink", "ground"),
    ("ink", "paper"),
    ("ink", "act-wash"),
    ("ink", "due-wash"),
    ("ink", "good-wash"),
    ("ink", "over-wash"),
    ("quiet", "ground"),
    ("quiet", "paper"),
    ("quiet", "act-wash"),
    ("act-deep", "ground"),
    ("act-deep", "paper"),
    ("act-deep", "act-wash"),
    ("act-deep", "due-wash"),
    ("act-deep", "good-wash"),
    ("act-deep", "over-wash"),
    ("on-act", "act"),
    ("on-act", "act-deep"),
    ("on-act", "over"),
    ("over", "paper"),
    ("over", "over-wash"),
    ("good", "good-wash"),
    ("private", "private-wash"),
    ("on-brand", "brand"),
    ("on-brand", "field-on-brand"),
];

/// Borders of controls, focus and marks on theirs: at least 3 to 1.
const FORMS: [(&str, &str); 14] = [
    ("edge", "paper"),
    ("edge", "ground"),
    ("edge", "act-wash"),
    ("act", "paper"),
    ("act", "ground"),
    ("focus", "paper"),
    ("focus", "ground"),
    ("focus", "act-wash"),
    ("good", "paper"),
    ("over", "ground"),
    ("on-brand", "brand"),
    ("band-grey", "brand"),
    ("band-yellow", "brand"),
    ("band-cyan", "brand"),
];

#[test]
fn light_colours_can_be_told_apart() {
    hold(&tokens().0);
}

#[test]
fn dark_colours_can_be_told_apart() {
    hold(&tokens().1);
}

fn hold(colours: &Colours) {
    let needs = TEXT
        .map(|pair| (pair, 4.5))
        .into_iter()
        .chain(FORMS.map(|pair| (pair, 3.0)));
    let failing: Vec<String> = needs
        .filter_map(|((front, back), least)| {
            let contrast = contrast(colours[front], colours[back]);
            (contrast < least).then(|| format!("{front} on {back}: {contrast:.2} < {least}"))
        })
        .collect();
    assert!(failing.is_empty(), "{failing:#?}");
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Luminances of the light colours, and of the dark ones over them.
fn tokens() -> (Colours, Colours) {
    let styles = assets::find(assets::href("polku.css")).expect("the styles");
    let styles = str::from_utf8(styles.bytes).expect("text");
    let (light, dark) = styles
        .split_once("@media (prefers-color-scheme: dark)")
        .expect("a dark part");
    let light = luminances(light);
    let mut both = light.clone();
    both.extend(luminances(dark.split_once("@media").expect("more styles").0));
    (light, both)
}

fn luminances(styles: &str) -> Colours {
    styles
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(": hsl("))
        .filter_map(|(name, rest)| Some((name.to_owned(), rest.split_once(')')?.0)))
        .map(|(name, hsl)| (name, luminance(hsl)))
        .collect()
}

/// Relative luminance of WCAG 2.2 from `212 63% 45%`.
fn luminance(hsl: &str) -> f64 {
    let parts: Vec<f64> = hsl
        .split_whitespace()
        .map(|part| part.trim_end_matches('%').parse().expect("a number of a colour"))
        .collect();
    let (hue, saturation, lightness) = (parts[0], parts[1] / 100.0, parts[2] / 100.0);
    let spread = saturation * lightness.min(1.0 - lightness);
    let channel = |offset: f64| {
        let place = (offset + hue / 30.0) % 12.0;
        let value = lightness - spread * (place - 3.0).min(9.0 - place).clamp(-1.0, 1.0);
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(0.0) + 0.7152 * channel(8.0) + 0.0722 * channel(4.0)
}

#[test]
fn the_measure_itself_is_right() {
    assert!((contrast(luminance("0 0% 100%"), luminance("0 0% 0%")) - 21.0).abs() < 0.01);
    assert!((contrast(luminance("0 0% 100%"), luminance("0 0% 46.3%")) - 4.5).abs() < 0.1);
    assert!((luminance("0 100% 50%") - 0.2126).abs() < 0.001);
    assert!((luminance("120 100% 50%") - 0.7152).abs() < 0.001);
}
