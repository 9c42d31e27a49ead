//! Bodies within their bounds: what says that it is too large is not taken, what turns out to be is cut off.

use std::time::Duration;

use axum::{body::Body, extract::Request};
use futures::StreamExt as _;
use http_body_util::Limited;

use crate::{Failure, header};

/// How long, and how much, a body that is too large is still read and thrown away: whoever sends before listening would
/// else find the connection gone, and not the answer.
const PATIENCE: Duration = Duration::from_secs(5);
const THROWN_AWAY: usize = 16 * 1024 * 1024;

/// A request whose body ends in a failure where it goes beyond the bounds.
pub(crate) struct Bounded {
    request: Request,
    is_too_large: bool,
}

/// Bounds the body of a request.
pub(crate) fn bounded(largest: usize, request: Request) -> Bounded {
    let said = request.headers().get(header::CONTENT_LENGTH);
    let said: Option<u64> = said.and_then(|said| said.to_str().ok()?.parse().ok());
    Bounded {
        is_too_large: said.is_some_and(|said| said > largest as u64),
        request: request.map(|body| Body::new(Limited::new(body, largest))),
    }
}

impl Bounded {
    /// The request, unless it said beforehand that it is too large.
    ///
    /// # Errors
    /// [`Failure::TooLarge`].
    pub(crate) fn taken(self) -> Result<Request, Failure> {
        if !self.is_too_large {
            return Ok(self.request);
        }
        let thrown_away = throw_away(self.request.into_body());
        tokio::spawn(tokio::time::timeout(PATIENCE, thrown_away));
        Err(Failure::TooLarge)
    }
}

async fn throw_away(body: Body) {
    let mut parts = body.into_data_stream();
    let mut seen = 0;
    while let Some(Ok(part)) = parts.next().await {
        seen += part.len();
        if seen > THROWN_AWAY {
            return;
        }
    }
}
