//! Changes of contacts with the tasks that follow, in one transaction, for pages and programs alike.

use polku_desk::{AccountId, Client, DeskError, Granted, SubjectId, Visit, Write};
use polku_pages::format::finnish_time;
use polku_web::{Answer, Failure};
use serde_json::json;
use uuid::Uuid;

use super::{
    contact::Agreement,
    input::ContactInput,
    rules::{self, FollowUp},
    store,
};
use crate::tasks::{self, NewTask, Source, State, Task, Title};

/// Writes a contact down; what was agreed becomes a task.
///
/// # Errors
/// [`Failure::Invalid`] with what is to be mended.
pub(super) async fn add(visit: &Visit, client: SubjectId, input: &ContactInput) -> Answer<Uuid> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let workers = tasks::workers(&grant).await?;
    let checked = input
        .check(&workers, visit.account(), finnish_time(visit.now()))
        .map_err(Failure::Invalid)?;
    let id = store::add(&grant, &checked.contact).await?;
    let task = match &checked.contact.wording.agreed {
        Some(agreed) => Some(add_task(&grant, id, agreed, checked.responsible).await?),
        None => None,
    };
    grant
        .commit("contact-added", json!({ "contact": id, "task": task }))
        .await?;
    Ok(id)
}

/// Corrects a contact; how it read is kept, and its task follows.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody corrected it since `seen`, [`Failure::Invalid`] with what is to be mended.
pub(super) async fn correct(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &ContactInput,
) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    let stored = store::one(&grant, id).await?;
    if stored.version != seen {
        return Err(DeskError::Conflict.into());
    }
    let task = tasks::of_contact(&grant, id).await?;
    let mut workers = tasks::workers(&grant).await?;
    workers.extend(task.as_ref().map(|task| tasks::Worker {
        account: task.responsible,
        name: task.responsible_name.clone(),
    }));
    let checked = input
        .check(&workers, visit.account(), finnish_time(visit.now()))
        .map_err(Failure::Invalid)?;
    let (before, now) = (&stored.wording.agreed, &checked.contact.wording.agreed);
    let follow_up = rules::follow_up(
        before.as_ref(),
        now.as_ref(),
        task.as_ref().map(|task| task.state),
    );
    store::correct(&grant, &stored, &checked.contact).await?;
    match (follow_up, now, task) {
        (FollowUp::Add, Some(agreed), _) => {
            add_task(&grant, id, agreed, checked.responsible).await?;
        }
        (FollowUp::Change, Some(agreed), Some(task)) => {
            let changed = Task {
                title: Title::of(&agreed.text),
                due_on: agreed.due_on,
                responsible: checked.responsible,
                ..task
            };
            tasks::update(&grant, &changed).await?;
        }
        (FollowUp::Drop, _, Some(task)) => {
            let state = State::Dropped;
            tasks::update(&grant, &Task { state, ..task }).await?;
        }
        _ => {}
    }
    grant
        .commit("contact-corrected", json!({ "contact": id }))
        .await?;
    Ok(())
}

async fn add_task(
    grant: &Granted<'_, Client, Write>,
    contact: Uuid,
    agreed: &Agreement,
    responsible: AccountId,
) -> Answer<Uuid> {
    let new = NewTask {
        title: Title::of(&agreed.text),
        due_on: agreed.due_on,
        responsible,
    };
    Ok(tasks::add(grant, &new, Source::Contact, Some(contact)).await?)
}
