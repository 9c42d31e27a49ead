//! Styles, scripts and fonts, embedded in the binary and served under one versioned folder.
//!
//! The version is a hash of everything, and it is a folder rather than a part of each name: scripts import
//! each other and styles name fonts by plain relative addresses, and a browser may keep each file for good.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

/// Where all assets are served: route `GET /assets/{*rest}` to [`find`].
pub const PREFIX: &str = "/assets/";

/// A file as it is sent.
#[derive(Debug)]
pub struct Asset {
    /// The file's bytes.
    pub bytes: &'static [u8],
    /// Its `Content-Type`.
    pub mime: &'static str,
    /// Its `ETag`, with the quotes: a hash of the bytes.
    pub etag: String,
    href: String,
}

const POLKU_CSS: &str = concat!(
    include_str!("../assets/css/tokens.css"),
    include_str!("../assets/css/base.css"),
    include_str!("../assets/css/frame.css"),
    include_str!("../assets/css/components.css"),
    include_str!("../assets/css/forms.css"),
    include_str!("../assets/css/tables.css"),
    include_str!("../assets/css/attendance.css"),
    include_str!("../assets/css/client.css"),
    include_str!("../assets/css/diary.css"),
    include_str!("../assets/css/charts.css"),
    include_str!("../assets/css/account.css"),
    include_str!("../assets/css/notice.css"),
    include_str!("../assets/css/portal.css"),
    include_str!("../assets/css/statements.css"),
    include_str!("../assets/css/print.css"),
);

macro_rules! embedded {
    ($($name:literal: $mime:expr),* $(,)?) => {
        [$(($name, include_bytes!(concat!("../assets/", $name)).as_slice(), $mime)),*]
    };
}

const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const FONT: &str = "font/woff2";
const PICTURE: &str = "image/svg+xml";

/// Everything served, by its name under `assets/`. A new script is a file and a line here.
static ASSETS: LazyLock<BTreeMap<&'static str, Asset>> = LazyLock::new(|| {
    let files = embedded! {
        "polku.svg": PICTURE,
        "js/answers.js": SCRIPT,
        "js/continue.js": SCRIPT,
        "js/enrol.js": SCRIPT,
        "js/passkey.js": SCRIPT,
        "js/polku.js": SCRIPT,
        "js/download.js": SCRIPT,
        "js/drafts.js": SCRIPT,
        "js/attendance.js": SCRIPT,
        "js/attendance-cell.js": SCRIPT,
        "js/attendance-saver.js": SCRIPT,
        "js/find.js": SCRIPT,
        "js/kept.js": SCRIPT,
        "js/keys.js": SCRIPT,
        "js/menus.js": SCRIPT,
        "js/passwords.js": SCRIPT,
        "js/files.js": SCRIPT,
        "js/under-way.js": SCRIPT,
        "js/wait.js": SCRIPT,
        "vendor/htmx-4.0.1.min.js": SCRIPT,
        "fonts/source-sans-3-latin-wght-normal.woff2": FONT,
        "fonts/source-sans-3-latin-ext-wght-normal.woff2": FONT,
    };
    versioned(
        files
            .into_iter()
            .chain([("polku.css", POLKU_CSS.as_bytes(), STYLE)])
            .collect(),
    )
});

fn versioned(files: Vec<(&'static str, &'static [u8], &'static str)>) -> BTreeMap<&'static str, Asset> {
    let mut everything = Sha256::new();
    for (name, bytes, _) in &files {
        everything.update(name.as_bytes());
        everything.update(Sha256::digest(bytes));
    }
    let version = short_hex(&everything.finalize());
    files
        .into_iter()
        .map(|(name, bytes, mime)| {
            let etag = format!("\"{}\"", short_hex(&Sha256::digest(bytes)));
            (
                name,
                Asset {
                    bytes,
                    mime,
                    etag,
                    href: format!("{PREFIX}{version}/{name}"),
                },
            )
        })
        .collect()
}

fn short_hex(digest: &[u8]) -> String {
    digest.iter().take(8).fold(String::new(), |mut hex, byte| {
        // Writing to a string does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The address of an asset by its name under `assets/`: `href("polku.css")`, `href("js/find.js")`.
///
/// # Panics
/// When there is no such asset: names are written in code, and every page is rendered in tests.
#[must_use]
pub fn href(name: &str) -> &'static str {
    match ASSETS.get(name) {
        Some(asset) => &asset.href,
        None => panic!("there is no asset called {name}"),
    }
}

/// The asset at a request path such as `/assets/1f00…/polku.css`. The version may be an older or newer one:
/// a page of another release that is still open gets today's file rather than none.
#[must_use]
pub fn find(path: &str) -> Option<&'static Asset> {
    let (_version, name) = path.strip_prefix(PREFIX)?.split_once('/')?;
    ASSETS.get(name)
}

/// The `Cache-Control` of an asset at this path: for good when the version is this release's, else not at all.
#[must_use]
pub fn cache_control(path: &str) -> &'static str {
    match find(path) {
        Some(asset) if asset.href == path => "public, max-age=31536000, immutable",
        _ => "no-cache",
    }
}

/// All assets with their addresses.
pub fn all() -> impl Iterator<Item = (&'static str, &'static Asset)> {
    ASSETS.values().map(|asset| (asset.href.as_str(), asset))
}
