//! How periods look.

use jiff::civil::Date;
use polku_desk::{SubjectId, ids::WorkgroupId};
use polku_pages::{
    Markup, Texts,
    components::{
        Bar, BarKind, Button, Disclosure, Empty, Fact, Facts, Notice, Paper, Tag, Timeline, action_bar,
    },
    format, html,
};
use polku_values::Minutes;

use super::{
    period::{Break, Period, State},
    rules::{self, Flag, Step},
    schedule::{self, Week},
};
use crate::groups::Group;

/// All periods of a client, the latest first.
pub(super) fn list(
    texts: Texts,
    client: SubjectId,
    periods: &[Period],
    groups: &[Group],
    may_write: bool,
    today: Date,
) -> Markup {
    if periods.is_empty() {
        let mut empty = Empty::new(texts.t("periods-none-yet"));
        if may_write {
            let new = format!("/clients/{client}/periods/new");
            empty = empty.first_step(Button::link(new, texts.t("periods-new")));
        }
        return html! { (empty) };
    }
    html! {
        @if periods.len() > 1 { (Paper::bare().with_inside(timeline(texts, periods, today))) }
        @for period in periods { (one(texts, client, period, groups, may_write, today)) }
    }
}

fn one(
    texts: Texts,
    client: SubjectId,
    period: &Period,
    groups: &[Group],
    may_write: bool,
    today: Date,
) -> Markup {
    let dates = format::period(texts, period.starts_on, period.last_day());
    Paper::new(texts.label(period.measure.labels()))
        .id(format!("period-{}", period.id))
        .note(html! { (dates) " " (state_tag(texts, period.state)) })
        .with_inside(html! {
            @for flag in flags_to_tell(period, today) { p { (flag_tag(texts, flag)) } }
            (Facts::list(facts(texts, period, groups, today)))
            (breaks(texts, &period.details.breaks))
            @if may_write { (actions(texts, client, period)) }
        })
}

fn actions(texts: Texts, client: SubjectId, period: &Period) -> Markup {
    let page = format!("/clients/{client}/periods/{}", period.id);
    let button = |part: &str, key: &str| Button::link(format!("{page}/{part}"), texts.t(key));
    let mut buttons = Vec::new();
    for step in rules::steps(period.state) {
        buttons.push(match step {
            Step::Start => button("start", "periods-start"),
            Step::Resume => button("resume", "periods-resume"),
            Step::Interrupt if rules::is_open(period.state) => button("end", "periods-end"),
            Step::Interrupt => button("end", "periods-correct-end"),
            // The same form ends a period either way.
            Step::Complete => continue,
        });
    }
    if rules::is_open(period.state) {
        buttons.push(button("edit", "common-edit"));
    }
    action_bar(buttons)
}

/// What is known of a period, one below the other.
fn facts(texts: Texts, period: &Period, groups: &[Group], today: Date) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(
            texts.t("periods-group"),
            group_name(groups, period.workgroup).unwrap_or("–"),
        ),
        Fact::new(texts.t("periods-week"), week(texts, period.week())),
    ];
    if !period.details.place.is_empty() {
        facts.insert(1, Fact::new(texts.t("periods-place"), &period.details.place));
    }
    if period.state == State::Ongoing {
        facts.extend(left(texts, period, today));
    }
    if let Some(ending) = period.ending {
        facts.push(Fact::new(texts.t("periods-ended-on"), format::date(ending.on)));
        facts.push(Fact::new(
            texts.t("periods-placement"),
            texts.label(ending.placement.labels()),
        ));
    }
    if !period.details.reason.is_empty() {
        facts.push(Fact::new(texts.t("periods-reason"), &period.details.reason));
    }
    facts
}

/// What to see to, but for the weeks that are left: [`left`] tells those.
pub(super) fn flags_to_tell(period: &Period, today: Date) -> impl Iterator<Item = Flag> {
    let flags = rules::flags(period, today).into_iter();
    flags.filter(|flag| !matches!(flag, Flag::EndsSoon { .. }))
}

/// How long an ongoing period still lasts, and how many of its days of service have been.
pub(super) fn left(texts: Texts, period: &Period, today: Date) -> Option<Fact> {
    let ends_on = period.ends_on?;
    let days_left = i64::from((ends_on - today).get_days());
    let words = match days_left {
        ..0 => texts.t("periods-over"),
        0..15 => format::days(texts, days_left),
        _ => format::weeks(texts, (days_left + 6) / 7),
    };
    let ends_soon = matches!(
        rules::end_flag(period.ends_on, today),
        Some(Flag::EndsSoon { .. })
    );
    let value = if ends_soon {
        html! { (Tag::due(words)) }
    } else {
        html! { (words) }
    };
    let fact = Fact::new(texts.t("periods-left"), value);
    let total = schedule::service_days(&period.schedule, ends_on);
    if total == 0 {
        return Some(fact);
    }
    let done = schedule::service_days(&period.schedule, today.min(ends_on));
    let words = texts.with(
        "periods-days-done",
        &[("done", done.into()), ("total", total.into())],
    );
    Some(fact.detail(words))
}

fn breaks(texts: Texts, breaks: &[Break]) -> Markup {
    html! {
        @if !breaks.is_empty() {
            (Disclosure::new(texts.t("periods-breaks")).quiet().with(html! {
                ul {
                    @for one in breaks {
                        li {
                            (texts.with("periods-break", &[
                                ("last", format::date(one.last_day).into()),
                                ("resumed", format::date(one.resumed_on).into()),
                            ]))
                            " " (one.reason)
                        }
                    }
                }
            }))
        }
    }
}

/// The name of a period's group.
pub(super) fn group_name(groups: &[Group], id: Option<WorkgroupId>) -> Option<&str> {
    let id = id?;
    groups
        .iter()
        .find(|group| group.id == id)
        .map(|group| group.name.as_str())
}

/// A weekly schedule in words: `ma, ti, ke · 6 t`.
#[must_use]
pub fn week(texts: Texts, week: Week) -> String {
    if week.weekdays.count() == 0 {
        return texts.t("common-no-value");
    }
    let days: Vec<&str> = week
        .weekdays
        .iter()
        .map(|day| format::weekday_short(texts.locale(), day))
        .collect();
    let hours = format::hours_and_minutes(texts.locale(), week.minutes.0.into());
    format!("{} · {hours}", days.join(", "))
}

/// Hours as they are typed: `6` or `6:30`.
pub(super) fn typed_hours(minutes: Minutes) -> String {
    match minutes.whole_hours_and_rest() {
        (0, 0) => String::new(),
        (hours, 0) => hours.to_string(),
        (hours, rest) => format!("{hours}:{rest:02}"),
    }
}

/// The state in a word.
pub(super) fn state_tag(texts: Texts, state: State) -> Tag {
    match state {
        State::Planned => Tag::draft(texts.t("periods-state-planned")),
        State::Ongoing => Tag::good(texts.t("periods-state-ongoing")),
        State::Completed => Tag::plain(texts.t("periods-state-completed")),
        State::Interrupted => Tag::over(texts.t("periods-state-interrupted")),
    }
}

/// What to see to, in a word or two.
pub(crate) fn flag_tag(texts: Texts, flag: Flag) -> Tag {
    match flag {
        Flag::NotStarted => Tag::over(texts.t("periods-flag-not-started")),
        Flag::NotClosed => Tag::over(texts.t("periods-flag-not-closed")),
        Flag::EndsSoon { weeks } => {
            Tag::due(texts.with("periods-flag-ends-soon", &[("weeks", weeks.into())]))
        }
        Flag::EndMissing => Tag::due(texts.t("periods-flag-end-missing")),
        Flag::WeekMissing => Tag::due(texts.t("periods-flag-week-missing")),
        Flag::PlacementMissing => Tag::due(texts.t("periods-flag-placement-missing")),
    }
}

/// What is stored now, when somebody else changed the period meanwhile.
pub(super) fn conflict(texts: Texts, stored: &Period, groups: &[Group], today: Date) -> Markup {
    let stored_now = html! {
        p {
            (texts.label(stored.measure.labels())) ", "
            (format::period(texts, stored.starts_on, stored.last_day())) " "
            (state_tag(texts, stored.state))
        }
        (Facts::list(facts(texts, stored, groups, today)))
    };
    html! { (Notice::warning(texts.t("periods-conflict")).more(stored_now)) }
}

fn timeline(texts: Texts, periods: &[Period], today: Date) -> Markup {
    let from = periods
        .iter()
        .map(|period| period.starts_on)
        .min()
        .unwrap_or(today);
    let last_day = |period: &Period| period.last_day().unwrap_or(today).max(period.starts_on);
    let to = periods.iter().map(last_day).max().unwrap_or(today).max(from);
    let bars = periods.iter().map(|period| Bar {
        label: texts.label(period.measure.labels()).to_owned(),
        start: period.starts_on,
        end: period.last_day().map(|day| day.max(period.starts_on)),
        kind: match period.state {
            State::Planned => BarKind::Planned,
            State::Ongoing => BarKind::Ongoing,
            State::Completed => BarKind::Ended,
            State::Interrupted => BarKind::BrokenOff,
        },
    });
    let timeline = Timeline {
        from,
        to,
        today,
        bars: bars.collect(),
    };
    timeline.render(texts)
}
