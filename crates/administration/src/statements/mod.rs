//! Pages for anyone: the accessibility statement with its feedback form (Act 306/2019, 8–9 §), and what is told of
//! privacy and cookies (H3). Neither asks for signing in.

mod accessibility;
mod feedback;
mod privacy;

use polku_desk::access::{AccessSpec, Role};
use polku_web::{Method, Routes};

const ANYONE: AccessSpec = AccessSpec::anyone().without_tokens();
const KEEPER: AccessSpec = AccessSpec::roles(&[Role::MainUser]).without_tokens();

/// The routes.
#[must_use]
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/accessibility", ANYONE, accessibility::show)
        .page(Method::POST, "/accessibility", ANYONE, accessibility::send)
        .page(Method::GET, "/privacy", ANYONE, privacy::show)
        .page(Method::GET, "/admin/feedback", KEEPER, feedback::show)
        .page(
            Method::POST,
            "/admin/feedback/{feedback}",
            KEEPER,
            feedback::close,
        )
}
