//! What only some readers meet: paper, screen, or a voice.

use maud::{Markup, Render, html};

/// Only on paper.
pub fn only_print(content: impl Render) -> Markup {
    html! { div.only-print { (content) } }
}

/// Only on a screen.
pub fn only_screen(content: impl Render) -> Markup {
    html! { div.only-screen { (content) } }
}

/// Only read out.
pub fn unseen(content: impl Render) -> Markup {
    html! { span.unseen { (content) } }
}
