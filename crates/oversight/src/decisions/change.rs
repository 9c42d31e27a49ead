//! Entering a decision about the register.

use polku_desk::Visit;
use polku_web::{API, Answer, Failure, InvalidField};
use uuid::Uuid;

use super::{input::DecisionInput, store};

/// Where a decision is found.
pub(super) fn address(decision: Uuid) -> String {
    format!("/register-decisions/{decision}")
}

/// Enters a decision; answers its id.
pub(super) async fn enter(visit: &Visit, input: &DecisionInput) -> Answer<Uuid> {
    let new = input.check(visit.today()).map_err(Failure::Invalid)?;
    if let Some(replaced) = new.replaces {
        let known = store::all(visit).await?;
        let replaced = known.iter().find(|one| one.id == replaced);
        let may = match replaced {
            None => Err("register-decisions-replaces-unknown"),
            Some(one) if one.replaced_by.is_some() => Err("register-decisions-replaced-already"),
            Some(one) if one.kind != new.kind => Err("register-decisions-replaces-kind"),
            Some(_) => Ok(()),
        };
        may.map_err(|key| {
            Failure::Invalid(vec![InvalidField {
                field: "replaces",
                key,
            }])
        })?;
    }
    let id = visit.new_id();
    visit.will_create(format!("{API}{}", address(id)), 1);
    store::insert(visit, id, &new).await?;
    Ok(id)
}
