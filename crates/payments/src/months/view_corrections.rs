//! The corrections of a sheet.

use jiff::civil::Date;
use polku_casework::attendance::words as marks;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Paper, Row, Tag, rows},
    format, html,
};

use super::{
    sheet::PersonMonth,
    store::{Correction, CorrectionState},
    view::Shown,
    words,
};

impl Shown<'_> {
    /// Corrections that this sheet shows.
    pub(super) fn corrections(&self) -> Markup {
        let texts = self.texts;
        let paper = Paper::new(texts.t("months-corrections")).id("corrections");
        if self.sheet.corrections().next().is_none() {
            return paper.with(Empty::new(texts.t("months-corrections-none")));
        }
        let lines = self.sheet.corrections();
        paper.with(rows(
            lines.map(|(person, correction)| self.correction(person, correction)),
        ))
    }

    fn correction(&self, person: &PersonMonth, correction: &Correction) -> Row {
        let texts = self.texts;
        let what = [
            ("before", marks::told(texts, correction.old).into()),
            ("after", marks::told(texts, correction.new).into()),
        ];
        let made = [
            ("name", correction.made_by.as_str().into()),
            (
                "when",
                format::near_time(texts, format::finnish_time(correction.made_at), self.sheet.today).into(),
            ),
        ];
        let waits = correction.state == CorrectionState::Waiting;
        let action = format!(
            "/clients/{}/months/corrections/{}/decide",
            person.client, correction.id
        );
        let about = format!("{}, {}", person.name, format::date(correction.day));
        Row::new(html! {
            (words::day(texts, correction.day, self.sheet.today)) " "
            @if self.sheet.people.len() > 1 { (person.name) }
        })
        .words(html! {
            (texts.with("attendance-changed", &what)) " " (state_tag(texts, correction.state))
            br; "“" (correction.reason.reason) "” " (texts.with("months-made-by", &made))
            @if let Some((name, at)) = &correction.decided {
                " " (decided(texts, correction.state, name, *at, self.sheet.today))
            }
            @if waits && self.confirms {
                form.inline method="post" action=(action) {
                    (Button::submit(texts.t("months-correction-confirm")).tiny().named("decision", "confirm").about(&about))
                    (Button::submit(texts.t("months-correction-reject")).tiny().named("decision", "reject").about(&about))
                }
            }
        })
    }
}

fn state_tag(texts: Texts, state: CorrectionState) -> Tag {
    let word = texts.t(&format!("months-correction-{state}"));
    match state {
        CorrectionState::Waiting => Tag::due(word),
        CorrectionState::Confirmed => Tag::good(word),
        CorrectionState::Rejected => Tag::plain(word),
    }
}

fn decided(texts: Texts, state: CorrectionState, name: &str, at: jiff::Timestamp, today: Date) -> String {
    let when = format::near_time(texts, format::finnish_time(at), today);
    let key = match state {
        CorrectionState::Rejected => "months-rejected-by",
        CorrectionState::Waiting | CorrectionState::Confirmed => "months-confirmed-by",
    };
    texts.with(key, &[("name", name.into()), ("when", when.into())])
}
