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
mod people;
mod stranger;

pub use app::TestApp;
pub use backend::{Backend, for_each_backend, on_sqlite};
pub use browser::{Answer, Browser, Endless, Program};
pub use people::Client;
pub use stranger::Stranger;
