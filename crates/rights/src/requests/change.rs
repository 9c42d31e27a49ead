//! Receiving a request, and doing something to it.
//!
//! An answer that freezes the person's data does so in the write that enters the answer: nothing is half done.

use polku_desk::{Client, DeskError, Granted, SubjectId, Visit, Write, access::Role};
use polku_profile::{Activity, Profile};
use polku_web::{API, Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::{ActInput, Doing, RequestInput},
    kept,
    letters::Answering,
    rectification,
    request::{Act, EventWords, Kind, Request},
    rules::{self, Known},
    store,
};
use crate::{
    copies,
    restrictions::{self, restriction::Ground, restriction::RestrictionWords},
};

/// Enters a request; answers its id. Whoever works with the client may: no channel and no worker turns a request away.
pub(super) async fn receive(visit: &Visit, client: SubjectId, input: &RequestInput) -> Answer<Uuid> {
    kept(visit)?;
    let new = input.check(visit.today()).map_err(Failure::Invalid)?;
    let due_on = rules::due(&*visit.profile()?, new.received_on);
    let grant = visit.open_for_change::<Client>(client).await?;
    let id = store::insert(&grant, &new, due_on).await?;
    visit.will_create(format!("{API}{}", address(client, id)), 1);
    grant
        .commit("request-received", json!({ "request": id, "kind": new.kind }))
        .await?;
    Ok(id)
}

/// Whether the visitor answers requests in this register: the profile says which roles do, of those who see the register.
pub(crate) fn answers(visit: &Visit) -> Answer<bool> {
    let may = polku_casework::keeping::allows(visit, Activity::AnswerRequests)?;
    let sees_all = matches!(
        visit.role(),
        Role::DataProtectionOfficer | Role::MainUser | Role::ServiceManager
    );
    Ok(may && sees_all)
}

/// Does something to a request: at the version that was seen, or at whatever it is when none was.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen; [`Failure::Invalid`] with the reason when the act
/// does not follow.
pub(super) async fn act(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: Option<i64>,
    input: &ActInput,
) -> Answer<()> {
    kept(visit)?;
    let profile = visit.profile()?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let mut request = store::one(&grant, id).await?;
    if seen.is_some_and(|seen| seen != request.version) {
        return Err(DeskError::Conflict.into());
    }
    let doing = input.check(&profile, request.kind).map_err(Failure::Invalid)?;
    may_act(visit, request.kind, doing.act)?;
    check_ready(&grant, &profile, &request, &doing).await?;
    let known = Known {
        kind: request.kind,
        state: request.state,
        identity: request.identity,
    };
    let state = rules::after(known, doing.act).map_err(|why| invalid("act", why))?;
    if doing.act == Act::Extend {
        request.due_on = rules::extended(&profile, request.received_on, visit.today())
            .map_err(|why| invalid("act", why))?;
    }
    if doing.act == Act::Identify {
        request.identity = doing.identity;
        request.words.identity_note.clone_from(&doing.identity_note);
    }
    write_down(visit, &profile, &grant, &mut request, &doing).await?;
    request.state = state;
    request.closed_at = doing.act.closes().then(|| visit.now());
    let is_taken = !matches!(doing.act, Act::Identify | Act::Withdraw);
    store::update(&grant, &request, is_taken).await?;
    let place = (request.owner, id);
    store::enter(&grant, place, doing.act.event(), &EventWords::default()).await?;
    freeze(&grant, &request, &doing).await?;
    grant
        .commit(
            "request-acted",
            json!({ "request": id, "act": doing.act, "state": state }),
        )
        .await?;
    Ok(())
}

/// Whose business an act is: to make sure who asks and to take a request back is anyone's who works with the client (the
/// client takes their own back in the portal), the rest is for those who answer, and what freezes is for the data protection officer, whom alone a frozen person's data
/// opens to.
fn may_act(visit: &Visit, kind: Kind, act: Act) -> Answer<()> {
    if matches!(act, Act::Identify | Act::Withdraw) {
        return Ok(());
    }
    if !answers(visit)? {
        return Err(invalid("act", "requests-not-yours"));
    }
    let freezes = match kind {
        Kind::Restriction => matches!(act, Act::Grant | Act::Partly),
        Kind::Objection => !matches!(act, Act::Refuse | Act::Route | Act::Extend),
        _ => false,
    };
    if freezes && visit.role() != Role::DataProtectionOfficer {
        return Err(invalid("act", "requests-officer-only"));
    }
    Ok(())
}

/// What must be there before an answer of some kinds.
async fn check_ready(
    grant: &Granted<'_, Client, Write>,
    profile: &Profile,
    request: &Request,
    doing: &Doing,
) -> Answer<()> {
    let gives = matches!(doing.act, Act::Grant | Act::Partly);
    if gives && request.kind == Kind::Portability {
        copies::portable::parts(profile, grant.visit().today()).map_err(|why| invalid("act", why))?;
    }
    if gives && request.kind.needs_copy() && !copies::is_ready(grant, request.id).await? {
        return Err(invalid("act", "requests-copy-first"));
    }
    if request.kind == Kind::Rectification {
        let items = rectification::items(grant, request.id).await?;
        rules::rectified(rectification::counted(&items), doing.act).map_err(|why| invalid("act", why))?;
    }
    Ok(())
}

async fn write_down(
    visit: &Visit,
    profile: &Profile,
    grant: &Granted<'_, Client, Write>,
    request: &mut Request,
    doing: &Doing,
) -> Answer<()> {
    if doing.act.closes() {
        request.words.reasons.clone_from(&doing.reasons);
        request.words.routed_to.clone_from(&doing.routed_to);
        request.words.fee = doing.fee;
    }
    if doing.act.writes() {
        let (identity, _) = grant.identity().await?;
        let letter = Answering {
            profile,
            request,
            act: doing.act,
            to: format!("{} {}", identity.first_names, identity.last_name)
                .trim()
                .to_owned(),
            signer: visit.visitor().display_name.clone(),
            today: visit.today(),
            due_on: request.due_on,
            reasons: &doing.reasons,
            routed_to: &doing.routed_to,
            fee: doing.fee,
        }
        .write(doing.language);
        request.words.letters.push(letter);
    }
    Ok(())
}

/// Restriction is granted by freezing; an objection freezes while it is weighed (GDPR 18.1 d).
async fn freeze(grant: &Granted<'_, Client, Write>, request: &Request, doing: &Doing) -> Answer<()> {
    let ground = match (request.kind, doing.act) {
        (Kind::Objection, Act::Take) => Some(Ground::Objection),
        (Kind::Restriction, Act::Grant | Act::Partly) => doing.ground,
        _ => None,
    };
    let Some(ground) = ground else { return Ok(()) };
    let is_weighed_already = restrictions::store::all(grant)
        .await?
        .iter()
        .any(|one| one.request == Some(request.id));
    if is_weighed_already {
        return Ok(());
    }
    let words = RestrictionWords {
        scope: request.words.asked.clone(),
        reasons: doing.reasons.clone(),
        ..RestrictionWords::default()
    };
    restrictions::store::set(grant, Some(request.id), ground, &words).await?;
    let place = (request.owner, request.id);
    let note = EventWords {
        note: ground.point().to_owned(),
        ..EventWords::default()
    };
    store::enter(grant, place, super::request::EventKind::Restricted, &note).await?;
    Ok(())
}

/// Where a request is found.
pub(crate) fn address(client: SubjectId, request: Uuid) -> String {
    format!("/clients/{client}/requests/{request}")
}

pub(crate) fn invalid(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}
