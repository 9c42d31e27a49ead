//! What is typed at intake.

use polku_desk::{AccountId, SubjectId};
use polku_pages::form::FormState;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{clients::input::BasicsInput, relationships::RelationshipInput};

/// Somebody to be taken in.
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct IntakeInput {
    /// Basic data.
    #[serde(flatten)]
    pub(crate) basics: BasicsInput,
    /// How and since when the person is a client.
    pub(crate) relationship: RelationshipInput,
    /// Who answers for the client, by account. A coach who takes somebody in answers for them without saying so.
    pub(crate) responsible: Option<AccountId>,
    /// Those of whom the worker has found that they are other people.
    pub(crate) not_the_same: Vec<SubjectId>,
}

/// The form's controls that are not fields.
pub(super) const BESIDES: &[&str] = &[
    "basis",
    "started_on",
    "referring_body",
    "referrer",
    "referred_on",
    "cover_note",
    "responsible",
    "not_the_same",
];

impl IntakeInput {
    /// The input of a posted form.
    pub(super) fn of_form(form: &FormState) -> Self {
        let of = |name: &str| form.value(name).to_owned();
        Self {
            basics: BasicsInput::of_form(form, BESIDES),
            relationship: RelationshipInput {
                basis: of("basis"),
                started_on: of("started_on"),
                referring_body: of("referring_body"),
                referrer: of("referrer"),
                referred_on: of("referred_on"),
                cover_note: of("cover_note"),
            },
            responsible: form.typed("responsible").and_then(|id| id.parse().ok()),
            not_the_same: form
                .all("not_the_same")
                .iter()
                .filter_map(|id| id.parse().ok())
                .collect(),
        }
    }
}
