//! The month's sheet of a group of thirty, as a page and as a file, over HTTP.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use jiff::civil::Date;
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
/// The month whose sheet is asked for.
const MONTH: &str = "2026-10";
/// Rounds at the beginning that are not counted.
const WARMING: usize = 5;

/// Measures what a month's sheet takes, for a manager who is signed in.
///
/// # Errors
/// When the server fails.
pub fn measure(demo: &Demo, worker: &mut Worker, rounds: usize, report: &mut Report) -> Result<()> {
    let group = group(demo)?;
    let page = format!("/months?group={group}&month={MONTH}");
    let times = timed(rounds, || {
        let answer = worker.get(&page)?;
        ensure!(answer.status == 200, "the sheet answered {}", answer.status);
        let rows = answer.body.matches("/months?month=").count();
        ensure!(rows >= PEOPLE, "the sheet has {rows} links to months");
        Ok(())
    })?;
    report.fact("month sheet of 30 people, page (≤ 100 ms)", told(&times));
    let asked = [("group", group.as_str()), ("month", MONTH), ("format", "pdf")];
    let times = timed(rounds.min(40), || {
        let answer = worker.form("/months/file", &asked)?;
        ensure!(
            answer.body.starts_with("%PDF-"),
            "the file answered {}",
            answer.status
        );
        Ok(())
    })?;
    report.fact("month sheet of 30 people, file as PDF/A (≤ 100 ms)", told(&times));
    Ok(())
}

/// How long each round takes, in order of length; the first ones are not counted.
fn timed(rounds: usize, mut round: impl FnMut() -> Result<()>) -> Result<Vec<Duration>> {
    let mut times = Vec::with_capacity(rounds);
    for number in 0..rounds + WARMING {
        let begun = Instant::now();
        round()?;
        if number >= WARMING {
            times.push(begun.elapsed());
        }
    }
    times.sort_unstable();
    Ok(times)
}

fn told(times: &[Duration]) -> String {
    let slow = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
    let in_ms = |time: Duration| time.as_secs_f64() * 1000.0;
    format!("median {:.1} ms, p99 {:.1} ms", in_ms(middle(times)), in_ms(slow))
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
    let mut clients = Vec::with_capacity(PEOPLE);
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
        clients.push(client);
    }
    for day in 1..=31 {
        let day: Date = format!("{MONTH}-{day:02}").parse()?;
        if (1..=4).contains(&day.weekday().to_monday_one_offset()) {
            mark(&mut program, &group, day, &clients)?;
        }
    }
    Ok(group)
}

/// Marks everybody on a day: mostly present, some sick or absent.
fn mark(program: &mut Program, group: &str, day: Date, clients: &[String]) -> Result<()> {
    let address = format!("/groups/{group}/attendance?date={day}");
    let seen = program.get(&address)?;
    let seen = seen.header("etag").context("a version")?.to_owned();
    let mark =
        |(number, client): (usize, &String)| match (number + usize::try_from(day.day()).unwrap_or(0)) % 7 {
            0 => json!({ "client": client, "mark": "sick" }),
            3 => json!({ "client": client, "mark": "absent" }),
            _ => json!({ "client": client, "mark": "present", "minutes": 360 }),
        };
    let marks: Vec<_> = clients.iter().enumerate().map(mark).collect();
    let body = json!({ "marks": marks }).to_string();
    program
        .send("PUT", &address, &[("if-match", &seen)], &body)
        .map(drop)
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
