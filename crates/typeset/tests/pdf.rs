//! What comes out is looked at with poppler: tags, language, metadata, faces, text. Conformance itself is what Typst
//! enforces; no validator of PDF/A is at hand here, so no more is claimed.

mod poppler;
mod samples;

use jiff::Timestamp;
use polku_typeset::{Job, Template, TypesetError, pdf};
use polku_values::InterfaceLanguage;
use poppler::File;
use proptest::prelude::*;
use serde_json::{Value, json};

fn at_noon() -> Timestamp {
    "2026-11-29T10:30:00Z".parse().expect("a moment")
}

fn print(template: Template, language: InterfaceLanguage, data: &Value) -> Result<Vec<u8>, TypesetError> {
    pdf(&Job {
        template,
        language,
        title: "Sopimus",
        author: "Pajayhdistys ry",
        created: at_noon(),
        data,
        images: &samples::images(),
    })
}

fn finnish(data: &Value) -> File {
    File::of(&print(Template::Document, InterfaceLanguage::Finnish, data).expect("printed"))
}

#[test]
fn every_template_is_archivable_and_accessible_in_every_language() {
    for &template in Template::ALL {
        for language in InterfaceLanguage::ALL {
            let file = File::of(&print(template, language, &samples::full()).expect("printed"));
            let info = file.info();
            for fact in [
                "Tagged:          yes",
                "Title:           Sopimus",
                "Author:          Pajayhdistys ry",
                "(A4)",
            ] {
                assert!(info.contains(fact), "{template:?}: {fact}\n{info}");
            }
            assert!(info.contains("JavaScript:      no") && info.contains("Encrypted:       no"));
            let metadata: String = file.metadata().split_whitespace().collect();
            for fact in [
                "<pdfaid:part>2</pdfaid:part>",
                "<pdfaid:conformance>A</pdfaid:conformance>",
                "<pdfuaid:part>1</pdfuaid:part>",
                &format!("<rdf:li>{}", language.code()),
                "<xmp:CreatorTool>Polku</xmp:CreatorTool>",
                "2026-11-29T10:30:00",
            ] {
                assert!(metadata.contains(fact), "{template:?}: {fact}\n{metadata}");
            }
        }
    }
}

#[test]
fn faces_are_embedded_as_subsets_and_tell_their_text() {
    let faces = finnish(&samples::full()).faces();
    assert!(faces.len() >= 2, "{faces:?}");
    for face in faces {
        assert!(
            face.contains("SourceSans3") || face.contains("DejaVuSans"),
            "{face}"
        );
        assert!(face.contains("yes yes yes"), "{face}");
    }
}

#[test]
fn headings_tables_lists_and_images_are_tagged_as_such() {
    let tags = finnish(&samples::full()).tags();
    for tag in ["H1", "H2", "Table", "TH", "TD", "LI", "Figure", "P"] {
        assert!(tags.contains(tag), "{tag}\n{tags}");
    }
}

#[test]
fn words_of_the_page_are_in_the_language_of_the_document() {
    for (language, words) in [
        (
            InterfaceLanguage::Finnish,
            ["Sivu 1 / ", "Allekirjoitus", "Allekirjoitettu sähköisesti"],
        ),
        (
            InterfaceLanguage::Swedish,
            ["Sida 1 / ", "Underskrift", "Undertecknat elektroniskt"],
        ),
        (
            InterfaceLanguage::English,
            ["Page 1 / ", "Signature", "Signed electronically"],
        ),
    ] {
        let text = File::of(&print(Template::Agreement, language, &samples::full()).expect("printed")).text();
        for word in words {
            assert!(text.contains(word), "{word}\n{text}");
        }
    }
}

#[test]
fn the_secrecy_marking_and_the_number_stand_on_every_page() {
    let mut data = samples::full();
    let rows: Vec<_> = (0..120)
        .map(|day| json!([format!("Päivä {day}"), day, "6 h"]))
        .collect();
    data["sections"][1]["table"]["rows"] = json!(rows);
    let text = finnish(&data).text();
    let pages: Vec<&str> = text
        .split('\u{c}')
        .filter(|page| !page.trim().is_empty())
        .collect();
    assert!(pages.len() >= 3, "{}", pages.len());
    for (index, page) in pages.iter().enumerate() {
        assert!(
            page.contains("SALASSA PIDETTÄVÄ") && page.contains("JulkL 24 §"),
            "{page}"
        );
        assert!(
            page.contains(&format!("Sivu {} / {}", index + 1, pages.len())),
            "{page}"
        );
    }
    assert!(pages[2].contains("Kuukausi"), "a table's head is repeated");
}

#[test]
fn hostile_text_comes_out_as_text() {
    let typed = "#panic(\"x\") $x^2$ *ei* _ei_ <a> @viite `c` \\ [sisällä] {koodia} // ei /* ei */ = otsikko ~ -- '\"";
    let mut data = samples::full();
    data["sections"] = json!([{"title": typed, "paragraphs": [typed], "list": [typed],
        "table": {"head": [typed, "b"], "rows": [[typed, typed]]}}]);
    data["heading"] = json!("#heading \u{202E}takaperin\u{0} שלום سلام 🦀");
    let text = finnish(&data).text();
    let flat: String = text.split_whitespace().collect();
    let expected: String = typed.split_whitespace().collect();
    assert!(flat.matches(&expected).count() >= 3, "{text}");
    assert!(text.contains("#heading takaperin"), "{text}");
    assert!(text.contains('□'), "an emoji is a box\n{text}");
}

#[test]
fn nothing_leaves_the_page() {
    let word = "Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas".repeat(6);
    let mut data = samples::full();
    data["heading"] = json!(word);
    data["meta"] = json!([[word, word]]);
    data["signatures"] = json!([{"role": word, "name": word}]);
    data["sections"] = json!([{"title": word, "paragraphs": [word],
        "table": {"head": [word, "b", word], "rows": [[word, 1, word]]}}]);
    let places = finnish(&data).places();
    let words: Vec<&str> = places.lines().filter(|line| line.contains("<word")).collect();
    assert!(words.len() > 50);
    for line in words {
        assert!(
            number(line, "xMin") >= 0.0 && number(line, "xMax") <= 596.0,
            "{line}"
        );
    }
}

#[test]
fn a_row_is_as_high_as_its_longest_text() {
    let long = "sana ".repeat(120) + "viimeinen";
    let rows = json!([["eka", long], ["toka", 2], ["kolmas\nalarivi", "x"],
        ["viides", {"text": long, "strong": true}], [null, "kuudes"]]);
    let table = json!({"head": ["Nimi", "Teksti"], "rows": rows, "widths": [1, 3]});
    let places = finnish(&json!({"heading": "Taulu", "sections": [{"table": table}]})).places();
    let all = |word: &str| {
        let named = format!(">{word}<");
        let lines: Vec<_> = places.lines().filter(|line| line.contains(&named)).collect();
        lines
    };
    let order = ["viimeinen", "toka", "kolmas", "alarivi", "viides", "kuudes"];
    for (above, below) in order.iter().zip(&order[1..]) {
        let below = number(all(below).last().expect("a word"), "yMin");
        let above = number(all(above).first().expect("a word"), "yMax");
        // Boxes are as high as the face, lines of a cell stand closer.
        assert!(below > above - 3.0, "{places}");
    }
    let end = all("viimeinen");
    let (end, kuudes) = (end.last().expect("a word"), all("kuudes"));
    assert!(number(kuudes[0], "yMin") > number(end, "yMax") - 3.0, "{places}");
}

/// A number that poppler gives a word.
fn number(line: &str, key: &str) -> f64 {
    let rest = line.split_once(key).expect(key).1;
    rest.split('"').nth(1).expect("quoted").parse().expect("a number")
}

#[test]
fn the_same_job_gives_the_same_bytes() {
    let once = print(Template::Agreement, InterfaceLanguage::Finnish, &samples::full()).expect("printed");
    let again = print(Template::Agreement, InterfaceLanguage::Finnish, &samples::full()).expect("printed");
    assert!(once == again);
}

#[test]
fn an_image_without_its_text_is_refused_and_nothing_of_the_data_is_told() {
    let mut data = samples::full();
    data["sections"] = json!([{"title": "Matti Meikäläinen", "image": {"name": "chart"}}]);
    let told = print(Template::Document, InterfaceLanguage::Finnish, &data).expect_err("no alternative text");
    assert!(matches!(told, TypesetError::Template { .. }), "{told}");
    assert!(
        told.to_string().contains("frame.typ:") && !told.to_string().contains("Meikäläinen"),
        "{told}"
    );

    data["sections"] = json!([{"image": {"name": "Matti Meikäläinen", "alt": "x"}}]);
    let told = print(Template::Document, InterfaceLanguage::Finnish, &data).expect_err("no such image");
    assert!(!format!("{told:?}").contains("Meikäläinen"), "{told:?}");
}

#[test]
fn a_bare_heading_is_a_document() {
    let text = finnish(&json!({"heading": "Vain otsikko"})).text();
    assert!(text.contains("Vain otsikko") && text.contains("Sivu 1 / 1"));
    let text = finnish(&json!({"heading": " ", "sections": [{"title": "", "paragraphs": "Teksti"}]})).text();
    assert!(
        text.contains("Sopimus") && text.contains("Teksti"),
        "a heading without words is the title\n{text}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_text_can_be_printed(typed in any::<String>(), also in "\\PC{0,200}") {
        let data = json!({"heading": typed, "organisation": also, "meta": [[also, typed]],
            "sections": [{"title": also, "paragraphs": [typed], "table": {"head": [also, typed], "rows": [[typed, also]]}}]});
        prop_assert!(print(Template::Document, InterfaceLanguage::Swedish, &data).is_ok());
    }
}
