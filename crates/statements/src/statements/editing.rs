//! Writing a statement: the editor, taking a section from the record again, and two people who write at once.

use std::collections::BTreeMap;

use polku_casework::{
    drafts::{self, DraftKind, Slot},
    keeping,
};
use polku_desk::{Client, DeskError, Granted, Read, SubjectId};
use polku_pages::{Markup, form::FormState, html};
use polku_profile::Activity;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    change::{self, address, texts_of},
    drafting::Drafting,
    editor_view::{Editor, filled},
    input::{ContentInput, field},
    kept,
    page::Opened,
    record::Record,
    rules,
    statement::{Content, LeftOut, Part, parts},
};

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    draft: String,
}

pub(super) async fn edit(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let desk = Desktop::of(&grant, id).await?;
    if let Err(key) = rules::may_write(desk.opened.statement.state, desk.opened.signs) {
        let (heading, body) = desk.opened.page(&grant, reader.texts, Some(key))?;
        return Ok(reader.page_to_mend("statements-one-title", &[], &heading, body));
    }
    let offer = drafts::offer(&grant, DraftKind::Statement, Some(id), asked.draft.parse().ok()).await?;
    let state = offer.typed.clone().unwrap_or_else(|| desk.filled());
    // What was begun on an earlier version is saved on that one, so that what others wrote since is shown beside it.
    let version = state
        .value("version")
        .parse()
        .unwrap_or(desk.opened.statement.version);
    let here = format!("{}/edit", address(client, id));
    let editor = desk.editor(&grant, &reader, &state, &offer.slot, version);
    let body = html! { (offer.others(reader.texts, visit.today(), &here)) (editor.render()) };
    Ok(reader.page(
        "statements-edit-title",
        &desk.opened.heading(&grant, reader.texts),
        body,
    ))
}

pub(super) async fn save(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let input = ContentInput::of_form(&fields.0);
    let seen = seen(&fields)?;
    let failure = match change::save(&visit, client, id, seen, &input).await {
        Ok(()) if fields.0.value("then") == "preview" => {
            return Ok(flash(&address(client, id), "statements-saved"));
        }
        Ok(()) => {
            return Ok(flash(
                &format!("{}/edit", address(client, id)),
                "statements-saved",
            ));
        }
        Err(failure) => failure,
    };
    let (state, is_changed) = match failure {
        Failure::Invalid(invalid) if invalid.iter().all(|invalid| invalid.field != "state") => {
            (fields.with_errors(&reader, &invalid), false)
        }
        Failure::Desk(DeskError::Conflict) => (fields.0, true),
        // Sent or signed meanwhile: what was typed is shown beside, and nothing of it is stored.
        Failure::Invalid(invalid) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let desk = Desktop::of(&grant, id).await?;
            let key = invalid.first().map(|invalid| invalid.key);
            let (heading, body) = desk.opened.page(&grant, reader.texts, key)?;
            let body = html! { (body) (desk.typed_beside(&reader, &fields.0)) };
            return Ok(reader.page_to_mend("statements-one-title", &[], &heading, body));
        }
        other => return Err(other),
    };
    let grant = visit.open::<Client, Read>(client).await?;
    let desk = Desktop::of(&grant, id).await?;
    let slot = slot(&visit, client, id, &state);
    let stored = desk.opened.statement.content.clone();
    let version = if is_changed {
        desk.opened.statement.version
    } else {
        seen
    };
    let mut editor = desk.editor(&grant, &reader, &state, &slot, version);
    editor.stored_now = is_changed.then_some(&stored);
    Ok(reader.page_to_mend(
        "statements-edit-title",
        &[],
        &desk.opened.heading(&grant, reader.texts),
        editor.render(),
    ))
}

/// The editor again, with one section as the record gives it now. Nothing is stored, and what was typed stays in sight.
pub(super) async fn again(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
    fields: Fields,
) -> Answer {
    let part: Part = fields
        .0
        .value("part")
        .parse()
        .map_err(|_| Failure::Unreadable("the form names no section"))?;
    let seen = seen(&fields)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let desk = Desktop::of(&grant, id).await?;
    let mut state = fields.0;
    let mut before = BTreeMap::new();
    if desk.parts.contains(&part) {
        let chosen: Vec<Uuid> = state
            .all("entries")
            .iter()
            .filter_map(|id| id.parse().ok())
            .collect();
        let drafting = Drafting {
            texts: texts_of(desk.opened.statement.about.language),
            record: &desk.record,
            entries: &chosen,
        };
        let fresh = drafting.text(part);
        let typed = state.value(field(part)).replace("\r\n", "\n");
        if !typed.trim().is_empty() && typed.trim() != fresh {
            before.insert(part, typed);
        }
        state.set(field(part), fresh);
    }
    let slot = slot(&visit, client, id, &state);
    let mut editor = desk.editor(&grant, &reader, &state, &slot, seen);
    editor.before = before;
    Ok(reader.page(
        "statements-edit-title",
        &desk.opened.heading(&grant, reader.texts),
        editor.render(),
    ))
}

/// All that the editor is made of.
struct Desktop {
    opened: Opened,
    record: Record,
    parts: Vec<Part>,
    left_out: Vec<LeftOut>,
}

impl Desktop {
    async fn of(grant: &Granted<'_, Client, Read>, id: Uuid) -> Answer<Self> {
        kept(grant)?;
        keeping::allowed(grant.visit(), Activity::WriteStatements)?;
        let opened = Opened::by(grant, id).await?;
        let record = change::record_of(grant, &opened.statement.about).await?;
        let left_out = opened.left_out();
        let kind = opened.statement.about.kind;
        let mut parts = parts(kind, &opened.profile);
        parts.retain(|part| left_out.iter().all(|one| one.part != *part));
        Ok(Self {
            opened,
            record,
            parts,
            left_out,
        })
    }

    fn filled(&self) -> FormState {
        let stored = &self.opened.statement;
        filled(&stored.content, &self.parts, stored.about.due_on)
    }

    fn editor<'a>(
        &'a self,
        grant: &Granted<'_, Client, Read>,
        reader: &Reader,
        state: &'a FormState,
        slot: &'a Slot,
        version: i64,
    ) -> Editor<'a> {
        Editor {
            texts: reader.texts,
            today: grant.visit().today(),
            client: grant.subject(),
            statement: &self.opened.statement,
            parts: &self.parts,
            left_out: &self.left_out,
            recipient: self.opened.recipient(reader.texts),
            state,
            slot,
            version,
            stored_now: None,
            before: BTreeMap::new(),
            notes: &self.record.told.notes,
        }
    }

    /// What was typed into a statement that cannot be written any more.
    fn typed_beside(&self, reader: &Reader, typed: &FormState) -> Markup {
        let stored: &Content = &self.opened.statement.content;
        let differs = |part: &&Part| {
            let text = typed.value(field(**part)).replace("\r\n", "\n");
            !text.trim().is_empty() && text.trim() != stored.text(**part)
        };
        html! {
            @for part in self.parts.iter().filter(differs) {
                section.paper.only-screen {
                    header { h2 { (reader.texts.t("statements-typed")) ": " (super::paper_view::part_name(reader.texts, *part)) } }
                    div.inside { p.said-text { (typed.value(field(*part))) } }
                }
            }
        }
    }
}

fn slot(visit: &AtDesk, client: SubjectId, id: Uuid, state: &FormState) -> Slot {
    Slot::of_form(client, DraftKind::Statement, Some(id), state, visit.new_id())
}

/// The version that the form was written on.
fn seen(fields: &Fields) -> Answer<i64> {
    let version = fields.0.value("version").parse();
    version.map_err(|_| Failure::Unreadable("the form lacks the version"))
}
