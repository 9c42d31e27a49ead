//! Asks the register whom of a file it knows, as far as the visitor may see.

use std::collections::HashMap;

use polku_desk::{ImportMark, Result, SubjectId, Visit, access::Role};
use polku_values::words::fold;

use super::{
    checking::{Rules, diary::OldEntry, directory::Reference, survey::Who},
    columns::Plan,
    roll::{Acquaintance, Survey},
};

/// What a client's number of an old system is known again by.
fn mark_of_number<'a>(system: &'a str, number: &'a str) -> Vec<&'a [u8]> {
    vec![b"number", system.as_bytes(), number.as_bytes()]
}

/// What a client's row is known again by: number and name, or name and birth date where there is no number.
struct PersonMark<'a> {
    number: &'a str,
    name: String,
    born: String,
}

impl<'a> PersonMark<'a> {
    fn of(who: &'a Who) -> Self {
        let born = || who.birth_date.map(|day| day.to_string()).unwrap_or_default();
        Self {
            number: who.number.as_deref().unwrap_or_default(),
            name: who.folded_name(),
            born: if who.number.is_some() {
                String::new()
            } else {
                born()
            },
        }
    }

    fn parts<'b>(&'b self, system: &'b str) -> Vec<&'b [u8]> {
        let system = if self.number.is_empty() { "" } else { system };
        vec![
            b"person",
            system.as_bytes(),
            self.number.as_bytes(),
            self.name.as_bytes(),
            self.born.as_bytes(),
        ]
    }
}

/// What an entry is known again by.
pub(super) fn mark_of_entry<'a>(client: &'a SubjectId, dated: &'a str, entry: &'a OldEntry) -> Vec<&'a [u8]> {
    vec![
        b"entry",
        client.0.as_bytes(),
        dated.as_bytes(),
        entry.text.as_bytes(),
        entry.author.as_bytes(),
    ]
}

/// The marks of people, in order: of the person, and of the number where there is one.
pub(super) async fn marks_of_people(
    visit: &Visit,
    people: &[&Who],
    plan: &Plan,
) -> Result<Vec<(ImportMark, Option<ImportMark>)>> {
    let system = fold(&plan.system);
    let people_marks: Vec<PersonMark<'_>> = people.iter().map(|who| PersonMark::of(who)).collect();
    let parts: Vec<Vec<&[u8]>> = people_marks.iter().map(|mark| mark.parts(&system)).collect();
    let marks = visit.import_marks(&parts).await?;
    let numbers: Vec<Vec<&[u8]>> = people_marks
        .iter()
        .map(|mark| mark_of_number(&system, mark.number))
        .collect();
    let numbers = visit.import_marks(&numbers).await?;
    let number_of = |(who, number): (&&Who, ImportMark)| who.number.is_some().then_some(number);
    let numbers = people.iter().zip(numbers).map(number_of);
    Ok(marks.into_iter().zip(numbers).collect())
}

/// Whom of the surveyed people the register knows, in order.
pub(super) async fn of_people(visit: &Visit, survey: &Survey, plan: &Plan) -> Result<Vec<Acquaintance>> {
    let people: Vec<&Who> = survey.rows.iter().map(|surveyed| &surveyed.who).collect();
    let codes: Vec<&str> = people.iter().filter_map(|who| who.code.as_deref()).collect();
    let holders = visit.holders_of_codes(&codes).await?;
    let holders: HashMap<&str, SubjectId> = codes
        .into_iter()
        .zip(holders)
        .filter_map(|(code, holder)| Some((code, holder?)))
        .collect();
    let marks = marks_of_people(visit, &people, plan).await?;
    let asked: Vec<ImportMark> = marks
        .iter()
        .flat_map(|(person, number)| std::iter::once(*person).chain(*number))
        .collect();
    let marked = visit.marked(&asked).await?;
    let acquaintance = |(who, (person, number)): (&&Who, &(ImportMark, Option<ImportMark>))| {
        let holder = who.code.as_deref().and_then(|code| holders.get(code));
        match (
            holder,
            marked.get(person),
            number.and_then(|number| marked.get(&number)),
        ) {
            (Some(holder), ..) => Acquaintance::SameCode(*holder),
            (None, Some(known), _) => Acquaintance::CameBefore(*known),
            (None, None, Some(_)) => Acquaintance::NumberOfAnother,
            (None, None, None) => Acquaintance::Stranger,
        }
    };
    Ok(people.iter().zip(&marks).map(acquaintance).collect())
}

/// Who in the register answers to what the rows of attendance and diary call their clients.
pub(super) async fn of_references(
    visit: &Visit,
    references: Vec<Reference>,
    plan: &Plan,
) -> Result<Vec<(Reference, Vec<SubjectId>)>> {
    let system = fold(&plan.system);
    let (mut codes, mut numbers, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for reference in &references {
        match reference {
            Reference::Code(code) => codes.push(code.as_str()),
            Reference::Number(number) => numbers.push(number.as_str()),
            Reference::Name(name) => names.push(name.as_str()),
        }
    }
    let parts: Vec<Vec<&[u8]>> = numbers
        .iter()
        .map(|number| mark_of_number(&system, number))
        .collect();
    let marks = visit.import_marks(&parts).await?;
    let marked = visit.marked(&marks).await?;
    let mut by_code = visit.holders_of_codes(&codes).await?.into_iter();
    let mut by_name = visit.holders_of_names(&names).await?.into_iter();
    let mut by_number = marks.iter().map(|mark| marked.get(mark).copied());
    let holders: Vec<Vec<SubjectId>> = references
        .iter()
        .map(|reference| match reference {
            Reference::Code(_) => by_code.next().flatten().into_iter().collect(),
            Reference::Number(_) => by_number.next().flatten().into_iter().collect(),
            Reference::Name(_) => by_name.next().unwrap_or_default(),
        })
        .collect();
    Ok(references.into_iter().zip(holders).collect())
}

/// What checking goes by in this visit's register.
pub(super) async fn rules(visit: &Visit, plan: &Plan) -> Result<Rules> {
    let profile = visit.profile()?;
    let today = visit.today();
    let is_coach = |right: &polku_desk::account::ListedRight| {
        right.role == Role::Coach
            && right.valid_from <= today
            && right.valid_until.is_none_or(|until| until >= today)
    };
    let mut workers = HashMap::new();
    let mut ambiguous = Vec::new();
    for account in visit.accounts().await? {
        if account.rights.iter().any(is_coach) {
            for name in [fold(&account.display_name), fold(&account.user_name)] {
                if workers
                    .insert(name.clone(), account.account)
                    .is_some_and(|other| other != account.account)
                {
                    ambiguous.push(name);
                }
            }
        }
    }
    workers.retain(|name, _| !ambiguous.contains(name));
    Ok(Rules {
        origin: plan.origin(&profile, today),
        profile,
        today,
        workers,
    })
}
