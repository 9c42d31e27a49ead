//! Receiving others' requests and answering them.

use polku_desk::{DeskError, Visit};
use polku_pages::format;
use polku_profile::Profile;
use polku_web::{API, Answer, Failure};
use uuid::Uuid;

use super::{
    input::{Doing, PublicityAct, PublicityInput},
    kept,
    request::{Act, PublicityRequest, State, Step},
    rules, store,
};
use crate::{
    letter::{self, Letter},
    requests::change::invalid,
};

/// Enters a request; answers its id.
pub(super) async fn receive(visit: &Visit, input: &PublicityInput) -> Answer<Uuid> {
    kept(visit)?;
    let mut new = input.check(visit.today()).map_err(Failure::Invalid)?;
    new.words.steps.push(step(visit, None));
    let id = visit.new_id();
    visit.will_create(format!("{API}/publicity-requests/{id}"), 1);
    let due_on = rules::due(new.received_on, false);
    store::insert(visit, id, &new, due_on).await?;
    Ok(id)
}

/// Does something to a request.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen.
pub(super) async fn act(visit: &Visit, id: Uuid, seen: i64, input: &PublicityAct) -> Answer<()> {
    kept(visit)?;
    let profile = visit.profile()?;
    let mut request = store::one(visit, id).await?;
    if request.version != seen {
        return Err(DeskError::Conflict.into());
    }
    let doing = input.check(&profile).map_err(Failure::Invalid)?;
    let state = rules::after(request.state, doing.act).map_err(|why| invalid("act", why))?;
    if doing.act == Act::Extend {
        if visit.today() > rules::due(request.received_on, false) {
            return Err(invalid("act", "requests-extension-late"));
        }
        request.due_on = rules::due(request.received_on, true);
    }
    if doing.act.needs_reasons() {
        request.words.reasons.clone_from(&doing.reasons);
        request.words.provision.clone_from(&doing.provision);
    }
    request.words.routed_to.clone_from(&doing.routed_to);
    if doing.act.writes() {
        let letter = write(visit, &profile, &request, &doing);
        request.words.letters.push(letter);
    }
    request.words.steps.push(step(visit, Some(doing.act)));
    if state.is_closed() && request.closed_at.is_none() {
        request.closed_at = Some(visit.now());
    }
    request.state = state;
    store::update(visit, &request).await?;
    Ok(())
}

fn step(visit: &Visit, act: Option<Act>) -> Step {
    Step {
        act,
        at: visit.now(),
        by: visit.visitor().display_name.clone(),
    }
}

fn write(visit: &Visit, profile: &Profile, request: &PublicityRequest, doing: &Doing) -> Letter {
    let texts = letter::texts_of(doing.language);
    let day = |on| format::date(on);
    let mut said = vec![texts.with(
        "publicity-letter-asked",
        &[("day", day(request.received_on).as_str().into())],
    )];
    let body = match doing.act {
        Act::Extend => texts.with(
            "publicity-letter-extended",
            &[("day", day(request.due_on).as_str().into())],
        ),
        Act::Grant => texts.t("publicity-letter-granted"),
        Act::Partly => texts.t("publicity-letter-partly"),
        Act::Refuse => texts.t("publicity-letter-refused"),
        Act::Decide if request.state == State::Partly => texts.t("publicity-letter-decided-partly"),
        Act::Decide => texts.t("publicity-letter-decided"),
        Act::Route => texts.with(
            "publicity-letter-routed",
            &[("authority", doing.routed_to.as_str().into())],
        ),
        Act::Take | Act::Withdraw => String::new(),
    };
    said.push(body);
    if !doing.reasons.is_empty() {
        said.push(doing.reasons.clone());
    }
    if !doing.provision.is_empty() {
        said.push(texts.with(
            "publicity-letter-provision",
            &[("provision", doing.provision.as_str().into())],
        ));
    }
    Letter {
        language: doing.language.code().to_owned(),
        on: Some(visit.today()),
        heading: texts.t(&format!("publicity-letter-heading-{}", doing.act)),
        to: request.words.asker.clone(),
        paragraphs: said,
        remedies: match doing.act {
            Act::Refuse | Act::Partly => letter::to_decision(texts, profile),
            Act::Decide => letter::to_administrative_court(texts),
            _ => Vec::new(),
        },
        signer: visit.visitor().display_name.clone(),
    }
}
