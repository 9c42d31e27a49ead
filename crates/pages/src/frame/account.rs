//! The own menu: who is signed in and as what, switching, own account, signing out.

use super::navigation::NavItem;
use crate::texts::Texts;
use maud::{Markup, html};

/// Who is signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignedIn {
    /// The worker's own name.
    pub display_name: String,
    /// Fluent key of the role one acts in now, such as `role-coach`.
    pub role_key: &'static str,
    /// The registers and roles one may switch to, the present one among them.
    pub switches: Vec<Switch>,
    /// Places that are seldom needed and yet must be found.
    pub places: Vec<NavItem>,
}

/// A register and role to switch to (`POST /switch` with the field `to`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switch {
    /// What is posted as `to`.
    pub value: String,
    /// What is read: register and role.
    pub label: String,
    /// Whether this is where one is.
    pub current: bool,
}

pub(super) fn menu(texts: Texts, signed_in: &SignedIn) -> Markup {
    html! {
        details.own-menu data-menu {
            summary {
                span.unseen { (texts.t("frame-own-menu")) " " }
                span.own-name { (signed_in.display_name) }
                span.own-initials aria-hidden="true" { (initials(&signed_in.display_name)) }
            }
            div.own-panel {
                p.own-who {
                    strong { (signed_in.display_name) }
                    span.quiet { (texts.t(signed_in.role_key)) }
                }
                @if signed_in.switches.len() > 1 { (switches(texts, &signed_in.switches)) }
                ul {
                    @for place in &signed_in.places {
                        li { a href=(place.href) aria-current=[place.current.then_some("page")] { (texts.t(place.key)) } }
                    }
                    li { a href="/account" { (texts.t("frame-account")) } }
                    li.needs-script {
                        button type="button" data-keys-switch aria-pressed="true" {
                            (texts.t("frame-keys"))
                            span.quiet.when-on { (texts.t("frame-keys-on")) }
                            span.quiet.when-off { (texts.t("frame-keys-off")) }
                        }
                    }
                    li {
                        form method="post" action="/sign-out" {
                            button type="submit" { (texts.t("frame-sign-out")) }
                        }
                    }
                }
            }
        }
    }
}

fn switches(texts: Texts, switches: &[Switch]) -> Markup {
    html! {
        form.own-switches method="post" action="/switch" {
            p.quiet #switch-label { (texts.t("frame-switch")) }
            ul aria-labelledby="switch-label" {
                @for switch in switches {
                    li {
                        button type="submit" name="to" value=(switch.value)
                            aria-current=[switch.current.then_some("true")] { (switch.label) }
                    }
                }
            }
        }
    }
}

/// Two letters stand for the name where it does not fit, on a phone.
fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|part| part.chars().next())
        .take(2)
        .collect()
}
