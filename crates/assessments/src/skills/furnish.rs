//! The skills that a demo's register begins with.

use polku_desk::{Desk, Visitor};
use polku_profile::RecordKind;
use polku_web::Answer;

use super::{KEEP, input::CheckedSkill, model::SkillState, store};
use crate::instruments::Words;

/// What the log calls it.
const ROUTE: &str = "demo skills";

/// Puts a list of skills into an empty register, as its main user.
///
/// # Errors
/// When the visitor is no main user or the database fails.
pub async fn furnish(desk: &Desk, main_user: Visitor) -> Answer<()> {
    let visit = desk.visit(main_user, KEEP, ROUTE).await?;
    if visit.profile()?.keeps(RecordKind::Assessment) && store::skills(&visit).await?.is_empty() {
        let skills: Vec<CheckedSkill> = SKILLS
            .iter()
            .map(|(area, fi, sv, en)| CheckedSkill {
                area: (*area).to_owned(),
                title: Words {
                    fi: (*fi).to_owned(),
                    sv: (*sv).to_owned(),
                    en: (*en).to_owned(),
                },
                state: SkillState::InUse,
            })
            .collect();
        store::add_all(&visit, &skills).await?;
    }
    visit.settle().await?;
    Ok(())
}

const SKILLS: [(&str, &str, &str, &str); 16] = [
    (
        "Puupaja",
        "Mittaus ja piirustuksen lukeminen",
        "Mätning och ritningsläsning",
        "Measuring and reading a drawing",
    ),
    (
        "Puupaja",
        "Sahaus ja höyläys",
        "Sågning och hyvling",
        "Sawing and planing",
    ),
    (
        "Puupaja",
        "Hionta ja pintakäsittely",
        "Slipning och ytbehandling",
        "Sanding and finishing",
    ),
    (
        "Puupaja",
        "Koneiden turvallinen käyttö",
        "Säker användning av maskiner",
        "Safe use of machines",
    ),
    (
        "Keittiö",
        "Hygienia ja omavalvonta",
        "Hygien och egenkontroll",
        "Hygiene and self-monitoring",
    ),
    (
        "Keittiö",
        "Lounaan valmistus",
        "Tillredning av lunch",
        "Preparing lunch",
    ),
    ("Keittiö", "Erityisruokavaliot", "Specialdieter", "Special diets"),
    ("Keittiö", "Astiahuolto", "Diskning", "Dishwashing"),
    (
        "Pakkaamo",
        "Tilauksen kerääminen",
        "Plockning av beställningar",
        "Picking an order",
    ),
    (
        "Pakkaamo",
        "Pakkaaminen ja merkintä",
        "Packning och märkning",
        "Packing and labelling",
    ),
    (
        "Pakkaamo",
        "Trukin käyttö ohjattuna",
        "Truckkörning under handledning",
        "Driving a forklift under guidance",
    ),
    (
        "Tekstiilipaja",
        "Ompelukoneen käyttö",
        "Användning av symaskin",
        "Using a sewing machine",
    ),
    (
        "Tekstiilipaja",
        "Korjausompelu",
        "Lagning av kläder",
        "Mending clothes",
    ),
    ("Yhteiset", "Asiakaspalvelu", "Kundservice", "Customer service"),
    (
        "Yhteiset",
        "Työyhteisössä toimiminen",
        "Att fungera i arbetsgemenskapen",
        "Acting as part of a team",
    ),
    (
        "Yhteiset",
        "Työajan noudattaminen",
        "Att hålla arbetstiden",
        "Keeping working hours",
    ),
];
