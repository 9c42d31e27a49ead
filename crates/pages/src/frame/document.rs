//! The HTML document: head, skip link and scripts. No inline code or styles: the policy allows none.

use crate::assets;
use crate::texts::Texts;
use maud::{DOCTYPE, Markup, html};

/// htmx must not write a style element of its own, and only our origin is ever asked.
const HTMX_SETTINGS: &str = r#"{"includeIndicatorCSS":false,"history":false,"mode":"same-origin"}"#;

pub(super) fn document(texts: Texts, title: &str, scripts: &[&'static str], content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(texts.locale().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="same-origin";
                meta name="robots" content="noindex, nofollow";
                meta name="htmx-config" content=(HTMX_SETTINGS);
                title { (texts.t(title)) " – " (texts.t("frame-product")) }
                link rel="icon" type="image/svg+xml" href=(assets::href("polku.svg"));
                link rel="preload" as="font" type="font/woff2" crossorigin
                    href=(assets::href("fonts/source-sans-3-latin-wght-normal.woff2"));
                link rel="stylesheet" href=(assets::href("polku.css"));
                script src=(assets::href("vendor/htmx-4.0.1.min.js")) defer {}
                script src=(assets::href("js/polku.js")) type="module" {}
                @for script in scripts { script src=(assets::href(script)) type="module" {} }
            }
            body data-wait=(texts.t("frame-wait")) {
                a.skip href="#content" { (texts.t("frame-skip")) }
                (content)
            }
        }
    }
}
