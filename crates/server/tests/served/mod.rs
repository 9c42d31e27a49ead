//! The program itself, started as its users start it, and asked over HTTP.

use std::{
    io::{Read as _, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;

/// How long a start may take.
const PATIENCE: Duration = Duration::from_mins(3);

/// The program that is tested.
pub const POLKU: &str = env!("CARGO_BIN_EXE_polku");

/// A program that serves; it is killed when this is dropped.
pub struct Served {
    child: Child,
    port: u16,
}

impl Served {
    /// Starts a command line and waits until it answers on the port.
    pub fn start(command: &mut Command, port: u16) -> Self {
        let child = command.stdout(Stdio::null()).spawn().expect("the program");
        let mut served = Self { child, port };
        let begun = Instant::now();
        while served
            .ask("GET", "/healthz", "", "")
            .is_none_or(|(status, _)| status != 200)
        {
            let ended = served.child.try_wait().expect("its state");
            assert!(ended.is_none(), "it ended: {ended:?}");
            assert!(begun.elapsed() < PATIENCE, "it does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
        served
    }

    /// Where it is asked, for others who ask meanwhile.
    pub fn port(&self) -> u16 {
        self.port
    }

    fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> Option<(u16, String)> {
        ask(self.port, method, path, headers, body)
    }

    /// Asks it to end, as an operator does, and waits until it has.
    pub fn stop(mut self) {
        signal("-TERM", program(self.child.id()));
        self.child.wait().expect("ended");
    }

    /// Ends it at once, as a power cut does: it hears nothing of it.
    pub fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("ended");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            signal("-KILL", program(self.child.id()));
            drop(self.child.wait());
        }
    }
}

/// The program itself, also when something else started it and watches it.
fn program(started: u32) -> u32 {
    // The program has children of its own, such as those that read documents.
    let name = std::fs::read_to_string(format!("/proc/{started}/comm")).unwrap_or_default();
    if name.trim() == "polku" {
        return started;
    }
    let number =
        |entry: std::io::Result<std::fs::DirEntry>| entry.ok()?.file_name().to_str()?.parse::<u32>().ok();
    let parent = |process: u32| {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        // After the name, which may hold anything, come the state and the parent.
        stat.rsplit_once(')')?
            .1
            .split_whitespace()
            .nth(1)?
            .parse::<u32>()
            .ok()
    };
    let mut processes = std::fs::read_dir("/proc").expect("processes").filter_map(number);
    processes
        .find(|process| parent(*process) == Some(started))
        .unwrap_or(started)
}

fn signal(name: &str, process: u32) {
    let told = Command::new("kill").args([name, &process.to_string()]).status();
    assert!(told.expect("kill").success(), "it could not be told to end");
}

/// A port on which nobody listens.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    listener.local_addr().expect("its address").port()
}

/// The arguments of a small demo in a folder, without the program's name.
pub fn demo(folder: &Path, port: u16) -> Vec<String> {
    let text = |path: &Path| path.to_str().expect("a plain path").to_owned();
    let accounts = text(&folder.join("accounts.json"));
    let port = port.to_string();
    [
        "demo",
        "--clients",
        "4",
        "--port",
        &port,
        "--data",
        &text(folder),
        "--accounts",
        &accounts,
    ]
    .map(str::to_owned)
    .into()
}

/// Asks something; `None` when the server went away before the whole answer was there.
pub fn ask(port: u16, method: &str, path: &str, headers: &str, body: &str) -> Option<(u16, String)> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost:{port}\r\nconnection: close\r\n{headers}content-length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some((status, body.to_owned()))
}

/// A coach's program at a demo.
#[derive(Clone)]
pub struct Program {
    port: u16,
    headers: String,
}

impl Program {
    /// The program of a worker of a demo.
    pub fn of(folder: &Path, port: u16, user_name: &str) -> Self {
        let accounts = std::fs::read(folder.join("accounts.json")).expect("the accounts");
        let accounts: Value = serde_json::from_slice(&accounts).expect("JSON");
        let account = accounts.as_array().expect("accounts").iter();
        let account = account.clone().find(|account| account["user_name"] == user_name);
        let token = account.expect("the worker")["api_token"]
            .as_str()
            .expect("a token")
            .to_owned();
        let headers = format!("authorization: Bearer {token}\r\ncontent-type: application/json\r\n");
        Self { port, headers }
    }

    /// What the API answers; `None` when the server went away.
    pub fn ask(&self, method: &str, path: &str, body: &str) -> Option<(u16, String)> {
        ask(self.port, method, &format!("/api/v1{path}"), &self.headers, body)
    }

    /// The ids of the worker's clients.
    pub fn clients(&self) -> Vec<String> {
        let (status, body) = self.ask("GET", "/clients?limit=100", "").expect("an answer");
        assert_eq!(status, 200, "{body}");
        let start = body.find('{').expect("JSON");
        let end = body.rfind('}').expect("JSON");
        let page: Value = serde_json::from_str(&body[start..=end]).expect("JSON");
        let clients = page["clients"].as_array().expect("clients").iter();
        clients
            .map(|client| client["client"].as_str().expect("an id").to_owned())
            .collect()
    }
}
