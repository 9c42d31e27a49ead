//! The templates that come with the product, in words of our own. One that was shipped once stays for good.

use std::sync::LazyLock;

use super::template::{Content, Standing, Template, TemplateId};

macro_rules! shipped {
    ($($family:literal),+ $(,)?) => {
        static SHIPPED: LazyLock<Vec<Template>> = LazyLock::new(|| vec![$(
            template($family, include_str!(concat!("../../shipped/", $family, ".toml")))
        ),+]);
    };
}

shipped! { "activity", "work", "workshop" }

fn template(family: &str, text: &str) -> Template {
    let content: Content = toml::from_str(text).expect("a test reads every shipped template");
    Template {
        id: TemplateId(format!("{family}.1")),
        version: 1,
        family: family.to_owned(),
        number: 1,
        standing: Standing::InUse,
        content,
    }
}

/// All of them, in the order in which they are offered.
pub(crate) fn all() -> impl Iterator<Item = &'static Template> {
    SHIPPED.iter()
}

#[cfg(test)]
mod tests {
    use polku_values::InterfaceLanguage;

    use super::*;
    use crate::templates::{input::ContentInput, placeholder::used};

    #[test]
    fn every_shipped_template_is_whole_and_uses_the_same_fields_in_each_language_b3() {
        for template in all() {
            let content = &template.content;
            let checked = ContentInput::of(content).check();
            assert_eq!(checked.as_ref().map(|checked| &checked.title), Ok(&content.title));
            let fields =
                InterfaceLanguage::ALL.map(|language| used(content.text.of(language)).expect("known fields"));
            assert!(
                fields.iter().all(|of| *of == fields[0]),
                "{}: {fields:?}",
                template.family
            );
            assert!(fields[0].len() > 6, "{}", template.family);
        }
    }
}
