//! What the decision about one person rests on, read in one statement.

use crate::{
    AccountId, RegisterId, Result, SubjectId,
    access::{Ask, Condition, FACTS, Facts, Presence, Processing},
    database::Transaction,
    params,
};

/// The facts with what the desk needs beside.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) facts: Facts,
    pub(crate) kind: String,
    pub(crate) merged_into: Option<SubjectId>,
}

/// Reads the facts; `None` when there is no such person in the register.
pub(crate) async fn of(
    transaction: &mut Transaction,
    register: RegisterId,
    account: AccountId,
    subject: SubjectId,
    ask: &Ask,
) -> Result<Option<Known>> {
    let asked = params! {
        "register" => register, "account" => account, "subject" => subject, "today" => ask.today, "now" => ask.now,
    };
    let Some(row) = transaction.fetch_one(&FACTS, &asked).await? else {
        return Ok(None);
    };
    let mut holding = Vec::new();
    for (place, condition) in Condition::ALL.iter().enumerate() {
        if row.get::<i64>(CONDITION_COLUMNS[place])? == 1 {
            holding.push(*condition);
        }
    }
    let presence = if row.get::<i64>("present")? == 1 {
        Presence::There
    } else {
        Presence::Staged
    };
    let restricted: Option<i64> = row.get("restricted_at")?;
    let processing = if restricted.is_some() {
        Processing::Restricted
    } else {
        Processing::Open
    };
    Ok(Some(Known {
        facts: Facts {
            holding,
            presence,
            processing,
        },
        kind: row.get("kind")?,
        merged_into: row.get("merged_into")?,
    }))
}

const CONDITION_COLUMNS: [&str; 4] = ["condition_0", "condition_1", "condition_2", "condition_3"];
