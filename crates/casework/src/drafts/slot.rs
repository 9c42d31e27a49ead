//! The place of a draft in a form.

use jiff::{Timestamp, civil::Date};
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Notice, Tag},
    form::FormState,
    format, html,
};
use polku_web::API;
use uuid::Uuid;

use super::draft::{Draft, DraftKind};

/// What a form offers to go on with.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The draft that the form goes on with, or the place of a new one.
    pub slot: Slot,
    /// What was typed into it, when it is not new.
    pub typed: Option<FormState>,
    /// Other drafts of the same, of another device perhaps: id and when each was saved.
    pub others: Vec<(Uuid, Timestamp)>,
}

/// Which draft a form saves to.
#[derive(Clone, Debug)]
pub struct Slot {
    client: SubjectId,
    kind: DraftKind,
    target: Option<Uuid>,
    id: Uuid,
    /// 0 until it was saved.
    version: i64,
    saved_at: Option<Timestamp>,
}

impl Offer {
    /// Chooses among one's drafts, the latest first; `fresh` is the id of a new one.
    pub(super) fn of(
        client: SubjectId,
        kind: DraftKind,
        target: Option<Uuid>,
        mut drafts: Vec<Draft>,
        chosen: Option<Uuid>,
        fresh: Uuid,
    ) -> Self {
        let place = drafts
            .iter()
            .position(|draft| Some(draft.id) == chosen)
            .unwrap_or(0);
        let draft = (place < drafts.len()).then(|| drafts.remove(place));
        let slot = Slot {
            client,
            kind,
            target,
            id: draft.as_ref().map_or(fresh, |draft| draft.id),
            version: draft.as_ref().map_or(0, |draft| draft.version),
            saved_at: draft.as_ref().map(|draft| draft.saved_at),
        };
        Self {
            slot,
            typed: draft.map(|draft| FormState::from(draft.fields.0)),
            others: drafts.iter().map(|draft| (draft.id, draft.saved_at)).collect(),
        }
    }

    /// Tells of the other drafts; `continue_at` is the address of the form, to which the draft's id is added.
    #[must_use]
    pub fn others(&self, texts: Texts, today: Date, continue_at: &str) -> Markup {
        html! {
            @for (id, saved_at) in &self.others {
                @let told = texts.with("drafts-another", &[("when", when(texts, *saved_at, today).into())]);
                (Notice::info(told).more(html! {
                    form method="post" action={ "/clients/" (self.slot.client) "/drafts/" (id) "/discard" } {
                        (Button::link(format!("{continue_at}?draft={id}"), texts.t("drafts-continue")).tiny())
                        " "
                        (Button::submit(texts.t("drafts-discard")).tiny())
                    }
                }))
            }
        }
    }
}

impl Slot {
    /// The same place after the form came back with something to mend.
    #[must_use]
    pub fn of_form(
        client: SubjectId,
        kind: DraftKind,
        target: Option<Uuid>,
        form: &FormState,
        fresh: Uuid,
    ) -> Self {
        Self {
            client,
            kind,
            target,
            id: form.value("draft").parse().unwrap_or(fresh),
            version: form.value("draft_version").parse().unwrap_or(0),
            saved_at: None,
        }
    }

    /// What a form has among its fields: the hidden ones, and the line that tells what became of the draft.
    #[must_use]
    pub fn line(&self, texts: Texts, today: Date) -> Markup {
        html! {
            input type="hidden" name="draft" value=(self.id);
            input type="hidden" name="draft_version" value=(self.version);
            input type="hidden" name="draft_kind" value=(self.kind.name());
            @if let Some(target) = self.target { input type="hidden" name="draft_target" value=(target); }
            p.draft-line role="status"
                data-draft={ (API) "/clients/" (self.client) "/drafts/" (self.id) }
                data-kept-here=(texts.t("drafts-kept-here"))
                data-only-here=(texts.t("drafts-only-here"))
                data-signed-out=(texts.t("drafts-signed-out"))
                data-refused=(texts.t("drafts-refused"))
                data-restored=(texts.t("drafts-restored")) {
                @if let Some(saved_at) = self.saved_at {
                    (Tag::draft(texts.t("common-draft"))) " "
                    (texts.with("drafts-saved", &[("when", when(texts, saved_at, today).into())]))
                }
            }
        }
    }

    /// The buttons beside the form's own: saving as a draft where there is no JavaScript, and throwing it away.
    #[must_use]
    pub fn buttons(&self, texts: Texts) -> Markup {
        html! {
            span.without-script {
                (Button::submit(texts.t("common-save-draft")).to(format!("/clients/{}/drafts", self.client)).unchecked())
            }
            @if self.version > 0 {
                (Button::submit(texts.t("drafts-discard"))
                    .to(format!("/clients/{}/drafts/{}/discard", self.client, self.id)).unchecked())
            }
        }
    }

    /// What was typed can be thrown away where there is no form any more to go on in.
    #[must_use]
    pub fn alone(&self, texts: Texts) -> Markup {
        html! {
            @if self.version > 0 {
                form.action-bar method="post" action={ "/clients/" (self.client) "/drafts/" (self.id) "/discard" } {
                    (Button::submit(texts.t("drafts-discard")))
                }
            }
        }
    }
}

/// `klo 14.05` of today, `eilen 15.42`, `pe 20.11. 9.05`.
pub(super) fn when(texts: Texts, saved_at: Timestamp, today: Date) -> String {
    let moment = format::finnish_time(saved_at);
    if moment.date() == today {
        format::clock(texts.locale(), moment.time())
    } else {
        format::near_time(texts, moment, today)
    }
}
