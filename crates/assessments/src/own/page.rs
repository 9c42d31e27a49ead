//! The page on which the client answers, without signing in.

use axum::extract::State;
use polku_casework::links;
use polku_desk::{
    Client, DeskError, Read,
    access::{AccessSpec, Action, Resource},
    link::{LinkHolder, LinkOpens},
};
use polku_pages::{form::FormState, html};
use polku_web::{Answer, App, Failure, Fields, Path, Reader, Response, StatusCode, see_other};

use super::{store, view};
use crate::{
    assessment::{self, Answers, AnswersInput, OwnPart, OwnState, filled},
    instruments::{self, Definition},
};

/// The address as the log names it.
pub(super) const ROUTE: &str = "/answer/{token}";
/// What the holder reads.
const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::SelfAssessment]);
/// What the holder changes.
const WRITE: AccessSpec = AccessSpec::people(Action::Write, &[Resource::SelfAssessment]);

/// Where a link leads.
pub(super) fn address(token: &str) -> String {
    format!("/answer/{token}")
}

/// What waits for the client's answers.
struct Asked {
    own: OwnPart,
    definition: Definition,
}

pub(super) async fn show(
    State(app): State<App>,
    source: links::Source,
    reader: Reader,
    Path(token): Path<String>,
) -> Answer {
    let Some(holder) = links::held(&app, &token, LinkOpens::SelfAssessment, source).await? else {
        return Ok(gone(&reader));
    };
    match read(&app, &holder).await {
        Ok(asked) => {
            let state = filled(&asked.own.answers);
            Ok(page(
                &reader,
                &token,
                &asked,
                &state,
                view::Told::Nothing,
                StatusCode::OK,
            ))
        }
        Err(Failure::Desk(DeskError::Hidden)) => Ok(gone(&reader)),
        Err(failure) => Err(failure),
    }
}

/// Keeps half-done answers, or takes them as given.
pub(super) async fn save(
    State(app): State<App>,
    source: links::Source,
    reader: Reader,
    Path(token): Path<String>,
    fields: Fields,
) -> Answer {
    let Some(holder) = links::held(&app, &token, LinkOpens::SelfAssessment, source).await? else {
        // What was typed is shown once more: the client can read it to the worker or copy it.
        return Ok(unposted(&reader, &fields.0));
    };
    let asked = match read(&app, &holder).await {
        Err(Failure::Desk(DeskError::Hidden)) => return Ok(unposted(&reader, &fields.0)),
        other => other?,
    };
    let by_script = fields.0.has("do", "script");
    let answers = match AnswersInput::of_form(&fields.0).check(&asked.definition) {
        Ok(answers) => answers,
        Err(_) if by_script => return Ok(status(StatusCode::UNPROCESSABLE_ENTITY)),
        Err(wrong) => {
            let mut state = fields.0;
            for one in &wrong {
                state.error(&one.field, reader.texts.t(one.key));
            }
            return Ok(page(
                &reader,
                &token,
                &asked,
                &state,
                view::Told::Nothing,
                StatusCode::UNPROCESSABLE_ENTITY,
            ));
        }
    };
    let gives = fields.0.has("do", "give");
    if gives && !answers.has_any() {
        let told = view::Told::NothingAnswered;
        return Ok(page(
            &reader,
            &token,
            &asked,
            &fields.0,
            told,
            StatusCode::UNPROCESSABLE_ENTITY,
        ));
    }
    let seen = assessment_version(&fields.0);
    let own = OwnPart {
        version: seen,
        ..asked.own.clone()
    };
    let wanted = if gives { OwnState::Given } else { OwnState::Asked };
    match write(&app, &holder, &own, &answers, wanted).await {
        Ok(_) if gives => Ok(see_other("/answered")),
        Ok(version) if by_script => Ok(polku_web::EntityTag(version).on(status(StatusCode::NO_CONTENT))),
        Ok(_) => {
            let asked = read(&app, &holder).await?;
            Ok(page(
                &reader,
                &token,
                &asked,
                &filled(&answers),
                view::Told::Kept,
                StatusCode::OK,
            ))
        }
        Err(DeskError::Conflict) if by_script => Ok(status(StatusCode::CONFLICT)),
        Err(DeskError::Conflict) => {
            // Another device of the same client, perhaps: what it kept stands beside what was typed here.
            let asked = match read(&app, &holder).await {
                Err(Failure::Desk(DeskError::Hidden)) => return Ok(unposted(&reader, &fields.0)),
                other => other?,
            };
            Ok(page(
                &reader,
                &token,
                &asked,
                &fields.0,
                view::Told::Changed,
                StatusCode::UNPROCESSABLE_ENTITY,
            ))
        }
        Err(DeskError::Hidden) => Ok(unposted(&reader, &fields.0)),
        Err(error) => Err(error.into()),
    }
}

/// After the answers are given.
pub(super) async fn thanks(reader: Reader) -> Response {
    links::unlisted(reader.closed_page(
        "own-title",
        &[],
        &view::thanks_heading(reader.texts),
        view::thanks(reader.texts),
    ))
}

/// What the link opens; the look is in the log before it is shown.
async fn read(app: &App, holder: &LinkHolder) -> Answer<Asked> {
    let visit = app.desk.visit(holder.visitor.clone(), READ, ROUTE).await?;
    let grant = match visit.open::<Client, Read>(holder.subject).await {
        Ok(grant) => grant,
        Err(error) => {
            visit.settle().await?;
            return Err(error.into());
        }
    };
    let (own, edition) = store::linked(&grant, holder.target).await?;
    let edition = instruments::edition(&visit, &edition).await?;
    drop(grant);
    visit.settle().await?;
    if own.state == OwnState::Given {
        return Err(DeskError::Hidden.into());
    }
    Ok(Asked {
        own,
        definition: edition.definition,
    })
}

/// Stores answers; when they are given, the link dies in the same write.
async fn write(
    app: &App,
    holder: &LinkHolder,
    own: &OwnPart,
    answers: &Answers,
    wanted: OwnState,
) -> Result<i64, DeskError> {
    let visit = app.desk.visit(holder.visitor.clone(), WRITE, ROUTE).await?;
    let written = async {
        let grant = visit.open_for_change::<Client>(holder.subject).await?;
        let version = store::save(&grant, own, answers, wanted, visit.now()).await?;
        let what = if wanted == OwnState::Given {
            grant.use_up_link(LinkOpens::SelfAssessment).await?;
            "self-assessment-given"
        } else {
            "self-assessment-kept"
        };
        grant.commit(what, serde_json::json!({})).await?;
        Ok(version)
    }
    .await;
    visit.settle().await?;
    written
}

fn assessment_version(form: &FormState) -> i64 {
    assessment::seen(form).unwrap_or(0)
}

fn page(
    reader: &Reader,
    token: &str,
    asked: &Asked,
    state: &FormState,
    told: view::Told,
    status: StatusCode,
) -> Response {
    let heading = view::heading(reader.texts, &asked.definition);
    let body = view::form(
        reader.texts,
        &address(token),
        &asked.own,
        &asked.definition,
        state,
        told,
    );
    let mut response = reader.closed_page("own-title", assessment::SCRIPT, &heading, body);
    *response.status_mut() = status;
    links::unlisted(response)
}

/// The same to a link that was used, taken back, is too old, or never was.
fn gone(reader: &Reader) -> Response {
    let heading = view::gone_heading(reader.texts);
    let body = html! { p { (reader.texts.t("own-gone")) } };
    let mut response = reader.closed_page("own-title", &[], &heading, body);
    *response.status_mut() = StatusCode::NOT_FOUND;
    links::unlisted(response)
}

/// Answers that could not be taken any more, to be read.
fn unposted(reader: &Reader, typed: &FormState) -> Response {
    let heading = view::gone_heading(reader.texts);
    let body = view::unposted(reader.texts, typed);
    let mut response = reader.closed_page("own-title", &[], &heading, body);
    *response.status_mut() = StatusCode::NOT_FOUND;
    links::unlisted(response)
}

fn status(status: StatusCode) -> Response {
    polku_web::IntoResponse::into_response(status)
}
