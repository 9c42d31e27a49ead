//! The main user's room for programs: looking only, since changes ask for a person at a screen.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_desk::{
    AccountId, RightId,
    access::{Action, AddressPrivilege, Resource, Role, policy_matrix},
    account::{AccountState, EnrolmentState, ListedAccount, ListedRight, RightToReview},
};
use polku_web::{Answer, AtDesk};
use schemars::JsonSchema;
use serde::Serialize;

use super::conditions;

/// An account of the register.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Account {
    /// Which account.
    account: AccountId,
    /// What the worker types to sign in.
    user_name: String,
    /// As colleagues know the worker.
    display_name: String,
    /// Whether it can be used.
    state: AccountState,
    /// Whether the worker has set a password yet.
    enrolled: bool,
    /// Its rights in this register, past ones too.
    rights: Vec<Right>,
}

/// A right in the register.
#[derive(Debug, Serialize, JsonSchema)]
struct Right {
    right: RightId,
    role: Role,
    reveals_addresses: bool,
    valid_from: Date,
    valid_until: Option<Date>,
    granted_at: Timestamp,
    reviewed_at: Option<Timestamp>,
}

/// A right that is due for review.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Review {
    /// Which right.
    right: RightId,
    /// Whose.
    account: AccountId,
    /// As colleagues know the worker.
    display_name: String,
    /// In which role.
    role: Role,
    /// The last day, if one is set.
    valid_until: Option<Date>,
    /// When it was given or last reviewed.
    since: Timestamp,
}

/// What a role may do to a kind of data.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Rule {
    /// Who.
    role: Role,
    /// Does what.
    action: Action,
    /// To which data.
    data: Resource,
    /// When any of these holds.
    conditions: Vec<&'static str>,
}

impl From<ListedAccount> for Account {
    fn from(listed: ListedAccount) -> Self {
        Self {
            account: listed.account,
            user_name: listed.user_name,
            display_name: listed.display_name,
            state: listed.state,
            enrolled: listed.enrolment == EnrolmentState::Done,
            rights: listed.rights.into_iter().map(Right::from).collect(),
        }
    }
}

impl From<ListedRight> for Right {
    fn from(listed: ListedRight) -> Self {
        Self {
            right: listed.id,
            role: listed.role,
            reveals_addresses: listed.addresses == AddressPrivilege::Reveals,
            valid_from: listed.valid_from,
            valid_until: listed.valid_until,
            granted_at: listed.granted_at,
            reviewed_at: listed.reviewed_at,
        }
    }
}

impl From<RightToReview> for Review {
    fn from(due: RightToReview) -> Self {
        Self {
            right: due.right,
            account: due.account,
            display_name: due.display_name,
            role: due.role,
            valid_until: due.valid_until,
            since: due.since,
        }
    }
}

/// `GET /accounts`
pub(super) async fn accounts(visit: AtDesk) -> Answer<Json<Vec<Account>>> {
    let listed = visit.accounts().await?;
    Ok(Json(listed.into_iter().map(Account::from).collect()))
}

/// `GET /access-reviews`
pub(super) async fn reviews(visit: AtDesk) -> Answer<Json<Vec<Review>>> {
    let due = visit.rights_to_review().await?;
    Ok(Json(due.into_iter().map(Review::from).collect()))
}

/// `GET /access-rules`
pub(super) async fn rules(_visit: AtDesk) -> Json<Vec<Rule>> {
    let rows = policy_matrix().into_iter().flat_map(|(role, data, actions)| {
        actions.into_iter().map(move |(action, when)| Rule {
            role,
            action,
            data,
            conditions: when.into_iter().map(conditions::name).collect(),
        })
    });
    Json(rows.collect())
}
