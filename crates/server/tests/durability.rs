//! What was acknowledged is on the disk, and so is its entry in the log (E4).

mod served;

use std::{
    path::Path,
    process::Command,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use served::{POLKU, Program, Served, demo, free_port};
use sqlx::{Connection as _, Row as _, SqliteConnection, sqlite::SqliteConnectOptions};

/// How often each thing is done under strace: the log is also written in the background, now and then.
const TIMES: usize = 8;

/// What the system was asked to do, in order.
#[derive(Debug, PartialEq, Eq)]
enum Event {
    /// The request of this number arrived.
    Asked(usize),
    /// The database's log was written to.
    Written,
    /// The database's log is on the disk.
    Durable,
    /// An answer began to leave.
    Answered,
}

/// Meta-test 6: neither a look nor a write is answered before the log of the database is on the disk.
#[test]
fn no_answer_leaves_before_its_entry_is_on_the_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let (port, calls) = (free_port(), folder.path().join("calls"));
    let mut command = Command::new("strace");
    command.args(["--seccomp-bpf", "-f", "-yy", "-qq", "-s", "120", "-e"]);
    command.args([
        "trace=fsync,fdatasync,pwrite64,read,recvfrom,write,writev,sendto,sendmsg",
        "-o",
    ]);
    command.arg(&calls).arg(POLKU).args(demo(folder.path(), port));
    let served = Served::start(&mut command, port);
    let maija = Program::of(folder.path(), port, "maija");
    let client = maija.clients().remove(0);
    for number in 0..TIMES {
        let look = maija.ask("GET", &format!("/clients/{client}?n={number:03}"), "");
        assert_eq!(look.expect("an answer").0, 200);
    }
    for number in TIMES..2 * TIMES {
        let note = serde_json::json!({ "text": "Tuli ajoissa." }).to_string();
        let write = maija.ask("POST", &format!("/clients/{client}/diary?n={number:03}"), &note);
        assert_eq!(write.expect("an answer").0, 201);
    }
    // What traces passes it on, and writes down the rest.
    served.stop();

    let calls = std::fs::read(&calls).expect("what strace saw");
    let events = events(&String::from_utf8_lossy(&calls));
    for number in 0..2 * TIMES {
        let asked = events.iter().position(|event| *event == Event::Asked(number));
        let since = &events[asked.expect("the request was seen")..];
        let answered = since.iter().position(|event| *event == Event::Answered);
        let meanwhile = &since[..answered.expect("the answer was seen")];
        let written = meanwhile.iter().position(|event| *event == Event::Written);
        let written =
            written.unwrap_or_else(|| panic!("request {number} was answered before anything was written"));
        assert!(
            meanwhile[written..].contains(&Event::Durable),
            "request {number} was answered before the entry was on the disk: {meanwhile:?}"
        );
    }
}

/// Reads what strace wrote: a line a call, or two when another thread's call came between its beginning and its end.
fn events(calls: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut under_way: Vec<(&str, &str)> = Vec::new();
    for line in calls.lines() {
        let Some((thread, call)) = line.split_once(' ') else {
            continue;
        };
        let call = call.trim_start();
        let begun = if call.starts_with("<...") {
            let place = under_way.iter().position(|(other, _)| *other == thread);
            place.map_or(call, |place| under_way.swap_remove(place).1)
        } else {
            // Bytes may leave as soon as the call begins.
            if call.contains("HTTP/1.1 2") && !call.starts_with("re") {
                events.push(Event::Answered);
            }
            if call.ends_with("<unfinished ...>") {
                under_way.push((thread, call));
                continue;
            }
            call
        };
        if begun.contains("polku.db-wal") && begun.starts_with("pwrite64") {
            events.push(Event::Written);
        }
        if begun.contains("polku.db-wal") && (begun.starts_with("fsync") || begun.starts_with("fdatasync")) {
            assert!(call.ends_with("= 0"), "the disk refused: {call}");
            events.push(Event::Durable);
        }
        // The first bytes of a request may be read by themselves, to tell which protocol it speaks.
        if begun.starts_with("re")
            && let Some((_, number)) = call.split_once("?n=")
        {
            events.push(Event::Asked(number[..3].parse().expect("a number")));
        }
    }
    events
}

/// What workers were told was done while the power held.
#[derive(Default)]
struct Told {
    notes: Mutex<Vec<String>>,
    looks: AtomicUsize,
    over: AtomicBool,
}

const WRITERS: usize = 3;
const LOOKERS: usize = 2;
/// As many notes and looks at least are acknowledged before the power goes.
const ENOUGH: usize = 40;

/// Nothing that was acknowledged is lost when the power goes in the middle of everything, and nothing is half-done.
#[test]
fn after_a_power_cut_all_that_was_acknowledged_is_there_with_its_entry() {
    let folder = tempfile::tempdir().expect("a folder");
    let port = free_port();
    let served = Served::start(Command::new(POLKU).args(demo(folder.path(), port)), port);
    let client = Program::of(folder.path(), port, "maija").clients().remove(0);
    wait_for_jobs(folder.path());
    let before = counted(folder.path());

    let told = Arc::new(Told::default());
    let busy: Vec<_> = (0..WRITERS + LOOKERS)
        .map(|number| {
            let (told, client) = (Arc::clone(&told), client.clone());
            let maija = Program::of(folder.path(), served.port(), "maija");
            std::thread::spawn(move || work(number, &maija, &client, &told))
        })
        .collect();
    let begun = Instant::now();
    let enough =
        || told.notes.lock().expect("notes").len() >= ENOUGH && told.looks.load(Ordering::SeqCst) >= ENOUGH;
    while !enough() {
        assert!(begun.elapsed() < Duration::from_mins(3), "too slow to be cut off");
        std::thread::sleep(Duration::from_millis(5));
    }
    served.kill();
    told.over.store(true, Ordering::SeqCst);
    for thread in busy {
        thread.join().expect("a worker");
    }

    let after = counted(folder.path());
    let notes = told.notes.lock().expect("notes");
    let (written, entered) = (after.notes - before.notes, after.writes - before.writes);
    assert_eq!(
        written, entered,
        "each note has its entry, and each entry its note"
    );
    assert_eq!(after.notes, after.wordings, "each note has its words");
    assert!(written >= notes.len(), "{written} of {} notes", notes.len());
    assert!(
        written <= notes.len() + WRITERS,
        "one a writer may have been under way"
    );
    assert!(
        after.looks - before.looks >= told.looks.load(Ordering::SeqCst),
        "looks are missing in the log"
    );

    let verified = Command::new(POLKU)
        .args(["audit", "verify", "--data"])
        .arg(folder.path())
        .output();
    let verified = verified.expect("the check");
    assert!(
        verified.status.success(),
        "{}",
        String::from_utf8_lossy(&verified.stdout)
    );

    let port = free_port();
    let again = Served::start(Command::new(POLKU).args(demo(folder.path(), port)), port);
    let maija = Program::of(folder.path(), again.port(), "maija");
    let (_, diary) = maija
        .ask("GET", &format!("/clients/{client}/diary?limit=200"), "")
        .expect("an answer");
    for note in notes.iter() {
        assert!(
            diary.contains(note.as_str()),
            "“{note}” was acknowledged and is gone"
        );
    }
}

/// Writes notes, or looks, until the server is gone.
fn work(number: usize, maija: &Program, client: &str, told: &Told) {
    for round in 0.. {
        if told.over.load(Ordering::SeqCst) || round > 60 {
            return;
        }
        let done = if number < WRITERS {
            let note = format!("Merkintä {number}-{round:03}.");
            let body = serde_json::json!({ "text": note }).to_string();
            let answer = maija.ask("POST", &format!("/clients/{client}/diary"), &body);
            answer.map(|(status, _)| {
                assert_eq!(status, 201);
                told.notes.lock().expect("notes").push(note);
            })
        } else {
            let answer = maija.ask("GET", &format!("/clients/{client}"), "");
            answer.map(|(status, _)| {
                assert_eq!(status, 200);
                told.looks.fetch_add(1, Ordering::SeqCst);
            })
        };
        if done.is_none() {
            return;
        }
    }
}

/// What the database holds, read past the program.
struct Counted {
    notes: usize,
    wordings: usize,
    writes: usize,
    looks: usize,
}

/// The demo's own jobs write too, such as the reading of its papers: only then nobody writes but the test.
fn wait_for_jobs(folder: &Path) {
    let begun = Instant::now();
    while asked(
        folder,
        "SELECT COUNT(*) FROM job WHERE state IN ('waiting', 'running')",
    )[0] > 0
    {
        assert!(
            begun.elapsed() < Duration::from_mins(2),
            "the demo's jobs do not end"
        );
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn counted(folder: &Path) -> Counted {
    let sql = "SELECT (SELECT COUNT(*) FROM diary_entry), (SELECT COUNT(*) FROM diary_version), \
               (SELECT COUNT(*) FROM audit_entry WHERE action = 'write'), \
               (SELECT COUNT(*) FROM audit_entry WHERE action = 'read')";
    let numbers = asked(folder, sql);
    Counted {
        notes: numbers[0],
        wordings: numbers[1],
        writes: numbers[2],
        looks: numbers[3],
    }
}

/// The numbers that a statement answers, past the program.
fn asked(folder: &Path, sql: &'static str) -> Vec<usize> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let file = folder.join("database").join("polku.db");
        let options = SqliteConnectOptions::new().filename(file);
        let mut connection = SqliteConnection::connect_with(&options)
            .await
            .expect("the database");
        let row = sqlx::query(sql)
            .fetch_one(&mut connection)
            .await
            .expect("numbers");
        connection.close().await.expect("closed");
        let number = |place| usize::try_from(row.get::<i64, _>(place)).expect("a number");
        (0..row.len()).map(number).collect()
    })
}
