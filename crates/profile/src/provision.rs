//! Sections of acts in words. Profiles cite them as Finnish statutes do; a reader of Swedish or English gets their own words.

use polku_values::InterfaceLanguage;

/// A section of an act as it is cited in a language: `24 § 1 mom. 25 kohta` is `24 § 1 mom. 25 punkten` and
/// `24 § subsection 1 item 25`.
#[must_use]
pub fn section_in(section: &str, language: InterfaceLanguage) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in section.split(' ') {
        let (bare, comma) = word.strip_suffix(',').map_or((word, ""), |bare| (bare, ","));
        match (language, unit(bare, language)) {
            (InterfaceLanguage::Finnish, _) | (_, None) => words.push(word.to_owned()),
            (InterfaceLanguage::Swedish, Some(unit)) => words.push(format!("{unit}{comma}")),
            (InterfaceLanguage::English, Some("and")) => words.push("and".to_owned()),
            // The number stands before its unit in Finnish, and after it in English.
            (InterfaceLanguage::English, Some(unit)) => {
                let number = words.pop().unwrap_or_default();
                words.push(format!("{unit} {number}{comma}").trim_end().to_owned());
            }
        }
    }
    words.join(" ")
}

fn unit(word: &str, language: InterfaceLanguage) -> Option<&'static str> {
    let (swedish, english) = match word {
        "luku" => ("kap.", "chapter"),
        "mom." => ("mom.", "subsection"),
        "kohta" => ("punkten", "item"),
        "ja" => ("och", "and"),
        _ => return None,
    };
    Some(if language == InterfaceLanguage::Swedish {
        swedish
    } else {
        english
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_cited_in_the_readers_language() {
        let cited = [
            (
                "24 § 1 mom. 25 kohta",
                "24 § 1 mom. 25 punkten",
                "24 § subsection 1 item 25",
            ),
            (
                "13 § 2 mom., 16 § 3 mom.",
                "13 § 2 mom., 16 § 3 mom.",
                "13 § subsection 2, 16 § subsection 3",
            ),
            ("2 luku 10 §", "2 kap. 10 §", "chapter 2 10 §"),
            (
                "22–24, 26, 29 ja 32 §",
                "22–24, 26, 29 och 32 §",
                "22–24, 26, 29 and 32 §",
            ),
            ("87 a §", "87 a §", "87 a §"),
        ];
        for (finnish, swedish, english) in cited {
            assert_eq!(section_in(finnish, InterfaceLanguage::Finnish), finnish);
            assert_eq!(section_in(finnish, InterfaceLanguage::Swedish), swedish);
            assert_eq!(section_in(finnish, InterfaceLanguage::English), english);
        }
    }
}
