//! How the provider of identification is asked: over TLS, with no redirects, no long waits and no endless answers.

use std::{sync::Arc, time::Duration};

use axum::{
    body::Bytes,
    http::{HeaderValue, Request, StatusCode, Uri, header},
};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::{ClientConfig, RootCertStore, pki_types::ServerName};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
};
use tokio_rustls::TlsConnector;

use super::identification::Broken;

/// Longer than any provider takes that somebody would wait for.
const PATIENCE: Duration = Duration::from_secs(10);
/// More than any description, key set or token is.
const LONGEST: usize = 1024 * 1024;

/// A request to the provider.
pub(super) type Question = Request<Full<Bytes>>;

/// Whether the provider may be asked without TLS: only on this very machine, for tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Transport {
    /// Never.
    TlsOnly,
    /// Its address is this machine's.
    ThisMachine,
}

/// Asks one provider.
pub(super) struct Asking {
    tls: TlsConnector,
    transport: Transport,
}

impl Asking {
    /// A way to ask the provider of this address, with the certificates of authorities that the machine trusts.
    pub(super) fn to(issuer: &str) -> Result<Self, Broken> {
        let is_here = issuer.starts_with("http://localhost:") || issuer.starts_with("http://127.0.0.1:");
        let mut roots = RootCertStore::empty();
        let (added, _) = roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if added == 0 && !is_here {
            return Err(Broken::Settings("this machine trusts no certificate authority"));
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|_| Broken::Settings("no version of TLS"))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self {
            tls: TlsConnector::from(Arc::new(config)),
            transport: if is_here {
                Transport::ThisMachine
            } else {
                Transport::TlsOnly
            },
        })
    }

    /// The body of the answer, when it is one of success.
    pub(super) async fn ask(&self, question: Question) -> Result<Vec<u8>, Broken> {
        let answer = tokio::time::timeout(PATIENCE, self.asked(question)).await;
        answer.map_err(|_| Broken::Provider("no answer in time"))?
    }

    async fn asked(&self, question: Question) -> Result<Vec<u8>, Broken> {
        let uri = question.uri().clone();
        let host = uri.host().ok_or(Broken::Provider("an address without a host"))?;
        match (uri.scheme_str(), self.transport) {
            (Some("https"), _) => {
                let stream = connected(host, uri.port_u16().unwrap_or(443)).await?;
                let name = ServerName::try_from(host.to_owned())
                    .map_err(|_| Broken::Provider("an address without a name"))?;
                let stream = self.tls.connect(name, stream).await;
                let stream = stream.map_err(|_| Broken::Provider("no trusted connection"))?;
                exchanged(stream, question, &uri).await
            }
            (Some("http"), Transport::ThisMachine) if matches!(host, "localhost" | "127.0.0.1") => {
                let stream = connected(host, uri.port_u16().unwrap_or(80)).await?;
                exchanged(stream, question, &uri).await
            }
            _ => Err(Broken::Provider("an address without TLS")),
        }
    }
}

async fn connected(host: &str, port: u16) -> Result<TcpStream, Broken> {
    let stream = TcpStream::connect((host, port)).await;
    stream.map_err(|_| Broken::Provider("no connection"))
}

/// One question on one connection.
async fn exchanged<S>(stream: S, mut question: Question, uri: &Uri) -> Result<Vec<u8>, Broken>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let broken = |_| Broken::Provider("the connection broke off");
    let authority = uri.authority().map_or("", |authority| authority.as_str());
    let host = HeaderValue::from_str(authority).map_err(|_| Broken::Provider("an address without a host"))?;
    question.headers_mut().insert(header::HOST, host);
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    *question.uri_mut() = path
        .parse()
        .map_err(|_| Broken::Provider("an address that cannot be asked"))?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(broken)?;
    let carrying = tokio::spawn(connection);
    let answer = sender.send_request(question).await.map_err(broken)?;
    let status = answer.status();
    let body = Limited::new(answer.into_body(), LONGEST).collect().await;
    carrying.abort();
    let body = body.map_err(|_| Broken::Provider("an answer that could not be read"))?;
    if status == StatusCode::OK {
        Ok(body.to_bytes().to_vec())
    } else {
        Err(Broken::Provider("an answer that is no success"))
    }
}
