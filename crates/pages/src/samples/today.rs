use super::frame;
use crate::components::{Button, Dot, Paper, Row, Tag, rows};
use crate::format;
use crate::frame::Heading;
use crate::texts::Texts;
use jiff::civil::date;
use maud::{Markup, html};

pub(super) fn page(texts: Texts) -> Markup {
    let heading = Heading::new(texts.t("nav-today"))
        .subtitle(format::date_in_words(texts.locale(), date(2026, 11, 23)))
        .action(Button::link("/diary/new", "Uusi merkintä").key('m'))
        .action(Button::link("/attendance", "Merkitse läsnäolot").main());
    let body = html! {
        div.cols {
            (group())
            div.stack { (due(texts)) (unfinished(texts)) }
        }
    };
    frame(texts, "nav-today", "nav-today").render(&heading, body)
}

fn group() -> Markup {
    let note = |name: &str| Button::link("/diary/new", "Merkintä").tiny().about(name);
    let present = |name: &str| Button::link("/attendance", "Läsnä").tiny().about(name);
    let row = |name: &str, words: Markup| Row::link("/clients/1", name).words(words);
    Paper::new("Puupaja")
        .note("9 tulossa · 2 läsnä · 1 poissa")
        .more("/groups/1", "Koko ryhmä")
        .with(rows([
            row("Malli Ilona", html! { "Pakkaamo · tavoite 2 etenee" })
                .dot(Dot::Full, "läsnä")
                .aside("8.58")
                .action(note("Malli Ilona")),
            row(
                "Koe Amira",
                html! { "Suomen kieli klo 10 " (Tag::due("Väliraportti to 26.11.")) },
            )
            .dot(Dot::Open, "odotetaan")
            .action(present("Koe Amira"))
            .action(note("Koe Amira")),
            row("Testi Veikko", html! { "Sairas, ilmoitti tekstiviestillä" })
                .dot(Dot::Barred, "poissa")
                .aside("s")
                .action(note("Testi Veikko")),
            row(
                "Kuvitteellinen-Esimerkki Aino",
                html! { "Verstas " (Tag::over("Tarkistus 18.11.")) },
            )
            .dot(Dot::Open, "odotetaan")
            .action(present("Kuvitteellinen-Esimerkki Aino"))
            .action(note("Kuvitteellinen-Esimerkki Aino")),
        ]))
}

fn due(texts: Texts) -> Markup {
    let late = texts.with("common-days-late", &[("days", 4.into())]);
    let soon = texts.with("common-due", &[("date", "26.11.".into())]);
    Paper::new("Erääntyy").with(rows([
        Row::link("/tasks/1", "Suunnitelman tarkistus, Näyte Sanna").words(Tag::over(late)),
        Row::link("/tasks/2", "Väliraportti, Koe Amira").words(Tag::due(soon)),
        Row::link("/tasks/3", "Suostumus päättyy, 2 asiakasta").words(Tag::plain("30.11.")),
    ]))
}

fn unfinished(texts: Texts) -> Markup {
    let draft = Tag::draft(texts.t("common-draft"));
    Paper::new("Kesken").with(rows([Row::link("/diary/new", "Merkintä, Malli Ilona")
        .words(html! { (draft) " tallessa tällä laitteella, pe 15.42" })]))
}
