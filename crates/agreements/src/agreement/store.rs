//! Agreements in the database. One that is signed is never written again: each statement here says so itself.

use jiff::civil::Date;
use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Result, SubjectId, Write, params, statements,
};
use polku_values::InterfaceLanguage;
use uuid::Uuid;

use super::model::{Agreed, Agreement, State, Terms};
use crate::templates::TemplateId;

/// Agreements with their author and the one that takes their place.
macro_rules! agreements_of {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.version, a.state, a.template, a.language, a.starts_on, a.ends_on, a.ended_on, a.amends, \
             a.written_at, w.display_name AS author, n.id AS next, n.state AS next_state, a.sealed FROM agreement a \
             JOIN account w ON w.id = a.account LEFT JOIN agreement n ON n.register = a.register AND \
             n.subject = a.subject AND n.amends = a.id AND n.state <> 'lapsed' \
             WHERE a.register = :register AND a.subject = :subject",
            $rest
        )
    };
}

statements! {
    /// All of them.
    owned(Agreements) ALL = agreements_of!("");
    /// One of them.
    owned(Agreements) ONE = agreements_of!(" AND a.id = :id");
    /// An agreement begins.
    owned(Agreements) INSERT = "INSERT INTO agreement (register, subject, id, version, state, template, language, \
        starts_on, ends_on, amends, account, written_at, sealed) VALUES (:register, :subject, :id, 1, 'draft', :template, \
        :language, :starts_on, :ends_on, :amends, :account, :now, :sealed)";
    /// A draft is written further.
    owned(Agreements) WRITE = "UPDATE agreement SET version = :version, starts_on = :starts_on, ends_on = :ends_on, \
        account = :account, written_at = :now, sealed = :sealed WHERE register = :register AND subject = :subject \
        AND id = :id AND version = :seen AND state = 'draft'";
    /// It takes a step.
    owned(Agreements) TURN = "UPDATE agreement SET version = :version, state = :to, ended_on = :ended_on, \
        sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id AND version = :seen \
        AND state = :from";
    /// A draft is thrown away.
    owned(Agreements) DELETE = "DELETE FROM agreement WHERE register = :register AND subject = :subject AND id = :id \
        AND version = :seen AND state = 'draft'";
}

/// An agreement that begins.
pub(crate) struct New<'a> {
    pub(crate) template: &'a TemplateId,
    pub(crate) language: InterfaceLanguage,
    pub(crate) agreed: &'a Agreed,
    pub(crate) amends: Option<&'a Agreement>,
}

/// All of the client's agreements: those under way first, then the latest.
pub(crate) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Agreement>> {
    let rows = grant.fetch(ALL, params! {}).await?;
    let mut found = rows
        .iter()
        .map(|row| read(grant, row))
        .collect::<Result<Vec<_>>>()?;
    found.sort_by_key(|one| {
        let is_over = matches!(one.state, State::Ended | State::Replaced | State::Lapsed);
        (is_over, std::cmp::Reverse((one.agreed.starts_on, one.id)))
    });
    Ok(found)
}

/// One agreement of the client.
pub(crate) async fn one<O: Operation>(grant: &Granted<'_, Client, O>, id: Uuid) -> Result<Agreement> {
    let row = grant.fetch_one(ONE, params! { "id" => id }).await?;
    read(grant, &row)
}

/// Stores a new one; answers its id. One that takes another's place lies beside it, also after a merge.
pub(crate) async fn insert(grant: &Granted<'_, Client, Write>, new: &New<'_>) -> Result<Uuid> {
    let visit = grant.visit();
    let id = visit.new_id();
    let owner = new.amends.map_or(grant.subject(), |amended| amended.owner);
    let row = params! {
        "id" => id, "template" => &new.template.0, "language" => new.language.code(),
        "starts_on" => new.agreed.starts_on, "ends_on" => new.agreed.ends_on,
        "amends" => new.amends.map(|amended| amended.id), "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal_for(owner, id, 1, &new.agreed.terms)?,
    };
    grant.execute_for(owner, INSERT, row).await?;
    Ok(id)
}

/// Writes a draft further.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody wrote it first, or it is no draft any more.
pub(super) async fn write(
    grant: &Granted<'_, Client, Write>,
    stored: &Agreement,
    agreed: &Agreed,
) -> Result<()> {
    let (visit, version) = (grant.visit(), stored.version + 1);
    let row = params! {
        "id" => stored.id, "seen" => stored.version, "version" => version, "starts_on" => agreed.starts_on,
        "ends_on" => agreed.ends_on, "account" => visit.account(), "now" => visit.now(),
        "sealed" => grant.seal_for(stored.owner, stored.id, version, &agreed.terms)?,
    };
    grant.execute_one(stored.owner, WRITE, row).await
}

/// Takes a step; `ending` is the day and reason of one that ends early.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed it first.
pub(crate) async fn turn(
    grant: &Granted<'_, Client, Write>,
    stored: &Agreement,
    to: State,
    ending: Option<(Date, String)>,
) -> Result<()> {
    let version = stored.version + 1;
    let mut terms: Terms = stored.agreed.terms.clone();
    let ended_on = ending.as_ref().map(|(on, _)| *on);
    if let Some((_, reason)) = ending {
        terms.ended_because = reason;
    }
    let row = params! {
        "id" => stored.id, "seen" => stored.version, "version" => version, "from" => stored.state, "to" => to,
        "ended_on" => ended_on, "sealed" => grant.seal_for(stored.owner, stored.id, version, &terms)?,
    };
    grant.execute_one(stored.owner, TURN, row).await
}

/// Throws a draft away.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed it first.
pub(super) async fn delete(
    grant: &Granted<'_, Client, Write>,
    owner: SubjectId,
    id: Uuid,
    seen: i64,
) -> Result<()> {
    let row = params! { "id" => id, "seen" => seen };
    grant.execute_one(owner, DELETE, row).await
}

fn read<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Agreement> {
    let language: String = row.get("language")?;
    let next: Option<Uuid> = row.get("next")?;
    let amended_by = match next {
        Some(next) => Some((next, row.state("next_state")?)),
        None => None,
    };
    Ok(Agreement {
        id: row.get("id")?,
        owner: row.subject,
        version: row.get("version")?,
        state: row.state("state")?,
        template: TemplateId(row.get("template")?),
        language: InterfaceLanguage::from_code(&language).ok_or(DeskError::Stored("language"))?,
        agreed: Agreed {
            starts_on: row.get("starts_on")?,
            ends_on: row.get("ends_on")?,
            terms: grant.open(row)?,
        },
        ended_on: row.get("ended_on")?,
        amends: row.get("amends")?,
        amended_by,
        author_name: row.get("author")?,
        written_at: row.get("written_at")?,
    })
}

#[cfg(test)]
mod tests {
    use polku_desk::database::all_statements;

    /// B3: what was proposed or signed is not written again. Whoever adds a statement that could, learns it here.
    #[test]
    fn no_statement_writes_or_deletes_what_is_no_draft() {
        let changing: Vec<&str> = all_statements()
            .map(|statement| statement.sql)
            .filter(|sql| {
                sql.starts_with("UPDATE agreement SET ") || sql.starts_with("DELETE FROM agreement ")
            })
            .collect();
        assert!(
            changing.len() >= 3,
            "the statements are in the list: {changing:?}"
        );
        for sql in changing {
            let is_of_drafts = sql.ends_with("state = 'draft'");
            let only_turns = sql.contains("state = :to") && !sql.contains("starts_on");
            assert!(is_of_drafts || only_turns, "{sql}");
        }
    }
}
