//! Who a client is: the fields that the register has, and no others (A2).

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use polku_profile::{Channel, Field, Profile, SourceKind};
use polku_values::IdentityCode;
use rand::{RngExt, rngs::StdRng, seq::IndexedRandom};

use super::{
    names::{FIRST, LAST},
    words,
};
use crate::clients::{BasicsInput, FieldInput, OriginInput, TypedValue};

/// Fields as they would be typed.
pub(super) type Known = BasicsInput;

/// Birth dates that are given out, in days: a prime, so that [`STRIDE`] visits all of them.
const BIRTH_DATES: u32 = 15_683;
/// How far the birth dates of two neighbours are apart, in days.
const STRIDE: u32 = 7_919;
/// The youngest are of this age, in years.
const YOUNGEST: i32 = 17;
/// Individual numbers of artificial codes begin here, and there are a hundred.
const FIRST_SERIAL: u32 = 900;
/// One in so many has a protected address; the first of them is in the first coach's first group.
const PROTECTED_EVERY: u32 = 60;
/// Which of them that is.
const PROTECTED_PLACE: u32 = 7;

/// Makes up what is known of a client at intake.
pub(super) fn make_up(number: u32, dice: &mut StdRng, profile: &Profile, today: Date) -> Known {
    let last = pick(dice, LAST);
    let first = pick(dice, FIRST);
    let street = format!("{} {}", pick(dice, words::STREETS), dice.random_range(1..60));
    let (postal_code, town) = *words::TOWNS.choose(dice).unwrap_or(&words::TOWNS[0]);
    let sex = pick(
        dice,
        &["male", "male", "male", "female", "female", "no-information"],
    );
    let language = pick(dice, words::LANGUAGES);
    let education = pick(dice, words::EDUCATION);
    let months = dice.random_range(4..60).to_string();
    let occupation = pick(dice, words::OCCUPATIONS);
    let mut made_up: Vec<(Field, String)> = vec![
        (Field::LastName, last.to_owned()),
        (Field::FirstNames, format!("{first} {}", pick(dice, FIRST))),
        (Field::PreferredName, first.to_owned()),
        (Field::Sex, sex.to_owned()),
        (Field::StreetAddress, street),
        (Field::PostalCode, postal_code.to_owned()),
        (Field::PostOffice, town.to_owned()),
        (Field::HomeMunicipality, town.to_owned()),
        (Field::Phones, phone(number)),
        (Field::Email, email(first, last, number)),
        (Field::ContactLanguage, language.to_owned()),
        (Field::MotherTongue, language.to_owned()),
        (Field::EducationLevel, education.to_owned()),
        (Field::EmploymentSituation, "unemployed".to_owned()),
        (Field::UnemploymentLength, months),
        (Field::Occupation, occupation.to_owned()),
    ];
    made_up.push(if profile.has(Field::IdentityCode) {
        (Field::IdentityCode, code(number, today).as_str().to_owned())
    } else {
        (Field::BirthDate, birth_date(number, today).to_string())
    });
    if number % 12 != 10 {
        made_up.push((Field::BankAccount, account(number)));
    }
    if number % PROTECTED_EVERY == PROTECTED_PLACE {
        made_up.push((Field::ProtectedAddress, "yes".to_owned()));
    }
    typed(made_up, profile)
}

/// The code of the client of a number. Different numbers have different codes, more than a million of them.
pub(super) fn code(number: u32, today: Date) -> IdentityCode {
    let serial = FIRST_SERIAL + number / BIRTH_DATES % 100;
    let serial = u16::try_from(serial).expect("three digits");
    let choice = usize::try_from(number % 3).expect("small");
    IdentityCode::artificial(birth_date(number, today), serial, choice)
        .expect("a date of the last two centuries")
}

fn birth_date(number: u32, today: Date) -> Date {
    let back = u64::from(number) * u64::from(STRIDE) % u64::from(BIRTH_DATES);
    let back = i32::try_from(back).expect("less than the number of birth dates");
    today.saturating_sub(YOUNGEST.years()).saturating_sub(back.days())
}

/// A number of the right form after the code of an area. That it is nobody's is not known: nothing calls or writes to it.
fn phone(number: u32) -> String {
    format!("+35848000{:05}", number % 100_000)
}

/// An account of the right form at a bank that does not exist: no Finnish bank's numbers begin with 999.
fn account(number: u32) -> String {
    let account = 99_900_000_000_000_u64 + u64::from(number) * 31;
    // ISO 13616: the country's letters as numbers (F 15, I 18) and two zeros follow; the rest is modulo 97.
    let remainder = (u128::from(account) * 1_000_000 + 151_800) % 97;
    format!("FI{:02}{account:014}", 98 - remainder)
}

fn email(first: &str, last: &str, number: u32) -> String {
    let plain = |name: &str| -> String {
        let name = name.to_lowercase();
        name.chars()
            .map(|letter| match letter {
                'ä' | 'å' => 'a',
                'ö' => 'o',
                other => other,
            })
            .collect()
    };
    format!("{}.{}{number}@example.fi", plain(first), plain(last))
}

/// Keeps what the register has, as its form would send it.
fn typed(made_up: Vec<(Field, String)>, profile: &Profile) -> BasicsInput {
    let kept = made_up.into_iter().filter(|(field, _)| profile.has(*field));
    let fields: BTreeMap<String, FieldInput> = kept
        .map(|(field, value)| {
            let input = FieldInput {
                value: TypedValue::One(value),
                ..FieldInput::default()
            };
            (field.key().to_owned(), input)
        })
        .collect();
    let source = profile
        .sources
        .iter()
        .find(|source| source.kind == SourceKind::Client);
    let channels = [Channel::Oral, Channel::Paper];
    let channel = channels.iter().find(|channel| profile.channels.contains(channel));
    BasicsInput {
        fields,
        origin: OriginInput {
            source: source.map(|source| source.key.clone()).unwrap_or_default(),
            named: String::new(),
            channel: channel
                .map(|channel| channel.key().to_owned())
                .unwrap_or_default(),
        },
    }
}

fn pick<'a>(dice: &mut StdRng, from: &[&'a str]) -> &'a str {
    from.choose(dice).copied().unwrap_or_default()
}
