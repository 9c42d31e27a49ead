//! The latest change in small, on the client's page.

use futures::{FutureExt as _, future::BoxFuture};
use polku_casework::joining::{AskedAhead, ClientPanel, Shown, inventory};
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_pages::{
    components::{Button, Empty, Paper},
    format, html,
};
use polku_profile::RecordKind;
use polku_web::{Answer, Reader};

use super::{list_view::courses, store};
use crate::instruments;

inventory::submit! {
    ClientPanel { order: 300, show }
}
inventory::submit! {
    AskedAhead { asked: |_| store::asked() }
}

fn show<'a>(
    grant: &'a Granted<'a, Client, Read>,
    reader: &'a Reader,
) -> BoxFuture<'a, Answer<Option<Shown>>> {
    panel(grant, reader).boxed()
}

async fn panel(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Option<Shown>> {
    let visit = grant.visit();
    if !grant.may(Resource::Assessments) || !polku_casework::keeping::keeps(visit, RecordKind::Assessment)? {
        return Ok(None);
    }
    let (texts, client) = (reader.texts, grant.subject());
    let all = format!("/clients/{client}/assessments");
    let paper = Paper::new(texts.t("assessments-title")).id("assessments");
    let assessments = store::all(grant).await?;
    if assessments.is_empty() {
        let first = Button::link(format!("{all}/new"), texts.t("assessments-first"));
        let empty = Empty::new(texts.t("assessments-empty")).first_step(first);
        return Ok(Some(Shown::Narrow(paper.with(empty))));
    }
    let editions = instruments::by_id(visit).await?;
    let courses = courses(&assessments, &editions);
    let paper = paper.more(
        &all,
        texts.with("assessments-all", &[("count", assessments.len().into())]),
    );
    let Some(course) = courses.first() else {
        return Ok(Some(Shown::Narrow(
            paper.with(
                Empty::new(texts.t("assessments-only-open"))
                    .first_step(Button::link(&all, texts.t("assessments-go-on"))),
            ),
        )));
    };
    let day = course
        .points
        .last()
        .map(|(one, _)| format::near_date(texts, one.dated, visit.today()));
    Ok(Some(Shown::Narrow(paper.with_inside(html! {
        p { (course.definition.title.of(texts.locale())) " " span.quiet { (day.unwrap_or_default()) } }
        @if !course.definition.subscales.is_empty() { (course.bars(texts).render(texts)) }
    }))))
}
