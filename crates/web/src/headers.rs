//! Headers of every answer.

use axum::{extract::Request, middleware::Next};

use crate::{Response, header};

/// No inline code or style, nothing from elsewhere, no embedding.
const CONTENT_SECURITY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; \
    img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const HEADERS: &[(&str, &str)] = &[
    ("content-security-policy", CONTENT_SECURITY),
    ("x-content-type-options", "nosniff"),
    // Addresses hold ids, and another site has no business with them.
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self)",
    ),
    ("strict-transport-security", "max-age=31536000"),
];

/// Adds them. What shows people's data is never kept by a browser or a proxy.
pub(crate) async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        // What shows a file of somebody else's making says a stricter policy itself.
        response
            .headers_mut()
            .entry(*name)
            .or_insert(header::HeaderValue::from_static(value));
    }
    response
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(header::HeaderValue::from_static("no-store"));
    response
}
