//! An S3-compatible store of the tests' own: moto's server, which keeps everything in memory and checks each request's
//! signature against a key that is made for the run.

use crate::command::{answer, command, free_port, temporary_folder};
use crate::{pinned, progress};
use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// How long the server may take until it answers.
const PATIENCE: Duration = Duration::from_mins(1);

/// Runs the server for as long as its own standard input stays open, then stops it and removes its folder. The first
/// three requests make a user, the user's right and the user's key; from then on each must be signed.
///
/// `$1` folder, `$2` Python, `$3` port, `$4` what Python runs.
const KEEPER: &str = r#"
folder=$1 python=$2 port=$3 program=$4
trap 'rm -rf "$folder"' EXIT
INITIAL_NO_AUTH_ACTION_COUNT=3 "$python" -c "$program" -H 127.0.0.1 -p "$port" >"$folder/log" 2>&1 </dev/null &
server=$!
cat >/dev/null
kill -TERM $server 2>/dev/null
wait $server
"#;

/// The server. By itself moto checks the signature of an address in which `%2F` has become `/`, and so refuses every list of a
/// folder: here it checks the address as it was sent, which is what was signed.
const SERVER: &str = r#"
import flask
from moto.core.authorization import ActionAuthenticatorMixin as Authorization
from moto.server import main
check = Authorization._authenticate_and_authorize_s3_action
def check_as_sent(self, *where, **named):
    decoded, self.uri = self.uri, flask.request.environ["RAW_URI"]
    try:
        check(self, *where, **named)
    finally:
        self.uri = decoded
Authorization._authenticate_and_authorize_s3_action = check_as_sent
main()
"#;

/// Makes the user and the bucket; says where it is, with the key.
const FURNISH: &str = r#"
import json, sys, boto3
host = "127.0.0.1:" + sys.argv[1]
at = {"endpoint_url": "http://" + host, "region_name": "us-east-1"}
iam = boto3.client("iam", aws_access_key_id="nobody", aws_secret_access_key="nobody", **at)
iam.create_user(UserName="polku")
rule = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
iam.put_user_policy(UserName="polku", PolicyName="polku", PolicyDocument=json.dumps(rule))
key = iam.create_access_key(UserName="polku")["AccessKey"]
id, secret = key["AccessKeyId"], key["SecretAccessKey"]
boto3.client("s3", aws_access_key_id=id, aws_secret_access_key=secret, **at).create_bucket(Bucket="polku")
print(f"http://{id}:{secret}@{host}/polku")
"#;

/// A running store; it stops, and what it holds goes, when this is dropped.
pub struct Store {
    keeper: Child,
    address: String,
}

impl Store {
    /// Starts a store with an empty bucket, and waits until it answers.
    ///
    /// # Errors
    /// When it can't be started, or doesn't answer in time; with the end of its log.
    pub fn start() -> Result<Self> {
        let python = pinned::moto()?;
        let doing = progress::begin("start an S3-compatible store");
        let started = Self::start_quietly(&python);
        doing.done(started.is_ok());
        started
    }

    fn start_quietly(python: &Path) -> Result<Self> {
        let folder = temporary_folder("s3")?;
        let port = free_port()?;
        let mut keeper = command("sh", &["-c", KEEPER, "keeper"]);
        keeper
            .args([folder.as_path(), python])
            .arg(port.to_string())
            .arg(SERVER);
        keeper.stdin(Stdio::piped()).process_group(0);
        let keeper = keeper.spawn().context("the store's keeper can't be started")?;
        let mut store = Self {
            keeper,
            address: String::new(),
        };
        store.wait_until_ready(port, &folder)?;
        store.address = answer(&mut command(python, &["-c", FURNISH, &port.to_string()]))?;
        Ok(store)
    }

    /// Where it is, with its key: `http://ID:SECRET@127.0.0.1:54321/polku`.
    pub fn address(&self) -> &str {
        &self.address
    }

    fn wait_until_ready(&mut self, port: u16, folder: &Path) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(());
            }
            if let Some(status) = self.keeper.try_wait()? {
                bail!("the store couldn't be started: {status}");
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let log = std::fs::read_to_string(folder.join("log")).unwrap_or_else(|error| error.to_string());
        bail!("the store didn't answer within {} s:\n{log}", PATIENCE.as_secs())
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("the store may still be running: {error}");
        }
    }
}
