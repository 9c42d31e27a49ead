//! Those whom the stories are about.

use std::net::{IpAddr, Ipv4Addr};

use jiff::civil::Date;
use polku_desk::{
    AccountId, RegisterId, RightId, Visit,
    access::{AccessSpec, AddressPrivilege, Role},
    account::{Attempt, NewAccount, NewRight, OpenedSession, Proof, Proven, SignInAnswer, SignedIn},
};
use totp_rs::{Builder, Secret};

use crate::support::Office;

/// Where everybody in the office comes from.
pub const OFFICE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 10));
/// Where somebody else comes from.
pub const ELSEWHERE: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7));
/// A good password.
pub const PASSWORD: &str = "sininen hevonen juoksee suolla";

const SECRET: [u8; 20] = *b"twenty secret bytes!";

/// A worker with a password and a one-time secret.
pub struct Person {
    pub account: AccountId,
    pub right: RightId,
    pub user_name: &'static str,
}

/// A right from today on, without end.
pub fn right(office: &Office, role: Role) -> NewRight {
    NewRight {
        role,
        valid_from: office.desk.clock().today(),
        valid_until: None,
        addresses: AddressPrivilege::Hidden,
    }
}

/// An account to be added.
pub fn account(office: &Office, user_name: &str, role: Role) -> NewAccount {
    let display_name = format!("{user_name} Testinen");
    NewAccount {
        user_name: user_name.to_owned(),
        display_name,
        right: right(office, role),
    }
}

/// A day.
pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The code that a telephone with this secret shows now.
pub fn code_of(office: &Office, secret: &[u8]) -> String {
    let totp = Builder::new()
        .with_secret(Secret::from(secret))
        .with_account_name("")
        .build()
        .unwrap();
    let now = u64::try_from(office.desk.clock().now().as_second()).unwrap();
    totp.generate(now).to_string()
}

/// The code that every person's telephone shows now.
pub fn code(office: &Office) -> String {
    code_of(office, &SECRET)
}

/// Adds a worker who has enrolled already.
pub async fn person(office: &Office, register: RegisterId, user_name: &'static str, role: Role) -> Person {
    let new = account(office, user_name, role);
    let added =
        office
            .desk
            .add_account_with_password(office.organisation, register, &new, PASSWORD, Some(&SECRET));
    let (account, right) = added.await.unwrap();
    Person {
        account,
        right,
        user_name,
    }
}

/// An attempt from the office in a new browser.
pub fn attempt<'a>(user_name: &'a str, password: &'a str) -> Attempt<'a> {
    Attempt {
        user_name,
        password,
        source: OFFICE,
        device_cookie: None,
        device: "Firefox",
    }
}

/// The session that an attempt opened.
pub fn opened(answer: SignInAnswer) -> OpenedSession {
    match answer {
        SignInAnswer::Opened(opened) => opened,
        other => panic!("no session was opened: {other:?}"),
    }
}

/// Signs in with the password only.
pub async fn half_signed_in(office: &Office, person: &Person) -> (String, SignedIn) {
    let token = opened(
        office
            .desk
            .sign_in(&attempt(person.user_name, PASSWORD))
            .await
            .unwrap(),
    )
    .token;
    let signed_in = office
        .desk
        .resume_session(&token)
        .await
        .unwrap()
        .expect("a session");
    (token, signed_in)
}

/// Signs in with the password and the next code.
pub async fn signed_in(office: &Office, person: &Person) -> (String, SignedIn) {
    // The next code: each works once.
    office.after(jiff::SignedDuration::from_secs(30));
    let (_, half) = half_signed_in(office, person).await;
    let proven = office
        .desk
        .prove(&half, Proof::Code(&code(office)), OFFICE, None)
        .await
        .unwrap();
    let Proven::Yes(Some(token)) = proven else {
        panic!("the code was not accepted: {proven:?}")
    };
    let signed_in = office
        .desk
        .resume_session(&token)
        .await
        .unwrap()
        .expect("a session");
    (token, signed_in)
}

/// A visit of somebody who has signed in.
pub async fn visit(office: &Office, signed_in: &SignedIn) -> Visit {
    let visitor = signed_in.visitor.clone().expect("a chosen right");
    office
        .desk
        .visit(visitor, AccessSpec::signed_in(), "/test")
        .await
        .unwrap()
}

/// A register with its main user, who visits.
pub async fn main_user(office: &Office, register: RegisterId) -> (Person, Visit) {
    let person = person(office, register, "paula.paakayttaja", Role::MainUser).await;
    let (_, signed_in) = signed_in(office, &person).await;
    (person, visit(office, &signed_in).await)
}
