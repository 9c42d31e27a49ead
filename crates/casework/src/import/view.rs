//! How imports look.

use jiff::civil::Date;
use polku_desk::{
    ImportRun, ImportState,
    jobs::{JobProgress, JobState},
};
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Empty, Notice, Paper, Progress, Table, Tag, action_bar},
    form::{Choice, Form, FormState},
    format,
    frame::Heading,
    html,
};
use polku_profile::{Field, Profile};

use super::{
    about::About,
    columns::{Meaning, SheetKind, SheetOutline, SheetPlan, can_import, keeps},
    form::{column_field, kind_field, necessity_field, special},
    report_view, steps, words,
};

/// Whether a job works on a run in this state.
pub(super) fn is_under_way(state: ImportState) -> bool {
    matches!(state, ImportState::Checking | ImportState::Staging)
}

/// Whether its columns can be decided, or decided otherwise.
pub(super) fn is_open_for_columns(state: ImportState) -> bool {
    matches!(state, ImportState::Uploaded | ImportState::Checked)
}

/// The heading of the list.
pub(super) fn list_heading(texts: Texts) -> Heading {
    Heading::new(texts.t("import-title")).action(Button::link("/import/new", texts.t("import-new")).main())
}

/// All imports, the latest first.
pub(super) fn list(texts: Texts, runs: &[(ImportRun, About)]) -> Markup {
    let columns = [
        Column::new(texts.t("import-begun")),
        Column::new(texts.t("import-state")),
        Column::number(texts.t("import-rows")),
    ];
    let lines = runs.iter().map(|(run, about)| {
        let begun = format::date_and_time(texts.locale(), format::finnish_time(run.created_at));
        vec![
            html! { a href={ "/import/" (run.id) } { (about.plan.system) ", " (begun) } },
            html! { (state_tag(texts, run.state)) },
            html! { @if run.state == ImportState::Published { (format::integer(texts.locale(), imported(about))) } },
        ]
    });
    html! {
        p { (texts.t("import-lead")) }
        (Paper::new(texts.t("import-runs")).with(html! {
            @if runs.is_empty() {
                (Empty::new(texts.t("import-none")).first_step(Button::link("/import/new", texts.t("import-new"))))
            } @else {
                (Table::new("imports", texts.t("import-runs"), columns).caption_unseen().cards().rows(lines))
            }
        }))
    }
}

fn imported(about: &About) -> i64 {
    let rows: usize = about.tally.iter().map(|sheet| sheet.imported).sum();
    i64::try_from(rows).unwrap_or(i64::MAX)
}

fn state_tag(texts: Texts, state: ImportState) -> Tag {
    let words = texts.t(&format!("import-state-{state}"));
    match state {
        ImportState::Published => Tag::good(words),
        ImportState::Uploaded | ImportState::Checked => Tag::due(words),
        _ => Tag::plain(words),
    }
}

/// Asks for a file.
pub(super) fn new(texts: Texts, state: &FormState) -> Markup {
    let form = Form::with_files(texts, "/import", state);
    let longest = u32::try_from(steps::LONGEST_SYSTEM).unwrap_or(u32::MAX);
    html! {
        p { (texts.t("import-lead")) }
        (form.with(html! {
            (form.file("file", texts.t("import-file")).help(texts.t("import-file-help")).accept(".csv,.txt,.xlsx"))
            (form.text("system", texts.t("import-system")).help(texts.t("import-system-help"))
                .autocomplete("off").max_length(longest))
            (action_bar([Button::submit(texts.t("import-upload")).main()]))
        }))
    }
}

/// The heading of one import.
pub(super) fn heading(texts: Texts, run: &ImportRun, about: &About) -> Heading {
    let begun = format::date_and_time(texts.locale(), format::finnish_time(run.created_at));
    let named = [("system", about.plan.system.as_str().into())];
    Heading::new(texts.with("import-run-heading", &named))
        .subtitle(begun)
        .tag(state_tag(texts, run.state))
        .back("/import", texts.t("import-back"))
}

/// One import, as far as it is.
pub(super) fn run(texts: Texts, page: &report_view::Page<'_>, progress: Option<&JobProgress>) -> Markup {
    let run = page.run;
    match run.state {
        ImportState::Checking | ImportState::Staging => under_way(texts, run, progress),
        ImportState::Checked | ImportState::Published => report_view::body(texts, page),
        ImportState::Discarded => html! { (Notice::info(texts.t("import-discarded"))) },
        ImportState::Arriving | ImportState::Uploaded => html! {
            p { (texts.t("import-columns-lead")) }
            p.actions {
                (Button::link(format!("/import/{}/columns", run.id), texts.t("import-columns")).main())
            }
            (give_up(texts, run))
        },
    }
}

/// How far the work is; the script asks again by itself, the link does for everyone else.
fn under_way(texts: Texts, run: &ImportRun, progress: Option<&JobProgress>) -> Markup {
    let stopped = progress.is_some_and(|job| job.state == JobState::Failed);
    let (done, total) = progress.map_or((0, 0), |job| (job.done, job.total));
    let number = |number: i64| u32::try_from(number).unwrap_or(0);
    let label = texts.t(&format!("import-under-way-{}", run.state));
    html! {
        @if stopped {
            (Notice::failed(texts.t("import-stopped")))
        } @else {
            div data-under-way="" {
                (Paper::bare().with_inside(html! {
                    @if total > 0 { (Progress::new(label, number(done), number(total))) } @else { p { (label) } }
                    p.quiet { (texts.t("import-under-way-help")) }
                }))
            }
            p.actions { (Button::link(format!("/import/{}", run.id), texts.t("import-refresh"))) }
        }
        (give_up(texts, run))
    }
}

/// The form that gives an import up.
pub(super) fn give_up(texts: Texts, run: &ImportRun) -> Markup {
    html! {
        form method="post" action={ "/import/" (run.id) "/give-up" } {
            input type="hidden" name="version" value=(run.version);
            p.actions { (Button::submit(texts.t("import-give-up-do")).danger()) }
        }
    }
}

/// Asks what the columns of each sheet mean.
pub(super) fn columns(
    texts: Texts,
    profile: &Profile,
    run: &ImportRun,
    about: &About,
    state: &FormState,
    today: Date,
) -> Markup {
    let action = format!("/import/{}/columns", run.id);
    let form = Form::post(texts, &action, state);
    let sources = profile.sources.iter().map(|source| {
        let name = source.name.get(texts.locale().into());
        Choice::new(&source.key, name)
    });
    let sheets = about.outline.sheets.iter().zip(&about.plan.sheets).enumerate();
    html! {
        p { (texts.t("import-columns-lead")) }
        (form.with(html! {
            (form.hidden("version", run.version.to_string()))
            (form.select("told_by", texts.t("import-told-by"), sources))
            @for (place, (outline, plan)) in sheets {
                (form.group(words::sheet_name(texts, &about.outline, place),
                    sheet(texts, profile, &form, &Sheet { place, outline, plan }, today)))
            }
            (action_bar([Button::submit(texts.t("import-check-do")).main()]))
        }))
        (give_up(texts, run))
    }
}

/// A sheet with its plan.
struct Sheet<'a> {
    place: usize,
    outline: &'a SheetOutline,
    plan: &'a SheetPlan,
}

fn sheet(texts: Texts, profile: &Profile, form: &Form<'_>, sheet: &Sheet<'_>, today: Date) -> Markup {
    let count = |number: usize| [("count", i64::try_from(number).unwrap_or(i64::MAX).into())];
    let kinds = SheetKind::ALL
        .iter()
        .filter(|kind| keeps(profile, **kind))
        .map(|kind| Choice::new(kind.name(), texts.t(&format!("import-kind-{kind}"))));
    let days: Vec<usize> = sheet
        .outline
        .days(today)
        .into_iter()
        .map(|(column, _)| column)
        .collect();
    let kind = kind_field(sheet.place);
    let lacking: Vec<String> = sheet
        .plan
        .lacking(profile)
        .into_iter()
        .map(|column| words::column_name(texts, sheet.outline, column))
        .collect();
    html! {
        p.quiet { (texts.with("import-sheet-rows", &count(sheet.outline.rows))) }
        @if !lacking.is_empty() {
            (Notice::info(texts.with("import-lacking", &[("columns", lacking.join(", ").as_str().into())])))
        }
        (form.select(&kind, texts.t("import-sheet-kind"), kinds))
        @if sheet.plan.kind != SheetKind::Nothing {
            div.pairs {
                @for column in (0..sheet.plan.columns.len()).filter(|column| !days.contains(column)) {
                    (column_choice(texts, profile, form, sheet, column))
                }
            }
            @if !days.is_empty() { p { (texts.with("import-days", &count(days.len()))) } }
            @for field in special(sheet.plan) { (necessity(texts, form, sheet.place, field)) }
        }
    }
}

fn column_choice(
    texts: Texts,
    profile: &Profile,
    form: &Form<'_>,
    sheet: &Sheet<'_>,
    column: usize,
) -> Markup {
    let name = column_field(sheet.place, column);
    let label = format!(
        "{} · {}",
        words::letters(column),
        words::column_name(texts, sheet.outline, column)
    );
    let choices = meanings(profile, sheet.plan.kind)
        .into_iter()
        .map(|meaning| Choice::new(meaning.key(), words::meaning(texts, meaning)));
    html! { (form.select(&name, label, choices)) }
}

/// What a column of such a sheet can mean in this register.
fn meanings(profile: &Profile, kind: SheetKind) -> Vec<Meaning> {
    let fields = Field::ALL
        .iter()
        .copied()
        .filter(|field| can_import(profile, *field));
    Meaning::OWN
        .iter()
        .copied()
        .chain(fields.map(Meaning::Field))
        .filter(|meaning| meaning.fits(kind) && *meaning != Meaning::Day)
        .collect()
}

fn necessity(texts: Texts, form: &Form<'_>, sheet: usize, field: Field) -> Markup {
    let name = necessity_field(sheet, field);
    let label = texts.with(
        "import-necessity",
        &[("field", texts.t(&field.label_key()).as_str().into())],
    );
    html! { (form.text(&name, label).help(texts.t("import-necessity-help")).max_length(500)) }
}
