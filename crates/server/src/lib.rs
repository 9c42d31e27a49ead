//! The polku binary: configuration, wiring, command line and demo data.
