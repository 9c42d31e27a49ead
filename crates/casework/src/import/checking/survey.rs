//! Who is in the file: names, codes and numbers of each row, so that the rest can be read in any order.

use jiff::civil::Date;
use polku_profile::Field;
use polku_values::{
    IdentityCode,
    words::{fold, says_there_is_none},
};

use super::{At, Finding, Rules, cell};
use crate::{
    clients::read_value,
    import::{
        columns::{Meaning, SheetPlan},
        reading::RawRow,
    },
};

/// Who a row tells of.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Who {
    /// The number in the old system.
    pub(crate) number: Option<String>,
    /// The identity code.
    pub(crate) code: Option<String>,
    /// Last name as written.
    pub(crate) last_name: String,
    /// First names as written.
    pub(crate) first_names: String,
    /// The birth date, where there is no code.
    pub(crate) birth_date: Option<Date>,
}

/// A row that is kept out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptOut {
    /// Why.
    pub(crate) finding: Finding,
    /// Who it tells of, where that can be said.
    pub(crate) who: Option<Who>,
}

impl std::fmt::Debug for Who {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Who")
    }
}

impl Who {
    /// The name in the form in which two spellings of it are equal.
    pub(crate) fn folded_name(&self) -> String {
        fold(&format!("{} {}", self.last_name, self.first_names))
    }

    /// The name with its parts the other way round.
    pub(crate) fn folded_turned(&self) -> String {
        fold(&format!("{} {}", self.first_names, self.last_name))
    }
}

/// Reads who a row of clients tells of.
///
/// # Errors
/// The finding that keeps the row out, with who it tells of as far as that is sure: nobody can be taken in without a
/// name, and a wrong identity code is never stored as one. Nor is the person taken in without it, since the next import
/// would then take them in again under the right code.
pub(crate) fn who(row: &RawRow, plan: &SheetPlan, at: At, rules: &Rules) -> Result<Who, Box<KeptOut>> {
    let (last_name, first_names) =
        name(row, plan, at).map_err(|finding| Box::new(KeptOut { finding, who: None }))?;
    let column_of = |meaning| plan.column_of(meaning);
    let text_of = |meaning| column_of(meaning).map_or("", |column| row.cell(column));
    let typed = text_of(Meaning::Field(Field::IdentityCode));
    let mut who = Who {
        number: cell::number(text_of(Meaning::Number)),
        code: None,
        last_name,
        first_names,
        birth_date: None,
    };
    if says_there_is_none(typed) {
        who.birth_date = cell::day(text_of(Meaning::Field(Field::BirthDate)), rules.today).ok();
        return Ok(who);
    }
    match code(typed, rules.today) {
        Ok(code) => Ok(Who {
            code: Some(code),
            ..who
        }),
        Err(key) => {
            let column = column_of(Meaning::Field(Field::IdentityCode));
            Err(Box::new(KeptOut {
                finding: at.refused(column, key),
                who: Some(who),
            }))
        }
    }
}

/// An identity code in the form in which it is kept.
pub(super) fn code(typed: &str, today: Date) -> Result<String, &'static str> {
    // The dashes of word processors are no sign of any century.
    let plain: String = typed
        .chars()
        .map(|letter| {
            if matches!(letter, '\u{2010}'..='\u{2015}' | '\u{2212}') {
                '-'
            } else {
                letter
            }
        })
        .collect();
    read_value(Field::IdentityCode, &plain, today)?.map_or_else(
        || Err(polku_values::identity_code::IdentityCodeError::Shape.key()),
        Ok,
    )
}

fn name(row: &RawRow, plan: &SheetPlan, at: At) -> Result<(String, String), Finding> {
    let column = plan
        .column_of(Meaning::Field(Field::LastName))
        .or_else(|| plan.column_of(Meaning::FullName));
    let part = |field| {
        plan.column_of(Meaning::Field(field))
            .map_or("", |column| row.cell(column))
    };
    let (last, first) = match plan.column_of(Meaning::FullName) {
        Some(whole) if part(Field::LastName).is_empty() => split(row.cell(whole)),
        _ => (part(Field::LastName), part(Field::FirstNames)),
    };
    if says_there_is_none(last) || says_there_is_none(first) {
        return Err(at.refused(column, "import-name-missing"));
    }
    for (field, text) in [(Field::LastName, last), (Field::FirstNames, first)] {
        read_value(field, text, Date::ZERO).map_err(|key| at.refused(column, key))?;
    }
    Ok((last.to_owned(), first.to_owned()))
}

/// `Malli Ilona Maria` and `Malli, Ilona Maria`: the last name comes first in registers.
pub(super) fn split(name: &str) -> (&str, &str) {
    let (last, first) = name
        .split_once(',')
        .or_else(|| name.split_once(char::is_whitespace))
        .unwrap_or((name, ""));
    (last.trim(), first.trim())
}

/// The code of a text, where it is one.
pub(super) fn code_if_any(typed: &str) -> Option<String> {
    IdentityCode::parse(typed)
        .ok()
        .map(|code| code.as_str().to_owned())
}
