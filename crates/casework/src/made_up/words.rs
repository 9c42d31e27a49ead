//! The words of made-up lives: put together from parts, so that no two notes need read alike.

use rand::{RngExt, rngs::StdRng, seq::IndexedRandom};

use super::talks::About;
use crate::contacts::{ContactKind, Party};

/// Streets that many towns have.
pub(super) const STREETS: &[&str] = &[
    "Koivukuja",
    "Rantatie",
    "Asemakatu",
    "Mäntytie",
    "Kirkkokatu",
    "Puistotie",
    "Myllytie",
    "Koulukatu",
    "Pihlajatie",
    "Hämeentie",
    "Åvägen",
    "Öljytie",
    "Niittykatu",
];
/// Post codes with their towns.
pub(super) const TOWNS: &[(&str, &str)] = &[
    ("90100", "Oulu"),
    ("90500", "Oulu"),
    ("91100", "Ii"),
    ("70100", "Kuopio"),
    ("67100", "Kokkola"),
    ("33100", "Tampere"),
    ("40100", "Jyväskylä"),
    ("65100", "Vaasa"),
    ("20100", "Turku"),
];
/// Languages, Finnish most of all.
pub(super) const LANGUAGES: &[&str] = &[
    "fi", "fi", "fi", "fi", "fi", "fi", "fi", "sv", "ru", "uk", "ar", "so", "vi", "en",
];
/// Levels of education.
pub(super) const EDUCATION: &[&str] = &["2", "2", "2", "34", "35", "35", "35", "6"];
/// Occupations.
pub(super) const OCCUPATIONS: &[&str] = &[
    "Kokki",
    "Varastotyöntekijä",
    "Puuseppä",
    "Lähihoitaja",
    "Myyjä",
    "Ei ammattia",
    "Hitsaaja",
    "Siivooja",
    "Kokoonpanija",
    "Maalari",
    "Datanomi",
    "Autonasentaja",
];
/// What referrals say.
pub(super) const COVER_NOTES: &[&str] = &[
    "Toivoo säännöllistä päivärytmiä ja tekemistä käsillään.",
    "Opinnot jääneet kesken, alanvaihto mielessä. Aloittaa kevyellä viikolla.",
    "Pitkä aika pois työelämästä. Kiinnostunut puutöistä ja korjaamisesta.",
    "Tavoitteena työkokeilu jakson jälkeen. Tarvitsee tukea hakemuksiin.",
    "Suomen kieli kehittyy parhaiten työn ohessa.",
    "",
];

/// A goal with how one sees that it is reached.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct GoalPattern {
    /// In a few words.
    pub(super) title: &'static str,
    /// How one sees it.
    pub(super) description: &'static str,
}

macro_rules! goals {
    ($($title:literal: $description:literal;)+) => {
        &[$(GoalPattern { title: $title, description: $description }),+]
    };
}

/// Goals that workshops have.
pub(super) const GOALS: &[GoalPattern] = goals! {
    "Säännöllinen päivärytmi": "Tulee sovittuina päivinä ajoissa neljän viikon ajan.";
    "Tulityökortti": "Käy kurssin ja saa kortin ennen jakson loppua.";
    "Oma hakemus koulutukseen": "Valitsee alan ja lähettää hakemuksen yhteishaussa.";
    "Työkokeilupaikka": "Ottaa yhteyttä kolmeen työnantajaan ja sopii tutustumisen.";
    "Itsenäinen työskentely": "Suunnittelee työvaiheet ja tekee ne ilman ohjausta.";
    "Suomen kieli työssä": "Kysyy ja neuvoo pajalla suomeksi joka päivä.";
    "Raha-asiat järjestykseen": "Käy talous- ja velkaneuvonnassa ja tekee maksusuunnitelman.";
    "Rohkeus ryhmässä": "Kertoo mielipiteensä aamupalaverissa ja ottaa vetovastuun yhdestä tilauksesta.";
    "Hyvinvointi ja liikunta": "Löytää liikuntamuodon, johon lähtee kerran viikossa.";
};

/// How, with whom and who exactly.
pub(super) const TALKS: &[(ContactKind, Party, &str)] = &[
    (ContactKind::Phone, Party::Client, ""),
    (ContactKind::Meeting, Party::Client, ""),
    (ContactKind::Message, Party::Client, ""),
    (
        ContactKind::NetworkMeeting,
        Party::Authority,
        "Työllisyysalueen omavalmentaja",
    ),
    (ContactKind::Phone, Party::Authority, "Aikuissosiaalityö"),
    (
        ContactKind::Meeting,
        Party::Employer,
        "Paikallinen polkupyöräliike",
    ),
    (ContactKind::Video, Party::School, "Ammattiopiston opinto-ohjaaja"),
];
/// What was discussed.
pub(super) const DISCUSSED: &[&str] = &[
    "Käytiin läpi, miten alkuviikot ovat menneet. Päivien pituus sopii, perjantai on raskain.",
    "Puhuttiin jatkosta jakson jälkeen. Kaksi vaihtoehtoa: työkokeilu tai oppisopimus.",
    "Selvitettiin matkakorvauksia ja niiden hakemista.",
    "Arvioitiin yhdessä tavoitteita. Edistyminen näkyy eniten työn suunnittelussa.",
    "Sovittiin pelisäännöistä poissaolojen ilmoittamisessa.",
    "Kerrottiin pajan kuulumiset ja jakson tilanne. Yhteinen käsitys seuraavasta askeleesta.",
];
/// What was agreed next.
pub(super) const AGREED: &[&str] = &[
    "Varaa ajan opinto-ohjaajalle",
    "Soittaa työkokeilupaikkaan ja kertoo vastauksen",
    "Tuo läheteasiakirjat",
    "Valmentaja kysyy kurssipaikan tilanteen",
    "Täytetään hakemus yhdessä",
    "Sovitaan verkostotapaamisen aika",
    "Päivitetään viikkoaikataulu",
    "Valmentaja soittaa omavalmentajalle",
];

const WORK: &[&str] = &[
    "linnunpönttöjä",
    "penkin kunnostusta",
    "tilauskeittiön lounasta",
    "pyörän huoltoa",
    "hyllyn kokoamista",
    "verhojen ompelua",
    "pakkaustyötä",
    "lastenpyörän jarruja",
    "leikkuulautoja",
    "varaston inventointia",
];
const WORK_OPENINGS: &[&str] = &[
    "Teki tänään",
    "Jatkoi eilen aloitettua työtä:",
    "Sai vastuulleen",
    "Opetteli",
    "Teki parin kanssa",
    "Aamupäivä meni hyvin, työn alla oli",
];
const WORK_MIDDLES: &[&str] = &[
    "Työvaiheet sujuivat ilman ohjausta.",
    "Tarvitsi apua mittaamisessa, muuten itsenäistä.",
    "Keskittyminen herpaantui iltapäivällä.",
    "Kysyi rohkeasti, kun ei tiennyt.",
    "Jälki oli huolellista.",
    "Huomasi itse virheen ja korjasi sen.",
    "Neuvoi uutta pajalaista.",
];
const TALK_OPENINGS: &[&str] = &[
    "Juteltiin kahvin jälkeen jakson tavoitteista.",
    "Kävi kertomassa viikonlopusta.",
    "Otti itse puheeksi väsymyksen aamuisin.",
    "Mietittiin yhdessä, mitä jakson jälkeen.",
    "Keskusteltiin poissaoloista.",
];
const TALK_MIDDLES: &[&str] = &[
    "Unirytmi on parempi kuin kuukausi sitten.",
    "Raha-asiat painavat mieltä, tarjosin yhteystietoja.",
    "Kiinnostus alan opintoihin on kasvanut.",
    "On tyytyväinen ryhmään.",
    "Toivoo enemmän vastuuta.",
    "Haluaa pitää nykyisen viikkomäärän.",
];
const CALL_OPENINGS: &[&str] = &[
    "Soitti ja kertoi myöhästyvänsä bussin takia.",
    "Soitin, kun ei ollut ilmoittanut poissaolosta.",
    "Viesti aamulla: kuumetta, jää kotiin.",
    "Soitti kysyäkseen ensi viikon aikataulusta.",
];
const CALL_MIDDLES: &[&str] = &[
    "Muistutin ilmoittamisesta ennen kahdeksaa.",
    "Asia selvisi puhelussa.",
    "Palaa, kun on kunnossa.",
    "Kertasimme sovitut päivät.",
];
const CLOSINGS: &[&str] = &[
    "Jatketaan huomenna.",
    "Palataan tähän ensi viikolla.",
    "Hyvä päivä.",
    "Sovittiin, että kokeilee seuraavaksi yksin.",
    "Kirjataan edistyminen tavoitteelle.",
    "Ei muuta erityistä.",
    "Otetaan puheeksi väliarvioinnissa.",
    "",
];

/// A note about something, put together from parts.
pub(super) fn note(dice: &mut StdRng, about: About) -> String {
    let (opening, middle) = match about {
        About::Work => (
            format!("{} {}.", pick(dice, WORK_OPENINGS), pick(dice, WORK)),
            pick(dice, WORK_MIDDLES),
        ),
        About::Talk => (pick(dice, TALK_OPENINGS).to_owned(), pick(dice, TALK_MIDDLES)),
        About::Call => (pick(dice, CALL_OPENINGS).to_owned(), pick(dice, CALL_MIDDLES)),
    };
    let mut text = opening;
    if dice.random_bool(0.85) {
        text.push(' ');
        text.push_str(middle);
    }
    let closing = pick(dice, CLOSINGS);
    if !closing.is_empty() {
        text.push(' ');
        text.push_str(closing);
    }
    text
}

/// One of several.
pub(super) fn pick<'a>(dice: &mut StdRng, from: &[&'a str]) -> &'a str {
    from.choose(dice).copied().unwrap_or_default()
}
