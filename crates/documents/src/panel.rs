//! Documents on the client's page: the latest few.

use futures::future::BoxFuture;
use polku_casework::{
    joining::{AskedAhead, ClientPanel, Shown, inventory},
    keeping::keeps,
};
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_profile::RecordKind;
use polku_web::{Answer, Reader};

use crate::{document::State, page::may_write, store, view};

/// How many are shown.
const BRIEF: usize = 3;

inventory::submit! {
    ClientPanel { order: 200, show: shown }
}
inventory::submit! {
    AskedAhead { asked: |_| store::asked() }
}

fn shown<'a>(
    grant: &'a Granted<'a, Client, Read>,
    reader: &'a Reader,
) -> BoxFuture<'a, Answer<Option<Shown>>> {
    Box::pin(async move {
        if !grant.may(Resource::Documents) || !keeps(grant.visit(), RecordKind::Document)? {
            return Ok(None);
        }
        let mut documents = store::all(grant).await?;
        documents.retain(|document| document.state == State::Kept);
        // Who may add none has no use for a section that asks for the first one.
        if documents.is_empty() && !may_write(grant) {
            return Ok(None);
        }
        let count = documents.len();
        documents.truncate(BRIEF);
        let brief = view::brief(reader.texts, grant.subject(), &documents, count);
        Ok(Some(Shown::Narrow(brief)))
    })
}
