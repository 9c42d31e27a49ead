//! The page of the register.

use jiff::civil::Date;
use polku_pages::{form::FormState, format, frame::Heading};
use polku_values::dates::parse_finnish_date;
use polku_web::{Answer, AtDesk, Query, Reader};
use serde::Deserialize;

use super::view;

/// For which day.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// As people write it; today when empty.
    pub(super) on: String,
}

impl Asked {
    /// The day; else the key of what to mend.
    pub(super) fn day(&self, today: Date) -> Result<Date, &'static str> {
        if self.on.trim().is_empty() {
            return Ok(today);
        }
        parse_finnish_date(&self.on, today).map_err(|error| error.key())
    }
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let (texts, today) = (reader.texts, visit.today());
    let mut form = FormState::new();
    form.set("on", &asked.on);
    let day = asked.day(today).unwrap_or_else(|key| {
        form.error("on", texts.t(key));
        today
    });
    let heading = Heading::new(texts.t("legal-bases-title"))
        .subtitle(texts.with("legal-bases-what", &[("day", format::date(day).into())]));
    let body = view::register(texts, &*visit.profile()?, day, &form);
    if form.has_errors() {
        return Ok(reader.page_to_mend("legal-bases-title", &[], &heading, body));
    }
    Ok(reader.page("legal-bases-title", &heading, body))
}
