//! What leaves as a file, read back as a spreadsheet would. Guards the neutralising of formulas in exports.

mod build;
mod csv;
mod formula;
mod table;
mod xlsx;
