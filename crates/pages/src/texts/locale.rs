//! The three languages and how one is chosen.

use polku_values::InterfaceLanguage;

/// A language of the interface. Finnish and Swedish are the official ones (Language Act 423/2003).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// Finnish, the fallback.
    #[default]
    Fi,
    /// Swedish as written in Finland.
    Sv,
    /// English.
    En,
}

impl Locale {
    /// All languages in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Fi, Self::Sv, Self::En];

    /// The language's code for `lang` attributes, cookies and folders: `fi`, `sv` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fi => "fi",
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// The language's name in itself, for the language choice.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Fi => "Suomi",
            Self::Sv => "Svenska",
            Self::En => "English",
        }
    }

    /// The language of a code such as `sv` or `sv-FI`, whatever its case.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let language = code.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|locale| locale.code().eq_ignore_ascii_case(language))
    }

    /// The best of our languages for an `Accept-Language` header (RFC 9110, section 12.5.4).
    /// Equal weights keep the order of the header.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        for (locale, weight) in header.split(',').filter_map(weighted) {
            if weight > best.map_or(0.0, |(_, weight)| weight) {
                best = Some((locale, weight));
            }
        }
        best.map(|(locale, _)| locale)
    }

    /// The language of a request: the person's own choice (cookie) before the browser's wish, else Finnish.
    #[must_use]
    pub fn choose(cookie: Option<&str>, accept_language: Option<&str>) -> Self {
        cookie
            .and_then(Self::parse)
            .or_else(|| accept_language.and_then(Self::from_accept_language))
            .unwrap_or_default()
    }
}

impl From<Locale> for InterfaceLanguage {
    fn from(locale: Locale) -> Self {
        match locale {
            Locale::Fi => Self::Finnish,
            Locale::Sv => Self::Swedish,
            Locale::En => Self::English,
        }
    }
}

fn weighted(part: &str) -> Option<(Locale, f32)> {
    let (code, parameters) = part.split_once(';').unwrap_or((part, "q=1"));
    let weight = parameters.trim().strip_prefix("q=")?.trim().parse().ok()?;
    Some((Locale::parse(code)?, weight))
}
