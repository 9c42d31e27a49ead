//! The parts pages are built of. Each has a file; each implements [`maud::Render`], so it is placed in
//! `html! { (component) }`; words come in ready, in the reader's language.

mod action_bar;
mod attendance;
mod button;
mod chapters;
mod confirmation;
mod disclosure;
mod empty;
mod facts;
mod found;
mod notice;
mod only;
mod pagination;
mod paper;
mod progress;
mod rows;
mod table;
mod tabs;
mod tag;
mod timeline;

pub use action_bar::action_bar;
pub use attendance::{AttendanceStrip, Mark, StripWeek, mark};
pub use button::Button;
pub use chapters::{Chapter, chapters, contents};
pub use confirmation::Confirmation;
pub use disclosure::Disclosure;
pub use empty::Empty;
pub use facts::{Fact, Facts};
pub use found::{Found, found};
pub use notice::Notice;
pub use only::{only_print, only_screen, unseen};
pub use pagination::Pagination;
pub use paper::Paper;
pub use progress::Progress;
pub use rows::{Dot, Row, rest, rows};
pub use table::{Column, Direction, Table};
pub use tabs::{Tab, tabs};
pub use tag::{Tag, TagKind};
pub use timeline::{Bar, BarKind, Timeline};
