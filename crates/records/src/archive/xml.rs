//! The records as XML, for archives that take nothing else.

use std::borrow::Cow;

use polku_casework::packing::PackedItem;

use super::{metadata::Metadata, package::Contents};

/// Writes all of it.
pub(super) fn write(contents: &Contents) -> String {
    let mut xml = Xml(String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    xml.open("arkistopaketti", &[("muoto", contents.form)]);
    xml.text("rekisterinpitaja", &contents.controller);
    xml.text("rekisteri", &contents.register);
    xml.text("henkilo", &contents.person);
    xml.text("muodostettu", &contents.made_at.to_string());
    for part in &contents.parts {
        xml.open("osa", &[("avain", &part.key), ("nimi", &part.name)]);
        xml.metadata(&part.metadata);
        for item in &part.items {
            xml.item(item);
        }
        xml.close("osa");
    }
    for document in &contents.documents {
        xml.open("asiakirja", &[("tiedosto", &document.file)]);
        xml.text("nimeke", &document.title);
        if let Some(day) = document.dated {
            xml.text("paiva", &day.to_string());
        }
        xml.metadata(&document.metadata);
        xml.close("asiakirja");
    }
    xml.close("arkistopaketti");
    xml.0
}

struct Xml(String);

impl Xml {
    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.push(&["<", name]);
        for (key, value) in attributes {
            self.push(&[" ", key, "=\"", &escaped(value), "\""]);
        }
        self.push(&[">\n"]);
    }

    fn close(&mut self, name: &str) {
        self.push(&["</", name, ">\n"]);
    }

    fn push(&mut self, parts: &[&str]) {
        self.0.extend(parts.iter().copied());
    }

    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.push(&["<", name, ">", &escaped(value), "</", name, ">\n"]);
        }
    }

    fn metadata(&mut self, metadata: &Metadata) {
        self.open("metatiedot", &[]);
        for (key, value) in metadata.named() {
            self.text(key, value);
        }
        self.close("metatiedot");
    }

    fn item(&mut self, item: &PackedItem) {
        self.open("merkinta", &[]);
        self.text("otsikko", &item.title);
        if let Some(day) = item.on {
            self.text("paiva", &day.to_string());
        }
        for fact in &item.facts {
            self.open("tieto", &[("avain", &fact.key), ("nimi", &fact.name)]);
            self.text("arvo", &fact.value);
            self.close("tieto");
        }
        self.text("teksti", &item.text);
        self.close("merkinta");
    }
}

/// What is written between and in tags. Signs that XML does not know at all are left out.
fn escaped(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !matches!(c, '&' | '<' | '>' | '"' | '\'') && is_known(c);
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for sign in text.chars().filter(|c| is_known(*c)) {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}

/// The signs of XML 1.0.
const fn is_known(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quick_xml::{Reader, events::Event};

    use super::*;

    proptest! {
        /// Whatever somebody wrote is text in the file, and nothing else.
        #[test]
        fn what_was_written_comes_back_as_text(title in "[^\\r]{0,40}", text in any::<String>()) {
            let mut xml = Xml(String::new());
            xml.item(&PackedItem::new(title.clone()).text(text.clone()));
            let mut reader = Reader::from_str(&xml.0);
            let (mut names, mut said, mut inside) = (Vec::new(), Vec::new(), String::new());
            loop {
                match reader.read_event().expect("well-formed") {
                    Event::Start(start) => {
                        names.push(String::from_utf8_lossy(start.name().as_ref()).into_owned());
                        inside.clear();
                    }
                    Event::Text(part) => inside.push_str(&part.decode().expect("UTF-8")),
                    Event::GeneralRef(entity) => {
                        let name = entity.decode().expect("UTF-8");
                        let sign = quick_xml::escape::resolve_predefined_entity(&name).expect("known");
                        inside.push_str(sign);
                    }
                    Event::End(end) if end.name().as_ref() != b"merkinta" => said.push(inside.clone()),
                    Event::Eof => break,
                    _ => {}
                }
            }
            let known = |text: &str| text.chars().filter(|c| is_known(*c)).collect::<String>();
            let expected: Vec<String> = [title, text].iter().filter(|t| !t.is_empty()).map(|t| known(t)).collect();
            prop_assert_eq!(names.len(), 1 + expected.len());
            prop_assert_eq!(said, expected);
        }
    }
}
