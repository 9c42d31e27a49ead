//! Notices as PDFs for anyone who asks: printed once, since printing takes some hundred milliseconds of a processor.

use std::collections::VecDeque;

use axum::body::Bytes;
use polku_pages::Texts;
use polku_web::{Answer, Failure};
use sha2::{Digest as _, Sha256};
use tokio::sync::Mutex;

use crate::{
    Notice,
    render::{self, SignedAt},
};

/// How many files are remembered: the latest versions of some registers in three languages. Each is some hundred kilobytes.
const REMEMBERED: usize = 24;

/// What was printed lately, by a hash of what is in it. Nothing here is about a person.
static LATELY: Mutex<VecDeque<(String, Bytes)>> = Mutex::const_new(VecDeque::new());

/// The PDF of a notice. Whoever asks meanwhile waits, so that strangers keep one processor busy at most.
pub(crate) async fn pdf(notice: Notice, texts: Texts, signed: Option<SignedAt>) -> Answer<Bytes> {
    let key = key(&notice, signed.as_ref())?;
    let mut lately = LATELY.lock().await;
    if let Some((_, bytes)) = lately.iter().find(|(known, _)| *known == key) {
        return Ok(bytes.clone());
    }
    let printing = move || render::pdf(&notice, texts, signed.as_ref());
    let printed = tokio::task::spawn_blocking(printing).await.map_err(internal)?;
    let bytes = Bytes::from(printed.map_err(internal)?);
    lately.truncate(REMEMBERED - 1);
    lately.push_front((key, bytes.clone()));
    Ok(bytes)
}

fn key(notice: &Notice, signed: Option<&SignedAt>) -> Answer<String> {
    let mut hash = Sha256::new_with_prefix(notice.bytes().map_err(internal)?);
    if let Some(signed) = signed {
        for part in [&signed.note, &signed.content, &signed.key] {
            hash.update([0]);
            hash.update(part);
        }
    }
    Ok(hex::encode(hash.finalize()))
}

fn internal(error: impl std::fmt::Display) -> Failure {
    Failure::Internal(error.to_string())
}
