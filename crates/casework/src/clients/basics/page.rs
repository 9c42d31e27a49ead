//! The pages of basic data.

use std::{collections::BTreeMap, sync::Arc};

use polku_desk::{
    Client, Granted, Read, SubjectId, Visit,
    access::{Action, AddressPrivilege, Resource, rules::conditions},
};
use polku_pages::{Texts, form::FormState};
use polku_profile::{Field, Profile};
use polku_web::{Answer, AtDesk, Fields, Path, Reader, StatusCode, flash};

use super::{
    change::{self, Saved},
    view::{self, Editing, Showing},
};
use crate::clients::{check, fields_view, input::BasicsInput, record::Basics, store, tabs, value};

/// Basic data with its sources.
pub(super) async fn show(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let basics = store::basics(&grant).await?;
    let showing = Showing {
        client: grant.subject(),
        tabs: tabs::of(&grant, reader.texts, "/basics"),
        profile: visit.profile()?,
        reveals: may_reveal(&visit),
        writes: super::WRITE.admits(visit.role()),
        basics,
    };
    let heading = view::heading(reader.texts, &showing);
    Ok(reader.page(
        "client-basics-title",
        &heading,
        view::body(reader.texts, &showing),
    ))
}

/// Whether this visitor may have a protected address shown, as far as the role and the right tell.
fn may_reveal(visit: &Visit) -> bool {
    visit.visitor().privileges.address == AddressPrivilege::Reveals
        && conditions(visit.role(), Action::Reveal, Resource::ProtectedAddress)
            .next()
            .is_some()
}

/// The form, filled with what is stored.
pub(super) async fn edit(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let opened = Opened::by(&grant).await?;
    let mut state = FormState::new();
    fields_view::fill(&mut state, &opened.basics, &opened.fields, reader.texts);
    fields_view::begin_origin(&mut state, &opened.profile);
    let editing = opened.editing(&visit, &state, BTreeMap::new());
    Ok(reader.page(
        "client-basics-edit-title",
        &view::edit_heading(reader.texts, &editing),
        view::form(reader.texts, &editing),
    ))
}

/// Stores what was typed, or shows it again with what is to be seen to.
pub(super) async fn save(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Fields(form): Fields,
) -> Answer {
    let seen = form.value("version").parse().unwrap_or(0);
    let input = BasicsInput::of_form(&form, &["version"]);
    let texts = reader.texts;
    let saved = change::save(&visit, client, &input, seen).await?;
    let grant = match saved {
        Saved::Done(_) => return Ok(flash(&format!("/clients/{client}/basics"), "client-basics-saved")),
        Saved::ToMend(_) | Saved::ChangedMeanwhile => visit.open::<Client, Read>(client).await?,
    };
    let opened = Opened::by(&grant).await?;
    let (state, stored_now, status) = if let Saved::ToMend(invalid) = saved {
        let state = Fields(form).with_errors(&reader, &invalid);
        (state, BTreeMap::new(), StatusCode::UNPROCESSABLE_ENTITY)
    } else {
        let stored_now = opened.differing(&form, texts);
        let mut state = form;
        state.error("", texts.t("client-changed-meanwhile"));
        (state, stored_now, StatusCode::CONFLICT)
    };
    // Errors are mended on the version that was seen; a conflict has now been shown, and is decided by saving again.
    let version = if status == StatusCode::CONFLICT {
        opened.basics.versions.sum()
    } else {
        seen
    };
    let editing = Editing {
        version,
        ..opened.editing(&visit, &state, stored_now)
    };
    let heading = view::edit_heading(texts, &editing);
    let mut answer = reader.page_to_mend(
        "client-basics-edit-title",
        &[],
        &heading,
        view::form(texts, &editing),
    );
    *answer.status_mut() = status;
    Ok(answer)
}

/// Basic data opened for the form.
struct Opened {
    client: SubjectId,
    profile: Arc<Profile>,
    basics: Basics,
    fields: Vec<Field>,
}

impl Opened {
    async fn by(grant: &Granted<'_, Client, Read>) -> Answer<Self> {
        let profile = grant.visit().profile()?;
        let basics = store::basics(grant).await?;
        let fields = check::editable(&profile, basics.special.is_some());
        Ok(Self {
            client: grant.subject(),
            profile,
            basics,
            fields,
        })
    }

    fn editing<'a>(
        &'a self,
        visit: &Visit,
        state: &'a FormState,
        stored_now: BTreeMap<Field, String>,
    ) -> Editing<'a> {
        Editing {
            client: self.client,
            name: visit.name_of(self.client).unwrap_or_default(),
            profile: &self.profile,
            fields: &self.fields,
            is_protected: self.basics.is_protected(),
            today: visit.today(),
            version: self.basics.versions.sum(),
            state,
            stored_now,
        }
    }

    /// What is stored now in the fields where something else was typed.
    fn differing(&self, form: &FormState, texts: Texts) -> BTreeMap<Field, String> {
        let mut differing = BTreeMap::new();
        for field in &self.fields {
            let kept = self.basics.values(*field);
            let as_typed: Vec<String> = kept
                .iter()
                .map(|kept| value::typed(*field, kept, texts))
                .collect();
            if as_typed.join(", ") != form.value(field.key()).trim() {
                let shown: Vec<String> = kept
                    .iter()
                    .map(|kept| value::shown(*field, kept, texts))
                    .collect();
                let shown = if shown.is_empty() {
                    texts.t("client-stored-nothing")
                } else {
                    shown.join(", ")
                };
                differing.insert(*field, shown);
            }
        }
        differing
    }
}
