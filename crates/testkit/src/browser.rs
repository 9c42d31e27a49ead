//! Somebody at a browser, and somebody's program.

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, header},
};
use futures::StreamExt as _;
use http_body_util::BodyExt as _;
use polku_desk::{
    AccountId, RegisterId, RightId, Visitor,
    account::{Attempt, Proof, Proven, SignInAnswer},
};
use polku_web::Cookie;
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use tower::ServiceExt as _;

use crate::{
    TestApp,
    app::{ORIGIN, password_of, secret_of, visitor_of},
};

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// What the application answered.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers.
    pub headers: axum::http::HeaderMap,
    /// The body.
    pub body: String,
    /// The same as it came: a file is no text.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// Where a redirect leads, or what a creation made; empty without one.
    #[must_use]
    pub fn location(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The entity tag, for `If-Match`.
    #[must_use]
    pub fn etag(&self) -> &str {
        self.headers
            .get(header::ETAG)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// When it is not JSON.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body)
            .unwrap_or_else(|_| panic!("status {} and no JSON: {}", self.status, self.body))
    }

    /// Whether the page says this.
    #[must_use]
    pub fn says(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}

/// What became of a body that was too long to be sent whole.
#[derive(Debug)]
pub struct Endless {
    /// What was answered.
    pub answer: Answer,
    /// How many of its bytes were asked for.
    pub read: u64,
}

/// Somebody signed in at a browser.
#[derive(Debug, Clone)]
pub struct Browser {
    /// Whose account.
    pub account: AccountId,
    /// By which right.
    pub right: RightId,
    /// In which register.
    pub register: RegisterId,
    pub(crate) visitor: Visitor,
    user_name: String,
    cookie: String,
    router: Router,
}

impl Browser {
    pub(crate) async fn signed_in(
        app: &TestApp,
        account: AccountId,
        right: RightId,
        user_name: &str,
    ) -> Self {
        let password = password_of(user_name);
        let attempt = Attempt {
            user_name,
            password: &password,
            source: HERE,
            device_cookie: None,
            device: "story",
        };
        let SignInAnswer::Opened(opened) = app.desk.sign_in(&attempt).await.expect("the desk answers") else {
            panic!("{user_name} could not sign in");
        };
        let signed_in = app
            .desk
            .resume_session(&opened.token)
            .await
            .expect("the desk answers")
            .expect("a session");
        let code = code_of(user_name, app.now().as_second());
        let proven = app
            .desk
            .prove(&signed_in, Proof::Code(&code), HERE, None)
            .await
            .expect("the desk answers");
        let token = match proven {
            Proven::Yes(token) => token.unwrap_or(opened.token),
            other => panic!("the second factor of {user_name}: {other:?}"),
        };
        let visitor = visitor_of(app, right).await;
        let cookie = format!("{}={token}", Cookie::Session.name());
        Self {
            account,
            right,
            register: visitor.register,
            visitor,
            user_name: user_name.to_owned(),
            cookie,
            router: app.router.clone(),
        }
    }

    /// The same browser at an application that was begun anew, with the session that it had.
    #[must_use]
    pub fn at(&self, app: &TestApp) -> Self {
        Self {
            router: app.router.clone(),
            ..self.clone()
        }
    }

    /// The same worker signed in anew: a story that lets days pass outlives a session.
    pub async fn again(&self, app: &TestApp) -> Self {
        Self::signed_in(app, self.account, self.right, &self.user_name).await
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        send(
            &self.router,
            request.header(header::ACCEPT_LANGUAGE, "fi").body(Body::empty()),
        )
        .await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_html_form::to_string(fields).expect("a form");
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::ORIGIN, ORIGIN)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        send(&self.router, request.body(Body::from(body))).await
    }

    /// Sends a form and takes the answer as a file.
    ///
    /// # Panics
    /// When the answer is not one.
    pub async fn bytes(&self, path: &str, fields: &[(&str, &str)]) -> Vec<u8> {
        let body = serde_html_form::to_string(fields).expect("a form");
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::ORIGIN, ORIGIN)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let (status, _, bytes) = sent(&self.router, request.body(Body::from(body))).await;
        assert_eq!(status, 200, "{}", String::from_utf8_lossy(&bytes));
        bytes
    }

    /// Sends JSON as a page's script does.
    pub async fn put_json(&self, path: &str, body: &serde_json::Value) -> Answer {
        let request = Request::put(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::ORIGIN, ORIGIN)
            .header(header::CONTENT_TYPE, "application/json");
        send(&self.router, request.body(Body::from(body.to_string()))).await
    }

    /// Sends a file with a form's fields, as a browser would.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file: (&str, &str, &[u8])) -> Answer {
        self.upload_all(path, fields, &[file]).await
    }

    /// Sends several files with a form's fields: the field's name, the file's name, what it holds.
    pub async fn upload_all(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        const BOUNDARY: &str = "story-boundary";
        let mut body = Vec::new();
        for (name, value) in fields {
            let part =
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        for (name, file_name, bytes) in files {
            let part = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(part.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::ORIGIN, ORIGIN)
            .header(
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={BOUNDARY}"),
            );
        send(&self.router, request.body(Body::from(body))).await
    }

    /// Sends a request with another language chosen in this browser.
    pub async fn in_language(
        &self,
        request: axum::http::request::Builder,
        cookie: Cookie,
        language: &str,
    ) -> Answer {
        let cookies = format!("{}; {}={language}", self.cookie, cookie.name());
        send(
            &self.router,
            request.header(header::COOKIE, cookies).body(Body::empty()),
        )
        .await
    }

    /// Who stands at the desk.
    #[must_use]
    pub fn as_visitor(&self) -> Visitor {
        self.visitor.clone()
    }

    /// Sends a body of so many bytes, made as they are asked for; tells how many were.
    pub async fn send_endless(&self, request: axum::http::request::Builder, length: u64) -> Endless {
        const PART: usize = 64 * 1024;
        let read = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&read);
        let parts = length / PART as u64;
        let parts = futures::stream::iter(0..parts).map(move |_| {
            counted.fetch_add(PART as u64, Ordering::Relaxed);
            Ok::<_, std::io::Error>(vec![b' '; PART])
        });
        let request = request
            .header(header::COOKIE, &self.cookie)
            .header(header::ORIGIN, ORIGIN)
            .header(header::CONTENT_LENGTH, length);
        let answer = send(&self.router, request.body(Body::from_stream(parts))).await;
        Endless {
            answer,
            read: read.load(Ordering::Relaxed),
        }
    }

    /// Sends any request, with this browser's cookie.
    pub async fn send(&self, request: axum::http::request::Builder, body: String) -> Answer {
        let request = request
            .header(header::COOKIE, &self.cookie)
            .header(header::ORIGIN, ORIGIN);
        send(&self.router, request.body(Body::from(body))).await
    }
}

/// Somebody's program, with a token.
#[derive(Debug, Clone)]
pub struct Program {
    token: String,
    router: Router,
}

impl Program {
    pub(crate) fn new(app: &TestApp, token: String) -> Self {
        Self {
            token,
            router: app.router.clone(),
        }
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], None).await
    }

    /// Creates.
    pub async fn post(&self, path: &str, body: &serde_json::Value) -> Answer {
        self.send("POST", path, &[], Some(body)).await
    }

    /// Changes what is at a version.
    pub async fn put(&self, path: &str, etag: &str, body: &serde_json::Value) -> Answer {
        self.send("PUT", path, &[("if-match", etag)], Some(body)).await
    }

    /// Sends a file as the whole body; its name is ASCII.
    pub async fn send_file(&self, path: &str, file_name: &str, bytes: &[u8]) -> Answer {
        let request = Request::post(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header("x-file-name", file_name);
        send(&self.router, request.body(Body::from(bytes.to_vec()))).await
    }

    /// Sends any request.
    ///
    /// # Panics
    /// When it is not a request.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&serde_json::Value>,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_TYPE, "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        send(
            &self.router,
            request.body(body.map_or_else(Body::empty, |body| Body::from(body.to_string()))),
        )
        .await
    }
}

impl TestApp {
    /// Sends a request of nobody.
    pub async fn anonymous(&self, request: axum::http::request::Builder, body: String) -> Answer {
        send(&self.router, request.body(Body::from(body))).await
    }
}

pub(crate) async fn send(router: &Router, request: axum::http::Result<Request<Body>>) -> Answer {
    let (status, headers, body) = sent(router, request).await;
    Answer {
        status,
        headers,
        body: String::from_utf8_lossy(&body).into_owned(),
        bytes: body,
    }
}

async fn sent(
    router: &Router,
    request: axum::http::Result<Request<Body>>,
) -> (u16, axum::http::HeaderMap, Vec<u8>) {
    let mut request = request.expect("a request");
    request
        .extensions_mut()
        .insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 50_000))));
    let response = router.clone().oneshot(request).await.expect("an answer");
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let body = response.into_body().collect().await.expect("a body").to_bytes();
    (status, headers, body.to_vec())
}

/// The one-time code of a story's worker at a moment.
pub(crate) fn code_of(user_name: &str, second: i64) -> String {
    let totp = totp_rs::Builder::new()
        .with_secret(secret_of(user_name))
        .build()
        .expect("a one-time code");
    totp.generate(u64::try_from(second).expect("after 1970"))
        .to_string()
}
