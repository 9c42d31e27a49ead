//! A month of attendance: in numbers, as a picture, day by day.

use jiff::civil::Date;
use polku_casework::{
    attendance::{Day, Days, words},
    keeping,
    told::{self, Figures},
};
use polku_desk::{Client, Granted, Read};
use polku_pages::{
    Markup, Texts,
    components::{AttendanceStrip, Column, Empty, Fact, Facts, Paper, StripWeek, Table},
    format,
    frame::Heading,
    html,
};
use polku_profile::RecordKind;
use polku_values::{Mark, dates::Month};
use polku_web::{Answer, AtDesk, Failure, InPortal, Query, Reader};
use serde::Deserialize;

/// The month in an address; this month without one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    month: String,
}

impl Asked {
    /// The month.
    pub(super) fn month(&self, today: Date) -> Answer<Month> {
        if self.month.is_empty() {
            return Ok(Month::of(today));
        }
        let month = self.month.parse();
        month.map_err(|_| Failure::Unreadable("no such month"))
    }
}

/// A month of the client's.
pub(super) struct OwnMonth {
    /// Which.
    pub(super) month: Month,
    /// Its days.
    pub(super) days: Vec<Day>,
    /// Its sums; none where nothing was expected or marked.
    pub(super) figures: Option<Figures>,
}

impl OwnMonth {
    /// Reads it.
    ///
    /// # Errors
    /// [`polku_desk::DeskError::Hidden`] in a register without attendance.
    pub(super) async fn of(grant: &Granted<'_, Client, Read>, month: Month) -> Answer<Self> {
        keeping::kept(grant.visit(), RecordKind::Attendance)?;
        let (first, last) = (month.first(), month.last());
        let Days(days) = Days::of(grant, first, last).await?;
        let told = told::between(grant, first, last).await?;
        Ok(Self {
            month,
            days,
            figures: told.attendance.map(|attendance| attendance.whole),
        })
    }
}

pub(super) async fn show(visit: AtDesk, own: InPortal, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let month = asked.month(visit.today())?;
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let month = OwnMonth::of(&grant, month).await?;
    let texts = reader.texts;
    let heading = Heading::new(texts.t("own-attendance-heading")).subtitle(named(texts, month.month));
    let body = html! {
        (steps(texts, month.month, visit.today()))
        @match &month.figures {
            None => (Paper::bare().with(Empty::new(texts.t("own-attendance-none")))),
            Some(figures) => {
                (sums(texts, *figures))
                (picture(texts, &month, *figures))
                (by_days(texts, &month))
            },
        }
    };
    Ok(reader.portal_page("own-attendance-title", &[], &heading, body))
}

/// `lokakuu 2026`
fn named(texts: Texts, month: Month) -> String {
    let first = month.first();
    format!("{} {}", format::month(texts.locale(), first), first.year())
}

fn steps(texts: Texts, month: Month, today: Date) -> Markup {
    let (before, after) = (month.previous(), month.next());
    html! {
        nav.steps aria-label=(texts.t("own-attendance-months")) {
            a href={ "/own/attendance?month=" (before) } { "‹ " (named(texts, before)) }
            @if after <= Month::of(today) {
                a href={ "/own/attendance?month=" (after) } { (named(texts, after)) " ›" }
            }
        }
    }
}

fn sums(texts: Texts, figures: Figures) -> Facts {
    let days = |key: &str, count: u32| Fact::new(texts.t(key), format::days(texts, count.into()));
    Facts::strip([
        days("own-attendance-there", figures.attended)
            .detail(format::hours_and_minutes(texts.locale(), figures.minutes)),
        days("common-mark-sick", figures.sick),
        days("common-mark-leave", figures.permitted),
        days("common-mark-absent", figures.absent),
    ])
}

/// The weeks of the month side by side. Days of other months are blank.
fn picture(texts: Texts, month: &OwnMonth, figures: Figures) -> Markup {
    let on_weekend = |day: &&Day| day.date.weekday().to_monday_zero_offset() >= 5;
    let weekends = month.days.iter().filter(on_weekend);
    let shown = if weekends.clone().any(|day| day.cell.mark != Mark::NotADay) {
        7
    } else {
        5
    };
    let mut weeks: Vec<StripWeek> = Vec::new();
    for day in &month.days {
        let place = usize::try_from(day.date.weekday().to_monday_zero_offset()).unwrap_or(0);
        if weeks.is_empty() || place == 0 {
            let monday = day.date.saturating_sub(
                jiff::Span::new().days(i64::from(day.date.weekday().to_monday_zero_offset())),
            );
            weeks.push(StripWeek {
                monday,
                days: vec![words::shown(Mark::NotADay); shown],
            });
        }
        if let Some(week) = weeks.last_mut()
            && let Some(cell) = week.days.get_mut(place)
        {
            *cell = words::shown(day.cell.mark);
        }
    }
    let percent = figures.percent.map_or_else(
        || texts.t("common-no-value"),
        |percent| format::percent(texts.locale(), percent.into()),
    );
    let summary = texts.with(
        "own-attendance-summary",
        &[("attended", figures.attended.into()), ("percent", percent.into())],
    );
    let strip = AttendanceStrip {
        summary: summary.clone(),
        weeks,
    };
    Paper::new(texts.t("own-attendance-picture")).with_inside(html! { p { (summary) } (strip.render(texts)) })
}

fn by_days(texts: Texts, month: &OwnMonth) -> Markup {
    let columns = [
        Column::new(texts.t("own-attendance-day")),
        Column::new(texts.t("own-attendance-mark")),
    ];
    let days = month.days.iter().filter(|day| day.cell.mark != Mark::NotADay);
    let rows = days.map(|day| {
        vec![
            html! { (format::weekday_date(texts.locale(), day.date)) },
            html! { (words::told(texts, day.cell.mark)) },
        ]
    });
    let table = Table::new("own-days", texts.t("own-attendance-by-days"), columns).rows(rows);
    Paper::bare().with(table)
}
