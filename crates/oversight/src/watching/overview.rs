//! The front page of oversight.

use jiff::civil::Date;
use polku_administration::joining;
use polku_desk::audit::AuditState;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Fact, Facts, Notice, Paper, Row, Tag, rows},
    form::{Form, FormState},
    format,
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Reader};

use super::{
    finding::Finding,
    store::{self, Emergency},
};

/// So many entries may wait for a checkpoint before something is wrong with the sequencer.
const WAITING_IS_USUAL: i64 = 1_000;

/// The page.
pub(super) async fn show(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let waiting = store::waiting(&visit).await?;
    let reviewed = store::reviewed(&visit).await?;
    let log = visit.audit_state().await?;
    let today = visit.today();
    let duties = joining::duties(&visit).await?;
    let body = html! {
        @if !duties.is_empty() { (joining::list(texts, &duties, today)) }
        (Paper::new(texts.t("oversight-emergencies")).with(html! {
            @if waiting.is_empty() { (Empty::new(texts.t("oversight-emergencies-none"))) }
            @else { (rows(waiting.iter().map(|(emergency, name)| row(texts, emergency, name, today)))) }
        }))
        (Paper::new(texts.t("oversight-find")).with_inside(find_form(texts, &FormState::new())))
        (state(texts, log, today))
        (Paper::new(texts.t("oversight-more")).with_inside(html! {
            ul {
                li { a href="/oversight/patterns" { (texts.t("patterns-title")) } }
                li { a href="/breaches" { (texts.t("breaches-title")) } }
                li { a href="/register-decisions" { (texts.t("register-decisions-title")) } }
                li { a href="/admin/rights" { (texts.t("rights-title")) } }
                li { a href="/admin/training" { (texts.t("training-title")) } }
                li { a href="/admin/processors" { (texts.t("processors-title")) } }
            }
        }))
        @if !reviewed.is_empty() {
            (Disclosure::new(texts.t("oversight-emergencies-reviewed"))
                .with(rows(reviewed.iter().map(|(emergency, name)| row(texts, emergency, name, today)))))
        }
    };
    Ok(reader.page(
        "oversight-title",
        &Heading::new(texts.t("oversight-heading")),
        body,
    ))
}

fn row(texts: Texts, emergency: &Emergency, name: &str, today: Date) -> Row {
    let when = format::near_time(texts, format::finnish_time(emergency.granted_at), today);
    let href = format!(
        "/clients/{}/emergency-accesses/{}",
        emergency.client, emergency.id
    );
    let row = Row::link(&href, name).words(&emergency.worker).aside(when);
    match emergency.reviewed {
        None => row.action(Button::link(href, texts.t("oversight-review")).tiny().about(name)),
        Some((_, finding)) => row.action(finding_tag(texts, finding)),
    }
}

/// The finding in a word.
pub(super) fn finding_tag(texts: Texts, finding: Finding) -> Tag {
    let word = texts.t(&format!("oversight-finding-{finding}"));
    match finding {
        Finding::Proper => Tag::good(word),
        Finding::Improper => Tag::over(word),
    }
}

/// Asks whose looks are looked for.
pub(super) fn find_form(texts: Texts, state: &FormState) -> Markup {
    let form = Form::post(texts, "/oversight/find", state);
    form.with(html! {
        p { (texts.t("oversight-find-what")) }
        (form.text("q", texts.t("oversight-find-label")).max_length(100))
        p.actions { (Button::submit(texts.t("common-find"))) }
    })
}

fn state(texts: Texts, log: AuditState, today: Date) -> Markup {
    let locale = texts.locale();
    let signed_at = log.signed_at.map_or_else(
        || texts.t("oversight-log-unsigned"),
        |at| format::near_time(texts, format::finnish_time(at), today),
    );
    Paper::new(texts.t("oversight-log")).with_inside(html! {
        (Facts::list([
            Fact::new(texts.t("oversight-log-signed"), format::integer(locale, log.signed)),
            Fact::new(texts.t("oversight-log-signed-at"), signed_at),
            Fact::new(texts.t("oversight-log-waiting"), format::integer(locale, log.waiting)),
        ]))
        @if log.waiting > WAITING_IS_USUAL { (Notice::warning(texts.t("oversight-log-late"))) }
        p.quiet { (texts.t("oversight-log-what")) }
    })
}
