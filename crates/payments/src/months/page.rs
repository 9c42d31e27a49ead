//! The pages of months.

use jiff::civil::Date;
use polku_casework::{
    attendance::{Circles, habits},
    clients::tabs,
    keeping::kept,
};
use polku_desk::{Client, DeskError, Granted, Read, SubjectId, Visit};
use polku_pages::{Markup, components::Button, form::FormState, frame::Heading, html};
use polku_profile::{Activity, RecordKind};
use polku_values::dates::Month;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash, flash_warning};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    confirm::{self, ConfirmInput, Outcome, Seen},
    correct::{self, CorrectionInput, Decision},
    rules::Standing,
    sheet::{MonthSheet, PersonMonth, months_before},
    view::{self, CONFIRM_FORM, Shown},
    view_client, words,
};

/// What an address asks for. All of it may be left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    group: String,
    pub(super) month: String,
    day: String,
}

impl Asked {
    /// The month; without one that of today.
    pub(super) fn month(&self, today: Date) -> Answer<Month> {
        if self.month.is_empty() {
            return Ok(Month::of(today));
        }
        self.month
            .parse()
            .map_err(|_| Failure::Unreadable("no such month"))
    }
}

pub(super) fn confirms(visit: &Visit) -> Answer<bool> {
    crate::manages(visit, Activity::ConfirmAttendance)
}

pub(super) async fn circle(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    kept(&visit, RecordKind::Attendance)?;
    habits(&visit)?;
    let texts = reader.texts;
    let month = asked.month(visit.today())?;
    let circles = Circles::of(&visit, Some(&asked.group)).await?;
    let sheet = MonthSheet::of_circle::<Read>(&visit, circles.current, month).await?;
    let shown = Shown {
        texts,
        sheet: &sheet,
        confirms: confirms(&visit)?,
    };
    let title = title(texts, &circles, month);
    let back = format!("/attendance?group={}", circles.current);
    let mut heading = Heading::new(title)
        .subtitle(texts.with("attendance-people", &[("count", sheet.people.len().into())]))
        .back(back, texts.t("nav-attendance"));
    if !sheet.people.is_empty() {
        heading = heading.action(file_button(&reader, &circles, month));
    }
    let ready = sheet.count(|standing| standing == Standing::Ready);
    if shown.confirms && ready > 0 {
        let word = texts.with("months-confirm", &[("count", ready.into())]);
        heading = heading.action(Button::submit(word).of(CONFIRM_FORM).main());
    }
    let body = html! {
        (view::choosers(texts, &circles, month, visit.today()))
        (shown.circle(&circles))
    };
    Ok(reader.page("months-title", &heading, body))
}

/// `Puupaja, lokakuu 2026`
pub(super) fn title(texts: polku_pages::Texts, circles: &Circles, month: Month) -> String {
    match circles.group() {
        Some(group) => {
            let told = [
                ("group", group.name.as_str().into()),
                ("month", words::month(texts, month).into()),
            ];
            texts.with("months-title-group", &told)
        }
        None => texts.with(
            "months-title-own",
            &[("month", words::month(texts, month).into())],
        ),
    }
}

/// The sheet as a file: of a coach's own clients, of a manager's all.
fn file_button(reader: &Reader, circles: &Circles, month: Month) -> Markup {
    html! {
        form.inline method="post" action="/months/file" {
            input type="hidden" name="group" value=(circles.current);
            input type="hidden" name="month" value=(month);
            (Button::submit(reader.texts.t("months-file-xlsx")).named("format", "xlsx"))
            (Button::submit(reader.texts.t("months-file-pdf")).named("format", "pdf"))
        }
    }
}

pub(super) async fn client(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&visit, RecordKind::Attendance)?;
    let month = asked.month(visit.today())?;
    let sheet = MonthSheet::of_client(&visit, client, month).await?;
    let person = only(&sheet)?;
    let months = months_before(&visit, client, month).await?;
    let texts = reader.texts;
    let shown = Shown {
        texts,
        sheet: &sheet,
        confirms: confirms(&visit)?,
    };
    let pdf = format!("/clients/{}/months/pdf?month={month}", grant.subject());
    let heading = client_heading(&grant, &reader)
        .subtitle(words::month(texts, month))
        .action(Button::link(pdf, texts.t("months-file-pdf")));
    let body = html! {
        (tabs::of(&grant, texts, "/months"))
        (shown.client(person, &months))
    };
    Ok(reader.page("months-title", &heading, body))
}

fn only(sheet: &MonthSheet) -> Result<&PersonMonth, DeskError> {
    sheet.people.first().ok_or(DeskError::Hidden)
}

fn client_heading(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    let title = reader
        .texts
        .with("months-title-client", &[("name", name.as_str().into())]);
    Heading::new(title).back(format!("/clients/{}", grant.subject()), name)
}

/// Confirms everyone of a circle who is ready.
pub(super) async fn confirm(visit: AtDesk, Fields(form): Fields) -> Answer {
    let month = form.value("month").to_owned();
    let group = form.value("group");
    let back = format!("/months?group={group}&month={month}");
    let back = polku_web::local_path(&back)
        .ok_or(Failure::Unreadable("not the form of the sheet"))?
        .to_owned();
    let outcome = confirm::confirm(&visit, &seen(&form)?).await;
    told(&back, outcome)
}

/// Confirms one client's month.
pub(super) async fn confirm_client(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    Fields(form): Fields,
) -> Answer {
    let mut input = seen(&form)?;
    input.clients.retain(|seen| seen.client == client);
    let back = format!("/clients/{client}/months?month={}", input.month);
    let outcome = confirm::confirm(&visit, &input).await;
    told(&back, outcome)
}

fn seen(form: &FormState) -> Answer<ConfirmInput> {
    let unreadable = || Failure::Unreadable("not the form of the sheet");
    let month = form.value("month").parse().map_err(|_| unreadable())?;
    let mut clients = Vec::new();
    for name in form.values.keys() {
        if let Some(client) = name.strip_prefix("seen.") {
            clients.push(Seen {
                client: client.parse().map_err(|_| unreadable())?,
                seen: form.value(name).parse().map_err(|_| unreadable())?,
            });
        }
    }
    Ok(ConfirmInput { month, clients })
}

fn told(back: &str, outcome: Answer<Outcome>) -> Answer {
    match outcome {
        Ok(outcome) if outcome.confirmed.is_empty() => Ok(flash_warning(back, "months-confirmed-none")),
        Ok(outcome) if outcome.left_out.is_empty() => Ok(flash(back, "months-confirmed-all")),
        Ok(_) => Ok(flash_warning(back, "months-confirmed-some")),
        Err(Failure::Invalid(wrong)) => {
            let key = wrong
                .first()
                .map_or("months-confirmed-none", |invalid| invalid.key);
            Ok(flash_warning(back, key))
        }
        Err(other) => Err(other),
    }
}

pub(super) async fn correct(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&visit, RecordKind::Attendance)?;
    let month = asked.month(visit.today())?;
    let mut state = FormState::new();
    if let Some(day) = correct::day_of(&asked.day, visit.today()) {
        state.set("date", polku_pages::format::date(day));
    }
    let body = view_client::correction_form(reader.texts, grant.subject(), month, &state);
    Ok(reader.page(
        "months-correct-title",
        &correct_heading(&grant, &reader, month),
        body,
    ))
}

fn correct_heading(grant: &Granted<'_, Client, Read>, reader: &Reader, month: Month) -> Heading {
    let texts = reader.texts;
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(texts.with("months-correct-heading", &[("name", name.into())])).back(
        format!("/clients/{}/months?month={month}", grant.subject()),
        words::month(texts, month),
    )
}

pub(super) async fn make_correction(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: CorrectionInput = fields.read()?;
    let asked = Asked {
        month: fields.0.value("month").to_owned(),
        ..Asked::default()
    };
    match correct::make(&visit, client, &input).await {
        Ok((_, day)) => {
            let month = format!("/clients/{client}/months?month={}#corrections", Month::of(day));
            Ok(flash(&month, "months-correction-made"))
        }
        Err(Failure::Invalid(wrong)) => {
            let month = asked.month(visit.today())?;
            let grant = visit.open::<Client, Read>(client).await?;
            let state = fields.with_errors(&reader, &wrong);
            let body = view_client::correction_form(reader.texts, client, month, &state);
            let heading = correct_heading(&grant, &reader, month);
            Ok(reader.page_to_mend("months-correct-title", &[], &heading, body))
        }
        Err(other) => Err(other),
    }
}

pub(super) async fn decide(
    visit: AtDesk,
    Path((client, correction)): Path<(SubjectId, Uuid)>,
    Fields(form): Fields,
) -> Answer {
    let decision: Decision = form
        .value("decision")
        .parse()
        .map_err(|_| Failure::Unreadable("confirm or reject"))?;
    let back = |day: Option<Date>| {
        let month = day.map_or_else(String::new, |day| format!("?month={}", Month::of(day)));
        format!("/clients/{client}/months{month}#corrections")
    };
    match correct::decide(&visit, client, correction, decision).await {
        Ok(day) => {
            let key = match decision {
                Decision::Confirm => "months-correction-counts",
                Decision::Reject => "months-correction-left",
            };
            Ok(flash(&back(Some(day)), key))
        }
        Err(Failure::Desk(DeskError::Conflict)) => {
            Ok(flash_warning(&back(None), "months-correction-decided"))
        }
        Err(other) => Err(other),
    }
}
