//! What the audit log promises, told as what happens to it. Guards E4 (tamper-evident log).

mod build;
mod checkpoint;
mod leaf;
mod proof;
mod tree;
mod verify;
