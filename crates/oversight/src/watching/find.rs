//! Finding the person whose looks are looked for. What is typed is posted and goes into no address (A8).

use polku_pages::{
    components::{Empty, Paper, Row, rows},
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Fields, Reader};

use super::overview::find_form;

/// As many are shown.
const MOST: usize = 20;

/// Who was found.
pub(super) async fn show(visit: AtDesk, reader: Reader, Fields(form): Fields) -> Answer {
    let texts = reader.texts;
    let found = match form.typed("q") {
        Some(text) => visit.find(text, MOST).await?,
        None => Vec::new(),
    };
    let people = found.iter().filter_map(|found| {
        let name = visit.name_of(found.subject)?;
        Some(Row::link(format!("/clients/{}/looks", found.subject), name))
    });
    let body = html! {
        (Paper::bare().with_inside(find_form(texts, &form)))
        (Paper::new(texts.t("oversight-found")).with(html! {
            @if found.is_empty() { (Empty::new(texts.t("oversight-found-none"))) } @else { (rows(people)) }
        }))
    };
    let heading = Heading::new(texts.t("oversight-find")).back("/oversight", texts.t("oversight-heading"));
    Ok(reader.page("oversight-find-title", &heading, body))
}
