//! Statements in the database. What is signed is never changed or taken away: each statement here says so itself.

use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, DeskError, Granted, Operation, OwnedRow, Result, Write, params, statements};
use polku_values::InterfaceLanguage;
use uuid::Uuid;

use super::statement::{About, Content, Signature, State, Statement};

/// Statements with their author, signer and the one that takes their place.
macro_rules! statements_of {
    ($rest:literal) => {
        concat!(
            "SELECT t.id, t.version, t.kind, t.state, t.recipient, t.language, t.covers_from, t.covers_until, t.due_on, \
             t.corrects, t.written_at, t.signed_at, a.display_name AS author, g.display_name AS signer, \
             n.id AS next, n.state AS next_state, t.sealed FROM statement t JOIN account a ON a.id = t.account \
             LEFT JOIN account g ON g.id = t.signed_by LEFT JOIN statement n ON n.register = t.register AND \
             n.subject = t.subject AND n.corrects = t.id WHERE t.register = :register AND t.subject = :subject",
            $rest
        )
    };
}

statements! {
    /// All of them.
    owned(Statements) ALL = statements_of!("");
    /// One of them.
    owned(Statements) ONE = statements_of!(" AND t.id = :id");
    /// A statement begins.
    owned(Statements) INSERT = "INSERT INTO statement (register, subject, id, version, kind, state, recipient, language, \
        covers_from, covers_until, due_on, corrects, account, written_at, sealed) VALUES (:register, :subject, :id, 1, \
        :kind, 'draft', :recipient, :language, :from, :until, :due_on, :corrects, :account, :now, :sealed)";
    /// It is written further, sent or returned.
    owned(Statements) UPDATE = "UPDATE statement SET version = :version, state = :state, due_on = :due_on, \
        account = :account, written_at = :now, sealed = :sealed WHERE register = :register AND subject = :subject \
        AND id = :id AND version = :seen AND state <> 'signed'";
    /// It is signed.
    owned(Statements) SIGN = "UPDATE statement SET version = :version, state = 'signed', signed_by = :account, \
        signed_at = :now, sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id \
        AND version = :seen AND state <> 'signed'";
    /// One that was begun and is not wanted.
    owned(Statements) DELETE = "DELETE FROM statement WHERE register = :register AND subject = :subject AND id = :id \
        AND version = :seen AND state <> 'signed'";
}

/// A statement that begins.
pub(super) struct New<'a> {
    pub(super) about: &'a About,
    pub(super) corrects: Option<&'a Statement>,
    pub(super) content: &'a Content,
}

/// All of the client's statements, the latest first; those under way before those signed.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Statement>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    let mut found = rows
        .iter()
        .map(|row| read(grant, row))
        .collect::<Result<Vec<_>>>()?;
    found.sort_by_key(|one| {
        (
            one.state == State::Signed,
            std::cmp::Reverse((one.written_at, one.id)),
        )
    });
    Ok(found)
}

/// One statement of the client.
pub(crate) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Statement> {
    let row = grant.fetch_one(ONE, params! { "id" => id }).await?;
    read(grant, &row)
}

/// Stores a new one; answers its id. A correction lies beside what it corrects, also after a merge.
pub(crate) async fn insert(grant: &Granted<'_, Client, Write>, new: &New<'_>) -> Result<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let owner = new.corrects.map_or(grant.subject(), |corrected| corrected.owner);
    let about = new.about;
    let row = params! {
        "id" => id, "kind" => about.kind, "recipient" => about.recipient.clone(),
        "language" => about.language.code(), "from" => about.from, "until" => about.until, "due_on" => about.due_on,
        "corrects" => new.corrects.map(|corrected| corrected.id), "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal_for(owner, id, 1, new.content)?,
    };
    grant.execute_for(owner, INSERT, row).await?;
    Ok(id)
}

/// Stores what it says and how far it is.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed it first, or it is signed.
pub(super) async fn update(
    grant: &Granted<'_, Client, Write>,
    stored: &Statement,
    state: State,
    due_on: Option<Date>,
    content: &Content,
) -> Result<()> {
    let (visit, version) = (grant.visit(), stored.version + 1);
    let row = params! {
        "id" => stored.id, "seen" => stored.version, "version" => version, "state" => state, "due_on" => due_on,
        "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal_for(stored.owner, stored.id, version, content)?,
    };
    grant.execute_one(stored.owner, UPDATE, row).await
}

/// Signs it with what it says then.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed or signed it first.
pub(super) async fn sign(
    grant: &Granted<'_, Client, Write>,
    stored: &Statement,
    content: &Content,
) -> Result<()> {
    let (visit, version) = (grant.visit(), stored.version + 1);
    let row = params! {
        "id" => stored.id, "seen" => stored.version, "version" => version, "account" => visit.account(),
        "now" => visit.now(), "sealed" => grant.seal_for(stored.owner, stored.id, version, content)?,
    };
    grant.execute_one(stored.owner, SIGN, row).await
}

/// Takes one away that is not signed.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed or signed it first.
pub(super) async fn delete(grant: &Granted<'_, Client, Write>, stored: &Statement) -> Result<()> {
    let row = params! { "id" => stored.id, "seen" => stored.version };
    grant.execute_one(stored.owner, DELETE, row).await
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Statement> {
    let language: String = row.get("language")?;
    let signer: Option<String> = row.get("signer")?;
    let signed_at: Option<Timestamp> = row.get("signed_at")?;
    let next: Option<Uuid> = row.get("next")?;
    let corrected_by = match next {
        Some(next) => Some((next, row.state("next_state")?)),
        None => None,
    };
    Ok(Statement {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        about: About {
            kind: row.state("kind")?,
            recipient: row.get("recipient")?,
            language: InterfaceLanguage::from_code(&language).ok_or(DeskError::Stored("language"))?,
            from: row.get("covers_from")?,
            until: row.get("covers_until")?,
            due_on: row.get("due_on")?,
        },
        state: row.state("state")?,
        corrects: row.get("corrects")?,
        corrected_by,
        author_name: row.get("author")?,
        written_at: row.get("written_at")?,
        signature: signer.zip(signed_at).map(|(name, at)| Signature { name, at }),
        content: grant.open(row)?,
    })
}

#[cfg(test)]
mod tests {
    use polku_desk::database::all_statements;

    /// B8: signed ones never change. Whoever adds a statement that could change or delete one learns it here.
    #[test]
    fn no_statement_changes_or_deletes_what_is_signed() {
        let changing: Vec<&str> = all_statements()
            .map(|statement| statement.sql)
            .filter(|sql| sql.starts_with("UPDATE statement ") || sql.starts_with("DELETE FROM statement "))
            .collect();
        assert!(
            changing.len() >= 3,
            "the statements are in the list: {changing:?}"
        );
        for sql in changing {
            assert!(sql.ends_with("state <> 'signed'"), "{sql}");
        }
    }
}
