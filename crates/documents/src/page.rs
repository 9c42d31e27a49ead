//! The pages of a client's documents.

use polku_casework::clients::tabs;
use polku_desk::{
    Client, DeskError, Granted, Operation, Read, SubjectId, Visit,
    access::{Basis, Resource},
};
use polku_pages::{components::Button, form::FormState, frame::Heading};
use polku_profile::RecordKind;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use crate::{
    WRITE, change,
    document::State,
    input::DocumentInput,
    scan, store,
    view::{self, ListPage, ShowPage, edit_view, show_view},
};

/// The script that keeps a page about something under way up to date.
const SCRIPTS: &[&str] = &["js/under-way.js"];
/// How many pages are shown at once.
const SHOWN: i64 = 5;

/// A register that keeps no documents has none of this anywhere (A2).
pub(crate) fn kept(visit: &Visit) -> Answer<()> {
    polku_casework::keeping::kept(visit, RecordKind::Document)
}

/// Whether the visitor may change this client's documents: who looks in an emergency may not.
pub(crate) fn may_write<O: Operation>(grant: &Granted<'_, Client, O>) -> bool {
    grant.may(Resource::Documents) && grant.basis() != Basis::Emergency && WRITE.admits(grant.visit().role())
}

/// The client's documents.
pub(crate) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&visit)?;
    let texts = reader.texts;
    let (documents, binned) = store::all(&grant)
        .await?
        .into_iter()
        .partition(|document| document.state == State::Kept);
    let page = ListPage {
        client: grant.subject(),
        documents,
        binned,
        may_write: may_write(&grant),
        tabs: tabs::of(&grant, texts, "/documents"),
        today: visit.today(),
        has_scanner: has_scanner(&visit).await,
    };
    let mut heading = Heading::new(texts.t("documents-title")).back(
        format!("/clients/{}", page.client),
        visit.name_of(page.client).unwrap_or_default(),
    );
    if page.may_write {
        let new = Button::link(view::address(page.client) + "/new", texts.t("documents-new"));
        heading = heading.action(new.main());
    }
    Ok(reader.page_with("documents-title", SCRIPTS, &heading, view::list(texts, &page)))
}

async fn has_scanner(visit: &Visit) -> bool {
    scan::is_there(visit.desk().document_options().scanner.as_deref()).await
}

/// Which pages of a file are asked for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// The first page to show.
    from: i64,
}

/// One document.
pub(crate) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    Query(asked): Query<Asked>,
) -> Answer {
    showing_from(&visit, &reader, client, id, &FormState::new(), asked.from).await
}

/// One document, with what is to be said of a new version.
pub(crate) async fn showing(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    id: Uuid,
    form: &FormState,
) -> Answer {
    showing_from(visit, reader, client, id, form, 1).await
}

async fn showing_from(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    id: Uuid,
    form: &FormState,
    from: i64,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(visit)?;
    let (document, files) = store::one(&grant, id).await?;
    grant.shown(&json!({ "document": id }));
    let texts = reader.texts;
    let pages = document.file.shown_pages();
    let page = ShowPage {
        client: grant.subject(),
        profile: visit.profile()?,
        may_write: may_write(&grant),
        from: from.clamp(1, pages.max(1)),
        at_once: SHOWN,
        has_scanner: has_scanner(visit).await,
        largest: visit.desk().document_options().largest,
        document,
        files,
    };
    let title = page.document.about.words.title.clone();
    let mut heading = Heading::new(title).back(view::address(page.client), texts.t("documents-title"));
    if page.document.file.checked.is_open() {
        let address = view::file_address(page.client, &page.document.file);
        heading = heading.action(Button::link(address, texts.t("common-download")));
    }
    if page.may_write && page.document.state == State::Kept {
        let address = view::document_address(page.client, id) + "/edit";
        heading = heading.action(Button::link(address, texts.t("documents-edit")));
    }
    let body = show_view::show(texts, &page, form);
    Ok(if form.has_errors() {
        reader.page_to_mend("documents-one", SCRIPTS, &heading, body)
    } else {
        reader.page_with("documents-one", SCRIPTS, &heading, body)
    })
}

/// The form of what is said of a document.
pub(crate) async fn edit(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&visit)?;
    let (document, _) = store::one(&grant, id).await?;
    let mut state = edit_view::filled(&DocumentInput::of(&document.about));
    state.set("version", document.version.to_string());
    editing(&visit, &reader, client, id, &state, None)
}

/// The same form again, with what is to be mended; the document is there already.
pub(crate) fn mend(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    id: Uuid,
    mut state: FormState,
) -> Answer {
    state.set("version", "1");
    let told = edit_view::file_is_kept(reader.texts);
    editing(visit, reader, client, id, &state, Some(told))
}

fn editing(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    id: Uuid,
    state: &FormState,
    told: Option<polku_pages::Markup>,
) -> Answer {
    let texts = reader.texts;
    let heading = Heading::new(texts.t("documents-edit"))
        .back(view::document_address(client, id), texts.t("common-back"));
    let body = edit_view::form(texts, &*visit.profile()?, client, id, state, told);
    Ok(if state.has_errors() {
        reader.page_to_mend("documents-edit", &[], &heading, body)
    } else {
        reader.page("documents-edit", &heading, body)
    })
}

/// Stores what is said of a document.
pub(crate) async fn describe(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let seen = fields.0.value("version").parse();
    let seen = seen.map_err(|_| Failure::Unreadable("the form lacks its version"))?;
    let input: DocumentInput = fields.read()?;
    match change::describe(&visit, client, id, seen, &input).await {
        Ok(_) => Ok(flash(&view::document_address(client, id), "documents-described")),
        Err(Failure::Invalid(wrong)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            store::one(&grant, id).await?;
            let state = fields.with_errors(&reader, &wrong);
            editing(&visit, &reader, client, id, &state, None)
        }
        Err(Failure::Desk(DeskError::Conflict)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let (stored, _) = store::one(&grant, id).await?;
            let told = edit_view::conflict(reader.texts, &*visit.profile()?, &stored);
            let mut state = fields.0;
            state.set("version", stored.version.to_string());
            state.error("", reader.texts.t("documents-conflict"));
            editing(&visit, &reader, client, id, &state, Some(told))
        }
        Err(failure) => Err(failure),
    }
}

/// Throws a document away.
pub(crate) async fn bin(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    change::turn(&visit, client, id, State::Binned).await?;
    Ok(flash(&(view::address(client) + "#bin"), "documents-binned"))
}

/// Takes a document back.
pub(crate) async fn take_back(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    change::turn(&visit, client, id, State::Kept).await?;
    Ok(flash(&view::document_address(client, id), "documents-taken-back"))
}

/// Has what waits looked at again.
pub(crate) async fn look_again(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer {
    change::look_again(&visit, client).await?;
    Ok(flash(&view::address(client), "documents-looking-again"))
}
