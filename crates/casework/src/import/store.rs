//! What an import writes by itself: by what its rows are known again, and what its columns mean.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use polku_desk::{Client, Granted, ImportMark, Read, Result, SubjectId, Visit, Write, params, statements};
use polku_values::words::fold;

use super::columns::{Meaning, Outline, Plan, SheetKind};

statements! {
    /// By what a row is known again.
    owned(Import) REMEMBER = "INSERT INTO import_origin (register, subject, mark) VALUES (:register, :subject, :mark) \
        ON CONFLICT (register, mark) DO NOTHING";
    /// The days that are marked for somebody, without what the marks say.
    owned(Import) MARKED_DAYS = "SELECT date FROM attendance WHERE register = :register AND subject = :subject";
    /// What the columns of such a sheet meant last time.
    shared MAPPING = "SELECT meanings FROM import_mapping WHERE register = :register AND fingerprint = :fingerprint";
    /// Remembers what the columns of such a sheet mean.
    shared REMEMBER_MAPPING = "INSERT INTO import_mapping (register, fingerprint, meanings, used_at) \
        VALUES (:register, :fingerprint, :meanings, :now) ON CONFLICT (register, fingerprint) \
        DO UPDATE SET meanings = excluded.meanings, used_at = excluded.used_at";
}

/// Remembers by what somebody's row is known again.
pub(super) async fn remember(grant: &Granted<'_, Client, Write>, mark: ImportMark) -> Result<()> {
    grant.put(REMEMBER, params! { "mark" => mark }).await
}

/// Which days are marked already for people of the register.
pub(super) async fn marked_days(
    visit: &Visit,
    people: &[SubjectId],
) -> Result<HashMap<SubjectId, Vec<Date>>> {
    let mut days: HashMap<SubjectId, Vec<Date>> = HashMap::new();
    for some in people.chunks(50) {
        let grants = visit.open_set::<Client, Read>(some).await?;
        for row in grants.fetch(MARKED_DAYS, params! {}).await? {
            days.entry(grants.person(&row))
                .or_default()
                .push(row.get("date")?);
        }
    }
    Ok(days)
}

/// What was remembered of a sheet: its kind, and a meaning for each heading.
#[derive(serde::Serialize, serde::Deserialize)]
struct Remembered {
    kind: SheetKind,
    columns: BTreeMap<String, Meaning>,
}

/// A plan as one would likely decide, or as it was decided for such sheets before.
pub(super) async fn remembered_plan(visit: &Visit, outline: &Outline, system: &str) -> Result<Plan> {
    let (profile, today) = (visit.profile()?, visit.today());
    let mut plan = Plan::guessed(outline, &profile, system, today);
    let fingerprints = fingerprints(visit, outline).await?;
    for ((sheet, planned), fingerprint) in outline.sheets.iter().zip(&mut plan.sheets).zip(fingerprints) {
        let rows = visit
            .fetch(MAPPING, params! { "fingerprint" => fingerprint })
            .await?;
        let Some(row) = rows.first() else { continue };
        let meanings: String = row.get("meanings")?;
        let Ok(known) = serde_json::from_str::<Remembered>(&meanings) else {
            continue;
        };
        planned.kind = known.kind;
        for (column, heading) in sheet.header.iter().enumerate() {
            if let Some(meaning) = known.columns.get(&fold(heading)) {
                planned.columns[column] = *meaning;
            }
        }
    }
    Ok(plan)
}

/// Remembers what was decided, for the next file with the same headings.
pub(super) async fn remember_plan(visit: &Visit, outline: &Outline, plan: &Plan) -> Result<()> {
    let fingerprints = fingerprints(visit, outline).await?;
    let mut statements = Vec::new();
    for ((sheet, planned), fingerprint) in outline.sheets.iter().zip(&plan.sheets).zip(fingerprints) {
        let columns = sheet.header.iter().zip(&planned.columns);
        let columns = columns
            .filter(|(_, meaning)| **meaning != Meaning::Day)
            .map(|(heading, meaning)| (fold(heading), *meaning))
            .collect();
        let meanings = serde_json::to_string(&Remembered {
            kind: planned.kind,
            columns,
        })?;
        let row = params! { "fingerprint" => fingerprint, "meanings" => meanings, "now" => visit.now() };
        statements.push((REMEMBER_MAPPING, row));
    }
    visit
        .execute("import-columns-decided", statements)
        .await
        .map(drop)
}

async fn fingerprints(visit: &Visit, outline: &Outline) -> Result<Vec<ImportMark>> {
    let headings: Vec<String> = outline
        .sheets
        .iter()
        .map(|sheet| sheet.fingerprint(visit.today()))
        .collect();
    let parts: Vec<Vec<&[u8]>> = headings
        .iter()
        .map(|headings| vec![&b"headings"[..], headings.as_bytes()])
        .collect();
    visit.import_marks(&parts).await
}
