//! Changes of tasks, for pages and programs alike.

use polku_desk::{Client, DeskError, SubjectId, Visit};
use polku_web::{Answer, Failure};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::TaskInput,
    rules::{self, Step},
    store,
    task::{Source, Task},
};

/// Writes a task down.
///
/// # Errors
/// [`Failure::Invalid`] with what is to be mended.
pub(super) async fn add(visit: &Visit, client: SubjectId, input: &TaskInput) -> Answer<Uuid> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let workers = store::workers(&grant).await?;
    let new = input
        .check(&workers, visit.account(), visit.today())
        .map_err(Failure::Invalid)?;
    let id = store::add(&grant, &new, Source::Manual, None).await?;
    grant.commit("task-added", json!({ "task": id })).await?;
    Ok(id)
}

/// Changes what, by when and by whom.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed it since `seen`, [`Failure::Invalid`] with what is to be mended.
pub(super) async fn edit(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &TaskInput,
) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let stored = store::at_version(store::one(&grant, id).await?, seen)?;
    let mut workers = store::workers(&grant).await?;
    // Who had the task may keep it, even when no longer one of the client's workers.
    workers.push(store::Worker {
        account: stored.responsible,
        name: stored.responsible_name.clone(),
    });
    let new = input
        .check(&workers, visit.account(), visit.today())
        .map_err(Failure::Invalid)?;
    let changed = Task {
        title: new.title,
        due_on: new.due_on,
        responsible: new.responsible,
        ..stored
    };
    if rules::after(changed.state, Step::Finish).is_none() {
        return Err(DeskError::Refused("tasks-settled-already").into());
    }
    store::update(&grant, &changed).await?;
    let details = json!({ "task": id, "fields": ["title", "due_on", "responsible"] });
    grant.commit("task-changed", details).await?;
    Ok(())
}

/// Ticks a task done, drops it, or takes either back.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed it since `seen`, [`DeskError::Refused`] when the step does not fit.
pub(super) async fn take(visit: &Visit, client: SubjectId, id: Uuid, seen: i64, step: Step) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let stored = store::at_version(store::one(&grant, id).await?, seen)?;
    let state = rules::after(stored.state, step).ok_or(DeskError::Refused("tasks-step-impossible"))?;
    store::update(&grant, &Task { state, ..stored }).await?;
    let details = json!({ "task": id, "state": state.name() });
    grant.commit("task-settled", details).await?;
    Ok(())
}
