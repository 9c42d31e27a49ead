//! A small reader of our own markup: enough to ask it questions.

/// The start tags of a document, each without its angle brackets.
pub fn tags(document: &str) -> impl Iterator<Item = &str> {
    document
        .split('<')
        .skip(1)
        .filter(|tag| tag.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|tag| tag.split('>').next())
}

/// The value of an attribute of a start tag.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

/// All values of an attribute in a document.
pub fn attributes<'a>(document: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    tags(document).filter_map(move |tag| attribute(tag, name))
}

/// What stands between the first `start` and the next `end`.
pub fn between<'a>(document: &'a str, start: &str, end: &str) -> &'a str {
    document
        .split_once(start)
        .and_then(|(_, rest)| rest.split_once(end))
        .map_or("", |(inside, _)| inside)
}
