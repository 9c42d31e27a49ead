//! The pages of photographs.

use polku_desk::{SubjectId, Visit};
use polku_documents::pictures::{self, Sending};
use polku_pages::{components::Button, form::FormState, format, frame::Heading};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash, flash_warning};
use uuid::Uuid;

use super::{
    ADMIT, DESTROY, WRITE,
    change::{self, address, looking},
    input::PhotoInput,
    kept, store, view,
};
use crate::consents::{consent::Kind, statements};

pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    let all = store::all(&visit).await?;
    kept(&visit)?;
    let texts = reader.texts;
    let admits = ADMIT.admits(visit.role());
    let mut heading = Heading::new(texts.t("photos-title")).subtitle(texts.t("photos-what"));
    if admits {
        heading = heading.action(Button::link("/photos/new", texts.t("photos-new")).main());
    }
    let body = view::list(texts, &all, admits, visit.today());
    Ok(reader.page("photos-title", &heading, body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader) -> Answer {
    kept(&visit)?;
    Ok(asking(&reader, &FormState::new()))
}

fn asking(reader: &Reader, state: &FormState) -> polku_web::Response {
    let texts = reader.texts;
    let heading = Heading::new(texts.t("photos-new")).back("/photos", texts.t("photos-title"));
    let body = view::new_form(texts, state);
    if state.has_errors() {
        reader.page_to_mend("photos-new", &["js/files.js"], &heading, body)
    } else {
        reader.page_with("photos-new", &["js/files.js"], &heading, body)
    }
}

pub(super) async fn add(visit: AtDesk, reader: Reader, sending: Sending) -> Answer {
    kept(&visit)?;
    let (subject, reception) = visit.expect_unnamed().await?;
    let (form, picture) = pictures::receive(sending, &reception).await?;
    let fields = Fields(form);
    let about = fields.read::<PhotoInput>()?.check(visit.today());
    let (picture, about) = match (picture, about) {
        (Ok(picture), Ok(about)) => (picture, about),
        (picture, about) => {
            let mut state = fields.with_errors(&reader, &about.err().unwrap_or_default());
            if let Err(key) = picture {
                state.error("file", reader.texts.t(key));
            }
            return Ok(asking(&reader, &state));
        }
    };
    change::add(&visit, subject, picture, Some(&about)).await?;
    Ok(flash(&address(subject), "photos-added"))
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(photo): Path<SubjectId>) -> Answer {
    showing(&visit, &reader, photo, &FormState::new()).await
}

async fn showing(visit: &AtDesk, reader: &Reader, subject: SubjectId, state: &FormState) -> Answer {
    let grant = looking(visit, subject).await?;
    let photo = store::one(&grant).await?;
    let texts = reader.texts;
    let shown = view::Shown {
        texts,
        photo: &photo,
        uses: &store::uses(&grant).await?,
        others: &store::others(&grant).await?,
        clients: &store::clients(visit, subject).await?,
        statement: &statements::offered(visit, Kind::Photo).await?,
        state,
        writes: WRITE.admits(visit.role()),
        destroys: DESTROY.admits(visit.role()),
        today: visit.today(),
    };
    let title = view::title(texts, &photo);
    let heading = Heading::new(title).back("/photos", texts.t("photos-title"));
    Ok(if state.has_errors() {
        reader.page_to_mend("photos-one", &[], &heading, shown.render())
    } else {
        reader.page("photos-one", &heading, shown.render())
    })
}

/// Says how it went; what is to be mended stands on the photograph's page.
async fn told(
    (visit, reader): (&AtDesk, &Reader),
    photo: SubjectId,
    fields: Fields,
    (done, key): (Answer<()>, &'static str),
) -> Answer {
    match done {
        Ok(()) => Ok(flash(&address(photo), key)),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(reader, &invalid);
            showing(visit, reader, photo, &state).await
        }
        Err(failure) => Ok(flash_warning(&address(photo), change::refused(failure)?)),
    }
}

pub(super) async fn describe(
    visit: AtDesk,
    reader: Reader,
    Path(photo): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let done = change::describe(&visit, photo, &fields.read()?).await;
    told((&visit, &reader), photo, fields, (done, "photos-described")).await
}

pub(super) async fn consent(
    visit: AtDesk,
    reader: Reader,
    Path(photo): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let done = change::consent(&visit, reader.texts, photo, &fields.read()?).await;
    let done = (done, "photos-consent-recorded");
    told((&visit, &reader), photo, fields, done).await
}

pub(super) async fn withdraw(
    visit: AtDesk,
    reader: Reader,
    Path((photo, pictured)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let done = change::withdraw(&visit, photo, pictured).await;
    told(
        (&visit, &reader),
        photo,
        Fields::default(),
        (done, "photos-withdrawn"),
    )
    .await
}

pub(super) async fn add_use(
    visit: AtDesk,
    reader: Reader,
    Path(photo): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let done = change::add_use(&visit, photo, &fields.read()?).await;
    told((&visit, &reader), photo, fields, (done, "photos-use-added")).await
}

pub(super) async fn take_down(
    visit: AtDesk,
    reader: Reader,
    Path((photo, place)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let done = change::take_down(&visit, photo, place).await;
    told((&visit, &reader), photo, Fields::default(), (done, "photos-down")).await
}

pub(super) async fn destroy(visit: AtDesk, Path(photo): Path<SubjectId>) -> Answer {
    match change::destroy(&visit, photo).await {
        Ok(()) => Ok(flash("/photos", "photos-destroyed")),
        Err(failure) => Ok(flash_warning(&address(photo), change::refused(failure)?)),
    }
}

pub(super) async fn picture(visit: AtDesk, Path(subject): Path<SubjectId>) -> Answer {
    match drawn(&visit, subject).await? {
        Ok(drawn) => Ok(drawn),
        Err(key) => Ok(flash_warning(&address(subject), key)),
    }
}

/// The picture as it was drawn here, or the key of why it cannot be had now; nothing of a photograph that is out of use.
pub(super) async fn drawn(
    visit: &Visit,
    subject: SubjectId,
) -> Answer<Result<polku_web::Response, &'static str>> {
    let grant = looking(visit, subject).await?;
    let photo = store::one(&grant).await?;
    if !photo.standing(visit.today()).is_shown() {
        return Err(polku_desk::DeskError::Hidden.into());
    }
    pictures::shown(grant.open_content(&photo.stored), photo.kind).await
}

/// The file, to be used.
pub(super) async fn file(visit: AtDesk, Path(subject): Path<SubjectId>) -> Answer {
    match for_use(&visit, subject).await? {
        Ok(file) => Ok(file),
        Err(key) => Ok(flash_warning(&address(subject), key)),
    }
}

/// The file of a photograph that may be used, or the key of why it is not given.
pub(super) async fn for_use(
    visit: &AtDesk,
    subject: SubjectId,
) -> Answer<Result<polku_web::Response, &'static str>> {
    let grant = looking(visit, subject).await?;
    let photo = store::one(&grant).await?;
    if !photo.standing(visit.today()).is_for_use() {
        return Ok(Err("photos-not-for-use"));
    }
    grant.shown(&serde_json::json!({ "as": "file" }));
    pictures::file(
        grant.open_content(&photo.stored),
        photo.stored.content,
        photo.kind,
    )
    .await
}

/// The typed form of a photograph as it is.
pub(super) fn typed(photo: &super::photo::Photo) -> FormState {
    let mut state = FormState::new();
    state
        .set("title", &photo.words.title)
        .set("place", &photo.words.place)
        .set("need", &photo.words.need)
        .set("taken_on", photo.taken_on.map(format::date).unwrap_or_default())
        .set(
            "needed_until",
            photo.facts.needed_until.map(format::date).unwrap_or_default(),
        );
    if photo.facts.people > 0 {
        state.set("people", photo.facts.people.to_string());
    }
    state
}
