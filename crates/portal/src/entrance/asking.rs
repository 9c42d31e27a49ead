//! How the provider of identification is asked: over TLS, with no redirects, no long waits and no endless answers.

use std::{pin::Pin, time::Duration};

use http_body_util::{BodyExt as _, Full, Limited};
use hyper_rustls::HttpsConnector;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};

use super::identification::Broken;

/// Longer than any provider takes that somebody would wait for.
const PATIENCE: Duration = Duration::from_secs(10);
/// More than any description, key set or token is.
const LONGEST: usize = 1024 * 1024;

type Body = Full<axum::body::Bytes>;

/// Asks one provider.
#[derive(Debug, Clone)]
pub(super) struct Asking(Client<HttpsConnector<HttpConnector>, Body>);

/// What went wrong on the way. It tells no more: an answer may hold somebody's data.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unanswered {
    /// Nobody answered in time.
    #[error("no answer in time")]
    Late,
    /// The connection failed.
    #[error("no connection")]
    Connection,
    /// The answer broke off, or was too long.
    #[error("an answer that could not be read")]
    Unreadable,
}

/// A way to ask the provider of this address. Without TLS only on this very machine, for tests.
pub(super) fn to(issuer: &str) -> Result<Asking, Broken> {
    let roots = hyper_rustls::HttpsConnectorBuilder::new()
        .with_provider_and_native_roots(rustls::crypto::ring::default_provider())
        .map_err(|_| Broken::Settings("this machine has no certificates of authorities"))?;
    let connector = if issuer.starts_with("http://localhost:") || issuer.starts_with("http://127.0.0.1:") {
        roots.https_or_http().enable_http1().build()
    } else {
        roots.https_only().enable_http1().build()
    };
    Ok(Asking(Client::builder(TokioExecutor::new()).build(connector)))
}

impl<'c> AsyncHttpClient<'c> for Asking {
    type Error = Unanswered;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Unanswered>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            tokio::time::timeout(PATIENCE, self.ask(request))
                .await
                .map_err(|_| Unanswered::Late)?
        })
    }
}

impl Asking {
    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, Unanswered> {
        let request = request.map(|body| Full::from(axum::body::Bytes::from(body)));
        let answer = self.0.request(request).await.map_err(|_| Unanswered::Connection)?;
        let (parts, body) = answer.into_parts();
        let body = Limited::new(body, LONGEST)
            .collect()
            .await
            .map_err(|_| Unanswered::Unreadable)?;
        Ok(HttpResponse::from_parts(parts, body.to_bytes().to_vec()))
    }
}
