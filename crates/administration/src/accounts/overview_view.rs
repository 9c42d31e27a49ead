//! How the front page looks.

use jiff::civil::Date;
use polku_desk::account::{AccountState, EnrolmentState, ListedAccount, ListedRight};
use polku_pages::{
    Markup, Texts,
    components::{Column, Disclosure, Empty, Paper, Row, Table, Tag, rows},
    format, html,
};
use polku_profile::{Passage, Said};

use crate::joining::{self, Duty};

/// What the page shows.
#[derive(Debug)]
pub(super) struct Overview {
    pub(super) accounts: Vec<ListedAccount>,
    /// What waits in other rooms.
    pub(super) duties_elsewhere: Vec<Duty>,
    pub(super) to_review: usize,
    pub(super) feedback: usize,
    pub(super) duties: Vec<Passage>,
    /// Whether the register assesses, so that there are instruments and skills to keep.
    pub(super) keeps_instruments: bool,
    /// Whether the register has agreements, and so their templates.
    pub(super) keeps_agreements: bool,
    /// Whether the register pays to clients' accounts: then somebody tells from which account.
    pub(super) pays: bool,
    pub(super) today: Date,
}

pub(super) fn overview(texts: Texts, shown: &Overview) -> Markup {
    let (open, closed): (Vec<_>, Vec<_>) = shown
        .accounts
        .iter()
        .partition(|account| account.state == AccountState::Open);
    html! {
        (due(texts, shown))
        (Paper::new(texts.t("accounts-open")).with(table(texts, "accounts", "accounts-open", &open, shown.today)))
        @if !closed.is_empty() {
            (Disclosure::new(texts.t("accounts-closed"))
                .with(table(texts, "closed-accounts", "accounts-closed", &closed, shown.today)))
        }
        (Paper::new(texts.t("accounts-more")).with_inside(html! {
            ul {
                li { a href="/admin/reviews" { (texts.t("accounts-reviews")) } }
                li { a href="/admin/policy" { (texts.t("policy-heading")) } }
                li { a href="/admin/notice" { (texts.t("notice-title")) } }
                li { a href="/admin/register" { (texts.t("register-heading")) } }
                li { a href="/admin/feedback" { (texts.t("feedback-waiting")) } }
                li { a href="/breaches" { (texts.t("breaches-title")) } }
                li { a href="/register-decisions" { (texts.t("register-decisions-title")) } }
                li { a href="/secondary-use" { (texts.t("secondary-use-title")) } }
                li { a href="/admin/rights" { (texts.t("rights-title")) } }
                li { a href="/admin/training" { (texts.t("training-title")) } }
                li { a href="/admin/processors" { (texts.t("processors-title")) } }
                @if shown.keeps_instruments {
                    li { a href="/instruments" { (texts.t("instruments-title")) } }
                    li { a href="/skills" { (texts.t("skills-list-title")) } }
                }
                @if shown.keeps_agreements {
                    li { a href="/admin/agreement-templates" { (texts.t("agreement-templates-title")) } }
                }
                @if shown.pays { li { a href="/admin/payer" { (texts.t("payer-link")) } } }
            }
        }))
        @if !shown.duties.is_empty() { (duties(texts, &shown.duties)) }
    }
}

/// What waits for the main user (E6).
fn due(texts: Texts, shown: &Overview) -> Markup {
    let waits = |account: &&ListedAccount| {
        account.state == AccountState::Open && account.enrolment == EnrolmentState::Waiting
    };
    let not_in_use = shown.accounts.iter().filter(waits).count();
    let waiting = [
        (shown.to_review, "accounts-reviews-due", Some("/admin/reviews")),
        (shown.feedback, "accounts-feedback-due", Some("/admin/feedback")),
        (not_in_use, "accounts-enrolments-due", None),
    ];
    let elsewhere = shown.duties_elsewhere.iter();
    let elsewhere = elsewhere.map(|duty| joining::row(texts, duty, shown.today));
    let waiting: Vec<Row> = waiting
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, key, href)| {
            let words = texts.with(key, &[("count", count.into())]);
            match href {
                Some(href) => Row::link(href, words),
                None => Row::new(words),
            }
        })
        .chain(elsewhere)
        .collect();
    Paper::new(texts.t("accounts-due")).with(html! {
        @if waiting.is_empty() { (Empty::new(texts.t("accounts-due-none"))) } @else { (rows(waiting)) }
    })
}

fn table(texts: Texts, id: &str, caption: &str, accounts: &[&ListedAccount], today: Date) -> Table {
    let columns = [
        "accounts-name",
        "sign-in-user-name",
        "accounts-rights",
        "accounts-state",
    ];
    let row = |account: &&ListedAccount| {
        let href = format!("/admin/accounts/{}", account.account);
        vec![
            html! { a href=(href) { (account.display_name) } },
            html! { (account.user_name) },
            html! { @for right in in_force_or_later(account, today) { div { (right_words(texts, right)) } } },
            state(texts, account, today),
        ]
    };
    Table::new(
        id,
        texts.t(caption),
        columns.map(|column| Column::new(texts.t(column))),
    )
    .caption_unseen()
    .cards()
    .rows(accounts.iter().map(row))
}

fn in_force_or_later(account: &ListedAccount, today: Date) -> impl Iterator<Item = &ListedRight> {
    account
        .rights
        .iter()
        .filter(move |right| right.valid_until.is_none_or(|until| until >= today))
}

fn state(texts: Texts, account: &ListedAccount, today: Date) -> Markup {
    let holds = |right: &ListedRight| right.valid_from <= today;
    html! {
        @if account.state == AccountState::Closed {
            (Tag::plain(texts.t("accounts-state-closed")))
        } @else if account.enrolment == EnrolmentState::Waiting {
            (Tag::due(texts.t("accounts-state-waiting")))
        } @else if in_force_or_later(account, today).any(holds) {
            (Tag::good(texts.t("accounts-state-open")))
        } @else {
            (Tag::plain(texts.t("accounts-state-none")))
        }
    }
}

/// "Coach, 1.1.2026–30.6.2026"
pub(super) fn right_words(texts: Texts, right: &ListedRight) -> String {
    let role = texts.t(&format!("role-{}", right.role));
    format!(
        "{role}, {}",
        format::period(texts, right.valid_from, right.valid_until)
    )
}

/// What the register's notice promises of its main user (E6).
fn duties(texts: Texts, duties: &[Passage]) -> Markup {
    Paper::new(texts.t("accounts-duties")).with_inside(html! {
        ul {
            @for duty in duties {
                @match duty.get(texts.locale().into()) {
                    Said::AsAsked(words) => li { (words) },
                    Said::OnlyInFinnish(words) => li lang="fi" { (words) },
                }
            }
        }
    })
}
