//! The form of a draft: as it is stored, as it was typed, and as it is to be mended.

use polku_casework::{
    drafts::{self, DraftKind, Slot},
    keeping,
};
use polku_desk::{Client, DeskError, Granted, Read, SubjectId};
use polku_pages::{Markup, Texts, components::Notice, form::FormState, html};
use polku_profile::Activity;
use polku_web::{Answer, AtDesk, Failure, Fields, Mistake, Path, Query, Reader, flash};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    address,
    change::{self, NotDone},
    input::TermsInput,
    kept,
    model::State,
    page::{heading, seen, settled, shown},
    store, view,
};

/// What the address of the form asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GoOn {
    /// The draft of one's own to go on with.
    draft: String,
}

pub(super) async fn edit(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    Query(asked): Query<GoOn>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let writing = Writing::begun(&grant, reader.texts, id, asked.draft.parse().ok()).await?;
    editing(&grant, &reader, id, writing).await
}

/// The form of a draft as it is shown: as it is stored, or with what was typed and what is to be mended in it.
struct Writing {
    /// Where what is typed is kept.
    slot: Slot,
    /// Other drafts of one's own of the same.
    others: Markup,
    typed: Option<FormState>,
    mistakes: Vec<Mistake>,
    /// The key of what to say when somebody else has stored another.
    changed: Option<&'static str>,
}

impl Writing {
    /// With what one has typed before, and not stored.
    async fn begun(
        grant: &Granted<'_, Client, Read>,
        texts: Texts,
        id: Uuid,
        chosen: Option<Uuid>,
    ) -> Answer<Self> {
        let offer = drafts::offer(grant, DraftKind::Agreement, Some(id), chosen).await?;
        let here = format!("{}/edit", address(grant.subject(), id));
        Ok(Self {
            others: offer.others(texts, grant.visit().today(), &here),
            slot: offer.slot,
            typed: offer.typed,
            mistakes: Vec::new(),
            changed: None,
        })
    }

    /// With what was sent.
    fn sent(grant: &Granted<'_, Client, Read>, id: Uuid, typed: FormState) -> Self {
        let fresh = grant.visit().new_id();
        Self {
            slot: Slot::of_form(grant.subject(), DraftKind::Agreement, Some(id), &typed, fresh),
            others: html! {},
            typed: Some(typed),
            mistakes: Vec::new(),
            changed: None,
        }
    }
}

async fn editing(grant: &Granted<'_, Client, Read>, reader: &Reader, id: Uuid, writing: Writing) -> Answer {
    kept(grant)?;
    let (visit, texts) = (grant.visit(), reader.texts);
    let Writing {
        slot,
        others,
        typed,
        mistakes,
        changed,
    } = writing;
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let agreement = store::one(grant, id).await?;
    if agreement.state != State::Draft {
        let (heading, body) = shown(grant, reader, id, Some("agreements-no-draft")).await?;
        let body = html! {
            (body)
            @if let Some(typed) = &typed { (view::typed_beside(texts, typed)) }
            (slot.alone(texts))
        };
        return Ok(reader.page_to_mend("agreements-one-title", &[], &heading, body));
    }
    let is_mended = changed.is_some() || !mistakes.is_empty();
    let mut state = typed.unwrap_or_else(|| view::filled(&agreement));
    if changed.is_some() || state.value("version").is_empty() {
        state.set("version", agreement.version.to_string());
    }
    for mistake in &mistakes {
        state.error(mistake.field, mistake.words(texts));
    }
    let record = change::from_record(grant, agreement.language).await?;
    let editor = view::Editor {
        texts,
        today: visit.today(),
        client: grant.subject(),
        agreement: &agreement,
        state: &state,
        slot: &slot,
        record: &record,
    };
    let body = html! {
        @if let Some(key) = changed { (Notice::warning(texts.with(key, &[("name", agreement.author_name.as_str().into())]))) }
        (others)
        div.stack {
            @if changed.is_some() { (view::stored_now(texts, &agreement)) }
            (editor.render())
        }
    };
    let heading = heading(grant, texts, &agreement, visit.today());
    Ok(if is_mended {
        reader.page_to_mend("agreements-edit-title", &[], &heading, body)
    } else {
        reader.page("agreements-edit-title", &heading, body)
    })
}

pub(super) async fn save(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: TermsInput = fields.read()?;
    let seen = seen(&fields)?;
    let kept_as = fields.0.value("draft").parse().ok();
    let (mistakes, changed) = match change::save(&visit, client, id, seen, &input, kept_as).await {
        Ok(()) if fields.0.has("then", "propose") => {
            visit.settle().await?;
            let outcome = change::propose(&visit, client, id, seen + 1).await;
            return proposed(&visit, &reader, (client, id), outcome).await;
        }
        Ok(()) => return Ok(flash(&address(client, id), "agreements-saved")),
        Err(NotDone::Mistakes(mistakes)) => (mistakes, None),
        Err(NotDone::Failure(Failure::Desk(DeskError::Conflict))) => {
            (Vec::new(), Some("agreements-changed-meanwhile"))
        }
        Err(NotDone::Failure(failure)) => return Err(failure),
    };
    let grant = visit.open::<Client, Read>(client).await?;
    let writing = Writing {
        mistakes,
        changed,
        ..Writing::sent(&grant, id, fields.0)
    };
    editing(&grant, &reader, id, writing).await
}

/// Goes on after a draft was proposed, or shows its form with what it lacks.
pub(super) async fn proposed(
    visit: &AtDesk,
    reader: &Reader,
    (client, id): (SubjectId, Uuid),
    outcome: Result<(), NotDone>,
) -> Answer {
    match outcome {
        Ok(()) => Ok(flash(&address(client, id), "agreements-proposed")),
        Err(NotDone::Mistakes(mistakes)) => {
            visit.settle().await?;
            let grant = visit.open::<Client, Read>(client).await?;
            let writing = Writing {
                mistakes,
                ..Writing::begun(&grant, reader.texts, id, None).await?
            };
            editing(&grant, reader, id, writing).await
        }
        Err(NotDone::Failure(failure)) => settled(visit, reader, (client, id), Err(failure)).await,
    }
}
