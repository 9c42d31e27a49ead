use super::frame;
use crate::components::{
    Button, Column, Confirmation, Direction, Disclosure, Empty, Found, Notice, Pagination, Paper, Row, Table,
    Tag, found, only_print, only_screen, rows, unseen,
};
use crate::format;
use crate::frame::Heading;
use crate::texts::Texts;
use maud::{Markup, html};

pub(super) fn page(texts: Texts) -> Markup {
    let body = html! {
        (buttons())
        (tags())
        (notices())
        (table(texts))
        (listing(texts))
        (Paper::new("Ryhmät").with(Empty::new("Ryhmiä ei vielä ole.")
            .first_step(Button::link("/groups/new", "Lisää ryhmä"))))
        (Confirmation::new("Peruutetaanko suostumus?", "/consents/1/withdraw", "Peruuta suostumus", "/clients/1")
            .consequence(html! { p { "Luovutukset työllisyysalueelle päättyvät heti." } })
            .field("version", "3")
            .danger()
            .render(texts))
        (Paper::new("Haku").with(html! { div role="listbox" aria-label="Haku" { (found(texts, &hits())) } }))
        (Paper::new("Tyhjä haku").with_inside(found(texts, &[])))
        (Disclosure::new("Näytä lisää").open(true).with(html! { p { "Lisää." } }))
        (only_print("Vain paperilla"))
        (only_screen(html! { "Vain näytöllä" (unseen(", luettuna")) }))
    };
    frame(texts, "nav-reports", "nav-reports").render(&Heading::new("Osat"), body)
}

fn buttons() -> Markup {
    Paper::new("Painikkeet")
        .action(Button::submit("Lisää").tiny())
        .id("buttons")
        .with_inside(html! {
            p.actions {
                (Button::submit("Tallenna").main())
                (Button::link("/", "Tavallinen").key('t'))
                (Button::submit("Poista").danger())
                (Button::submit("Hävitä").main().danger())
                (Button::link("/", "Pieni").tiny().about("Malli Ilona"))
                (Button::submit("Poista").danger().tiny())
            }
        })
}

fn tags() -> Markup {
    Paper::new("Tilat").with_inside(html! {
        p { (Tag::due("torstaina 26.11.")) " " (Tag::over("4 päivää myöhässä")) " " (Tag::good("asiakassuhde")) " "
        (Tag::private("Turvakielto")) " " (Tag::draft("luonnos")) " " (Tag::plain("30.11.")) }
    })
}

fn notices() -> Markup {
    html! {
        (Notice::info("Rekisterin tietosuojaseloste on päivittynyt.").more(html! { a href="/privacy" { "Lue" } }))
        (Notice::done("Tallennettu 14.05"))
        (Notice::warning("Kaksi tietoa puuttuu PARkki-tilastosta."))
        (Notice::failed("Muutoksia ei tallennettu."))
    }
}

fn table(texts: Texts) -> Markup {
    let locale = texts.locale();
    let row = |month: &str, days: i64, cents: i64| {
        vec![
            html! { (month) },
            html! { (format::integer(locale, days)) },
            html! { (format::euros(locale, cents)) },
            html! { (format::percent(locale, 88)) },
        ]
    };
    let table = Table::new(
        "months",
        "Läsnäolot kuukausittain",
        [
            Column::new("Kuukausi").sort("?sort=month", Some(Direction::Descending)),
            Column::number("Läsnä").unit("pv").sort("?sort=days", None),
            Column::number("Kulukorvaus"),
            Column::number("Osuus"),
        ],
    )
    .cards()
    .rows([row("lokakuu", 1_234, 1_110_600), row("syyskuu", 987, 888_300)])
    .totals(row("Yhteensä", 2_221, 1_998_900));
    Paper::bare().with(table)
}

fn listing(texts: Texts) -> Markup {
    let position = texts.with(
        "common-position",
        &[("first", 21.into()), ("last", 40.into()), ("total", 1312.into())],
    );
    let pages = Pagination {
        newer: Some("?before=a".into()),
        older: Some("?after=b".into()),
        position,
    };
    let plain = Table::new("looks", "Katselut", [Column::new("Aika"), Column::new("Kuka")])
        .caption_unseen()
        .row([html! { "tänään 9.01" }, html! { "Maija Valmentaja" }]);
    Paper::new("Kuka on katsonut").with(html! {
        (plain)
        (rows([Row::link("/clients/1", "Malli Ilona").aside("24 v")]))
        (pages.render(texts))
    })
}

fn hits() -> [Found; 2] {
    let hit = |name: &str, tag| Found {
        href: "/clients/1".into(),
        name: name.into(),
        detail: "24 v · Puupaja".into(),
        tag,
    };
    [
        hit("Malli Ilona", None),
        hit("Malli Mikko", Some(Tag::plain("päättynyt"))),
    ]
}
