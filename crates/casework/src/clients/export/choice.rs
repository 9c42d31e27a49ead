//! What is chosen for an export of clients.

use polku_desk::ids::WorkgroupId;
use polku_profile::Profile;
use polku_web::ToMend;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::columns::Column;
use crate::{
    clients::list::Show,
    exports::{
        Format,
        form::{Wrong, check_format},
    },
};

/// What is chosen, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct ClientsExport {
    /// `all`, `mine`, `ongoing` or `ended`; all when empty.
    show: String,
    /// The id of a group that it is narrowed to; then `show` is passed over, as in the list.
    group: String,
    /// `last-name`, `first-names`, `birth-date`, `identity-code`, `phone`, `email`, `groups`, `measure`, `ends-on`,
    /// `standing`: those that the register's profile has.
    columns: Vec<String>,
    /// `xlsx` or `csv`.
    format: String,
}

/// What is chosen, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) show: Show,
    pub(super) group: Option<WorkgroupId>,
    pub(super) columns: Vec<Column>,
    pub(super) format: Format,
}

impl ClientsExport {
    /// Reads it, or tells what is to be mended. A column that the profile lacks exists nowhere in its register (A2).
    pub(super) fn check(&self, profile: &Profile) -> Result<Chosen, Wrong> {
        let mut wrong = ToMend::default();
        let show = match self.show.as_str() {
            "" => Some(Show::All),
            typed => wrong.keep("show", typed.parse().map_err(|_| "export-show-unknown")),
        };
        let group = match self.group.as_str() {
            "" => Some(None),
            typed => wrong.keep(
                "group",
                typed.parse().map(Some).map_err(|_| "export-group-unknown"),
            ),
        };
        let columns: Vec<Column> = Column::of(profile)
            .filter(|column| self.columns.iter().any(|typed| typed == column.name()))
            .collect();
        if columns.is_empty() {
            wrong.note("columns", Err("export-columns-missing"));
        }
        let format = check_format(&mut wrong, &self.format);
        wrong.finish(|| {
            Some(Chosen {
                show: show?,
                group: group?,
                columns,
                format: format?,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(columns: &[&str], format: &str) -> Result<Chosen, Vec<&'static str>> {
        let profile = Profile::shipped("kokkotyo").expect("a shipped profile");
        let input = ClientsExport {
            columns: columns.iter().map(|&column| column.to_owned()).collect(),
            format: format.to_owned(),
            ..ClientsExport::default()
        };
        let keys = |wrong: Wrong| wrong.iter().map(|invalid| invalid.key).collect();
        input.check(&profile).map_err(keys)
    }

    #[test]
    fn columns_stand_in_their_own_order_however_they_were_sent() {
        let chosen = typed(&["standing", "last-name"], "csv").expect("a choice");
        assert_eq!(chosen.columns, [Column::LastName, Column::Standing]);
        assert_eq!((chosen.show, chosen.format), (Show::All, Format::Csv));
    }

    #[test]
    fn a_file_has_columns_and_a_kind() {
        assert_eq!(
            typed(&["shoe-size"], "pdf"),
            Err(vec!["export-columns-missing", "export-format-missing"])
        );
    }
}
