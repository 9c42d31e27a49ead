//! What is typed about templates, by people and programs alike.

use polku_web::Mistake;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    placeholder::{self, Unknown},
    template::{Content, InThree},
};

/// The most characters of a text.
pub(crate) const LONGEST_TEXT: usize = 12_000;
/// The most characters of a title.
pub(crate) const LONGEST_TITLE: usize = 120;

/// That a text has a field which does not exist, told by its name.
pub(crate) fn unknown(field: &'static str, Unknown(named): Unknown) -> Mistake {
    Mistake {
        field,
        key: "agreement-templates-unknown-field",
        named: Some(named),
    }
}

/// A template as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ContentInput {
    /// What the agreement is called in Finnish.
    pub(crate) title_fi: String,
    /// In Swedish.
    pub(crate) title_sv: String,
    /// In English.
    pub(crate) title_en: String,
    /// The text in Finnish, with fields such as `{client-name}`.
    pub(crate) text_fi: String,
    /// In Swedish.
    pub(crate) text_sv: String,
    /// In English.
    pub(crate) text_en: String,
}

impl ContentInput {
    /// As it would be typed.
    pub(crate) fn of(content: &Content) -> Self {
        let (title, text) = (content.title.clone(), content.text.clone());
        Self {
            title_fi: title.fi,
            title_sv: title.sv,
            title_en: title.en,
            text_fi: text.fi,
            text_sv: text.sv,
            text_en: text.en,
        }
    }

    /// The fields with what stands in them.
    pub(crate) fn fields(&self) -> [(&'static str, &str); 6] {
        [
            ("title_fi", &self.title_fi),
            ("text_fi", &self.text_fi),
            ("title_sv", &self.title_sv),
            ("text_sv", &self.text_sv),
            ("title_en", &self.title_en),
            ("text_en", &self.text_en),
        ]
    }

    /// What was typed, when all of it can be used.
    pub(crate) fn check(&self) -> Result<Content, Vec<Mistake>> {
        let mut wrong = Vec::new();
        for (field, typed) in self.fields() {
            if typed.trim().is_empty() {
                wrong.push(Mistake::plain(field, "agreement-templates-empty"));
            } else if field.starts_with("title") {
                if typed.trim().chars().count() > LONGEST_TITLE {
                    wrong.push(Mistake::plain(field, "agreement-templates-title-long"));
                }
            } else if typed.chars().count() > LONGEST_TEXT {
                wrong.push(Mistake::plain(field, "agreement-templates-text-long"));
            } else if let Err(named) = placeholder::used(typed) {
                wrong.push(unknown(field, named));
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let line = |typed: &str| typed.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = |typed: &str| typed.replace("\r\n", "\n").trim_end().to_owned() + "\n";
        Ok(Content {
            title: InThree {
                fi: line(&self.title_fi),
                sv: line(&self.title_sv),
                en: line(&self.title_en),
            },
            text: InThree {
                fi: text(&self.text_fi),
                sv: text(&self.text_sv),
                en: text(&self.text_en),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mistake_is_told_beside_its_field_and_an_unknown_field_by_name_b3() {
        let mut typed = ContentInput::of(&super::super::shipped::all().next().expect("one").content);
        typed.text_sv = "Hej {kundens-namn}".to_owned();
        typed.title_en = " ".to_owned();
        let wrong = typed.check().expect_err("mistakes");
        assert_eq!(wrong.len(), 2);
        assert_eq!(
            (wrong[0].field, wrong[0].named.as_deref()),
            ("text_sv", Some("kundens-namn"))
        );
        assert_eq!(
            (wrong[1].field, wrong[1].key),
            ("title_en", "agreement-templates-empty")
        );
    }
}
