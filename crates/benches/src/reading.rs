//! Looks: each is answered when its entry in the log is durable.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::{
    demo::Demo,
    floor::Floor,
    pairs::Pairs,
    report::{Bound, Report},
    session::{Program, Worker},
};

/// Who sees the whole register.
pub const MANAGER: &str = "pertti";
/// Who sees 34 clients.
const COACH: &str = "maija";
/// As many are told while one types.
const WHILE_TYPING: usize = 8;
/// As many are on a page of the list.
const ON_A_PAGE: i64 = 30;

/// Measures what looks take, pages for a manager who is signed in.
///
/// # Errors
/// When the server or the database fails.
pub fn measure(
    demo: &Demo,
    floor: &Floor,
    manager: &mut Worker,
    rounds: usize,
    report: &mut Report,
) -> Result<()> {
    for (user, what) in [
        (MANAGER, "find as you type, whole register"),
        (COACH, "find as you type, own clients"),
    ] {
        let pairs = find(demo, floor, user, rounds)?;
        report.figure(what, &pairs, Bound::BesideTheFloor);
    }
    report.figure(
        "open a client's file (page)",
        &open(manager, floor, rounds)?,
        Bound::Twice,
    );
    report.figure(
        "last page of the client list (page)",
        &last_page(manager, floor, rounds)?,
        Bound::Twice,
    );
    Ok(())
}

/// Names of the demo, typed letter by letter.
fn typed(program: &mut Program) -> Result<Vec<String>> {
    let page = program.get("/clients?limit=200")?.json()?;
    let clients = page["clients"].as_array().context("clients")?;
    let names = clients.iter().filter_map(|client| client["name"].as_str());
    let mut typed = Vec::new();
    for name in names.step_by(7) {
        let letters: Vec<char> = name.chars().collect();
        typed.extend((2..=letters.len().min(10)).map(|length| letters[..length].iter().collect()));
    }
    ensure!(!typed.is_empty(), "the demo's clients have no names");
    Ok(typed)
}

fn find(demo: &Demo, floor: &Floor, user: &str, rounds: usize) -> Result<Pairs> {
    let mut program = Program::of(demo, user)?;
    let typed = typed(&mut program)?;
    let look = |round: usize| {
        let body = json!({ "text": typed[round % typed.len()], "limit": WHILE_TYPING }).to_string();
        program.send("POST", "/clients/find", &[], &body).map(drop)
    };
    // The slow end wants more of them.
    Pairs::take(rounds * 3, look, |_| floor.entry(WHILE_TYPING))
}

fn open(worker: &mut Worker, floor: &Floor, rounds: usize) -> Result<Pairs> {
    let clients = floor.clients(rounds)?;
    let look = |round: usize| {
        let answer = worker.get(&format!("/clients/{}", clients[round % rounds]))?;
        ensure!(answer.status == 200, "a client's page answered {}", answer.status);
        Ok(())
    };
    Pairs::take(rounds, look, |round| floor.file(clients[round % rounds]))
}

fn last_page(worker: &mut Worker, floor: &Floor, rounds: usize) -> Result<Pairs> {
    let look = |_: usize| {
        let answer = worker.get("/clients?last=1")?;
        ensure!(answer.status == 200, "the list answered {}", answer.status);
        Ok(())
    };
    Pairs::take(rounds, look, |_| floor.last_page(ON_A_PAGE))
}
