//! Data that shows every part of the frame.

use serde_json::{Value, json};

/// A chart as the product draws them.
pub const CHART: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120" width="300" height="120">
<title>Läsnäolo</title><desc>Läsnäolo nousi</desc>
<line x1="20" y1="100" x2="290" y2="100" stroke="#525862"/>
<polyline points="20,90 110,60 200,40 290,20" fill="none" stroke="#1f5ea8" stroke-width="2"/>
<text x="20" y="115" font-size="10" font-family="Source Sans 3">Tammikuu 😀</text></svg>"##;

/// What every template takes, filled.
pub fn full() -> Value {
    json!({
        "organisation": "Pajayhdistys ry",
        "register": "Työpajan asiakasrekisteri",
        "heading": "Sopimus työpajajaksosta",
        "name": "Äijä Esimerkki",
        "marking": {"text": "SALASSA PIDETTÄVÄ", "ground": "JulkL 24 § 1 mom. 25 k."},
        "date": "29.11.2026",
        "id": "0192f0c1-7a44-7c11-b1ce-0123456789ab",
        "notice": "Luonnos, ei allekirjoitettu.",
        "lead": ["Tämä sopimus on tehty työpajan ja valmentautujan välillä.", "Toinen kappale."],
        "meta": [["Valmentautuja", "Äijä Esimerkki"], ["Jakso", "1.12.2026–31.5.2027"], ["Viikkotunnit", 24]],
        "sections": [
            {"title": "Työaika", "paragraphs": ["Työpajalla ollaan maanantaista torstaihin.\nKello 9–15."],
             "list": ["Ruokatauko", "Kahvitauko"], "steps": ["Tule ajoissa", "Ilmoita poissaolo"]},
            {"title": "Läsnäolo", "table": {"caption": "Kuukaudet", "head": ["Kuukausi", "Päiviä", "Tunteja"],
              "align": ["left", "right", "right"], "row_heads": true,
              "rows": [["Tammikuu", 12, "72 h"], ["Helmikuu", 14, {"text": "84 h", "strong": true}]]},
             "after": ["Taulukon jälkeen."]},
            {"title": "Kuviot", "images": [
                {"name": "chart", "alt": "Läsnäolo nousi", "caption": "Läsnäolo kuukausittain"},
                {"name": "chart", "alt": "Sama toisen kerran"}]},
        ],
        "signatures": [
            {"role": "Valmentautuja", "name": "Äijä Esimerkki"},
            {"role": "Työpajan puolesta", "name": "Venla Valmentaja",
             "signed": ["29.11.2026 klo 12.30", "Tunnistus: avainlaite"]},
        ],
        "closing": "Sopimusta on tehty kaksi kappaletta.",
    })
}

/// The images that the data names.
pub fn images() -> Vec<(String, Vec<u8>)> {
    vec![("chart".to_owned(), CHART.as_bytes().to_vec())]
}
