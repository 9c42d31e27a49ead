//! The top of a page: product, register with its band, find field, own menu.

use super::{Frame, account};
use crate::texts::Texts;
use maud::{Markup, html};

/// Which register one is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterLabel {
    /// The register's name in the reader's language, from its profile.
    pub name: String,
    /// The colour of its band, to tell registers apart at a glance beside the name.
    pub band: Band,
}

/// The colour of a register's band. It never stands alone: the name is always beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Band {
    /// Green.
    #[default]
    Green,
    /// Light blue.
    Cyan,
    /// Violet.
    Violet,
    /// Orange.
    Orange,
    /// Yellow.
    Yellow,
    /// Grey.
    Grey,
}

impl Band {
    /// All bands, in the order in which registers get them.
    pub const ALL: [Self; 6] = [
        Self::Green,
        Self::Cyan,
        Self::Violet,
        Self::Orange,
        Self::Yellow,
        Self::Grey,
    ];

    /// The band's name in profiles and styles: `green`, `cyan`, `violet`, `orange`, `yellow`, `grey`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Cyan => "cyan",
            Self::Violet => "violet",
            Self::Orange => "orange",
            Self::Yellow => "yellow",
            Self::Grey => "grey",
        }
    }

    /// The band of a name written in a profile.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.name() == name)
    }
}

pub(super) fn header(frame: &Frame) -> Markup {
    let texts = frame.texts;
    let band = frame
        .register
        .as_ref()
        .map_or("none", |register| register.band.name());
    html! {
        header.top data-band=(band) {
            a.product href="/" { (texts.t("frame-product")) }
            @if let Some(register) = &frame.register {
                span.register {
                    span.unseen { (texts.t("frame-register")) " " }
                    (register.name)
                }
            }
            @if let Some(signed_in) = &frame.signed_in {
                (find_field(texts))
                (account::menu(texts, signed_in))
            }
        }
    }
}

/// A name or code typed here never goes into an address (A8): the form posts, with and without scripts.
fn find_field(texts: Texts) -> Markup {
    html! {
        form.find role="search" method="post" action="/find" data-find
            data-wait=(texts.t("frame-find-wait")) data-failed=(texts.t("frame-find-failed")) {
            label.unseen for="find" { (texts.t("frame-find-label")) }
            input #find type="search" name="q" autocomplete="off" autocapitalize="off" spellcheck="false"
                maxlength="100" enterkeyhint="search" placeholder=(texts.t("frame-find-hint"));
            kbd aria-hidden="true" { "/" }
            button.unseen-until-focus type="submit" { (texts.t("frame-find-do")) }
        }
    }
}
