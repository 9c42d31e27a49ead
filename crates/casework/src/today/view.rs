//! How the day looks.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{Button, Dot, Empty, Paper, Row, Tag, rest, rows},
    format, html,
};
use polku_values::Mark;

use super::{
    calm::{self, Parted},
    day::{Day, GroupDay, PersonDay},
    due::{Due, Urgency, What},
};
use crate::{
    attendance::{self, Cell, DayCounts, words},
    diary::Back,
    drafts::{DraftKind, Unfinished},
    periods::{DueNumbers, flag_tag},
};

/// What the page shows.
pub(super) struct Shown {
    /// The reader's texts.
    pub(super) texts: Texts,
    /// The date.
    pub(super) today: Date,
    /// Who is expected.
    pub(super) day: Day,
    /// What is to be seen to.
    pub(super) due: Vec<Due>,
    /// The register's periods in numbers: for those who lead the service.
    pub(super) numbers: Option<DueNumbers>,
    /// What the visitor has begun to write.
    pub(super) unfinished: Vec<Unfinished>,
    /// Whether the register keeps a diary.
    pub(super) writes_diary: bool,
}

/// The page.
pub(super) fn page(shown: &Shown) -> Markup {
    let texts = shown.texts;
    html! {
        div.cols {
            div.stack {
                @for group in &shown.day.groups { (group_paper(shown, group)) }
                @if !shown.day.own.is_empty() { (own_paper(shown)) }
                @if shown.day.groups.is_empty() && shown.day.own.is_empty() { (nobody(texts)) }
            }
            div.stack {
                (due_paper(shown))
                @if shown.writes_diary { (unfinished_paper(shown)) }
                @if let Some(numbers) = &shown.numbers { (numbers_paper(texts, numbers)) }
            }
        }
    }
}

fn nobody(texts: Texts) -> Markup {
    let step = Button::link("/clients", texts.t("today-to-clients"));
    Paper::bare().with(Empty::new(texts.t("today-nobody")).first_step(step))
}

fn group_paper(shown: &Shown, group: &GroupDay) -> Markup {
    let texts = shown.texts;
    let mut paper = Paper::new(&group.name);
    if let Some(counts) = &group.counts {
        paper = paper.note(counted(texts, counts)).more(
            format!("/attendance?group={}", group.id),
            texts.t("today-whole-group"),
        );
    }
    if group.people.is_empty() {
        let key = match &group.counts {
            Some(counts) if counts.expected > 0 => return paper.with(html! {}),
            _ => "today-group-empty",
        };
        return paper.with(html! { div.inside { p.quiet { (texts.t(key)) } } });
    }
    paper.with(people(shown, &group.people, &group.place))
}

/// The people of a group: the first ones, and a fold for the rest of many.
fn people(shown: &Shown, people: &[PersonDay], group_place: &str) -> Markup {
    let texts = shown.texts;
    let Parted { first, folded } = calm::people(people);
    if folded.is_empty() {
        return rows(
            first
                .iter()
                .map(|day| person(shown, day, group_place, Place::Open)),
        );
    }
    let unmarked = folded.iter().filter(|day| day.waits()).count();
    let mut words = texts.with("today-rest", &[("count", folded.len().into())]);
    if unmarked > 0 {
        words = format!(
            "{words} · {}",
            texts.with("today-unmarked", &[("count", unmarked.into())])
        );
    }
    let folded = folded
        .iter()
        .map(|day| person(shown, day, group_place, Place::Folded).id(anchor(day)));
    html! {
        (rows(first.iter().map(|day| person(shown, day, group_place, Place::Open))))
        (rest(words, folded))
    }
}

fn own_paper(shown: &Shown) -> Markup {
    let texts = shown.texts;
    let mut paper = Paper::new(texts.t("today-own"));
    if shown.day.own.iter().any(|day| day.cell.is_some()) {
        let counts: DayCounts = shown
            .day
            .own
            .iter()
            .filter_map(|day| Some(day.cell.as_ref()?.mark))
            .collect();
        paper = paper
            .note(counted(texts, &counts))
            .more("/attendance?group=own", texts.t("today-whole-group"));
    }
    paper.with(people(shown, &shown.day.own, ""))
}

/// Where a row is, for coming back to it in its fold.
fn anchor(day: &PersonDay) -> String {
    format!("person-{}", day.client)
}

/// `9 tulossa · 2 läsnä · 1 poissa`
fn counted(texts: Texts, counts: &DayCounts) -> String {
    let said = |key: &str, count: u32| texts.with(key, &[("count", count.into())]);
    let mut parts = vec![said("today-expected", counts.expected)];
    for (key, count) in [
        ("today-present", counts.present),
        ("today-absent", counts.absent),
        ("today-unmarked", counts.unmarked),
    ] {
        if count > 0 {
            parts.push(said(key, count));
        }
    }
    parts.join(" · ")
}

/// Where in a list a person stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Among those who are shown.
    Open,
    /// In the fold.
    Folded,
}

fn person(shown: &Shown, day: &PersonDay, group_place: &str, place: Place) -> Row {
    let texts = shown.texts;
    let mut row = Row::link(format!("/clients/{}", day.client), &day.name);
    if let Some(cell) = &day.cell {
        let (dot, word) = dot(texts, cell);
        row = row.dot(dot, word);
        if let Some(aside) = aside(texts, day, cell) {
            row = row.aside(aside);
        }
        if cell.mark == Mark::Expected {
            row = row.action(present_form(texts, day, cell, place));
        }
    }
    let works_at = day.place.as_deref().filter(|works_at| *works_at != group_place);
    let due = shown.due.iter().find(|due| due.client == day.client);
    if works_at.is_some() || due.is_some() {
        row = row.words(html! {
            @if let Some(works_at) = works_at { (works_at) " " }
            @if let Some(due) = due { (person_tag(texts, due, shown.today)) }
        });
    }
    if shown.writes_diary {
        let note = Button::link(note_address(day), texts.t("today-note"));
        row = row.action(note.tiny().about(&day.name));
    }
    row
}

/// The editor, open for writing about a person; saving leads back to the day.
fn note_address(day: &PersonDay) -> String {
    format!("/clients/{}/diary/new?back={}", day.client, Back::Today.name())
}

fn dot(texts: Texts, cell: &Cell) -> (Dot, String) {
    let dot = match cell.mark {
        Mark::Present { .. } => Dot::Full,
        Mark::Sick | Mark::Absent | Mark::Permitted | Mark::NotADay => Dot::Barred,
        Mark::Expected => Dot::Open,
    };
    (dot, words::told(texts, cell.mark))
}

/// When presence was marked; which absence.
fn aside(texts: Texts, day: &PersonDay, cell: &Cell) -> Option<String> {
    match cell.mark {
        Mark::Present { .. } => {
            let at = format::finnish_time(day.marked_at?);
            Some(format::clock(texts.locale(), at.time()))
        }
        Mark::Expected => None,
        Mark::Sick | Mark::Absent | Mark::Permitted | Mark::NotADay => Some(words::told(texts, cell.mark)),
    }
}

fn present_form(texts: Texts, day: &PersonDay, cell: &Cell, place: Place) -> Markup {
    html! {
        form method="post" action="/attendance/present" {
            input type="hidden" name="client" value=(day.client);
            input type="hidden" name="was" value=(attendance::Shown::of(cell));
            @if place == Place::Folded { input type="hidden" name="folded" value="folded"; }
            (Button::submit(texts.t("attendance-present")).tiny().about(&day.name))
        }
    }
}

/// What a person's row says of what is due.
fn person_tag(texts: Texts, due: &Due, today: Date) -> Tag {
    let what = match (&due.what, due.on) {
        (What::Task(title), Some(on)) => format!("{title} {}", format::weekday_date(texts.locale(), on)),
        (What::Task(title), None) => title.clone(),
        (What::Period(flag, _), _) => return flag_tag(texts, *flag),
        (What::FollowUp(_), _) => texts.t("today-follow-up"),
        (What::Reminder { word, .. }, _) => texts.t(word),
    };
    match due.urgency(today) {
        Urgency::Late(_) => Tag::over(what),
        Urgency::Soon => Tag::due(what),
        Urgency::Later => Tag::plain(what),
    }
}

fn due_paper(shown: &Shown) -> Markup {
    let texts = shown.texts;
    let paper = Paper::new(texts.t("today-due")).more("/tasks", texts.t("today-all-tasks"));
    let all = html! { div.inside { a href="/reminders" { (texts.t("today-all-reminders")) } } };
    if shown.due.is_empty() {
        return paper.with(html! { div.inside { p.quiet { (texts.t("today-nothing-due")) } } (all) });
    }
    let Parted { first, folded } = calm::due(&shown.due, shown.today);
    let row = |due| due_row(texts, due, shown.today);
    paper.with(html! {
        (rows(first.iter().map(row)))
        @if !folded.is_empty() {
            (rest(texts.with("today-rest", &[("count", folded.len().into())]), folded.iter().map(row)))
        }
        (all)
    })
}

fn due_row(texts: Texts, due: &Due, today: Date) -> Row {
    let client = due.client;
    let (what, href) = match &due.what {
        What::Task(title) => (title.clone(), format!("/clients/{client}#tasks")),
        What::Period(..) => (texts.t("today-period"), format!("/clients/{client}/periods")),
        What::FollowUp(relationship) => {
            let href = format!("/clients/{client}/relationships/{relationship}/follow-up");
            (texts.t("today-follow-up"), href)
        }
        What::Reminder { word, href } => (texts.t(word), href.clone()),
    };
    let row = Row::link(href, format!("{what}, {}", due.name));
    row.words(html! {
        @if let What::Period(flag, _) = &due.what { (flag_tag(texts, *flag)) " " }
        (day_tag(texts, due, today))
    })
}

/// `4 päivää myöhässä`, `to 26.11.`
fn day_tag(texts: Texts, due: &Due, today: Date) -> Markup {
    let Some(on) = due.on else { return html! {} };
    let day = format::near_date(texts, on, today);
    match due.urgency(today) {
        Urgency::Late(days) => {
            html! { (Tag::over(texts.with("common-days-late", &[("days", days.into())]))) }
        }
        Urgency::Soon => html! { (Tag::due(day)) },
        Urgency::Later => html! { (Tag::plain(day)) },
    }
}

fn unfinished_paper(shown: &Shown) -> Markup {
    let texts = shown.texts;
    let paper = Paper::new(texts.t("today-unfinished"));
    if shown.unfinished.is_empty() {
        return paper.with(html! { div.inside { p.quiet { (texts.t("today-nothing-unfinished")) } } });
    }
    let row = |draft: &Unfinished| {
        let saved = format::near_time(texts, format::finnish_time(draft.saved_at), shown.today);
        let what = match draft.kind {
            DraftKind::Statement => "today-draft-statement",
            DraftKind::Agreement => "today-draft-agreement",
            DraftKind::Note | DraftKind::Correction => "today-draft-note",
        };
        Row::link(&draft.address, format!("{}, {}", texts.t(what), draft.name))
            .words(html! { (Tag::draft(texts.t("common-draft"))) " " (saved) })
    };
    paper.with(rows(shown.unfinished.iter().map(row)))
}

fn numbers_paper(texts: Texts, numbers: &DueNumbers) -> Markup {
    let row = |key: &str, count: i64| Row::new(texts.t(key)).aside(format::integer(texts.locale(), count));
    Paper::new(texts.t("today-periods")).with(rows([
        row("today-not-closed", numbers.not_closed),
        row("today-not-started", numbers.not_started),
        row("today-ending", numbers.ending),
    ]))
}

/// Of whom to write.
pub(super) fn chooser(texts: Texts, day: &Day) -> Markup {
    let people: Vec<&PersonDay> = day.people().collect();
    if people.is_empty() {
        return nobody(texts);
    }
    let row = |day: &&PersonDay| {
        let row = Row::link(note_address(day), &day.name);
        match &day.cell {
            Some(cell) => {
                let (dot, word) = dot(texts, cell);
                row.dot(dot, word)
            }
            None => row,
        }
    };
    Paper::bare().with(rows(people.iter().map(row)))
}
