//! Being in a group: a period that begins in one opens the client's record to the group's coaches, its end closes it.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Result, SubjectId, Write, ids::WorkgroupId, params, statements};
use uuid::Uuid;

use super::period::Period;

statements! {
    /// The memberships that go on after today.
    owned(Care) GOING_ON = "SELECT id, workgroup FROM workgroup_member WHERE register = :register AND \
        subject = :subject AND (valid_until IS NULL OR valid_until > :today)";
    /// A membership begins.
    owned(Care) BEGIN = "INSERT INTO workgroup_member (register, id, workgroup, subject, valid_from) \
        VALUES (:register, :id, :workgroup, :subject, :from)";
    /// A membership ends with a day, which is its last.
    owned(Care) END = "UPDATE workgroup_member SET valid_until = :last_day WHERE register = :register AND \
        subject = :subject AND id = :id";
    /// Other periods under way in a group.
    owned(Service) OTHER_PERIODS = "SELECT id FROM service_period WHERE register = :register AND subject = :subject \
        AND workgroup = :workgroup AND state = 'ongoing' AND id <> :period";
}

/// Lets the coaches of the period's group see the client from a day on.
pub(crate) async fn begin(grant: &Granted<'_, Client, Write>, period: &Period, from: Date) -> Result<()> {
    let Some(workgroup) = period.workgroup else {
        return Ok(());
    };
    if !of_group(grant, workgroup).await?.is_empty() {
        return Ok(());
    }
    put(grant, workgroup, from).await?;
    grant.access_changed().await
}

/// The same for somebody who is just being taken in: nobody sees them yet, and the commit tells that somebody will.
pub(crate) async fn begin_with_admission(
    grant: &Granted<'_, Client, Write>,
    period: &Period,
    from: Date,
) -> Result<()> {
    match period.workgroup {
        Some(workgroup) => put(grant, workgroup, from).await,
        None => Ok(()),
    }
}

async fn put(grant: &Granted<'_, Client, Write>, workgroup: WorkgroupId, from: Date) -> Result<()> {
    let row = params! { "id" => grant.visit().new_id(), "workgroup" => workgroup, "from" => from };
    grant.put(BEGIN, row).await
}

/// Ends what the period let the group's coaches see, unless another period is under way in the group. Today is the last
/// day, also when the period ended earlier: whoever closes it sees that it is closed.
pub(super) async fn end(
    grant: &Granted<'_, Client, Write>,
    workgroup: Option<WorkgroupId>,
    period: Uuid,
) -> Result<()> {
    let Some(workgroup) = workgroup else {
        return Ok(());
    };
    let others = params! { "workgroup" => workgroup, "period" => period };
    if !grant.fetch(OTHER_PERIODS, others).await?.is_empty() {
        return Ok(());
    }
    for (owner, membership) in of_group(grant, workgroup).await? {
        let row = params! { "id" => membership, "last_day" => grant.visit().today() };
        grant.execute_for(owner, END, row).await?;
    }
    grant.access_changed().await
}

async fn of_group(
    grant: &Granted<'_, Client, Write>,
    workgroup: WorkgroupId,
) -> Result<Vec<(SubjectId, Uuid)>> {
    let rows = grant
        .fetch(GOING_ON, params! { "today" => grant.visit().today() })
        .await?;
    let mut found = Vec::new();
    for row in &rows {
        if row.get::<WorkgroupId>("workgroup")? == workgroup {
            found.push((row.subject, row.get("id")?));
        }
    }
    Ok(found)
}
