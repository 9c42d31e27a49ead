//! Error pages: what happened, what happened to the work, what to do now.

use super::{Bare, Frame, Heading, Portal};
use crate::components::{Button, Notice};
use crate::texts::Texts;
use maud::{Markup, html};

/// Why the page asked for is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// 400: what was sent could not be read.
    BadRequest,
    /// 401: signed out meanwhile.
    SignedOut,
    /// 403: this needs signing in once more, more strongly.
    StepUpNeeded,
    /// 404: not there, or not for this person to know of. One and the same page (A8).
    NotFound,
    /// 423: the person's data is frozen (GDPR 18). Only for whoever could see the person otherwise.
    Restricted,
    /// 409: somebody else changed the same thing meanwhile.
    Conflict,
    /// 413: a file or text is larger than is taken in.
    TooLarge,
    /// 429: too many tries.
    TooMany,
    /// 500: our fault.
    Internal,
    /// 503: the service is being looked after.
    Unavailable,
}

/// What happened to what the person was doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// Nothing was being saved.
    #[default]
    Nothing,
    /// It was saved before this happened.
    Saved,
    /// It was not saved, and is still on the page one came from (Back brings it back).
    Kept,
    /// It was not saved.
    NotSaved,
}

impl Problem {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::BadRequest,
        Self::SignedOut,
        Self::StepUpNeeded,
        Self::NotFound,
        Self::Restricted,
        Self::Conflict,
        Self::TooLarge,
        Self::TooMany,
        Self::Internal,
        Self::Unavailable,
    ];

    /// The HTTP status.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::SignedOut => 401,
            Self::StepUpNeeded => 403,
            Self::NotFound => 404,
            Self::Restricted => 423,
            Self::Conflict => 409,
            Self::TooLarge => 413,
            Self::TooMany => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::BadRequest => "problem-bad-request",
            Self::SignedOut => "problem-signed-out",
            Self::StepUpNeeded => "problem-step-up",
            Self::NotFound => "problem-not-found",
            Self::Restricted => "problem-restricted",
            Self::Conflict => "problem-conflict",
            Self::TooLarge => "problem-too-large",
            Self::TooMany => "problem-too-many",
            Self::Internal => "problem-internal",
            Self::Unavailable => "problem-unavailable",
        }
    }

    /// The page inside the frame of somebody signed in. The frame's own title is replaced.
    /// `reference` is the request's number to quote to the main user; give none for a 404.
    #[must_use]
    pub fn render_in(self, frame: &Frame, work: Work, reference: Option<&str>) -> Markup {
        let navigation = frame
            .navigation
            .iter()
            .map(|item| item.clone().current(false))
            .collect();
        let frame = Frame {
            navigation,
            title: self.title(),
            flash: None,
            scripts: Vec::new(),
            ..frame.clone()
        };
        frame.render(
            &self.heading(frame.texts),
            self.body(frame.texts, work, reference),
        )
    }

    /// The page for somebody not signed in, or when nothing is known of the request.
    #[must_use]
    pub fn render_bare(self, texts: Texts, work: Work, reference: Option<&str>) -> Markup {
        let frame = Bare {
            texts,
            title: self.title(),
            path: "/".into(),
            ..Bare::default()
        };
        frame.render(&self.heading(texts), self.body(texts, work, reference))
    }

    /// The page in the client portal's frame.
    #[must_use]
    pub fn render_in_portal(self, frame: &Portal, work: Work) -> Markup {
        let texts = frame.texts;
        let frame = Portal {
            title: self.title(),
            flash: None,
            ..frame.clone()
        };
        let body = html! {
            div.problem {
                p { (texts.t(&format!("{}-what", self.title()))) }
                @if let Some(notice) = what_became_of(texts, work) { (notice) }
                p.actions { (Button::link("/own", texts.t("problem-to-start")).main()) }
            }
        };
        frame.render(&self.heading(texts), body)
    }

    fn heading(self, texts: Texts) -> Heading {
        Heading::new(texts.t(self.title()))
    }

    fn body(self, texts: Texts, work: Work, reference: Option<&str>) -> Markup {
        html! {
            div.problem {
                p { (texts.t(&format!("{}-what", self.title()))) }
                @if let Some(notice) = what_became_of(texts, work) { (notice) }
                p { (texts.t(&format!("{}-next", self.title()))) }
                p.actions { (self.way_on(texts)) }
                @if let Some(reference) = reference {
                    p.quiet.small { (texts.with("problem-reference", &[("reference", reference.into())])) }
                }
            }
        }
    }

    fn way_on(self, texts: Texts) -> Button {
        match self {
            Self::SignedOut => Button::link("/sign-in", texts.t("problem-to-sign-in")).main(),
            Self::StepUpNeeded => Button::link("/sign-in/again", texts.t("problem-to-step-up")).main(),
            _ => Button::link("/", texts.t("problem-to-start")).main(),
        }
    }
}

fn what_became_of(texts: Texts, work: Work) -> Option<Notice> {
    match work {
        Work::Nothing => None,
        Work::Saved => Some(Notice::done(texts.t("problem-work-saved"))),
        Work::Kept => Some(Notice::warning(texts.t("problem-work-kept"))),
        Work::NotSaved => Some(Notice::failed(texts.t("problem-work-not-saved"))),
    }
}
