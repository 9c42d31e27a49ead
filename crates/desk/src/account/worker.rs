//! The stored account, for signing in.

use unicode_normalization::UnicodeNormalization as _;

use super::AccountState;
use crate::{
    AccountId, OrganisationId, Result,
    database::{Row, Transaction},
    params,
};

const LONGEST_USER_NAME: usize = 64;

/// A user name as it is stored and compared: one form for letters that look the same, in lower case.
pub(super) fn fold(user_name: &str) -> String {
    user_name
        .trim()
        .nfkc()
        .flat_map(char::to_lowercase)
        .take(LONGEST_USER_NAME + 1)
        .collect()
}

/// Whether a folded name can be a user name.
pub(super) fn is_user_name(folded: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@' | '+');
    !folded.is_empty() && folded.chars().count() <= LONGEST_USER_NAME && folded.chars().all(fits)
}

/// An account as signing in needs it.
#[derive(Debug)]
pub(super) struct Worker {
    pub(super) account: AccountId,
    pub(super) organisation: OrganisationId,
    pub(super) user_name: String,
    pub(super) display_name: String,
    pub(super) password_hash: Option<String>,
    pub(super) totp_sealed: Option<Vec<u8>>,
    pub(super) passkeys: i64,
}

const SELECT: &str = "SELECT a.id, a.organisation, a.user_name, a.display_name, a.password_hash, a.totp_sealed, a.state, \
    (SELECT COUNT(*) FROM passkey p WHERE p.account = a.id) AS passkeys FROM account a";

impl Worker {
    fn read(row: &Row) -> Result<Option<Self>> {
        if row.state::<AccountState>("state")? == AccountState::Closed {
            return Ok(None);
        }
        Ok(Some(Self {
            account: row.get("id")?,
            organisation: row.get("organisation")?,
            user_name: row.get("user_name")?,
            display_name: row.get("display_name")?,
            password_hash: row.get("password_hash")?,
            totp_sealed: row.get("totp_sealed")?,
            passkeys: row.get("passkeys")?,
        }))
    }

    /// The open account of a folded user name.
    pub(super) async fn named(transaction: &mut Transaction, folded: &str) -> Result<Option<Self>> {
        let sql = format!("{SELECT} WHERE a.user_name = :user_name");
        let asked = params! { "user_name" => folded };
        let row = transaction.fetch_one(&sql, &asked).await?;
        row.as_ref().map_or(Ok(None), Self::read)
    }

    /// The open account of an id.
    pub(super) async fn of(transaction: &mut Transaction, account: AccountId) -> Result<Option<Self>> {
        let sql = format!("{SELECT} WHERE a.id = :account");
        let asked = params! { "account" => account };
        let row = transaction.fetch_one(&sql, &asked).await?;
        row.as_ref().map_or(Ok(None), Self::read)
    }

    /// Whether something beside the password proves who this is.
    pub(super) fn has_second_factor(&self) -> bool {
        self.totp_sealed.is_some() || self.passkeys > 0
    }
}

#[cfg(test)]
mod tests {
    use super::{fold, is_user_name};

    #[test]
    fn a_user_name_is_the_same_however_it_is_typed() {
        assert_eq!(fold("  Äiti.Virtanen "), "äiti.virtanen");
        assert_eq!(fold("a\u{308}iti"), "äiti");
    }

    #[test]
    fn a_user_name_holds_no_spaces_and_is_not_endless() {
        assert!(is_user_name("maija.meikäläinen@kuopio"));
        assert!(!is_user_name("maija meikäläinen"));
        assert!(!is_user_name(""));
        assert!(!is_user_name(&fold(&"a".repeat(65))));
    }
}
