//! The whole HTML document around a page: header, navigation, heading, footer.

mod account;
mod bare;
mod closed;
mod document;
mod footer;
mod header;
mod heading;
mod navigation;
mod portal;
mod problem;

pub use account::{SignedIn, Switch};
pub use bare::Bare;
pub use closed::Closed;
pub use header::{Band, RegisterLabel};
pub use heading::Heading;
pub use navigation::NavItem;
pub use portal::Portal;
pub use problem::{Problem, Work};

use crate::components::Notice;
use crate::texts::Texts;
use maud::{Markup, Render, html};

/// What stands around a page. Made once per request by the web room; a slice fills heading and body.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The texts of the reader's language.
    pub texts: Texts,
    /// Fluent key of the browser's title. It names the *kind* of page only, never a person (A8).
    pub title: &'static str,
    /// The register one is in, always visible.
    pub register: Option<RegisterLabel>,
    /// Who is signed in; without it neither find field nor own menu exists.
    pub signed_in: Option<SignedIn>,
    /// The main navigation, at most seven items, already limited to what the role has.
    pub navigation: Vec<NavItem>,
    /// What just happened, shown once above the page's heading.
    pub flash: Option<Flash>,
    /// The path of this page (no query), to come back to after choosing another language.
    pub path: String,
    /// Names of further script assets this page needs, such as `js/attendance.js`.
    pub scripts: Vec<&'static str>,
}

/// What just happened, told on the next page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    /// How it went.
    pub kind: FlashKind,
    /// One sentence: `Tallennettu 14.05`.
    pub text: String,
}

/// How what was asked for went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlashKind {
    /// Done as asked.
    Done,
    /// Done, with something to see to.
    Warning,
    /// Not done.
    Failed,
}

impl Flash {
    /// Done as asked.
    #[must_use]
    pub fn done(text: impl Into<String>) -> Self {
        Self {
            kind: FlashKind::Done,
            text: text.into(),
        }
    }

    /// Done, with something to see to.
    #[must_use]
    pub fn warning(text: impl Into<String>) -> Self {
        Self {
            kind: FlashKind::Warning,
            text: text.into(),
        }
    }

    /// Not done.
    #[must_use]
    pub fn failed(text: impl Into<String>) -> Self {
        Self {
            kind: FlashKind::Failed,
            text: text.into(),
        }
    }
}

impl Frame {
    /// The whole document. A page without a heading of its own (a fragment in a frame) is not a page.
    #[must_use]
    pub fn render(&self, heading: &Heading, body: impl Render) -> Markup {
        let content = html! {
            (header::header(self))
            div.body {
                (navigation::side(self.texts, &self.navigation))
                main #content tabindex="-1" {
                    @if let Some(flash) = &self.flash { (flash_notice(flash)) }
                    (heading)
                    (body)
                }
            }
            (footer::footer(self.texts, &self.path))
            (navigation::bottom(self.texts, &self.navigation))
        };
        document::document(self.texts, self.title, &self.scripts, &content)
    }
}

fn flash_notice(flash: &Flash) -> Notice {
    match flash.kind {
        FlashKind::Done => Notice::done(&flash.text),
        FlashKind::Warning => Notice::warning(&flash.text),
        FlashKind::Failed => Notice::failed(&flash.text),
    }
}
