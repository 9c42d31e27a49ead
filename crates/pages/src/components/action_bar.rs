//! The bar of buttons that ends a form.

use maud::{Markup, Render, html};

/// Buttons in a row, the main one first; on a phone below each other and within the thumb's reach.
pub fn action_bar<Item: Render>(buttons: impl IntoIterator<Item = Item>) -> Markup {
    html! { div.action-bar { @for button in buttons { (button) } } }
}
