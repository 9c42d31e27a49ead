//! Agreements in the client's portal (B3, D8): the own ones with how they stand, their files, and the own signature.
//!
//! A draft is the worker's: a client sees an agreement from when it waits for signatures. What is signed here is a *plain*
//! electronic signature of somebody who came in by a code, and an *advanced* one (Regulation (EU) 910/2014, article 26) of
//! somebody who was strongly identified just before: which it will be is said before it is given, and stands on the paper.

mod api;
mod page;
mod sign;
mod view;

use polku_casework::keeping;
use polku_desk::{
    Client, DeskError, Granted, Read,
    access::{AccessSpec, Action, Resource},
};
use polku_profile::RecordKind;
use polku_web::{Answer, ApiDoc, Method, Routes};
use uuid::Uuid;

use crate::{
    agreement::{
        model::{Agreement, State},
        store as agreements,
    },
    signing::{
        model::{Paper, Signature, Stage},
        store as signing,
    },
};

/// Where the list is.
const LIST: &str = "/own/agreements";
/// What the client reads.
const READ: AccessSpec = AccessSpec::own(Action::Read, &[Resource::Agreements, Resource::AgreementSigning]);
/// What the client signs.
const SIGN: AccessSpec = AccessSpec::own(Action::Write, &[Resource::AgreementSigning]);

/// The pages and API of the client. A program reads; it signs nothing.
pub(crate) fn routes() -> Routes {
    const ONE: &str = "/own/agreements/{agreement}";
    const PDF: &str = "/own/agreements/{agreement}/pdf";
    const SEAL: &str = "/own/agreements/{agreement}/seal";
    let list =
        ApiDoc::new("The client's own agreements, those under way first").answers::<Vec<api::OwnBody>>();
    let show = ApiDoc::new("An own agreement with its signatures").answers::<api::OwnBody>();
    let pdf = ApiDoc::new("An own agreement as a file (PDF/A-2a): the body is the file");
    let seal = ApiDoc::new("The register's seal over the signed file: the body is a signed note");
    Routes::new()
        .page(Method::GET, LIST, READ, page::list)
        .page(Method::GET, ONE, READ, page::show)
        .page(Method::GET, PDF, READ, page::pdf)
        .page(Method::GET, SEAL, READ, page::seal)
        .page(Method::POST, "/own/agreements/{agreement}/sign", SIGN, page::sign)
        .api(Method::GET, LIST, READ, list, api::list)
        .api(Method::GET, ONE, READ, show, api::show)
        .api(Method::GET, PDF, READ, pdf, page::pdf)
        .api(Method::GET, SEAL, READ, seal, page::seal)
}

/// Where an own agreement is found.
fn address(agreement: Uuid) -> String {
    format!("{LIST}/{agreement}")
}

/// An agreement as the client sees it.
struct Shown {
    agreement: Agreement,
    /// As it was shown for signing.
    paper: Paper,
    signatures: Vec<Signature>,
}

impl Shown {
    /// # Errors
    /// [`DeskError::Hidden`] when the client has none of this id, or it is still being written.
    async fn of(grant: &Granted<'_, Client, Read>, id: Uuid) -> Answer<Self> {
        keeping::kept(grant.visit(), RecordKind::Agreement)?;
        let agreement = agreements::one(grant, id).await?;
        if agreement.state == State::Draft {
            return Err(DeskError::Hidden.into());
        }
        let paper = signing::paper(grant, id, Stage::Shown).await?;
        Ok(Self {
            agreement,
            paper: paper.ok_or(DeskError::Hidden)?,
            signatures: signing::signatures(grant, id).await?,
        })
    }
}

/// All that the client sees.
async fn all(grant: &Granted<'_, Client, Read>) -> Answer<Vec<Agreement>> {
    keeping::kept(grant.visit(), RecordKind::Agreement)?;
    let mut found = agreements::all(grant).await?;
    found.retain(|one| one.state != State::Draft);
    Ok(found)
}
