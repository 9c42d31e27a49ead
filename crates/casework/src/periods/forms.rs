//! The forms of periods: what they hold at first and how they look.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Notice, Paper, action_bar},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_values::{
    dates::Weekdays,
    law::rehabilitative_work,
    service::{Measure, Placement},
};
use polku_web::LegalFinding;

use super::{
    input::{LONGEST_PLACE, LONGEST_REASON},
    page::{Asked, Material},
    period::{Period, State},
    view,
};

/// The form as it is when it opens.
pub(super) fn filled(asked: Asked, material: &Material, today: Date) -> FormState {
    let mut state = FormState::new();
    let Some(period) = &material.period else {
        if let Some(relationship) = material.relationships.first() {
            state.set("measure", relationship.basis.code());
        }
        if let Some(hours) = material.usual_hours {
            state.set("hours", hours.to_string());
        }
        state.set("starts_on", format::date(today));
        return state;
    };
    state.set("version", period.version.to_string());
    match asked {
        Asked::End(_) => fill_end(&mut state, period, today),
        Asked::Resume(_) => {
            fill_plan(&mut state, period);
            state.set("resumed_on", format::date(today));
        }
        Asked::Start(_) => {
            fill_plan(&mut state, period);
            state.set("starts_on", format::date(period.starts_on.min(today)));
        }
        Asked::New | Asked::Edit(_) => fill_plan(&mut state, period),
    }
    state
}

fn fill_plan(state: &mut FormState, period: &Period) {
    let week = period.week();
    state.set("measure", period.measure.code());
    state.set(
        "workgroup",
        period.workgroup.map(|id| id.to_string()).unwrap_or_default(),
    );
    state.set("place", &period.details.place);
    state.set("starts_on", format::date(period.starts_on));
    state.set("ends_on", period.ends_on.map(format::date).unwrap_or_default());
    state.set_all("weekdays", week.weekdays.names().map(str::to_owned).collect());
    state.set("hours", view::typed_hours(week.minutes));
    state.set_all("accepted_warnings", period.details.accepted_warnings.clone());
}

fn fill_end(state: &mut FormState, period: &Period, today: Date) {
    let outcome = match period.state {
        State::Planned | State::Interrupted => State::Interrupted,
        State::Ongoing | State::Completed => State::Completed,
    };
    state.set("outcome", outcome.name());
    let last_day = period.last_day().filter(|day| *day <= today).unwrap_or(today);
    state.set("ended_on", format::date(last_day));
    state.set("reason", &period.details.reason);
    state.set("relationship", "");
    if let Some(ending) = period.ending {
        state.set("placement", ending.placement.code());
    }
}

/// A form; `warnings` are those of the law that it asks to accept.
pub(super) fn form(
    texts: Texts,
    client: SubjectId,
    asked: Asked,
    material: &Material,
    state: &FormState,
    warnings: &[LegalFinding],
    today: Date,
) -> Markup {
    let list = format!("/clients/{client}/periods");
    let action = match asked {
        Asked::New => list.clone(),
        Asked::Edit(id) => format!("{list}/{id}"),
        Asked::Start(id) => format!("{list}/{id}/start"),
        Asked::End(id) => format!("{list}/{id}/end"),
        Asked::Resume(id) => format!("{list}/{id}/resume"),
    };
    let form = Form::post(texts, &action, state);
    let fields = match asked {
        Asked::New | Asked::Edit(_) => plan_fields(texts, form, material, today),
        Asked::Start(_) => start_fields(texts, form),
        Asked::End(_) => end_fields(texts, form, material),
        Asked::Resume(_) => html! {
            (form.date("resumed_on", texts.t("periods-resumed-on")))
            (end_field(texts, form))
            (week_fields(texts, form))
        },
    };
    Paper::bare().with_inside(form.with(html! {
        @if material.period.is_some() { (form.hidden("version", state.value("version"))) }
        (accept(texts, form, state, warnings))
        (fields)
        (buttons(texts, asked, &list))
    }))
}

/// What the law warns of, with a box to accept each; what was accepted before is sent along.
fn accept(texts: Texts, form: Form<'_>, state: &FormState, warnings: &[LegalFinding]) -> Markup {
    let is_asked = |key: &str| warnings.iter().any(|found| found.finding.key == key);
    html! {
        @if !warnings.is_empty() {
            (Notice::warning(texts.t("periods-warned")).more(
                form.checkboxes("accepted_warnings", texts.t("periods-accept"), warnings.iter().map(|found| {
                    Choice::new(found.finding.key, found.words(texts))
                }))
            ))
        }
        @for key in state.all("accepted_warnings").iter().filter(|key| !is_asked(key)) {
            (form.hidden("accepted_warnings", key))
        }
    }
}

fn plan_fields(texts: Texts, form: Form<'_>, material: &Material, today: Date) -> Markup {
    let measures = Measure::ALL
        .iter()
        .map(|measure| Choice::new(measure.code(), texts.label(measure.labels())));
    let groups = material
        .groups
        .iter()
        .map(|group| Choice::new(group.id.to_string(), &group.name));
    let is_under_way = material
        .period
        .as_ref()
        .is_some_and(|period| period.state == State::Ongoing);
    html! {
        (form.select("measure", texts.t("periods-measure"), measures))
        (form.select("workgroup", texts.t("periods-group"), groups).optional().help(texts.t("periods-group-help")))
        (form.text("place", texts.t("periods-place")).optional().max_length(most(LONGEST_PLACE)))
        (form.date("starts_on", texts.t("periods-first-day")))
        (end_field(texts, form))
        (week_fields(texts, form))
        @if is_under_way {
            (form.date("changes_from", texts.t("periods-changes-from")).optional()
                .help(texts.t("periods-changes-from-help")))
        }
        (law_note(texts, today))
    }
}

fn start_fields(texts: Texts, form: Form<'_>) -> Markup {
    html! {
        (form.date("starts_on", texts.t("periods-first-day")).autofocus())
        (end_field(texts, form))
    }
}

fn end_field(texts: Texts, form: Form<'_>) -> Markup {
    html! { (form.date("ends_on", texts.t("periods-last-day")).optional().help(texts.t("periods-last-day-help"))) }
}

fn week_fields(texts: Texts, form: Form<'_>) -> Markup {
    let all = Weekdays::from_bits(0b111_1111).unwrap_or_default();
    let days = all
        .iter()
        .map(|day| Choice::new(Weekdays::name_of(day), format::weekday_short(texts.locale(), day)));
    html! {
        (form.checkboxes("weekdays", texts.t("periods-weekdays"), days).side_by_side())
        (form.number("hours", texts.t("periods-hours")).help(texts.t("periods-hours-help")))
    }
}

fn end_fields(texts: Texts, form: Form<'_>, material: &Material) -> Markup {
    let can_be_completed = material
        .period
        .as_ref()
        .is_some_and(|period| matches!(period.state, State::Ongoing | State::Completed));
    let outcomes = [
        ("completed", "periods-outcome-completed", can_be_completed),
        ("interrupted", "periods-outcome-interrupted", true),
    ];
    let outcomes = outcomes
        .into_iter()
        .filter(|(.., is_possible)| *is_possible)
        .map(|(value, key, _)| Choice::new(value, texts.t(key)));
    let placements = Placement::ALL
        .iter()
        .map(|placement| Choice::new(placement.code(), texts.label(placement.labels())));
    html! {
        (form.radios("outcome", texts.t("periods-outcome"), outcomes))
        (form.date("ended_on", texts.t("periods-ended-on")).help(texts.t("periods-ended-on-help")))
        (form.select("placement", texts.t("periods-placement"), placements).help(texts.t("periods-placement-help")))
        (form.textarea("reason", texts.t("periods-reason")).optional().help(texts.t("periods-reason-help"))
            .max_length(most(LONGEST_REASON)))
        @if !material.relationships.is_empty() { (relationship_field(texts, form, material)) }
    }
}

fn relationship_field(texts: Texts, form: Form<'_>, material: &Material) -> Markup {
    let goes_on = Choice::new("", texts.t("periods-relationship-goes-on"));
    let ends = material.relationships.iter().map(|relationship| {
        let basis = texts.label(relationship.basis.labels());
        let since = format::date(relationship.started_on);
        let words = texts.with(
            "periods-relationship-ends",
            &[("basis", basis.into()), ("since", since.into())],
        );
        Choice::new(relationship.id.to_string(), words)
    });
    html! {
        (form.radios("relationship", texts.t("periods-relationship"), std::iter::once(goes_on).chain(ends))
            .help(texts.t("periods-relationship-help")))
    }
}

fn buttons(texts: Texts, asked: Asked, list: &str) -> Markup {
    let save = match asked {
        Asked::New => {
            return action_bar([
                Button::submit(texts.t("periods-start"))
                    .named("state", "ongoing")
                    .main(),
                Button::submit(texts.t("periods-save-planned")).named("state", "planned"),
                Button::link(list, texts.t("common-cancel")),
            ]);
        }
        Asked::Edit(_) => texts.t("common-save"),
        Asked::Start(_) => texts.t("periods-start"),
        Asked::End(_) => texts.t("periods-end"),
        Asked::Resume(_) => texts.t("periods-resume"),
    };
    action_bar([
        Button::submit(save).main(),
        Button::link(list, texts.t("common-cancel")),
    ])
}

/// The limits in force today, with the provision that sets them.
fn law_note(texts: Texts, today: Date) -> Markup {
    let Some(limits) = rehabilitative_work::limits_on(today) else {
        return html! {};
    };
    let law = &limits.value;
    let hours = |length: polku_values::Minutes| length.whole_hours_and_rest().0;
    let mut said = vec![
        texts.with(
            "periods-law-length",
            &[
                ("fewest", law.fewest_months.into()),
                ("most", law.most_months.into()),
            ],
        ),
        texts.with(
            "periods-law-days",
            &[
                ("fewest", law.fewest_days_a_week.into()),
                ("most", law.most_days_a_week.into()),
            ],
        ),
    ];
    said.push(match law.longest_day {
        Some(longest) => texts.with(
            "periods-law-hours",
            &[
                ("shortest", hours(law.shortest_day).into()),
                ("longest", hours(longest).into()),
            ],
        ),
        None => texts.with(
            "periods-law-shortest",
            &[("shortest", hours(law.shortest_day).into())],
        ),
    });
    if let Some(longest) = law.longest_week {
        said.push(texts.with("periods-law-week", &[("longest", hours(longest).into())]));
    }
    let source = format!("{}, {}", limits.source.act, limits.source.section);
    html! {
        (Notice::info(texts.with("periods-law", &[
            ("limits", said.join(", ").into()), ("source", source.into()),
        ])))
    }
}

fn most(characters: usize) -> u32 {
    u32::try_from(characters).unwrap_or(u32::MAX)
}
