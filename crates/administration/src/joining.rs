//! Where other rooms join the lists of duties of those who keep the register and watch over it (E6).
//!
//! ```
//! use futures::FutureExt as _;
//! use polku_administration::joining::{Duty, DutySource, inventory};
//!
//! inventory::submit! { DutySource { order: 900, due: |_| async { Ok(Vec::<Duty>::new()) }.boxed() } }
//! ```

use futures::future::BoxFuture;
use jiff::civil::Date;
use polku_desk::Visit;
use polku_pages::{
    Markup, Texts,
    components::{Empty, Paper, Row, Tag, rows},
    format,
};
use polku_web::Answer;

pub use polku_desk::inventory;

/// Something that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The key of what it is; it is told `$count`.
    pub word: &'static str,
    /// How many of it.
    pub count: usize,
    /// Where it is seen to.
    pub href: String,
    /// By which day the most pressing is to be done; none when no day is set.
    pub by: Option<Date>,
}

/// What waits in another room. Asked of main users and data protection officers, so the room looks at the role itself.
#[derive(Debug)]
pub struct DutySource {
    /// Its place among the duties.
    pub order: u16,
    /// Reads what waits: numbers, nobody's data.
    pub due: for<'a> fn(&'a Visit) -> BoxFuture<'a, Answer<Vec<Duty>>>,
}

inventory::collect!(DutySource);

/// All that waits for the visitor in other rooms, in their order.
///
/// # Errors
/// When the database fails.
pub async fn duties(visit: &Visit) -> Answer<Vec<Duty>> {
    let mut sources: Vec<&DutySource> = inventory::iter::<DutySource>.into_iter().collect();
    sources.sort_by_key(|source| source.order);
    let mut duties = Vec::new();
    for source in sources {
        duties.extend((source.due)(visit).await?);
    }
    Ok(duties)
}

/// A duty as a row of the list.
#[must_use]
pub fn row(texts: Texts, duty: &Duty, today: Date) -> Row {
    let words = texts.with(duty.word, &[("count", duty.count.into())]);
    let row = Row::link(&duty.href, words);
    match duty.by {
        Some(by) if by < today => row.words(Tag::over(format::near_date(texts, by, today))),
        Some(by) => row.aside(format::near_date(texts, by, today)),
        None => row,
    }
}

/// The list of what waits.
#[must_use]
pub fn list(texts: Texts, duties: &[Duty], today: Date) -> Markup {
    Paper::new(texts.t("accounts-due")).with(maud::html! {
        @if duties.is_empty() { (Empty::new(texts.t("accounts-due-none"))) }
        @else { (rows(duties.iter().map(|duty| row(texts, duty, today)))) }
    })
}
