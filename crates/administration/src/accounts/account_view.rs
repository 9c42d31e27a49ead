//! How the page of an account looks, and an enrolment link.

use jiff::civil::Date;
use polku_desk::{
    access::AddressPrivilege,
    account::{AccountState, ListedAccount, ListedRight},
};
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Notice, Paper, Row, Tag, rows},
    format, html,
};

use super::overview_view::right_words;

pub(super) fn account_page(texts: Texts, account: &ListedAccount, today: Date) -> Markup {
    let open = account.state == AccountState::Open;
    html! {
        @if !open { (Notice::info(texts.t("accounts-is-closed"))) }
        (Paper::new(texts.t("accounts-rights")).with(rows(account.rights.iter().map(|right| row(texts, right, today)))))
        @if open {
            (Disclosure::new(texts.t("accounts-renew")).with(html! {
                p { (texts.t("accounts-renew-what")) }
                form method="post" action={ "/admin/accounts/" (account.account) "/enrolment" } {
                    p.actions { (Button::submit(texts.t("accounts-renew-do")).danger()) }
                }
            }))
        }
    }
}

fn row(texts: Texts, right: &ListedRight, today: Date) -> Row {
    let words = right_words(texts, right);
    let over = right.valid_until.is_some_and(|until| until < today);
    let tag = if over {
        Tag::plain(texts.t("right-over"))
    } else if right.valid_from > today {
        Tag::draft(texts.t("right-later"))
    } else {
        Tag::good(texts.t("right-holds"))
    };
    let looked_at = right.reviewed_at.unwrap_or(right.granted_at);
    let row = Row::new(&words)
        .words(html! {
            (tag)
            @if right.addresses == AddressPrivilege::Reveals { " " (Tag::private(texts.t("right-reveals"))) }
        })
        .aside(texts.with(
            "right-looked-at",
            &[(
                "when",
                format::date(format::finnish_time(looked_at).date()).into(),
            )],
        ));
    if over {
        return row;
    }
    let end = Button::link(format!("/admin/rights/{}/end", right.id), texts.t("right-end"));
    row.action(end.tiny().about(words))
}

/// A link that is shown once.
pub(super) fn enrolment_link(texts: Texts, origin: &str, token: &str) -> Markup {
    let link = format!("{origin}{}#{token}", crate::enrolment::PATH);
    html! {
        (Notice::done(texts.t("accounts-link-once")).more(html! { p { code.secret { (link) } } }))
        p { (texts.t("accounts-link-what")) }
        p.actions { (Button::link("/admin", texts.t("accounts-back"))) }
    }
}
