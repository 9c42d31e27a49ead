//! Instructions and teaching in the database.

use jiff::{Timestamp, civil::Date};
use polku_desk::{AccountId, DeskError, Result, Row, Visit, access::Role, params, statements};
use serde_json::json;
use uuid::Uuid;

use super::rules::{Needed, Taught, Worker};

statements! {
    /// All instructions, by name.
    shared INSTRUCTIONS = "SELECT i.id, i.version, i.title, i.content, i.valid_months, i.roles, a.display_name AS author, \
        i.written_at, i.retired_on FROM instruction i JOIN account a ON a.id = i.written_by \
        WHERE i.register = :register ORDER BY i.title, i.id";
    /// One is written.
    shared INSERT = "INSERT INTO instruction (register, id, version, title, content, valid_months, roles, written_by, \
        written_at) VALUES (:register, :id, 1, :title, :content, :months, :roles, :account, :now)";
    /// One is taught no more.
    shared RETIRE = "UPDATE instruction SET retired_on = :today, version = version + 1 WHERE register = :register \
        AND id = :id AND retired_on IS NULL";
    /// Who was taught what.
    shared TAUGHT = "SELECT instruction, account, given_on FROM training WHERE register = :register ORDER BY given_on, id";
    /// Somebody was taught something.
    shared TEACH = "INSERT INTO training (register, id, instruction, account, given_on, recorded_by, recorded_at) \
        VALUES (:register, :id, :instruction, :worker, :on, :account, :now) \
        ON CONFLICT (register, instruction, account, given_on) DO NOTHING";
    /// The workers with the roles that they hold today.
    shared WORKERS = "SELECT r.account, a.display_name, r.role FROM access_right r JOIN account a ON a.id = r.account \
        WHERE r.register = :register AND a.state = 'open' AND r.valid_from <= :today \
        AND (r.valid_until IS NULL OR r.valid_until >= :today) ORDER BY a.display_name, r.account, r.role";
}

/// What is to be taught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Instruction {
    pub(super) id: Uuid,
    pub(super) version: i64,
    pub(super) title: String,
    pub(super) content: String,
    pub(super) needed: Needed,
    pub(super) author: String,
    pub(super) written_at: Timestamp,
    pub(super) retired_on: Option<Date>,
}

/// All instructions, by name.
pub(super) async fn instructions(visit: &Visit) -> Result<Vec<Instruction>> {
    visit
        .fetch(INSTRUCTIONS, params! {})
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Who was taught what, the first first.
pub(super) async fn taught(visit: &Visit) -> Result<Vec<Taught>> {
    let taught = |row: &Row| {
        Ok(Taught {
            instruction: row.get("instruction")?,
            account: row.get("account")?,
            on: row.get("given_on")?,
        })
    };
    visit
        .fetch(TAUGHT, params! {})
        .await?
        .iter()
        .map(taught)
        .collect()
}

/// The workers of today, by name.
pub(super) async fn workers(visit: &Visit) -> Result<Vec<Worker>> {
    let mut workers: Vec<Worker> = Vec::new();
    for row in visit.fetch(WORKERS, params! { "today" => visit.today() }).await? {
        let account: AccountId = row.get("account")?;
        let role: Role = row.state("role")?;
        match workers.last_mut().filter(|last| last.account == account) {
            Some(last) => last.roles.push(role),
            None => workers.push(Worker {
                account,
                name: row.get("display_name")?,
                roles: vec![role],
            }),
        }
    }
    Ok(workers)
}

/// What is written of a new instruction.
#[derive(Clone, Debug)]
pub(super) struct NewInstruction {
    pub(super) title: String,
    pub(super) content: String,
    pub(super) valid_months: Option<u16>,
    pub(super) roles: Vec<Role>,
}

/// Enters an instruction.
pub(super) async fn insert(visit: &Visit, id: Uuid, new: &NewInstruction) -> Result<()> {
    let roles: Vec<&str> = new.roles.iter().map(|role| role.name()).collect();
    let row = params! {
        "id" => id, "title" => &new.title, "content" => &new.content,
        "months" => new.valid_months.map(i64::from), "roles" => roles.join(" "), "account" => visit.account(),
        "now" => visit.now(),
    };
    let changed = json!({ "instruction": id });
    visit
        .execute_all("instruction-written", changed, vec![(INSERT, row)])
        .await
}

/// Ends an instruction: it is taught no more.
///
/// # Errors
/// [`DeskError::Conflict`] when it has ended already.
pub(super) async fn retire(visit: &Visit, id: Uuid) -> Result<()> {
    let row = params! { "id" => id, "today" => visit.today() };
    let changed = json!({ "instruction": id });
    visit
        .execute_all("instruction-retired", changed, vec![(RETIRE, row)])
        .await
}

/// Enters that somebody was taught something.
///
/// # Errors
/// [`DeskError::Conflict`] when it was entered already.
pub(super) async fn teach(visit: &Visit, taught: Taught) -> Result<()> {
    let row = params! {
        "id" => visit.new_id(), "instruction" => taught.instruction, "worker" => taught.account, "on" => taught.on,
        "account" => visit.account(), "now" => visit.now(),
    };
    let changed = json!({ "instruction": taught.instruction, "account": taught.account });
    visit
        .execute_all("training-given", changed, vec![(TEACH, row)])
        .await
}

fn read(row: &Row) -> Result<Instruction> {
    let id: Uuid = row.get("id")?;
    let months: Option<i64> = row.get("valid_months")?;
    let roles: String = row.get("roles")?;
    let roles = roles
        .split_whitespace()
        .map(str::parse::<Role>)
        .collect::<Result<Vec<Role>>>()?;
    Ok(Instruction {
        id,
        version: row.get("version")?,
        title: row.get("title")?,
        content: row.get("content")?,
        needed: Needed {
            instruction: id,
            roles,
            valid_months: months
                .map(u16::try_from)
                .transpose()
                .map_err(|_| DeskError::Stored("valid_months"))?,
        },
        author: row.get("author")?,
        written_at: row.get("written_at")?,
        retired_on: row.get("retired_on")?,
    })
}
