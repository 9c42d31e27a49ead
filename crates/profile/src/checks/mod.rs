//! What the tables of a profile must say about each other. Each module checks one noun.

mod citations;
mod countries;
mod fields;
mod findings;
mod law;
mod notice;
mod people;
mod practice;
mod texts;
mod times;

use findings::Findings;

use crate::{Profile, ProfileProblem, reading::Source};

/// Every problem between the tables of a profile whose shape is right.
pub(crate) fn all(profile: &Profile, source: &Source<'_>) -> Vec<ProfileProblem> {
    let mut findings = Findings::new(source);
    texts::check(source, &mut findings);
    fields::check(profile, &mut findings);
    law::check(profile, &mut findings);
    citations::check(profile, &mut findings);
    countries::check(profile, &mut findings);
    people::check(profile, &mut findings);
    practice::check(profile, &mut findings);
    times::check(profile, &mut findings);
    notice::check(profile, &mut findings);
    findings.into_problems()
}
