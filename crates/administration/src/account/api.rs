//! The own account for programs.

use axum::{Json, extract::State};
use jiff::Timestamp;
use polku_desk::{
    AccountId, RegisterId, RightId,
    access::Role,
    account::{ListedSession, Strength},
    ids::SessionId,
};
use polku_web::{Answer, App, AtDesk, Path, Reader, StatusCode};
use schemars::JsonSchema;
use serde::Serialize;

use crate::caller::Own;

/// Who is asking.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Me {
    /// Whose account.
    account: AccountId,
    /// As colleagues know the worker.
    display_name: String,
    /// The right that this request acts by; none while a session has chosen none.
    acting: Option<Acting>,
    /// The rights that a session may choose from; a token has the one that it acts by.
    rights: Vec<Acting>,
}

/// A right to act by.
#[derive(Debug, Clone, Serialize, JsonSchema)]
struct Acting {
    right: RightId,
    register: RegisterId,
    register_name: String,
    role: Role,
}

/// A session of the worker.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Session {
    /// Which session.
    session: SessionId,
    /// The browser, as it named itself.
    device: String,
    /// When it began.
    created_at: Timestamp,
    /// When it was last used, to the minute.
    last_seen_at: Timestamp,
    /// How well identity was proven.
    strength: Strength,
}

impl From<ListedSession> for Session {
    fn from(listed: ListedSession) -> Self {
        Self {
            session: listed.session,
            device: listed.device,
            created_at: listed.created_at,
            last_seen_at: listed.last_seen_at,
            strength: listed.strength,
        }
    }
}

/// `GET /me`
pub(super) async fn me(State(app): State<App>, reader: Reader, visit: Option<AtDesk>) -> Answer<Json<Me>> {
    let acting = match &visit {
        Some(visit) => Some(Acting {
            right: visit.visitor().right,
            register: visit.register(),
            register_name: app.desk.registers().get(visit.register())?.name,
            role: visit.role(),
        }),
        None => None,
    };
    if let Some(signed_in) = reader.signed_in {
        let rights = signed_in.rights.into_iter().map(|right| Acting {
            right: right.id,
            register: right.register,
            register_name: right.register_name,
            role: right.role,
        });
        return Ok(Json(Me {
            account: signed_in.account,
            display_name: signed_in.display_name,
            acting,
            rights: rights.collect(),
        }));
    }
    let visit = visit.ok_or(polku_web::Failure::SignIn)?;
    Ok(Json(Me {
        account: visit.account(),
        display_name: visit.visitor().display_name.clone(),
        rights: acting.clone().into_iter().collect(),
        acting,
    }))
}

/// `GET /me/sessions`
pub(super) async fn sessions(State(app): State<App>, Own(signed_in): Own) -> Answer<Json<Vec<Session>>> {
    let listed = app.desk.list_sessions(&signed_in).await?;
    Ok(Json(listed.into_iter().map(Session::from).collect()))
}

/// `DELETE /me/sessions/{session}`
pub(super) async fn end_session(
    State(app): State<App>,
    Own(signed_in): Own,
    Path(session): Path<SessionId>,
) -> Answer<StatusCode> {
    app.desk.end_session(&signed_in, session).await?;
    Ok(StatusCode::NO_CONTENT)
}
