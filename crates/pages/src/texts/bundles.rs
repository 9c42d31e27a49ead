//! The embedded Fluent files, parsed once per language.

use super::Locale;
use crate::format;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

pub(super) struct TextFile {
    language: &'static str,
    name: &'static str,
    text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/text_files.rs"));

type Bundle = FluentBundle<FluentResource>;

static FINNISH: LazyLock<Bundle> = LazyLock::new(|| build(Locale::Fi));
static SWEDISH: LazyLock<Bundle> = LazyLock::new(|| build(Locale::Sv));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| build(Locale::En));

pub(super) fn bundle(locale: Locale) -> &'static Bundle {
    match locale {
        Locale::Fi => &FINNISH,
        Locale::Sv => &SWEDISH,
        Locale::En => &ENGLISH,
    }
}

/// A broken entry is left out and so shows as missing: a page never fails because of a text.
fn build(locale: Locale) -> Bundle {
    let language: LanguageIdentifier = locale.code().parse().expect("our codes are language identifiers");
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale {
        Locale::Fi => |value, _| number(Locale::Fi, value),
        Locale::Sv => |value, _| number(Locale::Sv, value),
        Locale::En => |value, _| number(Locale::En, value),
    }));
    for file in files(locale) {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(file.text.to_owned());
        // The first text of a name stays; a test below names the second.
        let _repeated = bundle.add_resource(resource);
    }
    bundle
}

fn number(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::plain_number(locale, &number.as_string())),
        _ => None,
    }
}

fn files(locale: Locale) -> impl Iterator<Item = &'static TextFile> {
    FILES.iter().filter(move |file| file.language == locale.code())
}

/// The names of a language's text files, such as `frame.ftl`.
#[must_use]
pub fn file_names(locale: Locale) -> Vec<&'static str> {
    files(locale).map(|file| file.name).collect()
}

/// The names of all texts of a language, so that a test can hold the three languages equal.
#[must_use]
pub fn keys(locale: Locale) -> BTreeSet<String> {
    variables(locale).into_keys().collect()
}

/// Every text of a language with the variables it uses.
#[must_use]
pub fn variables(locale: Locale) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for file in files(locale) {
        let (Ok(resource) | Err((resource, _))) = fluent_syntax::parser::parse(file.text);
        for entry in resource.body {
            if let ast::Entry::Message(message) = entry {
                let mut names = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    collect_from_pattern(pattern, &mut names);
                }
                found.insert(message.id.name.to_owned(), names);
            }
        }
    }
    found
}

fn collect_from_pattern(pattern: &ast::Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            collect_from_expression(expression, names);
        }
    }
}

fn collect_from_expression(expression: &ast::Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => collect_from_inline(inline, names),
        ast::Expression::Select { selector, variants } => {
            collect_from_inline(selector, names);
            for variant in variants {
                collect_from_pattern(&variant.value, names);
            }
        }
    }
}

fn collect_from_inline(inline: &ast::InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => collect_from_expression(expression, names),
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                collect_from_inline(argument, names);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_file_is_well_formed_and_names_no_text_twice() {
        for locale in Locale::ALL {
            let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
            for file in files(locale) {
                let resource = fluent_syntax::parser::parse(file.text)
                    .map_err(|(_, errors)| format!("{}/{}: {errors:?}", file.language, file.name))
                    .expect("text files parse");
                for entry in resource.body {
                    if let ast::Entry::Message(message) = entry {
                        let key = message.id.name;
                        assert!(message.value.is_some(), "{key} in {} has no text", file.name);
                        if let Some(first) = seen.insert(key, file.name) {
                            panic!(
                                "{key} is both in {first} and in {} ({})",
                                file.name, file.language
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_three_languages_have_the_same_text_files() {
        assert_eq!(file_names(Locale::Fi), file_names(Locale::Sv));
        assert_eq!(file_names(Locale::Fi), file_names(Locale::En));
    }
}
