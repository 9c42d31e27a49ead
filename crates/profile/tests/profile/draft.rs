//! The small sound profile of the documentation, and changes to it.

use std::ops::RangeInclusive;

use polku_profile::{Profile, ProfileProblem};

/// The text of a profile while somebody edits it.
#[derive(Clone)]
pub struct Draft(String);

impl Draft {
    /// A profile with little in it and nothing wrong.
    pub fn sound() -> Self {
        let (_, example) = DOCUMENTATION
            .split_once("```toml\n")
            .expect("an example in the documentation");
        let (sound, _) = example.split_once("```\n").expect("the end of the example");
        Self(sound.to_owned())
    }

    /// The draft with one passage changed, which must be in it exactly once.
    pub fn change(mut self, from: &str, to: &str) -> Self {
        assert_eq!(self.0.matches(from).count(), 1, "not once in the draft: {from}");
        self.0 = self.0.replacen(from, to, 1);
        self
    }

    /// The draft with a passage at its end.
    pub fn with(mut self, more: &str) -> Self {
        self.0.push_str(more);
        self
    }

    /// The draft with a passage before the first table.
    pub fn at_top(mut self, more: &str) -> Self {
        self.0.insert_str(0, more);
        self
    }

    /// The lines, from 1, on which a passage stands.
    pub fn lines_of(&self, passage: &str) -> RangeInclusive<usize> {
        let (before, _) = self.0.split_once(passage).expect("a passage of the draft");
        let first = before.lines().count().max(1) + usize::from(before.ends_with('\n'));
        first..=first + passage.trim_end().matches('\n').count()
    }

    /// Reads the draft, which must be sound.
    pub fn read(&self) -> Profile {
        Profile::parse(&self.0).unwrap_or_else(|problems| panic!("{problems:#?}"))
    }

    /// What is wrong with the draft, which must not be sound.
    pub fn problems(&self) -> Vec<ProfileProblem> {
        Profile::parse(&self.0).expect_err("the draft should have problems")
    }
}

/// `docs/profiles.md`, whose first example is a complete profile.
pub const DOCUMENTATION: &str = include_str!("../../../../docs/profiles.md");
