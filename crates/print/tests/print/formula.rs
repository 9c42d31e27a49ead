//! Which text is neutralised.

use polku_print::formula::{neutralised, reads_as_formula, restored};
use proptest::prelude::*;

use crate::build::any_text;

#[test]
fn text_that_a_spreadsheet_could_run_is_neutralised() {
    for dangerous in [
        "=HYPERLINK(\"https://example.org\")",
        "+358401234567",
        "-1+1",
        "@SUM(A1)",
        "\tfirst",
        "\rfirst",
        "\nfirst",
        "＝1+1",
        "＋1",
        "－1",
        "＠A1",
        "−1",
        " =1+1",
        "\u{a0}=1",
        "\u{feff}=1",
        "\u{200b}@A1",
    ] {
        assert_eq!(neutralised(dangerous), format!("'{dangerous}"));
    }
}

#[test]
fn ordinary_text_is_left_as_it_is() {
    for ordinary in [
        "",
        "Äijälä",
        "a=b",
        "1-2",
        "010190-999X",
        "'90s",
        "matti@example.org",
        "5 + 5",
        " ",
    ] {
        assert_eq!(neutralised(ordinary), ordinary);
    }
}

#[test]
fn an_apostrophe_that_was_there_before_is_kept() {
    assert_eq!(neutralised("'=1"), "''=1");
    assert_eq!(restored("''=1"), "'=1");
    assert_eq!(restored("'=1"), "=1");
    assert_eq!(restored("'90s"), "'90s");
}

proptest! {
    #[test]
    fn neutralised_text_is_restored(text in any_text()) {
        let safe = neutralised(&text);
        prop_assert_eq!(restored(&safe), &text);
    }

    #[test]
    fn neutralised_text_begins_with_no_sign_of_a_formula(text in any_text()) {
        let safe = neutralised(&text);
        prop_assert!(!safe.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
        prop_assert!(!safe.starts_with(['\t', '\r', '\n']));
    }

    #[test]
    fn only_text_that_reads_as_a_formula_changes(text in any_text()) {
        prop_assert_eq!(neutralised(&text) != text, reads_as_formula(&text));
    }
}
