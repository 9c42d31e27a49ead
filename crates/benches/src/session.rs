//! Somebody at work: a worker at a browser, or a worker's program.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use totp_rs::{Builder, Secret};

use crate::{
    demo::{Account, Demo},
    http::{Answer, Http},
};

const SESSION: &str = "__Host-polku-session=";

/// A worker who is signed in.
pub struct Worker {
    http: Http,
    cookie: String,
}

impl Worker {
    /// Signs in by password and one-time code, as everybody does.
    ///
    /// # Errors
    /// When the server refuses.
    pub fn signed_in(demo: &Demo, user_name: &str) -> Result<Self> {
        let account = demo.account(user_name)?;
        let mut worker = Self {
            http: Http::to(demo.port)?,
            cookie: String::new(),
        };
        let typed = [
            ("user_name", account.user_name.as_str()),
            ("password", &account.password),
        ];
        worker.post("/sign-in", &typed)?;
        let code = code_of(account)?;
        worker.post("/sign-in/second", &[("code", &code)])?;
        let start = worker.get("/clients")?;
        ensure!(
            start.status == 200,
            "{user_name} could not sign in: {}",
            start.status
        );
        Ok(worker)
    }

    /// Opens a page.
    ///
    /// # Errors
    /// When the connection fails.
    pub fn get(&mut self, path: &str) -> Result<Answer> {
        self.http.get(path, &[("cookie", &self.cookie)])
    }

    fn post(&mut self, path: &str, typed: &[(&str, &str)]) -> Result<Answer> {
        let answer = self.form(path, typed)?;
        ensure!(answer.status == 303, "{path} answered {}", answer.status);
        let set = answer
            .headers("set-cookie")
            .find(|cookie| cookie.starts_with(SESSION));
        if let Some(cookie) = set.and_then(|cookie| cookie.split(';').next()) {
            cookie.clone_into(&mut self.cookie);
        }
        Ok(answer)
    }

    /// Sends a form.
    ///
    /// # Errors
    /// When the connection fails.
    pub fn form(&mut self, path: &str, typed: &[(&str, &str)]) -> Result<Answer> {
        let headers = [
            ("cookie", self.cookie.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ];
        let body = serde_html_form::to_string(typed)?;
        self.http.send("POST", path, &headers, &body)
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "who measures a running server lives by the same clock"
)]
fn code_of(account: &Account) -> Result<String> {
    let secret = Secret::try_from_base32(&account.totp_secret)
        .ok()
        .context("a secret")?;
    let totp = Builder::new()
        .with_secret(secret)
        .with_account_name("")
        .build()
        .ok()
        .context("a generator of codes")?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
    Ok(totp.generate(now.as_secs()).to_string())
}

/// A worker's program.
pub struct Program {
    http: Http,
    token: String,
}

impl Program {
    /// The program of a worker of the demo.
    ///
    /// # Errors
    /// When the demo has no such worker.
    pub fn of(demo: &Demo, user_name: &str) -> Result<Self> {
        Ok(Self {
            http: Http::to(demo.port)?,
            token: format!("Bearer {}", demo.account(user_name)?.api_token),
        })
    }

    /// Asks the API for something.
    ///
    /// # Errors
    /// When the connection fails or the answer is no success.
    pub fn get(&mut self, path: &str) -> Result<Answer> {
        self.send("GET", path, &[], "")
    }

    /// Sends JSON to the API.
    ///
    /// # Errors
    /// When the connection fails or the answer is no success.
    pub fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Result<Answer> {
        let mut all = vec![
            ("authorization", self.token.as_str()),
            ("content-type", "application/json"),
        ];
        all.extend_from_slice(headers);
        let answer = self.http.send(method, &format!("/api/v1{path}"), &all, body)?;
        succeeded(method, path, answer)
    }

    /// Sends a file to the API.
    ///
    /// # Errors
    /// When the connection fails or the answer is no success.
    pub fn send_file(&mut self, path: &str, name: &str, bytes: &[u8]) -> Result<Answer> {
        let headers = [
            ("authorization", self.token.as_str()),
            ("content-type", "application/octet-stream"),
            ("x-file-name", name),
        ];
        let answer = self
            .http
            .send_bytes("POST", &format!("/api/v1{path}"), &headers, bytes)?;
        succeeded("POST", path, answer)
    }
}

fn succeeded(method: &str, path: &str, answer: Answer) -> Result<Answer> {
    ensure!(
        answer.status < 300,
        "{method} {path}: {} {}",
        answer.status,
        answer.body
    );
    Ok(answer)
}
