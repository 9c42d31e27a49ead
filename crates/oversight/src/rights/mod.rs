//! All rights of the register, and when each was looked at last and is to be looked at next (E1, E6). Those that are due are
//! confirmed or ended on `/admin/reviews`; here is the whole of it, for the main user and the data protection officer, on
//! paper as well.

use axum::Json;
use jiff::{Timestamp, ToSpan as _, civil::Date};
use polku_desk::{
    AccountId, Result, RightId, Row, Visit,
    access::{AccessSpec, Role},
    clock::date_in_finland,
    params, statements,
};
use polku_pages::{
    Markup, Texts,
    components::{Column, Empty, Paper, Table, Tag},
    format,
    frame::Heading,
    html,
};
use polku_web::{Answer, ApiDoc, AtDesk, Method, Reader, Routes};
use schemars::JsonSchema;
use serde::Serialize;

const SEE: AccessSpec = AccessSpec::roles(&[Role::MainUser, Role::DataProtectionOfficer]);

statements! {
    /// The rights that hold or will hold, by worker.
    shared RIGHTS = "SELECT r.id, r.account, a.display_name, r.role, r.valid_from, r.valid_until, r.granted_at, \
        r.reviewed_at, b.display_name AS reviewer FROM access_right r JOIN account a ON a.id = r.account \
        LEFT JOIN account b ON b.id = r.reviewed_by WHERE r.register = :register AND a.state = 'open' \
        AND (r.valid_until IS NULL OR r.valid_until >= :today) ORDER BY a.display_name, a.id, r.valid_from, r.id";
}

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new().page(Method::GET, "/admin/rights", SEE, show).api(
        Method::GET,
        "/rights",
        SEE,
        ApiDoc::new("The register's rights, with their last and next review").answers::<Vec<Held>>(),
        list,
    )
}

/// A right and its review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
struct Held {
    /// Which right.
    right: RightId,
    /// Whose.
    account: AccountId,
    /// The name.
    worker: String,
    /// In which role.
    role: Role,
    /// The first day.
    valid_from: Date,
    /// The last, if one is set.
    valid_until: Option<Date>,
    /// When it was given.
    granted_at: Timestamp,
    /// When it was confirmed last.
    reviewed_at: Option<Timestamp>,
    /// By whom.
    reviewed_by: Option<String>,
    /// By which day it is to be looked at next.
    review_by: Date,
}

/// By which day a right is to be looked at next: so many months after it was given or looked at last. Pure.
fn review_by(since: Date, months: u16) -> Date {
    since.saturating_add(i64::from(months).months())
}

async fn held(visit: &Visit) -> Result<Vec<Held>> {
    let months = visit.profile()?.sign_in.review_months;
    let read = |row: &Row| {
        let (granted_at, reviewed_at): (Timestamp, Option<Timestamp>) =
            (row.get("granted_at")?, row.get("reviewed_at")?);
        let since = date_in_finland(reviewed_at.unwrap_or(granted_at));
        Ok(Held {
            right: row.get("id")?,
            account: row.get("account")?,
            worker: row.get("display_name")?,
            role: row.state("role")?,
            valid_from: row.get("valid_from")?,
            valid_until: row.get("valid_until")?,
            granted_at,
            reviewed_at,
            reviewed_by: row.get("reviewer")?,
            review_by: review_by(since, months),
        })
    };
    let rows = visit.fetch(RIGHTS, params! { "today" => visit.today() }).await?;
    rows.iter().map(read).collect()
}

/// `GET /rights`
async fn list(visit: AtDesk) -> Answer<Json<Vec<Held>>> {
    Ok(Json(held(&visit).await?))
}

/// The page.
async fn show(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let months = i64::from(visit.profile()?.sign_in.review_months);
    let heading = Heading::new(texts.t("rights-title"))
        .subtitle(texts.with("accounts-reviews-every", &[("months", months.into())]));
    let rights = held(&visit).await?;
    let is_keeper = visit.role() == Role::MainUser;
    Ok(reader.page(
        "rights-title",
        &heading,
        view(texts, &rights, is_keeper, visit.today()),
    ))
}

fn view(texts: Texts, rights: &[Held], is_keeper: bool, today: Date) -> Markup {
    let columns = ["worker", "role", "holds", "reviewed", "next"];
    let columns = columns.map(|head| Column::new(texts.t(&format!("rights-{head}"))));
    let row = |right: &Held| {
        let next = format::date(right.review_by);
        vec![
            html! { (right.worker) },
            html! { (texts.t(&format!("role-{}", right.role))) },
            html! { (format::period(texts, right.valid_from, right.valid_until)) },
            html! {
                @match right.reviewed_at {
                    Some(at) => {
                        (format::date(format::finnish_time(at).date()))
                        @if let Some(name) = &right.reviewed_by { div.quiet.small { (name) } }
                    }
                    None => { span.quiet { (texts.t("rights-never")) } }
                }
            },
            html! { @if right.review_by < today { (Tag::over(next)) } @else { (next) } },
        ]
    };
    html! {
        (Paper::bare().with(html! {
            @if rights.is_empty() { (Empty::new(texts.t("rights-none"))) }
            @else {
                (Table::new("rights", texts.t("rights-title"), columns).caption_unseen().cards().rows(rights.iter().map(row)))
            }
        }))
        @if is_keeper { p.only-screen { a href="/admin/reviews" { (texts.t("accounts-reviews")) } } }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::review_by;

    #[test]
    fn a_review_is_due_on_the_same_day_of_the_month_e6() {
        assert_eq!(review_by(date(2026, 5, 23), 6), date(2026, 11, 23));
        assert_eq!(review_by(date(2025, 8, 31), 6), date(2026, 2, 28));
    }
}
