//! Other programs that look at files: each in a process of its own, with little memory, little time, the lowest priority,
//! no network where the system lets that be taken away, and no file to write to. What they read and say goes through
//! pipes, or through files that are in memory alone, so nothing plain reaches a disk.

use std::{process::Stdio, sync::LazyLock, time::Duration};

use futures::{Stream, StreamExt as _, pin_mut};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    process::Command,
};

/// A program and its bounds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tool {
    program: &'static str,
    /// The most memory, in bytes.
    memory: u64,
    /// The most seconds of a processor, and of the clock.
    seconds: u64,
    /// The most bytes that it may say.
    most: u64,
}

const MEBIBYTE: u64 = 1024 * 1024;

/// Tells how many pages a PDF has, and whether it carries scripts.
pub(crate) const PDFINFO: Tool = Tool {
    program: "pdfinfo",
    memory: 1024 * MEBIBYTE,
    seconds: 20,
    most: MEBIBYTE,
};
/// The text that is in a PDF already.
pub(crate) const PDFTOTEXT: Tool = Tool {
    program: "pdftotext",
    memory: 1024 * MEBIBYTE,
    seconds: 60,
    most: 8 * MEBIBYTE,
};
/// A page of a PDF as a picture.
pub(crate) const PDFTOPPM: Tool = Tool {
    program: "pdftoppm",
    memory: 1536 * MEBIBYTE,
    seconds: 30,
    most: 64 * MEBIBYTE,
};
/// The text of a picture.
pub(crate) const TESSERACT: Tool = Tool {
    program: "tesseract",
    memory: 2048 * MEBIBYTE,
    seconds: 120,
    most: 4 * MEBIBYTE,
};

/// A phone's picture as a JPEG.
pub(crate) const HEIF_CONVERT: Tool = Tool {
    program: "heif-convert",
    memory: 2048 * MEBIBYTE,
    seconds: 30,
    most: 64 * MEBIBYTE,
};

/// Why a program said nothing that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failed {
    /// It is not installed.
    Missing,
    /// It could not read the file, or went over its bounds.
    GaveUp,
}

/// How much a program may hold others up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Haste {
    /// Somebody waits for it.
    Now,
    /// Nobody does.
    Whenever,
}

/// Whether a process without rights may still give up its network here.
static WITHOUT_NETWORK: LazyLock<bool> = LazyLock::new(|| {
    std::process::Command::new("unshare")
        .args(["--map-root-user", "--net", "true"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
});

impl Tool {
    /// The most bytes that it may say.
    pub(crate) const fn most(self) -> u64 {
        self.most
    }

    /// `written`: the most bytes of a file that it may write.
    fn command(self, haste: Haste, arguments: &[&str], written: u64) -> Command {
        let mut command = Command::new("prlimit");
        command
            .arg(format!("--as={}", self.memory))
            .arg(format!("--cpu={}", self.seconds))
            .arg(format!("--fsize={written}"))
            .args(["--core=0", "--nofile=256", "--"]);
        if haste == Haste::Whenever {
            command.args(["nice", "-n", "19"]);
        }
        if *WITHOUT_NETWORK {
            command.args(["unshare", "--map-root-user", "--net", "--"]);
        }
        command
            .arg(self.program)
            .args(arguments)
            .current_dir("/")
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("LC_ALL", "C.UTF-8")
            // One thread: the others belong to those who wait for pages.
            .env("OMP_THREAD_LIMIT", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true);
        command
    }

    /// Runs it on a file; answers what it said.
    ///
    /// # Errors
    /// When it is not there, fails, takes too long or says too much.
    pub(crate) async fn run(
        self,
        haste: Haste,
        arguments: &[&str],
        input: impl Stream<Item = std::io::Result<Vec<u8>>> + Send,
    ) -> Result<Vec<u8>, Failed> {
        let running = self.talk(haste, arguments, input);
        // A program that waits for something uses no processor: the clock ends it.
        let said = tokio::time::timeout(Duration::from_secs(self.seconds), running).await;
        said.unwrap_or_else(|_| {
            tracing::warn!(program = self.program, "took too long and was ended");
            Err(Failed::GaveUp)
        })
    }

    /// Runs it on files in memory: it reads the one, and what it writes goes to the other, as its complaints do.
    ///
    /// # Errors
    /// When it is not there, fails or takes too long.
    pub(crate) async fn run_on(
        self,
        haste: Haste,
        arguments: &[&str],
        reads: Stdio,
        writes: Stdio,
    ) -> Result<(), Failed> {
        let mut command = self.command(haste, arguments, self.most);
        command.stdin(reads).stdout(Stdio::null()).stderr(writes);
        let mut child = command.spawn().map_err(|error| self.not_begun(&error))?;
        // It holds the files in memory no longer than the program does.
        drop(command);
        match tokio::time::timeout(Duration::from_secs(self.seconds), child.wait()).await {
            Ok(Ok(status)) => self.judge(status),
            Ok(Err(error)) => Err(self.not_begun(&error)),
            Err(_) => {
                tracing::warn!(program = self.program, "took too long and was ended");
                Err(Failed::GaveUp)
            }
        }
    }

    fn not_begun(self, error: &std::io::Error) -> Failed {
        if error.kind() == std::io::ErrorKind::NotFound {
            return Failed::Missing;
        }
        tracing::warn!(program = self.program, %error, "failed");
        Failed::GaveUp
    }

    fn judge(self, status: std::process::ExitStatus) -> Result<(), Failed> {
        match status.code() {
            Some(0) => Ok(()),
            // What stands before the program says so when the program itself is not there.
            Some(127) => Err(Failed::Missing),
            _ => {
                tracing::info!(program = self.program, %status, "could not read a file");
                Err(Failed::GaveUp)
            }
        }
    }

    async fn talk(
        self,
        haste: Haste,
        arguments: &[&str],
        input: impl Stream<Item = std::io::Result<Vec<u8>>> + Send,
    ) -> Result<Vec<u8>, Failed> {
        let gave_up = |error: std::io::Error| {
            tracing::warn!(program = self.program, %error, "failed");
            Failed::GaveUp
        };
        // Nothing is written but to the pipe.
        let mut child = self
            .command(haste, arguments, 0)
            .spawn()
            .map_err(|error| self.not_begun(&error))?;
        let stdin = child.stdin.take().ok_or(Failed::GaveUp)?;
        let stdout = child.stdout.take().ok_or(Failed::GaveUp)?;
        let feed = async move {
            let mut stdin = stdin;
            pin_mut!(input);
            while let Some(part) = input.next().await {
                // A program that has heard enough closes its ear; what it says tells whether that was well.
                if stdin.write_all(&part?).await.is_err() {
                    return Ok(());
                }
            }
            drop(stdin.shutdown().await);
            Ok::<_, std::io::Error>(())
        };
        let listen = async {
            let mut said = Vec::new();
            stdout.take(self.most + 1).read_to_end(&mut said).await?;
            Ok::<_, std::io::Error>(said)
        };
        let ((), said) = tokio::try_join!(feed, listen).map_err(gave_up)?;
        if said.len() as u64 > self.most {
            return Err(Failed::GaveUp);
        }
        let status = child.wait().await.map_err(gave_up)?;
        self.judge(status).map(|()| said)
    }
}

/// A file that is in memory, as a stream.
pub(crate) fn in_memory(bytes: Vec<u8>) -> impl Stream<Item = std::io::Result<Vec<u8>>> + Send {
    futures::stream::once(std::future::ready(Ok(bytes)))
}
