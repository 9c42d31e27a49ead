use super::{frame, saved};
use crate::components::{
    AttendanceStrip, Bar, BarKind, Button, Disclosure, Fact, Facts, Mark, Paper, Progress, StripWeek, Tab,
    Tag, Timeline, rows, tabs,
};
use crate::form::{Form, FormState};
use crate::frame::Heading;
use crate::texts::Texts;
use jiff::civil::date;
use maud::{Markup, html};

pub(super) fn page(texts: Texts) -> Markup {
    let heading = Heading::new("Malli Ilona")
        .back("/clients", texts.t("nav-clients"))
        .subtitle("24 v · asioi suomeksi · asiakas 14.4.2026 alkaen")
        .tag(Tag::private("Turvakielto"))
        .action(Button::link("/clients/1/statements/new", "Laadi väliraportti"))
        .action(Button::link("/clients/1/diary/new", "Uusi merkintä").main());
    let mut frame = frame(texts, "nav-clients", "nav-clients");
    frame.flash = Some(saved(texts));
    frame.render(
        &heading,
        html! {
            (now(texts))
            div.cols {
                (diary(texts))
                div.stack { (goals()) (attendance(texts)) }
            }
            (tabs("Asiakkaan tiedot", &parts()))
            (consents(texts))
            (basic_data(texts))
        },
    )
}

fn now(texts: Texts) -> Facts {
    Facts::strip([
        Fact::new("Jakso", "Kuntouttava työtoiminta").detail("14.4.2026–13.1.2027 · 3 pv/vk"),
        Fact::new("Jäljellä", "7 viikkoa").detail("86 / 112 päivää"),
        Fact::new("Seuraavaksi sovittu", "Verkostopalaveri 2.12.").detail("sovittu 12.11., työllisyysalue"),
        Fact::new("Vastuutyöntekijä", "Maija Valmentaja").source(texts, "Sopimus 14.4.2026"),
    ])
}

fn diary(texts: Texts) -> Markup {
    let state = FormState::new();
    let form = Form::post(texts, "/clients/1/diary", &state);
    let field = form.textarea("note", "Mitä tänään tapahtui?").lines(3);
    let save = Button::submit(texts.t("common-save")).main();
    let note = |line: &str, text: &str| {
        html! { div.note { p.note-line { (line) } p { (text) } } }
    };
    Paper::new("Päiväkirja").more("/clients/1/diary", "Kaikki 41").with(html! {
        div.inside { (form.with(html! { (field) p { (save) } })) }
        (rows([
            note("pe 20.11. · Maija Valmentaja · tavoite 2",
                "Kolmas täysi päivä peräkkäin. Teki pakkauslinjan tarkastuslistan itsenäisesti ja opasti uutta työntekijää."),
            note("to 12.11. · yhteydenotto, puhelin",
                "Työllisyysalueen kanssa sovittu verkostopalaveri 2.12. klo 10."),
        ]))
    })
}

fn goals() -> Markup {
    Paper::new("Tavoitteet").with(rows([
        Progress::new("Säännöllinen päivärytmi", 4, 5),
        Progress::new("Kolme täyttä päivää viikossa", 3, 5),
        Progress::new("Oppisopimuspaikka", 1, 5),
    ]))
}

fn attendance(texts: Texts) -> Markup {
    let week = |number: i8| {
        let mut days = vec![Mark::Present, Mark::Present, Mark::Present, Mark::Off, Mark::Off];
        match number {
            1 => days[1] = Mark::Sick,
            2 => days[0] = Mark::Absent,
            5 => days[2] = Mark::Leave,
            7 => days[2] = Mark::Expected,
            _ => {}
        }
        let first = date(2026, 10, 5);
        let monday = first.saturating_add(jiff::Span::new().weeks(number));
        StripWeek { monday, days }
    };
    let strip = AttendanceStrip {
        summary: "Läsnäolo kahdeksalta viikolta: 88 prosenttia".into(),
        weeks: (0..8).map(week).collect(),
    };
    Paper::new("Läsnäolo")
        .note("8 viikkoa · 88 %")
        .with_inside(strip.render(texts))
}

fn parts() -> [Tab; 7] {
    let tab = |path: &str, text: &str| Tab::new(format!("/clients/1/{path}"), text);
    [
        tab("data", "Perustiedot"),
        tab("plan", "Suunnitelma"),
        tab("assessments", "Arvioinnit"),
        tab("documents", "Asiakirjat"),
        tab("consents", "Suostumukset").current(true),
        tab("disclosures", "Luovutukset"),
        tab("views", "Kuka on katsonut"),
    ]
}

fn consents(texts: Texts) -> Markup {
    let bar = |label: &str, end, kind| Bar {
        label: label.into(),
        start: date(2026, 4, 14),
        end,
        kind,
    };
    let timeline = Timeline {
        from: date(2026, 1, 1),
        to: date(2027, 6, 30),
        today: date(2026, 11, 23),
        bars: vec![
            bar(
                "Luovutus työllisyysalueelle",
                Some(date(2027, 1, 13)),
                BarKind::Ongoing,
            ),
            bar("Valokuvat esitteessä", Some(date(2026, 9, 3)), BarKind::BrokenOff),
            bar("Yhteydenpito", None, BarKind::Ended),
            Bar {
                start: date(2027, 2, 1),
                ..bar("Seurantakysely", Some(date(2027, 5, 1)), BarKind::Planned)
            },
        ],
    };
    Paper::new("Suostumukset").with(html! {
        div.consent {
            h3 { "Luovutus työllisyysalueelle: edistymisen yhteenveto" }
            (Button::link("/consents/1/withdraw", "Peruuta suostumus").tiny())
            p.quiet { "Annettu kirjallisesti 14.4.2026 · voimassa 13.1.2027 asti" }
            (Disclosure::new("Teksti ja allekirjoitus").quiet().with(html! { p { "Annan luvan…" } }))
        }
        div.inside { (timeline.render(texts)) }
    })
}

fn basic_data(texts: Texts) -> Markup {
    Paper::new("Perustiedot").with_inside(Facts::list([
        Fact::new("Kotikunta", "Kuopio (297)").source(texts, "Väestötietojärjestelmä 1.4.2026"),
        Fact::new("Äidinkieli", "suomi"),
        Fact::new("Koulutus", texts.t("common-no-value")).detail("Kysytään seuraavassa tapaamisessa"),
    ]))
}
