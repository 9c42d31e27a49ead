//! Saving mark by mark, as the page's script does, and undoing.

use axum::Json;
use jiff::civil::Date;
use polku_desk::{Client, DeskError, Read, Result, SubjectId, Visit, ids::SessionId, params, statements};
use polku_pages::{Texts, format};
use polku_values::{Mark, Minutes};
use polku_web::{
    Answer, AtDesk, Failure, IntoResponse, JsonBody, Reader, Response, StatusCode, flash, flash_warning,
    header::{self, HeaderMap},
};
use serde::Serialize;
use uuid::Uuid;

use super::{
    cell::is_late,
    input::{Kind, MOST_MARKS, MarksInput},
    page::session,
    sheet::habits,
    store::{self, Marking, Occasion, mark_in},
    words,
};

statements! {
    /// What was last saved in a session and not taken back yet, with what stands there now.
    listed(Attendance) LAST_BATCH = "SELECT c.subject AS subject, c.date, c.mark, c.minutes, c.old_mark, c.old_minutes, \
        c.batch, a.version, a.mark AS now_mark, a.minutes AS now_minutes, (SELECT COUNT(*) FROM attendance_change n \
        WHERE n.register = :register AND n.session = :session AND n.batch = c.batch) AS size FROM attendance_change c \
        JOIN attendance a ON a.register = c.register AND a.subject = c.subject AND a.date = c.date JOIN subject s ON \
        s.register = c.register AND s.id = c.subject WHERE c.register = :register AND {visible} AND \
        c.session = :session AND c.batch = (SELECT l.batch FROM attendance_change l WHERE l.register = :register AND \
        l.session = :session AND l.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM attendance_change u WHERE \
        u.register = :register AND u.session = :session AND u.undoes = l.batch) ORDER BY l.changed_at DESC, \
        l.id DESC LIMIT 1)";
}

/// What the script is told.
#[derive(Debug, Serialize)]
struct Told {
    /// One sentence for the reader.
    told: String,
    /// What is saved and what was sent, where the two differ.
    lines: Vec<String>,
    /// The cells as they stand now.
    cells: Vec<CellNow>,
}

/// A cell as it stands.
#[derive(Debug, Serialize)]
pub(super) struct CellNow {
    client: SubjectId,
    date: Date,
    mark: Kind,
    minutes: u16,
    seen: i64,
    late: bool,
}

/// Saves marks that a page's script sends.
pub(super) async fn by_script(visit: AtDesk, reader: Reader, JsonBody(sent): JsonBody<MarksInput>) -> Answer {
    let habits = habits(&visit)?;
    if sent.marks.len() > MOST_MARKS {
        return Err(Failure::TooLarge);
    }
    let texts = reader.texts;
    let markings = match sent.check(visit.today()) {
        Ok(markings) => markings,
        Err(unfit) => {
            let told = unfit.first().map_or_else(String::new, |unfit| texts.t(unfit.key));
            return Ok(json(StatusCode::UNPROCESSABLE_ENTITY, told, Vec::new()));
        }
    };
    let occasion = Occasion {
        session: session(&reader),
        undoes: None,
    };
    match store::save(&visit, occasion, &markings).await {
        Ok(()) => {
            let late = |day| is_late(day, visit.now(), habits.late_after_days);
            Ok(json(
                StatusCode::OK,
                saved_now(texts, &visit),
                after(&markings, late),
            ))
        }
        Err(DeskError::Conflict) => overtaken(&visit, texts, &markings).await,
        Err(DeskError::Refused(key)) => Ok(json(StatusCode::UNPROCESSABLE_ENTITY, texts.t(key), Vec::new())),
        Err(error) => Err(error.into()),
    }
}

/// The days as they stand, when somebody else marked one of them first. What was sent twice stands as it was sent and
/// is no conflict.
async fn overtaken(visit: &Visit, texts: Texts, markings: &[Marking]) -> Answer {
    let cells = as_they_stand(visit, markings).await?;
    let now = |marking: &Marking| {
        let mut cells = cells.iter();
        cells.find(|cell| cell.client == marking.client && cell.date == marking.day)
    };
    let as_sent = |marking: &Marking| now(marking).is_some_and(|cell| cell.stored() == marking.mark);
    if markings.iter().all(as_sent) {
        return Ok(json(StatusCode::OK, saved_now(texts, visit), cells));
    }
    let both = |marking: &Marking| {
        let cell = now(marking).filter(|cell| cell.seen != marking.seen)?;
        let name = visit.name_of(marking.client).unwrap_or_default();
        Some(words::both(texts, &name, cell.stored(), marking.mark))
    };
    let told = Told {
        told: texts.t("attendance-overtaken"),
        lines: markings.iter().filter_map(both).collect(),
        cells,
    };
    Ok((StatusCode::CONFLICT, Json(told)).into_response())
}

impl CellNow {
    fn stored(&self) -> Mark {
        self.mark.mark(Minutes(self.minutes))
    }
}

async fn as_they_stand(visit: &Visit, markings: &[Marking]) -> Result<Vec<CellNow>> {
    let habits = habits(visit)?;
    let people: Vec<SubjectId> = markings.iter().map(|marking| marking.client).collect();
    let days = || markings.iter().map(|marking| marking.day);
    let (Some(from), Some(to)) = (days().min(), days().max()) else {
        return Ok(Vec::new());
    };
    let set = visit.open_set::<Client, Read>(&people).await?;
    let marks = store::marks(&set, from, to).await?;
    let cell = |marking: &Marking| {
        let stored = marks.get(&(set.person_of(marking.client), marking.day))?;
        Some(CellNow {
            client: marking.client,
            date: marking.day,
            mark: Kind::of(stored.mark),
            minutes: stored.mark.minutes().0,
            seen: stored.version,
            late: stored.by.is_some() && is_late(marking.day, stored.at, habits.late_after_days),
        })
    };
    Ok(markings.iter().filter_map(cell).collect())
}

/// The cells after they were marked: each one version on.
fn after(markings: &[Marking], late: impl Fn(Date) -> bool) -> Vec<CellNow> {
    let cell = |marking: &Marking| CellNow {
        client: marking.client,
        date: marking.day,
        mark: Kind::of(marking.mark),
        minutes: marking.mark.minutes().0,
        seen: marking.seen + 1,
        late: late(marking.day),
    };
    markings.iter().map(cell).collect()
}

fn saved_now(texts: Texts, visit: &Visit) -> String {
    let time = format::clock(texts.locale(), format::finnish_time(visit.now()).time());
    texts.with("attendance-saved-at", &[("time", time.into())])
}

fn json(status: StatusCode, told: String, cells: Vec<CellNow>) -> Response {
    let lines = Vec::new();
    (status, Json(Told { told, lines, cells })).into_response()
}

/// Whether the script asks, rather than a form.
pub(super) fn wants_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accepted| accepted.starts_with("application/json"))
}

/// How undoing went.
#[derive(Debug)]
pub(super) enum Undone {
    /// Nothing was saved in this session that is not taken back yet.
    Nothing,
    /// Somebody else changed one of the days since; they stay as they are.
    Overtaken,
    /// The month of one of the days was confirmed for a payer since.
    Locked,
    /// Taken back.
    Done(Vec<CellNow>),
}

impl Undone {
    /// As a page's script is told.
    pub(super) fn into_json(self, texts: Texts) -> Response {
        match self {
            Self::Nothing => json(StatusCode::OK, texts.t("attendance-nothing-to-undo"), Vec::new()),
            Self::Overtaken => json(
                StatusCode::CONFLICT,
                texts.t("attendance-undo-overtaken"),
                Vec::new(),
            ),
            Self::Locked => json(
                StatusCode::CONFLICT,
                texts.t("attendance-month-locked"),
                Vec::new(),
            ),
            Self::Done(cells) => json(StatusCode::OK, texts.t("attendance-undone"), cells),
        }
    }

    /// As a page tells it next.
    pub(super) fn as_page(&self, href: &str) -> Response {
        match self {
            Self::Nothing => flash_warning(href, "attendance-nothing-to-undo"),
            Self::Overtaken => flash_warning(href, "attendance-undo-overtaken"),
            Self::Locked => flash_warning(href, "attendance-month-locked"),
            Self::Done(_) => flash(href, "attendance-undone"),
        }
    }
}

/// Takes back what was last saved in a session, all of it or nothing. What stood there before is marked anew: the
/// history keeps both.
pub(super) async fn undo(visit: &Visit, session: Option<SessionId>) -> Result<Undone> {
    let habits = habits(visit)?;
    let Some(session) = session else {
        return Ok(Undone::Nothing);
    };
    let rows = visit
        .list(LAST_BATCH, params! { "session" => session })
        .await?
        .rows;
    let mut markings = Vec::with_capacity(rows.len());
    let mut batch: Option<Uuid> = None;
    for row in &rows {
        batch = Some(row.get("batch")?);
        let size: i64 = row.get("size")?;
        let made = mark_in(row, "mark", "minutes")?;
        let stands = mark_in(row, "now_mark", "now_minutes")?;
        if made != stands || usize::try_from(size) != Ok(rows.len()) {
            return Ok(Undone::Overtaken);
        }
        markings.push(Marking {
            client: row.subject,
            day: row.get("date")?,
            mark: mark_in(row, "old_mark", "old_minutes")?.unwrap_or(Mark::Expected),
            seen: row.get("version")?,
        });
    }
    if markings.is_empty() {
        return Ok(Undone::Nothing);
    }
    let occasion = Occasion {
        session: Some(session),
        undoes: batch,
    };
    match store::save(visit, occasion, &markings).await {
        Ok(()) => {
            let late = |day| is_late(day, visit.now(), habits.late_after_days);
            Ok(Undone::Done(after(&markings, late)))
        }
        Err(DeskError::Conflict) => Ok(Undone::Overtaken),
        Err(DeskError::Refused(_)) => Ok(Undone::Locked),
        Err(error) => Err(error),
    }
}
