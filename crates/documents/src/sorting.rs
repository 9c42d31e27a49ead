//! Saying whose the papers are that wait in a tray.

use axum::Json;
use futures::{StreamExt as _, pin_mut};
use jiff::Timestamp;
use polku_desk::{
    AccountId, DeskError, SubjectId, Visit,
    access::{AccessSpec, Action, Resource, rules::conditions},
    lookup::Turn,
    params, statements,
};
use polku_pages::frame::Heading;
use polku_profile::RecordKind;
use polku_web::{
    Answer, ApiDoc, AtDesk, Failure, Fields, IntoResponse, JsonBody, Method, Path, Reader, Routes,
    StatusCode, flash, header,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::{
    change,
    document::{Checked, FileWords},
    dropped::{TrayWords, checked},
    file_page,
    input::DocumentInput,
    job,
    kind::FileKind,
    page::kept,
    store::{self, NewFile},
    view::{self, tray_view},
};

/// Looking into a tray; whose papers they could be is shown when the role sees anybody's.
pub(crate) const LOOK: AccessSpec =
    AccessSpec::people(Action::Read, &[Resource::Unsorted, Resource::Identity]);
const SORT: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Unsorted]);
const ATTACH: AccessSpec = AccessSpec::people(Action::Write, &[Resource::Documents, Resource::Unsorted]);

/// So many clients can be chosen from; who sees more opens the client first.
const MOST_CHOICES: usize = 300;

statements! {
    /// The workers to whom a paper can be passed on.
    shared WORKERS = "SELECT DISTINCT a.id, a.display_name FROM access_right r JOIN account a ON a.id = r.account \
        WHERE r.register = :register AND a.state = 'open' AND r.role IN ('coach', 'service-manager') AND \
        r.valid_from <= :today AND (r.valid_until IS NULL OR r.valid_until >= :today) ORDER BY a.display_name, a.id";
}

/// The pages and API of trays.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/documents/unsorted", LOOK, list)
        .page(
            Method::GET,
            "/documents/unsorted/{unsorted}/picture",
            LOOK,
            picture,
        )
        .page(
            Method::POST,
            "/documents/unsorted/{unsorted}/attach",
            ATTACH,
            attach,
        )
        .page(
            Method::POST,
            "/documents/unsorted/{unsorted}/pass-on",
            SORT,
            pass_on,
        )
        .page(
            Method::POST,
            "/documents/unsorted/{unsorted}/remove",
            SORT,
            remove,
        )
        .api(
            Method::GET,
            "/documents/unsorted",
            LOOK,
            ApiDoc::new("Papers that wait in one's tray until somebody says whose they are")
                .answers::<Vec<UnsortedBody>>(),
            programs_list,
        )
        .api(
            Method::POST,
            "/documents/unsorted/{unsorted}/attach",
            ATTACH,
            ApiDoc::new("Make a paper of the tray a client's document")
                .takes::<AttachInput>()
                .creates(),
            programs_attach,
        )
        .api(
            Method::POST,
            "/documents/unsorted/{unsorted}/pass-on",
            SORT,
            ApiDoc::new("Put a paper into another worker's tray")
                .takes::<PassOnInput>()
                .silent(),
            programs_pass_on,
        )
        .api(
            Method::POST,
            "/documents/unsorted/{unsorted}/remove",
            SORT,
            ApiDoc::new("Remove a paper that nobody needs").silent(),
            programs_remove,
        )
}

/// A paper in a tray.
#[derive(Debug, Serialize, JsonSchema)]
struct UnsortedBody {
    /// Its id.
    id: Uuid,
    /// What the file was called.
    name: String,
    /// What it is.
    kind: FileKind,
    /// How large, in bytes.
    size: u64,
    /// Whether it was looked through for viruses.
    checked: Checked,
    /// When it came.
    arrived_at: Timestamp,
    /// Whether it lies in the register's own tray.
    of_register: bool,
}

/// Whose a paper is.
#[derive(Debug, Deserialize, JsonSchema)]
struct AttachInput {
    /// The client.
    client: SubjectId,
}

/// To whom a paper goes.
#[derive(Debug, Deserialize, JsonSchema)]
struct PassOnInput {
    /// The worker's account.
    account: AccountId,
}

/// The papers that wait.
async fn list(visit: AtDesk, reader: Reader) -> Answer {
    kept(&visit)?;
    let mut papers = Vec::new();
    for unsorted in visit.unsorted().await? {
        papers.push(tray_view::Paper {
            words: TrayWords::of(&unsorted)?,
            checked: checked(&unsorted)?,
            unsorted,
        });
    }
    let page = tray_view::TrayPage {
        clients: if papers.is_empty() {
            Vec::new()
        } else {
            choices(&visit).await?
        },
        workers: workers(&visit).await?,
        papers,
        today: visit.today(),
    };
    let texts = reader.texts;
    let heading = Heading::new(texts.t("documents-unsorted"));
    Ok(reader.page("documents-unsorted", &heading, tray_view::list(texts, &page)))
}

/// The clients whose a paper may be, by name; none when there are too many to choose from.
async fn choices(visit: &Visit) -> Answer<Vec<(SubjectId, String)>> {
    if conditions(visit.role(), Action::Write, Resource::Documents)
        .next()
        .is_none()
    {
        return Ok(Vec::new());
    }
    let people = visit.page_of_people(Turn::First, MOST_CHOICES, None).await?;
    if people.total > MOST_CHOICES {
        return Ok(Vec::new());
    }
    let name = |subject: &SubjectId| (*subject, visit.name_of(*subject).unwrap_or_default());
    Ok(people.subjects.iter().map(name).collect())
}

async fn workers(visit: &Visit) -> Answer<Vec<(AccountId, String)>> {
    let rows = visit.fetch(WORKERS, params! { "today" => visit.today() }).await?;
    let own = visit.account();
    let workers = rows
        .iter()
        .map(|row| Ok((row.get("id")?, row.get("display_name")?)))
        .collect::<polku_desk::Result<Vec<(AccountId, String)>>>()?;
    Ok(workers
        .into_iter()
        .filter(|(account, _)| *account != own)
        .collect())
}

/// The first page of a paper as a picture.
async fn picture(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    kept(&visit)?;
    let unsorted = visit.unsorted_one(id).await?;
    let words = TrayWords::of(&unsorted)?;
    if !checked(&unsorted)?.is_open() || !words.kind.is_shown() {
        return Err(DeskError::Hidden.into());
    }
    let content = visit.desk().tray_content(visit.register(), &unsorted).await;
    let content = file_page::ready(content).await?.map_err(DeskError::Refused)?;
    file_page::drawn(content, words.kind, 1).await
}

/// Makes a paper a client's document; answers it.
async fn attached(visit: &Visit, id: Uuid, client: SubjectId) -> Answer<Uuid> {
    let reception = change::reception(visit, client).await?;
    let unsorted = visit.unsorted_one(id).await?;
    let (words, state) = (TrayWords::of(&unsorted)?, checked(&unsorted)?);
    if state == Checked::Infected {
        return Err(DeskError::Refused("documents-closed-infected").into());
    }
    // It is sealed anew, with the person's own key.
    let mut arriving = reception.begin().await?;
    let parts = visit
        .desk()
        .tray_content(visit.register(), &unsorted)
        .await?
        .parts();
    pin_mut!(parts);
    while let Some(part) = parts.next().await {
        arriving.write(&part.map_err(DeskError::from)?).await?;
    }
    let arrived = arriving.finish().await?;
    let about = change::checked(
        visit,
        &DocumentInput {
            title: change::title_of(&words.name),
            channel: channel(visit)?,
            ..DocumentInput::default()
        },
    )?;
    let grant = visit.open_for_change::<polku_desk::Client>(client).await?;
    let document = if let Some(known) = store::known(&grant, arrived.address()).await? {
        known
    } else {
        let document = visit.new_id();
        let profile = visit.profile()?;
        store::insert(&grant, document, &about, about.words.class.retention(&profile)).await?;
        let stored = grant.keep(arrived).await?;
        let file = NewFile {
            document,
            number: 1,
            kind: words.kind,
            checked: state,
            pages: words.kind.is_picture().then_some(1),
            words: &FileWords {
                name: words.name,
                remarks: words.remarks,
                threat: None,
            },
        };
        store::insert_file(&grant, &stored, &file).await?;
        document
    };
    grant.take_unsorted(id).await?;
    grant.queue_job(job::KIND, Some(client.0)).await?;
    let what = json!({ "document": document, "unsorted": id });
    grant.commit("document-sorted", what).await?;
    Ok(document)
}

/// Papers come by paper, where the register knows that way.
fn channel(visit: &Visit) -> Answer<String> {
    let paper = polku_profile::Channel::Paper;
    let is_known = visit.profile()?.channels.contains(&paper);
    Ok(if is_known {
        paper.key().to_owned()
    } else {
        String::new()
    })
}

async fn attach(visit: AtDesk, Path(id): Path<Uuid>, Fields(form): Fields) -> Answer {
    kept(&visit)?;
    let Ok(client) = form.value("client").parse::<SubjectId>() else {
        return Ok(polku_web::flash_warning(
            tray_view::ADDRESS,
            "documents-client-missing",
        ));
    };
    match attached(&visit, id, client).await {
        Ok(document) => Ok(flash(
            &(view::document_address(client, document) + "/edit"),
            "documents-sorted",
        )),
        Err(Failure::Desk(DeskError::Conflict)) => Ok(polku_web::flash_warning(
            tray_view::ADDRESS,
            "documents-sorted-meanwhile",
        )),
        Err(other) => Err(other),
    }
}

async fn pass_on(visit: AtDesk, Path(id): Path<Uuid>, Fields(form): Fields) -> Answer {
    kept(&visit)?;
    let Ok(account) = form.value("account").parse::<AccountId>() else {
        return Ok(polku_web::flash_warning(
            tray_view::ADDRESS,
            "documents-worker-missing",
        ));
    };
    passed_on(&visit, id, account).await?;
    Ok(flash(tray_view::ADDRESS, "documents-passed-on"))
}

async fn passed_on(visit: &Visit, id: Uuid, account: AccountId) -> Answer<()> {
    let is_known = workers(visit).await?.iter().any(|(known, _)| *known == account);
    if !is_known {
        return Err(DeskError::Hidden.into());
    }
    Ok(visit.pass_unsorted_on(id, account).await?)
}

async fn remove(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    kept(&visit)?;
    visit.remove_unsorted(id).await?;
    Ok(flash(tray_view::ADDRESS, "documents-unsorted-removed"))
}

async fn programs_list(visit: AtDesk) -> Answer {
    kept(&visit)?;
    let mut papers = Vec::new();
    for unsorted in visit.unsorted().await? {
        let words = TrayWords::of(&unsorted)?;
        papers.push(UnsortedBody {
            id: unsorted.id,
            name: words.name,
            kind: words.kind,
            size: unsorted.size,
            checked: checked(&unsorted)?,
            arrived_at: unsorted.arrived_at,
            of_register: unsorted.account.is_none(),
        });
    }
    Ok(Json(papers).into_response())
}

async fn programs_attach(
    visit: AtDesk,
    Path(id): Path<Uuid>,
    JsonBody(input): JsonBody<AttachInput>,
) -> Answer {
    polku_casework::keeping::kept(&visit, RecordKind::Document)?;
    let document = attached(&visit, id, input.client).await?;
    let place = format!("/api/v1/clients/{}/documents/{document}", input.client);
    Ok((StatusCode::CREATED, [(header::LOCATION, place)]).into_response())
}

async fn programs_pass_on(
    visit: AtDesk,
    Path(id): Path<Uuid>,
    JsonBody(input): JsonBody<PassOnInput>,
) -> Answer {
    kept(&visit)?;
    passed_on(&visit, id, input.account).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn programs_remove(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    kept(&visit)?;
    visit.remove_unsorted(id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
