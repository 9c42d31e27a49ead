//! What is done to agreements: begun from the record, written, proposed, taken back, ended, amended.

use polku_casework::{
    clients,
    drafts::{self, DraftKind},
    keeping, told,
};
use polku_desk::{Client, DeskError, Granted, Operation, Read, SubjectId, Visit};
use polku_profile::Activity;
use polku_values::InterfaceLanguage;
use polku_web::{API, Answer, Failure, InvalidField, Mistake};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::{self, EndInput, NewInput, TermsInput},
    kept,
    model::{Agreed, Agreement, State, Terms},
    rules::{self, Signed, Step},
    store::{self, New},
};
use crate::{
    signing::{
        model::{Signature, Stage, Wording},
        print::{Signs, print, texts_of},
        store as signing,
    },
    templates::{
        self,
        placeholder::{self, Placeholder, Values},
    },
};

/// Why something is not done.
pub(crate) enum NotDone {
    /// There is something to mend in what is agreed on.
    Mistakes(Vec<Mistake>),
    /// Anything else.
    Failure(Failure),
}

impl From<Failure> for NotDone {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<DeskError> for NotDone {
    fn from(error: DeskError) -> Self {
        Self::Failure(error.into())
    }
}

impl From<NotDone> for Failure {
    fn from(why: NotDone) -> Self {
        match why {
            NotDone::Mistakes(mistakes) => Self::Mistaken(mistakes),
            NotDone::Failure(failure) => failure,
        }
    }
}

/// Begins an agreement from a template, filled from the record, in the client's contact language unless another is
/// asked for; answers its id.
pub(super) async fn begin(visit: &Visit, client: SubjectId, input: &NewInput) -> Answer<Uuid> {
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let (template, language) = input.check().map_err(Failure::Invalid)?;
    let in_use = templates::in_use(visit).await?;
    let template = in_use.into_iter().find(|one| one.id == template);
    let template = template.ok_or_else(|| not("template", "agreements-template-unknown"))?;
    let (language, agreed) = {
        let grant = visit.open::<Client, Read>(client).await?;
        kept(&grant)?;
        let language = match language {
            Some(language) => language,
            None => clients::contact_language(&grant).await?,
        };
        let mut agreed = from_record(&grant, language).await?;
        template
            .content
            .title
            .of(language)
            .clone_into(&mut agreed.terms.title);
        template
            .content
            .text
            .of(language)
            .clone_into(&mut agreed.terms.text);
        (language, agreed)
    };
    visit.settle().await?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let new = New {
        template: &template.id,
        language,
        agreed: &agreed,
        amends: None,
    };
    let id = store::insert(&grant, &new).await?;
    visit.will_create(format!("{API}{}", super::address(client, id)), 1);
    let told = json!({ "agreement": id, "template": template.id });
    grant.commit("agreement-begun", told).await?;
    Ok(id)
}

/// What the record has now.
pub(super) async fn from_record(
    grant: &Granted<'_, Client, Read>,
    language: InterfaceLanguage,
) -> Answer<Agreed> {
    let visit = grant.visit();
    let terms = told::terms(grant, texts_of(language)).await?;
    let mut values = Values::new();
    values.insert(Placeholder::Goals, terms.goals.join("\n"));
    values.insert(Placeholder::ResponsibleWorker, terms.responsible.join(", "));
    let (mut starts_on, mut ends_on) = (visit.today(), None);
    if let Some(period) = terms.period {
        (starts_on, ends_on) = (period.from, period.until);
        values.insert(Placeholder::Service, period.service);
        values.insert(Placeholder::Place, period.place);
        values.insert(Placeholder::WeeklySchedule, period.week);
    }
    Ok(Agreed {
        starts_on,
        ends_on,
        terms: Terms {
            values,
            ..Terms::default()
        },
    })
}

/// Writes a draft further; what was kept of it while it was typed goes in the same write.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen, or no draft any more.
pub(super) async fn save(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &TermsInput,
    kept_as: Option<Uuid>,
) -> Result<(), NotDone> {
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let stored = store::one(&grant, id).await?;
    let agreed = input.check(visit.today()).map_err(NotDone::Mistakes)?;
    if stored.version != seen || stored.state != State::Draft {
        return Err(DeskError::Conflict.into());
    }
    store::write(&grant, &stored, &agreed).await?;
    if let Some(draft) = kept_as {
        drafts::finish(&grant, draft).await?;
    }
    grant
        .commit("agreement-written", json!({ "agreement": id }))
        .await?;
    Ok(())
}

/// What a draft would be printed as.
pub(super) async fn wording<O: Operation>(
    grant: &Granted<'_, Client, O>,
    agreement: &Agreement,
) -> Answer<Wording> {
    let profile = grant.visit().profile()?;
    let (identity, _) = grant.identity().await?;
    let language = agreement.language;
    let values = agreement.agreed.values(&identity, &profile, language);
    let terms = &agreement.agreed.terms;
    let text = placeholder::filled(&terms.text, &values)
        .map_err(|_| Failure::Internal("a stored agreement has an unknown field".to_owned()))?;
    let texts = texts_of(language);
    let mut facts = vec![(
        texts.t("agreements-party-client"),
        values[&Placeholder::ClientName].clone(),
    )];
    let period = polku_pages::format::period(texts, agreement.agreed.starts_on, agreement.agreed.ends_on);
    facts.push((texts.t("agreements-period"), period));
    if agreement.amends.is_some() {
        facts.push((texts.t("agreements-amends"), texts.t("agreements-amends-what")));
    }
    Ok(Wording {
        title: terms.title.clone(),
        text,
        facts,
        client_name: values[&Placeholder::ClientName].clone(),
        organisation: values[&Placeholder::Organisation].clone(),
        language,
    })
}

/// Shows a draft to those who sign it: its paper is made, and does not change from then on.
///
/// # Errors
/// The fields that the text uses and that are empty; [`DeskError::Conflict`] when somebody changed it first.
pub(super) async fn propose(visit: &Visit, client: SubjectId, id: Uuid, seen: i64) -> Result<(), NotDone> {
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let (wording, file) = {
        let grant = visit.open::<Client, Read>(client).await?;
        kept(&grant)?;
        let agreement = store::one(&grant, id).await?;
        at_version(&agreement, seen)?;
        rules::step(agreement.state, Step::Propose, Signed::Nobody).map_err(|key| not("state", key))?;
        let (identity, _) = grant.identity().await?;
        let profile = visit.profile()?;
        let values = agreement.agreed.values(&identity, &profile, agreement.language);
        let lacking = input::lacking(&agreement.agreed.terms.text, &values);
        if !lacking.is_empty() {
            return Err(NotDone::Mistakes(lacking));
        }
        let wording = wording(&grant, &agreement).await?;
        let file = print(&profile, id, &wording, &Signs::Waiting, visit.now()).await?;
        (wording, file)
    };
    visit.settle().await?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let agreement = store::one(&grant, id).await?;
    at_version(&agreement, seen)?;
    let to = rules::step(agreement.state, Step::Propose, Signed::Nobody).map_err(|key| not("state", key))?;
    let words = wording.printed(&file, String::new());
    signing::insert_paper(&grant, agreement.owner, id, Stage::Shown, &words).await?;
    store::turn(&grant, &agreement, to, None).await?;
    grant
        .commit("agreement-proposed", json!({ "agreement": id }))
        .await?;
    Ok(())
}

/// Takes a proposed one back to be written further, or gives it up.
pub(super) async fn turn_back(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    step: Step,
) -> Answer<()> {
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let agreement = store::one(&grant, id).await?;
    at_version(&agreement, seen)?;
    let signatures = signing::signatures(&grant, id).await?;
    let to = rules::step(agreement.state, step, signed(&signatures)).map_err(|key| not("state", key))?;
    let paper = signing::paper(&grant, id, Stage::Shown).await?;
    if let Some(paper) = &paper {
        grant
            .revoke_links(paper.owner, polku_desk::link::LinkOpens::Agreement, paper.id)
            .await?;
        if to == State::Draft {
            signing::take_back(&grant, paper).await?;
        }
    }
    store::turn(&grant, &agreement, to, None).await?;
    let what = if to == State::Draft {
        "agreement-taken-back"
    } else {
        "agreement-lapsed"
    };
    Ok(grant.commit(what, json!({ "agreement": id })).await?)
}

/// Ends a signed one before its last day.
pub(super) async fn end(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &EndInput,
) -> Answer<()> {
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let agreement = store::one(&grant, id).await?;
    at_version(&agreement, seen)?;
    let to = rules::step(agreement.state, Step::End, Signed::Both).map_err(|key| not("reason", key))?;
    let ending = input
        .check(&agreement.agreed, visit.today())
        .map_err(Failure::Invalid)?;
    store::turn(&grant, &agreement, to, Some(ending)).await?;
    Ok(grant
        .commit("agreement-ended", json!({ "agreement": id }))
        .await?)
}

/// Begins one that takes the place of a signed one, with what that says; answers its id.
pub(super) async fn amend(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<Uuid> {
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let amended = store::one(&grant, id).await?;
    let next = amended.amended_by.map(|(_, state)| state);
    rules::may_amend(amended.state, next).map_err(|key| not("state", key))?;
    let mut agreed = amended.agreed.clone();
    agreed.starts_on = agreed.starts_on.max(visit.today());
    agreed.ends_on = agreed.ends_on.filter(|last| *last >= agreed.starts_on);
    let new = New {
        template: &amended.template,
        language: amended.language,
        agreed: &agreed,
        amends: Some(&amended),
    };
    let next = store::insert(&grant, &new).await?;
    visit.will_create(format!("{API}{}", super::address(client, next)), 1);
    let told = json!({ "agreement": next, "amends": id });
    grant.commit("agreement-amendment-begun", told).await?;
    Ok(next)
}

/// Throws a draft away.
pub(super) async fn discard(visit: &Visit, client: SubjectId, id: Uuid, seen: i64) -> Answer<()> {
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    let agreement = store::one(&grant, id).await?;
    if agreement.state != State::Draft {
        return Err(not("state", "agreements-no-draft"));
    }
    store::delete(&grant, agreement.owner, id, seen).await?;
    drafts::forget(&grant, DraftKind::Agreement, id).await?;
    Ok(grant
        .commit("agreement-discarded", json!({ "agreement": id }))
        .await?)
}

/// Who has signed.
pub(super) fn signed(signatures: &[Signature]) -> Signed {
    match signatures.len() {
        0 => Signed::Nobody,
        1 => Signed::One,
        _ => Signed::Both,
    }
}

fn at_version(agreement: &Agreement, seen: i64) -> Answer<()> {
    if agreement.version == seen {
        Ok(())
    } else {
        Err(DeskError::Conflict.into())
    }
}

fn not(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}
