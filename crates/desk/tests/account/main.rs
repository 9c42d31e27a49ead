//! Workers' accounts, told as what happens to the people who have them. Guards E1 and E2.

#[path = "../support/mod.rs"]
#[expect(
    dead_code,
    reason = "the stories about whom a worker finds need more of the office"
)]
mod support;

mod calendar;
mod enrolment;
mod passkey;
mod people;
mod proof;
mod review;
mod right;
mod session;
mod sign_in;
mod throttle;
mod token;
