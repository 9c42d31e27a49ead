//! Looking for viruses: ClamAV's daemon is sent the file as a stream, so that nothing plain reaches a disk of ours.

use std::time::Duration;

use clamav_client::tokio::{Socket, Tcp, TransportProtocol, ping, scan_stream};
use futures::StreamExt as _;
use polku_desk::documents::Content;

/// How long the daemon may take to say that it is there.
const GREETING: Duration = Duration::from_secs(5);
/// How long it may look at a file.
const PATIENCE: Duration = Duration::from_mins(5);

/// What the daemon says of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It found nothing.
    Clean,
    /// It found this.
    Found(String),
    /// It is there, and could not look at this file.
    Unable,
    /// It is not there, or there is none.
    Absent,
}

/// Has the daemon at an address look at a file.
pub(crate) async fn scan(address: Option<&str>, content: Content) -> Verdict {
    match address {
        None | Some("") => Verdict::Absent,
        Some(path) if path.starts_with('/') => by(&Socket { socket_path: path }, content).await,
        Some(host) => by(&Tcp { host_address: host }, content).await,
    }
}

/// Whether the daemon at an address is there.
pub(crate) async fn is_there(address: Option<&str>) -> bool {
    match address {
        None | Some("") => false,
        Some(path) if path.starts_with('/') => greets(&Socket { socket_path: path }).await,
        Some(host) => greets(&Tcp { host_address: host }).await,
    }
}

async fn greets<T: TransportProtocol + Copy>(daemon: &T) -> bool {
    let greeted = tokio::time::timeout(GREETING, ping(*daemon)).await;
    matches!(greeted, Ok(Ok(answer)) if answer == clamav_client::PONG)
}

async fn by<T: TransportProtocol + Copy>(daemon: &T, content: Content) -> Verdict {
    if !greets(daemon).await {
        return Verdict::Absent;
    }
    let parts = content.parts().map(|part| part.map(axum::body::Bytes::from));
    match tokio::time::timeout(PATIENCE, scan_stream(parts, *daemon, None)).await {
        Ok(Ok(answer)) => verdict(&answer),
        Ok(Err(error)) => {
            tracing::warn!(%error, "the virus scanner broke off");
            Verdict::Unable
        }
        Err(_) => {
            tracing::warn!("the virus scanner took too long");
            Verdict::Unable
        }
    }
}

/// `stream: OK`, `stream: NAME FOUND`, or anything else.
fn verdict(answer: &[u8]) -> Verdict {
    let answer = String::from_utf8_lossy(answer);
    let answer = answer.trim_end_matches(['\0', '\n']);
    let said = answer.strip_prefix("stream: ").unwrap_or(answer);
    if said == "OK" {
        return Verdict::Clean;
    }
    if let Some(name) = said.strip_suffix(" FOUND") {
        return Verdict::Found(name.to_owned());
    }
    tracing::warn!(said, "the virus scanner could not look at a file");
    Verdict::Unable
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_said_to_be_clean_is_clean() {
        assert_eq!(verdict(b"stream: OK\0"), Verdict::Clean);
        assert_eq!(
            verdict(b"stream: Win.Test.EICAR_HDB-1 FOUND\0"),
            Verdict::Found("Win.Test.EICAR_HDB-1".to_owned())
        );
        for other in [
            &b""[..],
            b"INSTREAM size limit exceeded. ERROR\0",
            b"stream: NOT OK\0",
            b"OK then\0",
        ] {
            assert_eq!(verdict(other), Verdict::Unable);
        }
    }
}
