//! The month's sheet of a group of thirty, as a page and as a file.

use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::{
    demo::Demo,
    pairs::middle,
    reading::MANAGER,
    report::Report,
    session::{Program, Worker},
};

/// The group that is made for the measurement, once.
const GROUP: &str = "Mittaushalli";
/// Who takes its people in, and so answers for them: another than the coach whose search is measured.
const COACH: &str = "pekka";
/// As many people as the figure speaks of.
const PEOPLE: usize = 30;
/// Rounds at the beginning that are not counted.
const WARMING: usize = 5;

/// Measures what a month's sheet takes, for a manager who is signed in.
///
/// # Errors
/// When the server fails.
pub fn measure(demo: &Demo, worker: &mut Worker, rounds: usize, report: &mut Report) -> Result<()> {
    let group = group(demo)?;
    let page = format!("/months?group={group}");
    let mut times = Vec::with_capacity(rounds);
    for round in 0..rounds + WARMING {
        let begun = Instant::now();
        let answer = worker.get(&page)?;
        let took = begun.elapsed();
        ensure!(answer.status == 200, "the sheet answered {}", answer.status);
        let rows = answer.body.matches("/months?month=").count();
        ensure!(rows >= PEOPLE, "the sheet has {rows} links to months");
        if round >= WARMING {
            times.push(took);
        }
    }
    times.sort_unstable();
    let slow = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
    report.fact(
        "month sheet of 30 people, page (≤ 100 ms)",
        format!(
            "median {} ms, p99 {} ms",
            middle(&times).as_millis(),
            slow.as_millis()
        ),
    );
    Ok(())
}

/// The group, with its people and their marks; an earlier run may have made it.
fn group(demo: &Demo) -> Result<String> {
    let mut program = Program::of(demo, MANAGER)?;
    let groups = program.get("/groups")?.json()?;
    let named = groups
        .as_array()
        .or_else(|| groups["groups"].as_array())
        .and_then(|groups| groups.iter().find(|group| group["name"] == json!(GROUP)));
    if let Some(id) = named.and_then(|group| group["id"].as_str()) {
        return Ok(id.to_owned());
    }
    let body = json!({ "name": GROUP, "place": "Halli 9" }).to_string();
    let made = program.send("POST", "/groups", &[], &body)?;
    let group = id_in(made.header("location").context("where the group is")?);
    let mut coach = Program::of(demo, COACH)?;
    for number in 0..PEOPLE {
        let client = client(&mut coach, number)?;
        let period = json!({
            "measure": "coaching", "workgroup": group, "starts_on": "1.1.2026", "hours": "6", "state": "ongoing",
            "weekdays": ["monday", "tuesday", "wednesday", "thursday"],
        });
        program.send(
            "POST",
            &format!("/clients/{client}/periods"),
            &[],
            &period.to_string(),
        )?;
    }
    Ok(group)
}

fn client(program: &mut Program, number: usize) -> Result<String> {
    let born = format!("19{:02}-03-{:02}", 60 + number, 1 + number % 28);
    let body = json!({
        "fields": {
            "last_name": { "value": "Mitattava" }, "first_names": { "value": format!("Numero {number}") },
            "birth_date": { "value": born },
        },
        "origin": { "source": "client", "channel": "oral" },
        "relationship": { "basis": "coaching", "started_on": "1.1.2026" },
    });
    let made = program.send("POST", "/clients", &[], &body.to_string())?;
    let made: Option<String> = made.header("location").map(id_in);
    made.context("where the client is")
}

fn id_in(location: &str) -> String {
    location.rsplit('/').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_end_of_an_address() {
        assert_eq!(id_in("/api/v1/groups/0192"), "0192");
        assert_eq!(id_in("0192"), "0192");
    }
}
