//! Makes an extract: reads each person, hides who they are, closes the file for its recipient.

use polku_casework::packing;
use polku_desk::{
    Client, Desk, DeskError, Granted, Read, SubjectId, Visit, Visitor,
    access::{AccessSpec, Action, Purpose, Resource, extracting_ground},
    jobs::{Job, JobState},
    params,
};
use polku_print::{Cell, Column, DecimalSign, Kind, Table};
use polku_profile::{Field, Section};
use polku_web::{Answer, Failure};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{
    decision::{Counted, Decision, PseudonymKey},
    rules::{self, Standing},
    store::{self, OBJECTED, PEOPLE, RESTRICTED},
};

/// The kind of job; its target is an extract.
pub(super) const KIND: &str = "patient-secondary-use";
/// So many people are read by one visit: then their looks are entered, and the job says that it goes on.
const TOGETHER: usize = 100;

const SPEC: AccessSpec = AccessSpec::people(
    Action::Extract,
    &[Resource::Service, Resource::Identity, Resource::Basics],
)
.serving(&[Purpose::SecondaryUse]);

/// A person in the extract: the pseudonym, then the values of the fields.
type Line = (String, Vec<String>);

/// Makes the extract that the job is about.
pub(super) async fn work(desk: &Desk, job: &Job, visitor: Visitor) -> Answer<()> {
    let id = job.target.ok_or(DeskError::Stored("a job without its extract"))?;
    let visit = desk.visit(visitor.clone(), SPEC, KIND).await?;
    let Some(decision) = store::waiting(&visit, id).await? else {
        desk.finish_job(job, JobState::Done, "secondary-use-job-done")
            .await?;
        return Ok(());
    };
    let is_in_force = decision.standing(visit.today()) == Standing::InForce
        && extracting_ground(&*visit.profile()?, visit.role(), visit.today()).is_some();
    let made = is_in_force && make(desk, job, &visitor, &visit, (id, &decision)).await?;
    if !made {
        store::failed(&visit, id).await?;
    }
    visit.settle().await?;
    let (state, outcome) = if made {
        (JobState::Done, "secondary-use-job-done")
    } else {
        (JobState::Failed, "secondary-use-job-stopped")
    };
    desk.finish_job(job, state, outcome).await?;
    Ok(())
}

/// Whether there was anybody to make it of.
async fn make(
    desk: &Desk,
    job: &Job,
    visitor: &Visitor,
    visit: &Visit,
    (id, decision): (Uuid, &Decision),
) -> Answer<bool> {
    let time = || params! { "from" => decision.new.served_from, "until" => decision.new.served_until };
    let mut counted = Counted {
        restricted: visit.count(RESTRICTED, time()).await?,
        objected: visit.count(OBJECTED, time()).await?,
        ..Counted::default()
    };
    let people: Vec<SubjectId> = {
        let listed = visit.list(PEOPLE, time()).await?;
        listed.rows.iter().map(|row| row.subject).collect()
    };
    let key = store::key(visit, decision.id).await?;
    let mut lines = Vec::with_capacity(people.len());
    for part in people.chunks(TOGETHER) {
        let reading = desk.visit(visitor.clone(), SPEC, KIND).await?;
        for person in part {
            match reading.open_extract::<Client>(*person).await {
                Ok(grant) => lines.push(line(&grant, decision, &key).await?),
                // Restricted since the list was made.
                Err(DeskError::Hidden | DeskError::Restricted) => counted.restricted += 1,
                Err(error) => return Err(error.into()),
            }
        }
        // What was read is in the log before it goes into any file.
        reading.settle().await?;
        let (done, of) = (number(lines.len())?, number(people.len())?);
        desk.report_job(job, done, of).await?;
    }
    if lines.is_empty() {
        return Ok(false);
    }
    lines.sort();
    counted.people = number(lines.len())?;
    let alike: Vec<Vec<String>> = lines.iter().map(|(_, values)| values.clone()).collect();
    counted.few = number(rules::in_small_groups(&alike))?;
    let (fields, recipient) = (decision.new.fields.clone(), decision.new.recipient_key.clone());
    let closed = tokio::task::spawn_blocking(move || close(&fields, lines, &recipient));
    let (sha256, package) = closed.await.map_err(internal)??;
    store::made(visit, id, counted, (&sha256, package)).await?;
    Ok(true)
}

async fn line(grant: &Granted<'_, Client, Read>, decision: &Decision, key: &PseudonymKey) -> Answer<Line> {
    let fields = &decision.new.fields;
    let mut sections: Vec<Section> = fields.iter().map(|field| field.section()).collect();
    sections.dedup();
    let mut kept = Vec::new();
    for section in sections {
        kept.extend(packing::kept_values(grant, section).await?);
    }
    let value = |field: &Field| {
        let values = kept.iter().find(|(known, _)| known == field);
        let values = values.map_or(&[][..], |(_, values)| values);
        rules::told(*field, values, decision.new.coarseness)
    };
    let pseudonym = rules::pseudonym(&key.bytes, grant.subject());
    Ok((pseudonym, fields.iter().map(value).collect()))
}

/// The file and its mark. Off the async threads: there may be a hundred thousand lines.
fn close(fields: &[Field], lines: Vec<Line>, recipient: &str) -> Answer<(String, Vec<u8>)> {
    let heads = std::iter::once("pseudonym").chain(fields.iter().map(|field| field.key()));
    let columns = heads.map(|title| Column {
        title: title.to_owned(),
        kind: Kind::Text,
    });
    let mut table = Table::new("extract", columns.collect());
    for (pseudonym, values) in lines {
        let cells = std::iter::once(pseudonym).chain(values).map(Cell::Text);
        table.push(cells.collect()).map_err(internal)?;
    }
    let plain = polku_print::csv(&table, DecimalSign::Point).map_err(internal)?;
    let recipient = recipient
        .parse::<age::x25519::Recipient>()
        .map_err(|_| DeskError::Stored("recipient_key"))?;
    let package = age::encrypt(&recipient, &plain).map_err(internal)?;
    let sha256 = Sha256::digest(&package)
        .iter()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    Ok((sha256, package))
}

fn number(count: usize) -> Answer<i64> {
    i64::try_from(count).map_err(internal)
}

fn internal(error: impl std::fmt::Display) -> Failure {
    Failure::Internal(error.to_string())
}
