//! A table as a file that a browser keeps.

use jiff::Timestamp;
use polku_pages::{Locale, Texts};
use polku_print::{DecimalSign, PrintError, Table};
use polku_web::{Answer, Failure, IntoResponse, InvalidField, Response, header};

polku_desk::named_states! {
    /// The kind of a file.
    pub(crate) enum Format {
        /// For spreadsheets: days and hours can be counted with.
        Xlsx = "xlsx",
        /// For everything else.
        Csv = "csv",
    }
}

/// The most rows of an XLSX. Its maker holds the whole sheet in memory, or else leaves parts of it in temporary files,
/// where nobody's data belongs. A CSV has no such limit.
pub(super) const MOST_ROWS_OF_XLSX: usize = 20_000;

impl Format {
    /// Whether a table of so many rows can be a file of this kind: asked before the rows are read.
    ///
    /// # Errors
    /// [`Failure::Invalid`] when it is too long.
    pub(crate) fn holds(self, rows: usize) -> Answer<()> {
        if self == Self::Xlsx && rows > MOST_ROWS_OF_XLSX {
            Err(too_large())
        } else {
            Ok(())
        }
    }

    const fn mime(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    /// The bytes of a table.
    fn bytes(self, table: Table, decimal: DecimalSign, now: Timestamp) -> Result<Vec<u8>, PrintError> {
        match self {
            Self::Xlsx if table.rows().len() > MOST_ROWS_OF_XLSX => Err(PrintError::TooLarge),
            Self::Xlsx => polku_print::xlsx(&[table], now),
            Self::Csv => polku_print::csv(&table, decimal),
        }
    }
}

/// The file of a table. Its name is `name`, which says nothing of anybody, and the day.
///
/// # Errors
/// [`Failure::Invalid`] when the table does not fit into an XLSX.
pub(crate) async fn download(
    texts: Texts,
    table: Table,
    format: Format,
    name: &str,
    now: Timestamp,
) -> Answer<Response> {
    let day = polku_pages::format::finnish_time(now).date();
    let decimal = if texts.locale() == Locale::En {
        DecimalSign::Point
    } else {
        DecimalSign::Comma
    };
    let made = tokio::task::spawn_blocking(move || format.bytes(table, decimal, now)).await;
    let bytes = match made.map_err(|error| Failure::Internal(error.to_string()))? {
        Ok(bytes) => bytes,
        Err(PrintError::TooLarge | PrintError::TextTooLong { .. }) => {
            return Err(too_large());
        }
        Err(error) => return Err(Failure::Internal(error.to_string())),
    };
    let headers = [
        (header::CONTENT_TYPE, format.mime().to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}-{day}.{format}\""),
        ),
    ];
    Ok((headers, bytes).into_response())
}

fn too_large() -> Failure {
    Failure::Invalid(vec![InvalidField {
        field: "format",
        key: "export-too-large-for-xlsx",
    }])
}

#[cfg(test)]
mod tests {
    use polku_print::{Cell, Column, DecimalSign, Kind, PrintError, Table};

    use super::{Format, MOST_ROWS_OF_XLSX};

    #[test]
    fn a_table_too_long_for_memory_is_refused_as_xlsx_and_taken_as_csv() {
        let mut table = Table::new("Lista", vec![Column::new("Nimi", Kind::Text)]);
        for _ in 0..=MOST_ROWS_OF_XLSX {
            table.push(vec![Cell::Empty]).expect("a row");
        }
        let now = "2026-11-23T07:00:00Z".parse().expect("a moment");
        let refused = Format::Xlsx.bytes(table.clone(), DecimalSign::Comma, now);
        assert!(matches!(refused, Err(PrintError::TooLarge)));
        assert!(Format::Xlsx.holds(table.rows().len()).is_err());
        assert!(Format::Xlsx.holds(MOST_ROWS_OF_XLSX).is_ok());
        assert!(Format::Csv.bytes(table, DecimalSign::Comma, now).is_ok());
    }
}
