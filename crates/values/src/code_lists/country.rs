use super::Row;

coded_table! {
    /// A country, for citizenship or where a processor's servers stand. The code is ISO 3166-1 alpha-2 (`XK` for
    /// Kosovo, as is usual); `other` for a country that the list lacks, `stateless` for no citizenship.
    pub struct Country in TABLE;
}

/// The European Economic Area: the European Union and Iceland, Liechtenstein and Norway.
const EEA: &[&str] = &[
    "AT", "AX", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

impl Country {
    /// Whether the country is in the European Economic Area, where the GDPR itself applies (C5).
    #[must_use]
    pub fn is_in_eea(self) -> bool {
        EEA.contains(&self.code())
    }
}

#[rustfmt::skip]
static TABLE: &[Row] = &[
    Row::new("FI", "Suomi", "Finland", "Finland", &["fin"]),
    Row::new("AX", "Ahvenanmaa", "Åland", "Åland Islands", &["ala"]),
    Row::new("SE", "Ruotsi", "Sverige", "Sweden", &["swe"]),
    Row::new("NO", "Norja", "Norge", "Norway", &["nor"]),
    Row::new("DK", "Tanska", "Danmark", "Denmark", &["dnk"]),
    Row::new("IS", "Islanti", "Island", "Iceland", &["isl"]),
    Row::new("EE", "Viro", "Estland", "Estonia", &["est", "eesti"]),
    Row::new("LV", "Latvia", "Lettland", "Latvia", &["lva"]),
    Row::new("LT", "Liettua", "Litauen", "Lithuania", &["ltu"]),
    Row::new("RU", "Venäjä", "Ryssland", "Russia", &["rus", "venäjän federaatio"]),
    Row::new("UA", "Ukraina", "Ukraina", "Ukraine", &["ukr"]),
    Row::new("BY", "Valko-Venäjä", "Belarus", "Belarus", &["blr"]),
    Row::new("PL", "Puola", "Polen", "Poland", &["pol"]),
    Row::new("DE", "Saksa", "Tyskland", "Germany", &["deu"]),
    Row::new("AT", "Itävalta", "Österrike", "Austria", &["aut"]),
    Row::new("CH", "Sveitsi", "Schweiz", "Switzerland", &["che"]),
    Row::new("FR", "Ranska", "Frankrike", "France", &["fra"]),
    Row::new("BE", "Belgia", "Belgien", "Belgium", &["bel"]),
    Row::new("NL", "Alankomaat", "Nederländerna", "Netherlands", &["nld", "hollanti"]),
    Row::new("LU", "Luxemburg", "Luxemburg", "Luxembourg", &["lux"]),
    Row::new("GB", "Yhdistynyt kuningaskunta", "Storbritannien", "United Kingdom", &["gbr", "uk", "iso-britannia", "englanti"]),
    Row::new("IE", "Irlanti", "Irland", "Ireland", &["irl"]),
    Row::new("ES", "Espanja", "Spanien", "Spain", &["esp"]),
    Row::new("PT", "Portugali", "Portugal", "Portugal", &["prt"]),
    Row::new("IT", "Italia", "Italien", "Italy", &["ita"]),
    Row::new("MT", "Malta", "Malta", "Malta", &["mlt"]),
    Row::new("GR", "Kreikka", "Grekland", "Greece", &["grc"]),
    Row::new("CY", "Kypros", "Cypern", "Cyprus", &["cyp"]),
    Row::new("HU", "Unkari", "Ungern", "Hungary", &["hun"]),
    Row::new("CZ", "Tšekki", "Tjeckien", "Czechia", &["cze", "tsekki", "czech republic"]),
    Row::new("SK", "Slovakia", "Slovakien", "Slovakia", &["svk"]),
    Row::new("SI", "Slovenia", "Slovenien", "Slovenia", &["svn"]),
    Row::new("HR", "Kroatia", "Kroatien", "Croatia", &["hrv"]),
    Row::new("BA", "Bosnia ja Hertsegovina", "Bosnien och Hercegovina", "Bosnia and Herzegovina", &["bih", "bosnia"]),
    Row::new("RS", "Serbia", "Serbien", "Serbia", &["srb"]),
    Row::new("ME", "Montenegro", "Montenegro", "Montenegro", &["mne"]),
    Row::new("XK", "Kosovo", "Kosovo", "Kosovo", &["xkx"]),
    Row::new("AL", "Albania", "Albanien", "Albania", &["alb"]),
    Row::new("MK", "Pohjois-Makedonia", "Nordmakedonien", "North Macedonia", &["mkd", "makedonia"]),
    Row::new("RO", "Romania", "Rumänien", "Romania", &["rou"]),
    Row::new("BG", "Bulgaria", "Bulgarien", "Bulgaria", &["bgr"]),
    Row::new("MD", "Moldova", "Moldavien", "Moldova", &["mda"]),
    Row::new("LI", "Liechtenstein", "Liechtenstein", "Liechtenstein", &["lie"]),
    Row::new("TR", "Turkki", "Turkiet", "Türkiye", &["tur", "turkey"]),
    Row::new("GE", "Georgia", "Georgien", "Georgia", &["geo"]),
    Row::new("AM", "Armenia", "Armenien", "Armenia", &["arm"]),
    Row::new("AZ", "Azerbaidžan", "Azerbajdzjan", "Azerbaijan", &["aze", "azerbaidzan"]),
    Row::new("KZ", "Kazakstan", "Kazakstan", "Kazakhstan", &["kaz"]),
    Row::new("UZ", "Uzbekistan", "Uzbekistan", "Uzbekistan", &["uzb"]),
    Row::new("SY", "Syyria", "Syrien", "Syria", &["syr"]),
    Row::new("IQ", "Irak", "Irak", "Iraq", &["irq"]),
    Row::new("IR", "Iran", "Iran", "Iran", &["irn"]),
    Row::new("AF", "Afganistan", "Afghanistan", "Afghanistan", &["afg"]),
    Row::new("PK", "Pakistan", "Pakistan", "Pakistan", &["pak"]),
    Row::new("IN", "Intia", "Indien", "India", &["ind"]),
    Row::new("BD", "Bangladesh", "Bangladesh", "Bangladesh", &["bgd"]),
    Row::new("NP", "Nepal", "Nepal", "Nepal", &["npl"]),
    Row::new("LK", "Sri Lanka", "Sri Lanka", "Sri Lanka", &["lka"]),
    Row::new("TH", "Thaimaa", "Thailand", "Thailand", &["tha"]),
    Row::new("VN", "Vietnam", "Vietnam", "Vietnam", &["vnm"]),
    Row::new("PH", "Filippiinit", "Filippinerna", "Philippines", &["phl"]),
    Row::new("CN", "Kiina", "Kina", "China", &["chn"]),
    Row::new("JP", "Japani", "Japan", "Japan", &["jpn"]),
    Row::new("KR", "Korean tasavalta", "Sydkorea", "South Korea", &["kor", "etelä-korea"]),
    Row::new("MM", "Myanmar", "Myanmar", "Myanmar", &["mmr", "burma"]),
    Row::new("IL", "Israel", "Israel", "Israel", &["isr"]),
    Row::new("PS", "Palestiina", "Palestina", "Palestine", &["pse"]),
    Row::new("LB", "Libanon", "Libanon", "Lebanon", &["lbn"]),
    Row::new("JO", "Jordania", "Jordanien", "Jordan", &["jor"]),
    Row::new("YE", "Jemen", "Jemen", "Yemen", &["yem"]),
    Row::new("EG", "Egypti", "Egypten", "Egypt", &["egy"]),
    Row::new("MA", "Marokko", "Marocko", "Morocco", &["mar"]),
    Row::new("TN", "Tunisia", "Tunisien", "Tunisia", &["tun"]),
    Row::new("DZ", "Algeria", "Algeriet", "Algeria", &["dza"]),
    Row::new("LY", "Libya", "Libyen", "Libya", &["lby"]),
    Row::new("SD", "Sudan", "Sudan", "Sudan", &["sdn"]),
    Row::new("SS", "Etelä-Sudan", "Sydsudan", "South Sudan", &["ssd"]),
    Row::new("SO", "Somalia", "Somalia", "Somalia", &["som"]),
    Row::new("ER", "Eritrea", "Eritrea", "Eritrea", &["eri"]),
    Row::new("ET", "Etiopia", "Etiopien", "Ethiopia", &["eth"]),
    Row::new("KE", "Kenia", "Kenya", "Kenya", &["ken"]),
    Row::new("UG", "Uganda", "Uganda", "Uganda", &["uga"]),
    Row::new("RW", "Ruanda", "Rwanda", "Rwanda", &["rwa"]),
    Row::new("BI", "Burundi", "Burundi", "Burundi", &["bdi"]),
    Row::new("CD", "Kongon demokraattinen tasavalta", "Demokratiska republiken Kongo", "Democratic Republic of the Congo", &["cod", "kongo"]),
    Row::new("NG", "Nigeria", "Nigeria", "Nigeria", &["nga"]),
    Row::new("GH", "Ghana", "Ghana", "Ghana", &["gha"]),
    Row::new("GM", "Gambia", "Gambia", "Gambia", &["gmb"]),
    Row::new("SN", "Senegal", "Senegal", "Senegal", &["sen"]),
    Row::new("CM", "Kamerun", "Kamerun", "Cameroon", &["cmr"]),
    Row::new("US", "Yhdysvallat", "Förenta staterna", "United States", &["usa", "amerikan yhdysvallat"]),
    Row::new("CA", "Kanada", "Kanada", "Canada", &["can"]),
    Row::new("MX", "Meksiko", "Mexiko", "Mexico", &["mex"]),
    Row::new("CU", "Kuuba", "Kuba", "Cuba", &["cub"]),
    Row::new("BR", "Brasilia", "Brasilien", "Brazil", &["bra"]),
    Row::new("CO", "Kolumbia", "Colombia", "Colombia", &["col"]),
    Row::new("PE", "Peru", "Peru", "Peru", &["per"]),
    Row::new("CL", "Chile", "Chile", "Chile", &["chl"]),
    Row::new("AR", "Argentiina", "Argentina", "Argentina", &["arg"]),
    Row::new("VE", "Venezuela", "Venezuela", "Venezuela", &["ven"]),
    Row::new("AU", "Australia", "Australien", "Australia", &["aus"]),
    Row::new("NZ", "Uusi-Seelanti", "Nya Zeeland", "New Zealand", &["nzl"]),
    Row::new("other", "Muu maa", "Annat land", "Other country", &["muu", "annat", "other"]),
    Row::new("stateless", "Kansalaisuudeton", "Statslös", "Stateless", &["ilman kansalaisuutta"]),
    Row::no_information(),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_of_the_eea_is_in_the_table_c5() {
        assert!(
            EEA.iter()
                .all(|code| Country::from_code(code).is_some_and(Country::is_in_eea))
        );
        // Åland is a row of its own beside the thirty member states.
        assert_eq!(EEA.len(), 31);
        assert!(!Country::from_code("US").expect("in the table").is_in_eea());
    }
}
