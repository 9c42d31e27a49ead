//! The month's sheet on paper: landscape pages for the payer, of a circle or of one client.

use jiff::Timestamp;
use polku_casework::{
    attendance::{Cell, words as marks},
    keeping::kept,
};
use polku_desk::{SubjectId, Visit};
use polku_pages::{Texts, format};
use polku_profile::RecordKind;
use polku_typeset::{Job, Template};
use polku_values::{InterfaceLanguage, Mark};
use polku_web::{Answer, AtDesk, Failure, IntoResponse, Path, Query, Reader, Response, header};
use serde_json::{Value, json};

use super::{
    figures::percent,
    page::Asked,
    sheet::{MonthSheet, PersonMonth},
    words,
};

/// One client's month as a PDF that a worker prints: a look, recorded as such.
pub(super) async fn client(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let sheet = MonthSheet::of_client(&visit, client, asked.month(visit.today())?).await?;
    kept(&visit, RecordKind::Attendance)?;
    let name = sheet
        .people
        .first()
        .map(|person| person.name.clone())
        .unwrap_or_default();
    let texts = reader.texts;
    let heading = texts.with("months-title-client", &[("name", name.into())]);
    print(&visit, texts, &heading, &sheet).await
}

/// The sheet as a PDF. Its title and name say nothing of anybody.
pub(super) async fn print(
    visit: &Visit,
    texts: Texts,
    heading: &str,
    sheet: &MonthSheet,
) -> Answer<Response> {
    let language = InterfaceLanguage::from(texts.locale());
    let data = data(visit, texts, heading, sheet)?;
    let (title, created) = (texts.t("months-title"), visit.now());
    let author = visit.profile()?.controller.name.get(language).to_owned();
    let made = tokio::task::spawn_blocking(move || bytes(language, &title, &author, created, &data)).await;
    let bytes = made.map_err(|error| Failure::Internal(error.to_string()))??;
    let name = format!("{}-{}", texts.t("months-file-name"), sheet.month);
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.pdf\""),
        ),
    ];
    Ok((headers, bytes).into_response())
}

fn bytes(
    language: InterfaceLanguage,
    title: &str,
    author: &str,
    created: Timestamp,
    data: &Value,
) -> Answer<Vec<u8>> {
    let job = Job {
        template: Template::MonthSheet,
        language,
        title,
        author,
        created,
        data,
        images: &[],
    };
    polku_typeset::pdf(&job).map_err(|error| Failure::Internal(error.to_string()))
}

fn data(visit: &Visit, texts: Texts, heading: &str, sheet: &MonthSheet) -> Answer<Value> {
    let language = InterfaceLanguage::from(texts.locale());
    let profile = visit.profile()?;
    let (figures, before) = (sheet.figures(), sheet.before());
    let meta = [
        (texts.t("attendance-month"), words::month(texts, sheet.month)),
        (
            texts.t("attendance-attended"),
            format!(
                "{}, {}",
                format::days(texts, figures.totals.attended.into()),
                format::hours_and_minutes(texts.locale(), figures.totals.minutes)
            ),
        ),
        (
            texts.t("months-share"),
            format!(
                "{} ({}/{})",
                words::percent(texts, figures.percent()),
                figures.kept,
                figures.planned
            ),
        ),
        (texts.t("months-trend"), words::trend(texts, &figures, &before)),
    ];
    let mut sections = vec![
        json!({ "table": days(texts, sheet) }),
        json!({ "title": texts.t("months-regularity"), "table": regularity(texts, sheet) }),
        json!({ "title": texts.t("months-chart-weeks"), "table": weeks(texts, sheet) }),
    ];
    let corrections = corrections(texts, sheet);
    if !corrections.is_empty() {
        sections.push(json!({ "title": texts.t("months-corrections"), "list": corrections }));
    }
    Ok(json!({
        "heading": heading,
        "organisation": profile.controller.name.get(language),
        "register": profile.register.name.get(language),
        "date": format::date(visit.today()),
        "meta": meta,
        "lead": legend(texts),
        "sections": sections,
    }))
}

/// `6 = tunteja läsnä · s = sairas · …`
fn legend(texts: Texts) -> String {
    let of = |mark: Mark| format!("{} = {}", mark.letter(), marks::shown(mark).word(texts));
    let absences = [Mark::Sick, Mark::Permitted, Mark::Absent].map(of);
    format!(
        "{}: {}; {}",
        texts.t("common-mark-present"),
        texts.t("attendance-hours"),
        absences.join("; ")
    )
}

fn days(texts: Texts, sheet: &MonthSheet) -> Value {
    let number = sheet.month.days().count();
    let mut head = vec![texts.t("attendance-client")];
    head.extend(sheet.month.days().map(|day| {
        format!(
            "{}\n{}",
            format::weekday_short(texts.locale(), day.weekday()),
            day.day()
        )
    }));
    let sums = [
        "attendance-attended",
        "attendance-hours",
        "common-mark-sick",
        "common-mark-leave",
        "common-mark-absent",
        "months-share",
        "months-confirmed",
    ];
    head.extend(sums.map(|key| texts.t(key)));
    let mut align = vec!["left"];
    align.extend(std::iter::repeat_n("center", number));
    align.extend(["right"; 6]);
    align.push("left");
    let mut widths = vec![5.0];
    widths.extend(std::iter::repeat_n(1.0, number));
    widths.extend([1.8, 1.8, 1.8, 2.2, 1.8, 2.2, 2.6]);
    let rows: Vec<Vec<Value>> = sheet.people.iter().map(|person| row(texts, person)).collect();
    json!({ "head": head, "rows": rows, "align": align, "widths": widths, "row_heads": true })
}

fn row(texts: Texts, person: &PersonMonth) -> Vec<Value> {
    let day = |cell: &Cell| match cell.mark {
        Mark::NotADay => json!(""),
        Mark::Expected => json!("?"),
        _ => json!(marks::sign(texts.locale(), cell)),
    };
    let totals = &person.figures.totals;
    let hours = format::decimal(texts.locale(), f64::from(totals.minutes) / 60.0, 1);
    let confirmed = person
        .lock
        .as_ref()
        .map(|lock| format::date(format::finnish_time(lock.at).date()));
    let mut row = vec![json!(person.name)];
    row.extend(person.cells.iter().map(day));
    row.extend([
        json!(totals.attended),
        json!(hours),
        json!(totals.sick),
        json!(totals.permitted),
        json!(totals.absent),
        json!(words::percent(texts, person.figures.percent())),
        json!(confirmed.unwrap_or_else(|| "–".to_owned())),
    ]);
    row
}

fn regularity(texts: Texts, sheet: &MonthSheet) -> Value {
    let head = [
        "attendance-client",
        "months-schedule",
        "months-planned",
        "months-kept",
        "months-share",
        "months-whole-weeks",
        "months-trend",
    ]
    .map(|key| texts.t(key));
    let row = |person: &PersonMonth| {
        let figures = &person.figures;
        json!([
            person.name,
            words::schedules(texts, &person.schedules),
            figures.planned,
            figures.kept,
            words::percent(texts, figures.percent()),
            format!("{}/{}", figures.whole_weeks, figures.weeks),
            words::trend(texts, figures, &person.before),
        ])
    };
    let rows: Vec<Value> = sheet.people.iter().map(row).collect();
    json!({
        "head": head, "rows": rows, "row_heads": true,
        "align": ["left", "left", "right", "right", "right", "right", "left"], "widths": [3, 4, 1.4, 1.4, 1.6, 1.6, 4],
    })
}

fn weeks(texts: Texts, sheet: &MonthSheet) -> Value {
    let head = ["months-week", "months-planned", "months-kept", "months-share"].map(|key| texts.t(key));
    let row = |week: &super::figures::WeekShare| {
        json!([
            i64::from(week.week.number()),
            week.planned,
            week.kept,
            words::percent(texts, percent(week.kept, week.planned)),
        ])
    };
    let rows: Vec<Value> = sheet.weeks().iter().map(row).collect();
    json!({
        "head": head, "rows": rows, "row_heads": true, "align": ["left", "right", "right", "right"],
        "widths": [1, 1, 1, 1],
    })
}

fn corrections(texts: Texts, sheet: &MonthSheet) -> Vec<String> {
    let line = |(person, correction): (&PersonMonth, &super::store::Correction)| {
        let what = [
            ("before", marks::told(texts, correction.old).into()),
            ("after", marks::told(texts, correction.new).into()),
        ];
        format!(
            "{} {}: {}, {}. {} {}, {}",
            format::date(correction.day),
            person.name,
            texts.with("attendance-changed", &what),
            texts.t(&format!("months-correction-{}", correction.state)),
            correction.reason.reason,
            correction.made_by,
            format::date(format::finnish_time(correction.made_at).date()),
        )
    };
    sheet.corrections().map(line).collect()
}
