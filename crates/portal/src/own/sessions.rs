//! The client's own access: where they are signed in, the list of codes, signing out.

use axum::extract::State;
use polku_desk::{
    Client, Read,
    ids::SessionId,
    portal::{ListedPortalSession, Manner},
};
use polku_pages::{
    Markup, Texts,
    components::{Button, Notice, Paper, Row, Tag, rows},
    format,
    frame::Heading,
    html,
};
use polku_web::{Answer, App, AtDesk, Cookie, InPortal, Path, Reader, flash, see_other, with_cookies};

use crate::entrance;

/// Where this is.
const HERE: &str = "/own/access";

pub(super) async fn show(State(app): State<App>, visit: AtDesk, own: InPortal, reader: Reader) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let accesses = grant.portal_accesses().await?;
    let access = accesses.iter().find(|access| access.id == own.access);
    let sessions = app.desk.portal_sessions(&own).await?;
    let (texts, today) = (reader.texts, visit.today());
    let body = html! {
        (Paper::new(texts.t("own-access-sessions")).with(rows(
            sessions.iter().map(|session| row(texts, session, own.session, today))
        )))
        @if let Some(access) = access {
            (codes(texts, &access.name, access.codes_left))
        }
    };
    let heading = Heading::new(texts.t("own-access-heading"));
    Ok(reader.portal_page("own-access-title", &[], &heading, body))
}

fn row(texts: Texts, session: &ListedPortalSession, here: SessionId, today: jiff::civil::Date) -> Markup {
    let seen = format::near_time(texts, format::finnish_time(session.last_seen_at), today);
    let how = match session.manner {
        Manner::Codes => texts.t("own-access-by-codes"),
        Manner::Identification => texts.t("own-access-by-identification"),
    };
    let name = if session.device.is_empty() {
        texts.t("own-access-device-unknown")
    } else {
        session.device.clone()
    };
    let row = Row::new(&name).words(format!(
        "{how} · {}",
        texts.with("own-access-seen", &[("when", seen.into())])
    ));
    if session.session == here {
        return maud::Render::render(&row.action(Tag::good(texts.t("own-access-this"))));
    }
    let end = format!("{HERE}/sessions/{}/end", session.session);
    maud::Render::render(&row.action(html! {
        form method="post" action=(end) { (Button::submit(texts.t("own-access-end")).about(&name).tiny()) }
    }))
}

fn codes(texts: Texts, name: &str, left: i64) -> Markup {
    Paper::new(texts.t("own-access-codes")).with_inside(html! {
        p { (texts.with("own-access-codes-left", &[("count", left.into())])) }
        p { (texts.t("own-access-name")) " " strong { (name) } }
        p.quiet { (texts.t("own-access-codes-what")) }
        form method="post" action=(format!("{HERE}/codes")) {
            (Button::submit(texts.t("own-access-new-codes")))
        }
    })
}

/// A new list, shown once.
pub(super) async fn renew_codes(State(app): State<App>, own: InPortal, reader: Reader) -> Answer {
    let list = app.desk.renew_portal_codes(&own).await?;
    let texts = reader.texts;
    let heading = Heading::new(texts.t("own-codes-heading"));
    let body = html! {
        (Notice::warning(texts.t("own-codes-renewed")))
        (entrance::view::list_of_codes(texts, &list))
    };
    Ok(reader.portal_page("own-codes-title", &[], &heading, body))
}

pub(super) async fn end(State(app): State<App>, own: InPortal, Path(session): Path<SessionId>) -> Answer {
    app.desk.end_portal_session(&own, session).await?;
    Ok(flash(HERE, "own-access-ended"))
}

/// Out: the session ends, whatever the browser keeps.
pub(super) async fn sign_out(State(app): State<App>, own: InPortal) -> Answer {
    app.desk.end_portal_session(&own, own.session).await?;
    let out = see_other("/own/sign-in?out=yes");
    Ok(with_cookies(out, [Cookie::Portal.clear()]))
}
