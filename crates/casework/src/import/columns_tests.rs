use jiff::civil::date;
use polku_profile::Profile;
use proptest::prelude::*;

use super::{
    guess::{guessed_columns, guessed_kind},
    *,
};
use crate::import::{
    file::SourceFile,
    reading::{Grid, RawRow},
};

const TODAY: jiff::civil::Date = date(2026, 11, 23);
const XLSX: &[u8] = include_bytes!("../../tests/samples/workshop-register.xlsx");

fn outline(rows: &[&[&str]]) -> SheetOutline {
    let rows = (1..)
        .zip(rows)
        .map(|(number, cells)| RawRow::new(number, cells.iter().copied()))
        .collect();
    Outline::of(
        &[Grid {
            name: String::new(),
            rows,
        }],
        TODAY,
    )
    .sheets
    .remove(0)
}

fn meanings(header: &[&str], kind: SheetKind) -> Vec<String> {
    let sheet = outline(&[header, &["1"]]);
    guessed_columns(&sheet, kind, TODAY)
        .into_iter()
        .map(Meaning::key)
        .collect()
}

fn sample(profile: &str) -> (Outline, Plan) {
    let file = SourceFile::read(XLSX, TODAY).expect("reads");
    let profile = Profile::shipped(profile).expect("shipped");
    let plan = Plan::guessed(&file.outline, &profile, "vanha rekisteri", TODAY);
    (file.outline, plan)
}

#[test]
fn the_sample_is_understood_without_help() {
    let (outline, plan) = sample("walmu");
    let kinds: Vec<SheetKind> = plan.sheets.iter().map(|sheet| sheet.kind).collect();
    assert_eq!(
        kinds,
        [SheetKind::Clients, SheetKind::Attendance, SheetKind::Diary]
    );
    let clients: Vec<String> = plan.sheets[0]
        .columns
        .iter()
        .map(|meaning| meaning.key())
        .collect();
    assert_eq!(
        clients,
        [
            "number",
            "field.last_name",
            "field.first_names",
            "field.identity_code",
            "field.street_address",
            "field.postal_code",
            "field.post_office",
            "field.home_municipality",
            "field.phones",
            "field.email",
            "field.bank_account",
            "field.mother_tongue",
            "field.education_level",
            "field.referring_body",
            "field.relationship_basis",
            "field.relationship_began",
            "field.relationship_ended",
            "field.placement",
            "note",
            "note",
        ]
    );
    let attendance = &plan.sheets[1].columns;
    assert_eq!(attendance[..2], [Meaning::Number, Meaning::Who]);
    assert_eq!(
        attendance[2..]
            .iter()
            .filter(|meaning| **meaning == Meaning::Day)
            .count(),
        30
    );
    let diary: Vec<String> = plan.sheets[2]
        .columns
        .iter()
        .map(|meaning| meaning.key())
        .collect();
    assert_eq!(diary, ["entry-date", "who", "entry-text", "entry-author"]);
    let profile = Profile::shipped("walmu").expect("shipped");
    assert_eq!(plan.problems(&outline, &profile, TODAY), []);
}

#[test]
fn a_title_above_the_header_is_no_header() {
    let (outline, _) = sample("walmu");
    assert_eq!(outline.sheets[0].header_row, 3);
    assert_eq!(outline.sheets[0].rows, 244);
    let unknown_words = outline_of_unknown();
    assert_eq!((unknown_words.header_row, unknown_words.rows), (2, 1));
}

fn outline_of_unknown() -> SheetOutline {
    outline(&[&["Raportti"], &["Foo", "Bar", "Baz"], &["1", "2", "3"]])
}

/// A2: what the register lacks is not imported, and said so.
#[test]
fn a_column_that_the_register_lacks_is_told_a2() {
    for (profile, lacking) in [
        ("walmu", vec![]),
        ("ii", vec!["Tilinumero"]),
        ("kokkotyo", vec!["Tilinumero", "Äidinkieli", "Koulutusaste"]),
    ] {
        let (outline, plan) = sample(profile);
        let profile = Profile::shipped(profile).expect("shipped");
        let told: Vec<&str> = plan.sheets[0]
            .lacking(&profile)
            .into_iter()
            .map(|column| outline.sheets[0].header[column].as_str())
            .collect();
        assert_eq!(told, lacking);
    }
}

#[test]
fn a_register_without_attendance_takes_none_in_a2() {
    let (outline, mut plan) = sample("kokkotyo");
    assert_eq!(plan.sheets[1].kind, SheetKind::Nothing);
    plan.sheets[1].kind = SheetKind::Attendance;
    let profile = Profile::shipped("kokkotyo").expect("shipped");
    assert!(
        plan.problems(&outline, &profile, TODAY)
            .iter()
            .any(|problem| problem.key == "import-plan-kind")
    );
}

#[test]
fn headings_are_known_in_three_languages_and_misspelt() {
    assert_eq!(
        meanings(
            &["Efternamn", "Förnamn", "Personbeteckning", "Hemkommun"],
            SheetKind::Clients
        ),
        [
            "field.last_name",
            "field.first_names",
            "field.identity_code",
            "field.home_municipality"
        ]
    );
    assert_eq!(
        meanings(&["Surname", "First name", "E-mail", "Phone"], SheetKind::Clients),
        [
            "field.last_name",
            "field.first_names",
            "field.email",
            "field.phones"
        ]
    );
    assert_eq!(
        meanings(
            &["SUKUNIMI:", "etunimet ", "Henkilötunus", "Puhelin numero"],
            SheetKind::Clients
        ),
        [
            "field.last_name",
            "field.first_names",
            "field.identity_code",
            "field.phones"
        ]
    );
    assert_eq!(
        meanings(&["Kengännumero", "x", "", "Lempiväri"], SheetKind::Clients),
        ["skip"; 4]
    );
}

#[test]
fn two_phones_may_stand_in_two_columns_and_two_last_names_not() {
    let sheet = ["Sukunimi", "Etunimi", "Puhelin", "Gsm", "Sukunimi"];
    assert_eq!(
        meanings(&sheet, SheetKind::Clients),
        [
            "field.last_name",
            "field.first_names",
            "field.phones",
            "field.phones",
            "skip"
        ]
    );
}

#[test]
fn a_sheet_without_people_is_left_alone() {
    assert_eq!(
        guessed_kind(&outline(&[&["Tuote", "Hinta"], &["Penkki", "40"]]), TODAY),
        SheetKind::Nothing
    );
}

#[test]
fn the_days_of_a_grid_are_read_in_every_form() {
    let sheet = outline(&[
        &["Nimi", "1.9.", "2.9.26", "3.9.2026", "2026-09-04", "ma", "yht"],
        &["x"],
    ]);
    let days: Vec<_> = sheet
        .days(TODAY)
        .into_iter()
        .map(|(column, day)| (column, day.day()))
        .collect();
    assert_eq!(days, [(1, 1), (2, 2), (3, 3), (4, 4)]);
    assert_eq!(guessed_kind(&sheet, TODAY), SheetKind::Attendance);
}

#[test]
fn what_is_decided_wrongly_is_told() {
    let profile = Profile::shipped("walmu").expect("shipped");
    let (outline, plan) = sample("walmu");
    let told = |change: fn(&mut Plan)| {
        let mut plan = plan.clone();
        change(&mut plan);
        plan.problems(&outline, &profile, TODAY)
            .into_iter()
            .map(|problem| problem.key)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told(|plan| plan.sheets[0].columns[1] = Meaning::Skip),
        ["import-plan-name"]
    );
    assert_eq!(
        told(|plan| plan.sheets[0].columns[4] = Meaning::Field(Field::LastName)),
        ["import-plan-twice"]
    );
    assert_eq!(
        told(|plan| plan.sheets[0].columns[4] = Meaning::EntryText),
        ["import-plan-misfit"]
    );
    assert_eq!(
        told(|plan| plan.sheets[0].columns[4] = Meaning::Field(Field::HealthHistory)),
        ["import-plan-necessity"]
    );
    assert_eq!(
        told(|plan| plan.sheets[1].columns.fill(Meaning::Skip)),
        ["import-plan-who"]
    );
    assert_eq!(
        told(|plan| plan.sheets[2].columns[2] = Meaning::Skip),
        ["import-plan-entry"]
    );
    assert_eq!(told(|plan| plan.told_by = "kuka".into()), ["import-plan-source"]);
    assert_eq!(told(|plan| plan.sheets.truncate(1)), ["import-plan-sheets"]);
    assert_eq!(
        told(|plan| plan
            .sheets
            .iter_mut()
            .for_each(|sheet| sheet.kind = SheetKind::Nothing)),
        ["import-plan-nothing"]
    );
}

#[test]
fn the_same_headings_are_remembered_in_another_month() {
    let september = outline(&[&["Nro", "Nimi", "1.9.2026", "2.9.2026", "3.9.2026"]]);
    let october = outline(&[&["Nro", "Nimi", "1.10.2026", "2.10.2026", "3.10.2026"]]);
    assert_eq!(september.fingerprint(TODAY), october.fingerprint(TODAY));
    let other = outline(&[&["Nro", "Sukunimi", "1.10.2026", "2.10.2026", "3.10.2026"]]);
    assert_ne!(september.fingerprint(TODAY), other.fingerprint(TODAY));
}

#[test]
fn every_meaning_comes_back_from_its_key() {
    for kind in SheetKind::ALL {
        for meanings in words::WORDS.values() {
            for meaning in meanings {
                assert_eq!(Meaning::from_key(&meaning.key()), Some(*meaning));
                let _ = meaning.fits(*kind);
            }
        }
    }
    assert_eq!(Meaning::from_key("field.shoe_size"), None);
    assert_eq!(Meaning::from_key("field"), None);
}

proptest! {
    #[test]
    fn any_sheet_gets_a_plan_that_fits_it(rows in prop::collection::vec(prop::collection::vec("[A-Za-zäö0-9. :-]{0,12}", 0..8), 1..30)) {
        let rows: Vec<RawRow> = (1..).zip(&rows).map(|(number, row)| RawRow::new(number, row.iter().map(String::as_str))).filter(|row| row.width() > 0).collect();
        prop_assume!(!rows.is_empty());
        let count = rows.len();
        let grid = Grid { name: "A".into(), rows };
        let sheet = Outline::of(std::slice::from_ref(&grid), TODAY).sheets.remove(0);
        prop_assert_eq!(sheet.rows_of(&grid).len(), sheet.rows);
        prop_assert!(sheet.rows < count);
        for kind in SheetKind::ALL {
            let columns = guessed_columns(&sheet, *kind, TODAY);
            prop_assert_eq!(columns.len(), sheet.header.len());
            for (place, meaning) in columns.iter().enumerate() {
                prop_assert!(meaning.fits(*kind));
                prop_assert!(meaning.may_repeat() || !columns[..place].contains(meaning));
            }
        }
    }
}
