//! The pages of agreements.

use jiff::civil::Date;
use polku_casework::{clients::tabs, keeping};
use polku_desk::{Client, DeskError, Granted, Operation, Read, SubjectId, link::LinkOpens};
use polku_pages::{
    Markup, Texts,
    components::{Button, Notice},
    form::FormState,
    frame::Heading,
    html,
};
use polku_profile::Activity;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::{
    TAB, address, change,
    editing::proposed,
    input::NewInput,
    kept,
    model::{Agreement, State},
    rules::Step,
    store, view,
};
use crate::{
    signing::{
        model::{Party, Signature, Stage},
        store as signing,
        view::Panel,
    },
    templates,
};

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let texts = reader.texts;
    let mut heading = all_heading(&grant, texts);
    if keeping::allows(&visit, Activity::MakeAgreements)? {
        let new = format!("/clients/{}/agreements/new", grant.subject());
        heading = heading.action(Button::link(new, texts.t("agreements-new")).key('n').main());
    }
    let tabs = tabs::of(&grant, texts, TAB);
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
pub(super) async fn shown(
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

/// Goes on, or shows the agreement as it is now with what could not be done.
pub(super) async fn settled(
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

pub(super) fn seen(fields: &Fields) -> Answer<i64> {
    let version = fields.0.value("version").parse();
    version.map_err(|_| Failure::Unreadable("the form lacks the version"))
}
