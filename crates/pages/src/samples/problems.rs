use super::{Sample, frame};
use crate::frame::{Problem, Work};
use crate::texts::Texts;

pub(super) fn pages(texts: Texts) -> Vec<Sample> {
    let frame = frame(texts, "nav-clients", "nav-clients");
    let mut pages: Vec<Sample> = Problem::ALL
        .into_iter()
        .map(|problem| {
            let work = if problem == Problem::Conflict {
                Work::Kept
            } else {
                Work::Nothing
            };
            Sample::new(
                format!("problem-{}", problem.status()),
                problem.render_in(&frame, work, None),
            )
        })
        .collect();
    let bare = |work, reference| Problem::Internal.render_bare(texts, work, reference);
    pages.push(Sample::new(
        "problem-bare-saved",
        bare(Work::Saved, Some("7F3K-22")),
    ));
    pages.push(Sample::new("problem-bare-not-saved", bare(Work::NotSaved, None)));
    pages
}
