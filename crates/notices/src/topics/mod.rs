//! What a notice says on each topic, from the part of the profile that the topic is about.

pub(crate) mod annex;
pub(crate) mod content;
pub(crate) mod lawfulness;
pub(crate) mod offices;
pub(crate) mod passing_on;
pub(crate) mod practice;
mod processors;
pub(crate) mod rights;
mod words;
