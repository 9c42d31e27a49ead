//! A whole application in a test: the desk, the routes, people who sign in, on both databases.
//!
//! ```no_run
//! # async fn story() {
//! polku_testkit::for_each_backend(|app| async move {
//!     let maija = app.coach("maija").await;
//!     let page = maija.get("/clients").await;
//!     assert_eq!(page.status, 200);
//! }).await;
//! # }
//! ```

mod app;
mod backend;
mod browser;
mod line;
mod people;
mod shelf;
mod stranger;

pub use app::TestApp;
pub use backend::{Backend, for_each_backend, in_bucket, in_each_store, on_sqlite};
pub use browser::{Answer, Browser, Endless, Program};
pub use line::Line;
pub use people::Client;
pub use shelf::Shelf;
pub use stranger::Stranger;
