//! The form of the columns: a plan as fields, and fields as a plan.

use polku_pages::form::FormState;

use super::{
    columns::{Meaning, Outline, Plan, SheetKind, SheetPlan, asks_necessity},
    words,
};
use jiff::civil::Date;
use polku_pages::Texts;
use polku_profile::Field;

/// What a form says.
#[derive(Clone, Debug)]
pub(crate) enum Typed {
    /// A plan.
    Decided(Plan),
    /// A sheet is said to hold something else: its columns are guessed anew, to be looked at.
    KindChanged(Plan),
}

/// The field of what a sheet holds.
pub(crate) fn kind_field(sheet: usize) -> String {
    format!("sheet-{sheet}-kind")
}

/// The field of what a column means.
pub(crate) fn column_field(sheet: usize, column: usize) -> String {
    format!("sheet-{sheet}-column-{column}")
}

/// The field of why a special-category field of a sheet is necessary.
pub(crate) fn necessity_field(sheet: usize, field: Field) -> String {
    format!("sheet-{sheet}-necessity-{}", field.key())
}

/// A plan as the form's fields.
pub(crate) fn filled(plan: &Plan) -> FormState {
    let mut form = FormState::new();
    form.set("told_by", &plan.told_by);
    for (place, sheet) in plan.sheets.iter().enumerate() {
        form.set(kind_field(place), sheet.kind.name());
        for (column, meaning) in sheet.columns.iter().enumerate() {
            form.set(column_field(place, column), meaning.key());
        }
        for (field, stated) in &sheet.necessity {
            if let Some(field) = Field::from_key(field) {
                form.set(necessity_field(place, field), stated);
            }
        }
    }
    form
}

/// What a form decides about a plan. A column that the form does not ask about stays as it was.
pub(crate) fn read(form: &FormState, outline: &Outline, plan: &Plan, today: Date) -> Typed {
    let mut decided = Plan {
        told_by: form.typed("told_by").unwrap_or(&plan.told_by).to_owned(),
        ..plan.clone()
    };
    let mut kind_changed = false;
    for (place, (sheet, outline)) in decided.sheets.iter_mut().zip(&outline.sheets).enumerate() {
        let kind = form.value(&kind_field(place)).parse().unwrap_or(sheet.kind);
        if kind == sheet.kind {
            read_sheet(form, place, sheet);
        } else {
            *sheet = SheetPlan::guessed(outline, kind, today);
            kind_changed |= kind != SheetKind::Nothing;
        }
    }
    if kind_changed {
        Typed::KindChanged(decided)
    } else {
        Typed::Decided(decided)
    }
}

fn read_sheet(form: &FormState, place: usize, sheet: &mut SheetPlan) {
    for (column, meaning) in sheet.columns.iter_mut().enumerate() {
        if let Some(chosen) = Meaning::from_key(form.value(&column_field(place, column))) {
            *meaning = chosen;
        }
    }
    sheet.necessity = special(sheet)
        .into_iter()
        .filter_map(|field| Some((field, form.typed(&necessity_field(place, field))?)))
        .map(|(field, stated)| (field.key().to_owned(), stated.to_owned()))
        .collect();
}

/// The fields of a sheet that ask why they are necessary, each once.
pub(crate) fn special(sheet: &SheetPlan) -> Vec<Field> {
    let mut fields = Vec::new();
    for meaning in &sheet.columns {
        if let Meaning::Field(field) = meaning
            && asks_necessity(*field)
            && !fields.contains(field)
        {
            fields.push(*field);
        }
    }
    fields
}

/// The form again, with what is to be decided otherwise beside its fields.
pub(crate) fn with_problems(
    mut form: FormState,
    texts: Texts,
    outline: &Outline,
    plan: &Plan,
    problems: &[super::columns::PlanProblem],
) -> FormState {
    for problem in problems {
        let field = match (problem.sheet, problem.column) {
            (Some(sheet), Some(column)) => {
                match plan.sheets.get(sheet).and_then(|plan| plan.columns.get(column)) {
                    Some(Meaning::Field(field)) if problem.key == "import-plan-necessity" => {
                        necessity_field(sheet, *field)
                    }
                    _ => column_field(sheet, column),
                }
            }
            (Some(sheet), None) => kind_field(sheet),
            (None, _) if problem.key == "import-plan-source" => "told_by".to_owned(),
            (None, _) => kind_field(0),
        };
        form.error(field, words::problem(texts, outline, problem));
    }
    form
}
