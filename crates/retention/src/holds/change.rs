//! Placing and lifting holds.

use jiff::civil::Date;
use polku_desk::{Client, DeskError, SubjectId, Visit};
use polku_web::{Answer, Failure, InvalidField, ToMend};
use serde_json::json;
use uuid::Uuid;

use super::{HoldInput, store};

/// The most characters of a reason.
const LONGEST: usize = 2_000;

fn check(input: &HoldInput, today: Date) -> Result<(String, Option<Date>), Vec<InvalidField>> {
    let mut wrong = ToMend::default();
    let reason = wrong.text("reason", &input.reason, LONGEST, "retention-reason-long");
    if reason.is_empty() {
        wrong.note("reason", Err("retention-reason-missing"));
    }
    let until = wrong.optional_day("until", &input.until, today);
    if until.is_some_and(|until| until < today) {
        wrong.note("until", Err("holds-until-past"));
    }
    wrong.finish(|| Some((reason, until)))
}

/// Places a hold on a client.
pub(super) async fn place(visit: &Visit, client: SubjectId, input: &HoldInput) -> Answer<()> {
    let (reason, until) = check(input, visit.today()).map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let id = store::place(&grant, reason, until).await?;
    Ok(grant
        .commit("legal-hold-placed", json!({ "hold": id, "until": until }))
        .await?)
}

/// Lifts one.
pub(super) async fn lift(visit: &Visit, client: SubjectId, hold: Uuid) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let holds = store::people(&grant).await?;
    let hold = holds
        .iter()
        .find(|known| known.id == hold)
        .ok_or(DeskError::Hidden)?;
    store::lift(&grant, hold).await?;
    Ok(grant
        .commit("legal-hold-lifted", json!({ "hold": hold.id }))
        .await?)
}

/// Places a hold on a class.
pub(super) async fn place_on_class(visit: &Visit, input: &HoldInput) -> Answer<()> {
    let checked = check(input, visit.today());
    let is_known = visit.profile()?.retention_class(&input.class).is_some();
    match checked {
        Ok((reason, until)) if is_known => {
            Ok(store::place_on_class(visit, &input.class, &reason, until).await?)
        }
        checked => {
            let mut wrong = checked.err().unwrap_or_default();
            if !is_known {
                wrong.insert(
                    0,
                    InvalidField {
                        field: "class",
                        key: "retention-class-missing",
                    },
                );
            }
            Err(Failure::Invalid(wrong))
        }
    }
}

/// Lifts one of a class.
pub(super) async fn lift_from_class(visit: &Visit, hold: Uuid) -> Answer<()> {
    Ok(store::lift_from_class(visit, hold).await?)
}
