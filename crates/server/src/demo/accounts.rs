//! One account for each role, whose passwords everyone may know: the demo is about nobody.

use std::path::Path;

use anyhow::Context as _;
use polku_desk::{
    AccountId, Desk, OrganisationId, RegisterId, RightId,
    access::{AddressPrivilege, Role},
    account::{NewAccount, NewRight, totp_secret_text},
};
use serde::Serialize;

/// An account of the demo.
#[derive(Debug, Clone, Serialize)]
pub struct DemoAccount {
    /// The role's name.
    pub role: Role,
    /// What is typed to sign in.
    pub user_name: String,
    /// The password.
    pub password: String,
    /// The secret of one-time codes, base32.
    pub totp_secret: String,
    /// A token for the API, made anew at each start.
    pub api_token: String,
    /// The account.
    #[serde(skip)]
    pub account: AccountId,
    /// Its right.
    #[serde(skip)]
    pub right: RightId,
}

struct Person {
    role: Role,
    user_name: &'static str,
    display_name: &'static str,
}

const PEOPLE: &[Person] = &[
    Person {
        role: Role::Coach,
        user_name: "maija",
        display_name: "Maija Valmentaja",
    },
    Person {
        role: Role::ServiceManager,
        user_name: "pertti",
        display_name: "Pertti Esihenkilö",
    },
    Person {
        role: Role::MainUser,
        user_name: "paula",
        display_name: "Paula Pääkäyttäjä",
    },
    Person {
        role: Role::DataProtectionOfficer,
        user_name: "tiina",
        display_name: "Tiina Tietosuoja",
    },
    Person {
        role: Role::RecordsOfficer,
        user_name: "arto",
        display_name: "Arto Arkistoija",
    },
    Person {
        role: Role::Statistician,
        user_name: "taru",
        display_name: "Taru Tilastoija",
    },
    Person {
        role: Role::Partner,
        user_name: "ville",
        display_name: "Ville Virkailija",
    },
];

/// A further coach, so that there are clients whom the first does not see.
const SECOND_COACH: Person = Person {
    role: Role::Coach,
    user_name: "pekka",
    display_name: "Pekka Ohjaaja",
};

/// Another one for records: nobody approves a destruction that they proposed themselves.
const SECOND_OFFICER: Person = Person {
    role: Role::RecordsOfficer,
    user_name: "aino",
    display_name: "Aino Asiakirja",
};

/// Makes the accounts.
pub(super) async fn create(
    desk: &Desk,
    organisation: OrganisationId,
    register: RegisterId,
    seed: u64,
) -> anyhow::Result<Vec<DemoAccount>> {
    let mut accounts = Vec::new();
    for person in PEOPLE.iter().chain([&SECOND_COACH, &SECOND_OFFICER]) {
        let (password, secret) = (password(person), secret(person, seed));
        let new = NewAccount {
            user_name: person.user_name.to_owned(),
            display_name: person.display_name.to_owned(),
            right: NewRight {
                role: person.role,
                valid_from: desk.clock().today(),
                valid_until: None,
                addresses: if person.role == Role::Coach {
                    AddressPrivilege::Reveals
                } else {
                    AddressPrivilege::Hidden
                },
            },
        };
        let (account, right) = desk
            .add_account_with_password(organisation, register, &new, &password, Some(&secret))
            .await?;
        accounts.push(DemoAccount {
            role: person.role,
            user_name: person.user_name.to_owned(),
            api_token: String::new(),
            totp_secret: totp_secret_text(&secret),
            password,
            account,
            right,
        });
    }
    for account in &mut accounts {
        account.api_token = desk
            .issue_demo_token(register, account.account, account.right)
            .await?;
    }
    Ok(accounts)
}

/// The accounts of a demo that was made by an earlier run with the same seed.
pub(super) async fn known(desk: &Desk, register: RegisterId, seed: u64) -> anyhow::Result<Vec<DemoAccount>> {
    let mut accounts = Vec::new();
    for person in PEOPLE.iter().chain([&SECOND_COACH, &SECOND_OFFICER]) {
        let (account, right) = desk.demo_right_of(register, person.user_name).await?.context(
            "the data folder holds another demo: choose another folder, or the seed it was made with",
        )?;
        accounts.push(DemoAccount {
            role: person.role,
            user_name: person.user_name.to_owned(),
            password: password(person),
            totp_secret: totp_secret_text(&secret(person, seed)),
            api_token: String::new(),
            account,
            right,
        });
    }
    for account in &mut accounts {
        account.api_token = desk
            .issue_demo_token(register, account.account, account.right)
            .await?;
    }
    Ok(accounts)
}

/// Writes the accounts for scripts.
///
/// # Errors
/// When the file cannot be written.
pub fn write_accounts(file: &Path, accounts: &[DemoAccount]) -> anyhow::Result<()> {
    let text = serde_json::to_string_pretty(accounts)?;
    std::fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

fn password(person: &Person) -> String {
    format!("{}-kulkee-polkua", person.user_name)
}

/// The same seed gives the same secret: a demo is about nobody.
fn secret(person: &Person, seed: u64) -> Vec<u8> {
    use polku_desk::{Entropy as _, SeededEntropy};
    let mixed = person.user_name.bytes().fold(seed, |mixed, byte| {
        mixed.wrapping_mul(31).wrapping_add(byte.into())
    });
    let mut secret = vec![0; 20];
    SeededEntropy::new(mixed).fill(&mut secret);
    secret
}
