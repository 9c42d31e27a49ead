//! A browser that nobody has signed in at yet, with its cookies.

use std::{collections::BTreeMap, sync::Mutex};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, header},
};

use crate::{
    Answer, TestApp,
    app::{ORIGIN, password_of},
    browser::{code_of, send},
};

/// A browser that keeps the cookies it is given, for stories about signing in.
#[derive(Debug)]
pub struct Stranger {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl TestApp {
    /// A browser at which nobody is signed in.
    #[must_use]
    pub fn stranger(&self) -> Stranger {
        Stranger {
            router: self.router.clone(),
            cookies: Mutex::default(),
        }
    }

    /// The password of a story's worker.
    #[must_use]
    pub fn password_of(&self, user_name: &str) -> String {
        password_of(user_name)
    }

    /// The one-time code that a story's worker reads from the telephone now. Each works once: let a minute pass before
    /// the next.
    #[must_use]
    pub fn code_of(&self, user_name: &str) -> String {
        code_of(user_name, self.now().as_second())
    }
}

impl Stranger {
    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::ACCEPT_LANGUAGE, "fi");
        self.send(request, String::new()).await
    }

    /// Sends a form.
    ///
    /// # Panics
    /// When the fields are no form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_html_form::to_string(fields).expect("a form");
        let request = Request::post(path)
            .header(header::ORIGIN, ORIGIN)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, body).await
    }

    /// Types user name and password.
    pub async fn type_password(&self, user_name: &str, password: &str) -> Answer {
        let fields = [
            ("user_name", user_name),
            ("password", password),
            ("next", "/account"),
        ];
        self.post("/sign-in", &fields).await
    }

    /// Whether it has a cookie of this name.
    ///
    /// # Panics
    /// When another thread panicked while it kept cookies.
    #[must_use]
    pub fn has(&self, cookie: polku_web::Cookie) -> bool {
        self.cookies.lock().expect("cookies").contains_key(cookie.name())
    }

    async fn send(&self, request: axum::http::request::Builder, body: String) -> Answer {
        let request = request.header(header::COOKIE, self.sent());
        let answer = send(&self.router, request.body(Body::from(body))).await;
        self.keep(&answer.headers);
        answer
    }

    fn sent(&self) -> String {
        let cookies = self.cookies.lock().expect("cookies");
        let pairs: Vec<String> = cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    fn keep(&self, headers: &HeaderMap) {
        let mut cookies = self.cookies.lock().expect("cookies");
        for header in headers.get_all(header::SET_COOKIE) {
            let text = header.to_str().expect("a cookie is text");
            let (name, rest) = text.split_once('=').expect("a cookie has a name");
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}
