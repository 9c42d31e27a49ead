//! A register's worth of clients from a file, while pages are opened.

use std::{
    fmt::Write as _,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result, ensure};

use crate::{Wishes, demo::Demo, floor::Floor, pairs::middle, reading, report::Report, session::Worker};

/// How many clients are there before.
const BEFORE: u32 = 1_000;
/// What the program answers when it kept rows out; none should be.
const ALL_IN: i32 = 0;
/// Pages opened before the import, to know what is usual.
const USUAL: usize = 600;
const SURNAMES: [&str; 12] = [
    "Aalto", "Heino", "Kallio", "Koivu", "Laakso", "Lahti", "Manner", "Niemi", "Ranta", "Salmi", "Toivo",
    "Vuori",
];
const FIRST_NAMES: [&str; 10] = [
    "Aino", "Eero", "Helmi", "Ilona", "Jussi", "Kaisa", "Lauri", "Maija", "Oskari", "Tuuli",
];
/// The check characters of identity codes.
const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

/// Measures an import, if the program has one.
///
/// # Errors
/// When the import fails or keeps rows out.
pub fn measure(wishes: &Wishes, report: &mut Report) -> Result<()> {
    let mut help = Command::new(&wishes.polku);
    help.args(["import", "--help"])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if !help.status()?.success() {
        report.fact("import", "the program has none yet; not measured");
        return Ok(());
    }
    let folder = wishes.data.join("demo-import");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let demo = Demo::start(&wishes.polku, &folder, BEFORE)?;
    let floor = Floor::open(&folder)?;
    let mut worker = Worker::signed_in(&demo, reading::MANAGER)?;
    let clients = floor.clients(USUAL)?;
    let mut open = |round: usize| {
        let begun = Instant::now();
        let answer = worker.get(&format!("/clients/{}", clients[round % USUAL]))?;
        ensure!(answer.status == 200, "a client's page answered {}", answer.status);
        Ok(begun.elapsed())
    };
    let usual = (0..USUAL).map(&mut open).collect::<Result<Vec<_>>>()?;

    let file = wishes.data.join("clients.csv");
    std::fs::write(&file, register(wishes.clients))?;
    let (begun, mut import) = (Instant::now(), begin(&wishes.polku, &folder, &file)?);
    let mut meanwhile = Vec::new();
    let status = loop {
        if let Some(status) = import.try_wait()? {
            break status;
        }
        meanwhile.push(open(meanwhile.len())?);
    };
    let took = begun.elapsed();
    ensure!(status.code() == Some(ALL_IN), "the import ended with {status}");
    let (usual, meanwhile) = (middle(&usual), middle(&meanwhile));
    report.fact(
        &format!("import of {} clients (100,000 in ≤ 60 s)", wishes.clients),
        format!("{:.1} s", took.as_secs_f64()),
    );
    report.fact(
        "a client's page while importing, beside its usual time (≤ 2×)",
        format!("{:.2}×", meanwhile.as_secs_f64() / usual.as_secs_f64()),
    );
    demo.stop()
}

fn begin(polku: &Path, folder: &Path, file: &Path) -> Result<std::process::Child> {
    let mut import = Command::new(polku);
    import.arg("import").arg(file).arg("--data").arg(folder);
    import.args(["--user", "paula", "--system", "vanha rekisteri"]);
    import
        .stdout(Stdio::null())
        .spawn()
        .context("the import can't be started")
}

/// A register as an older system would hand it over. Nobody in it ever was: individual numbers are 900–999.
fn register(clients: u32) -> String {
    let mut text = "Nro;Sukunimi;Etunimet;Henkilötunnus;Puhelin;Sähköposti\n".to_owned();
    for number in 0..clients {
        let of = |names: &[&'static str], step: u32| names[(number / step) as usize % names.len()];
        let surname = format!("{}{}", of(&SURNAMES, 1), of(&["", "la", "nen", "maa"], 12).trim());
        let (first, code) = (of(&FIRST_NAMES, 7), code(number));
        // Writing to a text cannot fail.
        let _ = writeln!(
            text,
            "{number};{surname};{first};{code};040{number:07};a{number}@example.fi"
        );
    }
    text
}

/// The artificial identity code of a number: born before 1960, so that no demo has it.
fn code(number: u32) -> String {
    let (serial, day) = (900 + number % 100, number / 100);
    let (day, month, year) = (1 + day % 28, 1 + day / 28 % 12, day / 336 % 60);
    let digits = format!("{day:02}{month:02}{year:02}{serial}");
    let check = digits.parse::<u64>().map_or(0, |digits| digits % 31);
    let check = char::from(CHECKS[usize::try_from(check).unwrap_or_default()]);
    format!("{day:02}{month:02}{year:02}-{serial}{check}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_register_repeats_no_code() {
        let mut codes: Vec<String> = (0..100_000).map(code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 100_000);
        assert!(
            codes.iter().all(|code| code[7..10] >= *"900"),
            "they are artificial"
        );
    }
}
