//! Pictures of phones (HEIC): another program makes a JPEG of them, which is then drawn and read like any other.
//!
//! That program reads and writes files by name and leaps about in them, so it gets files that are in memory alone: they
//! have no name in any folder, and go when both sides let go of them.

use std::{
    fs::File,
    io::{self, Read as _, Seek as _},
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Stdio,
};

use polku_desk::documents::Content;
use polku_web::{Answer, Failure};
use rustix::fs::{MemfdFlags, OFlags, fcntl_setfl, memfd_create};
use uuid::Uuid;

use crate::tools::{Failed, HEIF_CONVERT, Haste};

/// Pictures of one file beside the first: phones pack series together. The first one is shown.
const OTHERS: usize = 32;

/// A JPEG of a picture.
pub(crate) async fn jpeg(content: Content, haste: Haste) -> Answer<Result<Vec<u8>, Failed>> {
    let prepared = off_thread(move || {
        let picture = in_memory(content)?;
        let made = File::from(memfd_create("picture", MemfdFlags::CLOEXEC)?);
        // What the program grumbles comes after the picture, never over it.
        fcntl_setfl(&made, OFlags::APPEND)?;
        Ok((picture, made, Names::new()?))
    });
    let (picture, mut made, names) = prepared.await?;
    let ear = made.try_clone().map_err(failed)?;
    let to = names.first().to_string_lossy().into_owned();
    let arguments = ["-q", "92", "/proc/self/fd/0", to.as_str()];
    let ran = HEIF_CONVERT.run_on(haste, &arguments, Stdio::from(picture), Stdio::from(ear));
    if let Err(why) = ran.await {
        return Ok(Err(why));
    }
    drop(names);
    off_thread(move || {
        made.rewind()?;
        let mut bytes = Vec::new();
        made.take(HEIF_CONVERT.most()).read_to_end(&mut bytes)?;
        Ok(if bytes.is_empty() {
            Err(Failed::GaveUp)
        } else {
            Ok(bytes)
        })
    })
    .await
}

/// The file, plain, in memory.
fn in_memory(mut content: Content) -> io::Result<File> {
    let mut file = File::from(memfd_create("upload", MemfdFlags::CLOEXEC)?);
    io::copy(&mut content, &mut file)?;
    file.rewind()?;
    Ok(file)
}

/// Names that end as the program wants them, and lead to the file in memory: it goes by a name's end.
struct Names(PathBuf);

impl Names {
    fn new() -> io::Result<Self> {
        let shared = Path::new("/dev/shm");
        let base = if shared.is_dir() {
            shared.to_owned()
        } else {
            std::env::temp_dir()
        };
        let names = Self(base.join(format!("polku-{}", Uuid::new_v4())));
        std::fs::create_dir(&names.0)?;
        symlink("/proc/self/fd/2", names.first())?;
        // Of a series, the first picture is the one that is wanted.
        symlink("/proc/self/fd/2", names.0.join("picture-1.jpg"))?;
        for number in 2..=OTHERS {
            symlink("/dev/null", names.0.join(format!("picture-{number}.jpg")))?;
        }
        Ok(names)
    }

    fn first(&self) -> PathBuf {
        self.0.join("picture.jpg")
    }
}

impl Drop for Names {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::warn!(%error, "names that lead nowhere stay behind");
        }
    }
}

async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> Answer<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Failure::Internal(error.to_string()))?
        .map_err(failed)
}

fn failed(error: io::Error) -> Failure {
    polku_desk::DeskError::from(error).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_into_memory_and_go_again() {
        let names = Names::new().expect("names");
        let folder = names.0.clone();
        let leads_to = std::fs::read_link(names.first()).expect("a name");
        assert_eq!(leads_to, Path::new("/proc/self/fd/2"));
        drop(names);
        assert!(!folder.exists());
    }
}
