//! What was typed into a form, and what is to be said about it.

use std::collections::BTreeMap;

/// Texts as typed, by field, and errors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormState {
    /// What was typed, a list per field since some send several.
    pub values: BTreeMap<String, Vec<String>>,
    /// What is to be said, in the order of the form.
    pub errors: Vec<FieldError>,
}

/// What is wrong with a field, in words that say what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name; empty for an error of the form as a whole.
    pub field: String,
    /// One sentence.
    pub text: String,
}

impl FormState {
    /// An empty form.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A form as it was sent.
    #[must_use]
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut state = Self::new();
        for (name, value) in pairs {
            state.values.entry(name).or_default().push(value);
        }
        state
    }

    /// The text of a field; empty when it was not sent.
    #[must_use]
    pub fn value(&self, field: &str) -> &str {
        self.all(field).first().map_or("", String::as_str)
    }

    /// All texts of a field.
    #[must_use]
    pub fn all(&self, field: &str) -> &[String] {
        self.values.get(field).map_or(&[], Vec::as_slice)
    }

    /// The text of a field without the spaces around it; none when nothing else was typed.
    #[must_use]
    pub fn typed(&self, field: &str) -> Option<&str> {
        Some(self.value(field).trim()).filter(|text| !text.is_empty())
    }

    /// Whether a checkbox was ticked or a value chosen.
    #[must_use]
    pub fn has(&self, field: &str, value: &str) -> bool {
        self.all(field).iter().any(|chosen| chosen == value)
    }

    /// Fills a field with one text.
    pub fn set(&mut self, field: impl Into<String>, value: impl Into<String>) -> &mut Self {
        self.values.insert(field.into(), vec![value.into()]);
        self
    }

    /// Fills a field with several.
    pub fn set_all(&mut self, field: impl Into<String>, values: Vec<String>) -> &mut Self {
        self.values.insert(field.into(), values);
        self
    }

    /// Says what is wrong with a field.
    pub fn error(&mut self, field: impl Into<String>, text: impl Into<String>) -> &mut Self {
        self.errors.push(FieldError {
            field: field.into(),
            text: text.into(),
        });
        self
    }

    /// Whether there is anything to say.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// What is to be said about a field.
    pub fn errors_of<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        self.errors
            .iter()
            .filter(move |error| error.field == field)
            .map(|error| error.text.as_str())
    }
}

impl From<BTreeMap<String, Vec<String>>> for FormState {
    fn from(values: BTreeMap<String, Vec<String>>) -> Self {
        Self {
            values,
            errors: Vec::new(),
        }
    }
}
