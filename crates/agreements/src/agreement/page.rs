//! The pages of agreements.

use jiff::civil::Date;
use polku_casework::{
    clients::tabs,
    drafts::{self, DraftKind, Slot},
    keeping,
};
use polku_desk::{Client, DeskError, Granted, Operation, Read, SubjectId, link::LinkOpens};
use polku_pages::{
    Markup, Texts,
    components::{Button, Confirmation, Notice},
    form::FormState,
    format,
    frame::Heading,
    html,
};
use polku_profile::Activity;
use polku_web::{
    Answer, AtDesk, Failure, Fields, IntoResponse, Mistake, Path, Query, Reader, Response, flash, header,
};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    TAB, address,
    change::{self, NotDone},
    input::{EndInput, NewInput, TermsInput},
    kept,
    model::{Agreement, State},
    rules::Step,
    store, view,
};
use crate::{
    signing::{
        model::{Party, Signature, Stage},
        print::{self, Signs, print},
        store as signing,
        view::Panel,
    },
    templates,
};

/// What the address of the form asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GoOn {
    /// The draft of one's own to go on with.
    draft: String,
}

/// What the address of a file asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// `shown` for the file as it was shown before it was signed.
    stage: String,
}

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let texts = reader.texts;
    let mut heading = all_heading(&grant, texts);
    if keeping::allows(&visit, Activity::MakeAgreements)? {
        let new = format!("/clients/{}/agreements/new", grant.subject());
        heading = heading.action(Button::link(new, texts.t("agreements-new")).key('n').main());
    }
    let tabs = tabs::of(&grant, texts, tabs::Place::Joined(TAB));
    let all = store::all(&grant).await?;
    let body = view::list(texts, grant.subject(), &all, &tabs, visit.today());
    Ok(reader.page("agreements-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let mut state = FormState::new();
    let language = polku_casework::clients::contact_language(&grant).await?;
    state.set("language", language.code());
    beginning(&grant, &reader, &state).await
}

async fn beginning(grant: &Granted<'_, Client, Read>, reader: &Reader, state: &FormState) -> Answer {
    kept(grant)?;
    let visit = grant.visit();
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let offered = templates::in_use(visit).await?;
    let body = view::new(reader.texts, grant.subject(), &offered, state);
    let heading = Heading::new(reader.texts.t("agreements-new")).back(
        format!("/clients/{}{TAB}", grant.subject()),
        reader.texts.t("agreements-title"),
    );
    Ok(if state.has_errors() {
        reader.page_to_mend("agreements-new", &[], &heading, body)
    } else {
        reader.page("agreements-new", &heading, body)
    })
}

pub(super) async fn begin(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: NewInput = fields.read()?;
    match change::begin(&visit, client, &input).await {
        Ok(id) => Ok(flash(
            &format!("{}/edit", address(client, id)),
            "agreements-begun",
        )),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let state = fields.with_errors(&reader, &invalid);
            beginning(&grant, &reader, &state).await
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let (heading, body) = shown(&grant, &reader, id, None).await?;
    Ok(reader.page("agreements-one-title", &heading, body))
}

/// The page of one; `failed` is the key of what could not be done.
async fn shown(
    grant: &Granted<'_, Client, Read>,
    reader: &Reader,
    id: Uuid,
    failed: Option<&'static str>,
) -> Answer<(Heading, Markup)> {
    kept(grant)?;
    let (visit, texts) = (grant.visit(), reader.texts);
    let agreement = store::one(grant, id).await?;
    let makes = keeping::allows(visit, Activity::MakeAgreements)?;
    let signatures = signing::signatures(grant, id).await?;
    let paper = signing::paper(grant, id, Stage::Shown).await?;
    let text = match &paper {
        Some(paper) => paper.words.text.clone(),
        None => change::wording(grant, &agreement).await?.text,
    };
    let link = match &paper {
        Some(paper) if agreement.state == State::Proposed => {
            grant.open_link(LinkOpens::Agreement, paper.id).await?
        }
        _ => None,
    };
    let panel = Panel {
        texts,
        client: grant.subject(),
        agreement: id,
        signatures: &signatures,
        link,
        is_open: makes && agreement.state == State::Proposed,
        today: visit.today(),
    };
    let body = html! {
        div.stack {
            @if let Some(key) = failed { (Notice::failed(texts.t(key))) }
            (view::one(texts, grant.subject(), &agreement, &text))
            @if agreement.state != State::Draft { (panel.render()) }
            @if makes { (view::steps(texts, grant.subject(), &agreement, signatures.is_empty())) }
        }
    };
    let heading = heading_with(grant, texts, &agreement, makes, &signatures);
    Ok((heading, body))
}

fn heading_with(
    grant: &Granted<'_, Client, Read>,
    texts: Texts,
    agreement: &Agreement,
    makes: bool,
    signatures: &[Signature],
) -> Heading {
    let here = address(grant.subject(), agreement.id);
    let mut heading = heading(grant, texts, agreement, grant.visit().today())
        .action(Button::link(format!("{here}/pdf"), texts.t("agreements-pdf")));
    let is_sealed = matches!(agreement.state, State::Signed | State::Ended | State::Replaced);
    if is_sealed && signing::has(signatures, Party::Organisation) {
        heading = heading.action(Button::link(format!("{here}/seal"), texts.t("agreements-seal")));
    }
    if makes && agreement.state == State::Draft {
        heading = heading.action(Button::link(format!("{here}/edit"), texts.t("common-edit")).key('e'));
    }
    heading
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
async fn proposed(
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

/// Proposes, takes back, or gives up.
pub(super) async fn turn(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let seen = seen(&fields)?;
    let (step, done) = match fields.0.value("state") {
        "proposed" => {
            let outcome = change::propose(&visit, client, id, seen).await;
            return proposed(&visit, &reader, (client, id), outcome).await;
        }
        "draft" => (Step::TakeBack, "agreements-taken-back"),
        "lapsed" => (Step::Lapse, "agreements-lapsed-done"),
        _ => return Err(Failure::Unreadable("the form names no state")),
    };
    let outcome = change::turn_back(&visit, client, id, seen, step).await;
    let outcome = outcome.map(|()| (address(client, id), done));
    settled(&visit, &reader, (client, id), outcome).await
}

/// The form by which a signed one ends.
pub(super) async fn ask_end(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let mut state = FormState::new();
    state.set("on", format::date(visit.today()));
    ending(&visit, &reader, client, id, state).await
}

async fn ending(
    visit: &AtDesk,
    reader: &Reader,
    client: SubjectId,
    id: Uuid,
    mut state: FormState,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    keeping::allowed(visit, Activity::MakeAgreements)?;
    let agreement = store::one(&grant, id).await?;
    if agreement.state != State::Signed {
        let (heading, body) = shown(&grant, reader, id, Some("agreements-not-signed")).await?;
        return Ok(reader.page_to_mend("agreements-one-title", &[], &heading, body));
    }
    state.set("version", agreement.version.to_string());
    let body = view::end(reader.texts, grant.subject(), &agreement, &state);
    let heading = heading(&grant, reader.texts, &agreement, visit.today());
    Ok(if state.has_errors() {
        reader.page_to_mend("agreements-end-title", &[], &heading, body)
    } else {
        reader.page("agreements-end-title", &heading, body)
    })
}

pub(super) async fn end(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: EndInput = fields.read()?;
    match change::end(&visit, client, id, seen(&fields)?, &input).await {
        Ok(()) => Ok(flash(&address(client, id), "agreements-ended-done")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            ending(&visit, &reader, client, id, state).await
        }
        Err(failure) => settled(&visit, &reader, (client, id), Err(failure)).await,
    }
}

/// Begins the one that takes the place of a signed one.
pub(super) async fn amend(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let outcome = change::amend(&visit, client, id).await;
    let outcome = outcome.map(|next| (format!("{}/edit", address(client, next)), "agreements-amending"));
    settled(&visit, &reader, (client, id), outcome).await
}

/// Asks before a draft is thrown away.
pub(super) async fn ask_discard(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let texts = reader.texts;
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    keeping::allowed(&visit, Activity::MakeAgreements)?;
    let agreement = store::one(&grant, id).await?;
    if agreement.state != State::Draft {
        let (heading, body) = shown(&grant, &reader, id, Some("agreements-no-draft")).await?;
        return Ok(reader.page_to_mend("agreements-one-title", &[], &heading, body));
    }
    let here = address(client, id);
    let confirmation = Confirmation::new(
        texts.t("agreements-discard-question"),
        format!("{here}/discard"),
        texts.t("agreements-discard"),
        here,
    )
    .danger()
    .field("version", agreement.version.to_string());
    let heading = heading(&grant, texts, &agreement, visit.today());
    Ok(reader.page("agreements-discard-title", &heading, confirmation.render(texts)))
}

pub(super) async fn discard(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let outcome = change::discard(&visit, client, id, seen(&fields)?).await;
    let outcome = outcome.map(|()| (format!("/clients/{client}{TAB}"), "agreements-discarded"));
    settled(&visit, &reader, (client, id), outcome).await
}

/// The file: of a draft as it would be, of others as it was shown or signed.
pub(super) async fn pdf(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let agreement = store::one(&grant, id).await?;
    grant.shown(&json!({ "printed": "agreement" }));
    let signed = match asked.stage.as_str() {
        "shown" => None,
        _ => signing::paper(&grant, id, Stage::Signed).await?,
    };
    let paper = match signed {
        Some(signed) => Some(signed),
        None => signing::paper(&grant, id, Stage::Shown).await?,
    };
    let file = if let Some(paper) = paper {
        paper.words.file()?
    } else {
        let wording = change::wording(&grant, &agreement).await?;
        print(&*visit.profile()?, id, &wording, &Signs::Draft, visit.now()).await?
    };
    Ok(print::answer(file, false))
}

/// The register's seal over the signed file, to be kept beside it.
pub(super) async fn seal(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer<Response> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    store::one(&grant, id).await?;
    grant.shown(&json!({ "printed": "agreement-seal" }));
    let paper = signing::paper(&grant, id, Stage::Signed)
        .await?
        .ok_or(DeskError::Hidden)?;
    Ok(seal_answer(paper.words.seal))
}

/// A seal as an answer.
pub(crate) fn seal_answer(seal: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"sopimus.note\"",
        ),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    (headers, seal).into_response()
}

/// Goes on, or shows the agreement as it is now with what could not be done.
async fn settled(
    visit: &AtDesk,
    reader: &Reader,
    (client, id): (SubjectId, Uuid),
    outcome: Answer<(String, &'static str)>,
) -> Answer {
    let key = match outcome {
        Ok((path, told)) => return Ok(flash(&path, told)),
        Err(Failure::Invalid(invalid)) => invalid.first().map(|invalid| invalid.key),
        Err(Failure::Desk(DeskError::Conflict)) => Some("agreements-changed-look"),
        Err(failure) => return Err(failure),
    };
    visit.settle().await?;
    let grant = visit.open::<Client, Read>(client).await?;
    let (heading, body) = shown(&grant, reader, id, key).await?;
    Ok(reader.page_to_mend("agreements-one-title", &[], &heading, body))
}

/// The heading of one.
pub(crate) fn heading<O: Operation>(
    grant: &Granted<'_, Client, O>,
    texts: Texts,
    agreement: &Agreement,
    today: Date,
) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(agreement.agreed.terms.title.as_str())
        .subtitle(name)
        .tag(view::tag(texts, agreement, today))
        .back(
            format!("/clients/{}{TAB}", grant.subject()),
            texts.t("agreements-title"),
        )
}

fn all_heading(grant: &Granted<'_, Client, Read>, texts: Texts) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(texts.with("agreements-heading", &[("name", name.as_str().into())]))
        .back(format!("/clients/{}", grant.subject()), name)
}

fn seen(fields: &Fields) -> Answer<i64> {
    let version = fields.0.value("version").parse();
    version.map_err(|_| Failure::Unreadable("the form lacks the version"))
}
