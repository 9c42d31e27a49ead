//! The decision about several people: each by the rules, all or none.

use crate::{
    RegisterId, Result, SubjectId,
    access::{Ask, Basis, Decision, Denial, decide},
    database::Transaction,
    desk::{Subject, Visitor, facts, granted::Scope},
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
        primaries: Vec::new(),
        covered: Vec::new(),
        merged: Vec::new(),
        resources: ask.resources.clone(),
        basis: Basis::None,
    };
    for asked in subjects {
        let (subject, known) = follow_merges(transaction, visitor, *asked, ask).await?;
        let Some(known) = known.filter(|known| known.kind == S::KIND.name()) else {
            return Ok(Err((Vec::new(), Denial::Missing)));
        };
        match decide(ask, &known.facts) {
            Decision::Denied(denial) => return Ok(Err((vec![subject], denial))),
            Decision::Allowed { basis, resources } => {
                scope.basis = basis;
                scope.resources.retain(|resource| resources.contains(resource));
                scope.primaries.push(subject);
                scope.covered.push(subject);
                for absorbed in absorbed(transaction, visitor.register, subject).await? {
                    scope.covered.push(absorbed);
                    scope.merged.push((absorbed, subject));
                }
            }
        }
    }
    Ok(Ok(scope))
}

async fn follow_merges(
    transaction: &mut Transaction,
    visitor: &Visitor,
    asked: SubjectId,
    ask: &Ask,
) -> Result<(SubjectId, Option<facts::Known>)> {
    let mut subject = asked;
    for _ in 0..MERGE_DEPTH {
        let known = facts::of(transaction, visitor.register, visitor.account, subject, ask).await?;
        match known.as_ref().and_then(|known| known.merged_into) {
            Some(target) => subject = target,
            None => return Ok((subject, known)),
        }
    }
    Ok((subject, None))
}

/// Those who turned out to be this person, at any depth.
async fn absorbed(
    transaction: &mut Transaction,
    register: RegisterId,
    subject: SubjectId,
) -> Result<Vec<SubjectId>> {
    let mut found = Vec::new();
    let mut open = vec![subject];
    while let Some(next) = open.pop() {
        let asked = params! { "register" => register, "subject" => next };
        let sql = "SELECT id FROM subject WHERE register = :register AND merged_into = :subject";
        for row in transaction.fetch(sql, &asked).await? {
            let id: SubjectId = row.get("id")?;
            found.push(id);
            open.push(id);
        }
    }
    Ok(found)
}
