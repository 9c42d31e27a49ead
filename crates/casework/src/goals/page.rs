//! The pages of goals.

use polku_desk::{
    Client, DeskError, Granted, Read, SubjectId,
    access::{Action, Resource},
};
use polku_pages::{
    Texts,
    components::{Button, Notice},
    form::{Choice, FormState},
    format,
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Failure, Fields, InvalidField, Path, Reader, flash};
use uuid::Uuid;

use super::{
    change::{self, address},
    goal::Goal,
    goal_view::{self, GoalPage},
    input::GoalInput,
    kept, list_view, store,
};
use crate::{clients::tabs, diary, periods};

/// So many entries about a goal are offered as evidence.
const OFFERED: usize = 12;

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let goals = store::all(&grant).await?;
    let new = Button::link(
        format!("/clients/{}/goals/new", grant.subject()),
        reader.texts.t("goals-new"),
    );
    let may_write = may_write(&grant);
    let mut heading = heading(&grant, reader.texts);
    if may_write {
        heading = heading.action(new.key('n').main());
    }
    let body = html! {
        (tabs::of(&grant, reader.texts, "/goals"))
        (list_view::list(reader.texts, grant.subject(), &goals, may_write))
    };
    Ok(reader.page("goals-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let mut state = FormState::new();
    state.set("target", "5");
    let form = goal_view::new(
        reader.texts,
        grant.subject(),
        &periods_of(&grant, reader.texts).await?,
        &state,
    );
    Ok(reader.page("goals-new-title", &heading(&grant, reader.texts), form))
}

pub(super) async fn set(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: GoalInput = fields.read()?;
    match change::set(&visit, client, &input).await {
        Ok(_) => Ok(flash(&format!("/clients/{client}/goals"), "goals-set")),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let state = fields.with_errors(&reader, &invalid);
            let periods = periods_of(&grant, reader.texts).await?;
            let form = goal_view::new(reader.texts, client, &periods, &state);
            Ok(reader.page_to_mend("goals-new-title", &[], &heading(&grant, reader.texts), form))
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
    let page = goal_page(&grant, id).await?;
    let body = page.render(reader.texts, &FormState::new());
    Ok(reader.page("goals-goal-title", &heading(&grant, reader.texts), body))
}

pub(super) async fn edit(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let goal = store::one(&grant, id).await?;
    let periods = periods_of(&grant, reader.texts).await?;
    let form = goal_view::edit(
        reader.texts,
        grant.subject(),
        &goal,
        &periods,
        &goal_view::filled(&goal),
    );
    Ok(reader.page("goals-edit-title", &heading(&grant, reader.texts), form))
}

pub(super) async fn reword(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input: GoalInput = fields.read()?;
    let version = fields.0.value("version").parse();
    let seen = version.map_err(|_| Failure::Unreadable("the form lacks the version"))?;
    let (state, is_changed) = match change::reword(&visit, client, id, seen, &input).await {
        Ok(()) => return Ok(flash(&address(client, id), "goals-reworded")),
        Err(Failure::Invalid(invalid)) => (fields.with_errors(&reader, &invalid), false),
        Err(Failure::Desk(DeskError::Conflict)) => (fields.0, true),
        Err(failure) => return Err(failure),
    };
    let grant = visit.open::<Client, Read>(client).await?;
    let goal = store::one(&grant, id).await?;
    let periods = periods_of(&grant, reader.texts).await?;
    let body = html! {
        div.stack {
            @if is_changed {
                (Notice::warning(reader.texts.t("goals-changed-meanwhile")).more(goal_view::words(&goal)))
            }
            (goal_view::edit(reader.texts, grant.subject(), &goal, &periods, &state))
        }
    };
    Ok(reader.page_to_mend("goals-edit-title", &[], &heading(&grant, reader.texts), body))
}

/// The goal's page again with what was marked and what is to be mended.
pub(super) async fn mend(
    visit: &AtDesk,
    reader: &Reader,
    client: SubjectId,
    id: Uuid,
    fields: Fields,
    invalid: &[InvalidField],
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let page = goal_page(&grant, id).await?;
    let state = fields.with_errors(reader, invalid);
    let body = page.render(reader.texts, &state);
    Ok(reader.page_to_mend("goals-goal-title", &[], &heading(&grant, reader.texts), body))
}

async fn goal_page(grant: &Granted<'_, Client, Read>, id: Uuid) -> Answer<GoalPage> {
    let goal = store::one(grant, id).await?;
    let entries = if grant.may(Resource::Diary) {
        diary::about_goal(grant, id, OFFERED).await?
    } else {
        Vec::new()
    };
    Ok(GoalPage {
        events: store::events(grant, id).await?,
        goal,
        entries,
        client: grant.subject(),
        today: grant.visit().today(),
        may_write: may_write(grant),
    })
}

/// The client's periods to choose from.
async fn periods_of(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<Choice>> {
    if !grant.may(Resource::Service) {
        return Ok(Vec::new());
    }
    let choice = |period: &periods::Period| {
        let measure = texts.label(period.measure.labels());
        let dates = format::period(texts, period.starts_on, period.last_day());
        Choice::new(period.id.to_string(), format!("{measure}, {dates}"))
    };
    Ok(periods::all(grant).await?.iter().map(choice).collect())
}

fn heading(grant: &Granted<'_, Client, Read>, texts: Texts) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(texts.with("goals-heading", &[("name", name.as_str().into())]))
        .back(format!("/clients/{}", grant.subject()), name)
}

/// Whether the ground of this look lets the visitor set and mark goals as well.
pub(super) fn may_write(grant: &Granted<'_, Client, Read>) -> bool {
    grant.may_also(Action::Write, Resource::Goals)
}

/// What is known of a goal's state to those who only read its line.
pub(super) fn state_word(texts: Texts, goal: &Goal) -> String {
    texts.t(&format!("goals-state-{}", goal.state))
}
