//! `:name` to `$1`: one SQL text for both databases, with parameters that cannot be mixed up by place.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, RwLock},
};

/// A text with numbered parameters and the names in their order.
#[derive(Debug)]
pub(super) struct Numbered {
    pub(super) sql: String,
    pub(super) names: Vec<String>,
}

static SEEN: LazyLock<RwLock<HashMap<String, Arc<Numbered>>>> = LazyLock::new(RwLock::default);

/// Numbers the parameters of a text, remembering texts that were seen.
pub(super) fn number(sql: &str) -> Arc<Numbered> {
    if let Some(known) = SEEN.read().expect("statements").get(sql) {
        return Arc::clone(known);
    }
    let numbered = Arc::new(translate(sql));
    SEEN.write()
        .expect("statements")
        .insert(sql.to_owned(), Arc::clone(&numbered));
    numbered
}

fn translate(sql: &str) -> Numbered {
    let mut out = String::with_capacity(sql.len());
    let mut names: Vec<String> = Vec::new();
    let mut quoted = false;
    let mut characters = sql.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '\'' {
            quoted = !quoted;
        }
        if quoted || character != ':' {
            out.push(character);
            continue;
        }
        let mut name = String::new();
        while let Some(next) = characters.next_if(|c| c.is_ascii_alphanumeric() || *c == '_') {
            name.push(next);
        }
        let place = names.iter().position(|known| *known == name).unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        });
        out.push('$');
        out.push_str(&(place + 1).to_string());
    }
    Numbered { sql: out, names }
}

#[cfg(test)]
mod tests {
    use super::translate;

    #[test]
    fn names_become_numbers_and_a_repeated_name_keeps_its_number() {
        let numbered = translate("SELECT ':no' FROM t WHERE a = :one AND b = :two AND c = :one");
        assert_eq!(
            numbered.sql,
            "SELECT ':no' FROM t WHERE a = $1 AND b = $2 AND c = $1"
        );
        assert_eq!(numbered.names, ["one", "two"]);
    }
}
