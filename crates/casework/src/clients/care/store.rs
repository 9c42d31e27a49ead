//! Who answers for whom, in the database.

use jiff::civil::Date;
use polku_desk::{
    AccountId, Client, Granted, Operation, Result, SubjectId, Visit, Write,
    database::{OwnedStatement, Params},
    params, statements,
};
use uuid::Uuid;

use super::rules::{CarePart, End};

statements! {
    /// All who have answered for the client, the latest first.
    owned(Care) ALL = "SELECT c.id, c.account, c.part, c.valid_from, c.valid_until, a.display_name FROM care c \
        JOIN account a ON a.id = c.account WHERE c.register = :register AND c.subject = :subject \
        ORDER BY c.valid_from DESC, c.id DESC";
    /// Somebody begins to answer.
    owned(Care) INSERT = "INSERT INTO care (register, id, subject, account, part, valid_from, valid_until) \
        VALUES (:register, :id, :subject, :account, :part, :from, :until)";
    /// Somebody's answering ends.
    owned(Care) END = "UPDATE care SET valid_until = :until WHERE register = :register AND subject = :subject \
        AND id = :id AND (valid_until IS NULL OR valid_until >= :until)";
    /// Somebody who was to answer will not.
    owned(Care) WITHDRAW = "DELETE FROM care WHERE register = :register AND subject = :subject AND id = :id \
        AND valid_from > :today";
    /// The register's coaches today.
    shared COACHES = "SELECT DISTINCT a.id AS account, a.display_name AS name FROM access_right r \
        JOIN account a ON a.id = r.account WHERE r.register = :register AND r.role = 'coach' AND a.state = 'open' \
        AND r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today) ORDER BY a.display_name";
}

/// A coach of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::clients) struct Coach {
    /// Whose account.
    pub(in crate::clients) account: AccountId,
    /// As colleagues know the coach.
    pub(in crate::clients) name: String,
}

/// A worker's answering for a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::clients) struct Engagement {
    /// Its id.
    pub(in crate::clients) id: Uuid,
    /// Under whose record it stands: after a merge one person's page shows those of both.
    pub(in crate::clients) owner: SubjectId,
    /// Whose account.
    pub(in crate::clients) account: AccountId,
    /// As colleagues know the worker.
    pub(in crate::clients) name: String,
    /// In which part.
    pub(in crate::clients) part: CarePart,
    /// The first day.
    pub(in crate::clients) from: Date,
    /// The last day; none until further notice.
    pub(in crate::clients) until: Option<Date>,
}

impl Engagement {
    /// Whether it holds on a day.
    pub(in crate::clients) fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|end| end >= day)
    }
}

/// The coaches who can answer for a client.
pub(in crate::clients) async fn coaches(visit: &Visit) -> Result<Vec<Coach>> {
    let rows = visit.fetch(COACHES, params! { "today" => visit.today() }).await?;
    rows.iter()
        .map(|row| {
            Ok(Coach {
                account: row.get("account")?,
                name: row.get("name")?,
            })
        })
        .collect()
}

/// What [`all`] asks for.
pub(in crate::clients) fn asked() -> (OwnedStatement, Params) {
    (ALL, params! {})
}

/// All who answer or have answered, the latest first.
pub(in crate::clients) async fn all<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Engagement>> {
    let mut found = Vec::new();
    for row in grant.fetch(ALL, params! {}).await? {
        found.push(Engagement {
            id: row.get("id")?,
            owner: row.subject,
            account: row.get("account")?,
            name: row.get("display_name")?,
            part: row.state("part")?,
            from: row.get("valid_from")?,
            until: row.get("valid_until")?,
        });
    }
    found.sort_by_key(|one| std::cmp::Reverse((one.from, one.id)));
    Ok(found)
}

/// Somebody begins to answer.
pub(crate) async fn begin(
    grant: &Granted<'_, Client, Write>,
    account: AccountId,
    part: CarePart,
    from: Date,
    until: Option<Date>,
) -> Result<Uuid> {
    let id = grant.visit().new_id();
    let row = params! { "id" => id, "account" => account, "part" => part, "from" => from, "until" => until };
    grant.put(INSERT, row).await?;
    Ok(id)
}

/// Somebody's answering ends: those who look at this moment are decided about again.
pub(super) async fn end(grant: &Granted<'_, Client, Write>, one: &Engagement, end: End) -> Result<()> {
    match end {
        End::Until(day) => {
            grant
                .execute_one(one.owner, END, params! { "id" => one.id, "until" => day })
                .await?;
        }
        End::Withdrawn => {
            let today = grant.visit().today();
            grant
                .execute_one(one.owner, WITHDRAW, params! { "id" => one.id, "today" => today })
                .await?;
        }
    }
    grant.access_changed().await
}

/// The names of those who are responsible for the client on a day; none where the role does not see it.
///
/// # Errors
/// When the database fails.
pub async fn responsible<O: Operation>(grant: &Granted<'_, Client, O>, day: Date) -> Result<Vec<String>> {
    if !grant.may(polku_desk::access::Resource::Care) {
        return Ok(Vec::new());
    }
    let holding = all(grant).await?.into_iter().rev();
    let holding = holding.filter(|one| one.part == CarePart::Responsible && one.holds_on(day));
    Ok(holding.map(|one| one.name).collect())
}
