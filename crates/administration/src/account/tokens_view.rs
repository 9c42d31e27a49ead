//! How the page of tokens looks.

use jiff::civil::Date;
use polku_desk::{
    access::Resource,
    account::{HeldRight, ListedToken, TokenReach, TokenScope},
};
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Notice, Paper, Row, action_bar, rows},
    form::{Choice, Form, FormState},
    format, html,
};

/// What the page shows.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    pub(super) rights: &'a [HeldRight],
    pub(super) listed: &'a [ListedToken],
    /// The text of the token that was just issued.
    pub(super) issued: Option<&'a str>,
    pub(super) today: Date,
}

pub(super) fn tokens(texts: Texts, shown: &Tokens<'_>, state: &FormState) -> Markup {
    html! {
        @if let Some(token) = shown.issued {
            (Notice::done(texts.t("account-shown-once")).more(html! { p { code.secret { (token) } } }))
        }
        (held(texts, shown))
        (Paper::new(texts.t("account-token-new")).with_inside(new(texts, shown.rights, state)))
    }
}

fn held(texts: Texts, shown: &Tokens<'_>) -> Markup {
    Paper::new(texts.t("account-tokens-held")).with(html! {
        @if shown.listed.is_empty() {
            (Empty::new(texts.t("account-tokens-none")))
        } @else {
            form method="post" { (rows(shown.listed.iter().map(|token| row(texts, token, shown)))) }
        }
    })
}

fn row(texts: Texts, token: &ListedToken, shown: &Tokens<'_>) -> Row {
    let time = |moment| format::near_time(texts, format::finnish_time(moment), shown.today);
    let right = shown.rights.iter().find(|right| right.id == token.right);
    let where_to = right.map(|right| right_words(texts, right)).unwrap_or_default();
    let used = token.last_used_at.map_or_else(
        || texts.t("account-passkey-unused"),
        |moment| texts.with("account-passkey-used", &[("when", time(moment).into())]),
    );
    let ends = texts.with("account-token-ends", &[("when", time(token.expires_at).into())]);
    Row::new(&token.name)
        .words(html! { (where_to) " · " (scope_words(texts, &token.scope)) " · " (ends) })
        .aside(used)
        .action(
            Button::submit(texts.t("account-token-revoke"))
                .tiny()
                .danger()
                .about(&token.name)
                .to(format!("/account/tokens/{}/revoke", token.id)),
        )
}

fn right_words(texts: Texts, right: &HeldRight) -> String {
    format!(
        "{}, {}",
        right.register_name,
        texts.t(&format!("role-{}", right.role))
    )
}

fn scope_words(texts: Texts, scope: &TokenScope) -> String {
    let reach = reach_words(texts, scope.reach);
    match &scope.resources {
        None => reach,
        Some(resources) => {
            let names: Vec<String> = resources
                .iter()
                .map(|resource| resource_words(texts, *resource))
                .collect();
            format!("{reach}: {}", names.join(", "))
        }
    }
}

fn reach_words(texts: Texts, reach: TokenReach) -> String {
    texts.t(&format!("account-token-{reach}"))
}

fn resource_words(texts: Texts, resource: Resource) -> String {
    texts.t(&format!("access-data-{resource}"))
}

fn new(texts: Texts, rights: &[HeldRight], state: &FormState) -> Markup {
    let form = Form::post(texts, "/account/tokens", state);
    let rights = rights
        .iter()
        .map(|right| Choice::new(right.id.to_string(), right_words(texts, right)));
    let reaches = TokenReach::ALL
        .iter()
        .map(|reach| Choice::new(reach.name(), reach_words(texts, *reach)));
    let resources = Resource::ALL
        .iter()
        .map(|resource| Choice::new(resource.name(), resource_words(texts, *resource)));
    form.with(html! {
        p { (texts.t("account-tokens-what")) }
        (form.text("name", texts.t("account-token-name")).help(texts.t("account-token-name-help")).max_length(100))
        (form.select("right", texts.t("account-token-right"), rights))
        (form.radios("reach", texts.t("account-token-reach"), reaches))
        (form.checkboxes("resources", texts.t("account-token-resources"), resources)
            .help(texts.t("account-token-resources-help")).optional())
        (form.date("until", texts.t("account-token-until")).help(texts.t("account-token-until-help")))
        (action_bar([Button::submit(texts.t("account-token-issue")).main()]))
    })
}
