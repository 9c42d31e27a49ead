//! A prepared file is told of, or brought in: staged batch by batch, then published in one commit.

use std::{collections::HashMap, sync::Arc};

use futures::{StreamExt as _, TryStreamExt as _, stream};
use polku_desk::{
    Client, DeskError, Granted, GrantedSet, Identity, ImportState, SubjectId, Visit, Write, ids::ImportId,
};
use polku_web::Answer;
use serde_json::json;

use super::{
    acquaintance,
    checking::{Finding, directory::Standing, relationship::NewService},
    examine::Newcomer,
    preparation::Prepared,
    report::Report,
    store,
};
use crate::{
    attendance,
    clients::{self, CarePart, TakenIn},
    diary, relationships,
};

/// How many newcomers are read at a time, aside.
const READ: usize = 400;
/// How many newcomers are staged in one transaction: a few milliseconds of the writer.
const STAGED: usize = 40;
/// How many marks or entries are staged in one transaction.
const ROWS: usize = 300;

/// Tells how far a long step is: so much done of so much.
pub type Told = Arc<dyn Fn(usize, usize) + Send + Sync>;

/// What would come in, without bringing anything.
pub(super) async fn rehearse(prepared: Prepared, told: &Told) -> Answer<Report> {
    let total = prepared.newcomers.len();
    let mut findings = Vec::new();
    {
        let mut chunks = chunks(&prepared);
        while let Some(newcomers) = chunks.try_next().await? {
            findings.extend(
                newcomers
                    .into_iter()
                    .map(|newcomer| (newcomer.at.sheet, newcomer.findings)),
            );
            told(findings.len(), total);
        }
    }
    Ok(finished(prepared.report, findings))
}

/// Stages everything. Nothing of it is there for anyone before the run is published.
pub(super) async fn stage(visit: &Visit, run: ImportId, prepared: Prepared, told: &Told) -> Answer<Report> {
    let staging = Staging {
        visit,
        run,
        told,
        total: prepared.steps(),
    };
    let findings = staging.newcomers(&prepared).await?;
    let mut done = prepared.newcomers.len();
    let records = staging.records_beside(&prepared).await?;
    done = staging.attendance(&prepared, &records, done).await?;
    staging.diary(&prepared, &records, done).await?;
    Ok(finished(prepared.report, findings))
}

fn finished(mut report: Report, findings: Vec<(usize, Vec<Finding>)>) -> Report {
    for (sheet, findings) in findings {
        report.enter(sheet, findings);
    }
    report.sort();
    report
}

/// The newcomers' rows, the next ones being read while those before are staged.
fn chunks(
    prepared: &Prepared,
) -> impl stream::TryStream<Ok = Vec<Newcomer>, Error = polku_web::Failure> + Unpin {
    let starts = (0..prepared.newcomers.len()).step_by(READ);
    stream::iter(starts)
        .map(|from| prepared.newcomers(from, READ))
        .buffered(2)
        .boxed()
}

struct Staging<'a> {
    visit: &'a Visit,
    run: ImportId,
    told: &'a Told,
    total: usize,
}

impl Staging<'_> {
    async fn newcomers(&self, prepared: &Prepared) -> Answer<Vec<(usize, Vec<Finding>)>> {
        let mut findings = Vec::with_capacity(prepared.newcomers.len());
        let mut chunks = chunks(prepared);
        let mut from = 0;
        while let Some(newcomers) = chunks.try_next().await? {
            self.goes_on().await?;
            let people: Vec<_> = prepared.newcomers[from..from + newcomers.len()]
                .iter()
                .map(|(surveyed, _)| &surveyed.who)
                .collect();
            let subjects: Vec<SubjectId> = newcomers.iter().map(|newcomer| newcomer.subject).collect();
            self.visit.make_keys_ahead(&subjects).await?;
            let marks = acquaintance::marks_of_people(self.visit, &people, &prepared.plan).await?;
            for (some, marks) in newcomers.chunks(STAGED).zip(marks.chunks(STAGED)) {
                self.stage_newcomers(some, marks).await?;
                from += some.len();
                (self.told)(from, self.total);
            }
            findings.extend(
                newcomers
                    .into_iter()
                    .map(|newcomer| (newcomer.at.sheet, newcomer.findings)),
            );
        }
        Ok(findings)
    }

    async fn stage_newcomers(
        &self,
        newcomers: &[Newcomer],
        marks: &[(polku_desk::ImportMark, Option<polku_desk::ImportMark>)],
    ) -> Answer<()> {
        let people: Vec<(SubjectId, &Identity)> = newcomers
            .iter()
            .map(|newcomer| (newcomer.subject, &newcomer.client.identity))
            .collect();
        let grants = self.visit.admit_staged::<Client>(self.run, &people).await?;
        for (newcomer, (person, number)) in newcomers.iter().zip(marks) {
            let grant = grants.one(newcomer.subject)?;
            put(&grant, newcomer).await?;
            for mark in std::iter::once(person).chain(number) {
                store::remember(&grant, *mark).await?;
            }
        }
        self.commit(grants).await
    }

    /// A record beside that of each person of the register whom rows are about.
    async fn records_beside(&self, prepared: &Prepared) -> Answer<HashMap<SubjectId, SubjectId>> {
        let of_attendance = prepared.attendance.iter().map(|(standing, _)| standing);
        let of_diary = prepared.diary.iter().map(|(standing, ..)| standing);
        let mut records = HashMap::new();
        for standing in of_attendance.chain(of_diary) {
            if let Standing::Known(person) = standing {
                records
                    .entry(*person)
                    .or_insert_with(|| SubjectId(self.visit.new_id()));
            }
        }
        let pairs: Vec<(SubjectId, SubjectId)> = records
            .iter()
            .map(|(person, record)| (*person, *record))
            .collect();
        for some in pairs.chunks(STAGED) {
            let grants = self.visit.stage_beside::<Client>(self.run, some).await?;
            self.commit(grants).await?;
        }
        Ok(records)
    }

    async fn attendance(
        &self,
        prepared: &Prepared,
        records: &HashMap<SubjectId, SubjectId>,
        mut done: usize,
    ) -> Answer<usize> {
        let weigh = |(_, marks): &(Standing, Vec<_>)| marks.len();
        for rows in batches(&prepared.attendance, weigh) {
            self.goes_on().await?;
            let owners = owners(rows.iter().map(|(standing, _)| standing), records);
            let grants = self
                .visit
                .reopen_staged::<Client>(self.run, &distinct(&owners))
                .await?;
            for ((_, marks), owner) in rows.iter().zip(&owners) {
                let grant = grants.one(*owner)?;
                for (day, mark) in marks {
                    attendance::take_in(&grant, *day, *mark).await?;
                }
            }
            self.commit(grants).await?;
            done += rows.len();
            (self.told)(done, self.total);
        }
        Ok(done)
    }

    async fn diary(
        &self,
        prepared: &Prepared,
        records: &HashMap<SubjectId, SubjectId>,
        mut done: usize,
    ) -> Answer<()> {
        for rows in batches(&prepared.diary, |_| 3) {
            self.goes_on().await?;
            let owners = owners(rows.iter().map(|(standing, ..)| standing), records);
            let grants = self
                .visit
                .reopen_staged::<Client>(self.run, &distinct(&owners))
                .await?;
            for ((_, entry, mark), owner) in rows.iter().zip(&owners) {
                let grant = grants.one(*owner)?;
                diary::take_in(&grant, entry.dated, &entry.text, &entry.author).await?;
                store::remember(&grant, *mark).await?;
            }
            self.commit(grants).await?;
            done += rows.len();
            (self.told)(done, self.total);
        }
        Ok(())
    }

    /// Whether nobody gave the import up meanwhile.
    async fn goes_on(&self) -> Answer<()> {
        match self.visit.import(self.run).await?.state {
            ImportState::Staging => Ok(()),
            _ => Err(DeskError::Conflict.into()),
        }
    }

    async fn commit(&self, grants: GrantedSet<'_, Client, Write>) -> Answer<()> {
        Ok(grants
            .commit("import-staged", json!({ "import": self.run }))
            .await?)
    }
}

async fn put(grant: &Granted<'_, Client, Write>, newcomer: &Newcomer) -> Answer<()> {
    let client = &newcomer.client;
    let taken = TakenIn {
        protection: client.protection,
        ordinary: &client.ordinary,
        special: &client.special,
        address: &client.address,
    };
    clients::take_in(grant, taken).await?;
    let Some(NewService {
        began,
        ending,
        placement_after_year,
    }) = &client.service
    else {
        return Ok(());
    };
    relationships::take_in(grant, began, *ending, *placement_after_year).await?;
    for worker in &client.workers {
        let until = ending.map(|ending| ending.on);
        clients::begin_care(grant, *worker, CarePart::Responsible, began.started_on, until).await?;
    }
    Ok(())
}

/// Under whose record each row is written.
fn owners<'a>(
    standings: impl Iterator<Item = &'a Standing>,
    records: &HashMap<SubjectId, SubjectId>,
) -> Vec<SubjectId> {
    let owner = |standing: &Standing| match standing {
        Standing::New(person) => Some(*person),
        Standing::Known(person) => records.get(person).copied(),
        Standing::Refused { .. } => None,
    };
    standings.filter_map(owner).collect()
}

fn distinct(owners: &[SubjectId]) -> Vec<SubjectId> {
    let mut distinct = owners.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    distinct
}

/// Rows in batches that weigh no more than one transaction may, one row at least.
fn batches<T>(rows: &[T], weigh: impl Fn(&T) -> usize) -> Vec<&[T]> {
    let (mut batches, mut start, mut weight) = (Vec::new(), 0, 0);
    for (place, row) in rows.iter().enumerate() {
        weight += weigh(row);
        if weight >= ROWS {
            batches.push(&rows[start..=place]);
            (start, weight) = (place + 1, 0);
        }
    }
    if start < rows.len() {
        batches.push(&rows[start..]);
    }
    batches
}
