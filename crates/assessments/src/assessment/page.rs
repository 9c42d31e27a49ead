//! The pages of a client's assessments.

use polku_casework::clients::tabs;
use polku_desk::{Client, DeskError, Granted, Read, SubjectId, access::Resource, link::LinkOpens};
use polku_pages::{
    Texts,
    components::{Button, Notice},
    form::FormState,
    frame::Heading,
    html,
};
use polku_web::{
    Answer, AtDesk, EntityTag, Failure, Fields, IntoResponse, Path, Reader, Response, StatusCode, flash,
};
use uuid::Uuid;

use super::{
    change::{self, OldEdition, Outcome, Wanted, address},
    form_view::{self, OpenForm},
    input::{AnswersInput, BeginInput, WrongAnswer, filled},
    kept, list_view,
    model::{Assessment, State},
    result_view::{self, Complete},
    rules, store,
};
use crate::instruments;

/// The script that keeps half-done answers.
pub(crate) const SCRIPT: &[&str] = &["js/answers.js"];

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let assessments = store::all(&grant).await?;
    let editions = instruments::by_id(&visit).await?;
    let texts = reader.texts;
    let new = Button::link(
        format!("/clients/{}/assessments/new", grant.subject()),
        texts.t("assessments-new"),
    );
    let heading = heading(&grant, texts)
        .action(Button::link(
            format!("/clients/{}/skills", grant.subject()),
            texts.t("skills-title"),
        ))
        .action(new.key('n').main());
    let body = html! {
        (tabs::of(&grant, texts, "/assessments"))
        (list_view::list(texts, grant.subject(), &assessments, &editions, visit.today()))
    };
    Ok(reader.page("assessments-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let form = beginning(&grant, &reader, &FormState::new()).await?;
    Ok(reader.page("assessments-new-title", &heading(&grant, reader.texts), form))
}

async fn beginning(
    grant: &Granted<'_, Client, Read>,
    reader: &Reader,
    state: &FormState,
) -> Answer<polku_pages::Markup> {
    let offered = instruments::offered(grant.visit()).await?;
    let assessments = store::all(grant).await?;
    Ok(form_view::begin(
        reader.texts,
        grant.subject(),
        &offered,
        &assessments,
        state,
    ))
}

pub(super) async fn begin(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: BeginInput = fields.read()?;
    match change::begin(&visit, client, &input).await {
        Ok(id) => Ok(flash(&address(client, id), "assessments-begun")),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            kept(&grant)?;
            let state = fields.with_errors(&reader, &invalid);
            let form = beginning(&grant, &reader, &state).await?;
            Ok(reader.page_to_mend("assessments-new-title", &[], &heading(&grant, reader.texts), form))
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
    kept(&grant)?;
    let assessment = store::one(&grant, id).await?;
    if assessment.state == State::Open {
        let state = filled(&assessment.answers);
        return form_page(&grant, &reader, assessment, state, Told::Nothing).await;
    }
    let all = store::all(&grant).await?;
    let editions = instruments::by_id(&visit).await?;
    let edition = editions
        .get(&assessment.edition)
        .ok_or(DeskError::Stored("edition"))?;
    let previous = rules::previous(&all, &assessment);
    let shown = Complete {
        client: grant.subject(),
        previous: previous.and_then(|one| Some((one, &editions.get(&one.edition)?.definition))),
        corrected_by: all.iter().find(|one| one.corrects == Some(id)),
        assessment: &assessment,
        edition,
        today: visit.today(),
    };
    let body = shown.render(reader.texts);
    let heading = result_view::heading(reader.texts, heading(&grant, reader.texts), &shown);
    Ok(reader.page("assessments-one-title", &heading, body))
}

/// What is told above a form.
enum Told {
    Nothing,
    /// Something stands in the way of completing; the answers are kept.
    NotYet(&'static str),
    /// Answers that do not fit; nothing was stored.
    Wrong(Vec<WrongAnswer>),
    /// Somebody stored other answers meanwhile.
    Changed,
}

async fn form_page(
    grant: &Granted<'_, Client, Read>,
    reader: &Reader,
    assessment: Assessment,
    mut state: FormState,
    told: Told,
) -> Answer {
    let (visit, texts) = (grant.visit(), reader.texts);
    let edition = instruments::edition(visit, &assessment.edition).await?;
    let all = store::all(grant).await?;
    let editions = instruments::by_id(visit).await?;
    let link = match &assessment.own {
        Some(own) if grant.may(Resource::SelfAssessment) => {
            grant.open_link(LinkOpens::SelfAssessment, own.id).await?
        }
        _ => None,
    };
    if let Told::Wrong(wrong) = &told {
        for one in wrong {
            state.error(&one.field, texts.t(one.key));
        }
    }
    let shown = OpenForm {
        client: grant.subject(),
        previous: rules::previous(&all, &assessment)
            .and_then(|one| Some((one, &editions.get(&one.edition)?.definition))),
        now: matches!(told, Told::Changed).then_some(&assessment.answers),
        asks_about_edition: matches!(told, Told::NotYet("assessments-edition-gone")),
        may_ask: grant.may(Resource::SelfAssessment),
        edition: &edition,
        assessment: &assessment,
        link,
        today: visit.today(),
    };
    let body = html! {
        div.stack {
            @match &told {
                Told::NotYet(key) => (Notice::warning(texts.t(key)).more(html! { p { (texts.t("assessments-answers-kept")) } })),
                Told::Changed => (Notice::warning(texts.t("assessments-changed-meanwhile"))),
                Told::Nothing | Told::Wrong(_) => {},
            }
            (shown.render(texts, &state))
        }
    };
    let heading = form_view::heading(texts, heading(grant, texts), &shown);
    Ok(match told {
        Told::Nothing => reader.page_with("assessments-one-title", SCRIPT, &heading, body),
        _ => reader.page_to_mend("assessments-one-title", SCRIPT, &heading, body),
    })
}

pub(super) async fn save(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input = AnswersInput::of_form(&fields.0);
    let old = if fields.0.has("old_edition", "on") {
        OldEdition::Accepted
    } else {
        OldEdition::Unasked
    };
    let wanted = if fields.0.has("do", "complete") {
        Wanted::Complete(old)
    } else {
        Wanted::Keep
    };
    let seen = seen(&fields.0)?;
    let told = match change::save(&visit, client, id, seen, &input, wanted).await {
        Ok(Outcome::Kept(_)) => return Ok(flash(&address(client, id), "assessments-kept")),
        Ok(Outcome::Completed) => return Ok(flash(&address(client, id), "assessments-completed")),
        Ok(Outcome::NotYet(_, key)) => Told::NotYet(key),
        Ok(Outcome::Wrong(wrong)) => Told::Wrong(wrong),
        Err(Failure::Desk(DeskError::Conflict)) => Told::Changed,
        Err(Failure::Invalid(invalid)) => Told::Wrong(
            invalid
                .iter()
                .map(|one| WrongAnswer {
                    field: one.field.to_owned(),
                    key: one.key,
                })
                .collect(),
        ),
        Err(failure) => return Err(failure),
    };
    visit.settle().await?;
    let grant = visit.open::<Client, Read>(client).await?;
    let assessment = store::one(&grant, id).await?;
    if assessment.state != State::Open {
        // Somebody completed it meanwhile: it does not change any more, and what was typed stands beside it.
        return completed_meanwhile(&grant, &reader, &assessment, &fields.0).await;
    }
    form_page(&grant, &reader, assessment, fields.0, told).await
}

/// The answers of a form that came too late, to be read and taken to a correction.
async fn completed_meanwhile(
    grant: &Granted<'_, Client, Read>,
    reader: &Reader,
    assessment: &Assessment,
    typed: &FormState,
) -> Answer {
    let edition = instruments::edition(grant.visit(), &assessment.edition).await?;
    let texts = reader.texts;
    let body = html! {
        div.stack {
            (Notice::warning(texts.t("assessments-completed-meanwhile")).more(html! {
                p { (Button::link(address(grant.subject(), assessment.id), texts.t("assessments-open-it"))) }
            }))
            (result_view::typed(texts, &edition.definition, &assessment.answers, typed))
        }
    };
    let heading = heading(grant, texts);
    Ok(reader.page_to_mend("assessments-one-title", &[], &heading, body))
}

/// Keeps half-done answers: for the page's script.
pub(super) async fn keep(
    visit: AtDesk,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input = AnswersInput::of_form(&fields.0);
    let seen = seen(&fields.0)?;
    kept_or_not(change::save(&visit, client, id, seen, &input, Wanted::Keep).await)
}

/// What a script is answered: the new version, or that it is not so simple.
pub(crate) fn kept_or_not(outcome: Answer<Outcome>) -> Answer {
    match outcome {
        Ok(Outcome::Kept(version) | Outcome::NotYet(version, _)) => {
            Ok(EntityTag(version).on(StatusCode::NO_CONTENT.into_response()))
        }
        Ok(Outcome::Completed) => Ok(StatusCode::NO_CONTENT.into_response()),
        Ok(Outcome::Wrong(_)) | Err(Failure::Invalid(_)) => {
            Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response())
        }
        Err(Failure::Desk(DeskError::Conflict)) => Ok(StatusCode::CONFLICT.into_response()),
        Err(failure) => Err(failure),
    }
}

pub(super) async fn correct(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let new = change::correct(&visit, client, id).await?;
    Ok(flash(&address(client, new), "assessments-correction-begun"))
}

pub(super) async fn discard(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer<Response> {
    change::discard(&visit, client, id).await?;
    Ok(flash(
        &format!("/clients/{client}/assessments"),
        "assessments-discarded",
    ))
}

/// The version that a form was opened at.
pub(crate) fn seen(form: &FormState) -> Answer<i64> {
    form.value("version")
        .parse()
        .map_err(|_| Failure::Unreadable("the form lacks the version"))
}

/// The heading of a client's pages of assessment.
pub(crate) fn heading(grant: &Granted<'_, Client, Read>, texts: Texts) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(texts.with("assessments-heading", &[("name", name.as_str().into())]))
        .back(format!("/clients/{}", grant.subject()), name)
}
