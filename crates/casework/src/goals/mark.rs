//! Marking progress and turns: from the client's page by one press, or from the goal's own.

use polku_desk::SubjectId;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::{
    change::{self, address},
    page,
};

pub(super) async fn progress(
    visit: AtDesk,
    reader: Reader,
    Path((client, goal)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    match change::progress(&visit, client, goal, &fields.read()?).await {
        Ok(()) => Ok(flash(&back(client, goal, &fields), "goals-progress-marked")),
        Err(Failure::Invalid(invalid)) => page::mend(&visit, &reader, client, goal, fields, &invalid).await,
        Err(failure) => Err(failure),
    }
}

pub(super) async fn state(
    visit: AtDesk,
    reader: Reader,
    Path((client, goal)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    match change::turn(&visit, client, goal, &fields.read()?).await {
        Ok(()) => Ok(flash(&address(client, goal), "goals-state-changed")),
        Err(Failure::Invalid(invalid)) => page::mend(&visit, &reader, client, goal, fields, &invalid).await,
        Err(failure) => Err(failure),
    }
}

/// Progress that was marked on the client's page leads back there.
fn back(client: SubjectId, goal: Uuid, fields: &Fields) -> String {
    if fields.0.value("back") == "client" {
        format!("/clients/{client}#goals")
    } else {
        address(client, goal)
    }
}
