//! Whether typed basic data can be kept: known fields, sound values, stated necessity, named source.

use jiff::civil::Date;
use polku_desk::{Identity, access::AddressPrivilege};
use polku_profile::{Channel, Field, Kind, Profile, SourceKind, SubjectKind};
use polku_web::InvalidField;

use super::{
    input::{BasicsInput, FieldInput, OriginInput},
    record::{Basics, FieldValues, Item, Origin, Place},
    value::{self, Protection},
};

/// What the checks need to know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Against<'a> {
    /// What the register has.
    pub(crate) profile: &'a Profile,
    /// What is stored; nothing for somebody about to be taken in.
    pub(crate) stored: &'a Basics,
    /// Whether the client is about to be taken in.
    pub(crate) stage: Stage,
    /// Whether the worker may have protected addresses shown, and so lift a protection.
    pub(crate) addresses: AddressPrivilege,
    /// Today in Finland.
    pub(crate) today: Date,
}

/// When data is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// At intake.
    Intake,
    /// Later.
    Later,
}

/// Basic data that can be kept.
#[derive(Clone, Debug)]
pub(crate) struct Checked {
    /// Names, codes, contacts.
    pub(crate) identity: Identity,
    /// Whether the address is protected.
    pub(crate) protection: Protection,
    /// Ordinary fields.
    pub(crate) ordinary: FieldValues,
    /// Special fields; none when the role has none, and what is stored stays.
    pub(crate) special: Option<FieldValues>,
    /// The address; none when what is stored stays.
    pub(crate) address: Option<FieldValues>,
    /// What is new, changed or gone: for the log.
    pub(crate) changed: Vec<Field>,
}

/// Checks what was typed.
///
/// # Errors
/// Every field that is to be mended, with the key of the text that says how.
pub(crate) fn check(input: &BasicsInput, against: Against<'_>) -> Result<Checked, Vec<InvalidField>> {
    let mut checking = Checking {
        against,
        input,
        invalid: Vec::new(),
        changed: Vec::new(),
    };
    checking.refuse_unknown();
    let mut checked = checking.begin();
    for field in checking.fields() {
        checking.take(field, &mut checked);
    }
    checking.settle_codes(&mut checked);
    checking.settle_protection(&checked);
    checked.changed = checking.changed;
    if checking.invalid.is_empty() {
        Ok(checked)
    } else {
        Err(checking.invalid)
    }
}

struct Checking<'a> {
    against: Against<'a>,
    input: &'a BasicsInput,
    invalid: Vec<InvalidField>,
    changed: Vec<Field>,
}

impl Checking<'_> {
    fn refuse(&mut self, field: &'static str, key: &'static str) {
        self.invalid.push(InvalidField { field, key });
    }

    /// A field that the register, the role or this form lacks is answered as one that never existed (A2).
    fn refuse_unknown(&mut self) {
        let fields = self.fields();
        let known = |name: &String| fields.iter().any(|field| field.key() == name);
        if !self.input.fields.keys().all(known) {
            self.refuse("fields", "client-field-unknown");
        }
    }

    /// The fields that can be typed here, in the order of the page.
    fn fields(&self) -> Vec<Field> {
        editable(self.against.profile, self.against.stored.special.is_some())
    }

    fn begin(&self) -> Checked {
        let stored = self.against.stored;
        Checked {
            identity: stored.identity.clone(),
            protection: stored.protection.unwrap_or(Protection::No),
            ordinary: stored.ordinary.clone(),
            special: stored.special.clone(),
            address: if self.replaces_address() {
                Some(FieldValues::default())
            } else {
                None
            },
            changed: Vec::new(),
        }
    }

    /// Nobody sees a protected address in a form, so an empty form means that it stays.
    fn replaces_address(&self) -> bool {
        let typed = |field: &Field| {
            let input = self.input.fields.get(field.key());
            input.is_some_and(|input| !input.value.several().is_empty())
        };
        let fields = self.fields();
        let mut of_address = fields.iter().filter(|field| Place::of(**field) == Place::Address);
        !self.against.stored.is_protected() || of_address.any(typed)
    }

    fn take(&mut self, field: Field, checked: &mut Checked) {
        let place = Place::of(field);
        if place == Place::Address && checked.address.is_none() {
            return;
        }
        let left_out = !self.input.fields.contains_key(field.key());
        if left_out && matches!(field, Field::FormerIdentityCodes | Field::ProtectedAddress) {
            return;
        }
        let none = FieldInput::default();
        let input = self.input.fields.get(field.key()).unwrap_or(&none);
        let Some(values) = self.read(field, input) else {
            return;
        };
        if values.is_empty() && self.against.profile.fields.requires(field) {
            self.refuse(field.key(), missing(field));
        }
        let item = self.item(field, input, &values);
        match place {
            Place::Identity => put_identity(&mut checked.identity, field, values),
            Place::Protection => {
                checked.protection = values
                    .first()
                    .and_then(|answer| answer.parse().ok())
                    .unwrap_or(Protection::No);
            }
            _ => {}
        }
        let record = match place {
            Place::Special => checked.special.as_mut(),
            Place::Address => checked.address.as_mut(),
            _ => Some(&mut checked.ordinary),
        };
        if let Some(record) = record {
            record.set(field, item);
        }
    }

    fn read(&mut self, field: Field, input: &FieldInput) -> Option<Vec<String>> {
        let typed = match field.kind() {
            Kind::Phones | Kind::IdentityCodes | Kind::Email => input.value.several(),
            _ => {
                let Some(one) = input.value.single() else {
                    self.refuse(field.key(), "client-one-value");
                    return None;
                };
                vec![one.to_owned()]
            }
        };
        let mut values = Vec::new();
        for one in typed {
            match value::read(field, &one, self.against.today) {
                Ok(Some(value)) if !values.contains(&value) => values.push(value),
                Ok(_) => {}
                Err(key) => {
                    self.refuse(field.key(), key);
                    return None;
                }
            }
        }
        Some(values)
    }

    /// What is kept beside a value, when there is one.
    fn item(&mut self, field: Field, input: &FieldInput, values: &[String]) -> Option<Item> {
        let stored = self.against.stored;
        let is_unseen = Place::of(field) == Place::Address && stored.is_protected();
        let has_changed = is_unseen || values != stored.values(field);
        if has_changed {
            self.changed.push(field);
        }
        let first = values.first()?;
        let known = stored.item(field).filter(|_| !has_changed);
        let value = match Place::of(field) {
            Place::Identity | Place::Protection => String::new(),
            _ => first.clone(),
        };
        Some(Item {
            value,
            necessity: self.necessity(field, input, known),
            origin: self.origin(field, input, known),
        })
    }

    fn necessity(&mut self, field: Field, input: &FieldInput, known: Option<&Item>) -> String {
        let stated = input.necessity.trim();
        if !field.asks_necessity() {
            return String::new();
        }
        if stated.chars().count() > value::LONGEST_TEXT {
            self.refuse(field.key(), "client-text-long");
        }
        if !stated.is_empty() {
            return stated.to_owned();
        }
        let known = known.map(|item| item.necessity.clone()).unwrap_or_default();
        if known.is_empty() {
            self.refuse(field.key(), "client-necessity-missing");
        }
        known
    }

    /// What did not change keeps its origin; what is new has one of its own, or that of the whole form.
    fn origin(&mut self, field: Field, input: &FieldInput, known: Option<&Item>) -> Origin {
        let own = input.origin.as_ref().filter(|origin| !origin.is_empty());
        if let (None, Some(known)) = (own, known) {
            return known.origin.clone();
        }
        let typed = own.unwrap_or(&self.input.origin);
        if let (Some(own), Some(known)) = (own, known)
            && same_origin(own, &known.origin)
        {
            return known.origin.clone();
        }
        match self.checked_origin(typed) {
            Ok(origin) => origin,
            Err((control, key)) => {
                let place = if own.is_some() { field.key() } else { control };
                if !self
                    .invalid
                    .iter()
                    .any(|known| known.field == place && known.key == key)
                {
                    self.refuse(place, key);
                }
                Origin::default()
            }
        }
    }

    fn checked_origin(&self, typed: &OriginInput) -> Result<Origin, (&'static str, &'static str)> {
        let profile = self.against.profile;
        let source = match typed.source.trim() {
            "" => return Err(("source", "client-source-missing")),
            key => profile.source(key).ok_or(("source", "client-source-unknown"))?,
        };
        let named = typed.named.trim();
        if named.is_empty() && source.kind == SourceKind::NamedPerson {
            return Err(("named", "client-source-named"));
        }
        if named.chars().count() > value::LONGEST_LINE {
            return Err(("named", "client-text-long"));
        }
        let channel = match typed.channel.trim() {
            // What the service itself found out came by no way.
            "" if source.kind == SourceKind::OwnWork => "",
            "" => return Err(("channel", "client-channel-missing")),
            key => Channel::from_key(key)
                .filter(|channel| profile.channels.contains(channel))
                .map(Channel::key)
                .ok_or(("channel", "client-channel-unknown"))?,
        };
        Ok(Origin {
            source: source.key.clone(),
            named: named.to_owned(),
            channel: channel.to_owned(),
            entered_on: Some(self.against.today),
        })
    }

    /// A code that was replaced stays findable (A1); a birth date stands beside a code only if it says the same.
    fn settle_codes(&mut self, checked: &mut Checked) {
        let identity = &mut checked.identity;
        let before = &self.against.stored.identity.codes;
        if let (Some(now), Some(replaced)) = (identity.codes.first(), before.first())
            && now != replaced
            && !identity.codes.contains(replaced)
        {
            identity.codes.insert(1, replaced.clone());
        }
        let of_code = Identity {
            birth_date: None,
            ..identity.clone()
        }
        .known_birth_date();
        match (of_code, identity.birth_date) {
            (Some(stated), Some(told)) if stated != told => {
                self.refuse("birth_date", "client-birth-date-differs");
            }
            (Some(_), Some(_)) => identity.birth_date = None,
            (None, None)
                if self.against.stage == Stage::Intake
                    && !self.has_refused("identity_code", "birth_date") =>
            {
                self.refuse("identity_code", "client-code-or-birth-date");
            }
            _ => {}
        }
    }

    fn has_refused(&self, one: &str, other: &str) -> bool {
        self.invalid
            .iter()
            .any(|invalid| invalid.field == one || invalid.field == other)
    }

    /// To lift a protection is to show the address: it takes the same right (A7).
    fn settle_protection(&mut self, checked: &Checked) {
        let lifted = self.against.stored.is_protected() && checked.protection == Protection::No;
        if lifted && self.against.addresses != AddressPrivilege::Reveals {
            self.refuse("protected_address", "client-protection-lift");
        }
    }
}

/// The fields about a client that can be typed with basic data, in the order of the page. The client relationship's are
/// another capability's, and a role that may not have special data has no such fields.
pub(super) fn editable(profile: &Profile, special: bool) -> Vec<Field> {
    let here = |field: &Field| match Place::of(*field) {
        Place::Relationship => false,
        Place::Special => special,
        _ => true,
    };
    let of_client = profile.fields.of(SubjectKind::Client);
    of_client.map(|entry| entry.field).filter(here).collect()
}

/// What to say of a required field that is empty.
const fn missing(field: Field) -> &'static str {
    match field {
        Field::LastName => "client-last-name-missing",
        Field::FirstNames => "client-first-names-missing",
        _ => "client-required",
    }
}

fn same_origin(typed: &OriginInput, known: &Origin) -> bool {
    typed.source.trim() == known.source
        && typed.named.trim() == known.named
        && typed.channel.trim() == known.channel
}

fn put_identity(identity: &mut Identity, field: Field, mut values: Vec<String>) {
    let first = || values.first().cloned().unwrap_or_default();
    match field {
        Field::LastName => identity.last_name = first(),
        Field::FirstNames => identity.first_names = first(),
        Field::PreferredName => identity.preferred_name = first(),
        Field::BirthDate => identity.birth_date = first().parse().ok(),
        Field::Phones => identity.phones = values,
        Field::Email => identity.emails = values,
        Field::IdentityCode => {
            let former = identity.codes.split_off(identity.codes.len().min(1));
            values.extend(former);
            identity.codes = values;
            dedup(&mut identity.codes);
        }
        Field::FormerIdentityCodes => {
            identity.codes.truncate(1);
            identity.codes.extend(values);
            dedup(&mut identity.codes);
        }
        _ => {}
    }
}

fn dedup(codes: &mut Vec<String>) {
    let mut seen = Vec::new();
    codes.retain(|code| {
        let new = !seen.contains(code);
        seen.push(code.clone());
        new
    });
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
