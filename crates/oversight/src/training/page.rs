//! The page of training.

use polku_pages::{form::FormState, frame::Heading};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::{
    KEEP, change, store,
    view::{self, Mending, TrainingPage},
};

const ADDRESS: &str = "/admin/training";

pub(super) async fn show(visit: AtDesk, reader: Reader) -> Answer {
    let body = body(&visit, &reader, None).await?;
    Ok(reader.page("training-title", &heading(&reader), body))
}

pub(super) async fn write(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match change::write(&visit, &fields.read()?).await {
        Ok(_) => Ok(flash(ADDRESS, "training-written")),
        Err(failure) => mend(&visit, &reader, fields, failure, Mending::Instruction).await,
    }
}

pub(super) async fn teach(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match change::teach(&visit, &fields.read()?).await {
        Ok(()) => Ok(flash(ADDRESS, "training-given")),
        Err(failure) => mend(&visit, &reader, fields, failure, Mending::Training).await,
    }
}

pub(super) async fn retire(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    change::retire(&visit, id).await?;
    Ok(flash(ADDRESS, "training-retired"))
}

async fn mend(visit: &AtDesk, reader: &Reader, fields: Fields, failure: Failure, mending: Mending) -> Answer {
    let Failure::Invalid(invalid) = failure else {
        return Err(failure);
    };
    let state = fields.with_errors(reader, &invalid);
    let body = body(visit, reader, Some((mending, &state))).await?;
    Ok(reader.page_to_mend("training-title", &[], &heading(reader), body))
}

async fn body(
    visit: &AtDesk,
    reader: &Reader,
    mending: Option<(Mending, &FormState)>,
) -> Answer<polku_pages::Markup> {
    let page = TrainingPage {
        instructions: store::instructions(visit).await?,
        workers: store::workers(visit).await?,
        taught: store::taught(visit).await?,
        keeps: KEEP.admits(visit.role()),
        mending,
        today: visit.today(),
    };
    Ok(view::render(reader.texts, &page))
}

fn heading(reader: &Reader) -> Heading {
    Heading::new(reader.texts.t("training-title")).subtitle(reader.texts.t("training-what"))
}
