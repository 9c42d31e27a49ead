use polku_pages::texts::{Locale, Texts, keys, variables};

#[test]
fn the_three_languages_have_the_same_texts() {
    let finnish = keys(Locale::Fi);
    assert!(finnish.contains("frame-skip"), "the files are embedded");
    for other in [Locale::Sv, Locale::En] {
        let missing: Vec<_> = finnish.symmetric_difference(&keys(other)).cloned().collect();
        assert!(
            missing.is_empty(),
            "only in one of fi and {}: {missing:?}",
            other.code()
        );
    }
}

#[test]
fn a_text_uses_the_same_variables_in_every_language() {
    let finnish = variables(Locale::Fi);
    for other in [Locale::Sv, Locale::En] {
        for (key, used) in variables(other) {
            if let Some(in_finnish) = finnish.get(&key) {
                assert_eq!(in_finnish, &used, "{key} in fi and {}", other.code());
            }
        }
    }
}

#[test]
fn a_missing_text_is_seen_and_stops_nothing() {
    assert_eq!(Texts::new(Locale::Sv).t("no-such-text"), "⟦no-such-text⟧");
    assert!(!Texts::new(Locale::Sv).has("no-such-text"));
}

#[test]
fn a_text_without_its_variable_counts_as_missing() {
    assert_eq!(Texts::new(Locale::Fi).t("common-saved-at"), "⟦common-saved-at⟧");
}

#[test]
fn counts_are_said_as_people_say_them() {
    let days = |locale, count: i64| Texts::new(locale).with("common-days", &[("days", count.into())]);
    assert_eq!(days(Locale::Fi, 1), "1 päivä");
    assert_eq!(days(Locale::Fi, 0), "0 päivää");
    assert_eq!(days(Locale::Sv, 7), "7 dagar");
    assert_eq!(days(Locale::En, 1), "1 day");
}

#[test]
fn a_number_in_a_text_is_written_as_in_its_language() {
    let total = |locale| Texts::new(locale).with("common-days", &[("days", 12_345.into())]);
    assert_eq!(total(Locale::Fi), "12\u{a0}345 päivää");
    assert_eq!(total(Locale::En), "12,345 days");
}

#[test]
fn names_are_put_into_texts_without_invisible_marks() {
    let text = Texts::new(Locale::En).with(
        "common-changed-by",
        &[("name", "Maija".into()), ("when", "today".into())],
    );
    assert_eq!(text, "Changed by Maija today");
}

#[test]
fn ones_own_choice_of_language_goes_before_the_browsers() {
    assert_eq!(Locale::choose(Some("sv"), Some("en-GB,en;q=0.9")), Locale::Sv);
    assert_eq!(
        Locale::choose(Some("xx"), Some("de,en;q=0.4,sv-FI;q=0.8")),
        Locale::Sv
    );
    assert_eq!(Locale::choose(None, Some("de-DE")), Locale::Fi);
    assert_eq!(Locale::choose(None, Some("en;q=0")), Locale::Fi);
    assert_eq!(Locale::choose(None, Some(";;q=,en;q=nonsense")), Locale::Fi);
    assert_eq!(Locale::choose(None, None), Locale::Fi);
}

#[test]
fn a_language_is_known_by_its_code_in_any_case() {
    assert_eq!(Locale::parse("sv-FI"), Some(Locale::Sv));
    assert_eq!(Locale::parse("EN_gb"), Some(Locale::En));
    assert_eq!(Locale::parse("svenska"), None);
}
