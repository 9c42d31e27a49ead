//! How the front page of the own account looks.

use jiff::civil::Date;
use polku_desk::account::{HeldRight, ListedSession, SecondFactors, SignedIn};
use polku_pages::{
    Locale, Markup, Texts,
    components::{Button, Fact, Facts, Notice, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};

use super::device;

/// What the page shows.
#[derive(Debug)]
pub(super) struct Overview {
    pub(super) signed_in: SignedIn,
    pub(super) factors: SecondFactors,
    pub(super) sessions: Vec<ListedSession>,
    pub(super) tokens: usize,
    pub(super) today: Date,
}

pub(super) fn overview(texts: Texts, shown: &Overview) -> Markup {
    let signed_in = &shown.signed_in;
    html! {
        @if signed_in.visitor.is_none() { (Notice::info(texts.t("account-choose-register"))) }
        (rights(texts, signed_in))
        (about(texts, signed_in))
        (signing_in(texts, shown))
        (sessions(texts, shown))
        (programs(texts, shown.tokens))
    }
}

fn rights(texts: Texts, signed_in: &SignedIn) -> Markup {
    let current = signed_in.visitor.as_ref().map(|visitor| visitor.right);
    let row = |right: &HeldRight| {
        let role = texts.t(&format!("role-{}", right.role));
        let row = Row::new(&right.register_name).words(&role);
        if current == Some(right.id) {
            row.action(Tag::good(texts.t("account-here")))
        } else {
            let go = Button::submit(texts.t("account-go"))
                .tiny()
                .about(format!("{}, {role}", right.register_name))
                .named("to", right.id.to_string());
            row.action(go)
        }
    };
    Paper::new(texts.t("account-rights")).with(html! {
        form method="post" action="/switch" { (rows(signed_in.rights.iter().map(row))) }
    })
}

fn about(texts: Texts, signed_in: &SignedIn) -> Markup {
    let mut state = FormState::new();
    state.set("language", &signed_in.locale);
    let form = Form::post(texts, "/account/language", &state);
    let languages = Locale::ALL.map(|locale| Choice::new(locale.code(), locale.own_name()));
    Paper::new(texts.t("account-own")).with_inside(html! {
        (Facts::list([
            Fact::new(texts.t("account-name"), &signed_in.display_name),
            Fact::new(texts.t("sign-in-user-name"), &signed_in.user_name),
        ]))
        p.quiet { (texts.t("account-own-help")) }
        (form.with(html! {
            (form.radios("language", texts.t("account-language"), languages))
            p.actions { (Button::submit(texts.t("account-language-save"))) }
        }))
    })
}

fn signing_in(texts: Texts, shown: &Overview) -> Markup {
    let codes = if shown.factors.one_time_codes {
        Tag::good(texts.t("account-codes-set"))
    } else {
        Tag::plain(texts.t("account-codes-unset"))
    };
    let passkeys = [("count", shown.factors.passkeys.into())];
    Paper::new(texts.t("account-signing-in")).with(rows([
        Row::new(texts.t("sign-in-password"))
            .action(Button::link("/account/password", texts.t("account-password-change")).tiny()),
        Row::new(texts.t("account-second-factor"))
            .words(html! { (codes) " " (texts.with("account-passkeys-count", &passkeys)) })
            .action(Button::link("/account/second-factor", texts.t("account-second-factor-change")).tiny()),
    ]))
}

fn sessions(texts: Texts, shown: &Overview) -> Markup {
    let own = shown.signed_in.session;
    let others = shown.sessions.iter().any(|session| session.session != own);
    Paper::new(texts.t("account-sessions")).with(html! {
        form method="post" action="/account/sessions/end-others" {
            (rows(shown.sessions.iter().map(|session| row_of(texts, session, session.session == own, shown.today))))
            @if others { div.inside { p.actions { (Button::submit(texts.t("account-sessions-end-others"))) } } }
        }
        div.inside { form method="post" action="/sign-out" { (Button::submit(texts.t("frame-sign-out"))) } }
    })
}

fn row_of(texts: Texts, session: &ListedSession, own: bool, today: Date) -> Row {
    let device = device::words(&session.device).unwrap_or_else(|| texts.t("account-device-unknown"));
    let time = |moment| format::near_time(texts, format::finnish_time(moment), today);
    let began = texts.with(
        "account-session-began",
        &[("when", time(session.created_at).into())],
    );
    let row = Row::new(&device).words(began);
    if own {
        return row.action(Tag::good(texts.t("account-session-this")));
    }
    let seen = time(session.last_seen_at);
    row.aside(texts.with("account-session-seen", &[("when", seen.as_str().into())]))
        .action(
            Button::submit(texts.t("account-session-end"))
                .tiny()
                .about(format!("{device}, {seen}"))
                .to(format!("/account/sessions/{}/end", session.session)),
        )
}

fn programs(texts: Texts, tokens: usize) -> Markup {
    let count = i64::try_from(tokens).unwrap_or(i64::MAX);
    Paper::new(texts.t("account-programs")).with(rows([
        Row::new(texts.t("account-tokens"))
            .words(texts.with("account-tokens-count", &[("count", count.into())]))
            .action(Button::link("/account/tokens", texts.t("account-tokens-open")).tiny()),
        Row::new(texts.t("account-calendar"))
            .action(Button::link("/account/calendar", texts.t("account-calendar-open")).tiny()),
    ]))
}
