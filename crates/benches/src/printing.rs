//! Printing: PDF/A by Typst, in this process, since it is the same code and no request is part of the figure. The month's
//! sheet is asked of the server, in `months`.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use anyhow::Result;
use polku_typeset::{Job, Template, pdf};
use polku_values::InterfaceLanguage;
use serde_json::{Value, json};

use crate::report::Report;

/// Tells how long the first document takes, and the middle of the next ones.
pub fn measure(rounds: usize, report: &mut Report) -> Result<()> {
    let agreement = agreement();
    let first = time(Template::Agreement, &agreement, &[])?;
    report.fact("the first PDF, with the reading of the faces", in_ms(first));
    let rounds = rounds.clamp(5, 40);
    report.fact(
        "an agreement of one page as PDF/A, after the first (≤ 50 ms)",
        in_ms(middle(rounds, Template::Agreement, &agreement, &[])?),
    );
    let charts: Vec<_> = (0..3)
        .map(|number| (format!("chart-{number}"), chart(number)))
        .collect();
    report.fact(
        "a year's final statement with three charts as PDF/A (≤ 300 ms)",
        in_ms(middle(rounds, Template::Statement, &statement(), &charts)?),
    );
    Ok(())
}

fn middle(rounds: usize, template: Template, data: &Value, images: &[(String, Vec<u8>)]) -> Result<Duration> {
    let mut times = (0..rounds)
        .map(|_| time(template, data, images))
        .collect::<Result<Vec<_>>>()?;
    times.sort();
    Ok(times[times.len() / 2])
}

fn time(template: Template, data: &Value, images: &[(String, Vec<u8>)]) -> Result<Duration> {
    let start = Instant::now();
    let file = pdf(&Job {
        template,
        language: InterfaceLanguage::Finnish,
        title: "Asiakirja",
        author: "Pajayhdistys ry",
        created: jiff::Timestamp::UNIX_EPOCH,
        data,
        images,
    })?;
    anyhow::ensure!(file.starts_with(b"%PDF-"), "that is no PDF");
    Ok(start.elapsed())
}

fn in_ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// Some sentences, so that lines are broken as in real documents.
const TEXT: &str = "Valmentautuja on osallistunut työpajan toimintaan sovitusti ja edistynyt tavoitteissaan. Työtehtävät \
                    ovat olleet monipuolisia, ja niistä on keskusteltu viikoittain ohjaajan kanssa.";

fn head(heading: &str) -> Value {
    json!({
        "organisation": "Pajayhdistys ry", "register": "Työpajan asiakasrekisteri", "heading": heading,
        "marking": {"text": "SALASSA PIDETTÄVÄ", "ground": "JulkL 24 § 1 mom. 25 k."},
        "date": "29.11.2026", "id": "2026-000123",
        "meta": [["Valmentautuja", "Äijä Esimerkki"], ["Jakso", "1.12.2026–31.5.2027"], ["Paikka", "Puupaja"]],
        "signatures": [{"role": "Valmentautuja", "name": "Äijä Esimerkki"}, {"role": "Työpaja", "name": "Venla Valmentaja"}],
    })
}

fn agreement() -> Value {
    let mut data = head("Sopimus työpajajaksosta");
    let sections: Vec<_> = ["Tarkoitus", "Työaika", "Tehtävät", "Poissaolot"]
        .iter()
        .map(|title| json!({"title": title, "paragraphs": [TEXT]}))
        .collect();
    data["sections"] = json!(sections);
    data
}

fn statement() -> Value {
    let mut data = head("Loppulausunto");
    let months: Vec<_> = (1..=12)
        .map(|month| json!([format!("{month}/2026"), 14, 84, "3", "87 %"]))
        .collect();
    let mut sections: Vec<_> = (0..8)
        .map(|number| json!({"title": format!("Osa-alue {number}"), "paragraphs": [TEXT, TEXT], "list": [TEXT, TEXT]}))
        .collect();
    sections.push(json!({"title": "Läsnäolo",
        "table": {"head": ["Kuukausi", "Päiviä", "Tunteja", "Poissaoloja", "Läsnäolo"], "rows": months, "row_heads": true},
        "images": (0..3).map(|number| json!({"name": format!("chart-{number}"), "alt": TEXT})).collect::<Vec<_>>()}));
    data["sections"] = json!(sections);
    data
}

/// A line of 52 weeks.
fn chart(number: u32) -> Vec<u8> {
    let mut points = String::new();
    for week in 0..52 {
        // Writing to a text cannot fail.
        let _ = write!(
            points,
            "{},{} ",
            20 + week * 5,
            20 + (week * 37 + number * 11) % 80
        );
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 120\" width=\"300\" height=\"120\">\
         <polyline points=\"{points}\" fill=\"none\" stroke=\"#1f5ea8\" stroke-width=\"2\"/>\
         <text x=\"20\" y=\"115\" font-size=\"10\">Viikko</text></svg>"
    )
    .into_bytes()
}
