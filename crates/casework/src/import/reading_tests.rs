use std::io::Write as _;

use proptest::prelude::*;

use super::*;

const CSV: &[u8] = include_bytes!("../../tests/samples/workshop-register.csv");
const XLSX: &[u8] = include_bytes!("../../tests/samples/workshop-register.xlsx");

fn cells(row: &RawRow) -> Vec<&str> {
    row.cells().collect()
}

fn csv(text: &str) -> Vec<Vec<String>> {
    let grids = read(text.as_bytes(), &LIMITS).expect("reads");
    let rows = grids[0].rows.iter();
    rows.map(|row| row.cells().map(str::to_owned).collect()).collect()
}

#[test]
fn the_sample_of_windows_is_read_with_its_umlauts() {
    let grids = read(CSV, &LIMITS).expect("reads");
    assert_eq!((grids.len(), grids[0].rows.len()), (1, 245));
    let rows = &grids[0].rows;
    assert_eq!(rows[0].cell(3), "Henkilötunnus");
    assert_eq!(rows[1].cell(4), "Werner Wirénin bulevardi 590");
    assert_eq!(
        rows[21 - 1].cell(19),
        "=HYPERLINK(\"http://example.invalid\",\"katso\")"
    );
    assert_eq!((rows[244].number, rows[244].cell(19)), (245, "kaksi kertaa?"));
}

#[test]
fn the_sample_workbook_is_read_sheet_by_sheet() {
    let grids = read(XLSX, &LIMITS).expect("reads");
    let shape: Vec<(&str, usize)> = grids
        .iter()
        .map(|grid| (grid.name.as_str(), grid.rows.len()))
        .collect();
    // A title and a header above 244 clients; a header and a legend around 120; a header above 720.
    assert_eq!(
        shape,
        [("Asiakkaat", 246), ("Läsnäolot 2026", 122), ("Päiväkirja", 721)]
    );
    let clients = &grids[0].rows;
    assert_eq!((clients[1].number, clients[1].cell(0)), (3, "Nro"));
    assert_eq!(clients[2].cell(5), "67100", "a number without a point");
    assert_eq!(clients[2].cell(15), "2026-04-16", "a day without a time");
    assert_eq!(clients[2].cell(16), "16.11.2027", "text stays as written");
}

#[test]
fn a_formula_is_the_text_that_somebody_wrote() {
    let grids = read(XLSX, &LIMITS).expect("reads");
    let note = grids[0]
        .rows
        .iter()
        .find(|row| row.number == 23)
        .expect("row 23")
        .cell(19);
    assert_eq!(note, "=HYPERLINK(\"http://example.invalid\",\"katso\")");
    let entries = grids[2]
        .rows
        .iter()
        .filter(|row| row.cell(2) == "=1+1 on laskettu oikein");
    assert_eq!(entries.count(), 67);
}

#[test]
fn semicolons_commas_and_tabs_part_cells() {
    for delimiter in [";", ",", "\t"] {
        let text = format!("Nro{delimiter}Nimi\n1{delimiter}Malli\n2{delimiter}Esimerkki\n");
        assert_eq!(csv(&text), [["Nro", "Nimi"], ["1", "Malli"], ["2", "Esimerkki"]]);
    }
    let street = csv("Nimi;Osoite\nMalli;Katu 1, as 2, portti 3\n");
    assert_eq!(street[1], ["Malli", "Katu 1, as 2, portti 3"]);
}

#[test]
fn quotation_marks_hold_delimiters_and_lines_together() {
    let rows = read(b"a;b\n\"x;y\nz\";\"\"\"q\"\"\"\n\n1;2\n", &LIMITS)
        .expect("reads")
        .remove(0)
        .rows;
    assert_eq!(cells(&rows[1]), ["x;y\nz", "\"q\""]);
    let numbers: Vec<u32> = rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 2, 4], "as a spreadsheet numbers them");
}

#[test]
fn every_encoding_that_offices_use_is_recognised() {
    let text = "Nimi;Kunta\nÄijälä;Åbo\n";
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(text);
    let marked = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    let utf16: Vec<u8> = std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [text.as_bytes(), &windows, &marked, &utf16, &utf16[2..]] {
        let rows = read(bytes, &LIMITS).expect("reads").remove(0).rows;
        assert_eq!(cells(&rows[1]), ["Äijälä", "Åbo"]);
        assert_eq!(rows[0].cell(0), "Nimi");
    }
}

#[test]
fn a_file_of_ours_comes_back_without_its_guard_against_formulas() {
    let rows = csv("Huom\n\"'=1+1\"\n'vanha\n");
    assert_eq!(rows[1], ["=1+1"]);
    assert_eq!(rows[2], ["'vanha"]);
}

#[test]
fn what_is_no_list_is_refused_in_words() {
    for (bytes, reason) in [
        (&b""[..], Unreadable::Empty),
        (b"  \n ;; \n", Unreadable::Empty),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", Unreadable::OldWorkbook),
        (b"%PDF-1.7", Unreadable::OtherKind),
        (b"PK\x05\x06", Unreadable::OtherKind),
        (b"PK\x03\x04 not whole", Unreadable::Broken),
        (b"a;b\x00\x01;c", Unreadable::OtherKind),
    ] {
        assert_eq!(read(bytes, &LIMITS).expect_err("refused"), reason, "{bytes:?}");
    }
    assert_eq!(
        read(&zipped(&[("hello.txt", b"hello")]), &LIMITS).expect_err("refused"),
        Unreadable::OtherKind
    );
}

#[test]
fn every_refusal_has_its_words_in_three_languages() {
    for locale in polku_pages::Locale::ALL {
        for reason in Unreadable::ALL {
            assert!(
                polku_pages::Texts::new(locale).has(reason.key()),
                "{}",
                reason.key()
            );
        }
    }
}

#[test]
fn a_file_beyond_the_limits_is_refused_before_it_is_held() {
    let small = Limits {
        bytes: 40,
        rows: 3,
        columns: 3,
        text: 29,
        cell: 5,
        ..LIMITS
    };
    for (text, reason) in [
        ("a;b\n1;2\n3;4\n5;6\n", Unreadable::TooManyRows),
        ("a;b;c;d\n", Unreadable::TooManyColumns),
        ("a;abcdef\n", Unreadable::CellTooLong),
        ("aaaaa;aaaaa;aaaaa\naaaaa;aaaaa;aaaaa\n", Unreadable::TooLarge),
        (
            "aaaaa;aaaaa;aaaaa\naaaaa;aaaaa;aaaaa\naaaaa\n",
            Unreadable::TooLarge,
        ),
    ] {
        assert_eq!(
            read(text.as_bytes(), &small).expect_err("refused"),
            reason,
            "{text}"
        );
    }
}

/// A workbook of a few kilobytes that unpacks to more than is taken in, whatever it declares.
#[test]
fn a_bomb_is_defused() {
    let zeros = vec![b' '; 3_000_000];
    let bomb = zipped(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/worksheets/sheet1.xml", &zeros),
    ]);
    let limits = Limits {
        unpacked_sheet: 1_000_000,
        ..LIMITS
    };
    assert_eq!(read(&bomb, &limits).expect_err("refused"), Unreadable::TooLarge);
    let mut liar = bomb.clone();
    // The size that the archive declares, in both of its headers.
    let declared = 3_000_000_u32.to_le_bytes();
    for place in 0..liar.len() - 4 {
        if liar[place..place + 4] == declared {
            liar[place..place + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
    }
    assert!(read(&liar, &limits).is_err());
    assert!(bomb.len() < 20_000);
}

#[test]
fn a_sheet_that_claims_a_million_columns_takes_no_room_for_them() {
    let sheet = br#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nimi</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
    assert_eq!(
        read(&workbook(sheet), &LIMITS).expect_err("refused"),
        Unreadable::TooManyColumns
    );
}

fn workbook(sheet: &[u8]) -> Vec<u8> {
    zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        (
            "_rels/.rels",
            br#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            br#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .expect("a part");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), start in 0usize..4) {
        let starts: [&[u8]; 4] = [b"", b"PK\x03\x04", b"\xff\xfe", b"Nro;Nimi\n"];
        let _ = read(&[starts[start], &bytes].concat(), &LIMITS);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,200}") {
        let _ = read(text.as_bytes(), &LIMITS);
    }

    /// A real workbook with a few bytes changed anywhere.
    #[test]
    fn no_damage_makes_the_reader_panic(damage in prop::collection::vec((0usize..60_000, any::<u8>()), 1..20)) {
        let mut bytes = XLSX.to_vec();
        for (place, byte) in damage {
            let place = place % bytes.len();
            bytes[place] = byte;
        }
        let _ = read(&bytes, &LIMITS);
    }

    #[test]
    fn what_is_written_as_csv_is_read_as_it_was(rows in prop::collection::vec(prop::collection::vec("[a-zäö;,\"\n=+ ]{0,8}", 2..5), 2..10)) {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).expect("memory");
        }
        let bytes = writer.into_inner().expect("memory");
        let expected: Vec<Vec<&str>> = rows
            .iter()
            .map(|row| {
                let mut cells: Vec<&str> = row.iter().map(|cell| polku_print::formula::restored(cell).trim()).collect();
                while cells.last().is_some_and(|cell| cell.is_empty()) { cells.pop(); }
                cells
            })
            .filter(|row| !row.is_empty())
            .collect();
        let read = delimited::read_with(std::str::from_utf8(&bytes).expect("text"), b';', &LIMITS).expect("reads");
        let read: Vec<Vec<&str>> = read.rows.iter().map(|row| row.cells().collect()).collect();
        prop_assert_eq!(read, expected);
    }
}
