//! The notice for anyone: as a page, and as files for a web site, a board or a program.

use axum::{
    body::Body,
    extract::{Query, State},
    http::header,
    response::IntoResponse,
};
use polku_desk::{DeskError, notice::PublishedNotice, register::Register};
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Paper, Row, rows},
    format,
    frame::Heading,
    html,
    texts::Locale,
};
use polku_web::{Answer, App, Path, Reader, Response};
use serde::Deserialize;

use crate::{
    Notice, compose, printed, published,
    render::{self, SignedAt},
};

/// The files of a published notice, with the words of their links.
const FILES: [(&str, &str); 5] = [
    ("pdf", "notice-as-pdf"),
    ("html", "notice-as-page"),
    ("json", "notice-as-json"),
    ("note", "notice-as-note"),
    ("signed", "notice-as-signed"),
];

/// Which version, and in which language a file is wanted.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    version: Option<i64>,
    language: Option<String>,
}

/// The registers of the installation, each with its notice.
pub(crate) async fn list(State(app): State<App>, reader: Reader) -> Response {
    let texts = reader.texts;
    let row = |register: Register| {
        let name = register
            .profile
            .register
            .name
            .get(texts.locale().into())
            .to_owned();
        Row::link(format!("/notice/{}", register.key), name)
    };
    let registers = app.desk.registers().all();
    let body = Paper::bare().with(rows(registers.into_iter().map(row)));
    reader.open_page("notice-title", &Heading::new(texts.t("notice-title")), body)
}

/// A register's notice: the latest that was published, or, before the first, what would be.
pub(crate) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let register = published::register(&app.desk, &key)?;
    let all = app.desk.notices(register.id).await?;
    let shown = published::version(&app.desk, register.id, wanted.version).await?;
    let locale = reader.texts.locale();
    let notice = told(&app, &register, shown.as_ref(), locale).await?;
    let body = html! {
        (versions(reader.texts, &register, shown.as_ref(), &all))
        (render::body(&notice, reader.texts))
    };
    let heading =
        Heading::new(render::title(&notice, reader.texts)).back("/notice", reader.texts.t("notice-title"));
    Ok(reader.open_page("notice-title", &heading, body))
}

/// The notice as a file: `html` that stands by itself, `pdf` for a notice board, `json`; of a published one also its
/// signed `note`, and what the note is over: `signed`.
pub(crate) async fn file(
    State(app): State<App>,
    reader: Reader,
    Path((key, form)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let register = published::register(&app.desk, &key)?;
    let shown = published::version(&app.desk, register.id, wanted.version).await?;
    let locale = match wanted.language.as_deref() {
        None => reader.texts.locale(),
        Some(code) => Locale::parse(code).ok_or(DeskError::Hidden)?,
    };
    let texts = Texts::new(locale);
    let notice = told(&app, &register, shown.as_ref(), locale).await?;
    match form.as_str() {
        "html" => {
            let page = render::page(&notice, texts).into_string();
            Ok(as_file("text/html; charset=utf-8", page))
        }
        "json" => Ok(as_file(
            "application/json",
            render::json(&notice).map_err(DeskError::from)?,
        )),
        "pdf" => {
            let signed = signed_at(&app, &register, shown.as_ref()).await?;
            Ok(as_file(
                "application/pdf",
                printed::pdf(notice, texts, signed).await?,
            ))
        }
        "note" => Ok(as_file(
            "text/plain; charset=utf-8",
            shown.ok_or(DeskError::Hidden)?.note,
        )),
        "signed" => Ok(as_file(
            "application/json",
            shown.ok_or(DeskError::Hidden)?.content,
        )),
        _ => Err(DeskError::Hidden.into()),
    }
}

fn as_file(kind: &'static str, body: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, kind)], body.into()).into_response()
}

/// Where the signature of a published version is found.
async fn signed_at(
    app: &App,
    register: &Register,
    shown: Option<&PublishedNotice>,
) -> Answer<Option<SignedAt>> {
    let Some(shown) = shown else { return Ok(None) };
    let (origin, version) = (app.settings.origin.trim_end_matches('/'), shown.version);
    let address = |form: &str| format!("{origin}/notice/{}/{form}?version={version}", register.key);
    Ok(Some(SignedAt {
        note: address("note"),
        content: address("signed"),
        key: app.desk.notice_verifier(register.id).await?,
    }))
}

/// The published notice, or what the configuration says today.
async fn told(
    app: &App,
    register: &Register,
    shown: Option<&PublishedNotice>,
    locale: Locale,
) -> Answer<Notice> {
    if let Some(published) = shown {
        return Ok(published::read(published, locale)?);
    }
    let today = app.desk.clock().today();
    let at = published::circumstances(&app.desk, register.id, today, None).await?;
    Ok(compose(&register.profile, &at, Texts::new(locale)))
}

fn versions(
    texts: Texts,
    register: &Register,
    shown: Option<&PublishedNotice>,
    all: &[PublishedNotice],
) -> Markup {
    let Some(shown) = shown else {
        return Paper::bare().with(Empty::new(texts.t("notice-unpublished")));
    };
    let address = |form: &str| {
        let language = texts.locale().code();
        let version = shown.version;
        format!(
            "/notice/{}/{form}?version={version}&language={language}",
            register.key
        )
    };
    let said = texts.with(
        "notice-version-of",
        &[
            ("version", shown.version.into()),
            ("day", format::date(shown.dated).into()),
        ],
    );
    let others = all.iter().filter(|other| other.version != shown.version);
    html! {
        div.running {
            p { (said) }
            p.actions {
                @for (form, key) in FILES { (Button::link(address(form), texts.t(key)).tiny()) " " }
            }
            @if all.len() > 1 {
                details {
                    summary { (texts.t("notice-other-versions")) }
                    ul {
                        @for other in others {
                            li {
                                a href=(format!("/notice/{}?version={}", register.key, other.version)) {
                                    (texts.with("notice-version-of", &[
                                        ("version", other.version.into()), ("day", format::date(other.dated).into()),
                                    ]))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
