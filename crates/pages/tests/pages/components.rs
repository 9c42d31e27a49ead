use crate::markup::attributes;
use jiff::civil::date;
use polku_pages::components::{
    AttendanceStrip, Bar, BarKind, Button, Column, Confirmation, Direction, Found, Mark, Pagination, Row,
    StripWeek, Table, Tag, Timeline, found, mark,
};
use polku_pages::{Locale, Render, Texts, html};
use proptest::prelude::*;

fn texts() -> Texts {
    Texts::new(Locale::Fi)
}

#[test]
fn fifteen_equal_buttons_are_told_apart_when_read_out() {
    let button = Button::link("/diary/new", "Merkintä")
        .tiny()
        .about("Malli Ilona")
        .render();
    insta::assert_snapshot!(button.into_string());
}

#[test]
fn a_draft_can_be_saved_before_it_is_complete() {
    let button = Button::submit("Tallenna luonnoksena")
        .to("/drafts")
        .named("then", "stay")
        .unchecked();
    insta::assert_snapshot!(button.render().into_string());
}

#[test]
fn main_and_danger_can_be_said_in_either_order() {
    let class = |button: Button| {
        attributes(&button.render().into_string(), "class")
            .next()
            .map(str::to_owned)
    };
    assert_eq!(
        class(Button::submit("x").main().danger()),
        class(Button::submit("x").danger().main())
    );
}

#[test]
fn a_state_is_a_word_as_well_as_a_colour() {
    assert_eq!(
        Tag::over("4 päivää myöhässä").render().into_string(),
        "<span class=\"tag over\">4 päivää myöhässä</span>"
    );
}

#[test]
fn names_are_escaped() {
    let row = Row::link("/clients/1", "<b>Malli</b>").render().into_string();
    assert!(row.contains("&lt;b&gt;Malli"));
}

#[test]
fn a_table_names_its_rows_columns_units_and_order() {
    let table = Table::new(
        "days",
        "Läsnäolot",
        [
            Column::new("Nimi"),
            Column::number("Läsnä")
                .unit("pv")
                .sort("?sort=days", Some(Direction::Descending)),
        ],
    )
    .row([html! { "Malli" }, html! { "12" }]);
    insta::assert_snapshot!(table.render().into_string());
}

#[test]
fn one_page_needs_no_pagination() {
    assert_eq!(Pagination::default().render(texts()).into_string(), "");
}

#[test]
fn a_confirmation_can_be_left_and_posts_what_it_asked_about() {
    let block = Confirmation::new(
        "Peruutetaanko?",
        "/consents/1/withdraw",
        "Peruuta suostumus",
        "/clients/1",
    )
    .consequence("Luovutukset päättyvät heti.")
    .field("version", "3")
    .render(texts())
    .into_string();
    assert!(block.contains("method=\"post\" action=\"/consents/1/withdraw\""));
    assert!(block.contains("name=\"version\" value=\"3\""));
    assert!(block.contains("href=\"/clients/1\""));
}

#[test]
fn the_strip_of_weeks_says_the_same_in_a_table() {
    let monday = date(2026, 11, 16);
    let days = vec![Mark::Present, Mark::Sick, Mark::Absent, Mark::Leave, Mark::Off];
    let strip = AttendanceStrip {
        summary: "Läsnäolo: 25 %".into(),
        weeks: vec![StripWeek { monday, days }],
    };
    let page = strip.render(texts()).into_string();
    assert!(page.contains("role=\"img\" aria-label=\"Läsnäolo: 25 %\""));
    assert!(page.contains("<th scope=\"col\">ma</th>") && page.contains("<th scope=\"col\">pe</th>"));
    for word in [
        "läsnä",
        "sairas",
        "poissa",
        "luvallinen poissaolo",
        "ei palvelupäivä",
    ] {
        assert!(page.contains(&format!("<td>{word}</td>")), "{word}");
    }
}

#[test]
fn an_empty_strip_is_still_a_page() {
    let strip = AttendanceStrip {
        summary: "Ei läsnäoloja".into(),
        weeks: vec![],
    };
    assert!(
        strip
            .render(texts())
            .into_string()
            .contains("viewBox=\"0 0 0 0\"")
    );
}

#[test]
fn a_late_change_is_told_to_those_who_do_not_see_the_corner() {
    let late = mark(texts(), Mark::Present, "6", true).into_string();
    assert!(late.contains("class=\"mark present late\"") && late.contains("muutettu jälkikäteen"));
    assert!(
        !mark(texts(), Mark::Present, "6", false)
            .into_string()
            .contains("muutettu")
    );
}

#[test]
fn finding_nobody_tells_so() {
    assert!(found(texts(), &[]).into_string().contains("Ketään ei löytynyt"));
}

#[test]
fn those_found_are_options_of_a_list() {
    let ilona = Found {
        href: "/clients/1".into(),
        name: "Malli Ilona".into(),
        detail: "24 v".into(),
        tag: None,
    };
    insta::assert_snapshot!(found(texts(), &[ilona]).into_string());
}

fn line(start: i32, length: i32) -> String {
    let first = date(2026, 1, 1);
    let day = |offset: i32| first.saturating_add(jiff::Span::new().days(offset));
    let bar = Bar {
        label: "Jakso".into(),
        start: day(start),
        end: (length >= 0).then(|| day(start + length)),
        kind: BarKind::Ongoing,
    };
    Timeline {
        from: first,
        to: day(364),
        today: day(180),
        bars: vec![bar],
    }
    .render(texts())
    .into_string()
}

fn numbers(page: &str, attribute: &str) -> Vec<i64> {
    attributes(page, attribute)
        .filter_map(|number| number.parse().ok())
        .collect()
}

#[test]
fn a_bar_of_the_whole_year_fills_the_line() {
    let page = line(0, 364);
    assert_eq!(numbers(&page, "x"), [0, 0, 493]);
    assert_eq!(numbers(&page, "width"), [1000, 1000, 2]);
}

proptest! {
    #[test]
    fn a_bar_never_leaves_its_line(start in -800..800_i32, length in -1..800_i32) {
        let page = line(start, length);
        let seen = start < 365 && (length < 0 || start + length >= 0);
        let drawn = page.contains("class=\"ongoing\"");
        prop_assert_eq!(drawn, seen);
        if drawn {
            let (from, width) = (numbers(&page, "x")[1], numbers(&page, "width")[1]);
            prop_assert!(from >= 0 && width > 0 && from + width <= 1000, "from {} for {}", from, width);
        }
    }
}
