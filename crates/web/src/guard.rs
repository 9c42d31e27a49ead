//! Before each handler: who is it, may they, why; after it: is it in the log.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{FromRequestParts, OptionalFromRequestParts, Request, State},
    http::{HeaderMap, request::Parts},
    middleware::Next,
};
use polku_desk::{
    DeskError, Visit,
    access::{Action, Audience, StepUp, Tokens},
    account::{SignedIn, Standing, TokenScope},
    portal::PortalSession,
};

use crate::{
    App, Cookie, Failure, IntoResponse, Kind, Method, Reader, Response, RouteEntry,
    bounded::bounded,
    cookie, going,
    idempotency::{self, Once},
    navigation, origin,
};

/// A request body may be this large, unless its route says otherwise; imports state their own limit.
pub const LARGEST_BODY: usize = 32 * 1024 * 1024;

/// The visit of a request: what a handler takes to reach the desk.
#[derive(Debug, Clone)]
pub struct AtDesk(pub Arc<Visit>);

impl std::ops::Deref for AtDesk {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.0
    }
}

impl<S: Send + Sync> FromRequestParts<S> for AtDesk {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or(Failure::SignIn)
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for AtDesk {
    type Rejection = std::convert::Infallible;
    /// Nobody's visit where anyone may come, and where no register is chosen yet.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Self::Rejection> {
        Ok(parts.extensions.get::<Self>().cloned())
    }
}

/// The client of a request to the portal: what a handler takes to know whose record is the own one.
#[derive(Debug, Clone)]
pub struct InPortal(pub PortalSession);

impl std::ops::Deref for InPortal {
    type Target = PortalSession;
    fn deref(&self) -> &PortalSession {
        &self.0
    }
}

impl<S: Send + Sync> FromRequestParts<S> for InPortal {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or(Failure::SignIn)
    }
}

/// By what somebody came.
enum Credential {
    Session(Box<SignedIn>),
    Portal(Box<PortalSession>),
    Token(Box<polku_desk::account::TokenHolder>),
    Nothing,
}

/// The middleware of every route in the table.
pub(crate) async fn guard(Extension(entry): Extension<RouteEntry>, request: Request, next: Next) -> Response {
    let Some(app) = request.extensions().get::<App>().cloned() else {
        return Failure::Internal("no application".into()).into_response();
    };
    let mut reader = Reader::of_request(
        request.method(),
        request.headers(),
        request.uri().path(),
        entry.kind,
    );
    match pass(&app, &entry, &mut reader, request, next).await {
        Ok(response) => failure_page(&reader, response),
        Err(failure) => failure.answer(&reader),
    }
}

async fn pass(
    app: &App,
    entry: &RouteEntry,
    reader: &mut Reader,
    mut request: Request,
    next: Next,
) -> Result<Response, Failure> {
    let credential = match entry.spec.audience {
        Audience::Client => in_portal(app, request.headers()).await?,
        _ => credential(app, request.headers()).await?,
    };
    if !matches!(credential, Credential::Token(_)) {
        origin::check(&app.settings, &request)?;
    }
    let visitor = match &credential {
        Credential::Session(signed_in) => {
            reader.signed_in = Some(signed_in.as_ref().clone());
            check_session(entry, signed_in, app)?;
            signed_in.visitor.clone()
        }
        Credential::Portal(session) => {
            reader.enter_portal(app, session)?;
            request
                .extensions_mut()
                .insert(InPortal(session.as_ref().clone()));
            Some(session.visitor.clone())
        }
        Credential::Token(holder) => {
            check_scope(entry, &holder.scope)?;
            Some(holder.visitor.clone())
        }
        Credential::Nothing if entry.spec.audience == Audience::Anyone => None,
        Credential::Nothing => return Err(Failure::SignIn),
    };
    reader.settle_language();
    if entry.path == "/"
        && let Some(visitor) = &visitor
        && !entry.spec.admits(visitor.role)
    {
        return Ok(going::see_other(navigation::home(visitor.role)));
    }
    let needs_right = !matches!(entry.spec.audience, Audience::Anyone | Audience::SignedIn);
    let visit = match visitor {
        Some(visitor) => Some(Arc::new(app.desk.visit(visitor, entry.spec, entry.path).await?)),
        None if needs_right => return Err(Failure::ChooseRight),
        None => None,
    };
    if let Some(visit) = &visit {
        reader.place(app, visit)?;
    }
    // What is too large is refused in the reader's own frame and language.
    request = bounded(entry.largest_body, request).taken()?;
    if let Some(visit) = &visit {
        request = match idempotency::once(visit, entry, request).await? {
            Once::First(request) => request,
            Once::Repeated(response) => return Ok(response),
        };
        request.extensions_mut().insert(AtDesk(Arc::clone(visit)));
    }
    request.extensions_mut().insert(reader.clone());
    let response = next.run(request).await;
    if let Some(visit) = visit {
        // Nobody sees anything before it is in the log that they did.
        visit.settle().await?;
    }
    Ok(response)
}

async fn credential(app: &App, headers: &HeaderMap) -> Result<Credential, Failure> {
    if let Some(token) = bearer(headers) {
        let holder = app.desk.resume_token(token).await?.ok_or(Failure::SignIn)?;
        return Ok(Credential::Token(Box::new(holder)));
    }
    let Some(token) = cookie::session_token(headers) else {
        return Ok(Credential::Nothing);
    };
    Ok(app
        .desk
        .resume_session(&token)
        .await?
        .map_or(Credential::Nothing, |signed_in| {
            Credential::Session(Box::new(signed_in))
        }))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let header = headers.get(axum::http::header::AUTHORIZATION)?.to_str().ok()?;
    header.strip_prefix("Bearer ").map(str::trim)
}

fn check_session(entry: &RouteEntry, signed_in: &SignedIn, app: &App) -> Result<(), Failure> {
    if matches!(entry.spec.audience, Audience::Anyone | Audience::SignedIn)
        && signed_in.standing != Standing::AwaitsSecondFactor
        || entry.spec.audience == Audience::Anyone
    {
        return fresh_enough(entry, signed_in, app);
    }
    match signed_in.standing {
        Standing::Complete => fresh_enough(entry, signed_in, app),
        Standing::AwaitsSecondFactor => Err(Failure::SecondFactor),
        Standing::MustEnrol => Err(Failure::MustEnrol),
    }
}

fn fresh_enough(entry: &RouteEntry, signed_in: &SignedIn, app: &App) -> Result<(), Failure> {
    let stale = entry.spec.step_up == StepUp::Needed && !signed_in.is_fresh(app.desk.clock().now());
    if stale { Err(Failure::StepUp) } else { Ok(()) }
}

/// A token does no more than its scope and never what asks for a person at a screen.
fn check_scope(entry: &RouteEntry, scope: &TokenScope) -> Result<(), Failure> {
    let writes = !matches!(entry.method, Method::GET | Method::HEAD);
    let (action, resources) = entry
        .spec
        .touches
        .unwrap_or((if writes { Action::Write } else { Action::Read }, &[]));
    if entry.spec.tokens == Tokens::Refused || entry.kind != Kind::Api || !scope.allows(action, resources) {
        return Err(Failure::Desk(DeskError::Forbidden));
    }
    Ok(())
}

/// Who comes to the portal. A worker's session is none there, and a program's token opens nothing of anybody's own.
async fn in_portal(app: &App, headers: &HeaderMap) -> Result<Credential, Failure> {
    if bearer(headers).is_some() {
        return credential(app, headers).await;
    }
    let Some(token) = Cookie::Portal.read(headers) else {
        return Ok(Credential::Nothing);
    };
    let session = app.desk.resume_portal(&token).await?;
    Ok(session.map_or(Credential::Nothing, |session| {
        Credential::Portal(Box::new(session))
    }))
}

/// A failure that a handler answered becomes a page or a problem in the reader's language.
fn failure_page(reader: &Reader, mut response: Response) -> Response {
    match response.extensions_mut().remove::<Arc<Failure>>() {
        Some(failure) => failure.answer(reader),
        None => response,
    }
}

/// Makes the application known to the guards of all routes.
pub(crate) async fn unknown(State(app): State<App>, mut request: Request, next: Next) -> Response {
    request.extensions_mut().insert(app);
    next.run(request).await
}

/// The answer to an address that is not in the table: the same as for what is hidden.
pub(crate) async fn nothing_here(State(app): State<App>, request: Request) -> Response {
    let path = request.uri().path();
    let kind = if path.starts_with(crate::routes::API) {
        Kind::Api
    } else {
        Kind::Page
    };
    let mut reader = Reader::of_request(request.method(), request.headers(), path, kind);
    if let Ok(Credential::Session(signed_in)) = credential(&app, request.headers()).await {
        reader.signed_in = Some(*signed_in);
        reader.settle_language();
        if let Err(failure) = reader.place_signed_in(&app) {
            return failure.answer(&reader);
        }
    }
    Failure::Desk(DeskError::Hidden).answer(&reader)
}
