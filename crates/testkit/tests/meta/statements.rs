//! Every SQL text is understood by both databases, and reaches only what it says.

use std::collections::BTreeSet;

use polku_desk::{
    access::{Action, Role, filter},
    database::{Reach, all_statements},
};
use polku_testkit::{Backend, for_each_backend};

#[tokio::test]
async fn every_statement_prepares_on_both_databases() {
    for_each_backend(|app| async move {
        let (mut prepared, mut refused) = (0, Vec::new());
        for statement in all_statements() {
            let sql = match statement.reach {
                Reach::Listed(resource) => {
                    let visible = filter(Role::Coach, Action::Read, resource);
                    let sql = statement.sql.replace("{visible}", &visible);
                    sql.replace("{visible_with_merged}", &visible)
                }
                Reach::Owned(_) | Reach::Shared => statement.sql.to_owned(),
            };
            if let Err(error) = app.desk.database().prepare(&sql).await {
                refused.push(format!("{} on {:?}: {error}\n{sql}", statement.name, app.backend));
            }
            prepared += 1;
        }
        assert!(refused.is_empty(), "{}", refused.join("\n\n"));
        assert!(prepared > 5, "the list of statements is not filled");
    })
    .await;
}

/// What is read of one person costs as much as that person has: never what the register has.
#[tokio::test]
async fn a_persons_rows_are_found_by_an_index_that_names_the_person() {
    polku_testkit::on_sqlite(|app| async move {
        let columns = app.desk.database().columns().await.expect("a catalogue");
        let tables = owned_tables(&columns);
        let (mut looked_at, mut walks) = (0, Vec::new());
        let reads = |reach: &Reach, sql: &str| matches!(reach, Reach::Owned(_)) && sql.starts_with("SELECT");
        for statement in all_statements().filter(|statement| reads(&statement.reach, statement.sql)) {
            let plan = app.desk.database().plan(statement.sql).await.expect("a plan");
            let is_of_people = |name: &str| {
                let mut tables = tables.iter();
                tables.any(|table| table == name || statement.sql.contains(&format!(" {table} {name} ")))
            };
            for step in &plan {
                let named = step.split(' ').nth(1).is_some_and(is_of_people);
                if named && (step.starts_with("SCAN") || step.ends_with("(register=?)")) {
                    walks.push(format!("{}: {step}", statement.name));
                }
            }
            looked_at += 1;
        }
        assert!(looked_at > 20, "only {looked_at} statements");
        assert!(walks.is_empty(), "these read the register: {walks:#?}");
    })
    .await;
}

#[tokio::test]
async fn the_two_schemas_are_equal() {
    let seen = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let of_each = std::sync::Arc::clone(&seen);
    for_each_backend(move |app| {
        let seen = std::sync::Arc::clone(&of_each);
        async move {
            let columns = app.desk.database().columns().await.expect("a catalogue");
            seen.lock().expect("columns").push((app.backend, columns));
        }
    })
    .await;
    let seen = seen.lock().expect("columns");
    assert!(seen[0].1.len() > 50);
    if let Some((Backend::Postgres, postgres)) = seen.get(1) {
        assert_eq!(&seen[0].1, postgres);
    }
}

/// Tables about people have a register, a person and sealed values; nothing else holds bytes but ids and hashes.
#[tokio::test]
async fn tables_keep_the_conventions() {
    polku_testkit::on_sqlite(|app| async move {
        let columns = app.desk.database().columns().await.expect("a catalogue");
        for table in owned_tables(&columns) {
            assert!(
                columns.contains(&format!("{table}.register INTEGER")),
                "{table} has no register"
            );
        }
        for table in owned_tables(&columns) {
            if columns.contains(&format!("{table}.sealed BLOB")) {
                assert!(
                    columns.contains(&format!("{table}.version INTEGER")),
                    "{table} is sealed without versions"
                );
                assert!(
                    columns.contains(&format!("{table}.id BLOB")),
                    "{table} is sealed without ids"
                );
            }
        }
    })
    .await;
}

/// C7: nothing is decided about anybody, or about the register, but by a worker who is named in the very row.
#[test]
fn c7_no_decision_is_stored_without_the_worker_who_made_it() {
    let decides = |sql: &str| {
        sql.starts_with("INSERT INTO decision ")
            || (sql.contains("decided_by") && (sql.starts_with("INSERT") || sql.starts_with("UPDATE")))
    };
    let deciding: Vec<_> = all_statements()
        .filter(|statement| decides(statement.sql))
        .collect();
    assert!(deciding.len() > 3, "the statements are in the list");
    for statement in deciding {
        let names_the_worker = statement.sql.contains(":account") || statement.sql.contains("account, ");
        assert!(names_the_worker, "{}: {}", statement.name, statement.sql);
    }
}

/// SQL that says it touches nobody names no table about people.
#[tokio::test]
async fn shared_statements_touch_nobody() {
    polku_testkit::on_sqlite(|app| async move {
        let columns = app.desk.database().columns().await.expect("a catalogue");
        let tables = owned_tables(&columns);
        for statement in all_statements().filter(|statement| statement.reach == Reach::Shared) {
            // What stands between quotes is a value, whatever table is called so.
            let named: String = statement.sql.split('\'').step_by(2).collect::<Vec<_>>().join(" ");
            let words: BTreeSet<&str> = named
                .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .collect();
            for table in &tables {
                assert!(
                    !words.contains(table.as_str()),
                    "{} reaches {table}",
                    statement.name
                );
            }
        }
    })
    .await;
}

fn owned_tables(columns: &[String]) -> BTreeSet<String> {
    let owned = columns
        .iter()
        .filter_map(|column| column.strip_suffix(".subject BLOB"));
    // A change of the look-ups names a person without saying anything about one.
    owned
        .filter(|table| *table != "lookup_change")
        .chain(["subject"])
        .map(str::to_owned)
        .collect()
}
