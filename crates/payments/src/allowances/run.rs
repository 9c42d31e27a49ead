//! What is done with runs: drafted, confirmed, filed, paid, cancelled.

use jiff::civil::Date;
use polku_desk::{Client, DeskError, SubjectId, Visit, params};
use polku_profile::{Activity, RecordKind};
use polku_values::dates::{Month, bank_day_after, is_bank_day, parse_finnish_date};
use polku_web::{API, Answer, Failure, InvalidField};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{
    count::{self, Due},
    ground::GroundInput,
    rules::{Cancelling, Payment, RunState, Settlement},
    store::{self, PaidTo, Run},
};
use crate::payer;

/// A file is made for a bank day at most this many days ahead.
const MOST_AHEAD: i64 = 60;

/// Up to when is counted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DraftInput {
    /// Up to the end of this month, such as `2026-10`.
    pub month: String,
}

/// What becomes of a run.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct StateInput {
    /// `confirmed`, `paid` or `cancelled`.
    pub state: String,
    /// The version that was seen.
    pub version: i64,
    /// Why it is cancelled: `mistake`, `not-sent` or `refused-by-bank`.
    pub reason: String,
}

/// On which day the bank is to pay.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct FileInput {
    /// A bank day, such as `25.11.2026`; not asked for when the file was made before.
    pub bank_day: String,
}

/// Nothing is here where the register counts no allowances, or the profile does not let service managers count them.
pub(super) fn counted_here(visit: &Visit) -> Answer<()> {
    crate::managed(visit, RecordKind::Allowance, Activity::CountAllowances)
}

/// How the register pays.
pub(super) fn payment(visit: &Visit) -> Answer<Payment> {
    Ok(if payer::pays(visit)? {
        Payment::ByFile
    } else {
        Payment::Elsewhere
    })
}

fn invalid(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}

/// The month of an input.
///
/// # Errors
/// [`Failure::Invalid`] when it is none, or not over yet.
pub(super) fn month_of(text: &str, today: Date) -> Answer<Month> {
    let month: Month = text.parse().map_err(|_| invalid("month", "months-no-such"))?;
    if month.is_over(today) {
        Ok(month)
    } else {
        Err(invalid("month", "months-not-over"))
    }
}

/// Drafts a run of what is due; answers its id.
///
/// # Errors
/// [`Failure::Invalid`] when nothing is due, or another draft waits.
pub(super) async fn draft(visit: &Visit, input: &DraftInput) -> Answer<Uuid> {
    counted_here(visit)?;
    let month = month_of(&input.month, visit.today())?;
    if store::runs(visit)
        .await?
        .iter()
        .any(|run| run.state == RunState::Draft)
    {
        return Err(invalid("month", "allowances-draft-waits"));
    }
    let due = count::due(visit, month).await?;
    if !count::pays_anything(&due, payment(visit)?) {
        return Err(invalid("month", "allowances-nothing-due"));
    }
    let payable: Vec<&Due> = due.iter().filter(|due| due.is_payable()).collect();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "month" => month.to_string(), "account" => visit.account(), "now" => visit.now(),
    };
    visit.will_create(format!("{API}/allowances/{id}"), 1);
    match visit
        .execute_one("allowance-run-drafted", store::INSERT_RUN, row)
        .await
    {
        Ok(()) => {}
        Err(DeskError::Conflict) => return Err(invalid("month", "allowances-draft-waits")),
        Err(other) => return Err(other.into()),
    }
    if let Err(failed) = enter(visit, id, &payable).await {
        // A draft that counts nothing must not stand in the way of the next one.
        close(visit, id, 1, RunState::Cancelled, Some(Cancelling::Mistake)).await?;
        return Err(failed);
    }
    Ok(id)
}

async fn enter(visit: &Visit, run: Uuid, payable: &[&Due]) -> Answer<()> {
    let people: Vec<SubjectId> = payable.iter().map(|due| due.client).collect();
    let set = visit.open_set_for_change::<Client>(&people).await?;
    for due in payable {
        if let Settlement::Pays { lines, .. } = &due.settlement {
            let grant = set.one(due.client)?;
            let paid_to = PaidTo {
                account: due.account.clone(),
            };
            store::insert_payment(&grant, run, lines, &paid_to).await?;
        }
    }
    let details = json!({ "run": run, "people": people.len() });
    set.commit("allowances-counted", details).await?;
    Ok(())
}

/// Confirms a run, marks it as paid, or cancels it.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody else changed it first; [`Failure::Invalid`] when it cannot come to that state.
pub(super) async fn turn(visit: &Visit, id: Uuid, input: &StateInput) -> Answer<()> {
    counted_here(visit)?;
    let run = store::run(visit, id).await?;
    let next: RunState = input
        .state
        .parse()
        .map_err(|_| invalid("state", "allowances-state-unclear"))?;
    if run.version != input.version {
        return Err(DeskError::Conflict.into());
    }
    if next == RunState::FileMade || !run.state.may_become(next, payment(visit)?) {
        return Err(invalid("state", "allowances-state-not-now"));
    }
    match next {
        RunState::Confirmed => {
            let row = params! {
                "id" => id, "seen" => run.version, "account" => visit.account(), "now" => visit.now(),
            };
            visit
                .execute_one("allowance-run-confirmed", store::CONFIRM_RUN, row)
                .await?;
        }
        RunState::Cancelled => {
            let reason = input
                .reason
                .parse()
                .map_err(|_| invalid("reason", "allowances-cancel-reason"))?;
            close(visit, id, run.version, next, Some(reason)).await?;
        }
        RunState::Paid | RunState::Draft | RunState::FileMade => {
            close(visit, id, run.version, next, None).await?;
        }
    }
    Ok(())
}

async fn close(
    visit: &Visit,
    id: Uuid,
    seen: i64,
    state: RunState,
    reason: Option<Cancelling>,
) -> Answer<()> {
    let row = params! {
        "id" => id, "seen" => seen, "state" => state, "account" => visit.account(), "now" => visit.now(),
        "reason" => reason.map(|reason| reason.name().to_owned()),
    };
    let what = match state {
        RunState::Cancelled => "allowance-run-cancelled",
        _ => "allowance-run-paid",
    };
    Ok(visit.execute_one(what, store::CLOSE_RUN, row).await?)
}

/// Notes that the file of a run is made; answers the run as it is then. A file that was made before is made again as it
/// was: with the same id, so that the bank takes it once.
///
/// # Errors
/// [`Failure::Invalid`] with what is to be mended first.
pub(super) async fn file_made(visit: &Visit, id: Uuid, input: &FileInput) -> Answer<Run> {
    counted_here(visit)?;
    payer::paid(visit)?;
    let mut run = store::run(visit, id).await?;
    if run.state == RunState::FileMade || run.state == RunState::Paid {
        return Ok(run);
    }
    if !run.state.may_become(RunState::FileMade, Payment::ByFile) {
        return Err(invalid("bank_day", "allowances-state-not-now"));
    }
    let today = visit.today();
    let bank_day =
        parse_finnish_date(&input.bank_day, today).map_err(|error| invalid("bank_day", error.key()))?;
    check_bank_day(bank_day, today).map_err(|key| invalid("bank_day", key))?;
    let row = params! { "id" => id, "seen" => run.version, "bank_day" => bank_day, "now" => visit.now() };
    visit
        .execute_one("allowance-file-made", store::FILE_RUN, row)
        .await?;
    run.state = RunState::FileMade;
    run.version += 1;
    run.bank_day = Some(bank_day);
    run.file_made_at = Some(visit.now());
    Ok(run)
}

/// Whether a bank can be told to pay on a day.
fn check_bank_day(day: Date, today: Date) -> Result<(), &'static str> {
    if day < today {
        Err("allowances-bank-day-past")
    } else if !is_bank_day(day) {
        Err("allowances-bank-day-closed")
    } else if i64::from((day - today).get_days()) > MOST_AHEAD {
        Err("allowances-bank-day-far")
    } else {
        Ok(())
    }
}

/// The day that a new file suggests.
pub(super) fn suggested_bank_day(today: Date) -> Date {
    bank_day_after(today)
}

/// Tells the ground of everyone who is due and lacks one; answers how many.
///
/// # Errors
/// [`Failure::Invalid`] when the ground is to be mended, or nobody lacks one.
pub(super) async fn set_missing(visit: &Visit, month: &str, input: &GroundInput) -> Answer<usize> {
    counted_here(visit)?;
    let month = month_of(month, visit.today())?;
    let (from, words) = input.check(visit.today()).map_err(Failure::Invalid)?;
    let due = count::due(visit, month).await?;
    let people: Vec<SubjectId> = due
        .iter()
        .filter(|due| due.problems.no_ground > 0)
        .map(|due| due.client)
        .collect();
    if people.is_empty() {
        return Err(invalid("ground", "allowances-nobody-lacks"));
    }
    let set = visit.open_set_for_change::<Client>(&people).await?;
    for client in &people {
        store::insert_ground(&set.one(*client)?, from, &words).await?;
    }
    set.commit("allowance-grounds-told", json!({ "people": people.len() }))
        .await?;
    Ok(people.len())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_bank_is_told_to_pay_on_a_bank_day_to_come_b6() {
        let today = date(2026, 12, 23);
        assert_eq!(check_bank_day(today, today), Ok(()));
        assert_eq!(check_bank_day(date(2026, 12, 24), today), Ok(()));
        assert_eq!(
            check_bank_day(date(2026, 12, 22), today),
            Err("allowances-bank-day-past")
        );
        assert_eq!(
            check_bank_day(date(2026, 12, 25), today),
            Err("allowances-bank-day-closed")
        );
        assert_eq!(
            check_bank_day(date(2026, 12, 27), today),
            Err("allowances-bank-day-closed")
        );
        assert_eq!(
            check_bank_day(date(2027, 3, 1), today),
            Err("allowances-bank-day-far")
        );
        assert_eq!(suggested_bank_day(date(2026, 12, 24)), date(2026, 12, 28));
    }
}
