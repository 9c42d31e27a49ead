//! Which tables are about people, in an order in which their rows can go: read from the database's own catalogue, so that a
//! table that is added later is never forgotten.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Result,
    database::{Backend, Database, Row},
};

/// A change of the look-ups names a person without saying anything about one; it goes all the same.
const PERSON: &str = "subject";

/// The tables about people: those that point to others first, the people themselves last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PeopleTables(Vec<Table>);

/// A table with rows about people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// Its name.
    pub(super) name: String,
    /// The columns that name whom a row is about, or whom it names beside.
    pub(super) names: Vec<String>,
    /// Whether its rows have ids.
    pub(super) has_id: bool,
    /// Its columns that point to the id of a row of another table about the same person.
    links: Vec<Link>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Link {
    column: String,
    to: String,
}

/// One column of a foreign key.
#[derive(Debug)]
struct KeyColumn {
    table: String,
    column: String,
    to: String,
    to_column: String,
}

impl PeopleTables {
    /// Reads the catalogue.
    pub(crate) async fn read(database: &Database) -> Result<Self> {
        let columns = database.columns().await?;
        Ok(Self::of(&columns, &key_columns(database).await?))
    }

    fn of(columns: &[String], keys: &[KeyColumn]) -> Self {
        let mut names: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for table in columns
            .iter()
            .filter_map(|column| column.strip_suffix(".subject BLOB"))
        {
            names.entry(table).or_default().insert("subject");
        }
        let to_people = keys
            .iter()
            .filter(|key| key.to == PERSON && key.to_column == "id");
        for key in to_people {
            names.entry(&key.table).or_default().insert(&key.column);
        }
        names.entry(PERSON).or_default().insert("id");
        let mut left: Vec<Table> = names
            .iter()
            .map(|(table, names)| Table {
                name: (*table).to_owned(),
                names: names.iter().map(|column| (*column).to_owned()).collect(),
                has_id: columns.contains(&format!("{table}.id BLOB")),
                links: links(keys, table),
            })
            .collect();
        let mut order = Vec::with_capacity(left.len());
        while !left.is_empty() {
            let is_pointed_to = |table: &Table| {
                let mut others = left.iter().filter(|other| other.name != table.name);
                others.any(|other| points_to(keys, &other.name, &table.name))
            };
            let (free, bound): (Vec<Table>, Vec<Table>) =
                left.iter().cloned().partition(|table| !is_pointed_to(table));
            // Tables that point to each other in a circle could not have rows at all.
            let (free, bound) = if free.is_empty() {
                (bound, Vec::new())
            } else {
                (free, bound)
            };
            order.extend(free);
            left = bound;
        }
        Self(order)
    }

    /// In the order in which rows can be deleted.
    pub(super) fn in_order(&self) -> impl Iterator<Item = &Table> {
        self.0.iter()
    }

    /// A table by its name.
    pub(super) fn table(&self, name: &str) -> Option<&Table> {
        self.0.iter().find(|table| table.name == name)
    }

    /// The tables whose rows belong to rows of this one, with the column that says to which.
    pub(super) fn parts_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a Table, &'a str)> {
        let link = move |table: &'a Table| {
            let mut links = table.links.iter();
            links
                .find(|link| link.to == name)
                .map(|link| (table, link.column.as_str()))
        };
        self.0
            .iter()
            .filter(move |table| table.name != name)
            .filter_map(link)
    }

    /// Their names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|table| table.name.as_str())
    }
}

fn links(keys: &[KeyColumn], table: &str) -> Vec<Link> {
    let own = keys
        .iter()
        .filter(|key| key.table == table && key.to != PERSON && key.to_column == "id");
    // Only rows of people belong to each other: a key that names nobody leads to what is shared.
    let of_people = own.filter(|key| {
        let mut beside = keys
            .iter()
            .filter(|other| other.table == key.table && other.to == key.to);
        beside.any(|other| other.to_column == "subject")
    });
    of_people
        .map(|key| Link {
            column: key.column.clone(),
            to: key.to.clone(),
        })
        .collect()
}

fn points_to(keys: &[KeyColumn], table: &str, to: &str) -> bool {
    keys.iter().any(|key| key.table == table && key.to == to)
}

/// The foreign keys. As the columns', the catalogue's language is each database's own.
async fn key_columns(database: &Database) -> Result<Vec<KeyColumn>> {
    let sql = match database.backend() {
        Backend::Sqlite => {
            "SELECT m.name AS table_name, f.\"from\" AS column_name, f.\"table\" AS to_table, COALESCE(f.\"to\", 'id') AS to_column \
             FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"
        }
        Backend::Postgres => {
            "SELECT CAST(k.table_name AS TEXT) AS table_name, CAST(k.column_name AS TEXT) AS column_name, \
             CAST(u.table_name AS TEXT) AS to_table, CAST(u.column_name AS TEXT) AS to_column \
             FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r \
             ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name \
             JOIN information_schema.key_column_usage u ON u.constraint_schema = r.unique_constraint_schema \
             AND u.constraint_name = r.unique_constraint_name AND u.ordinal_position = k.position_in_unique_constraint \
             WHERE k.table_schema = current_schema()"
        }
    };
    let read = |row: &Row| {
        Ok(KeyColumn {
            table: row.get("table_name")?,
            column: row.get("column_name")?,
            to: row.get("to_table")?,
            to_column: row.get("to_column")?,
        })
    };
    let rows = database.snapshot().await?.fetch(sql, &[]).await?;
    rows.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(table: &str, column: &str, to: &str, to_column: &str) -> KeyColumn {
        let [table, column, to, to_column] = [table, column, to, to_column].map(str::to_owned);
        KeyColumn {
            table,
            column,
            to,
            to_column,
        }
    }

    #[test]
    fn rows_that_point_to_others_go_first_and_people_last() {
        let columns = ["subject", "diary_entry", "diary_version", "suspicion"]
            .map(|table| format!("{table}.subject BLOB"));
        let keys = [
            key("diary_entry", "subject", "subject", "id"),
            key("diary_version", "subject", "diary_entry", "subject"),
            key("diary_version", "entry", "diary_entry", "id"),
            key("suspicion", "subject", "subject", "id"),
            key("suspicion", "other", "subject", "id"),
        ];
        let tables = PeopleTables::of(&columns[1..], &keys);
        let names: Vec<&str> = tables.names().collect();
        let place = |name| names.iter().position(|known| *known == name).expect("a table");
        assert!(place("diary_version") < place("diary_entry"));
        assert_eq!(names.last(), Some(&"subject"));
        assert_eq!(
            tables.table("suspicion").expect("known").names,
            ["other", "subject"]
        );
        let parts: Vec<_> = tables.parts_of("diary_entry").collect();
        assert_eq!(parts.len(), 1);
        assert_eq!((parts[0].0.name.as_str(), parts[0].1), ("diary_version", "entry"));
    }
}
