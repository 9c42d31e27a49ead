//! Templates of a register in the database. They are about nobody.

use std::collections::BTreeSet;

use polku_desk::{DeskError, Result, Row, Visit, database::Params, params, statements};
use uuid::Uuid;

use super::{
    shipped,
    template::{Content, Standing, Template, TemplateId},
};

statements! {
    /// The register's own.
    shared OWN = "SELECT id, version, family, number, state, content FROM agreement_template \
        WHERE register = :register ORDER BY family, number";
    /// The shipped ones that are not offered any more.
    shared RETIRED = "SELECT template FROM agreement_template_retired WHERE register = :register";
    /// A draft begins.
    shared INSERT = "INSERT INTO agreement_template (register, id, version, family, number, state, content, account, \
        changed_at) VALUES (:register, :id, 1, :family, :number, 'draft', :content, :account, :now) \
        ON CONFLICT (register, family, number) DO NOTHING";
    /// A draft is written further.
    shared SAVE = "UPDATE agreement_template SET version = :version, content = :content, account = :account, \
        changed_at = :now WHERE register = :register AND id = :id AND version = :seen AND state = 'draft'";
    /// A draft comes into use: nothing changes it from then on.
    shared USE = "UPDATE agreement_template SET version = :version, state = 'in-use', account = :account, \
        changed_at = :now WHERE register = :register AND id = :id AND version = :seen AND state = 'draft'";
    /// The versions before it are not offered any more.
    shared RETIRE_EARLIER = "UPDATE agreement_template SET state = 'retired', account = :account, changed_at = :now \
        WHERE register = :register AND family = :family AND id <> :id AND state = 'in-use'";
    /// One of the register's own is not offered any more, or again.
    shared STAND = "UPDATE agreement_template SET state = :to, account = :account, changed_at = :now \
        WHERE register = :register AND id = :id AND state <> 'draft'";
    /// A draft is thrown away.
    shared DISCARD = "DELETE FROM agreement_template WHERE register = :register AND id = :id AND state = 'draft'";
    /// A shipped one is not offered any more.
    shared RETIRE_SHIPPED = "INSERT INTO agreement_template_retired (register, template, account, retired_at) \
        VALUES (:register, :template, :account, :now) ON CONFLICT (register, template) DO NOTHING";
    /// A shipped one is offered again.
    shared RESTORE_SHIPPED = "DELETE FROM agreement_template_retired WHERE register = :register AND template = :template";
}

/// All versions of all templates, shipped and own, those of one template together.
pub(crate) async fn all(visit: &Visit) -> Result<Vec<Template>> {
    let retired = visit.fetch(RETIRED, params! {}).await?;
    let retired = retired
        .iter()
        .map(|row| row.get("template"))
        .collect::<Result<BTreeSet<String>>>()?;
    let mut found: Vec<Template> = shipped::all().cloned().collect();
    for template in &mut found {
        if retired.contains(&template.id.0) {
            template.standing = Standing::Retired;
        }
    }
    for row in visit.fetch(OWN, params! {}).await? {
        found.push(read(&row)?);
    }
    found.sort_by(|one, other| (&one.family, one.number).cmp(&(&other.family, other.number)));
    Ok(found)
}

/// One version.
///
/// # Errors
/// [`DeskError::Hidden`] when the register has none of that id.
pub(crate) async fn one(visit: &Visit, id: &TemplateId) -> Result<Template> {
    all(visit)
        .await?
        .into_iter()
        .find(|template| template.id == *id)
        .ok_or(DeskError::Hidden)
}

/// The draft of the next version of a template, when somebody has begun it.
pub(super) async fn draft_of(visit: &Visit, from: &TemplateId) -> Result<Option<TemplateId>> {
    let known = all(visit).await?;
    let family = known.iter().find(|template| template.id == *from);
    let Some(family) = family.map(|template| template.family.clone()) else {
        return Ok(None);
    };
    let draft = known
        .into_iter()
        .find(|template| template.family == family && template.standing == Standing::Draft);
    Ok(draft.map(|draft| draft.id))
}

/// Those from which agreements are begun.
pub(crate) async fn in_use(visit: &Visit) -> Result<Vec<Template>> {
    let mut found = all(visit).await?;
    found.retain(|template| template.standing == Standing::InUse);
    Ok(found)
}

/// Begins a draft; answers its id. `from` is the template of which it is the next version.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody has begun the next version already, or does so at this moment.
pub(super) async fn begin(visit: &Visit, from: Option<&Template>, content: &Content) -> Result<TemplateId> {
    let id = visit.new_id();
    let family = from.map_or_else(|| format!("own-{id}"), |from| from.family.clone());
    let known = all(visit).await?;
    let of_it = known.iter().filter(|template| template.family == family);
    if of_it.clone().any(|template| template.standing == Standing::Draft) {
        return Err(DeskError::Conflict);
    }
    let number = of_it.map(|template| template.number).max().unwrap_or(0) + 1;
    let row = params! {
        "id" => id, "family" => family, "number" => number, "content" => written(content)?,
        "account" => visit.account(), "now" => visit.now(),
    };
    visit.execute_one("agreement-template-begun", INSERT, row).await?;
    Ok(id.into())
}

/// Writes a draft further.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen, or in use by now.
pub(super) async fn save(visit: &Visit, id: &TemplateId, seen: i64, content: &Content) -> Result<()> {
    let row = params! {
        "id" => own(id)?, "seen" => seen, "version" => seen + 1, "content" => written(content)?,
        "account" => visit.account(), "now" => visit.now(),
    };
    visit.execute_one("agreement-template-saved", SAVE, row).await
}

/// Puts a draft to use in the place of the versions before it.
///
/// # Errors
/// [`DeskError::Conflict`] when it is not at the version that was seen, or in use by now.
pub(super) async fn put_to_use(visit: &Visit, draft: &Template, seen: i64) -> Result<()> {
    let (id, now) = (own(&draft.id)?, visit.now());
    let row = params! {
        "id" => id, "seen" => seen, "version" => seen + 1, "account" => visit.account(), "now" => now,
    };
    visit
        .execute_one("agreement-template-put-to-use", USE, row)
        .await?;
    let earlier =
        params! { "id" => id, "family" => &draft.family, "account" => visit.account(), "now" => now };
    let mut rows = vec![(RETIRE_EARLIER, earlier)];
    let shipped = shipped::all().filter(|shipped| shipped.family == draft.family);
    rows.extend(shipped.map(|shipped| (RETIRE_SHIPPED, retirement(visit, &shipped.id))));
    visit.execute("agreement-template-retired", rows).await.map(drop)
}

/// Offers one no more, or again.
pub(super) async fn stand(visit: &Visit, id: &TemplateId, to: Standing) -> Result<()> {
    let what = match to {
        Standing::InUse => "agreement-template-offered-again",
        Standing::Draft | Standing::Retired => "agreement-template-retired",
    };
    let Some(own) = id.own() else {
        let rows = match to {
            Standing::InUse => vec![(RESTORE_SHIPPED, params! { "template" => &id.0 })],
            Standing::Draft | Standing::Retired => vec![(RETIRE_SHIPPED, retirement(visit, id))],
        };
        return visit.execute(what, rows).await.map(drop);
    };
    let row = params! { "id" => own, "to" => to, "account" => visit.account(), "now" => visit.now() };
    visit.execute_one(what, STAND, row).await
}

/// Throws a draft away.
pub(super) async fn discard(visit: &Visit, id: &TemplateId) -> Result<()> {
    let row = params! { "id" => own(id)? };
    visit
        .execute_one("agreement-template-discarded", DISCARD, row)
        .await
}

fn retirement(visit: &Visit, id: &TemplateId) -> Params {
    params! { "template" => &id.0, "account" => visit.account(), "now" => visit.now() }
}

fn own(id: &TemplateId) -> Result<Uuid> {
    id.own().ok_or(DeskError::Conflict)
}

fn written(content: &Content) -> Result<String> {
    serde_json::to_string(content).map_err(|_| DeskError::Stored("agreement template"))
}

fn read(row: &Row) -> Result<Template> {
    let id: Uuid = row.get("id")?;
    let content: String = row.get("content")?;
    Ok(Template {
        id: id.into(),
        version: row.get("version")?,
        family: row.get("family")?,
        number: row.get("number")?,
        standing: row.state("state")?,
        content: serde_json::from_str(&content).map_err(|_| DeskError::Stored("agreement template"))?,
    })
}
