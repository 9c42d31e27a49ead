//! The tests of the promises: what must hold for every route, statement and table, also those of tomorrow.

mod audit;
mod canary;
mod filter;
mod packing;
mod routes;
mod statements;
mod texts;
