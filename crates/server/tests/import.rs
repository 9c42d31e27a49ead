//! `polku import` as its users run it: the program itself on the messy samples, beside a demo that serves.

#[expect(dead_code, reason = "the stories about durability end the program themselves")]
mod served;

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use served::{POLKU, Program, Served, demo, free_port};

/// Everything came in.
const DONE: i32 = 0;
/// It failed, and nothing came in.
const FAILED: i32 = 1;
/// It was used wrongly.
const MISUSED: i32 = 2;
/// Rows were kept out, or something has to be decided first.
const FOUND_WANTING: i32 = 3;

/// A demo that serves, whose register is imported into.
struct Office {
    folder: tempfile::TempDir,
    served: Served,
}

/// What a run of the program came to.
#[derive(Debug)]
struct Run {
    code: i32,
    said: String,
    complained: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        Self {
            code: output.status.code().expect("an exit code"),
            said: text(output.stdout),
            complained: text(output.stderr),
        }
    }
}

impl Office {
    fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let port = free_port();
        let served = Served::start(Command::new(POLKU).args(demo(folder.path(), port)), port);
        Self { folder, served }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs `polku import` on a file as the main user, with more of its options.
    fn import(&self, file: &Path, more: &[&str]) -> Run {
        let mut command = Command::new(POLKU);
        command
            .arg("import")
            .arg(file)
            .arg("--data")
            .arg(self.folder.path());
        command
            .args(["--user", "paula", "--system", "Pajarekisteri"])
            .args(more);
        command.output().expect("the program").into()
    }

    /// The same for a file of these contents.
    fn import_text(&self, text: &str, more: &[&str]) -> Run {
        let file = self.path("typed.csv");
        std::fs::write(&file, text).expect("a file");
        self.import(&file, more)
    }

    /// How many clients the register has, as the service manager's program is told by the server.
    fn clients(&self) -> u64 {
        let pertti = Program::of(self.folder.path(), self.served.port(), "pertti");
        let (status, body) = pertti.ask("GET", "/clients?limit=1", "").expect("an answer");
        assert_eq!(status, 200, "{body}");
        let total = body.split("\"total\":").nth(1).expect("a total");
        let digits: String = total.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().expect("a number")
    }

    /// Waits until the server has so many: it follows what another program changed, within a second or so.
    fn comes_to_have(&self, clients: u64) {
        for _ in 0..100 {
            if self.clients() == clients {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("the server has {} clients, not {clients}", self.clients());
    }
}

fn sample(name: &str) -> PathBuf {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../casework/tests/samples");
    samples.join(name)
}

/// The workbook's sheets, and the CSV's only one, as the program counts them.
fn said_of(run: &Run) -> Vec<&str> {
    run.said.lines().filter(|line| line.contains(" rows: ")).collect()
}

#[test]
fn the_samples_are_rehearsed_brought_in_and_change_nothing_a_second_time() {
    let office = Office::open();
    let before = office.clients();
    let (workbook, csv) = (sample("workshop-register.xlsx"), sample("workshop-register.csv"));
    let report = office.path("report.csv");
    let report_file = report.to_str().expect("a plain path");

    // A rehearsal tells of every row and brings nothing.
    let run = office.import(&workbook, &["--dry-run", "--report", report_file]);
    assert_eq!(run.code, FOUND_WANTING, "{run:?}");
    let [clients, attendance, diary] = said_of(&run)[..] else {
        panic!("{run:?}")
    };
    assert!(
        clients.ends_with("244 rows: 230 would be imported, 0 in the register already, 14 kept out"),
        "{clients}"
    );
    assert!(
        attendance.ends_with("121 rows: 115 would be imported, 0 in the register already, 6 kept out"),
        "{attendance}"
    );
    assert!(
        diary.ends_with("720 rows: 687 would be imported, 0 in the register already, 33 kept out"),
        "{diary}"
    );
    let told = std::fs::read_to_string(&report).expect("the report");
    assert!(told.contains("\"Taulukko\";\"Rivi\";\"Sarake\""), "{told}");
    assert_eq!(
        told.lines().filter(|line| line.contains("\"Ei tuoda\"")).count(),
        14 + 6 + 33
    );
    assert_eq!(office.clients(), before);

    let run = office.import(&csv, &["--dry-run"]);
    assert_eq!((run.code, said_of(&run).len()), (FOUND_WANTING, 1), "{run:?}");
    assert!(
        run.said.contains("--report FILE"),
        "it says where the reasons are: {run:?}"
    );
    assert_eq!(office.clients(), before);

    // The CSV holds the workbook's people; both are brought in, then nothing is new.
    let run = office.import(&csv, &["--language", "sv", "--report", report_file]);
    assert_eq!(run.code, FOUND_WANTING, "{run:?}");
    assert!(
        said_of(&run)[0].ends_with("244 rows: 230 imported, 0 in the register already, 14 kept out"),
        "{run:?}"
    );
    assert!(
        std::fs::read_to_string(&report)
            .expect("the report")
            .contains("\"Importeras inte\""),
        "in Swedish"
    );
    office.comes_to_have(before + 230);

    let run = office.import(&workbook, &[]);
    let lines = said_of(&run);
    assert!(
        lines[0].ends_with("244 rows: 0 imported, 230 in the register already, 14 kept out"),
        "{run:?}"
    );
    assert!(
        lines[1].ends_with("121 rows: 115 imported, 0 in the register already, 6 kept out"),
        "{run:?}"
    );
    assert!(
        lines[2].ends_with("720 rows: 687 imported, 0 in the register already, 33 kept out"),
        "{run:?}"
    );
    for _ in 0..2 {
        let run = office.import(&workbook, &[]);
        assert_eq!(run.code, FOUND_WANTING, "{run:?}");
        let lines = said_of(&run);
        assert!(
            lines[0].ends_with("244 rows: 0 imported, 230 in the register already, 14 kept out"),
            "{run:?}"
        );
        assert!(
            lines[1].ends_with("121 rows: 0 imported, 115 in the register already, 6 kept out"),
            "{run:?}"
        );
        assert!(
            lines[2].ends_with("720 rows: 0 imported, 687 in the register already, 33 kept out"),
            "{run:?}"
        );
    }
    office.comes_to_have(before + 230);
}

#[test]
fn the_exit_code_says_how_it_went_and_the_words_say_what_to_do() {
    let office = Office::open();
    let before = office.clients();
    let clean = "Sukunimi;Etunimet;Syntymäaika\nMallikas;Ilona;1.2.1990\nMallikas;Mikko;3.4.1991\n";

    for imported in [
        "2 imported, 0 in the register already",
        "0 imported, 2 in the register already",
    ] {
        let run = office.import_text(clean, &[]);
        assert_eq!(run.code, DONE, "{run:?}");
        assert!(run.said.contains(imported), "{run:?}");
    }
    office.comes_to_have(before + 2);

    let run = office.import_text("%PDF-1.7", &[]);
    assert_eq!((run.code, run.said.as_str()), (FAILED, ""), "{run:?}");
    assert!(run.complained.contains("nothing was imported"), "{run:?}");
    let run = office.import(Path::new("/nowhere/old.xlsx"), &[]);
    assert!(
        run.code == FAILED && run.complained.contains("cannot read"),
        "{run:?}"
    );
    let run = office.import_text(clean, &["--register", "toinen"]);
    assert!(
        run.code == FAILED && run.complained.contains("there is no register toinen"),
        "{run:?}"
    );

    let mut command = Command::new(POLKU);
    command
        .arg("import")
        .arg(office.path("typed.csv"))
        .arg("--data")
        .arg(office.folder.path());
    let as_coach = command
        .args(["--user", "maija", "--system", "Pajarekisteri"])
        .output();
    let run = Run::from(as_coach.expect("the program"));
    assert!(
        run.code == FAILED && run.complained.contains("not a main user"),
        "{run:?}"
    );

    let misused = Command::new(POLKU).args(["import", "old.xlsx"]).output();
    let run = Run::from(misused.expect("the program"));
    assert!(
        run.code == MISUSED && run.complained.contains("--user"),
        "{run:?}"
    );

    // A4: a special-category field comes in only with why it is necessary.
    let special = "Sukunimi;Etunimet;Ammattiliitto\nErikoinen;Ilona;Jokin liitto\n";
    let run = office.import_text(special, &[]);
    assert_eq!(run.code, FOUND_WANTING, "{run:?}");
    assert!(
        run.said.contains("Nothing was imported") && run.said.contains("Ammattiliitto"),
        "{run:?}"
    );
    assert_eq!(office.clients(), before + 2);
    let run = office.import_text(special, &["--necessity", "Jäsenmaksun selvittämiseksi"]);
    assert_eq!(run.code, DONE, "{run:?}");
    office.comes_to_have(before + 3);
}
