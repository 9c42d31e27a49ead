//! What the index promises to those who look people up.

mod find;
mod page;
mod people;
mod properties;
mod similar;
