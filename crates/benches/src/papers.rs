//! Documents: an upload beside the disk alone, and pages while papers are read in the background.

use std::{
    fs::File,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use polku_typeset::{Job, Template, pdf};
use polku_values::InterfaceLanguage;
use serde_json::{Value, json};

use crate::{
    Wishes,
    demo::Demo,
    pairs::{Pairs, middle},
    reading::MANAGER,
    report::{Bound, Report},
    session::{Program, Worker},
};

/// As many bytes as the figure speaks of.
const UPLOAD: usize = 20 * 1000 * 1000;
/// The register is small: what is measured does not grow with it.
const CLIENTS: u32 = 60;
/// Papers that are read at once; each takes the reader some seconds.
const PAPERS: usize = 3;
/// Pages that are opened in each turn, with and without papers being read.
const PAGES: usize = 60;
/// How often they take turns.
const TURNS: usize = 4;
/// How long reading the papers of a turn may take.
const PATIENCE: Duration = Duration::from_mins(3);

/// Measures what documents take.
///
/// # Errors
/// When the server or the disk fails.
pub fn measure(wishes: &Wishes, rounds: usize, report: &mut Report) -> Result<()> {
    let folder = wishes.data.join("documents");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let pairs = upload(wishes, &folder.join("upload"), rounds.clamp(5, 20))?;
    report.figure("upload of 20 MB, sealed and durable", &pairs, Bound::Twice);
    std::fs::remove_dir_all(&folder)?;
    match &wishes.virus_scanner {
        Some(scanner) => reading(wishes, scanner, &folder.join("reading"), report)?,
        None => report.fact(
            "a client's page while papers are read (≤ 10 % slower)",
            "not measured: papers are read only after ClamAV has looked through them, and none was named",
        ),
    }
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    Ok(())
}

/// The floor writes the same bytes to the same disk, and waits until they are there.
fn upload(wishes: &Wishes, folder: &Path, rounds: usize) -> Result<Pairs> {
    let demo = Demo::start_scanned(&wishes.polku, folder, CLIENTS, "")?;
    let mut program = Program::of(&demo, MANAGER)?;
    let address = format!("/clients/{}/documents", first_client(&mut program)?);
    let beside = folder.join("floor.bin");
    let product = |round: usize| program.send_file(&address, "mitta.pdf", &large(round)).map(drop);
    let floor = |round: usize| {
        let mut file = File::create(&beside)?;
        file.write_all(&large(round))?;
        Ok(file.sync_all()?)
    };
    let pairs = Pairs::take(rounds, product, floor)?;
    demo.stop()?;
    Ok(pairs)
}

/// A whole PDF that no other round has.
fn large(round: usize) -> Vec<u8> {
    let mut bytes = format!("%PDF-1.4\n% {round}\n").into_bytes();
    bytes.resize(UPLOAD - 6, b'x');
    bytes.extend(b"\n%%EOF");
    bytes
}

fn first_client(program: &mut Program) -> Result<String> {
    let page = program.get("/clients?limit=1")?.json()?;
    let id = page["clients"][0]["client"].as_str();
    id.map(str::to_owned).context("a client")
}

/// Pages by turns: while nothing is read, and while papers are.
fn reading(wishes: &Wishes, scanner: &str, folder: &Path, report: &mut Report) -> Result<()> {
    let demo = Demo::start_scanned(&wishes.polku, folder, CLIENTS, scanner)?;
    let mut program = Program::of(&demo, MANAGER)?;
    let client = first_client(&mut program)?;
    let mut worker = Worker::signed_in(&demo, MANAGER)?;
    let (mut idle, mut busy) = (Vec::new(), Vec::new());
    for turn in 0..TURNS {
        for _ in 0..PAGES {
            idle.push(page(&mut worker, &client)?);
        }
        for paper in 0..PAPERS {
            let paper = scanned(turn * PAPERS + paper, folder)?;
            program.send_file(&format!("/clients/{client}/documents"), "paperi.png", &paper)?;
        }
        let begun = Instant::now();
        while waiting(&mut program, &client)? > 0 {
            ensure!(begun.elapsed() < PATIENCE, "papers were not read in time");
            // Only what is opened while a reader is at it counts.
            if is_read_now() {
                for _ in 0..5 {
                    busy.push(page(&mut worker, &client)?);
                }
            } else {
                std::thread::sleep(Duration::from_millis(20));
            }
        }
    }
    demo.stop()?;
    if busy.len() < PAGES {
        bail!("only {} pages were opened while papers were read", busy.len());
    }
    let (idle, busy, pages) = (middle(&idle), middle(&busy), busy.len());
    let slower = (busy.as_secs_f64() / idle.as_secs_f64() - 1.0) * 100.0;
    report.fact(
        "a client's page while papers are read (≤ 10 % slower)",
        format!(
            "median {:.2} ms beside its usual {:.2} ms, {slower:+.0} %, {pages} pages: {}",
            busy.as_secs_f64() * 1000.0,
            idle.as_secs_f64() * 1000.0,
            if slower <= 10.0 { "kept" } else { "NOT kept" }
        ),
    );
    Ok(())
}

fn page(worker: &mut Worker, client: &str) -> Result<Duration> {
    let begun = Instant::now();
    let answer = worker.get(&format!("/clients/{client}"))?;
    ensure!(answer.status == 200, "a client's page answered {}", answer.status);
    Ok(begun.elapsed())
}

/// How many of the client's files wait to be looked through or read.
fn waiting(program: &mut Program, client: &str) -> Result<usize> {
    let documents = program.get(&format!("/clients/{client}/documents"))?.json()?;
    let files = documents.as_array().context("documents")?.iter();
    let files = files
        .filter_map(|document| document["files"].as_array())
        .flatten();
    let waits = |file: &&Value| file["checked"] == json!("waiting") || file["reading"] == json!("waiting");
    Ok(files.filter(waits).count())
}

/// Whether tesseract runs on this machine.
fn is_read_now() -> bool {
    let ran = Command::new("pgrep")
        .args(["-x", "tesseract"])
        .stdout(Stdio::null())
        .status();
    ran.is_ok_and(|status| status.success())
}

/// A page full of text as a scanner gives it, at 300 dots an inch.
fn scanned(number: usize, folder: &Path) -> Result<Vec<u8>> {
    let text = "Valmentautuja on osallistunut työpajan toimintaan sovitusti ja edistynyt tavoitteissaan. \
                Työtehtävät ovat olleet monipuolisia, ja niistä on keskusteltu viikoittain ohjaajan kanssa.";
    let data = json!({
        "heading": format!("Lausunto {number}"),
        "sections": [{ "paragraphs": vec![text; 16] }],
    });
    let printed = pdf(&Job {
        template: Template::Document,
        language: InterfaceLanguage::Finnish,
        title: "Lausunto",
        author: "Pajayhdistys ry",
        created: jiff::Timestamp::UNIX_EPOCH,
        data: &data,
        images: &[],
    })?;
    let (paper, picture) = (folder.join("paper.pdf"), folder.join("paper"));
    std::fs::write(&paper, printed)?;
    let drawn = Command::new("pdftoppm")
        .args(["-png", "-singlefile", "-gray", "-r", "300", "-l", "1"])
        .arg(&paper)
        .arg(&picture)
        .status()
        .context("poppler-utils is not installed")?;
    ensure!(drawn.success(), "the paper could not be drawn");
    Ok(std::fs::read(picture.with_extension("png"))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_upload_has_its_size_and_no_two_are_alike() {
        assert_eq!(large(3).len(), UPLOAD);
        assert!(large(3).ends_with(b"%%EOF") && large(3) != large(4));
    }
}
