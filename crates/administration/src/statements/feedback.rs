//! Feedback that waits for the main user.

use jiff::civil::Date;
use polku_desk::feedback::WaitingFeedback;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Fact, Facts, Paper},
    format,
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Path, Reader, flash};
use uuid::Uuid;

/// The list.
pub(super) async fn show(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let waiting = visit.waiting_feedback().await?;
    let heading = Heading::new(texts.t("feedback-waiting"))
        .subtitle(texts.t("feedback-waiting-what"))
        .back("/admin", texts.t("accounts-heading"));
    let body = html! {
        @if waiting.is_empty() { (Paper::bare().with(Empty::new(texts.t("accessibility-feedback-none")))) }
        @for one in &waiting { (piece(texts, one, visit.today())) }
    };
    Ok(reader.page("accessibility-feedback-title", &heading, body))
}

/// Takes what was answered off the list.
pub(super) async fn close(visit: AtDesk, Path(feedback): Path<Uuid>) -> Answer {
    visit.close_feedback(feedback).await?;
    Ok(flash("/admin/feedback", "feedback-closed"))
}

fn piece(texts: Texts, waiting: &WaitingFeedback, today: Date) -> Markup {
    let when = format::near_time(texts, format::finnish_time(waiting.received_at), today);
    let contact = if waiting.feedback.contact.is_empty() {
        texts.t("feedback-no-contact")
    } else {
        waiting.feedback.contact.clone()
    };
    Paper::new(&when).with_inside(html! {
        (Facts::list([
            Fact::new(texts.t("feedback-text"), &waiting.feedback.text),
            Fact::new(texts.t("feedback-contact"), contact),
        ]))
        form method="post" action={ "/admin/feedback/" (waiting.id) } {
            p.actions { (Button::submit(texts.t("feedback-close")).about(when)) }
        }
    })
}
