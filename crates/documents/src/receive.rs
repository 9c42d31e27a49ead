//! Files on their way in: as a browser's form or a program's body, a part at a time into the sealed store.

use std::path::Path;

use axum::{
    body::BodyDataStream,
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field},
};
use futures::StreamExt as _;
use polku_desk::{
    DeskError,
    documents::{Arrived, Arriving, Reception},
};
use polku_pages::form::FormState;
use polku_web::{Answer, Failure};
use tokio::{fs::File, io::AsyncReadExt as _};

use crate::{
    examine::{Examined, Looking, Refusal},
    kind::{HEAD, sniff},
};

/// The most bytes of one sending: ten files of the usual limit.
pub(crate) const LARGEST_SENDING: usize = 500 * 1024 * 1024;
/// The most files of one sending.
const MOST_FILES: usize = 50;
/// The most bytes of what is typed beside the files.
const LONGEST_FIELD: usize = 64 * 1024;
/// The most characters of a file's name that are kept.
const LONGEST_NAME: usize = 200;

/// A file that has come in whole and may be kept.
#[derive(Debug)]
pub(crate) struct Whole {
    pub(crate) name: String,
    pub(crate) arrived: Arrived,
    pub(crate) examined: Examined,
}

/// A file that came, or why it is not taken in.
#[derive(Debug)]
pub(crate) struct Came {
    pub(crate) name: String,
    pub(crate) outcome: Result<Whole, Refusal>,
}

/// A form with files, not read yet: who may send it is asked first.
pub struct Sending(Multipart);

/// A program's file, not read yet: the whole body.
pub struct SentFile {
    name: String,
    body: BodyDataStream,
}

impl<S: Send + Sync> FromRequest<S> for Sending {
    type Rejection = Failure;
    async fn from_request(mut request: Request, state: &S) -> Result<Self, Failure> {
        DefaultBodyLimit::disable().apply(&mut request);
        let parts = Multipart::from_request(request, state)
            .await
            .map_err(|_| Failure::Unreadable("the form could not be read"))?;
        Ok(Self(parts))
    }
}

impl<S: Send + Sync> FromRequest<S> for SentFile {
    type Rejection = Failure;
    async fn from_request(request: Request, _: &S) -> Result<Self, Failure> {
        let name = request
            .headers()
            .get("x-file-name")
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        Ok(Self {
            name: short(name),
            body: request.into_body().into_data_stream(),
        })
    }
}

impl Sending {
    /// Takes all of it in: what was typed, and the files that were chosen.
    pub(crate) async fn receive(mut self, reception: &Reception) -> Answer<(FormState, Vec<Came>)> {
        let mut form = FormState::new();
        let mut files = Vec::new();
        while let Some(mut part) = self.0.next_field().await.map_err(|_| Failure::TooLarge)? {
            let Some(name) = part.file_name().map(short) else {
                let field = part.name().unwrap_or_default().to_owned();
                form.values
                    .entry(field)
                    .or_default()
                    .push(typed(&mut part).await?);
                continue;
            };
            // A chooser in which nothing was chosen sends a nameless, empty file.
            if name.is_empty() {
                continue;
            }
            if files.len() == MOST_FILES {
                return Err(Failure::TooLarge);
            }
            let outcome = file(reception, name.clone(), Parts::Form(&mut part)).await?;
            files.push(Came { name, outcome });
        }
        Ok((form, files))
    }
}

impl SentFile {
    /// Takes it in.
    pub(crate) async fn receive(self, reception: &Reception) -> Answer<Came> {
        let mut body = self.body;
        let outcome = file(reception, self.name.clone(), Parts::Body(&mut body)).await?;
        Ok(Came {
            name: self.name,
            outcome,
        })
    }
}

/// Takes a file of this machine in.
pub(crate) async fn from_disk(reception: &Reception, path: &Path) -> Answer<Came> {
    let name = short(&path.file_name().unwrap_or_default().to_string_lossy());
    let mut open = File::open(path).await.map_err(DeskError::from)?;
    let outcome = file(reception, name.clone(), Parts::Disk(&mut open)).await?;
    Ok(Came { name, outcome })
}

/// Where the bytes of a file come from.
enum Parts<'a, 'b> {
    Form(&'a mut Field<'b>),
    Body(&'a mut BodyDataStream),
    Disk(&'a mut File),
}

impl Parts<'_, '_> {
    async fn next(&mut self) -> Answer<Option<axum::body::Bytes>> {
        match self {
            Self::Form(field) => field.chunk().await.map_err(|_| Failure::TooLarge),
            Self::Body(body) => body.next().await.transpose().map_err(|_| Failure::TooLarge),
            Self::Disk(open) => {
                let mut part = vec![0; 64 * 1024];
                let length = open.read(&mut part).await.map_err(DeskError::from)?;
                part.truncate(length);
                Ok((length > 0).then(|| part.into()))
            }
        }
    }

    /// Reads what is left of a refused file and throws it away, so that the files after it are not lost.
    async fn skip(&mut self) -> Answer<()> {
        while self.next().await?.is_some() {}
        Ok(())
    }
}

async fn file(
    reception: &Reception,
    name: String,
    mut parts: Parts<'_, '_>,
) -> Answer<Result<Whole, Refusal>> {
    let mut head = Vec::with_capacity(HEAD);
    while head.len() < HEAD {
        match parts.next().await? {
            Some(bytes) => head.extend_from_slice(&bytes),
            None => break,
        }
    }
    if head.is_empty() {
        return Ok(Err(Refusal::Empty));
    }
    let Some(sniffed) = sniff(&head) else {
        parts.skip().await?;
        return Ok(Err(Refusal::Kind));
    };
    // What comes in one piece may be more than a head.
    if head.len() as u64 > reception.largest() {
        parts.skip().await?;
        return Ok(Err(Refusal::Large));
    }
    let mut looking = Looking::at(sniffed);
    let mut arriving = reception.begin().await?;
    looking.see(&head);
    arriving.write(&head).await?;
    drop(head);
    while let Some(bytes) = parts.next().await? {
        if arriving.size() + bytes.len() as u64 > reception.largest() {
            drop(arriving);
            parts.skip().await?;
            return Ok(Err(Refusal::Large));
        }
        looking.see(&bytes);
        arriving.write(&bytes).await?;
    }
    whole(arriving, looking, name).await
}

/// A file that has come in whole, when it may be kept.
async fn whole(arriving: Arriving, looking: Looking, name: String) -> Answer<Result<Whole, Refusal>> {
    let called = name.clone();
    let look = move |mut content| looking.done(&mut content, &called);
    let (arrived, examined) = match arriving.finish_looking(look).await {
        Err(error @ DeskError::Away(_)) => {
            tracing::error!(%error, "a document was not taken in");
            return Ok(Err(Refusal::Away));
        }
        finished => finished?,
    };
    Ok(examined.map_err(DeskError::from)?.map(|examined| Whole {
        name,
        arrived,
        examined,
    }))
}

async fn typed(part: &mut Field<'_>) -> Answer<String> {
    let mut bytes = Vec::new();
    while let Some(more) = part.chunk().await.map_err(|_| Failure::TooLarge)? {
        bytes.extend_from_slice(&more);
        if bytes.len() > LONGEST_FIELD {
            return Err(Failure::TooLarge);
        }
    }
    String::from_utf8(bytes).map_err(|_| Failure::Unreadable("the form could not be read"))
}

/// A name without its folders, and not endless.
fn short(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let start = name.chars().count().saturating_sub(LONGEST_NAME);
    name.chars().skip(start).filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_name_keeps_its_end_and_loses_its_folders() {
        assert_eq!(short("C:\\Users\\x\\kuva.jpg"), "kuva.jpg");
        assert_eq!(short("../../etc/passwd"), "passwd");
        let long = format!("{}.pdf", "a".repeat(300));
        assert_eq!((short(&long).len(), short(&long).find('.')), (200, Some(196)));
    }
}
