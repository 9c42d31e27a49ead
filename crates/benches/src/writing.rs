//! Writes: each is acknowledged when it and its entry in the log are durable.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    demo::Demo,
    floor::Floor,
    pairs::Pairs,
    report::{Bound, Report},
    session::Program,
};

const COACH: &str = "maija";
/// As many are marked at once.
const MARKED: usize = 15;
/// About as long as a note is.
const NOTE: &str = "Tuli ajoissa ja oli virkeä. Jatkoi hyllyn kokoamista ja opasti uutta työtoveria koneen käytössä. \
    Sovittiin, että ensi viikolla tutustutaan yhdessä oppilaitoksen avoimiin oviin.";

/// Measures what writes take.
///
/// # Errors
/// When the server or the database fails.
pub fn measure(demo: &Demo, floor: &Floor, rounds: usize, report: &mut Report) -> Result<()> {
    report.figure("save a note", &note(demo, floor, rounds)?, Bound::Twice);
    let (marked, pairs) = marks(demo, floor, rounds)?;
    report.figure(&format!("mark {marked} attendances"), &pairs, Bound::Twice);
    Ok(())
}

fn note(demo: &Demo, floor: &Floor, rounds: usize) -> Result<Pairs> {
    let mut program = Program::of(demo, COACH)?;
    let page = program.get("/clients?limit=200")?.json()?;
    let clients: Vec<Uuid> = page["clients"]
        .as_array()
        .context("clients")?
        .iter()
        .map(|client| id(&client["client"]))
        .collect::<Result<_>>()?;
    let body = json!({ "text": NOTE }).to_string();
    let write = |round: usize| {
        let client = clients[round % clients.len()];
        program
            .send("POST", &format!("/clients/{client}/diary"), &[], &body)
            .map(drop)
    };
    Pairs::take(rounds, write, |round| floor.note(clients[round % clients.len()]))
}

/// Marks a day of the coach's largest group, shorter and longer by turns, so that something changes each time.
fn marks(demo: &Demo, floor: &Floor, rounds: usize) -> Result<(usize, Pairs)> {
    let mut program = Program::of(demo, COACH)?;
    let (address, clients, first) = largest_group(&mut program)?;
    let mut seen = first;
    let write = |round: usize| {
        let minutes = if round.is_multiple_of(2) { 180 } else { 210 };
        let marks: Vec<Value> = clients
            .iter()
            .map(|client| json!({ "client": client, "mark": "present", "minutes": minutes }))
            .collect();
        let body = json!({ "marks": marks }).to_string();
        let answer = program.send("PUT", &address, &[("if-match", &seen)], &body)?;
        answer.header("etag").context("a version")?.clone_into(&mut seen);
        Ok(())
    };
    let pairs = Pairs::take(rounds, write, |_| floor.marks(&clients))?;
    Ok((clients.len(), pairs))
}

fn largest_group(program: &mut Program) -> Result<(String, Vec<Uuid>, String)> {
    let groups = program.get("/groups")?.json()?;
    let mut largest = (String::new(), Vec::new(), String::new());
    for group in groups["groups"].as_array().context("groups")? {
        let address = format!("/groups/{}/attendance", id(&group["id"])?);
        let day = program.get(&address)?;
        let etag = day.header("etag").context("a version")?.to_owned();
        let people = day.json()?["clients"]
            .as_array()
            .context("clients")?
            .iter()
            .take(MARKED)
            .map(|client| id(&client["client"]))
            .collect::<Result<Vec<_>>>()?;
        if people.len() > largest.1.len() {
            largest = (address, people, etag);
        }
    }
    ensure!(!largest.1.is_empty(), "nobody is in the coach's groups");
    Ok(largest)
}

fn id(value: &Value) -> Result<Uuid> {
    Ok(value.as_str().context("an id")?.parse()?)
}
