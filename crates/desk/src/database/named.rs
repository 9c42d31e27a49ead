//! `:name` to `$1`: one SQL text for both databases, with parameters that cannot be mixed up by place.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, RwLock},
};

/// A text with numbered parameters and the names in their order.
#[derive(Debug)]
pub(super) struct Numbered {
    pub(super) sql: Arc<str>,
    pub(super) names: Vec<String>,
}

/// Several texts as one, each with numbers of its own, and the names of each in their order.
#[derive(Debug)]
pub(super) struct Joined {
    pub(super) sql: Arc<str>,
    pub(super) names: Vec<Vec<String>>,
}

static SEEN: LazyLock<RwLock<HashMap<String, Arc<Numbered>>>> = LazyLock::new(RwLock::default);
static SEEN_TOGETHER: LazyLock<RwLock<HashMap<String, Arc<Joined>>>> = LazyLock::new(RwLock::default);

/// Numbers the parameters of a text, remembering texts that were seen.
pub(super) fn number(sql: &str) -> Arc<Numbered> {
    if let Some(known) = SEEN.read().expect("statements").get(sql) {
        return Arc::clone(known);
    }
    let numbered = Arc::new(translate(sql, 0));
    SEEN.write()
        .expect("statements")
        .insert(sql.to_owned(), Arc::clone(&numbered));
    numbered
}

/// Joins texts that run one after the other, remembering what was seen.
pub(super) fn join<'a>(texts: impl Iterator<Item = &'a str>) -> Arc<Joined> {
    let texts: Vec<&str> = texts.collect();
    let whole = texts.join(";\n");
    if let Some(known) = SEEN_TOGETHER.read().expect("statements").get(&whole) {
        return Arc::clone(known);
    }
    let (mut sql, mut names, mut given) = (String::with_capacity(whole.len()), Vec::new(), 0);
    for text in texts {
        let one = translate(text, given);
        given += one.names.len();
        if !sql.is_empty() {
            sql.push_str(";\n");
        }
        sql.push_str(&one.sql);
        names.push(one.names);
    }
    let joined = Arc::new(Joined {
        sql: sql.into(),
        names,
    });
    SEEN_TOGETHER
        .write()
        .expect("statements")
        .insert(whole, Arc::clone(&joined));
    joined
}

/// Numbers parameters from the one after `given` on.
fn translate(sql: &str, given: usize) -> Numbered {
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
        out.push_str(&(given + place + 1).to_string());
    }
    Numbered {
        sql: out.into(),
        names,
    }
}

#[cfg(test)]
mod tests {
    use super::{join, translate};

    #[test]
    fn names_become_numbers_and_a_repeated_name_keeps_its_number() {
        let numbered = translate("SELECT ':no' FROM t WHERE a = :one AND b = :two AND c = :one", 0);
        assert_eq!(
            &*numbered.sql,
            "SELECT ':no' FROM t WHERE a = $1 AND b = $2 AND c = $1"
        );
        assert_eq!(numbered.names, ["one", "two"]);
    }

    #[test]
    fn joined_texts_share_no_number_even_where_they_share_a_name() {
        let joined = join(["SELECT :one, :two", "SELECT :two"].into_iter());
        assert_eq!(&*joined.sql, "SELECT $1, $2;\nSELECT $3");
        assert_eq!(joined.names, [vec!["one", "two"], vec!["two"]]);
    }
}
