//! What is done to instructions and teaching, by pages and programs alike.

use polku_desk::{DeskError, Visit};
use polku_web::{API, Answer, Failure, InvalidField};
use uuid::Uuid;

use super::{
    input::{InstructionInput, TrainingInput},
    store,
};

/// Writes an instruction; answers its id.
pub(super) async fn write(visit: &Visit, input: &InstructionInput) -> Answer<Uuid> {
    let new = input.check().map_err(Failure::Invalid)?;
    let id = visit.new_id();
    visit.will_create(format!("{API}/instructions/{id}"), 1);
    store::insert(visit, id, &new).await?;
    Ok(id)
}

/// Ends an instruction.
pub(super) async fn retire(visit: &Visit, id: Uuid) -> Answer<()> {
    let known = store::instructions(visit).await?;
    if !known.iter().any(|one| one.id == id) {
        return Err(DeskError::Hidden.into());
    }
    Ok(store::retire(visit, id).await?)
}

/// Enters that somebody was taught something.
pub(super) async fn teach(visit: &Visit, input: &TrainingInput) -> Answer<()> {
    let (workers, instructions) = (store::workers(visit).await?, store::instructions(visit).await?);
    let taught = input
        .check(&workers, &instructions, visit.today())
        .map_err(Failure::Invalid)?;
    store::teach(visit, taught).await.map_err(|error| match error {
        DeskError::Conflict => Failure::Invalid(vec![InvalidField {
            field: "given_on",
            key: "training-already",
        }]),
        other => other.into(),
    })
}
