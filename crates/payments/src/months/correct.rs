//! Corrections of confirmed months: made with a reason, decided by the manager.

use jiff::civil::Date;
use polku_casework::attendance::{self, Days};
use polku_desk::{Client, DeskError, Granted, SubjectId, Visit, Write, named_states};
use polku_profile::{Activity, RecordKind};
use polku_values::{
    Mark,
    dates::{Month, parse_finnish_date, parse_hours},
};
use polku_web::{Answer, Failure, InvalidField};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{
    rules::may_correct,
    store::{self, CorrectionState, Reason},
};

/// A reason has at least this many characters, and at most.
const REASON: std::ops::RangeInclusive<usize> = 3..=1_000;

named_states! {
    /// What a corrected day is to be.
    pub(super) enum CorrectedMark {
        /// Present.
        Present = "present",
        /// Ill.
        Sick = "sick",
        /// Absent with leave.
        Permitted = "permitted",
        /// Absent without leave.
        Absent = "absent",
        /// Not a day of the client.
        NotADay = "not-a-day",
    }
}

named_states! {
    /// What the manager decides.
    pub(super) enum Decision {
        /// It counts.
        Confirm = "confirm",
        /// It does not.
        Reject = "reject",
    }
}

/// A correction, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct CorrectionInput {
    /// The day, such as `12.10.2026` or `2026-10-12`.
    pub(super) date: String,
    /// What it is to be: `present`, `sick`, `permitted`, `absent` or `not-a-day`.
    pub(super) mark: String,
    /// The hours of presence, such as `6` or `5,5`; the schedule's when left empty.
    pub(super) hours: String,
    /// Why.
    pub(super) reason: String,
}

/// A decision about a correction.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct DecisionInput {
    /// `confirm` or `reject`.
    pub(super) decision: String,
}

/// Makes a correction; answers its id and the day.
///
/// # Errors
/// [`Failure::Invalid`] with what is to be mended.
pub(super) async fn make(visit: &Visit, client: SubjectId, input: &CorrectionInput) -> Answer<(Uuid, Date)> {
    polku_casework::keeping::kept(visit, RecordKind::Attendance)?;
    let today = visit.today();
    let mut wrong = polku_web::ToMend::default();
    let day = wrong.day("date", &input.date, today);
    let kind = wrong.keep(
        "mark",
        input
            .mark
            .parse::<CorrectedMark>()
            .map_err(|_| "months-correct-mark"),
    );
    let reason = wrong.text("reason", &input.reason, *REASON.end(), "months-reason-long");
    if reason.chars().count() < *REASON.start() {
        wrong.note("reason", Err("months-reason-missing"));
    }
    let hours = match input.hours.trim() {
        "" => None,
        typed => wrong.keep("hours", parse_hours(typed).map_err(|error| error.key())),
    };
    let (day, kind) = wrong.finish(|| day.zip(kind)).map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let locks = attendance::locks_of(&grant, day, day).await?;
    let days = Days::of(&grant, day, day).await?;
    let cell = &days.0.first().ok_or(DeskError::Stored("a day has a cell"))?.cell;
    let wanted = match kind {
        CorrectedMark::Present => Mark::Present {
            minutes: hours.unwrap_or(cell.hours),
        },
        CorrectedMark::Sick => Mark::Sick,
        CorrectedMark::Permitted => Mark::Permitted,
        CorrectedMark::Absent => Mark::Absent,
        CorrectedMark::NotADay => Mark::NotADay,
    };
    let is_confirmed = locks.iter().any(|lock| lock.month == Month::of(day));
    let invalid = |(field, key)| Failure::Invalid(vec![InvalidField { field, key }]);
    may_correct(is_confirmed, cell.mark, wanted).map_err(invalid)?;
    let id = match store::insert(&grant, day, cell.mark, wanted, &Reason { reason }).await {
        Ok(id) => id,
        Err(DeskError::Conflict) => return Err(invalid(("date", "months-correct-waits"))),
        Err(other) => return Err(other.into()),
    };
    visit.will_create(
        format!("{}/clients/{client}/months/corrections/{id}", polku_web::API),
        1,
    );
    let details = json!({ "correction": id, "month": Month::of(day).to_string() });
    grant.commit("attendance-correction-made", details).await?;
    Ok((id, day))
}

/// Decides a correction that waits. A confirmed one changes the day, and stays beside it with what stood there before.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody decided it first, or the day stands otherwise by now.
pub(super) async fn decide(visit: &Visit, client: SubjectId, id: Uuid, decision: Decision) -> Answer<Date> {
    crate::managed(visit, RecordKind::Attendance, Activity::ConfirmAttendance)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let correction = store::one(&grant, id).await?;
    let (state, what) = match decision {
        Decision::Confirm => {
            check_stands(&grant, &correction).await?;
            attendance::correct(&grant, correction.day, correction.old, correction.new).await?;
            (CorrectionState::Confirmed, "attendance-correction-confirmed")
        }
        Decision::Reject => (CorrectionState::Rejected, "attendance-correction-rejected"),
    };
    store::decide(&grant, &correction, state).await?;
    grant.commit(what, json!({ "correction": id })).await?;
    Ok(correction.day)
}

async fn check_stands(grant: &Granted<'_, Client, Write>, correction: &store::Correction) -> Answer<()> {
    let days = Days::of(grant, correction.day, correction.day).await?;
    let stands = days.0.first().map(|day| day.cell.mark);
    if stands == Some(correction.old) {
        Ok(())
    } else {
        Err(DeskError::Conflict.into())
    }
}

/// The day of an address, as `2026-10-12`.
pub(super) fn day_of(text: &str, today: Date) -> Option<Date> {
    parse_finnish_date(text, today).ok()
}
