//! The page of who answers for a client.

use polku_desk::{Client, DeskError, Read, SubjectId, Visit};
use polku_pages::{Markup, form::FormState, format, frame::Heading};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::{
    change::{self, Ended},
    input::{CareEndInput, CareInput},
    rules::CarePart,
    store,
    view::{self, CarePage},
};
use crate::clients::tabs;

/// Who answers, and a form for somebody more.
pub(super) async fn show(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let mut state = FormState::new();
    state.set("part", CarePart::Responsible.name());
    let page = page(&visit, &reader, client, &state).await?;
    let heading = view::heading(reader.texts, page.client, &page.name);
    Ok(reader.page("client-care-title", &heading, view::body(reader.texts, &page)))
}

/// Lets a coach answer.
pub(super) async fn begin(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Fields(form): Fields,
) -> Answer {
    let invalid = match change::begin(&visit, client, &CareInput::of_form(&form)).await {
        Ok(_) => return Ok(flash(&format!("/clients/{client}/care"), "client-care-begun")),
        Err(Failure::Invalid(invalid)) => invalid,
        Err(failure) => return Err(failure),
    };
    let state = Fields(form).with_errors(&reader, &invalid);
    let page = page(&visit, &reader, client, &state).await?;
    let heading = view::heading(reader.texts, page.client, &page.name);
    Ok(reader.page_to_mend(
        "client-care-title",
        &[],
        &heading,
        view::body(reader.texts, &page),
    ))
}

/// The form that ends somebody's answering.
pub(super) async fn ending(
    visit: AtDesk,
    reader: Reader,
    Path((client, engagement)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let mut state = FormState::new();
    state.set("until", format::date(visit.today()));
    let (heading, body) = ending_view(&visit, &reader, client, engagement, &state).await?;
    Ok(reader.page("client-care-title", &heading, body))
}

/// Ends somebody's answering.
pub(super) async fn end(
    visit: AtDesk,
    reader: Reader,
    Path((client, engagement)): Path<(SubjectId, Uuid)>,
    Fields(form): Fields,
) -> Answer {
    let invalid = match change::end(&visit, client, engagement, &CareEndInput::of_form(&form)).await {
        Ok(Ended::StillHere) => return Ok(flash(&format!("/clients/{client}/care"), "client-care-ended")),
        Ok(Ended::OwnIsOver) => return Ok(flash("/clients", "client-care-ended")),
        Err(Failure::Invalid(invalid)) => invalid,
        Err(failure) => return Err(failure),
    };
    let state = Fields(form).with_errors(&reader, &invalid);
    let (heading, body) = ending_view(&visit, &reader, client, engagement, &state).await?;
    Ok(reader.page_to_mend("client-care-title", &[], &heading, body))
}

async fn ending_view(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    engagement: Uuid,
    state: &FormState,
) -> Answer<(Heading, Markup)> {
    let grant = visit.open::<Client, Read>(client).await?;
    let known = store::all(&grant).await?;
    let one = known
        .iter()
        .find(|one| one.id == engagement)
        .ok_or(DeskError::Hidden)?;
    let client = grant.subject();
    let heading = Heading::new(reader.texts.t("client-care-end")).back(
        format!("/clients/{client}/care"),
        visit.name_of(client).unwrap_or_default(),
    );
    Ok((heading, view::end(reader.texts, client, one, state)))
}

async fn page<'a>(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    state: &'a FormState,
) -> Answer<CarePage<'a>> {
    let grant = visit.open::<Client, Read>(client).await?;
    Ok(CarePage {
        client: grant.subject(),
        name: visit.name_of(grant.subject()).unwrap_or_default(),
        today: visit.today(),
        engagements: store::all(&grant).await?,
        coaches: store::coaches(visit).await?,
        state,
        tabs: tabs::of(&grant, reader.texts, "/care"),
    })
}
