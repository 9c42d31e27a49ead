//! Rows as lines of JSON: a part begins with its table, and each further line is a row. Bytes are in base64.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value as Json;

use super::{BackupError, Result};
use crate::{
    DeskError, Value,
    database::whole::{Kind, Table},
};

/// As many bytes at most are in a part, before the row that goes over it.
const PART: usize = 4 * 1024 * 1024;

/// A part of a table under way.
#[derive(Debug)]
pub(super) struct Part {
    bytes: Vec<u8>,
}

impl Part {
    pub(super) fn begin(table: &Table) -> Result<Self, DeskError> {
        let mut bytes = serde_json::to_vec(table)?;
        bytes.push(b'\n');
        Ok(Self { bytes })
    }

    pub(super) fn add(&mut self, row: &[Value]) -> Result<(), DeskError> {
        let values: Vec<Json> = row.iter().map(told).collect();
        serde_json::to_writer(&mut self.bytes, &values)?;
        self.bytes.push(b'\n');
        Ok(())
    }

    pub(super) const fn is_full(&self) -> bool {
        self.bytes.len() >= PART
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// A value as a line tells it; its column says of which kind it is.
pub(super) fn told(value: &Value) -> Json {
    match value {
        Value::Integer(number) => (*number).map_or(Json::Null, Json::from),
        Value::Text(text) => text.as_deref().map_or(Json::Null, Json::from),
        Value::Blob(bytes) => bytes
            .as_ref()
            .map_or(Json::Null, |bytes| STANDARD.encode(bytes).into()),
    }
}

/// The value of a column that a line tells.
pub(super) fn heard(told: Json, kind: Kind) -> Result<Value> {
    let wrong = || BackupError::damaged("a value is not of its column's kind");
    Ok(match (kind, told) {
        (Kind::Integer, Json::Null) => Value::Integer(None),
        (Kind::Text, Json::Null) => Value::Text(None),
        (Kind::Blob, Json::Null) => Value::Blob(None),
        (Kind::Integer, Json::Number(number)) => Value::Integer(Some(number.as_i64().ok_or_else(wrong)?)),
        (Kind::Text, Json::String(text)) => Value::Text(Some(text)),
        (Kind::Blob, Json::String(text)) => Value::Blob(Some(STANDARD.decode(text).map_err(|_| wrong())?)),
        _ => return Err(wrong()),
    })
}

/// The table and the rows of a part.
pub(super) fn read(part: &[u8]) -> Result<(Table, Vec<Vec<Value>>)> {
    let wrong = |_| BackupError::damaged("a part is not made of rows");
    let mut lines = part.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let head = lines
        .next()
        .ok_or_else(|| BackupError::damaged("a part is empty"))?;
    let table: Table = serde_json::from_slice(head).map_err(wrong)?;
    let row = |line: &[u8]| {
        let values: Vec<Json> = serde_json::from_slice(line).map_err(wrong)?;
        if values.len() != table.columns.len() {
            return Err(BackupError::damaged("a row has not the values of its table"));
        }
        let kinds = table.columns.iter().map(|(_, kind)| *kind);
        values
            .into_iter()
            .zip(kinds)
            .map(|(value, kind)| heard(value, kind))
            .collect()
    };
    let rows = lines.map(row).collect::<Result<_>>()?;
    Ok((table, rows))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table() -> Table {
        let column = |name: &str, kind| (name.to_owned(), kind);
        Table {
            name: "diary_entry".to_owned(),
            columns: vec![
                column("number", Kind::Integer),
                column("state", Kind::Text),
                column("sealed", Kind::Blob),
            ],
        }
    }

    fn row() -> impl Strategy<Value = Vec<Value>> {
        let number = prop::option::of(any::<i64>()).prop_map(Value::Integer);
        let text = prop::option::of(any::<String>()).prop_map(Value::Text);
        let bytes = prop::option::of(prop::collection::vec(any::<u8>(), 0..40)).prop_map(Value::Blob);
        (number, text, bytes).prop_map(|(number, text, bytes)| vec![number, text, bytes])
    }

    proptest! {
        #[test]
        fn rows_come_back_as_they_went(rows in prop::collection::vec(row(), 0..20)) {
            let mut part = Part::begin(&table()).expect("a part");
            for row in &rows {
                part.add(row).expect("a row");
            }
            let (told, heard) = read(&part.finish()).expect("rows");
            prop_assert_eq!(told, table());
            prop_assert!(heard == rows);
        }

        #[test]
        fn what_is_no_part_is_refused_and_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(read(&bytes).is_err());
        }
    }

    #[test]
    fn a_value_of_another_kind_is_refused() {
        assert!(heard(Json::from("1"), Kind::Integer).is_err());
        assert!(heard(Json::from(1), Kind::Text).is_err());
        assert!(heard(Json::from("*"), Kind::Blob).is_err());
    }
}
