use crate::markup::{attribute, tags};
use polku_pages::form::{Choice, Form, FormState};
use polku_pages::{Locale, Render, Texts};
use proptest::prelude::*;

fn texts() -> Texts {
    Texts::new(Locale::Fi)
}

fn filled(field: &str, value: &str) -> FormState {
    let mut state = FormState::new();
    state.set(field, value);
    state
}

fn colours() -> [Choice; 2] {
    [
        Choice::new("r", "punainen"),
        Choice::new("b", "sininen").help("kuin taivas"),
    ]
}

#[test]
fn a_field_in_error_shows_label_help_error_and_what_was_typed() {
    let mut state = filled("birth", "31.2.");
    state.error("birth", "Kirjoita päivä muodossa 1.2.2003.");
    let form = Form::post(texts(), "/clients", &state);
    insta::assert_snapshot!(
        form.date("birth", "Syntymäaika")
            .help("Esimerkiksi 1.2.2003")
            .render()
            .into_string()
    );
}

#[test]
fn a_date_that_was_understood_is_echoed() {
    let state = filled("day", "eilen");
    let form = Form::post(texts(), "/", &state);
    let day = jiff::civil::date(2026, 11, 22);
    let field = form.date("day", "Päivä").echo(Some(day)).render().into_string();
    assert!(field.contains("aria-describedby=\"field-day-echo\""));
    assert!(field.contains("su 22.11.2026"));
}

#[test]
fn optional_is_marked_and_required_is_not() {
    let state = FormState::new();
    let form = Form::post(texts(), "/", &state);
    assert!(
        form.text("a", "A")
            .optional()
            .render()
            .into_string()
            .contains("(ei pakollinen)")
    );
    let required = form.text("a", "A").render().into_string();
    assert!(!required.contains("pakollinen") && required.contains("aria-required=\"true\""));
}

#[test]
fn the_summary_links_to_each_field_in_error() {
    let mut state = FormState::new();
    state
        .error("name", "Kirjoita nimi.")
        .error("colour", "Valitse väri.")
        .error("", "Ei onnistunut.");
    let form = Form::post(texts(), "/", &state);
    let page = form.with(form.radios("colour", "Väri", colours())).into_string();
    assert!(page.contains("Korjaa 3 kohtaa"));
    assert!(page.contains("<a href=\"#field-name\">Kirjoita nimi.</a>"));
    assert!(page.contains("<li>Ei onnistunut.</li>"));
    let target = tags(&page)
        .find(|tag| attribute(tag, "id") == Some("field-colour"))
        .expect("a target");
    assert!(target.starts_with("input"), "the link lands on the first choice");
}

#[test]
fn a_form_without_errors_has_no_summary() {
    let state = FormState::new();
    let form = Form::post(texts(), "/", &state);
    assert!(
        !form
            .with(form.text("a", "A"))
            .into_string()
            .contains("error-summary")
    );
}

#[test]
fn a_value_no_longer_on_the_list_stays_chosen() {
    let state = filled("colour", "old");
    let form = Form::post(texts(), "/", &state);
    let field = form.select("colour", "Väri", colours()).render().into_string();
    assert!(field.contains("<option value=\"old\" selected>old</option>"));
}

#[test]
fn choices_keep_what_was_ticked() {
    let mut state = FormState::new();
    state.set_all("colour", vec!["b".into()]).set("agree", "on");
    let form = Form::post(texts(), "/", &state);
    let ticks = form
        .checkboxes("colour", "Väri", colours())
        .render()
        .into_string();
    let ticked: Vec<_> = tags(&ticks)
        .filter(|tag| tag.ends_with(" checked") || tag.contains(" checked "))
        .collect();
    assert_eq!(ticked.len(), 1);
    assert_eq!(attribute(ticked[0], "value"), Some("b"));
    assert!(ticks.contains("aria-describedby=\"field-colour-1-means\""));
    assert!(
        form.checkbox("agree", "Kyllä")
            .render()
            .into_string()
            .contains(" checked")
    );
}

#[test]
fn a_password_is_never_written_into_a_page() {
    let state = filled("password", "hunter2");
    let form = Form::post(texts(), "/", &state);
    assert!(
        !form
            .password("password", "Salasana")
            .render()
            .into_string()
            .contains("hunter2")
    );
}

#[test]
fn typing_begins_at_the_summary_when_there_is_one() {
    let mut state = FormState::new();
    state.error("a", "Kirjoita A.");
    let form = Form::post(texts(), "/", &state);
    let page = form.with(form.text("a", "A").autofocus()).into_string();
    assert_eq!(page.matches("autofocus").count(), 1);
}

#[test]
fn a_form_with_files_says_so() {
    let state = FormState::new();
    let form = Form::with_files(texts(), "/", &state);
    assert!(
        form.with(form.file("scan", "Liite"))
            .into_string()
            .contains("multipart/form-data")
    );
}

#[test]
fn what_was_sent_can_be_asked_for() {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let state = FormState::from_pairs([pair("a", " x "), pair("a", "y"), pair("b", "  ")]);
    assert_eq!(state.value("a"), " x ");
    assert_eq!(state.all("a"), [" x ", "y"]);
    assert_eq!(state.typed("a"), Some("x"));
    assert_eq!(state.typed("b"), None);
    assert_eq!(state.value("c"), "");
}

/// What a browser makes of our escapes.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

proptest! {
    #[test]
    fn what_was_typed_is_shown_again_as_it_was(typed in "[^\\r\\n]{0,60}") {
        let state = filled("field", &typed);
        let form = Form::post(texts(), "/", &state);
        let page = form.text("field", "Kenttä").render().into_string();
        let value = attribute(&page, "value").unwrap_or_default();
        prop_assert_eq!(unescaped(value), typed);
    }

    #[test]
    fn lines_of_text_come_back_with_their_first_newline(typed in "\\PC{0,20}\n{0,2}\\PC{0,20}") {
        let state = filled("field", &typed);
        let form = Form::post(texts(), "/", &state);
        let page = form.textarea("field", "Kenttä").render().into_string();
        let inside = page.split_once("<textarea").and_then(|(_, rest)| rest.split_once('>'));
        let inside = inside.and_then(|(_, rest)| rest.split_once("</textarea>")).map(|(text, _)| text);
        // A browser drops one newline right after the tag.
        prop_assert_eq!(inside.and_then(|text| text.strip_prefix('\n')).map(unescaped), Some(typed));
    }
}
