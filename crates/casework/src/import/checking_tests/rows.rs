//! Single rows.

use polku_profile::Field;
use polku_values::service::{Measure, Placement};
use proptest::prelude::*;

use super::*;
use crate::clients::Protection;

const HEADER: &str = "Nro;Sukunimi;Etunimet;Henkilötunnus;Syntymäaika;Postinro;Kotikunta;Puhelin;Sähköposti;Tilinumero;\
    Turvakielto;Peruste;Alkoi;Päättyi;Sijoittuminen;Lähettävä taho;Saate;Huom!";

/// A row of clients: `row(&[("Puhelin", "040 123 4567")])` with a name and a code unless told otherwise.
fn row(cells: &[(&str, &str)]) -> String {
    let given = |heading: &str| {
        cells
            .iter()
            .find(|(known, _)| *known == heading)
            .map(|(_, text)| *text)
    };
    let usual = |heading| match heading {
        "Sukunimi" => "Malli",
        "Etunimet" => "Ilona",
        "Henkilötunnus" => "010594Y9032",
        "Peruste" => "Muu",
        "Alkoi" => "1.2.2026",
        _ => "",
    };
    let cells: Vec<&str> = HEADER
        .split(';')
        .map(|heading| given(heading).unwrap_or(usual(heading)))
        .collect();
    format!("{}\n", cells.join(";"))
}

fn of_rows(rows: &[String]) -> Examined {
    examine(format!("{HEADER}\n{}", rows.concat()).as_bytes(), "walmu")
}

fn of(cells: &[(&str, &str)]) -> Examined {
    of_rows(&[row(cells)])
}

#[test]
fn a_code_is_kept_without_its_spaces_and_in_capitals_a1() {
    let examined = of(&[("Henkilötunnus", "010594 y9032")]);
    assert_eq!(examined.only().client.identity.codes, ["010594Y9032"]);
    assert_eq!(
        of(&[("Henkilötunnus", "020594X903P")])
            .only()
            .client
            .identity
            .codes,
        ["020594X903P"]
    );
}

/// A wrong code is never stored as one, nor the person without it: the next import would take them in twice.
#[test]
fn a_wrong_code_keeps_the_row_out_a1() {
    for (code, key) in [
        ("010594Y9033", "identity-code-check-character"),
        ("310294Y9032", "identity-code-date"),
        ("010594Q9032", "identity-code-century-sign"),
        ("salainen", "identity-code-shape"),
    ] {
        let examined = of(&[("Henkilötunnus", code)]);
        assert_eq!(
            (examined.newcomers.len(), examined.keys()),
            (0, vec![key]),
            "{code}"
        );
        assert_eq!(examined.report.findings[0].column, Some(3));
    }
}

#[test]
fn nobody_is_taken_in_without_a_name() {
    assert_eq!(of(&[("Sukunimi", "")]).keys(), ["import-name-missing"]);
    assert_eq!(of(&[("Etunimet", " ei ole ")]).keys(), ["import-name-missing"]);
    assert_eq!(of(&[("Sukunimi", &"a".repeat(201))]).keys(), ["client-text-long"]);
}

#[test]
fn a_missing_code_is_told_and_a_birth_date_stands_in_for_it() {
    let examined = of(&[("Henkilötunnus", ""), ("Syntymäaika", "1.5.1994")]);
    assert_eq!(examined.only().client.identity.birth_date, Some(date(1994, 5, 1)));
    assert_eq!(examined.keys(), ["import-code-missing"]);
    let examined = of(&[("Syntymäaika", "2.5.1994")]);
    assert_eq!(examined.only().client.identity.birth_date, None);
    assert_eq!(examined.keys(), ["client-birth-date-differs"]);
}

#[test]
fn a_cell_that_cannot_be_used_is_left_out_alone() {
    for (heading, text, key, field) in [
        ("Puhelin", "04002808490123", "phone-no-such-number", Field::Phones),
        ("Sähköposti", "arja", "email-shape", Field::Email),
        ("Postinro", "12", "postal-code-shape", Field::PostalCode),
        (
            "Kotikunta",
            "Atlantis",
            "code-list-unknown",
            Field::HomeMunicipality,
        ),
        (
            "Tilinumero",
            "FI21 1234 5600 0007 86",
            "iban-check-digits",
            Field::BankAccount,
        ),
        ("Syntymäaika", "31.2.1994", "date-no-such-day", Field::BirthDate),
    ] {
        let examined = of(&[(heading, text)]);
        assert_eq!(examined.keys(), [key], "{heading}");
        assert_eq!(examined.report.findings[0].weight, Weight::Remark);
        let client = &examined.only().client;
        assert!(
            client.ordinary.get(field).is_none() && client.address.get(field).is_none(),
            "{heading}"
        );
    }
}

#[test]
fn what_spreadsheets_do_to_values_is_undone() {
    let examined = of(&[
        ("Postinro", "100"),
        ("Kotikunta", "91"),
        ("Puhelin", "044-404726 / 045 1309269"),
        ("Sähköposti", "ei ole"),
    ]);
    assert!(examined.keys().is_empty(), "{:?}", examined.keys());
    let client = &examined.only().client;
    assert_eq!(client.address.value(Field::PostalCode), Some("00100"));
    assert_eq!(client.address.value(Field::HomeMunicipality), Some("091"));
    assert_eq!(client.identity.phones, ["+35844404726", "+358451309269"]);
    assert!(client.identity.emails.is_empty());
}

#[test]
fn one_of_two_numbers_is_kept_and_the_other_told() {
    let examined = of(&[("Puhelin", "044-404726 / 12")]);
    assert_eq!(examined.only().client.identity.phones, ["+35844404726"]);
    assert_eq!(examined.report.findings.len(), 1);
}

/// A5: each piece knows where it came from.
#[test]
fn each_piece_knows_where_it_came_from_a5() {
    let examined = of(&[("Kotikunta", "Kokkola"), ("Puhelin", "040 123 4567")]);
    let client = &examined.only().client;
    for origin in [
        &client.address.get(Field::HomeMunicipality).expect("kept").origin,
        &client.ordinary.get(Field::Phones).expect("kept").origin,
        &client.ordinary.get(Field::LastName).expect("kept").origin,
    ] {
        assert_eq!(
            (origin.channel.as_str(), origin.entered_on),
            ("file", Some(TODAY))
        );
    }
}

/// A7: where it is unsure whether an address is protected, it is.
#[test]
fn doubt_protects_an_address_a7() {
    let protection = |heading, text| of(&[(heading, text)]).only().client.protection;
    assert_eq!(protection("Turvakielto", "x"), Protection::Yes);
    assert_eq!(protection("Turvakielto", "ehkä"), Protection::Yes);
    assert_eq!(protection("Turvakielto", "ei"), Protection::No);
    assert_eq!(protection("Huom!", "TURVAKIELTO!!"), Protection::Yes);
    assert_eq!(protection("Saate", "on turvakielto 2030 asti"), Protection::Yes);
    assert_eq!(protection("Huom!", "ei turvakieltoa"), Protection::No);
    assert_eq!(protection("Huom!", "soita aamulla"), Protection::No);
}

fn service(cells: &[(&str, &str)]) -> (crate::import::checking::relationship::NewService, Vec<String>) {
    let examined = of(cells);
    let keys = examined.keys().into_iter().map(str::to_owned).collect();
    (
        examined.only().client.service.clone().expect("a relationship"),
        keys,
    )
}

#[test]
fn a_relationship_is_read_in_three_forms_of_dates_b1() {
    for began in ["16.4.2024", "16.04.24", "2024-04-16"] {
        let (service, keys) = service(&[
            ("Alkoi", began),
            ("Päättyi", "jatkuu"),
            ("Peruste", "kuntouttava tt."),
        ]);
        assert_eq!(service.began.started_on, date(2024, 4, 16));
        assert_eq!(
            (service.began.basis, service.ending),
            (Measure::RehabilitativeWork, None)
        );
        assert!(keys.is_empty(), "{keys:?}");
    }
}

#[test]
fn an_ended_relationship_has_a_placement_even_if_nobody_knows_it_b1() {
    let ended = |placement| {
        service(&[
            ("Alkoi", "1.2.2024"),
            ("Päättyi", "1.8.2024"),
            ("Sijoittuminen", placement),
            ("Peruste", "Muu"),
        ])
    };
    let (known, keys) = ended("Koulutus");
    assert_eq!(known.ending.expect("ended").placement, Placement::Education);
    assert!(keys.is_empty());
    let (empty, keys) = ended("");
    assert_eq!(empty.ending.expect("ended").placement, Placement::NoInformation);
    assert_eq!(keys, ["import-placement-missing"]);
    let (strange, keys) = ended("kuuhun");
    assert_eq!(strange.ending.expect("ended").placement, Placement::NoInformation);
    assert_eq!(keys, ["code-list-unknown"]);
    assert_eq!(strange.began.referral.cover_note, "Sijoittuminen: kuuhun");
}

#[test]
fn an_end_ahead_is_a_plan_and_kept_as_words_b1() {
    let (service, keys) = service(&[
        ("Alkoi", "1.2.2026"),
        ("Päättyi", "1.8.2027"),
        ("Sijoittuminen", "Koulutus"),
        ("Peruste", "Muu"),
    ]);
    assert_eq!(service.ending, None);
    assert_eq!(
        service.began.referral.cover_note,
        "Päättyi: 1.8.2027\nSijoittuminen: Koulutus"
    );
    assert_eq!(keys, ["import-end-ahead", "import-placement-open"]);
}

#[test]
fn an_end_before_the_start_is_told_and_the_relationship_goes_on() {
    let (service, keys) = service(&[
        ("Alkoi", "1.8.2025"),
        ("Päättyi", "28.7.2025"),
        ("Peruste", "Muu"),
    ]);
    assert_eq!(
        (service.ending, keys),
        (None, vec!["date-range-end-before-start".to_owned()])
    );
}

#[test]
fn without_its_first_day_there_is_no_relationship() {
    let examined = of(&[("Alkoi", "30.2.2024"), ("Huom!", "kirje")]);
    assert!(examined.only().client.service.is_none());
    assert_eq!(
        examined.keys(),
        [
            "date-no-such-day",
            "import-relationship-without-start",
            "import-notes-left-out"
        ]
    );
}

/// A withdrawn consent is no consent: it comes as words, for a worker to see to.
#[test]
fn remarks_and_consents_come_as_words_of_the_cover_note() {
    let text = "Nro;Sukunimi;Etunimet;Alkoi;Suostumus luovutukseen;Huom!\n\
        1;Malli;Ilona;1.2.2024;peruttu 3.2.2025;\"=HYPERLINK(\"\"http://example.invalid\"\",\"\"katso\"\")\"\n";
    let examined = examine(text.as_bytes(), "walmu");
    let service = examined.only().client.service.as_ref().expect("a relationship");
    assert_eq!(
        service.began.referral.cover_note,
        "Suostumus luovutukseen: peruttu 3.2.2025\nHuom: =HYPERLINK(\"http://example.invalid\",\"katso\")"
    );
}

#[test]
fn of_two_rows_with_one_code_the_first_counts() {
    let examined = of_rows(&[
        row(&[("Nro", "33")]),
        row(&[("Nro", "33b"), ("Sukunimi", "MALLI")]),
    ]);
    assert_eq!(examined.only().at.row, 2);
    let refused = examined.refused();
    assert_eq!(
        (refused[0].key.as_ref(), refused[0].row, refused[0].other),
        ("import-same-code", 3, Some(2))
    );
}

#[test]
fn two_people_of_one_name_and_two_numbers_are_two() {
    let one = row(&[("Nro", "1"), ("Henkilötunnus", "")]);
    let other = row(&[("Nro", "2"), ("Henkilötunnus", "")]);
    assert_eq!(of_rows(&[one, other]).newcomers.len(), 2);
    let nameless = row(&[("Henkilötunnus", "")]);
    let examined = of_rows(&[nameless.clone(), nameless]);
    assert_eq!(examined.newcomers.len(), 1);
    assert_eq!(examined.refused()[0].key, "import-same-name");
}

const DIARY: &str = "Pvm;Asiakas;Merkintä;Kirjaaja\n";

/// A workbook of two sheets, as an old register keeps its people and its diary.
fn with_diary(clients: &[String], entries: &str) -> Examined {
    use polku_print::{Cell, Column, Kind, Table};
    let table = |name: &str, text: &str| {
        let mut rows = text.lines().map(|line| line.split(';').collect::<Vec<_>>());
        let header = rows.next().expect("a header");
        let mut table = Table::new(
            name,
            header
                .iter()
                .map(|heading| Column::new(*heading, Kind::Text))
                .collect(),
        );
        for row in rows {
            let cells = (0..header.len())
                .map(|place| Cell::from(*row.get(place).unwrap_or(&"")))
                .collect();
            table.push(cells).expect("fits");
        }
        table
    };
    let clients = table("A", &format!("{HEADER}\n{}", clients.concat()));
    let diary = table("B", &format!("{DIARY}{entries}"));
    let bytes = polku_print::xlsx(&[clients, diary], jiff::Timestamp::UNIX_EPOCH).expect("a workbook");
    examine(&bytes, "walmu")
}

#[test]
fn an_entry_finds_its_client_by_number_by_name_and_by_code() {
    let clients = [
        row(&[("Nro", "007")]),
        row(&[("Nro", "8"), ("Sukunimi", "Esimerkki"), ("Henkilötunnus", "")]),
    ];
    let examined = with_diary(
        &clients,
        "1.2.2026;7;a;AA\n1.2.2026;ilona malli;b;AA\n1.2.2026;Malli Ilona;c;\n1.2.2026;010594Y9032;d;AA\n1.2.2026;Esimerkki, Ilona;e;AA\n",
    );
    assert_eq!(examined.entries, 5);
}

#[test]
fn an_entry_that_could_be_of_two_people_is_listed() {
    let clients = [row(&[("Nro", "1")]), row(&[("Nro", "2"), ("Henkilötunnus", "")])];
    let examined = with_diary(
        &clients,
        "1.2.2026;Malli Ilona;a;\n1.2.2026;Kuka Lie;b;\n1.2.2026;99;c;\n1.2.2026;;d;\n",
    );
    let keys: Vec<&str> = examined.refused().iter().map(|finding| &*finding.key).collect();
    assert_eq!(
        keys,
        [
            "import-who-several",
            "import-who-unknown",
            "import-who-unknown",
            "import-who-unknown"
        ]
    );
}

#[test]
fn an_entry_without_a_day_or_a_text_or_of_a_day_to_come_is_listed() {
    let entries = "31.2.2026;1;a;\n;1;b;\neilen;1;c;\n1.2.2026;1;;\n24.11.2026;1;d;\n23.11.2026;1;e;\n";
    let examined = with_diary(&[row(&[("Nro", "1")])], entries);
    let keys: Vec<&str> = examined.refused().iter().map(|finding| &*finding.key).collect();
    assert_eq!(
        keys,
        [
            "date-no-such-day",
            "date-shape",
            "date-shape",
            "diary-text-missing",
            "import-entry-ahead"
        ]
    );
    assert_eq!(examined.entries, 1);
}

#[test]
fn an_entry_of_somebody_who_was_kept_out_names_their_row() {
    let examined = with_diary(
        &[row(&[("Nro", "1"), ("Henkilötunnus", "010594Y9033")])],
        "1.2.2026;1;a;\n",
    );
    let refused = examined.refused();
    assert_eq!(
        (refused[1].key.as_ref(), refused[1].other),
        ("import-who-refused", Some(2))
    );
}

proptest! {
    /// Whatever a file says, each of its rows is accounted for exactly once, and a row that is kept out says why.
    #[test]
    fn each_row_is_accounted_for_exactly_once(
        rows in prop::collection::vec(prop::collection::vec(
            prop_oneof![
                Just(String::new()), "[A-Za-zäö ]{0,8}", "[0-9]{1,3}", "[0-9]{1,2}\\.[0-9]{1,2}\\.(20)?2[0-9]",
                Just("010594Y9032".to_owned()), Just("020594X903P".to_owned()), Just("010594Y9033".to_owned()),
                Just("turvakielto".to_owned()), "\\PC{0,12}",
            ],
            1..19,
        ), 0..25),
    ) {
        let rows: Vec<String> = rows.iter().map(|row| {
            let cells: Vec<String> = row.iter().map(|cell| cell.replace([';', '"', '\n', '\r'], " ")).collect();
            format!("{}\n", cells.join(";"))
        }).collect();
        let text = format!("{HEADER}\n{}", rows.concat());
        let file = SourceFile::read(text.as_bytes(), TODAY);
        prop_assume!(file.is_ok());
        let file = file.expect("just asked");
        let rules = rules("walmu");
        let plan = Plan::guessed(&file.outline, &rules.profile, "vanha", TODAY);
        let examined = examine_as(&file, &plan, &rules);
        let tally = examined.report.sheets[0];
        prop_assert_eq!(tally.rows, file.outline.sheets[0].rows);
        prop_assert_eq!(tally.rows, tally.imported + tally.known + tally.refused);
        prop_assert_eq!(tally.imported, examined.newcomers.len());
        let mut refused: Vec<u32> = examined.refused().iter().map(|finding| finding.row).collect();
        refused.dedup();
        prop_assert_eq!(refused.len(), tally.refused);
    }

    /// The same file after everyone in it was taken in: nothing is left to do.
    #[test]
    fn a_file_whose_people_are_known_brings_nobody(numbers in prop::collection::vec(1u32..30, 1..20)) {
        let rows: Vec<String> = numbers.iter().map(|number| row(&[("Nro", &number.to_string()), ("Henkilötunnus", "")])).collect();
        let file = SourceFile::read(format!("{HEADER}\n{}", rows.concat()).as_bytes(), TODAY).expect("reads");
        let rules = rules("walmu");
        let plan = Plan::guessed(&file.outline, &rules.profile, "vanha", TODAY);
        let survey = survey(&file, &plan, &rules);
        let known: Vec<Acquaintance> = survey.rows.iter().map(|surveyed| Acquaintance::CameBefore(SubjectId(Uuid::from_u128(surveyed.row.into())))).collect();
        let roll = survey.settle(&known, || SubjectId(Uuid::nil()));
        prop_assert!(roll.newcomers.is_empty());
        prop_assert!(roll.findings.iter().all(|finding| finding.weight == Weight::Known));
    }
}
