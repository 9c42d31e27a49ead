use super::frame;
use crate::components::{Button, Mark, Paper, mark};
use crate::frame::Heading;
use crate::texts::Texts;
use maud::{Markup, html};

const DAYS: [(&str, &str); 6] = [
    ("to 19", "past"),
    ("pe 20", "past"),
    ("la", "weekend past"),
    ("su", "weekend past"),
    ("ma 23", "now"),
    ("ti 24", "next"),
];

pub(super) fn page(texts: Texts) -> Markup {
    let heading = Heading::new("Läsnäolot, Puupaja")
        .subtitle("viikko 48 · 3 asiakasta · tallennettu 9.04")
        .action(Button::submit(texts.t("common-undo")))
        .action(Button::submit("Kaikki muut läsnä").main());
    let body = Paper::bare().with(html! {
        div.scroll tabindex="0" role="region" aria-label="Läsnäolot" { (grid(texts)) }
        ul.legend { @for kind in Mark::ALL { li { (mark(texts, kind, letter(kind), false)) (kind.word(texts)) } } }
    });
    frame(texts, "nav-attendance", "nav-attendance").render(&heading, body)
}

fn grid(texts: Texts) -> Markup {
    let people = [
        ("Esimerkki Joonas", [Mark::Present, Mark::Absent, Mark::Present]),
        ("Malli Ilona", [Mark::Sick, Mark::Present, Mark::Expected]),
        ("Öinen Päivi", [Mark::Present, Mark::Leave, Mark::Expected]),
    ];
    html! {
        table.grid {
            caption.unseen { "Läsnäolot" }
            thead {
                tr {
                    th scope="col" { "Asiakas" }
                    @for (day, class) in DAYS { th scope="col" class=(class) { (day) } }
                }
            }
            tbody { @for (name, marks) in people { (person(texts, name, marks)) } }
        }
    }
}

fn person(texts: Texts, name: &str, [thursday, friday, today]: [Mark; 3]) -> Markup {
    html! {
        tr {
            th scope="row" { a href="/clients/1" { (name) } }
            td.past { (mark(texts, thursday, letter(thursday), true)) }
            td.past { (mark(texts, friday, letter(friday), false)) }
            td.weekend.past {}
            td.weekend.past {}
            td.now { (mark(texts, today, letter(today), false)) }
            td.next.quiet { "·" }
        }
    }
}

fn letter(mark: Mark) -> &'static str {
    match mark {
        Mark::Expected | Mark::Present => "6",
        Mark::Sick => "s",
        Mark::Leave => "l",
        Mark::Absent => "p",
        Mark::Off => "·",
    }
}
