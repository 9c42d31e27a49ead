//! Tokens for programs: bound to a worker's right, narrower than it, and dead with it.

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{AccountState, secret, session::SignedIn};
use crate::{
    Desk, DeskError, Result, RightId, Visitor,
    access::{Action, Resource},
    database::Row,
    ids::ApiTokenId,
    params,
};

/// How a token's text begins, so that one that leaked is known for what it is.
pub(super) const PREFIX: &str = "polku_";
/// The longest life.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 366);
/// How often a token's last use is written down.
const USED: SignedDuration = SignedDuration::from_mins(1);

crate::named_states! {
    /// What a token may do.
    pub enum TokenReach {
        /// Look.
        ReadOnly = "read-only",
        /// Look and change.
        ReadWrite = "read-write",
    }
}

/// What a token may do, to which data: never more than its right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TokenScope {
    /// What it may do.
    pub reach: TokenReach,
    /// The kinds of data; `None` for all that the right opens.
    pub resources: Option<Vec<Resource>>,
}

impl TokenScope {
    /// Whether a route that does this to these kinds of data is open to the token. Exports and revealed addresses never
    /// are: they ask for a person at a screen.
    #[must_use]
    pub fn allows(&self, action: Action, resources: &[Resource]) -> bool {
        let reach = match action {
            Action::Read => true,
            Action::Write | Action::Admit | Action::Merge => self.reach == TokenReach::ReadWrite,
            Action::Export
            | Action::Reveal
            | Action::Copy
            | Action::Extract
            | Action::Destroy
            | Action::Transfer => false,
        };
        reach
            && self
                .resources
                .as_ref()
                .is_none_or(|own| resources.iter().all(|resource| own.contains(resource)))
    }
}

/// A token to be issued.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// What it is for, in the worker's words.
    pub name: String,
    /// The right that it acts by: one of the worker's own.
    pub right: RightId,
    /// What it may do.
    pub scope: TokenScope,
    /// When it ends, a year from now at the latest.
    pub expires_at: Timestamp,
}

/// A token that was issued.
#[derive(Clone, PartialEq, Eq)]
pub struct IssuedToken {
    /// Which token.
    pub id: ApiTokenId,
    /// Its text, shown once.
    pub token: String,
}

impl std::fmt::Debug for IssuedToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("IssuedToken")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// One of a worker's own tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedToken {
    /// Which token.
    pub id: ApiTokenId,
    /// What it is for.
    pub name: String,
    /// The right that it acts by.
    pub right: RightId,
    /// What it may do.
    pub scope: TokenScope,
    /// When it was issued.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Timestamp>,
}

/// Who stands behind a token.
#[derive(Debug, Clone)]
pub struct TokenHolder {
    /// Who stands at the desk.
    pub visitor: Visitor,
    /// What the token may do; the route table asks [`TokenScope::allows`].
    pub scope: TokenScope,
    /// Which token.
    pub token: ApiTokenId,
    /// What it is for.
    pub name: String,
}

pub(super) const INSERT: &str = "INSERT INTO api_token (token_hash, id, account, access_right, name, scope, created_at, expires_at) \
    VALUES (:hash, :id, :account, :right, :name, :scope, :now, :expires)";

const RESUME: &str = "SELECT t.id AS token, t.name, t.scope, t.last_used_at, a.id AS account, a.display_name, \
    r.id, r.register, r.role, r.reveals_addresses FROM api_token t JOIN account a ON a.id = t.account \
    JOIN access_right r ON r.id = t.access_right WHERE t.token_hash = :hash AND t.revoked_at IS NULL \
    AND t.expires_at > :now AND a.state = :open AND r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today)";

impl Desk {
    /// Issues a token for one of the worker's rights, after a fresh proof of identity.
    ///
    /// # Errors
    /// [`DeskError::StepUp`] without a fresh proof, [`DeskError::Hidden`] for somebody else's right,
    /// [`DeskError::Refused`] for a name or an end that cannot be.
    pub async fn issue_token(&self, signed_in: &SignedIn, new: &NewToken) -> Result<IssuedToken> {
        let now = self.clock.now();
        signed_in.freshly_proven(now)?;
        let right = signed_in
            .rights
            .iter()
            .find(|right| right.id == new.right)
            .ok_or(DeskError::Hidden)?;
        if right.needs > signed_in.strength {
            return Err(DeskError::Refused("second-factor-needed"));
        }
        let name = new.name.trim();
        if name.is_empty() || name.chars().count() > 100 {
            return Err(DeskError::Refused("token-name"));
        }
        if new.expires_at <= now || new.expires_at > now + LONGEST {
            return Err(DeskError::Refused("token-end"));
        }
        let token = format!("{PREFIX}{}", secret::new_token(&*self.entropy));
        let id = ApiTokenId(self.new_id());
        let row = params! {
            "hash" => secret::hash(&token), "id" => id, "account" => signed_in.account, "right" => right.id, "name" => name,
            "scope" => serde_json::to_string(&new.scope)?, "now" => now, "expires" => new.expires_at,
        };
        let mut transaction = self.database.writer().await?;
        transaction.execute(INSERT, &row).await?;
        let details = json!({ "token": id, "scope": new.scope, "expires": new.expires_at });
        self.note_own(&mut transaction, signed_in.account, "token-issued", details)
            .await?;
        transaction.commit().await?;
        Ok(IssuedToken { id, token })
    }

    /// Who stands behind a token's text, if it lives and its right holds today.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn resume_token(&self, token: &str) -> Result<Option<TokenHolder>> {
        if !token.starts_with(PREFIX) {
            return Ok(None);
        }
        let now = self.clock.now();
        let asked = params! {
            "hash" => secret::hash(token), "now" => now, "today" => self.clock.today(), "open" => AccountState::Open,
        };
        let rows = self.database.read(RESUME, &asked).await?;
        let Some(row) = rows.first() else {
            return Ok(None);
        };
        let holder = TokenHolder {
            visitor: self
                .held_right(row)?
                .visitor(row.get("account")?, &row.get::<String>("display_name")?),
            scope: serde_json::from_str(&row.get::<String>("scope")?)?,
            token: row.get("token")?,
            name: row.get("name")?,
        };
        let last: Option<Timestamp> = row.get("last_used_at")?;
        if last.is_none_or(|last| now.duration_since(last) >= USED) {
            let mut transaction = self.database.writer().await?;
            let used = params! { "id" => holder.token, "now" => now };
            transaction
                .execute("UPDATE api_token SET last_used_at = :now WHERE id = :id", &used)
                .await?;
            transaction.commit().await?;
        }
        Ok(Some(holder))
    }

    /// The worker's own tokens that live, the latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_tokens(&self, signed_in: &SignedIn) -> Result<Vec<ListedToken>> {
        let sql = "SELECT id, name, access_right, scope, created_at, expires_at, last_used_at FROM api_token \
                   WHERE account = :account AND revoked_at IS NULL AND expires_at > :now ORDER BY created_at DESC, id";
        let asked = params! { "account" => signed_in.account, "now" => self.clock.now() };
        let rows = self.database.snapshot().await?.fetch(sql, &asked).await?;
        rows.iter().map(listed).collect()
    }

    /// Ends one of the worker's own tokens.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when the worker has no such token.
    pub async fn revoke_token(&self, signed_in: &SignedIn, token: ApiTokenId) -> Result<()> {
        let mut transaction = self.database.writer().await?;
        let revoked = params! { "id" => token, "account" => signed_in.account, "now" => self.clock.now() };
        let sql = "UPDATE api_token SET revoked_at = :now WHERE id = :id AND account = :account AND revoked_at IS NULL";
        if transaction.execute(sql, &revoked).await? == 0 {
            return Err(DeskError::Hidden);
        }
        self.note_own(
            &mut transaction,
            signed_in.account,
            "token-revoked",
            json!({ "token": token }),
        )
        .await?;
        transaction.commit().await
    }
}

fn listed(row: &Row) -> Result<ListedToken> {
    Ok(ListedToken {
        id: row.get("id")?,
        name: row.get("name")?,
        right: row.get("access_right")?,
        scope: serde_json::from_str(&row.get::<String>("scope")?)?,
        created_at: row.get("created_at")?,
        expires_at: row.get("expires_at")?,
        last_used_at: row.get("last_used_at")?,
    })
}
