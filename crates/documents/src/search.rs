//! Finding in what was read: titles and texts are opened in memory, compared, and forgotten. No index lies anywhere.

use std::collections::HashMap;

use polku_desk::{Client, Granted, Read, Result, SubjectId, Visit, params, statements};
use polku_values::words::fold;
use uuid::Uuid;

use crate::{
    class::Class,
    document::{Document, DocumentText, State, Words},
    store,
};

/// The most characters that are searched for.
pub(crate) const LONGEST_QUERY: usize = 100;
/// The most documents that are shown.
const MOST_FOUND: usize = 50;
/// The most of one's clients' documents that are looked through, the latest first.
pub(crate) const MOST_SEARCHED: usize = 5_000;
/// How many are in memory at once, and how many times.
const AT_ONCE: i64 = 50;
const MOST_ROUNDS: usize = MOST_SEARCHED / 50;
/// The most characters of a line that is shown.
const LONGEST_LINE: usize = 160;

statements! {
    /// Nobody's: the look of somebody who has not asked for anything yet.
    listed(Documents) NOBODY = "SELECT s.id AS subject FROM subject s WHERE s.register = :register AND {visible} AND 1 = 0";
    /// What documents are called, the latest first.
    listed(Documents) TITLES = "SELECT d.subject, d.id, d.version, d.added_at AS at, d.sealed FROM document d \
        JOIN subject s ON s.register = d.register AND s.id = d.subject WHERE d.register = :register \
        AND {visible_with_merged} AND d.state = 'kept' AND (d.added_at < :before OR (d.added_at = :before \
        AND d.id < :before_id)) ORDER BY d.added_at DESC, d.id DESC LIMIT :limit";
    /// What was read in the latest file of each, the latest first.
    listed(Documents) READ = "SELECT t.subject, t.id, t.version, t.document, t.read_at AS at, t.sealed \
        FROM document_text t JOIN subject s ON s.register = t.register AND s.id = t.subject \
        JOIN document d ON d.register = t.register AND d.subject = t.subject AND d.id = t.document \
        JOIN document_file f ON f.register = t.register AND f.subject = t.subject AND f.id = t.id \
        WHERE t.register = :register AND {visible_with_merged} AND d.state = 'kept' AND NOT EXISTS \
        (SELECT 1 FROM document_file g WHERE g.register = f.register AND g.subject = f.subject \
        AND g.document = f.document AND g.number > f.number) AND (t.read_at < :before OR (t.read_at = :before \
        AND t.id < :before_id)) ORDER BY t.read_at DESC, t.id DESC LIMIT :limit";
}

/// What is searched for: words that must all be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Query(Vec<String>);

/// Where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The page, from 1.
    pub(crate) page: usize,
    /// The line.
    pub(crate) line: String,
}

/// A document that was found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) client: SubjectId,
    /// The client's name; empty when the search was within one client's documents.
    pub(crate) name: String,
    pub(crate) document: Uuid,
    pub(crate) title: String,
    pub(crate) class: Class,
    /// Nothing when only its title matched.
    pub(crate) place: Option<Place>,
}

/// What a search brought.
#[derive(Clone, Debug, Default)]
pub(crate) struct Results {
    pub(crate) found: Vec<Found>,
    /// Whether there was more than is looked through or shown.
    pub(crate) is_cut: bool,
}

impl Query {
    /// What was typed, as it is compared; a key of what to say when nothing can be searched for.
    pub(crate) fn parse(typed: &str) -> std::result::Result<Self, &'static str> {
        if typed.chars().count() > LONGEST_QUERY {
            return Err("documents-query-long");
        }
        let words: Vec<String> = fold(typed).split(' ').map(str::to_owned).collect();
        // One letter is everywhere.
        if words.iter().any(|word| word.chars().count() > 1) {
            Ok(Self(words))
        } else {
            Err("documents-query-short")
        }
    }

    fn is_in(&self, folded: &str) -> bool {
        self.0.iter().all(|word| folded.contains(word.as_str()))
    }

    /// Where all the words are: the first page that has them all, and its first line with one of them.
    fn place(&self, text: &DocumentText) -> Option<Place> {
        let (number, page) = text
            .pages
            .iter()
            .enumerate()
            .find(|(_, page)| self.is_in(&fold(page)))?;
        let line = page.lines().find(|line| {
            let folded = fold(line);
            self.0.iter().any(|word| folded.contains(word.as_str()))
        });
        Some(Place {
            page: number + 1,
            line: line.unwrap_or_default().chars().take(LONGEST_LINE).collect(),
        })
    }
}

/// Searches in one client's documents.
pub(crate) async fn in_client(grant: &Granted<'_, Client, Read>, query: &Query) -> Result<Results> {
    let most = i64::try_from(MOST_SEARCHED).unwrap_or(i64::MAX);
    let texts: HashMap<Uuid, DocumentText> = store::texts(grant, most).await?.into_iter().collect();
    let documents = store::all(grant).await?;
    let kept = documents
        .into_iter()
        .filter(|document| document.state == State::Kept);
    let found = kept.filter_map(|document| one(grant.subject(), document, &texts, query));
    let mut found: Vec<Found> = found.collect();
    let is_cut = found.len() > MOST_FOUND;
    found.truncate(MOST_FOUND);
    Ok(Results { found, is_cut })
}

fn one(
    client: SubjectId,
    document: Document,
    texts: &HashMap<Uuid, DocumentText>,
    query: &Query,
) -> Option<Found> {
    let place = texts.get(&document.file.id()).and_then(|text| query.place(text));
    let words = document.about.words;
    (place.is_some() || query.is_in(&fold(&words.title))).then_some(Found {
        client,
        name: String::new(),
        document: document.id,
        title: words.title,
        class: words.class,
        place,
    })
}

/// Searches in the documents of all whom the visitor may see, the latest first and so many.
pub(crate) async fn everywhere(visit: &Visit, query: &Query) -> Result<Results> {
    let mut results = Results::default();
    let mut named: HashMap<Uuid, (String, Class)> = HashMap::new();
    let mut before = Before::TOP;
    for round in 0.. {
        let searched = visit
            .search(TITLES, before.params(), |row, words: Words| {
                let is_found = query.is_in(&fold(&words.title));
                if let Ok(id) = row.get::<Uuid>("id") {
                    named.insert(id, (words.title, words.class));
                }
                is_found
            })
            .await?;
        for row in &searched.listed.rows {
            let id: Uuid = row.get("id")?;
            let found = (searched.listed.person(row), searched.listed.name(row));
            results.take(id, found, &named, None);
        }
        match Before::after(searched.last)? {
            Some(_) if round >= MOST_ROUNDS => {
                results.is_cut = true;
                break;
            }
            Some(next) => before = next,
            None => break,
        }
    }
    let mut before = Before::TOP;
    for round in 0.. {
        let mut places: HashMap<Uuid, Place> = HashMap::new();
        let searched = visit
            .search(READ, before.params(), |row, text: DocumentText| {
                let place = query.place(&text);
                match (row.get::<Uuid>("document"), place) {
                    (Ok(id), Some(place)) if named.contains_key(&id) => {
                        places.insert(id, place);
                        true
                    }
                    _ => false,
                }
            })
            .await?;
        for row in &searched.listed.rows {
            let id: Uuid = row.get("document")?;
            let found = (searched.listed.person(row), searched.listed.name(row));
            results.take(id, found, &named, places.remove(&id));
        }
        match Before::after(searched.last)? {
            Some(_) if round >= MOST_ROUNDS => {
                results.is_cut = true;
                break;
            }
            Some(next) => before = next,
            None => break,
        }
    }
    results.is_cut |= results.found.len() > MOST_FOUND;
    results.found.truncate(MOST_FOUND);
    Ok(results)
}

impl Results {
    /// A document that was found, once: by its title and by its text.
    fn take(
        &mut self,
        document: Uuid,
        (client, name): (SubjectId, String),
        named: &HashMap<Uuid, (String, Class)>,
        place: Option<Place>,
    ) {
        if let Some(known) = self.found.iter_mut().find(|found| found.document == document) {
            known.place = place.or(known.place.take());
            return;
        }
        let Some((title, class)) = named.get(&document).cloned() else {
            return;
        };
        self.found.push(Found {
            client,
            name,
            document,
            title,
            class,
            place,
        });
    }
}

/// Where a list goes on.
#[derive(Clone, Copy, Debug)]
struct Before {
    at: i64,
    id: Uuid,
}

impl Before {
    const TOP: Self = Self {
        at: i64::MAX,
        id: Uuid::max(),
    };

    fn params(self) -> polku_desk::database::Params {
        params! { "before" => self.at, "before_id" => self.id, "limit" => AT_ONCE }
    }

    fn after(last: Option<polku_desk::Row>) -> Result<Option<Self>> {
        last.map(|row| {
            Ok(Self {
                at: row.get("at")?,
                id: row.get("id")?,
            })
        })
        .transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pages: &[&str]) -> DocumentText {
        DocumentText {
            pages: pages.iter().map(|page| (*page).to_owned()).collect(),
        }
    }

    #[test]
    fn words_are_found_whatever_their_letters_and_case() {
        let query = Query::parse("  TYÖKYKY keväällä ").expect("a query");
        let read = text(&["Lääkärintodistus", "Alku\nTyokyky arvioidaan\nuudelleen Keväällä"]);
        let place = query.place(&read).expect("found");
        assert_eq!((place.page, place.line.as_str()), (2, "Tyokyky arvioidaan"));
        assert_eq!(
            Query::parse("työkyky syksyllä").expect("a query").place(&read),
            None
        );
    }

    #[test]
    fn a_search_needs_a_word() {
        for nothing in ["", " , ", "a", "a b"] {
            assert_eq!(Query::parse(nothing), Err("documents-query-short"), "{nothing:?}");
        }
        assert_eq!(Query::parse(&"a".repeat(101)), Err("documents-query-long"));
    }
}
