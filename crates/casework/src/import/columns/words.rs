//! What people call a column. The labels of the register's own fields are known besides, in all three languages.

use std::{collections::HashMap, sync::LazyLock};

use polku_pages::{Locale, Texts};
use polku_profile::{Field, SubjectKind};
use polku_values::words::fold;

use super::Meaning;

/// Meanings by the folded words for them. One word may mean several things: `nimi` of a diary is whoever it tells of.
pub(super) static WORDS: LazyLock<HashMap<String, Vec<Meaning>>> = LazyLock::new(|| {
    let mut words: HashMap<String, Vec<Meaning>> = HashMap::new();
    let labels = Field::ALL
        .iter()
        .filter(|field| field.subject() == SubjectKind::Client)
        .flat_map(|field| {
            let label = |locale| Texts::new(locale).t(&field.label_key());
            Locale::ALL.map(|locale| (label(locale), Meaning::Field(*field)))
        });
    let others = OTHERS
        .iter()
        .flat_map(|(meaning, words)| words.iter().map(|word| ((*word).to_owned(), *meaning)));
    for (word, meaning) in others.chain(labels) {
        let known = words.entry(fold(&word)).or_default();
        if !known.contains(&meaning) {
            known.push(meaning);
        }
    }
    words
});

const OTHERS: &[(Meaning, &[&str])] = &[
    (
        Meaning::Number,
        &[
            "nro",
            "no",
            "nr",
            "numero",
            "asiakasnumero",
            "asiakasnro",
            "asiakkaan numero",
            "asiakastunnus",
            "id",
            "järjestysnumero",
            "juokseva numero",
            "klientnummer",
            "nummer",
            "löpnummer",
            "number",
            "client number",
            "client id",
        ],
    ),
    (
        Meaning::FullName,
        &[
            "nimi",
            "asiakkaan nimi",
            "koko nimi",
            "henkilö",
            "asiakas",
            "valmentautuja",
            "namn",
            "klient",
            "klientens namn",
            "deltagare",
            "name",
            "full name",
            "client",
            "client name",
            "trainee",
        ],
    ),
    (
        Meaning::Who,
        &[
            "asiakas",
            "nimi",
            "valmentautuja",
            "henkilö",
            "klient",
            "namn",
            "deltagare",
            "client",
            "name",
            "trainee",
        ],
    ),
    (
        Meaning::Field(Field::LastName),
        &[
            "sukunimi",
            "efternamn",
            "släktnamn",
            "last name",
            "surname",
            "family name",
        ],
    ),
    (
        Meaning::Field(Field::FirstNames),
        &[
            "etunimet",
            "etunimi",
            "förnamn",
            "first names",
            "first name",
            "given names",
            "given name",
            "forename",
        ],
    ),
    (
        Meaning::Field(Field::PreferredName),
        &["kutsumanimi", "tilltalsnamn", "known as"],
    ),
    (
        Meaning::Field(Field::IdentityCode),
        &[
            "henkilötunnus",
            "hetu",
            "sotu",
            "sosiaaliturvatunnus",
            "hlötunnus",
            "personbeteckning",
            "personnummer",
            "identity code",
            "personal id",
            "ssn",
        ],
    ),
    (
        Meaning::Field(Field::FormerIdentityCodes),
        &["entinen henkilötunnus", "aiempi hetu", "vanha hetu"],
    ),
    (
        Meaning::Field(Field::BirthDate),
        &[
            "syntymäaika",
            "syntymäpäivä",
            "synt",
            "syntynyt",
            "födelsedatum",
            "födelsetid",
            "född",
            "date of birth",
            "born",
        ],
    ),
    (Meaning::Field(Field::Sex), &["sukupuoli", "kön", "gender"]),
    (
        Meaning::Field(Field::StreetAddress),
        &[
            "osoite",
            "lähiosoite",
            "katuosoite",
            "kotiosoite",
            "adress",
            "gatuadress",
            "näradress",
            "hemadress",
            "address",
            "street",
        ],
    ),
    (
        Meaning::Field(Field::PostalCode),
        &[
            "postinro",
            "postinumero",
            "pnro",
            "postnummer",
            "postnr",
            "zip",
            "postcode",
        ],
    ),
    (
        Meaning::Field(Field::PostOffice),
        &[
            "paikkakunta",
            "postitoimipaikka",
            "kaupunki",
            "postort",
            "ort",
            "stad",
            "city",
            "town",
        ],
    ),
    (
        Meaning::Field(Field::HomeMunicipality),
        &[
            "kotikunta",
            "kunta",
            "hemkommun",
            "kommun",
            "hemort",
            "municipality",
        ],
    ),
    (
        Meaning::Field(Field::Phones),
        &[
            "puhelin",
            "puh",
            "puhelinnumero",
            "puhelinnro",
            "gsm",
            "matkapuhelin",
            "kännykkä",
            "puhelin 2",
            "telefon",
            "tel",
            "mobil",
            "mobiltelefon",
            "phone",
            "mobile",
            "telephone",
        ],
    ),
    (
        Meaning::Field(Field::Email),
        &[
            "sähköposti",
            "s posti",
            "sposti",
            "email",
            "e mail",
            "e post",
            "epost",
            "mail",
        ],
    ),
    (
        Meaning::Field(Field::ProtectedAddress),
        &["turvakielto", "spärrmarkering", "protected address"],
    ),
    (
        Meaning::Field(Field::ContactLanguage),
        &["asiointikieli", "palvelukieli", "kontaktspråk", "betjäningsspråk"],
    ),
    (
        Meaning::Field(Field::BankAccount),
        &[
            "tilinumero",
            "tilinro",
            "pankkitili",
            "tili",
            "iban",
            "kontonummer",
            "bankkonto",
            "account",
            "account number",
        ],
    ),
    (
        Meaning::Field(Field::Occupation),
        &["ammatti", "yrke", "occupation", "profession"],
    ),
    (
        Meaning::Field(Field::TradeUnion),
        &["ammattiliitto", "liitto", "fackförbund", "fack", "union"],
    ),
    (
        Meaning::Field(Field::MotherTongue),
        &[
            "äidinkieli",
            "kieli",
            "modersmål",
            "språk",
            "language",
            "native language",
        ],
    ),
    (
        Meaning::Field(Field::EducationLevel),
        &[
            "koulutusaste",
            "koulutus",
            "koulutustaso",
            "utbildning",
            "utbildningsnivå",
            "education",
            "education level",
        ],
    ),
    (
        Meaning::Field(Field::EmploymentSituation),
        &[
            "työtilanne",
            "työllisyystilanne",
            "työmarkkina asema",
            "arbetssituation",
            "employment",
        ],
    ),
    (
        Meaning::Field(Field::UnemploymentBegan),
        &["työttömyys alkoi", "työttömänä alkaen", "arbetslös sedan"],
    ),
    (
        Meaning::Field(Field::ReferringBody),
        &[
            "lähettävä taho",
            "lähettäjä",
            "ohjannut taho",
            "ohjaava taho",
            "remitterande instans",
            "remitterad av",
            "referred by",
        ],
    ),
    (
        Meaning::Field(Field::CoverNote),
        &["saate", "saateteksti", "följebrev", "cover note"],
    ),
    (
        Meaning::Field(Field::RelationshipBasis),
        &[
            "peruste",
            "toimenpide",
            "palvelu",
            "asiakkuuden peruste",
            "grund",
            "åtgärd",
            "service",
            "basis",
            "measure",
        ],
    ),
    (
        Meaning::Field(Field::RelationshipBegan),
        &[
            "alkoi",
            "alku",
            "alkupvm",
            "alkamispäivä",
            "aloitus",
            "aloituspäivä",
            "aloituspvm",
            "asiakkuus alkoi",
            "jakso alkoi",
            "började",
            "början",
            "startdatum",
            "start",
            "started",
            "start date",
            "began",
        ],
    ),
    (
        Meaning::Field(Field::RelationshipEnded),
        &[
            "päättyi",
            "loppu",
            "loppupvm",
            "päättymispäivä",
            "päättymispvm",
            "lopetus",
            "lopetuspäivä",
            "asiakkuus päättyi",
            "jakso päättyi",
            "slutade",
            "slut",
            "slutdatum",
            "end",
            "ended",
            "end date",
        ],
    ),
    (
        Meaning::Field(Field::Placement),
        &[
            "sijoittuminen",
            "jatkosijoittuminen",
            "sijoitus",
            "placering",
            "fortsatt placering",
            "placement",
            "outcome",
        ],
    ),
    (
        Meaning::Field(Field::PlacementAfterYear),
        &["tilanne vuoden päästä", "sijoittuminen vuoden päästä"],
    ),
    (
        Meaning::Field(Field::ResponsibleWorkers),
        &[
            "valmentaja",
            "vastuutyöntekijä",
            "omavalmentaja",
            "ohjaaja",
            "handledare",
            "ansvarig arbetstagare",
            "coach",
        ],
    ),
    (
        Meaning::Note,
        &[
            "huom",
            "huomautus",
            "huomautukset",
            "huomioita",
            "huomiot",
            "lisätieto",
            "lisätiedot",
            "muuta",
            "muistiinpanot",
            "suostumus",
            "suostumus luovutukseen",
            "luovutussuostumus",
            "samtycke",
            "samtycke till utlämnande",
            "obs",
            "anmärkning",
            "anmärkningar",
            "övrigt",
            "note",
            "notes",
            "remarks",
            "comments",
            "consent",
            "consent to disclosure",
        ],
    ),
    (
        Meaning::EntryDate,
        &[
            "pvm",
            "päivä",
            "päivämäärä",
            "päiväys",
            "datum",
            "dag",
            "date",
            "day",
        ],
    ),
    (
        Meaning::EntryText,
        &[
            "merkintä",
            "teksti",
            "kirjaus",
            "kuvaus",
            "sisältö",
            "anteckning",
            "text",
            "innehåll",
            "entry",
            "note",
            "content",
        ],
    ),
    (
        Meaning::EntryAuthor,
        &[
            "kirjaaja",
            "kirjannut",
            "laatija",
            "tekijä",
            "kirjoittaja",
            "skribent",
            "antecknat av",
            "skriven av",
            "author",
            "written by",
        ],
    ),
];
