//! How an induction looks.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Notice, Paper, Row, action_bar, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::Profile;

use super::{
    rules::{self, Point},
    told::{Induction, Tongue, Way},
};

/// Whether all has been told.
pub(super) fn standing(texts: Texts, all: &[Induction], untold: &[Point]) -> Notice {
    if untold.is_empty() {
        return Notice::done(texts.t("induction-whole"));
    }
    if all.is_empty() {
        return Notice::warning(texts.t("induction-nothing"));
    }
    let points = [("points", words(texts, untold).into())];
    Notice::warning(texts.with("induction-left", &points))
}

fn words(texts: Texts, points: &[Point]) -> String {
    let words: Vec<String> = points
        .iter()
        .map(|point| texts.t(&format!("induction-point-{point}")).to_lowercase())
        .collect();
    words.join(", ")
}

/// The form by which it is noted.
pub(super) fn form(texts: Texts, client: SubjectId, profile: &Profile, state: &FormState) -> Markup {
    let action = format!("/clients/{client}/induction");
    let form = Form::post(texts, &action, state);
    let points = rules::points(profile).map(|point| {
        Choice::new(point.name(), texts.t(&format!("induction-point-{point}")))
            .help(texts.t(&format!("induction-point-{point}-what")))
    });
    let tongues = Tongue::ALL
        .iter()
        .map(|tongue| Choice::new(tongue.name(), texts.t(&format!("induction-language-{tongue}"))));
    let ways = Way::ALL
        .iter()
        .map(|way| Choice::new(way.name(), texts.t(&format!("induction-way-{way}"))));
    Paper::new(texts.t("induction-note-heading")).with_inside(form.with(html! {
        (form.checkboxes("points", texts.t("induction-points"), points))
        (form.date("told_on", texts.t("induction-told-on")))
        (form.radios("way", texts.t("induction-way"), ways))
        (form.radios("language", texts.t("induction-language"), tongues).side_by_side())
        (form.text("other_language", texts.t("induction-other-language")).optional().autocomplete("off"))
        (Disclosure::new(texts.t("induction-note")).quiet().with(
            form.textarea("note", texts.t("induction-note")).optional()
        ))
        (action_bar([Button::submit(texts.t("induction-do")).main()]))
    }))
}

/// What was told, each time.
pub(super) fn told(texts: Texts, all: &[Induction], today: Date) -> Markup {
    if all.is_empty() {
        return html! {};
    }
    Paper::new(texts.t("induction-told")).with(rows(all.iter().map(|one| row(texts, one, today))))
}

/// The same for the client in the portal; they need not know that a note was left empty.
pub(crate) fn own(texts: Texts, all: &[Induction], today: Date) -> Markup {
    let paper = Paper::new(texts.t("own-induction"));
    if all.is_empty() {
        return paper.with(Empty::new(texts.t("own-induction-none")));
    }
    paper.with(rows(all.iter().map(|one| row(texts, one, today))))
}

fn row(texts: Texts, one: &Induction, today: Date) -> Row {
    let told = &one.told;
    let language = match told.tongue {
        Tongue::Other => told.words.language.clone(),
        known => texts.t(&format!("induction-language-{known}")).to_lowercase(),
    };
    let mut aside = vec![
        texts.t(&format!("induction-way-{}", told.way)),
        language,
        one.by.clone(),
    ];
    if let Some(version) = one.notice_version {
        aside.push(texts.with("induction-notice", &[("version", version.into())]));
    }
    let words = words(texts, &told.words.points);
    Row::new(format::near_date(texts, told.told_on, today))
        .words(html! {
            (words)
            @if !told.words.note.is_empty() { div.said-text { (told.words.note) } }
        })
        .aside(aside.join(" · "))
}
