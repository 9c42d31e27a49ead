//! Who has looked: when, who as the profile decides, what, why, and on which ground, in plain words, with proofs (D8, E4).
//!
//! What a client may know was settled by the desk; the view is the one that workers see.

use polku_desk::{
    Client, EntryId, Granted, Read,
    audit::{Look, Who},
};
use polku_oversight::looks::{LooksPage, ON_A_PAGE, as_file, list};
use polku_pages::{
    components::{Notice, Pagination},
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, Failure, InPortal, Path, Query, Reader};
use serde::Deserialize;
use serde_json::json;

/// So many entries are read at a time, while the client's own are left out.
const READ: usize = 200;
/// So often at most: whoever looks at themselves all day still gets an answer.
const ROUNDS: usize = 10;

/// Which page, and whether the own visits are on it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    before: String,
    own: String,
}

impl Asked {
    pub(super) fn before(&self) -> Answer<Option<EntryId>> {
        if self.before.is_empty() {
            return Ok(None);
        }
        let id = self.before.parse();
        id.map(Some).map_err(|_| Failure::Unreadable("no such entry"))
    }

    fn whose(&self) -> Whose {
        if self.own == "shown" {
            Whose::All
        } else {
            Whose::Others
        }
    }
}

/// Whose looks are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// Everyone's but the client's own.
    Others,
    /// Everyone's.
    All,
}

/// A page of looks.
pub(super) struct Looks {
    /// The latest first.
    pub(super) looks: Vec<Look>,
    /// Where the next page begins.
    pub(super) older: Option<EntryId>,
}

impl Looks {
    /// Reads a page.
    pub(super) async fn of(
        grant: &Granted<'_, Client, Read>,
        mut before: Option<EntryId>,
        whose: Whose,
    ) -> Answer<Self> {
        let mut looks = Vec::new();
        for _ in 0..ROUNDS {
            let read = grant.looks(before, READ).await?;
            let is_last = read.len() < READ;
            before = read.last().map(|look| look.entry);
            looks.extend(
                read.into_iter()
                    .filter(|look| whose == Whose::All || !is_own(look)),
            );
            if looks.len() > ON_A_PAGE {
                looks.truncate(ON_A_PAGE);
                let older = looks.last().map(|look| look.entry);
                return Ok(Self { looks, older });
            }
            if is_last {
                return Ok(Self { looks, older: None });
            }
        }
        Ok(Self { looks, older: before })
    }
}

/// Whether it is the client's own visit to the portal.
fn is_own(look: &Look) -> bool {
    matches!(&look.who, Who::Program(part) if part == "portal")
}

pub(super) async fn show(visit: AtDesk, own: InPortal, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let (before, whose) = (asked.before()?, asked.whose());
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let looks = Looks::of(&grant, before, whose).await?;
    let (texts, profile) = (reader.texts, visit.profile()?);
    let page = LooksPage {
        profile: &profile,
        looks: &looks.looks,
        address: "/own/looks",
        before,
        older: None,
        today: visit.today(),
    };
    let suffix = match whose {
        Whose::All => "&own=shown",
        Whose::Others => "",
    };
    let pages = Pagination {
        older: looks
            .older
            .map(|entry| format!("/own/looks?before={entry}{suffix}")),
        ..Pagination::default()
    };
    let body = html! {
        (Notice::info(texts.t("own-looks-what")))
        (list(texts, &page))
        (pages.render(texts))
        p {
            @match whose {
                Whose::Others => a href="/own/looks?own=shown" { (texts.t("own-looks-with-own")) },
                Whose::All => a href="/own/looks" { (texts.t("own-looks-without-own")) },
            }
        }
    };
    let heading = Heading::new(texts.t("own-looks-heading"));
    Ok(reader.portal_page("own-looks-title", &[], &heading, body))
}

/// The proofs of a page's looks as a file, which anyone can check without the product.
pub(super) async fn proofs(
    visit: AtDesk,
    own: InPortal,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Answer {
    let before = asked.before()?;
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let proven = grant.proven_looks(before, ON_A_PAGE).await?;
    grant.shown(&json!({ "proofs": proven.looks.len() }));
    as_file(reader.texts, &proven)
}

/// The proof of one look as a file.
pub(super) async fn proof(
    visit: AtDesk,
    own: InPortal,
    reader: Reader,
    Path(entry): Path<EntryId>,
) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let proven = grant.proven_look(entry).await?;
    grant.shown(&json!({ "proofs": 1 }));
    as_file(reader.texts, &proven)
}
