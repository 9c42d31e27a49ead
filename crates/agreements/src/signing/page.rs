//! Signing by a worker: for the organisation on the screen, and writing down what was signed by hand.

use axum::extract::State as Shared;
use polku_desk::{
    Client, DeskError, Granted, Read, SubjectId, Visit, account::Strength, clock::date_in_finland,
};
use polku_documents::Named;
use polku_pages::{form::FormState, format};
use polku_profile::Activity;
use polku_web::{Answer, App, AtDesk, Failure, Fields, Path, Reader, Response, flash};
use uuid::Uuid;

use super::{
    complete,
    input::{ByHandInput, Names, OnScreenInput},
    model::{Paper, Party, Signature, Stage, Way},
    store, view,
};
use crate::agreement::{
    address, kept,
    model::{Agreement, State},
    page::heading,
    store as agreements,
};

/// What waits for signatures.
pub(super) struct Waiting {
    pub(super) agreement: Agreement,
    pub(super) paper: Paper,
    pub(super) signatures: Vec<Signature>,
    pub(super) scans: Vec<Named>,
}

impl Waiting {
    pub(super) async fn of(grant: &Granted<'_, Client, Read>, id: Uuid) -> Answer<Self> {
        kept(grant)?;
        polku_casework::keeping::allowed(grant.visit(), Activity::MakeAgreements)?;
        let agreement = agreements::one(grant, id).await?;
        if agreement.state != State::Proposed {
            return Err(DeskError::Conflict.into());
        }
        let paper = store::paper(grant, id, Stage::Shown)
            .await?
            .ok_or(DeskError::Conflict)?;
        Ok(Self {
            signatures: store::signatures(grant, id).await?,
            scans: polku_documents::named(grant).await?,
            agreement,
            paper,
        })
    }
}

/// What the worker signs for the organisation, with what kind of signature it will be.
pub(super) async fn ask(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let mut state = FormState::new();
    state.set("name", &visit.visitor().display_name);
    asking(&visit, &reader, client, id, state, None).await
}

async fn asking(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    id: Uuid,
    mut state: FormState,
    told: Option<&'static str>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let waiting = match Waiting::of(&grant, id).await {
        Ok(waiting) => waiting,
        Err(failure) => return settled(failure, client, id),
    };
    state.set("version", waiting.agreement.version.to_string());
    let texts = reader.texts;
    let body = view::on_screen(texts, client, &waiting, way(reader), &state, told)?;
    let heading = heading(&grant, texts, &waiting.agreement, visit.today());
    Ok(if state.has_errors() || told.is_some() {
        reader.page_to_mend("agreements-sign-title", &[], &heading, body)
    } else {
        reader.page("agreements-sign-title", &heading, body)
    })
}

/// The worker signs for the organisation.
pub(super) async fn sign(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: OnScreenInput = fields.read()?;
    let seen = seen(&fields)?;
    let name = match input.check() {
        Ok(name) => name,
        Err(invalid) => {
            let state = fields.with_errors(&reader, &invalid);
            return asking(&visit, &reader, client, id, state, None).await;
        }
    };
    let way = way(&reader);
    let signature = Signature::on_screen(Party::Organisation, way, visit.now(), name);
    match complete::add(&visit, client, id, seen, vec![signature]).await {
        Ok(_) => Ok(flash(&address(client, id), "agreements-signed-done")),
        Err(Failure::Invalid(invalid)) => {
            let told = invalid.first().map(|invalid| invalid.key);
            asking(&visit, &reader, client, id, fields.0, told).await
        }
        Err(failure) => settled(failure, client, id),
    }
}

/// The form for what was signed by hand.
pub(super) async fn ask_by_hand(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let mut state = FormState::new();
    state
        .set("signed_on", format::date(visit.today()))
        .set("organisation_name", &visit.visitor().display_name);
    asking_by_hand(&visit, &reader, client, id, state).await
}

async fn asking_by_hand(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    id: Uuid,
    mut state: FormState,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let waiting = match Waiting::of(&grant, id).await {
        Ok(waiting) => waiting,
        Err(failure) => return settled(failure, client, id),
    };
    state.set("version", waiting.agreement.version.to_string());
    let texts = reader.texts;
    let body = view::by_hand(texts, client, &waiting, &state);
    let heading = heading(&grant, texts, &waiting.agreement, visit.today());
    Ok(if state.has_errors() {
        reader.page_to_mend("agreements-by-hand-title", &[], &heading, body)
    } else {
        reader.page("agreements-by-hand-title", &heading, body)
    })
}

/// Writes down what was signed by hand.
pub(super) async fn by_hand(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: ByHandInput = fields.read()?;
    match write_down(&visit, client, id, seen(&fields)?, &input).await {
        Ok(State::Signed) => Ok(flash(&address(client, id), "agreements-signed-done")),
        Ok(_) => Ok(flash(&address(client, id), "agreements-signature-kept")),
        Err(Failure::Invalid(invalid)) => {
            visit.settle().await?;
            let state = fields.with_errors(&reader, &invalid);
            asking_by_hand(&visit, &reader, client, id, state).await
        }
        Err(failure) => settled(failure, client, id),
    }
}

/// Writes down what was signed by hand; answers how far the agreement is then.
pub(super) async fn write_down(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &ByHandInput,
) -> Answer<State> {
    let signatures = {
        let grant = visit.open::<Client, Read>(client).await?;
        let waiting = Waiting::of(&grant, id).await?;
        let names = Names {
            client: &waiting.paper.words.client_name,
            worker: &visit.visitor().display_name,
        };
        let proposed_on = date_in_finland(waiting.paper.made_at);
        input
            .check(&waiting.scans, &names, proposed_on, visit.today())
            .map_err(Failure::Invalid)?
    };
    visit.settle().await?;
    complete::add(visit, client, id, seen, signatures).await
}

/// Goes back to the agreement and says that it is another now.
fn settled(failure: Failure, client: SubjectId, id: Uuid) -> Answer<Response> {
    match failure {
        Failure::Desk(DeskError::Conflict) => Ok(polku_web::flash_warning(
            &address(client, id),
            "agreements-changed-look",
        )),
        other => Err(other),
    }
}

/// How the worker's own signature is given: as the session was opened. A session was proven anew before this page.
fn way(reader: &Reader) -> Way {
    let strength = reader.signed_in.as_ref().map(|signed_in| signed_in.strength);
    Way::of_session(strength.unwrap_or(Strength::Password))
}

/// The key by which anyone checks the seals of a register.
pub(super) async fn key(Shared(app): Shared<App>, Path(register): Path<String>) -> Answer<String> {
    let known = app.desk.registers().all();
    let found = known.into_iter().find(|known| known.key == register);
    let register = found.ok_or(DeskError::Hidden)?;
    let verifier = app.desk.signing_verifier(register.id, super::USED_FOR).await?;
    Ok(format!("{verifier}\n"))
}

pub(super) fn seen(fields: &Fields) -> Answer<i64> {
    let version = fields.0.value("version").parse();
    version.map_err(|_| Failure::Unreadable("the form lacks the version"))
}
