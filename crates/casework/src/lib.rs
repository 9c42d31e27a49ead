//! The coach's day: clients, relationships, periods, attendance, diary, goals, contacts, tasks and import.

pub mod relationships;
