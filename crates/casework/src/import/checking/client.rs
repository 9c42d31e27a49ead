//! One client's row in full: every cell that can be used, and a remark for each that cannot.

use polku_desk::{AccountId, Identity};
use polku_profile::Field;
use polku_values::{
    IdentityCode, PhoneNumber,
    words::{fold, says_there_is_none},
};

use super::{
    At, Finding, Rules, cell,
    relationship::{self, NewService},
    survey::{self, Who},
};
use crate::{
    clients::{FieldValues, Item, Place, Protection},
    import::{
        columns::{Meaning, SheetPlan, asks_necessity, can_import},
        reading::RawRow,
    },
};

/// A client to be, with everything that the file tells of them.
#[derive(Clone, Debug)]
pub(crate) struct NewClient {
    /// Names, codes, contacts.
    pub(crate) identity: Identity,
    /// Whether the address is protected.
    pub(crate) protection: Protection,
    /// Ordinary fields, and the origins of the identity's.
    pub(crate) ordinary: FieldValues,
    /// Special fields.
    pub(crate) special: FieldValues,
    /// Address and home municipality.
    pub(crate) address: FieldValues,
    /// The client relationship.
    pub(crate) service: Option<NewService>,
    /// The workers who are responsible.
    pub(crate) workers: Vec<AccountId>,
}

/// Reads a row whose person is known from the survey.
pub(crate) fn read(
    row: &RawRow,
    header: &[String],
    plan: &SheetPlan,
    who: &Who,
    at: At,
    rules: &Rules,
) -> (NewClient, Vec<Finding>) {
    let mut reading = Reading {
        row,
        plan,
        at,
        rules,
        findings: Vec::new(),
        client: NewClient {
            identity: Identity {
                last_name: who.last_name.clone(),
                first_names: who.first_names.clone(),
                codes: who.code.iter().cloned().collect(),
                birth_date: who.birth_date,
                ..Identity::default()
            },
            protection: Protection::No,
            ordinary: FieldValues::default(),
            special: FieldValues::default(),
            address: FieldValues::default(),
            service: None,
            workers: Vec::new(),
        },
    };
    for field in [Field::LastName, Field::FirstNames] {
        reading.keep(field, String::new());
    }
    if who.code.is_some() {
        reading.keep(Field::IdentityCode, String::new());
    }
    for (column, meaning) in plan.columns.iter().enumerate() {
        if !row.cell(column).is_empty() {
            reading.take(column, *meaning);
        }
    }
    reading.note_missing_code();
    let (service, findings) = relationship::read(row, header, plan, at, rules);
    reading.client.service = service;
    reading.findings.extend(findings);
    (reading.client, reading.findings)
}

struct Reading<'a> {
    row: &'a RawRow,
    plan: &'a SheetPlan,
    at: At,
    rules: &'a Rules,
    findings: Vec<Finding>,
    client: NewClient,
}

impl Reading<'_> {
    fn remark(&mut self, column: usize, key: &'static str) {
        self.findings.push(self.at.remark(Some(column), key));
    }

    fn take(&mut self, column: usize, meaning: Meaning) {
        let text = self.row.cell(column);
        match meaning {
            Meaning::Note => self.look_for_protection(column, text),
            Meaning::Field(field) if can_import(&self.rules.profile, field) => {
                self.take_field(column, field, text);
            }
            _ => {}
        }
    }

    fn take_field(&mut self, column: usize, field: Field, text: &str) {
        match field {
            Field::LastName | Field::FirstNames | Field::IdentityCode => {}
            Field::CoverNote => self.look_for_protection(column, text),
            Field::ProtectedAddress => self.take_protection(column, text),
            Field::Phones => self.take_phones(column, text),
            Field::FormerIdentityCodes => self.take_former_codes(column, text),
            Field::ResponsibleWorkers => self.take_workers(column, text),
            _ if Place::of(field) == Place::Relationship => {}
            _ => self.take_value(column, field, text),
        }
    }

    fn take_value(&mut self, column: usize, field: Field, text: &str) {
        match cell::value(field, text, self.rules.today) {
            Ok(None) => {}
            Err(key) => self.remark(column, key),
            Ok(Some(value)) => self.keep_value(column, field, value),
        }
    }

    fn keep_value(&mut self, column: usize, field: Field, value: String) {
        match field {
            Field::PreferredName => self.client.identity.preferred_name = value,
            Field::Email => self.client.identity.emails.push(value),
            Field::BirthDate => return self.keep_birth_date(column, &value),
            _ => return self.keep(field, value),
        }
        self.keep(field, String::new());
    }

    /// A birth date stands for itself only where there is no code; beside one it must say the same.
    fn keep_birth_date(&mut self, column: usize, value: &str) {
        let identity = &self.client.identity;
        let stated = identity
            .codes
            .first()
            .and_then(|code| IdentityCode::parse(code).ok());
        match stated.map(|code| code.birth_date().to_string()) {
            Some(stated) if stated != value => self.remark(column, "client-birth-date-differs"),
            Some(_) => {}
            None => {
                self.client.identity.birth_date = value.parse().ok();
                self.keep(Field::BirthDate, String::new());
            }
        }
    }

    /// Several numbers stand in one cell at times; each is kept or remarked on by itself.
    fn take_phones(&mut self, column: usize, text: &str) {
        if says_there_is_none(text) {
            return;
        }
        for number in PhoneNumber::parse_several(text) {
            match number {
                Ok(number) => {
                    let number = number.as_str().to_owned();
                    if !self.client.identity.phones.contains(&number) {
                        self.client.identity.phones.push(number);
                    }
                    self.keep(Field::Phones, String::new());
                }
                Err(error) => self.remark(column, error.key()),
            }
        }
    }

    /// Workers by the names that colleagues know them by. Initials say too little to let somebody see a client.
    fn take_workers(&mut self, column: usize, text: &str) {
        for named in text
            .split([',', ';', '/', '&'])
            .filter(|named| !says_there_is_none(named))
        {
            match self.rules.workers.get(&fold(named)) {
                Some(worker) if !self.client.workers.contains(worker) => self.client.workers.push(*worker),
                Some(_) => {}
                None => self.remark(column, "import-worker-unknown"),
            }
        }
    }

    fn take_former_codes(&mut self, column: usize, text: &str) {
        for typed in text
            .split([',', ';', '/'])
            .map(str::trim)
            .filter(|typed| !says_there_is_none(typed))
        {
            match survey::code(typed, self.rules.today) {
                Ok(code) if !self.client.identity.codes.contains(&code) => {
                    self.client.identity.codes.push(code);
                    self.keep(Field::FormerIdentityCodes, String::new());
                }
                Ok(_) => {}
                Err(key) => self.remark(column, key),
            }
        }
    }

    fn take_protection(&mut self, column: usize, text: &str) {
        if cell::is_ticked(text) {
            self.protect();
        } else if let Err(key) = cell::value(Field::ProtectedAddress, text, self.rules.today) {
            // Doubt falls on the side of the one who may be in danger.
            self.protect();
            self.remark(column, key);
        }
    }

    /// A protection that stands in a remark hides the address at once: shown first and hidden later would be too late.
    fn look_for_protection(&mut self, column: usize, text: &str) {
        if can_import(&self.rules.profile, Field::ProtectedAddress) && cell::tells_of_protection(text) {
            self.protect();
            self.remark(column, "import-protection-found");
        }
    }

    fn protect(&mut self) {
        self.client.protection = Protection::Yes;
        self.keep(Field::ProtectedAddress, String::new());
    }

    /// Keeps a value with its origin, in the record where its field lives.
    fn keep(&mut self, field: Field, value: String) {
        if !self.rules.profile.has(field) {
            return;
        }
        let necessity = if asks_necessity(field) {
            self.plan.necessity_of(field)
        } else {
            ""
        };
        let item = Item {
            value,
            origin: self.rules.origin.clone(),
            necessity: necessity.to_owned(),
        };
        let record = match Place::of(field) {
            Place::Special => &mut self.client.special,
            Place::Address => &mut self.client.address,
            _ => &mut self.client.ordinary,
        };
        record.set(field, Some(item));
    }

    /// Nobody is kept out for want of a code, but the main user is told whose is missing (A1).
    fn note_missing_code(&mut self) {
        let asks = self.plan.column_of(Meaning::Field(Field::IdentityCode));
        if let Some(column) = asks
            && self.client.identity.codes.is_empty()
        {
            self.remark(column, "import-code-missing");
        }
    }
}
