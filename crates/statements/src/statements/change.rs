//! What is done to statements: drafted from the record, written, sent, signed, corrected.

use jiff::civil::Date;
use polku_casework::{clients, drafts, keeping, told};
use polku_desk::{Client, DeskError, Granted, Read, SubjectId, Visit, Write};
use polku_pages::{Locale, Texts};
use polku_profile::{Activity, Profile};
use polku_values::InterfaceLanguage;
use polku_web::{API, Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    drafting::{Drafting, evidence},
    input::{ContentInput, StatementInput, Wanted},
    record::{self, Record},
    rules::{self, Signs, Turn},
    statement::{About, Content, Part, State, Statement, parts},
    store::{self, New},
};
use crate::permit::{self, Permit};

/// Whether the visitor's role may sign here.
pub(super) fn signs(visit: &Visit) -> Answer<Signs> {
    Ok(if keeping::allows(visit, Activity::SignStatements)? {
        Signs::Yes
    } else {
        Signs::No
    })
}

/// Drafts a statement from the record; answers its id.
pub(super) async fn create(visit: &Visit, client: SubjectId, input: &StatementInput) -> Answer<Uuid> {
    keeping::allowed(visit, Activity::WriteStatements)?;
    let profile = visit.profile()?;
    let wanted = input.check(&profile, visit.today()).map_err(Failure::Invalid)?;
    let (about, content) = {
        let grant = visit.open::<Client, Read>(client).await?;
        drafted(&grant, &profile, &wanted).await?
    };
    read_done(visit).await?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let new = New {
        about: &about,
        corrects: None,
        content: &content,
    };
    let id = store::insert(&grant, &new).await?;
    visit.will_create(format!("{API}{}", address(client, id)), 1);
    grant
        .commit(
            "statement-drafted",
            json!({ "statement": id, "kind": about.kind }),
        )
        .await?;
    Ok(id)
}

async fn drafted(
    grant: &Granted<'_, Client, Read>,
    profile: &Profile,
    wanted: &Wanted,
) -> Answer<(About, Content)> {
    let (usual_from, usual_until) = told::usual_days(grant).await?;
    let from = wanted
        .from
        .unwrap_or_else(|| usual_from.min(wanted.until.unwrap_or(usual_until)));
    let until = wanted.until.unwrap_or_else(|| usual_until.max(from));
    rules::covers(from, until).map_err(|key| invalid("until", key))?;
    let language = match wanted.language {
        Some(language) => language,
        None => clients::contact_language(grant).await?,
    };
    let about = About {
        kind: wanted.kind,
        recipient: wanted.recipient.clone(),
        language,
        from,
        until,
        due_on: wanted.due_on,
    };
    let permit = permit::now(grant, about.recipient.as_deref()).await?;
    let record = record_of(grant, &about).await?;
    let entries = evidence(&record);
    let drafting = Drafting {
        texts: texts_of(language),
        record: &record,
        entries: &entries,
    };
    Ok((about, drafting.whole(wanted.kind, profile, &permit)))
}

/// The look is in the log, and what is read after the write is read anew.
async fn read_done(visit: &Visit) -> Answer<()> {
    Ok(visit.settle().await?)
}

/// What the record tells of the days that a statement covers.
pub(super) async fn record_of(grant: &Granted<'_, Client, Read>, about: &About) -> Answer<Record> {
    record::gather(grant, about.from, about.until, locale_of(about.language)).await
}

/// The texts of a statement's language.
pub(super) fn texts_of(language: InterfaceLanguage) -> Texts {
    Texts::new(locale_of(language))
}

fn locale_of(language: InterfaceLanguage) -> Locale {
    Locale::parse(language.code()).unwrap_or_default()
}

/// Stores what was written. The figures that are drawn follow the record as it is now.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen.
pub(super) async fn save(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    seen: i64,
    input: &ContentInput,
) -> Answer<()> {
    keeping::allowed(visit, Activity::WriteStatements)?;
    let written = input.check(visit.today()).map_err(Failure::Invalid)?;
    let signs = signs(visit)?;
    let figures = {
        let grant = visit.open::<Client, Read>(client).await?;
        let stored = store::one(&grant, id).await?;
        let record = record_of(&grant, &stored.about).await?;
        check_entries(&record, &stored, &written.entries)?;
        Figures::of(&record, &stored)
    };
    read_done(visit).await?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let stored = at_version(&grant, id, seen).await?;
    rules::may_write(stored.state, signs).map_err(|key| invalid("state", key))?;
    let permit = permit::now(&grant, stored.about.recipient.as_deref()).await?;
    check_parts(visit, &stored, &permit, written.sections.keys())?;
    let mut content = written.on(&stored.content);
    figures.put(&mut content);
    store::update(&grant, &stored, stored.state, written.due_on, &content).await?;
    if let Some(draft) = input.draft() {
        drafts::finish(&grant, draft).await?;
    }
    let sections: Vec<&Part> = written.sections.keys().collect();
    grant
        .commit(
            "statement-written",
            json!({ "statement": id, "sections": sections }),
        )
        .await?;
    Ok(())
}

/// What is drawn beside the texts.
struct Figures {
    months: Vec<super::statement::Month>,
    goals: Vec<super::statement::GoalLine>,
    pictures: Vec<super::statement::Drawn>,
}

impl Figures {
    fn of(record: &Record, stored: &Statement) -> Self {
        let drafting = Drafting {
            texts: texts_of(stored.about.language),
            record,
            entries: &[],
        };
        Self {
            months: drafting.months(),
            goals: drafting.goals(),
            pictures: record.pictures.clone(),
        }
    }

    fn put(self, content: &mut Content) {
        content.months = self.months;
        content.goals = self.goals;
        content.pictures = self.pictures;
    }
}

/// What is quoted is in this client's diary and of the days that it covers; what was quoted before may stay.
fn check_entries(record: &Record, stored: &Statement, entries: &[Uuid]) -> Answer<()> {
    let is_known = |entry: &Uuid| {
        stored.content.entries.contains(entry) || record.told.notes.iter().any(|note| note.id == *entry)
    };
    if entries.iter().all(is_known) {
        return Ok(());
    }
    Err(invalid("entries", "statements-entry-unknown"))
}

/// A section that the register lacks or the recipient may not have is not written.
fn check_parts<'a>(
    visit: &Visit,
    stored: &Statement,
    permit: &Permit,
    written: impl Iterator<Item = &'a Part>,
) -> Answer<()> {
    let kind = stored.about.kind;
    let kept = parts(kind, &*visit.profile()?);
    for part in written {
        if !kept.contains(part) {
            return Err(invalid("sections", "statements-section-unknown"));
        }
        if permit.allows(part.matter(kind)).is_err() {
            return Err(invalid("sections", "statements-section-withheld"));
        }
    }
    Ok(())
}

/// Sends it to whoever may sign, or returns it to be written further.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen.
pub(super) async fn turn(visit: &Visit, client: SubjectId, id: Uuid, seen: i64, asked: Turn) -> Answer<()> {
    if asked == Turn::Sign {
        return sign(visit, client, id, seen).await;
    }
    let signs = signs(visit)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    keeping::allowed(visit, Activity::WriteStatements)?;
    let stored = at_version(&grant, id, seen).await?;
    let state = rules::turn(stored.state, asked, signs).map_err(|key| invalid("state", key))?;
    if state == State::Waiting {
        rules::says_something(&stored.content).map_err(|key| invalid("state", key))?;
    }
    store::update(&grant, &stored, state, stored.about.due_on, &stored.content).await?;
    let what = if state == State::Waiting {
        "statement-sent-for-signing"
    } else {
        "statement-returned"
    };
    grant.commit(what, json!({ "statement": id })).await?;
    Ok(())
}

/// Signs it as it was seen. What the recipient may not have now is not in it, and is said to be left out.
async fn sign(visit: &Visit, client: SubjectId, id: Uuid, seen: i64) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    keeping::allowed(visit, Activity::SignStatements)?;
    let stored = store::one(&grant, id).await?;
    rules::turn(stored.state, Turn::Sign, Signs::Yes).map_err(|key| invalid("state", key))?;
    if stored.version != seen {
        return Err(DeskError::Conflict.into());
    }
    let permit = permit::held(&grant, stored.about.recipient.as_deref()).await?;
    let content = signed(&stored, &*visit.profile()?, &permit);
    rules::says_something(&content).map_err(|key| invalid("state", key))?;
    store::sign(&grant, &stored, &content).await?;
    let sections: Vec<Part> = content.sections.iter().map(|section| section.part).collect();
    let details = json!({
        "statement": id, "kind": stored.about.kind, "recipient": stored.about.recipient, "sections": sections,
    });
    grant.commit("statement-signed", details).await?;
    Ok(())
}

/// What would be signed: sections that say something, of those that may be had.
pub(super) fn signed(stored: &Statement, profile: &Profile, permit: &Permit) -> Content {
    let kind = stored.about.kind;
    let mut content = rules::permitted(kind, &stored.content, permit);
    content.sections.retain(|section| !section.text.trim().is_empty());
    content.left_out = rules::left_out(kind, &parts(kind, profile), permit);
    content
}

/// Begins a new version that takes the place of a signed one; answers its id.
pub(super) async fn correct(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<Uuid> {
    let grant = visit.open_for_change::<Client>(client).await?;
    keeping::allowed(visit, Activity::WriteStatements)?;
    let stored = store::one(&grant, id).await?;
    rules::may_correct(&stored).map_err(|key| invalid("state", key))?;
    let content = Content {
        left_out: Vec::new(),
        ..stored.content.clone()
    };
    let about = About {
        due_on: None,
        ..stored.about.clone()
    };
    let new = New {
        about: &about,
        corrects: Some(&stored),
        content: &content,
    };
    let next = store::insert(&grant, &new).await?;
    visit.will_create(format!("{API}{}", address(client, next)), 1);
    grant
        .commit(
            "statement-correction-begun",
            json!({ "statement": id, "correction": next }),
        )
        .await?;
    Ok(next)
}

/// Takes one away that is not signed.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen.
pub(super) async fn discard(visit: &Visit, client: SubjectId, id: Uuid, seen: i64) -> Answer<()> {
    let signs = signs(visit)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    keeping::allowed(visit, Activity::WriteStatements)?;
    let stored = at_version(&grant, id, seen).await?;
    rules::may_write(stored.state, signs).map_err(|key| invalid("state", key))?;
    store::delete(&grant, &stored).await?;
    grant
        .commit("statement-discarded", json!({ "statement": id }))
        .await?;
    Ok(())
}

/// Where a statement is found.
pub(super) fn address(client: SubjectId, statement: Uuid) -> String {
    format!("/clients/{client}/statements/{statement}")
}

async fn at_version(grant: &Granted<'_, Client, Write>, id: Uuid, seen: i64) -> Answer<Statement> {
    let stored = store::one(grant, id).await?;
    if stored.version == seen {
        Ok(stored)
    } else {
        Err(DeskError::Conflict.into())
    }
}

fn invalid(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}

/// The day on which a register reminds of a statement that is due on another.
pub(crate) fn reminded_until(today: Date, profile: &Profile) -> Date {
    use jiff::ToSpan as _;
    today.saturating_add(i64::from(profile.reminders.statement_due).days())
}
