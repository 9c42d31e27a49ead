//! Finnish alphabetical order (CLDR's collation for `fi`: Å Ä Ö last).

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

/// Compares names as a Finnish name list does.
pub(crate) struct Alphabet(CollatorBorrowed<'static>);

impl Alphabet {
    pub fn finnish() -> Self {
        let collator = Collator::try_new(locale!("fi").into(), CollatorOptions::default());
        Self(collator.expect("Finnish order is compiled into the program"))
    }

    /// Last names first, first names where those are equal.
    pub fn compare(&self, left: (&str, &str), right: (&str, &str)) -> Ordering {
        self.0
            .compare(left.0, right.0)
            .then_with(|| self.0.compare(left.1, right.1))
    }

    /// Appends bytes that sort as [`Alphabet::compare`] says: worth making only to sort many names at once.
    pub fn write_sort_key(&self, (last, first): (&str, &str), key: &mut Vec<u8>) {
        let Ok(()) = self.0.write_sort_key_to(last, key);
        key.push(0);
        let Ok(()) = self.0.write_sort_key_to(first, key);
    }
}
