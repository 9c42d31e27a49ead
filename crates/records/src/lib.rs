//! Records that outlive casework.
//!
//! - [`places`]: locked cabinets and rooms, and who holds their keys (F2);
//! - [`folders`]: clients' paper folders, who took which and when it came back (F2);
//! - [`forms`]: forms that were filled in before entry, logged until they are destroyed (F2);
//! - [`archive`]: packages for the archive (F3);
//! - `overview`: the page of all paper.

pub mod archive;
pub mod folders;
pub mod forms;
mod overview;
mod overview_view;
pub mod places;

use polku_web::Routes;

/// The routes of all slices, a line each.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .with(overview::routes())
        .with(places::routes())
        .with(folders::routes())
        .with(forms::routes())
        .with(archive::routes())
}
