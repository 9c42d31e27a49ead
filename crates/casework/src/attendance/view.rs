//! The grid: people down, days across, one day open for marking.
//!
//! Without a script the open day is a form: each row a choice and hours. `attendance.js` makes the same table a grid
//! for the keyboard, and saves each mark at once.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{self, Button, Disclosure, Empty, Paper, action_bar},
    form::FormState,
    format, html,
};
use polku_values::Mark;

use super::{
    cell::{Cell, DayKind},
    circle::Circles,
    input::{Kind, Shown, field},
    sheet::{Person, Sheet},
    window::Window,
    words,
};

/// The id of the form, which buttons in the heading belong to.
pub(super) const FORM: &str = "attendance-form";

/// What the grid shows.
pub(super) struct Grid<'a> {
    /// The reader's texts.
    pub(super) texts: Texts,
    /// Whose attendance.
    pub(super) circles: &'a Circles,
    /// Which days.
    pub(super) window: Window,
    /// The marks.
    pub(super) sheet: &'a Sheet,
    /// What was typed, when something is to be mended.
    pub(super) typed: Option<&'a FormState>,
}

/// The choices of a row, in the order of their use.
const CHOICES: [Kind; 6] = [
    Kind::Present,
    Kind::Sick,
    Kind::Absent,
    Kind::Permitted,
    Kind::NotADay,
    Kind::Expected,
];

impl Grid<'_> {
    /// The address of the same circle with a day open.
    fn href(&self, day: Date) -> String {
        format!(
            "/attendance?group={}&week={}&day={day}",
            self.circles.current, self.window.week
        )
    }

    /// The grid with all that belongs to it.
    pub(super) fn render(&self) -> Markup {
        let texts = self.texts;
        if self.sheet.people.is_empty() {
            let key = if self.circles.group().is_some() {
                "attendance-empty-group"
            } else {
                "attendance-empty-own"
            };
            return Paper::bare().with(Empty::new(texts.t(key)));
        }
        html! {
            div.only-narrow { (self.day_steps()) }
            div #attendance-trouble role="alert" hidden {}
            form id=(FORM) method="post" action="/attendance" novalidate {
                input type="hidden" name="group" value=(self.circles.current);
                input type="hidden" name="week" value=(self.window.week);
                input type="hidden" name="day" value=(self.window.open);
                (Paper::bare().with(html! {
                    div.scroll tabindex="0" role="region" aria-labelledby="attendance-caption" { (self.table()) }
                    (legend(texts))
                }))
                div.without-script { (action_bar([Button::submit(texts.t("common-save")).main().named("do", "save")])) }
            }
            (self.late_changes())
            p.small.quiet.needs-script.only-wide { (texts.t("attendance-keys")) }
        }
    }

    fn table(&self) -> Markup {
        let texts = self.texts;
        let words: Vec<(Kind, String)> = CHOICES.iter().map(|kind| (*kind, word(texts, *kind))).collect();
        html! {
            table.grid data-attendance data-decimal=(if texts.locale() == polku_pages::Locale::En { "." } else { "," })
                data-today=(self.window.today)
                data-saving=(texts.t("attendance-saving")) data-kept=(texts.t("attendance-kept"))
                data-signed-out=(texts.t("attendance-signed-out")) data-refused=(texts.t("attendance-refused"))
                data-retry=(texts.t("attendance-retry")) data-not-yet=(texts.t("attendance-not-yet"))
                data-locked=(texts.t("attendance-month-locked"))
                data-pending=(texts.t("attendance-pending")) data-reload=(texts.t("attendance-reload"))
                data-late=(texts.t("common-mark-late"))
                data-word-present=(words[0].1) data-word-sick=(words[1].1) data-word-absent=(words[2].1)
                data-word-permitted=(words[3].1) data-word-not-a-day=(words[4].1) data-word-expected=(words[5].1) {
                caption.unseen #attendance-caption { (texts.t("attendance-caption")) }
                thead {
                    tr {
                        th scope="col" { (texts.t("attendance-client")) }
                        @for day in &self.sheet.days { (self.head(*day)) }
                    }
                }
                tbody { @for person in &self.sheet.people { (self.row(person)) } }
            }
        }
    }

    fn head(&self, day: Date) -> Markup {
        let texts = self.texts;
        let kind = DayKind::of(day);
        let holiday = match kind {
            DayKind::Holiday(holiday) => Some(texts.label(holiday.labels())),
            DayKind::Workday | DayKind::Weekend => None,
        };
        let weekday = format::weekday_short(texts.locale(), day.weekday());
        html! {
            th scope="col" class=(self.class(day)) data-day=(day) title=[holiday]
                aria-current=[(day == self.window.today).then_some("date")] {
                @if day == self.window.open {
                    span { (weekday) " " (day.day()) } span.only-narrow { "." (day.month()) "." }
                } @else {
                    a href=(self.href(day)) aria-label=(self.open_label(day, holiday)) {
                        (weekday) @if kind != DayKind::Weekend { " " (day.day()) }
                    }
                }
            }
        }
    }

    fn open_label(&self, day: Date, holiday: Option<&str>) -> String {
        let date = format::weekday_date(self.texts.locale(), day);
        let label = self.texts.with("attendance-open-day", &[("date", date.into())]);
        holiday.map_or(label.clone(), |holiday| format!("{label}, {holiday}"))
    }

    fn class(&self, day: Date) -> String {
        let place = match day.cmp(&self.window.open) {
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Less => "past",
            std::cmp::Ordering::Greater => "next",
        };
        let rest = match DayKind::of(day) {
            DayKind::Workday => "",
            DayKind::Weekend => " weekend",
            DayKind::Holiday(_) => " holiday",
        };
        let today = if day == self.window.today { " today" } else { "" };
        format!("{place}{rest}{today}")
    }

    fn row(&self, person: &Person) -> Markup {
        html! {
            tr data-client=(person.client) {
                th scope="row" { a href={ "/clients/" (person.client) } { (person.name) } }
                @for (day, cell) in self.sheet.days.iter().zip(&person.cells) {
                    td class=(self.class(*day)) data-mark=(Kind::of(cell.mark)) data-minutes=(cell.minutes().0)
                        data-unmarked=(Kind::of(cell.unmarked)) data-hours=(cell.hours.0) data-seen=(cell.version)
                        data-locked[person.is_locked(*day)] {
                        (self.mark(cell))
                        @if *day == self.window.open {
                            @if person.is_locked(*day) { (self.correction(person, *day)) }
                            @else { (self.choices(person, cell)) }
                        }
                    }
                }
            }
        }
    }

    fn mark(&self, cell: &Cell) -> Markup {
        let texts = self.texts;
        let late = cell
            .late
            .as_ref()
            .map(|late| words::late(texts, late, self.window.today));
        let class = words::shown(cell.mark).class();
        html! {
            span class={ "mark " (class) @if late.is_some() { " late" } } title=[late.as_ref()] {
                span aria-hidden="true" { (words::sign(texts.locale(), cell)) }
                span.unseen { (words::told(texts, cell.mark)) @if late.is_some() { " " (texts.t("common-mark-late")) } }
            }
        }
    }

    /// The way to correct a day whose month was confirmed for a payer.
    fn correction(&self, person: &Person, day: Date) -> Markup {
        let texts = self.texts;
        html! {
            " " a.small href=(words::month_of(person.client, day)) {
                (texts.t("attendance-confirmed")) span.unseen { " " (person.name) }
            }
        }
    }

    /// The choice and the hours of a row of the open day.
    fn choices(&self, person: &Person, cell: &Cell) -> Markup {
        let texts = self.texts;
        let shown = Shown::of(cell);
        let (mark_field, hours_field) = (field("mark", person.client), field("hours", person.client));
        let typed = |name: &str| self.typed.map(|typed| typed.value(name).to_owned());
        let chosen = typed(&mark_field).unwrap_or_else(|| shown.choice().name().to_owned());
        let stored_hours = match cell.mark {
            Mark::Present { minutes } => words::hours(texts.locale(), minutes),
            _ => String::new(),
        };
        let hours = typed(&hours_field).unwrap_or(stored_hours);
        let usual = words::hours(texts.locale(), cell.hours);
        let errors: Vec<&str> = self
            .typed
            .map_or(Vec::new(), |typed| typed.errors_of(&hours_field).collect());
        let invalid = !errors.is_empty();
        html! {
            fieldset.choices {
                legend.unseen { (person.name) }
                @for kind in CHOICES {
                    label class={ "choice " (words::shown(kind.mark(cell.hours)).class())
                        @if kind == Kind::Expected { " without-script" } } {
                        input type="radio" name=(mark_field) value=(kind) checked[chosen == kind.name()];
                        span aria-hidden="true" { (short(texts, kind, &usual)) }
                        span.unseen { (word(texts, kind)) }
                    }
                }
                input.hours-field type="text" inputmode="decimal" autocomplete="off" name=(hours_field) value=(hours)
                    placeholder=(usual) aria-label=(texts.t("attendance-hours")) aria-invalid=[invalid.then_some("true")]
                    aria-describedby=[invalid.then(|| format!("{hours_field}-error"))];
                @if invalid {
                    span.error id={ (hours_field) "-error" } { @for error in &errors { (error) " " } }
                }
            }
            input type="hidden" name=(field("was", person.client)) value=(shown);
        }
    }

    /// From day to day on a phone, where only the open day is shown.
    fn day_steps(&self) -> Markup {
        let texts = self.texts;
        let step = |day: Date| format::weekday_date(texts.locale(), day);
        let (before, after) = (self.window.workday_before(), self.window.workday_after());
        let group = self.circles.current;
        html! {
            nav.steps aria-label=(texts.t("attendance-days")) {
                a.btn href={ "/attendance?group=" (group) "&day=" (before) } { "‹ " (step(before)) }
                strong { (format::near_date(texts, self.window.open, self.window.today)) }
                a.btn href={ "/attendance?group=" (group) "&day=" (after) } { (step(after)) " ›" }
            }
        }
    }

    /// Who changed what afterwards, on demand.
    fn late_changes(&self) -> Markup {
        let texts = self.texts;
        let late = |day: Date| {
            let cells = self.sheet.on(day);
            cells.filter_map(move |(person, cell)| Some((day, person, cell, cell.late.as_ref()?)))
        };
        let all: Vec<_> = self.sheet.days.iter().flat_map(|day| late(*day)).collect();
        if all.is_empty() {
            return html! {};
        }
        let summary = texts.with("attendance-late-count", &[("count", all.len().into())]);
        Disclosure::new(summary).with(html! {
            ul.plain {
                @for (day, person, cell, late) in all {
                    li {
                        (format::weekday_date(texts.locale(), day)) " "
                        a href={ "/clients/" (person.client) "/attendance" } { (person.name) } ": "
                        (words::told(texts, cell.mark)) ". " (words::late(texts, late, self.window.today))
                    }
                }
            }
        })
    }
}

/// The circles as tabs, and the weeks.
pub(super) fn choosers(texts: Texts, circles: &Circles, window: &Window) -> Markup {
    let current = circles.current;
    let week = |week: polku_values::dates::IsoWeek| format!("/attendance?group={current}&week={week}");
    let own = circles.own.then(|| {
        let tab = components::Tab::new("/attendance?group=own", texts.t("attendance-own"));
        tab.current(circles.group().is_none())
    });
    let tabs: Vec<components::Tab> = circles
        .groups
        .iter()
        .map(|group| {
            let tab = components::Tab::new(format!("/attendance?group={}", group.id), group.name.clone());
            tab.current(circles.group().is_some_and(|chosen| chosen.id == group.id))
        })
        .chain(own)
        .collect();
    let numbered = |key: &str, week: polku_values::dates::IsoWeek| {
        texts.with(key, &[("number", i64::from(week.number()).into())])
    };
    let (before, after) = (window.week.previous(), window.week.next());
    html! {
        @if tabs.len() > 1 { (components::tabs(&texts.t("attendance-circles"), &tabs)) }
        nav.steps.only-wide aria-label=(texts.t("attendance-weeks")) {
            a href=(week(before)) { "‹ " (numbered("attendance-week", before)) }
            @if window.open != window.today {
                a href={ "/attendance?group=" (current) } { (texts.t("attendance-to-today")) }
            }
            a href=(week(after)) { (numbered("attendance-week", after)) " ›" }
        }
    }
}

fn legend(texts: Texts) -> Markup {
    let sign = |mark: components::Mark| match mark {
        components::Mark::Expected | components::Mark::Present => "6",
        components::Mark::Sick => "s",
        components::Mark::Leave => "l",
        components::Mark::Absent => "p",
        components::Mark::Off => "·",
    };
    html! {
        ul.legend aria-label=(texts.t("attendance-legend")) {
            @for mark in components::Mark::ALL {
                li { span aria-hidden="true" { (components::mark(texts, mark, sign(mark), false)) } (mark.word(texts)) }
            }
            li {
                span aria-hidden="true" { span class="mark present late" { "6" } }
                (texts.t("attendance-late"))
            }
        }
    }
}

fn word(texts: Texts, kind: Kind) -> String {
    words::shown(kind.mark(polku_values::Minutes::ZERO)).word(texts)
}

/// What stands on a choice: on a phone there is room for the word.
fn short(texts: Texts, kind: Kind, usual: &str) -> Markup {
    match kind {
        Kind::Present => html! {
            span.only-wide { (usual) }
            span.only-narrow { (texts.t("attendance-present")) }
        },
        Kind::Expected => html! { "·" },
        Kind::Sick | Kind::Absent | Kind::Permitted | Kind::NotADay => {
            html! { (kind.mark(polku_values::Minutes::ZERO).letter()) }
        }
    }
}
