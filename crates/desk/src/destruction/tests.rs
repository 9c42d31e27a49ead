//! Each step broken off as a power cut would, and an older database met by the tombstones.

use std::{path::Path, sync::Arc};

use uuid::Uuid;

use super::{people::Going, *};
use crate::{
    Desk, DeskOptions, FixedClock, Identity, RegisterId, SeededEntropy,
    desk::{SealedRecord, place},
    documents::DocumentOptions,
    sealing::RootKey,
};

const ADDRESS: &str = "ab34567890";

struct House {
    folder: tempfile::TempDir,
    register: RegisterId,
    ilona: SubjectId,
    mikko: SubjectId,
}

impl House {
    /// A house with two people, the first of whom has a diary and a document.
    async fn built() -> (Self, Desk) {
        let folder = tempfile::tempdir().expect("a folder");
        RootKey::create(&folder.path().join("root.key"), &SeededEntropy::new(3)).expect("a root key");
        let desk = opened(folder.path()).await;
        let organisation = desk.add_organisation("Paja").await.expect("an organisation");
        let register = desk
            .add_register(organisation, "paja", "Paja", "walmu")
            .await
            .expect("a register");
        let (ilona, mikko) = (SubjectId(desk.new_id()), SubjectId(desk.new_id()));
        desk.ring
            .create_subjects(register, &[ilona, mikko], &*desk.entropy)
            .await
            .expect("keys");
        let account = desk.new_id();
        let mut writer = desk.database.writer().await.expect("a writer");
        let worker = params! { "id" => account, "organisation" => organisation };
        let sql = "INSERT INTO account (id, organisation, user_name, display_name, state, created_at) \
                   VALUES (:id, :organisation, 'maija', 'Maija', 'open', 0)";
        writer.execute(sql, &worker).await.expect("an account");
        for (subject, name) in [(ilona, "Ilona"), (mikko, "Mikko")] {
            let identity = Identity {
                last_name: "Malli".to_owned(),
                first_names: name.to_owned(),
                ..Identity::default()
            };
            let id = desk.new_id();
            let key = desk.ring.subject(register, subject).expect("a key");
            let plain = serde_json::to_vec(&identity).expect("JSON");
            let sealed = key.seal(
                &place::<Identity>(register, subject, id, 1),
                &plain,
                &*desk.entropy,
            );
            let row = params! {
                "register" => register, "subject" => subject, "id" => id, "sealed" => sealed, "account" => account,
                "address" => ADDRESS,
            };
            let all = [
                "INSERT INTO subject (register, id, kind, created_at) VALUES (:register, :subject, 'client', 0)",
                "INSERT INTO identity (register, subject, id, version, sealed) VALUES (:register, :subject, :id, 1, :sealed)",
                "INSERT INTO diary_entry (register, subject, id, version, dated, kind, account, created_at) \
                 VALUES (:register, :subject, :id, 1, '2026-03-02', 'note', :account, 0)",
                "INSERT INTO diary_version (register, subject, id, version, entry, dated, kind, account, written_at, sealed) \
                 VALUES (:register, :subject, :id, 1, :id, '2026-03-02', 'note', :account, 0, :sealed)",
                "INSERT INTO diary_goal (register, subject, entry, goal) VALUES (:register, :subject, :id, :id)",
            ];
            for sql in all {
                writer.execute(sql, &row).await.expect("a row");
            }
            if subject == ilona {
                let papers = [
                    "INSERT INTO document (register, subject, id, version, state, publicity, retention, added_at, account, sealed) \
                     VALUES (:register, :subject, :id, 1, 'kept', 'secret', 'client', 0, :account, :sealed)",
                    "INSERT INTO document_file (register, subject, id, version, document, number, address, size, kind, checked, \
                     reading, added_at, account, sealed) VALUES (:register, :subject, :id, 1, :id, 1, :address, 1, 'pdf', \
                     'clean', 'read', 0, :account, :sealed)",
                ];
                for sql in papers {
                    writer.execute(sql, &row).await.expect("a paper");
                }
            }
        }
        writer.commit().await.expect("a commit");
        let drawer = folder.path().join("documents").join(&ADDRESS[..2]);
        std::fs::create_dir_all(&drawer).expect("a drawer");
        std::fs::write(drawer.join(ADDRESS), "sealed").expect("a paper");
        (
            Self {
                folder,
                register,
                ilona,
                mikko,
            },
            desk,
        )
    }

    fn paper(&self) -> std::path::PathBuf {
        self.folder
            .path()
            .join("documents")
            .join(&ADDRESS[..2])
            .join(ADDRESS)
    }

    async fn going(&self, desk: &Desk) -> Going {
        let transaction = desk.database.writer().await.expect("a writer");
        Going::begin(desk, transaction, self.register, vec![self.ilona])
            .await
            .expect("deleted")
    }

    async fn rows(&self, desk: &Desk, subject: SubjectId) -> i64 {
        let mut rows = 0;
        for table in desk.people_tables().await.expect("tables").in_order() {
            for column in &table.names {
                let sql = format!(
                    "SELECT COUNT(*) AS number FROM {} WHERE register = :register AND {column} = :subject",
                    table.name
                );
                let whose = params! { "register" => self.register, "subject" => subject };
                rows += desk.database.read(&sql, &whose).await.expect("a number")[0]
                    .get::<i64>("number")
                    .expect("a number");
            }
        }
        rows
    }

    /// Nothing of Ilona is anywhere, and all of Mikko is.
    async fn is_destroyed(&self, desk: &Desk) {
        assert_eq!(self.rows(desk, self.ilona).await, 0);
        assert!(desk.ring.subject(self.register, self.ilona).is_err());
        assert!(desk.ring.is_buried(self.register, self.ilona));
        assert!(!self.paper().exists());
        self.is_untouched(desk, self.mikko, 5).await;
    }

    async fn is_untouched(&self, desk: &Desk, subject: SubjectId, rows: i64) {
        assert_eq!(self.rows(desk, subject).await, rows);
        let name = desk.lookup.display(self.register, subject);
        assert!(name.is_some_and(|name| name.starts_with("Malli")));
    }
}

async fn opened(folder: &Path) -> Desk {
    let options = DeskOptions {
        database: format!("sqlite:{}", folder.join("polku.db").display()),
        key_ring: folder.join("keys.db"),
        root_key: folder.join("root.key"),
        documents: DocumentOptions::in_folder(folder.join("documents")),
    };
    let clock = Arc::new(FixedClock::at("2026-11-23T07:00:00Z".parse().expect("a moment")));
    Desk::open(&options, clock, Arc::new(SeededEntropy::new(8)))
        .await
        .expect("a desk")
}

async fn closed(desk: Desk) {
    desk.database.close().await;
    desk.ring.shut().await;
}

/// D4: broken off before the tombstone nothing has happened; after it, opening the desk ends it.
#[tokio::test]
async fn wherever_it_is_broken_off_it_ends_whole_or_destroyed_d4() {
    for steps in 0..=3 {
        let (house, desk) = House::built().await;
        closed(desk).await;
        let desk = opened(house.folder.path()).await;
        house.is_untouched(&desk, house.ilona, 7).await;
        let mut going = house.going(&desk).await;
        if steps >= 1 {
            going.bury(Uuid::from_u128(4)).await.expect("buried");
        }
        if steps >= 2 {
            going.remove_content().await.expect("removed");
        }
        if steps >= 3 {
            going.commit().await.expect("committed");
        } else {
            // The power goes.
            drop(going);
        }
        closed(desk).await;
        let desk = opened(house.folder.path()).await;
        if steps == 0 {
            house.is_untouched(&desk, house.ilona, 7).await;
            assert!(house.paper().exists());
            assert_eq!(
                desk.replay_tombstones().await.expect("nothing"),
                Replayed::default()
            );
        } else {
            house.is_destroyed(&desk).await;
            let again = desk.replay_tombstones().await.expect("nothing left");
            assert!(again.is_clean() && again.tombstones == 1);
        }
    }
}

/// D4: a database from before, with its documents, meets the tombstone.
#[tokio::test]
async fn an_older_database_holds_nothing_of_the_destroyed_once_it_is_opened_d4() {
    let (house, desk) = House::built().await;
    desk.database.cut_log().await.expect("cut off");
    let file = house.folder.path().join("polku.db");
    let (older, paper) = (
        std::fs::read(&file).expect("a copy"),
        std::fs::read(house.paper()).expect("a copy"),
    );
    let mut going = house.going(&desk).await;
    assert_eq!((going.destroyed.people, going.destroyed.documents), (1, 1));
    going.bury(Uuid::from_u128(4)).await.expect("buried");
    going.remove_content().await.expect("removed");
    going.commit().await.expect("committed");
    desk.scrub().await.expect("scrubbed");
    let of_ilona = |bytes: Vec<u8>| {
        let id = house.ilona.0.into_bytes();
        bytes.windows(id.len()).any(|window| window == id)
    };
    assert!(of_ilona(older.clone()) && !of_ilona(std::fs::read(&file).expect("the database")));
    closed(desk).await;
    std::fs::write(&file, older).expect("restored");
    std::fs::write(house.paper(), paper).expect("restored");
    let desk = opened(house.folder.path()).await;
    house.is_destroyed(&desk).await;
    let entries = "SELECT COUNT(*) AS number FROM audit_entry WHERE action = 'destroy' AND actor = 'system:destruction'";
    let entries = desk.database.read(entries, &[]).await.expect("a number")[0].get::<i64>("number");
    assert_eq!(entries.expect("a number"), 1, "and the log tells of it");
}

/// F1: records go with what belongs to them, and a restore takes them away again.
#[tokio::test]
async fn records_go_with_their_parts_and_stay_away_f1() {
    let (house, desk) = House::built().await;
    let of = params! { "register" => house.register, "subject" => house.ilona };
    let entry = desk.database.read(
        "SELECT id FROM diary_entry WHERE register = :register AND subject = :subject",
        &of,
    );
    let entry: Uuid = entry.await.expect("an entry")[0].get("id").expect("an id");
    let chosen = [Chosen {
        owner: house.ilona,
        table: "diary_entry".to_owned(),
        ids: vec![entry],
    }];
    let mut transaction = desk.database.writer().await.expect("a writer");
    let (destroyed, _) = desk
        .delete_records(&mut transaction, house.register, &chosen)
        .await
        .expect("deleted");
    assert_eq!(
        destroyed.rows.keys().collect::<Vec<_>>(),
        ["diary_entry", "diary_goal", "diary_version"]
    );
    // The power goes after the tombstone.
    drop(transaction);
    let stone = Tombstone {
        register: house.register,
        subject: house.ilona,
        at: desk.clock.now(),
        decision: Uuid::from_u128(4),
        what: WhatLies::Records([("diary_entry".to_owned(), vec![entry])].into()),
    };
    desk.ring
        .bury_records(&stone, &*desk.entropy)
        .await
        .expect("buried");
    closed(desk).await;
    let desk = opened(house.folder.path()).await;
    house.is_untouched(&desk, house.ilona, 4).await;
    house.is_untouched(&desk, house.mikko, 5).await;
    let mut transaction = desk.database.writer().await.expect("a writer");
    let identity = [Chosen {
        owner: house.ilona,
        table: Identity::TABLE.to_owned(),
        ids: vec![entry],
    }];
    assert!(
        desk.delete_records(&mut transaction, house.register, &identity)
            .await
            .is_err()
    );
}
