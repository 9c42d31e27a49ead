//! What anyone may know of privacy: who keeps which register, how to reach them, and which cookies there are (H3).

use axum::extract::State;
use polku_desk::register::Register;
use polku_pages::{
    Markup, Texts,
    components::{Column, Fact, Facts, Paper, Table},
    frame::Heading,
    html,
};
use polku_profile::{Office, OfficeDuty};
use polku_web::{App, Cookie, Reader, Response};

/// The cookies with the keys of their purpose and life.
const COOKIES: [(Cookie, &str); 6] = [
    (Cookie::Session, "session"),
    (Cookie::Device, "device"),
    (Cookie::Language, "language"),
    (Cookie::Flash, "flash"),
    (Cookie::Portal, "portal"),
    (Cookie::Identification, "identification"),
];

/// The offices that people turn to.
const OFFICES: [(OfficeDuty, &str); 3] = [
    (OfficeDuty::Responsible, "privacy-responsible"),
    (OfficeDuty::Contact, "privacy-contact"),
    (OfficeDuty::DataProtectionOfficer, "role-data-protection-officer"),
];

/// The page.
pub(super) async fn show(State(app): State<App>, reader: Reader) -> Response {
    let texts = reader.texts;
    let body = html! {
        div.running { p { (texts.t("privacy-what")) } }
        @for register in app.desk.registers().all() { (kept(texts, &register)) }
        (Paper::new(texts.t("privacy-cookies")).with(html! {
            div.inside { p { (texts.t("privacy-cookies-what")) } }
            (cookies(texts))
        }))
    };
    reader.open_page("privacy-title", &Heading::new(texts.t("privacy-heading")), body)
}

/// Who keeps a register and answers for it. People's names are not in a profile.
fn kept(texts: Texts, register: &Register) -> Markup {
    let language = texts.locale().into();
    let profile = &register.profile;
    let offices = OFFICES.iter().flat_map(|(duty, key)| {
        let named = profile
            .controller
            .offices
            .iter()
            .filter(move |office| office.duty == *duty);
        named.map(move |office| Fact::new(texts.t(key), title(texts, office)))
    });
    let controller = Fact::new(
        texts.t("register-controller"),
        profile.controller.name.get(language),
    );
    let address = profile.controller.address.as_ref();
    let mut facts = vec![Fact::new(
        texts.t("privacy-register"),
        profile.register.name.get(language),
    )];
    facts.push(match address {
        Some(address) => controller.detail(address),
        None => controller,
    });
    facts.extend(offices);
    facts.push(Fact::new(
        texts.t("privacy-requests"),
        profile.requests.addressee.get(language),
    ));
    facts.push(
        Fact::new(
            texts.t("privacy-supervisor"),
            profile.requests.supervisor.name.get(language),
        )
        .detail(&profile.requests.supervisor.web),
    );
    Paper::new(&register.name)
        .more(format!("/notice/{}", register.key), texts.t("notice-title"))
        .with_inside(Facts::list(facts))
}

fn title(texts: Texts, office: &Office) -> Markup {
    html! {
        (office.title.get(texts.locale().into()))
        @if let Some(address) = &office.address { div.quiet { (address) } }
    }
}

fn cookies(texts: Texts) -> Table {
    let columns =
        ["name", "for", "life"].map(|column| Column::new(texts.t(&format!("privacy-cookie-{column}"))));
    let rows = COOKIES.map(|(cookie, key)| {
        vec![
            html! { code { (cookie.name()) } },
            html! { (texts.t(&format!("privacy-{key}-for"))) },
            html! { (texts.t(&format!("privacy-{key}-life"))) },
        ]
    });
    Table::new("cookies", texts.t("privacy-cookies"), columns)
        .caption_unseen()
        .cards()
        .rows(rows)
}
