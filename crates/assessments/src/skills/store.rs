//! Skills and marks in the database. Marks are only added.

use polku_desk::{
    Client, DeskError, Granted, Operation, OwnedRow, Result, Row, Visit, Write, params, statements,
};
use polku_web::{Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::{CheckedMark, CheckedSkill},
    model::{Mark, Skill, SkillState},
};
use crate::{assessment::kept, instruments::Words};

statements! {
    /// The list, by workshop.
    shared SKILLS = "SELECT id, version, area, title_fi, title_sv, title_en, state FROM skill WHERE register = :register \
        ORDER BY area, title_fi, id";
    /// A skill is added.
    shared INSERT_SKILL = "INSERT INTO skill (register, id, version, area, title_fi, title_sv, title_en, state) \
        VALUES (:register, :id, 1, :area, :fi, :sv, :en, :state)";
    /// A skill is named otherwise, or taken out of use.
    shared UPDATE_SKILL = "UPDATE skill SET version = :version, area = :area, title_fi = :fi, title_sv = :sv, \
        title_en = :en, state = :state WHERE register = :register AND id = :id AND version = :seen";
    /// All marks of a client, the earliest first.
    owned(Assessments) MARKS = "SELECT m.id, m.version, m.skill, m.level, m.dated, m.written_at, \
        w.display_name AS worker, m.sealed FROM skill_mark m JOIN account w ON w.id = m.account \
        WHERE m.register = :register AND m.subject = :subject ORDER BY m.dated, m.id";
    /// A mark is added.
    owned(Assessments) INSERT_MARK = "INSERT INTO skill_mark (register, subject, id, version, skill, level, dated, \
        account, written_at, sealed) VALUES (:register, :subject, :id, 1, :skill, :level, :dated, :account, :now, :sealed)";
}

/// The list, by workshop.
pub(super) async fn skills(visit: &Visit) -> Result<Vec<Skill>> {
    let rows = visit.fetch(SKILLS, params! {}).await?;
    rows.iter().map(read_skill).collect()
}

/// One skill.
pub(super) async fn skill(visit: &Visit, id: Uuid) -> Result<Skill> {
    let skills = skills(visit).await?;
    skills
        .into_iter()
        .find(|skill| skill.id == id)
        .ok_or(DeskError::Hidden)
}

/// Adds a skill; answers its id.
pub(super) async fn add(visit: &Visit, skill: &CheckedSkill) -> Result<Uuid> {
    let id = visit.new_id();
    visit
        .execute("skill-added", vec![(INSERT_SKILL, row(id, skill))])
        .await?;
    Ok(id)
}

/// Adds several at once.
pub(super) async fn add_all(visit: &Visit, skills: &[CheckedSkill]) -> Result<()> {
    let rows = skills
        .iter()
        .map(|skill| (INSERT_SKILL, row(visit.new_id(), skill)));
    visit.execute("skills-added", rows.collect()).await.map(drop)
}

/// Stores a skill anew.
///
/// # Errors
/// [`DeskError::Conflict`] when somebody changed it first.
pub(super) async fn save(visit: &Visit, id: Uuid, seen: i64, skill: &CheckedSkill) -> Result<()> {
    let mut params = row(id, skill);
    params.extend(params! { "seen" => seen, "version" => seen + 1 });
    visit.execute_one("skill-saved", UPDATE_SKILL, params).await
}

fn row(id: Uuid, skill: &CheckedSkill) -> polku_desk::database::Params {
    params! {
        "id" => id, "area" => &skill.area, "fi" => &skill.title.fi, "sv" => &skill.title.sv, "en" => &skill.title.en,
        "state" => skill.state,
    }
}

/// All marks of a client, the earliest first.
pub(super) async fn marks<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Mark>> {
    let rows = grant.fetch(MARKS, params! {}).await?;
    let mut marks = rows
        .iter()
        .map(|row| read_mark(grant, row))
        .collect::<Result<Vec<_>>>()?;
    marks.sort_by_key(|mark| (mark.dated, mark.id));
    Ok(marks)
}

/// Adds a mark inside a write that is under way.
pub(super) async fn insert_mark(grant: &Granted<'_, Client, Write>, mark: &CheckedMark) -> Result<()> {
    let visit = grant.visit();
    let id = visit.new_id();
    let row = params! {
        "id" => id, "skill" => mark.skill, "level" => mark.level, "dated" => mark.dated, "account" => visit.account(),
        "now" => visit.now(), "sealed" => grant.seal(id, 1, &mark.words)?,
    };
    grant.execute(INSERT_MARK, row).await.map(drop)
}

/// Marks how a client masters a skill of the list.
pub(super) async fn mark(visit: &Visit, client: polku_desk::SubjectId, mark: &CheckedMark) -> Answer<()> {
    let offered = skills(visit).await?;
    if !offered
        .iter()
        .any(|skill| skill.id == mark.skill && skill.state == SkillState::InUse)
    {
        return Err(wrong("skill", "skills-skill-missing"));
    }
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(&grant)?;
    for entry in &mark.words.evidence {
        if !polku_casework::diary::has_entry(&grant, *entry).await? {
            return Err(wrong("evidence", "skills-evidence-unknown"));
        }
    }
    insert_mark(&grant, mark).await?;
    grant
        .commit("skill-marked", json!({ "skill": mark.skill }))
        .await?;
    Ok(())
}

fn wrong(field: &'static str, key: &'static str) -> Failure {
    Failure::Invalid(vec![InvalidField { field, key }])
}

fn read_skill(row: &Row) -> Result<Skill> {
    Ok(Skill {
        id: row.get("id")?,
        version: row.get("version")?,
        area: row.get("area")?,
        title: Words {
            fi: row.get("title_fi")?,
            sv: row.get("title_sv")?,
            en: row.get("title_en")?,
        },
        state: row.state("state")?,
    })
}

fn read_mark<O: Operation>(grant: &Granted<'_, Client, O>, row: &OwnedRow) -> Result<Mark> {
    Ok(Mark {
        id: row.get("id")?,
        owner: row.subject,
        skill: row.get("skill")?,
        level: row.state("level")?,
        dated: row.get("dated")?,
        by: row.get("worker")?,
        written_at: row.get("written_at")?,
        words: grant.open(row)?,
    })
}
