//! The periodic review of rights (E1, E6).

use jiff::civil::Date;
use polku_desk::{RightId, account::RightToReview};
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Paper, Row, rows},
    format,
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Path, Reader, flash};

/// The list.
pub(super) async fn show(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let due = visit.rights_to_review().await?;
    let months = i64::from(visit.profile()?.sign_in.review_months);
    let heading = Heading::new(texts.t("accounts-reviews"))
        .subtitle(texts.with("accounts-reviews-every", &[("months", months.into())]))
        .back("/admin", texts.t("accounts-heading"));
    Ok(reader.page(
        "accounts-reviews-title",
        &heading,
        list(texts, &due, visit.today()),
    ))
}

/// Notes that a right is still needed.
pub(super) async fn mark(visit: AtDesk, Path(right): Path<RightId>) -> Answer {
    visit.mark_reviewed(right).await?;
    Ok(flash("/admin/reviews", "accounts-reviewed"))
}

fn list(texts: Texts, due: &[RightToReview], today: Date) -> Markup {
    Paper::bare().with(html! {
        @if due.is_empty() {
            (Empty::new(texts.t("accounts-reviews-none")))
        } @else {
            div.inside { p { (texts.t("accounts-reviews-what")) } }
            form method="post" { (rows(due.iter().map(|right| row(texts, right, today)))) }
        }
    })
}

fn row(texts: Texts, right: &RightToReview, today: Date) -> Row {
    let role = texts.t(&format!("role-{}", right.role));
    let since = format::near_date(texts, format::finnish_time(right.since).date(), today);
    Row::link(format!("/admin/accounts/{}", right.account), &right.display_name)
        .words(&role)
        .aside(texts.with("right-looked-at", &[("when", since.into())]))
        .action(
            Button::submit(texts.t("accounts-review-keep"))
                .tiny()
                .about(format!("{}, {role}", right.display_name))
                .to(format!("/admin/reviews/{}", right.right)),
        )
        .action(
            Button::link(format!("/admin/rights/{}/end", right.right), texts.t("right-end"))
                .tiny()
                .about(format!("{}, {role}", right.display_name)),
        )
}
