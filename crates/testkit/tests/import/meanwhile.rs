//! What others see while a register is brought in: their own, at once, and nothing of it until the one commit.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use polku_casework::import::{Outcome, Purpose, Told};
use polku_testkit::{Browser, Client, TestApp, for_each_backend};

use super::{SOMEBODY, WORKBOOK, counts, marks_and_entries, try_import};

/// So many times at least somebody looks around while rows are being staged: fewer would show nothing.
const LOOKS: usize = 3;
/// How long the import, which is shorter than a real register's, waits after its first batch for those looks. A page
/// that could not answer meanwhile makes the test fail then, instead of standing still.
const PATIENCE: Duration = Duration::from_mins(1);

/// What a look shows of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shown {
    Nothing,
    Everything,
}

/// A manager's look at the list, by a search, by a program, and at marks and entries: each shows all of the file or
/// nothing of it.
async fn look_around(app: &TestApp, johto: &Browser) -> [Shown; 4] {
    let list = johto.get("/clients").await;
    let found = johto.post("/find", &[("q", "Kivimäki Johannes")]).await;
    let listed = app.program(johto).await.get("/api/v1/clients?limit=100").await;
    for answer in [&list, &found, &listed] {
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    let total = listed.json()["total"].as_u64();
    let kept = marks_and_entries(app, johto).await;
    [
        shown(list.says("yksi asiakas"), list.says("231 asiakasta"), &list.body),
        shown(!found.says(SOMEBODY), found.says(SOMEBODY), &found.body),
        shown(total == Some(1), total == Some(231), &listed.body),
        shown(kept == (0, 0), kept == (2124, 687), &format!("{kept:?}")),
    ]
}

fn shown(nothing: bool, everything: bool, answer: &str) -> Shown {
    match (nothing, everything) {
        (true, false) => Shown::Nothing,
        (false, true) => Shown::Everything,
        _ => panic!("a part of the file is shown: {answer}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_answer_while_a_register_is_staged_and_show_it_from_its_one_commit_on() {
    for_each_backend(|app| async move {
        let (paula, johto) = (app.main_user("paula").await, app.manager("johto").await);
        let maija = app.coach("maija").await;
        let anna = Client::named("Aallonharja", "Anna").of(&maija, &app).await;
        let (app, staged) = (Arc::new(app), Arc::new(AtomicUsize::new(0)));
        let looks = Arc::new(AtomicUsize::new(0));
        let importing = {
            let (app, paula, staged) = (Arc::clone(&app), paula.clone(), Arc::clone(&staged));
            let (looks, begun) = (Arc::clone(&looks), Instant::now());
            let told: Told = Arc::new(move |done, _| {
                staged.store(done, Ordering::SeqCst);
                // What else was to run on this thread goes on elsewhere meanwhile.
                tokio::task::block_in_place(|| {
                    while looks.load(Ordering::SeqCst) < LOOKS && begun.elapsed() < PATIENCE {
                        std::thread::sleep(Duration::from_millis(10));
                    }
                });
            });
            tokio::spawn(async move { try_import(&app, &paula, WORKBOOK, Purpose::Bring, told).await })
        };

        let mut latest = [Shown::Nothing; 4];
        while !importing.is_finished() {
            let opened = maija.get(&format!("/clients/{anna}")).await;
            assert!(
                opened.status == 200 && opened.says("Aallonharja Anna"),
                "{}",
                opened.body
            );
            let is_staging = staged.load(Ordering::SeqCst) > 0;
            let seen = look_around(&app, &johto).await;
            for (earlier, later) in latest.iter().zip(&seen) {
                assert!(earlier <= later, "what was shown is gone: {latest:?}, {seen:?}");
            }
            latest = seen;
            looks.fetch_add(
                usize::from(is_staging && seen == [Shown::Nothing; 4]),
                Ordering::SeqCst,
            );
        }
        let looks = looks.load(Ordering::SeqCst);
        assert!(looks >= LOOKS, "only {looks} looks while rows were staged");

        match importing.await.expect("it went through") {
            Ok(Outcome::Told(told)) => assert_eq!(
                counts(&told.sheets),
                [(244, 230, 0, 14), (121, 115, 0, 6), (720, 687, 0, 33)]
            ),
            other => panic!("{other:?}"),
        }
        assert_eq!(look_around(&app, &johto).await, [Shown::Everything; 4]);
    })
    .await;
}
