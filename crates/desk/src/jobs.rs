//! Work that goes on after the answer: queued in the same transaction as what asked for it.
