//! What the decisions about people rest on, read in one statement.

use std::{collections::HashMap, sync::LazyLock};

use super::among::{self, Width};
use crate::{
    AccountId, RegisterId, Result, Row, SubjectId,
    access::{Ask, Condition, Facts, Presence, Processing, facts_of},
    database::Transaction,
    params,
};

/// The facts with what the desk needs beside.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) facts: Facts,
    pub(crate) kind: String,
    pub(crate) merged_into: Option<SubjectId>,
    /// Whether anybody turned out to be this person.
    pub(crate) absorbs: bool,
}

static OF_ONE: LazyLock<String> = LazyLock::new(|| facts_of(Width::One.list()));
static OF_MANY: LazyLock<String> = LazyLock::new(|| facts_of(Width::Many.list()));

/// Reads the facts of one person; `None` when there is no such person in the register.
pub(crate) async fn of(
    transaction: &mut Transaction,
    register: RegisterId,
    account: AccountId,
    subject: SubjectId,
    ask: &Ask,
) -> Result<Option<Known>> {
    let mut known = of_all(transaction, register, account, &[subject], ask).await?;
    Ok(known.remove(&subject))
}

/// Reads the facts of several; whoever is not in the register is left out.
pub(crate) async fn of_all(
    transaction: &mut Transaction,
    register: RegisterId,
    account: AccountId,
    subjects: &[SubjectId],
    ask: &Ask,
) -> Result<HashMap<SubjectId, Known>> {
    let mut known = HashMap::with_capacity(subjects.len());
    for (width, named) in among::parts(subjects) {
        let text = match width {
            Width::One => &OF_ONE,
            Width::Many => &OF_MANY,
        };
        let mut asked = params! {
            "register" => register, "account" => account, "today" => ask.today, "now" => ask.now,
        };
        asked.extend(named);
        for row in transaction.fetch(text, &asked).await? {
            known.insert(row.get("subject")?, read(&row)?);
        }
    }
    Ok(known)
}

fn read(row: &Row) -> Result<Known> {
    let mut holding = Vec::new();
    for (column, condition) in CONDITION_COLUMNS.iter().zip(Condition::ALL) {
        if row.get::<i64>(column)? == 1 {
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
    Ok(Known {
        facts: Facts {
            holding,
            presence,
            processing,
        },
        kind: row.get("kind")?,
        merged_into: row.get("merged_into")?,
        absorbs: row.get::<i64>("absorbs")? == 1,
    })
}

const CONDITION_COLUMNS: [&str; Condition::ALL.len()] = [
    "condition_0",
    "condition_1",
    "condition_2",
    "condition_3",
    "condition_4",
    "condition_5",
    "condition_6",
    "condition_7",
];
