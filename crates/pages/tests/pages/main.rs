//! Stories about what people see; one module per folder of the crate.

mod assets;
mod colours;
mod components;
mod form;
mod format;
mod frame;
mod markup;
mod samples;
mod texts;
