//! The pages of secondary use.

use polku_pages::{components::Button, form::FormState, format, frame::Heading};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash, flash_warning};
use uuid::Uuid;

use super::{
    DECIDE, MAKE,
    change::{self, address},
    store, view,
};

pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let mut heading = Heading::new(texts.t("secondary-use-title")).subtitle(texts.t("secondary-use-what"));
    if DECIDE.admits(visit.role()) {
        heading = heading.action(Button::link("/secondary-use/new", texts.t("secondary-use-new")).main());
    }
    let all = store::all(&visit).await?;
    let body = view::list(texts, &all, DECIDE.admits(visit.role()), visit.today());
    Ok(reader.page("secondary-use-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader) -> Answer {
    let mut state = FormState::new();
    state.set("decided_on", format::date(visit.today()));
    let form = view::form(reader.texts, &*visit.profile()?, &state);
    Ok(reader.page("secondary-use-new", &heading(&reader, "secondary-use-new"), form))
}

pub(super) async fn enter(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match change::enter(&visit, &fields.read()?).await {
        Ok(id) => Ok(flash(&address(id), "secondary-use-entered")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            let form = view::form(reader.texts, &*visit.profile()?, &state);
            let heading = heading(&reader, "secondary-use-new");
            Ok(reader.page_to_mend("secondary-use-new", &[], &heading, form))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(id): Path<Uuid>) -> Answer {
    let one = store::one(&visit, id).await?;
    let shown = view::Shown {
        texts: reader.texts,
        decision: &one,
        extracts: &store::extracts(&visit, id).await?,
        decides: DECIDE.admits(visit.role()),
        makes: MAKE.admits(visit.role()),
        today: visit.today(),
        now: visit.now(),
    };
    let back = reader.texts.t("secondary-use-title");
    let heading = Heading::new(&one.new.title).back("/secondary-use", back);
    Ok(reader.page("secondary-use-one", &heading, shown.render()))
}

pub(super) async fn end(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    store::one(&visit, id).await?;
    match store::end(&visit, id).await {
        Ok(()) => Ok(flash(&address(id), "secondary-use-ended")),
        Err(error) => Ok(flash_warning(&address(id), change::refused(error.into())?)),
    }
}

pub(super) async fn make(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    match change::make(&visit, id).await {
        Ok(_) => Ok(flash(&address(id), "secondary-use-asked")),
        Err(failure) => Ok(flash_warning(&address(id), change::refused(failure)?)),
    }
}

pub(super) async fn fetch(visit: AtDesk, Path((id, extract)): Path<(Uuid, Uuid)>) -> Answer {
    match change::fetch(&visit, id, extract).await {
        Ok(file) => Ok(file),
        Err(failure) => Ok(flash_warning(&address(id), change::refused(failure)?)),
    }
}

fn heading(reader: &Reader, key: &str) -> Heading {
    Heading::new(reader.texts.t(key)).back("/secondary-use", reader.texts.t("secondary-use-title"))
}
