//! Texts in Finnish, Swedish and English: one Fluent file per slice, embedded in the binary.

mod bundles;
mod locale;

pub use bundles::{file_names, keys, variables};
pub use fluent_bundle::FluentValue as Value;
pub use locale::Locale;

use bundles::bundle;
use fluent_bundle::FluentArgs;
use polku_values::Labels;

/// The texts of one language. Small and `Copy`: pass it by value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    locale: Locale,
}

impl Texts {
    /// The texts of `locale`.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        Self { locale }
    }

    /// The language of these texts.
    #[must_use]
    pub fn locale(self) -> Locale {
        self.locale
    }

    /// The text called `key`; a missing one shows as `⟦key⟧`, so that it is seen and never stops a page.
    #[must_use]
    pub fn t(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text called `key` with its variables filled in: `texts.with("days-left", &[("days", 7.into())])`.
    /// A variable that the text needs and does not get makes the text count as missing.
    #[must_use]
    pub fn with(self, key: &str, variables: &[(&str, Value<'_>)]) -> String {
        self.find(key, variables).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// The name of an entry of a code list: those names stand beside their codes, not in the text files.
    #[must_use]
    pub fn label(self, labels: Labels) -> &'static str {
        labels.in_language(self.locale.into())
    }

    /// Whether there is a text called `key`.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        bundle(self.locale).has_message(key)
    }

    fn find(self, key: &str, variables: &[(&str, Value<'_>)]) -> Option<String> {
        let bundle = bundle(self.locale);
        let pattern = bundle.get_message(key)?.value()?;
        let arguments: FluentArgs<'_> = variables.iter().cloned().collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }
}
