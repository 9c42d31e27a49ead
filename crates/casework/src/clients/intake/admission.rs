//! Takes somebody in, for pages and programs alike.

use polku_desk::{
    AccountId, Alike, Client, SubjectId, Visit,
    access::{Action, Resource, Role, rules::conditions},
};
use polku_web::{Answer, InvalidField};
use serde_json::json;

use super::input::IntakeInput;
use crate::{
    clients::{
        care::{self, CarePart, Coach},
        check::{self, Against, Checked, Stage},
        record::{Basics, FieldValues},
        store,
    },
    relationships::{self, NewRelationship},
};

/// What came of it.
pub(super) enum Admission {
    /// Taken in, at this version.
    Done(SubjectId, i64),
    /// Something is to be mended first.
    ToMend(Vec<InvalidField>),
    /// These may be the same person, and nobody has said that they are not.
    MayBe(Vec<Alike>),
}

/// All that is stored about a newcomer.
struct Newcomer {
    basics: Checked,
    relationship: NewRelationship,
    responsible: AccountId,
}

/// Checks, asks who may be the same, and stores.
pub(super) async fn admit(visit: &Visit, input: &IntakeInput) -> Answer<Admission> {
    let coaches = care::coaches(visit).await?;
    let newcomer = match checked(visit, input, &coaches)? {
        Ok(newcomer) => newcomer,
        Err(invalid) => return Ok(Admission::ToMend(invalid)),
    };
    let alike = visit.alike(&newcomer.basics.identity).await?;
    if alike
        .iter()
        .any(|alike| !input.not_the_same.contains(&alike.subject))
    {
        return Ok(Admission::MayBe(alike));
    }
    store_all(visit, &newcomer).await
}

fn checked(
    visit: &Visit,
    input: &IntakeInput,
    coaches: &[Coach],
) -> Answer<Result<Newcomer, Vec<InvalidField>>> {
    let profile = visit.profile()?;
    let nothing = Basics {
        special: Some(FieldValues::default()),
        address: Some(FieldValues::default()),
        ..Basics::default()
    };
    let against = Against {
        profile: &profile,
        stored: &nothing,
        stage: Stage::Intake,
        addresses: visit.visitor().privileges.address,
        today: visit.today(),
    };
    let mut invalid = Vec::new();
    let basics = check::check(&input.basics, against)
        .map_err(|wrong| invalid.extend(wrong))
        .ok();
    let relationship = input.relationship.check(visit.today(), &profile);
    let relationship = relationship.map_err(|wrong| invalid.extend(wrong)).ok();
    let responsible = responsible(visit, input.responsible, coaches)
        .map_err(|wrong| invalid.push(wrong))
        .ok();
    Ok(match (basics, relationship, responsible) {
        (Some(basics), Some(relationship), Some(responsible)) => Ok(Newcomer {
            basics,
            relationship,
            responsible,
        }),
        _ => Err(invalid),
    })
}

/// A coach answers for whom they take in; others name a coach of the register.
fn responsible(
    visit: &Visit,
    named: Option<AccountId>,
    coaches: &[Coach],
) -> Result<AccountId, InvalidField> {
    let wrong = |key| InvalidField {
        field: "responsible",
        key,
    };
    if visit.role() == Role::Coach {
        return Ok(visit.account());
    }
    let named = named.ok_or(wrong("client-responsible-missing"))?;
    let known = coaches.iter().any(|coach| coach.account == named);
    if known {
        Ok(named)
    } else {
        Err(wrong("client-responsible-unknown"))
    }
}

async fn store_all(visit: &Visit, newcomer: &Newcomer) -> Answer<Admission> {
    let basics = &newcomer.basics;
    let grant = visit.admit::<Client>(&basics.identity).await?;
    let client = grant.subject();
    store::insert(&grant, basics).await?;
    relationships::open(&grant, &newcomer.relationship).await?;
    let from = newcomer.relationship.started_on.min(visit.today());
    care::begin(&grant, newcomer.responsible, CarePart::Responsible, from, None).await?;
    grant
        .commit(
            "client-admitted",
            json!({ "fields": store::names(&basics.changed) }),
        )
        .await?;
    Ok(Admission::Done(client, version_of(visit, basics)))
}

/// The version that the visitor will see: a role that reads no special data does not see their version either.
fn version_of(visit: &Visit, basics: &Checked) -> i64 {
    let reads_special = conditions(visit.role(), Action::Read, Resource::Special)
        .next()
        .is_some();
    let identity_and_ordinary = 2;
    identity_and_ordinary
        + i64::from(basics.special.is_some() && reads_special)
        + i64::from(basics.address.is_some())
}
