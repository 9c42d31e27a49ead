//! Workers' accounts, told as what happens to the people who have them. Guards E1 and E2.

#[path = "../support/mod.rs"]
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
