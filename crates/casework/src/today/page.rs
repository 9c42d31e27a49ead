//! The page of the day.

use polku_desk::{Visit, access::Role};
use polku_pages::{components::Button, format, frame::Heading};
use polku_profile::RecordKind;
use polku_web::{Answer, AtDesk, Reader};

use super::{
    day::Day,
    due,
    view::{self, Shown},
};
use crate::{
    drafts::{self, Unfinished},
    keeping, periods,
};

pub(super) async fn show(visit: AtDesk, reader: Reader) -> Answer {
    let manages = visit.role() == Role::ServiceManager;
    let shown = Shown {
        texts: reader.texts,
        today: visit.today(),
        day: Day::of(&visit).await?,
        due: due::of_visitor(&visit).await?,
        numbers: if manages {
            Some(periods::due_numbers(&visit).await?)
        } else {
            None
        },
        unfinished: unfinished(&visit).await?,
        writes_diary: keeping::keeps(&visit, RecordKind::Diary)?,
    };
    let body = view::page(&shown);
    Ok(reader.page("nav-today", &heading(&visit, &reader, &shown)?, body))
}

/// What the visitor has begun to write; a register without a diary has none.
async fn unfinished(visit: &Visit) -> Answer<Vec<Unfinished>> {
    if keeping::keeps(visit, RecordKind::Diary)? {
        drafts::unfinished(visit).await
    } else {
        Ok(Vec::new())
    }
}

fn heading(visit: &Visit, reader: &Reader, shown: &Shown) -> Answer<Heading> {
    let texts = reader.texts;
    let mut subtitle = format::date_in_words(texts.locale(), visit.today());
    if let Some(holiday) = polku_values::dates::holiday_on(visit.today()) {
        subtitle = format!("{subtitle}, {}", texts.label(holiday.labels()));
    }
    let mut heading = Heading::new(texts.t("nav-today")).subtitle(subtitle);
    if shown.writes_diary && shown.day.people().next().is_some() {
        heading = heading.action(Button::link("/today/note", texts.t("today-new-note")).key('m'));
    }
    if visit.profile()?.keeps(RecordKind::Attendance) && !shown.day.groups.is_empty() {
        heading = heading.action(Button::link("/attendance", texts.t("today-mark")).main());
    }
    Ok(heading)
}

/// Of whom to write: one more click, and the note is open.
pub(super) async fn choose(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let day = Day::of(&visit).await?;
    let heading = Heading::new(texts.t("today-choose"))
        .subtitle(texts.t("today-choose-help"))
        .back("/", texts.t("nav-today"));
    Ok(reader.page("today-choose", &heading, view::chooser(texts, &day)))
}
