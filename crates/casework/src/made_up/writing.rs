//! Made-up lives into the register, a hundred in a transaction.

use std::ops::Range;

use jiff::civil::Date;
use polku_desk::{
    Client, Desk, Granted, Identity, SubjectId, Visit, Write,
    access::{AccessSpec, Action, AddressPrivilege, Resource},
    ids::WorkgroupId,
};
use polku_profile::{Profile, RecordKind};
use polku_web::{Answer, Failure};
use serde_json::json;
use uuid::Uuid;

use super::{
    cast::{self, Cast, Worker},
    life::Life,
    service::PlannedPeriod,
    talks::About,
};
use crate::{
    attendance,
    clients::{self, Against, Basics, CarePart, FieldValues, Stage},
    contacts, diary, drafts, goals, groups,
    joining::{MadeUpPart, in_order},
    periods, relationships, tasks,
};

/// What is wanted.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// How many clients.
    pub clients: u32,
    /// The same seed makes the same people.
    pub seed: u64,
}

/// How many are written in one transaction.
const IN_A_SET: u32 = 100;
/// What the log calls it.
const ROUTE: &str = "made-up lives";

const ADMIT: AccessSpec = AccessSpec::people(
    Action::Admit,
    &[
        Resource::Identity,
        Resource::Basics,
        Resource::Special,
        Resource::Service,
        Resource::Care,
        Resource::Attendance,
        Resource::Diary,
        Resource::Goals,
        Resource::Contacts,
        Resource::Assessments,
        Resource::SelfAssessment,
        Resource::Consents,
        Resource::Induction,
        Resource::Disclosures,
        Resource::Statements,
        Resource::Agreements,
        Resource::AgreementSigning,
        Resource::Decisions,
        Resource::Narratives,
        Resource::ServiceFeedback,
        Resource::Documents,
        Resource::Requests,
        Resource::Paper,
    ],
);

/// Fills an empty register with made-up lives. `written` hears after each transaction how many there are.
///
/// # Errors
/// When the desk refuses or the database fails; what was committed stays.
pub async fn make_up(desk: &Desk, cast: &Cast, wanted: &Wanted, written: impl Fn(u32)) -> Answer<()> {
    let groups = make_groups(desk, cast, wanted.clients).await?;
    for set in sets(wanted.clients) {
        let visit = visit(desk, cast, cast::place(set.start).worker).await?;
        let end = set.end;
        write_set(&visit, cast, &groups, wanted.seed, set).await?;
        visit.settle().await?;
        written(end);
    }
    Ok(())
}

/// The clients in runs that one worker writes at once.
fn sets(clients: u32) -> Vec<Range<u32>> {
    let mut sets: Vec<Range<u32>> = Vec::new();
    for number in 0..clients {
        let worker = cast::place(number).worker;
        match sets.last_mut() {
            Some(set) if set.len() < IN_A_SET as usize && cast::place(set.start).worker == worker => {
                set.end = number + 1;
            }
            _ => sets.push(number..number + 1),
        }
    }
    sets
}

async fn visit(desk: &Desk, cast: &Cast, worker: Worker) -> Answer<Visit> {
    Ok(desk.visit(cast.visitor(worker).clone(), ADMIT, ROUTE).await?)
}

async fn make_groups(desk: &Desk, cast: &Cast, clients: u32) -> Answer<Vec<WorkgroupId>> {
    let visit = visit(desk, cast, Worker::Manager).await?;
    let mut made = Vec::new();
    for planned in cast::groups(clients) {
        let group = groups::CheckedGroup {
            name: planned.name,
            place: planned.place.to_owned(),
        };
        let id = groups::insert(&visit, &group).await?;
        if planned.coach != Worker::Manager {
            let coach = cast.visitor(planned.coach).account;
            groups::add_coach(&visit, id, coach, visit.today()).await?;
        }
        made.push(id);
    }
    visit.settle().await?;
    Ok(made)
}

async fn write_set(
    visit: &Visit,
    cast: &Cast,
    groups: &[WorkgroupId],
    seed: u64,
    set: Range<u32>,
) -> Answer<()> {
    let profile = visit.profile()?;
    let mut people = Vec::new();
    for number in set {
        let life = Life::of(number, seed, &profile, visit.today());
        let basics = checked(visit, &profile, &life)?;
        people.push((SubjectId(visit.new_id()), number, life, basics));
    }
    let identities: Vec<(SubjectId, &Identity)> = people
        .iter()
        .map(|(subject, _, _, basics)| (*subject, &basics.identity))
        .collect();
    let granted = visit.admit_many::<Client>(&identities).await?;
    for (subject, number, life, basics) in &people {
        let grant = granted.one(*subject)?;
        let place = cast::place(*number);
        clients::insert(&grant, basics).await?;
        let worker = cast.visitor(place.worker).account;
        let from = life.service.relationship.started_on;
        clients::begin_care(&grant, worker, CarePart::Responsible, from, None).await?;
        let group = place.group.map(|group| groups[group]);
        write_life(&grant, &profile, life, group).await?;
        for part in in_order(|part: &MadeUpPart| part.order) {
            (part.write)(&grant, &profile, *number, seed).await?;
        }
    }
    granted
        .commit("made-up-clients-admitted", json!({ "clients": people.len() }))
        .await?;
    Ok(())
}

/// Checks as intake does, so that nothing is stored that could not be typed.
fn checked(visit: &Visit, profile: &Profile, life: &Life) -> Answer<clients::Checked> {
    let stored = Basics {
        special: Some(FieldValues::default()),
        ..Basics::default()
    };
    let against = Against {
        profile,
        stored: &stored,
        stage: Stage::Intake,
        addresses: AddressPrivilege::Reveals,
        today: visit.today(),
    };
    clients::check(&life.known, against).map_err(Failure::Invalid)
}

async fn write_life(
    grant: &Granted<'_, Client, Write>,
    profile: &Profile,
    life: &Life,
    group: Option<WorkgroupId>,
) -> Answer<()> {
    relationships::open(grant, &life.service.relationship).await?;
    if profile.record(RecordKind::Period).is_some() {
        write_period(grant, &life.service.period, group).await?;
    }
    if profile.record(RecordKind::Attendance).is_some() {
        for day in &life.days {
            attendance::take_in(grant, day.day, day.mark).await?;
        }
    }
    let goals = if profile.record(RecordKind::Goal).is_some() {
        write_goals(grant, life).await?
    } else {
        Vec::new()
    };
    if profile.record(RecordKind::Diary).is_some() {
        write_notes(grant, life, &goals).await?;
    }
    if profile.record(RecordKind::Contact).is_some() {
        write_talks(grant, life).await?;
    }
    Ok(())
}

async fn write_period(
    grant: &Granted<'_, Client, Write>,
    planned: &PlannedPeriod,
    group: Option<WorkgroupId>,
) -> Answer<()> {
    let period = periods::Period {
        id: grant.visit().new_id(),
        owner: grant.subject(),
        version: 1,
        state: planned.state,
        measure: planned.measure,
        workgroup: group,
        starts_on: planned.starts_on,
        ends_on: Some(planned.ends_on),
        ending: None,
        details: periods::Details::default(),
        schedule: periods::whole(planned.week, planned.starts_on, Some(planned.ends_on)),
    };
    periods::insert(grant, &period).await?;
    if period.state == periods::State::Ongoing {
        periods::begin_membership(grant, &period, period.starts_on).await?;
    }
    Ok(())
}

async fn write_goals(grant: &Granted<'_, Client, Write>, life: &Life) -> Answer<Vec<Uuid>> {
    let mut written = Vec::with_capacity(life.goals.len());
    for goal in &life.goals {
        let progress: Vec<(Date, goals::Step)> = goal
            .progress
            .iter()
            .filter_map(|(day, step)| Some((*day, goals::Step::of(i64::from(*step))?)))
            .collect();
        let followed = goals::Followed {
            title: goal.pattern.title,
            description: goal.pattern.description,
            since: goal.since,
            progress: &progress,
        };
        written.push(goals::take_in(grant, &followed).await?);
    }
    Ok(written)
}

async fn write_notes(grant: &Granted<'_, Client, Write>, life: &Life, goals: &[Uuid]) -> Answer<()> {
    for note in &life.notes {
        let told = note.goal.and_then(|place| goals.get(place));
        let telling = diary::Telling {
            dated: note.day,
            kind: match note.about {
                About::Work => diary::EntryKind::Observation,
                About::Talk => diary::EntryKind::Conversation,
                About::Call => diary::EntryKind::Phone,
            },
            contact: None,
            wording: diary::Wording {
                text: note.text.clone(),
                goals: told.copied().into_iter().collect(),
                reason: String::new(),
            },
        };
        diary::insert(grant, grant.visit().new_id(), &telling).await?;
    }
    if let Some(text) = life.unfinished {
        drafts::begin_note(grant, text).await?;
    }
    Ok(())
}

async fn write_talks(grant: &Granted<'_, Client, Write>, life: &Life) -> Answer<()> {
    for talk in &life.talks {
        let contact = contacts::add(grant, &talk.contact).await?;
        if let Some(agreed) = &talk.contact.wording.agreed {
            let task = tasks::NewTask {
                title: tasks::Title::of(&agreed.text),
                due_on: agreed.due_on,
                responsible: grant.visit().account(),
            };
            tasks::add(grant, &task, tasks::Source::Contact, Some(contact)).await?;
        }
    }
    Ok(())
}
