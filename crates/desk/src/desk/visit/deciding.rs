//! The decision about several people: each by the rules, all or none, in a few statements however many they are.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::{
    RegisterId, Result, SubjectId,
    access::{Ask, Basis, Decision, Denial, PRESENT, decide},
    database::Transaction,
    desk::{
        Subject, Visitor, among,
        facts::{self, Known},
        granted::Scope,
    },
    params,
};

/// How deep a chain of merges is followed.
const MERGE_DEPTH: usize = 8;

pub(super) type AllOrNone = std::result::Result<Scope, (Vec<SubjectId>, Denial)>;

/// Decides about each; all or none.
pub(super) async fn decide_all<S: Subject>(
    transaction: &mut Transaction,
    visitor: &Visitor,
    subjects: &[SubjectId],
    ask: &Ask,
) -> Result<AllOrNone> {
    let mut scope = Scope {
        primaries: Vec::with_capacity(subjects.len()),
        covered: Vec::with_capacity(subjects.len()),
        merged: Vec::new(),
        resources: ask.resources.clone(),
        basis: Basis::None,
    };
    let (people, known) = follow_merges(transaction, visitor, subjects, ask).await?;
    for subject in people {
        let known = known.get(&subject).filter(|known| known.merged_into.is_none());
        let Some(known) = known.filter(|known| known.kind == S::KIND.name()) else {
            return Ok(Err((Vec::new(), Denial::Missing)));
        };
        match decide(ask, &known.facts) {
            Decision::Denied(denial) => return Ok(Err((vec![subject], denial))),
            Decision::Allowed { basis, resources } => {
                scope.basis = basis;
                scope.resources.retain(|resource| resources.contains(resource));
                scope.primaries.push(subject);
            }
        }
    }
    let absorbing: Vec<SubjectId> = scope
        .primaries
        .iter()
        .copied()
        .filter(|subject| known.get(subject).is_some_and(|known| known.absorbs))
        .collect();
    let mut absorbed = absorbed(transaction, visitor.register, &absorbing).await?;
    for subject in &scope.primaries {
        scope.covered.push(*subject);
        for other in absorbed.remove(subject).unwrap_or_default() {
            scope.covered.push(other);
            scope.merged.push((other, *subject));
        }
    }
    Ok(Ok(scope))
}

/// Who each turned out to be, with what is known of everyone on the way.
async fn follow_merges(
    transaction: &mut Transaction,
    visitor: &Visitor,
    asked: &[SubjectId],
    ask: &Ask,
) -> Result<(Vec<SubjectId>, HashMap<SubjectId, Known>)> {
    let mut people = asked.to_vec();
    let mut known = HashMap::new();
    let mut read = HashSet::new();
    for _ in 0..MERGE_DEPTH {
        let unread: Vec<SubjectId> = people
            .iter()
            .copied()
            .filter(|subject| read.insert(*subject))
            .collect();
        if unread.is_empty() {
            break;
        }
        known.extend(facts::of_all(transaction, visitor.register, visitor.account, &unread, ask).await?);
        for subject in &mut people {
            let target = known.get(subject).and_then(|known: &Known| known.merged_into);
            *subject = target.unwrap_or(*subject);
        }
    }
    Ok((people, known))
}

/// Those who turned out to be these people, at any depth. What an import writes beside somebody's record is there when
/// the import is published.
async fn absorbed(
    transaction: &mut Transaction,
    register: RegisterId,
    people: &[SubjectId],
) -> Result<HashMap<SubjectId, Vec<SubjectId>>> {
    let mut found: HashMap<SubjectId, Vec<SubjectId>> = HashMap::new();
    let mut open: BTreeMap<SubjectId, SubjectId> = people.iter().map(|person| (*person, *person)).collect();
    while !open.is_empty() {
        let into: Vec<SubjectId> = open.keys().copied().collect();
        let mut further = BTreeMap::new();
        for (width, named) in among::parts(&into) {
            let sql = format!(
                "SELECT s.id, s.merged_into FROM subject s WHERE s.register = :register AND s.merged_into IN ({}) \
                 AND {PRESENT}",
                width.list()
            );
            let mut asked = params! { "register" => register };
            asked.extend(named);
            for row in transaction.fetch(&sql, &asked).await? {
                let (id, target): (SubjectId, SubjectId) = (row.get("id")?, row.get("merged_into")?);
                if let Some(person) = open.get(&target) {
                    found.entry(*person).or_default().push(id);
                    further.insert(id, *person);
                }
            }
        }
        open = further;
    }
    Ok(found)
}
