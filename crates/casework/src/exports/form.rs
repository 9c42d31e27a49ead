//! The form before an export: what goes into the file, and of which kind it is.

use polku_pages::{
    Markup, Texts,
    components::{Button, Notice, Paper, action_bar},
    form::{Choice, Field, FileWords, Form, FormState},
    format,
    frame::Heading,
    html,
};
use polku_web::{InvalidField, ToMend};

use super::{Format, file::MOST_ROWS_OF_XLSX};

/// A form of an export.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ExportForm<'a> {
    /// The language.
    pub(crate) texts: Texts,
    /// Where it goes.
    pub(crate) action: &'a str,
    /// What was chosen so far.
    pub(crate) state: &'a FormState,
    /// Whether the file holds those only for whom the worker answers: a coach's does.
    pub(crate) own_only: bool,
    /// How long the whole list is, where that is known before it is read.
    pub(crate) rows: Option<usize>,
}

impl<'a> ExportForm<'a> {
    /// Makes its fields.
    pub(crate) fn fields(&self) -> Form<'a> {
        Form::post(self.texts, self.action, self.state)
    }

    /// The form around the fields of its own.
    pub(crate) fn with(&self, own: &Markup) -> Markup {
        let texts = self.texts;
        let (making, made) = (texts.t("export-making"), texts.t("export-made"));
        let words = FileWords {
            making: &making,
            made: &made,
        };
        let form = self.fields().answers_with_file(words);
        html! {
            (Notice::info(texts.t("export-personal")).more(html! { p { (texts.t("export-what")) } }))
            (Paper::bare().with_inside(form.with(html! {
                @if self.own_only { p { (texts.t("export-own-only")) } }
                @if let Some(rows) = self.rows.filter(|rows| *rows > MOST_ROWS_OF_XLSX) { p { (self.too_long(rows)) } }
                (own)
                (self.format(&form))
                (action_bar([Button::submit(texts.t("export-do")).main()]))
            })))
        }
    }

    /// That an XLSX would not hold the whole list, said before anybody waits for it.
    fn too_long(&self, rows: usize) -> String {
        let number = |number: usize| {
            let number = i64::try_from(number).unwrap_or(i64::MAX);
            format::integer(self.texts.locale(), number)
        };
        let (rows, most) = (number(rows), number(MOST_ROWS_OF_XLSX));
        let said = [("rows", rows.as_str().into()), ("most", most.as_str().into())];
        self.texts.with("export-long", &said)
    }

    fn format<'form>(&self, form: &Form<'form>) -> Field<'form> {
        let kind = |format: &Format| {
            let key = format!("export-format-{format}");
            Choice::new(format.name(), self.texts.t(&key)).help(self.texts.t(&format!("{key}-help")))
        };
        form.radios(
            "format",
            self.texts.t("export-format"),
            Format::ALL.iter().map(kind),
        )
    }
}

/// The heading of the form of a list, with the way back to it.
pub(crate) fn heading(texts: Texts, title: &str, list: &str, list_name: &str) -> Heading {
    Heading::new(texts.t(title)).back(list, texts.t(list_name))
}

/// What a new form has chosen; of a list that an XLSX does not hold, the other kind of file.
pub(crate) fn fresh(rows: Option<usize>) -> FormState {
    let mut state = FormState::new();
    let fits = rows.is_none_or(|rows| rows <= MOST_ROWS_OF_XLSX);
    let format = if fits { Format::Xlsx } else { Format::Csv };
    state.set("format", format.name());
    state
}

/// The kind of file, or notes that none was chosen.
pub(crate) fn check_format(wrong: &mut ToMend, typed: &str) -> Option<Format> {
    wrong.keep(
        "format",
        typed.parse::<Format>().map_err(|_| "export-format-missing"),
    )
}

/// What an export answers when it cannot be as it was chosen.
pub(crate) type Wrong = Vec<InvalidField>;

#[cfg(test)]
mod tests {
    use polku_pages::{Locale, Texts};

    use super::*;

    fn form_of(rows: usize) -> String {
        let state = fresh(Some(rows));
        let form = ExportForm {
            texts: Texts::new(Locale::Fi),
            action: "/clients/export",
            state: &state,
            own_only: false,
            rows: Some(rows),
        };
        form.with(&html! {}).into_string()
    }

    #[test]
    fn a_list_too_long_for_an_xlsx_is_said_to_be_so_beforehand_and_goes_out_as_csv() {
        let (short, long) = (form_of(MOST_ROWS_OF_XLSX), form_of(100_000));
        assert!(
            !short.contains("mahtuu") && short.contains("value=\"xlsx\" checked"),
            "{short}"
        );
        assert!(
            long.contains("100\u{a0}000") && long.contains("20\u{a0}000"),
            "{long}"
        );
        assert!(long.contains("value=\"csv\" checked"), "{long}");
    }
}
